//! A Merkle tree in the shape of RFC 6962 with all its levels, and the way from a leaf to its root.

use sha2::{Digest as _, Sha256};

use super::Digest;

/// The levels of a tree from the leaves up. A node without a right neighbour stands unchanged one
/// level higher, which gives the shape of RFC 6962, section 2.1.
#[derive(Debug, Clone)]
pub struct Tree {
    levels: Vec<Vec<Digest>>,
}

impl Tree {
    /// The tree over these leaves.
    pub fn over(leaves: Vec<Digest>) -> Self {
        let mut levels = Vec::new();
        let mut level = leaves;
        while level.len() > 1 {
            let above = level.chunks(2).map(parent).collect();
            levels.push(std::mem::replace(&mut level, above));
        }
        levels.push(level);
        Self { levels }
    }

    /// The root; of no leaves, the digest of nothing.
    pub fn root(&self) -> Digest {
        self.levels
            .last()
            .and_then(|top| top.first().copied())
            .unwrap_or_else(|| Digest::of(b""))
    }

    /// The hashes that lead from the leaf at this place to the root, lowest first.
    pub fn path(&self, at: usize) -> Vec<Digest> {
        let mut at = at;
        let mut path = Vec::new();
        for level in &self.levels {
            path.extend(level.get(at ^ 1));
            at >>= 1;
        }
        // The top level has one node: its neighbour never exists.
        path
    }
}

/// The hash of an inner node: SHA-256 of a one byte, the left and the right.
pub fn node(left: &Digest, right: &Digest) -> Digest {
    let hash = Sha256::new()
        .chain_update([1])
        .chain_update(left.as_bytes())
        .chain_update(right.as_bytes());
    Digest::from_bytes(hash.finalize().into())
}

/// The root to which this path leads from the leaf; none when the path is not one for a leaf at
/// this place in a tree of this size.
pub fn climb(leaf: Digest, at: u64, size: u64, path: &[Digest]) -> Option<Digest> {
    let (mut at, mut last, mut hash) = (at, size.checked_sub(1)?, leaf);
    if at > last {
        return None;
    }
    let mut path = path.iter();
    while last > 0 {
        if at & 1 == 1 {
            hash = node(path.next()?, &hash);
        } else if at < last {
            hash = node(&hash, path.next()?);
        }
        at >>= 1;
        last >>= 1;
    }
    path.next().is_none().then_some(hash)
}

fn parent(pair: &[Digest]) -> Digest {
    match pair {
        [left, right] => node(left, right),
        [lone] => *lone,
        _ => Digest::of(b""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The definition of RFC 6962, word for word.
    fn defined(leaves: &[Digest]) -> Digest {
        match leaves {
            [] => Digest::of(b""),
            [leaf] => *leaf,
            _ => {
                let mut split = 1;
                while split * 2 < leaves.len() {
                    split *= 2;
                }
                node(&defined(&leaves[..split]), &defined(&leaves[split..]))
            }
        }
    }

    #[test]
    fn shape_and_paths_are_those_of_rfc_6962() {
        for size in 0_u64..=70 {
            let leaves: Vec<Digest> = (0..size).map(|i| Digest::of(&i.to_be_bytes())).collect();
            let tree = Tree::over(leaves.clone());
            assert_eq!(tree.root(), defined(&leaves), "{size}");
            for (at, leaf) in (0_u64..).zip(&leaves) {
                let path = tree.path(usize::try_from(at).unwrap());
                assert_eq!(climb(*leaf, at, size, &path), Some(tree.root()));
                let longer: Vec<Digest> = path.iter().copied().chain([*leaf]).collect();
                assert_eq!(climb(*leaf, at, size, &longer), None);
                if let Some((_, shorter)) = path.split_last() {
                    assert_eq!(climb(*leaf, at, size, shorter), None);
                }
                assert_eq!(climb(*leaf, size, size, &path), None);
            }
        }
    }

    #[test]
    fn the_tree_of_the_certificate_transparency_tests_has_its_root() {
        // The eight inputs and the root that the Certificate Transparency project publishes.
        let inputs: [&[u8]; 8] = [
            b"",
            &[0x00],
            &[0x10],
            &[0x20, 0x21],
            &[0x30, 0x31],
            &[0x40, 0x41, 0x42, 0x43],
            &[0x50, 0x51, 0x52, 0x53, 0x54, 0x55, 0x56, 0x57],
            &[
                0x60, 0x61, 0x62, 0x63, 0x64, 0x65, 0x66, 0x67, 0x68, 0x69, 0x6a, 0x6b, 0x6c, 0x6d,
                0x6e, 0x6f,
            ],
        ];
        let leaves = inputs
            .iter()
            .map(|i| Digest::of(&[&[0], *i].concat()))
            .collect();
        assert_eq!(
            Tree::over(leaves).root().to_string(),
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
        );
    }
}
