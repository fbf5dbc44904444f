//! Conditions: what a step waits for, times that run backwards, what is verified too soon or never,
//! what is left in escrow.

use std::collections::{BTreeMap, BTreeSet};

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
    let mut in_circles: BTreeSet<&str> = BTreeSet::new();
    let mut found = Vec::new();
    for (place, step) in steps(plan) {
        let mut told: BTreeSet<&str> = BTreeSet::new();
        for key in step.after.iter().filter(|key| told.insert(key)) {
            let on = match keys.get_key_value(key.as_str()) {
                None => WaitsFor::Nothing(key.clone()),
                Some((_, (there, _))) if *there < place => continue,
                // A circle is told once, where it is met first.
                Some((key, _)) if in_circles.contains(key) && is_in(step, &in_circles) => continue,
                Some(_) => match circle(step, &keys) {
                    Some(circle) => {
                        in_circles.extend(circle.iter().copied());
                        WaitsFor::Circle(circle.into_iter().map(str::to_owned).collect())
                    }
                    None => WaitsFor::Later(key.clone()),
                },
            };
            found.push(Finding::Waits {
                stage: place.0,
                step: place.1,
                on,
            });
        }
    }
    found
}

fn is_in(step: &Step, circles: &BTreeSet<&str>) -> bool {
    step.key.as_deref().is_some_and(|key| circles.contains(key))
}

/// How many steps are looked at in the search for a circle: a longer one is told as a step that waits
/// for a later one.
const LOOKED_AT: usize = 10_000;

/// The steps by which a step waits for itself, if it does.
fn circle<'p>(step: &'p Step, keys: &BTreeMap<&'p str, (Place, &'p Step)>) -> Option<Vec<&'p str>> {
    let own = step.key.as_deref()?;
    let mut came_from: BTreeMap<&str, &str> = BTreeMap::new();
    let mut open = vec![own];
    while let Some(at) = open.pop().filter(|_| came_from.len() < LOOKED_AT) {
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

fn path<'p>(own: &str, last: &'p str, came_from: &BTreeMap<&'p str, &'p str>) -> Vec<&'p str> {
    let mut path = vec![last];
    let mut at = last;
    while at != own
        && let Some(before) = came_from.get(at)
    {
        at = before;
        path.push(at);
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
    let mut deposits: BTreeMap<&str, u32> = BTreeMap::new();
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
            What::Deposit(deposit) => *deposits.entry(&deposit.what).or_default() += 1,
            What::GiveBack(deposit) => {
                if let Some(held) = deposits.get_mut(deposit.what.as_str()) {
                    *held = held.saturating_sub(1);
                }
            }
            What::Verified(_) => {}
        }
    }
    let held = held.into_iter().enumerate().filter(|(_, count)| *count > 0);
    let mut found: Vec<Finding> = held
        .map(|(class, count)| Finding::LeftInEscrow { class, count })
        .collect();
    let deposits = deposits.into_iter().filter(|(_, held)| *held > 0);
    found.extend(deposits.map(|(what, _)| Finding::LeftDeposited {
        what: what.to_owned(),
    }));
    found
}
