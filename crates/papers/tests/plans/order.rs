//! The report of an order.

use papers::{
    Language,
    plan::order::{file, html, json, text},
};
use planner::{
    order::{
        Effort,
        bounds::{Aim, Caps},
        report::{Found, Report, order_of},
    },
    plan,
    watch::Unwatched,
};

use crate::{markup, stands_alone};

const NOVEMBER: &str = include_str!("../../../../cases/plans/november-2023.yaml");
const PHASES: &str = include_str!("../../../../cases/plans/three-phases.yaml");

/// Two persons a stage and twice as many trucks, with a cap that can be kept or not.
fn trucks(cap: &str) -> String {
    format!(
        "good-offices-plan: 1
title: To be put in order
parties: [{{ party: a, name: Side A, exposed-at-most: {cap} }}, {{ party: b, name: Side B }}]
classes:
  - {{ class: person, one: person, many: persons, kind: persons, from: a, worth: {{ a: [-10, -10, -12, -14, -16, -18], b: 15 }} }}
  - {{ class: truck, one: truck, many: trucks, kind: goods, from: b, worth: {{ b: -2, a: 7 }} }}
stages:
  - {{ stage: Only, steps: [{{ give: {{ person: 6 }} }}, {{ give: {{ truck: 12 }} }}] }}
rules:
  prices: [{{ of: person, in: truck, price: 2, slack: 2 }}]
  extension: {{ of: person, block: 2, further: 10, grants: truck, granting: 2, granted-at-most: 30 }}
order:
  stages: 4
  batches: {{ a: 2, b: 4 }}
"
    )
}

fn found(text: &str, aim: Aim, caps: Caps) -> Report {
    let plan = plan::read(text.as_bytes()).unwrap_or_else(|error| panic!("{error}"));
    order_of(&plan, aim, caps, Effort::default(), &Unwatched)
        .unwrap_or_else(|error| panic!("{error}"))
}

/// The body of the page.
fn shown(report: &Report, language: Language) -> String {
    crate::shown(&html(report, language))
}

/// Where a worth is a range an order is found for its middle: the headline says so, in both languages, on the
/// page and in the terminal; elsewhere it does not.
#[test]
fn the_headline_says_that_it_holds_for_the_middle_of_ranges() {
    let known = found(&trucks("30"), Aim::Exposure, Caps::Kept);
    let ranged = trucks("30").replace("b: 15 }", "b: \"12 to 18\" }");
    let ranged = found(&ranged, Aim::Exposure, Caps::Kept);
    let sentences = [
        (
            Language::English,
            "Where the plan gives a worth as a range, this is said for the middle of the range only.",
        ),
        (
            Language::Arabic,
            "وحيث القيمة في الخطة نطاق، فهذا يقال عن وسط النطاق وحده.",
        ),
    ];
    for (language, sentence) in sentences {
        let says = |report: &Report| {
            let page = html(report, language);
            let lead = page.split("class=\"lead\"").nth(1).unwrap();
            let lead = lead.split("</p>").next().unwrap();
            let text = text(report, language);
            let head = text.lines().take(4).collect::<Vec<_>>().join(" ");
            [lead.contains(sentence), head.contains(sentence)]
        };
        assert_eq!(says(&ranged), [true, true], "{language:?}");
        assert_eq!(says(&known), [false, false], "{language:?}");
    }
}

#[test]
fn an_order_in_both_languages() {
    let report = found(&trucks("30"), Aim::Exposure, Caps::Kept);
    insta::assert_snapshot!("order_en", shown(&report, Language::English));
    insta::assert_snapshot!("order_ar", shown(&report, Language::Arabic));
}

/// The stages of an order have numbers and no names: a number by itself says nothing in a sentence.
#[test]
fn a_stage_that_has_a_number_only_is_called_a_stage() {
    let report = found(NOVEMBER, Aim::Exposure, Caps::Ignored);
    for (language, until, stage) in [
        (Language::English, "until ", "stage "),
        (Language::Arabic, "حتى ", "المرحلة "),
    ] {
        let page = markup::read(&html(&report, language)).words;
        let page = page.replace(['\u{2068}', '\u{2069}'], "");
        let trusts: Vec<&str> = page.split(until).skip(1).collect();
        assert!(
            trusts.iter().any(|after| after.starts_with(stage)),
            "{page}"
        );
        for after in trusts {
            let bare = after.starts_with(|sign: char| sign.is_ascii_digit());
            assert!(!bare, "{after}");
        }
        let told = text(&report, language);
        let moves: Vec<&str> = told.lines().filter(|line| line.starts_with("  ")).collect();
        assert!(moves.iter().any(|line| line.contains(stage)), "{told}");
    }
}

/// What an order rests on is a list with what has to be looked at first, as on the page of a check.
#[test]
fn what_an_order_rests_on_is_a_list_by_weight() {
    let report = found(NOVEMBER, Aim::Exposure, Caps::Ignored);
    let told = text(&report, Language::English);
    let weights: Vec<&str> = told
        .lines()
        .filter_map(|line| line.split_once(": "))
        .map(|(weight, _)| weight)
        .filter(|weight| ["Look at this", "Cannot tell", "In order", "To know"].contains(weight))
        .collect();
    assert_eq!(weights.first(), Some(&"Look at this"), "{told}");
    let page = html(&report, Language::English);
    let list = page.split("class=\"body found\"").nth(1).unwrap();
    let list = list.split("</ol>").next().unwrap();
    assert_eq!(list.matches("<li>").count(), weights.len() + 1);
}

#[test]
fn what_cannot_hold_together_is_told_with_what_would_mend_it() {
    let report = found(
        &trucks("1").replace("a: 7", "a: 1"),
        Aim::Exposure,
        Caps::Kept,
    );
    assert!(matches!(report.found, Found::None { .. }));
    insta::assert_snapshot!("none", text(&report, Language::English));
    crate::speaks_arabic(&text(&report, Language::Arabic));
    markup::read(&html(&report, Language::Arabic));
}

/// Where both sides lack room both are told, each with what would do.
#[test]
fn each_side_that_lacks_room_is_told_with_what_would_do() {
    let tight = trucks("30").replace("stages: 4", "stages: 2");
    let report = found(&tight, Aim::Exposure, Caps::Ignored);
    for (language, sentences) in [
        (
            Language::English,
            [
                "Side A has 6 to hand over and hands over at most 2 in one stage; 2 stages have room for 4. It takes at least 3 stages, or at least 3 in one stage.",
                "Side B has 12 to hand over and hands over at most 4 in one stage; 2 stages have room for 8. It takes at least 3 stages, or at least 6 in one stage.",
                "Stages: at most 2. With all else as it is, 3 is the least that would do.",
                "With no more stages, it would do if as many went into one stage",
            ],
        ),
        (
            Language::Arabic,
            [
                "على Side A أن يسلّم 6، ولا يسلّم في المرحلة الواحدة أكثر من 2؛ وسعة المرحلتين 4. لا بد من 3 من المراحل على الأقل، أو من 3 على الأقل في المرحلة الواحدة.",
                "على Side B أن يسلّم 12",
                "عدد المراحل لا يزيد على 2. مع بقاء كل ما سواه، أقل ما يكفي 3.",
                "كفى أن يدخل المرحلةَ الواحدة العدد المذكور أعلاه",
            ],
        ),
    ] {
        let bare = |text: String| text.replace(['\u{2068}', '\u{2069}'], "");
        let told = bare(text(&report, language));
        let page = bare(markup::read(&html(&report, language)).words);
        for sentence in sentences {
            assert!(told.contains(sentence), "{told}");
            assert!(page.contains(sentence), "{page}");
        }
    }
}

/// Persons and elders of one side in stages with little room, whatever the rules.
fn crowded(persons: u32, elders: &str, rules: &str, order: &str) -> String {
    format!(
        "good-offices-plan: 1
title: That has no order
parties: [{{ party: a, name: Side A }}, {{ party: b, name: Side B }}]
classes:
  - {{ class: person, one: person, many: persons, kind: persons, from: a, worth: {{ a: -10, b: 15 }} }}
  - {{ class: elder, one: elder, many: elders, kind: persons, from: a, worth: {{ a: -10, b: 15 }} }}
  - {{ class: truck, one: truck, many: trucks, kind: goods, from: b, worth: {{ b: -3, a: 12 }} }}
stages:
  - {{ stage: Only, steps: [{{ give: {{ person: {persons} }} }}, {elders} {{ give: {{ truck: 8 }} }}] }}
rules: {{ {rules} }}
order: {{ {order} }}
"
    )
}

/// No sentence of what would do says that something else stands in the way where it would do by itself, and what is
/// reckoned as if something else were mended says so.
#[test]
fn what_would_do_is_said_of_what_it_was_reckoned_for() {
    let bare = |text: String| text.replace(['\u{2068}', '\u{2069}'], "");
    let least = "batches: [{ of: person, at-least: 4 }]";
    let overlapping = "batches: [{ of: person, at-least: 4 }, { of: elder, at-least: 4 }, { of: elder, at-most: 3 }]";
    let two = "good-offices-plan: 1
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
    for (plan, said, not, in_arabic) in [
        (
            crowded(8, "", least, "stages: 3, batches: { a: 2 }"),
            vec![
                "Side A hands over at most 2 in one stage. With all else as it is, 4 is the least that would do.",
                "Stages: at most 3. With all else as it is, nothing in its place would do.\n",
            ],
            vec![
                "something else",
                "Besides",
                "at most 3 in one stage",
                "leaving it free",
            ],
            "مع بقاء كل ما سواه، أقل ما يكفي 4.",
        ),
        (
            crowded(
                8,
                "{ give: { elder: 8 } },",
                overlapping,
                "stages: 8, batches: { a: 3 }",
            ),
            vec![
                "Rule 2 of batches asks for at least 4 of elders in a stage that has any. With all else as it is, nothing in its place would do: something else cannot hold either.",
                "Rule 2 of batches asks for at least 4 of elders in a stage that has any. Without that, these cannot all hold together either.",
                "Side A hands over at most 3 in one stage. If so, 4 is the least that would do.",
                "Side A hands over at most 3 in one stage. Without that, these cannot all hold together either.",
                "Rule 3 of batches lets at most 3 of elders into one stage. If so, leaving it free would do.",
            ],
            vec![],
            "وإذا تُرك ذلك فلا يمكن أن تصح هذه كلها معاً أيضاً.",
        ),
        (
            crowded(2000, "", "", "stages: 4, batches: { a: 1 }"),
            vec![
                "It takes at least 500 in one stage: with more stages it would take 2000 of them, and no more than 1000 are reckoned with here.",
                "Stages: at most 4. With all else as it is, nothing up to 1000 would do, and more than that is not reckoned with here.",
            ],
            vec!["something else", "at least 2000 stages"],
            "لا بد من 500 على الأقل في المرحلة الواحدة: فلو زادت المراحل",
        ),
        (
            two.to_owned(),
            vec![
                "What would do is said as if all else that is told here were mended.",
                "Side A accepts being exposed by 5 of its own points at most. If so, 10 is the least that would do.",
                "Besides, no order can keep to this",
            ],
            vec!["With all else as it is"],
            "وعندئذٍ أقل ما يكفي 10.",
        ),
    ] {
        let report = found(&plan, Aim::Exposure, Caps::Kept);
        let told = bare(text(&report, Language::English));
        let told = told.replace(',', "").replace("  ", " ");
        for sentence in said {
            assert!(
                told.contains(&sentence.replace(',', "")),
                "{sentence}\n{told}"
            );
        }
        for sentence in not {
            assert!(!told.contains(sentence), "{sentence}\n{told}");
        }
        let arabic = bare(text(&report, Language::Arabic));
        assert!(arabic.contains(in_arabic), "{in_arabic}\n{arabic}");
        for language in Language::ALL {
            let page = html(&report, language);
            markup::read(&page);
            let regions: Vec<&str> = page.split("aria-labelledby=\"").skip(1).collect();
            let mut names: Vec<&str> = regions
                .iter()
                .filter_map(|region| region.split('"').next())
                .collect();
            let all = names.len();
            names.sort_unstable();
            names.dedup();
            assert_eq!(names.len(), all, "regions of one name");
        }
    }
}

/// What one side hands over in a stage is one line; what has to come first in it is told first.
#[test]
fn a_batch_is_one_line() {
    let plan = |rules: &str| {
        format!(
            "good-offices-plan: 1
title: Two classes in one batch
parties: [{{ party: a, name: Side A }}, {{ party: b, name: Side B }}]
classes:
  - {{ class: person, one: person, many: persons, kind: persons, from: a, worth: {{ a: -10, b: 15 }} }}
  - {{ class: elder, one: elder, many: elders, kind: persons, from: a, worth: {{ a: -12, b: 18 }} }}
  - {{ class: truck, one: truck, many: trucks, kind: goods, from: b, worth: {{ b: -2, a: 20 }} }}
stages:
  - stage: Only
    steps:
      - {{ give: {{ person: 2 }} }}
      - {{ give: {{ elder: 2 }} }}
      - {{ give: {{ truck: 6 }} }}
rules: {{ first: [{rules}] }}
order: {{ stages: 1 }}
"
        )
    };
    let told = |rules: &str, language| {
        let report = found(&plan(rules), Aim::Exposure, Caps::Ignored);
        let told = text(&report, language).replace(['\u{2068}', '\u{2069}'], "");
        let of_one = told.lines().filter(|line| line.contains("persons"));
        of_one.map(str::to_owned).collect::<Vec<_>>()
    };
    let rule = "{ class: elder, before: person, within: the-plan }";
    let [line] = &told(rule, Language::English)[..] else {
        panic!("one line")
    };
    assert!(
        line.ends_with("Side A hands over 2 elders, then 2 persons"),
        "{line}"
    );
    let [line] = &told(rule, Language::Arabic)[..] else {
        panic!("one line")
    };
    assert!(line.contains("2 elders، ثم 2 persons"), "{line}");
    let [line] = &told("", Language::English)[..] else {
        panic!("one line")
    };
    assert!(!line.contains("then"), "{line}");
}

/// The sentences of a terminal are said in the language of the report.
#[test]
fn a_terminal_is_told_in_the_language_of_the_report() {
    use papers::plan::terminal;
    let bare = |text: String| text.replace(['\u{2068}', '\u{2069}'], "");
    assert_eq!(
        terminal::written("a.html", Language::English),
        "a.html was written."
    );
    assert_eq!(
        bare(terminal::written("a.html", Language::Arabic)),
        "كُتب a.html."
    );
    for said in [
        terminal::stopping(Language::Arabic),
        terminal::search_stopped(Language::Arabic),
        terminal::doing(planner::watch::Stage::Proving, Language::Arabic),
        terminal::so_far("{msg}", "{pos}", Language::Arabic),
        terminal::left("2m", Language::Arabic),
        terminal::no_order_written("a", Language::Arabic),
        terminal::overstating_left("a", Language::Arabic),
    ] {
        let arabic = |sign: char| ('\u{600}'..='\u{6FF}').contains(&sign);
        assert!(said.contains(arabic), "{said}");
    }
}

#[test]
fn orders_as_text() {
    insta::assert_snapshot!(
        "text_exposure",
        text(
            &found(NOVEMBER, Aim::Exposure, Caps::Ignored),
            Language::English
        )
    );
    insta::assert_snapshot!(
        "text_guarantee",
        text(
            &found(&trucks("30"), Aim::Guarantee, Caps::Ignored),
            Language::English
        )
    );
}

#[test]
fn every_report_is_well_formed_and_asks_nobody() {
    for text in [NOVEMBER, PHASES, &trucks("30")] {
        let report = found(text, Aim::Exposure, Caps::Ignored);
        for language in Language::ALL {
            stands_alone(&html(&report, language));
        }
        let json: serde_json::Value = serde_json::from_str(&json(&report).unwrap()).unwrap();
        assert_eq!(json["format"], planner::order::report::FORMAT);
    }
}

/// The plan in its order is read again, gives as much of everything, and is exposed as the report says.
#[test]
fn the_plan_in_its_order_is_a_plan() {
    let later = NOVEMBER.replace(
        "    name: Israel\n",
        "    name: Israel\n    discount: 0.02\n",
    );
    for (said, language) in [
        (
            "That Israel takes what comes later for less was left aside",
            Language::English,
        ),
        (
            "تُرك جانباً أن ما يتأخر أقل قيمةً عند Israel",
            Language::Arabic,
        ),
    ] {
        let told = text(&found(&later, Aim::Exposure, Caps::Ignored), language);
        assert!(
            told.replace(['\u{2068}', '\u{2069}'], "").contains(said),
            "{told}"
        );
    }
    for text in [NOVEMBER, PHASES, &trucks("30"), &later] {
        let report = found(text, Aim::Exposure, Caps::Ignored);
        let Found::Order(order) = &report.found else {
            panic!("there is an order")
        };
        let written = file(text.as_bytes(), &order.plan).unwrap();
        let mut again =
            plan::read(written.as_bytes()).unwrap_or_else(|error| panic!("{error}\n{written}"));
        assert_eq!(again.given(), plan::read(text.as_bytes()).unwrap().given());
        // The search leaves verification aside, and so does what is told of its result.
        for class in &mut again.classes {
            class.verified = plan::Verified::AtHandover;
        }
        let check = planner::check::check(&again);
        for (one, two) in check.panels.iter().zip(&order.check.panels) {
            assert_eq!(one.exposure.points, two.exposure.points);
        }
    }
}
