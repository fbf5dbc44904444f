//! What each threshold would cost, and where the bands begin.

use std::collections::BTreeMap;

use super::{Options, are_rather_relatives, bits_of, millionths, pairing::Arranged};
use crate::{
    decide::Ruling,
    engine::{FLOOR, Looked, Pattern, Run, probability},
    estimate::{
        self, Budget, Cell, Certainty, Chart, Evidence, Missed, Replicate, Reviewed, replicate,
    },
    findings::{Bands, Cost, Estimated, Interval, Threshold, ThresholdRead},
    watch::{Stage, Stopped, Watch},
};

/// The chart of costs.
pub struct Costs {
    pub points: Vec<Cost>,
    pub estimated_from: Estimated,
    pub bands: Bands,
    pub threshold: ThresholdRead,
    /// From here on a pair is proposed: the threshold that was asked for, or the one with the best
    /// balance of wrong and lost pairs.
    pub balance: f64,
    /// How many pairs that people decided on corrected the estimate.
    pub estimated_with: u64,
}

/// Likely: at most one wrong in so many.
const WRONG: u64 = 100;
/// To be looked at: of a hundred true pairs at most so many lie below.
const LOST: f64 = 1.0;
/// How often the model is learnt again from a sample of the pairs.
const REPLICATES: u64 = 12;
/// A cell of the chart has so many millionths of a bit: an eighth.
const CELL: i64 = 125_000;
const CELLS: f64 = 8.0;
/// What people decided corrects stretches of so many millionths of a bit: in each, those decided stand
/// for the others.
const STRETCH: i64 = 2_000_000;
const SEED: u64 = 0x676f_6f64;

impl Costs {
    /// Estimates them.
    pub fn new(
        run: &Run,
        arranged: &Arranged,
        options: &Options,
        watch: &dyn Watch,
    ) -> Result<Self, Stopped> {
        let models = Models::new(run, watch)?;
        let shift = arranged.shift();
        let asked = match options.threshold {
            Threshold::Bits { bits } => Some(bits),
            Threshold::Usual | Threshold::WrongAtMost { .. } => None,
        };
        let mut cells: BTreeMap<i64, Sums> = BTreeMap::new();
        let mut reviewed: BTreeMap<i64, Reviewed> = BTreeMap::new();
        for (at, scored) in run.scored.iter().enumerate() {
            if !arranged.stands(at) || are_rather_relatives(scored) {
                continue;
            }
            let bits = scored.bits + shift;
            let mut cell = cell(bits);
            // A cell that the threshold goes through is two, so that what it costs is told exactly.
            if let Some(asked) = asked
                && scored.bits >= asked
            {
                cell = cell.max(millionths(asked + shift));
            }
            let sums = cells.entry(cell).or_default();
            sums.add(bits, models.moved(scored.pattern));
            let decisions = options.decisions.on.get(&(scored.left, scored.right));
            let ruling = decisions.and_then(|decisions| Ruling::of(decisions));
            if let Some(one_person) = ruling.and_then(Ruling::one_person) {
                let from = cell.div_euclid(STRETCH) * STRETCH;
                let stretch = reviewed.entry(from).or_insert(Reviewed {
                    from,
                    below: from + STRETCH,
                    same: 0,
                    different: 0,
                });
                stretch.same += u64::from(one_person);
                stretch.different += u64::from(!one_person);
            }
        }
        let reviewed: Vec<Reviewed> = reviewed.into_values().collect();
        let strongest = run.scored.iter().map(|s| s.bits).fold(FLOOR, f64::max);
        let chart = charted(run, &cells, &reviewed);
        Ok(Self {
            estimated_with: reviewed.iter().map(|r| r.same + r.different).sum(),
            ..Self::of_chart(chart.as_ref(), options.threshold, shift, strongest)
        })
    }

    fn of_chart(chart: Option<&Chart>, asked: Threshold, shift: f64, strongest: f64) -> Self {
        let Some(chart) = chart else {
            return Self::nothing(asked);
        };
        let wrong = match asked {
            Threshold::WrongAtMost { one_in } => one_in,
            Threshold::Usual | Threshold::Bits { .. } => WRONG,
        };
        let bands = chart.bands(
            Budget::OneWrongIn(wrong),
            Budget::LostOfHundred(LOST),
            Certainty::Expected,
        );
        // What was estimated with the shift of one-to-one pairs is told without it, as evidence is.
        let shown = |point: &estimate::Point| bits_of(point.threshold_bits) - shift;
        let met = |choice: estimate::Choice| match choice {
            estimate::Choice::Met(point) => Some(shown(&point)),
            estimate::Choice::Nearest(_) | estimate::Choice::Nothing => None,
        };
        let found = match asked {
            Threshold::Bits { bits } => Some(bits),
            Threshold::Usual | Threshold::WrongAtMost { .. } => met(bands.likely_from),
        };
        // Where no threshold keeps to the budget, nothing is likely, and all is to be looked at.
        let likely = found.unwrap_or(strongest + 1.0);
        let review = met(bands.review_from).unwrap_or(FLOOR).min(likely);
        let costs_from = |bits: f64| {
            let point = chart.from(millionths(bits + shift))?;
            Some(cost(&point, bits))
        };
        let best = chart.choose(Budget::BestF1, Certainty::Expected).point();
        Self {
            balance: match asked {
                Threshold::Usual => best.map_or(0.0, |point| shown(&point)),
                Threshold::WrongAtMost { .. } | Threshold::Bits { .. } => likely,
            },
            bands: Bands { likely, review },
            threshold: ThresholdRead {
                asked,
                kept: found.is_some(),
                likely: costs_from(likely),
                review: costs_from(review),
            },
            points: chart
                .points
                .iter()
                .map(|point| cost(point, shown(point)))
                .collect(),
            estimated_from: chart.method,
            estimated_with: 0,
        }
    }

    fn nothing(asked: Threshold) -> Self {
        let likely = match asked {
            Threshold::Bits { bits } => bits,
            Threshold::Usual | Threshold::WrongAtMost { .. } => 0.0,
        };
        Self {
            points: Vec::new(),
            estimated_from: Estimated::Model,
            bands: Bands {
                likely,
                review: likely.min(0.0),
            },
            threshold: ThresholdRead {
                asked,
                kept: false,
                likely: None,
                review: None,
            },
            balance: likely,
            estimated_with: 0,
        }
    }
}

/// The cell of so many bits, by where it begins.
fn cell(bits: f64) -> i64 {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "bits are some hundreds at most"
    )]
    let cell = (bits.clamp(-1e6, 1e6) * CELLS).floor() as i64;
    cell * CELL
}

/// The pairs of one cell.
#[derive(Default)]
struct Sums {
    count: u64,
    probability: f64,
    of_replicates: Vec<f64>,
}

impl Sums {
    fn add(&mut self, bits: f64, moved: &[f64]) {
        self.count += 1;
        self.probability += probability(bits);
        self.of_replicates.resize(moved.len(), 0.0);
        for (sum, moved) in self.of_replicates.iter_mut().zip(moved) {
            *sum += probability(bits + moved);
        }
    }

    fn mean(&self, sum: f64) -> f64 {
        sum / crate::engine::as_float(self.count.max(1))
    }
}

/// The model learnt again, each time from a sample of the pairs, drawn with replacement.
struct Models {
    /// By pattern, how many bits each replicate moves it.
    moved: BTreeMap<Pattern, Vec<f64>>,
}

impl Models {
    fn new(run: &Run, watch: &dyn Watch) -> Result<Self, Stopped> {
        let table = run.model.table();
        let odds = |pattern: Pattern| table.odds(pattern).0;
        // What is surely of two strangers changes nothing.
        let telling: Vec<(Pattern, u64)> = run
            .histogram
            .iter()
            .copied()
            .filter(|&(pattern, _)| odds(pattern) > 2.0 * FLOOR)
            .collect();
        let counts: Vec<u64> = telling.iter().map(|&(_, count)| count).collect();
        let before: Vec<f64> = telling.iter().map(|&(pattern, _)| odds(pattern)).collect();
        let mut moved: BTreeMap<Pattern, Vec<f64>> = telling
            .iter()
            .map(|&(pattern, _)| (pattern, Vec::new()))
            .collect();
        for number in 0..REPLICATES {
            watch.at(Stage::Weighing, number, REPLICATES)?;
            let weights = replicate::poisson_weights(&counts, SEED, number);
            let sample: Vec<(Pattern, u64)> = telling
                .iter()
                .zip(weights)
                .map(|(&(pattern, _), weight)| (pattern, weight))
                .collect();
            let table = run.learn_again(&sample).table();
            for (&(pattern, _), before) in telling.iter().zip(&before) {
                let after = table.odds(pattern).0;
                moved.entry(pattern).or_default().push(after - before);
            }
        }
        Ok(Self { moved })
    }

    fn moved(&self, pattern: Pattern) -> &[f64] {
        self.moved.get(&pattern).map_or(&[], Vec::as_slice)
    }
}

fn charted(run: &Run, cells: &BTreeMap<i64, Sums>, reviewed: &[Reviewed]) -> Option<Chart> {
    let list: Vec<Cell> = cells
        .iter()
        .map(|(&bits, sums)| Cell {
            bits,
            count: sums.count,
            probability: sums.mean(sums.probability),
        })
        .collect();
    let found: f64 = cells.values().map(|sums| sums.probability).sum();
    let missed = missed(run, found);
    let replicates: Vec<Replicate> = (0..)
        .take(usize::try_from(REPLICATES).unwrap_or(0))
        .map(|number| Replicate {
            probabilities: cells
                .values()
                .map(|sums| {
                    let own = sums.probability;
                    sums.mean(sums.of_replicates.get(number).copied().unwrap_or(own))
                })
                .collect(),
            missed: missed.expected,
        })
        .collect();
    estimate::chart(&Evidence {
        cells: &list,
        missed,
        replicates: &replicates,
        reviewed,
        level: 0.95,
        seed: SEED,
    })
    .ok()
}

/// True pairs that were never looked at, from the entries that were compared with the whole list.
fn missed(run: &Run, found: f64) -> Missed {
    match run.looked {
        Looked::AllPairs => Missed::default(),
        Looked::Blocked { .. } => {
            let loss = loss(run);
            let of = |share: f64| found * share / (1.0 - share.min(0.99));
            Missed {
                expected: of(loss.mid),
                standard_error: (of(loss.high) - of(loss.low)) / (2.0 * 1.96),
            }
        }
    }
}

/// The share of true pairs that blocking lost, with its interval (Wilson 1927).
pub fn loss(run: &Run) -> Interval {
    let Looked::Blocked { expected, lost, .. } = run.looked else {
        return Interval {
            low: 0.0,
            mid: 0.0,
            high: 0.0,
        };
    };
    let n = f64::max(expected, 1.0);
    let share = (lost / n).clamp(0.0, 1.0);
    let z2 = 1.96f64 * 1.96;
    let middle = (share + z2 / (2.0 * n)) / (1.0 + z2 / n);
    let half = (z2 * (share * (1.0 - share) / n + z2 / (4.0 * n * n))).sqrt() / (1.0 + z2 / n);
    Interval {
        low: (middle - half).clamp(0.0, share),
        mid: share,
        high: (middle + half).clamp(share, 1.0),
    }
}

fn cost(point: &estimate::Point, bits: f64) -> Cost {
    let interval = |i: estimate::Interval| Interval {
        low: i.low,
        mid: i.expected,
        high: i.high,
    };
    Cost {
        bits,
        candidates: point.links,
        precision: interval(point.precision),
        recall: interval(point.recall),
    }
}
