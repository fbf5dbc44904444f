//! The report of a check.

use papers::{
    Language,
    plan::check::{html, json, svg, text},
};
use planner::{
    check::{Report, check, check_for},
    plan::{self, Plan},
};
use proptest::prelude::*;

use crate::{markup, stands_alone};

const NOVEMBER: &str = include_str!("../../../../cases/plans/november-2023.yaml");
const PHASES: &str = include_str!("../../../../cases/plans/three-phases.yaml");
const ESCROW: &str = include_str!("../../../../cases/plans/one-shot-escrow.yaml");
const LABOUR: &str = include_str!("../../../../cases/plans/labour-dispute.yaml");

fn read(text: &str) -> Plan {
    plan::read(text.as_bytes()).unwrap_or_else(|error| panic!("{error}"))
}

/// The body of the page.
fn shown(report: &Report, language: Language) -> String {
    crate::shown(&html(report, language))
}

#[test]
fn the_published_terms_in_both_languages() {
    let report = check(&read(NOVEMBER));
    insta::assert_snapshot!("november_en", shown(&report, Language::English));
    insta::assert_snapshot!("november_ar", shown(&report, Language::Arabic));
}

#[test]
fn every_plan_as_text() {
    for (name, plan) in [
        ("november", NOVEMBER),
        ("phases", PHASES),
        ("escrow", ESCROW),
        ("labour", LABOUR),
    ] {
        let report = check(&read(plan));
        insta::assert_snapshot!(format!("text_{name}"), text(&report, Language::English));
        crate::speaks_arabic(&text(&report, Language::Arabic));
    }
    let report = check(&read(NOVEMBER));
    insta::assert_snapshot!("text_november_ar", text(&report, Language::Arabic));
}

#[test]
fn a_discount_is_told_with_its_definition_beside_the_answer() {
    let plan = |discount: &str| {
        let later = format!("    name: Israel\n    discount: {discount}\n");
        check(&read(&NOVEMBER.replace("    name: Israel\n", &later)))
    };
    let report = plan("0.01 to 0.03");
    let told = [Language::English, Language::Arabic].map(|language| text(&report, language));
    insta::assert_snapshot!("discount_en", told[0]);
    insta::assert_snapshot!("discount_ar", told[1]);
    crate::speaks_arabic(&told[1]);
    for (language, said) in [
        (Language::English, "takes what comes later for less"),
        (Language::Arabic, "ما يتأخر أقل قيمةً"),
    ] {
        stands_alone(&html(&report, language));
        assert_eq!(html(&report, language).matches(said).count(), 1);
        assert_eq!(
            html(&plan("0"), language),
            html(&check(&read(NOVEMBER)), language)
        );
    }
}

#[test]
fn bounds_that_may_be_too_wide_are_not_told_as_ends_of_ranges() {
    let plan = |discount: &str| {
        read(&format!(
            "good-offices-plan: 1
title: Money with the bank
parties: [{{party: a, name: A}}, {{party: b, name: B{discount}}}]
classes:
  - {{class: p, one: person, many: persons, kind: persons, from: a, worth: {{a: -10, b: 100}}}}
  - {{class: m, one: part, many: parts, kind: goods, from: b, worth: {{b: -100 to -20, a: 12}}}}
stages: [{{stage: only, on: 2026-03-01, steps: [{{escrow: {{m: 4}}}}, {{give: {{p: 4}}}}, {{give: {{m: 4}}}}]}}]
"
        ))
    };
    let said = text(&check(&plan(", discount: 0.000001")), Language::English);
    assert!(said.contains("bounded each by itself"), "{said}");
    assert!(!said.contains("one end of their ranges"), "{said}");
    // Without a discount the two are the same numbers.
    let said = text(&check(&plan("")), Language::English);
    assert!(said.contains("B gains nothing by stopping"), "{said}");
}

#[test]
fn faults_of_a_plan_are_told_in_sentences() {
    let wrong = NOVEMBER
        .replace("give: { prisoner: 33 }", "give: { prisoner: 30 }")
        .replace("give: { hostage: 11 }", "give: { hostage: 9 }")
        .replace("- { give: { pause-day: 1 }, at: \"07:00\" }\n      - { give: { hostage: 9", "- { step: x, give: { pause-day: 1 }, at: \"07:00\", after: [y] }\n      - { step: y, after: [x], give: { hostage: 9")
        .replace("granted-at-most: 10", "granted-at-most: 3")
        .replace("    deliverable: 1\n", "")
        .replace("    points-from: invented for the demonstration\n    points-on: 2023-11-22\n  - party: I", "  - party: I");
    insta::assert_snapshot!("faults", text(&check(&read(&wrong)), Language::English));
}

/// Side A gives what costs it 2 or 3 and receives what is worth so much to it.
fn losing(worth: &str, future: &str) -> Report {
    check(&read(&format!(
        "good-offices-plan: 1
title: Losing
parties: [{{party: a, name: Side A, future: {future}}}, {{party: b, name: Side B}}]
classes:
  - {{class: x, one: aid truck, many: aid trucks, from: a, worth: {{a: -2, b: 9}}}}
  - {{class: y, one: paper, many: papers, from: b, worth: {{a: {worth}, b: -1}}}}
stages:
  - stage: Only
    on: 2026-03-01
    steps:
      - {{give: {{y: 1}}, at: \"09:00\"}}
      - {{give: {{x: 2}}}}
      - {{give: {{y: 1}}}}
      - {{give: {{x: 1}}}}
"
    )))
}

#[test]
fn what_the_whole_plan_costs_more_than_it_brings_is_told() {
    let mut told = String::new();
    for (worth, future) in [
        ("1", "0"),
        ("1", "20"),
        ("2 to 4", "0"),
        ("2 to 3", "1"),
        ("-1", "0"),
    ] {
        let report = losing(worth, future);
        for language in Language::ALL {
            told.push_str(&text(&report, language));
            told.push('\n');
            stands_alone(&html(&report, language));
        }
        let costs = html(&report, Language::English).contains("more than it brings it");
        assert!(costs, "{worth}");
    }
    insta::assert_snapshot!("whole", told);
    assert!(!html(&losing("3", "0"), Language::English).contains("the whole plan"));
    let json: serde_json::Value = serde_json::from_str(&json(&losing("1", "0")).unwrap()).unwrap();
    assert_eq!(json["panels"][0]["whole"]["verdict"], "fails");
}

#[test]
fn bounds_of_different_moments_are_told_with_both() {
    let apart = "good-offices-plan: 1
title: Apart
parties: [{party: a, name: Side A, exposed-at-most: 20}, {party: b, name: Side B}]
classes:
  - {class: x, one: truck, many: trucks, from: a, worth: {a: -6, b: 9}}
  - {class: z, one: paper, many: papers, from: b, worth: {a: -3 to 1, b: 9}}
  - {class: y, one: day, many: days, from: b, worth: {a: 20, b: -1}}
stages:
  - stage: Only
    steps:
      - {give: {x: 1}}
      - {give: {z: 1}}
      - {give: {y: 1}}
  - stage: Back
    steps:
      - {give: {x: 1}}
      - {give: {z: 1}}
      - {give: {x: 1}}
";
    let report = check(&read(apart));
    let told = Language::ALL.map(|language| text(&report, language));
    insta::assert_snapshot!("apart", told.join("\n"));
}

#[test]
fn names_stand_by_themselves_in_an_arabic_sentence() {
    for plan in [NOVEMBER, PHASES, ESCROW, LABOUR] {
        let plan = read(plan);
        let told = text(&check(&plan), Language::Arabic);
        let parties = plan.parties.iter().map(|party| party.name.as_str());
        let stages = plan.stages.iter().map(|stage| stage.name.as_str());
        for name in parties.chain(stages) {
            for (at, _) in told.match_indices(name) {
                assert!(
                    told[..at].ends_with('\u{2068}'),
                    "{name}: {}",
                    &told[at.saturating_sub(90)..at]
                );
            }
        }
    }
    let wrong = ESCROW.replace("after: [paid-in, bond]", "after: [nothing]");
    let plan = read(&wrong);
    let told = text(&check(&plan), Language::Arabic);
    let stage = &plan.stages[0].name;
    assert!(told.contains("nothing"), "{told}");
    for (at, _) in told.match_indices(stage.as_str()) {
        assert!(told[..at].ends_with('\u{2068}'), "{told}");
    }
}

#[test]
fn steps_without_a_time_are_named() {
    let no_times = |from: &str| {
        let report = check(&read(&NOVEMBER.replace(from, "")));
        let told = text(&report, Language::English);
        let line = told.lines().find(|line| line.contains("no time"));
        line.unwrap_or_default().to_owned()
    };
    assert_eq!(no_times("nothing to take out"), "");
    insta::assert_snapshot!(
        "no_times",
        [
            no_times(", at: \"16:00\""),
            no_times("    on: 2023-11-25\n"),
            no_times(", at: \"07:00\"")
        ]
        .join("\n")
    );
    // Hours after which something counts as received are counted from somewhere.
    let hours = |from: &str, language| {
        let text = NOVEMBER.replace(from, "");
        let text = text.replace(
            "    number: 50\n",
            "    number: 50\n    verified: 24 hours\n",
        );
        let told = self::text(&check(&read(&text)), language);
        // What is told of one party stands further in.
        let lines = told.lines().filter(|line| !line.starts_with("  "));
        let lines = lines.filter(|line| {
            line.contains(match language {
                Language::English => "counts as received",
                Language::Arabic => "مستلَماً",
            })
        });
        lines.fold(String::new(), |all, line| all + line + "\n")
    };
    let english = |from| hours(from, Language::English);
    assert_eq!(english("nothing to take out"), "");
    insta::assert_snapshot!(
        "hours_from",
        [
            english(", at: \"16:00\""),
            english("    on: 2023-11-25\n"),
            hours(", at: \"16:00\"", Language::Arabic),
            hours("    on: 2023-11-25\n", Language::Arabic)
        ]
        .join("\n")
    );
    let all = check(&read(
        &NOVEMBER
            .lines()
            .filter(|line| !line.starts_with("    on: "))
            .fold(String::new(), |all, line| all + line + "\n"),
    ));
    assert!(text(&all, Language::English).contains("No step has both"));
}

#[test]
fn turns_of_one_step_are_told_apart() {
    let report = check(&read(PHASES));
    let told = text(&report, Language::English);
    let trust: Vec<&str> = told
        .lines()
        .filter(|line| line.contains("has to trust"))
        .collect();
    let mut apart = trust.clone();
    apart.sort_unstable();
    apart.dedup();
    assert_eq!(apart.len(), trust.len());
    assert!(told.contains("(turn 10 of 20)"), "{told}");
}

#[test]
fn every_report_is_well_formed_and_asks_nobody() {
    for plan in [NOVEMBER, PHASES, ESCROW, LABOUR] {
        let report = check(&read(plan));
        for language in Language::ALL {
            stands_alone(&html(&report, language));
            markup::read(&svg(&report, language));
        }
        let json = json(&report).unwrap();
        let read: serde_json::Value = serde_json::from_str(&json).unwrap();
        assert_eq!(read["format"], planner::check::FORMAT);
    }
}

#[test]
fn the_report_for_one_party_is_the_same_whatever_the_other_values() {
    let plan = read(NOVEMBER);
    let other = read(
        &NOVEMBER
            .replace("worth: { H: -3, I: 6 }", "worth: { H: -3, I: 60 }")
            .replace(
                "party: I\n    name: Israel\n",
                "party: I\n    name: Israel\n    future: 12 to 90\n",
            ),
    );
    let party = plan.party_of("H").unwrap();
    let (one, two) = (check_for(&plan, party), check_for(&other, party));
    for language in Language::ALL {
        assert_eq!(html(&one, language), html(&two, language));
        assert_eq!(svg(&one, language), svg(&two, language));
    }
    assert_eq!(text(&one, Language::English), text(&two, Language::English));
    assert_eq!(json(&one).unwrap(), json(&two).unwrap());
    let page = markup::read(&html(&one, Language::English));
    assert!(
        page.words.contains("with no points but its own")
            && !page.words.contains("In points of \u{2068}Israel")
    );
}

#[test]
fn the_report_for_one_party_says_nothing_of_what_others_would_do() {
    let plan = read(NOVEMBER);
    let report = check_for(&plan, plan.party_of("H").unwrap());
    let page = markup::read(&html(&report, Language::English));
    assert!(!page.words.contains("no party gains"), "{}", page.words);
}

#[test]
fn the_summary_for_one_party_says_for_whom_it_is() {
    let plan = read(NOVEMBER);
    let party = plan.party_of("H").unwrap();
    let for_whom = |language| {
        let told = text(&check_for(&plan, party), language);
        told.lines().nth(1).unwrap_or_default().to_owned()
    };
    let name = &plan.parties[party.0].name;
    let said = for_whom(Language::English);
    assert!(
        said.starts_with("Check of a plan, for") && said.contains(name.as_str()),
        "{said}"
    );
    assert!(for_whom(Language::Arabic).contains(name.as_str()));
    // The desk's has all points, and nobody has to be told that.
    let desk = text(&check(&plan), Language::English);
    assert_eq!(desk.lines().nth(1), Some(""));
}

/// The file of drawings is whole by itself: what it is, whose each drawing is and in what unit, what its
/// signs mean and what it shows stand in it as words, laid out from the side from which they are read.
#[test]
fn the_file_of_drawings_says_what_it_shows() {
    let report = check(&read(NOVEMBER));
    for (language, said) in [
        (
            Language::English,
            [
                "In points of Hamas alone.",
                "a move of others",
                "is exposed by 19 points",
            ],
        ),
        (
            Language::Arabic,
            ["بنقاط Hamas وحده.", "خطوة من غيره", "بقدر 19 نقطة"],
        ),
    ] {
        let file = svg(&report, language);
        let page = markup::read(&file);
        assert_eq!((page.count("title"), page.count("desc")), (1, 1));
        let words = page.words.replace(['\u{2068}', '\u{2069}'], "");
        for said in said {
            assert!(words.contains(said), "{said}: {words}");
        }
        assert!(words.contains("Fifty for a hundred and fifty, in four days"));
        let ids: Vec<&str> = page.attribute("id").collect();
        let named = page
            .attribute("aria-labelledby")
            .flat_map(str::split_whitespace);
        for id in named.chain(page.attribute("aria-describedby")) {
            assert!(ids.contains(&id), "{id}");
        }
        assert!(page.sheet.contains("prefers-color-scheme:dark"));
        let from_the_right = page.attribute("direction").filter(|side| *side == "rtl");
        assert_eq!(from_the_right.count() > 0, language == Language::Arabic);
    }
}

/// A plan of so many stages, each of them two moves.
fn stages(count: usize) -> Report {
    let mut file = "good-offices-plan: 1
title: Many
parties: [{party: a, name: Side A}, {party: b, name: Side B}]
classes:
  - {class: x, one: truck, many: trucks, from: a, worth: {a: -1, b: 2}}
  - {class: y, one: paper, many: papers, from: b, worth: {a: 2, b: -1}}
stages:
"
    .to_owned();
    for at in 1..=count {
        let stage =
            format!("  - {{stage: Week {at}, steps: [{{give: {{x: 1}}}}, {{give: {{y: 1}}}}]}}\n");
        file.push_str(&stage);
    }
    check(&read(&file))
}

/// Lines through a drawing, one to a stage, would make a grey field of many; so would their names.
#[test]
fn of_many_stages_only_some_have_a_line_and_a_name() {
    let lines_and_names = |count| {
        let page = markup::read(&svg(&stages(count), Language::English));
        let of_class = |class: &str| page.attribute("class").filter(|c| *c == class).count();
        // Two parties, and two drawings of each.
        (of_class("ln hair") / 4, of_class("part wide") / 4)
    };
    assert_eq!(lines_and_names(4), (4, 4));
    let (lines, names) = lines_and_names(300);
    assert_eq!(lines, names);
    assert!((4..=10).contains(&names), "{names}");
}

proptest! {
    #[test]
    fn what_a_plan_says_is_data(said in "[a-z<>&\"'\u{202E}\u{200F}\u{7}{}$]{1,12}") {
        let mut plan = read(ESCROW);
        plan.title.clone_from(&said);
        plan.about = Some(said.clone());
        for party in &mut plan.parties {
            party.name.clone_from(&said);
        }
        for class in &mut plan.classes {
            class.many.clone_from(&said);
            class.one.clone_from(&said);
        }
        for stage in &mut plan.stages {
            stage.name.clone_from(&said);
        }
        let report = check(&plan);
        let plain = markup::read(&html(&check(&read(ESCROW)), Language::English));
        let page = html(&report, Language::English);
        let poisoned = markup::read(&page);
        prop_assert_eq!(poisoned.count("p"), plain.count("p"));
        prop_assert_eq!(poisoned.count("td"), plain.count("td"));
        for sign in ['\u{202E}', '\u{200F}', '\u{7}'] {
            prop_assert!(!page.contains(sign));
            prop_assert!(!text(&report, Language::English).contains(sign));
        }
    }
}
