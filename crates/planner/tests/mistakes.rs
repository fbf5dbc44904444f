//! What somebody is told who writes a plan by hand and makes mistakes: where, why, and what to write.

mod written;

use planner::{document, plan, stability::Conflict};
use proptest::prelude::*;
use written::{PLAN, told};

/// What is told of the plan with one passage written otherwise.
fn mistaken(from: &str, to: &str) -> String {
    assert!(PLAN.contains(from), "{from}");
    told(&PLAN.replacen(from, to, 1))
}

#[test]
fn the_plan_without_a_mistake_is_read() {
    assert_eq!(told(PLAN), "it is read");
}

#[test]
fn each_mistake_is_told_with_its_place_and_what_to_write() {
    let mut wrong: Vec<String> = Vec::new();
    for (from, to, all) in [
        // Numbers.
        (
            "a: -10,",
            "a: thirty,",
            &[
                "line 7, column 97 (classes 1 › worth › a)",
                "“thirty”",
                "30",
                "12 to 18",
            ][..],
        ),
        (
            "b: 15 }",
            "b: 1,000 }",
            &["line 7", "1000", "comma between braces"],
        ),
        (
            "b: 15 }",
            "b: \"1 000\" }",
            &["line 7", "1000", "no commas, no spaces"],
        ),
        ("b: 15 }", "b: 12-18 }", &["line 7", "\"12 to 18\""]),
        ("5 to 10", "10 to 5", &["line 5, column 39", "\"5 to 10\""]),
        (
            "b: 15 }",
            "b: 99999999999999 }",
            &["line 7", "at most 12 digits"],
        ),
        (
            "b: 15 }",
            "b: 999999999999 }",
            &["20001 of each class", "201 times as coarse", "49997500124"],
        ),
        (
            "number: 3, worth: { a: -10, b: 15 }",
            "number: 200000, worth: { a: -10, b: 99999999999 }",
            &["party “b”", "10^15"],
        ),
        ("b: 15 }", "b: 017 }", &["line 7", "Write 17."]),
        ("b: 15 }", "\"b\":017 }", &["line 7", "Write 17."]),
        ("b: 15 }", "b: 01e+1 }", &["line 7"]),
        (
            "b: 15 }",
            "b: 1e3 }",
            &["line 7", "an exponent", "Write 1000."],
        ),
        ("b: 15 }", "b: 2.5E-1 }", &["line 7", "Write 0.25."]),
        (
            "b: 15 }",
            "b: +5 }",
            &["line 7", "Write no + before a number: 5."],
        ),
        ("b: 15 }", "b: \"+5\" }", &["line 7", "Write no +"]),
        ("b: 15 }", "b: +2 to +5 }", &["line 7", "\"2 to 5\""]),
        ("number: 3", "number: +3", &["line 7", "a number: 3."]),
        ("number: 3", "number: 1e1", &["line 7", "Write 10."]),
        ("b: 15 }", "b: \"017\" }", &["line 7", "Write 17."]),
        ("b: 15 }", "b: 0x10 }", &["line 7", "16"]),
        ("b: 15 }", "b: 1_000 }", &["line 7", "1000"]),
        (
            "b: 15 }",
            "b: .5 }",
            &["line 7", "a digit before the point"],
        ),
        ("b: 15 }", "b: 0,02 }", &["line 7", "Write 0.02."]),
        ("b: 15 }", "b: \"0,02\" }", &["line 7", "digits: 0.02."]),
        ("number: 3", "number: 017", &["line 7", "Write 17."]),
        ("number: 3", "number: 0x10", &["line 7", "16"]),
        ("number: 3", "number: 1_0", &["line 7", "10"]),
        ("person: 2 }, at", "person: 0x2 }, at", &["line 13", "2."]),
        (
            "good-offices-plan: 1",
            "good-offices-plan: 01",
            &["write `good-offices-plan: 1`"],
        ),
        ("b: 15 }", "b: ١٥ }", &["line 7", "15"]),
        (
            "number: 3",
            "number: three",
            &[
                "line 7",
                "(classes 1 › number)",
                "Write numbers as digits: 3",
            ],
        ),
        (
            "number: 3",
            "number: -3",
            &["line 7", "below 0", "a whole number from 0"],
        ),
        ("number: 3", "number: 2.5", &["not a whole number"]),
        (
            "person: 2 }, at",
            "person: two }, at",
            &["line 13", "(stages 1 › steps 1 › give › person)", "2."],
        ),
        (
            "person: 2 }, at",
            "person: -2 }, at",
            &["line 13", "below 0"],
        ),
        (
            "person: 2 }, at",
            "person: 2 to 3 }, at",
            &["line 13", "a count has to be known"],
        ),
        (
            "person: 2 }, at",
            "person: \"2\" }, at",
            &["line 13", "without: 2"],
        ),
        (
            "person: 2 }, at",
            "person: }, at",
            &["line 13", "nothing is written here"],
        ),
        ("future: 5 to 10", "future: -5", &["line 5", "below nought"]),
        // Days and times.
        (
            "on: 2026-03-04",
            "on: 04.03.2026",
            &["line 11, column 9", "is no day; write year, month and day"],
        ),
        (
            "on: 2026-03-04",
            "on: 4 March 2026",
            &["line 11", "2026-03-04"],
        ),
        (
            "on: 2026-03-04",
            "on: 04/03/2026",
            &["line 11", "year, month and day"],
        ),
        (
            "points-on: 2026-03-01",
            "points-on: yesterday",
            &["line 4", "yesterday"],
        ),
        ("\"16:00\"", "9:5", &["line 13, column 47", "\"09:05\""]),
        ("\"16:00\"", "4pm", &["line 13", "\"16:00\""]),
        ("\"16:00\"", "T0900", &["line 13", "no time of day"]),
        ("\"16:00\"", "09:0a", &["line 13", "no time of day"]),
        ("\"16:00\"", "13 am", &["line 13", "such as \"16:00\""]),
        ("\"16:00\"", "25:00", &["line 13", "hours go from 00 to 23"]),
        // Keys.
        (
            "future: 5",
            "futrue: 5",
            &[
                "line 5, column 31 (parties 2)",
                "“futrue”",
                "Probably `future`",
            ],
        ),
        ("points-from", "points_from", &["Probably `points-from`"]),
        (
            "many: persons, ",
            "",
            &["line 7", "`many` is missing", "`many: persons`"],
        ),
        (
            "kind: persons",
            "kind: person",
            &["line 7", "Probably persons", "persons, time, goods, acts"],
        ),
        (
            "name: Side B",
            "name: Side B, name: Side C",
            &[
                "line 5, column 31",
                "“name” stands twice",
                "line 5, column 17",
            ],
        ),
        ("title: Two for four\n", "", &["`title` is missing"]),
        (
            "    steps:",
            "    prices: []\n    steps:",
            &[
                "line 12, column 5",
                "“prices” does not belong here",
                "`rules`",
            ],
        ),
        // Forms.
        (
            "give: { person: 2 }",
            "give: [ person ]",
            &[
                "line 13",
                "(stages 1 › steps 1 › give)",
                "a list stands here",
                "{ person: 2 }",
            ],
        ),
        (
            "give: { person: 2 }",
            "give: person",
            &["“person” stands here", "{ person: 2 }"],
        ),
        (
            "give: { person: 2 }",
            "together: { person: 2, truck: 1 }",
            &["[{ person: 2 }, { truck: 4 }]"],
        ),
        ("after: [out]", "after: out", &["line 14", "[first-out]"]),
        (
            "worth: { a: -10, b: 15 }",
            "worth: 15",
            &["line 7", "{ a: -10, b: \"12 to 18\" }"],
        ),
        // Words that YAML reads as something else.
        (
            "title: Two for four",
            "title: Two: for four",
            &["line 2", "quotation marks", "Two: for four"],
        ),
        (
            "title: Two for four",
            "title: \"Two for four",
            &["quotation mark"],
        ),
        (
            "title: Two for four",
            "title: *two",
            &["line 2", "quotation marks"],
        ),
        ("    on: 2026", "\ton: 2026", &["line 11", "a tab"]),
        ("    on: 2026", "   on: 2026", &["line 11", "same column"]),
        (
            " } ]",
            " }",
            &["line 16, column 11", "a bracket ([) is opened here"],
        ),
        // What it means.
        (
            "name: Side B",
            "name: side  A",
            &[
                "line 4, column 23 and line 5, column 23",
                "two parties have the name",
            ],
        ),
        (
            "party: b",
            "party: a",
            &["line 4, column 5 and line 5, column 5", "stands twice"],
        ),
        (
            "many: trucks",
            "many: Persons",
            &["line 7", "and line 8", "two classes"],
        ),
        (
            "class: truck",
            "class: person",
            &["line 7, column 5 and line 8, column 5", "stands twice"],
        ),
        ("from: b", "from: c", &["line 8", "no party “c”"]),
        (
            "give: { truck",
            "give: { lorry",
            &["line 14, column 19", "no class “lorry”", "person, truck"],
        ),
        (
            "of: person",
            "of: people",
            &["line 16", "no class “people”"],
        ),
        (
            "give: { person: 2 }",
            "give: { person: [Nora] }",
            &["line 13", "nobody is named “Nora”"],
        ),
    ] {
        let said = mistaken(from, to);
        let missing: Vec<&&str> = all.iter().filter(|part| !said.contains(**part)).collect();
        if !missing.is_empty() || said.contains("variant") || said.contains("struct") {
            wrong.push(format!("{to}: {missing:?} is not in\n{said}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn all_that_is_wrong_is_told_at_once_in_the_order_of_the_file() {
    let text = PLAN
        .replace("a: -10,", "a: thirty,")
        .replace("on: 2026-03-04", "on: 4.3.2026")
        .replace("futrue", "future")
        .replace("many: trucks, ", "")
        .replace("give: { truck: 4 }", "give: { truck: four }");
    let said = told(&text);
    assert!(said.contains("4 places"), "{said}");
    let lines: Vec<&str> = said
        .lines()
        .filter_map(|line| line.trim().split(',').next())
        .filter(|line| line.starts_with("line "))
        .collect();
    assert_eq!(lines, ["line 7", "line 8", "line 11", "line 14"], "{said}");
    let text = PLAN
        .replace("from: b", "from: c")
        .replace("of: person", "of: people")
        .replace("number: 3", "number: 3000000");
    assert!(told(&text).contains("3 places"), "{}", told(&text));
}

#[test]
fn two_stages_of_one_name_are_refused() {
    let said = told(&format!(
        "{}  - {{ stage: first, steps: [ {{ give: {{ person: 1 }} }} ] }}\n",
        PLAN.split("rules:").next().unwrap()
    ));
    assert!(said.contains("line 10, column 12 and line 15"), "{said}");
    assert!(said.contains("two stages have the name"), "{said}");
    let again = "  - { stage: first, steps: [ { give: { person: 1 } } ] }\n".repeat(4);
    let said = told(&format!("{}{again}", PLAN.split("rules:").next().unwrap()));
    assert_eq!(
        said.matches("two stages have the name").count(),
        1,
        "{said}"
    );
}

#[test]
fn a_version_is_told_before_anything_else() {
    let said = told("good-offices-plan: 2\ntitle: Later\nsides: []\n");
    assert!(said.contains("version “2”"), "{said}");
    assert!(!said.contains("parties"), "{said}");
    assert!(told(&PLAN.replace("plan: 1", "plan: 2")).contains("version 2"));
}

#[test]
fn a_file_of_another_kind_is_sent_to_the_command_that_reads_it() {
    for (text, of, to) in [
        (
            "good-offices-packages: 1\ntitle: x\nissues: []\n",
            "a file of packages",
            "plan packages",
        ),
        (
            "good-offices-preferences: 1\npreferences: {}\n",
            "one side’s preferences",
            "plan packages",
        ),
        (
            "conflict: x\ndecision-makers: []\n",
            "a conflict",
            "plan stability",
        ),
        (
            "<negotiation_template></negotiation_template>",
            "GENIUS",
            "plan packages",
        ),
        (
            "{\"LinearAdditiveUtilitySpace\": {}}",
            "GeniusWeb",
            "plan packages",
        ),
    ] {
        let said = told(text);
        assert!(said.contains(of) && said.contains(to), "{text}: {said}");
    }
    let said = document::read::<Conflict>(PLAN.as_bytes())
        .unwrap_err()
        .to_string();
    assert!(
        said.contains("it is a plan") && said.contains("plan check"),
        "{said}"
    );
    for nothing in [
        "",
        " \n\n",
        "# A plan, some day.\n",
        "\n  # good-offices-plan: 1",
    ] {
        let said = told(nothing);
        assert!(said.contains("there is nothing in it"), "{nothing}: {said}");
    }
}

#[test]
fn a_party_is_asked_for_by_its_key_or_its_name() {
    let plan = plan::read(PLAN.as_bytes()).unwrap();
    for asked in ["a", "A", "Side A", "side a"] {
        assert_eq!(plan.party_of(asked).unwrap().0, 0, "{asked}");
    }
    let said = plan.party_of("Side C").unwrap_err().to_string();
    assert!(said.contains("“a” (“Side A”), “b” (“Side B”)"), "{said}");
}

#[test]
fn a_document_that_is_wrong_everywhere_is_told_of_in_a_few_lines() {
    let keys: Vec<String> = (0..200_000).map(|at| format!("k{at}: 1\n")).collect();
    let keys = keys.concat();
    let twice = "title: x\n".repeat(200_000);
    let deep = "[".repeat(100_000);
    let wrong = format!(
        "parties: [{}]\n",
        "{party: 1, nam: 2, party: 3},".repeat(50_000)
    );
    for text in [keys, twice, deep, wrong] {
        let said = told(&text);
        assert!(said.len() < 20_000, "{}", said.len());
        assert!(said.contains("line "), "{said}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    /// Whatever is left out of a plan or put into it, something is told that has a place, or it is
    /// read; and nothing of it reaches a terminal as a command.
    #[test]
    fn a_mangled_plan_is_read_or_told_of(
        at in 0_usize..900,
        left_out in 0_usize..12,
        put_in in "[a-z0-9 :,{}\\[\\]\"'#&*!|>%@`~\u{7}\u{1b}\n\t-]{0,8}",
    ) {
        let from = at.min(PLAN.len());
        let to = (from + left_out).min(PLAN.len());
        let text = format!("{}{put_in}{}", &PLAN[..from], &PLAN[to..]);
        let said = told(&text);
        prop_assert!(said == "it is read" || said.contains("line ") || said.contains("version"), "{text}\n{said}");
        let steers = said.chars().any(|c| c.is_control() && c != '\n');
        prop_assert!(!steers, "{said:?}");
    }
}
