//! One best package, found and proved without the frontier: for when the frontier is too large to
//! list. The same walk through the choices as for a frontier, with the same bounds; but all that is
//! better lies in one zone or a few, so that far more branches can be left.
//!
//! Bounds are sharp along directions, and which directions matter is found first: the mixture of
//! packages that would be best if mixtures were packages is approached step by step (Frank and Wolfe
//! 1956, "An algorithm for quadratic programming", Naval Research Logistics Quarterly 3), and the
//! slope there gives the weights. They are arithmetic of the search: any weights give the same answer,
//! sooner or later.

#![expect(
    clippy::indexing_slicing,
    reason = "there are as many numbers as parties"
)]
#![expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    reason = "weights may be any, and decide nothing but how soon it is proved"
)]

use super::{
    buckets::Buckets,
    climb::{Climb, Spread},
    directions::{Directions, LANES},
    network::Network,
    rank::{By, Rank},
    search::{Ground, Task, reaches, search},
    zones::{Zone, Zones},
};
use crate::{
    packages::{
        frontier::Deal,
        problem::Problem,
        profile::POINTS_MOST,
        ratio::Share,
        solution::{Beyond, Rule, Scale},
    },
    watch::{Stopped, Watch},
};

/// Thousandths of a mean of gains beyond which nothing is told: a thousand times as much.
const MEAN_MOST: i64 = 1_000_000;
/// Steps towards the best mixture.
const APPROACHES: u32 = 64;
/// The weight that the party with the most weight is given.
const FINE: f64 = 1_048_576.0;
/// How sharply the least share is looked at: the power by which a share below another weighs more.
const SHARP: usize = 12;

/// What is looked for.
#[derive(Debug, Clone, Copy)]
pub(in crate::packages) enum Seek<'a> {
    /// What is worth most to one party, of what all accept.
    Most(usize),
    /// What a rule picks, of what all accept.
    Rule(Rule, &'a Scale),
}

/// What was found.
#[derive(Debug, Clone)]
pub(in crate::packages) struct Best {
    /// The best; several where they tie. None where nothing is acceptable (by Nash: where nobody can
    /// gain with all others), or nothing was found.
    pub deals: Vec<Deal>,
    /// What is proved of them.
    pub closed: Closed,
}

/// What is proved of the best that was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::packages) enum Closed {
    /// Nothing is better, and nothing else ties unless as many were found as are told.
    Proved,
    /// The search ended before that; what may be better is so much better at most, where that can
    /// be told.
    Open(Option<Beyond>),
}

/// A problem made small, to be asked for one best package after another.
#[derive(Debug)]
pub(in crate::packages) struct Solver {
    network: Network,
}

impl Solver {
    pub fn of(problem: &Problem, watch: &dyn Watch) -> Result<Self, Stopped> {
        let network = Network::of(problem, watch)?;
        Ok(Self { network })
    }

    /// Looks for at most about so many steps, or until the watch ends it.
    pub fn best(&self, seek: Seek<'_>, steps_most: u64, watch: &dyn Watch) -> Best {
        let rank = self.rank(seek);
        let ranges = self.network.most();
        let spread = Directions::spread(&ranges);
        let mut zones = Zones::ranked(rank.clone(), &spread);
        let mut climb = Climb::of(&self.network);
        let weights = self.approach(&rank, &ranges, (&mut climb, &spread, &mut zones), watch);
        let weightings = weights.map_or_else(|_| Vec::new(), |weights| around(&weights));
        let directions = Directions::around(&weightings, &ranges);
        let mut zones = zones.along(&directions);
        let climbed = climb.spread(&directions, &mut zones, Spread::Whole, watch);
        let buckets = climbed.and_then(|()| Buckets::of(&self.network, &directions, watch));
        let left = match &buckets {
            Ok(buckets) => {
                let ground = Ground::new(&self.network, &directions, buckets);
                search(&ground, &mut zones, steps_most, watch)
            }
            Err(Stopped) => vec![Task::everything(directions.above(&ranges))],
        };
        let open = zones.all();
        let may = |task: &Task| open.iter().any(|zone| reaches(&task.bound, &zone.along));
        let left: Vec<Task> = left.into_iter().filter(may).collect();
        Best {
            closed: if left.is_empty() {
                Closed::Proved
            } else {
                Closed::Open(beyond(seek, &rank, &zones, &left, &directions))
            },
            deals: self.deals(&zones),
        }
    }

    fn rank(&self, seek: Seek<'_>) -> Rank {
        let base = &self.network.base;
        let floor = self.network.floor.clone();
        let above = |points: &[i64]| points.iter().zip(base).map(|(p, base)| p - base).collect();
        match seek {
            Seek::Most(party) => Rank {
                by: By::Most(party),
                without: floor.clone(),
                wholes: vec![1; floor.len()],
                floor,
            },
            Seek::Rule(rule, scale) => Rank {
                by: match rule {
                    Rule::Nash => By::Product,
                    Rule::KalaiSmorodinsky | Rule::Egalitarian => By::Shares,
                },
                wholes: match rule {
                    Rule::Nash | Rule::Egalitarian => vec![1; floor.len()],
                    Rule::KalaiSmorodinsky => scale.gains(&scale.ideal),
                },
                without: above(&scale.without),
                floor,
            },
        }
    }

    fn deals(&self, zones: &Zones) -> Vec<Deal> {
        let base = &self.network.base;
        let deal = |(worth, values): &(Vec<i64>, Vec<u32>)| Deal {
            worth: worth.iter().zip(base).map(|(a, b)| a + b).collect(),
            package: self.network.package(values),
        };
        let mut deals: Vec<Deal> = zones.found.iter().map(deal).collect();
        deals.sort_by(|a, b| b.worth.cmp(&a.worth));
        deals
    }

    /// The weights of the parties at the best mixture, as far as a few steps lead; what is found on
    /// the way is taken up.
    fn approach(
        &self,
        rank: &Rank,
        ranges: &[i64],
        (climb, directions, zones): (&mut Climb<'_>, &Directions, &mut Zones),
        watch: &dyn Watch,
    ) -> Result<Vec<i64>, Stopped> {
        let mut mixture: Vec<f64> = Vec::new();
        let mut weights: Vec<i64> = whole(
            &ranges
                .iter()
                .map(|r| 1.0 / (*r).max(1) as f64)
                .collect::<Vec<_>>(),
        );
        for step in 0..APPROACHES {
            let values = climb.steepest(&weights, watch)?;
            let worth = self.network.worth(&values);
            zones.take(&worth, &values, directions);
            if mixture.is_empty() {
                mixture = worth.iter().map(|points| *points as f64).collect();
            }
            let part = 2.0 / (f64::from(step) + 2.0);
            for (mixed, points) in mixture.iter_mut().zip(&worth) {
                *mixed += part * (*points as f64 - *mixed);
            }
            weights = whole(&slope(rank, ranges, &mixture));
        }
        Ok(weights)
    }
}

/// How much a point more of each party would better a mixture.
fn slope(rank: &Rank, ranges: &[i64], mixture: &[f64]) -> Vec<f64> {
    let gain = |party: usize| mixture[party] - rank.without[party] as f64;
    // How far above its floor, in parts of what it could have: short of it, the party comes first.
    let short = |party: usize| {
        let range = ranges[party].max(1) as f64;
        ((mixture[party] - rank.floor[party] as f64) / range).max(1.0 / 256.0)
    };
    let parties = 0..mixture.len();
    match rank.by {
        By::Most(most) => parties
            .map(|party| {
                let need = (1.0 / 128.0 / short(party)).min(1.0).powi(4) * 4.0;
                let own = if party == most { 1.0 } else { 0.0 };
                (own + need) / ranges[party].max(1) as f64
            })
            .collect(),
        By::Product => parties
            .map(|party| 1.0 / gain(party).max(ranges[party].max(1) as f64 / 256.0))
            .collect(),
        By::Shares => {
            let share = |party: usize| {
                let whole = rank.wholes[party].max(1) as f64;
                (gain(party) / whole).max(ranges[party].max(1) as f64 / 256.0 / whole)
            };
            let counted = |party: &usize| rank.wholes[*party] > 0;
            let least = parties
                .clone()
                .filter(counted)
                .map(share)
                .fold(f64::MAX, f64::min);
            parties
                .map(|party| {
                    let behind = std::iter::repeat_n(least / share(party), SHARP).product::<f64>();
                    let own = if counted(&party) {
                        behind / rank.wholes[party] as f64
                    } else {
                        0.0
                    };
                    own + (1.0 / 128.0 / short(party)).min(1.0).powi(4)
                        / ranges[party].max(1) as f64
                })
                .collect()
        }
    }
}

/// Whole numbers in about these proportions.
fn whole(weights: &[f64]) -> Vec<i64> {
    let most = weights.iter().copied().fold(f64::MIN_POSITIVE, f64::max);
    let whole = |weight: &f64| (weight / most * FINE).round() as i64;
    weights.iter().map(whole).collect()
}

/// Weightings, and others beside them: each party in turn weighed more, and less.
fn around(weights: &[i64]) -> Vec<Vec<i64>> {
    let parties = weights.len();
    let mut all = vec![weights.to_vec()];
    for (times, parts) in [(5, 4), (4, 5), (2, 1), (1, 2)] {
        for party in 0..parties {
            let mut beside = weights.to_vec();
            beside[party] = (beside[party].max(1) * times / parts).max(1);
            all.push(beside);
        }
    }
    all.truncate(LANES);
    all
}

/// How much better than the best something may be in what was left undone.
fn beyond(
    seek: Seek<'_>,
    rank: &Rank,
    zones: &Zones,
    left: &[Task],
    directions: &Directions,
) -> Option<Beyond> {
    let may = |zone: &Zone| left.iter().any(|task| reaches(&task.bound, &zone.along));
    let share = |thousandths: i64, of: i64| {
        Share::new(thousandths, of).is_some_and(|share| may(&rank.share_zone(share, directions)))
    };
    match seek {
        Seek::Most(_) => None,
        Seek::Rule(Rule::Nash, _) => {
            let (worth, _) = zones.found.first()?;
            let gains: Vec<u64> = rank.gains(worth).iter().map(|g| g.unsigned_abs()).collect();
            let times = |thousandths: i64| {
                let times = (thousandths.unsigned_abs(), 1_000);
                may(&rank.product_zone(&gains, times, super::rank::Ties::Sought, directions))
            };
            // Above the last that may be reached, and below the next: rounded up.
            let thousandths = last(1_000, MEAN_MOST, times) + 1;
            (thousandths <= MEAN_MOST).then_some(Beyond::MeanGain { thousandths })
        }
        Seek::Rule(Rule::KalaiSmorodinsky, _) => Some(Beyond::LeastShare {
            thousandths: (last(0, 1_000, |at| share(at, 1_000)) + 1).min(1_000),
        }),
        Seek::Rule(Rule::Egalitarian, _) => Some(Beyond::LeastGain {
            points: last(0, POINTS_MOST * 2, |at| share(at, 1)),
        }),
    }
}

/// The last number of a range of which something holds that holds up to there; the first if of none.
fn last(first: i64, end: i64, holds: impl Fn(i64) -> bool) -> i64 {
    let (mut low, mut high) = (first, end);
    while low < high {
        let middle = low + (high - low + 1) / 2;
        if holds(middle) {
            low = middle;
        } else {
            high = middle - 1;
        }
    }
    low
}
