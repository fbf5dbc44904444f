//! What is sought, as bounds on standing: every question here asks for a plan in which each party's
//! standing stays between a least and a greatest number of its own points at every moment.
//!
//! Exposure is standing below nought, walk-away gain is standing above the gain of the whole; so a cap on
//! either is a bound on one number, and running a plan backwards swaps the two.

use serde::Serialize;

use super::{
    problem::{PartyAt, Problem},
    share::Share,
};

/// What is made as small as it can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Aim {
    /// The greatest exposure of any party at any moment, as a share of its scale.
    Exposure,
    /// The greatest walk-away gain of any party at any moment, as a share of its scale: what must be
    /// at stake for it so that it does not gain by stopping.
    Guarantee,
}

/// Which caps of the parties bind besides the aim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Caps {
    /// None.
    Ignored,
    /// Each exposure cap and each stake that a party states.
    Kept,
}

/// By party: the least and the greatest standing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bounds {
    /// Standing is at least this.
    pub low: Vec<i64>,
    /// Standing is at most this.
    pub high: Vec<i64>,
}

/// Beyond all points that are reckoned with.
pub(super) const FAR: i64 = i64::MAX / 4;

impl Bounds {
    /// No bounds.
    pub fn none(parties: usize) -> Self {
        Self {
            low: vec![-FAR; parties],
            high: vec![FAR; parties],
        }
    }

    /// What the parties' own caps and stakes ask.
    pub fn caps(problem: &Problem, caps: Caps) -> Self {
        let mut bounds = Self::none(problem.parties().len());
        if caps == Caps::Kept {
            for (at, party) in problem.parties().iter().enumerate() {
                if let Some(cap) = party.exposure_cap {
                    bounds.expose(at, cap);
                }
                if let Some(stake) = party.at_stake {
                    bounds.tempt(problem, at, stake);
                }
            }
        }
        bounds
    }

    /// A party's exposure is at most this.
    pub fn expose(&mut self, party: PartyAt, points: i64) {
        if let Some(low) = self.low.get_mut(party) {
            *low = (*low).max(-points);
        }
    }

    /// A party's walk-away gain is at most this.
    pub fn tempt(&mut self, problem: &Problem, party: PartyAt, points: i64) {
        let total = problem.totals().get(party).copied().unwrap_or_default();
        if let Some(high) = self.high.get_mut(party) {
            *high = (*high).min(total.saturating_add(points));
        }
    }

    /// The same, and besides what is aimed at no greater share than this.
    #[must_use]
    pub fn and_at_most(&self, problem: &Problem, aim: Aim, share: Share) -> Self {
        self.and(problem, aim, |scale| share.at_most_of(scale))
    }

    /// The same, and besides what is aimed at a smaller share than this.
    #[must_use]
    pub fn and_below(&self, problem: &Problem, aim: Aim, share: Share) -> Self {
        self.and(problem, aim, |scale| share.below_of(scale))
    }

    fn and(&self, problem: &Problem, aim: Aim, points: impl Fn(i64) -> i64) -> Self {
        let mut bounds = self.clone();
        for (party, scale) in problem.scales().iter().enumerate() {
            match aim {
                Aim::Exposure => bounds.expose(party, points(*scale)),
                Aim::Guarantee => bounds.tempt(problem, party, points(*scale)),
            }
        }
        bounds
    }

    /// Whether a standing of all parties is within.
    pub fn hold(&self, standing: &[i64]) -> bool {
        let bounds = self.low.iter().zip(&self.high);
        standing
            .iter()
            .zip(bounds)
            .all(|(w, (low, high))| (low..=high).contains(&w))
    }
}
