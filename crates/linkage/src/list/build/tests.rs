//! Lists built from tables, with what became of their cells. All persons are invented.

use proptest::prelude::*;

use super::*;
use crate::{
    date::{Dates, PartialDate},
    list::{ColumnOptions, MISSING},
    table::TableBuilder,
    watch::Unwatched,
};

fn table(headers: &[&str], rows: &[&[&str]]) -> Table {
    let mut builder = TableBuilder::new("list", headers.iter().copied());
    let sheet = builder.sheet("", Vec::new()).unwrap();
    for (row, cells) in (2..).zip(rows) {
        builder.push_row(sheet, row, cells.iter().copied()).unwrap();
    }
    builder.finish()
}

fn built(headers: &[&str], rows: &[&[&str]]) -> List {
    let table = table(headers, rows);
    let mapping = Mapping::recognise(&table);
    let options = BuildOptions {
        as_of: CivilDay::new(2024, 3, 1),
    };
    List::build(table, &mapping, &options, &Unwatched).unwrap()
}

fn faults(list: &List) -> Vec<(Option<u32>, Option<u32>, Fault)> {
    let place = |p: &Problem| (p.place.row, p.place.column, p.what);
    list.problems.iter().map(place).collect()
}

fn words(list: &List, field: usize, record: usize) -> Vec<String> {
    match &list.fields[field].values {
        Values::Words(words) => words.of(record).map(|w| w.0.clone()).unwrap_or_default(),
        Values::Codes(codes) => codes.of(record).map(|c| c.0.clone()).unwrap_or_default(),
        Values::Names(_) | Values::Dates(_) => Vec::new(),
    }
}

fn spellings_of(list: &List, field: usize, record: usize) -> Vec<String> {
    let Values::Names(names) = &list.fields[field].values else {
        return Vec::new();
    };
    let text = |tokens: &Vec<crate::name::Token>| {
        tokens
            .iter()
            .map(|t| t.text.as_str())
            .collect::<Vec<_>>()
            .join(" ")
    };
    names
        .of(record)
        .map(|n| n.spellings.iter().map(text).collect())
        .unwrap_or_default()
}

#[test]
fn each_column_becomes_a_field_of_its_kind() {
    let list = built(
        &["No.", "Name", "Born", "Sex", "Town", "ID number"],
        &[
            &["1", "Ali Hassan", "9/4/1956", "M", "Gaza", "12-34"],
            &["2", "Omar Zaid", "13/4/1971", "male", "GAZA", ""],
            &["3", "Unknown", "31/2/1980", "?", "n/a", "00"],
        ],
    );
    let kinds: Vec<FieldKind> = list.fields.iter().map(|f| f.kind).collect();
    assert_eq!(
        kinds,
        [
            FieldKind::FullName,
            FieldKind::BirthDate,
            FieldKind::Sex,
            FieldKind::Residence,
            FieldKind::IdentityNumber
        ]
    );
    assert_eq!(spellings_of(&list, 0, 0), ["ali hassan"]);
    assert_eq!(spellings_of(&list, 0, 2), [""; 0]);
    assert_eq!(words(&list, 2, 1), ["male"]);
    assert_eq!(words(&list, 3, 0), words(&list, 3, 1));
    assert_eq!(words(&list, 3, 2), [""; 0]);
    assert_eq!(words(&list, 4, 0), ["1234"]);
    assert_eq!(
        faults(&list),
        [
            (None, Some(3), Fault::DateOrder),
            (Some(4), Some(3), Fault::DateImpossible)
        ]
    );
}

#[test]
fn a_value_is_kept_once_and_numbered_by_first_appearance() {
    let list = built(
        &["Town"],
        &[&["Haifa"], &["Gaza"], &["haifa "], &[""], &["GAZA"]],
    );
    let Values::Words(towns) = &list.fields[0].values else {
        panic!("towns are words");
    };
    assert_eq!(towns.of_record, [0, 1, 0, MISSING, 1]);
    assert_eq!(towns.distinct.len(), 2);
}

#[test]
fn spellings_in_one_cell_and_in_two_columns_come_together() {
    let list = built(
        &["Name (English)", "Name (Arabic)"],
        &[&["Ahmad / Ahmed", "أحمد"], &["Omar", ""], &["", "زيد"]],
    );
    assert_eq!(list.fields.len(), 1);
    assert_eq!(list.fields[0].columns, [0, 1]);
    assert_eq!(spellings_of(&list, 0, 0).len(), 3);
    assert_eq!(spellings_of(&list, 0, 1).len(), 1);
    assert_eq!(spellings_of(&list, 0, 2).len(), 1);
}

#[test]
fn ages_are_counted_from_the_day_of_the_column_or_of_the_list() {
    let table = table(&["Age"], &[&["34"], &["x"]]);
    let mut mapping = Mapping::recognise(&table);
    let build = |mapping: &Mapping, as_of| {
        let options = BuildOptions { as_of };
        List::build(table.clone(), mapping, &options, &Unwatched).unwrap()
    };
    let born = |list: &List| match &list.fields.first().map(|f| &f.values) {
        Some(Values::Dates(dates)) => dates.of(0).cloned(),
        _ => None,
    };
    let span = |a, b| Some(Dates(vec![PartialDate::Span(a, b)]));
    assert_eq!(
        born(&build(&mapping, CivilDay::new(2024, 3, 1))),
        span(1989, 1990)
    );
    let without = build(&mapping, None);
    assert_eq!(born(&without), None);
    assert!(
        without
            .problems
            .iter()
            .any(|p| p.what == Fault::AgeWithoutDay)
    );
    mapping.columns[0].options.as_of = CivilDay::new(2014, 3, 1);
    assert_eq!(
        born(&build(&mapping, CivilDay::new(2024, 3, 1))),
        span(1979, 1980)
    );
}

#[test]
fn a_date_over_three_columns_is_one_field_with_its_problems_at_their_cells() {
    let list = built(
        &["Name", "Birth day", "Birth month", "Birth year"],
        &[
            &["Ali Hassan", "9", "4", "1956"],
            &["Omar Zaid", "13", "April", "1971"],
            &["Karim Saleh", "31", "2", "1980"],
            &["Sami Nur", "", "", "1990"],
            &["Huda Tamimi", "7", "8", ""],
            &["Rana Habib", "?", "n/a", "unknown"],
            &["Dina Qasim", "1", "1", "1960"],
            &["Faris Rashid", "2", "12", "1961"],
            &["Amal Yazbek", "3", "11", "1962"],
            &["Layla Barakat", "4", "10", "1963"],
            &["Nadia Mansour", "5", "9", "1964"],
        ],
    );
    let kinds: Vec<FieldKind> = list.fields.iter().map(|f| f.kind).collect();
    assert_eq!(kinds, [FieldKind::FullName, FieldKind::BirthDate]);
    assert_eq!(list.fields[1].columns, [1, 2, 3]);
    let Values::Dates(dates) = &list.fields[1].values else {
        panic!("dates are dates");
    };
    let first = |record: usize| dates.of(record).map(|dates| dates.0[0]);
    let day = |year, month, day| Some(PartialDate::Day { year, month, day });
    assert_eq!(first(0), day(1956, 4, 9));
    assert_eq!(first(1), day(1971, 4, 13));
    let (year, month, day) = (1980, 2, 31);
    assert_eq!(first(2), Some(PartialDate::Written { year, month, day }));
    assert_eq!(first(3), Some(PartialDate::Year(1990)));
    assert_eq!((first(4), first(5)), (None, None));
    assert_eq!(
        faults(&list),
        [
            (Some(4), Some(2), Fault::DateImpossible),
            (Some(6), Some(4), Fault::DateWithoutYear)
        ]
    );
}

#[test]
fn sexes_by_number_are_read_where_nothing_else_stands() {
    let numbered = built(&["Sex"], &[&["1"], &["2"], &["9"]]);
    assert_eq!(words(&numbered, 0, 0), ["male"]);
    assert_eq!(words(&numbered, 0, 1), ["female"]);
    let mixed = built(&["Sex"], &[&["1"], &["male"]]);
    assert_eq!(words(&mixed, 0, 0), ["1"]);
}

#[test]
fn house_numbers_are_read_sign_by_sign() {
    let list = built(&["street_number", "address_1"], &[&["7", "wallaby place"]]);
    assert!(matches!(list.fields[0].values, Values::Codes(_)));
    assert_eq!(list.fields[0].kind, FieldKind::Address);
    assert_eq!(words(&list, 1, 0), ["wallaby place"]);
}

#[test]
fn many_problems_of_a_column_are_counted() {
    let rows: Vec<&[&str]> = vec![&["nonsense"]; LISTED + 5];
    let list = built(&["Date of birth"], &rows);
    let listed = list
        .problems
        .iter()
        .filter(|p| p.what == Fault::DateUnreadable);
    assert_eq!(listed.count(), LISTED);
    let more = list.problems.iter().find(|p| p.what == Fault::MoreOfThese);
    assert_eq!(more.map(|p| p.found.as_str()), Some("5"));
}

#[test]
fn an_empty_column_is_said_and_left_out() {
    let list = built(&["Town", "Name"], &[&["-", "Ali"], &["", "Omar"]]);
    assert_eq!(list.fields.len(), 1);
    assert_eq!(faults(&list), [(None, Some(1), Fault::ColumnSaysNothing)]);
}

#[test]
fn building_stops_when_it_is_told_to() {
    struct Stop;
    impl Watch for Stop {
        fn at(&self, _: Stage, _: u64, _: u64) -> Result<(), Stopped> {
            Err(Stopped)
        }
    }
    let table = table(&["Name"], &[&["Ali"]]);
    let mapping = Mapping::recognise(&table);
    let stopped = List::build(table, &mapping, &BuildOptions::default(), &Stop);
    assert_eq!(stopped.map(|list| list.fields.len()), Err(Stopped));
}

proptest! {
    #[test]
    fn any_table_and_any_mapping_make_a_list(
        cells in prop::collection::vec(prop::collection::vec(any::<String>(), 4), 0..8),
        meanings in prop::collection::vec(prop::sample::select(Meaning::ALL.to_vec()), 0..6),
        withs in prop::collection::vec(prop::option::of(0_usize..6), 6),
    ) {
        let cells: Vec<Vec<&str>> =
            cells.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
        let rows: Vec<&[&str]> = cells.iter().map(Vec::as_slice).collect();
        let table = table(&["a", "b", "c", "d"], &rows);
        let mut mapping = Mapping::recognise(&table);
        for ((column, meaning), with) in mapping.columns.iter_mut().zip(meanings).zip(withs) {
            column.meaning = meaning;
            column.options = ColumnOptions { with, ..ColumnOptions::default() };
        }
        let list = List::build(table, &mapping, &BuildOptions::default(), &Unwatched).unwrap();
        for field in &list.fields {
            let of_record = match &field.values {
                Values::Names(v) => &v.of_record,
                Values::Dates(v) => &v.of_record,
                Values::Words(v) => &v.of_record,
                Values::Codes(v) => &v.of_record,
            };
            prop_assert_eq!(of_record.len(), rows.len());
        }
    }

    #[test]
    fn permuting_rows_permutes_the_values(
        rows in prop::collection::vec(("[a-c]{1,2}", 1940_i16..2020, 1_u8..13, 1_u8..29), 1..12),
    ) {
        let texts: Vec<[String; 2]> =
            rows.iter().map(|(n, y, m, d)| [n.clone(), format!("{d}/{m}/{y}")]).collect();
        let cells: Vec<[&str; 2]> = texts.iter().map(|[n, d]| [n.as_str(), d.as_str()]).collect();
        let forth: Vec<&[&str]> = cells.iter().map(<[&str; 2]>::as_slice).collect();
        let back: Vec<&[&str]> = forth.iter().rev().copied().collect();
        let (forth, back) = (built(&["Name", "Born"], &forth), built(&["Name", "Born"], &back));
        for record in 0..rows.len() {
            let other = rows.len() - 1 - record;
            prop_assert_eq!(spellings_of(&forth, 0, record), spellings_of(&back, 0, other));
            let (Values::Dates(a), Values::Dates(b)) = (&forth.fields[1].values, &back.fields[1].values) else {
                panic!("dates are dates");
            };
            prop_assert_eq!(a.of(record), b.of(other));
        }
    }
}
