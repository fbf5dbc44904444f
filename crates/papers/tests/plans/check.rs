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
