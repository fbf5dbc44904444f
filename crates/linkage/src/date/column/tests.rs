//! Cells as lists have them, alone and in columns, and what holds for any cell.

use proptest::prelude::*;

use super::*;

fn as_of(text: &str) -> Style {
    Style {
        as_of: CivilDay::parse(text),
        ..Style::default()
    }
}

/// One cell in a column of its own, as of March 2024.
fn one(text: &str) -> Result<Dates, DateFault> {
    read(&[text], &as_of("2024-03-01")).cells.remove(0)
}

fn said(text: &str) -> String {
    match one(text) {
        Ok(dates) => dates
            .0
            .into_iter()
            .map(show)
            .collect::<Vec<_>>()
            .join(" | "),
        Err(fault) => format!("{fault:?}"),
    }
}

fn show(date: PartialDate) -> String {
    match date {
        PartialDate::Day { year, month, day } => format!("{year:04}-{month:02}-{day:02}"),
        PartialDate::Written { year, month, day } => format!("?{year:04}-{month:02}-{day:02}"),
        PartialDate::Month { year, month } => format!("{year:04}-{month:02}"),
        PartialDate::Year(year) => format!("{year:04}"),
        PartialDate::Span(first, last) => format!("{first:04}/{last:04}"),
    }
}

fn check(cases: &[(&str, &str)]) {
    for (text, expected) in cases {
        assert_eq!(said(text), *expected, "{text}");
    }
}

#[test]
fn numbers_in_any_notation() {
    check(&[
        ("1956-04-09", "1956-04-09"),
        ("1956/4/9", "1956-04-09"),
        ("19560409", "1956-04-09"),
        ("13041956", "1956-04-13"),
        ("13/4/1956", "1956-04-13"),
        ("4-13-1956", "1956-04-13"),
        ("13.04.1956 г.", "1956-04-13"),
        ("١٣/٤/١٩٥٦", "1956-04-13"),
        ("۱۳/۴/۱۹۵۶", "1956-04-13"),
        ("13/04/56", "1956-04-13"),
        ("130456", "1956-04-13"),
        // Day first, 2024 lies after the list.
        ("13/04/24", "1924-04-13 | 2013-04-24"),
        ("4/1956", "1956-04"),
        ("1956-04", "1956-04"),
        ("198405", "1984-05"),
        ("1956", "1956"),
        ("1984-86", "1984/1986"),
        ("1984 - 1986", "1984/1986"),
        ("1956-04-09 00:00:00", "1956-04-09"),
        ("20554", "1956-04-09"),
        ("20554.0", "1956-04-09"),
        ("9/4/1956", "1956-04-09 | 1956-09-04"),
    ]);
}

#[test]
fn months_by_name() {
    check(&[
        ("9 April 1956", "1956-04-09"),
        ("April 9, 1956", "1956-04-09"),
        ("Monday, 9th of April 1956", "1956-04-09"),
        ("9-Apr-56", "1956-04-09"),
        ("1er août 1956", "1956-08-01"),
        ("9 avr. 1956", "1956-04-09"),
        ("٩ نيسان ١٩٥٦", "1956-04-09"),
        ("9 أبريل 1956", "1956-04-09"),
        ("2 كانون الثاني 1956", "1956-01-02"),
        ("2 كانون الأول 1956", "1956-12-02"),
        ("9 באפריל 1956", "1956-04-09"),
        ("9 апреля 1956 г.", "1956-04-09"),
        ("9 квітня 1956 року", "1956-04-09"),
        ("9 nisan 1956", "1956-04-09"),
        ("9 เมษายน 2499", "1956-04-09"),
        ("9 เม.ย. พ.ศ. 2499", "1956-04-09"),
        ("๙ เมษายน ๒๔๙๙", "1956-04-09"),
        ("May 1984", "1984-05"),
        ("مايو 1984", "1984-05"),
    ]);
}

#[test]
fn other_calendars() {
    check(&[
        // 30 Ramadan 1420 by Umm al-Qura is 7 January 2000, give or take a day.
        ("30 رمضان 1420", "2000-01-07 | 2000-01-06 | 2000-01-08"),
        ("30/9/1420", "2000-01-07 | 2000-01-06 | 2000-01-08"),
        ("1420/9/30 هـ", "2000-01-07 | 2000-01-06 | 2000-01-08"),
        ("1375", "1955/1956 | 1996/1997"),
        ("1375 هـ", "1955/1956"),
        ("رمضان 1420", "1999-12 | 2000-01"),
        ("22 بهمن 1357", "1979-02-11"),
        ("1357/11/22 ش", "1979-02-11"),
        ("ה' באייר תש\"ח", "1948-05-14"),
        ("ט\"ו באב תשל\"ט", "1979-08-08"),
        ("תשמ\"ב", "1981/1982"),
        ("א' אדר א' תשמ\"ד", "1984-02-04"),
        ("א' אדר ב' תשמ\"ד", "1984-03-05"),
        ("כ״ט בנובמבר 1947", "1947-11-29"),
        ("ה'תשמ\"ב", "1981/1982"),
        ("5742", "1981/1982"),
        ("15 Av 5739", "1979-08-08"),
        ("9/4/2499", "1956-04-09 | 1956-09-04"),
        ("2499", "1956"),
    ]);
}

#[test]
fn one_date_in_two_calendars_is_read_once() {
    check(&[
        // 2 Jumada al-Akhira 1405 by Umm al-Qura is 22 February 1985, give or take a day.
        ("1405/6/2 هـ - 21.2.1985 م", "1985-02-21"),
        ("1405/6/2 هـ الموافق 22/2/1985 م", "1985-02-22"),
        ("21.2.1985 (1405/6/2)", "1985-02-21"),
        ("5 Tishrei 5745 (1 Oct 1984)", "1984-10-01"),
        ("1 October 1984 / ה' בתשרי תשמ\"ה", "1984-10-01"),
        (
            "2 رمضان 1405 / 1985",
            "1985-05-22 | 1985-05-21 | 1985-05-23",
        ),
        ("1405 هـ / 1984 م", "1984"),
        ("1405 - 1985", "1985"),
        // The other calendar says which is the day.
        ("3/4/1984 - 2/7/1404", "1984-04-03"),
    ]);
}

#[test]
fn two_dates_that_are_not_one_day_are_both_kept_and_told() {
    let column = read(&["1405/6/2 هـ - 15.12.1984 م"], &as_of("2024-03-01"));
    assert_eq!(column.doubts, [(0, DateFault::NotOneDay)]);
    assert_eq!(
        said("1405/6/2 هـ - 15.12.1984 م"),
        "1985-02-22 | 1985-02-21 | 1985-02-23 | 1984-12-15"
    );
    let column = read(&["1405/6/2 هـ - 21.2.1985 م"], &as_of("2024-03-01"));
    assert_eq!(column.doubts, []);
    // One half that is no date is told, and the other read.
    let column = read(&["1405/6/2 هـ (31.2.1985)"], &as_of("2024-03-01"));
    assert_eq!(column.cells[0].as_ref().map(|dates| dates.0.len()), Ok(3));
    assert_eq!(column.doubts, [(0, DateFault::Impossible)]);
}

#[test]
fn a_hijri_year_of_either_calendar_keeps_both_readings() {
    let style = as_of("2024-03-01");
    let open = read(&["1360", "1362/02/10"], &style);
    let years = |at: usize| -> Vec<i16> {
        let dates = open.cells[at].as_ref().map(|dates| dates.0.as_slice());
        let mut years: Vec<i16> = dates
            .unwrap_or_default()
            .iter()
            .map(|d| d.years().0)
            .collect();
        years.dedup();
        years
    };
    assert_eq!(years(0), [1941, 1981]);
    assert_eq!(years(1), [1943, 1983]);
    assert!(open.decided.contains(&Decided::HijriOpen(2)));
    // What tells: a mark, a month by name, the mapping, a month of 31 days, the day of the list.
    for (texts, year) in [
        (&["1360", "1370 هـ"][..], 1941),
        (&["1360", "5 رمضان 1370"], 1941),
        (&["1360", "1370 ش"], 1981),
        (&["1360", "22 بهمن 1357"], 1981),
        (&["1360", "1362/05/31"], 1981),
        (&["1410"], 1989),
    ] {
        let column = read(texts, &style);
        let first = column.cells[0]
            .as_ref()
            .map(|dates| (dates.0.len(), dates.0[0].years().0));
        assert_eq!(first, Ok((1, year)), "{texts:?}");
    }
}

#[test]
fn dates_that_are_not_exact() {
    check(&[
        ("about 1980", "1978/1982"),
        ("c. 1980", "1978/1982"),
        ("حوالي 1980", "1978/1982"),
        ("1980~", "1978/1982"),
        ("~1980", "1978/1982"),
        ("198X", "1980/1989"),
        ("1984/1986", "1984/1986"),
        ("1980?", "1980"),
        ("before 1980", "1880/1980"),
        ("after 1980", "1980/2024"),
        ("34 yrs", "1989/1990"),
        ("34 years old", "1989/1990"),
        ("٣٤ سنوات", "1989/1990"),
        ("34 سنة", "1989/1990"),
        ("سنة 84", "1984"),
        ("1984 год", "1984"),
    ]);
}

#[test]
fn noughts_stand_for_what_is_not_known() {
    check(&[
        ("00/00/1956", "1956"),
        ("00/04/1956", "1956-04"),
        ("1956-04-00", "1956-04"),
        ("1956-00-00", "1956"),
        ("19560000", "1956"),
        ("19560400", "1956-04"),
        ("19160017", "?1916-00-17"),
    ]);
}

#[test]
fn one_or_the_other_is_a_span() {
    check(&[
        ("1956 or 1957", "1956/1957"),
        ("between 1956 and 1958", "1956/1958"),
        ("1956 أو 1957", "1956/1957"),
        ("1956 или 1957", "1956/1957"),
        ("2 yrs 6 months", "2021"),
        ("34 y/o", "1989/1990"),
        ("34.5 years", "1989/1990"),
    ]);
}

#[test]
fn what_is_no_date_is_a_fault_of_a_kind() {
    check(&[
        ("31/2/56", "Impossible"),
        ("31 February 1956", "Impossible"),
        ("2999", "Impossible"),
        ("2025", "InFuture"),
        ("2 March 2024", "InFuture"),
        ("1375/13/40", "Impossible"),
        ("9 April", "NoYear"),
        ("34", "NoYear"),
        ("Damascus", "Unreadable"),
        ("9 April 1956 or 1957", "Unreadable"),
        ("0/0/0", "Impossible"),
        ("31/13/1375", "Impossible"),
        ("99999999999999999999", "Unreadable"),
    ]);
}

#[test]
fn eight_digits_that_are_no_date_are_kept_as_digits() {
    check(&[
        ("31/2/1956", "?1956-02-31 | ?1956-31-02"),
        ("1956-02-30", "?1956-02-30"),
        ("2999-01-01", "?2999-01-01"),
        ("19551192", "?1955-11-92"),
        ("2025-01-01", "?2025-01-01"),
        ("2024-03-02", "?2024-03-02"),
    ]);
    let column = read(&["31/2/1956", "13/4/1956"], &as_of("2024-03-01"));
    let (year, month, day) = (1956, 2, 31);
    let digits = Dates(vec![PartialDate::Written { year, month, day }]);
    assert_eq!(column.cells[0], Ok(digits));
}

#[test]
fn a_column_decides_what_one_cell_leaves_open() {
    let column = read(&["9/4/1956", "13/4/1956"], &as_of("2024-03-01"));
    let readings = |at: usize| column.cells[at].as_ref().map(|dates| dates.0.len());
    assert_eq!((readings(0), readings(1)), (Ok(1), Ok(1)));
    let (order, by) = (Order::DayMonthYear, 1);
    assert_eq!(
        column.decided,
        [Decided::Order {
            order,
            by,
            against: 0
        }]
    );
}

#[test]
fn a_column_that_says_both_keeps_both_readings_and_says_so() {
    let column = read(
        &["9/4/1956", "13/4/1956", "4/13/1956"],
        &as_of("2024-03-01"),
    );
    assert_eq!(column.cells[0].as_ref().map(|dates| dates.0.len()), Ok(2));
    assert_eq!(column.decided, [Decided::OrderContradicted(1)]);
}

#[test]
fn what_is_said_about_a_column_is_done() {
    let style = Style {
        order: Some(Order::MonthDayYear),
        ..as_of("2024-03-01")
    };
    let column = read(&["4/9/1956", "13/4/1956", "1956-04-09"], &style);
    let april = CivilDay::new(1956, 4, 9).map(PartialDate::from);
    let april = Dates(april.into_iter().collect());
    assert_eq!(
        column.cells,
        [
            Ok(april.clone()),
            Ok(Dates(vec![PartialDate::Written {
                year: 1956,
                month: 13,
                day: 4
            }])),
            Ok(april)
        ]
    );
}

#[test]
fn ages_are_counted_back_from_the_day_of_the_list() {
    let ages = |as_of| Style {
        reading: Reading::Ages,
        as_of,
        ..Style::default()
    };
    let column = read(
        &["34", "30-35", "1980", "34.5"],
        &ages(CivilDay::new(2024, 3, 1)),
    );
    let span = |a, b| Ok(Dates(vec![PartialDate::Span(a, b)]));
    let year = Ok(Dates(vec![PartialDate::Year(1980)]));
    assert_eq!(
        column.cells,
        [span(1989, 1990), span(1988, 1994), year, span(1989, 1990)]
    );
    assert_eq!(
        read(&["34"], &ages(None)).cells,
        [Err(DateFault::AgeWithoutDay)]
    );
}

#[test]
fn solar_years_are_told_by_a_month_of_31_days() {
    let solar = read(&["1362/05/31", "1362/02/10"], &Style::default());
    let day = |year, month, day| Ok(Dates(vec![PartialDate::Day { year, month, day }]));
    assert_eq!(solar.cells, [day(1983, 8, 22), day(1983, 4, 30)]);
    let lunar = read(&["1362/02/10"], &Style::default());
    assert_eq!(lunar.cells[0].as_ref().map(|d| d.0[0].years().0), Ok(1943));
}

#[test]
fn the_first_of_january_is_a_year_where_it_is_too_common() {
    let firsts: Vec<String> = (0..20).map(|n| format!("{}-01-01", 1950 + n)).collect();
    let others: Vec<String> = (1..29).map(|n| format!("1956-04-{n:02}")).collect();
    let texts: Vec<&str> = firsts.iter().chain(&others).map(String::as_str).collect();
    let column = read(&texts, &Style::default());
    assert_eq!(column.cells[0], Ok(Dates(vec![PartialDate::Year(1950)])));
    let (firsts, days) = (20, 48);
    assert_eq!(column.decided, [Decided::FirstOfJanuary { firsts, days }]);
    let as_day = Style {
        first_of_january: FirstOfJanuary::Day,
        ..Style::default()
    };
    assert_eq!(read(&texts, &as_day).decided, []);
}

/// Pieces of which cells are made, so that many are nearly dates.
fn any_cell() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        (0_u32..3000).prop_map(|n| n.to_string()),
        (0_u32..32).prop_map(|n| format!("{n:02}")),
        prop::sample::select(vec![
            "/",
            "-",
            ".",
            " ",
            "~",
            "?",
            "X",
            "هـ",
            "رمضان",
            "nisan",
            "ט\"ו",
            "תשמ\"ב",
            "באב",
            "April",
            "كانون",
            "الثاني",
            "about",
            "yrs",
            "พ.ศ.",
            "T00:00",
            ":",
            "٣",
            "۴",
            "๙",
        ])
        .prop_map(str::to_owned),
        any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..8).prop_map(|pieces| pieces.concat())
}

fn any_style() -> impl Strategy<Value = Style> {
    let reading = prop::sample::select(vec![Reading::Dates, Reading::Ages, Reading::Serials]);
    let order = prop::option::of(prop::sample::select(Order::ALL.to_vec()));
    let calendar = prop::option::of(prop::sample::select(Calendar::ALL.to_vec()));
    let day = prop::option::of((1_i16..9999, 1_u8..=12, 1_u8..=28));
    (reading, order, calendar, day).prop_map(|(reading, order, calendar, day)| Style {
        reading,
        order,
        calendar,
        as_of: day.and_then(|(y, m, d)| CivilDay::new(y, m, d)),
        ..Style::default()
    })
}

proptest! {
    #[test]
    fn any_cells_are_read_without_a_fall(
        texts in prop::collection::vec(any_cell(), 0..6),
        style in any_style(),
    ) {
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let column = read(&texts, &style);
        prop_assert_eq!(column.cells.len(), texts.len());
        for dates in column.cells.into_iter().flatten() {
            prop_assert!(!dates.0.is_empty());
            for date in dates.0 {
                if let PartialDate::Day { year, month, day } = date {
                    let known = CivilDay::new(year, month, day);
                    prop_assert!(known.is_some());
                    prop_assert!(style.as_of.is_none() || known <= style.as_of);
                }
                prop_assert!(date.years().0 <= date.years().1);
            }
        }
    }

    #[test]
    fn every_day_is_read_from_every_unambiguous_notation(
        year in 1900_i16..2024, month in 1_u8..=12, day in 1_u8..=28,
    ) {
        let expected = CivilDay::new(year, month, day).map(PartialDate::from);
        let expected = Dates(expected.into_iter().collect());
        for text in [
            format!("{year}-{month:02}-{day:02}"),
            format!("{year}{month:02}{day:02}"),
            format!("{year}/{month}/{day}"),
        ] {
            prop_assert_eq!(one(&text), Ok(expected.clone()), "{}", text);
        }
        let style = Style { order: Some(Order::DayMonthYear), ..as_of("2024-03-01") };
        let text = format!("{day}.{month}.{year}");
        prop_assert_eq!(read(&[&text], &style).cells.remove(0), Ok(expected));
    }
}
