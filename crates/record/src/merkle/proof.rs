//! Checking proofs against roots (RFC 9162, sections 2.1.3.2 and 2.1.4.2).

use super::node_hash;
use crate::digest::Digest;

/// The hashes that lead from one leaf to the root.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct InclusionProof(Vec<Digest>);

/// The hashes that lead from an older root to a newer.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ConsistencyProof(Vec<Digest>);

/// Why a proof does not hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ProofError {
    /// The leaf cannot be in a tree of that size, or the older tree is larger.
    #[error(
        "checking a proof: position {at} does not lie in a tree of {size} leaves; the proof is for another tree"
    )]
    Position {
        /// The index or the older size.
        at: u64,
        /// The size of the tree.
        size: u64,
    },
    /// There are too few or too many hashes.
    #[error(
        "checking a proof: it has {found} hashes, which is not what a tree of this size needs; it was cut short or lengthened, ask for it again"
    )]
    Length {
        /// Hashes in the proof.
        found: usize,
    },
    /// The hashes lead somewhere else.
    #[error(
        "checking a proof: its hashes do not lead to the stated root; the leaf, the proof or the root was altered"
    )]
    Root,
}

impl InclusionProof {
    /// The proof made of these hashes, from the leaf's sibling up.
    pub const fn new(hashes: Vec<Digest>) -> Self {
        Self(hashes)
    }

    /// Its hashes, from the leaf's sibling up.
    pub fn hashes(&self) -> &[Digest] {
        &self.0
    }

    /// Checks that the leaf stands at `index` in the tree of this size and root.
    pub fn verify(
        &self,
        leaf: Digest,
        index: u64,
        size: u64,
        root: &Digest,
    ) -> Result<(), ProofError> {
        if index >= size {
            return Err(ProofError::Position { at: index, size });
        }
        let length = ProofError::Length {
            found: self.0.len(),
        };
        let (mut at, mut last, mut hash) = (index, size - 1, leaf);
        for sibling in &self.0 {
            if last == 0 {
                return Err(length);
            }
            if at & 1 == 1 || at == last {
                hash = node_hash(sibling, &hash);
                climb_past_lone_nodes(&mut at, &mut last);
            } else {
                hash = node_hash(&hash, sibling);
            }
            at >>= 1;
            last >>= 1;
        }
        if last != 0 {
            return Err(length);
        }
        if hash == *root {
            Ok(())
        } else {
            Err(ProofError::Root)
        }
    }
}

impl ConsistencyProof {
    /// The proof made of these hashes, in the order of RFC 6962.
    pub const fn new(hashes: Vec<Digest>) -> Self {
        Self(hashes)
    }

    /// Its hashes.
    pub fn hashes(&self) -> &[Digest] {
        &self.0
    }

    /// Checks that the tree of the newer size and root begins with the tree of the older size and root.
    pub fn verify(&self, older: (u64, &Digest), newer: (u64, &Digest)) -> Result<(), ProofError> {
        let ((old_size, old_root), (new_size, new_root)) = (older, newer);
        if old_size == 0 || old_size > new_size {
            return Err(ProofError::Position {
                at: old_size,
                size: new_size,
            });
        }
        let length = ProofError::Length {
            found: self.0.len(),
        };
        if old_size == new_size {
            return match (self.0.is_empty(), old_root == new_root) {
                (true, true) => Ok(()),
                (true, false) => Err(ProofError::Root),
                (false, _) => Err(length),
            };
        }
        let whole = old_size.is_power_of_two();
        let (first, rest) = match (whole, self.0.split_first()) {
            (true, _) => (old_root, self.0.as_slice()),
            (false, Some((first, rest))) => (first, rest),
            (false, None) => return Err(length),
        };
        let (mut at, mut last) = (old_size - 1, new_size - 1);
        let shift = at.trailing_ones();
        at >>= shift;
        last >>= shift;
        let (mut old, mut new) = (*first, *first);
        for hash in rest {
            if last == 0 {
                return Err(length);
            }
            if at & 1 == 1 || at == last {
                old = node_hash(hash, &old);
                new = node_hash(hash, &new);
                climb_past_lone_nodes(&mut at, &mut last);
            } else {
                new = node_hash(&new, hash);
            }
            at >>= 1;
            last >>= 1;
        }
        if last != 0 {
            return Err(length);
        }
        if old == *old_root && new == *new_root {
            Ok(())
        } else {
            Err(ProofError::Root)
        }
    }
}

/// A node without a right sibling stands unchanged on the levels above, which the proof therefore leaves out.
fn climb_past_lone_nodes(at: &mut u64, last: &mut u64) {
    while *at & 1 == 0 && *at != 0 {
        *at >>= 1;
        *last >>= 1;
    }
}
