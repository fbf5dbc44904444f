//! Workbooks as they come. They are made by another program's writer, and what cannot be written so
//! is altered in its parts.

use std::io::{Cursor, Read as _, Write as _};

use calamine::Reader as _;
use linkage::problem::Fault;
use linkage::watch::Unwatched;
use proptest::prelude::*;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet};
use zip::write::SimpleFileOptions;

use crate::{Limits, Read, Sheets, Unreadable};

mod hostile;

fn try_read(bytes: &[u8], sheets: &Sheets) -> Result<Read, Unreadable> {
    crate::read_sheets("list.xlsx", bytes, sheets, &Limits::default(), &Unwatched)
}

fn read(bytes: &[u8]) -> Read {
    try_read(bytes, &Sheets::All).unwrap()
}

fn cells(read: &Read) -> Vec<Vec<&str>> {
    let row = |record| (0..read.table.width()).map(move |c| read.table.cell(record, c));
    (0..read.table.len()).map(|r| row(r).collect()).collect()
}

fn headers(read: &Read) -> Vec<&str> {
    (0..read.table.width())
        .map(|c| read.table.header(c))
        .collect()
}

fn problems(read: &Read) -> Vec<(Fault, Option<u32>, Option<u32>)> {
    let short = |p: &linkage::problem::Problem| (p.what, p.place.row, p.place.column);
    read.problems.iter().map(short).collect()
}

fn saved(mut workbook: Workbook) -> Vec<u8> {
    workbook.save_to_buffer().unwrap()
}

fn fill(sheet: &mut Worksheet, rows: &[&[&str]]) {
    for (row, cells) in (0..).zip(rows) {
        for (column, cell) in (0..).zip(*cells) {
            sheet.write_string(row, column, *cell).unwrap();
        }
    }
}

fn workbook(rows: &[&[&str]]) -> Workbook {
    let mut workbook = Workbook::new();
    fill(workbook.add_worksheet(), rows);
    workbook
}

/// The workbook with one of its parts changed.
fn altered(bytes: &[u8], part: &str, alter: impl Fn(&str) -> String) -> Vec<u8> {
    let mut from = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut to = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for at in 0..from.len() {
        let mut entry = from.by_index(at).unwrap();
        let name = entry.name().unwrap().into_owned();
        let mut text = String::new();
        entry.read_to_string(&mut text).unwrap();
        to.start_file(name.as_str(), options).unwrap();
        let text = if name == part { alter(&text) } else { text };
        to.write_all(text.as_bytes()).unwrap();
    }
    to.finish().unwrap().into_inner()
}

const SHEET: &str = "xl/worksheets/sheet1.xml";

#[test]
fn a_plain_workbook_has_no_problems() {
    let rows: [&[&str]; 3] = [&["Name", "Town"], &["نور", "Aden"], &["Сами", "חיפה"]];
    let read = read(&saved(workbook(&rows)));
    assert_eq!(headers(&read), ["Name", "Town"]);
    assert_eq!(cells(&read), [["نور", "Aden"], ["Сами", "חיפה"]]);
    assert_eq!(problems(&read), []);
    let place = read.table.place(1, Some(1));
    assert_eq!(place.to_string(), "sheet Sheet1, row 3, column B");
}

#[test]
fn numbers_days_and_truths_become_text() {
    let mut workbook = workbook(&[&["Id", "Born", "Taken at", "Held", "Code", "Big"]]);
    let sheet = workbook.worksheet_from_index(0).unwrap();
    let day = Format::new().set_num_format("dd/mm/yyyy");
    let time = Format::new().set_num_format("hh:mm");
    let zeros = Format::new().set_num_format("000000000");
    sheet.write_number(1, 0, 1_234_567_890.0).unwrap();
    let born = ExcelDateTime::from_ymd(1980, 5, 2).unwrap();
    sheet.write_datetime_with_format(1, 1, &born, &day).unwrap();
    sheet.write_number_with_format(1, 2, 0.75, &time).unwrap();
    sheet.write_boolean(1, 3, true).unwrap();
    sheet
        .write_number_with_format(1, 4, 12_345.0, &zeros)
        .unwrap();
    sheet.write_number(1, 5, 123_456_789_012_345_680.0).unwrap();
    let read = read(&saved(workbook));
    let expected = ["1234567890", "1980-05-02", "18:00:00", "TRUE", "000012345"];
    assert_eq!(cells(&read)[0][..5], expected);
    assert_eq!(read.table.cell(0, 5).len(), 18);
    assert_eq!(problems(&read), [(Fault::NumberRounded, Some(2), Some(6))]);
}

#[test]
fn formulas_and_errors_are_told_by_place() {
    let mut workbook = workbook(&[&["Name", "Age"], &["Noor"], &["Sami"], &["Huda"]]);
    let sheet = workbook.worksheet_from_index(0).unwrap();
    sheet
        .write_formula(1, 1, Formula::new("2020-1980").set_result("40"))
        .unwrap();
    sheet.write_formula(2, 1, Formula::new("1+1")).unwrap();
    sheet
        .write_formula(3, 1, Formula::new("1/0").set_result("#DIV/0!"))
        .unwrap();
    let bytes = altered(&saved(workbook), SHEET, |xml| {
        xml.replace("<f>1+1</f><v>0</v>", "<f>1+1</f>")
    });
    let read = read(&bytes);
    assert_eq!(
        cells(&read),
        [["Noor", "40"], ["Sami", ""], ["Huda", "#DIV/0!"]]
    );
    let expected = [
        (Fault::Formula, Some(2), Some(2)),
        (Fault::FormulaWithoutValue, Some(3), Some(2)),
        (Fault::Formula, Some(4), Some(2)),
        (Fault::CellError, Some(4), Some(2)),
    ];
    assert_eq!(problems(&read), expected);
    assert_eq!(read.problems[0].found, "2020-1980");
}

#[test]
fn merged_cells_in_header_and_body_are_understood_and_told() {
    let rows: [&[&str]; 6] = [
        &["Ref", "Name", "", "Village"],
        &["", "Given", "Father", ""],
        &["1", "Noor", "Ali", "Aden"],
        &["2", "Sami", "Omar", ""],
        &["3", "Huda", "Ali", ""],
        &["4", "Zayd", "", "Ibb"],
    ];
    let mut workbook = workbook(&rows);
    let sheet = workbook.worksheet_from_index(0).unwrap();
    let plain = Format::new();
    sheet.merge_range(0, 0, 1, 0, "Ref", &plain).unwrap();
    sheet.merge_range(0, 1, 0, 2, "Name", &plain).unwrap();
    sheet.merge_range(0, 3, 1, 3, "Village", &plain).unwrap();
    sheet.merge_range(2, 3, 4, 3, "Aden", &plain).unwrap();
    sheet.merge_range(5, 1, 5, 2, "Zayd", &plain).unwrap();
    let read = read(&saved(workbook));
    assert_eq!(
        headers(&read),
        ["Ref", "Name / Given", "Name / Father", "Village"]
    );
    let villages: Vec<&str> = (0..4).map(|r| read.table.cell(r, 3)).collect();
    assert_eq!(villages, ["Aden", "Aden", "Aden", "Ibb"]);
    assert_eq!(cells(&read)[3], ["4", "Zayd", "", "Ibb"]);
    let told = problems(&read);
    assert!(told.contains(&(Fault::MergedDown, Some(3), Some(4))));
    assert!(told.contains(&(Fault::MergedAcross, Some(6), Some(2))));
    assert!(told.contains(&(Fault::HeaderJoined, Some(1), None)));
}

#[test]
fn what_is_hidden_is_read_and_told() {
    let mut workbook = workbook(&[
        &["Name", "Town", "Age"],
        &["Noor", "Aden", "9"],
        &["Sami", "Ibb", "8"],
    ]);
    let sheet = workbook.worksheet_from_index(0).unwrap();
    sheet.set_row_hidden(2).unwrap();
    sheet.set_column_hidden(1).unwrap();
    fill(
        workbook.add_worksheet().set_hidden(true),
        &[&["Name", "Town", "Age"], &["Huda", "Taiz", "7"]],
    );
    let read = read(&saved(workbook));
    assert_eq!(read.table.len(), 3);
    let expected = [
        (Fault::HiddenColumn, None, Some(2)),
        (Fault::HiddenRow, Some(3), None),
        (Fault::HiddenSheet, None, None),
    ];
    assert_eq!(problems(&read), expected);
}

/// Two lists of one header, in another order of columns the second time, and a sheet of another.
fn several() -> Vec<u8> {
    let mut workbook = Workbook::new();
    let mut add = |name: &str, rows: &[&[&str]]| {
        fill(workbook.add_worksheet().set_name(name).unwrap(), rows);
    };
    add("Notes", &[&["Read me"], &["as of May"]]);
    add(
        "North",
        &[&["Name", "Village"], &["Noor", "Aden"], &["Sami", "Ibb"]],
    );
    add("South", &[&["village", "name "], &["Taiz", "Huda"]]);
    add("Cars", &[&["Number", "Colour"], &["7", "red"]]);
    saved(workbook)
}

#[test]
fn sheets_of_one_header_are_one_list_and_others_are_told() {
    let read = read(&several());
    assert_eq!(
        cells(&read),
        [["Noor", "Aden"], ["Sami", "Ibb"], ["Huda", "Taiz"]]
    );
    assert_eq!(read.table.sheets, ["North", "South"]);
    let place = read.table.place(2, Some(0));
    assert_eq!(place.to_string(), "sheet South, row 2, column B");
    let told: Vec<_> = read
        .problems
        .iter()
        .map(|p| (p.what, p.place.sheet.as_deref()))
        .collect();
    let expected = [
        (Fault::OtherHeader, Some("Cars")),
        (Fault::OtherHeader, Some("Notes")),
    ];
    assert_eq!(told, expected);
}

#[test]
fn one_sheet_is_picked_by_name() {
    let read = try_read(&several(), &Sheets::One("Cars".to_owned())).unwrap();
    assert_eq!(cells(&read), [["7", "red"]]);
    let missing = try_read(&several(), &Sheets::One("Ships".to_owned())).unwrap_err();
    assert!(missing.to_string().contains("Notes, North, South, Cars"));
}

#[test]
fn a_list_need_not_begin_in_the_first_cell() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.write(3, 2, "Name").unwrap();
    sheet.write(3, 4, "Town").unwrap();
    sheet.write(9, 2, "Noor").unwrap();
    sheet.write(9, 4, "Aden").unwrap();
    let read = read(&saved(workbook));
    assert_eq!(headers(&read), ["Name", "Town"]);
    let place = read.table.place(0, Some(1));
    assert_eq!(place.to_string(), "sheet Sheet1, row 10, column E");
}

/// Any cell that a writer can write, with the text that must come of it.
fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z]{1,8}",
        "[ء-ي]{1,8}",
        "[א-ת]{1,8}",
        Just("a  b & <c> \"d\"".to_owned()),
        Just(" spaces around ".to_owned()),
        Just("_x000D_ is kept".to_owned()),
        Just(String::new()),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// What another reader of workbooks reads is read here too.
    #[test]
    fn another_reader_reads_the_same(rows in prop::collection::vec(prop::collection::vec(cell(), 3), 1..20)) {
        let mut all: Vec<Vec<&str>> = vec![vec!["Name", "Father name", "Village"]];
        all.extend(rows.iter().map(|row| row.iter().map(String::as_str).collect()));
        let slices: Vec<&[&str]> = all.iter().map(Vec::as_slice).collect();
        let bytes = saved(workbook(&slices));
        let mut other: calamine::Xlsx<_> =
            calamine::open_workbook_from_rs(Cursor::new(bytes.clone())).unwrap();
        let range = other.worksheet_range("Sheet1").unwrap();
        let read = read(&bytes);
        for (record, &(_, row)) in read.table.rows.iter().enumerate() {
            for column in 0..3_u32 {
                let theirs = range.get_value((row - 1, column)).map(ToString::to_string);
                prop_assert_eq!(read.table.cell(record, column as usize), theirs.unwrap_or_default());
            }
        }
        let filled = rows.iter().filter(|row| row.iter().any(|c| !c.is_empty())).count();
        prop_assert_eq!(read.table.len() + read.aside.len(), filled);
    }
}
