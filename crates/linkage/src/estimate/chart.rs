//! The chart: for each threshold what is expected of the links above it, with intervals.

use super::{
    calibrate::{self, Correction, End},
    evidence::{EstimateError, Evidence, Reviewed},
    number::{above, amount, float, quantile, ratio, whole},
    proportion::Interval,
    replicate::Draws,
    segment::{Moments, Segment, moments, segments},
};

/// How often the outcome is drawn.
const DRAWS: usize = 1_000;

/// At most so many points are for showing.
const SHOWN: usize = 200;

/// What the estimate rests on, for people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Method {
    /// The model's probabilities; the interval holds the chance of the draw alone.
    Model,
    /// The model's probabilities; the interval holds the model's own uncertainty too.
    Replicates,
    /// The model's probabilities, corrected by what people decided on a sample.
    Reviewed,
}

/// What one threshold costs.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize)]
pub struct Point {
    /// Links are candidates of this weight and above, in millionths of a bit.
    pub threshold_bits: i64,
    /// How many links there are.
    pub links: u64,
    /// The share of links that are true.
    pub precision: Interval,
    /// The share of true pairs that are links.
    pub recall: Interval,
    /// The harmonic mean of the two.
    pub f1: Interval,
}

impl Point {
    /// How many of a thousand links are false.
    pub fn false_per_thousand(&self) -> Interval {
        let of = |share: f64| 1_000.0 * (1.0 - share);
        Interval {
            low: of(self.precision.high),
            expected: of(self.precision.expected),
            high: of(self.precision.low),
        }
    }
}

/// The costs of all thresholds.
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    /// At most 200 for showing, from the lowest threshold to the highest, closest together where
    /// true and false pairs mix.
    pub points: Vec<Point>,
    /// How many true pairs there are, those included that never became candidates.
    pub true_pairs: Interval,
    /// What it rests on.
    pub method: Method,
    /// Of the intervals.
    pub level: f64,
    /// All thresholds among which one is chosen.
    pub(super) all: Vec<Point>,
    /// How many candidates there are.
    pub(super) candidates: u64,
}

impl Chart {
    /// What is taken from so many millionths of a bit on; none where that is nothing.
    pub fn from(&self, threshold_bits: i64) -> Option<Point> {
        let at = self
            .all
            .partition_point(|p| p.threshold_bits < threshold_bits);
        self.all.get(at).copied()
    }
}

/// Draws the chart.
///
/// # Errors
/// [`EstimateError`] if the parts of the evidence do not belong together.
pub fn chart(evidence: &Evidence<'_>) -> Result<Chart, EstimateError> {
    evidence.check()?;
    let strata = evidence.strata()?;
    let segments = segments(evidence.cells, &strata);
    let model = moments(&segments, evidence.cells, &|_, cell| cell.probability);
    let corrections = calibrate::expected(&strata, &segments, &model);
    let best = corrected(&segments, &model, &corrections);
    let outcomes = outcomes(evidence, &strata, &segments, &model);
    let level = evidence.level();
    let all = points(evidence, &segments, &best, &outcomes, level);
    let found: f64 = best.iter().map(|of| of.sum).sum();
    let method = if corrections.iter().any(Option::is_some) {
        Method::Reviewed
    } else if evidence.replicates.is_empty() {
        Method::Model
    } else {
        Method::Replicates
    };
    Ok(Chart {
        points: thinned(&all),
        true_pairs: interval(
            found + amount(evidence.missed.expected),
            &outcomes,
            level,
            |one, _| one.total(),
        ),
        method,
        level,
        candidates: segments
            .iter()
            .fold(0, |sum, s| sum.saturating_add(s.links)),
        all,
    })
}

/// What was drawn once: how many candidates of each segment and all above it are true, and how many
/// true pairs are no candidates.
struct Outcome {
    above: Vec<f64>,
    missed: f64,
}

/// One draw for either end of the intervals. They differ only where the shares of reviewed strata
/// are drawn.
struct Draw {
    low: Outcome,
    high: Option<Outcome>,
}

impl Draw {
    fn high(&self) -> &Outcome {
        self.high.as_ref().unwrap_or(&self.low)
    }
}

impl Outcome {
    fn total(&self) -> f64 {
        self.above.first().copied().unwrap_or(0.0) + self.missed
    }
}

/// All draws.
fn outcomes(
    evidence: &Evidence<'_>,
    strata: &[Reviewed],
    segments: &[Segment],
    model: &[Moments],
) -> Vec<Draw> {
    let rounds = evidence.replicates.len().max(1);
    let mut outcomes = Vec::with_capacity(DRAWS);
    // More replicates than draws are all used, so that none is left out for its place.
    for round in 0..rounds {
        let replicate = evidence.replicates.get(round);
        let of_replicate = replicate.map(|replicate| {
            moments(segments, evidence.cells, &|place, _| {
                replicate.probabilities.get(place).copied().unwrap_or(0.0)
            })
        });
        let moments = of_replicate.as_deref().unwrap_or(model);
        let expected = replicate.map_or(evidence.missed.expected, |r| r.missed);
        for draw in (round..DRAWS.max(rounds)).step_by(rounds) {
            let mut draws = Draws::new(evidence.seed, draw as u64);
            let missed = missed(expected, evidence.missed.standard_error, &mut draws);
            let mut ends = |end| {
                let corrections = calibrate::drawn(strata, segments, moments, end, &mut draws);
                let corrected = corrected(segments, moments, &corrections);
                Outcome {
                    above: true_above(&corrected, &mut draws),
                    missed,
                }
            };
            outcomes.push(Draw {
                low: ends(End::Low),
                high: (!strata.is_empty()).then(|| ends(End::High)),
            });
        }
    }
    outcomes
}

/// How many true pairs are outside the candidates: the expected number strays by its standard error,
/// the number itself around that.
fn missed(expected: f64, standard_error: f64, draws: &mut Draws) -> f64 {
    let mean = amount(expected) + amount(standard_error) * draws.normal();
    float(draws.poisson(mean))
}

fn corrected(
    segments: &[Segment],
    moments: &[Moments],
    corrections: &[Option<Correction>],
) -> Vec<Moments> {
    let of = |(segment, of): (&Segment, &Moments)| {
        let stratum = segment.stratum.and_then(|place| corrections.get(place));
        stratum
            .copied()
            .flatten()
            .map_or(*of, |correction| correction.of(*of))
    };
    segments.iter().zip(moments).map(of).collect()
}

/// How many candidates at and above each segment are true.
fn true_above(moments: &[Moments], draws: &mut Draws) -> Vec<f64> {
    let mut above: Vec<f64> = moments.iter().map(|of| turned_out(*of, draws)).collect();
    let mut sum = 0.0;
    for count in above.iter_mut().rev() {
        sum += *count;
        *count = sum;
    }
    above
}

/// How many of a segment's candidates are true: a Poisson binomial number, drawn from the binomial
/// distribution that has its mean and variance (Ehm 1991), for whichever of true and false is rarer.
fn turned_out(of: Moments, draws: &mut Draws) -> f64 {
    let rare_are_true = of.sum * 2.0 <= of.links;
    let mean = if rare_are_true {
        of.sum
    } else {
        of.links - of.sum
    };
    let spread = of.variance();
    let rare = if !above(mean, 0.0) {
        0.0
    } else if !above(spread, 1e-9 * mean) {
        mean
    } else {
        let chance = 1.0 - spread / mean;
        if chance < 1e-9 {
            float(draws.poisson(mean))
        } else {
            let tries = (mean / chance).ceil().min(1e15);
            float(draws.binomial(whole(tries), mean / tries))
        }
    };
    let rare = rare.min(of.links);
    if rare_are_true { rare } else { of.links - rare }
}

fn points(
    evidence: &Evidence<'_>,
    segments: &[Segment],
    best: &[Moments],
    outcomes: &[Draw],
    level: f64,
) -> Vec<Point> {
    let total: f64 = best.iter().map(|of| of.sum).sum::<f64>() + amount(evidence.missed.expected);
    let (mut links, mut truth) = (0_u64, 0.0);
    let mut points = Vec::with_capacity(segments.len());
    for (place, (segment, of)) in segments.iter().zip(best).enumerate().rev() {
        links = links.saturating_add(segment.links);
        truth += of.sum;
        let all = float(links);
        let each = |measure: &dyn Fn(f64, f64) -> f64| {
            let at = |outcome: &Outcome| outcome.above.get(place).copied().unwrap_or(0.0);
            // For the low end few true above and many below, for the high end the reverse.
            interval(
                measure(truth, total - truth),
                outcomes,
                level,
                |one, other| measure(at(one), other.total() - at(other)),
            )
        };
        points.push(Point {
            threshold_bits: segment.bits,
            links,
            precision: each(&|found, _| ratio(found, all, 1.0)),
            recall: each(&|found, lost| ratio(found, found + lost, 1.0)),
            f1: each(&|found, lost| ratio(2.0 * found, all + found + lost, 0.0)),
        });
    }
    points.reverse();
    points
}

/// From the least draws for the low end to the greatest for the high end, what is expected included.
/// The measure is of what is found, by one end's draw, and of what is lost, by the other's.
fn interval(
    expected: f64,
    draws: &[Draw],
    level: f64,
    measure: impl Fn(&Outcome, &Outcome) -> f64,
) -> Interval {
    let outside = (1.0 - level) / 2.0;
    let mut values: Vec<f64> = draws.iter().map(|d| measure(&d.low, d.high())).collect();
    let low = quantile(&mut values, outside);
    if draws.iter().any(|draw| draw.high.is_some()) {
        values.clear();
        values.extend(draws.iter().map(|d| measure(d.high(), &d.low)));
    }
    Interval {
        low: low.min(expected),
        expected,
        high: quantile(&mut values, 1.0 - outside).max(expected),
    }
}

fn thinned(all: &[Point]) -> Vec<Point> {
    let last = all.len().saturating_sub(1);
    if all.len() <= SHOWN {
        return all.to_vec();
    }
    (0..SHOWN)
        .filter_map(|at| all.get(at * last / (SHOWN - 1)).copied())
        .collect()
}
