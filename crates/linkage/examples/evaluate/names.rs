//! Full names, Latin and Hebrew, one in five of which no training saw: pairs of names told apart.

use std::{
    collections::{BTreeMap, BTreeSet},
    error::Error,
};

use linkage::{
    name::{Script, normal},
    transducer::{
        Model,
        train::{Kind, Source},
    },
};

use crate::{
    data::{Pairs, hash, learn, taken_apart},
    linked::{best_f1, evidence, intern, linked, matrix},
};

/// By a model that did not see the names set aside.
pub fn measure(sources: &[Source]) -> Result<(), Box<dyn Error>> {
    let Some(source) = sources.iter().find(|source| source.of == Kind::Persons) else {
        return Ok(());
    };
    let is_aside = |pair: &&(String, String)| hash(&normal(&pair.1).text).is_multiple_of(5);
    let mut kept = source.clone();
    let latins: BTreeSet<String> = source
        .pairs
        .iter()
        .filter(is_aside)
        .map(|pair| normal(&pair.0).text)
        .collect();
    kept.pairs
        .retain(|pair| !is_aside(&pair) && !latins.contains(&normal(&pair.0).text));
    let mut aside: Pairs = source
        .pairs
        .iter()
        .filter(is_aside)
        .map(|(latin, native)| (normal(latin).text, normal(native).text))
        .collect();
    aside.sort_by_key(|pair| hash(&pair.0));
    aside.dedup_by(|a, b| a.0 == b.0 || a.1 == b.1);
    println!(
        "Names: {} to train on, {} set aside",
        kept.pairs.len(),
        aside.len()
    );
    let seen: BTreeSet<String> = taken_apart(&kept)
        .into_keys()
        .flat_map(|(latin, native)| [latin, native])
        .collect();
    let model = learn(&[kept])?;
    labelled(&model, source.script, &aside, &seen);
    linked(&model, source.script, &aside);
    Ok(())
}

/// True pairs against each name with another's, half of them with the same first name.
fn labelled(model: &Model, script: Script, aside: &[(String, String)], seen: &BTreeSet<String>) {
    let positives = &aside[..1500];
    let mut cases: Vec<(&str, &str, bool, bool)> = Vec::new();
    let mut by_first: BTreeMap<&str, Vec<&(String, String)>> = BTreeMap::new();
    for pair in aside {
        let first = pair.0.split(' ').next().unwrap_or_default();
        by_first.entry(first).or_default().push(pair);
    }
    for (at, (latin, native)) in positives.iter().enumerate() {
        let fresh = latin
            .split(' ')
            .chain(native.split(' '))
            .all(|token| !seen.contains(token));
        cases.push((latin, native, true, fresh));
        let other = &aside[(at * 7919 + 1501) % aside.len()];
        if other.1 != *native {
            cases.push((latin, &other.1, false, fresh));
        }
        let first = latin.split(' ').next().unwrap_or_default();
        let group = &by_first[first];
        let other = group[at % group.len()];
        if other.1 != *native {
            cases.push((latin, &other.1, false, fresh));
        }
    }
    let (latins, on_left) = intern(cases.iter().map(|case| case.0));
    let (natives, on_right) = intern(cases.iter().map(|case| case.1));
    let table = matrix(model, script, &latins, &natives);
    let score = |at: usize| {
        evidence(&on_left[at], &on_right[at], &|a, b| {
            table[a * natives.len() + b]
        })
    };
    let scored: Vec<(f32, bool)> = (0..cases.len())
        .map(|at| (score(at), cases[at].2))
        .collect();
    let negatives = cases.iter().filter(|case| !case.2).count();
    let (f1, threshold) = best_f1(&scored, 1500);
    println!("  labelled: 1500 positive, {negatives} negative: F1 {f1:.4} at {threshold:.1} bits");
    let fresh: Vec<(f32, bool)> = (0..cases.len())
        .filter(|at| cases[*at].3)
        .map(|at| (score(at), cases[at].2))
        .collect();
    let positive = fresh.iter().filter(|case| case.1).count();
    let (f1, _) = best_f1(&fresh, positive);
    println!("  of them {positive} positive with no token seen in training: F1 {f1:.4}");
    if std::env::var("SHOW").is_ok() {
        for at in 0..cases.len() {
            if (scored[at].0 >= threshold) != cases[at].2 {
                println!("    {:.1} {:?}", scored[at].0, cases[at]);
            }
        }
    }
}
