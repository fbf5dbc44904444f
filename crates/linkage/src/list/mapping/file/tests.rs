//! The file is read as it was written, and each mistake is told with its place.

use proptest::prelude::*;

use super::*;
use crate::list::FieldKind;

fn mapping(columns: &[(&str, Meaning)]) -> Mapping {
    let column = |&(header, meaning): &(&str, Meaning)| ColumnMeaning {
        header: header.to_owned(),
        meaning,
        options: ColumnOptions::default(),
        confidence: Confidence::Guess,
        reason: Reason::Nothing,
    };
    Mapping {
        columns: columns.iter().map(column).collect(),
    }
}

fn two() -> Mapping {
    let name = Meaning::Field(FieldKind::FullName);
    mapping(&[("Name", name), ("=Born, \"when\"", Meaning::LeftOut)])
}

fn faults(file: &str) -> Vec<(usize, &'static str)> {
    match two().corrected_by(file.as_bytes()) {
        Ok(_) => Vec::new(),
        Err(faults) => faults
            .0
            .iter()
            .map(|fault| (fault.row, fault.field))
            .collect(),
    }
}

#[test]
fn a_file_that_was_not_touched_changes_nothing() {
    let mapping = two();
    assert_eq!(
        mapping.corrected_by(mapping.to_file().as_bytes()),
        Ok(mapping)
    );
}

#[test]
fn a_correction_is_taken_over_and_said() {
    let file = "column;header;meaning;options;notes\n2;;Birth Date;order=month-day-year;whatever\n";
    let corrected = two().corrected_by(file.as_bytes()).unwrap();
    let column = &corrected.columns[1];
    assert_eq!(column.meaning, Meaning::Field(FieldKind::BirthDate));
    assert_eq!(column.options.order, Some(crate::date::Order::MonthDayYear));
    assert_eq!(
        (column.confidence, &column.reason),
        (Confidence::Sure, &Reason::Said)
    );
    assert_eq!(corrected.columns[0], two().columns[0]);
}

#[test]
fn a_column_may_be_named_by_its_header() {
    let corrected = two()
        .corrected_by(b"column,header,meaning\n,Name,family-name\n")
        .unwrap();
    assert_eq!(
        corrected.columns[0].meaning,
        Meaning::Field(FieldKind::FamilyName)
    );
}

#[test]
fn each_mistake_has_its_place() {
    let with = |row: &str| format!("column,header,meaning,options\n{row}\n");
    assert_eq!(faults(&with("3,,sex,")), [(2, "column")]);
    assert_eq!(faults(&with("1,Surname,sex,")), [(2, "header")]);
    assert_eq!(faults(&with("1,,gender,")), [(2, "meaning")]);
    assert_eq!(faults(&with("1,,sex,colour=red")), [(2, "options")]);
    assert_eq!(faults(&with("1,,sex,\n1,,sex,")), [(3, "column")]);
    assert_eq!(faults(&with("1,,sex,with=2")), [(2, "options")]);
    assert_eq!(
        faults(&with("1,,gender,\n2,,born,")),
        [(2, "meaning"), (3, "meaning")]
    );
    assert_eq!(faults("nonsense"), [(1, "column")]);
    assert_eq!(faults(""), [(1, "column")]);
    let wrong = two().corrected_by(b"\xFF\xFE").unwrap_err();
    assert!(wrong.to_string().contains("UTF-8"));
}

#[test]
fn a_date_over_several_columns_is_said_by_its_parts() {
    let left_out = Meaning::LeftOut;
    let three = mapping(&[("a", left_out), ("b", left_out), ("c", left_out)]);
    let file = "column,header,meaning,options\n\
                1,,birth-date,part=month with=3\n2,,birth-date,part=day with=3\n3,,birth-date,part=year\n";
    let corrected = three.corrected_by(file.as_bytes()).unwrap();
    let parts = corrected
        .columns
        .iter()
        .map(|c| (c.options.part, c.options.with));
    assert_eq!(
        parts.collect::<Vec<_>>(),
        [
            (Some(DatePart::Month), Some(2)),
            (Some(DatePart::Day), Some(2)),
            (Some(DatePart::Year), None)
        ]
    );
    assert_eq!(
        three.corrected_by(corrected.to_file().as_bytes()),
        Ok(corrected)
    );
    for (rows, row) in [
        ("1,,birth-date,part=day\n2,,birth-date,part=day with=1\n", 3),
        ("1,,full-name,part=day\n", 2),
        ("1,,birth-date,part=week\n", 2),
    ] {
        let file = format!("column,header,meaning,options\n{rows}");
        let MappingFaults(faults) = three.corrected_by(file.as_bytes()).unwrap_err();
        assert_eq!((faults[0].row, faults[0].field), (row, "options"), "{rows}");
    }
}

#[test]
fn what_is_allowed_is_said() {
    let file = b"column,header,meaning\n1,,gender\n";
    let said = two().corrected_by(file).unwrap_err().to_string();
    assert!(
        said.contains("row 2, meaning") && said.contains("birth-date"),
        "{said}"
    );
}

proptest! {
    #[test]
    fn any_bytes_are_read_without_a_fall(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let _ = two().corrected_by(&bytes);
        let mut file = b"column,header,meaning,options,notes\n".to_vec();
        file.extend(bytes);
        if let Ok(mapping) = two().corrected_by(&file) {
            prop_assert_eq!(mapping.columns.len(), 2);
        }
    }

    #[test]
    fn any_header_survives_the_file(header in "\\PC{0,12}", other in "\\PC{0,12}") {
        let name = Meaning::Field(FieldKind::FullName);
        let before = mapping(&[(&header, name), (&other, Meaning::LeftOut)]);
        prop_assert_eq!(before.corrected_by(before.to_file().as_bytes()), Ok(before));
    }
}
