//! From the domain's words to the components' marks and dates. Nothing is decided here.

use jiff::tz::{Offset, TimeZone};
use maud::Markup;
use mediation::{
    concerns::{lists::Firmness, positions::Stand},
    entry::Standing as Heard,
    time::{Bound, Edtf, Instant, Moment, PartOfDay, PartialDate, Quality},
};

use crate::{
    Words,
    html::{Claim, Position, Standing},
    when::{self, Certainty, ClockTime, Day, Known, Length, Part},
};

pub(crate) fn standing(s: Heard) -> Standing {
    match s {
        Heard::Witnessed => Standing::Witnessed,
        Heard::Reported => Standing::Reported,
        Heard::Entered => Standing::Entered,
        Heard::Signed => Standing::Signed,
    }
}

pub(crate) fn position(s: Option<Stand>) -> Position {
    match s {
        None => Position::NoWord,
        Some(Stand::Reserved) => Position::Reserved,
        Some(Stand::AgreedAdReferendum) => Position::AdReferendum,
        Some(Stand::Agreed) => Position::Agreed,
        Some(Stand::Refused) => Position::Refused,
    }
}

pub(crate) fn claim(f: Firmness) -> Claim {
    match f {
        Firmness::Asserted => Claim::Asserted,
        Firmness::Substantiated => Claim::Substantiated,
        Firmness::Verified => Claim::Verified,
        Firmness::Disputed => Claim::Disputed,
    }
}

/// When something happened, as it was known, in the clock of the case.
pub(crate) fn moment(words: Words, m: &Moment, zone: &TimeZone, length: Length) -> Markup {
    when::known(words, &known(m, zone), length)
}

/// A point in time, in the clock of the case.
pub(crate) fn stamp(words: Words, at: Instant, zone: &TimeZone) -> String {
    when::stamp_words(words, at.timestamp(), zone)
}

pub(crate) fn known(m: &Moment, zone: &TimeZone) -> Known {
    let mut known = match &m.edtf {
        Edtf::Date(d, q) => dated(*d, certainty(*q)),
        Edtf::Time(t, o, q) => timed(*t, *o, certainty(*q), zone),
        Edtf::Interval(Bound::Open, to) => bound(*to, zone, Certainty::Before),
        Edtf::Interval(from, Bound::Open) => bound(*from, zone, Certainty::After),
        Edtf::Interval(from, to) => {
            let mut known = bound(*from, zone, Certainty::Exactly);
            let end = bound(*to, zone, Certainty::Exactly);
            known.until = Some(end.from);
            known.instant = None;
            if end.certainty != Certainty::Exactly {
                known.certainty = end.certainty;
            }
            known
        }
    };
    known.part = m.part.map(part);
    known.edtf = m.edtf.to_string();
    known
}

fn bound(b: Bound, zone: &TimeZone, otherwise: Certainty) -> Known {
    match b {
        Bound::Open => dated(
            PartialDate {
                year: 1,
                month: None,
                day: None,
            },
            otherwise,
        ),
        Bound::Date(d, q) => dated(d, stricter(q, otherwise)),
        Bound::Time(t, o, q) => timed(t, o, stricter(q, otherwise), zone),
    }
}

fn stricter(q: Quality, otherwise: Certainty) -> Certainty {
    if otherwise == Certainty::Exactly {
        certainty(q)
    } else {
        otherwise
    }
}

fn certainty(q: Quality) -> Certainty {
    match q {
        Quality::Exact => Certainty::Exactly,
        Quality::Approximate | Quality::Both => Certainty::About,
        Quality::Uncertain => Certainty::NotCertain,
    }
}

fn dated(d: PartialDate, certainty: Certainty) -> Known {
    Known {
        from: Day {
            year: d.year,
            month: d.month,
            day: d.day,
        },
        until: None,
        time: None,
        part: None,
        certainty,
        edtf: String::new(),
        instant: None,
    }
}

fn timed(t: jiff::civil::DateTime, o: Offset, certainty: Certainty, zone: &TimeZone) -> Known {
    let here = o
        .to_timestamp(t)
        .ok()
        .map(|at| (at, at.to_zoned_datetime(zone.clone())));
    let (date, hour, minute) = here
        .as_ref()
        .map_or((t.date(), t.hour(), t.minute()), |(_, z)| {
            (z.date(), z.hour(), z.minute())
        });
    Known {
        from: Day::of(date),
        until: None,
        time: Some(ClockTime { hour, minute }),
        part: None,
        certainty,
        edtf: String::new(),
        instant: here.map(|(at, _)| when::machine(at, zone)),
    }
}

fn part(p: PartOfDay) -> Part {
    match p {
        PartOfDay::EarlyHours => Part::EarlyHours,
        PartOfDay::Morning => Part::Morning,
        PartOfDay::Afternoon => Part::Afternoon,
        PartOfDay::Evening => Part::Evening,
        PartOfDay::Night => Part::Night,
    }
}
