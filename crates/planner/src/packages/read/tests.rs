//! Files of all forms, good and hostile.

mod items;
mod places;

use proptest::prelude::*;

use super::*;
use crate::packages::{
    analysis::Question,
    profile::{Bound, Counts, Run, Term},
};

fn source<'a>(file: &'a str, text: &'a str) -> Source<'a> {
    Source {
        file,
        bytes: text.as_bytes(),
    }
}

fn said(sources: &[Source<'_>]) -> String {
    read(sources).unwrap_err().to_string()
}

const OURS: &str = "
good-offices-packages: 1
title: A crossing and a number
issues:
  - issue: Crossing
    options: [closed, aid only, open]
  - issue: Prisoners
    from: 0
    to: 150
    step: 50
draft: {Crossing: aid only, Prisoners: 50}
parties:
  - party: North
    points-from: its envoy
    points-on: 2026-03-01
    points:
      Crossing: {aid only: 300, open: 900.5}
      Prisoners: {each: -2}
    together:
      - points: -40
        if: {Crossing: [closed, open], Prisoners: 50 to 150}
    at-least: 20
  - party: South
    points:
      Prisoners: {0: 0, 50 to 100: 400, 150: 700}
    together:
      - points: 90
        unless: {Crossing: closed to aid only}
    without-agreement: 100
    answers:
      - prefers: {Crossing: open, Prisoners: 50}
        to: {Crossing: closed, Prisoners: 100}
";

#[test]
fn our_form_says_what_it_means() {
    let read = read(&[source("talks", OURS)]).unwrap();
    let [north, south] = read.problem.profiles() else {
        panic!("two parties");
    };
    assert_eq!(
        north.points,
        [vec![0, 3_000, 9_005], vec![0, -1_000, -2_000, -3_000]]
    );
    assert_eq!(read.said[0].places, 1);
    assert_eq!(read.said[0].from.as_deref(), Some("its envoy"));
    assert_eq!(north.at_least, Some(200));
    let runs = |runs: &[(u32, u32)]| {
        runs.iter()
            .map(|(first, last)| Run {
                first: *first,
                last: *last,
            })
            .collect()
    };
    let bound = |issue, of: &[(u32, u32)]| Bound {
        issue,
        runs: runs(of),
    };
    let term = Term {
        points: -400,
        counts: Counts::Inside,
        bounds: vec![bound(0, &[(0, 0), (2, 2)]), bound(1, &[(1, 3)])],
    };
    assert_eq!(north.terms, [term]);
    assert_eq!(south.points, [vec![0, 0, 0], vec![0, 400, 400, 700]]);
    assert_eq!(south.terms[0].counts, Counts::Outside);
    assert_eq!(south.without_agreement, 100);
    assert_eq!(read.problem.draft(), Some(&Package(vec![1, 1])));
    assert_eq!(
        read.answers[1],
        [(Package(vec![2, 1]), Package(vec![0, 2]))]
    );
}

#[test]
fn sides_may_be_kept_apart() {
    let cut = OURS.find("parties:").unwrap();
    let side = |at: usize, end: usize| {
        let lines = OURS[at..end]
            .lines()
            .map(|line| line.replacen("  - party", "    party", 1));
        let lines: Vec<String> = lines.collect();
        format!(
            "good-offices-preferences: 1\npreferences:\n{}\n",
            lines.join("\n")
        )
    };
    let (north, south) = (
        OURS.find("  - party: North").unwrap(),
        OURS.find("  - party: South").unwrap(),
    );
    let (north, south) = (side(north, south), side(south, OURS.len()));
    let apart = [
        source("north", &north),
        source("talks", &OURS[..cut]),
        source("south", &south),
    ];
    let (apart_read, whole) = (
        read(&apart).unwrap(),
        read(&[source("talks", OURS)]).unwrap(),
    );
    let stands = whole.stands.clone();
    assert_eq!(
        Reading {
            stands,
            ..apart_read
        },
        whole
    );
    let without = said(&apart[..2]);
    assert!(without.contains("between 2 and 12 are needed"), "{without}");
}

#[test]
fn what_is_not_there_is_named() {
    for (from, to, tells) in [
        (
            "Crossing: aid only, Prisoners: 50}\nparties",
            "Crossing: aid only}\nparties",
            "it says nothing of `Prisoners`",
        ),
        (
            "aid only: 300",
            "aid: 300",
            "`Crossing` has no option `aid`",
        ),
        ("50 to 100: 400", "0 to 100: 400", "given points twice"),
        ("50 to 150}", "150 to 50}", "goes backwards"),
        (
            "Prisoners: {each: -2}",
            "Prisonrs: {each: -2}",
            "no issue called `Prisonrs`",
        ),
        (
            "if: {Cr",
            "unless: {Crossing: open}\n        if: {Cr",
            "neither or both",
        ),
        ("party: South", "party: North", "two are called `North`"),
        ("step: 50", "step: 0", "steps above nought"),
        (
            "good-offices-packages: 1",
            "good-offices-packages: 2",
            "only version 1",
        ),
        ("each: -2", "each: 999999999999", "come to more than"),
        (
            "together:\n      - points: 90",
            "togeher:\n      - points: 90",
            "togeher",
        ),
    ] {
        assert!(OURS.contains(from), "{from}");
        let said = said(&[source("talks", &OURS.replacen(from, to, 1))]);
        assert!(said.contains(tells), "{said}");
    }
}

const DOMAIN: &str = r#"<negotiation_template><utility_space number_of_issues="2">
<objective index="0" etype="objective" type="objective" description="" name="Tools &amp; time">
<issue index="2" etype="integer" type="integer" vtype="integer" name="days"><range lowerbound="0" upperbound="4"/></issue>
<issue index="1" etype="discrete" type="discrete" vtype="discrete" name="tool">
<item index="1" value="saw"/><item index="2" value="axe &lt;old&gt;"/></issue>
</objective></utility_space></negotiation_template>"#;

fn additive(saw: u32, slope: &str) -> String {
    format!(
        r#"<?xml version="1.0"?><utility_space><objective index="0" name="root" type="objective">
<issue index="1" name="tool" type="discrete"><item index="1" value="saw" evaluation="{saw}"/>
<item index="2" value="axe &lt;old&gt;" evaluation="20"/></issue>
<issue index="2" name="days" type="integer" lowerbound="0" upperbound="4"><evaluator ftype="linear" slope="{slope}" offset="0.0"/></issue>
<weight index="1" value="0.4"/><weight index="2" value="0.6"/></objective>
<discount_factor value="0.9"/><reservation value="0.25"/></utility_space>"#
    )
}

#[test]
fn genius_additive() {
    let (one, two) = (additive(10, "0.25"), additive(5, "0.125"));
    let read = read(&[
        source("one", &one),
        source("domain", DOMAIN),
        source("two", &two),
    ])
    .unwrap();
    assert_eq!(read.title, "Tools & time");
    let [one, _] = read.problem.profiles() else {
        panic!("two parties");
    };
    assert_eq!(
        one.points,
        [vec![2_000, 4_000], vec![0, 1_500, 3_000, 4_500, 6_000]]
    );
    assert_eq!((one.party.as_str(), one.without_agreement), ("one", 2_500));
    assert_eq!(read.said[0].precision, Precision::Rounded(10_000));
    assert_eq!(
        read.problem.domain().issues()[0].options.name(1).as_deref(),
        Some("axe <old>")
    );
}

/// Whoever reads a party's preferences is told of issues that count for nothing, and nobody else is.
#[test]
fn weights_of_nought_are_said_of_the_party_whose_they_are() {
    use crate::{packages::report::report, watch::Unwatched};
    let nought =
        additive(10, "0.25").replace("index=\"2\" value=\"0.6\"", "index=\"2\" value=\"0.0\"");
    let left_out = additive(10, "0.25").replace("<weight index=\"1\" value=\"0.4\"/>", "");
    let read_both = read(&[
        source("one", &nought),
        source("two", &left_out),
        source("three", &additive(5, "0.125")),
    ])
    .unwrap();
    let weightless = |at: usize| -> &[String] { &read_both.said[at].weightless };
    assert_eq!(weightless(0), ["days"]);
    assert_eq!(weightless(1), ["tool"]);
    assert_eq!(weightless(2), [""; 0]);
    let told = report(&read_both, Question::default(), 1, &Unwatched).unwrap();
    let own = |name: &str| serde_json::to_string(&told.for_party(name).unwrap()).unwrap();
    assert!(
        own("one").contains("\"weightless\":[\"days\"]"),
        "{}",
        own("one")
    );
    assert!(!own("three").contains("weightless"), "{}", own("three"));
    let other = GENIUSWEB.replace("\"fte\": 0.6}", "\"fte\": 0}");
    let one = GENIUSWEB.replace("PROFILE", "one");
    let read_web = read(&[source("a", &one), source("b", &other)]).unwrap();
    assert_eq!(read_web.said[0].weightless, [""; 0]);
    assert_eq!(read_web.said[1].weightless, ["fte"]);
}

/// Older files have no objective, and number the parameters of a linear evaluator: the first is what is
/// added, the second the slope.
#[test]
fn genius_additive_as_older_files_have_it() {
    let new = additive(10, "0.25");
    let bare = new
        .replace(
            "<objective index=\"0\" name=\"root\" type=\"objective\">",
            "",
        )
        .replace("</objective>", "");
    assert_ne!(bare, new);
    let numbered = new.replace(
        "slope=\"0.25\" offset=\"0.0\"",
        "parameter0=\"1\" parameter1=\"-0.25\"",
    );
    assert_ne!(numbered, new);
    let read = read(&[
        source("new", &new),
        source("bare", &bare),
        source("numbered", &numbered),
    ])
    .unwrap();
    let [new, bare, numbered] = read.problem.profiles() else {
        panic!("three parties");
    };
    assert_eq!(new.points, bare.points);
    assert_eq!(new.without_agreement, bare.without_agreement);
    assert_eq!(numbered.points[1], [6_000, 4_500, 3_000, 1_500, 0]);
}

fn boxes(rectangles: &str) -> String {
    format!(
        r#"<utility_space type="nonlinear"><objective index="0" name="root" type="objective" etype="objective">
<issue etype="integer" index="1" name="a" type="integer" vtype="integer" lowerbound="0" upperbound="9"/>
<issue etype="integer" index="2" name="b" type="integer" vtype="integer" lowerbound="1" upperbound="10"/>
<utility maxutility="200"><ufun type="PlainUfun" weight="1" aggregation="sum">{rectangles}</ufun></utility>
</objective><discount_factor value="0.95"/><reservation value="0.50"/></utility_space>"#
    )
}

#[test]
fn genius_hyper_rectangles() {
    let one = boxes(
        r#"<hyperRectangle utility="78"><INCLUDES index="1" min="3" max="12"/></hyperRectangle>
<hyperRectangle utility="30"><EXCLUDES index="2" min="2" max="6"/><EXCLUDES index="1" min="0" max="5"/></hyperRectangle>
<hyperRectangle utility="5"></hyperRectangle>
<hyperRectangle utility="7" weight="2"><INCLUDES index="2" min="20" max="30"/></hyperRectangle>"#,
    );
    let two = boxes(
        r#"<hyperRectangle utility="0.5"><INCLUDES index="1" min="3" max="3"/></hyperRectangle>"#,
    );
    let read = read(&[source("one", &one), source("two", &two)]).unwrap();
    let [one, two] = read.problem.profiles() else {
        panic!("two parties");
    };
    assert_eq!(one.without_agreement, 100);
    assert_eq!(
        one.terms.iter().map(|term| term.points).collect::<Vec<_>>(),
        [78, 30, 5, 14]
    );
    // a = 3 and b = 2: the first and the third; inside the excluded box.
    assert_eq!(one.worth(&Package(vec![3, 1])), 83);
    // a = 6 and b = 2: outside the excluded box on a.
    assert_eq!(one.worth(&Package(vec![6, 1])), 113);
    // A range beyond the options never holds.
    assert_eq!(one.worth(&Package(vec![0, 9])), 35);
    assert_eq!(two.worth(&Package(vec![3, 0])), 25);
    assert_eq!(read.said[1].precision, Precision::Rounded(10_000));
}

/// What is worth less than the reservation is refused, to the last digit: three quarters of 635 are
/// 476.25, so that 476 is too little.
#[test]
fn a_reservation_is_the_next_whole_point() {
    let table = [
        ("635", "0.75", 477),
        ("536", "0.75", 402),
        ("985", "0.60", 591),
        ("1000", "1e-3", 1),
        ("1000", "0.1000001", 101),
        ("3", "0.333333333333333333", 1),
        ("3", "0.33333333333", 1),
        ("1000", "-0.0015", -1),
        ("200.5", "0.5", 101),
    ];
    for (most, part, points) in table {
        let file = boxes(r#"<hyperRectangle utility="78"><INCLUDES index="1" min="3" max="9"/></hyperRectangle>"#)
            .replace("maxutility=\"200\"", &format!("maxutility=\"{most}\""))
            .replace("reservation value=\"0.50\"", &format!("reservation value=\"{part}\""));
        let read = read(&[source("one", &file), source("two", &file)]).unwrap();
        let [one, _] = read.problem.profiles() else {
            panic!("two parties");
        };
        assert_eq!(one.without_agreement, points, "{part} of {most}");
    }
    let tenths = additive(10, "0.25").replace("\"0.25\"/></utility", "\"0.00001\"/></utility");
    let read = read(&[source("one", &tenths), source("two", &tenths)]).unwrap();
    assert_eq!(read.problem.profiles()[0].without_agreement, 1);
}

#[test]
fn hostile_xml_is_refused() {
    let bomb = "<!DOCTYPE lolz [<!ENTITY lol \"lol\"><!ENTITY lol2 \"&lol;&lol;&lol;\">]><utility_space>&lol2;</utility_space>";
    assert!(said(&[source("bomb", bomb)]).contains("document type"));
    let entity = "<utility_space><objective name=\"&lol;\"/></utility_space>";
    assert!(said(&[source("entity", entity)]).contains("entity"));
    let text = "<utility_space>&lol;<objective/></utility_space>";
    assert!(said(&[source("entity", text)]).contains("entity"));
    let deep = "<utility_space>".repeat(100_000);
    assert!(said(&[source("deep", &deep)]).contains("within one another"));
    let cut = &boxes("")[..200];
    assert!(
        said(&[source("cut", cut)]).contains("line")
            || said(&[source("cut", cut)]).contains("middle")
    );
    let mixed = boxes(
        r#"<hyperRectangle utility="1"><INCLUDES index="1" min="0" max="1"/><EXCLUDES index="2" min="0" max="1"/></hyperRectangle>"#,
    );
    assert!(said(&[source("mixed", &mixed)]).contains("both INCLUDES and EXCLUDES"));
    let strange = boxes(
        r#"<hyperRectangle utility="1"><INCLUDES index="7" min="0" max="1"/></hyperRectangle>"#,
    );
    assert!(said(&[source("strange", &strange)]).contains("names issue 7"));
    let wide = boxes("").replace("upperbound=\"9\"", "upperbound=\"999999999999\"");
    assert!(said(&[source("wide", &wide)]).contains("more than are read"));
    let nan = additive(10, "NaN");
    assert!(said(&[source("nan", &nan), source("domain", DOMAIN)]).contains("a number is needed"));
}

const GENIUSWEB: &str = r#"{"LinearAdditiveUtilitySpace": {
"issueUtilities": {
  "car": {"discreteutils": {"valueUtilities": {"yes": 1.0, "no": 0.25}}},
  "fte": {"numberutils": {"lowValue": 0.0, "lowUtility": 0.0, "highValue": 4.0, "highUtility": 1.0}}},
"issueWeights": {"car": 0.4, "fte": 0.6},
"domain": {"name": "jobs", "issuesValues": {"car": {"values": ["yes", "no"]}, "fte": {"range": ["0", "4", "1"]}}},
"reservationBid": {"issuevalues": {"car": "no", "fte": 2}},
"name": "PROFILE"}}"#;

#[test]
fn geniusweb_profiles() {
    let other = GENIUSWEB.replace("PROFILE", "two").replace("0.25", "0.5");
    let one = GENIUSWEB.replace("PROFILE", "one");
    let read = read(&[source("a", &one), source("b", &other)]).unwrap();
    let [one, two] = read.problem.profiles() else {
        panic!("two parties");
    };
    assert_eq!(
        one.points,
        [vec![4_000, 1_000], vec![0, 1_500, 3_000, 4_500, 6_000]]
    );
    assert_eq!((one.party.as_str(), one.without_agreement), ("one", 4_000));
    assert_eq!(two.points[0], [4_000, 2_000]);
    let broken = GENIUSWEB.replace("\"fte\": 2", "\"fte\": 9");
    assert!(
        said(&[source("a", &broken), source("b", &other)]).contains("no known value for `fte`")
    );
}

#[test]
fn what_is_no_text_or_too_large_is_refused() {
    let bytes = [0xff, 0xfe, 0x00];
    let no_text = [Source {
        file: "x",
        bytes: &bytes,
    }];
    assert!(said(&no_text).contains("UTF-8"));
    let large = " ".repeat(document::BYTES_MOST + 1);
    assert!(said(&[source("x", &large)]).contains("at most"));
}

#[test]
fn the_cases_are_read_and_looked_at() {
    use crate::{packages::report::report, watch::Unwatched};
    let crossing = include_str!("../../../../../cases/packages/crossing-and-prisoners.yaml");
    let read_one = read(&[source("crossing", crossing)]).unwrap();
    let told = report(&read_one, Question::default(), 1, &Unwatched).unwrap();
    assert!(
        told.analysis
            .beside_draft
            .as_ref()
            .is_some_and(|beside| beside.preferred.len() > 5)
    );
    let own = serde_json::to_string(&told.for_party("North").unwrap()).unwrap();
    assert!(!own.contains("South") && !own.contains("caucus"), "{own}");
    assert!(told.for_party("West").is_err());
    let asked = include_str!("../../../../../cases/packages/asked.yaml");
    let told = report(
        &read(&[source("asked", asked)]).unwrap(),
        Question::default(),
        1,
        &Unwatched,
    )
    .unwrap();
    let union = told.parties[0].asked.as_ref().unwrap();
    assert_eq!(union.answers, 2);
    assert!(union.next.is_some());
    let twice = asked.replace("    answers:\n", "    answers:\n      - prefers: { Rise in hundredths: 5, Length in months: 24, Night shifts: as now }\n        to: { Rise in hundredths: 3, Length in months: 24, Night shifts: voluntary }\n");
    let refused = report(
        &read(&[source("asked", &twice)]).unwrap(),
        Question::default(),
        1,
        &Unwatched,
    );
    assert!(
        refused
            .unwrap_err()
            .to_string()
            .contains("Union: weighing the answers: no weights fit answers 1, 2")
    );
}

proptest! {
    #[test]
    fn whatever_a_file_says_it_is_refused_in_a_sentence_or_read(which in 0_usize..4, changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0_u8..3), 1..6)) {
        let boxes = boxes(r#"<hyperRectangle utility="78"><INCLUDES index="1" min="3" max="12"/></hyperRectangle>"#);
        let additive = additive(10, "0.25");
        let mut bytes = [OURS, GENIUSWEB, &boxes, &additive][which].as_bytes().to_vec();
        for (at, byte, how) in changes {
            let at = at.index(bytes.len());
            match how {
                0 => bytes[at] = byte,
                1 => bytes.insert(at, byte),
                _ => bytes.truncate(at.max(1)),
            }
        }
        let changed = Source { file: "changed", bytes: &bytes };
        match read(&[changed, source("domain", DOMAIN)]) {
            Ok(read) => prop_assert!(read.problem.profiles().len() > 1),
            Err(error) => prop_assert!(error.to_string().len() > 20),
        }
    }
}
