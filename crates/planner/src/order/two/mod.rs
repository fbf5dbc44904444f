//! Two parties whose own orders are fixed: what is left is how the two interleave, a path through a
//! grid of counts. For each count of the first party the counts of the second that the bounds allow are
//! one interval, so the grid is a corridor between two staircases, and a row of it is a row of bits.

#![expect(
    clippy::indexing_slicing,
    reason = "every index is a count of handovers within the lists built here"
)]

mod before;
mod bits;
pub(super) mod node;
pub(super) mod orders;
pub(super) mod prove;
pub(super) mod relaxed;
pub(super) mod search;
pub(super) mod smooth;
mod turns;
pub(super) mod value;
pub(super) mod windows;

use self::{bits::Rows, windows::Windows};
use super::{bounds::Bounds, problem::Problem, stages::Stages, units::Units};
use crate::watch::{Stage, Stopped, Unwatched, Watch};

/// What handovers come to, one after the other: of each party its costs and the other's values.
#[derive(Debug, Clone, Default)]
pub(super) struct Sums {
    /// By party: what it has lost after so many of its own handovers; rising.
    pub cost: [Vec<i64>; 2],
    /// By party: what the other has gained by them; rising.
    pub value: [Vec<i64>; 2],
    /// By party: how many the other must have handed over before; rising.
    pub needs: [Vec<usize>; 2],
    /// Other sums for the greatest standing than for the least, where these are bounds and no order's.
    pub ceiling: Option<Box<Sums>>,
    /// What must balance at the end of a stage.
    pub bands: Vec<Track>,
    /// What rules inside a stage leave; an optimist is not bound by them.
    pub windows: Option<Box<Windows>>,
}

/// What a band counts: upwards for the first party, and for the second what is taken off again.
#[derive(Debug, Clone, Default)]
pub(super) struct Track {
    pub least: i64,
    pub most: i64,
    /// By party: the least that so many handovers can count; rising.
    pub low: [Vec<i64>; 2],
    /// By party: the most; the same where the order is settled.
    pub high: [Vec<i64>; 2],
}

impl Sums {
    /// Of two orders of units.
    pub fn of(units: &Units, orders: &[Vec<usize>; 2]) -> Self {
        let mut sums = Self::default();
        let mut places = vec![0; units.len()];
        for order in orders {
            for (place, unit) in order.iter().enumerate() {
                places[*unit] = place;
            }
        }
        for (party, order) in orders.iter().enumerate() {
            let (mut cost, mut value, mut need) = (0, 0, 0);
            sums.cost[party].push(0);
            sums.value[party].push(0);
            sums.needs[party].push(0);
            for unit in order {
                let unit = units.at(*unit);
                cost -= unit.effects[party];
                value += unit.effects[1 - party];
                for first in &unit.across {
                    need = need.max(places[*first] + 1);
                }
                sums.cost[party].push(cost);
                sums.value[party].push(value);
                sums.needs[party].push(need);
            }
        }
        for band in units.bands() {
            let counted = [0, 1].map(|party| band.running(units, party, &orders[party]));
            sums.bands.push(Track {
                least: band.least,
                most: band.most,
                low: counted.clone(),
                high: counted,
            });
        }
        sums.windows = Windows::of(units, orders).map(Box::new);
        sums
    }

    /// Of the second party's counts those with which a stage may end, for one count of the first.
    fn ends(&self, first: usize) -> (usize, usize) {
        let [_, all] = self.sizes();
        let mut ends = (0, all);
        for band in &self.bands {
            let from = band.high[1].partition_point(|sum| *sum < band.low[0][first] - band.most);
            let to = band.low[1].partition_point(|sum| *sum <= band.high[0][first] - band.least);
            let Some(to) = to.checked_sub(1) else {
                return (1, 0);
            };
            ends = (ends.0.max(from), ends.1.min(to));
        }
        ends
    }

    /// How many each hands over.
    pub fn sizes(&self) -> [usize; 2] {
        [self.cost[0].len() - 1, self.cost[1].len() - 1]
    }

    /// For each count of the first party the counts of the second within the bounds, both ends
    /// included; none where the first is the greater.
    fn corridor(&self, bounds: &Bounds) -> Vec<(usize, usize)> {
        let [_, all] = self.sizes();
        let (cost, value) = (&self.cost[1], &self.value[1]);
        let above = self.ceiling.as_deref().unwrap_or(self);
        let row = |first: usize| {
            let (lost, gained) = (self.cost[0][first], self.value[0][first]);
            let (lost_most, gained_least) = (above.cost[0][first], above.value[0][first]);
            let from_first = value.partition_point(|v| *v < bounds.low[0] + lost);
            let from_second = above.cost[1].partition_point(|c| *c < gained_least - bounds.high[1]);
            let from = from_first.max(from_second).max(self.needs[0][first]);
            let to_first = above.value[1].partition_point(|v| *v <= bounds.high[0] + lost_most);
            let to_second = cost.partition_point(|c| *c <= gained - bounds.low[1]);
            let ready = self.needs[1].partition_point(|need| *need <= first);
            match to_first.min(to_second).min(ready).checked_sub(1) {
                Some(to) if from <= to => (from, to.min(all)),
                Some(_) | None => (1, 0),
            }
        };
        (0..self.cost[0].len()).map(row).collect()
    }
}

/// Where to begin: the counts handed over, and how many stages have gone by.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Start {
    pub given: [usize; 2],
    pub stage: u32,
}

/// The rules of the stages for two parties, or that there are none.
#[derive(Debug, Clone)]
pub(super) struct Rules<'p> {
    stages: Option<&'p Stages>,
    most: u32,
    batch: [usize; 2],
}

impl<'p> Rules<'p> {
    pub fn of(problem: &'p Problem) -> Self {
        let stages = problem.stages();
        let runs = u32::try_from(problem.size()).unwrap_or(u32::MAX);
        Self {
            stages,
            most: stages.map_or(runs, |stages| stages.most),
            batch: [0, 1].map(|party| stages.map_or(usize::MAX, |stages| stages.batch(party))),
        }
    }

    /// The same with no more stages than this.
    pub fn within(&self, most: u32) -> Self {
        Self {
            most: self.most.min(most),
            ..self.clone()
        }
    }

    /// Whether it matters which stage is which.
    pub fn numbered(&self) -> bool {
        self.stages.is_some_and(Stages::numbered)
    }

    pub const fn most(&self) -> u32 {
        self.most
    }

    pub const fn batch(&self, party: usize) -> usize {
        self.batch[party]
    }

    /// Whether each of the two may go first in a stage.
    pub fn firsts(&self, stage: u32) -> [bool; 2] {
        let orders = self.stages.map(|stages| stages.orders(stage, 2));
        [0, 1].map(|party| {
            orders
                .as_ref()
                .is_none_or(|all| all.iter().any(|order| order.first() == Some(&party)))
        })
    }
}

/// What can be reached at the end of each stage, the beginning included.
#[derive(Debug)]
pub(super) struct Reached {
    /// Row by row; the last is the first in which everything is handed over.
    pub layers: Vec<Rows>,
    corridor: Vec<(usize, usize)>,
}

impl Reached {
    /// How many stages it takes.
    pub fn stages(&self) -> usize {
        self.layers.len() - 1
    }
}

/// Whether everything can be handed over within the bounds; if so what is reached, stage by stage,
/// until it is.
pub(super) fn reach(
    sums: &Sums,
    rules: &Rules<'_>,
    bounds: &Bounds,
    start: Start,
) -> Option<Reached> {
    reach_watched(sums, rules, bounds, start, &Unwatched).unwrap_or(None)
}

/// Of so many counts a stage takes long enough for somebody to be asked whether to go on.
const COUNTS_MANY: usize = 1_000_000;

/// The same, of which the watch is told stage by stage where stages take long.
///
/// # Errors
/// The watch ended it.
pub(super) fn reach_watched(
    sums: &Sums,
    rules: &Rules<'_>,
    bounds: &Bounds,
    start: Start,
    watch: &dyn Watch,
) -> Result<Option<Reached>, Stopped> {
    let corridor = sums.corridor(bounds);
    let [rows, last] = sums.sizes();
    let inside =
        |given: [usize; 2]| (corridor[given[0]].0..=corridor[given[0]].1).contains(&given[1]);
    if !inside(start.given) || !inside([rows, last]) {
        return Ok(None);
    }
    let ends: Vec<(usize, usize)> = corridor
        .iter()
        .enumerate()
        .map(|(first, (low, high))| {
            let (from, to) = sums.ends(first);
            (*low.max(&from), *high.min(&to))
        })
        .collect();
    let mut now = Rows::new(rows + 1, last + 1);
    now.set(start.given[0], start.given[1]);
    let mut layers = vec![now];
    let mut top = start.given[0];
    for stage in start.stage..=rules.most {
        let Some(now) = layers.last() else {
            return Ok(None);
        };
        if now.get(rows, last) {
            return Ok(Some(Reached { layers, corridor }));
        }
        if stage == rules.most {
            return Ok(None);
        }
        if (rows + 1).saturating_mul(last + 1) >= COUNTS_MANY {
            watch.at(Stage::Searching, stage.into(), rules.most.into())?;
        }
        let lowest = start.given[0];
        let next_top = top.saturating_add(rules.batch[0]).min(rows);
        let mut next = now.clone();
        let [first, second] = rules.firsts(stage);
        if let Some(windows) = &sums.windows {
            for ways in windows.ways.iter().zip([first, second]).enumerate() {
                let (goes_first, (ways, may)) = ways;
                for way in ways.iter().filter(|_| may) {
                    let mut reached = now.clone();
                    for party in [goes_first, 1 - goes_first] {
                        reached = reached.batch(party, &way[party], rules.batch[party], &corridor);
                    }
                    reached.keep(&windows.ends);
                    next.join(&reached, lowest..=rows, &ends);
                }
            }
        } else {
            if first {
                let mut way = now.clone();
                way.down(lowest..=next_top, rules.batch[0], &corridor);
                way.along(lowest..=next_top, rules.batch[1], &corridor);
                next.join(&way, lowest..=next_top, &ends);
            }
            if second {
                let mut way = now.clone();
                way.along(lowest..=top, rules.batch[1], &corridor);
                way.down(lowest..=next_top, rules.batch[0], &corridor);
                next.join(&way, lowest..=next_top, &ends);
            }
        }
        if next == *now && !rules.numbered() {
            return Ok(None);
        }
        top = next_top;
        layers.push(next);
    }
    Ok(None)
}
