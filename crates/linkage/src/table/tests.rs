//! What always holds of a table.

use proptest::prelude::*;

use super::*;

fn table(headers: &[&str], rows: &[Vec<String>]) -> Table {
    let mut builder = TableBuilder::new("invented", headers.iter().copied());
    let sheet = builder.sheet("List", Vec::new()).unwrap();
    for (at, row) in rows.iter().enumerate() {
        let number = u32::try_from(at).unwrap() + 2;
        builder
            .push_row(sheet, number, row.iter().map(String::as_str))
            .unwrap();
    }
    builder.finish()
}

fn rows() -> impl Strategy<Value = Vec<Vec<String>>> {
    let cell = prop_oneof![Just(String::new()), "[ab]{1,2}", "[א-ת]{1,3}", "[ء-ي]{1,3}"];
    prop::collection::vec(prop::collection::vec(cell, 0..6), 0..40)
}

#[test]
fn a_table_of_nothing_answers_everything() {
    let empty = TableBuilder::new("invented", []).finish();
    assert_eq!((empty.len(), empty.width()), (0, 0));
    assert_eq!(empty.cell(3, 4), "");
    assert_eq!(empty.distinct(0).count(), 0);
    assert_eq!(Table::default().text(0, 7), "");
}

#[test]
fn places_are_told_as_the_owner_of_the_file_sees_them() {
    let mut builder = TableBuilder::new("invented", ["Name", "Town"]);
    let first = builder.sheet("North", Vec::new()).unwrap();
    let second = builder.sheet("South", vec![4, 2]).unwrap();
    builder.push_row(first, 2, ["Noor", "Aden"]).unwrap();
    builder.push_row(second, 9, ["Sami", "Taiz"]).unwrap();
    let table = builder.finish();
    let place = |sheet: &str, row, column| Place {
        sheet: Some(sheet.to_owned()),
        row: Some(row),
        column,
    };
    assert_eq!(table.place(0, Some(1)), place("North", 2, Some(2)));
    assert_eq!(table.place(1, Some(0)), place("South", 9, Some(4)));
    assert_eq!(table.place(1, None), place("South", 9, None));
}

#[test]
fn blank_columns_go_and_the_others_keep_their_places() {
    let mut builder = TableBuilder::new("invented", ["", "Name", "", "Town"]);
    let sheet = builder.sheet("North", Vec::new()).unwrap();
    builder
        .push_row(sheet, 2, ["", "Noor", "", "Aden"])
        .unwrap();
    let table = builder.finish().without_blank_columns();
    assert_eq!(
        (table.width(), table.header(1), table.cell(0, 1)),
        (2, "Town", "Aden")
    );
    assert_eq!(table.place(0, Some(1)).column, Some(4));
}

#[test]
fn a_column_that_begins_late_is_empty_before() {
    let rows = [vec!["a".to_owned()], vec![String::new(), "b".to_owned()]];
    let table = table(&[], &rows);
    assert_eq!(table.width(), 2);
    assert_eq!((table.cell(0, 1), table.cell(1, 1)), ("", "b"));
    assert_eq!(table.text_id(0, 1), EMPTY);
}

proptest! {
    #[test]
    fn every_cell_is_kept_as_it_came(rows in rows()) {
        let table = table(&["x"], &rows);
        prop_assert_eq!(table.len(), rows.len());
        for (record, row) in rows.iter().enumerate() {
            for column in 0..8 {
                let came = row.get(column).map_or("", String::as_str);
                prop_assert_eq!(table.cell(record, column), came);
                prop_assert_eq!(table.text(column, table.text_id(record, column)), came);
            }
        }
    }

    #[test]
    fn each_text_stands_once_in_order_of_appearance(rows in rows()) {
        let table = table(&[], &rows);
        for column in 0..table.width() {
            let mut expected = vec![""];
            for row in &rows {
                let cell = row.get(column).map_or("", String::as_str);
                if !expected.contains(&cell) {
                    expected.push(cell);
                }
            }
            prop_assert_eq!(table.distinct(column).collect::<Vec<_>>(), expected);
            prop_assert_eq!(table.distinct_len(column), table.distinct(column).count());
        }
    }
}
