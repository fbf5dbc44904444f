//! Dates, whole or in part.

use super::{Agreement, Comparator, Level};
use crate::date::{Dates, PartialDate};

/// Dates compared with what is known of each.
pub struct DayDates {
    days: Vec<Packed>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Packed {
    year: i16,
    month: u8,
    day: u8,
}

const SCALE: [Agreement; 7] = [
    Agreement::Same,
    Agreement::DayMonthExchanged,
    Agreement::OneSign,
    Agreement::SameMonth,
    Agreement::SameDayOfYear,
    Agreement::SameYear,
    Agreement::Different,
];

impl DayDates {
    /// Prepares the dates.
    pub fn new(dates: &[Dates]) -> Self {
        let days = dates
            .iter()
            .map(|d| match d.0.first() {
                Some(&PartialDate::Day { year, month, day }) => Packed { year, month, day },
                Some(_) | None => Packed {
                    year: 0,
                    month: 0,
                    day: 0,
                },
            })
            .collect();
        Self { days }
    }
}

fn digits(d: Packed) -> [u8; 8] {
    let y = d.year.unsigned_abs();
    let of = |n: u16| (n % 10) as u8;
    [
        of(y / 1000),
        of(y / 100),
        of(y / 10),
        of(y),
        d.month / 10,
        d.month % 10,
        d.day / 10,
        d.day % 10,
    ]
}

fn one_sign(a: Packed, b: Packed) -> bool {
    let (a, b) = (digits(a), digits(b));
    let differ: Vec<usize> = (0..8).filter(|&i| a.get(i) != b.get(i)).collect();
    match differ.as_slice() {
        [_] => true,
        &[i, j] => j == i + 1 && a.get(i) == b.get(j) && a.get(j) == b.get(i),
        _ => false,
    }
}

impl Comparator for DayDates {
    fn scale(&self) -> &'static [Agreement] {
        &SCALE
    }

    fn level(&self, a: u32, b: u32) -> Level {
        if a == b {
            return Level::SAME;
        }
        let get = |v: u32| self.days.get(v as usize).copied();
        let (Some(x), Some(y)) = (get(a), get(b)) else {
            return Level::NONE;
        };
        let matches =
            u8::from(x.year == y.year) + u8::from(x.month == y.month) + u8::from(x.day == y.day);
        if matches == 0 {
            return Level(7);
        }
        if x.year == y.year && x.day == y.month && x.month == y.day {
            return Level(2);
        }
        if matches == 2 {
            if one_sign(x, y) {
                return Level(3);
            }
            if x.day != y.day {
                return Level(4);
            }
            if x.year != y.year {
                return Level(5);
            }
            return Level(6);
        }
        if x.year == y.year {
            return Level(6);
        }
        Level(7)
    }
}
