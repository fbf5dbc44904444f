//! What a model knows of two scripts: their units, which follow upon which, and how the evidence
//! adds up.

use super::{
    lattice::{self, Space},
    ngram::Ngram,
    prepared::Side,
    units::Units,
};

/// How many things are looked at in a pair of words; see [`Pair::features`].
pub(super) const FEATURES: usize = 8;

/// How the features add up to bits.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Weights {
    /// For each feature.
    pub(super) of: [f32; FEATURES],
    /// Added at the end.
    pub(super) bias: f32,
    /// First-pass bits are `quick.0 * independent + quick.1`.
    pub(super) quick: (f32, f32),
}

/// Two scripts, left and right.
#[derive(Debug, Clone)]
pub(super) struct Pair {
    pub(super) units: Units,
    pub(super) grams: Ngram,
    pub(super) weights: Weights,
}

/// What stands for a sum over no cut at all.
const HOPELESS: f32 = -60.0;

/// What stands for a sum too great for its number: words of thirty letters and more that are the
/// same.
const CERTAIN: f32 = 120.0;

impl Pair {
    /// First-pass bits.
    pub(super) fn quick(&self, left: &Side<'_>, right: &Side<'_>, space: &mut Space) -> f32 {
        let independent = self.independent(left, right, space);
        self.weights.quick.0 * independent + self.weights.quick.1
    }

    /// Bits as far as they can be told from those of the first pass: as if what follows upon what said
    /// no more than the units by themselves.
    pub(super) fn likely(&self, left: &Side<'_>, right: &Side<'_>, quick: f32) -> f32 {
        let independent = (quick - self.weights.quick.1) / self.weights.quick.0;
        self.weigh(features(left, right, independent, independent))
    }

    /// Bits.
    pub(super) fn bits(&self, left: &Side<'_>, right: &Side<'_>, space: &mut Space) -> f32 {
        self.weigh(self.features(left, right, space))
    }

    fn weigh(&self, features: [f32; FEATURES]) -> f32 {
        let weighed = features.iter().zip(self.weights.of);
        self.weights.bias
            + weighed
                .map(|(feature, weight)| feature * weight)
                .sum::<f32>()
    }

    /// What is looked at: the joint probability less what each word costs by itself (a log
    /// likelihood ratio in bits); the same with independent units; and of each word what its
    /// letters cost in longer and shorter contexts, and their number.
    pub(super) fn features(
        &self,
        left: &Side<'_>,
        right: &Side<'_>,
        space: &mut Space,
    ) -> [f32; FEATURES] {
        let (joint, independent) =
            lattice::joint(&self.units, &self.grams, left.places, right.places, space);
        let joint = joint.max(2.0 * HOPELESS) + left.word.cost + right.word.cost;
        features(left, right, joint, independent)
    }

    fn independent(&self, left: &Side<'_>, right: &Side<'_>, space: &mut Space) -> f32 {
        bounded(lattice::independent(
            &self.units,
            left.places,
            right.places,
            space,
        ))
    }
}

fn features(left: &Side<'_>, right: &Side<'_>, joint: f32, independent: f32) -> [f32; FEATURES] {
    [
        joint,
        bounded(independent),
        left.word.cost,
        left.word.short_cost,
        left.word.length,
        right.word.cost,
        right.word.short_cost,
        right.word.length,
    ]
}

/// A logarithm of a sum that was none, or too great or too small for its number, as a number.
pub(super) fn bounded(ratio: f32) -> f32 {
    if ratio.is_nan() {
        HOPELESS
    } else {
        ratio.clamp(HOPELESS, CERTAIN)
    }
}
