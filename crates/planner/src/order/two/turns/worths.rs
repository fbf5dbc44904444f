//! The most that so many of a party's handovers can be worth at no more than a cost.
//!
//! Of so many that cost no more than c in all, the worth is at most `lambda * c` and the greatest sum of
//! `v - lambda * c_k` over so many, for every factor lambda above nought (a Lagrangian bound of the
//! knapsack); a few factors are tried and the least bound taken. For the very next one it is exact.

#![expect(
    clippy::indexing_slicing,
    reason = "counts are those of the units, and tables are made for them"
)]

use super::At;
use crate::order::{two::orders::points, units::Units};

/// Factors are counted in sixteenths.
const SHIFT: u32 = 4;
/// How many factors are tried.
const FACTORS: usize = 6;

/// A party's units in the orders that the bounds need, tier by tier.
#[derive(Debug)]
pub(super) struct Side {
    /// The cheapest first.
    cheap: Vec<Item>,
    /// The worthiest first.
    dear: Vec<Item>,
    /// By factor: the greatest worth less so many times the cost first.
    by_factor: Vec<(i64, Vec<Item>)>,
    all: i64,
    /// How many they are.
    pub count: usize,
}

#[derive(Debug, Clone, Copy)]
struct Item {
    unit: usize,
    tier: u32,
    cost: i64,
    value: i64,
}

impl Side {
    pub fn of(units: &Units, party: usize) -> Self {
        let mut items: Vec<Item> = units
            .owed(party)
            .map(|unit| {
                let (cost, value) = points(units, unit);
                let tier = units.at(unit).tier;
                Item {
                    unit,
                    tier,
                    cost,
                    value,
                }
            })
            .collect();
        let sorted = |items: &mut Vec<Item>, key: &dyn Fn(&Item) -> i64| {
            items.sort_by_key(|item| (item.tier, key(item), item.unit));
            items.clone()
        };
        let cheap = sorted(&mut items, &|item| item.cost);
        let dear = sorted(&mut items, &|item| -item.value);
        let mut ratios: Vec<i64> = items
            .iter()
            .map(|item| (item.value << SHIFT) / item.cost.max(1))
            .collect();
        ratios.sort_unstable();
        let mut factors: Vec<i64> = (0..FACTORS)
            .filter_map(|at| ratios.get(ratios.len() * (2 * at + 1) / (2 * FACTORS)))
            .map(|ratio| (*ratio).clamp(1, 1 << 12))
            .collect();
        factors.dedup();
        let by_factor = factors
            .into_iter()
            .map(|factor| {
                let less = move |item: &Item| factor * item.cost - (item.value << SHIFT);
                (factor, sorted(&mut items, &less))
            })
            .collect();
        Self {
            all: items.iter().map(|item| item.cost).sum(),
            count: items.len(),
            cheap,
            dear,
            by_factor,
        }
    }
}

/// What so many more of a party can come to, with all that it has handed over.
pub(super) struct Worths {
    /// The least that they cost.
    pub least: Vec<i64>,
    /// The most that they are worth.
    most: Vec<i64>,
    /// By factor the greatest sum of worths less so many times the costs, in sixteenths.
    by_factor: Vec<(i64, Vec<i64>)>,
    /// For the next one: by cost the greatest worth of those that cost no more.
    next: Vec<(i64, i64)>,
    all: i64,
}

impl Worths {
    pub fn of(
        side: &Side,
        at: &At,
        party: usize,
        given: &dyn Fn(usize) -> bool,
        more: usize,
    ) -> Self {
        let (cost, value) = (at.cost[party], at.value[party]);
        let run = |items: &[Item], begun: i64, of: &dyn Fn(&Item) -> i64| {
            let rest = items.iter().filter(|item| !given(item.unit)).take(more);
            let mut all = Vec::with_capacity(more + 1);
            all.push(begun);
            let mut sum = begun;
            for item in rest {
                sum += of(item);
                all.push(sum);
            }
            all
        };
        let by_factor = side.by_factor.iter().map(|(factor, items)| {
            let begun = (value << SHIFT) - factor * cost;
            let sums = run(items, begun, &|item| {
                (item.value << SHIFT) - factor * item.cost
            });
            (*factor, sums)
        });
        let mut next: Vec<(i64, i64)> = Vec::new();
        let mut open = None;
        for item in side.cheap.iter().filter(|item| !given(item.unit)) {
            if *open.get_or_insert(item.tier) != item.tier {
                break;
            }
            if next
                .last()
                .is_none_or(|(_, best)| value + item.value > *best)
            {
                next.push((cost + item.cost, value + item.value));
            }
        }
        Self {
            least: run(&side.cheap, cost, &|item| item.cost),
            most: run(&side.dear, value, &|item| item.value),
            by_factor: by_factor.collect(),
            next,
            all: side.all,
        }
    }

    /// The most that so many more can be worth if all cost no more than this; none where they must cost
    /// more.
    pub fn at(&self, more: usize, cost: i64) -> Option<i64> {
        if self.least[more] > cost {
            return None;
        }
        if more == 1 {
            let within = self.next.partition_point(|(least, _)| *least <= cost);
            return within.checked_sub(1).map(|at| self.next[at].1);
        }
        let cost = cost.min(self.all);
        let bounds = self
            .by_factor
            .iter()
            .map(|(factor, sums)| (sums[more] + factor * cost) >> SHIFT);
        Some(bounds.fold(self.most[more], i64::min))
    }
}
