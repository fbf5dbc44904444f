//! Conditions: what a step waits for, times that run backwards, what is verified too soon or never,
//! what is left in escrow.

use std::collections::BTreeMap;

use super::{
    course::{Move, What},
    finding::{Finding, WaitsFor},
};
use crate::plan::{Plan, Step, Verified};

/// What was found.
pub fn findings(plan: &Plan, course: &[Move]) -> Vec<Finding> {
    let mut found = waits(plan);
    found.extend(backwards(course));
    found.extend(verified(plan, course));
    found.extend(left(plan, course));
    found
}

type Place = (usize, usize);

fn steps(plan: &Plan) -> impl Iterator<Item = (Place, &Step)> {
    let stages = plan.stages.iter().enumerate();
    stages.flat_map(|(stage, told)| {
        told.steps
            .iter()
            .enumerate()
            .map(move |(at, step)| ((stage, at), step))
    })
}

/// A step that waits for one that does not come before it can never begin in this order; steps that
/// wait for each other can never begin in any.
fn waits(plan: &Plan) -> Vec<Finding> {
    let keyed = steps(plan).filter_map(|(place, step)| Some((step.key.as_deref()?, (place, step))));
    let keys: BTreeMap<&str, (Place, &Step)> = keyed.collect();
    let mut found = Vec::new();
    for (place, step) in steps(plan) {
        for key in &step.after {
            let on = match keys.get(key.as_str()) {
                None => WaitsFor::Nothing(key.clone()),
                Some((there, _)) if *there < place => continue,
                Some(_) => match circle(step, &keys) {
                    Some(circle) => WaitsFor::Circle(circle),
                    None => WaitsFor::Later(key.clone()),
                },
            };
            let finding = Finding::Waits {
                stage: place.0,
                step: place.1,
                on,
            };
            if !found.contains(&finding) {
                found.push(finding);
            }
        }
    }
    found
}

/// The steps by which a step waits for itself, if it does.
fn circle(step: &Step, keys: &BTreeMap<&str, (Place, &Step)>) -> Option<Vec<String>> {
    let own = step.key.as_deref()?;
    let mut came_from: BTreeMap<&str, &str> = BTreeMap::new();
    let mut open = vec![own];
    while let Some(at) = open.pop() {
        let Some((_, step)) = keys.get(at) else {
            continue;
        };
        for next in &step.after {
            if next == own {
                return Some(path(own, at, &came_from));
            }
            if let Some((&known, _)) = keys.get_key_value(next.as_str())
                && !came_from.contains_key(known)
            {
                came_from.insert(known, at);
                open.push(known);
            }
        }
    }
    None
}

fn path(own: &str, last: &str, came_from: &BTreeMap<&str, &str>) -> Vec<String> {
    let mut path = vec![last.to_owned()];
    let mut at = last;
    while at != own
        && let Some(before) = came_from.get(at)
    {
        at = before;
        path.push(at.to_owned());
    }
    path.reverse();
    path
}

/// Times may not run backwards, nor be later than the latest; a move without a time says nothing.
fn backwards(course: &[Move]) -> Vec<Finding> {
    let mut last = None;
    let mut found = Vec::new();
    for step in course {
        if let (Some(at), Some(by), Some(number)) = (step.at, step.by, step.step)
            && at > by
        {
            found.push(Finding::TooLate {
                stage: step.stage,
                step: number,
            });
        }
        if let (Some(at), Some(number)) = (step.at, step.step) {
            if last.is_some_and(|last| at < last) {
                found.push(Finding::Backwards {
                    stage: step.stage,
                    step: number,
                });
            }
            last = Some(at);
        }
    }
    found
}

/// What is verified before it was handed over, and what is to be verified by a step and never is.
fn verified(plan: &Plan, course: &[Move]) -> Vec<Finding> {
    let mut open = vec![0_u32; plan.classes.len()];
    let mut found = Vec::new();
    for step in course {
        step.what.each_lot(|class, count| {
            let by_step = plan
                .class(class)
                .is_some_and(|class| class.verified == Verified::ByStep);
            if let Some(open) = open.get_mut(class.0).filter(|_| by_step) {
                *open += count;
            }
        });
        let (What::Verified(lots), Some(number)) = (&step.what, step.step) else {
            continue;
        };
        for (class, count) in lots {
            let Some(open) = open.get_mut(class.0) else {
                continue;
            };
            if *count > *open {
                found.push(Finding::VerifiedTooSoon {
                    stage: step.stage,
                    step: number,
                    class: class.0,
                });
            }
            *open = open.saturating_sub(*count);
        }
    }
    let never = open.into_iter().enumerate().filter(|(_, count)| *count > 0);
    found.extend(never.map(|(class, count)| Finding::NeverVerified { class, count }));
    found
}

/// What is still with a third when the plan is at its end.
fn left(plan: &Plan, course: &[Move]) -> Vec<Finding> {
    let mut held = vec![0_u32; plan.classes.len()];
    let mut deposits: Vec<&str> = Vec::new();
    for step in course {
        match &step.what {
            What::Escrow(batch) => {
                for lot in &batch.lots {
                    if let Some(held) = held.get_mut(lot.class.0) {
                        *held = held.saturating_add(lot.count);
                    }
                }
            }
            What::Handover(_) | What::Together(_) => step.what.each_lot(|class, count| {
                if let Some(held) = held.get_mut(class.0) {
                    *held = held.saturating_sub(count);
                }
            }),
            What::Deposit(deposit) => deposits.push(&deposit.what),
            What::GiveBack(deposit) => {
                if let Some(at) = deposits.iter().position(|held| *held == deposit.what) {
                    deposits.remove(at);
                }
            }
            What::Verified(_) => {}
        }
    }
    let held = held.into_iter().enumerate().filter(|(_, count)| *count > 0);
    let mut found: Vec<Finding> = held
        .map(|(class, count)| Finding::LeftInEscrow { class, count })
        .collect();
    found.extend(deposits.into_iter().map(|what| Finding::LeftDeposited {
        what: what.to_owned(),
    }));
    found
}
