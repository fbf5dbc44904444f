//! All that is wrong with a conflict's file is told in one run, each with its places; and what only
//! follows from a fault is not told as another.

use planner::{stability::read, watch::Unwatched};
use proptest::prelude::*;

/// A conflict in which nothing is wrong: three options, and six states, one of them with a name.
const CONFLICT: &str = "\
conflict: The lake
decision-makers:
  - name: North
    options: [build, talk]
    ranking: [1, 3, [2, shared], 4, 5]
  - name: South
    options: [pump]
    priorities: [[[not build]], [[talk, pump], [not talk]]]
options:
  build: { goes: cannot-be-left }
at-most-one:
  - [build, talk]
coalesce:
  - { name: shared, all: [talk, pump] }
moves:
  - { by: [South], from: 1, to: 2 }
status-quo: 1
";

/// What is told of the conflict with some passages written otherwise.
fn mistaken(passages: &[(&str, &str)]) -> String {
    let mut text = CONFLICT.to_owned();
    for (from, to) in passages {
        assert!(text.contains(from), "{from}");
        text = text.replacen(from, to, 1);
    }
    told(&text)
}

fn told(text: &str) -> String {
    match read(text.as_bytes(), None, &Unwatched) {
        Ok(model) => format!("it is read: {} states", model.states().len()),
        Err(error) => error.to_string(),
    }
}

/// That just these faults are told, in this order: each a place and something that is said of it.
fn just(passages: &[(&str, &str)], faults: &[(&str, &str)]) {
    let said = mistaken(passages);
    let lines = said.lines().map(str::trim);
    let told: Vec<&str> = lines.filter(|line| line.starts_with("line ")).collect();
    assert_eq!(told.len(), faults.len(), "{passages:?}\n{said}");
    for (line, (place, part)) in told.iter().zip(faults) {
        let begins = format!("line {place}");
        assert!(
            line.starts_with(&begins) && line.contains(part) && line.contains(", column "),
            "{begins} {part}: {said}"
        );
    }
}

#[test]
fn the_conflict_without_a_fault_is_read() {
    assert_eq!(told(CONFLICT), "it is read: 6 states");
}

#[test]
fn all_that_makes_no_sense_is_told_at_once() {
    just(
        &[
            ("ranking: [1, 3,", "ranking: [1, 1, 3,"),
            ("[[not build]]", "[[not built]]"),
            ("  build: {", "  dam: {"),
            ("[build, talk]\ncoalesce", "[build, tlak]\ncoalesce"),
            ("by: [South], from: 1", "by: [Suoth, West], from: 77"),
            ("status-quo: 1", "status-quo: peace"),
        ],
        &[
            ("5, column 15 and line 5, column 18", "`1` twice"),
            (
                "8, column 20",
                "`built`, and there is none. There are: build, talk, pump. Probably `build` is meant.",
            ),
            ("10, column 3", "`dam`"),
            ("12, column 13", "`tlak`"),
            (
                "16, column 12",
                "`Suoth`, and there is none. There are: North, South. Probably `South`",
            ),
            ("16, column 19", "`West`"),
            ("16, column 32", "`77`"),
            ("17, column 13", "`peace`"),
        ],
    );
}

#[test]
fn what_makes_no_sense_is_told_beside_what_the_form_is_not() {
    just(
        &[
            ("goes: cannot-be-left", "goes: never"),
            ("conflict: The lake", "conflct: The lake"),
            ("[[not build]]", "[[not built]]"),
            ("from: 1, to: 2", "from: 1"),
            ("status-quo: 1", "status-quo: 0x1"),
        ],
        &[
            ("1, column 1", "Probably `conflict`"),
            ("8, column 20", "`built`"),
            ("10, column 18", "“never”"),
            ("16, column 5", "`to` is missing"),
            ("17, column 13", "0x1"),
        ],
    );
}

#[test]
fn what_only_follows_from_a_fault_is_not_told() {
    // Of options that cannot be read it is not known which there are, nor which states they make.
    just(
        &[
            ("options: [pump]", "options: 5"),
            ("by: [South]", "by: [West]"),
        ],
        &[
            ("7, column 14", "“5” stands here"),
            ("16, column 12", "`West`"),
        ],
    );
    // Nor with a condition that cannot: there are fewer states than without it.
    just(
        &[
            ("[build, talk]\ncoalesce", "[build, tlak]\ncoalesce"),
            (
                "ranking: [1, 3, [2, shared], 4, 5]",
                "ranking: [1, 3, 99, shared]",
            ),
        ],
        &[
            ("5, column 21", "`99`, and there is none."),
            ("12, column 13", "`tlak`"),
        ],
    );
    // A name that there is not may be meant for the one that is left out.
    just(
        &[("[1, 3, [2", "[1, 3, [22")],
        &[(
            "5, column 22",
            "`22`, and there is none. There are: 1 to 5, shared",
        )],
    );
    just(
        &[("[1, 3, [2, shared], 4, 5]", "[1, 3, 33]")],
        &[
            ("5, column 5", "has the states 2, 4, 5, shared nowhere"),
            ("5, column 21", "`33`"),
        ],
    );
    // Preferences that cannot be read are there.
    just(
        &[(
            "ranking: [1, 3, [2, shared], 4, 5]",
            "ranking: first to last",
        )],
        &[("5, column 14", "“first to last”")],
    );
    just(
        &[("ranking: [1,", "order-of-states: [1,")],
        &[("5, column 5", "there is no key “order-of-states”")],
    );
    // What stands in for a condition that cannot be read forbids nothing.
    just(
        &[
            ("  - [build, talk]\ncoal", "  - build\ncoal"),
            ("[talk, pump] }", "talk }"),
        ],
        &[
            ("12, column 5", "“build” stands here"),
            ("14, column 26", "“talk” stands here"),
        ],
    );
    // Of decision makers without names it is not known who they are.
    just(
        &[("  - name: South\n    options", "  - options")],
        &[("6, column 5", "`name` is missing")],
    );
    // What is called twice is told as that.
    just(
        &[
            ("name: shared, all", "name: 2, all"),
            ("[2, shared], 4", "[2, 3], 4"),
        ],
        &[
            ("5, column 18 and line 5, column 25", "`3` twice"),
            ("14, column 13", "stands for two"),
        ],
    );
}

#[test]
fn numbers_are_held_to_the_rules_of_plan_files() {
    for (from, written, meant) in [
        ("status-quo: 1", "0x1", "1"),
        ("status-quo: 1", "01", "1"),
        ("status-quo: 1", "0b1", "1"),
        ("status-quo: 1", "0o1", "1"),
        ("status-quo: 1", "1_0", "10"),
        ("status-quo: 1", "1e0", "1"),
        ("status-quo: 1", "+1", "1"),
        ("status-quo: 1", ".5", "0.5"),
        ("status-quo: 1", "1.5", "whole"),
        ("status-quo: 1", "1.0", "whole"),
        ("status-quo: 1", "true", "quotation marks"),
        ("status-quo: 1", ".inf", "quotation marks"),
        ("status-quo: 1", "99999999999999999999", "more than"),
    ] {
        let said = mistaken(&[(from, &format!("status-quo: {written}"))]);
        assert!(
            said.contains("line 17, column 13") && said.contains(meant),
            "{written}: {said}"
        );
    }
    // In every place that takes a state.
    just(
        &[
            (
                "ranking: [1, 3, [2, shared]",
                "ranking: [0x1, 3, [02, shared]",
            ),
            ("from: 1, to: 2", "from: 1_0, to: 2e0"),
            ("{ name: shared, all", "{ name: 0x9, all"),
        ],
        &[
            ("5, column 15", "“0x1”"),
            ("5, column 24", "“02”"),
            ("14, column 13", "“0x9”"),
            ("16, column 26", "“1_0”"),
            ("16, column 35", "“2e0”"),
        ],
    );
    // Between quotation marks they are names, and there are none of these; and a word may begin with digits.
    for name in ["\"0x1\"", "\"01\"", "'+1'", "3rd", "2b", "1-2"] {
        let said = mistaken(&[("status-quo: 1", &format!("status-quo: {name}"))]);
        assert!(said.contains("names the state"), "{name}: {said}");
    }
    let named = mistaken(&[("name: shared,", "name: 2b,"), ("[2, shared]", "[2, 2b]")]);
    assert_eq!(named, "it is read: 6 states");
}

#[test]
fn a_hostile_conflict_is_told_of_in_a_few_lines() {
    let names: Vec<String> = (0..200_000).map(|at| format!("s{at}")).collect();
    let many = names.join(", ");
    let makers = "  - { name: A, options: [a] }\n".repeat(100_000);
    let long = "x".repeat(1_000_000);
    for text in [
        CONFLICT.replace("[1, 3, [2, shared], 4, 5]", &format!("[{many}]")),
        CONFLICT.replace("[build, talk]\n    r", &format!("[{many}]\n    r")),
        CONFLICT.replace("  - [build, talk]\ncoal", &format!("  - [{many}]\ncoal")),
        CONFLICT.replace("status-quo", &format!("states: [{many}]\nstatus-quo")),
        format!("conflict: x\ndecision-makers:\n{makers}"),
        CONFLICT.replace("status-quo: 1", &format!("status-quo: {long}")),
        CONFLICT.replace("[not build]", "[\"\u{1b}[2J\"]"),
    ] {
        let said = told(&text);
        assert!(said.len() < 20_000, "{}", said.len());
        assert!(said.contains("line ") && !said.contains('\u{1b}'), "{said}");
    }
}

#[test]
fn a_set_may_name_an_option_twice() {
    let once = mistaken(&[(
        "at-most-one:\n  - [build, talk]",
        "at-least-one: [[build, talk]]",
    )]);
    let twice = mistaken(&[(
        "at-most-one:\n  - [build, talk]",
        "at-least-one: [[build, build, talk]]",
    )]);
    assert!(once.contains("There are: 1 to 4, shared."), "{once}");
    assert_eq!(twice, once);
    let at_most = mistaken(&[("- [build, talk]\nco", "- [build, talk, build]\nco")]);
    assert_eq!(at_most, told(CONFLICT));
}

#[test]
fn more_options_than_are_looked_through_are_told() {
    let many = "build, ".repeat(1_001);
    just(
        &[("options: [build, talk]", &format!("options: [{many} talk]"))],
        &[("4, column 5", "1002 options of one decision maker")],
    );
}

#[test]
fn many_sets_of_which_one_is_taken_are_read() {
    let names: Vec<String> = (0..20).map(|at| format!("o{at}")).collect();
    let set = format!("  - [{}]\n", names.join(", ")).repeat(10);
    let all = names.join(", ");
    let text = format!(
        "conflict: x\ndecision-makers:\n  - name: A\n    options: [{all}]\n    priorities: [[[o1]]]\nat-most-one:\n{set}"
    );
    assert_eq!(told(&text), "it is read: 21 states");
}

#[test]
fn a_character_that_stands_for_nothing_is_refused() {
    for (from, to, place) in [
        ("from: 1", "from: \"\\0\"", "16, column 26"),
        ("- [build, talk]\nco", "- [\"\\x00\"]\nco", "12, column 6"),
        ("name: shared,", "name: \"a\\u0000\",", "14, column 13"),
        ("  build: {", "  \"\\0\": {", "10, column 3"),
    ] {
        let said = mistaken(&[(from, to)]);
        assert!(
            said.contains(&format!("line {place}")) && said.contains("number 0"),
            "{to}: {said}"
        );
    }
}

#[test]
fn what_is_missing_in_a_part_or_its_first_key_hides_nothing_else_of_it() {
    // The first key of a decision maker is none, and it has both a ranking and priorities.
    just(
        &[
            ("- name: North", "- nmae: North"),
            (
                "ranking: [1, 3, [2, shared], 4, 5]",
                "ranking: [1, 3, [2, shared], 4, 5]\n    priorities: [[[build]]]",
            ),
        ],
        &[
            ("3, column 5", "Probably `name`"),
            ("3, column 5", "has both a ranking and priorities"),
        ],
    );
    // What is missing may be what a way leads to.
    just(
        &[
            ("from: 1, to: 2", "from: 1"),
            ("name: shared, all", "name: shared, all"),
        ],
        &[("16, column 5", "`to` is missing")],
    );
}

#[test]
fn names_of_states_that_cannot_be_read_may_be_meant() {
    just(
        &[
            (
                "coalesce:\n  - { name: shared, all: [talk, pump] }",
                "coalesce: { shared: [talk, pump] }",
            ),
            ("[1, 3, [2, shared], 4, 5]", "[shared, 1]"),
        ],
        &[("13, column 11", "keys with values stand here")],
    );
}

#[test]
fn a_decision_maker_without_a_name_is_not_called_by_what_stands_in_for_it() {
    let said = mistaken(&[
        ("- name: North\n    options", "- options"),
        ("ranking: [1, 3,", "ranking: [1, 1, 3,"),
    ]);
    assert!(
        said.contains("the ranking of a decision maker has"),
        "{said}"
    );
    assert!(!said.contains('\u{FFFD}'), "{said}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    /// Whatever is left out of a conflict or put into it, something is told that has a place, or it is read.
    #[test]
    fn a_mangled_conflict_is_read_or_told_of(
        at in 0_usize..600,
        left_out in 0_usize..12,
        put_in in "[a-z0-9 :,{}\\[\\]\"'#&*!|>%@`~\u{7}\u{1b}\n\t-]{0,8}",
    ) {
        let from = at.min(CONFLICT.len());
        let to = (from + left_out).min(CONFLICT.len());
        let text = format!("{}{put_in}{}", &CONFLICT[..from], &CONFLICT[to..]);
        let said = told(&text);
        prop_assert!(said.starts_with("it is read") || said.contains("line "), "{text}\n{said}");
        let steers = said.chars().any(|c| c.is_control() && c != '\n');
        prop_assert!(!steers && !said.contains('\0'), "{said:?}");
    }
}
