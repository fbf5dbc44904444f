//! All that is wrong with a plan file is told in one run: what its form is not, and what it does not
//! mean; and what only follows from a fault is not told as another.

use planner::{
    forecast::forecast_of,
    order::{
        Effort,
        bounds::{Aim, Caps},
        report::order_of,
    },
    plan,
    watch::Unwatched,
};
use proptest::prelude::*;

/// A plan in which nothing is wrong.
const PLAN: &str = "\
good-offices-plan: 1
title: Two for four
parties:
  - { party: a, name: Side A, points-from: its envoy, points-on: 2026-03-01 }
  - { party: b, name: Side B, future: 5 to 10 }
classes:
  - { class: person, one: person, many: persons, kind: persons, from: a, number: 3, named: [Nora], worth: { a: -10, b: 15 } }
  - { class: truck, one: truck, many: trucks, kind: goods, from: b, worth: { b: -2, a: [6, 5, 4] } }
stages:
  - stage: First
    on: 2026-03-04
    steps:
      - { step: out, give: { person: 2 }, at: \"16:00\" }
      - { give: { truck: 4 }, after: [out] }
rules:
  prices: [ { of: person, in: truck, price: 2 } ]
";

/// What is told of the plan with some passages written otherwise.
fn mistaken(passages: &[(&str, &str)]) -> String {
    let mut text = PLAN.to_owned();
    for (from, to) in passages {
        assert!(text.contains(from), "{from}");
        text = text.replacen(from, to, 1);
    }
    match plan::read(text.as_bytes()) {
        Ok(_) => "it is read".to_owned(),
        Err(error) => error.to_string(),
    }
}

/// Each line that tells a fault.
fn told(said: &str) -> Vec<&str> {
    let lines = said.lines().map(str::trim);
    lines.filter(|line| line.starts_with("line ")).collect()
}

/// That just these faults are told, in this order: each a line of the file and something that is said of it.
fn just(passages: &[(&str, &str)], faults: &[(usize, &str)]) {
    let said = mistaken(passages);
    let told = told(&said);
    assert_eq!(told.len(), faults.len(), "{said}");
    for (line, (number, part)) in told.iter().zip(faults) {
        let begins = format!("line {number},");
        assert!(
            line.starts_with(&begins) && line.contains(part),
            "{begins} {part}: {said}"
        );
    }
}

#[test]
fn what_it_does_not_mean_is_told_beside_what_its_form_is_not() {
    for (form, line, of_form) in [
        (("a: -10,", "a: thirty,"), 7, "“thirty”"),
        (("future: 5", "futrue: 5"), 5, "`future`"),
        (("b: 15 }", "b: 1,000 }"), 7, "comma between braces"),
        (("b: 15 }", "b: 017 }"), 7, "Write 17."),
        (("many: persons, ", ""), 7, "`many` is missing"),
        (("name: Side A", "name: Side A, name: A"), 4, "stands twice"),
        (("name: Side A", "name:"), 4, "nothing is written"),
        (("kind: persons", "kind: person"), 7, "Probably persons"),
    ] {
        just(
            &[form, ("give: { truck", "give: { lorry")],
            &[(line, of_form), (14, "no class “lorry”")],
        );
    }
    // Behind it in the file, before it, and in the same step.
    just(
        &[
            ("from: a", "from: c"),
            ("on: 2026-03-04", "on: 4.3.2026"),
            ("person: 2 }, at: \"16:00\"", "lorry: 2 }, at: \"25:00\""),
            ("of: person", "of: people"),
        ],
        &[
            (7, "no party “c”"),
            (11, "is no day; write year, month and day"),
            (13, "no class “lorry”"),
            (13, "hours go from 00 to 23"),
            (16, "no class “people”"),
        ],
    );
}

#[test]
fn every_fault_of_one_step_is_told() {
    just(
        &[(
            "give: { person: 2 }",
            "give: { lorry: 2, cart: 1, person: [Ali, Omar] }",
        )],
        &[
            (13, "“lorry”"),
            (13, "“cart”"),
            (13, "“Ali”"),
            (13, "“Omar”"),
        ],
    );
    just(
        &[(
            "give: { person: 2 }",
            "in-turn: [ { lorry: 2 }, { person: [Ali] }, { truck: 2000000 } ]",
        )],
        &[(13, "2000000 in one batch"), (13, "“lorry”"), (13, "“Ali”")],
    );
    just(
        &[(
            "give: { person: 2 }",
            "give: { lorry: 2 }, verify: { cart: 1 }",
        )],
        &[(13, "says 2"), (13, "“lorry”"), (13, "“cart”")],
    );
    just(
        &[(
            "give: { person: 2 }",
            "deposit: { by: c, points: -3, what: \"\" }",
        )],
        &[
            (13, "what is deposited is empty"),
            (13, "below nought"),
            (13, "no party “c”"),
        ],
    );
    // Nothing of one, and another that is not there.
    just(
        &[("give: { person: 2 }", "give: { person: 0, lorry: 2 }")],
        &[(13, "at least one"), (13, "“lorry”")],
    );
}

#[test]
fn what_follows_from_a_fault_is_not_told_as_another() {
    // Who gives it is not known: that it is given with something else is no fault.
    just(
        &[
            ("from: b", "from: c"),
            ("give: { truck: 4 }", "give: { truck: 4, person: 1 }"),
        ],
        &[(8, "no party “c”")],
    );
    just(
        &[
            ("from: b", "from: c"),
            (
                "give: { truck: 4 }",
                "together: [ { truck: 4 }, { person: 1 } ]",
            ),
        ],
        &[(8, "no party “c”")],
    );
    // It has a key that cannot be read, so it cannot be said of any that it is not there.
    just(&[("class: truck", "class:")], &[(8, "nothing is written")]);
    just(&[("class: truck, ", "")], &[(8, "`class` is missing")]);
    just(&[("class: truck", "clas: truck")], &[(8, "`class`")]);
    just(&[("party: b", "party: [b]")], &[(5, "a list stands here")]);
    // Who is in it is not known.
    just(
        &[
            ("named: [Nora]", "named: Nora"),
            ("give: { person: 2 }", "give: { person: [Nora] }"),
        ],
        &[(7, "“Nora” stands here")],
    );
    // What is handed over is written otherwise than it can be.
    just(
        &[("give: { person: 2 }", "give: person")],
        &[(13, "“person” stands here")],
    );
    just(
        &[("give: { person: 2 }", "giv: { person: 2 }")],
        &[(13, "`give`")],
    );
    just(
        &[("{ person: 2 }, at", "{ person: two }, at")],
        &[(13, "2.")],
    );
    just(
        &[("give: { person: 2 }", "together: [ person, { truck: 1 } ]")],
        &[(13, "“person” stands here")],
    );
    // Under a key that is none can stand who is in it, and when it is.
    let named = ("give: { person: 2 }", "give: { person: [p, q] }");
    just(
        &[("named: [Nora]", "people: [p, q]"), named],
        &[(7, "“people”")],
    );
    let discount = ("future: 5 to 10", "discount: 0.1");
    just(
        &[("on: 2026-03-04", "day: 2026-03-04"), discount],
        &[(11, "“day”")],
    );
    // Where it is near to a key, it is that one.
    just(
        &[("named: [Nora]", "namde: [Nora]"), named],
        &[(7, "`named`"), (13, "“p”"), (13, "“q”")],
    );
    // Nobody wrote what stands before a comma that splits a number.
    let split = "comma between braces";
    just(
        &[(
            "number: 3, named: [Nora]",
            "number: 1,000, named: [p, q, r]",
        )],
        &[(7, split)],
    );
    just(
        &[("future: 5 to 10", "exposed-at-most: -1,000")],
        &[(5, split)],
    );
    just(
        &[("{ person: 2 }, at", "{ person: 0,500 }, at")],
        &[(13, split)],
    );
    just(&[("price: 2", "price: 0,500")], &[(16, split)]);
    for guess in ["draws: 1,000", "on-time: 7,500"] {
        let guesses = format!("forecast: {{ {guess}, breach: 0.01 }}\nrules:\n");
        let said = mistaken(&[("rules:\n", &guesses)]);
        assert!(
            said.contains(split) && !said.contains("not between"),
            "{said}"
        );
        assert!(!said.contains("no chance"), "{said}");
    }
    // A day that is none is a day.
    just(
        &[
            ("future: 5 to 10", "discount: 0.1"),
            ("on: 2026-03-04", "on: 4.3.2026"),
        ],
        &[(11, "is no day; write year, month and day")],
    );
    // Without any parties none can be named.
    let said = mistaken(&[(
        PLAN.split("classes:")
            .next()
            .and_then(|it| it.split("Two for four\n").nth(1))
            .unwrap_or(""),
        "parties: []\n",
    )]);
    assert_eq!(told(&said).len(), 1, "{said}");
    assert!(said.contains("there are no parties"), "{said}");
}

/// The plan with guesses, from line 17 on.
fn guessed(guesses: &str) -> String {
    let forecast = format!("forecast:\n{guesses}rules:\n");
    mistaken(&[("rules:\n", &forecast)])
}

#[test]
fn what_is_no_guess_is_refused_by_whoever_reads_the_plan() {
    let fine = "  on-time: 0.9\n  breach: 0.01\n  resume: 0.5\n  give-up-after: 7\n";
    assert_eq!(guessed(fine), "it is read");
    for (guess, line, part) in [
        (
            "  temptation: 30\n",
            20,
            "(forecast › temptation): 30 is no strength of a temptation",
        ),
        (
            "  draws: 7\n",
            20,
            "(forecast › draws): 7 is not between 100 and 10000",
        ),
        (
            "  slack: 4000\n",
            20,
            "(forecast › slack): 4000 is not between 0 and 3660",
        ),
        (
            "  silence: { chance: 2, resume: 0.1, give-up-after: 7 }\n",
            20,
            "(forecast › silence › chance): 2 is no chance",
        ),
        (
            "  silence: { chance: 0.2, resume: 0.1, give-up-after: 7.5 }\n",
            20,
            "7.5 is no number of days",
        ),
        (
            "  undeliverable: { replaced: 1.5 }\n",
            20,
            "(forecast › undeliverable › replaced): 1.5 is no chance",
        ),
        (
            "  undeliverable: { tolerated: 200000 }\n",
            20,
            "not between 0 and 100000",
        ),
        (
            "  history: { retaliation: -1, paths: 100 }\n",
            20,
            "(forecast › history › retaliation): -1 is no chance",
        ),
        (
            "  history: { paths: 1 }\n",
            20,
            "(forecast › history › paths): 1 is not between 100",
        ),
        (
            "  stages: { Second: { on-time: 0.5 } }\n",
            20,
            "no stage “Second”; the stages are “First”",
        ),
        (
            "  stages: { first: { on-time: 0.5 } }\n",
            20,
            "probably “First” is meant",
        ),
        (
            "  stages: { First: { on-time: 3 } }\n",
            20,
            "(forecast › stages › First › on-time): 3 is no chance",
        ),
    ] {
        let said = guessed(&format!("{fine}{guess}"));
        let told = told(&said);
        assert_eq!(told.len(), 1, "{guess}: {said}");
        let begins = format!("line {line},");
        assert!(
            told[0].starts_with(&begins) && told[0].contains(part),
            "{guess}: {said}"
        );
    }
    // What fits a chance is shown, and what was most likely meant.
    for (written, meant) in [
        ("3", "3 in 100 is 0.03"),
        ("60 to 80", "60 to 80 in 100 is \"0.6 to 0.8\""),
        (
            "80%",
            "80 per cent is 0.8. Here can stand a number, or a range where it is not known, such as `0.7` or `\"0.6 to 0.8\"`",
        ),
        ("60 - 80 %", "\"0.6 to 0.8\""),
        ("often", "such as `0.7` or `\"0.6 to 0.8\"`"),
    ] {
        let said = guessed(&fine.replace("0.9", written));
        assert!(said.contains(meant), "{written}: {said}");
        assert_eq!(told(&said).len(), 1, "{said}");
    }
    // All at once, and beside what is wrong elsewhere.
    let said = guessed("  on-time: 2\n  breach: a lot\n  resume: -1\n  give-up-after: 0.5\n");
    let lines: Vec<&str> = told(&said)
        .into_iter()
        .filter_map(|line| line.split(',').next())
        .collect();
    assert_eq!(
        lines,
        ["line 16", "line 17", "line 18", "line 19"],
        "{said}"
    );
}

#[test]
fn what_an_order_is_asked_of_has_to_be_there() {
    let said = mistaken(&[(
        "rules:\n",
        "order:\n  batches: { a: 2, c: 3 }\n  turns: [b, Side A]\n  tiers: { lorry: 1 }\n  without: [cart]\nrules:\n",
    )]);
    let told = told(&said);
    assert_eq!(told.len(), 4, "{said}");
    for (line, part) in told.iter().zip([
        "line 16, column 20 (order › batches): there is no party “c”",
        "line 17, column 14 (order › turns): there is no party “Side A”",
        "line 18, column 12 (order › tiers): there is no class “lorry”",
        "line 19, column 13 (order › without): there is no class “cart”",
    ]) {
        assert!(line.starts_with(part), "{part}: {said}");
    }
}

#[test]
fn a_chance_or_a_discount_that_is_none_is_told_where_it_stands() {
    let said = mistaken(&[
        ("from: a,", "from: a, deliverable: 95,"),
        ("future: 5 to 10", "discount: 2"),
    ]);
    for part in [
        "line 5, column 41 (party “b”): a discount lies between 0 and 1",
        "line 7, column 87 (class “person”): 95 is no chance",
        "95 in 100 is 0.95",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
}

/// What is given in the place of a key says which key was meant.
#[test]
fn a_name_in_the_place_of_a_key_is_told_with_its_key() {
    for (from, to, key) in [
        ("from: a", "from: Side A", "“a” is the key of “Side A”"),
        ("from: a", "from: side  a", "“a” is the key of “Side A”"),
        (
            "of: person",
            "of: persons",
            "“person” is the key of “persons”",
        ),
        (
            "give: { person",
            "give: { Persons",
            "“person” is the key of “persons”",
        ),
        ("of: person", "of: persn", "probably “person” is meant"),
    ] {
        let said = mistaken(&[(from, to)]);
        assert!(said.contains(key), "{to}: {said}");
    }
}

/// What cannot be forecast or put in order is told with the line that says it.
#[test]
fn what_a_forecast_and_an_order_refuse_has_its_line() {
    let read = |from: &str, to: &str| {
        let text = PLAN.replacen(from, to, 1);
        (plan::read(text.as_bytes()).unwrap(), text)
    };
    let forecast = |guess: &str| {
        let guesses =
            format!("forecast:\n  on-time: 0.9\n  breach: 0.01\n  resume: 0.5\n{guess}rules:\n");
        let (plan, text) = read("rules:\n", &guesses);
        let refused = forecast_of(&plan, &Unwatched).unwrap_err();
        refused.placed(&plan, text.as_bytes()).to_string()
    };
    let said = forecast("  give-up-after: 7\n  temptation: 1\n");
    assert!(
        said.starts_with("line 20, column 15: forecasting: `temptation`"),
        "{said}"
    );
    let guesses =
        "forecast: { on-time: 0.9, breach: 0.01, resume: 0.5, give-up-after: 7 }\nrules:\n";
    let many = PLAN
        .replace("truck: 4", "truck: 200000")
        .replace("rules:\n", guesses);
    let many = many.replace("a: [6, 5, 4] } }", "a: 6 }, deliverable: 0.9 }");
    let plan = plan::read(many.as_bytes()).unwrap();
    let refused = forecast_of(&plan, &Unwatched).unwrap_err();
    let said = refused.placed(&plan, many.as_bytes()).to_string();
    assert!(
        said.starts_with("line 10, column 3: forecasting: there are 200000 items"),
        "{said}"
    );
    let (plan, text) = read("rules:\n", "rules:\n");
    let refused = forecast_of(&plan, &Unwatched).unwrap_err();
    let said = refused.placed(&plan, text.as_bytes()).to_string();
    for part in [
        "line 10, column 3: forecasting: the plan has no section `forecast`",
        "\nforecast:\n  on-time: 0.7 to 0.9\n",
    ] {
        assert!(said.contains(part), "{said}");
    }
    for (from, to, parts) in [
        (
            "a: -10, b: 15",
            "a: 10, b: -15",
            &[
                "line 7, column 5: class \"persons\": its cost to \"Side A\", who gives it, is below nought: giving one is worth 10 to it",
                "line 7, column 5: class \"persons\": its value to \"Side B\", who receives it, is below nought: -15",
            ][..],
        ),
        (
            "rules:\n",
            "order: { stages: 0 }\nrules:\n",
            &["line 15, column 18: the number of stages is 0;"],
        ),
        (
            "rules:\n",
            "order: { turns: [a] }\nrules:\n",
            &[
                "line 15, column 17: who goes first: \"Side A\" stands where each of \"Side A\", \"Side B\"",
            ],
        ),
        (
            "rules:\n",
            "order: { batches: { a: 0 } }\nrules:\n",
            &["line 15, column 24: party \"Side A\": it is to hand over at most 0 in one stage"],
        ),
        (
            "rules:\n",
            "order: { without: [person, truck] }\nrules:\n",
            &[
                "line 15, column 19: nothing is left to put in order: `without` leaves out all that the plan hands over (person, truck)",
            ],
        ),
        (
            "rules:\n",
            "rules:\n  batches: [ { of: truck, at-most: 9 }, { of: person, at-least: 5, at-most: 2 } ]\n",
            &[
                "line 16, column 41: rule 2 of `batches`: at least 5 persons in a stage are asked for and at most 2 allowed",
                "`{ of: person, at-least: 2, at-most: 5 }`",
            ],
        ),
        (
            "rules:\n",
            "rules:\n  batches: [ { of: person, at-most: 0 } ]\n",
            &["line 16, column 14: rule 1 of `batches`: a stage may have at most 0 persons"],
        ),
        (
            "rules:\n",
            "rules:\n  first: [ { class: person, before: person, within: the-plan } ]\n",
            &[
                "line 16, column 12: rule 1 of `first`: persons are to go before persons",
                "`{ class: person, before: truck }`",
            ],
        ),
        (
            "in: truck, price: 2",
            "in: person, price: 2",
            &[
                "rule 1 of `prices`: persons are priced in persons",
                "`{ of: person, in: truck, price: 2 }`",
                "line 16, column 13",
            ],
        ),
        (
            "rules:\n",
            "rules:\n  first: [ { class: person, before: truck, within: the-plan }, { class: truck, before: person, within: the-plan } ]\n",
            &["line 16, column 12 and line 16, column 64"],
        ),
    ] {
        let (plan, text) = read(from, to);
        let refused = order_of(
            &plan,
            Aim::Exposure,
            Caps::Ignored,
            Effort::default(),
            &Unwatched,
        );
        let said = refused
            .unwrap_err()
            .placed(&plan, text.as_bytes())
            .to_string();
        for part in parts {
            assert!(said.contains(part), "{to}: {said}");
        }
    }
}

/// Of a circle the rules and the conditions are told that make it, however many others wait for something.
#[test]
fn a_circle_is_told_with_what_makes_it() {
    let waiting: Vec<String> = (0..8)
        .map(|at| {
            format!(
                "      - {{ step: t{at}, give: {{ tea: 1 }} }}\n      - {{ give: {{ person: 1 }}, after: [t{at}] }}\n"
            )
        })
        .collect();
    let tea = "  - { class: tea, one: box, many: boxes, kind: goods, from: b, worth: { b: -1, a: 2 } }\nstages:\n";
    let text = PLAN
        .replace("number: 3", "number: 20")
        .replace("stages:\n", tea)
        .replace("    steps:\n", &format!("    steps:\n{}", waiting.concat()))
        .replace(
            "rules:\n",
            "rules:\n  first: [ { class: truck, before: person, within: the-plan } ]\n",
        );
    let plan = plan::read(text.as_bytes()).unwrap();
    let (caps, effort) = (Caps::Ignored, Effort::default());
    let refused = order_of(&plan, Aim::Exposure, caps, effort, &Unwatched).unwrap_err();
    let said = refused.placed(&plan, text.as_bytes()).to_string();
    let at = |part: &str| text.lines().position(|line| line.contains(part)).unwrap() + 1;
    let (step, rule) = (at("after: [out]"), at("first:"));
    assert!(
        said.contains(&format!(
            "line {step}, column 9 and line {rule}, column 12: "
        )),
        "{said}"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    /// Two mistakes far from each other are both told, whatever they are.
    #[test]
    fn two_mistakes_are_two_places(one in 0_usize..6, other in 0_usize..5) {
        let first = [
            ("future: 5", "futrue: 5"), ("points-on: 2026-03-01", "points-on: yesterday"),
            ("name: Side B", "name: side a"), ("future: 5", "future: -5"),
            ("name: Side B", "name: \"\""), ("name: Side A, ", ""),
        ];
        let second = [
            ("give: { truck", "give: { lorry"), ("truck: 4", "truck: four"), ("truck: 4", "truck: 0"),
            ("of: person", "of: people"), ("price: 2", "prise: 2"),
        ];
        let said = mistaken(&[first[one], second[other]]);
        prop_assert_eq!(told(&said).len(), 2, "{}", said);
    }
}
