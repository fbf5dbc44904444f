//! The workbook, read back by another program's library.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};
use linkage::findings::Findings;
use papers::{Language, candidates::xlsx};

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
