//! Lists as text, as they come.

use linkage::problem::Fault;
use linkage::watch::Unwatched;
use proptest::prelude::*;

use crate::{Limits, Read, Unreadable};

fn read(bytes: impl AsRef<[u8]>) -> Read {
    crate::read("list.csv", bytes.as_ref(), &Limits::default(), &Unwatched).unwrap()
}

fn refused(bytes: impl AsRef<[u8]>, limits: &Limits) -> Unreadable {
    crate::read("list.csv", bytes.as_ref(), limits, &Unwatched).unwrap_err()
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

/// The problems as kind, row and column.
fn problems(read: &Read) -> Vec<(Fault, Option<u32>, Option<u32>)> {
    let short = |p: &linkage::problem::Problem| (p.what, p.place.row, p.place.column);
    read.problems.iter().map(short).collect()
}

#[test]
fn a_plain_list_has_no_problems() {
    let read = read("Name,Born\nNoor,1980\n\"Sami, the elder\",1975\n");
    assert_eq!(headers(&read), ["Name", "Born"]);
    assert_eq!(
        cells(&read),
        [["Noor", "1980"], ["Sami, the elder", "1975"]]
    );
    assert_eq!(problems(&read), []);
    assert_eq!(read.table.rows, [(0, 2), (0, 3)]);
}

#[test]
fn rows_are_numbered_as_a_spreadsheet_numbers_them() {
    let read = read("\r\nName,Town\r\n\r\n\r\n\"two\r\nlines\",Aden\r\nHuda,Taiz\r\n,\r\nSami,Ibb");
    assert_eq!(read.table.rows, [(0, 5), (0, 6), (0, 8)]);
    assert_eq!(read.table.cell(0, 0), "two\r\nlines");
    assert_eq!(problems(&read), [(Fault::BlankRows, None, None)]);
    assert_eq!(read.problems[0].found, "3");
}

#[test]
fn titles_totals_and_repeated_headers_are_set_aside_and_kept() {
    let read = read(
        "List of the north,,\nName,Town,Number\nNoor,Aden,1\nName,Town,Number\nSami,Taiz,2\nTotal,,3\n",
    );
    assert_eq!(cells(&read), [["Noor", "Aden", "1"], ["Sami", "Taiz", "2"]]);
    let aside: Vec<_> = read.aside.iter().map(|a| (a.why, a.place.row)).collect();
    let expected = [
        (Fault::TitleRow, Some(1)),
        (Fault::HeaderAgain, Some(4)),
        (Fault::TotalsRow, Some(6)),
    ];
    assert_eq!(aside, expected);
    assert_eq!(read.aside[2].cells, ["Total", "", "3"]);
}

#[test]
fn what_looks_like_a_total_among_entries_is_an_entry() {
    let read = read("Name,Town,Number\nNoor,Aden,1\nTotal,,3\nSami,Taiz,2\n");
    assert_eq!(read.table.len(), 3);
    assert_eq!(read.table.cell(1, 0), "Total");
}

#[test]
fn rows_of_another_width_are_kept_and_told() {
    let read = read("Name,Town\nNoor\nSami,Taiz,extra\nHuda,Ibb\n");
    assert_eq!(cells(&read)[1], ["Sami", "Taiz", "extra"]);
    let expected = [
        (Fault::RowShort, Some(2), None),
        (Fault::RowLong, Some(3), None),
    ];
    assert_eq!(problems(&read), expected);
}

#[test]
fn a_quotation_that_is_never_closed_loses_nothing() {
    let read = read("Name,Town\nNoor,Aden\nAli,\"the younger\nSami,Taiz\nHuda,Ibb\n");
    let expected = [
        vec!["Noor", "Aden"],
        vec!["Ali", "\"the younger"],
        vec!["Sami", "Taiz"],
        vec!["Huda", "Ibb"],
    ];
    assert_eq!(cells(&read), expected);
    assert_eq!(problems(&read), [(Fault::QuoteOpen, Some(3), None)]);
}

#[test]
fn a_cell_that_runs_over_many_lines_is_told() {
    let read = read("Name,Town\n\"a\nb\nc\nd\ne\nf\ng\nh\",Aden\n\"two\nlines\",Ibb\n");
    assert_eq!(read.table.len(), 2);
    assert_eq!(problems(&read), [(Fault::ManyLines, Some(2), Some(1))]);
}

#[test]
fn signs_that_deceive_are_kept_and_told_by_place() {
    let read = read("Name,Town\nAli\u{202E}x,Aden\nNoor,Ма\u{0072}иуполь\nSami,=1+1\n");
    assert_eq!(read.table.cell(0, 0), "Ali\u{202E}x");
    let expected = [
        (Fault::Invisible, Some(2), Some(1)),
        (Fault::MixedScripts, Some(3), Some(2)),
        (Fault::FormulaText, Some(4), Some(2)),
    ];
    assert_eq!(problems(&read), expected);
    assert!(read.problems[0].found.contains("<U+202E>"));
}

#[test]
fn a_letter_of_another_script_in_a_name_is_told_and_kept() {
    // Cyrillic а in a Latin name, Latin o in a Cyrillic one; a name in each script is no mixture.
    let read = read("Name,Town\nK\u{0430}rim,Aden\nИван\u{006F}в,Киев\nNoor نور,Sana\n");
    let names: Vec<&str> = (0..3).map(|record| read.table.cell(record, 0)).collect();
    assert_eq!(names, ["K\u{0430}rim", "Иван\u{006F}в", "Noor نور"]);
    let expected = [
        (Fault::MixedScripts, Some(2), Some(1)),
        (Fault::MixedScripts, Some(3), Some(1)),
    ];
    assert_eq!(problems(&read), expected);
}

#[test]
fn each_cell_with_damaged_bytes_is_told_and_the_others_are_as_they_were() {
    let mut bytes = "Name,Town\nسامي صالح,تعز\nZo".as_bytes().to_vec();
    bytes.extend(b"\xFF,Aden\nNoor,\xFE");
    bytes.extend("Ибб\n".as_bytes());
    let read = read(bytes);
    assert_eq!(cells(&read)[0], ["سامي صالح", "تعز"]);
    let expected = [
        (Fault::NotText, Some(3), Some(1)),
        (Fault::NotText, Some(4), Some(2)),
    ];
    assert_eq!(problems(&read), expected);
}

#[test]
fn damaged_bytes_stand_as_signs_of_loss_at_their_place() {
    let mut bytes = "الاسم,المدينة\nمحمد,عدن\nسامي,".as_bytes().to_vec();
    bytes.push(0xC3);
    bytes.extend_from_slice("تعز\n".as_bytes());
    let read = read(bytes);
    assert_eq!(read.table.cell(1, 1), "\u{FFFD}تعز");
    assert_eq!(problems(&read), [(Fault::NotText, Some(3), Some(2))]);
}

#[test]
fn a_guessed_encoding_is_told() {
    let text = "الاسم,المدينة\nمحمد أحمد,عدن\nسامي صالح,تعز\n";
    let (bytes, ..) = encoding_rs::WINDOWS_1256.encode(text);
    let read = read(&bytes);
    assert_eq!(read.table.cell(1, 0), "سامي صالح");
    assert_eq!(problems(&read), [(Fault::EncodingGuessed, None, None)]);
    assert_eq!(read.problems[0].found, "windows-1256");
}

#[test]
fn lists_of_nothing_are_told_and_not_refused() {
    for nothing in ["", "\n\n", "Name,Town\n", "\u{FEFF}", ",,,\n,,,\n"] {
        let read = read(nothing);
        assert!(read.table.is_empty(), "{nothing:?}");
        assert_eq!(
            problems(&read),
            [(Fault::NoRows, None, None)],
            "{nothing:?}"
        );
    }
    assert_eq!(headers(&read("Name,Town\n")), ["Name", "Town"]);
}

#[test]
fn a_million_columns_are_refused() {
    let wide = ",".repeat(1_000_000);
    let error = refused(&wide, &Limits::default());
    assert!(matches!(
        error,
        Unreadable::TooLarge {
            what: "columns",
            ..
        }
    ));
}

#[test]
fn every_limit_holds() {
    let list = "Name,Town\nNoor,Aden\nSami,Taiz\n".repeat(100);
    let limits = Limits::default();
    let small = [
        (
            "bytes",
            Limits {
                bytes: 100,
                ..limits
            },
        ),
        (
            "rows",
            Limits {
                rows: 100,
                ..limits
            },
        ),
        (
            "cells",
            Limits {
                cells: 100,
                ..limits
            },
        ),
        (
            "bytes of text",
            Limits {
                text: 100,
                ..limits
            },
        ),
        (
            "columns",
            Limits {
                columns: 1,
                ..limits
            },
        ),
    ];
    for (name, limits) in small {
        match refused(&list, &limits) {
            Unreadable::TooLarge { what, .. } => assert_eq!(what, name),
            other => panic!("{other}"),
        }
    }
}

#[test]
fn a_long_row_of_problems_is_cut_and_counted() {
    let list = format!("Name,Town\n{}", "Noor\n".repeat(50));
    let limits = Limits {
        problems: 10,
        ..Limits::default()
    };
    let read = crate::read("x", list.as_bytes(), &limits, &Unwatched).unwrap();
    assert_eq!(read.problems.len(), 11);
    assert_eq!(read.problems[0].found, "40 more of this kind");
    assert_eq!(read.table.len(), 50);
}

#[test]
fn other_files_are_refused_with_what_to_do() {
    let refusals = [
        ("%PDF-1.7 ...", "PDF"),
        ("<!DOCTYPE html><html><table>", "web page"),
        (
            "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">",
            "2003",
        ),
        ("{\\rtf1 x", "RTF"),
    ];
    for (bytes, said) in refusals {
        let error = refused(bytes, &Limits::default()).to_string();
        assert!(error.contains(said) && error.contains("save"), "{error}");
    }
    let mut old = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    old.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    assert_eq!(refused(&old, &Limits::default()), Unreadable::Encrypted);
}

#[test]
fn whoever_watches_can_stop_it() {
    struct Stop;
    impl linkage::watch::Watch for Stop {
        fn at(
            &self,
            _: linkage::watch::Stage,
            done: u64,
            of: u64,
        ) -> Result<(), linkage::watch::Stopped> {
            assert!(done <= of);
            Err(linkage::watch::Stopped)
        }
    }
    let list = format!("Name,Town\n{}", "Noor,Aden\n".repeat(10_000));
    let result = crate::read("x", list.as_bytes(), &Limits::default(), &Stop);
    assert!(matches!(result, Err(Unreadable::Stopped(_))));
}

/// A cell of any list: no line ends alone, nothing that is a header's or a total's word.
fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => "[אבגד]{1,6}",
        3 => "[عمرنس]{1,6}",
        3 => "[qwz]{1,6}",
        1 => "[qwz,;\t|\" ]{1,6}q",
        1 => Just("q\nw".to_owned()),
    ]
}

fn table() -> impl Strategy<Value = Vec<Vec<String>>> {
    (2_usize..6)
        .prop_flat_map(|width| prop::collection::vec(prop::collection::vec(cell(), width), 3..60))
}

const HEADERS: [&str; 5] = ["Name", "Father name", "Birth place", "Village", "Id"];

fn written(rows: &[Vec<String>], delimiter: u8) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new()
        .delimiter(delimiter)
        .from_writer(Vec::new());
    let width = rows.first().map_or(0, Vec::len);
    writer.write_record(&HEADERS[..width]).unwrap();
    for row in rows {
        writer.write_record(row).unwrap();
    }
    writer.into_inner().unwrap()
}

proptest! {
    #[test]
    fn what_is_written_is_read_again(rows in table(), delimiter in prop::sample::select(b",;\t|".to_vec())) {
        let read = read(written(&rows, delimiter));
        prop_assert_eq!(cells(&read), rows);
        prop_assert!(read.aside.is_empty());
    }

    #[test]
    fn permuting_columns_permutes_only_columns(rows in table(), seed in any::<u64>()) {
        let width = rows[0].len();
        let mut order: Vec<usize> = (0..width).collect();
        order.sort_by_key(|at| (seed >> (at * 8)) & 0xFF);
        let mut all = vec![HEADERS[..width].iter().map(|h| (*h).to_owned()).collect::<Vec<_>>()];
        all.extend(rows.iter().cloned());
        let mut writer = csv::Writer::from_writer(Vec::new());
        for row in &all {
            writer.write_record(order.iter().map(|at| &row[*at])).unwrap();
        }
        let permuted = read(writer.into_inner().unwrap());
        let plain = read(written(&rows, b','));
        prop_assert_eq!(&permuted.table.rows, &plain.table.rows);
        for (to, from) in order.iter().enumerate() {
            prop_assert_eq!(permuted.table.columns[to].header.as_str(), plain.table.header(*from));
            let (ours, theirs) = (&permuted.table.columns[to], &plain.table.columns[*from]);
            prop_assert!(ours.distinct().eq(theirs.distinct()));
        }
    }

    #[test]
    fn arbitrary_text_is_read_or_refused(text in "[ -~\n\r\t\"،عא]{0,300}") {
        let read = crate::read("x.tsv", text.as_bytes(), &Limits::default(), &Unwatched);
        if let Ok(read) = read {
            // Every word is somewhere: in a cell, a header or a row set aside.
            let all: String = cells(&read).concat().concat()
                + &headers(&read).concat()
                + &read.aside.iter().flat_map(|a| a.cells.clone()).collect::<String>();
            for sign in ['ع', 'א', '~'] {
                let count = |s: &str| s.matches(sign).count();
                prop_assert!(count(&all) >= count(&text), "{:?} of {:?}", all, text);
            }
        }
    }

    #[test]
    fn arbitrary_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = crate::read("x", &bytes, &Limits::default(), &Unwatched);
    }
}
