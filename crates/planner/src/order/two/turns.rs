//! What the turns allow: whatever a side hands over next is paid from what it has received by then. So the
//! most that a side can have received bounds what its own can have cost, and that bounds what its own can
//! be worth to the other, who pays from it in turn. Here the two are followed count by count and stage by
//! stage. It sees more than the optimist does, who takes the cheapest and the worthiest at once; like him
//! it forgets which ones were handed over, so what does not fit even so does not fit at all.
//!
//! Of so many that cost no more than c in all, the worth is at most `lambda * c` and the greatest sum of
//! `v - lambda * c_k` over so many, for every factor lambda above nought (a Lagrangian bound of the
//! knapsack); a few factors are tried and the least bound taken. For the very next one it is exact.

#![expect(
    clippy::indexing_slicing,
    reason = "counts are those of the units, and tables are made for them"
)]

use super::{Rules, Sums, orders::points};
use crate::order::{bounds::Bounds, units::Units};

/// Factors are counted in sixteenths.
const SHIFT: u32 = 4;
/// How many factors are tried.
const FACTORS: usize = 6;
/// How many stages are followed.
const AHEAD: u32 = 5;

/// Each party's units in the orders that the bounds need, tier by tier.
#[derive(Debug)]
pub(in super::super) struct Turns {
    sides: [Side; 2],
    /// By count of the first party: the counts of the second with which a stage may end.
    ends: Vec<(usize, usize)>,
}

#[derive(Debug)]
struct Side {
    /// The cheapest first.
    cheap: Vec<Item>,
    /// The worthiest first.
    dear: Vec<Item>,
    /// By factor: the greatest worth less so many times the cost first.
    by_factor: Vec<(i64, Vec<Item>)>,
    all: i64,
    count: usize,
}

#[derive(Debug, Clone, Copy)]
struct Item {
    unit: usize,
    tier: u32,
    cost: i64,
    value: i64,
}

/// Where a search stands: what has been handed over, and what of a stage is left.
#[derive(Debug, Clone, Copy)]
pub(in super::super) struct At {
    pub given: [usize; 2],
    pub cost: [i64; 2],
    pub value: [i64; 2],
    pub stage: u32,
    pub left: Left,
}

/// What of a stage is left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Left {
    /// It has not begun.
    Whole,
    /// This party's batch, of which so many are handed over, and then the other's.
    Both(usize, usize),
    /// This party's batch, of which so many are handed over.
    Last(usize, usize),
}

impl Turns {
    /// With the sums of the optimist at the very beginning.
    pub fn of(units: &Units, optimistic: &Sums) -> Self {
        let [rows, _] = optimistic.sizes();
        Self {
            sides: [0, 1].map(|party| Side::of(units, party)),
            ends: (0..=rows).map(|first| optimistic.ends(first)).collect(),
        }
    }

    /// Room to reckon in.
    pub fn scratch(&self, rules: &Rules<'_>) -> Scratch {
        let shape = [0, 1].map(|party| {
            let ahead = rules.batch(party).saturating_mul(AHEAD as usize);
            ahead.min(self.sides[party].count) + 1
        });
        Scratch(std::array::from_fn(|_| Table::new(shape)))
    }

    /// Whether the turns may lead on from here: `given` are handed over already, and of the rest `barred`
    /// are not handed over in this stage.
    pub fn hopeful(
        &self,
        at: &At,
        given: impl Fn(usize) -> bool,
        barred: impl Fn(usize) -> bool,
        (rules, bounds): (&Rules<'_>, &Bounds),
        Scratch([now, half, next]): &mut Scratch,
    ) -> bool {
        let last = rules.most().min(at.stage + AHEAD);
        let low = [bounds.low[0], bounds.low[1]];
        let batch = |party| rules.batch(party);
        let worths = |stages: u32, out: &dyn Fn(usize) -> bool| {
            [0, 1].map(|party| {
                let ahead = batch(party).saturating_mul(stages as usize);
                let rest = self.sides[party].count - at.given[party];
                Worths::of(&self.sides[party], at, party, out, ahead.min(rest))
            })
        };
        let here = worths(1, &|unit| given(unit) || barred(unit));
        for table in [&mut *now, half, next] {
            table.clear();
        }
        now.raise([0, 0], at.value);
        match at.left {
            Left::Whole => {
                for first in [0, 1]
                    .into_iter()
                    .filter(|first| rules.firsts(at.stage)[*first])
                {
                    half.take(now);
                    half.run(&here[first], first, batch(first), low);
                    half.run(&here[1 - first], 1 - first, batch(1 - first), low);
                    next.join(half);
                }
                std::mem::swap(now, next);
            }
            Left::Both(party, size) => {
                now.run(&here[party], party, batch(party).saturating_sub(size), low);
                now.run(&here[1 - party], 1 - party, batch(1 - party), low);
            }
            Left::Last(party, size) => {
                now.run(&here[party], party, batch(party).saturating_sub(size), low);
            }
        }
        let mut later = None;
        for stage in at.stage + 1.. {
            let left = rules.most().saturating_sub(stage) as usize;
            now.keep(|cell| {
                let count = [0, 1].map(|party| at.given[party] + cell[party]);
                let (from, to) = self.ends[count[0]];
                (from..=to).contains(&count[1])
                    && [0, 1].into_iter().all(|party| {
                        let rest = self.sides[party].count - count[party];
                        rest <= batch(party).saturating_mul(left)
                    })
            });
            if now.is_empty() {
                return false;
            }
            if stage >= last {
                break;
            }
            let later = later.get_or_insert_with(|| worths(last - at.stage, &given));
            next.take(now);
            for first in [0, 1]
                .into_iter()
                .filter(|first| rules.firsts(stage)[*first])
            {
                half.take(now);
                half.run(&later[first], first, batch(first), low);
                half.run(&later[1 - first], 1 - first, batch(1 - first), low);
                next.join(half);
            }
            std::mem::swap(now, next);
        }
        true
    }
}

/// Room for tables, used again from one question to the next.
#[derive(Debug)]
pub(in super::super) struct Scratch([Table; 3]);

impl Side {
    fn of(units: &Units, party: usize) -> Self {
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
struct Worths {
    /// The least that they cost.
    least: Vec<i64>,
    /// The most that they are worth.
    most: Vec<i64>,
    /// By factor the greatest sum of worths less so many times the costs, in sixteenths.
    by_factor: Vec<(i64, Vec<i64>)>,
    /// For the next one: by cost the greatest worth of those that cost no more.
    next: Vec<(i64, i64)>,
    all: i64,
}

impl Worths {
    fn of(side: &Side, at: &At, party: usize, given: &dyn Fn(usize) -> bool, more: usize) -> Self {
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
    fn at(&self, more: usize, cost: i64) -> Option<i64> {
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

/// By how many more of each party: the most that what each has handed over can be worth.
#[derive(Debug)]
struct Table {
    shape: [usize; 2],
    cells: Vec<[i64; 2]>,
    /// By row, the columns within which lies all that can be.
    columns: Vec<(usize, usize)>,
    /// The rows within which it does.
    rows: (usize, usize),
}

const NEVER: [i64; 2] = [i64::MIN; 2];

impl Table {
    fn new(shape: [usize; 2]) -> Self {
        Self {
            shape,
            cells: vec![NEVER; shape[0] * shape[1]],
            columns: vec![(0, 0); shape[0]],
            rows: (0, 0),
        }
    }

    const fn is_empty(&self) -> bool {
        self.rows.0 >= self.rows.1
    }

    fn clear(&mut self) {
        for row in self.rows.0..self.rows.1 {
            let (from, to) = std::mem::take(&mut self.columns[row]);
            self.cells[row * self.shape[1]..][from..to].fill(NEVER);
        }
        self.rows = (0, 0);
    }

    fn raise(&mut self, cell: [usize; 2], worth: [i64; 2]) {
        let [row, column] = cell;
        self.rows = with(self.rows, row);
        self.columns[row] = with(self.columns[row], column);
        let kept = &mut self.cells[row * self.shape[1] + column];
        for (kept, worth) in kept.iter_mut().zip(worth) {
            *kept = (*kept).max(worth);
        }
    }

    fn join(&mut self, other: &Self) {
        for row in other.rows.0..other.rows.1 {
            let (from, to) = other.columns[row];
            for column in from..to {
                let worth = other.cells[row * self.shape[1] + column];
                if worth != NEVER {
                    self.raise([row, column], worth);
                }
            }
        }
    }

    /// Becomes as another.
    fn take(&mut self, other: &Self) {
        self.clear();
        self.join(other);
    }

    fn keep(&mut self, keeps: impl Fn([usize; 2]) -> bool) {
        let mut rows = (0, 0);
        for row in self.rows.0..self.rows.1 {
            let mut columns = (0, 0);
            for column in self.columns[row].0..self.columns[row].1 {
                let worth = &mut self.cells[row * self.shape[1] + column];
                if *worth != NEVER && keeps([row, column]) {
                    columns = with(columns, column);
                } else {
                    *worth = NEVER;
                }
            }
            self.columns[row] = columns;
            if columns.0 < columns.1 {
                rows = with(rows, row);
            }
        }
        self.rows = rows;
    }

    /// A batch of at most so many of a party besides, from each cell.
    fn run(&mut self, own: &Worths, party: usize, most: usize, low: [i64; 2]) {
        let columns = (self.rows.0..self.rows.1).fold((0, 0), |all, row| {
            let (from, to) = self.columns[row];
            if from < to {
                with(with(all, from), to - 1)
            } else {
                all
            }
        });
        let (lines, places) = if party == 1 {
            (self.rows, columns)
        } else {
            (columns, self.rows)
        };
        let low = low[party];
        // By count: the most that the other's can be worth where the batch begins.
        let mut received = vec![i64::MIN; own.least.len()];
        for line in lines.0..lines.1 {
            let cell = |place: usize| {
                if party == 1 {
                    [line, place]
                } else {
                    [place, line]
                }
            };
            let mut reached = (0, 0);
            for place in places.0..places.1.min(own.least.len()) {
                let [row, column] = cell(place);
                let worth = self.cells[row * self.shape[1] + column];
                if worth == NEVER {
                    continue;
                }
                let worth = worth[1 - party];
                // What it has received pays for what it has given, down to its bound.
                let cost = worth.saturating_sub(low);
                let end = place.saturating_add(most).min(own.least.len() - 1);
                for count in place + 1..=end {
                    if own.least[count] > cost {
                        break;
                    }
                    received[count] = received[count].max(worth);
                    reached = with(reached, count);
                }
            }
            for count in reached.0..reached.1 {
                let other = std::mem::replace(&mut received[count], i64::MIN);
                if other > i64::MIN
                    && let Some(value) = own.at(count, other.saturating_sub(low))
                {
                    let mut worth = [other; 2];
                    worth[party] = value;
                    self.raise(cell(count), worth);
                }
            }
        }
    }
}

/// An interval, its end not included, and one more place.
const fn with((from, to): (usize, usize), place: usize) -> (usize, usize) {
    if from >= to {
        return (place, place + 1);
    }
    (
        if from < place { from } else { place },
        if to > place { to } else { place + 1 },
    )
}
