//! Whole tables: headers, cells and columns beside each other.

use proptest::prelude::*;

use super::*;
use crate::{date::DatePart, table::TableBuilder};
use FieldKind::{
    Address, BirthDate, BirthPlace, FamilyName, FatherName, FullName, GivenName, IdentityNumber,
    Other, Postcode, Residence, Sex,
};

fn table(headers: &[&str], rows: &[&[&str]]) -> Table {
    let mut builder = TableBuilder::new("list", headers.iter().copied());
    let sheet = builder.sheet("", Vec::new()).unwrap();
    for (row, cells) in (2..).zip(rows) {
        builder.push_row(sheet, row, cells.iter().copied()).unwrap();
    }
    builder.finish()
}

fn meanings(table: &Table) -> Vec<Meaning> {
    recognise(table).columns.iter().map(|c| c.meaning).collect()
}

#[test]
fn the_columns_of_febrl_come_out_right() {
    let headers = [
        "rec_id",
        "given_name",
        "surname",
        "street_number",
        "address_1",
        "address_2",
        "suburb",
        "postcode",
        "state",
        "date_of_birth",
        "soc_sec_id",
    ];
    let rows: [&[&str]; 4] = [
        &[
            "rec-1070-org",
            "michaela",
            "neumann",
            "8",
            "stanley street",
            "miami",
            "winston hills",
            "4223",
            "nsw",
            "19151111",
            "5304218",
        ],
        &[
            "rec-1016-org",
            "courtney",
            "painter",
            "12",
            "pinkerton circuit",
            "bega flats",
            "richlands",
            "4560",
            "vic",
            "19161214",
            "4066625",
        ],
        &[
            "rec-561-dup-0",
            "elton",
            "",
            "3",
            "light setreet",
            "pinehill",
            "windermere",
            "3212",
            "vic",
            "19651013",
            "1551941",
        ],
        &[
            "rec-2642-dup-0",
            "mitchell",
            "maxon",
            "47",
            "edkins street",
            "lochaoair",
            "north ryde",
            "3355",
            "nsw",
            "19390212",
            "8859999",
        ],
    ];
    let mapping = recognise(&table(&headers, &rows));
    let field = Meaning::Field;
    let meanings: Vec<Meaning> = mapping.columns.iter().map(|c| c.meaning).collect();
    assert_eq!(
        meanings,
        [
            Meaning::RowId,
            field(GivenName),
            field(FamilyName),
            Meaning::HouseNumber,
            field(Address),
            field(Address),
            field(Residence),
            field(Postcode),
            field(Residence),
            field(BirthDate),
            field(IdentityNumber),
        ]
    );
    assert!(
        mapping
            .columns
            .iter()
            .all(|c| c.confidence == Confidence::Sure)
    );
    assert!(mapping.columns.iter().all(|c| c.options.with.is_none()));
}

#[test]
fn columns_without_a_known_header_are_told_by_their_cells() {
    let rows: Vec<[String; 6]> = (0..40_u32)
        .map(|n| {
            [
                (n + 1).to_string(),
                format!("Person{} of the Town{}", letter(n), letter(n * 7)),
                format!("{}/{}/{}", n % 28 + 1, n % 12 + 1, 1950 + n),
                ["m", "f"][n as usize % 2].to_owned(),
                (300_000_000 + n * 7919).to_string(),
                ["north", "south"][n as usize % 2].to_owned(),
            ]
        })
        .collect();
    let rows: Vec<Vec<&str>> = rows
        .iter()
        .map(|r| r.iter().map(String::as_str).collect())
        .collect();
    let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
    let table = table(&["A", "B", "C", "D", "E", "F"], &rows);
    let field = Meaning::Field;
    assert_eq!(
        meanings(&table),
        [
            Meaning::RowId,
            field(FullName),
            field(BirthDate),
            field(Sex),
            field(IdentityNumber),
            field(Other)
        ]
    );
    assert!(
        recognise(&table)
            .columns
            .iter()
            .all(|c| c.confidence < Confidence::Sure)
    );
}

/// A word of letters that differs for each number.
fn letter(n: u32) -> String {
    let sign = |n: u32| char::from_u32(u32::from('a') + n % 26).unwrap_or('a');
    [sign(n), sign(n / 26), sign(n * 3)].iter().collect()
}

#[test]
fn a_header_that_the_cells_gainsay_is_a_guess() {
    let ages = recognise(&table(&["Date of birth"], &[&["34"], &["51"], &["27"]]));
    assert_eq!(ages.columns[0].meaning, Meaning::Age);
    assert_eq!(ages.columns[0].confidence, Confidence::Guess);
    let none = recognise(&table(
        &["Date of birth"],
        &[&["north"], &["south"], &["east"]],
    ));
    assert_eq!(none.columns[0].confidence, Confidence::Guess);
    let dates = recognise(&table(&["Age"], &[&["1956-04-09"], &["1971-12-30"]]));
    assert_eq!(dates.columns[0].meaning, Meaning::Field(BirthDate));
}

/// The part of each column, with the column that it belongs to.
fn parts(table: &Table) -> Vec<(Meaning, Option<DatePart>, Option<usize>)> {
    let columns = recognise(table).columns.into_iter();
    columns
        .map(|c| (c.meaning, c.options.part, c.options.with))
        .collect()
}

#[test]
fn dates_over_three_columns_are_recognised_by_their_headers() {
    use DatePart::{Day, Month, Year};
    let born = Meaning::Field(BirthDate);
    for (headers, order) in [
        (
            [
                "Date of birth / Day",
                "Date of birth / Month",
                "Date of birth / Year",
            ],
            [Day, Month, Year],
        ),
        (
            ["Birth year", "Month of birth", "birth_day"],
            [Year, Month, Day],
        ),
        (["Month", "Day", "Year"], [Month, Day, Year]),
        (["Date of birth / Day", "Month", "Year"], [Day, Month, Year]),
        (
            ["يوم الميلاد", "شهر الميلاد", "سنة الميلاد"],
            [Day, Month, Year],
        ),
        (["اليوم", "الشهر", "السنة"], [Day, Month, Year]),
        (["יום לידה", "חודש לידה", "שנת לידה"], [Day, Month, Year]),
        (
            ["Год рождения", "Месяц рождения", "День рождения"],
            [Year, Month, Day],
        ),
        (["روز تولد", "ماه تولد", "سال تولد"], [Day, Month, Year]),
    ] {
        let rows: Vec<[&str; 3]> = [("9", "4", "1956"), ("13", "4", "1971"), ("2", "11", "1990")]
            .iter()
            .map(|&(day, month, year)| {
                order.map(|part| match part {
                    Day => day,
                    Month => month,
                    Year => year,
                })
            })
            .collect();
        let rows: Vec<&[&str]> = rows.iter().map(<[&str; 3]>::as_slice).collect();
        let found = parts(&table(&headers, &rows));
        let expected = [0, 1, 2].map(|at| (born, Some(order[at]), Some(0).filter(|_| at > 0)));
        assert_eq!(found, expected, "{headers:?}");
    }
}

#[test]
fn numbers_under_one_header_of_a_date_are_its_parts() {
    use DatePart::{Day, Month, Year};
    let order = |headers: [&str; 3], rows: [[&str; 3]; 2]| {
        let rows: Vec<&[&str]> = rows.iter().map(<[&str; 3]>::as_slice).collect();
        let found = parts(&table(&headers, &rows));
        found
            .into_iter()
            .map(|(_, part, _)| part)
            .collect::<Vec<_>>()
    };
    let some = |parts: [DatePart; 3]| parts.map(Some).to_vec();
    let blank = ["Date of birth", "", ""];
    assert_eq!(
        order(blank, [["13", "4", "1956"], ["1", "2", "1980"]]),
        some([Day, Month, Year])
    );
    assert_eq!(
        order(blank, [["4", "13", "1956"], ["1", "2", "1980"]]),
        some([Month, Day, Year])
    );
    assert_eq!(
        order(blank, [["1956", "4", "13"], ["1980", "2", "1"]]),
        some([Year, Month, Day])
    );
    let thrice = ["تاريخ الميلاد"; 3];
    assert_eq!(
        order(thrice, [["13", "4", "1956"], ["1", "2", "1980"]]),
        some([Day, Month, Year])
    );
    // Three dates are three dates, and a number beside a date is none of it.
    let whole = [
        ["13/4/1956", "1/2/1980", "5/6/1990"],
        ["1/4/1956", "1/2/1980", "5/6/1990"],
    ];
    assert_eq!(order(thrice, whole), [None; 3]);
    assert_eq!(
        order(blank, [["13/4/1956", "7", "9"], ["1/2/1980", "8", "9"]]),
        [None; 3]
    );
}

#[test]
fn two_dates_over_three_columns_each_are_two() {
    let headers = [
        "Birth day",
        "Birth month",
        "Birth year",
        "Arrest day",
        "Arrest month",
        "Arrest year",
        "Age in years",
    ];
    let rows: &[&[&str]] = &[
        &["9", "4", "1956", "3", "2", "2015", "60"],
        &["13", "5", "1960", "4", "2", "2015", "55"],
    ];
    let found = parts(&table(&headers, rows));
    let with: Vec<Option<usize>> = found.iter().map(|(.., with)| *with).collect();
    assert_eq!(with, [None, Some(0), Some(0), None, Some(3), Some(3), None]);
    assert_eq!(found[3].0, Meaning::Field(FieldKind::EventDate));
    assert_eq!(found[6], (Meaning::Age, None, None));
}

#[test]
fn a_column_beside_another_says_what_it_means() {
    let field = Meaning::Field;
    let beside = |headers: &[&str], cells: &[&str]| meanings(&table(headers, &[cells]));
    assert_eq!(
        beside(&["Name", "Surname"], &["Ali", "Hassan"]),
        [field(GivenName), field(FamilyName)]
    );
    assert_eq!(
        beside(&["Nom", "Prénom"], &["Hassan", "Ali"]),
        [field(FamilyName), field(GivenName)]
    );
    assert_eq!(
        beside(&["الاسم", "اسم الأب"], &["علي", "حسن"]),
        [field(GivenName), field(FatherName)]
    );
    assert_eq!(
        beside(&["Имя"], &["Иван Петрович Сидоров"]),
        [field(FullName)]
    );
    assert_eq!(
        beside(&["Имя", "Фамилия"], &["Иван", "Сидоров"]),
        [field(GivenName), field(FamilyName)]
    );
    assert_eq!(
        beside(&["שם פרטי", "שם משפחה"], &["דוד", "כהן"]),
        [field(GivenName), field(FamilyName)]
    );
}

#[test]
fn two_spellings_are_one_field_and_two_things_are_two() {
    let with = |headers: &[&str], cells: &[&str]| -> Vec<Option<usize>> {
        let mapping = recognise(&table(headers, &[cells]));
        mapping.columns.iter().map(|c| c.options.with).collect()
    };
    assert_eq!(
        with(&["Name (Arabic)", "Name (English)"], &["علي", "Ali"]),
        [None, Some(0)]
    );
    assert_eq!(
        with(&["Name", "الاسم"], &["Ali Hassan", "علي حسن"]),
        [None, Some(0)]
    );
    assert_eq!(
        with(&["Alias", "Full name"], &["Abu Omar", "Ali Hassan"]),
        [Some(1), None]
    );
    assert_eq!(
        with(&["First name", "Middle name"], &["Ali", "Omar"]),
        [None, None]
    );
    assert_eq!(with(&["Town", "Province"], &["Gaza", "غزة"]), [None, None]);
    assert_eq!(
        with(&["Town (Arabic)", "Town (Latin)"], &["غزة", "Gaza"]),
        [None, Some(0)]
    );
    assert_eq!(
        with(&["address_1", "address_2"], &["a street", "b park"]),
        [None, None]
    );
}

#[test]
fn persian_headers_say_the_calendar() {
    let mapping = recognise(&table(
        &["تاریخ تولد", "محل تولد"],
        &[&["1362/05/12", "تهران"]],
    ));
    assert_eq!(mapping.columns[0].options.calendar, Some(Calendar::Persian));
    assert_eq!(mapping.columns[1].meaning, Meaning::Field(BirthPlace));
}

#[test]
fn a_whole_name_that_repeats_its_parts_is_left_out() {
    let headers = [
        "full_name",
        "first_name",
        "surname",
        "first_and_surname",
        "dob",
    ];
    let same = table(
        &headers,
        &[&[
            "Salem Najjar",
            "salem",
            "Najjar",
            "salem najjar",
            "1956-04-09",
        ]],
    );
    let field = Meaning::Field;
    assert_eq!(
        meanings(&same),
        [
            Meaning::LeftOut,
            field(GivenName),
            field(FamilyName),
            Meaning::LeftOut,
            field(BirthDate)
        ]
    );
    assert_eq!(recognise(&same).columns[0].reason, Reason::Repeats);
    let more = table(
        &headers,
        &[&["Salem Yusuf Najjar", "salem", "Najjar", "", "1956-04-09"]],
    );
    assert_eq!(meanings(&more)[0], field(FullName));
}

#[test]
fn the_letter_of_a_column_is_no_header() {
    let headers: Vec<String> = (1..=14).map(crate::problem::letters).collect();
    let headers: Vec<&str> = headers.iter().map(String::as_str).collect();
    let row = ["x y"; 14];
    let mapping = recognise(&table(&headers, &[&row]));
    assert_eq!(mapping.columns[13].header, "N");
    assert_ne!(mapping.columns[13].meaning, Meaning::RowId);
}

#[test]
fn an_id_is_of_the_person_if_its_numbers_look_so() {
    let column = |cells: &[&str]| {
        let rows: Vec<[&str; 1]> = cells.iter().map(|cell| [*cell]).collect();
        let rows: Vec<&[&str]> = rows.iter().map(<[&str; 1]>::as_slice).collect();
        meanings(&table(&["ID"], &rows))[0]
    };
    assert_eq!(column(&["1", "2", "3", "4", "5", "6"]), Meaning::RowId);
    let numbers = [
        "300123451",
        "300999992",
        "312345673",
        "308765434",
        "301010105",
    ];
    assert_eq!(column(&numbers), Meaning::Field(IdentityNumber));
}

#[test]
fn wide_and_empty_tables_are_recognised() {
    let headers: Vec<String> = (0..200).map(|n| format!("column {n}")).collect();
    let headers: Vec<&str> = headers.iter().map(String::as_str).collect();
    let empty = vec![""; 200];
    let rows: [&[&str]; 2] = [&empty, &empty];
    assert_eq!(
        meanings(&table(&headers, &rows)),
        vec![Meaning::LeftOut; 200]
    );
    assert_eq!(meanings(&table(&[], &[])), []);
}

proptest! {
    #[test]
    fn any_table_is_recognised_without_a_fall(
        headers in prop::collection::vec("\\PC{0,20}", 0..6),
        cells in prop::collection::vec(prop::collection::vec(any::<String>(), 0..8), 0..6),
    ) {
        let headers: Vec<&str> = headers.iter().map(String::as_str).collect();
        let cells: Vec<Vec<&str>> =
            cells.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
        let rows: Vec<&[&str]> = cells.iter().map(Vec::as_slice).collect();
        let table = table(&headers, &rows);
        let mapping = recognise(&table);
        prop_assert_eq!(mapping.columns.len(), table.width());
        // What was recognised can be written and read back.
        prop_assert_eq!(mapping.corrected_by(mapping.to_file().as_bytes()), Ok(mapping));
    }

    #[test]
    fn the_order_of_rows_does_not_matter(
        rows in prop::collection::vec((0_u32..40, "[a-c]{1,2} [a-c]", 1940_i16..2020), 1..30)
            .prop_flat_map(|rows| (Just(rows.clone()), Just(rows).prop_shuffle())),
    ) {
        let recognised = |rows: &[(u32, String, i16)]| {
            let texts: Vec<[String; 3]> = rows
                .iter()
                .map(|(n, name, year)| [n.to_string(), name.clone(), format!("{year}-04-09")])
                .collect();
            let cells: Vec<Vec<&str>> =
                texts.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
            let cells: Vec<&[&str]> = cells.iter().map(Vec::as_slice).collect();
            recognise(&table(&["", "", ""], &cells))
        };
        prop_assert_eq!(recognised(&rows.0), recognised(&rows.1));
    }

    #[test]
    fn the_order_of_columns_does_not_matter(order in Just((0..5).collect::<Vec<usize>>()).prop_shuffle()) {
        let headers = ["First name", "Surname", "Date of birth", "Town", "ID number"];
        let cells = ["Ali", "Hassan", "1956-04-09", "Gaza", "123456789"];
        let moved: Vec<&str> = order.iter().map(|&at| headers[at]).collect();
        let row: Vec<&str> = order.iter().map(|&at| cells[at]).collect();
        let before = meanings(&table(&headers, &[&cells]));
        let after = meanings(&table(&moved, &[&row]));
        for (place, &at) in order.iter().enumerate() {
            prop_assert_eq!(after[place], before[at]);
        }
    }
}
