//! Data drawn from a known two-class model: how often the intervals cover what was truly attained.
//!
//! With 1,000 data sets of each kind see `docs/linkage-arranging.md`; here fewer, with a tolerance of
//! three standard errors of so many.

use super::super::{
    number::{float, ratio},
    replicate::{Draws, poisson_weights},
    *,
};

const FIELDS: usize = 5;
const PATTERNS: usize = 1 << FIELDS;
const AGREE_IF_TRUE: [f64; FIELDS] = [0.95, 0.9, 0.85, 0.92, 0.8];
const AGREE_IF_FALSE: [f64; FIELDS] = [0.02, 0.05, 0.1, 0.03, 0.2];
const CANDIDATES: u64 = 4_000;
const SHARE_TRUE: f64 = 0.12;
const BLOCKING_LOSS: f64 = 0.05;
const REPLICATES: u64 = 20;

/// A model of which fields agree.
#[derive(Clone)]
struct Model {
    prior: f64,
    if_true: [f64; FIELDS],
    if_false: [f64; FIELDS],
}

impl Model {
    fn truth() -> Self {
        Self {
            prior: SHARE_TRUE,
            if_true: AGREE_IF_TRUE,
            if_false: AGREE_IF_FALSE,
        }
    }

    /// The odds that a pair of this pattern is true.
    fn odds(&self, pattern: usize) -> f64 {
        let mut odds = self.prior / (1.0 - self.prior);
        for field in 0..FIELDS {
            let (m, u) = (self.if_true[field], self.if_false[field]);
            odds *= if pattern >> field & 1 == 1 {
                m / u
            } else {
                (1.0 - m) / (1.0 - u)
            };
        }
        odds
    }

    fn posterior(&self, pattern: usize) -> f64 {
        let odds = self.odds(pattern);
        odds / (1.0 + odds)
    }

    /// One step of EM (Dempster, Laird and Rubin 1977) over counted patterns.
    fn step(&self, counts: &[u64]) -> Self {
        let (mut truth, mut rest) = (0.0, 0.0);
        let (mut if_true, mut if_false) = ([0.0; FIELDS], [0.0; FIELDS]);
        for (pattern, count) in counts.iter().enumerate() {
            let p = self.posterior(pattern);
            let (yes, no) = (float(*count) * p, float(*count) * (1.0 - p));
            truth += yes;
            rest += no;
            for field in 0..FIELDS {
                if pattern >> field & 1 == 1 {
                    if_true[field] += yes;
                    if_false[field] += no;
                }
            }
        }
        let bound = |share: f64| share.clamp(1e-6, 1.0 - 1e-6);
        Self {
            prior: bound(truth / (truth + rest)),
            if_true: if_true.map(|sum| bound(ratio(sum, truth, 0.5))),
            if_false: if_false.map(|sum| bound(ratio(sum, rest, 0.5))),
        }
    }

    fn fitted(self, counts: &[u64], steps: usize) -> Self {
        (0..steps).fold(self, |model, _| model.step(counts))
    }
}

/// How many true and false pairs each pattern has, and how many true pairs blocking lost.
fn draw(seed: u64) -> ([u64; PATTERNS], [u64; PATTERNS], u64) {
    let mut draws = Draws::new(seed, 77);
    let (mut truth, mut rest) = ([0; PATTERNS], [0; PATTERNS]);
    let mut lost = 0;
    for _ in 0..CANDIDATES {
        let is_true = draws.uniform() < SHARE_TRUE;
        if is_true && draws.uniform() < BLOCKING_LOSS {
            lost += 1;
            continue;
        }
        let chances = if is_true {
            AGREE_IF_TRUE
        } else {
            AGREE_IF_FALSE
        };
        let pattern = chances
            .iter()
            .enumerate()
            .fold(0, |pattern, (field, chance)| {
                pattern | usize::from(draws.uniform() < *chance) << field
            });
        if is_true {
            truth[pattern] += 1;
        } else {
            rest[pattern] += 1;
        }
    }
    (truth, rest, lost)
}

fn lost_of(model: &Model, counts: &[u64]) -> f64 {
    let found: f64 = (0..PATTERNS)
        .map(|p| float(counts[p]) * model.posterior(p))
        .sum();
    found * BLOCKING_LOSS / (1.0 - BLOCKING_LOSS)
}

/// How often intervals covered: precision, recall.
#[derive(Default, Debug)]
struct Covered {
    of: f64,
    precision: f64,
    recall: f64,
}

/// Data sets from these seeds, thresholds at these posteriors, with a model that is fitted or one
/// that claims too much, and with so many labels in each of four strata.
fn covered(seeds: std::ops::Range<u64>, overconfident: f64, labels: u64) -> Covered {
    // With labels where strata meet: inside a stratum the correction leans on the model.
    let thresholds = if labels == 0 {
        [-2_000_000, 0, 3_000_000]
    } else {
        [-4_000_000, 0, 4_000_000]
    };
    let mut covered = Covered::default();
    for seed in seeds {
        let (truth, rest, lost) = draw(seed);
        let counts: Vec<u64> = (0..PATTERNS).map(|p| truth[p] + rest[p]).collect();
        let model = Model::truth().fitted(&counts, 60);
        // The weight is the fitted one; what is said of it may be more extreme.
        let says = |model: &Model, p: usize| {
            let odds = model.odds(p).powf(overconfident);
            odds / (1.0 + odds)
        };
        #[expect(clippy::cast_possible_truncation, reason = "a few dozen bits")]
        let bits = |p: usize| (model.odds(p).log2() * 1e6).round() as i64;
        let cells: Vec<Cell> = (0..PATTERNS)
            .map(|p| Cell {
                bits: bits(p),
                count: counts[p],
                probability: says(&model, p),
            })
            .collect();
        let replicates: Vec<Replicate> = (0..REPLICATES)
            .map(|replicate| {
                let again = poisson_weights(&counts, seed, replicate);
                let refitted = model.clone().fitted(&again, 25);
                Replicate {
                    probabilities: (0..PATTERNS).map(|p| says(&refitted, p)).collect(),
                    missed: lost_of(&refitted, &counts),
                }
            })
            .collect();
        let reviewed = reviewed(&cells, &truth, labels, seed);
        let drawn = chart(&Evidence {
            cells: &cells,
            missed: Missed {
                expected: lost_of(&model, &counts),
                standard_error: 0.0,
            },
            replicates: &replicates,
            reviewed: &reviewed,
            level: 0.95,
            seed,
        })
        .unwrap();
        let all: u64 = truth.iter().sum::<u64>() + lost;
        for least in thresholds {
            let Some(point) = drawn.points.iter().find(|p| p.threshold_bits >= least) else {
                continue;
            };
            let hits: u64 = (0..PATTERNS)
                .filter(|p| bits(*p) >= point.threshold_bits)
                .map(|p| truth[p])
                .sum();
            let holds = |interval: Interval, share: f64| {
                f64::from(u8::from(
                    interval.low - 1e-12 <= share && share <= interval.high + 1e-12,
                ))
            };
            covered.of += 1.0;
            covered.precision +=
                holds(point.precision, ratio(float(hits), float(point.links), 1.0));
            covered.recall += holds(point.recall, float(hits) / float(all));
        }
    }
    covered
}

/// So many labels in each of four strata, drawn without replacement.
fn reviewed(cells: &[Cell], truth: &[u64], labels: u64, seed: u64) -> Vec<Reviewed> {
    if labels == 0 {
        return Vec::new();
    }
    let bounds = [i64::MIN, -4_000_000, 0, 4_000_000, i64::MAX];
    let mut draws = Draws::new(seed, 78);
    bounds
        .windows(2)
        .map(|ends| {
            let inside = |cell: &Cell| (ends[0]..ends[1]).contains(&cell.bits);
            let chosen: Vec<_> = cells.iter().zip(truth).filter(|(c, _)| inside(c)).collect();
            let mut all: u64 = chosen.iter().map(|(c, _)| c.count).sum();
            let mut yes: u64 = chosen.iter().map(|(_, t)| **t).sum();
            let (mut same, mut different) = (0, 0);
            for _ in 0..labels.min(all) {
                if draws.uniform() * float(all) < float(yes) {
                    same += 1;
                    yes -= 1;
                } else {
                    different += 1;
                }
                all -= 1;
            }
            Reviewed {
                from: ends[0],
                below: ends[1],
                same,
                different,
            }
        })
        .collect()
}

/// That a share of so many is at least this, give or take three standard errors.
fn at_least(share: f64, of: f64, stated: f64) {
    let slack = 3.0 * (stated * (1.0 - stated) / of).sqrt();
    assert!(share / of >= stated - slack, "{share} of {of} for {stated}");
}

#[test]
fn a_fitted_model_with_replicates_covers() {
    let covered = covered(0..45, 1.0, 0);
    // Thresholds of one data set are not independent: a third of the number counts.
    at_least(covered.precision / 3.0, covered.of / 3.0, 0.95);
    at_least(covered.recall / 3.0, covered.of / 3.0, 0.95);
}

#[test]
fn a_model_that_claims_too_much_does_not_cover_until_people_have_reviewed_a_sample() {
    let claimed = covered(100..110, 3.0, 0);
    assert!(claimed.precision / claimed.of < 0.8, "{claimed:?}");
    let corrected = covered(100..130, 3.0, 60);
    at_least(corrected.precision / 3.0, corrected.of / 3.0, 0.95);
    at_least(corrected.recall / 3.0, corrected.of / 3.0, 0.95);
}
