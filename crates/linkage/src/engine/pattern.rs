//! What a comparison of two records comes to: one level a field, and how often each such pattern
//! occurs.

use hashbrown::HashMap;

use super::comparator::Level;
use crate::hash::Fixed;

/// The most fields that are compared.
pub const MOST_FIELDS: usize = 14;

/// One level for each comparison, four bits each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Pattern(pub u64);

impl Pattern {
    /// The level of one comparison.
    pub fn level(self, field: usize) -> Level {
        Level(u8::try_from((self.0 >> shift(field)) & 0xF).unwrap_or(0))
    }

    /// With another level for one comparison.
    #[must_use]
    pub fn with(self, field: usize, level: Level) -> Self {
        Self(self.0 & !(0xF << shift(field)) | u64::from(level.0 & 0xF) << shift(field))
    }
}

fn shift(field: usize) -> u32 {
    u32::try_from(field * 4).unwrap_or(0) & 63
}

/// How many pairs show each pattern.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Histogram(HashMap<Pattern, u64, Fixed>);

impl Histogram {
    /// Nothing counted.
    pub const fn new() -> Self {
        Self(HashMap::with_hasher(Fixed))
    }

    /// Counts a pair.
    pub fn count(&mut self, pattern: Pattern) {
        self.add(pattern, 1);
    }

    /// Counts so many pairs at once.
    pub fn add(&mut self, pattern: Pattern, pairs: u64) {
        *self.0.entry(pattern).or_insert(0) += pairs;
    }

    /// Both together.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        if self.0.len() < other.0.len() {
            return other.and(self);
        }
        for (pattern, pairs) in other.0 {
            self.add(pattern, pairs);
        }
        self
    }

    /// The patterns in order, each with its number of pairs.
    pub fn sorted(&self) -> Vec<(Pattern, u64)> {
        let mut cells: Vec<_> = self.0.iter().map(|(&pattern, &n)| (pattern, n)).collect();
        cells.sort_unstable();
        cells
    }
}
