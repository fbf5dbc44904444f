//! Dates and times in words, in the language of the page and the time of a place.
//!
//! What is known only about is set in italics and carries its EDTF, never a `datetime` that would
//! claim more. How a date is stored, compared or decided on is not said here.

mod calendar;
mod known;
mod span;

pub use calendar::Calendar;
pub use known::{Certainty, ClockTime, Day, Known, Length, Part, known, known_words};
pub use span::{Minutes, Pressing, due, since};

use jiff::{Timestamp, tz::TimeZone};
use maud::{Markup, html};

use crate::i18n::Words;

/// The named zone, or UTC when nobody knows a zone of that name.
pub fn zone(name: &str) -> TimeZone {
    TimeZone::get(name).unwrap_or(TimeZone::UTC)
}

/// The place that people name when they say that time: `Asia/Qatar` is Doha.
pub fn place(words: Words, zone: &TimeZone) -> String {
    let name = zone.iana_name().unwrap_or("UTC");
    let fallback = name.rsplit('/').next().unwrap_or(name).replace('_', " ");
    words.t_plain(
        "zone-place",
        &[
            ("zone", name.replace('/', "-").into()),
            ("fallback", fallback.into()),
        ],
    )
}

/// `19:40`, in figures that both ends can read out.
pub fn hour(at: Timestamp, zone: &TimeZone) -> String {
    let at = at.to_zoned_datetime(zone.clone());
    format!("{:02}:{:02}", at.hour(), at.minute())
}

/// `Monday 20 November 2023`.
pub fn day_in_full(words: Words, at: Timestamp, zone: &TimeZone) -> String {
    let date = at.to_zoned_datetime(zone.clone()).date();
    let day = known::day_words(words, Day::of(date), Length::Long);
    words.t_plain(
        "date-with-weekday",
        &[
            ("weekday", known::weekday(words, date, Length::Long).into()),
            ("date", day.into()),
        ],
    )
}

/// `Mon 20 Nov, 17:10`, with the machine's form beside it.
pub fn stamp(words: Words, at: Timestamp, calendar: &Calendar) -> Markup {
    html! { time datetime=(machine(at, calendar)) { (stamp_words(words, at, calendar)) } }
}

/// `Mon 20 Nov, 17:10` as plain words, for a sentence; with the year where it is another than the
/// page's.
pub fn stamp_words(words: Words, at: Timestamp, calendar: &Calendar) -> String {
    words.t_plain(
        "date-with-time",
        &[
            ("date", calendar.weekday_and_day(words, at).into()),
            ("time", hour(at, calendar).into()),
        ],
    )
}

/// `2023-11-20T17:10+03:00`: what a program may read.
pub fn machine(at: Timestamp, zone: &TimeZone) -> String {
    at.to_zoned_datetime(zone.clone())
        .strftime("%Y-%m-%dT%H:%M%:z")
        .to_string()
}

/// The clock of a page's heading: the time in the place of the case, the day, UTC, and which day
/// of the case it is.
pub fn clock(words: Words, at: Timestamp, zone: &TimeZone, day_of_case: Option<u32>) -> Markup {
    let here = words.t_plain(
        "clock-here",
        &[
            ("time", hour(at, zone).into()),
            ("place", place(words, zone).into()),
        ],
    );
    let utc = words.t_plain("clock-utc", &[("time", hour(at, &TimeZone::UTC).into())]);
    let beside = match day_of_case {
        Some(day) => words.t_plain("clock-utc-day", &[("utc", utc.into()), ("day", day.into())]),
        None => utc,
    };
    html! {
        b { (here) } " " (day_in_full(words, at, zone)) br; (beside)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;

    fn monday() -> Timestamp {
        "2023-11-20T16:40Z".parse().unwrap()
    }

    #[test]
    fn a_moment_is_told_in_the_time_of_its_place() {
        let doha = zone("Asia/Qatar");
        let said = clock(Words::default(), monday(), &doha, Some(45))
            .into_string()
            .replace('\u{a0}', " ");
        assert_eq!(
            said,
            "<b>19:40 in Doha</b> Monday 20 November 2023<br>16:40 UTC, day 45"
        );
        let said = clock(Words::of(Lang::Arabic), monday(), &doha, None)
            .into_string()
            .replace('\u{a0}', " ");
        assert!(said.contains("19:40 بتوقيت الدوحة"), "{said}");
        assert!(
            said.contains("الاثنين 20 تشرين الثاني/نوفمبر 2023"),
            "{said}"
        );
    }

    #[test]
    fn a_stamp_carries_its_offset() {
        let said = stamp(
            Words::default(),
            monday(),
            &Calendar::new(zone("Asia/Qatar"), monday()),
        )
        .into_string()
        .replace('\u{a0}', " ");
        assert_eq!(
            said,
            "<time datetime=\"2023-11-20T19:40+03:00\">Mon 20 Nov, 19:40</time>"
        );
    }

    #[test]
    fn a_zone_without_words_is_called_by_its_own_name() {
        assert_eq!(
            place(Words::default(), &zone("America/Port_of_Spain")),
            "Port of Spain"
        );
        assert_eq!(zone("Nowhere/At_All"), TimeZone::UTC);
    }
}
