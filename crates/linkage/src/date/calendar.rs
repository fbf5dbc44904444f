//! From the calendars in which lists give dates to the Gregorian one.
//!
//! Hijri months begin with the sighting of the new moon, so no table knows the day for certain. The
//! Umm al-Qura calendar (of Saudi Arabia, known for the years 1300 to 1600) gives the likeliest day;
//! the day before and after it, and that of the tabular calendar (30-year cycle, type II, epoch of 16
//! July 622), are kept as further readings. Conversions are those of `icu_calendar`.

use icu_calendar::{
    Date,
    cal::{
        Hijri,
        hijri::{TabularAlgorithm, TabularAlgorithmEpoch, TabularAlgorithmLeapYears},
    },
    types::{Month, RataDie},
};

use super::{CivilDay, PartialDate, day::last_of_month};

/// A calendar in which a list gives dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Calendar {
    /// The civil calendar.
    Gregorian,
    /// The lunar calendar of Islam.
    Hijri,
    /// The solar calendar of Iran and Afghanistan (Solar Hijri).
    Persian,
    /// The Jewish calendar.
    Hebrew,
    /// The Thai calendar: Gregorian days, years counted from 543 before it.
    Buddhist,
}

/// A month of some calendar. `number` is 1 to 12 in the order in which the calendar's year runs, the
/// Hebrew from Tishri; Adar of a leap year is Adar II, and Adar I is marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct MonthNo {
    pub number: u8,
    pub leap: bool,
}

impl From<u8> for MonthNo {
    fn from(number: u8) -> Self {
        Self {
            number,
            leap: false,
        }
    }
}

impl Calendar {
    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::Gregorian,
        Self::Hijri,
        Self::Persian,
        Self::Hebrew,
        Self::Buddhist,
    ];

    /// As the mapping file writes it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Gregorian => "gregorian",
            Self::Hijri => "hijri",
            Self::Persian => "persian",
            Self::Hebrew => "hebrew",
            Self::Buddhist => "buddhist",
        }
    }

    /// The days that a day of this calendar may be, the likeliest first; none if it does not exist.
    pub(super) fn day(self, year: i32, month: MonthNo, day: u8) -> Vec<CivilDay> {
        match self {
            Self::Gregorian => gregorian(year, month, day).into_iter().collect(),
            Self::Hijri => hijri(year, month.number, day),
            Self::Persian => persian(year, month.number, day).into_iter().collect(),
            Self::Hebrew => hebrew(year, month, day).into_iter().collect(),
            Self::Buddhist => buddhist_years(year, month.number)
                .filter_map(|year| gregorian(year, month, day))
                .collect(),
        }
    }

    /// The Gregorian months into which a month of this calendar falls; none if it does not exist.
    pub(super) fn month(self, year: i32, month: MonthNo) -> Vec<PartialDate> {
        let exists = (1..=12).contains(&month.number);
        match self {
            Self::Gregorian | Self::Buddhist => {
                let years: Vec<i32> = match self {
                    Self::Buddhist => buddhist_years(year, month.number).collect(),
                    Self::Gregorian | Self::Hijri | Self::Persian | Self::Hebrew => vec![year],
                };
                let years = years
                    .into_iter()
                    .filter_map(|year| i16::try_from(year).ok());
                let month = month.number;
                years
                    .filter(|_| exists)
                    .map(|year| PartialDate::Month { year, month })
                    .collect()
            }
            Self::Hijri | Self::Persian | Self::Hebrew => {
                let mut months: Vec<PartialDate> = [1, 29]
                    .into_iter()
                    .filter_map(|day| self.day(year, month, day).first().copied())
                    .map(|day| PartialDate::Month {
                        year: day.year(),
                        month: day.month(),
                    })
                    .collect();
                months.dedup();
                months
            }
        }
    }

    /// The Gregorian years into which a year of this calendar falls.
    pub(super) fn year(self, year: i32) -> Option<PartialDate> {
        match self {
            Self::Gregorian => Some(PartialDate::Year(i16::try_from(year).ok()?)),
            Self::Buddhist => {
                let of = |month| i16::try_from(buddhist_years(year, month).max()?).ok();
                Some(span(of(12)?, of(1)?))
            }
            Self::Hijri | Self::Persian | Self::Hebrew => {
                let first = self.day(year, 1.into(), 1).first()?.year();
                let next = *self.day(year + 1, 1.into(), 1).first()?;
                Some(span(first, next.plus(-1)?.year()))
            }
        }
    }
}

fn span(first: i16, last: i16) -> PartialDate {
    if first == last {
        PartialDate::Year(first)
    } else {
        PartialDate::Span(first, last)
    }
}

fn gregorian(year: i32, month: MonthNo, day: u8) -> Option<CivilDay> {
    CivilDay::new(i16::try_from(year).ok()?, month.number, day)
}

/// Until 1940 the Thai year began in April: a January to March of the years up to 2483 may be counted
/// either way.
fn buddhist_years(year: i32, month: u8) -> impl Iterator<Item = i32> {
    let as_today = year - 543;
    let as_then = (year <= 2483 && month <= 3).then_some(as_today + 1);
    std::iter::once(as_today).chain(as_then)
}

fn hijri(year: i32, month: u8, day: u8) -> Vec<CivilDay> {
    // A month of 29 days in one table may have had 30 where it was written.
    let first = |count: Option<RataDie>| count.map(|c| c.to_i64_date() + i64::from(day) - 1);
    if !(1..=30).contains(&day) {
        return Vec::new();
    }
    let table = TabularAlgorithm::new(
        TabularAlgorithmLeapYears::TypeII,
        TabularAlgorithmEpoch::Friday,
    );
    let sighted = Date::try_new_hijri_with_calendar(year, month, 1, Hijri::new_umm_al_qura()).ok();
    let tabular = Date::try_new_hijri_with_calendar(year, month, 1, Hijri(table)).ok();
    let sighted = first(sighted.map(|date| date.to_rata_die()));
    let tabular = first(tabular.map(|date| date.to_rata_die()));
    let mut days: Vec<i64> = Vec::new();
    let around = sighted.into_iter().flat_map(|day| [day, day - 1, day + 1]);
    for day in around.chain(tabular) {
        if !days.contains(&day) {
            days.push(day);
        }
    }
    days.into_iter()
        .filter_map(|day| CivilDay::of_count(RataDie::new(day)))
        .collect()
}

fn persian(year: i32, month: u8, day: u8) -> Option<CivilDay> {
    CivilDay::of_count(Date::try_new_persian(year, month, day).ok()?.to_rata_die())
}

fn hebrew(year: i32, month: MonthNo, day: u8) -> Option<CivilDay> {
    // Adar I of a common year, where somebody wrote it, is Adar.
    let of = |month| Date::try_new_hebrew_v2(year, month, day).ok();
    let date = if month.leap {
        of(Month::leap(5)).or_else(|| of(Month::new(6)))
    } else {
        of(Month::new(month.number))
    };
    CivilDay::of_count(date?.to_rata_die())
}

/// The last day that any month of this number can have: to tell which order of numbers is possible.
pub(super) fn longest(calendar: Calendar, month: u8) -> u8 {
    match calendar {
        Calendar::Gregorian | Calendar::Buddhist => last_of_month(2000, month),
        Calendar::Hijri | Calendar::Hebrew if (1..=12).contains(&month) => 30,
        Calendar::Persian if (1..=6).contains(&month) => 31,
        Calendar::Persian if (7..=12).contains(&month) => 30,
        Calendar::Hijri | Calendar::Hebrew | Calendar::Persian => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(calendar: Calendar, year: i32, month: u8, day: u8) -> String {
        let days = calendar.day(year, month.into(), day);
        days.first().map(ToString::to_string).unwrap_or_default()
    }

    #[test]
    fn known_days_are_converted() {
        // 1 Muharram 1400 began the year in which the Great Mosque was seized, 20 November 1979.
        assert!(
            Calendar::Hijri
                .day(1400, 1.into(), 1)
                .contains(&CivilDay::new(1979, 11, 20).unwrap())
        );
        // The Iranian revolution: 22 Bahman 1357, 11 February 1979.
        assert_eq!(first(Calendar::Persian, 1357, 11, 22), "1979-02-11");
        // Independence of Israel: 5 Iyar 5708 (the eighth month from Tishri), 14 May 1948.
        assert_eq!(first(Calendar::Hebrew, 5708, 8, 5), "1948-05-14");
        assert_eq!(first(Calendar::Buddhist, 2500, 6, 1), "1957-06-01");
    }

    #[test]
    fn a_hijri_day_is_uncertain_by_a_day_and_a_hijri_year_is_a_span() {
        let days = Calendar::Hijri.day(1420, 9.into(), 30);
        assert!((3..=4).contains(&days.len()), "{days:?}");
        assert_eq!(
            Calendar::Hijri.year(1375),
            Some(PartialDate::Span(1955, 1956))
        );
        assert_eq!(
            Calendar::Hebrew.year(5742),
            Some(PartialDate::Span(1981, 1982))
        );
    }

    #[test]
    fn the_thai_new_year_moved_in_1941() {
        assert_eq!(Calendar::Buddhist.day(2480, 2.into(), 3).len(), 2);
        assert_eq!(Calendar::Buddhist.day(2490, 2.into(), 3).len(), 1);
        assert_eq!(
            Calendar::Buddhist.year(2480),
            Some(PartialDate::Span(1937, 1938))
        );
        assert_eq!(Calendar::Buddhist.year(2500), Some(PartialDate::Year(1957)));
    }

    #[test]
    fn days_that_do_not_exist_are_none() {
        for calendar in Calendar::ALL {
            assert_eq!(first(calendar, 1400, 1, 32), "", "{calendar:?}");
            assert_eq!(first(calendar, 1400, 13, 1), "", "{calendar:?}");
            assert!(calendar.month(1400, 14.into()).is_empty(), "{calendar:?}");
        }
    }
}
