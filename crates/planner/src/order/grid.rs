//! The lattice of counts: classes that follow one another are one axis, so that tiers cost no dimension;
//! what is left of the conditions are gates between axes.

#![expect(
    clippy::indexing_slicing,
    reason = "classes and axes are counted when the grid is made"
)]

use super::problem::{ClassAt, PartyAt, Problem};

/// A chain of classes of one giver, each after the last.
#[derive(Debug, Clone)]
pub(super) struct Axis {
    pub giver: PartyAt,
    /// By party: what the first so many of the chain come to.
    pub runs: Vec<Vec<i64>>,
    /// The class of each step.
    pub classes: Vec<ClassAt>,
    /// Where each class of the chain ends.
    ends: Vec<(ClassAt, usize)>,
}

impl Axis {
    pub const fn len(&self) -> usize {
        self.classes.len()
    }
}

/// Beyond a count on one axis only with at least so many on another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Gate {
    pub axis: usize,
    pub beyond: usize,
    pub other: usize,
    pub least: usize,
}

/// The longest that the last axis is where there is a choice.
const INNER_MOST: usize = 256;

/// Axes and gates.
#[derive(Debug, Clone)]
pub(super) struct Grid {
    pub axes: Vec<Axis>,
    pub gates: Vec<Gate>,
    pub parties: usize,
}

impl Grid {
    /// As few axes as a greedy cover of the classes by chains finds.
    pub fn of(problem: &Problem) -> Self {
        let precedence = problem.precedence();
        let mut sorted: Vec<ClassAt> = (0..problem.classes().len()).collect();
        sorted.sort_by_key(|class| (precedence.earlier(*class).count(), *class));
        let mut chains: Vec<Vec<ClassAt>> = Vec::new();
        for class in sorted {
            let giver = |at: ClassAt| problem.classes()[at].giver;
            let follows = |chain: &&mut Vec<ClassAt>| {
                chain.last().is_some_and(|last| {
                    giver(*last) == giver(class) && precedence.precedes(*last, class)
                })
            };
            match chains.iter_mut().find(follows) {
                Some(chain) => chain.push(class),
                None => chains.push(vec![class]),
            }
        }
        let mut axes: Vec<Axis> = chains.iter().map(|chain| axis(problem, chain)).collect();
        // The longest first, where threads share it out; last the longest of those whose rows are short
        // enough to be made once for all.
        axes.sort_by_key(|axis| std::cmp::Reverse(axis.len()));
        if let Some(inner) = axes.iter().position(|axis| axis.len() <= INNER_MOST) {
            let inner = axes.remove(inner);
            axes.push(inner);
        }
        let gates = gates(problem, &axes);
        Self {
            axes,
            gates,
            parties: problem.parties().len(),
        }
    }

    /// How many cells; none where they are beyond counting.
    pub fn cells(&self) -> Option<u64> {
        self.axes.iter().try_fold(1_u64, |cells, axis| {
            cells.checked_mul(axis.len() as u64 + 1)
        })
    }
}

fn axis(problem: &Problem, chain: &[ClassAt]) -> Axis {
    let parties = problem.parties().len();
    let mut runs = vec![vec![0]; parties];
    let mut classes = Vec::new();
    let mut ends = Vec::new();
    for class in chain {
        let count = problem.classes()[*class].count;
        for (party, run) in runs.iter_mut().enumerate() {
            let before = run.last().copied().unwrap_or_default();
            run.extend((1..=count).map(|turn| before + problem.worth(*class, party, turn)));
        }
        classes.extend(std::iter::repeat_n(*class, count as usize));
        ends.push((*class, classes.len()));
    }
    Axis {
        giver: problem.classes()[chain[0]].giver,
        runs,
        classes,
        ends,
    }
}

/// One gate for each class and each axis on which something must come before it, but those that another
/// implies.
fn gates(problem: &Problem, axes: &[Axis]) -> Vec<Gate> {
    let mut gates = Vec::new();
    for (at, axis) in axes.iter().enumerate() {
        let mut asked = vec![0; axes.len()];
        let mut beyond = 0;
        for (class, end) in &axis.ends {
            for (other, firsts) in axes.iter().enumerate().filter(|(other, _)| *other != at) {
                let needed = firsts
                    .ends
                    .iter()
                    .rev()
                    .find(|(first, _)| problem.precedence().precedes(*first, *class));
                let least = needed.map_or(0, |(_, end)| *end);
                if least > asked[other] {
                    asked[other] = least;
                    gates.push(Gate {
                        axis: at,
                        beyond,
                        other,
                        least,
                    });
                }
            }
            beyond = *end;
        }
    }
    gates
}
