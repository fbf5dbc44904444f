//! The report on packages.

use papers::{
    Language,
    plan::packages::{html, json, own_html, own_text, text},
};
use planner::{
    packages::{
        analysis::{Among, Answer, By, Points, Question},
        frontier::Proof,
        overstate::{IssuesSeen, Outcome},
        read::{Remark, Source, read},
        report::{FORMAT, OWN_FORMAT, Report, report},
        solution::{Beyond, NoSolution},
    },
    watch::{Stage, Stopped, Unwatched, Watch},
};
use proptest::prelude::*;

use crate::{markup, stands_alone};

const CROSSING: &str = include_str!("../../../../cases/packages/crossing-and-prisoners.yaml");
const ASKED: &str = include_str!("../../../../cases/packages/asked.yaml");

fn looked_at(text: &str, points: Points) -> Report {
    let source = Source {
        file: "talks",
        bytes: text.as_bytes(),
    };
    let reading = read(&[source]).unwrap_or_else(|error| panic!("{error}"));
    let question = Question {
        points,
        ..Question::default()
    };
    report(&reading, question, 1, &Unwatched).unwrap_or_else(|error| panic!("{error}"))
}

/// The body of a page, one element to a line.
fn shown(page: &str) -> String {
    let (_, body) = page.split_once("</style>").unwrap();
    let mut lines = body.to_owned();
    for element in ["<li", "<tr", "<section", "<p", "<h", "<svg", "<text", "<td"] {
        lines = lines.replace(element, &format!("\n{element}"));
    }
    lines
}

#[test]
fn the_desks_page_in_both_languages() {
    let report = looked_at(CROSSING, Points::OwnScales);
    insta::assert_snapshot!("crossing_en", shown(&html(&report, Language::English)));
    insta::assert_snapshot!("crossing_ar", shown(&html(&report, Language::Arabic)));
}

#[test]
fn what_is_told_in_text() {
    insta::assert_snapshot!(
        "text_crossing",
        text(&looked_at(CROSSING, Points::Comparable), Language::English)
    );
    let asked = looked_at(ASKED, Points::OwnScales);
    insta::assert_snapshot!("text_asked", text(&asked, Language::English));
    insta::assert_snapshot!("text_asked_ar", text(&asked, Language::Arabic));
    crate::speaks_arabic(&text(&asked, Language::Arabic));
    insta::assert_snapshot!("asked_en", shown(&html(&asked, Language::English)));
    let own = asked.for_party("Union").unwrap();
    insta::assert_snapshot!("own_text", own_text(&own, Language::English));
    crate::speaks_arabic(&own_text(&own, Language::Arabic));
    insta::assert_snapshot!("own_en", shown(&own_html(&own, Language::English)));
}

/// That issues have no weight in a party's file is told of it, and to nobody else.
#[test]
fn weights_of_nought_are_told_to_those_whose_they_are() {
    let mut report = looked_at(CROSSING, Points::OwnScales);
    report.parties[0].said.weightless = vec!["The orchard".to_owned()];
    for language in Language::ALL {
        let own = |at: usize| {
            let name = &report.parties[at].name;
            let own = report.for_party(name).unwrap();
            let page = markup::read(&own_html(&own, language)).words;
            format!("{page}{}{}", own_text(&own, language), json(&own).unwrap())
        };
        let desk = markup::read(&html(&report, language)).words;
        let note = match language {
            Language::English => "gives no weight to one issue",
            Language::Arabic => "لا يعطي ملفه وزناً لمسألة واحدة",
        };
        assert!(desk.contains(note) && own(0).contains(note), "{desk}");
        assert!(own(0).contains("The orchard"));
        assert!(!own(1).contains("The orchard") && !own(1).contains(note));
    }
    crate::speaks_arabic(&text(&report, Language::Arabic));
    for (number, english, arabic) in [
        (
            2,
            "to these issues: issue 0 and issue 1.",
            "لهاتين المسألتين",
        ),
        (12, "issue 10 and issue 11.", "لهذه المسائل"),
        (40, "to 40 issues, among them issue 0", "40 مسألة، منها"),
    ] {
        let names = (0..number).map(|at| format!("issue {at}"));
        report.parties[0].said.weightless = names.collect();
        let name = report.parties[0].name.clone();
        let own = report.for_party(&name).unwrap();
        let said = |language| {
            let marks = ['\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}'];
            let said = own_text(&own, language).replace(marks, "");
            said.split_whitespace().collect::<Vec<_>>().join(" ")
        };
        let in_english = said(Language::English);
        assert!(in_english.contains(english), "{in_english}");
        let in_arabic = said(Language::Arabic);
        assert!(in_arabic.contains(arabic), "{in_arabic}");
        crate::speaks_arabic(&own_text(&own, Language::Arabic));
    }
}

/// Where a rule's search ended before its proof, how far something better may be is told, on the page
/// and in text; and what was not looked at is not passed over.
#[test]
fn what_is_not_proved_says_how_far() {
    let mut report = looked_at(CROSSING, Points::Comparable);
    let told = [
        (Beyond::MeanGain { thousandths: 1_043 }, "4.3%"),
        (Beyond::LeastShare { thousandths: 610 }, "61%"),
        (Beyond::LeastGain { points: 1_234 }, "1,234"),
    ];
    assert_eq!(report.analysis.asked.len(), told.len());
    for (asked, (beyond, _)) in report.analysis.asked.iter_mut().zip(told) {
        asked.among = Among::Listed;
        asked.by = By::Listed;
        asked.beyond = Some(beyond);
    }
    report.analysis.overstated[0].among = Among::Listed;
    for language in Language::ALL {
        let (page, lines) = (html(&report, language), text(&report, language));
        let words = markup::read(&page).words;
        for (_, figure) in told {
            assert!(words.contains(figure) && lines.contains(figure), "{figure}");
        }
        stands_alone(&page);
    }
    crate::speaks_arabic(&text(&report, Language::Arabic));
    let lines = text(&report, Language::English);
    assert!(lines.contains("the smallest share may be 61% at most"));
    let said = |seen: IssuesSeen| {
        let mut report = report.clone();
        report.analysis.overstated_issues = seen;
        markup::read(&html(&report, Language::English)).words
    };
    assert!(said(IssuesSeen::All).contains("where none is shown, none pays"));
    assert!(said(IssuesSeen::Some).contains("where none is shown, one may pay"));
    assert!(said(IssuesSeen::HangTogether).contains("points hang on several issues together"));
    assert!(said(IssuesSeen::NotLookedAt).contains("was not looked at, as that would take long"));
    assert!(
        said(IssuesSeen::Foremost(40)).contains("that count most for each party were looked at")
    );
    assert!(said(IssuesSeen::All).contains("Some of this compares only packages that were found"));
}

/// Stopped before anything was found, a page does not say that there is nothing.
#[test]
fn nothing_found_is_not_nothing_there() {
    struct Never;
    impl Watch for Never {
        fn at(&self, _: Stage, _: u64, _: u64) -> Result<(), Stopped> {
            Err(Stopped)
        }
    }
    // Whoever has an issue has all of it, and one way alone gives both enough: no short climb meets it.
    let counts = [17, 31, 42, 58, 73, 89, 97, 113, 131, 149];
    let lines = |of: &dyn Fn(usize, i32) -> String| -> String {
        let all = counts.iter().enumerate();
        all.map(|(at, count)| of(at, *count)).collect()
    };
    let talks = format!(
        "good-offices-packages: 1
title: Shared out
issues:
{}parties:
  - party: North
    at-least: {}
    points:
{}  - party: South
    at-least: {}
    points:
{}",
        lines(&|at, _| format!("  - {{ issue: I{at}, options: [north, south] }}\n")),
        31 + 58 + 97 + 149,
        lines(&|at, count| format!("      I{at}: {{ north: {count}, south: 0 }}\n")),
        17 + 42 + 73 + 89 + 113 + 131,
        lines(&|at, count| format!("      I{at}: {{ north: 0, south: {count} }}\n")),
    );
    let source = Source {
        file: "talks",
        bytes: talks.as_bytes(),
    };
    let report = report(&read(&[source]).unwrap(), Question::default(), 1, &Never).unwrap();
    let page = html(&report, Language::English);
    assert!(text(&report, Language::English).contains("Whether there is one is not known"));
    assert!(!page.contains("No package is acceptable to every party"));
    assert!(page.contains("had been found when the search was stopped"));
    crate::speaks_arabic(&text(&report, Language::Arabic));
    stands_alone(&page);
}

/// Where there is nothing to show no heading stands over nothing, and it is said that there is nothing.
#[test]
fn where_no_package_is_acceptable_no_heading_stands_empty() {
    let text_of = "
good-offices-packages: 1
title: Nothing
issues: [{issue: A, options: [x, y]}]
draft: {A: x}
parties:
  - {party: N, points: {A: {x: 1}}, at-least: 1}
  - {party: S, points: {A: {y: 1}}, at-least: 1}
";
    let report = looked_at(text_of, Points::OwnScales);
    let told = text(&report, Language::English);
    assert!(!told.contains("A few packages that differ"), "{told}");
    assert!(told.contains("No package is acceptable to every party"));
    assert!(told.contains("It is proved that none is acceptable"));
    assert!(told.contains("The draft: N 1; S 0"), "{told}");
    let page = html(&report, Language::English);
    assert!(!page.contains("A few packages that differ"));
    let own = report.for_party("N").unwrap();
    assert!(own_text(&own, Language::English).contains("There is no package to show."));
    for language in Language::ALL {
        stands_alone(&html(&report, language));
        stands_alone(&own_html(&own, language));
    }
    crate::speaks_arabic(&text(&report, Language::Arabic));
    crate::speaks_arabic(&own_text(&own, Language::Arabic));
}

/// What is only found is not told as what is proved.
#[test]
fn what_was_found_is_not_told_as_all_that_there_is() {
    let mut report = looked_at(CROSSING, Points::OwnScales);
    report.analysis.frontier.proof = Proof::Open(Vec::new());
    let lead = |report: &Report| text(report, Language::English);
    assert!(lead(&report).contains("43 packages were found that every party prefers"));
    if let Some(beside) = &mut report.analysis.beside_draft {
        beside.preferred.clear();
    }
    assert!(lead(&report).contains("None of the 54 packages that were found is better"));
    report.analysis.beside_draft = None;
    assert!(lead(&report).contains("54 packages were found that every party accepts"));
    let nash = &mut report.analysis.asked[0];
    nash.answer = Answer::Nothing(NoSolution::NobodyCanGainWithAll);
    nash.among = Among::Listed;
    nash.by = By::Listed;
    assert!(lead(&report).contains("no package was found that gives every party more"));
    report.analysis.overstated[0].outcome = Outcome::NoneFound(54);
    assert!(html(&report, Language::English).contains("packages looked at"));
    report.analysis.overstated[0].outcome = Outcome::PicksNothing;
    assert!(html(&report, Language::English).contains("the rule picks nothing"));
    for language in Language::ALL {
        stands_alone(&html(&report, language));
    }
    crate::speaks_arabic(&text(&report, Language::Arabic));
}

/// Options of one name are told apart, and that is said, to one party too.
#[test]
fn options_of_one_name_are_told() {
    let mut report = looked_at(CROSSING, Points::OwnScales);
    report.remarks = vec![Remark::OneName {
        issue: "Crossing".to_owned(),
        option: "open".to_owned(),
        shown: vec!["open (3)".to_owned(), "open (4)".to_owned()],
    }];
    let own = report.for_party("North").unwrap();
    for told in [
        text(&report, Language::English),
        own_text(&own, Language::English),
    ] {
        assert!(
            told.contains("told apart by their numbers: open (3) and open (4)"),
            "{told}"
        );
    }
    assert!(html(&report, Language::Arabic).contains("open (4)"));
    assert!(own_html(&own, Language::Arabic).contains("open (4)"));
}

#[test]
fn every_page_is_well_formed_and_asks_nobody() {
    for text in [CROSSING, ASKED] {
        let report = looked_at(text, Points::Comparable);
        let own = report.for_party(&report.parties[1].name).unwrap();
        for language in Language::ALL {
            for page in [html(&report, language), own_html(&own, language)] {
                stands_alone(&page);
            }
        }
        let read: serde_json::Value = serde_json::from_str(&json(&report).unwrap()).unwrap();
        assert_eq!(read["format"], FORMAT);
        let read: serde_json::Value = serde_json::from_str(&json(&own).unwrap()).unwrap();
        assert_eq!(read["format"], OWN_FORMAT);
    }
}

#[test]
fn the_report_for_one_party_holds_nothing_of_anothers_points() {
    // Every number of the other's is told on another scale, and it says other things of itself: the
    // same preferences, so the same packages.
    let of_north = CROSSING.find("  - party: North").unwrap();
    let of_south = CROSSING.find("  - party: South").unwrap();
    let doubled: String = CROSSING[of_south..]
        .split_inclusive([' ', ','])
        .map(|word| {
            let number = word.trim_end_matches([' ', ',', '}', '\n']);
            let rest = &word[number.len()..];
            // Numbers after a colon are points, but for the ranges of what is named together.
            match number.parse::<i64>() {
                Ok(points) => format!("{}{rest}", points * 3),
                Err(_) => word.to_owned(),
            }
        })
        .collect();
    let doubled = doubled
        .replace("Hostages released: 0 to 75", "Hostages released: 0 to 25")
        .replace("Days of pause: 18 to 30", "Days of pause: 6 to 10")
        .replace("its negotiator, in caucus", "its minister");
    let doubled = doubled.replace("at-least: 500", "at-least: 1500");
    let other = format!("{}{doubled}", &CROSSING[..of_south]);
    assert!(of_north < of_south && other != CROSSING);
    let own = |text: &str| {
        looked_at(text, Points::OwnScales)
            .for_party("North")
            .unwrap()
    };
    let (one, two) = (own(CROSSING), own(&other));
    for language in Language::ALL {
        assert_eq!(own_html(&one, language), own_html(&two, language));
    }
    assert_eq!(
        own_text(&one, Language::English),
        own_text(&two, Language::English)
    );
    assert_eq!(json(&one).unwrap(), json(&two).unwrap());
    // The sheet, which is the same for all pages, has a word for rooms.
    let words = markup::read(&own_html(&one, Language::English)).words;
    assert!(!words.contains("South") && !words.contains("caucus"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn what_a_file_says_is_data(said in "[a-z<>&\u{202E}\u{200F}\u{7}{}$]{1,12}") {
        let plain = looked_at(ASKED, Points::OwnScales);
        let mut report = plain.clone();
        report.title.clone_from(&said);
        report.about = Some(said.clone());
        for party in &mut report.parties {
            party.name.clone_from(&said);
            party.said.from = Some(said.clone());
        }
        let page = html(&report, Language::English);
        let (plain, poisoned) = (markup::read(&html(&plain, Language::English)), markup::read(&page));
        prop_assert_eq!(poisoned.count("p"), plain.count("p"));
        prop_assert_eq!(poisoned.count("td"), plain.count("td"));
        for sign in ['\u{202E}', '\u{200F}', '\u{7}'] {
            prop_assert!(!page.contains(sign));
            prop_assert!(!text(&report, Language::English).contains(sign));
        }
    }
}
