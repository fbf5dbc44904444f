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

    /// Bits.
    pub(super) fn bits(&self, left: &Side<'_>, right: &Side<'_>, space: &mut Space) -> f32 {
        let features = self.features(left, right, space);
        self.weights.bias
            + features
                .iter()
                .zip(self.weights.of)
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
        let joint = lattice::joint(&self.units, &self.grams, left.places, right.places, space);
        let independent = self.independent(left, right, space);
        [
            joint.max(2.0 * HOPELESS) + left.word.cost + right.word.cost,
            independent,
            left.word.cost,
            left.word.short_cost,
            left.word.length,
            right.word.cost,
            right.word.short_cost,
            right.word.length,
        ]
    }

    fn independent(&self, left: &Side<'_>, right: &Side<'_>, space: &mut Space) -> f32 {
        lattice::independent(&self.units, left.places, right.places, space).clamp(HOPELESS, CERTAIN)
    }
}
