//! The days of a case as one page tells them: in the zone of its clock, and seen from the moment
//! at which the page stands. A year is said where it is not the year of that moment.

use std::ops::Deref;

use jiff::{Timestamp, tz::TimeZone};

use super::{Known, Length, hour, known};
use crate::i18n::{Key, Words};

/// A zone, and the moment from which its days are seen.
#[derive(Clone, Debug)]
pub struct Calendar {
    /// The zone of the clock by which the desk works.
    pub zone: TimeZone,
    /// The moment at which the page stands.
    pub now: Timestamp,
}

impl Deref for Calendar {
    type Target = TimeZone;

    fn deref(&self) -> &TimeZone {
        &self.zone
    }
}

impl Calendar {
    /// A zone as seen from a moment.
    pub fn new(zone: TimeZone, now: Timestamp) -> Self {
        Self { zone, now }
    }

    fn date(&self, at: Timestamp) -> jiff::civil::Date {
        at.to_zoned_datetime(self.zone.clone()).date()
    }

    /// How much of a date must be said here: without the year where it is this one.
    pub fn short(&self, date: &Known) -> Length {
        let here = self.date(self.now).year();
        let last = date.until.unwrap_or(date.from);
        if date.from.year == here && last.year == here {
            Length::Short
        } else {
            Length::ShortWithYear
        }
    }

    /// The same of a point in time.
    pub fn short_at(&self, at: Timestamp) -> Length {
        if self.date(at).year() == self.date(self.now).year() {
            Length::Short
        } else {
            Length::ShortWithYear
        }
    }

    /// "today, 12:00", "yesterday, 21:15", else `Mon 20 Nov, 17:10`: for what is read at once and
    /// never kept, as paper would keep it.
    pub fn near(&self, words: Words, at: Timestamp) -> String {
        let off = (self.date(at) - self.date(self.now)).get_days();
        let day = match off {
            0 => Key("date-today"),
            -1 => Key("date-yesterday"),
            1 => Key("date-tomorrow"),
            _ => return super::stamp_words(words, at, self),
        };
        words.t_plain(
            "date-with-time",
            &[
                ("date", words.t(day).into()),
                ("time", hour(at, self).into()),
            ],
        )
    }

    /// `Wed 22 Nov 2023` or `Wed 22 Nov`, as the year asks for.
    pub(super) fn weekday_and_day(&self, words: Words, at: Timestamp) -> String {
        let date = self.date(at);
        let length = self.short_at(at);
        words.t_plain(
            "date-with-weekday",
            &[
                ("weekday", known::weekday(words, date, length).into()),
                (
                    "date",
                    known::day_words(words, super::Day::of(date), length).into(),
                ),
            ],
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::when::{stamp_words, zone};

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    fn doha(now: &str) -> Calendar {
        Calendar::new(zone("Asia/Qatar"), at(now))
    }

    #[test]
    fn another_year_is_said_and_this_one_is_not() {
        let words = Words::default();
        let said =
            |now| stamp_words(words, at("2023-11-22T05:00Z"), &doha(now)).replace('\u{a0}', " ");
        assert_eq!(said("2023-12-01T00:00Z"), "Wed 22 Nov, 08:00");
        assert_eq!(said("2026-11-26T00:00Z"), "Wed 22 Nov 2023, 08:00");
        // By the clock of the case it is another year already.
        assert_eq!(said("2023-12-31T22:00Z"), "Wed 22 Nov 2023, 08:00");
    }

    #[test]
    fn what_is_near_is_told_by_the_day() {
        let words = Words::default();
        let near = |text| {
            doha("2023-11-20T16:40Z")
                .near(words, at(text))
                .replace('\u{a0}', " ")
        };
        assert_eq!(near("2023-11-20T09:00Z"), "today, 12:00");
        assert_eq!(near("2023-11-19T18:15Z"), "yesterday, 21:15");
        assert_eq!(near("2023-11-20T22:00Z"), "tomorrow, 01:00");
        assert_eq!(near("2023-11-18T09:00Z"), "Sat 18 Nov, 12:00");
    }
}
