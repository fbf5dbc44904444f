//! Other orders where everything counts at once and for the same whenever it comes. Then a stage brings
//! a party the same in any order, and within the stage its standing lies between what it was at the
//! beginning less all its losses there and what it was then and all its gains. The stage that can be
//! worst is gone through first; those that can then be no worse are passed over.

use super::{
    account::Account,
    course::Course,
    orders::{by_turns, in_order, is_by_turns},
    report::{Change, WhatIfPanel},
    slots::Slot,
    turns::turns,
};
use crate::plan::{Act, ClassId, Span};

/// A plan of that kind.
pub struct Plain<'a> {
    stages: &'a [&'a [Slot<'a>]],
    parties: Vec<Party<'a>>,
}

struct Party<'a> {
    account: &'a Account<'a>,
    /// What each class is worth to it.
    each: Vec<Span>,
    /// What each stage can bring it.
    reach: Vec<Reach>,
    /// The stages that can bring it lowest and highest.
    first: [usize; 2],
}

/// Where a party stands before a stage, and between what it can come to stand in it.
#[derive(Clone, Copy, Default)]
struct Reach {
    before: Span,
    least: Span,
    most: Span,
}

/// The least and the greatest standing of a party in an order.
#[derive(Clone, Copy)]
struct Extremes {
    least: Span,
    most: Span,
}

impl Extremes {
    const NONE: Self = Self {
        least: Span::ZERO,
        most: Span::ZERO,
    };

    fn take(&mut self, now: Span) {
        self.least = self.least.min(now);
        self.most = self.most.max(now);
    }

    fn hold(&self, reach: &Reach) -> bool {
        self.least.min(reach.least) == self.least && self.most.max(reach.most) == self.most
    }
}

impl<'a> Plain<'a> {
    /// Of the stages of a plan.
    pub fn of(stages: &'a [&'a [Slot<'a>]], course: &Course, accounts: &'a [Account<'a>]) -> Self {
        let parties = accounts.iter().map(|account| Party::of(course, account));
        Self {
            stages,
            parties: parties.collect(),
        }
    }

    /// What a change does.
    pub fn changed(&self, change: &Change, last: u32) -> Vec<WhatIfPanel> {
        let panels = self.parties.iter().map(|party| {
            let mut worst = Extremes::NONE;
            for at in party.first {
                party.stage(self.stages, at, change, last, &mut worst);
            }
            for at in 0..self.stages.len() {
                party.stage(self.stages, at, change, last, &mut worst);
            }
            let (exposure, guarantee) = party.account.worst_of_sums(worst.least, worst.most);
            WhatIfPanel {
                party: party.account.party.0,
                exposure,
                guarantee,
            }
        });
        panels.collect()
    }
}

impl<'a> Party<'a> {
    fn of(course: &Course, account: &'a Account<'a>) -> Self {
        let facts = account.facts.iter();
        let each: Vec<Span> = facts.map(|fact| fact.plain.unwrap_or_default()).collect();
        let mut now = Span::ZERO;
        // Every act is a move or several, so that these are the stages that have any.
        let stages = course.moves.chunk_by(|a, b| a.stage == b.stage);
        let reach = stages.map(|stage| {
            let mut reach = Reach {
                before: now,
                least: now,
                most: now,
            };
            for part in stage.iter().flat_map(|step| course.handed_over(step)) {
                let effect = effect(&each, part.class, part.count);
                now = now + effect;
                reach.least = reach.least + effect.min(Span::ZERO);
                reach.most = reach.most + effect.above_nought();
            }
            reach
        });
        let reach: Vec<Reach> = reach.collect();
        let places = || reach.iter().enumerate();
        let lowest = places().min_by_key(|(_, reach)| reach.least.mid);
        let highest = places().max_by_key(|(_, reach)| reach.most.mid);
        let first = [lowest, highest].map(|found| found.map_or(0, |(at, _)| at));
        Self {
            account,
            each,
            reach,
            first,
        }
    }

    /// Goes through a stage, if it can bring the party lower or higher than it stood.
    fn stage(
        &self,
        stages: &[&[Slot]],
        at: usize,
        change: &Change,
        last: u32,
        worst: &mut Extremes,
    ) {
        let (Some(stage), Some(reach)) = (stages.get(at), self.reach.get(at)) else {
            return;
        };
        if worst.hold(reach) {
            return;
        }
        let mut now = reach.before;
        let made = is_by_turns(change, stage, last).then(|| by_turns(stage));
        if let Some(batches) = made.flatten() {
            self.act(&Act::InTurn(batches), &mut now, worst);
        } else {
            in_order(stage, change, |_, act| self.act(act, &mut now, worst));
        }
    }

    fn act(&self, act: &Act, now: &mut Span, worst: &mut Extremes) {
        match act {
            Act::InTurn(batches) => turns(batches, |pieces| {
                for (lot, places) in pieces {
                    *now = *now + effect(&self.each, lot.class, places.end - places.start);
                }
                worst.take(*now);
            }),
            Act::Give(_)
            | Act::Together(_)
            | Act::Escrow(_)
            | Act::Deposit(_)
            | Act::GiveBack(_)
            | Act::Verify(_) => {
                for lot in act.batches().iter().flat_map(|batch| &batch.lots) {
                    *now = *now + effect(&self.each, lot.class, lot.count);
                }
                worst.take(*now);
            }
        }
    }
}

/// What so many of a class are worth.
fn effect(each: &[Span], class: ClassId, count: u32) -> Span {
    let each = each.get(class.0).copied().unwrap_or_default();
    each.times(i64::from(count))
}
