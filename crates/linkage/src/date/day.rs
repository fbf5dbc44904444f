//! A day of the Gregorian calendar that exists.

use icu_calendar::{Date, Iso, types::RataDie};

/// A day of the (proleptic) Gregorian calendar, years 1 to 9999, as every desk's own calendar has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CivilDay {
    year: i16,
    month: u8,
    day: u8,
}

impl CivilDay {
    /// A day, if there is such a day.
    pub fn new(year: i16, month: u8, day: u8) -> Option<Self> {
        let exists = (1..=9999).contains(&year) && (1..=last_of_month(year, month)).contains(&day);
        exists.then_some(Self { year, month, day })
    }

    /// Reads `2024-03-01`, the spelling of ISO 8601, and no other.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let mut next = |length: usize| {
            let part = parts.next()?;
            let fits = part.len() == length && part.bytes().all(|b| b.is_ascii_digit());
            fits.then(|| part.parse::<i16>().ok()).flatten()
        };
        let (year, month, day) = (next(4)?, next(2)?, next(2)?);
        if parts.next().is_some() {
            return None;
        }
        Self::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
    }

    /// Year.
    pub fn year(self) -> i16 {
        self.year
    }

    /// 1 to 12.
    pub fn month(self) -> u8 {
        self.month
    }

    /// 1 to 31.
    pub fn day(self) -> u8 {
        self.day
    }

    /// The day so many days later, or earlier; none outside the years 1 to 9999.
    pub fn plus(self, days: i64) -> Option<Self> {
        let iso = Date::try_new_iso(i32::from(self.year), self.month, self.day).ok()?;
        Self::of_count(RataDie::new(iso.to_rata_die().to_i64_date() + days))
    }

    /// The day with this count of days (1 is 1 January of the year 1).
    pub(super) fn of_count(count: RataDie) -> Option<Self> {
        let iso = Date::from_rata_die(count, Iso);
        Self::new(
            i16::try_from(iso.year().extended_year()).ok()?,
            iso.month().number(),
            iso.day_of_month().0,
        )
    }
}

impl std::fmt::Display for CivilDay {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// The last day of a month; 0 for a month that does not exist.
pub(super) fn last_of_month(year: i16, month: u8) -> u8 {
    let leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_that_do_not_exist_are_none() {
        assert!(CivilDay::new(1956, 2, 29).is_some());
        assert!(CivilDay::new(1900, 2, 29).is_none());
        assert!(CivilDay::new(1957, 2, 31).is_none());
        assert!(CivilDay::new(1957, 13, 1).is_none());
        assert!(CivilDay::new(0, 1, 1).is_none());
    }

    #[test]
    fn only_the_iso_spelling_is_read_and_it_is_written_again() {
        let day = CivilDay::parse("2024-03-01").unwrap();
        assert_eq!(day.to_string(), "2024-03-01");
        for wrong in [
            "2024-3-1",
            "20240301",
            "2024-03-01-",
            "2024-02-30",
            "+024-03-01",
        ] {
            assert_eq!(CivilDay::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn days_are_counted_across_months_and_years() {
        let day = CivilDay::new(1999, 12, 31).unwrap();
        assert_eq!(day.plus(1), CivilDay::new(2000, 1, 1));
        assert_eq!(day.plus(-365), CivilDay::new(1998, 12, 31));
    }
}
