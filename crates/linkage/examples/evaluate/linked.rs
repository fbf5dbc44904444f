//! Names compared token by token, and two lists of them linked by names alone.

use std::{collections::BTreeSet, time::Instant};

use linkage::{
    name::Script,
    transducer::{Model, Prepared, Scratch},
};

/// The evidence of two names: each token of the shorter with one of the longer, in order, or in
/// order after the last tokens have been put first, which costs a little; as does each token of the
/// longer that is left. What one token says is at most its rarity.
pub fn evidence(latin: &[usize], native: &[usize], table: &dyn Fn(usize, usize) -> f32) -> f32 {
    const TURNED: f32 = -3.0;
    let turned = |table: &dyn Fn(usize, usize) -> f32, a: &[usize], b: &[usize]| {
        let mut best = in_order(a, b, table);
        let mut other = b.to_vec();
        for _ in 1..b.len() {
            other.rotate_right(1);
            best = best.max(in_order(a, &other, table) + TURNED);
        }
        best
    };
    if latin.len() <= native.len() {
        turned(table, latin, native)
    } else {
        turned(&|a, b| table(b, a), native, latin)
    }
}

fn in_order(short: &[usize], long: &[usize], table: &dyn Fn(usize, usize) -> f32) -> f32 {
    const LEFT: f32 = -3.0;
    let mut best = vec![f32::MIN; long.len() + 1];
    best[0] = 0.0;
    for j in 1..=long.len() {
        best[j] = best[j - 1] + LEFT;
    }
    for token in short {
        let mut next = vec![f32::MIN; long.len() + 1];
        for j in 1..=long.len() {
            next[j] = (next[j - 1] + LEFT).max(best[j - 1] + table(*token, long[j - 1]));
        }
        best = next;
    }
    best[long.len()]
}

/// The tokens of names, each once, and for each name which they are.
pub fn intern<'a>(names: impl Iterator<Item = &'a str>) -> (Vec<&'a str>, Vec<Vec<usize>>) {
    let names: Vec<Vec<&str>> = names.map(|name| name.split(' ').collect()).collect();
    let tokens: BTreeSet<&str> = names.iter().flatten().copied().collect();
    let tokens: Vec<&str> = tokens.into_iter().collect();
    let places = names
        .iter()
        .map(|name| {
            name.iter()
                .filter_map(|token| tokens.binary_search(token).ok())
                .collect()
        })
        .collect();
    (tokens, places)
}

/// The bits of every Latin token with every native one, capped by rarity.
pub fn matrix(model: &Model, script: Script, latins: &[&str], natives: &[&str]) -> Vec<f32> {
    let mut scratch = Scratch::default();
    let ready: Vec<Prepared<'_>> = natives
        .iter()
        .map(|native| Prepared::new(model, native, script))
        .collect();
    let mut table = Vec::with_capacity(latins.len() * natives.len());
    for latin in latins {
        let query = Prepared::new(model, latin, Script::Latin);
        let rare = model.rarity(latin, Script::Latin);
        for other in &ready {
            let quick = query.quick(other, &mut scratch);
            let bits = if quick < -8.0 {
                quick
            } else {
                query.bits(other, &mut scratch)
            };
            let cap = rare.min(model.rarity(other.text(), script));
            table.push(bits.min(cap).max(-8.0));
        }
    }
    table
}

/// The best F1 over all thresholds, where so many pairs are to be found.
pub fn best_f1(scored: &[(f32, bool)], truths: usize) -> (f64, f32) {
    let mut sorted = scored.to_vec();
    sorted.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    let (mut right, mut best) = (0_usize, (0.0, 0.0));
    for (at, (score, truth)) in sorted.iter().enumerate() {
        right += usize::from(*truth);
        if sorted.get(at + 1).is_some_and(|next| next.0 >= *score) {
            continue;
        }
        let f1 = 2.0 * right as f64 / (at + 1 + truths) as f64;
        if f1 > best.0 {
            best = (f1, *score);
        }
    }
    best
}

/// Two lists of 4,000 with 1,000 in common, by names alone.
pub fn linked(model: &Model, script: Script, aside: &[(String, String)]) {
    let begun = Instant::now();
    let (latins, on_left) = intern(aside[..4000].iter().map(|pair| pair.0.as_str()));
    let right = aside[..1000].iter().chain(&aside[4000..7000]);
    let (natives, on_right) = intern(right.map(|pair| pair.1.as_str()));
    let table = matrix(model, script, &latins, &natives);
    let token = |a: usize, b: usize| table[a * natives.len() + b];
    let mut found: Vec<(f32, usize, usize)> = Vec::new();
    for (a, left) in on_left.iter().enumerate() {
        for (b, right) in on_right.iter().enumerate() {
            let score = evidence(left, right, &token);
            if score > 0.0 {
                found.push((score, a, b));
            }
        }
    }
    found.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    let is_true = |a: usize, b: usize| a == b && a < 1000;
    let raw: Vec<(f32, bool)> = found
        .iter()
        .map(|(s, a, b)| (*s, is_true(*a, *b)))
        .collect();
    let (mut used_left, mut used_right) = (BTreeSet::new(), BTreeSet::new());
    let one: Vec<(f32, bool)> = found
        .iter()
        .filter(|(_, a, b)| {
            let free = !used_left.contains(a) && !used_right.contains(b);
            if free {
                used_left.insert(*a);
                used_right.insert(*b);
            }
            free
        })
        .map(|(s, a, b)| (*s, is_true(*a, *b)))
        .collect();
    let ((all, at), (single, at_single)) = (best_f1(&raw, 1000), best_f1(&one, 1000));
    println!(
        "  linked 4000 by 4000, 1000 in common: F1 {all:.4} at {at:.1} bits, one to one {single:.4} at {at_single:.1} ({:.1} s)",
        begun.elapsed().as_secs_f64()
    );
    if std::env::var("SHOW").is_ok() {
        for (score, a, b) in found
            .iter()
            .filter(|f| f.0 >= at_single && !is_true(f.1, f.2))
            .take(40)
        {
            let right = if *b < 1000 {
                &aside[*b].1
            } else {
                &aside[*b + 3000].1
            };
            println!("    {score:.1} {} {right}", aside[*a].0);
        }
    }
}
