//! The growing edge of a tree: the roots of its perfect subtrees, enough to append and to name the root.

use super::{empty_root, node_hash};
use crate::digest::Digest;

/// A tree's size and the roots of its perfect subtrees from the largest to the smallest (a compact range).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Frontier {
    size: u64,
    subtrees: Vec<Digest>,
}

impl Frontier {
    /// The edge of an empty tree.
    pub const fn new() -> Self {
        Self {
            size: 0,
            subtrees: Vec::new(),
        }
    }

    /// The edge of the tree over these leaf hashes.
    pub fn of_leaves(leaves: &[Digest]) -> Self {
        let mut frontier = Self::new();
        for leaf in leaves {
            frontier.push(*leaf);
        }
        frontier
    }

    /// How many leaves the tree has.
    pub const fn size(&self) -> u64 {
        self.size
    }

    /// The roots of the perfect subtrees, largest first.
    pub fn subtrees(&self) -> &[Digest] {
        &self.subtrees
    }

    /// Appends one leaf hash; amortised, one hash.
    pub fn push(&mut self, leaf: Digest) {
        let mut node = leaf;
        // One perfect subtree merges for each trailing one bit of the old size, as in binary addition.
        for _ in 0..self.size.trailing_ones() {
            if let Some(left) = self.subtrees.pop() {
                node = node_hash(&left, &node);
            }
        }
        self.subtrees.push(node);
        self.size += 1;
    }

    /// The root of the tree as it stands.
    pub fn root(&self) -> Digest {
        self.subtrees
            .iter()
            .rev()
            .copied()
            .reduce(|right, left| node_hash(&left, &right))
            .unwrap_or_else(empty_root)
    }
}
