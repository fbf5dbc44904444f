//! What an estimate rests on, as the caller gives it.

use thiserror::Error;

/// Candidates that have one weight.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cell {
    /// Their weight, in millionths of a bit.
    pub bits: i64,
    /// How many there are.
    pub count: u64,
    /// The posterior probability that one of them is a true pair. What is no number is taken as
    /// nought, what is out of range as the nearer end.
    pub probability: f64,
}

/// True pairs that never became candidates.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Missed {
    /// How many are expected.
    pub expected: f64,
    /// The standard error of that number.
    pub standard_error: f64,
}

/// The model once more, as estimated from a bootstrap sample.
#[derive(Debug, Clone, PartialEq)]
pub struct Replicate {
    /// One probability for each cell, in the order of the cells.
    pub probabilities: Vec<f64>,
    /// How many true pairs this one expects outside the candidates.
    pub missed: f64,
}

/// What people decided on a sample, drawn at random, of the candidates in one stratum of weights.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reviewed {
    /// The stratum begins at this weight, in millionths of a bit,
    pub from: i64,
    /// and ends below this one. Strata do not overlap.
    pub below: i64,
    /// How many of the sample are one person.
    pub same: u64,
    /// How many are two.
    pub different: u64,
}

/// All of it.
#[derive(Debug, Clone, Copy)]
pub struct Evidence<'a> {
    /// All candidates, in any order.
    pub cells: &'a [Cell],
    /// What blocking lost.
    pub missed: Missed,
    /// Replicates of the model; without any the interval holds the chance of the draw alone.
    pub replicates: &'a [Replicate],
    /// What people decided; may be empty.
    pub reviewed: &'a [Reviewed],
    /// Of the intervals, above nought and below one; 0.95 if it is not.
    pub level: f64,
    /// The same seed gives the same intervals.
    pub seed: u64,
}

/// Why there is no estimate.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum EstimateError {
    /// A replicate is not one of these cells.
    #[error(
        "estimating precision and recall: replicate {replicate} has {has} probabilities for {cells} \
         cells; give each replicate one for each cell, in the same order"
    )]
    ReplicateLength {
        /// Which, from nought.
        replicate: usize,
        /// How many it has.
        has: usize,
        /// How many there must be.
        cells: usize,
    },
    /// Two strata hold the same weights.
    #[error(
        "estimating precision and recall: the reviewed strata that begin at {first} and {second} \
         millionths of a bit overlap; give strata that do not"
    )]
    StrataOverlap {
        /// Where the one begins.
        first: i64,
        /// Where the other begins.
        second: i64,
    },
}

impl Evidence<'_> {
    /// The level of the intervals, in range.
    pub(super) fn level(&self) -> f64 {
        if self.level > 0.0 && self.level < 1.0 {
            self.level
        } else {
            0.95
        }
    }

    /// The strata in ascending order.
    pub(super) fn strata(&self) -> Result<Vec<Reviewed>, EstimateError> {
        let mut strata = self.reviewed.to_vec();
        strata.retain(|stratum| stratum.from < stratum.below);
        strata.sort_unstable_by_key(|stratum| stratum.from);
        for (one, two) in strata.iter().zip(strata.iter().skip(1)) {
            if two.from < one.below {
                return Err(EstimateError::StrataOverlap {
                    first: one.from,
                    second: two.from,
                });
            }
        }
        Ok(strata)
    }

    /// That every replicate is one of these cells.
    pub(super) fn check(&self) -> Result<(), EstimateError> {
        let wrong = |(_, replicate): &(usize, &Replicate)| {
            replicate.probabilities.len() != self.cells.len()
        };
        match self.replicates.iter().enumerate().find(wrong) {
            None => Ok(()),
            Some((replicate, found)) => Err(EstimateError::ReplicateLength {
                replicate,
                has: found.probabilities.len(),
                cells: self.cells.len(),
            }),
        }
    }
}
