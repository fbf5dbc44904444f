//! Other orders: by turns, and of what is verified; sums against going through them.

use proptest::prelude::*;

use super::*;
use crate::check::{account::Account, course::course, slots::slots, what_if::worsts};

/// Every order that is tried, with the worsts of all parties, found by going through it.
fn gone_through(plan: &Plan) -> Vec<(Change, Vec<(Span, Span)>)> {
    let slots = slots(plan);
    let course = course(plan, &slots);
    let accounts = plan
        .party_ids()
        .filter_map(|party| Account::of(plan, party, &course.end));
    let accounts: Vec<Account> = accounts.collect();
    let accounts: Vec<&Account> = accounts.iter().collect();
    let stages: Vec<&[slots::Slot]> = slots.chunk_by(|a, b| a.stage == b.stage).collect();
    let last = slots.last().unwrap().stage;
    let changes = super::super::orders::changes(plan).into_iter();
    changes
        .map(|change| {
            let worst = worsts(plan, &stages, &accounts, &change, last);
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
}
