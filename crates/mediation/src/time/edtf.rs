//! Dates with the precision with which they are known: the Extended Date/Time Format
//! (ISO 8601-2:2019, EDTF levels 0 and 1) as far as a desk needs it.
//!
//! Taken: a year, month or day; a day and time with an offset; each with `~`, `?` or `%` behind
//! it; an interval of two of these, either of which may be `..` (open). Not taken: seasons,
//! years beyond four digits, unspecified digits (`201X`).

use std::fmt;

use jiff::{civil, tz::Offset};

use super::{Instant, PartialDate, Quality};

/// A date or time as precisely as it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edtf {
    /// A year, month or day.
    Date(PartialDate, Quality),
    /// A point in time, with the offset in which it was told.
    Time(civil::DateTime, Offset, Quality),
    /// From one bound to another.
    Interval(Bound, Bound),
}

/// One end of an interval.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bound {
    /// `..`: before, or after, anything.
    Open,
    /// A date.
    Date(PartialDate, Quality),
    /// A point in time.
    Time(civil::DateTime, Offset, Quality),
}

impl Edtf {
    /// Reads one expression. `None` when it is not one, or is no date that exists.
    pub fn read(s: &str) -> Option<Self> {
        if let Some((from, to)) = s.split_once('/') {
            let (from, to) = (Bound::read(from)?, Bound::read(to)?);
            if matches!((from, to), (Bound::Open, Bound::Open)) {
                return None;
            }
            let interval = Self::Interval(from, to);
            let (first, second) = (from.bounds(Offset::UTC).0, to.bounds(Offset::UTC).0);
            return (first.is_none() || second.is_none() || first <= second).then_some(interval);
        }
        match Bound::read(s)? {
            Bound::Open => None,
            Bound::Date(d, q) => Some(Self::Date(d, q)),
            Bound::Time(t, o, q) => Some(Self::Time(t, o, q)),
        }
    }

    /// The first and the last point that the words allow; dates without a time are read in the
    /// offset given. An open end is `None`. The last point is the first after.
    pub fn bounds(&self, offset: Offset) -> (Option<Instant>, Option<Instant>) {
        match self {
            Self::Date(d, _) => (day_start(d.first(), offset), day_start(d.end(), offset)),
            Self::Time(t, o, _) => {
                let at = Instant::of_civil(*t, *o);
                (at, at)
            }
            Self::Interval(from, to) => (from.bounds(offset).0, to.bounds(offset).1),
        }
    }

    /// Whether it says less than it seems: about, not certain, or open at an end.
    pub fn is_loose(&self) -> bool {
        match self {
            Self::Date(_, q) | Self::Time(_, _, q) => *q != Quality::Exact,
            Self::Interval(..) => true,
        }
    }
}

impl Bound {
    fn read(s: &str) -> Option<Self> {
        if s == ".." {
            return Some(Self::Open);
        }
        let (s, quality) = Quality::split(s);
        if s.contains('T') {
            let (t, o) = read_time(s)?;
            return Some(Self::Time(t, o, quality));
        }
        Some(Self::Date(PartialDate::read(s)?, quality))
    }

    fn bounds(self, offset: Offset) -> (Option<Instant>, Option<Instant>) {
        match self {
            Self::Open => (None, None),
            Self::Date(d, q) => Edtf::Date(d, q).bounds(offset),
            Self::Time(t, o, q) => Edtf::Time(t, o, q).bounds(offset),
        }
    }
}

fn day_start(d: civil::Date, offset: Offset) -> Option<Instant> {
    Instant::of_civil(d.to_datetime(civil::Time::midnight()), offset)
}

/// Reads `2023-11-20T13:20+03:00`, with or without seconds, `Z` for UTC. An offset is required:
/// a clock time without one is nobody's.
pub(super) fn read_time(s: &str) -> Option<(civil::DateTime, Offset)> {
    let (date, rest) = s.split_once('T')?;
    let date = PartialDate::read(date)?;
    date.day?;
    let split = rest.find(['+', '-', 'Z'])?;
    let (clock, zone) = rest.split_at_checked(split)?;
    let mut parts = clock.split(':');
    let hour = two(parts.next()?)?;
    let minute = two(parts.next()?)?;
    let second = match parts.next() {
        // A fraction of a second is taken and dropped: no desk knows it.
        Some(s) => two(s.split('.').next()?)?,
        None => 0,
    };
    if parts.next().is_some() {
        return None;
    }
    let time = civil::Time::new(hour, minute, second, 0).ok()?;
    let offset = if zone == "Z" {
        Offset::UTC
    } else {
        let sign = if zone.starts_with('-') { -1 } else { 1 };
        let (h, m) = zone.get(1..)?.split_once(':')?;
        let seconds = i32::from(two(h)?) * 3600 + i32::from(two(m)?) * 60;
        if seconds > 14 * 3600 {
            return None;
        }
        Offset::from_seconds(sign * seconds).ok()?
    };
    Some((date.first().to_datetime(time), offset))
}

fn two(s: &str) -> Option<i8> {
    (s.len() == 2 && s.bytes().all(|b| b.is_ascii_digit()))
        .then(|| s.parse().ok())
        .flatten()
}

fn write_time(f: &mut fmt::Formatter<'_>, t: civil::DateTime, o: Offset) -> fmt::Result {
    write!(
        f,
        "{:04}-{:02}-{:02}T{:02}:{:02}",
        t.year(),
        t.month(),
        t.day(),
        t.hour(),
        t.minute()
    )?;
    if t.second() != 0 {
        write!(f, ":{:02}", t.second())?;
    }
    if o == Offset::UTC {
        return f.write_str("Z");
    }
    let s = o.seconds();
    let sign = if s < 0 { '-' } else { '+' };
    write!(f, "{sign}{:02}:{:02}", s.abs() / 3600, s.abs() % 3600 / 60)
}

impl fmt::Display for Bound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Open => f.write_str(".."),
            Self::Date(d, q) => write!(f, "{d}{}", q.mark()),
            Self::Time(t, o, q) => {
                write_time(f, *t, *o)?;
                f.write_str(q.mark())
            }
        }
    }
}

impl fmt::Display for Edtf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Date(d, q) => Bound::Date(d, q).fmt(f),
            Self::Time(t, o, q) => Bound::Time(t, o, q).fmt(f),
            Self::Interval(a, b) => write!(f, "{a}/{b}"),
        }
    }
}
