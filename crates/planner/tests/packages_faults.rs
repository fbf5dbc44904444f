//! All that is wrong with files of packages is told in one run, each with its file, line and column; and
//! what only follows from a fault is not told as another.

use planner::packages::read::{Source, read};
use proptest::prelude::*;

/// What is talked about.
const TALKS: &str = "\
good-offices-packages: 1
title: A crossing and a number
issues:
  - issue: Crossing
    options: [closed, aid only, open]
  - { issue: Prisoners, from: 0, to: 150, step: 50 }
draft: { Crossing: aid only, Prisoners: 50 }
";

const NORTH: &str = "\
good-offices-preferences: 1
preferences:
  party: North
  points-on: 2026-03-01
  points:
    Crossing: { aid only: 300, open: 900.5 }
    Prisoners: { each: -2 }
  together:
    - { points: -40, if: { Crossing: [closed, open], Prisoners: 50 to 150 } }
";

const SOUTH: &str = "\
good-offices-preferences: 1
preferences:
  party: South
  points:
    Prisoners: { 0: 0, 50 to 100: 400, 150: 700 }
  answers:
    - prefers: { Crossing: open, Prisoners: 50 }
      to: { Crossing: closed, Prisoners: 100 }
";

fn told(files: [&str; 3]) -> String {
    let names = ["talks.yaml", "north.yaml", "south.yaml"];
    let sources = names.iter().zip(files).map(|(file, text)| Source {
        file,
        bytes: text.as_bytes(),
    });
    match read(&sources.collect::<Vec<_>>()) {
        Ok(read) => format!("it is read: {} parties", read.said.len()),
        Err(error) => error.to_string(),
    }
}

/// What is told of the files with some passages written otherwise.
fn mistaken(passages: &[(&str, &str)]) -> String {
    let mut files = [TALKS, NORTH, SOUTH].map(str::to_owned);
    for (from, to) in passages {
        let file = files.iter_mut().find(|file| file.contains(from));
        let file = file.unwrap_or_else(|| panic!("{from}"));
        *file = file.replacen(from, to, 1);
    }
    let [talks, north, south] = &files;
    told([talks, north, south])
}

/// That just these faults are told, in this order: each a place and something that is said of it.
fn just(passages: &[(&str, &str)], faults: &[(&str, &str)]) {
    let said = mistaken(passages);
    let is_one = |line: &&str| line.contains(".yaml, line ");
    let told: Vec<&str> = said.lines().map(str::trim).filter(is_one).collect();
    assert_eq!(told.len(), faults.len(), "{passages:?}\n{said}");
    for (line, (place, part)) in told.iter().zip(faults) {
        assert!(
            line.starts_with(place) && line.contains(part),
            "{place} {part}: {said}"
        );
    }
}

#[test]
fn files_without_a_fault_are_read() {
    assert_eq!(told([TALKS, NORTH, SOUTH]), "it is read: 2 parties");
}

#[test]
fn all_that_makes_no_sense_is_told_at_once() {
    just(
        &[
            (
                "draft: { Crossing: aid only, Prisoners: 50",
                "draft: { Crossing: aid, Prisoners: 51",
            ),
            ("aid only: 300", "aid: 300"),
            ("Prisoners: { each", "Prisonrs: { each"),
            ("[closed, open]", "[closd, opn]"),
            ("points-on: 2026-03-01", "points-on: 2026-3-1"),
            ("50 to 100: 400", "0 to 100: 400"),
            ("prefers: { Crossing: open", "prefers: { Crossing: opened"),
            ("closed, Prisoners: 100 }", "closed }"),
        ],
        &[
            ("talks.yaml, line 7, column 20: ", "no option `aid`"),
            ("talks.yaml, line 7, column 36: ", "no option `51`"),
            ("north.yaml, line 4, column 14: ", "2026-03-01"),
            ("north.yaml, line 6, column 17: ", "no option `aid`"),
            (
                "north.yaml, line 7, column 5: ",
                "no issue called `Prisonrs`",
            ),
            ("north.yaml, line 9, column 39: ", "no option `closd`"),
            ("north.yaml, line 9, column 46: ", "no option `opn`"),
            ("south.yaml, line 5, column 24: ", "given points twice"),
            (
                "south.yaml, line 7, column 28: ",
                "in answer 1, `Crossing` has no option `opened`",
            ),
            (
                "south.yaml, line 8, column 7: ",
                "in answer 1, it says nothing of `Prisoners`",
            ),
        ],
    );
}

#[test]
fn the_form_of_one_file_hides_nothing_of_another() {
    just(
        &[
            ("title: A crossing", "titel: A crossing"),
            ("step: 50 }", "step: 0 }"),
            ("aid only: 300", "aid: three"),
            ("each: -2", "each: 0x10"),
            ("points: -40, if:", "points: -40, when:"),
            ("party: South", "party: North"),
            ("50 to 100: 400", "50 to 10: 400"),
            ("{ Crossing: closed, P", "{ Crosing: closed, P"),
        ],
        &[
            ("talks.yaml, line 2, column 1: ", "Probably `title`"),
            ("talks.yaml, line 6, column 5: ", "steps above nought"),
            (
                "north.yaml, line 3, column 10 and south.yaml, line 3, column 10: ",
                "two are called `North`",
            ),
            ("north.yaml, line 6, column 17: ", "no option `aid`"),
            (
                "north.yaml, line 6, column 22 (preferences › points › Crossing › aid): ",
                "Write numbers as digits: 3",
            ),
            (
                "north.yaml, line 7, column 24 (preferences › points › Prisoners › each): ",
                "16",
            ),
            (
                "north.yaml, line 9, column 22 (preferences › together 1): ",
                "no key “when”",
            ),
            (
                "south.yaml, line 8, column 13: ",
                "no issue called `Crosing`",
            ),
        ],
    );
}

#[test]
fn what_only_follows_from_a_fault_is_not_told() {
    // Of options that cannot be read it is not known which there are.
    just(
        &[
            ("options: [closed, aid only, open]", "options: closed"),
            ("Prisoners: 50 }", "Prisoners: 51 }"),
        ],
        &[
            (
                "talks.yaml, line 5, column 14 (issues 1 › options): ",
                "“closed” stands here",
            ),
            ("talks.yaml, line 7, column 41: ", "no option `51`"),
        ],
    );
    // Of issues that cannot be read none is held against the parties.
    just(
        &[
            (
                "issues:\n  - issue: Crossing\n    options: [closed, aid only, open]\n  - {",
                "issues: {",
            ),
            ("points-on: 2026-03-01", "points-on: 1.3.26"),
        ],
        &[
            (
                "talks.yaml, line 3, column 9 (issues): ",
                "keys with values",
            ),
            ("north.yaml, line 4, column 14: ", "no day"),
        ],
    );
    just(
        &[("  - issue: Crossing\n", "  - isue: Crossing\n")],
        &[("talks.yaml, line 4, column 5 (issues 1): ", "`issue`")],
    );
    just(
        &[("  - issue: Crossing\n    options", "  - options")],
        &[(
            "talks.yaml, line 4, column 5 (issues 1): ",
            "`issue` is missing",
        )],
    );
    // Of an issue that is there twice it is not known which is meant, nor what the other is called.
    just(
        &[
            ("issue: Prisoners", "issue: Crossing"),
            (
                "draft: { Crossing: aid only, Prisoners: 50 }",
                "draft: { Crossing: north }",
            ),
        ],
        &[(
            "talks.yaml, line 4, column 5 and line 6, column 5: ",
            "two are called `Crossing`",
        )],
    );
    // A name that there is not may be meant for what is left out.
    just(
        &[("{ Crossing: closed, P", "{ Crosing: closed, P")],
        &[(
            "south.yaml, line 8, column 13: ",
            "no issue called `Crosing`",
        )],
    );
    just(
        &[(
            "{ Crossing: closed, Prisoners: 100 }",
            "{ Crosing: closed }",
        )],
        &[
            (
                "south.yaml, line 8, column 7: ",
                "says nothing of `Crossing`, `Prisoners`",
            ),
            (
                "south.yaml, line 8, column 13: ",
                "no issue called `Crosing`",
            ),
        ],
    );
    // A number in pieces is one fault; and a party that cannot be read is there.
    just(
        &[("open: 900.5", "open: 1,000,000")],
        &[("north.yaml, line 6", "1000000")],
    );
    let said = told([
        TALKS,
        "good-offices-preferences: 1\npreferences: [\n",
        SOUTH,
    ]);
    assert!(
        said.contains("north.yaml, line ") && !said.contains("parties"),
        "{said}"
    );
    let said = told([
        TALKS,
        NORTH,
        "good-offices-preferences: 1\npreferences: { pary: South }\n",
    ]);
    assert!(
        said.contains("south.yaml, line 2") && !said.contains("parties"),
        "{said}"
    );
}

#[test]
fn numbers_are_held_to_the_rules_of_plan_files() {
    for (from, to, meant) in [
        (
            "draft: { Crossing: aid only, Prisoners: 50",
            "draft: { Crossing: aid only, Prisoners: 0x32",
            "50",
        ),
        (
            "draft: { Crossing: aid only, Prisoners: 50",
            "draft: { Crossing: aid only, Prisoners: 050",
            "50",
        ),
        (
            "draft: { Crossing: aid only, Prisoners: 50",
            "draft: { Crossing: aid only, Prisoners: \"050\"",
            "Write 50",
        ),
        (
            "draft: { Crossing: aid only, Prisoners: 50",
            "draft: { Crossing: aid only, Prisoners: 5_0",
            "50",
        ),
        (
            "draft: { Crossing: aid only, Prisoners: 50",
            "draft: { Crossing: aid only, Prisoners: 5e1",
            "50",
        ),
        (
            "draft: { Crossing: aid only, Prisoners: 50",
            "draft: { Crossing: aid only, Prisoners: 50.0",
            "whole",
        ),
        (
            "draft: { Crossing: aid only, Prisoners: 50",
            "draft: { Crossing: true, Prisoners: 50",
            "quotation marks",
        ),
        ("50 to 100: 400", "+50: 400", "Write no +"),
        ("50 to 100: 400", "050: 400", "Write 50"),
        ("50 to 100: 400", "50 to 0100: 400", "Write 100"),
        ("each: -2", "each: 1_000", "1000"),
        ("each: -2", "each: .5", "Write 0.5"),
        ("from: 0", "from: 0x0", "0"),
    ] {
        let said = mistaken(&[(from, to)]);
        assert!(
            said.contains(".yaml, line ") && said.contains(meant),
            "{to}: {said}"
        );
    }
}

#[test]
fn hostile_files_are_told_of_in_a_few_lines() {
    let issues = "  - { issue: Crossing, options: [] }\n".repeat(100_000);
    let long = "x".repeat(1_000_000);
    let many: Vec<String> = (0..100_000).map(|at| format!("o{at}: 1")).collect();
    let many = many.join(", ");
    for [talks, north] in [
        [
            format!("good-offices-packages: 1\ntitle: x\nissues:\n{issues}"),
            NORTH.to_owned(),
        ],
        [
            TALKS.replace("closed, aid", &format!("{long}, {long}, aid")),
            NORTH.to_owned(),
        ],
        [TALKS.to_owned(), NORTH.replace("aid only: 300", &many)],
        [TALKS.to_owned(), NORTH.replace("aid only", &long)],
        [TALKS.to_owned(), NORTH.replace("aid only", "\"\\e[2J\"")],
        [
            TALKS.to_owned(),
            NORTH.replace(
                "party: North",
                &format!("party: \"\\e[2J{long}\"\n  at-least: 9999999999999999"),
            ),
        ],
    ] {
        let said = told([&talks, &north, SOUTH]);
        assert!(said.len() < 20_000, "{}", said.len());
        assert!(said.contains("line ") && !said.contains('\u{1b}'), "{said}");
    }
}

/// What is told of just these files.
fn told_of(files: &[(&str, &str)]) -> String {
    let sources = files.iter().map(|(file, text)| Source {
        file,
        bytes: text.as_bytes(),
    });
    match read(&sources.collect::<Vec<_>>()) {
        Ok(read) => format!("it is read: {} parties", read.said.len()),
        Err(error) => error.to_string(),
    }
}

#[test]
fn large_files_are_told_of_soon() {
    let ours = |rest: &str| format!("good-offices-packages: 1\ntitle: x\n{rest}");
    let issues = ours(&format!(
        "issues:\n{}",
        "- {issue: a, from: 1}\n".repeat(43_000)
    ));
    let each = |number: usize, one: &dyn Fn(usize) -> String| -> String {
        (0..number).map(one).collect::<Vec<_>>().join(", ")
    };
    let doubled = each(50_000, &|at| format!("o{at}, o{at}"));
    let doubled = ours(&format!("issues:\n- {{issue: a, options: [{doubled}]}}\n"));
    let many = each(50_000, &|at| format!("o{at}"));
    let unknown = each(50_000, &|at| format!("p{at}: 1"));
    let unknown = ours(&format!(
        "issues:\n- {{issue: a, options: [{many}]}}\nparties:\n- {{party: A, points: {{a: {{{unknown}}}}}}}\n- {{party: B}}\n"
    ));
    let parties = ours(&format!(
        "issues:\n- {{issue: a, from: 1, to: 100000}}\n- {{issue: b, from: 1, to: 100000}}\nparties:\n{}",
        "- {party: a}\n".repeat(5_000)
    ));
    let genius = each(20_000, &|at| {
        format!("<weight index=\"{at}\" value=\"1\"/><issue index=\"{at}\" name=\"i{at}\"/>")
    });
    let genius =
        format!("<utility_space><objective name=\"x\">{genius}</objective></utility_space>");
    for (file, text, part) in [
        ("a.yaml", issues, "there are 43000, and at most 1000"),
        ("b.yaml", doubled, "two are called `o0`"),
        ("c.yaml", unknown, "no option `p0`"),
        ("d.yaml", parties, "there are 5000, and between 2 and 12"),
        ("e.xml", genius, "there are 20000, and at most 1000"),
    ] {
        let said = told_of(&[(file, &text)]);
        assert!(
            said.len() < 20_000 && said.contains(part),
            "{file}: {said:.900}"
        );
    }
}

#[test]
fn a_character_that_stands_for_nothing_is_refused() {
    let refused = "the character of number 0";
    just(
        &[("aid only: 300", "\"aid\\0\": 300")],
        &[("north.yaml, line 6, column 17", refused)],
    );
    let web = r#"{"issuesValues": {"a": {"values": ["x", "y"]}, "b\u0000": {"values": ["z"]}}}"#;
    let said = told_of(&[("web.json", web)]);
    assert!(
        said.contains("web.json, line 1, column 4") && said.contains(refused),
        "{said}"
    );
    let genius = "<negotiation_template>\n<objective name=\"\0\"/></negotiation_template>";
    let said = told_of(&[("genius.xml", genius)]);
    assert!(
        said.contains("genius.xml, line 2, column 18") && said.contains(refused),
        "{said}"
    );
}

#[test]
fn parties_that_cannot_be_found_are_not_missed() {
    let talks = TALKS.replace("draft:", "parties: { North: { Crossing: 1 } }\ndraft:");
    let said = told_of(&[("talks.yaml", &talks)]);
    assert!(
        said.contains("keys with values stand here") && !said.contains("are needed"),
        "{said}"
    );
    let talks = TALKS.replace("draft:", "whoever: [{ party: North }]\ndraft:");
    let said = told_of(&[("talks.yaml", &talks)]);
    assert!(
        said.contains("“whoever”") && !said.contains("are needed"),
        "{said}"
    );
}

/// A `GeniusWeb` profile, with these weights and utilities of one issue.
fn web(weights: &str, utilities: &str) -> String {
    format!(
        r#"{{"LinearAdditiveUtilitySpace": {{"name": "W", "domain": {{"issuesValues": {{"a": {{"values": ["x", "y"]}}}}}},{weights}
"issueUtilities": {{"a": {{"discreteutils": {{"valueUtilities": {{{utilities}}}}}}}}}}}}}"#
    )
}

#[test]
fn weights_that_are_no_numbers_are_told() {
    let of = |text: &str| {
        told_of(&[
            ("w.json", text),
            (
                "v.json",
                &web(r#""issueWeights": {"a": 1},"#, r#""x": 1"#).replace("\"W\"", "\"V\""),
            ),
        ])
    };
    let sound = web(r#""issueWeights": {"a": 1},"#, r#""x": 1"#);
    assert_eq!(of(&sound), "it is read: 2 parties");
    let none = of(&web("", r#""x": 1"#));
    assert!(
        none.contains("it has no `issueWeights`") && !none.contains("points for"),
        "{none}"
    );
    let weight = of(&web(r#""issueWeights": {"a": "much"},"#, r#""x": 1"#));
    assert!(
        weight.contains("`much` stands there, and a number"),
        "{weight}"
    );
    let worth = of(&web(r#""issueWeights": {"a": 1},"#, r#""x": "1,5""#));
    assert!(
        worth.contains("line 2, column") && worth.contains("`1,5` stands there"),
        "{worth}"
    );
}

#[test]
fn what_follows_from_an_index_or_an_issue_that_cannot_be_read_is_not_told() {
    let genius = r#"<utility_space><objective name="x">
<issue index="1" name="a"><item index="1" value="p"/></issue>
<issue index="two" name="b"><item index="1" value="q"/></issue>
<utility maxutility="1"><ufun><hyperRectangle utility="1"><INCLUDES index="2" min="0" max="0"/></hyperRectangle></ufun></utility>
</objective></utility_space>"#;
    let said = told_of(&[("g.xml", genius)]);
    assert!(
        said.contains("is `two`") && !said.contains("names issue 2"),
        "{said}"
    );
}

#[test]
fn a_value_that_was_forgotten_is_no_piece_of_a_number() {
    just(
        &[(
            "Prisoners: { 0: 0, 50 to 100: 400, 150: 700 }",
            "Prisoners:\n      0: 0\n      50:\n      100: 400",
        )],
        &[("south.yaml, line 7, column 9", "nothing is written here")],
    );
}

#[test]
fn a_number_that_is_meant_is_said_only_where_it_is_an_option() {
    let said = mistaken(&[("Prisoners: { 0: 0,", "Prisoners: { \"017\": 0,")]);
    assert!(
        said.contains("Write a number from 0 to 150 in steps of 50."),
        "{said}"
    );
    let said = mistaken(&[("Prisoners: { 0: 0,", "Prisoners: { \"050\": 0,")]);
    assert!(said.contains("Write 50."), "{said}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    /// Whatever is left out of a file or put into it, something is told that has a file, or it is read.
    #[test]
    fn mangled_files_are_read_or_told_of(
        which in 0_usize..3,
        at in 0_usize..400,
        left_out in 0_usize..12,
        put_in in "[a-z0-9 :,{}\\[\\]\"'#&*!|>%@`~\u{7}\u{1b}\n\t-]{0,8}",
    ) {
        let mut files = [TALKS, NORTH, SOUTH].map(str::to_owned);
        let text = &mut files[which];
        let from = at.min(text.len());
        let to = (from + left_out).min(text.len());
        *text = format!("{}{put_in}{}", &text[..from], &text[to..]);
        let [talks, north, south] = &files;
        let said = told([talks, north, south]);
        prop_assert!(said.starts_with("it is read") || said.contains(".yaml"), "{files:?}\n{said}");
        let steers = said.chars().any(|c| c.is_control() && c != '\n');
        prop_assert!(!steers && !said.contains('\0'), "{said:?}");
    }
}
