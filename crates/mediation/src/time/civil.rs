//! A date of the civil calendar as precisely as it is known: a year, a month, or a day.

use std::fmt;

use jiff::{ToSpan, civil};

/// A year, a month of a year, or a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct PartialDate {
    /// The year, 1 to 9999.
    pub year: i16,
    /// The month, 1 to 12, where known.
    pub month: Option<i8>,
    /// The day of the month, where known.
    pub day: Option<i8>,
}

/// EDTF level 1 qualification of a whole date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Quality {
    /// As stated.
    Exact,
    /// `~`: about.
    Approximate,
    /// `?`: not certain.
    Uncertain,
    /// `%`: not certain, and about.
    Both,
}

impl PartialDate {
    /// Reads `2023`, `2023-11` or `2023-11-12`; only dates that exist.
    pub fn read(s: &str) -> Option<Self> {
        let mut parts = s.split('-');
        let year = digits(parts.next()?, 4)?;
        let month = parts
            .next()
            .map(|p| digits(p, 2))
            .map_or(Some(None), |m| m.map(Some))?;
        let day = parts
            .next()
            .map(|p| digits(p, 2))
            .map_or(Some(None), |d| d.map(Some))?;
        if parts.next().is_some() || year < 1 {
            return None;
        }
        let month = month.map(i8::try_from).transpose().ok()?;
        let day = day.map(i8::try_from).transpose().ok()?;
        civil::Date::new(year, month.unwrap_or(1), day.unwrap_or(1)).ok()?;
        Some(Self { year, month, day })
    }

    /// The first day that it may mean.
    pub fn first(self) -> civil::Date {
        civil::Date::new(self.year, self.month.unwrap_or(1), self.day.unwrap_or(1))
            .unwrap_or(civil::Date::MIN)
    }

    /// The last day that it may mean.
    pub fn last(self) -> civil::Date {
        let first = self.first();
        match (self.month, self.day) {
            (_, Some(_)) => first,
            (Some(_), None) => first.last_of_month(),
            (None, None) => first.last_of_year(),
        }
    }

    /// The day after the last.
    pub(crate) fn end(self) -> civil::Date {
        let last = self.last();
        last.checked_add(1.day()).unwrap_or(last)
    }
}

fn digits(s: &str, n: usize) -> Option<i16> {
    (s.len() == n && s.bytes().all(|b| b.is_ascii_digit()))
        .then(|| s.parse().ok())
        .flatten()
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(m) = self.month {
            write!(f, "-{m:02}")?;
        }
        if let Some(d) = self.day {
            write!(f, "-{d:02}")?;
        }
        Ok(())
    }
}

impl Quality {
    pub(crate) fn split(s: &str) -> (&str, Self) {
        for (mark, q) in [
            ('~', Self::Approximate),
            ('?', Self::Uncertain),
            ('%', Self::Both),
        ] {
            if let Some(rest) = s.strip_suffix(mark) {
                return (rest, q);
            }
        }
        (s, Self::Exact)
    }

    pub(crate) fn mark(self) -> &'static str {
        match self {
            Self::Exact => "",
            Self::Approximate => "~",
            Self::Uncertain => "?",
            Self::Both => "%",
        }
    }
}
