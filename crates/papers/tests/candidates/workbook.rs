//! The workbook, read back by another program's library.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};
use linkage::{
    decide::{Against, Decisions, Verdict, Why},
    findings::{Findings, Task},
    table::{Table, TableBuilder},
};
use papers::{
    Language,
    candidates::{read_decisions, xlsx},
};

use crate::sample;

fn opened(findings: &Findings, language: Language) -> Xlsx<Cursor<Vec<u8>>> {
    open_workbook_from_rs(Cursor::new(xlsx(findings, language).unwrap())).unwrap()
}

/// The rows of a sheet as text, cells between bars.
fn rows(findings: &Findings, language: Language, at: usize) -> String {
    let mut workbook = opened(findings, language);
    let sheet = workbook.worksheet_range_at(at).unwrap().unwrap();
    let rows = sheet.rows().map(|row| {
        let cells: Vec<String> = row
            .iter()
            .map(|cell| cell.to_string().chars().take(60).collect())
            .collect();
        cells.join(" | ").trim_end_matches([' ', '|']).to_owned()
    });
    rows.collect::<Vec<_>>().join("\n")
}

#[test]
fn sheets_have_their_names() {
    let names = |language| opened(&sample::two_lists(), language).sheet_names();
    assert_eq!(
        names(Language::English),
        ["Candidates", "Read", "Problems", "Method", "Costs"]
    );
    assert_eq!(
        names(Language::Arabic),
        [
            "الأزواج المرشّحة",
            "ما قُرئ",
            "ما لم يُفهم",
            "الطريقة",
            "كلفة العتبات"
        ]
    );
}

#[test]
fn candidates_in_english() {
    insta::assert_snapshot!(rows(&sample::two_lists(), Language::English, 0));
}

#[test]
fn candidates_in_arabic() {
    insta::assert_snapshot!(rows(&sample::two_lists(), Language::Arabic, 0));
}

#[test]
fn the_other_sheets() {
    let findings = sample::one_list();
    let others: Vec<String> = (1..5)
        .map(|at| rows(&findings, Language::English, at))
        .collect();
    insta::assert_snapshot!(others.join("\n\n"));
}

#[test]
fn decisions_taken_before_stand_beside_empty_columns_for_new_ones() {
    let text = rows(&sample::decided(), Language::English, 0);
    assert!(
        text.contains("Decided by نور: same\nDecided by <script>"),
        "{text}"
    );
    let problems = rows(&sample::decided(), Language::English, 2);
    assert!(problems.contains("decided on another list"), "{problems}");
}

#[test]
fn decisions_are_read_back_in_either_language_with_their_places() {
    for language in Language::ALL {
        let findings = sample::two_lists();
        let mut workbook = opened(&findings, language);
        let sheet = workbook.worksheet_range_at(0).unwrap().unwrap();
        let cells: Vec<Vec<String>> = sheet
            .rows()
            .map(|row| row.iter().map(ToString::to_string).collect())
            .collect();
        let (head, rows) = cells.split_first().unwrap();
        let decision = head.len() - 4;
        let mut table = TableBuilder::new("c.xlsx", head.iter().map(String::as_str));
        let sheet = table.sheet("Candidates", Vec::new()).unwrap();
        let verdict = |verdict| papers::words::verdict(verdict, papers::Strings::of(language));
        let said = [
            verdict(Verdict::Same),
            "Cannot-Tell".to_owned(),
            String::new(),
            "perhaps".to_owned(),
            verdict(Verdict::Relatives).to_uppercase(),
        ];
        for (at, (row, said)) in (2..).zip(rows.iter().zip(said)) {
            let mut row = row.clone();
            row[decision] = said;
            row[decision + 1] = " Noor ".to_owned();
            row[decision + 3] = "a reason".to_owned();
            table
                .push_row(sheet, at, row.iter().map(String::as_str))
                .unwrap();
        }
        let table = table.finish();
        let lists = [lists_of(&findings, 0), lists_of(&findings, 1)];
        let against = Against::new(
            Task::Link,
            &[
                (&lists[0], findings.lists[0].digest.as_str()),
                (&lists[1], findings.lists[1].digest.as_str()),
            ],
        );
        let mut read = Decisions::default();
        read_decisions(&table, "c.xlsx", &against, &mut read);
        let found: Vec<_> = read
            .on
            .iter()
            .map(|(pair, decided)| (*pair, decided[0].verdict, decided[0].by.as_str()))
            .collect();
        let record = |number: usize| {
            let candidate = &findings.candidates[number];
            (candidate.left.record, candidate.right.record)
        };
        let expected = [
            (record(0), Verdict::Same, "Noor"),
            (record(1), Verdict::CannotTell, "Noor"),
            (record(4), Verdict::Relatives, "Noor"),
        ];
        assert_eq!(found, expected, "{language:?}");
        let misfits: Vec<String> = read
            .misfits
            .iter()
            .map(|misfit| format!("{:?} at {}: {}", misfit.why, misfit.place, misfit.found))
            .collect();
        assert_eq!(misfits.len(), 1, "{misfits:?}");
        assert!(
            misfits[0].starts_with("NoSuchVerdict at sheet Candidates, row 5, column"),
            "{misfits:?}"
        );
    }
}

#[test]
fn a_table_without_the_columns_is_told_to_be_none() {
    let mut table = TableBuilder::new("x.csv", ["Decision", "By"]);
    let sheet = table.sheet("", Vec::new()).unwrap();
    table.push_row(sheet, 2, ["same", "Noor"]).unwrap();
    let mut read = Decisions::default();
    let against = Against::new(Task::Link, &[]);
    read_decisions(&table.finish(), "x.csv", &against, &mut read);
    assert_eq!(read.misfits[0].why, Why::NoColumns);
    assert!(read.on.is_empty());
}

/// A list in which all rows are that the sample speaks of.
fn lists_of(findings: &Findings, list: usize) -> Table {
    let mut table = TableBuilder::new("list", ["Name"]);
    let entry = findings.candidates.first().unwrap();
    let entry = if list == 0 { &entry.left } else { &entry.right };
    let name = entry.place.sheet.clone().unwrap_or_default();
    let sheet = table.sheet(&name, Vec::new()).unwrap();
    for row in 2..60 {
        table.push_row(sheet, row, ["somebody"]).unwrap();
    }
    table.finish()
}

#[test]
fn nothing_found_is_a_workbook_too() {
    let text = rows(&sample::nothing_found(), Language::English, 0);
    assert_eq!(text.lines().count(), 1, "{text}");
}

#[test]
fn what_begins_like_a_formula_is_a_string() {
    let mut workbook = opened(&sample::two_lists(), Language::English);
    let sheet = workbook.worksheet_range("Candidates").unwrap();
    let all: Vec<&Data> = sheet.rows().flatten().collect();
    for cell in [
        "=HYPERLINK(\"//x\",\"y\")",
        "@SUM(1+1)",
        "+1984",
        "-1984",
        "<U+0009>m",
    ] {
        assert!(all.contains(&&Data::String(cell.to_owned())), "{cell}");
    }
    for name in workbook.sheet_names() {
        let formulas = workbook.worksheet_formula(&name).unwrap();
        assert_eq!(
            formulas.rows().flatten().filter(|f| !f.is_empty()).count(),
            0,
            "{name}"
        );
    }
}

#[test]
fn long_cells_are_whole() {
    let mut workbook = opened(&sample::two_lists(), Language::English);
    let sheet = workbook.worksheet_range("Candidates").unwrap();
    let whole = Data::String("ä".repeat(10_000));
    assert!(sheet.rows().flatten().any(|cell| *cell == whole));
}

#[test]
fn the_columns_of_a_decision_are_empty_and_offer_a_choice() {
    let findings = sample::two_lists();
    let mut workbook = opened(&findings, Language::English);
    let sheet = workbook.worksheet_range("Candidates").unwrap();
    let head: Vec<String> = sheet
        .rows()
        .next()
        .unwrap()
        .iter()
        .map(ToString::to_string)
        .collect();
    let decision = head.iter().position(|cell| cell == "Decision").unwrap();
    assert_eq!(head[decision..], ["Decision", "By", "When", "Reason"]);
    for row in sheet.rows().skip(1) {
        assert!(row[decision..].iter().all(|cell| *cell == Data::Empty));
    }
    let xml = part(
        &xlsx(&findings, Language::English).unwrap(),
        "xl/worksheets/sheet1.xml",
    );
    assert!(xml.contains("<formula1>\"same,different,relatives,cannot tell\"</formula1>"));
    assert!(xml.contains("<autoFilter ref=\"A1:"));
    assert!(xml.contains("state=\"frozen\""));
    assert!(!xml.contains("rightToLeft"));
    let arabic = part(
        &xlsx(&findings, Language::Arabic).unwrap(),
        "xl/worksheets/sheet1.xml",
    );
    assert!(arabic.contains("rightToLeft=\"1\""));
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let findings = sample::two_lists();
    let made = xlsx(&findings, Language::Arabic).unwrap();
    let core = part(&made, "docProps/core.xml");
    assert!(core.contains("2000-01-01T00:00:00Z"), "{core}");
    assert_eq!(made, xlsx(&findings, Language::Arabic).unwrap());
}

fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    std::io::read_to_string(archive.by_name(name).unwrap()).unwrap()
}
