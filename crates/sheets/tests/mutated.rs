//! Files that were damaged or forged: each reader is fed real files with parts of them changed, and
//! reads them or refuses them. What the fuzz targets do for hours on a nightly compiler, this does
//! for seconds on any.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops at the first fault"
)]

use std::collections::BTreeSet;
use std::io::{Cursor, Read as _, Write as _};

use linkage::watch::Unwatched;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};
use sheets::{Limits, Unreadable, read};
use zip::write::SimpleFileOptions;

/// One change of some bytes.
#[derive(Debug, Clone)]
enum Change {
    Set(usize, u8),
    Cut(usize),
    Drop(usize, usize),
    Repeat(usize, usize, usize),
    Put(usize, &'static str),
}

/// What hostile files say.
const WORDS: [&str; 16] = [
    "\"",
    "<row r=\"4294967295\">",
    "<c r=\"XFD1048576\" t=\"s\"><v>4294967295</v></c>",
    "</row>",
    "<c t=\"n\"><v>1e308</v></c>",
    "<mergeCell ref=\"A1:XFD1048576\"/>",
    "&amp;",
    "&#xD800;",
    "<![CDATA[",
    "table:number-columns-repeated=\"4294967295\"",
    "table:number-rows-repeated=\"4294967295\"",
    "<table:table-cell>",
    "<!--",
    "\u{202E}",
    "]]>",
    "-1",
];

fn change() -> impl Strategy<Value = Change> {
    let at = any::<usize>;
    prop_oneof![
        (at(), any::<u8>()).prop_map(|(at, byte)| Change::Set(at, byte)),
        at().prop_map(Change::Cut),
        (at(), 1..64_usize).prop_map(|(at, len)| Change::Drop(at, len)),
        (at(), 1..64_usize, 1..40_usize)
            .prop_map(|(at, len, times)| Change::Repeat(at, len, times)),
        (at(), prop::sample::select(WORDS.to_vec())).prop_map(|(at, word)| Change::Put(at, word)),
    ]
}

fn changes() -> impl Strategy<Value = Vec<Change>> {
    prop::collection::vec(change(), 1..6)
}

fn changed(bytes: &[u8], changes: &[Change]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for change in changes {
        let len = bytes.len().max(1);
        match change {
            Change::Set(at, byte) => {
                if let Some(old) = bytes.get_mut(at % len) {
                    *old = *byte;
                }
            }
            Change::Cut(at) => bytes.truncate(at % len),
            Change::Drop(at, count) => {
                let from = (at % len).min(bytes.len());
                let to = (from + count).min(bytes.len());
                bytes.drain(from..to);
            }
            Change::Repeat(at, count, times) => {
                let from = (at % len).min(bytes.len());
                let to = (from + count).min(bytes.len());
                let piece = bytes[from..to].repeat(*times);
                bytes.splice(from..from, piece);
            }
            Change::Put(at, word) => {
                let from = (at % len).min(bytes.len());
                bytes.splice(from..from, word.bytes());
            }
        }
    }
    bytes
}

/// What became of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Outcome {
    Read,
    ReadWithProblems,
    Refused,
}

/// Reads, and looks at every cell and problem. A refusal must say what to do.
fn check(bytes: &[u8]) -> Result<Outcome, TestCaseError> {
    let limits = Limits {
        unpacked: 8 << 20,
        rows: 50_000,
        cells: 200_000,
        text: 8 << 20,
        problems: 100,
        ..Limits::default()
    };
    match read("list", bytes, &limits, &Unwatched) {
        Ok(read) => {
            let table = &read.table;
            prop_assert!(table.len() as u64 <= limits.rows);
            for column in 0..table.width() {
                prop_assert_eq!(table.distinct(column).count(), table.distinct_len(column));
            }
            for record in (0..table.len()).take(100) {
                prop_assert!(table.place(record, Some(0)).row.is_some());
                for column in 0..table.width() {
                    let id = table.text_id(record, column);
                    prop_assert_eq!(table.cell(record, column), table.text(column, id));
                }
            }
            for problem in &read.problems {
                prop_assert!(problem.found.chars().count() < 1000);
            }
            Ok(match read.problems.len() {
                0 => Outcome::Read,
                _ => Outcome::ReadWithProblems,
            })
        }
        Err(Unreadable::Stopped(_)) => Err(TestCaseError::fail("nobody stopped it")),
        Err(refusal) => {
            prop_assert!(refusal.to_string().len() > 60, "{}", refusal);
            Ok(Outcome::Refused)
        }
    }
}

/// A workbook with something of everything.
fn workbook() -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    let day = Format::new().set_num_format("yyyy-mm-dd");
    for (column, name) in (0..).zip(["Ref", "Name", "Born", "Village", "Age"]) {
        sheet.write(0, column, name).unwrap();
    }
    for row in 1..8_u32 {
        sheet.write(row, 0, row).unwrap();
        sheet.write(row, 1, format!("نور {row} & co")).unwrap();
        let born = ExcelDateTime::from_ymd(1980, 5, 2).unwrap();
        sheet
            .write_datetime_with_format(row, 2, &born, &day)
            .unwrap();
        sheet.write(row, 3, "Aden").unwrap();
        let age = Formula::new("2020-1980").set_result("40");
        sheet.write_formula(row, 4, age).unwrap();
    }
    sheet
        .merge_range(2, 3, 4, 3, "Taiz", &Format::new())
        .unwrap();
    sheet.set_row_hidden(6).unwrap();
    workbook.add_worksheet().write(0, 0, "Name").unwrap();
    workbook.save_to_buffer().unwrap()
}

/// The parts of a packed file.
fn parts(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut parts = Vec::new();
    for at in 0..zip.len() {
        let mut part = zip.by_index(at).unwrap();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).unwrap();
        parts.push((part.name().unwrap().into_owned(), bytes));
    }
    parts
}

fn packed(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(name.as_str(), SimpleFileOptions::default())
            .unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A spreadsheet with something of everything.
fn content() -> String {
    let row = r#"<table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="string"><text:p>نور<text:s text:c="3"/></text:p></table:table-cell><table:table-cell table:number-rows-spanned="2" office:value-type="float" office:value="1.5E9"><text:p>x</text:p></table:table-cell><table:covered-table-cell table:number-columns-repeated="2"/><table:table-cell table:formula="of:=1" office:value-type="date" office:date-value="1980-05-02"/></table:table-row>"#;
    let head = row.replace("نور", "Name").replace("1.5E9", "7");
    format!(
        r#"<?xml version="1.0"?><office:document><office:body><office:spreadsheet><table:table table:name="a"><table:table-column/>{head}{}</table:table></office:spreadsheet></office:body></office:document>"#,
        row.repeat(4)
    )
}

fn spreadsheet(content: &[u8]) -> Vec<u8> {
    let mime = b"application/vnd.oasis.opendocument.spreadsheet".to_vec();
    packed(&[
        ("mimetype".to_owned(), mime),
        ("content.xml".to_owned(), content.to_vec()),
    ])
}

#[test]
fn what_is_mutated_can_be_read_before() {
    let limits = Limits::default();
    for bytes in [
        workbook(),
        spreadsheet(content().as_bytes()),
        content().into_bytes(),
    ] {
        let read = read("list", &bytes, &limits, &Unwatched).unwrap();
        assert!(read.table.len() >= 7 && read.table.width() >= 3);
    }
}

/// The changes reach all ends: files that are read still, with problems or without, and files that
/// are refused.
#[test]
fn mutation_reaches_every_outcome() {
    let mut runner = TestRunner::deterministic();
    let mut reached = BTreeSet::new();
    let parts = parts(&workbook());
    for _ in 0..300 {
        let changes = changes().new_tree(&mut runner).unwrap().current();
        let list = "Name;Town\nNoor;Aden\nSami;Ibb\n".repeat(20);
        reached.insert(("text", check(&changed(list.as_bytes(), &changes)).unwrap()));
        let archive = changed(&workbook(), &changes);
        reached.insert(("archive", check(&archive).unwrap()));
        let mut parts = parts.clone();
        for (name, bytes) in &mut parts {
            if name.ends_with("sheet1.xml") {
                *bytes = changed(bytes, &changes);
            }
        }
        reached.insert(("sheet", check(&packed(&parts)).unwrap()));
    }
    for outcome in [
        ("text", Outcome::Read),
        ("text", Outcome::ReadWithProblems),
        ("archive", Outcome::ReadWithProblems),
        ("archive", Outcome::Refused),
        ("sheet", Outcome::ReadWithProblems),
    ] {
        assert!(reached.contains(&outcome), "{outcome:?} of {reached:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn mutated_text(changes in changes()) {
        let list = "Name;Town;Born\n\"Noor; x\";Aden;1980\nСами;חיפה;1975\n\nTotal;;2\n".repeat(3);
        check(&changed(list.as_bytes(), &changes))?;
    }

    #[test]
    fn mutated_archives(changes in changes()) {
        check(&changed(&workbook(), &changes))?;
        check(&changed(&spreadsheet(content().as_bytes()), &changes))?;
    }

    #[test]
    fn mutated_parts_of_workbooks(which in any::<usize>(), changes in changes()) {
        let mut parts = parts(&workbook());
        let xml: Vec<usize> = (0..parts.len()).filter(|at| parts[*at].0.starts_with("xl/")).collect();
        let at = xml[which % xml.len()];
        parts[at].1 = changed(&parts[at].1, &changes);
        check(&packed(&parts))?;
    }

    #[test]
    fn mutated_spreadsheets(changes in changes()) {
        let content = changed(content().as_bytes(), &changes);
        check(&spreadsheet(&content))?;
        check(&content)?;
    }
}
