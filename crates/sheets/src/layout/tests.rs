//! Sheets as they come, by their first rows.

use super::*;

fn rows(text: &str) -> Vec<(u32, Row)> {
    let lines = text.lines().map(|line| line.split(',').collect::<Row>());
    (1..)
        .zip(lines)
        .filter(|(_, row)| !row.is_blank())
        .collect()
}

#[track_caller]
fn check(text: &str, titles: usize, header_rows: usize, header: &[&str]) {
    let found = find(&rows(text), &[]);
    assert_eq!(found.header, header);
    assert_eq!((found.titles, found.header_rows), (titles, header_rows));
}

#[test]
fn a_header_over_entries() {
    check("Name,Born\nNoor,1980\nSami,1975", 0, 1, &["Name", "Born"]);
    check("x,y\nNoor,Aden\nSami,Taiz", 0, 1, &["x", "y"]);
    check("Name,Sex\nNoor,Sex\nSami,M", 0, 1, &["Name", "Sex"]);
    check(
        "List of names,,\nName,Town,Age\nNoor,Ibb,2",
        1,
        1,
        &["Name", "Town", "Age"],
    );
    check("Name\nNoor\nSami", 0, 1, &["Name"]);
}

#[test]
fn titles_above_the_header() {
    let sheet = "List of persons,,\nAs of May,,\n\nName,Father,Born\nNoor,Ali,1980\nSami,Omar,1975\nX,Y,1970";
    check(sheet, 2, 1, &["Name", "Father", "Born"]);
}

#[test]
fn no_header_at_all() {
    check(
        "Noor,Ali,1980\nSami,Omar,1975\nHuda,Ali,1971",
        0,
        0,
        &["A", "B", "C"],
    );
    check("Noor,Aden\nSami,Taiz\nNoor,Taiz", 0, 0, &["A", "B"]);
    check("Noor,Ali,1980", 0, 0, &["A", "B", "C"]);
    check("عمر,عدن,1980\nسامي,تعز,1975", 0, 0, &["A", "B", "C"]);
    let streets = "kim,hill street,2600\nlee,park street,2601\nkim,main street,2602";
    check(streets, 0, 0, &["A", "B", "C"]);
}

#[test]
fn the_parts_of_a_date_under_its_header() {
    for (sheet, header) in [
        (
            "Name,Date of birth,,,Sex\n,Day,Month,Year,\nNoor,9,4,1980,F\nSami,13,2,1975,M",
            [
                "Name",
                "Date of birth / Day",
                "Date of birth / Month",
                "Date of birth / Year",
                "Sex",
            ],
        ),
        (
            "الاسم,تاريخ الميلاد,,,الجنس\n,اليوم,الشهر,السنة,\nنور,9,4,1980,أنثى\nسامي,13,2,1975,ذكر",
            [
                "الاسم",
                "تاريخ الميلاد / اليوم",
                "تاريخ الميلاد / الشهر",
                "تاريخ الميلاد / السنة",
                "الجنس",
            ],
        ),
    ] {
        check(sheet, 0, 2, &header);
    }
    // Numbers alone under it are entries.
    check(
        "Name,Date of birth,,\nNoor,9,4,1980\nSami,13,2,1975",
        0,
        1,
        &["Name", "Date of birth"],
    );
}

#[test]
fn a_header_over_two_rows() {
    let sheet =
        "Name,,Birth,,Id\nGiven,Father,Date,Place,\nNoor,Ali,1980,Aden,7\nSami,Omar,1975,Taiz,8";
    let joined = [
        "Name / Given",
        "Name / Father",
        "Birth / Date",
        "Birth / Place",
        "Id",
    ];
    check(sheet, 0, 2, &joined);
}

#[test]
fn merged_cells_say_how_far_a_header_reaches() {
    let sheet = rows("Ref,Name,,Town\n,One,Two,\n7,Noor,Ali,Aden\n8,Sami,Omar,Taiz");
    let spans = [
        Span {
            top: 1,
            bottom: 2,
            left: 0,
            right: 0,
        },
        Span {
            top: 1,
            bottom: 1,
            left: 1,
            right: 2,
        },
        Span {
            top: 1,
            bottom: 2,
            left: 3,
            right: 3,
        },
    ];
    let found = find(&sheet, &spans);
    assert_eq!(found.header, ["Ref", "Name / One", "Name / Two", "Town"]);
    assert_eq!(found.header_rows, 2);
}

#[test]
fn an_entry_under_a_header_that_is_open_stays_an_entry() {
    check(
        "Name,,Town\nNoor,عمر,Aden\nSami,علي,Ibb",
        0,
        1,
        &["Name", "", "Town"],
    );
    let sheet = rows("Name,,Town\nNoor,Ali,Aden\nSami,Omar,Ibb");
    let wide = Span {
        top: 1,
        bottom: 1,
        left: 0,
        right: 1,
    };
    assert_eq!(find(&sheet, &[wide]).header_rows, 1);
}

#[test]
fn nothing_at_all() {
    assert_eq!(find(&[], &[]), Layout::default());
}
