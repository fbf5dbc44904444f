//! Trees and proofs against another implementation, and against every way of bending a proof.

use ct_merkle::mem_backed_tree::MemoryBackedTree;
use proptest::prelude::*;
use record::Digest;
use record::merkle::{
    ConsistencyProof, Frontier, InclusionProof, empty_root, leaf_hash, prove_consistency,
    prove_inclusion, root,
};
use sha2::Sha256;

fn flat(hashes: &[Digest]) -> Vec<u8> {
    hashes.iter().flat_map(|hash| *hash.as_bytes()).collect()
}

fn tree(leaves: &[Vec<u8>]) -> (MemoryBackedTree<Sha256, Vec<u8>>, Vec<Digest>) {
    let mut theirs = MemoryBackedTree::new();
    for leaf in leaves {
        theirs.push(leaf.clone());
    }
    (theirs, leaves.iter().map(|leaf| leaf_hash(leaf)).collect())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn trees_and_proofs_are_those_of_ct_merkle(
        leaves in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..40), 1..150),
        index in any::<prop::sample::Index>(),
        older in any::<prop::sample::Index>(),
    ) {
        let (theirs, ours) = tree(&leaves);
        let head = root(&ours);
        prop_assert_eq!(theirs.root().as_bytes().to_vec(), head.as_bytes().to_vec());
        prop_assert_eq!(Frontier::of_leaves(&ours).root(), head);

        let at = index.index(leaves.len());
        let proof = prove_inclusion(&ours, at as u64).unwrap();
        prop_assert_eq!(flat(proof.hashes()), theirs.prove_inclusion(at).as_bytes().to_vec());
        prop_assert!(proof.verify(ours[at], at as u64, ours.len() as u64, &head).is_ok());

        let size = older.index(leaves.len()) + 1;
        let proof = prove_consistency(&ours, size as u64).unwrap();
        if size < leaves.len() {
            prop_assert_eq!(flat(proof.hashes()), theirs.prove_consistency(leaves.len() - size).as_bytes().to_vec());
        }
        let (old, new) = ((size as u64, &root(&ours[..size])), (ours.len() as u64, &head));
        prop_assert!(proof.verify(old, new).is_ok());
    }

    #[test]
    fn a_frontier_grows_as_the_tree_does(count in 0_u64..300) {
        let leaves: Vec<Digest> = (0..count).map(|at| leaf_hash(&at.to_be_bytes())).collect();
        let mut frontier = Frontier::new();
        for (size, leaf) in leaves.iter().enumerate() {
            prop_assert_eq!(frontier.root(), root(&leaves[..size]));
            frontier.push(*leaf);
            prop_assert_eq!(frontier.subtrees().len(), (size + 1).count_ones() as usize);
        }
        prop_assert_eq!(frontier.size(), count);
    }
}

/// The roots that Certificate Transparency's own tests publish.
#[test]
fn trees_are_those_of_certificate_transparency() {
    let leaves: [&[u8]; 8] = [
        b"",
        b"\x00",
        b"\x10",
        b"\x20\x21",
        b"\x30\x31",
        b"\x40\x41\x42\x43",
        b"\x50\x51\x52\x53\x54\x55\x56\x57",
        b"\x60\x61\x62\x63\x64\x65\x66\x67\x68\x69\x6a\x6b\x6c\x6d\x6e\x6f",
    ];
    let hashes: Vec<Digest> = leaves.into_iter().map(leaf_hash).collect();
    for (size, published) in [
        (
            1,
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        ),
        (
            2,
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        ),
        (
            3,
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        ),
        (
            7,
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        ),
        (
            8,
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
        ),
    ] {
        assert_eq!(root(&hashes[..size]).to_hex(), published);
    }
}

#[test]
fn the_empty_tree_has_the_digest_of_nothing() {
    assert_eq!(root(&[]), empty_root());
    assert_eq!(empty_root(), Digest::of(b""));
    assert!(prove_inclusion(&[], 0).is_err());
    assert!(prove_consistency(&[], 0).is_err());
}

/// Every proof of every small tree, bent in every way that could pass for it.
#[test]
fn bent_inclusion_proofs_are_refused() {
    for size in 1..=17_u64 {
        let leaves: Vec<Digest> = (0..size).map(|at| leaf_hash(&at.to_be_bytes())).collect();
        let head = root(&leaves);
        for at in 0..size {
            let leaf = leaves[usize::try_from(at).unwrap()];
            let proof = prove_inclusion(&leaves, at).unwrap();
            assert!(proof.verify(leaf, at, size, &head).is_ok());
            assert!(proof.verify(leaf_hash(b"other"), at, size, &head).is_err());
            assert!(proof.verify(leaf, at, size, &leaf).is_err() || size == 1);
            for other in (0..size + 2).filter(|other| *other != at) {
                assert!(
                    proof.verify(leaf, other, size, &head).is_err(),
                    "{at} as {other} of {size}"
                );
            }
            for bent in bend(proof.hashes()) {
                assert!(
                    InclusionProof::new(bent)
                        .verify(leaf, at, size, &head)
                        .is_err()
                );
            }
        }
    }
}

#[test]
fn bent_consistency_proofs_are_refused() {
    for size in 1..=17_usize {
        let leaves: Vec<Digest> = (0..size).map(|at| leaf_hash(&at.to_be_bytes())).collect();
        let new_root = root(&leaves);
        let new = (size as u64, &new_root);
        for older in 1..=size {
            let old_root = root(&leaves[..older]);
            let old = (older as u64, &old_root);
            let proof = prove_consistency(&leaves, older as u64).unwrap();
            assert!(proof.verify(old, new).is_ok());
            assert!(proof.verify((old.0, &leaf_hash(b"other")), new).is_err());
            assert!(proof.verify(old, (new.0, &leaf_hash(b"other"))).is_err());
            assert!(proof.verify((0, &old_root), new).is_err());
            assert!(proof.verify((new.0 + 1, &old_root), new).is_err());
            for bent in bend(proof.hashes()) {
                assert!(ConsistencyProof::new(bent).verify(old, new).is_err());
            }
        }
    }
}

/// Shortened, lengthened, reordered, and each hash altered.
fn bend(hashes: &[Digest]) -> Vec<Vec<Digest>> {
    let extra = leaf_hash(b"extra");
    let mut all = vec![[hashes, &[extra]].concat(), [&[extra], hashes].concat()];
    if let Some((_, rest)) = hashes.split_first() {
        all.push(rest.to_vec());
        all.push(hashes[..hashes.len() - 1].to_vec());
    }
    for at in 0..hashes.len() {
        let mut altered = hashes.to_vec();
        altered[at] = extra;
        all.push(altered);
        if at > 0 {
            let mut swapped = hashes.to_vec();
            swapped.swap(at, at - 1);
            all.push(swapped);
        }
    }
    all
}
