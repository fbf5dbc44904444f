//! When something happened, as it is known: an EDTF expression and, where that is all that is
//! known of the hour, a part of the day, which EDTF has no sign for. Written as one string:
//! `2023-11-21 morning`, `2023-11-15~`, `2023-11-20T13:20+03:00`, `../2023-11-21`.

use std::{borrow::Cow, fmt, str::FromStr};

use jiff::tz::Offset;

use super::{Edtf, Instant};

/// When something happened, as precisely as it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// The date, or the date and time.
    pub edtf: Edtf,
    /// The part of the day, where no clock time is known.
    pub part: Option<PartOfDay>,
}

/// A part of a day, in the words of those who tell it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PartOfDay {
    /// 00:00 to 06:00.
    EarlyHours,
    /// 06:00 to 12:00.
    Morning,
    /// 12:00 to 18:00.
    Afternoon,
    /// 18:00 to 22:00.
    Evening,
    /// 22:00 to 06:00 of the next day.
    Night,
}

/// A string that is no time of the form that is taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotAMoment {
    /// Not a date.
    #[error(
        "“{0}” is not a date: give a year, a month or a day (2023, 2023-11, 2023-11-12), or a day and time with its offset (2023-11-20T13:20+03:00), with ~ behind it for about, ? for not certain, or two of them with / between; a part of the day may follow a day (2023-11-21 morning)"
    )]
    Date(String),
    /// Not a point in time.
    #[error(
        "“{0}” is not a point in time: give the day, the time and the offset, such as 2023-11-20T13:20+03:00"
    )]
    Instant(String),
}

impl PartOfDay {
    /// All, in order.
    pub const ALL: [Self; 5] = [
        Self::EarlyHours,
        Self::Morning,
        Self::Afternoon,
        Self::Evening,
        Self::Night,
    ];

    /// The word by which it is written.
    pub fn word(self) -> &'static str {
        match self {
            Self::EarlyHours => "early-hours",
            Self::Morning => "morning",
            Self::Afternoon => "afternoon",
            Self::Evening => "evening",
            Self::Night => "night",
        }
    }

    /// The first hour, and the hour after the last, counted from midnight.
    fn hours(self) -> (i64, i64) {
        match self {
            Self::EarlyHours => (0, 6),
            Self::Morning => (6, 12),
            Self::Afternoon => (12, 18),
            Self::Evening => (18, 22),
            Self::Night => (22, 30),
        }
    }
}

impl Moment {
    /// A point in time, known exactly, told in the offset given.
    pub fn at(instant: Instant, offset: Offset) -> Self {
        Self {
            edtf: Edtf::Time(
                offset.to_datetime(instant.timestamp()),
                offset,
                super::Quality::Exact,
            ),
            part: None,
        }
    }

    /// The first and last point that the words allow; see [`Edtf::bounds`].
    pub fn bounds(&self, offset: Offset) -> (Option<Instant>, Option<Instant>) {
        let (first, last) = self.edtf.bounds(offset);
        match (self.part, first) {
            (Some(part), Some(first)) => {
                let (from, to) = part.hours();
                (
                    Some(first.plus_seconds(from * 3600)),
                    Some(first.plus_seconds(to * 3600)),
                )
            }
            _ => (first, last),
        }
    }

    /// The point by which it is put in order among others: its first.
    pub fn order(&self, offset: Offset) -> Option<Instant> {
        let (first, last) = self.bounds(offset);
        first.or(last)
    }

    /// Whether it is known less exactly than to a day or a time.
    pub fn is_loose(&self) -> bool {
        self.edtf.is_loose()
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.edtf)?;
        match self.part {
            Some(p) => write!(f, " {}", p.word()),
            None => Ok(()),
        }
    }
}

impl FromStr for Moment {
    type Err = NotAMoment;

    fn from_str(s: &str) -> Result<Self, Self::Err> {
        let bad = || NotAMoment::Date(s.chars().take(60).collect());
        let (edtf, part) = match s.trim().split_once(' ') {
            Some((e, p)) => (
                e,
                Some(
                    PartOfDay::ALL
                        .into_iter()
                        .find(|q| q.word() == p.trim())
                        .ok_or_else(bad)?,
                ),
            ),
            None => (s.trim(), None),
        };
        let edtf = Edtf::read(edtf).ok_or_else(bad)?;
        let whole_day = matches!(edtf, Edtf::Date(d, _) if d.day.is_some());
        if part.is_some() && !whole_day {
            return Err(bad());
        }
        Ok(Self { edtf, part })
    }
}

impl serde::Serialize for Moment {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for Moment {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        struct Text;
        impl serde::de::Visitor<'_> for Text {
            type Value = Moment;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a date such as 2023-11-12~ or 2023-11-20T13:20+03:00")
            }
            fn visit_str<E: serde::de::Error>(self, v: &str) -> Result<Moment, E> {
                v.parse().map_err(E::custom)
            }
            // A bare year is a number in YAML.
            fn visit_u64<E: serde::de::Error>(self, v: u64) -> Result<Moment, E> {
                self.visit_str(&v.to_string())
            }
            fn visit_i64<E: serde::de::Error>(self, v: i64) -> Result<Moment, E> {
                self.visit_str(&v.to_string())
            }
        }
        d.deserialize_any(Text)
    }
}

impl schemars::JsonSchema for Moment {
    fn schema_name() -> Cow<'static, str> {
        "Moment".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": ["string", "integer"],
            "description": "When something happened, as precisely as it is known (EDTF, ISO 8601-2): 2023, 2023-11, 2023-11-12, 2023-11-15~ (about), 2023-11-15? (not certain), 2023-11-20T13:20+03:00, ../2023-11-21 (before), 2023-10-07/.. (after), 2023-11-14/2023-11-15; a day may be followed by early-hours, morning, afternoon, evening or night.",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn m(s: &str) -> Moment {
        s.parse().unwrap()
    }

    #[test]
    fn what_is_read_is_written_back() {
        for s in [
            "2023",
            "2023-11",
            "2023-11-12",
            "2023-11-15~",
            "2023-11-15?",
            "2023-11-15%",
            "2023-11-20T13:20+03:00",
            "2023-11-20T13:20:05Z",
            "../2023-11-21",
            "2023-10-07/..",
            "2023-11-14~/2023-11-15",
            "2023-11-21 morning",
            "2023-11-21 early-hours",
            "2023-11-20T13:20-03:30~",
        ] {
            assert_eq!(m(s).to_string(), s);
        }
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for s in [
            "",
            "2023-13",
            "2023-02-29",
            "2023-11-31",
            "20231112",
            "2023-11-20T13:20",
            "2023-11-20T25:00Z",
            "../..",
            "2023-11-15/2023-11-14",
            "2023-11 morning",
            "2023-11-21 noonish",
            "0000",
            "2023-11-20T13:20+15:00",
            "٢٠٢٣",
        ] {
            assert!(s.parse::<Moment>().is_err(), "{s}");
        }
    }

    #[test]
    fn bounds_keep_the_precision() {
        let (a, b) = m("2023-11").bounds(Offset::UTC);
        assert_eq!(a.unwrap().to_string(), "2023-11-01T00:00:00Z");
        assert_eq!(b.unwrap().to_string(), "2023-12-01T00:00:00Z");
        let (a, b) = m("2023-11-21 night").bounds(Offset::constant(2));
        assert_eq!(a.unwrap().to_string(), "2023-11-21T20:00:00Z");
        assert_eq!(b.unwrap().to_string(), "2023-11-22T04:00:00Z");
        assert_eq!(m("../2023-11-21").bounds(Offset::UTC).0, None);
    }
}
