//! RFC 6962 SHA-256 Merkle trees: hashes, the growing edge of a tree, and proofs. Knows digests and nothing else.

mod frontier;
mod proof;
mod prove;

pub use frontier::Frontier;
pub use proof::{ConsistencyProof, InclusionProof, ProofError};
pub use prove::{RangeError, prove_consistency, prove_inclusion, root};

use sha2::{Digest as _, Sha256};

use crate::digest::Digest;

/// The root of a tree without leaves: the digest of nothing.
pub fn empty_root() -> Digest {
    Digest::of(b"")
}

/// The hash of a leaf: SHA-256 of a zero byte and the leaf's data.
pub fn leaf_hash(data: &[u8]) -> Digest {
    let hash = Sha256::new().chain_update([0]).chain_update(data);
    Digest::from_bytes(hash.finalize().into())
}

/// The hash of an inner node: SHA-256 of a one byte, the left child and the right child.
pub fn node_hash(left: &Digest, right: &Digest) -> Digest {
    let hash = Sha256::new()
        .chain_update([1])
        .chain_update(left.as_bytes())
        .chain_update(right.as_bytes());
    Digest::from_bytes(hash.finalize().into())
}
