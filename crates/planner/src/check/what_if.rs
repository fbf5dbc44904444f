//! What other orders of the same handovers would change: the same accounts of a plan whose acts stand
//! in other places. Conditions and rules are not consulted; whether an order is open to the parties is
//! for people to say.

use super::{
    account::Account,
    course::{Course, course},
    finding::Finding,
    found::Found,
    orders::{self, CLASSES_MOST, by_turns, is_by_turns, refilled},
    report::{Change, Panel, WhatIf, WhatIfPanel},
    slots::Slot,
    sums::Sums,
    turns,
};
use crate::plan::{Act, Plan, Span};

/// The most moves of an order that is gone through.
const MOVES_MOST: u64 = 200_000;

/// Every change that changes something. What is not tried is told.
pub fn what_ifs(
    plan: &Plan,
    slots: &[Slot],
    course: &Course,
    accounts: &[Account],
    panels: &[Panel],
    found: &mut Found,
) -> Vec<WhatIf> {
    let stages: Vec<&[Slot]> = slots.chunk_by(|a, b| a.stage == b.stage).collect();
    let Some(last) = slots.last().filter(|_| !panels.is_empty()) else {
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
        stages: &stages,
        last: last.stage,
        sums: Sums::of(&stages, course, accounts),
    };
    let made = orders::changes(plan).into_iter().filter_map(|change| {
        if moves(&stages, &change, last.stage, course) > MOVES_MOST {
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
fn moves(stages: &[&[Slot]], change: &Change, last: u32, course: &Course) -> u64 {
    let things = course.end.iter().map(|end| u64::from(end.given));
    let most = things.fold(course.moves.len() as u64, u64::saturating_add);
    if most <= MOVES_MOST {
        return most;
    }
    let by_turns = stages
        .iter()
        .filter(|stage| is_by_turns(change, stage, last));
    let turns = by_turns.filter_map(|stage| turns::of_stage(stage.iter().map(|slot| slot.act)));
    turns.fold(course.moves.len() as u64, u64::saturating_add)
}

/// The orders of a plan.
struct Orders<'a> {
    plan: &'a Plan,
    stages: &'a [&'a [Slot<'a>]],
    last: u32,
    sums: Sums<'a>,
}

impl Orders<'_> {
    /// What a change does: by sums where these tell it, otherwise by going through the order.
    fn changed(&self, accounts: &[Account], change: &Change) -> Vec<WhatIfPanel> {
        let mut gone_through = self.gone_through(accounts, change).into_iter();
        let panels = accounts.iter().enumerate().map(|(at, account)| {
            let (exposure, guarantee) = if account.is_by_sums() {
                account.worst_of_sums(self.sums.extremes(at, change, self.last))
            } else {
                gone_through.next().unwrap_or_default()
            };
            WhatIfPanel {
                party: account.party.0,
                exposure,
                guarantee,
            }
        });
        panels.collect()
    }

    /// The worsts of those parties whose sums do not tell them.
    fn gone_through(&self, accounts: &[Account], change: &Change) -> Vec<(Span, Span)> {
        let asked: Vec<&Account> = accounts
            .iter()
            .filter(|account| !account.is_by_sums())
            .collect();
        if asked.is_empty() {
            return Vec::new();
        }
        worsts(self.plan, self.stages, &asked, change, self.last)
    }
}

/// The worsts of some parties in an order, by going through it.
pub(super) fn worsts(
    plan: &Plan,
    stages: &[&[Slot]],
    accounts: &[&Account],
    change: &Change,
    last: u32,
) -> Vec<(Span, Span)> {
    let made = stages.iter().map(|stage| {
        let made = is_by_turns(change, stage, last).then(|| by_turns(stage));
        made.flatten().map(Act::InTurn)
    });
    let made: Vec<Option<Act>> = made.collect();
    let mut order = Vec::with_capacity(stages.iter().map(|stage| stage.len()).sum());
    for (stage, made) in stages.iter().zip(&made) {
        refilled(stage, change, made.as_ref(), &mut order);
    }
    let course = course(plan, &order);
    accounts
        .iter()
        .map(|account| account.worst(&course))
        .collect()
}
