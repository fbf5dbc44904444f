//! Other orders: by turns, and of what is verified; sums against going through them.

use proptest::prelude::*;

use super::*;
use crate::check::{
    account::Account, blocks::blocks, course::course, slots::slots, what_if::worsts,
};

/// Every order that is tried, with the worsts of all parties, found by going through it.
fn gone_through(plan: &Plan) -> Vec<(Change, Vec<(Span, Span)>)> {
    let course = course(plan, slots(plan));
    let accounts = plan
        .party_ids()
        .filter_map(|party| Account::of(plan, party, &course.end));
    let accounts: Vec<Account> = accounts.collect();
    let accounts: Vec<&Account> = accounts.iter().collect();
    let last = slots(plan).last().unwrap().stage;
    let changes = super::super::orders::changes(plan).into_iter();
    changes
        .map(|change| {
            let worst = worsts(plan, &accounts, &change, last);
            (change, worst)
        })
        .collect()
}

#[test]
fn a_batch_by_turns_is_divided_as_a_whole() {
    let report = two(
        WORTH,
        "  - {stage: only, steps: [{in-turn: [{x: 1, z: 3}, {y: 2}]}]}\n",
    );
    let lots = |step: MoveTold| match step.what {
        Done::Handover(lots) => lots.iter().map(|lot| (lot.class, lot.count)).collect(),
        other => panic!("{other:?}"),
    };
    let told: Vec<Vec<(usize, u32)>> = report.moves.iter().map(lots).collect();
    let turns = [
        vec![(0, 1), (1, 1)],
        vec![(2, 1)],
        vec![(1, 2)],
        vec![(2, 1)],
    ];
    assert_eq!(told, turns, "the lone x goes in the first turn");
}

#[test]
fn in_another_order_a_verification_goes_with_its_handover() {
    let report = two(
        ", worth: {a: -2, b: 4}, verified: by step",
        "  - {stage: only, steps: [{give: {x: 1}}, {verify: {x: 1}}, {give: {y: 3}}]}\n",
    );
    let turned = report
        .what_ifs
        .iter()
        .find(|what| what.change == Change::StagesTurnedRound);
    let written = two(
        ", worth: {a: -2, b: 4}, verified: by step",
        "  - {stage: only, steps: [{give: {y: 3}}, {give: {x: 1}}, {verify: {x: 1}}]}\n",
    );
    for (then, panel) in turned.unwrap().panels.iter().zip(&written.panels) {
        assert_eq!(then.exposure, panel.exposure.points);
        assert_eq!(then.guarantee, panel.guarantee.points);
    }
}

#[test]
fn orders_that_are_not_tried_are_told() {
    let classes: Vec<String> = (0..14)
        .map(|at| {
            format!("  - {{class: k{at}, one: x{at}, many: xs{at}, from: a, worth: {{a: -1}}}}\n")
        })
        .collect();
    let classes = classes.concat();
    let text = format!(
        "good-offices-plan: 1\ntitle: Many\nparties: [{{party: a, name: A}}, {{party: b, name: B}}]\nclasses:\n{classes}  - {{class: y, one: y, many: y, from: b, worth: {{a: 1}}}}\nstages: [{{stage: only, steps: [{{give: {{k0: 150000}}}}, {{give: {{y: 150000}}}}]}}]\n"
    );
    let report = check(&read(&text));
    let not_last = Finding::NotPutLast {
        classes: 15,
        at_most: 12,
    };
    let too_long = |change| Finding::OrderTooLong {
        change,
        at_most: 200_000,
    };
    for finding in [
        not_last,
        too_long(Change::ByTurns),
        too_long(Change::LastStageByTurns),
    ] {
        assert!(report.findings.contains(&finding), "{finding:?}");
    }
}

proptest! {
    #[test]
    fn another_order_is_what_checking_it_says(plan in small()) {
        let there = check(&read(&plan.text()));
        let mut round = plan.clone();
        round.moves.reverse();
        let back = check(&read(&round.text()));
        let what_if = there.what_ifs.iter().find(|what| what.change == Change::StagesTurnedRound);
        for (at, panel) in back.panels.iter().enumerate() {
            let (exposure, guarantee) = what_if.map_or(
                (there.panels[at].exposure.points, there.panels[at].guarantee.points),
                |what| (what.panels[at].exposure, what.panels[at].guarantee),
            );
            prop_assert_eq!(panel.exposure.points, exposure);
            prop_assert_eq!(panel.guarantee.points, guarantee);
        }
    }

    #[test]
    fn other_orders_by_sums_are_those_of_going_through_them(plan in rich()) {
        let plan = read(&plan.text(""));
        let report = check(&plan);
        let told: Vec<_> = report.what_ifs.iter().map(|what| (what.change.clone(), what.panels.clone())).collect();
        let now = report.panels.iter().map(|panel| (panel.exposure.points, panel.guarantee.points));
        let now: Vec<(Span, Span)> = now.collect();
        let model: Vec<_> = gone_through(&plan)
            .into_iter()
            .filter(|(_, worst)| *worst != now)
            .map(|(change, worst)| {
                let panels = report.panels.iter().zip(worst);
                let panels = panels.map(|(panel, (exposure, guarantee))| WhatIfPanel { party: panel.party, exposure, guarantee });
                (change, panels.collect::<Vec<_>>())
            })
            .collect();
        prop_assert_eq!(told, model);
    }

    #[test]
    fn other_orders_part_by_part_are_those_of_going_through_them(plan in rich()) {
        let mut plan = plan;
        plan.only_hand_over();
        plan.wait_for_hours();
        let plan = read(&plan.text(""));
        prop_assert!(blocks(&plan).is_some());
        let told: Vec<_> = check(&plan).what_ifs.into_iter().map(|what| what.change).collect();
        for (change, worst) in gone_through(&plan) {
            let panels = check(&plan);
            let what = panels.what_ifs.iter().find(|what| what.change == change);
            prop_assert_eq!(what.is_some(), told.contains(&change));
            for (at, worst) in worst.into_iter().enumerate() {
                let found = what.map_or((panels.panels[at].exposure.points, panels.panels[at].guarantee.points), |what| (what.panels[at].exposure, what.panels[at].guarantee));
                prop_assert_eq!(found, worst);
            }
        }
    }
}

#[test]
fn parts_begin_where_nothing_waits() {
    let plan = |hours: &str| {
        read(&format!(
            "good-offices-plan: 1
title: Parts
parties: [{{party: a, name: A}}, {{party: b, name: B}}]
classes:
  - {{class: x, one: x, many: x, from: a, verified: {hours}, worth: {{a: -1, b: 2}}}}
stages:
  - {{stage: s1, on: 2026-03-01, steps: [{{give: {{x: 1}}, at: \"08:00\"}}]}}
  - {{stage: s2, on: 2026-03-02, steps: [{{give: {{x: 1}}, at: \"08:00\"}}, {{give: {{x: 1}}, at: \"16:00\"}}]}}
  - {{stage: s3, on: 2026-03-03, steps: [{{give: {{x: 1}}, at: \"08:00\"}}]}}
"
        ))
    };
    // Of 16 o'clock less than a day is left.
    assert_eq!(blocks(&plan("24 hours")), Some(vec![0..1, 1..3]));
    assert_eq!(blocks(&plan("16 hours")), Some(vec![0..1, 1..2, 2..3]));
    let whole = blocks(&plan("25 hours"));
    assert_eq!(whole.as_deref(), Some(std::slice::from_ref(&(0..3))));
    assert_eq!(blocks(&plan("by step")), None);
}
