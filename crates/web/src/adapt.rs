//! From the domain's words to the components' marks and dates. Nothing is decided here.

use jiff::tz::{Offset, TimeZone};
use maud::Markup;
use mediation::{
    concerns::{
        agreement::ParameterValue, channels::Means, decisions::Votes, lists::Firmness,
        messages::RequestFor, positions::Stand, rooms::ParticipantKind,
    },
    entry::{Speaker, Standing as Heard},
    ids::{EntryRef, ParticipantId},
    time::{Bound, Edtf, Instant, Moment, PartOfDay, PartialDate, Quality},
    view::{Room, View},
};

use crate::{
    Words,
    html::{Claim, Position, Standing},
    routes::Page,
    site::CaseVisit,
    when::{self, Calendar, Certainty, ClockTime, Day, Known, Length, Part},
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

/// "12 for, 3 against, 1 abstained"; what was not told is not said.
pub(crate) fn votes(words: Words, votes: Votes) -> String {
    let mut args = vec![
        ("for", votes.in_favour.into()),
        ("against", votes.against.into()),
    ];
    match votes.abstained {
        Some(n) => {
            args.push(("abstained", n.into()));
            words.t_plain("text-votes", &args)
        }
        None => words.t_plain("text-votes-two", &args),
    }
}

/// When something happened, as it was known, in the clock of the case.
pub(crate) fn moment(words: Words, m: &Moment, calendar: &Calendar) -> Markup {
    let known = known(m, calendar);
    when::known(words, &known, calendar.short(&known))
}

/// The same with the month in full and the year.
pub(crate) fn moment_long(words: Words, m: &Moment, calendar: &Calendar) -> Markup {
    when::known(words, &known(m, calendar), Length::Long)
}

/// A point in time, in the clock of the case.
pub(crate) fn stamp(words: Words, at: Instant, calendar: &Calendar) -> String {
    when::stamp_words(words, at.timestamp(), calendar)
}

/// The same by the day where it is near: "today, 12:00". For what is due and what was just heard.
pub(crate) fn near(words: Words, at: Instant, calendar: &Calendar) -> String {
    calendar.near(words, at.timestamp())
}

/// When something came, by the day where that is known to the minute: "today, 12:00", "about 20
/// Nov".
pub(crate) fn came(words: Words, m: &Moment, calendar: &Calendar) -> String {
    let to_the_minute = matches!(m.edtf, Edtf::Time(..)) && !m.is_loose();
    match m.bounds(jiff::tz::Offset::UTC).0 {
        Some(at) if to_the_minute => near(words, at, calendar),
        _ => moment_words(words, m, calendar),
    }
}

/// The point in time that stands for a moment in a drawing and in a length of time: the middle of
/// what it allows, and never later than it was learnt.
pub(crate) fn placed(m: &Moment, learnt: Instant, calendar: &Calendar) -> Instant {
    match m.bounds(calendar.to_offset(learnt.timestamp())) {
        (Some(a), Some(b)) => a.plus_seconds(b.since(a) / 2).min(learnt),
        _ => learnt,
    }
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

/// The same in words, for a sentence.
pub(crate) fn moment_words(words: Words, m: &Moment, calendar: &Calendar) -> String {
    let known = known(m, calendar);
    when::known_words(words, &known, calendar.short(&known))
}

/// `7 October 2023`.
pub(crate) fn day(words: Words, at: Instant, zone: &TimeZone) -> String {
    when::known_words(words, &whole_day(at, zone), Length::Long)
}

/// `7 Oct`.
pub(crate) fn day_short(words: Words, at: Instant, zone: &TimeZone) -> String {
    when::known_words(words, &whole_day(at, zone), Length::Short)
}

/// `7`.
pub(crate) fn day_of_month(at: Instant, zone: &TimeZone) -> String {
    at.timestamp()
        .to_zoned_datetime(zone.clone())
        .day()
        .to_string()
}

fn whole_day(at: Instant, zone: &TimeZone) -> Known {
    let date = at.timestamp().to_zoned_datetime(zone.clone()).date();
    Known {
        from: Day::of(date),
        until: None,
        time: None,
        part: None,
        certainty: Certainty::Exactly,
        edtf: date.to_string(),
        instant: None,
    }
}

/// A participant's name in full, as this viewer knows it.
pub(crate) fn name(view: &View, p: &ParticipantId) -> String {
    view.participant_name(p)
        .map_or_else(|| p.to_string(), ToString::to_string)
}

/// Whose words: the desk's, or a participant's by name.
pub(crate) fn speaker(words: Words, view: &View, s: &Speaker) -> String {
    match s {
        Speaker::Desk => words.t("reader-desk"),
        Speaker::Participant(p) => name(view, p),
    }
}

/// Who sits in a room with the desk, by name; the room's title where several do.
pub(crate) fn with(view: &View, room: &Room) -> String {
    match room.opened.as_ref().map(|o| o.members.as_slice()) {
        Some([one]) => name(view, &one.participant),
        Some(_) => room
            .opened
            .as_ref()
            .map(|o| o.title.to_string())
            .unwrap_or_default(),
        None => String::new(),
    }
}

/// `H 46`: an entry as the desk numbers it.
pub(crate) fn number(view: &View, entry: &EntryRef) -> String {
    let code = view.rooms.get(&entry.room).map_or("", |r| r.code());
    format!("{code}\u{a0}{}", entry.number)
}

/// The first eight of a digest within a sentence, never parted at the end of a line.
pub(crate) fn eight(digest: &mediation::Digest) -> String {
    digest.first_eight().replace(' ', "\u{a0}")
}

/// The address of an entry on its room's page.
pub(crate) fn href(visit: &CaseVisit, entry: &EntryRef) -> String {
    let page = Page::Room {
        room: entry.room.as_str(),
    };
    let number = entry.number.to_string();
    format!(
        "{}#n{number}",
        page.href_with(visit.at, &[("entry", &number)])
    )
}

/// The beginning of words that are quoted beside something else.
pub(crate) fn brief(s: &str) -> String {
    const MOST: usize = 140;
    let line = s.lines().next().unwrap_or_default();
    if line.chars().count() <= MOST {
        return line.to_owned();
    }
    let cut: String = line.chars().take(MOST).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(head, _)| head);
    format!("{whole} …")
}

pub(crate) fn request(words: Words, what: RequestFor) -> String {
    match what {
        RequestFor::List => words.t("request-list"),
        RequestFor::ProofOfLife => words.t("request-proof-of-life"),
        RequestFor::Clarification => words.t("request-clarification"),
        RequestFor::Answer => words.t("request-answer"),
        RequestFor::Other => words.t("request-other"),
    }
}

pub(crate) fn means(words: Words, how: Means) -> String {
    match how {
        Means::Call => words.t("means-call"),
        Means::Meeting => words.t("means-meeting"),
        Means::Message => words.t("means-message"),
        Means::Visit => words.t("means-visit"),
    }
}

pub(crate) fn kind(words: Words, kind: ParticipantKind) -> String {
    match kind {
        ParticipantKind::Party => words.t("kind-party"),
        ParticipantKind::Intermediary => words.t("kind-intermediary"),
        ParticipantKind::Guarantor => words.t("kind-guarantor"),
        ParticipantKind::Monitor => words.t("kind-monitor"),
        ParticipantKind::Carrier => words.t("kind-carrier"),
        ParticipantKind::Observer => words.t("kind-observer"),
    }
}

pub(crate) fn firmness(words: Words, f: Firmness) -> String {
    words.t(claim(f).key())
}

pub(crate) fn parameter(words: Words, value: &ParameterValue, calendar: &Calendar) -> String {
    match value {
        ParameterValue::Number(n) => n.to_string(),
        ParameterValue::Date(m) => moment_words(words, m, calendar),
    }
}

/// The same with a date in full.
pub(crate) fn parameter_long(words: Words, value: &ParameterValue, zone: &TimeZone) -> String {
    match value {
        ParameterValue::Number(n) => n.to_string(),
        ParameterValue::Date(m) => when::known_words(words, &known(m, zone), Length::Long),
    }
}

/// The desk's own number of the version with these words: each room counts its own.
pub(crate) fn desk_version(
    view: &View,
    version: &mediation::concerns::texts::Version,
) -> Option<u32> {
    let own = view.desk_room()?.texts.versions.values();
    own.filter(|v| v.id == version.id && v.digest == version.digest)
        .map(|v| v.version)
        .next()
}
