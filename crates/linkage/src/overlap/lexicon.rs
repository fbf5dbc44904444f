//! A public table of names that both sides share, so that spellings in two scripts can have a key
//! in common: a token's nearest entries in it, by number.

use sha2::{Digest as _, Sha256};

use super::skeleton::skeleton;
use crate::name::Token;

/// The number of an entry of a lexicon.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LexiconId(pub u64);

/// A table of names. The same version gives the same answers on every machine.
pub trait NameLexicon: Sync {
    /// Name and version of the table, without a space; two sides must use the same.
    fn version(&self) -> &str;
    /// The entries nearest to a token, the nearest first. Only the first
    /// [`NEAREST`](super::keys::NEAREST) are used.
    fn nearest(&self, token: &Token) -> Vec<LexiconId>;
}

/// The table without a table: a token's one entry is its consonant skeleton. Finds a spelling in
/// another script only where the skeletons are the same (54 to 89 of 100 tokens, measured).
#[derive(Debug, Clone, Copy, Default)]
pub struct SkeletonLexicon;

impl NameLexicon for SkeletonLexicon {
    fn version(&self) -> &'static str {
        "skeleton-1"
    }

    fn nearest(&self, token: &Token) -> Vec<LexiconId> {
        let digest: [u8; 32] = Sha256::digest(skeleton(token)).into();
        let first: [u8; 8] = std::array::from_fn(|i| digest.get(i).copied().unwrap_or(0));
        vec![LexiconId(u64::from_be_bytes(first))]
    }
}
