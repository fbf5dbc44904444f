//! Putting a report together.

use super::{
    account::Account,
    arithmetic, conditions,
    course::{self, Move, What},
    finding::Finding,
    panel,
    report::{
        ClassTold, Done, Form, LotTold, MoveTold, Panel, PartyTold, Reader, Report, StageTold,
    },
    what_if,
};
use crate::plan::{Class, Lot, PartyId, Plan, file::KindFile};

/// Checks a plan.
pub(super) fn report(plan: &Plan, reader: Reader) -> Report {
    let slots = course::slots(plan);
    let course = course::course(plan, &slots);
    let in_all = course::in_all(plan, &course);
    let accounts = plan
        .party_ids()
        .filter_map(|party| Account::of(plan, party, &in_all));
    let accounts: Vec<Account> = accounts.collect();
    let panels = accounts
        .iter()
        .map(|account| panel::panel(plan, account, &course, &in_all));
    let panels: Vec<Panel> = panels.collect();
    let mut findings = arithmetic::findings(plan);
    findings.extend(conditions::findings(plan, &course));
    findings.extend(missing(plan, &course));
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
            .zip(plan.given())
            .map(|(class, given)| class_told(class, given))
            .collect(),
        stages: plan
            .stages
            .iter()
            .map(|s| StageTold {
                name: s.name.clone(),
                on: s.on,
            })
            .collect(),
        moves: course.iter().map(move_told).collect(),
        what_ifs: what_if::what_ifs(plan, &slots, &accounts, &panels),
        panels,
        findings,
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

fn move_told(step: &Move) -> MoveTold {
    let told = |lot: &Lot| LotTold {
        class: lot.class.0,
        count: lot.count,
        named: lot.named.clone(),
    };
    let what = match &step.what {
        What::Handover(part) => Done::Handover(
            part.named()
                .map(|(class, count, named)| LotTold {
                    class: class.0,
                    count,
                    named: named.to_vec(),
                })
                .collect(),
        ),
        What::Together(batches) => Done::Together(
            batches
                .iter()
                .flat_map(|batch| &batch.lots)
                .map(told)
                .collect(),
        ),
        What::Escrow(batch) => Done::Escrow(batch.lots.iter().map(told).collect()),
        What::Deposit(deposit) => Done::Deposit(deposit.what.clone()),
        What::GiveBack(deposit) => Done::GiveBack(deposit.what.clone()),
        What::Verified(lots) => Done::Verified(
            lots.iter()
                .map(|(class, count)| LotTold {
                    class: class.0,
                    count: *count,
                    named: Vec::new(),
                })
                .collect(),
        ),
    };
    let by = step.what.movers().map(|party| party.0).collect();
    MoveTold {
        stage: step.stage,
        step: step.step,
        at: step.at,
        by_when: step.by,
        what,
        by,
    }
}

/// What a plan does not say and its reader would need.
fn missing(plan: &Plan, course: &[Move]) -> Vec<Finding> {
    let mut found = Vec::new();
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
        if known
            && class
                .worth
                .get(giver)
                .is_some_and(|worth| !worth.may_lose())
        {
            found.push(Finding::CostsNothing { class: at });
        }
        if class.kind == KindFile::Persons && class.deliverable.is_none() {
            found.push(Finding::DeliverableUnknown { class: at });
        }
    }
    let untimed = course
        .iter()
        .filter(|step| step.at.is_none() && step.step.is_some())
        .count();
    if untimed > 0 {
        found.push(Finding::NoTimes { moves: untimed });
    }
    found
}
