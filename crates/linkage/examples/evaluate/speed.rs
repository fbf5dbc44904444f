//! How long comparing takes, and what the search misses.

use std::{collections::BTreeSet, time::Instant};

use linkage::{
    name::Script,
    transducer::{Model, Nearest, Prepared, Reach, Scratch, train::Source},
};

use crate::data::{hash, taken_apart};

/// So many words on either side.
const MOST: usize = 10_000;

/// One query in so many is tried.
const EVERY: usize = 100;

/// Each script, by the model that ships.
pub fn measure(sources: &[Source]) {
    for source in sources {
        one(Model::builtin(), source);
    }
}

fn one(model: &Model, source: &Source) {
    let pairs = taken_apart(source);
    let latins = some(pairs.keys().map(|pair| pair.0.as_str()));
    let natives = some(pairs.keys().map(|pair| pair.1.as_str()));
    let begun = Instant::now();
    let prepare = |words: &[&str], script: Script| -> Vec<Prepared<'_>> {
        words
            .iter()
            .map(|word| Prepared::new(model, word, script))
            .collect()
    };
    let queries = prepare(&latins, Script::Latin);
    let ready = prepare(&natives, source.script);
    println!(
        "{:?}: {} by {}: ready in {:.2} s",
        source.script,
        queries.len(),
        ready.len(),
        begun.elapsed().as_secs_f64()
    );
    search(&queries, &ready);
    let few = |count: usize| queries.get(..count).unwrap_or(&queries);
    a_pair("first pass", few(50), &ready, Prepared::quick);
    a_pair("whole", few(5), &ready, Prepared::bits);
}

/// Distinct words in an order that means nothing.
fn some<'a>(words: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let words: BTreeSet<&str> = words.collect();
    let mut words: Vec<&str> = words.into_iter().collect();
    words.sort_by_key(|word| hash(word));
    words.truncate(MOST);
    words
}

/// How long the search takes with several reaches, and what it finds of what comparing all would.
fn search(queries: &[Prepared<'_>], ready: &[Prepared<'_>]) {
    let mut scratch = Scratch::default();
    let sample: Vec<&Prepared<'_>> = queries.iter().step_by(EVERY).collect();
    let mut exact: Vec<f32> = Vec::new();
    for query in &sample {
        for other in ready {
            if query.quick(other, &mut scratch) > -8.0 {
                exact.push(query.bits(other, &mut scratch));
            }
        }
    }
    let times = EVERY as f64;
    for (patience, slack) in [(5, 2.0), (6, 3.0), (7, 4.0), (9, 5.0)] {
        let nearest = Nearest::new(ready, Reach { patience, slack });
        for floor in [2.0, 4.0, 6.0] {
            let whole = exact.iter().filter(|bits| **bits >= floor).count();
            let begun = Instant::now();
            let passed: usize = sample
                .iter()
                .map(|query| nearest.candidates(query, floor - slack).len())
                .sum();
            let first = begun.elapsed().as_secs_f64() * times;
            let begun = Instant::now();
            let found: usize = sample
                .iter()
                .map(|query| nearest.above(query, floor, &mut scratch).len())
                .sum();
            let all = begun.elapsed().as_secs_f64() * times;
            println!(
                "  patience {patience} slack {slack} floor {floor}: {found} of {whole} found; for 10,000 queries {all:.1} s, the first pass {first:.1} s; {passed} passed it"
            );
        }
    }
}

fn a_pair<'a>(
    what: &str,
    queries: &[Prepared<'a>],
    ready: &[Prepared<'a>],
    compare: impl Fn(&Prepared<'a>, &Prepared<'a>, &mut Scratch) -> f32,
) {
    let mut scratch = Scratch::default();
    let mut sum = 0.0;
    let begun = Instant::now();
    for query in queries {
        for other in ready {
            sum += compare(query, other, &mut scratch);
        }
    }
    let seconds = begun.elapsed().as_secs_f64();
    let pairs = (queries.len() * ready.len()) as f64;
    println!(
        "  {what} {:.2} microseconds a pair ({sum:.0})",
        seconds * 1e6 / pairs
    );
}
