//! How the features of a pair of words add up to bits, learnt from samples that were set aside: for
//! a word the right one among all others, both ways round; then a straight line from that score to
//! the logarithm of the odds (Platt, "Probabilistic outputs for support vector machines", 1999).

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use crate::transducer::{
    lattice::Space,
    model::Writing,
    pair::{FEATURES, Pair, Weights},
    prepared::{Side, Word},
    units::Places,
};

use super::corpus::{Sample, mix};

/// One in so many groups is set aside.
const ASIDE: u64 = 4;

/// No more samples are tried.
const MOST: usize = 6000;

/// For each query the most likely candidates by the first pass are looked at.
const RIVALS: usize = 40;

/// A right answer below so many bits of the first pass is taken for a mistake of the source.
const DOUBT: f32 = -10.0;

/// Samples to try, and the rest, in which no word of a tried one occurs on the same side.
pub(super) fn set_aside(samples: &[Sample]) -> (Vec<&Sample>, Vec<&Sample>) {
    let tried: Vec<&Sample> = samples.iter().filter(|s| s.group % ASIDE == 0).collect();
    let lefts: BTreeSet<&str> = tried.iter().map(|s| s.left.as_str()).collect();
    let rights: BTreeSet<&str> = tried.iter().map(|s| s.right.as_str()).collect();
    let rest = samples
        .iter()
        .filter(|s| !lefts.contains(s.left.as_str()) && !rights.contains(s.right.as_str()))
        .collect();
    let mut tried = tried;
    tried.sort_by_key(|s| (mix(&s.left), mix(&s.right)));
    tried.truncate(MOST);
    (tried, rest)
}

/// A pair of scripts whose weights are to be learnt.
pub(super) struct Trial<'a> {
    pub(super) pair: Pair,
    pub(super) writings: (&'a Writing, &'a Writing),
}

/// A candidate for a query.
struct Rival {
    features: [f64; FEATURES],
    truth: Truth,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Truth {
    Same,
    Other,
}

/// A query with its candidates, of how many in all.
struct Query {
    rivals: Vec<Rival>,
    of: usize,
}

/// A word ready to be looked at from one side.
struct Ready {
    word: Word,
    places: Places,
}

impl Ready {
    fn side(&self) -> Side<'_> {
        Side {
            word: &self.word,
            places: &self.places,
        }
    }
}

/// Learns weights from samples, with about so many queries each way.
pub(super) fn learn(trial: &Trial<'_>, samples: &[&Sample], queries: usize) -> Weights {
    let all = ask(trial, samples, queries);
    let weights = rank(&all, &spread(&all));
    let score = |rival: &Rival| dot(&weights, &rival.features);
    let (steep, bias) = line(&all, score);
    let first_pass = line(&all, |rival| rival.features[1]);
    let nat = std::f64::consts::LN_2;
    let mut of = [0.0; FEATURES];
    for (slot, weight) in of.iter_mut().zip(weights) {
        *slot = narrow(steep * weight / nat);
    }
    Weights {
        of,
        bias: narrow(bias / nat),
        quick: (narrow(first_pass.0 / nat), narrow(first_pass.1 / nat)),
    }
}

/// Queries both ways round, with their rivals.
fn ask(trial: &Trial<'_>, samples: &[&Sample], queries: usize) -> Vec<Query> {
    let mut rights_of: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    let mut lefts_of: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for sample in samples {
        rights_of
            .entry(&sample.left)
            .or_default()
            .insert(&sample.right);
        lefts_of
            .entry(&sample.right)
            .or_default()
            .insert(&sample.left);
    }
    let units = &trial.pair.units;
    let first_words: Vec<(&str, Ready)> = rights_of
        .keys()
        .map(|text| {
            let word = Word::new(trial.writings.0, text);
            let places = units.left_places(&word.letters);
            (*text, Ready { word, places })
        })
        .collect();
    let second_words: Vec<(&str, Ready)> = lefts_of
        .keys()
        .map(|text| {
            let word = Word::new(trial.writings.1, text);
            let places = units.right_places(&word.letters);
            (*text, Ready { word, places })
        })
        .collect();
    let forward =
        |a: &Ready, b: &Ready, space: &mut Space| trial.pair.features(&a.side(), &b.side(), space);
    let backward =
        |a: &Ready, b: &Ready, space: &mut Space| trial.pair.features(&b.side(), &a.side(), space);
    let quick =
        |a: &Ready, b: &Ready, space: &mut Space| trial.pair.quick(&a.side(), &b.side(), space);
    let back_quick =
        |a: &Ready, b: &Ready, space: &mut Space| trial.pair.quick(&b.side(), &a.side(), space);
    let mut all = one_way(
        &first_words,
        &second_words,
        &rights_of,
        queries,
        (quick, forward),
    );
    all.extend(one_way(
        &second_words,
        &first_words,
        &lefts_of,
        queries,
        (back_quick, backward),
    ));
    all
}

fn one_way<Q, F>(
    from: &[(&str, Ready)],
    among: &[(&str, Ready)],
    truths: &BTreeMap<&str, BTreeSet<&str>>,
    queries: usize,
    (quick, features): (Q, F),
) -> Vec<Query>
where
    Q: Fn(&Ready, &Ready, &mut Space) -> f32 + Sync,
    F: Fn(&Ready, &Ready, &mut Space) -> [f32; FEATURES] + Sync,
{
    let mut chosen: Vec<&(&str, Ready)> = from.iter().collect();
    chosen.sort_by_key(|(text, _)| mix(text));
    chosen.truncate(queries);
    chosen
        .par_iter()
        .map_init(Space::default, |space, (text, query)| {
            let is_true = |other: &str| truths.get(text).is_some_and(|all| all.contains(other));
            let mut ranked: Vec<(f32, &str, &Ready)> = among
                .iter()
                .filter(|(other, _)| other != text)
                .map(|(other, ready)| (quick(query, ready, space), *other, ready))
                .collect();
            ranked.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
            let mut place = 0;
            ranked.retain(|(bits, other, _)| {
                place += 1;
                if is_true(other) {
                    *bits >= DOUBT
                } else {
                    place <= RIVALS
                }
            });
            let rivals = ranked
                .into_iter()
                .map(|(_, other, ready)| Rival {
                    features: features(query, ready, space).map(f64::from),
                    truth: if is_true(other) {
                        Truth::Same
                    } else {
                        Truth::Other
                    },
                })
                .collect();
            Query {
                rivals,
                of: among.len(),
            }
        })
        .collect()
}

/// How much each feature varies among the rivals of a query.
fn spread(queries: &[Query]) -> [f64; FEATURES] {
    let mut squares = [0.0; FEATURES];
    let mut count = 0.0;
    for query in queries {
        let number = count_of(query.rivals.len());
        for (at, sum) in squares.iter_mut().enumerate() {
            let feature = |rival: &Rival| rival.features.get(at).copied().unwrap_or(0.0);
            let mean = query.rivals.iter().map(feature).sum::<f64>() / number.max(1.0);
            *sum += query
                .rivals
                .iter()
                .map(|rival| (feature(rival) - mean).powi(2))
                .sum::<f64>();
        }
        count += number;
    }
    squares.map(|sum| (sum / count.max(1.0)).sqrt().max(1e-6))
}

/// Weights under which the right ones are likeliest among their rivals (softmax), by gradient
/// descent with momentum and per-weight steps (Kingma and Ba, "Adam", 2015).
fn rank(queries: &[Query], scale: &[f64; FEATURES]) -> [f64; FEATURES] {
    const STEPS: i32 = 400;
    let mut weights = [0.0; FEATURES];
    let (mut mean, mut square) = ([0.0; FEATURES], [0.0; FEATURES]);
    for step in 1..=STEPS {
        let slope = slope(queries, &weights);
        for at in 0..FEATURES {
            let (Some(weight), Some(mean), Some(square)) =
                (weights.get_mut(at), mean.get_mut(at), square.get_mut(at))
            else {
                continue;
            };
            let unit = scale.get(at).copied().unwrap_or(1.0);
            // As if the feature had been divided by its scale.
            let down = slope.get(at).copied().unwrap_or(0.0) / unit + 1e-4 * *weight * unit;
            *mean = 0.9 * *mean + 0.1 * down;
            *square = 0.99 * *square + 0.01 * down * down;
            let mean = *mean / (1.0 - 0.9_f64.powi(step));
            let square = *square / (1.0 - 0.99_f64.powi(step));
            *weight -= 0.05 * mean / (square.sqrt() + 1e-8) / unit;
        }
    }
    weights
}

/// The slope of the mean cost of the right answers.
fn slope(queries: &[Query], weights: &[f64; FEATURES]) -> [f64; FEATURES] {
    let mut slope = [0.0; FEATURES];
    let mut asked = 0.0;
    for query in queries {
        let scores: Vec<f64> = query
            .rivals
            .iter()
            .map(|rival| dot(weights, &rival.features))
            .collect();
        let best = scores.iter().copied().fold(f64::MIN, f64::max);
        let shares: Vec<f64> = scores.iter().map(|score| (score - best).exp()).collect();
        let all: f64 = shares.iter().sum();
        let same: f64 = shares
            .iter()
            .zip(&query.rivals)
            .filter(|(_, rival)| rival.truth == Truth::Same)
            .map(|(share, _)| share)
            .sum();
        if same <= 0.0 {
            continue;
        }
        asked += 1.0;
        for (share, rival) in shares.iter().zip(&query.rivals) {
            let pull = match rival.truth {
                Truth::Same => share / all - share / same,
                Truth::Other => share / all,
            };
            for (slot, feature) in slope.iter_mut().zip(rival.features) {
                *slot += pull * feature;
            }
        }
    }
    slope.map(|sum| sum / f64::max(asked, 1.0))
}

/// The line `(slope, bias)` from a score to the natural logarithm of the likelihood ratio, by
/// Newton's method on the logistic likelihood. That one candidate of all is right is the prior, and
/// is taken out.
fn line(queries: &[Query], score: impl Fn(&Rival) -> f64) -> (f64, f64) {
    let (mut slope, mut bias) = (0.1, 0.0);
    for _ in 0..50 {
        let (mut g, mut h) = ([0.0; 2], [1e-6, 0.0, 1e-6]);
        for query in queries {
            let prior = -count_of(query.of).max(2.0).ln();
            for rival in &query.rivals {
                let x = score(rival);
                let p = 1.0 / (1.0 + (-(slope * x + bias + prior)).exp());
                let miss = match rival.truth {
                    Truth::Same => p - 1.0,
                    Truth::Other => p,
                };
                let weight = p * (1.0 - p);
                g = [g[0] + miss * x, g[1] + miss];
                h = [h[0] + weight * x * x, h[1] + weight * x, h[2] + weight];
            }
        }
        let determinant = h[0] * h[2] - h[1] * h[1];
        if determinant.abs() < 1e-12 {
            break;
        }
        // Half a step at most, lest it overshoot where nearly all is decided.
        let by = (
            (h[2] * g[0] - h[1] * g[1]) / determinant,
            (h[0] * g[1] - h[1] * g[0]) / determinant,
        );
        slope -= by.0.clamp(-0.5, 0.5);
        bias -= by.1.clamp(-2.0, 2.0);
    }
    (slope, bias)
}

fn dot(a: &[f64; FEATURES], b: &[f64; FEATURES]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

fn count_of(number: usize) -> f64 {
    f64::from(u32::try_from(number).unwrap_or(u32::MAX))
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "weights need no more precision than an f32 has"
)]
fn narrow(weight: f64) -> f32 {
    weight as f32
}
