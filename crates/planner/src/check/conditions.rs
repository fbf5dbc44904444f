//! Conditions: what a step waits for, times that run backwards, what is verified too soon or never,
//! what is left in escrow.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    circles::circles,
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
    let all: Vec<(Place, &Step)> = steps(plan).collect();
    let keyed = all.iter().enumerate();
    let keyed = keyed.filter_map(|(at, (_, step))| Some((step.key.as_deref()?, at)));
    let keys: BTreeMap<&str, usize> = keyed.collect();
    let on = |at: usize| -> Vec<usize> {
        let after = all
            .get(at)
            .map(|(_, step)| step.after.as_slice())
            .unwrap_or_default();
        after
            .iter()
            .filter_map(|key| keys.get(key.as_str()).copied())
            .collect()
    };
    let circles = circles(all.len(), on);
    let mut members = members(&all, &circles);
    let mut told_circles: BTreeSet<usize> = BTreeSet::new();
    let mut found = Vec::new();
    for (at, (place, step)) in all.iter().enumerate() {
        let mut told: BTreeSet<&str> = BTreeSet::new();
        for key in step.after.iter().filter(|key| told.insert(key)) {
            let circle = |there: usize| {
                circles
                    .get(at)
                    .copied()
                    .flatten()
                    .filter(|own| circles.get(there) == Some(&Some(*own)))
            };
            let waits_for = match keys.get(key.as_str()) {
                None => WaitsFor::Nothing(key.clone()),
                Some(there) => match circle(*there) {
                    // A circle is told once, where it is met first.
                    Some(circle) if !told_circles.insert(circle) => continue,
                    Some(circle) => WaitsFor::Circle(members.remove(&circle).unwrap_or_default()),
                    None if *there < at => continue,
                    None => WaitsFor::Later(key.clone()),
                },
            };
            found.push(Finding::Waits {
                stage: place.0,
                step: place.1,
                on: waits_for,
            });
        }
    }
    found
}

/// Members of a circle that are told.
const MEMBERS_TOLD: usize = 12;

/// The first members of each circle, by their keys.
fn members(all: &[(Place, &Step)], circles: &[Option<usize>]) -> BTreeMap<usize, Vec<String>> {
    let mut members: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    for ((_, step), circle) in all.iter().zip(circles) {
        if let (Some(circle), Some(key)) = (circle, &step.key) {
            let told = members.entry(*circle).or_default();
            if told.len() < MEMBERS_TOLD {
                told.push(key.clone());
            }
        }
    }
    members
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
            let by_step = plan
                .class(*class)
                .is_some_and(|class| class.verified == Verified::ByStep);
            if !by_step {
                continue;
            }
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
