//! Dates as lists give them: whole or in part, in three calendars, or as an age.

/// The dates that one cell may mean: one, or several readings (day and month either way round).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Dates(pub Vec<PartialDate>);

/// A date of the Gregorian calendar with the precision with which it was given. What was given in
/// another calendar has been converted; where that is uncertain by a day or more the span says so.
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
    /// Some year from the first to the second, both included: an age, a Hijri year, "about 1980".
    Span(i16, i16),
}
