//! The report of an analysis of stability.

use papers::{
    Language,
    plan::stability::{html, json, text},
};
use planner::{
    document,
    stability::{Conflict, FORMAT, Model, Name, Report, report},
    watch::Unwatched,
};
use proptest::prelude::*;

use crate::{markup, shown, stands_alone};

const ELMIRA: &str = include_str!("../../../planner/examples/conflicts/elmira.yaml");
const CUBAN: &str = include_str!("../../../planner/examples/conflicts/cuban.yaml");
const GARRISON: &str = include_str!("../../../planner/examples/conflicts/garrison.yaml");
const MILK_RIVER: &str = include_str!("../../../planner/examples/conflicts/milk-river.yaml");
const SYRIA_IRAQ: &str = include_str!("../../../planner/examples/conflicts/syria-iraq.yaml");

fn conflict(text: &str) -> Conflict {
    document::read(text.as_bytes()).unwrap()
}

fn analysed(conflict: &Conflict, asked: Option<&str>) -> Report {
    let model = Model::read(conflict, &Unwatched).unwrap();
    report(&model, asked.map(Name::from).as_ref(), &Unwatched).unwrap()
}

#[test]
fn elmira_in_both_languages() {
    let report = analysed(&conflict(ELMIRA), Some("1"));
    insta::assert_snapshot!("stability_en", shown(&html(&report, Language::English)));
    insta::assert_snapshot!("stability_ar", shown(&html(&report, Language::Arabic)));
}

#[test]
fn every_conflict_as_text() {
    for (name, file, asked) in [
        ("elmira", ELMIRA, Some("8")),
        ("cuban", CUBAN, None),
        ("garrison", GARRISON, Some("10")),
        ("syria_iraq", SYRIA_IRAQ, Some("1")),
    ] {
        let report = analysed(&conflict(file), asked);
        insta::assert_snapshot!(
            format!("stability_text_{name}"),
            text(&report, Language::English)
        );
        crate::speaks_arabic(&text(&report, Language::Arabic));
    }
}

#[test]
fn every_report_is_well_formed_and_asks_nobody() {
    for file in [ELMIRA, CUBAN, GARRISON, MILK_RIVER, SYRIA_IRAQ] {
        let report = analysed(&conflict(file), Some("3"));
        for language in Language::ALL {
            stands_alone(&html(&report, language));
        }
        let json = json(&report).unwrap();
        let read: serde_json::Value = serde_json::from_str(&json).unwrap();
        assert_eq!(read["format"], FORMAT);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_a_model_says_is_data(said in "[a-z<>&\"'\u{202E}\u{200F}\u{7}{}$]{1,12}") {
        let mut poisoned = conflict(ELMIRA);
        let plain = markup::read(&html(&analysed(&poisoned, None), Language::English));
        poisoned.conflict.clone_from(&said);
        poisoned.source = Some(said.clone());
        for (at, maker) in poisoned.decision_makers.iter_mut().enumerate() {
            maker.name = format!("{said}{at}");
        }
        let report = analysed(&poisoned, None);
        let page = html(&report, Language::English);
        let read = markup::read(&page);
        prop_assert_eq!(read.count("p"), plain.count("p"));
        prop_assert_eq!(read.count("tr"), plain.count("tr"));
        let steers = page.contains('\u{202E}') || page.contains('\u{7}');
        prop_assert!(!steers);
        let steers = text(&report, Language::English).chars().any(|c| c.is_control() && c != '\n');
        prop_assert!(!steers);
    }
}
