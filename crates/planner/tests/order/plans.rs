//! From a plan to its order and back: what is printed is what a check of the plan in that order finds, and
//! what an order claims to keep it keeps.

use std::fmt::Write as _;

use planner::{
    check::{self, Finding, WaitsFor},
    order::{
        Effort,
        bounds::{Aim, Caps},
        infeasible::Mend,
        of_plan::LeftOut,
        report::{Found, Limited, Mending, OrderOfPlanError, Report, order_of},
    },
    plan::{self, Plan},
    watch::Unwatched,
};
use proptest::{
    prelude::*,
    strategy::{BoxedStrategy, ValueTree},
    test_runner::TestRunner,
};

const EFFORT: Effort = Effort {
    cells: 1_000_000,
    openings: 3_000,
    exchanges: 200,
    seed: 3,
};

fn read(text: &str) -> Plan {
    plan::read(text.as_bytes()).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

fn found(text: &str, aim: Aim) -> Report {
    order_of(&read(text), aim, Caps::Ignored, EFFORT, &Unwatched)
        .unwrap_or_else(|error| panic!("{error}\n{text}"))
}

/// Two sides with four classes, in stages of which everything is given in the first.
fn plan_of(rules: &str, steps: &str, order: &str) -> String {
    format!(
        "good-offices-plan: 1
title: To be put in order
parties: [{{ party: a, name: Side A }}, {{ party: b, name: Side B }}]
classes:
  - {{ class: person, one: person, many: persons, kind: persons, from: a, named: [Ana, Ben, Cleo, Dan], worth: {{ a: -10, b: 15 }} }}
  - {{ class: elder, one: elder, many: elders, kind: persons, from: a, worth: {{ a: [-12, -14, -16], b: 20 }} }}
  - {{ class: truck, one: truck, many: trucks, kind: goods, from: b, worth: {{ b: -4, a: 7 }} }}
  - {{ class: day, one: day, many: days, kind: time, from: b, worth: {{ b: [-3, -5], a: 6 }} }}
stages:
  - stage: Only
    steps:
{steps}
rules:
{rules}
order:
{order}
"
    )
}

const ALL: &str = "      - { give: { person: [Ana, Ben, Cleo] } }
      - { give: { person: 3, elder: 3 } }
      - { give: { truck: 10 } }
      - { give: { day: 4 } }";

/// Which of the rules an order says that it left aside.
fn left(report: &Report, which: impl Fn(&LeftOut) -> bool) -> bool {
    report.left_out.iter().any(which)
}

/// No rule is broken that the order claims to keep, and its numbers are those of the check.
fn holds(text: &str, report: &Report) -> Result<(), TestCaseError> {
    let Found::Order(order) = &report.found else {
        return Ok(());
    };
    let check = check::check(&order.plan);
    let without: Vec<usize> = report
        .left_out
        .iter()
        .filter_map(|left| match left {
            LeftOut::Without { class } => Some(*class),
            _ => None,
        })
        .collect();
    let (before, after) = (read(text).given(), order.plan.given());
    for (class, (before, after)) in before.iter().zip(&after).enumerate() {
        let expected = if without.contains(&class) { 0 } else { *before };
        prop_assert_eq!(expected, *after, "{}", text);
    }
    for finding in &check.findings {
        let claimed = match finding {
            Finding::BatchSize { class, .. } => !left(
                report,
                |left| matches!(left, LeftOut::Batch { class: of, .. } if of == class),
            ),
            Finding::OutOfOrder { class, .. } => !left(
                report,
                |left| matches!(left, LeftOut::First { class: of, .. } if of == class),
            ),
            Finding::GroupParted { class, .. } => !left(
                report,
                |left| matches!(left, LeftOut::Group { class: of, .. } if of == class),
            ),
            Finding::PriceOff { stage: Some(_), .. } => !left(report, |left| {
                matches!(left, LeftOut::Price { .. } | LeftOut::PriceAtEnd { .. })
            }),
            Finding::Waits { on, .. } => {
                matches!(on, WaitsFor::Later(_) | WaitsFor::Circle(_))
                    || !left(report, |left| matches!(left, LeftOut::Conditions { .. }))
            }
            Finding::Backwards { .. } | Finding::NeverVerified { .. } => true,
            _ => false,
        };
        prop_assert!(!claimed, "{finding:?}\n{text}\n{:#?}", order.plan.stages);
    }
    // The greatest share of all parties is the value.
    let shares = check.panels.iter().filter_map(|panel| {
        let points = match report.aim {
            Aim::Exposure => panel.exposure.points.mid,
            Aim::Guarantee => panel.guarantee.points.mid,
        };
        let scale: i64 = scale(&order.plan, panel.party);
        (scale > 0).then_some((i128::from(points), i128::from(scale)))
    });
    let greatest = shares.max_by(|a, b| (a.0 * b.1).cmp(&(b.0 * a.1)));
    let (points, of) = greatest.unwrap_or((0, 1));
    prop_assert_eq!(
        points * order.value.of,
        order.value.points * of,
        "{}\n{:?}",
        text,
        order.value
    );
    Ok(())
}

/// All that a party gives, in its own points.
fn scale(plan: &Plan, party: usize) -> i64 {
    let own = plan.classes.iter().zip(plan.given());
    let own = own.filter(|(class, _)| class.from.0 == party);
    own.map(|(class, given)| {
        let given = u32::try_from(given).unwrap();
        -class.worth[party].of_first(given).mid
    })
    .sum()
}

fn rules() -> impl Strategy<Value = String> {
    let class = || prop::sample::select(vec!["person", "elder", "truck", "day"]);
    let within = prop::sample::select(vec!["each-stage", "the-plan"]);
    let batches = prop::collection::vec((class(), 0_u32..3, 1_u32..4), 0..3);
    let firsts = prop::collection::vec((class(), class(), within), 0..3);
    let groups = prop::collection::vec(
        prop::sample::subsequence(vec!["Ana", "Ben", "Cleo", "Dan"], 2..=3),
        0..3,
    );
    let of = prop::sample::select(vec!["person", "elder"]);
    let prices = prop::collection::vec((of, 1_u32..3, 1_u32..3, 0_u32..9), 0..3);
    (batches, firsts, groups, prices).prop_map(|(batches, firsts, groups, prices)| {
        let mut text = String::from("  batches:");
        text.push_str(if batches.is_empty() { " []\n" } else { "\n" });
        for (class, least, more) in batches {
            let most = least + more;
            writeln!(
                text,
                "    - {{ of: {class}, at-least: {least}, at-most: {most} }}"
            )
            .unwrap();
        }
        text.push_str(if firsts.is_empty() {
            "  first: []\n"
        } else {
            "  first:\n"
        });
        for (class, before, within) in firsts {
            writeln!(
                text,
                "    - {{ class: {class}, before: {before}, within: {within} }}"
            )
            .unwrap();
        }
        text.push_str(if groups.is_empty() {
            "  groups: []\n"
        } else {
            "  groups:\n"
        });
        for named in groups {
            writeln!(
                text,
                "    - {{ class: person, named: [{}] }}",
                named.join(", ")
            )
            .unwrap();
        }
        text.push_str(if prices.is_empty() {
            "  prices: []\n"
        } else {
            "  prices:\n"
        });
        for (of, each, price, slack) in prices {
            writeln!(
                text,
                "    - {{ of: {of}, each: {each}, in: truck, price: {price}, slack: {slack} }}"
            )
            .unwrap();
        }
        text
    })
}

/// Some steps have keys, and some wait for others.
fn steps() -> impl Strategy<Value = String> {
    let lots = prop::sample::select(vec![
        "give: { person: 2 }",
        "give: { person: [Ana, Ben] }",
        "give: { person: 1, elder: 1 }",
        "give: { truck: 3 }",
        "give: { truck: 2, day: 1 }",
        "give: { day: 1 }",
    ]);
    prop::collection::vec((lots, prop::option::of(0_usize..6)), 2..6).prop_map(|steps| {
        let mut text = String::new();
        let mut named = false;
        for (at, (act, after)) in steps.into_iter().enumerate() {
            let act = if act.contains("Ana") && std::mem::replace(&mut named, true) {
                "give: { person: 2 }"
            } else {
                act
            };
            let after = match after {
                Some(after) if after != at => format!(", after: [k{after}]"),
                _ => String::new(),
            };
            writeln!(text, "      - {{ step: k{at}, {act}{after} }}").unwrap();
        }
        text
    })
}

fn order() -> impl Strategy<Value = String> {
    let batches = prop::option::of((2_u32..5, 2_u32..6));
    let without = prop::option::weighted(0.2, prop::sample::select(vec!["day", "elder"]));
    (2_u32..7, batches, without).prop_map(|(stages, batches, without)| {
        let mut text = format!("  stages: {stages}\n");
        if let Some((a, b)) = batches {
            writeln!(text, "  batches: {{ a: {a}, b: {b} }}").unwrap();
        }
        if let Some(without) = without {
            writeln!(text, "  without: [{without}]").unwrap();
        }
        text
    })
}

/// The property below would hold of a reader that leaves everything aside, and of plans that have no order.
#[test]
fn the_plans_that_are_made_have_orders_with_rules_in_them() {
    let mut runner = TestRunner::deterministic();
    let (mut orders, mut bound) = (0, 0);
    for _ in 0..60 {
        let mut draw = |of: BoxedStrategy<String>| of.new_tree(&mut runner).unwrap().current();
        let text = plan_of(
            &draw(rules().boxed()),
            &draw(steps().boxed()),
            &draw(order().boxed()),
        );
        let Ok(report) = order_of(
            &read(&text),
            Aim::Exposure,
            Caps::Ignored,
            EFFORT,
            &Unwatched,
        ) else {
            continue;
        };
        let Found::Order(order) = &report.found else {
            continue;
        };
        orders += 1;
        let waits = order.plan.stages.iter().flat_map(|stage| &stage.steps);
        let waits = waits.filter(|step| !step.after.is_empty()).count();
        bound += usize::from(waits > 0 && (text.contains("at-most") || text.contains("before:")));
    }
    assert!(
        orders > 15 && bound > 3,
        "{orders} orders, {bound} of them with rules"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn a_check_of_the_plan_in_its_order_finds_what_was_printed(
        rules in rules(),
        steps in steps(),
        order in order(),
        aim in prop::sample::select(vec![Aim::Exposure, Aim::Guarantee]),
    ) {
        let text = plan_of(&rules, &steps, &order);
        match order_of(&read(&text), aim, Caps::Ignored, EFFORT, &Unwatched) {
            Ok(report) => holds(&text, &report)?,
            // Conditions in a circle, counts for which the stages have no room.
            Err(OrderOfPlanError::Contradiction(_)) => {}
            Err(error) => prop_assert!(false, "{error}\n{text}"),
        }
    }
}

/// How often each kind of rule was there and kept: the property above would hold of a reader that leaves
/// everything aside.
#[test]
fn most_rules_are_kept_and_not_left_aside() {
    let rules = "  batches: [{ of: person, at-least: 2, at-most: 3 }]
  first: [{ class: truck, before: person }, { class: elder, before: person, within: the-plan }]
  groups: [{ class: person, named: [Ana, Ben] }, { class: person, named: [Ben, Cleo] }]";
    let steps = "      - { give: { person: [Ana, Ben, Cleo], elder: 3 } }
      - { give: { person: 3 } }
      - { step: first, give: { truck: 2 } }
      - { give: { truck: 8 }, after: [first] }";
    let report = found(&plan_of(rules, steps, "  stages: 6"), Aim::Exposure);
    let kept = [LeftOut::Named { class: 0 }];
    assert_eq!(report.left_out, kept);
    let Found::Order(order) = &report.found else {
        panic!("there is an order: {:?}", report.found)
    };
    let text = format!("{:?}", order.plan.stages);
    assert!(text.contains(r#"named: ["Ana", "Ben", "Cleo"]"#), "{text}");
    assert!(text.contains(r#"after: ["first"]"#), "{text}");
}

#[test]
fn a_discount_is_left_aside_and_changes_no_order() {
    let plain = plan_of("  batches: []", ALL, "  stages: 4");
    let days = plain.replace("  - stage: Only\n", "  - stage: Only\n    on: 2026-03-01\n");
    let later = days.replace("name: Side B }", "name: Side B, discount: 0.01 to 0.02 }");
    assert_ne!(days, later);
    for aim in [Aim::Exposure, Aim::Guarantee] {
        let (plain, later) = (found(&plain, aim), found(&later, aim));
        let discount = LeftOut::Discount { party: 1 };
        assert!(later.left_out.contains(&discount) && !plain.left_out.contains(&discount));
        let (Found::Order(plain), Found::Order(later)) = (&plain.found, &later.found) else {
            panic!("there is an order: {:?}", later.found)
        };
        assert_eq!(plain.value, later.value);
        assert_eq!(plain.plan.stages.len(), later.plan.stages.len());
    }
}

#[test]
fn the_plan_as_it_stands_is_told_with_all_of_it_and_without_what_is_left_aside() {
    let plain = plan_of("  batches: []", ALL, "  stages: 4");
    assert!(found(&plain, Aim::Exposure).as_planned.is_none());
    let exposed = |check: &check::Report| {
        let panels = check.panels.iter();
        panels
            .map(|panel| panel.exposure.points)
            .collect::<Vec<_>>()
    };
    for (waits, differs) in [("by step", true), ("at handover", false)] {
        let text = plain.replace(
            "kind: persons,",
            &format!("kind: persons, verified: {waits},"),
        );
        assert_ne!(plain, text);
        let report = found(&text, Aim::Exposure);
        let checked = check::check(&read(&text));
        match &report.as_planned {
            Some(whole) => {
                assert!(differs);
                assert_eq!(exposed(whole), exposed(&checked));
                assert_ne!(exposed(whole), exposed(&report.now));
            }
            None => assert!(!differs),
        }
    }
}

#[test]
fn what_is_left_aside_is_said_with_its_place() {
    let steps = "      - { step: held, escrow: { truck: 2 } }
      - { together: [{ person: 2 }, { truck: 4 }] }
      - { give: { elder: 2 }, after: [held] }
      - { give: { elder: 1 } }
      - { give: { day: 1 } }
      - { deposit: { by: a, points: 5, what: a sum } }";
    let rules = "  groups: [{ class: person, named: [Ana, Ben, Cleo] }]
  prices: [{ of: person, in: elder, price: 1, slack: 2 }]";
    let report = found(&plan_of(rules, steps, "  without: [day]"), Aim::Exposure);
    let at = |stage, step| planner::order::of_plan::StepAt { stage, step };
    for left in [
        LeftOut::Group { rule: 1, class: 0 },
        LeftOut::Price { rule: 1, class: 0 },
        LeftOut::Conditions {
            steps: vec![at(1, 3)],
        },
        LeftOut::Together {
            steps: vec![at(1, 2)],
        },
        LeftOut::Holding {
            steps: vec![at(1, 1), at(1, 6)],
        },
        LeftOut::Without { class: 3 },
    ] {
        assert!(
            report.left_out.contains(&left),
            "{left:?} of {:?}",
            report.left_out
        );
    }
}

/// In a stage that has both, trucks come first; without any trucks persons may.
#[test]
fn what_goes_first_in_each_stage_binds_only_where_a_stage_has_both() {
    let rules = "  first: [{ class: truck, before: person }, { class: person, before: day }]";
    let report = found(&plan_of(rules, ALL, "  stages: 9"), Aim::Exposure);
    assert!(!left(&report, |left| matches!(left, LeftOut::First { .. })));
    holds(&plan_of(rules, ALL, "  stages: 9"), &report).unwrap();
    assert!(matches!(report.found, Found::Order(_)));
}

/// One rule would have a batch the one way round, another the plan the other way.
#[test]
fn what_goes_first_in_a_batch_against_the_plan_is_left_aside_whichever_is_written_first() {
    let in_stage = "{ class: day, before: truck, within: each-stage }";
    let in_plan = "{ class: truck, before: day, within: the-plan }";
    let steps = "      - { give: { person: 2 } }
      - { give: { truck: 2, day: 1 } }";
    for [one, other] in [[in_stage, in_plan], [in_plan, in_stage]] {
        let text = plan_of(&format!("  first: [{one}, {other}]"), steps, "  stages: 2");
        let report = found(&text, Aim::Exposure);
        assert!(left(&report, |left| matches!(
            left,
            LeftOut::First { class: 3, .. }
        )));
        holds(&text, &report).unwrap();
    }
}

#[test]
fn a_rule_that_no_order_can_keep_is_named() {
    let rules = "  batches: [{ of: person, at-least: 4, at-most: 4 }]";
    let report = found(&plan_of(rules, ALL, "  stages: 9"), Aim::Exposure);
    let Found::None { conflict, .. } = &report.found else {
        panic!("six are no multiple of four")
    };
    let text = format!("{conflict:?}");
    assert!(
        text.contains("Batches { rule: 1, class: 0, at_least: Some(4), at_most: Some(4) }"),
        "{text}"
    );
}

/// Two things that have nothing to do with each other are both told, each with what would do about it.
#[test]
fn whatever_stands_against_an_order_is_told() {
    let text = "good-offices-plan: 1
title: Two things
parties: [{ party: a, name: Side A, exposed-at-most: 5 }, { party: b, name: Side B, exposed-at-most: 1 }]
classes:
  - { class: person, one: person, many: persons, kind: persons, from: a, worth: { a: -10, b: 15 } }
  - { class: truck, one: truck, many: trucks, kind: goods, from: b, worth: { b: -3, a: 6 } }
stages:
  - { stage: Only, steps: [{ give: { person: 6 } }, { give: { truck: 12 } }] }
rules: { batches: [{ of: person, at-least: 4, at-most: 4 }] }
order: { stages: 3 }
";
    let report = order_of(&read(text), Aim::Exposure, Caps::Kept, EFFORT, &Unwatched).unwrap();
    let Found::None {
        conflict, further, ..
    } = &report.found
    else {
        panic!("six are no multiple of four, and nobody can begin")
    };
    let [further] = &further[..] else {
        panic!("two contradictions: {further:?}")
    };
    let both = |mending: &[Mending]| {
        let told = mending.iter().map(|mending| (mending.what, mending.mend));
        told.collect::<Vec<_>>()
    };
    assert_eq!(
        both(conflict),
        [
            (Limited::Exposure { party: 0 }, Mend::Least(10)),
            (Limited::Exposure { party: 1 }, Mend::Least(3)),
        ]
    );
    let told = both(&further.conflict);
    assert!(
        matches!(told[..], [(Limited::Batches { rule: 1, .. }, Mend::Free)]),
        "{told:?}"
    );
}

/// More is given than is put in order: refused before lists as long are made.
#[test]
fn a_million_are_refused_at_once() {
    let steps = "      - { give: { elder: 900000 } }\n      - { give: { truck: 900000 } }";
    let plan = read(&plan_of("  prices: []", steps, "  stages: 9"));
    let error = order_of(&plan, Aim::Exposure, Caps::Ignored, EFFORT, &Unwatched).unwrap_err();
    assert!(error.to_string().contains("1800000"), "{error}");
}
