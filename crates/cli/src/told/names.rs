//! How people, entries and times are named in plain words, as one viewer knows them.

use jiff::tz::TimeZone;
use mediation::{
    entry::Speaker,
    ids::{BodyId, EntryRef, OfficerId, ParticipantId, RepresentativeId},
    time::{Bound, Edtf, Instant, Moment, PartialDate, Quality},
    view::View,
};
use serde::Serialize;

/// Names as one viewer knows them, and the clock of the case.
pub(super) struct Names<'a> {
    view: &'a View,
    zone: TimeZone,
}

impl<'a> Names<'a> {
    pub(super) fn of(view: &'a View) -> Self {
        let zone = view
            .clock()
            .and_then(|(_, z)| TimeZone::get(z.as_str()).ok());
        Self {
            view,
            zone: zone.unwrap_or(TimeZone::UTC),
        }
    }

    /// The place by whose clock times are given.
    pub(super) fn place(&self) -> &str {
        self.view.clock().map_or("UTC", |(place, _)| place.as_str())
    }

    pub(super) fn participant(&self, p: &ParticipantId) -> String {
        let name = self.view.participant_name(p);
        name.map_or_else(|| p.to_string(), ToString::to_string)
    }

    pub(super) fn participants<'p>(
        &self,
        all: impl IntoIterator<Item = &'p ParticipantId>,
    ) -> String {
        listed(all.into_iter().map(|p| self.participant(p)))
    }

    pub(super) fn speaker(&self, s: &Speaker) -> String {
        match s {
            Speaker::Desk => "the desk".to_owned(),
            Speaker::Participant(p) => self.participant(p),
        }
    }

    /// A person who acts for a participant, in any room that the viewer sees.
    pub(super) fn person(&self, r: &RepresentativeId) -> String {
        let known = self.view.rooms.values();
        known
            .filter_map(|room| room.people.representatives.get(r))
            .map(|r| r.person.name.to_string())
            .next()
            .unwrap_or_else(|| r.to_string())
    }

    /// A body that approves for a participant.
    pub(super) fn body(&self, b: &BodyId) -> String {
        let known = self.view.rooms.values();
        known
            .filter_map(|room| room.people.bodies.get(b))
            .map(|b| b.name.to_string())
            .next()
            .unwrap_or_else(|| b.to_string())
    }

    pub(super) fn officer(&self, o: &OfficerId) -> String {
        let known = self.view.desk.opening.officers.get(o);
        known.map_or_else(|| o.to_string(), |o| o.name.to_string())
    }

    /// `H 46`: as the pages cite it.
    pub(super) fn entry(&self, e: &EntryRef) -> String {
        match self.view.rooms.get(&e.room) {
            Some(room) => format!("{} {}", room.code(), e.number),
            None => e.to_string(),
        }
    }

    pub(super) fn entries<'e>(&self, all: impl IntoIterator<Item = &'e EntryRef>) -> String {
        listed(all.into_iter().map(|e| self.entry(e)))
    }

    /// A point in time by the clock of the case.
    pub(super) fn instant(&self, at: Instant) -> String {
        let at = at.timestamp().to_zoned_datetime(self.zone.clone());
        at.strftime("%Y-%m-%d %H:%M").to_string()
    }

    /// `, by 2023-11-20 16:00`, where something is due.
    pub(super) fn by(&self, due: Option<Instant>) -> String {
        due.map_or_else(String::new, |at| format!(", by {}", self.instant(at)))
    }

    /// When something happened, as precisely as it is known.
    pub(super) fn moment(&self, m: &Moment) -> String {
        let date = match m.edtf {
            Edtf::Date(d, q) => day(d, q),
            Edtf::Time(t, o, q) => self.bound(Bound::Time(t, o, q)),
            Edtf::Interval(Bound::Open, to) => format!("before {}", self.bound(to)),
            Edtf::Interval(from, Bound::Open) => format!("after {}", self.bound(from)),
            Edtf::Interval(from, to) => format!("{} to {}", self.bound(from), self.bound(to)),
        };
        match m.part {
            Some(part) => format!("{date} {}", part.word().replace('-', " ")),
            None => date,
        }
    }

    fn bound(&self, b: Bound) -> String {
        match b {
            Bound::Open => "any time".to_owned(),
            Bound::Date(d, q) => day(d, q),
            Bound::Time(t, offset, q) => {
                let at = offset.to_timestamp(t).map_or_else(
                    |_| t.strftime("%Y-%m-%d %H:%M").to_string(),
                    |at| self.instant(at.into()),
                );
                qualified(at, q)
            }
        }
    }
}

fn day(d: PartialDate, q: Quality) -> String {
    qualified(d.to_string(), q)
}

fn qualified(date: String, q: Quality) -> String {
    match q {
        Quality::Exact => date,
        Quality::Approximate => format!("about {date}"),
        Quality::Uncertain => format!("{date}, not certain"),
        Quality::Both => format!("about {date}, not certain"),
    }
}

/// `a, b and c`.
pub(super) fn listed(all: impl IntoIterator<Item = String>) -> String {
    let all: Vec<String> = all.into_iter().collect();
    match all.as_slice() {
        [] => "nobody".to_owned(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// A choice of the domain's in its own words: `agreed ad referendum`, `in part`.
pub(super) fn plain(choice: &impl Serialize) -> String {
    match serde_json::to_value(choice) {
        Ok(serde_json::Value::String(word)) => word.replace('-', " "),
        Ok(_) | Err(_) => String::new(),
    }
}
