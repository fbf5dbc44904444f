//! `OpenDocument` spreadsheets as they come, written by hand.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use linkage::problem::Fault;
use linkage::watch::Unwatched;
use zip::write::SimpleFileOptions;

use crate::{Limits, Read, Sheets, Unreadable};

const MIME: &[u8] = b"application/vnd.oasis.opendocument.spreadsheet";

fn packed(content: &str, manifest: &str) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default();
    let parts: [(&str, &[u8]); 3] = [
        ("mimetype", MIME),
        ("META-INF/manifest.xml", manifest.as_bytes()),
        ("content.xml", content.as_bytes()),
    ];
    for (name, bytes) in parts {
        zip.start_file(name, options).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn document(tables: &str) -> String {
    format!(
        r#"<?xml version="1.0"?><office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x">
        <office:automatic-styles><style:style style:name="ta2"><style:table-properties table:display="false"/></style:style></office:automatic-styles>
        <office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"#
    )
}

fn try_read(tables: &str) -> Result<Read, Unreadable> {
    let bytes = packed(&document(tables), "<m/>");
    crate::read("list.ods", &bytes, &Limits::default(), &Unwatched)
}

fn read(tables: &str) -> Read {
    try_read(tables).unwrap()
}

/// A row of text cells.
fn row(cells: &[&str]) -> String {
    let mut made = "<table:table-row>".to_owned();
    for cell in cells {
        write!(made, r#"<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>"#).unwrap();
    }
    made + "</table:table-row>"
}

fn table(name: &str, inside: &str) -> String {
    format!(r#"<table:table table:name="{name}">{inside}</table:table>"#)
}

fn cells(read: &Read) -> Vec<Vec<&str>> {
    let row = |record| (0..read.table.width()).map(move |c| read.table.cell(record, c));
    (0..read.table.len()).map(|r| row(r).collect()).collect()
}

fn problems(read: &Read) -> Vec<(Fault, Option<u32>, Option<u32>)> {
    let short = |p: &linkage::problem::Problem| (p.what, p.place.row, p.place.column);
    read.problems.iter().map(short).collect()
}

#[test]
fn a_plain_spreadsheet_has_no_problems() {
    let rows = row(&["Name", "Town"]) + &row(&["نور &amp; x", "Aden"]) + &row(&["סמי", "Ibb"]);
    // As programs write it: the rest of the sheet as one claim.
    let rest = r#"<table:table-row table:number-rows-repeated="1048573"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>"#;
    let read = read(&table("North", &(rows + rest)));
    assert_eq!(cells(&read), [["نور & x", "Aden"], ["סמי", "Ibb"]]);
    assert_eq!(problems(&read), []);
    assert_eq!(
        read.table.place(1, Some(1)).to_string(),
        "sheet North, row 3, column B"
    );
}

#[test]
fn typed_values_become_text() {
    let typed = |kind: &str, value: &str, shown: &str| {
        format!(
            r#"<table:table-cell office:value-type="{kind}" {value}><text:p>{shown}</text:p></table:table-cell>"#
        )
    };
    let values = [
        typed("float", r#"office:value="1234567890""#, "1.2E9"),
        typed("float", r#"office:value="123""#, "000123"),
        typed("date", r#"office:date-value="1980-05-02""#, "2/5/80"),
        typed("date", r#"office:date-value="1980-05-02T10:30:00""#, "x"),
        typed("boolean", r#"office:boolean-value="true""#, "WAHR"),
        typed("string", r#"office:string-value="kept""#, "shown"),
    ]
    .concat();
    let rows = row(&["Id", "No", "Born", "Date", "Sex", "Name"])
        + &format!("<table:table-row>{values}</table:table-row>");
    let read = read(&table("x", &rows));
    let expected = [
        "1234567890",
        "000123",
        "1980-05-02",
        "1980-05-02T10:30:00",
        "TRUE",
        "kept",
    ];
    assert_eq!(cells(&read)[0], expected);
}

#[test]
fn text_of_several_paragraphs_and_spaces_is_kept_and_remarks_are_not() {
    let cell = r#"<table:table-cell office:value-type="string"><office:annotation><text:p>a remark</text:p></office:annotation><text:p>one<text:s text:c="2"/><text:span>two</text:span></text:p><text:p>three</text:p></table:table-cell>"#;
    let rows = row(&["Name", "Town"])
        + "<table:table-row>"
        + cell
        + "</table:table-row>"
        + &row(&["x", "y"]);
    assert_eq!(read(&table("x", &rows)).table.cell(0, 0), "one  two\nthree");
}

#[test]
fn formulas_errors_and_hidden_parts_are_told_by_place() {
    let columns = r#"<table:table-column/><table:table-column table:visibility="collapse"/>"#;
    let computed = r#"<table:table-row table:visibility="filter"><table:table-cell office:value-type="string"><text:p>Noor</text:p></table:table-cell><table:table-cell table:formula="of:=1+1" office:value-type="float" office:value="2"><text:p>2</text:p></table:table-cell></table:table-row>
        <table:table-row><table:table-cell office:value-type="string"><text:p>Sami</text:p></table:table-cell><table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value="" calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell></table:table-row>
        <table:table-row><table:table-cell office:value-type="string"><text:p>Huda</text:p></table:table-cell><table:table-cell table:formula="of:=A1"/></table:table-row>"#;
    let first = table(
        "x",
        &(columns.to_owned() + &row(&["Name", "Age"]) + computed),
    );
    let hidden = r#"<table:table table:name="y" table:style-name="ta2">"#.to_owned()
        + &row(&["Name", "Age"])
        + &row(&["Zayd", "7"])
        + "</table:table>";
    let read = read(&(first + &hidden));
    let expected = [
        ["Noor", "2"],
        ["Sami", "#DIV/0!"],
        ["Huda", ""],
        ["Zayd", "7"],
    ];
    assert_eq!(cells(&read), expected);
    let expected = [
        (Fault::HiddenColumn, None, Some(2)),
        (Fault::HiddenRow, Some(2), None),
        (Fault::Formula, Some(2), Some(2)),
        (Fault::Formula, Some(3), Some(2)),
        (Fault::CellError, Some(3), Some(2)),
        (Fault::FormulaWithoutValue, Some(4), Some(2)),
        (Fault::HiddenSheet, None, None),
    ];
    assert_eq!(problems(&read), expected);
}

#[test]
fn merged_cells_are_repeated_downwards() {
    let merged = r#"<table:table-row><table:table-cell office:value-type="string"><text:p>Noor</text:p></table:table-cell><table:table-cell table:number-rows-spanned="2" table:number-columns-spanned="1" office:value-type="string"><text:p>Aden</text:p></table:table-cell></table:table-row>
        <table:table-row><table:table-cell office:value-type="string"><text:p>Sami</text:p></table:table-cell><table:covered-table-cell/></table:table-row>"#;
    let rows = row(&["Name", "Town"]) + merged + &row(&["Huda", "Ibb"]);
    let read = read(&table("x", &rows));
    assert_eq!(
        cells(&read),
        [["Noor", "Aden"], ["Sami", "Aden"], ["Huda", "Ibb"]]
    );
    assert_eq!(problems(&read), [(Fault::MergedDown, Some(2), Some(2))]);
}

#[test]
fn repetitions_are_carried_out_and_counted() {
    let repeated = r#"<table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="2" office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row>"#;
    let rows = row(&["Name", "Town"]) + repeated + &row(&["Noor", "Aden"]);
    let read = read(&table("x", &rows));
    assert_eq!(
        cells(&read),
        [["x", "x"], ["x", "x"], ["x", "x"], ["Noor", "Aden"]]
    );
    assert_eq!(read.table.rows.last(), Some(&(0, 5)));
    let wide = rows.replace("columns-repeated=\"2\"", "columns-repeated=\"4000000000\"");
    assert!(matches!(
        try_read(&table("x", &wide)),
        Err(Unreadable::TooLarge {
            what: "columns",
            ..
        })
    ));
    let high = rows.replace("rows-repeated=\"3\"", "rows-repeated=\"4000000000\"");
    let limits = Limits {
        rows: 10_000,
        ..Limits::default()
    };
    let bytes = packed(&document(&table("x", &high)), "<m/>");
    let refused = crate::read("x", &bytes, &limits, &Unwatched).unwrap_err();
    assert!(matches!(refused, Unreadable::TooLarge { what: "rows", .. }));
}

#[test]
fn a_file_that_is_cut_off_ends_and_keeps_what_came_before() {
    let whole = document(&table(
        "x",
        &(row(&["Name", "Town"]) + &row(&["Noor", "Aden"]) + &row(&["Sami", "Ibb"])),
    ));
    let cut = whole.find("Ibb").unwrap();
    let bytes = packed(&whole[..cut], "<m/>");
    let read = crate::read("x", &bytes, &Limits::default(), &Unwatched).unwrap();
    assert_eq!(cells(&read), [["Noor", "Aden"], ["Sami", ""]]);
    assert_eq!(problems(&read), [(Fault::CutOff, Some(3), None)]);
    for cut in 0..whole.len() {
        let _ = crate::read(
            "x",
            &packed(whole.get(..cut).unwrap_or(""), "<m/>"),
            &Limits::default(),
            &Unwatched,
        );
    }
}

#[test]
fn a_bomb_is_refused_before_it_is_unpacked() {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let packed = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
    zip.start_file("mimetype", SimpleFileOptions::default())
        .unwrap();
    zip.write_all(MIME).unwrap();
    zip.start_file("content.xml", packed).unwrap();
    zip.write_all(&vec![b' '; 200 << 20]).unwrap();
    let bomb = zip.finish().unwrap().into_inner();
    assert!(bomb.len() < 1 << 20);
    let refused = crate::read("list.ods", &bomb, &Limits::default(), &Unwatched).unwrap_err();
    assert!(matches!(refused, Unreadable::Bomb { .. }), "{refused}");
}

#[test]
fn more_columns_than_any_sheet_has_are_refused() {
    let row = r#"<table:table-row><table:table-cell table:number-columns-repeated="1000000"><text:p>x</text:p></table:table-cell></table:table-row>"#;
    let refused = try_read(&table("One", row)).unwrap_err();
    assert!(
        matches!(
            refused,
            Unreadable::TooLarge {
                what: "columns",
                ..
            }
        ),
        "{refused}"
    );
}

#[test]
fn a_locked_file_is_refused_as_locked() {
    let bytes = packed(
        "\u{1}\u{2}",
        "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>",
    );
    let refused = crate::read("x", &bytes, &Limits::default(), &Unwatched).unwrap_err();
    assert_eq!(refused, Unreadable::Encrypted);
}

#[test]
fn one_sheet_is_picked_by_name() {
    let tables = table("North", &(row(&["Name", "Town"]) + &row(&["Noor", "Aden"])))
        + &table("Cars", &(row(&["Number", "Colour"]) + &row(&["7", "red"])));
    let bytes = packed(&document(&tables), "<m/>");
    let pick = |name: &str| {
        let wanted = Sheets::One(name.to_owned());
        crate::read_sheets("x", &bytes, &wanted, &Limits::default(), &Unwatched)
    };
    assert_eq!(cells(&pick("Cars").unwrap()), [["7", "red"]]);
    assert!(matches!(pick("Ships"), Err(Unreadable::NoSuchSheet { .. })));
}

#[test]
fn one_xml_file_is_read_too() {
    let flat = document(&table(
        "x",
        &(row(&["Name", "Town"]) + &row(&["Noor", "Aden"])),
    ))
    .replace("office:document-content", "office:document");
    let read = crate::read("x.fods", flat.as_bytes(), &Limits::default(), &Unwatched).unwrap();
    assert_eq!(cells(&read), [["Noor", "Aden"]]);
}
