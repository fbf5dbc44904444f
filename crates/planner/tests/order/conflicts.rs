//! What is told of a plan that no order can keep: every sentence of it holds, and nothing that is in the way is left
//! out.

use planner::{
    order::{
        Effort, OrderError,
        bounds::{Aim, Caps},
        infeasible::{Mend, Others, Suffices, Without},
        report::{
            Contradictory, Found, Lacking, Limited, Mending, Narrow, OrderOfPlanError, order_of,
        },
    },
    plan,
    watch::Unwatched,
};

/// Why there is none.
struct Told {
    conflict: Vec<Mending>,
    others: Others,
    lacks: Vec<Lacking>,
    with_room: Suffices,
    further: Vec<Contradictory>,
}

fn told(text: &str, aim: Aim, caps: Caps) -> Told {
    let plan = plan::read(text.as_bytes()).unwrap_or_else(|error| panic!("{error}\n{text}"));
    let report = order_of(&plan, aim, caps, Effort::default(), &Unwatched);
    let report = report.unwrap_or_else(|error| panic!("{error}\n{text}"));
    let Found::None {
        conflict,
        others,
        lacks,
        with_room,
        further,
        ..
    } = report.found
    else {
        panic!("there is an order\n{text}")
    };
    Told {
        conflict,
        others,
        lacks,
        with_room,
        further,
    }
}

fn both(mendings: &[Mending]) -> Vec<(Limited, i64, Mend)> {
    let mendings = mendings.iter();
    mendings
        .map(|mending| (mending.what, mending.now, mending.mend))
        .collect()
}

/// Side A gives persons and elders, side B trucks.
fn plan_of(persons: u32, elders: u32, rules: &str, order: &str) -> String {
    let elders = match elders {
        0 => String::new(),
        some => format!("{{ give: {{ elder: {some} }} }}, "),
    };
    format!(
        "good-offices-plan: 1
title: That has no order
parties: [{{ party: a, name: Side A }}, {{ party: b, name: Side B }}]
classes:
  - {{ class: person, one: person, many: persons, kind: persons, from: a, worth: {{ a: -10, b: 15 }} }}
  - {{ class: elder, one: elder, many: elders, kind: persons, from: a, worth: {{ a: -10, b: 15 }} }}
  - {{ class: truck, one: truck, many: trucks, kind: goods, from: b, worth: {{ b: -3, a: 12 }} }}
stages:
  - {{ stage: Only, steps: [{{ give: {{ person: {persons} }} }}, {elders}{{ give: {{ truck: 8 }} }}] }}
rules: {{ {rules} }}
order: {{ {order} }}
"
    )
}

/// Three in a stage would be room enough, but a rule asks for four: four is told, and nothing that does not hold.
#[test]
fn more_than_the_room_that_is_lacking_may_be_needed() {
    let text = plan_of(
        8,
        0,
        "batches: [{ of: person, at-least: 4 }]",
        "stages: 3, batches: { a: 2 }",
    );
    let told = told(&text, Aim::Exposure, Caps::Ignored);
    assert_eq!(told.with_room, Suffices::More);
    assert_eq!(
        both(&told.conflict),
        [
            (Limited::Batch { party: 0 }, 2, Mend::Least(4)),
            (Limited::Stages, 3, Mend::Never),
        ]
    );
    assert!(told.further.is_empty(), "{:?}", told.further);
}

/// Two contradictions that have a limit in common: without it either is gone, and each is told.
#[test]
fn contradictions_that_overlap_are_told_too() {
    let rules = "batches: [{ of: person, at-least: 4 }, { of: elder, at-least: 4 }, { of: elder, at-most: 3 }]";
    let text = plan_of(8, 8, rules, "stages: 8, batches: { a: 3 }");
    let told = told(&text, Aim::Exposure, Caps::Ignored);
    assert!(
        told.conflict
            .iter()
            .all(|mending| mending.mend == Mend::Never)
    );
    assert_eq!(told.others, Others::Kept);
    let named = |mendings: &[Mending]| -> Vec<String> {
        let mendings = mendings.iter();
        mendings
            .map(|mending| match mending.what {
                Limited::Batches { rule, .. } => format!("rule {rule}"),
                other => format!("{other:?}"),
            })
            .collect()
    };
    let told: Vec<(Vec<String>, Vec<String>)> = told
        .further
        .iter()
        .map(|further| {
            let Without::These(left_out) = &further.without else {
                panic!("{further:?}")
            };
            assert!(further.minimal);
            assert!(
                further
                    .conflict
                    .iter()
                    .all(|mending| !mending.mend.is_none())
            );
            (named(left_out), named(&further.conflict))
        })
        .collect();
    let batch = "Batch { party: 0 }";
    let pair = |out: &str, one: &str, two: &str| {
        (vec![out.to_owned()], vec![one.to_owned(), two.to_owned()])
    };
    assert_eq!(
        told,
        [
            pair("rule 2", "rule 1", batch),
            pair(batch, "rule 2", "rule 3"),
        ]
    );
}

/// More stages than can be asked for: that is no contradiction with anything else.
#[test]
fn what_a_plan_cannot_ask_for_is_told_apart_from_what_cannot_hold() {
    let text = plan_of(2000, 0, "", "stages: 4, batches: { a: 1 }");
    let told = told(&text, Aim::Exposure, Caps::Ignored);
    assert_eq!(
        both(&told.conflict),
        [
            (Limited::Batch { party: 0 }, 1, Mend::Least(500)),
            (Limited::Stages, 4, Mend::Beyond(1000)),
        ]
    );
    assert_eq!(told.with_room, Suffices::Does);
    assert!(told.further.is_empty());
}

/// Nine are due and seven are given, all at once: what would do in the place of the slack is the same whatever is made
/// small.
#[test]
fn a_slack_is_told_as_it_is_written() {
    let rules = "prices: [{ of: person, in: truck, price: 3, slack: 2 }], batches: [{ of: truck, at-least: 7 }, { of: person, at-most: 1 }]";
    let text = plan_of(3, 0, rules, "stages: 5").replace("truck: 8", "truck: 7");
    for aim in [Aim::Exposure, Aim::Guarantee] {
        let told = both(&told(&text, aim, Caps::Ignored).conflict);
        let price = (Limited::Price { paid_in: 2 }, 2, Mend::Least(3));
        assert!(told.contains(&price), "{aim:?}: {told:?}");
    }
}

/// Between three parties: however large it is, what has no room is told to have none; and a rule of `batches` is
/// told as what it is.
#[test]
fn between_three_parties_room_is_told_first_and_of_the_rule_that_leaves_none() {
    let text = |count: u32, rules: &str, order: &str| {
        format!(
            "good-offices-plan: 1
title: Between three
parties: [{{ party: a, name: Side A }}, {{ party: b, name: Side B }}, {{ party: c, name: Side C }}]
classes:
  - {{ class: person, one: person, many: persons, kind: persons, from: a, worth: {{ a: -10, b: 15 }} }}
  - {{ class: truck, one: truck, many: trucks, kind: goods, from: b, worth: {{ b: -3, c: 12 }} }}
  - {{ class: day, one: day, many: days, kind: time, from: c, worth: {{ c: -3, a: 12 }} }}
stages:
  - {{ stage: Only, steps: [{{ give: {{ person: {count} }} }}, {{ give: {{ truck: {count} }} }}, {{ give: {{ day: {count} }} }}] }}
rules: {{ {rules} }}
order: {{ {order} }}
"
        )
    };
    let large = told(
        &text(5000, "", "stages: 4, batches: { a: 1 }"),
        Aim::Exposure,
        Caps::Ignored,
    );
    assert_eq!(large.lacks.len(), 1);
    let rules = "batches: [{ of: person, at-most: 2 }]";
    for (order, mend) in [
        ("stages: 4", Mend::Least(3)),
        ("stages: 4, batches: { a: 2 }", Mend::Never),
    ] {
        let told = told(&text(9, rules, order), Aim::Exposure, Caps::Ignored);
        assert_eq!(told.lacks[0].what, Narrow::Batches { rule: 1, class: 0 });
        let first = told.conflict[0];
        assert!(
            matches!(first.what, Limited::Batches { rule: 1, .. }),
            "{first:?}"
        );
        assert_eq!(first.mend, mend, "{order}");
    }
    let plan = plan::read(text(5000, "", "stages: 4").as_bytes()).unwrap();
    let error = order_of(
        &plan,
        Aim::Exposure,
        Caps::Ignored,
        Effort::default(),
        &Unwatched,
    );
    assert!(matches!(
        error,
        Err(OrderOfPlanError::Order(OrderError::TooLarge { .. }))
    ));
}

fn refused(text: &str) -> String {
    let plan = plan::read(text.as_bytes()).unwrap_or_else(|error| panic!("{error}\n{text}"));
    let report = order_of(
        &plan,
        Aim::Exposure,
        Caps::Ignored,
        Effort::default(),
        &Unwatched,
    );
    let error = report.map(|report| report.found).unwrap_err();
    error.placed(&plan, text.as_bytes()).error.to_string()
}

/// Only what was written and what has to be written is named.
#[test]
fn turns_are_refused_in_words_that_were_written() {
    let text = |turns: &str| {
        format!(
            "good-offices-plan: 1
title: Two give and a third receives
parties: [{{ party: a, name: Side A }}, {{ party: b, name: Side B }}, {{ party: c, name: Side C }}]
classes:
  - {{ class: person, one: person, many: persons, kind: persons, from: a, worth: {{ a: -10, b: 15, c: 1 }} }}
  - {{ class: truck, one: truck, many: trucks, kind: goods, from: b, worth: {{ b: -3, a: 12 }} }}
stages:
  - {{ stage: Only, steps: [{{ give: {{ person: 2 }} }}, {{ give: {{ truck: 2 }} }}] }}
order: {{ stages: 2, turns: [{turns}] }}
"
        )
    };
    for (turns, found) in [
        (
            "a",
            "\"Side A\" stands where each of \"Side A\", \"Side B\" is",
        ),
        (
            "a, c",
            "\"Side A\", \"Side C\" stands where each of \"Side A\", \"Side B\" is",
        ),
    ] {
        let said = refused(&text(turns));
        assert!(said.contains(found), "{said}");
    }
    for turns in ["b, a", "b, c, a"] {
        let plan = plan::read(text(turns).as_bytes()).unwrap();
        let report = order_of(
            &plan,
            Aim::Exposure,
            Caps::Ignored,
            Effort::default(),
            &Unwatched,
        );
        assert!(matches!(report.unwrap().found, Found::Order(_)), "{turns}");
    }
}

/// What is no part of the order is none of its concern; what is counted together is told together.
#[test]
fn prices_are_refused_where_the_order_reckons_with_them() {
    let aside = plan_of(
        3,
        0,
        "prices: [{ of: person, in: elder, price: 2000000 }]",
        "stages: 3",
    );
    let plan = plan::read(aside.as_bytes()).unwrap();
    let report = order_of(
        &plan,
        Aim::Exposure,
        Caps::Ignored,
        Effort::default(),
        &Unwatched,
    );
    assert!(matches!(report.unwrap().found, Found::Order(_)));
    let two = "prices: [{ of: person, in: truck, price: 2, slack: 600000000 }, { of: elder, in: truck, price: 2, slack: 600000000 }]";
    let said = refused(&plan_of(3, 3, two, "stages: 3"));
    assert!(
        said.contains("rules 1, 2 of `prices`") && said.contains("`slack` together is 1200000000"),
        "{said}"
    );
    let one = "prices: [{ of: person, in: truck, price: 2000000, slack: 7000000 }]";
    let said = refused(&plan_of(3, 0, one, "stages: 3"));
    assert!(said.contains("its `price` is 2000000"), "{said}");
}

/// There are two parties; only one of them has anything to do with it.
#[test]
fn a_party_alone_is_told_to_be_the_only_one_that_gives() {
    let text = "good-offices-plan: 1
title: One gives
parties: [{ party: a, name: Side A }, { party: b, name: Side B }]
classes:
  - { class: person, one: person, many: persons, kind: persons, from: a, worth: { a: -10 } }
stages:
  - { stage: Only, steps: [{ give: { person: 2 } }] }
";
    let said = refused(text);
    assert!(
        said.contains("only \"Side A\" gives something or is said to value anything of it"),
        "{said}"
    );
}
