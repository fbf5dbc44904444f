//! Every fault names its file, as it was given, its line and its column.

use super::*;

/// The line of a text in which something first stands.
fn line_of(text: &str, says: &str) -> usize {
    let at = text.find(says).unwrap();
    1 + text[..at].bytes().filter(|byte| *byte == b'\n').count()
}

#[test]
fn every_fault_of_meaning_names_the_file_as_it_was_given_and_the_line() {
    for (from, to) in [
        (
            "Crossing: aid only, Prisoners: 50}\nparties",
            "Crossing: aid, Prisoners: 50}\nparties",
        ),
        (
            "Crossing: aid only, Prisoners: 50}\nparties",
            "Crossing: aid only}\nparties",
        ),
        ("{aid only: 300", "{aid: 300"),
        (
            "Prisoners: {0: 0, 50 to 100: 400",
            "Prisoners: {0: 0, 0 to 100: 400",
        ),
        (
            "if: {Crossing: [closed, open]",
            "if: {Crossing: [closed, opn]",
        ),
        (
            "unless: {Crossing: closed to",
            "unless: {Crosing: closed to",
        ),
        ("- issue: Prisoners", "- issue: Crossing"),
        (
            "options: [closed, aid only, open]",
            "options: [closed, aid only, closed]",
        ),
        ("prefers: {Crossing: open", "prefers: {Crossing: opened"),
        (
            "to: {Crossing: closed, Pris",
            "to: {Crossing: closed, Prisn",
        ),
        ("- party: South", "- party: North"),
        ("good-offices-packages: 1", "good-offices-packages: 2"),
    ] {
        assert!(OURS.contains(from), "{from}");
        let text = OURS.replacen(from, to, 1);
        let told = said(&[source("n1/talks.yaml", &text)]);
        let written = to.lines().next().unwrap();
        let line = line_of(&text, written);
        assert!(told.starts_with("n1/talks.yaml, line"), "{told}");
        let lines = told.split(':').next().unwrap();
        let place = format!("line {line}, column ");
        assert!(lines.contains(&place), "{line}: {told}");
    }
    let three = OURS.replacen("party: South", "party: North", 1);
    let twice = format!(
        "n1/talks.yaml, line {}, column 12 and n1/talks.yaml, line {}, column 12: reading the parties: two are called `North`",
        line_of(&three, "- party: North"),
        line_of(&three, "  - party: North\n    points:\n")
    );
    let told = said(&[source("n1/talks.yaml", &three)]);
    assert!(told.contains(&twice), "{told}");
    let large = OURS.replacen("each: -2", "each: 999999999999", 1);
    let told = said(&[source("n1/talks.yaml", &large)]);
    let line = line_of(&large, "- party: North");
    assert!(
        told.starts_with(&format!(
            "n1/talks.yaml, line {line}, column 5: reading what North"
        )),
        "{told}"
    );
    let alone = OURS.split("  - party: South").next().unwrap();
    assert!(said(&[source("n1/talks.yaml", alone)]).starts_with("n1/talks.yaml: "));
    let none = said(&[source("a.json", "{\"LinearAdditiveUtilitySpace\": {}}")]);
    assert!(none.starts_with("a.json: "), "{none}");
}

#[test]
fn faults_of_other_forms_name_the_line_too() {
    let profile = additive(10, "0.25");
    for (from, to) in [
        ("evaluation=\"20\"", "evaluation=\"many\""),
        ("value=\"saw\" evaluation", "value=\"plane\" evaluation"),
        ("name=\"days\"", "name=\"weeks\""),
        (
            "index=\"2\" name=\"days\"",
            "index=\"second\" name=\"days\"",
        ),
        ("slope=\"0.25\"", "slope=\"steep\""),
        ("ftype=\"linear\"", "ftype=\"cosine\""),
    ] {
        assert!(profile.contains(from), "{from}");
        let text = profile.replacen(from, to, 1);
        let told = said(&[source("d/domain.xml", DOMAIN), source("d/one.xml", &text)]);
        let at = format!("\n  d/one.xml, line {}, column ", line_of(&text, to));
        assert!(told.contains(&at), "{told}");
    }
    // All of them at once.
    let text = profile
        .replace("evaluation=\"20\"", "evaluation=\"many\"")
        .replace("name=\"days\"", "name=\"weeks\"")
        .replace("slope=\"0.25\"", "slope=\"steep\"")
        .replace("value=\"0.4\"", "value=\"0x4\"");
    let told = said(&[source("d/domain.xml", DOMAIN), source("d/one.xml", &text)]);
    for part in ["`many`", "`weeks`", "`steep`", "`0x4`"] {
        assert!(told.contains(part), "{part}: {told}");
    }
    assert_eq!(told.matches("d/one.xml, line ").count(), 4, "{told}");
    let cut = profile.replacen(
        "index=\"2\" value=\"0.6\"/>",
        "index=\"2\" value=\"0.6\">",
        1,
    );
    let told = said(&[source("d/domain.xml", DOMAIN), source("d/one.xml", &cut)]);
    assert!(told.starts_with("d/one.xml, line 5, column 62: "), "{told}");
    let twice = DOMAIN.replacen("name=\"days\"", "name=\"tool\"", 1);
    let told = said(&[source("d/domain.xml", &twice)]);
    assert!(
        told.contains(
            "\n  d/domain.xml, line 3, column 1 and line 4, column 1: reading the issues"
        ),
        "{told}"
    );

    for (from, to) in [
        ("\"no\": 0.25", "\"never\": 0.25"),
        (
            "\"issueWeights\": {\"car\": 0.4, \"fte\": 0.6},",
            "\"issueWeights\": [],",
        ),
        (
            "{\"car\": \"no\", \"fte\": 2}",
            "{\"car\": \"no\", \"fte\": 9}",
        ),
        ("[\"0\", \"4\", \"1\"]", "[\"0\", \"4.5\", \"1\"]"),
        ("[\"yes\", \"no\"]", "[\"yes\", \"yes\"]"),
        ("\"name\": \"PROFILE\"", "\"name\": PROFILE"),
    ] {
        assert!(GENIUSWEB.contains(from), "{from}");
        let text = GENIUSWEB.replacen(from, to, 1);
        let told = said(&[source("w/one.json", &text)]);
        assert!(told.contains("w/one.json, line "), "{told}");
        // What is lacking altogether has no line but that of what it is lacking in.
        let line = line_of(&text, to);
        let at = format!("w/one.json, line {line}, column ");
        assert!(to.contains("[]") || told.contains(&at), "{line}: {told}");
    }
}

#[test]
fn answers_that_contradict_each_other_are_found_by_their_lines() {
    use crate::{packages::report::report, watch::Unwatched};
    let asked = include_str!("../../../../../../cases/packages/asked.yaml");
    let twice = asked.replace("    answers:\n", "    answers:\n      - prefers: { Rise in hundredths: 5, Length in months: 24, Night shifts: as now }\n        to: { Rise in hundredths: 3, Length in months: 24, Night shifts: voluntary }\n");
    let reading = read(&[source("cases/asked.yaml", &twice)]).unwrap();
    let refused = report(&reading, Question::default(), 1, &Unwatched).unwrap_err();
    let line = line_of(&twice, "- prefers");
    let at = format!(
        "cases/asked.yaml, line {line}, column 9 and line {}, column 9: Union: ",
        line + 2
    );
    assert!(refused.to_string().starts_with(&at), "{refused}");
}

#[test]
fn a_day_that_there_is_not_is_refused_by_line() {
    for (day, meant) in [
        (
            "2026-02-31",
            "is no day that exists: February 2026 has the days 01 to 28.",
        ),
        ("2026-3-1", "Write 2026-03-01."),
    ] {
        let text = OURS.replace("2026-03-01", day);
        let told = said(&[source("talks", &text)]);
        let line = line_of(&text, "points-on");
        assert!(told.contains(&format!("line {line}")), "{told}");
        assert!(told.contains(meant), "{told}");
    }
}
