//! How far people agree on the spelling of a name: what no model that sees the letters alone can be
//! asked to surpass by much.

use std::collections::{BTreeMap, BTreeSet};

use linkage::transducer::train::{Kind, Source};

use crate::data::{Counted, taken_apart};

/// Persons among themselves, and one source with another.
pub fn measure(sources: &[Source], other: &Source) {
    for source in sources.iter().filter(|source| source.of == Kind::Persons) {
        let pairs = taken_apart(source);
        println!("{:?}: persons with one Latin token", source.script);
        for (least, most) in [(2, 2), (3, 5), (6, 20), (21, u32::MAX)] {
            persons(&pairs, least, most);
        }
    }
    for source in sources.iter().filter(|it| it.script == other.script) {
        between(&taken_apart(source), &taken_apart(other));
    }
}

/// Of the Latin tokens that so many persons have: how likely two of them have one native spelling.
fn persons(pairs: &Counted, least: u32, most: u32) {
    let mut counts: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
    for ((latin, _), count) in pairs {
        counts.entry(latin).or_default().push(*count);
    }
    let (mut tokens, mut agreed) = (0_u32, 0.0);
    for counts in counts.values() {
        let total: u32 = counts.iter().sum();
        if (least..=most).contains(&total) {
            let pairs_of = |count: u32| f64::from(count) * f64::from(count - 1);
            tokens += 1;
            agreed += counts.iter().map(|count| pairs_of(*count)).sum::<f64>() / pairs_of(total);
        }
    }
    let share = agreed / f64::from(tokens.max(1));
    let most = if most == u32::MAX {
        "more".to_owned()
    } else {
        most.to_string()
    };
    println!("  {least} to {most} persons ({tokens} tokens): two have one spelling in {share:.3}");
}

/// Of the Latin tokens that both sources have: for how many they share a native spelling.
fn between(one: &Counted, other: &Counted) {
    let by_latin = |pairs: &Counted| {
        let mut natives: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for (latin, native) in pairs.keys() {
            let known = natives.entry(latin.clone()).or_default();
            known.insert(native.clone());
        }
        natives
    };
    let (one, other) = (by_latin(one), by_latin(other));
    let both = one
        .iter()
        .filter_map(|(latin, natives)| Some((natives, other.get(latin)?)));
    let shared = both.clone().filter(|(a, b)| !a.is_disjoint(b)).count();
    let of = both.count();
    println!(
        "Two sources: {of} Latin tokens in both, with a spelling in common {:.3}",
        shared as f64 / of.max(1) as f64
    );
}
