//! Dates as lists give them: whole or in part, in five calendars, or as an age.
//!
//! A cell is read by [`column::read`] together with the other cells of its column, because only they
//! say whether day or month comes first. Nothing is guessed: where two readings remain, both are
//! kept; what was decided for a whole column is stated; what cannot be a date is a fault and stays as
//! it came. How two dates are compared stands in [`compare`](mod@compare).

mod age;
mod calendar;
pub mod column;
pub mod compare;
mod day;
mod edtf;
mod gematria;
mod months;
mod numbers;
mod parts;
mod read;
mod scan;
mod split;
mod twofold;

pub use self::{
    calendar::Calendar,
    column::{Column, Decided, FirstOfJanuary, Reading, Style},
    compare::{DateAgreement, PackedDate, compare},
    day::CivilDay,
    numbers::Order,
    read::DateFault,
    split::{DatePart, Split, SplitCell, read_split},
};

/// The dates that one cell may mean: at least one, the likeliest first. There are several where day
/// and month may stand either way round, where a day of the Hijri calendar, whose months begin
/// when the new moon is seen, may fall a day earlier or later, and where a year may be of the lunar
/// or of the solar Hijri calendar.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Dates(pub Vec<PartialDate>);

/// A date of the Gregorian calendar with the precision with which it was given. What was given in
/// another calendar has been converted; where that leaves more than one day, all are among the
/// [`Dates`], and where it leaves more than one year the span says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PartialDate {
    /// A day.
    Day {
        /// Year.
        year: i16,
        /// 1 to 12.
        month: u8,
        /// 1 to 31.
        day: u8,
    },
    /// A month of a year.
    Month {
        /// Year.
        year: i16,
        /// 1 to 12.
        month: u8,
    },
    /// A year.
    Year(i16),
    /// Digits that stand where a day does and cannot be one: it does not exist, or lies after the list.
    /// One of them is wrong, so they are compared digit by digit. Such a cell is among the problems.
    Written {
        /// The year as written, four digits.
        year: i16,
        /// The month as written, 0 to 99.
        month: u8,
        /// The day as written, 0 to 99.
        day: u8,
    },
    /// Some year from the first to the second, both included: an age, a Hijri year, "about 1980".
    Span(i16, i16),
}

impl PartialDate {
    /// The first and the last year in which it may lie.
    pub fn years(self) -> (i16, i16) {
        match self {
            Self::Day { year, .. }
            | Self::Written { year, .. }
            | Self::Month { year, .. }
            | Self::Year(year) => (year, year),
            Self::Span(a, b) => (a.min(b), a.max(b)),
        }
    }

    /// What is wrong with digits that are no date; nothing with a date.
    pub(crate) fn written_fault(self) -> Option<DateFault> {
        match self {
            Self::Written { year, month, day } => {
                let exists = CivilDay::new(year, month, day).is_some();
                Some(if exists && (1800..=2100).contains(&year) {
                    DateFault::InFuture
                } else {
                    DateFault::Impossible
                })
            }
            Self::Day { .. } | Self::Month { .. } | Self::Year(_) | Self::Span(..) => None,
        }
    }
}

impl From<CivilDay> for PartialDate {
    fn from(day: CivilDay) -> Self {
        Self::Day {
            year: day.year(),
            month: day.month(),
            day: day.day(),
        }
    }
}
