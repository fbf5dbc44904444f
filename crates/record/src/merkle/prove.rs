//! Making proofs from all leaf hashes of a tree.

use super::{ConsistencyProof, InclusionProof, empty_root, node_hash};
use crate::digest::Digest;

/// Why no proof can be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RangeError {
    /// The leaf is not in the tree.
    #[error(
        "proving inclusion: the tree of {size} leaves has no leaf at index {index}; ask for one that it has"
    )]
    NoSuchLeaf {
        /// The index asked for, counted from 0.
        index: u64,
        /// The tree's size.
        size: u64,
    },
    /// The older tree is larger than the newer, or the leaves do not reach.
    #[error(
        "proving consistency: {older} leaves cannot grow into {newer}; the older size must be between 1 and the newer, which must not exceed the leaves at hand"
    )]
    NotOlder {
        /// The older tree's size.
        older: u64,
        /// The newer tree's size.
        newer: u64,
    },
}

/// The root of the tree over these leaf hashes.
pub fn root(leaves: &[Digest]) -> Digest {
    match leaves {
        [] => empty_root(),
        [leaf] => *leaf,
        _ => {
            let (left, right) = leaves.split_at(split(leaves.len()));
            node_hash(&root(left), &root(right))
        }
    }
}

/// The proof that the leaf at `index` is in the tree over these leaf hashes (RFC 6962, section 2.1.1).
pub fn prove_inclusion(leaves: &[Digest], index: u64) -> Result<InclusionProof, RangeError> {
    let size = leaves.len() as u64;
    let refused = RangeError::NoSuchLeaf { index, size };
    let at = usize::try_from(index)
        .ok()
        .filter(|at| *at < leaves.len())
        .ok_or(refused)?;
    let mut path = Vec::new();
    let (mut rest, mut at) = (leaves, at);
    while rest.len() > 1 {
        let middle = split(rest.len());
        let (left, right) = rest.split_at(middle);
        if at < middle {
            path.push(root(right));
            rest = left;
        } else {
            path.push(root(left));
            rest = right;
            at -= middle;
        }
    }
    path.reverse();
    Ok(InclusionProof::new(path))
}

/// The proof that the tree over all these leaf hashes grew from the tree over the first `older` of them (RFC 6962, section 2.1.2).
pub fn prove_consistency(leaves: &[Digest], older: u64) -> Result<ConsistencyProof, RangeError> {
    let newer = leaves.len() as u64;
    let refused = RangeError::NotOlder { older, newer };
    let mut at = usize::try_from(older)
        .ok()
        .filter(|at| (1..=leaves.len()).contains(at))
        .ok_or(refused)?;
    let mut path = Vec::new();
    let (mut rest, mut whole) = (leaves, true);
    while at < rest.len() {
        let middle = split(rest.len());
        let (left, right) = rest.split_at(middle);
        if at <= middle {
            path.push(root(right));
            rest = left;
        } else {
            path.push(root(left));
            rest = right;
            at -= middle;
            whole = false;
        }
    }
    // The verifier knows the older root, so it is left out where it is the subtree that is left over.
    if !whole {
        path.push(root(rest));
    }
    path.reverse();
    Ok(ConsistencyProof::new(path))
}

/// The largest power of two smaller than the count.
fn split(count: usize) -> usize {
    count.next_power_of_two() / 2
}
