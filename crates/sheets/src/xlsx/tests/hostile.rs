//! Workbooks that claim what is not so, are damaged, or are traps.

use super::*;

#[test]
fn two_cells_at_the_corners_cost_no_memory() {
    let mut workbook = workbook(&[&["Name", "Town"], &["Noor", "Aden"]]);
    let sheet = workbook.worksheet_from_index(0).unwrap();
    sheet.write(1_048_575, 16_383, "far").unwrap();
    let bytes = altered(&saved(workbook), SHEET, |xml| {
        xml.replace(
            "<dimension ref=\"A1:XFD1048576\"/>",
            "<dimension ref=\"A1:ZZZZZZZ99999999999\"/>",
        )
    });
    let read = read(&bytes);
    assert_eq!(read.table.len(), 2);
    assert_eq!(read.table.width(), 3);
    assert_eq!(
        read.table.place(1, Some(2)).to_string(),
        "sheet Sheet1, row 1048576, column XFD"
    );
}

#[test]
fn a_column_beyond_any_sheet_is_refused() {
    let bytes = altered(&saved(workbook(&[&["Name"], &["Noor"]])), SHEET, |xml| {
        xml.replace("r=\"A2\"", "r=\"BDWGN2\"")
    });
    let refused = try_read(&bytes, &Sheets::All).unwrap_err();
    assert!(matches!(
        refused,
        Unreadable::TooLarge {
            what: "columns",
            ..
        }
    ));
}

#[test]
fn claims_of_a_workbook_are_not_believed() {
    let rows: [&[&str]; 3] = [&["Name", "Town"], &["Noor", "Aden"], &["Sami", "Ibb"]];
    let bytes = altered(&saved(workbook(&rows)), "xl/sharedStrings.xml", |xml| {
        xml.replace("uniqueCount=\"6\"", "uniqueCount=\"99999999999\"")
    });
    assert_eq!(read(&bytes).table.len(), 2);
}

#[test]
fn the_last_row_that_a_number_can_name_is_a_row() {
    let rows: [&[&str]; 3] = [&["Name", "Town"], &["Noor", "Aden"], &["Sami", "Ibb"]];
    let bytes = altered(&saved(workbook(&rows)), SHEET, |xml| {
        xml.replace("<row r=\"2\"", "<row r=\"4294967295\"")
    });
    let read = read(&bytes);
    assert_eq!(read.table.rows, [(0, u32::MAX), (0, 3)]);
}

#[test]
fn a_cell_that_cannot_be_understood_costs_no_other() {
    let rows: [&[&str]; 3] = [&["Name", "Town"], &["Noor", "Aden"], &["Sami", "Ibb"]];
    let bytes = altered(&saved(workbook(&rows)), SHEET, |xml| {
        xml.replace("r=\"B2\" t=\"s\"><v>3", "r=\"B2\" t=\"s\"><v>999")
            .replace("r=\"A3\" t=\"s\"", "r=\"A3\" t=\"zz\"")
    });
    let read = read(&bytes);
    assert_eq!(cells(&read), [["Noor", ""], ["", "Ibb"]]);
    let expected = [
        (Fault::CellUnreadable, Some(2), Some(2)),
        (Fault::CellUnreadable, Some(3), Some(1)),
    ];
    assert_eq!(problems(&read), expected);
}

#[test]
fn a_sheet_that_is_cut_off_keeps_what_came_before() {
    let rows: [&[&str]; 3] = [&["Name", "Town"], &["Noor", "Aden"], &["Sami", "Ibb"]];
    let bytes = altered(&saved(workbook(&rows)), SHEET, |xml| {
        let cut = xml.find("r=\"B3\"").unwrap();
        xml[..cut].to_owned()
    });
    let read = read(&bytes);
    assert_eq!(cells(&read), [["Noor", "Aden"], ["Sami", ""]]);
    assert_eq!(problems(&read), [(Fault::CutOff, Some(3), None)]);
}

/// A ZIP of these parts.
fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn a_bomb_is_refused_before_it_is_unpacked() {
    let bomb = packed(&[
        ("[Content_Types].xml", b"<x/>"),
        (SHEET, &vec![b' '; 200 << 20]),
    ]);
    assert!(bomb.len() < 1 << 20);
    let refused = try_read(&bomb, &Sheets::All).unwrap_err();
    assert!(matches!(refused, Unreadable::Bomb { .. }), "{refused}");
}

#[test]
fn one_piece_that_never_ends_is_refused() {
    // Too little for a bomb by its ratio, too much for one cell.
    let mut noise: u32 = 1;
    let mut filler = || {
        noise = noise.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        b'a' + u8::try_from(noise >> 28).unwrap()
    };
    let endless: Vec<u8> = (0..20 << 20).map(|_| filler()).collect();
    let bytes = altered(
        &saved(workbook(&[&["Name"], &["Noor"]])),
        "xl/sharedStrings.xml",
        |_| {
            format!(
                "<sst><si><t>{}</t></si></sst>",
                String::from_utf8_lossy(&endless)
            )
        },
    );
    let refused = try_read(&bytes, &Sheets::All).unwrap_err();
    assert!(matches!(refused, Unreadable::Bomb { .. }), "{refused}");
}

#[test]
fn what_is_unpacked_is_counted() {
    let bytes = saved(workbook(&[&["Name"], &["Noor"]]));
    let limits = Limits {
        unpacked: 2000,
        ..Limits::default()
    };
    let refused = crate::read("x", &bytes, &limits, &Unwatched).unwrap_err();
    assert!(matches!(refused, Unreadable::TooLarge { .. }), "{refused}");
}

#[test]
fn other_packed_files_are_refused_with_what_to_do() {
    let cases: [(&str, &str); 5] = [
        ("word/document.xml", "DOCX"),
        ("ppt/presentation.xml", "PPTX"),
        ("xl/workbook.bin", "XLSB"),
        ("Index/Document.iwa", "Numbers"),
        ("photo.jpg", "ZIP"),
    ];
    for (part, said) in cases {
        let bytes = packed(&[("[Content_Types].xml", b"<x/>"), (part, b"x")]);
        let bytes = if part == "photo.jpg" {
            packed(&[(part, b"x")])
        } else {
            bytes
        };
        let refused = try_read(&bytes, &Sheets::All).unwrap_err().to_string();
        assert!(refused.contains(said), "{refused}");
    }
    assert!(matches!(
        try_read(b"PK\x03\x04 but nothing else", &Sheets::All),
        Err(Unreadable::Damaged { .. })
    ));
}
