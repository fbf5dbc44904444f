//! A point in time, to the second. Written as RFC 3339, kept in UTC.

use std::{borrow::Cow, fmt, str::FromStr};

use jiff::{SignedDuration, Timestamp, civil::DateTime, tz::Offset};

/// A point in time, to the second.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant(i64);

/// A length of time in whole hours.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    serde::Serialize,
    serde::Deserialize,
    schemars::JsonSchema,
)]
#[serde(transparent)]
pub struct Hours(pub u32);

impl Instant {
    /// From seconds since 1970-01-01T00:00:00Z.
    pub fn from_unix(seconds: i64) -> Self {
        Self(seconds)
    }

    /// Seconds since 1970-01-01T00:00:00Z.
    pub fn unix(self) -> i64 {
        self.0
    }

    /// The seconds from `earlier` to this; negative when `earlier` is later.
    pub fn since(self, earlier: Instant) -> i64 {
        self.0.saturating_sub(earlier.0)
    }

    /// This, so many hours later.
    #[must_use]
    pub fn plus(self, hours: Hours) -> Self {
        Self(
            self.0
                .saturating_add(i64::from(hours.0).saturating_mul(3600)),
        )
    }

    /// This, so many seconds later (or earlier).
    #[must_use]
    pub fn plus_seconds(self, seconds: i64) -> Self {
        Self(self.0.saturating_add(seconds))
    }

    /// The same point as a timestamp of the calendar library.
    pub fn timestamp(self) -> Timestamp {
        Timestamp::from_second(self.0).unwrap_or(if self.0 < 0 {
            Timestamp::MIN
        } else {
            Timestamp::MAX
        })
    }

    pub(crate) fn of_civil(local: DateTime, offset: Offset) -> Option<Self> {
        offset.to_timestamp(local).ok().map(|t| Self(t.as_second()))
    }
}

impl fmt::Display for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.timestamp())
    }
}

impl FromStr for Instant {
    type Err = super::NotAMoment;

    /// Takes RFC 3339 with an offset; the seconds may be left out.
    fn from_str(s: &str) -> Result<Self, Self::Err> {
        let bad = || super::NotAMoment::Instant(s.chars().take(60).collect());
        let (local, offset) = super::edtf::read_time(s).ok_or_else(bad)?;
        Self::of_civil(local, offset).ok_or_else(bad)
    }
}

impl From<Timestamp> for Instant {
    fn from(t: Timestamp) -> Self {
        // Rounds down, so that an instant never lies after the moment that it was taken from.
        let down = t.round(
            jiff::TimestampRound::new()
                .smallest(jiff::Unit::Second)
                .mode(jiff::RoundMode::Floor),
        );
        Self(down.unwrap_or(t).as_second())
    }
}

impl serde::Serialize for Instant {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for Instant {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        String::deserialize(d)?
            .parse()
            .map_err(serde::de::Error::custom)
    }
}

impl schemars::JsonSchema for Instant {
    fn schema_name() -> Cow<'static, str> {
        "Instant".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "description": "A point in time with its offset, RFC 3339; seconds may be left out: 2023-11-20T16:40+03:00",
        })
    }
}

impl From<Hours> for SignedDuration {
    fn from(h: Hours) -> Self {
        SignedDuration::from_hours(i64::from(h.0))
    }
}
