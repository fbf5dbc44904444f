//! The name model that ships, on pairs that its training did not see: `data/names-aside.tsv`, set
//! aside by `examples/train.rs` from the CC0 pairs that `docs/name-model.md` names. The floors are
//! below what it reaches, and far above what a broken one would.

use std::collections::{BTreeMap, BTreeSet};

use linkage::{
    name::{Script, normal},
    transducer::{Model, Nearest, Prepared, Reach, Scratch},
};

/// Latin and native, in normal form.
fn aside(script: Script) -> Vec<(String, String)> {
    include_str!("../data/names-aside.tsv")
        .lines()
        .filter_map(|line| line.split_once('\t'))
        .map(|(latin, native)| (normal(latin), normal(native)))
        .filter(|(_, native)| native.script == script)
        .map(|(latin, native)| (latin.text, native.text))
        .collect()
}

/// Of all Latin tokens, for how many in a thousand the likeliest native is right.
fn first_of_thousand(script: Script) -> usize {
    let pairs = aside(script);
    assert!(pairs.len() > 200, "only {} pairs set aside", pairs.len());
    let model = Model::builtin();
    let natives: BTreeSet<&str> = pairs.iter().map(|pair| pair.1.as_str()).collect();
    let ready: Vec<Prepared<'_>> = natives
        .iter()
        .map(|native| Prepared::new(model, native, script))
        .collect();
    let mut truths: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (latin, native) in &pairs {
        truths.entry(latin).or_default().insert(native);
    }
    let mut scratch = Scratch::default();
    let right = truths
        .iter()
        .filter(|(latin, truth)| {
            let query = Prepared::new(model, latin, Script::Latin);
            let best = ready
                .iter()
                .map(|other| (query.bits(other, &mut scratch), other.text()))
                .max_by(|a, b| a.0.total_cmp(&b.0));
            best.is_some_and(|(_, text)| truth.contains(text))
        })
        .count();
    right * 1000 / truths.len()
}

#[test]
fn arabic_tokens_are_ranked() {
    let first = first_of_thousand(Script::Arabic);
    assert!(first >= 930, "{first} of 1000");
}

#[test]
fn cyrillic_tokens_are_ranked() {
    let first = first_of_thousand(Script::Cyrillic);
    assert!(first >= 940, "{first} of 1000");
}

/// Full names with as many words on both sides, their words taken in order: true pairs against each
/// name with another's.
#[test]
fn hebrew_names_are_told_apart() {
    let pairs = aside(Script::Hebrew);
    assert!(pairs.len() > 200, "only {} pairs set aside", pairs.len());
    let model = Model::builtin();
    let evidence = |latin: &str, native: &str| -> f32 {
        latin
            .split(' ')
            .zip(native.split(' '))
            .map(|(a, b)| {
                let bits = model.bits((a, Script::Latin), (b, Script::Hebrew));
                bits.clamp(-8.0, model.rarity(a, Script::Latin))
            })
            .sum()
    };
    let others = pairs.iter().cycle().skip(1);
    let (mut right, mut wrong) = (0, 0);
    for ((latin, native), (_, other)) in pairs.iter().zip(others) {
        right += usize::from(evidence(latin, native) > 10.0);
        wrong += usize::from(evidence(latin, other) > 10.0);
    }
    let f1 = 2000 * right / (right + wrong + pairs.len());
    assert!(f1 >= 930, "{f1} of 1000");
}

#[test]
fn the_search_finds_what_comparing_all_finds() {
    let pairs = aside(Script::Arabic);
    let model = Model::builtin();
    let ready: Vec<Prepared<'_>> = pairs
        .iter()
        .map(|pair| Prepared::new(model, &pair.1, Script::Arabic))
        .collect();
    let nearest = Nearest::new(&ready, Reach::default());
    let mut scratch = Scratch::default();
    let (mut all, mut found) = (0, 0);
    for (latin, _) in &pairs {
        let query = Prepared::new(model, latin, Script::Latin);
        let near = nearest.above(&query, 6.0, &mut scratch);
        assert!(near.is_sorted_by(|a, b| a.bits >= b.bits));
        found += near.len();
        for other in &ready {
            all += usize::from(query.bits(other, &mut scratch) >= 6.0);
        }
    }
    assert!(found <= all);
    assert!(found * 100 >= all * 94, "{found} of {all}");
}

#[test]
fn bytes_that_were_changed_are_refused() {
    let mut bytes = include_bytes!("../data/names.model").to_vec();
    assert_eq!(
        Model::from_bytes(&bytes).map(|model| model.digest()).ok(),
        Some(Model::builtin().digest())
    );
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    assert!(Model::from_bytes(&bytes).is_err());
    assert!(Model::from_bytes(&bytes[..100]).is_err());
    assert!(Model::from_bytes(&[]).is_err());
}
