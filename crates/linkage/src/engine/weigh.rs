//! The evidence of one pair in bits: what was learnt of each level, and how rare what agrees is.

use super::{
    comparator::{Level, NameParts},
    frequency::Frequencies,
    model::{self, Model},
    pattern::Pattern,
    plan::Comparisons,
};

/// Weighs pairs.
pub struct Weigher<'a> {
    comparisons: &'a Comparisons,
    model: &'a Model,
    frequencies: &'a [Frequencies],
    /// The odds before anything is compared, in bits: of one person, and of close relatives.
    prior: (f64, Option<f64>),
    /// By field and level, as much as it can be worth for one person, and for close relatives.
    most: Vec<[(f64, f64); LEVELS]>,
}

/// As many levels as a pattern can tell apart.
const LEVELS: usize = 16;

/// Sums taken in another order may differ by so much.
const ROUNDING: f64 = 1e-6;

/// What one field says about a pair.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Weight {
    /// For (above nought) or against (below).
    pub bits: f64,
    /// The chance of so good an agreement between two persons; none where they differ or one says
    /// nothing.
    pub by_chance: Option<f64>,
}

impl<'a> Weigher<'a> {
    /// Weighs by a model and the frequencies of each comparison.
    pub fn new(
        comparisons: &'a Comparisons,
        model: &'a Model,
        frequencies: &'a [Frequencies],
    ) -> Self {
        let given = comparisons.exchange.map(|e| e.given);
        let most = model
            .fields
            .iter()
            .zip(frequencies)
            .enumerate()
            .map(|(i, (field, frequencies))| {
                let mut most = [(0.0, 0.0); LEVELS];
                for (level, most) in (0..).map(Level).zip(&mut most).take(field.scale.len() + 1) {
                    let exchanged = given == Some(i) && level == NameParts::EXCHANGED;
                    let rarest = frequencies.rarest(level, exchanged);
                    let chance = if exchanged { rarest * rarest } else { rarest };
                    let same = field.most(level, chance, frequencies.typical(level));
                    *most = (same, field.kin_bits(level, same, Some(chance)));
                }
                most
            })
            .collect();
        Self {
            comparisons,
            model,
            frequencies,
            prior: (model.prior_bits(), model.kin_prior_bits()),
            most,
        }
    }

    /// The odds in bits that the two are one person, the prior included, and the probability that
    /// they are close relatives; none where neither can reach so many bits, which is seen as soon as
    /// the fields looked at so far leave too little.
    pub fn odds_above(
        &self,
        floor: f64,
        left: u32,
        right: u32,
        pattern: Pattern,
    ) -> Option<(f64, Option<f64>)> {
        let (mut same, mut kin) = self.prior;
        let (mut most, mut most_kin) = self.most(pattern);
        let out_of_reach = |most: f64, most_kin: f64| most < floor && most_kin < 0.0;
        if out_of_reach(most, most_kin) {
            return None;
        }
        for (i, field) in self.model.fields.iter().enumerate() {
            let level = pattern.level(i);
            let weight = self.weight(i, left, right, pattern);
            let of_kin = kin.map(|_| field.kin_bits(level, weight.bits, weight.by_chance));
            same += weight.bits;
            kin = kin.zip(of_kin).map(|(kin, bits)| kin + bits);
            let (at_most, kin_at_most) = self.most_of(i, level);
            most += weight.bits - at_most;
            most_kin += of_kin.map_or(0.0, |bits| bits - kin_at_most);
            if out_of_reach(most + ROUNDING, most_kin + ROUNDING) {
                return None;
            }
        }
        Some(model::of_three(same, kin))
    }

    /// As much as a pair can reach as one person and as close relatives, whatever the frequencies;
    /// quick.
    fn most(&self, pattern: Pattern) -> (f64, f64) {
        let (same, kin) = self.prior;
        let kin = kin.unwrap_or(f64::NEG_INFINITY);
        (0..self.most.len()).fold((same, kin), |(same, kin), field| {
            let (of_same, of_kin) = self.most_of(field, pattern.level(field));
            (same + of_same, kin + of_kin)
        })
    }

    fn most_of(&self, field: usize, level: Level) -> (f64, f64) {
        let of_level = self.most.get(field);
        of_level
            .and_then(|of_level| of_level.get(usize::from(level.0)))
            .copied()
            .unwrap_or_default()
    }

    /// What one field says.
    pub fn weight(&self, field: usize, left: u32, right: u32, pattern: Pattern) -> Weight {
        let level = pattern.level(field);
        let nothing = Weight {
            bits: 0.0,
            by_chance: None,
        };
        let (Some(model), Some(comparison), Some(frequencies)) = (
            self.model.fields.get(field),
            self.comparisons.each.get(field),
            self.frequencies.get(field),
        ) else {
            return nothing;
        };
        if level == Level::NONE {
            return nothing;
        }
        let given = self.comparisons.exchange.map(|e| e.given);
        let values = comparison.left.value(left as usize);
        let both = values.zip(comparison.right.value(right as usize));
        let known = both.and_then(|(v, w)| comparison.comparator.bits(v, w));
        let chance = if level == comparison.comparator.different() {
            None
        } else if given == Some(field) && level == NameParts::EXCHANGED {
            self.exchanged(left, right)
        } else {
            both.map(|(v, w)| frequencies.chance(v, w, level))
        };
        Weight {
            bits: match (known, chance) {
                (Some(known), _) => known,
                (None, Some(chance)) => {
                    model.bits_by_chance(level, chance, frequencies.typical(level))
                }
                (None, None) => model.bits(level),
            },
            by_chance: chance,
        }
    }

    /// The chance that the given name of one agrees so well with the family name of the other, and
    /// the other way round.
    fn exchanged(&self, left: u32, right: u32) -> Option<f64> {
        let e = self.comparisons.exchange?;
        let (one, two, [gl, fl, gr, fr]) = self.comparisons.crosswise(left, right)?;
        let (given, family) = (
            self.frequencies.get(e.given)?,
            self.frequencies.get(e.family)?,
        );
        // As a given name stands on the left and a family name on the right, what each is worth is
        // how many on the other side are called so in either place.
        Some(given.crosswise(family, (gl, fr), one) * family.crosswise(given, (fl, gr), two))
    }
}
