//! A date as it was known: to the year, the month, the day or the minute, and how surely.

use jiff::civil::Date;
use maud::{Markup, html};

use crate::i18n::{Key, Words};

/// A day, or the month or year that is all that is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Day {
    /// The year.
    pub year: i16,
    /// The month, 1 to 12, where known.
    pub month: Option<i8>,
    /// The day of the month, where known.
    pub day: Option<i8>,
}

impl Day {
    /// A whole date.
    pub fn of(date: Date) -> Self {
        Self {
            year: date.year(),
            month: Some(date.month()),
            day: Some(date.day()),
        }
    }

    fn date(self) -> Option<Date> {
        Date::new(self.year, self.month?, self.day?).ok()
    }
}

/// A time of day to the minute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClockTime {
    /// 0 to 23.
    pub hour: i8,
    /// 0 to 59.
    pub minute: i8,
}

/// A part of the day, where no hour is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// After midnight, before dawn.
    EarlyHours,
    /// From dawn to midday.
    Morning,
    /// About noon.
    Midday,
    /// From midday to evening.
    Afternoon,
    /// From late afternoon to night.
    Evening,
    /// Until midnight.
    Night,
}

impl Part {
    /// All of them, in the order of a day.
    pub const ALL: [Self; 6] = [
        Self::EarlyHours,
        Self::Morning,
        Self::Midday,
        Self::Afternoon,
        Self::Evening,
        Self::Night,
    ];

    /// The value that a form sends.
    pub const fn value(self) -> &'static str {
        match self {
            Self::EarlyHours => "early-hours",
            Self::Morning => "morning",
            Self::Midday => "midday",
            Self::Afternoon => "afternoon",
            Self::Evening => "evening",
            Self::Night => "night",
        }
    }

    /// Its name by itself.
    pub const fn key(self) -> Key {
        match self {
            Self::EarlyHours => Key("part-early-hours"),
            Self::Morning => Key("part-morning"),
            Self::Midday => Key("part-midday"),
            Self::Afternoon => Key("part-afternoon"),
            Self::Evening => Key("part-evening"),
            Self::Night => Key("part-night"),
        }
    }
}

/// How surely a date is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Certainty {
    /// As given.
    Exactly,
    /// Somewhere about then.
    About,
    /// Given, but doubted.
    NotCertain,
    /// At some time before.
    Before,
    /// At some time after.
    After,
}

impl Certainty {
    /// All of them, as a form offers them.
    pub const ALL: [Self; 5] = [
        Self::Exactly,
        Self::About,
        Self::NotCertain,
        Self::Before,
        Self::After,
    ];

    /// The value that a form sends.
    pub const fn value(self) -> &'static str {
        match self {
            Self::Exactly => "exactly",
            Self::About => "about",
            Self::NotCertain => "not-certain",
            Self::Before => "before",
            Self::After => "after",
        }
    }

    /// Its name in a form.
    pub const fn key(self) -> Key {
        match self {
            Self::Exactly => Key("certainty-exactly"),
            Self::About => Key("certainty-about"),
            Self::NotCertain => Key("certainty-not-certain"),
            Self::Before => Key("certainty-before"),
            Self::After => Key("certainty-after"),
        }
    }
}

/// When something happened, as far as it is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// The day, or the first day of a span.
    pub from: Day,
    /// The last day, where it is a span.
    pub until: Option<Day>,
    /// The time of day.
    pub time: Option<ClockTime>,
    /// The part of the day.
    pub part: Option<Part>,
    /// How surely.
    pub certainty: Certainty,
    /// The same in EDTF, as recorded.
    pub edtf: String,
    /// The same as one instant with its offset, only where it is exact to the minute.
    pub instant: Option<String>,
}

/// How much of a date is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Length {
    /// `13 Nov`: the page says the year.
    Short,
    /// `13 Nov 2023`: the page stands in another year.
    ShortWithYear,
    /// `13 November 2023`.
    Long,
}

/// The date in words: upright and with a `datetime` where it is exact, else in italics with its
/// EDTF.
pub fn known(words: Words, date: &Known, length: Length) -> Markup {
    let said = known_words(words, date, length);
    let machine = match (date.certainty, &date.instant, date.until, date.part) {
        (Certainty::Exactly, Some(instant), None, _) => Some(instant.clone()),
        (Certainty::Exactly, None, None, None) if date.time.is_none() => {
            date.from.date().map(|day| day.to_string())
        }
        _ => None,
    };
    html! {
        @if let Some(machine) = machine { time datetime=(machine) { (said) } }
        @else { span.approx data-edtf=(date.edtf) { (said) } }
    }
}

/// The same as plain words, for a sentence.
pub fn known_words(words: Words, date: &Known, length: Length) -> String {
    let mut said = day_words(words, date.from, length);
    if let (Length::Short | Length::ShortWithYear, Some(_), Some(day)) =
        (length, date.time, date.from.date())
    {
        let weekday = weekday(words, day, length);
        said = words.t_plain(
            "date-with-weekday",
            &[("weekday", weekday.into()), ("date", said.into())],
        );
    }
    if let (Some(until), Length::Long) = (date.until, length)
        && let (Some(first), Some(last)) = (date.from.date(), until.date())
        && (first.year(), first.month()) == (last.year(), last.month())
    {
        // "7 to 14 October 2023": the month is said once.
        let args = [
            ("from", first.day().into()),
            ("until", last.day().into()),
            (
                "month",
                words
                    .t_plain("month-long", &[("n", first.month().into())])
                    .into(),
            ),
            ("year", first.year().to_string().into()),
        ];
        said = words.t_plain("date-span-in-month", &args);
    } else if let Some(until) = date.until {
        let until = day_words(words, until, length);
        said = words.t_plain(
            "date-span",
            &[("from", said.into()), ("until", until.into())],
        );
    }
    if let Some(part) = date.part {
        let part = words.t(part.key());
        said = words.t_plain(
            "date-with-part",
            &[("date", said.into()), ("part", part.into())],
        );
    }
    if let Some(ClockTime { hour, minute }) = date.time {
        let time = format!("{hour:02}:{minute:02}");
        said = words.t_plain(
            "date-with-time",
            &[("date", said.into()), ("time", time.into())],
        );
    }
    let frame = match date.certainty {
        Certainty::Exactly => return said,
        Certainty::About => Key("date-about"),
        Certainty::NotCertain => Key("date-not-certain"),
        Certainty::Before => Key("date-before"),
        Certainty::After => Key("date-after"),
    };
    words.t_plain(frame, &[("date", said.into())])
}

pub(super) fn day_words(words: Words, day: Day, length: Length) -> String {
    let year = ("year", day.year.to_string().into());
    let Some(month) = day.month else {
        return day.year.to_string();
    };
    let month = match length {
        Length::Short | Length::ShortWithYear => {
            words.t_plain("month-short", &[("n", month.into())])
        }
        Length::Long => words.t_plain("month-long", &[("n", month.into())]),
    };
    let month = ("month", month.into());
    match (day.day, length) {
        (None, _) => words.t_plain("date-month", &[month, year]),
        (Some(day), Length::Short) => words.t_plain("date-short", &[("day", day.into()), month]),
        (Some(day), Length::Long | Length::ShortWithYear) => {
            words.t_plain("date-long", &[("day", day.into()), month, year])
        }
    }
}

pub(super) fn weekday(words: Words, date: Date, length: Length) -> String {
    let n = ("n", date.weekday().to_monday_one_offset().into());
    match length {
        Length::Short | Length::ShortWithYear => words.t_plain("weekday-short", &[n]),
        Length::Long => words.t_plain("weekday-long", &[n]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;

    fn thirteenth(certainty: Certainty) -> Known {
        let from = Day {
            year: 2023,
            month: Some(11),
            day: Some(13),
        };
        Known {
            from,
            until: None,
            time: None,
            part: None,
            certainty,
            edtf: "2023-11-13~".into(),
            instant: None,
        }
    }

    fn said(date: &Known, length: Length) -> String {
        known(Words::default(), date, length)
            .into_string()
            .replace('\u{a0}', " ")
    }

    #[test]
    fn what_is_known_about_claims_no_instant() {
        let about = thirteenth(Certainty::About);
        assert_eq!(
            said(&about, Length::Short),
            "<span class=\"approx\" data-edtf=\"2023-11-13~\">about 13 Nov</span>"
        );
        let arabic = known(Words::of(Lang::Arabic), &about, Length::Short)
            .into_string()
            .replace('\u{a0}', " ");
        assert!(arabic.contains("نحو 13 نوفمبر"), "{arabic}");
    }

    #[test]
    fn a_whole_date_is_exact_to_the_day() {
        let exact = thirteenth(Certainty::Exactly);
        assert_eq!(
            said(&exact, Length::Long),
            "<time datetime=\"2023-11-13\">13 November 2023</time>"
        );
    }

    #[test]
    fn an_exact_date_with_an_evening_is_still_about_its_hour() {
        let evening = Known {
            part: Some(Part::Evening),
            ..thirteenth(Certainty::Exactly)
        };
        assert!(
            said(&evening, Length::Short).contains("13 Nov, evening"),
            "{}",
            said(&evening, Length::Short)
        );
        assert!(said(&evening, Length::Short).contains("approx"));
    }

    #[test]
    fn months_years_and_spans_say_no_more_than_they_know() {
        let mut date = thirteenth(Certainty::Before);
        date.until = Some(Day {
            year: 2023,
            month: Some(11),
            day: Some(15),
        });
        assert!(
            said(&date, Length::Short).contains("before 13 Nov to 15 Nov"),
            "{}",
            said(&date, Length::Short)
        );
        date.until = None;
        date.from.day = None;
        assert!(
            said(&date, Length::Short).contains("before Nov 2023"),
            "{}",
            said(&date, Length::Short)
        );
        date.from.month = None;
        assert!(said(&date, Length::Long).contains("before 2023"));
    }

    #[test]
    fn a_span_within_a_month_says_it_once() {
        let mut date = thirteenth(Certainty::Exactly);
        date.until = Some(Day {
            day: Some(15),
            ..date.from
        });
        assert!(said(&date, Length::Long).contains("13 to 15 November 2023"));
    }

    #[test]
    fn an_exact_minute_carries_its_instant() {
        let minute = Known {
            time: Some(ClockTime {
                hour: 13,
                minute: 20,
            }),
            instant: Some("2023-11-13T13:20+03:00".into()),
            ..thirteenth(Certainty::Exactly)
        };
        assert_eq!(
            said(&minute, Length::Short),
            "<time datetime=\"2023-11-13T13:20+03:00\">Mon 13 Nov, 13:20</time>"
        );
    }
}
