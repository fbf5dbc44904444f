//! What the turns allow: whatever a side hands over next is paid from what it has received by then. So the
//! most that a side can have received bounds what its own can have cost, and that bounds what its own can
//! be worth to the other, who pays from it in turn. Here the two are followed count by count and stage by
//! stage. It sees more than the optimist does, who takes the cheapest and the worthiest at once; like him
//! it forgets which ones were handed over, so what does not fit even so does not fit at all.

#![expect(
    clippy::indexing_slicing,
    reason = "counts are those of the units, and tables are made for them"
)]

mod table;
mod worths;

use self::{
    table::Table,
    worths::{Side, Worths},
};
use super::{Rules, Sums};
use crate::order::{bounds::Bounds, units::Units};

/// How many stages are followed.
const AHEAD: u32 = 5;

/// Each party's units in the orders that the bounds need, tier by tier.
#[derive(Debug)]
pub(in super::super) struct Turns {
    sides: [Side; 2],
    /// By count of the first party: the counts of the second with which a stage may end.
    ends: Vec<(usize, usize)>,
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
