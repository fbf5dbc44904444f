//! Conditions: what a step waits for, times that run backwards, what is verified too soon or never,
//! what is left in escrow.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    circles::circles,
    course::{Course, What},
    deposits::Back,
    finding::{Finding, WaitsFor},
    found::Found,
};
use crate::plan::{ClassId, PartyId, Plan, Step, Verified};

/// What was found.
pub fn findings(plan: &Plan, course: &Course, found: &mut Found) {
    if course.waits {
        waits(plan, found);
    }
    backwards(plan, course, found);
    verified(plan, course, found);
    left(course, found);
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
fn waits(plan: &Plan, found: &mut Found) {
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

/// Days and times may not run backwards, nor be later than the latest; a move without a time says nothing.
fn backwards(plan: &Plan, course: &Course, found: &mut Found) {
    let mut last = None;
    for (stage, day) in plan.stages.iter().enumerate() {
        if day.on.zip(last).is_some_and(|(on, last)| on < last) {
            found.push(Finding::BackwardsDay { stage });
        }
        last = last.max(day.on);
    }
    let (mut last, mut late) = (None, None);
    for (step, times) in course.moves.iter().zip(&course.times) {
        let (Some(at), Some(number)) = (times.at, step.step) else {
            continue;
        };
        let (stage, number) = (step.stage as usize, number as usize);
        // A step by turns is many moves.
        if times.by.is_some_and(|by| at > by) && late != Some((stage, number)) {
            late = Some((stage, number));
            found.push(Finding::TooLate {
                stage,
                step: number,
            });
        }
        if last.is_some_and(|last| at < last) {
            found.push(Finding::Backwards {
                stage,
                step: number,
            });
        }
        last = Some(at);
    }
}

/// What is verified before it was handed over, and what is to be verified by a step and never is.
fn verified(plan: &Plan, course: &Course, found: &mut Found) {
    let soon = course.too_soon.iter();
    found.extend(soon.map(|(stage, step, class)| Finding::VerifiedTooSoon {
        stage: *stage as usize,
        step: *step as usize,
        class: class.0,
    }));
    let classes = plan.classes.iter().enumerate();
    let for_nothing = classes.filter(|(at, class)| {
        class.verified == Verified::AtHandover && course.verified.contains(&ClassId(*at))
    });
    found.extend(for_nothing.map(|(class, _)| Finding::VerifiedForNothing { class }));
    let by_step = plan.classes.iter().zip(&course.end).enumerate();
    let by_step = by_step.filter(|(_, (class, _))| class.verified == Verified::ByStep);
    let never = by_step.map(|(class, (_, end))| (class, end.open()));
    let never = never.filter(|(_, count)| *count > 0);
    found.extend(never.map(|(class, count)| Finding::NeverVerified { class, count }));
}

/// What is still with a third when the plan is at its end, and what is given back without being there.
fn left(course: &Course, found: &mut Found) {
    let held = course.end.iter().map(|end| end.in_escrow).enumerate();
    let held = held.filter(|(_, count)| *count > 0);
    found.extend(held.map(|(class, count)| Finding::LeftInEscrow { class, count }));
    let mut last: BTreeMap<(&str, PartyId), bool> = BTreeMap::new();
    for deposited in &course.deposits {
        let deposit = deposited.deposit;
        last.insert((&deposit.what, deposit.by), deposited.left);
    }
    let left = last.into_iter().filter(|(_, left)| *left);
    found.extend(left.map(|((what, _), _)| Finding::LeftDeposited {
        what: what.to_owned(),
    }));
    if course
        .deposits
        .iter()
        .all(|deposited| deposited.back == Back::Fits)
    {
        return;
    }
    for step in &course.moves {
        let (What::GiveBack(at), Some(number)) = (step.what, step.step) else {
            continue;
        };
        let Some(deposited) = course.deposits.get(at as usize) else {
            continue;
        };
        let (stage, step) = (step.stage as usize, number as usize);
        let what = || deposited.deposit.what.clone();
        match deposited.back {
            Back::Fits => {}
            Back::Nothing => found.push(Finding::GivesBackNothing {
                stage,
                step,
                what: what(),
            }),
            Back::TooMuch => found.push(Finding::GivesBackTooMuch {
                stage,
                step,
                what: what(),
            }),
        }
    }
}
