//! Many pairs of records at once: one field after another, so that the values of one field are at hand
//! while they are compared.

use super::{
    comparator::{Level, NameParts},
    pattern::Pattern,
    plan::{Comparisons, Exchange},
};
use crate::list::MISSING;

/// Pairs of values of one field, each with the place of its pair of records.
#[derive(Default)]
struct Lot {
    places: Vec<u32>,
    values: Vec<(u32, u32)>,
    levels: Vec<Level>,
}

/// What the comparisons of many pairs come to, in their order; `values` are those of a pair in a
/// comparison, or in two where one may stand in the other's place.
pub fn patterns<P>(
    comparisons: &Comparisons,
    pairs: &[P],
    values: impl Fn(&P, [usize; 2]) -> (u32, u32),
) -> Vec<Pattern> {
    let mut patterns = vec![Pattern::default(); pairs.len()];
    let mut lot = Lot::default();
    for (at, comparison) in comparisons.each.iter().enumerate() {
        let known = (0..).zip(pairs.iter().map(|pair| values(pair, [at, at])));
        lot.fill(known.filter(|(_, (a, b))| *a != MISSING && *b != MISSING));
        comparison.comparator.levels(&lot.values, &mut lot.levels);
        for (place, level) in lot.told() {
            if let Some(pattern) = patterns.get_mut(place as usize) {
                *pattern = pattern.with(at, level);
            }
        }
    }
    if let Some(exchange) = comparisons.exchange {
        exchanged(comparisons, exchange, pairs, values, &mut patterns);
    }
    patterns
}

/// Sees which pairs have given and family name in each other's place.
fn exchanged<P>(
    comparisons: &Comparisons,
    exchange: Exchange,
    pairs: &[P],
    values: impl Fn(&P, [usize; 2]) -> (u32, u32),
    patterns: &mut [Pattern],
) {
    let Exchange { given, family } = exchange;
    let Some(comparison) = comparisons.each.get(given) else {
        return;
    };
    let mut may_be: Vec<u32> = (0..)
        .zip(patterns.iter())
        .filter(|(_, pattern)| exchange.may_be(**pattern))
        .map(|(place, _)| place)
        .collect();
    let mut lot = Lot::default();
    for crosswise in [[given, family], [family, given]] {
        let known = may_be.iter().filter_map(|&place| {
            let pair = pairs.get(place as usize)?;
            Some((place, values(pair, crosswise)))
        });
        lot.fill(known);
        comparison.comparator.levels(&lot.values, &mut lot.levels);
        let agree = lot.told().filter(|&(_, level)| Exchange::agrees(level));
        may_be = agree.map(|(place, _)| place).collect();
    }
    for place in may_be {
        if let Some(pattern) = patterns.get_mut(place as usize) {
            *pattern = exchange.of(*pattern);
        }
    }
}

impl Lot {
    fn fill(&mut self, known: impl Iterator<Item = (u32, (u32, u32))>) {
        self.places.clear();
        self.values.clear();
        self.levels.clear();
        for (place, values) in known {
            self.places.push(place);
            self.values.push(values);
        }
    }

    fn told(&self) -> impl Iterator<Item = (u32, Level)> {
        self.places.iter().copied().zip(self.levels.iter().copied())
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
