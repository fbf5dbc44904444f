//! What other orders of the same handovers would change: the same accounts of a plan whose acts stand
//! in other places. Conditions and rules are not consulted; whether an order is open to the parties is
//! for people to say.

use super::{
    account::Account,
    course::{Course, course},
    finding::Finding,
    found::Found,
    orders::{self, CLASSES_MOST, in_another_order, is_by_turns},
    report::{Change, Panel, WhatIf, WhatIfPanel},
    sums::Sums,
    turns,
};
use crate::plan::{Plan, Span};

/// The most moves of an order that is gone through.
const MOVES_MOST: u64 = 200_000;

/// Every change that changes something. What is not tried is told.
pub fn what_ifs(
    plan: &Plan,
    course: &Course,
    accounts: &[Account],
    panels: &[Panel],
    found: &mut Found,
) -> Vec<WhatIf> {
    let last = plan
        .stages
        .iter()
        .rposition(|stage| !stage.steps.is_empty());
    let last = last.and_then(|last| u32::try_from(last).ok());
    let Some(last) = last.filter(|_| !panels.is_empty()) else {
        return Vec::new();
    };
    if plan.classes.len() > CLASSES_MOST {
        found.push(Finding::NotPutLast {
            classes: plan.classes.len(),
            at_most: CLASSES_MOST,
        });
    }
    let as_it_is: Vec<WhatIfPanel> = panels.iter().map(as_panel).collect();
    let orders = Orders {
        plan,
        last,
        sums: Sums::of(plan, course, accounts),
    };
    let made = orders::changes(plan).into_iter().filter_map(|change| {
        if moves(plan, &change, last, course) > MOVES_MOST {
            let at_most = MOVES_MOST;
            found.push(Finding::OrderTooLong { change, at_most });
            return None;
        }
        let panels = orders.changed(accounts, &change);
        (panels != as_it_is).then_some(WhatIf { change, panels })
    });
    made.collect()
}

fn as_panel(panel: &Panel) -> WhatIfPanel {
    WhatIfPanel {
        party: panel.party,
        exposure: panel.exposure.points,
        guarantee: panel.guarantee.points,
    }
}

/// How many moves an order has; where that cannot be too many, at most how many.
fn moves(plan: &Plan, change: &Change, last: u32, course: &Course) -> u64 {
    let things = course.end.iter().map(|end| u64::from(end.given));
    let most = things.fold(course.moves.len() as u64, u64::saturating_add);
    if most <= MOVES_MOST {
        return most;
    }
    let stages = (0_u32..).zip(&plan.stages);
    let by_turns = stages.filter(|(stage, _)| is_by_turns(change, *stage, last));
    let turns =
        by_turns.filter_map(|(_, stage)| turns::of_stage(stage.steps.iter().map(|step| &step.act)));
    turns.fold(course.moves.len() as u64, u64::saturating_add)
}

/// The orders of a plan.
struct Orders<'a> {
    plan: &'a Plan,
    last: u32,
    sums: Sums<'a>,
}

impl Orders<'_> {
    /// What a change does: by sums and part by part as far as these tell it, otherwise by going through
    /// the order.
    fn changed(&self, accounts: &[Account], change: &Change) -> Vec<WhatIfPanel> {
        let found = accounts.iter().enumerate().map(|(at, account)| {
            let extremes = self.sums.extremes(at, change, self.last);
            let least = if account.counts_at_once() {
                Some(extremes.least)
            } else {
                self.sums.lowest(at, change, self.last)
            };
            let exposure = least.map(Account::exposure_at);
            (account, exposure, account.guarantee_at(extremes.most))
        });
        let found: Vec<(&Account, Option<Span>, Option<Span>)> = found.collect();
        let open = found.iter().filter(|of| of.1.is_none() || of.2.is_none());
        let open: Vec<&Account> = open.map(|of| of.0).collect();
        let gone_through = if open.is_empty() {
            Vec::new()
        } else {
            worsts(self.plan, &open, change, self.last)
        };
        let mut gone_through = gone_through.into_iter();
        let panels = found.into_iter().map(|(account, exposure, guarantee)| {
            let (exposure, guarantee) = match (exposure, guarantee) {
                (Some(exposure), Some(guarantee)) => (exposure, guarantee),
                (exposure, guarantee) => {
                    let worst = gone_through.next().unwrap_or_default();
                    (exposure.unwrap_or(worst.0), guarantee.unwrap_or(worst.1))
                }
            };
            WhatIfPanel {
                party: account.party.0,
                exposure,
                guarantee,
            }
        });
        panels.collect()
    }
}

/// The worsts of some parties in an order, by going through it.
pub(super) fn worsts(
    plan: &Plan,
    accounts: &[&Account],
    change: &Change,
    last: u32,
) -> Vec<(Span, Span)> {
    in_another_order(plan, 0..plan.stages.len(), change, last, |order| {
        let course = course(plan, order.into_iter());
        let worst = accounts.iter().map(|account| account.worst(&course));
        worst.collect()
    })
}
