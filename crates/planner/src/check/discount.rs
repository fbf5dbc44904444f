//! What is still to come, where a party takes it for less the later it comes.
//!
//! Of each day that passes a share is left, delta = 1 - discount. What is still to come after a part of
//! the plan is then, at a moment t, `C(t) = sum of delta^(t_k - t) D(k)` over what is not handed over,
//! `t_k` being the day of its move. A moment lasts from the day of the move before it to the day of the move
//! after it, and whoever stops may stop on any of these days: -C is greatest on the first or on the last
//! of them, and the greater is told.
//!
//! It is reckoned from the end, with sixty binary places, to the nearest thousandth of the party's unit,
//! and told in whole units, rounded up.

use jiff::civil::Date;

use super::{
    account::Account,
    course::Course,
    fixed::{Fixed, Share},
};
use crate::{
    plan::{Plan, Points, Span},
    range::Range,
};

/// The digits of a discount after the point, and what a whole comes to in them.
const DIGITS: u8 = 6;
const WHOLE: u32 = 1_000_000;

/// A party's discount, and the days of the stages.
#[derive(Clone, Debug)]
pub struct Discount {
    /// As it was written.
    pub said: Range,
    /// What a day leaves: the least, the middle and the most.
    low: Share,
    mid: Share,
    high: Share,
    first: Date,
    /// How many days after the first each stage is; a day before that of the stage before counts as that
    /// one.
    days: Vec<u32>,
}

/// What is still to come, in each bound.
#[derive(Clone, Copy, Debug, Default)]
struct ToCome {
    low: Fixed,
    mid: Fixed,
    high: Fixed,
}

impl Discount {
    /// That of a party; nothing where it has none, or where not every stage has its day.
    pub fn of(plan: &Plan, points: &Points) -> Option<Self> {
        let said = points.discount?;
        let parts = |end: Option<i64>| u32::try_from(end?).ok().map(|parts| parts.min(WHOLE));
        let least = parts(said.low().in_units_of(DIGITS))?;
        let most = parts(said.high().in_units_of(DIGITS))?;
        if most == 0 {
            return None;
        }
        let first = plan.stages.first()?.on?;
        let mut latest = 0;
        let days = plan.stages.iter().map(|stage| {
            latest = latest.max(since(first, stage.on?));
            Some(latest)
        });
        Some(Self {
            said,
            low: Share::of(WHOLE - most, WHOLE),
            mid: Share::of(2 * WHOLE - least - most, 2 * WHOLE),
            high: Share::of(WHOLE - least, WHOLE),
            first,
            days: days.collect::<Option<_>>()?,
        })
    }

    /// The day of each move, counted from the first: that of its time, or of its stage.
    pub fn days(&self, course: &Course) -> Vec<u32> {
        let mut latest = 0;
        // Most moves are on the day of the move before.
        let mut known = (self.first, 0);
        let moves = course.moves.iter().enumerate();
        let days = moves.map(|(at, step)| {
            let day = match course.times(at).at {
                Some(time) => {
                    if time.date() != known.0 {
                        known = (time.date(), since(self.first, time.date()));
                    }
                    known.1
                }
                None => self.days.get(step.stage as usize).copied().unwrap_or(0),
            };
            latest = latest.max(day);
            latest
        });
        days.collect()
    }

    /// What is left in the middle of the range after so many days.
    pub fn after(&self, days: u32) -> Share {
        self.mid.power(days)
    }

    /// What stopping would gain in each row, with nothing at stake: in whole units, rounded up.
    pub fn ahead(&self, account: &Account, course: &Course) -> Vec<Span> {
        let days = self.days(course);
        let mut rows = vec![Span::ZERO; course.moves.len() + 1];
        let mut after = ToCome::default();
        let before = |at: usize| at.checked_sub(1).and_then(|at| days.get(at));
        for (at, (step, day)) in course.moves.iter().zip(&days).enumerate().rev() {
            for part in course.handed_over(step) {
                if let Some(fact) = account.fact(part.class()) {
                    after.add(fact.effect(part));
                }
            }
            let last = after;
            let gap = day - before(at).unwrap_or(day);
            if gap > 0 {
                after = self.later(after, gap);
            }
            if let Some(row) = rows.get_mut(at) {
                *row = told(last, after);
            }
        }
        rows
    }

    /// What is to come, so many days before. Each bound takes the end of the range that is worse for it.
    fn later(&self, to_come: ToCome, days: u32) -> ToCome {
        let nought = Fixed::default();
        let [least, most] = [self.low, self.high].map(|share| share.power(days));
        let share_of = |points: Fixed, gain: Share, loss: Share| {
            points.share(if points < nought { loss } else { gain })
        };
        ToCome {
            low: share_of(to_come.low, least, most),
            mid: to_come.mid.share(self.after(days)),
            high: share_of(to_come.high, most, least),
        }
    }
}

impl ToCome {
    fn add(&mut self, effect: Span) {
        self.low = self.low.plus(Fixed::whole(effect.low));
        self.mid = self.mid.plus(Fixed::whole(effect.mid));
        self.high = self.high.plus(Fixed::whole(effect.high));
    }
}

/// What stopping gains at the one or the other end of a moment, whichever is more.
fn told(last: ToCome, first: ToCome) -> Span {
    let gain = |one: Fixed, other: Fixed| units(one.negated().max(other.negated()).thousandths());
    Span {
        low: gain(last.high, first.high),
        mid: gain(last.mid, first.mid),
        high: gain(last.low, first.low),
    }
}

/// Thousandths in whole units, rounded up.
const fn units(thousandths: i64) -> i64 {
    -(-thousandths).div_euclid(1000)
}

/// Days from one to another; none where the other is before.
fn since(first: Date, day: Date) -> u32 {
    let passed = first.until(day).map_or(0, |passed| passed.get_days());
    u32::try_from(passed).unwrap_or(0)
}
