//! How common tokens of names are among persons, as far as public data tell.

use std::collections::BTreeMap;

/// Bits of a token that was not met, or too seldom to be kept.
pub(super) const UNKNOWN: f32 = 16.0;

/// Tokens of one script and how rare each is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Frequencies {
    /// In eighths of a bit.
    pub(super) rare: BTreeMap<Box<str>, u8>,
}

impl Frequencies {
    /// Minus the logarithm to base 2 of a token's share of all tokens.
    pub(super) fn rarity(&self, token: &str) -> f32 {
        self.rare
            .get(token)
            .map_or(UNKNOWN, |eighths| f32::from(*eighths) / 8.0)
    }
}
