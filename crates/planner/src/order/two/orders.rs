//! Orders of a party's own obligations: by several keys inside what the conditions allow, and exchanges
//! that keep to the conditions.

#![expect(
    clippy::indexing_slicing,
    reason = "units and places are counted when the lists are made"
)]

use std::cmp::Reverse;

use super::super::{problem::Problem, units::Units};

/// What comes first among those that may.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Key {
    /// The least cost.
    Cost,
    /// The greatest value.
    Value,
    /// The greatest value for its cost.
    Ratio,
    /// The greatest value less cost.
    Gain,
    /// The greatest value less twice the cost.
    Thrift,
    /// The greatest cost.
    Dear,
}

/// All keys.
pub(in super::super) const KEYS: [Key; 6] = [
    Key::Ratio,
    Key::Cost,
    Key::Value,
    Key::Gain,
    Key::Thrift,
    Key::Dear,
];

/// The units of both parties in an order that the conditions allow, by a key.
pub(in super::super) fn by_key(
    problem: &Problem,
    units: &Units,
    keys: [Key; 2],
) -> [Vec<usize>; 2] {
    let mut orders = [Vec::new(), Vec::new()];
    let mut open: Vec<usize> = (0..units.len()).collect();
    let rank = |unit: &usize| {
        let (cost, value) = points(units, *unit);
        let key = keys[units.at(*unit).giver];
        (units.at(*unit).tier, rank(key, cost, value), *unit)
    };
    open.sort_by_key(rank);
    // Conditions beyond tiers: what must wait is taken up again when it no longer must.
    let mut waits = waits(problem, units);
    while !open.is_empty() {
        let mut left = Vec::new();
        for unit in std::mem::take(&mut open) {
            if waits.ready(units, unit) {
                waits.taken(units, unit);
                orders[units.at(unit).giver].push(unit);
            } else {
                left.push(unit);
            }
        }
        open = left;
    }
    orders
}

/// What a unit costs its giver, and what it is worth to the other.
pub(in super::super) fn points(units: &Units, unit: usize) -> (i64, i64) {
    let unit = units.at(unit);
    (-unit.effects[unit.giver], unit.effects[1 - unit.giver])
}

fn rank(key: Key, cost: i64, value: i64) -> (Reverse<i128>, i64) {
    let (c, v) = (i128::from(cost), i128::from(value));
    let first = match key {
        Key::Cost => -c,
        Key::Value => v,
        Key::Ratio => v * 1_000_000 / c.max(1),
        Key::Gain => v - c,
        Key::Thrift => v - 2 * c,
        Key::Dear => c,
    };
    (Reverse(first), cost)
}

/// Which classes are done.
struct Waits {
    /// By class: how many classes come before it that are not done.
    open: Vec<usize>,
    /// By class: how many of it are left.
    left: Vec<usize>,
    after: Vec<Vec<usize>>,
}

fn waits(problem: &Problem, units: &Units) -> Waits {
    let classes = problem.classes().len();
    let mut after = vec![Vec::new(); classes];
    for class in 0..classes {
        for first in problem.precedence().earlier(class) {
            after[first].push(class);
        }
    }
    let open = (0..classes)
        .map(|class| problem.precedence().earlier(class).count())
        .collect();
    let left = (0..classes)
        .map(|class| units.of_class(class).len())
        .collect();
    Waits { open, left, after }
}

impl Waits {
    /// Its class may begin, and it is the next of it.
    fn ready(&self, units: &Units, unit: usize) -> bool {
        let class = units.at(unit).class;
        self.open[class] == 0 && units.of_class(class).end - self.left[class] == unit
    }

    fn taken(&mut self, units: &Units, unit: usize) {
        let class = units.at(unit).class;
        self.left[class] -= 1;
        if self.left[class] == 0 {
            for then in &self.after[class] {
                self.open[*then] -= 1;
            }
        }
    }
}

/// Whether the units at two places of an order may be exchanged.
pub(in super::super) fn exchangeable(
    problem: &Problem,
    units: &Units,
    order: &[usize],
    early: usize,
    late: usize,
) -> bool {
    let (first, second) = (order[early], order[late]);
    // An exchange of equals is none.
    let between = &order[early + 1..late];
    units.at(first).class != units.at(second).class
        && units.at(first).effects != units.at(second).effects
        && !units.precedes(problem, first, second)
        && between.iter().all(|unit| {
            !units.precedes(problem, first, *unit) && !units.precedes(problem, *unit, second)
        })
}
