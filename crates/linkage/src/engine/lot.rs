//! Many pairs of records at once: one field after another, so that the values of one field are at hand
//! while they are compared.

use super::{
    comparator::{Comparator, Level, NameParts},
    pattern::Pattern,
    plan::{Comparisons, Exchange},
};
use crate::list::MISSING;

/// Pairs of values of one field, and what they come to.
#[derive(Default)]
struct Lot {
    values: Vec<(u32, u32)>,
    levels: Vec<Level>,
}

/// What the comparisons of many pairs come to, in their order. `values` adds those of each of some pairs
/// in a comparison, or in two where one may stand in the other's place; [`MISSING`] where there is none.
pub fn patterns<P: Copy>(
    comparisons: &Comparisons,
    pairs: &[P],
    values: impl Fn(&[P], [usize; 2], &mut Vec<(u32, u32)>),
) -> Vec<Pattern> {
    let mut patterns = vec![Pattern::default(); pairs.len()];
    let mut lot = Lot::default();
    for (at, comparison) in comparisons.each.iter().enumerate() {
        let levels = lot.compare(comparison.comparator.as_ref(), |into| {
            values(pairs, [at, at], into);
        });
        for (pattern, &level) in patterns.iter_mut().zip(levels) {
            *pattern = pattern.with(at, level);
        }
    }
    if let Some(exchange) = comparisons.exchange {
        exchanged(comparisons, exchange, pairs, values, &mut patterns);
    }
    patterns
}

/// Sees which pairs have given and family name in each other's place.
fn exchanged<P: Copy>(
    comparisons: &Comparisons,
    exchange: Exchange,
    pairs: &[P],
    values: impl Fn(&[P], [usize; 2], &mut Vec<(u32, u32)>),
    patterns: &mut [Pattern],
) {
    let Exchange { given, family } = exchange;
    let Some(comparison) = comparisons.each.get(given) else {
        return;
    };
    let all = patterns.iter_mut().zip(pairs);
    let (mut patterns, mut pairs): (Vec<&mut Pattern>, Vec<P>) = all
        .filter(|(pattern, _)| exchange.may_be(**pattern))
        .unzip();
    let mut lot = Lot::default();
    for crosswise in [[given, family], [family, given]] {
        let levels = lot.compare(comparison.comparator.as_ref(), |into| {
            values(&pairs, crosswise, into);
        });
        let all = patterns.into_iter().zip(pairs).zip(levels);
        (patterns, pairs) = all
            .filter(|&(_, level)| Exchange::agrees(*level))
            .map(|(pair, _)| pair)
            .unzip();
    }
    for pattern in patterns {
        *pattern = exchange.of(*pattern);
    }
}

impl Lot {
    /// What these values come to, in their order; none where one is missing.
    fn compare(
        &mut self,
        comparator: &dyn Comparator,
        values: impl FnOnce(&mut Vec<(u32, u32)>),
    ) -> &[Level] {
        self.values.clear();
        values(&mut self.values);
        self.levels.clear();
        comparator.levels(&self.values, &mut self.levels);
        for (level, &(a, b)) in self.levels.iter_mut().zip(&self.values) {
            if a == MISSING || b == MISSING {
                *level = Level::NONE;
            }
        }
        &self.levels
    }
}

impl Exchange {
    /// Whether both names differ as they stand.
    pub fn may_be(self, pattern: Pattern) -> bool {
        let [given, family] = [self.given, self.family].map(|at| pattern.level(at));
        given > NameParts::EXCHANGED && family > NameParts::EXCHANGED
    }

    /// Whether two names agree that stand in each other's place.
    pub fn agrees(level: Level) -> bool {
        level > Level::NONE && level < NameParts::EXCHANGED
    }

    /// The pattern of two whose names stand in each other's place. What the two names say is one fact,
    /// and is not counted twice.
    pub fn of(self, pattern: Pattern) -> Pattern {
        pattern
            .with(self.given, NameParts::EXCHANGED)
            .with(self.family, Level::NONE)
    }
}
