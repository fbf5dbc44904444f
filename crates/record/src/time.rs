//! The moment at which an entry was recorded: given by the caller, never read from a clock here.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A moment in UTC to the millisecond, always written `2023-11-20T16:40:00.000Z`, so that text order is time order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Recorded(i64);

/// Why a text or a count is no recorded time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TimeError {
    /// It is not spelled as a recorded time.
    #[error(
        "reading a recorded time: it must be spelled like 2023-11-20T16:40:00.000Z and name a day and time that exist; write it in UTC with milliseconds"
    )]
    Form,
    /// It lies outside the years 0001 to 9999.
    #[error(
        "reading a recorded time: {0} ms from 1970 lies outside the years 0001 to 9999; check the clock"
    )]
    Range(i64),
}

const DAY: i64 = 86_400_000;
const FIRST: i64 = -62_135_596_800_000;
const LAST: i64 = 253_402_300_799_999;

impl Recorded {
    /// The moment this many milliseconds after (or before) 1970-01-01T00:00:00Z.
    pub const fn from_unix_millis(millis: i64) -> Result<Self, TimeError> {
        if millis < FIRST || millis > LAST {
            Err(TimeError::Range(millis))
        } else {
            Ok(Self(millis))
        }
    }

    /// Milliseconds since 1970-01-01T00:00:00Z.
    pub const fn unix_millis(self) -> i64 {
        self.0
    }

    pub(crate) fn parse_bytes(text: &[u8]) -> Result<Self, TimeError> {
        let &[
            y0,
            y1,
            y2,
            y3,
            b'-',
            m0,
            m1,
            b'-',
            d0,
            d1,
            b'T',
            h0,
            h1,
            b':',
            n0,
            n1,
            b':',
            s0,
            s1,
            b'.',
            f0,
            f1,
            f2,
            b'Z',
        ] = text
        else {
            return Err(TimeError::Form);
        };
        let (year, month, day) = (
            digits(&[y0, y1, y2, y3])?,
            digits(&[m0, m1])?,
            digits(&[d0, d1])?,
        );
        let (hour, minute, second) = (digits(&[h0, h1])?, digits(&[n0, n1])?, digits(&[s0, s1])?);
        let millis = digits(&[f0, f1, f2])?;
        if !(1..=12).contains(&month) || hour > 23 || minute > 59 || second > 59 {
            return Err(TimeError::Form);
        }
        let days = days_from_civil(year, month, day);
        if year == 0 || civil_from_days(days) != (year, month, day) {
            return Err(TimeError::Form);
        }
        Self::from_unix_millis(days * DAY + ((hour * 60 + minute) * 60 + second) * 1000 + millis)
    }
}

fn digits(text: &[u8]) -> Result<i64, TimeError> {
    text.iter().try_fold(0_i64, |sum, digit| match digit {
        b'0'..=b'9' => Ok(sum * 10 + i64::from(digit - b'0')),
        _ => Err(TimeError::Form),
    })
}

// Both conversions count days in eras of 400 years beginning on 1 March, so that a leap day ends its year.
const fn days_from_civil(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

const fn civil_from_days(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let shifted = (5 * of_year + 2) / 153;
    let month = if shifted < 10 {
        shifted + 3
    } else {
        shifted - 9
    };
    let year = year + era * 400 + if month <= 2 { 1 } else { 0 };
    (year, month, of_year - (153 * shifted + 2) / 5 + 1)
}

impl fmt::Display for Recorded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = civil_from_days(self.0.div_euclid(DAY));
        let rest = self.0.rem_euclid(DAY);
        let (hour, minute) = (rest / 3_600_000, rest / 60_000 % 60);
        let (second, millis) = (rest / 1000 % 60, rest % 1000);
        write!(
            f,
            "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}.{millis:03}Z"
        )
    }
}

impl FromStr for Recorded {
    type Err = TimeError;

    fn from_str(text: &str) -> Result<Self, TimeError> {
        Self::parse_bytes(text.as_bytes())
    }
}

impl From<Recorded> for String {
    fn from(at: Recorded) -> Self {
        at.to_string()
    }
}

impl TryFrom<String> for Recorded {
    type Error = TimeError;

    fn try_from(text: String) -> Result<Self, TimeError> {
        text.parse()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_spelled_in_one_way() {
        let at: Recorded = "2023-11-20T16:40:00.000Z".parse().unwrap();
        assert_eq!(at.unix_millis(), 1_700_498_400_000);
        assert_eq!(at.to_string(), "2023-11-20T16:40:00.000Z");
        for wrong in [
            "2023-02-29T00:00:00.000Z",
            "2023-11-20T24:00:00.000Z",
            "2023-11-20T16:40:00Z",
            "2023-11-20t16:40:00.000Z",
            "0000-01-01T00:00:00.000Z",
            "2023-00-01T00:00:00.000Z",
        ] {
            assert_eq!(wrong.parse::<Recorded>(), Err(TimeError::Form), "{wrong}");
        }
    }

    #[test]
    fn every_day_of_four_centuries_comes_back() {
        for day in (-150_000..150_000).chain([FIRST / DAY, LAST / DAY]) {
            let at = Recorded::from_unix_millis(day * DAY + 12_345_678).unwrap();
            assert_eq!(at.to_string().parse(), Ok(at));
        }
        assert!(Recorded::from_unix_millis(LAST + 1).is_err());
        assert!(Recorded::from_unix_millis(FIRST - 1).is_err());
    }
}
