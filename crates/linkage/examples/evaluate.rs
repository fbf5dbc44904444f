//! Measures the name model as `docs/name-model.md` reports it, on pairs that training does not see:
//! `cargo run --release -p linkage --example evaluate -- DATA_DIR [tokens|names|speed|outside]…`.
//!
//! What is set aside goes by a hash of the native spelling; training also does without every pair
//! whose Latin spelling is that of one set aside, so no spelling of either side is on both.

#![expect(
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "a measuring program, not the library: it reads files and the clock, and may stop where it errs"
)]

use std::{
    collections::{BTreeMap, BTreeSet},
    error::Error,
    path::Path,
    time::Instant,
};

use linkage::{
    name::{Script, normal},
    transducer::{
        Model, Nearest, Prepared, Reach, Scratch,
        train::{Kind, Params, Source, train},
    },
    watch::Unwatched,
};

type Pairs = Vec<(String, String)>;

const FILES: [(&str, Script, Kind); 3] = [
    ("hebrew-full-names.tsv", Script::Hebrew, Kind::Persons),
    ("arabic-tokens.tsv", Script::Arabic, Kind::Tokens),
    ("russian-tokens.tsv", Script::Cyrillic, Kind::Tokens),
];

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let data = arguments.next().ok_or("say the folder of the pairs")?;
    let asked: Vec<String> = arguments.collect();
    let wants = |what: &str| asked.is_empty() || asked.iter().any(|name| name == what);
    let mut sources = Vec::new();
    for (file, script, of) in FILES {
        let pairs = read(&data, file)?;
        sources.push(Source { script, of, pairs });
    }
    if wants("tokens") {
        tokens(&sources)?;
    }
    if wants("names") {
        names(&sources)?;
    }
    if wants("outside") {
        outside(&data, &sources)?;
    }
    if wants("speed") {
        speed(&sources);
    }
    Ok(())
}

fn read(data: &str, file: &str) -> Result<Pairs, Box<dyn Error>> {
    let text = std::fs::read_to_string(Path::new(data).join(file))
        .map_err(|error| format!("{file} could not be read: {error}"))?;
    Ok(text
        .lines()
        .filter_map(|line| line.split_once('\t'))
        .map(|(latin, native)| (latin.to_owned(), native.to_owned()))
        .collect())
}

/// The pairs of tokens of a source, in normal form.
fn taken_apart(source: &Source) -> BTreeMap<(String, String), u32> {
    let mut tokens = BTreeMap::new();
    for (latin, native) in &source.pairs {
        let (latin, native) = (normal(latin).text, normal(native).text);
        let latins: Vec<&str> = latin.split(' ').collect();
        let natives: Vec<&str> = native.split(' ').collect();
        if latins.len() == natives.len() {
            for (latin, native) in latins.into_iter().zip(natives) {
                if latin.len() > 1 && native.chars().count() > 1 {
                    *tokens
                        .entry((latin.to_owned(), native.to_owned()))
                        .or_default() += 1;
                }
            }
        }
    }
    tokens
}

fn hash(text: &str) -> u64 {
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    (hash ^ (hash >> 31)).wrapping_mul(0xd6e8_feb8_6659_fd93) >> 33
}

/// Pairs to train on, and those set aside.
fn split(pairs: &BTreeMap<(String, String), u32>) -> (Pairs, Pairs) {
    let is_aside = |native: &str| hash(native).is_multiple_of(3);
    let latins: BTreeSet<&str> = pairs
        .keys()
        .filter(|(_, native)| is_aside(native))
        .map(|(latin, _)| latin.as_str())
        .collect();
    let aside = pairs.keys().filter(|p| is_aside(&p.1)).cloned().collect();
    let kept = pairs
        .keys()
        .filter(|(latin, native)| !is_aside(native) && !latins.contains(latin.as_str()))
        .cloned()
        .collect();
    (kept, aside)
}

fn learn(sources: &[Source]) -> Result<Model, Box<dyn Error>> {
    let trained = train(sources, &params(), &Unwatched)?;
    println!("  model of {} bytes", trained.bytes.len());
    Ok(Model::from_bytes(&trained.bytes)?)
}

/// The parameters that ship, but for those named in the environment, for experiments.
fn params() -> Params {
    let mut params = Params::default();
    let number = |name: &str| std::env::var(name).ok()?.parse::<f64>().ok();
    if let Some(value) = number("RAREST_UNIT") {
        params.rarest_unit = value;
    }
    if let Some(value) = number("ORDER") {
        params.order = value as usize;
    }
    if let Some(value) = number("LETTERS") {
        params.letters_order = value as usize;
    }
    if let Some(value) = number("FOLLOWER") {
        params.rarest_follower = value as u32;
    }
    if let Some(value) = number("DOUBT") {
        params.doubt = value as f32;
    }
    params
}

/// Single tokens: how often the right one is first among all that were set aside.
fn tokens(sources: &[Source]) -> Result<(), Box<dyn Error>> {
    for source in sources {
        if std::env::var("ONLY").is_ok_and(|only| only != format!("{:?}", source.script)) {
            continue;
        }
        let pairs = taken_apart(source);
        let (kept, aside) = split(&pairs);
        println!(
            "{:?}: {} pairs of tokens, {} to train on, {} set aside",
            source.script,
            pairs.len(),
            kept.len(),
            aside.len()
        );
        let model = learn(&[Source {
            script: source.script,
            of: Kind::Tokens,
            pairs: kept,
        }])?;
        rank(&model, source.script, &aside, &pairs, "all");
        let most: Pairs = usual(&pairs)
            .into_iter()
            .filter(|pair| aside.contains(pair))
            .collect();
        if most.len() < aside.len() {
            rank(
                &model,
                source.script,
                &most,
                &pairs,
                "each Latin token with its usual spelling",
            );
        }
    }
    Ok(())
}

/// For each Latin token the native spelling that is met most often.
fn usual(pairs: &BTreeMap<(String, String), u32>) -> BTreeSet<(String, String)> {
    let mut best: BTreeMap<&str, (&str, u32)> = BTreeMap::new();
    for ((latin, native), count) in pairs {
        let known = best.entry(latin).or_insert((native, *count));
        if *count > known.1 {
            *known = (native, *count);
        }
    }
    best.into_iter()
        .map(|(latin, (native, _))| (latin.to_owned(), native.to_owned()))
        .collect()
}

fn rank(
    model: &Model,
    script: Script,
    aside: &[(String, String)],
    all: &BTreeMap<(String, String), u32>,
    what: &str,
) {
    let natives: Vec<&str> = aside
        .iter()
        .map(|(_, native)| native.as_str())
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect();
    let mut truths: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (latin, native) in aside {
        truths.entry(latin).or_default().insert(native);
    }
    let mut queries: Vec<&str> = truths.keys().copied().collect();
    queries.sort_by_key(|latin| hash(&format!("{latin}?")));
    queries.truncate(
        std::env::var("QUERIES")
            .ok()
            .and_then(|q| q.parse().ok())
            .unwrap_or(1000),
    );
    let ready: Vec<Prepared<'_>> = natives
        .iter()
        .map(|native| Prepared::new(model, native, script))
        .collect();
    let mut scratch = Scratch::default();
    let (mut first, mut five, mut strict, mut quick_first) = (0, 0, 0, 0);
    let (mut truth_bits, mut other_bits) = (Vec::new(), Vec::new());
    let begun = Instant::now();
    for latin in &queries {
        let query = Prepared::new(model, latin, Script::Latin);
        let mut ranked: Vec<(f32, usize)> = ready
            .iter()
            .enumerate()
            .map(|(at, other)| (query.quick(other, &mut scratch), at))
            .collect();
        ranked.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        let truth = &truths[latin];
        quick_first += usize::from(truth.contains(natives[ranked[0].1]));
        let far = hash(latin) as usize % ready.len();
        if !truth.contains(natives[far]) {
            other_bits.push(query.bits(&ready[far], &mut scratch));
        }
        ranked.truncate(60);
        for entry in &mut ranked {
            entry.0 = query.bits(&ready[entry.1], &mut scratch);
        }
        ranked.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        let is_right = |at: usize| truth.contains(natives[at]);
        first += usize::from(is_right(ranked[0].1));
        five += usize::from(ranked.iter().take(5).any(|(_, at)| is_right(*at)));
        let main = truth
            .iter()
            .max_by_key(|native| all.get(&((*latin).to_owned(), (**native).to_owned())))
            .copied();
        strict += usize::from(main == Some(natives[ranked[0].1]));
        for native in truth {
            truth_bits.push(model.bits((latin, Script::Latin), (native, script)));
        }
        if std::env::var("SHOW").is_ok() && !is_right(ranked[0].1) {
            println!(
                "    {latin} {truth:?} got {} {:.1}",
                natives[ranked[0].1], ranked[0].0
            );
        }
    }
    truth_bits.sort_by(f32::total_cmp);
    other_bits.sort_by(f32::total_cmp);
    let of = queries.len() as f64;
    let at = |bits: &[f32], part: f64| bits[((bits.len() - 1) as f64 * part) as usize];
    println!(
        "  {what}: {} queries among {}: first {:.3} (strict {:.3}, units alone {:.3}), in five {:.3}; bits of true pairs 5% {:.1} median {:.1}, of others median {:.1} 99% {:.1} ({:.1} s)",
        queries.len(),
        natives.len(),
        f64::from(u32::try_from(first).unwrap_or(0)) / of,
        strict as f64 / of,
        quick_first as f64 / of,
        five as f64 / of,
        at(&truth_bits, 0.05),
        at(&truth_bits, 0.5),
        at(&other_bits, 0.5),
        at(&other_bits, 0.99),
        begun.elapsed().as_secs_f64()
    );
}

/// Full names, Latin and Hebrew, one in five of which no training saw.
fn names(sources: &[Source]) -> Result<(), Box<dyn Error>> {
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

/// The evidence of two names: each token of the shorter with one of the longer, in order, or in
/// order after the last tokens have been put first, which costs a little; as does each token of the
/// longer that is left. What one token says is at most its rarity.
fn evidence(latin: &[usize], native: &[usize], table: &dyn Fn(usize, usize) -> f32) -> f32 {
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
fn intern<'a>(names: impl Iterator<Item = &'a str>) -> (Vec<&'a str>, Vec<Vec<usize>>) {
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
fn matrix(model: &Model, script: Script, latins: &[&str], natives: &[&str]) -> Vec<f32> {
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

/// The best F1 over all thresholds, where so many pairs are to be found.
fn best_f1(scored: &[(f32, bool)], truths: usize) -> (f64, f32) {
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
fn linked(model: &Model, script: Script, aside: &[(String, String)]) {
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

/// Pairs of another source, with spellings that no training saw on either side.
fn outside(data: &str, sources: &[Source]) -> Result<(), Box<dyn Error>> {
    let model = Model::builtin();
    let mut known = BTreeSet::new();
    for source in sources {
        for (latin, native) in taken_apart(source).into_keys() {
            known.extend([latin, native]);
        }
    }
    let other = Source {
        script: Script::Arabic,
        of: Kind::Tokens,
        pairs: read(data, "arabic-tokens-2.tsv")?,
    };
    let pairs = taken_apart(&other);
    let aside: Pairs = pairs
        .keys()
        .filter(|(latin, native)| !known.contains(latin) && !known.contains(native))
        .cloned()
        .collect();
    println!(
        "Another source, Arabic: {} pairs of which {} are new on both sides",
        pairs.len(),
        aside.len()
    );
    rank(model, Script::Arabic, &aside, &pairs, "new");
    rank(
        model,
        Script::Arabic,
        &pairs.keys().cloned().collect::<Vec<_>>(),
        &pairs,
        "all",
    );
    Ok(())
}

/// How long it takes to find what is near among many.
fn speed(sources: &[Source]) {
    let model = Model::builtin();
    for source in sources {
        let pairs = taken_apart(source);
        let mut latins: Vec<&String> = pairs.keys().map(|p| &p.0).collect();
        latins.dedup();
        let natives: BTreeSet<&String> = pairs.keys().map(|p| &p.1).collect();
        latins.sort_by_key(|latin| hash(latin));
        latins.truncate(10_000);
        let mut natives: Vec<&String> = natives.into_iter().collect();
        natives.sort_by_key(|native| hash(native));
        natives.truncate(10_000);
        let begun = Instant::now();
        let queries: Vec<Prepared<'_>> = latins
            .iter()
            .map(|latin| Prepared::new(model, latin, Script::Latin))
            .collect();
        let ready: Vec<Prepared<'_>> = natives
            .iter()
            .map(|native| Prepared::new(model, native, source.script))
            .collect();
        println!(
            "{:?}: {} by {}: ready in {:.2} s",
            source.script,
            queries.len(),
            ready.len(),
            begun.elapsed().as_secs_f64()
        );
        let mut scratch = Scratch::default();
        let sample: Vec<&Prepared<'_>> = queries.iter().step_by(100).collect();
        let exact: Vec<Vec<f32>> = sample
            .iter()
            .map(|query| {
                let quick = ready
                    .iter()
                    .map(|other| (query.quick(other, &mut scratch), other));
                let near: Vec<_> = quick.filter(|(bits, _)| *bits > -8.0).collect();
                near.into_iter()
                    .map(|(_, other)| query.bits(other, &mut scratch))
                    .collect()
            })
            .collect();
        for (patience, slack) in [(5, 2.0), (6, 3.0), (7, 4.0), (9, 5.0)] {
            let nearest = Nearest::new(&ready, Reach { patience, slack });
            for floor in [2.0, 4.0, 6.0] {
                let whole: usize = exact
                    .iter()
                    .flatten()
                    .filter(|bits| **bits >= floor)
                    .count();
                let begun = Instant::now();
                let passed: usize = sample
                    .iter()
                    .map(|query| nearest.candidates(query, floor - slack).len())
                    .sum();
                let first = begun.elapsed().as_secs_f64();
                let begun = Instant::now();
                let found: usize = sample
                    .iter()
                    .map(|query| nearest.above(query, floor, &mut scratch).len())
                    .sum();
                println!(
                    "  patience {patience} slack {slack} floor {floor}: {found} of {whole} found; for 10,000 queries {:.1} s, the first pass {:.1} s; {passed} passed it",
                    begun.elapsed().as_secs_f64() * 100.0,
                    first * 100.0
                );
            }
        }
        let begun = Instant::now();
        let mut sum = 0.0;
        for query in queries.iter().take(50) {
            for other in &ready {
                sum += query.quick(other, &mut scratch);
            }
        }
        println!(
            "  first pass {:.2} microseconds a pair ({sum:.0})",
            begun.elapsed().as_secs_f64() * 1e6 / 50.0 / ready.len() as f64
        );
        let begun = Instant::now();
        for query in queries.iter().take(5) {
            for other in &ready {
                sum += query.bits(other, &mut scratch);
            }
        }
        println!(
            "  whole {:.2} microseconds a pair ({sum:.0})",
            begun.elapsed().as_secs_f64() * 1e6 / 5.0 / ready.len() as f64
        );
    }
}
