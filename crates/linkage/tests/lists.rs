//! Lists as two sides hand them over, from their cells to what is compared, by the public interface
//! alone. All persons are invented.

use linkage::{
    date::{CivilDay, DateAgreement, Dates, compare},
    list::{BuildOptions, FieldKind, List, Mapping, Values},
    problem::Fault,
    table::{Table, TableBuilder},
    watch::Unwatched,
};

fn table(headers: &[&str], rows: &[&[&str]]) -> Table {
    let mut builder = TableBuilder::new("list", headers.iter().copied());
    let Ok(sheet) = builder.sheet("", Vec::new()) else {
        panic!("one sheet fits");
    };
    for (row, cells) in (2..).zip(rows) {
        let pushed = builder.push_row(sheet, row, cells.iter().copied());
        assert_eq!(pushed, Ok(()));
    }
    builder.finish()
}

fn build(table: Table, mapping: &Mapping) -> List {
    let options = BuildOptions {
        as_of: CivilDay::parse("2024-03-01"),
    };
    match List::build(table, mapping, &options, &Unwatched) {
        Ok(list) => list,
        Err(stopped) => panic!("{stopped}"),
    }
}

/// The dates of birth of a record; none where it has none.
fn born(list: &List, record: usize) -> Dates {
    let field = list.fields.iter().find(|f| f.kind == FieldKind::BirthDate);
    let dates = match field.map(|field| &field.values) {
        Some(Values::Dates(dates)) => dates.of(record).cloned(),
        Some(Values::Names(_) | Values::Words(_) | Values::Codes(_)) | None => None,
    };
    dates.unwrap_or(Dates(Vec::new()))
}

fn names(list: &List, kind: FieldKind, record: usize) -> usize {
    let field = list.fields.iter().find(|f| f.kind == kind);
    match field.map(|field| &field.values) {
        Some(Values::Names(names)) => names.of(record).map_or(0, |name| name.spellings.len()),
        Some(Values::Dates(_) | Values::Words(_) | Values::Codes(_)) | None => 0,
    }
}

/// One side writes Arabic and the Hijri calendar, the other English and ages, a third Hebrew.
#[test]
fn three_lists_of_the_same_persons_agree_on_their_dates() {
    let arabic = table(
        &[
            "م",
            "الاسم الأول",
            "اسم الأب",
            "العائلة",
            "تاريخ الميلاد",
            "المحافظة",
        ],
        &[
            &["١", "سالم", "يوسف", "النجار", "٣٠/٩/١٤٢٠ هـ", "تعز"],
            &["٢", "هدى", "كريم", "الحداد", "رمضان ١٤٢٠", "غير معروف"],
        ],
    );
    let english = table(
        &["No.", "Name", "Age", "Governorate"],
        &[
            &["1", "Salem Al-Najjar / سالم النجار", "24", "Taiz"],
            &["2", "Huda Haddad", "24 yrs", "n/a"],
        ],
    );
    let hebrew = table(
        &["מס'", "שם פרטי", "שם משפחה", "תאריך לידה", "ת.ז."],
        &[
            &["1", "סאלם", "נג'אר", "כ\"ט בטבת תש\"ס", "300-000-017"],
            &["2", "הודא", "חדאד", "1999", ""],
        ],
    );
    let [arabic, english, hebrew] = [arabic, english, hebrew].map(|table| {
        let mapping = Mapping::recognise(&table);
        build(table, &mapping)
    });
    assert_eq!(names(&arabic, FieldKind::FatherName, 0), 1);
    assert_eq!(names(&english, FieldKind::FullName, 0), 2);
    assert_eq!(names(&hebrew, FieldKind::FamilyName, 0), 1);
    // 30 Ramadan 1420 by Umm al-Qura and 29 Tevet 5760 are 7 January 2000.
    assert_eq!(
        compare(&born(&arabic, 0), &born(&hebrew, 0)),
        DateAgreement::Exact
    );
    assert_eq!(
        compare(&born(&arabic, 0), &born(&english, 0)),
        DateAgreement::SpanOverlaps
    );
    // Ramadan 1420 fell in December 1999 and January 2000.
    assert_eq!(
        compare(&born(&arabic, 1), &born(&hebrew, 1)),
        DateAgreement::AgreesToYear
    );
    let said = |list: &List| list.problems.iter().map(|p| p.what).collect::<Vec<_>>();
    assert_eq!(said(&arabic), [Fault::HijriDates]);
    assert_eq!(said(&english), [Fault::AgesCounted]);
    assert_eq!(said(&hebrew), [Fault::OtherCalendar]);
}

#[test]
fn a_mapping_is_written_corrected_and_read_back() {
    let table = table(
        &["Name", "Origin", "When"],
        &[
            &["Salem Najjar", "Taiz", "4/9/1956"],
            &["Huda Haddad", "Ibb", "5/10/1971"],
        ],
    );
    let recognised = Mapping::recognise(&table);
    let open = build(table.clone(), &recognised);
    assert!(open.problems.iter().any(|p| p.what == Fault::DateOrderOpen));
    let file = "column,header,meaning,options\n3,When,birth-date,order=month-day-year\n";
    let corrected = recognised
        .corrected_by(file.as_bytes())
        .expect("a good file");
    let again = Mapping::recognise(&table).corrected_by(corrected.to_file().as_bytes());
    let again = again.expect("what was written is read");
    let meanings = |mapping: &Mapping| {
        mapping
            .columns
            .iter()
            .map(|c| (c.meaning, c.options))
            .collect::<Vec<_>>()
    };
    assert_eq!(meanings(&again), meanings(&corrected));
    let list = build(table, &corrected);
    assert_eq!(born(&list, 0).0.len(), 1);
    assert!(list.problems.is_empty(), "{:?}", list.problems);
}

#[test]
fn two_hundred_empty_columns_are_a_list_of_no_fields() {
    let headers: Vec<String> = (0..200).map(|n| format!("column {n}")).collect();
    let headers: Vec<&str> = headers.iter().map(String::as_str).collect();
    let empty = vec![""; 200];
    let table = table(&headers, &[&empty, &empty]);
    let mapping = Mapping::recognise(&table);
    let list = build(table, &mapping);
    assert_eq!((list.fields.len(), list.table.len()), (0, 2));
}
