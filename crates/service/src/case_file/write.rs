//! Writing a case as a case file that replays to the same views. The order of commands across
//! rooms is recorded nowhere (nothing is numbered across rooms); it is found again by carrying
//! out, at each step, a command that gives exactly the entries that come next. What is written is
//! thereby known to replay.

use std::{collections::BTreeMap, fmt::Write as _, sync::Arc};

use mediation::{
    command::{Command, Submission},
    concerns::{messages::Message, opening::Note},
    decide::{Outgoing, decide},
    entry::{Author, Body, Content, Entry, Speaker, Standing, Terms},
    event::Event,
    ids::{EntryRef, ParticipantId, RoomName},
    time::{Instant, Moment},
    view::{View, Viewer},
    words::Wording,
};
use serde_json::Value;

use super::events::{self, Origin};
use crate::{Office, ServiceError};

/// Why a case could not be written.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// The office failed.
    #[error(transparent)]
    Service(#[from] ServiceError),
    /// No command gives the entries that come next.
    #[error(
        "writing a case file: no command gives the entries that follow {0}. An entry on which they rest may have been made unreadable; export the rooms themselves instead, one by one (goodoffices export --room ROOM --to DIRECTORY)."
    )]
    Stuck(String),
    /// A value cannot be written as YAML.
    #[error("writing a case file: {0}")]
    Yaml(String),
}

type Heads = BTreeMap<RoomName, (Vec<Arc<Entry>>, usize)>;

/// What has been written so far, as the desk and as each participant knows it.
struct Rebuilt {
    desk: View,
    seats: BTreeMap<ParticipantId, View>,
}

/// A command that may come next.
struct Candidate {
    submission: Submission,
    likeness: Likeness,
}

/// What the entries that a command gives are to those that come next.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Likeness {
    /// The same.
    Same,
    /// One in the place of another, which cannot be had again.
    InPlace,
}

impl Rebuilt {
    fn empty() -> Self {
        Self {
            desk: View::of(&Viewer::Desk, [], None),
            seats: BTreeMap::new(),
        }
    }

    fn push(&mut self, room: &RoomName, entry: &Arc<Entry>) {
        self.desk.push(room, entry);
        if let Some(Event::RoomOpened(opened)) = entry.body().map(|b| &b.event) {
            for seat in &opened.members {
                let of = || View::of(&Viewer::Participant(seat.participant.clone()), [], None);
                self.seats
                    .entry(seat.participant.clone())
                    .or_insert_with(of);
            }
        }
        for view in self.seats.values_mut() {
            view.push(room, entry);
        }
    }

    /// What a command gives; where it is a representative's, what it gives to one who knows no
    /// more than that participant.
    fn decide(&self, submission: &Submission, at: Instant) -> Option<Vec<Outgoing>> {
        decide(&self.desk, submission, at).ok().or_else(|| {
            let Author::Representative(p, _) = &submission.by else {
                return None;
            };
            decide(self.seats.get(p)?, submission, at).ok()
        })
    }
}

/// Writes the office's case.
///
/// # Errors
/// When an unreadable entry stands in the way; see [`WriteError`].
pub fn write(office: &Office, title: &str) -> Result<String, WriteError> {
    let view = office.desk_view(None)?;
    let mut heads: Heads = view
        .rooms
        .iter()
        .map(|(n, r)| (n.clone(), (r.entries.clone(), 0)))
        .collect();
    let mut rebuilt = Rebuilt::empty();
    let latest = view
        .by_learnt()
        .last()
        .map_or_else(|| Instant::from_unix(0), |(_, e)| e.learnt());
    let mut out = format!(
        "# Written by goodoffices export. Replay it with: goodoffices replay FILE\ngood-offices-case: {}\ntitle: {}\ncommands:\n",
        super::VERSION,
        Value::String(title.to_owned())
    );
    while heads.values().any(|(e, at)| *at < e.len()) {
        let Some((submission, taken)) = next(&heads, &rebuilt, latest.max(office.now())) else {
            let stuck: Vec<String> = heads
                .iter()
                .filter(|(_, (e, at))| *at < e.len())
                .map(|(n, (_, at))| format!("{n}/{at}"))
                .collect();
            return Err(WriteError::Stuck(stuck.join(", ")));
        };
        let map = submission
            .to_map()
            .map_err(|e| WriteError::Yaml(e.to_string()))?;
        let mut value = Value::Object(map);
        double_signs(&mut value);
        item(&mut out, &value)?;
        for outgoing in taken {
            let Some((entries, at)) = heads.get_mut(&outgoing.room) else {
                continue;
            };
            let Some(original) = entries.get(*at) else {
                continue;
            };
            let content = Content::Readable(Box::new(outgoing.body));
            let entry = Entry::new(original.number, original.recorded, content);
            rebuilt.push(&outgoing.room, &entry.into());
            *at += 1;
        }
    }
    Ok(out)
}

/// What is written holds no labels, so that every at sign at the beginning of a value is one of
/// its own: it is doubled, for a replay takes one off.
fn double_signs(value: &mut Value) {
    match value {
        Value::String(s) if s.starts_with('@') => s.insert(0, '@'),
        Value::Array(list) => list.iter_mut().for_each(double_signs),
        Value::Object(map) => map.values_mut().for_each(double_signs),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn item(out: &mut String, value: &Value) -> Result<(), WriteError> {
    let yaml = serde_saphyr::to_string(value).map_err(|e| WriteError::Yaml(e.to_string()))?;
    for (i, line) in yaml.lines().enumerate() {
        let lead = if i == 0 { "- " } else { "  " };
        let _ = if line.is_empty() {
            writeln!(out)
        } else {
            writeln!(out, "{lead}{line}")
        };
    }
    Ok(())
}

/// The next command, and the entries that it gives: among the rooms whose next entry can be had,
/// the one recorded first.
fn next(heads: &Heads, rebuilt: &Rebuilt, at: Instant) -> Option<(Submission, Vec<Outgoing>)> {
    let mut order: Vec<(&RoomName, &Arc<Entry>)> = heads
        .iter()
        .filter_map(|(name, (entries, at))| Some((name, entries.get(*at)?)))
        .collect();
    order.sort_by_key(|(name, e)| (e.recorded, e.learnt(), !name.is_desk(), (*name).clone()));
    order.into_iter().find_map(|(room, entry)| {
        let Candidate {
            submission,
            likeness,
        } = candidate(room, entry, heads, &rebuilt.desk)?;
        let given = rebuilt.decide(&submission, at)?;
        given
            .iter()
            .all(|o| matches_head(o, heads, likeness))
            .then_some((submission, given))
    })
}

fn matches_head(outgoing: &Outgoing, heads: &Heads, likeness: Likeness) -> bool {
    let Some((entries, at)) = heads.get(&outgoing.room) else {
        return false;
    };
    match entries.get(*at).map(|e| &e.content) {
        Some(Content::Readable(body)) => likeness == Likeness::InPlace || **body == outgoing.body,
        // A stand-in takes the number of an entry that can no longer be read.
        Some(Content::Unreadable) => true,
        None => false,
    }
}

fn candidate(room: &RoomName, entry: &Entry, heads: &Heads, before: &View) -> Option<Candidate> {
    let same = |submission| Candidate {
        submission,
        likeness: Likeness::Same,
    };
    let in_place = |submission| Candidate {
        submission,
        likeness: Likeness::InPlace,
    };
    let Some(body) = entry.body() else {
        return stand_in(room, entry).map(in_place);
    };
    match events::origin(&body.event, before) {
        Origin::Command(command) => Some(same(of_body(room, body, *command))),
        Origin::WithTheDesks if !room.is_desk() => None,
        Origin::WithTheDesks => lost_crossing(body, heads)
            .map(in_place)
            .or_else(|| crossing(body, heads).map(same)),
    }
}

fn of_body(room: &RoomName, body: &Body, command: Command) -> Submission {
    Submission {
        by: body.by.clone(),
        room: room.clone(),
        happened: body.happened,
        learnt: body.learnt,
        standing: body.standing,
        source: body.source.clone(),
        terms: body.terms,
        channel: body.channel.clone(),
        command,
    }
}

/// A crossing is written from the desk's record together with what arrived.
fn crossing(desks: &Body, heads: &Heads) -> Option<Submission> {
    let arrived = |e: &EntryRef| {
        let (entries, at) = heads.get(&e.room)?;
        entries
            .get(*at)
            .filter(|found| found.number == e.number)?
            .body()
    };
    let (to, command) = match &desks.event {
        Event::Relayed(r) => {
            let Event::Conveyed(c) = &arrived(&r.to)?.event else {
                return None;
            };
            (r.to.clone(), events::crossing(r, c))
        }
        Event::DraftCarried(c) => (
            c.to.clone(),
            events::other_crossing(&desks.event, &arrived(&c.to)?.event)?,
        ),
        Event::AnnouncementMade(m) => {
            let first = m.to.first()?;
            (
                first.clone(),
                events::other_crossing(&desks.event, &arrived(first)?.event)?,
            )
        }
        _ => return None,
    };
    let there = arrived(&to)?;
    let room = match &command {
        Command::Announce(_) | Command::ClearRelay(_) => RoomName::desk(),
        _ => to.room.clone(),
    };
    let mut submission = of_body(&room, desks, command);
    submission.terms = there.terms;
    submission.channel = if room.is_desk() {
        None
    } else {
        there.channel.clone()
    };
    Some(submission)
}

/// What stands in the desk's room for a crossing of which one end can no longer be read: with the
/// words it cannot be carried out again, and its number is kept.
fn lost_crossing(desks: &Body, heads: &Heads) -> Option<Submission> {
    let unreadable = |e: &EntryRef| {
        heads.get(&e.room).is_some_and(|(entries, _)| {
            let found = entries.iter().find(|found| found.number == e.number);
            found.is_some_and(|found| found.body().is_none())
        })
    };
    let Event::Relayed(crossing) = &desks.event else {
        return None;
    };
    if !unreadable(&crossing.to) {
        return None;
    }
    let words = Wording::new(format!(
        "A crossing to {} stood here. What arrived there was made unreadable, and the crossing cannot be carried out again.",
        crossing.to
    ))
    .ok()?;
    let note = Command::Note(Note {
        subject: None,
        words,
    });
    let mut submission = of_body(&RoomName::desk(), desks, note);
    submission.channel = None;
    Some(submission)
}

/// An entry that can no longer be read leaves its number to a stand-in that says so.
fn stand_in(room: &RoomName, entry: &Entry) -> Option<Submission> {
    let words = Wording::new("This entry was made unreadable. What it said is not known.").ok()?;
    let command = if room.is_desk() {
        Command::Note(Note {
            subject: None,
            words,
        })
    } else {
        Command::Message(Message {
            from: Speaker::Desk,
            subject: None,
            words,
        })
    };
    Some(Submission {
        by: Author::Desk,
        room: room.clone(),
        happened: Moment::at(entry.recorded, jiff::tz::Offset::UTC),
        learnt: entry.recorded,
        standing: Standing::Witnessed,
        source: None,
        terms: Terms::InConfidence,
        channel: None,
        command,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{FixedClock, Opening, SeededChance, case_file, create};

    fn office(folder: &std::path::Path, name: &str) -> Office {
        let now = "2024-03-08T09:00:00Z".parse::<jiff::Timestamp>().unwrap();
        create(
            &store::StoreUrl::Sqlite(folder.join(name)),
            Opening::PublicPassphrase("public"),
            Arc::new(FixedClock::at(Instant::from(now))),
            Arc::new(SeededChance::new(7)),
        )
        .unwrap()
    }

    fn play(office: &Office, text: &str) {
        let file = case_file::read(text.as_bytes()).unwrap();
        let mode = case_file::Mode::StopAtFirst;
        let report = case_file::replay(office, &file, mode, &mut |_, _| true);
        assert!(report.problems.is_empty(), "{:?}", report.problems);
    }

    const CASE: &str = r#"good-offices-case: 1
title: A dispute
commands:
- {do: open-case, learnt: 2024-03-01T09:00Z, title: A dispute, place: Geneva, zone: Europe/Zurich, languages: [en]}
- {do: add-participant, learnt: 2024-03-01T09:10Z, participant: union, name: The Union, kind: party}
- {do: add-participant, learnt: 2024-03-01T09:20Z, participant: employer, name: The Employer, kind: party}
- {do: open-room, learnt: 2024-03-01T09:30Z, room: union, title: With the union, code: U, members: [union]}
- {do: open-room, learnt: 2024-03-01T09:40Z, room: employer, title: With the employer, code: E, members: [employer]}
- {do: message, room: union, label: said, learnt: 2024-03-02T09:00Z, from: union, words: We would take four., terms: open}
- {do: relay, room: employer, label: carried, learnt: 2024-03-02T10:00Z, from: ["@said"], words: We would take four., voice: attributed}
- {do: note, learnt: 2024-03-02T11:00Z, words: It is out.}
- {do: erase-entry, room: employer, learnt: 2024-03-03T09:00Z, entry: "@carried", why: They asked for it., authority: The head of the desk}
"#;

    #[test]
    fn words_that_begin_with_an_at_sign_come_back() {
        let folder = tempfile::tempdir().unwrap();
        let first = office(folder.path(), "first");
        let opened = CASE.split("- {do: message").next().unwrap();
        play(
            &first,
            &format!(
                "{opened}{}",
                r#"
- {do: message, room: union, label: spokesman, learnt: 2024-03-02T09:00Z, source: "@@spokesman", from: union, words: "@@all of you"}
- {do: note, learnt: 2024-03-02T11:00Z, words: "@@@x"}
- {do: note, learnt: 2024-03-02T11:00Z, words: "@Mr Smith"}
- {do: outline, room: union, learnt: 2024-03-02T11:30Z, title: "@@t", points: ["@@spokesman", "a @ b"]}
"#
            ),
        );
        let text = write(&first, "A dispute").unwrap();
        for written in ["@@spokesman", "@@all of you", "@@@x", "@@Mr Smith", "@@t"] {
            assert!(text.contains(written), "{written}\n{text}");
        }
        let second = office(folder.path(), "second");
        play(&second, &text);
        let bodies = |office: &Office| {
            let view = office.desk_view(None).unwrap();
            let of = |(_, e): (_, &Arc<Entry>)| e.body().cloned();
            view.by_learnt().into_iter().map(of).collect::<Vec<_>>()
        };
        assert!(bodies(&first) == bodies(&second), "{text}");
        let source = |b: &Option<Body>| b.as_ref()?.source.as_ref().map(ToString::to_string);
        let sources: Vec<_> = bodies(&first).iter().filter_map(source).collect();
        assert_eq!(sources, ["@spokesman"]);
    }

    #[test]
    fn a_crossing_whose_words_are_gone_keeps_its_two_places() {
        let folder = tempfile::tempdir().unwrap();
        let first = office(folder.path(), "first");
        play(&first, CASE);
        let text = write(&first, "A dispute").unwrap();
        assert_eq!(text.matches("We would take four.").count(), 1, "{text}");
        let second = office(folder.path(), "second");
        play(&second, &text);
        let sizes = |office: &Office| {
            let view = office.desk_view(None).unwrap();
            let of = |r: &mediation::view::Room| (r.name.clone(), r.size);
            view.rooms.values().map(of).collect::<Vec<_>>()
        };
        assert_eq!(sizes(&first), sizes(&second));
        assert!(
            text.contains("A crossing to employer/2 stood here."),
            "{text}"
        );
    }
}
