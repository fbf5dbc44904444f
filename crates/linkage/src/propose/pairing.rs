//! One-to-one pairs, where they were asked for; groups, where a list was compared with itself.

use super::{Pairing, bits_of, millionths};
use crate::{
    assign::{self, Assignment, Edge, Keys, Standing},
    cluster::{self, Groups, Rule, Then},
    engine::{Comparisons, FLOOR, Run, Scored, Task, probability},
    findings,
    watch::{Stopped, Watch},
};

/// How the candidates were arranged.
pub struct Arranged {
    /// Added to the bits of each pair: that each entry has at most one partner makes a pair of two
    /// entries that are left over more likely.
    shift: f64,
    one_to_one: Option<Assignment>,
    /// By scored pair, where in the assignment it stands.
    chosen: Vec<Option<u32>>,
    pub groups: Option<Groups>,
}

/// What a pair weighs in a group that was no candidate.
const ABSENT: f64 = FLOOR;

impl Arranged {
    /// Arranges.
    pub fn new(
        comparisons: &Comparisons,
        run: &Run,
        task: Task,
        pairing: Pairing,
        watch: &dyn Watch,
    ) -> Result<Self, Stopped> {
        let mut arranged = Self {
            shift: 0.0,
            one_to_one: None,
            chosen: Vec::new(),
            groups: None,
        };
        let left = comparisons.left_contents.all();
        if task == Task::Dedupe {
            let rule = Rule {
                floor: 0,
                absent: millionths(ABSENT),
                least: None,
                then: Then::Refine,
            };
            let edges = edges(&run.scored, 0.0);
            arranged.groups = Some(cluster::cluster(&edges, left, rule, watch)?);
        } else if pairing == Pairing::OneToOne {
            arranged.shift = shift(comparisons, &run.scored);
            let keys = Keys {
                left,
                right: comparisons.right_contents.all(),
            };
            let assignment = assign::assign(&edges(&run.scored, arranged.shift), keys, watch)?;
            arranged.chosen = vec![None; run.scored.len()];
            for (at, pair) in (0..).zip(&assignment.pairs) {
                if let Some(slot) = arranged.chosen.get_mut(pair.edge) {
                    *slot = Some(at);
                }
            }
            arranged.one_to_one = Some(assignment);
        }
        Ok(arranged)
    }

    /// The probability of a pair, given how pairs are arranged.
    pub fn probability(&self, at: usize, scored: &Scored) -> f64 {
        let chosen = self.one_to_one.is_some() && self.stands(at);
        probability(scored.bits + if chosen { self.shift } else { 0.0 })
    }

    /// By how many bits a pair of entries that are left over is more likely than before.
    pub fn shift(&self) -> f64 {
        self.shift
    }

    /// Whether a scored pair was left standing.
    pub fn stands(&self, at: usize) -> bool {
        self.one_to_one.is_none() || self.chosen.get(at).copied().flatten().is_some()
    }

    /// What assignment made of a scored pair, where it was asked for.
    pub fn of(&self, at: usize) -> Option<findings::Assignment> {
        let assignment = self.one_to_one.as_ref()?;
        let chosen = self.chosen.get(at).copied().flatten();
        let pair = chosen.and_then(|at| assignment.pairs.get(at as usize));
        Some(findings::Assignment {
            chosen: pair.is_some(),
            regret: pair.map(|pair| bits_of(pair.regret)),
            tied: pair.is_some_and(|pair| pair.standing == Standing::Tied),
        })
    }
}

fn edges(scored: &[Scored], shift: f64) -> Vec<Edge> {
    scored
        .iter()
        .map(|s| Edge {
            left: s.left,
            right: s.right,
            weight: millionths(s.bits + shift),
        })
        .collect()
}

/// With the links that are expected made, the entries left over have fewer to choose from (Sadinle
/// 2017, "Bayesian estimation of bipartite matchings for record linkage"): the odds of a pair of them
/// grow by n m / ((n - links + 1) (m - links + 1)).
fn shift(comparisons: &Comparisons, scored: &[Scored]) -> f64 {
    let links: f64 = scored.iter().map(|s| probability(s.bits)).sum();
    let (n, m) = (f64::from(comparisons.left), f64::from(comparisons.right));
    let left_over = |of: f64| (of - links).max(0.0) + 1.0;
    (n * m / (left_over(n) * left_over(m))).max(1.0).log2()
}
