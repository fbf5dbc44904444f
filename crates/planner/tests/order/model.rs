//! The model: every plan there is, one after the other. Nothing of the planner's search is used here.

use planner::order::{inside::Inside, problem::Problem, share::Share};

/// The best there is, in the order in which plans are compared.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Best {
    pub value: Share,
    pub stages: usize,
    pub unevenness: u64,
}

/// What is asked of every moment.
pub struct Limits {
    pub low: Vec<i64>,
    pub high: Vec<i64>,
    /// From standing to what is made small.
    pub measure: fn(&Problem, usize, i64) -> Share,
}

impl Limits {
    pub fn none(problem: &Problem, measure: fn(&Problem, usize, i64) -> Share) -> Self {
        let parties = problem.parties().len();
        Self {
            low: vec![i64::MIN / 2; parties],
            high: vec![i64::MAX / 2; parties],
            measure,
        }
    }
}

pub fn exposure(problem: &Problem, party: usize, standing: i64) -> Share {
    Share::new(-standing, problem.scales()[party])
}

pub fn guarantee(problem: &Problem, party: usize, standing: i64) -> Share {
    Share::new(standing - problem.totals()[party], problem.scales()[party])
}

struct Walk<'a> {
    problem: &'a Problem,
    limits: &'a Limits,
    done: Vec<u32>,
    /// What had been done at the end of each half so far of this stage, and whose half it was.
    halves: Vec<(usize, Vec<u32>)>,
    best: Option<Best>,
}

/// The best plan of all, going through all of them.
pub fn best(problem: &Problem, limits: &Limits) -> Option<Best> {
    let mut walk = Walk {
        problem,
        limits,
        done: vec![0; problem.classes().len()],
        halves: Vec::new(),
        best: None,
    };
    let start = walk.worst()?;
    match problem.stages() {
        None => walk.handover(start),
        Some(_) => walk.stage(
            0,
            Best {
                value: start,
                stages: 0,
                unevenness: 0,
            },
        ),
    }
    walk.best
}

impl Walk<'_> {
    /// The greatest share at this moment; none where a limit is broken.
    fn worst(&self) -> Option<Share> {
        let mut worst = Share::ZERO;
        for party in 0..self.problem.parties().len() {
            let standing: i64 = self
                .done
                .iter()
                .enumerate()
                .map(|(class, count)| self.problem.worth(class, party, *count))
                .sum();
            if standing < self.limits.low[party] || standing > self.limits.high[party] {
                return None;
            }
            worst = worst.max((self.limits.measure)(self.problem, party, standing));
        }
        Some(worst)
    }

    fn complete(&self) -> bool {
        self.done
            .iter()
            .zip(self.problem.classes())
            .all(|(done, class)| *done == class.count)
    }

    fn ready(&self, class: usize) -> bool {
        let owed = &self.problem.classes()[class];
        let first = |other: &planner::order::problem::Class| {
            other.giver == owed.giver && other.tier < owed.tier
        };
        let before = |at: usize| {
            self.problem
                .draft()
                .before
                .iter()
                .any(|b| b.then == class && b.first == at)
        };
        self.done[class] < owed.count
            && self
                .problem
                .classes()
                .iter()
                .enumerate()
                .all(|(at, other)| !(first(other) || before(at)) || self.done[at] == other.count)
    }

    fn keep(&mut self, found: Best) {
        if self.best.as_ref().is_none_or(|best| found < *best) {
            self.best = Some(found);
        }
    }

    fn handover(&mut self, value: Share) {
        if self.complete() {
            self.keep(Best {
                value,
                stages: 0,
                unevenness: 0,
            });
            return;
        }
        for class in 0..self.done.len() {
            if self.ready(class) {
                self.done[class] += 1;
                if let Some(worst) = self.worst() {
                    self.handover(value.max(worst));
                }
                self.done[class] -= 1;
            }
        }
    }

    /// Whether the rules inside a stage hold of the one that ends now.
    fn keeps_inside(&self, begun: &[u32]) -> bool {
        let stages = self.problem.stages().expect("this exchange has stages");
        let in_stage = |class: usize| self.done[class] - begun[class];
        // After which half the first, and before which the last, of some classes was handed over.
        let halves_with = |classes: &[usize]| -> Vec<usize> {
            let mut before = begun.to_vec();
            let mut with = Vec::new();
            for (at, (_, after)) in self.halves.iter().enumerate() {
                if classes.iter().any(|class| after[*class] > before[*class]) {
                    with.push(at);
                }
                before.clone_from(after);
            }
            with
        };
        stages.inside.iter().all(|rule| match rule {
            Inside::Count {
                classes,
                least,
                most,
            } => {
                let mut classes = classes.clone();
                classes.sort_unstable();
                classes.dedup();
                let sum: u32 = classes.into_iter().map(in_stage).sum();
                sum == 0 || (sum >= *least && sum <= *most)
            }
            Inside::Whole { class, of } => self.done[*class].is_multiple_of(*of),
            Inside::First { classes, before } => {
                let (first, then) = (halves_with(classes), halves_with(before));
                first.is_empty() || then.is_empty() || first.last() < then.first()
            }
        })
    }

    fn stage(&mut self, at: u32, so_far: Best) {
        if self.complete() {
            self.keep(so_far);
            return;
        }
        let stages = self.problem.stages().expect("this exchange has stages");
        if at == stages.most
            || self
                .best
                .as_ref()
                .is_some_and(|best| best.value < so_far.value)
        {
            return;
        }
        for order in stages.orders(at, self.problem.parties().len()) {
            let halves = std::mem::take(&mut self.halves);
            let begun = self.done.clone();
            self.batches(at, (&order, &begun), 0, 0, &so_far, false);
            self.halves = halves;
        }
    }

    /// The batch of one party of the order after so many handovers of it.
    fn batches(
        &mut self,
        at: u32,
        (order, begun): (&[usize], &[u32]),
        place: usize,
        size: usize,
        so_far: &Best,
        any: bool,
    ) {
        let stages = self.problem.stages().expect("this exchange has stages");
        let squared = |size: usize| (size as u64).pow(2);
        let closed = Best {
            unevenness: so_far.unevenness + squared(size),
            ..so_far.clone()
        };
        self.halves.push((order[place], self.done.clone()));
        if place + 1 < order.len() {
            self.batches(at, (order, begun), place + 1, 0, &closed, any);
        } else {
            // Without numbered stages an empty one brings nothing.
            if stages.may_end(&self.done) && self.keeps_inside(begun) && (any || stages.numbered())
            {
                self.stage(
                    at + 1,
                    Best {
                        stages: so_far.stages + usize::from(any),
                        ..closed
                    },
                );
            }
        }
        self.halves.pop();
        if size >= stages.batch(order[place]) {
            return;
        }
        for class in 0..self.done.len() {
            if self.problem.classes()[class].giver == order[place] && self.ready(class) {
                self.done[class] += 1;
                if let Some(worst) = self.worst() {
                    let value = so_far.value.max(worst);
                    self.batches(
                        at,
                        (order, begun),
                        place,
                        size + 1,
                        &Best {
                            value,
                            ..so_far.clone()
                        },
                        true,
                    );
                }
                self.done[class] -= 1;
            }
        }
    }
}
