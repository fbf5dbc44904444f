//! Dates in three cells.

use super::*;
use crate::date::{CivilDay, PartialDate};

fn one(cells: [&str; 3]) -> (String, Faults) {
    let [day, month, year] = cells.map(|text| Some(text).filter(|text| !text.is_empty()));
    let style = Style {
        as_of: CivilDay::parse("2024-03-01"),
        ..Style::default()
    };
    let (mut read, _) = read_split(&[Split { day, month, year }], &style);
    let cell = read.remove(0);
    let show = |date: &PartialDate| match *date {
        PartialDate::Day { year, month, day } => format!("{year:04}-{month:02}-{day:02}"),
        PartialDate::Written { year, month, day } => format!("?{year:04}-{month:02}-{day:02}"),
        PartialDate::Month { year, month } => format!("{year:04}-{month:02}"),
        PartialDate::Year(year) => format!("{year:04}"),
        PartialDate::Span(first, last) => format!("{first:04}/{last:04}"),
    };
    let dates = cell.dates.map_or(Vec::new(), |dates| dates.0);
    let shown: Vec<String> = dates.iter().map(show).collect();
    (shown.join(" | "), cell.faults)
}

#[test]
fn three_cells_are_one_date() {
    for (cells, expected) in [
        (["9", "4", "1956"], "1956-04-09"),
        (["09", "04", "56"], "1956-04-09"),
        (["9", "April", "1956"], "1956-04-09"),
        (["٩", "نيسان", "١٩٥٦"], "1956-04-09"),
        (["9", "апреля", "1956"], "1956-04-09"),
        (["5", "באייר", "תש\"ח"], "1948-05-14"),
        (["22", "11", "1357 ش"], "1979-02-11"),
        (["9.0", "4.0", "1956.0"], "1956-04-09"),
        (["", "4", "1956"], "1956-04"),
        (["0", "4", "1956"], "1956-04"),
        (["", "", "1956"], "1956"),
        (["", "", "56"], "1956"),
        (["", "", "about 1980"], "1978/1982"),
        (["", "", "1980 or 1981"], "1980/1981"),
        (["", "", ""], ""),
    ] {
        assert_eq!(one(cells), (expected.to_owned(), Vec::new()), "{cells:?}");
    }
}

#[test]
fn what_is_wrong_is_said_of_its_cell() {
    for (cells, expected, part, fault) in [
        (
            ["31", "2", "1956"],
            "?1956-02-31",
            DatePart::Day,
            DateFault::Impossible,
        ),
        (
            ["9", "13", "1956"],
            "?1956-13-09",
            DatePart::Day,
            DateFault::Impossible,
        ),
        (
            ["2", "3", "2024"],
            "?2024-03-02",
            DatePart::Day,
            DateFault::InFuture,
        ),
        (
            ["", "13", "1956"],
            "1956",
            DatePart::Month,
            DateFault::Impossible,
        ),
        (["9", "", "1956"], "1956", DatePart::Day, DateFault::NoMonth),
        (["9", "4", ""], "", DatePart::Year, DateFault::NoYear),
        (
            ["x9", "4", "1956"],
            "1956-04",
            DatePart::Day,
            DateFault::Unreadable,
        ),
        (
            ["9", "4", "north"],
            "",
            DatePart::Year,
            DateFault::Unreadable,
        ),
    ] {
        let (dates, faults) = one(cells);
        assert_eq!(dates, expected, "{cells:?}");
        assert!(faults.contains(&(part, fault)), "{cells:?}: {faults:?}");
    }
}

#[test]
fn day_and_month_are_never_exchanged() {
    assert_eq!(one(["4", "9", "1956"]).0, "1956-09-04");
    assert_eq!(one(["9", "4", "1956"]).0, "1956-04-09");
}
