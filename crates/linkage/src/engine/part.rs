//! What one thread found in some blocks: how often each pattern, and the pairs that may be worth
//! keeping.

use hashbrown::HashMap;

use super::{
    pattern::{Histogram, Pattern},
    progress::Kept,
};
use crate::hash::Fixed;

/// What was found so far.
#[derive(Default)]
pub struct Part {
    patterns: HashMap<Pattern, Seen, Fixed>,
    kept: Vec<Kept>,
}

/// A pattern that was seen.
struct Seen {
    pairs: u64,
    worth_keeping: bool,
}

impl Part {
    /// Takes a pair in. Whether pairs of its pattern are worth keeping is asked once for each.
    pub fn add(&mut self, pair: Kept, worth_keeping: impl FnOnce(Pattern) -> bool) {
        let seen = self.patterns.entry(pair.pattern).or_insert_with(|| Seen {
            pairs: 0,
            worth_keeping: worth_keeping(pair.pattern),
        });
        seen.pairs += 1;
        if seen.worth_keeping {
            self.kept.push(pair);
        }
    }

    /// How often each pattern was found, and the pairs that were kept, in their order.
    pub fn found(self) -> (Histogram, Vec<Kept>) {
        let mut histogram = Histogram::default();
        for (pattern, seen) in self.patterns {
            histogram.add(pattern, seen.pairs);
        }
        (histogram, self.kept)
    }
}
