//! What is found of a plan itself, and what is refused.

use proptest::prelude::*;

use super::*;

#[test]
fn a_step_later_than_its_latest_time_is_told() {
    let by = |time: &str| {
        let text = NOVEMBER.replacen(
            "at: \"16:00\"",
            &format!("at: \"16:00\", by: \"{time}\""),
            1,
        );
        check(&read(&text))
            .findings
            .contains(&Finding::TooLate { stage: 0, step: 1 })
    };
    assert!(by("15:59") && !by("16:00"));
}

#[test]
fn a_stage_on_a_day_before_that_of_another_is_told_without_times() {
    let text = |days: [&str; 2], discount: &str| {
        format!("good-offices-plan: 1
title: Days
parties: [{{party: a, name: A{discount}}}, {{party: b, name: B}}]
classes: [{{class: x, one: x, many: x, from: a, worth: {{a: -1, b: 2}}}}]
stages: [{{stage: one, {}steps: [{{give: {{x: 1}}}}]}}, {{stage: two, {}steps: [{{give: {{x: 1}}}}]}}]
", days[0], days[1])
    };
    let told = |days| {
        let report = check(&read(&text(days, "")));
        report
            .findings
            .contains(&Finding::BackwardsDay { stage: 1 })
    };
    assert!(told(["on: 2026-03-01, ", "on: 2026-02-01, "]));
    assert!(!told(["on: 2026-02-01, ", "on: 2026-02-01, "]));
    assert!(!told(["on: 2026-02-01, ", ""]));
    // A discount of nothing asks for no days.
    read(&text(["", ""], ", discount: 0"));
    assert!(plan::read(text(["", ""], ", discount: 0.1").as_bytes()).is_err());
}

#[test]
fn circles_of_conditions_are_spelled_out() {
    let circle = "good-offices-plan: 1
title: A circle
parties: [{party: a, name: A}, {party: b, name: B}]
classes:
  - {class: x, one: x, many: x, from: a, worth: {a: -1, b: 2}}
  - {class: y, one: y, many: y, from: b, worth: {b: -1, a: 2}}
stages:
  - stage: only
    steps:
      - {step: first, give: {x: 1}, after: [third]}
      - {step: second, give: {y: 1}, after: [first]}
      - {step: third, give: {x: 1}, after: [second]}
      - {step: fourth, give: {y: 1}, after: [nowhere]}
";
    let report = check(&read(circle));
    let circle = WaitsFor::Circle(vec![
        "first".to_owned(),
        "second".to_owned(),
        "third".to_owned(),
    ]);
    assert!(report.findings.contains(&Finding::Waits {
        stage: 0,
        step: 0,
        on: circle
    }));
    let nothing = WaitsFor::Nothing("nowhere".to_owned());
    assert!(report.findings.contains(&Finding::Waits {
        stage: 0,
        step: 3,
        on: nothing
    }));
}

#[test]
fn what_cannot_be_computed_is_refused_with_its_place() {
    let wrong = [
        ("party: I", "party: H", "stands twice"),
        ("from: I", "from: J", "there is no party “J”"),
        (
            "pause-day: 1 }, at: \"07:00\"",
            "pause: 1 }, at: \"07:00\"",
            "there is no class “pause”",
        ),
        ("on: 2023-11-24", "on: 2023-11-31", "is no day"),
        ("at: \"07:00\"", "at: \"7 o'clock\"", "is no time of day"),
        (
            "deliverable: 1",
            "deliverable: 1.1",
            "a chance lies between",
        ),
        (
            "number: 300\n    worth: { I: -1,",
            "number: 999999\n    worth: { I: -999999999999,",
            "more than can be computed with",
        ),
        (
            "give: { hostage: 13 }",
            "give: { hostage: 13, prisoner: 1 }",
            "are given by two parties",
        ),
        (
            "give: { hostage: 13 }",
            "give: { hostage: [Somebody] }",
            "nobody is named",
        ),
        (
            "give: { hostage: 13 }",
            "give: { hostage: 0 }",
            "at least one",
        ),
        (
            "give: { hostage: 13 }",
            "verify: { hostage: 13 }, give: { hostage: 13 }",
            "exactly one",
        ),
        ("number: 50", "number: 4000000000", "at most 1000000"),
        ("good-offices-plan: 1", "good-offices-plan: 2", "version 2"),
        ("title:", "titel:", "titel"),
    ];
    for (from, to, said) in wrong {
        let text = NOVEMBER.replace(from, to);
        assert_ne!(text, NOVEMBER, "{from}");
        let refused = plan::read(text.as_bytes()).unwrap_err().to_string();
        assert!(refused.contains(said), "{to}: {refused}");
        assert!(
            refused.contains("Nothing was computed") || refused.contains("version"),
            "{refused}"
        );
    }
}

#[test]
fn a_group_that_turns_part_is_found() {
    let plan = |first: &str| {
        let text = format!(
            "good-offices-plan: 1
title: A family
parties: [{{party: a, name: A}}, {{party: b, name: B}}]
classes:
  - {{class: x, one: x, many: x, from: a, named: [Ada, Ben, Cy], worth: {{a: -1, b: 2}}}}
  - {{class: y, one: y, many: y, from: b, worth: {{b: -1, a: 2}}}}
stages: [{{stage: only, steps: [{first}]}}]
rules: {{groups: [{{class: x, named: [Ada, Cy]}}]}}
"
        );
        check(&read(&text)).findings
    };
    let parted = Finding::GroupParted {
        class: 0,
        named: vec!["Cy".to_owned()],
    };
    let by_turns = plan("{in-turn: [{x: [Ada, Ben, Cy]}, {y: 3}]}");
    assert!(by_turns.contains(&parted), "{by_turns:?}");
    let at_once = plan("{give: {x: [Ada, Ben, Cy]}}, {give: {y: 3}}");
    assert!(!at_once.contains(&parted), "{at_once:?}");
}

#[test]
fn verifying_more_than_was_handed_over_is_told_of_what_waits_for_hours_too() {
    let report = two(
        LAGGING,
        "  - {stage: only, steps: [{give: {x: 1}}, {verify: {x: 2}}]}\n",
    );
    let soon = Finding::VerifiedTooSoon {
        stage: 0,
        step: 1,
        class: 0,
    };
    assert!(report.findings.contains(&soon), "{:?}", report.findings);
}

#[test]
fn verifying_what_counts_at_its_handover_is_told_to_change_nothing() {
    let steps = "  - {stage: only, steps: [{give: {x: 1}}, {verify: {x: 1}}]}\n";
    let nothing = Finding::VerifiedForNothing { class: 0 };
    let told = |classes: &str| two(classes, steps).findings.contains(&nothing);
    assert!(told(WORTH));
    assert!(!told(LAGGING));
}

#[test]
fn very_many_broken_batches_are_told_up_to_a_number() {
    let stages: Vec<String> = (0..130)
        .map(|at| format!("  - {{stage: s{at}, steps: [{{give: {{x: 1}}}}]}}\n"))
        .collect();
    let stages = stages.concat();
    let report = two(
        WORTH,
        &format!("{stages}rules: {{batches: [{{of: x, at-least: 2}}]}}\n"),
    );
    let small = |f: &&Finding| matches!(f, Finding::BatchSize { .. });
    assert_eq!(report.findings.iter().filter(small).count(), 100);
    assert!(report.findings.contains(&Finding::More { count: 30 }));
}

proptest! {
    #[test]
    fn nothing_written_makes_it_fall(text in "[-a-z0-9: \\n{}\\[\\],\"']{0,300}") {
        let _ = plan::read(text.as_bytes());
        let _ = plan::read(format!("{NOVEMBER}{text}").as_bytes());
    }
}
