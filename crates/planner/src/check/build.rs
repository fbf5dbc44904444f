//! Putting a report together.

use super::{
    account::Account,
    arithmetic, conditions,
    course::course,
    finding::{Finding, HoursFrom, Step},
    found::Found,
    later,
    moves::Moves,
    panel,
    report::{ClassTold, Form, Panel, PartyTold, Reader, Report, StageTold},
    slots::slots,
    what_if,
};
use crate::plan::{self, Class, PartyId, Plan, Verified, file::KindFile};

/// Steps without a time that are told one by one.
const STEPS_TOLD: usize = 3;

/// Checks a plan.
pub(super) fn report(plan: &Plan, reader: Reader) -> Report {
    let course = course(plan, slots(plan));
    let accounts = plan
        .party_ids()
        .filter_map(|party| Account::of(plan, party, &course.end));
    let accounts: Vec<Account> = accounts.collect();
    let panels = accounts
        .iter()
        .map(|account| panel::panel(plan, account, &course));
    let panels: Vec<Panel> = panels.collect();
    let mut found = Found::default();
    arithmetic::findings(plan, &course, &mut found);
    conditions::findings(plan, &course, &mut found);
    missing(plan, &mut found);
    for account in accounts
        .iter()
        .filter(|account| later::is_too_much(account, &course))
    {
        found.push(Finding::FactorsNotSought {
            party: account.party.0,
            at_most: later::WORK_MOST,
        });
    }
    let what_ifs = what_if::what_ifs(plan, &course, &accounts, &panels, &mut found);
    Report {
        format: Form,
        reader,
        title: plan.title.clone(),
        about: plan.about.clone(),
        parties: plan
            .parties
            .iter()
            .map(|p| PartyTold {
                key: p.key.clone(),
                name: p.name.clone(),
            })
            .collect(),
        classes: plan
            .classes
            .iter()
            .zip(&course.end)
            .map(|(class, end)| class_told(class, u64::from(end.given)))
            .collect(),
        stages: plan
            .stages
            .iter()
            .map(|s| StageTold {
                name: s.name.clone(),
                on: s.on,
            })
            .collect(),
        moves: Moves::of(plan, course),
        what_ifs,
        panels,
        findings: found.all(),
    }
}

fn class_told(class: &Class, given: u64) -> ClassTold {
    ClassTold {
        key: class.key.clone(),
        one: class.one.clone(),
        many: class.many.clone(),
        kind: class.kind,
        from: class.from.0,
        number: class.number,
        given,
    }
}

/// What a plan does not say and its reader would need.
fn missing(plan: &Plan, found: &mut Found) {
    for (at, party) in plan.parties.iter().enumerate() {
        if party
            .points
            .as_ref()
            .is_some_and(|points| points.from.is_none())
        {
            found.push(Finding::PointsFromNobody { party: at });
        }
    }
    for (at, class) in plan.classes.iter().enumerate() {
        let PartyId(giver) = class.from;
        let known = plan
            .parties
            .get(giver)
            .is_some_and(|party| party.points.is_some());
        let worth = class.worth.get(giver).filter(|_| known);
        if let Some(worth) = worth.filter(|worth| !worth.may_lose()) {
            found.push(if worth.may_gain() {
                Finding::GainsByGiving { class: at }
            } else {
                Finding::CostsNothing { class: at }
            });
        }
        if class.kind == KindFile::Persons && class.deliverable.is_none() {
            found.push(Finding::DeliverableUnknown { class: at });
        }
    }
    no_times(plan, found);
    hours_from(plan, found);
}

/// Steps of which a plan does not say when they are: without a time, or in a stage without a day.
fn no_times(plan: &Plan, found: &mut Found) {
    let stages = plan.stages.iter().enumerate();
    let untimed = stages.flat_map(|(stage, told)| {
        let steps = told.steps.iter().enumerate();
        let untimed = steps.filter(|(_, step)| told.on.is_none() || step.at.is_none());
        untimed.map(move |(step, _)| Step { stage, step })
    });
    let steps = untimed.clone().count();
    if steps > 0 {
        found.push(Finding::NoTimes {
            steps,
            of: plan.stages.iter().map(|stage| stage.steps.len()).sum(),
            first: untimed.take(STEPS_TOLD).collect(),
        });
    }
}

/// Steps without a time that hand over what counts as received some hours later: from when on these hours
/// are counted.
fn hours_from(plan: &Plan, found: &mut Found) {
    let waits = |step: &plan::Step| {
        let mut lots = step.act.batches().iter().flat_map(|batch| &batch.lots);
        lots.any(|lot| {
            let class = plan.class(lot.class);
            class.is_some_and(|class| matches!(class.verified, Verified::AfterHours(_)))
        })
    };
    let mut of = [
        (HoursFrom::EndOfDay, Vec::new()),
        (HoursFrom::Nowhere, Vec::new()),
    ];
    let [(_, end_of_day), (_, nowhere)] = &mut of;
    for (stage, told) in plan.stages.iter().enumerate() {
        for (at, step) in told.steps.iter().enumerate() {
            let place = Step { stage, step: at };
            match told.on {
                Some(_) if step.at.or(step.by).is_some() || !waits(step) => {}
                None if !waits(step) => {}
                Some(_) => end_of_day.push(place),
                None => nowhere.push(place),
            }
        }
    }
    for (from, mut first) in of {
        let steps = first.len();
        if steps > 0 {
            first.truncate(STEPS_TOLD);
            found.push(Finding::HoursFrom { from, steps, first });
        }
    }
}
