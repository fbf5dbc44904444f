//! How far two dates agree: levels for the weighing of evidence, from the same day down.
//!
//! Comparing two whole days costs a few nanoseconds, without a table: days are packed as eight
//! decimal digits of four bits each (`yyyymmdd`), so that one exclusive-or shows which digits differ.

use super::{Dates, PartialDate};

/// How far two dates agree. The order is that of strength: where a cell has several readings, the
/// least of all pairs counts. What the levels are worth in bits is for the weighing to learn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
#[repr(u8)]
pub enum DateAgreement {
    /// The same day.
    Exact,
    /// The same year, and the day of each is the month of the other.
    DayMonthSwapped,
    /// One digit of `yyyymmdd` differs, or two neighbouring digits are swapped.
    OneDigit,
    /// One side or both give no day; year and month agree.
    AgreesToMonth,
    /// Year and month agree, the days differ.
    SameMonthYear,
    /// Day and month agree, the years are neighbours.
    SameDayMonth,
    /// Day and month agree, the years are further apart.
    SameDayMonthYearOther,
    /// One side or both give only a year; the years agree.
    AgreesToYear,
    /// The year agrees, the months differ.
    SameYear,
    /// One side or both give a span of years; the other lies in it, or overlaps it.
    SpanOverlaps,
    /// The years, or the nearest years of two spans, are neighbours.
    YearWithinOne,
    /// They are two to five years apart.
    YearWithinFive,
    /// Nothing of this agrees.
    Different,
}

impl DateAgreement {
    /// How many levels there are.
    pub const COUNT: usize = 13;

    /// All levels, the strongest first.
    pub const ALL: [Self; Self::COUNT] = [
        Self::Exact,
        Self::DayMonthSwapped,
        Self::OneDigit,
        Self::AgreesToMonth,
        Self::SameMonthYear,
        Self::SameDayMonth,
        Self::SameDayMonthYearOther,
        Self::AgreesToYear,
        Self::SameYear,
        Self::SpanOverlaps,
        Self::YearWithinOne,
        Self::YearWithinFive,
        Self::Different,
    ];

    /// Its place in [`Self::ALL`].
    pub const fn index(self) -> usize {
        self as usize
    }
}

/// The strongest agreement between any reading of one cell and any of the other. The same whichever
/// of the two comes first. `Different` if one has no reading at all.
pub fn compare(a: &Dates, b: &Dates) -> DateAgreement {
    if let ([a], [b]) = (a.0.as_slice(), b.0.as_slice()) {
        return compare_readings(*a, *b);
    }
    let mut best = DateAgreement::Different;
    for &a in &a.0 {
        for &b in &b.0 {
            best = best.min(compare_readings(a, b));
        }
    }
    best
}

/// A cell with one reading, which is a whole day: eight bytes, made once, compared often.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PackedDate {
    /// `yyyymmdd`, four bits a digit.
    digits: u32,
    year: i16,
}

impl PackedDate {
    /// Packs a cell that has exactly one reading which is a whole day of the years 0 to 9999; none
    /// for any other, which [`compare`] compares.
    pub fn of(dates: &Dates) -> Option<Self> {
        match dates.0.as_slice() {
            [only] => Self::of_reading(*only),
            _ => None,
        }
    }

    #[inline]
    fn of_reading(date: PartialDate) -> Option<Self> {
        match date {
            PartialDate::Day { year, month, day } | PartialDate::Written { year, month, day } => {
                Self::new(year, month, day)
            }
            PartialDate::Month { .. } | PartialDate::Year(_) | PartialDate::Span(..) => None,
        }
    }

    #[inline]
    fn new(year: i16, month: u8, day: u8) -> Option<Self> {
        let whole_year = u32::try_from(year).ok()?;
        let years = pair(whole_year / 100)? << 8 | pair(whole_year % 100)?;
        let days = pair(u32::from(month))? << 8 | pair(u32::from(day))?;
        let digits = years << 16 | days;
        Some(Self { digits, year })
    }

    /// As [`compare`] of the two cells that were packed.
    #[inline]
    pub fn compare(self, other: Self) -> DateAgreement {
        let differ = self.digits ^ other.digits;
        if differ == 0 {
            return DateAgreement::Exact;
        }
        let apart = self.year.abs_diff(other.year);
        let at = nonzero_digits(differ);
        if apart > 5 && count(at) > 2 && differ & DAY_MONTH != 0 {
            return DateAgreement::Different;
        }
        self.compare_near(other, differ, at, apart)
    }

    /// Whether more of the two may agree than that their years are near; quick.
    #[inline]
    pub fn may_agree(self, other: Self) -> bool {
        let differ = self.digits ^ other.digits;
        let few = count(nonzero_digits(differ)) <= 2;
        few || self.year == other.year || differ & DAY_MONTH == 0
    }

    #[inline]
    fn compare_near(self, other: Self, differ: u32, at: u32, apart: u16) -> DateAgreement {
        let swapped = (other.digits & 0xFF) << 8 | (other.digits >> 8) & 0xFF;
        if apart == 0 && self.digits & DAY_MONTH == swapped {
            return DateAgreement::DayMonthSwapped;
        }
        if at.is_power_of_two() || self.transposed(other, at) {
            return DateAgreement::OneDigit;
        }
        match (apart, differ & DAY_MONTH == 0, differ & MONTH == 0) {
            (0, _, true) => DateAgreement::SameMonthYear,
            (0, _, false) => DateAgreement::SameYear,
            (1, true, _) => DateAgreement::SameDayMonth,
            (_, true, _) => DateAgreement::SameDayMonthYearOther,
            (1, false, _) => DateAgreement::YearWithinOne,
            (2..=5, false, _) => DateAgreement::YearWithinFive,
            (_, false, _) => DateAgreement::Different,
        }
    }

    /// Whether the digits differ in two neighbouring places only, and are swapped there.
    fn transposed(self, other: Self, at: u32) -> bool {
        let low = at.trailing_zeros();
        if at >> low != 0x11 {
            return false;
        }
        let (a, b) = (self.digits >> low & 0xFF, other.digits >> low & 0xFF);
        a == (b << 4 | b >> 4) & 0xFF
    }
}

const DAY_MONTH: u32 = 0xFFFF;
const MONTH: u32 = 0xFF00;

/// 0 to 99 as two digits of four bits each.
fn pair(value: u32) -> Option<u32> {
    (value <= 99).then_some(value + 6 * (value / 10))
}

/// How many digits are marked: the sum of the marks comes together in the highest four bits.
fn count(marks: u32) -> u32 {
    marks.wrapping_mul(0x1111_1111) >> 28
}

/// The lowest bit of each digit that is not nought.
fn nonzero_digits(digits: u32) -> u32 {
    (digits | digits >> 1 | digits >> 2 | digits >> 3) & 0x1111_1111
}

/// How exactly a reading says when; the coarser of two decides how they are compared.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Precision {
    Day,
    Month,
    Year,
    Span,
}

/// And the month, where there is one.
fn precision(date: PartialDate) -> (Precision, u8) {
    match date {
        PartialDate::Day { month, .. } | PartialDate::Written { month, .. } => {
            (Precision::Day, month)
        }
        PartialDate::Month { month, .. } => (Precision::Month, month),
        PartialDate::Year(_) => (Precision::Year, 0),
        PartialDate::Span(..) => (Precision::Span, 0),
    }
}

#[inline]
fn compare_readings(a: PartialDate, b: PartialDate) -> DateAgreement {
    let ((precise, month), (other, other_month)) = (precision(a), precision(b));
    match precise.max(other) {
        Precision::Day => compare_days(a, b),
        Precision::Month if month == other_month => by_years(a, b, DateAgreement::AgreesToMonth),
        Precision::Month => by_years(a, b, DateAgreement::SameYear),
        Precision::Year => by_years(a, b, DateAgreement::AgreesToYear),
        Precision::Span => by_years(a, b, DateAgreement::SpanOverlaps),
    }
}

#[inline]
fn compare_days(a: PartialDate, b: PartialDate) -> DateAgreement {
    match (PackedDate::of_reading(a), PackedDate::of_reading(b)) {
        (Some(a), Some(b)) => a.compare(b),
        // Years before 0 or after 9999, which no list has.
        _ if a == b => DateAgreement::Exact,
        _ => by_years(a, b, DateAgreement::SameYear),
    }
}

/// By the distance of the years alone; `same` if there is none.
fn by_years(a: PartialDate, b: PartialDate, same: DateAgreement) -> DateAgreement {
    let ((a0, a1), (b0, b1)) = (a.years(), b.years());
    let apart = if a1 < b0 {
        a1.abs_diff(b0)
    } else if b1 < a0 {
        b1.abs_diff(a0)
    } else {
        0
    };
    match apart {
        0 => same,
        1 => DateAgreement::YearWithinOne,
        2..=5 => DateAgreement::YearWithinFive,
        _ => DateAgreement::Different,
    }
}

#[cfg(test)]
mod tests;
