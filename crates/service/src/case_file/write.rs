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
    ids::{EntryRef, RoomName},
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
        "writing a case file: no command gives the entries that follow {0}. An entry on which they rest may have been made unreadable; export the rooms themselves instead (goodoffices export --rooms)."
    )]
    Stuck(String),
    /// A value cannot be written as YAML.
    #[error("writing a case file: {0}")]
    Yaml(String),
}

type Heads = BTreeMap<RoomName, (Vec<Arc<Entry>>, usize)>;

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
    let mut rebuilt = View::of(&Viewer::Desk, [], None);
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
        item(&mut out, &Value::Object(map))?;
        for outgoing in taken {
            let Some((entries, at)) = heads.get_mut(&outgoing.room) else {
                continue;
            };
            let Some(original) = entries.get(*at) else {
                continue;
            };
            let content = Content::Readable(Box::new(outgoing.body));
            let entry = Entry {
                number: original.number,
                recorded: original.recorded,
                content,
            };
            rebuilt.push(&outgoing.room, &entry.into());
            *at += 1;
        }
    }
    Ok(out)
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
fn next(heads: &Heads, rebuilt: &View, at: Instant) -> Option<(Submission, Vec<Outgoing>)> {
    let mut order: Vec<(&RoomName, &Arc<Entry>)> = heads
        .iter()
        .filter_map(|(name, (entries, at))| Some((name, entries.get(*at)?)))
        .collect();
    order.sort_by_key(|(name, e)| (e.recorded, e.learnt(), !name.is_desk(), (*name).clone()));
    order.into_iter().find_map(|(room, entry)| {
        let submission = submission(room, entry, heads, rebuilt)?;
        let given = decide(rebuilt, &submission, at)
            .or_else(|_| as_participant(rebuilt, &submission, at))
            .ok()?;
        given
            .iter()
            .all(|o| matches_head(o, heads))
            .then_some((submission, given))
    })
}

fn as_participant(
    rebuilt: &View,
    submission: &Submission,
    at: Instant,
) -> Result<Vec<Outgoing>, Box<mediation::refusal::Refusal>> {
    let Author::Representative(p, _) = &submission.by else {
        return decide(rebuilt, submission, at);
    };
    let logs: Vec<_> = rebuilt
        .rooms
        .values()
        .map(|r| mediation::entry::RoomLog {
            entries: r.entries.clone(),
        })
        .collect();
    decide(
        &View::of(&Viewer::Participant(p.clone()), &logs, None),
        submission,
        at,
    )
}

fn matches_head(outgoing: &Outgoing, heads: &Heads) -> bool {
    let Some((entries, at)) = heads.get(&outgoing.room) else {
        return false;
    };
    match entries.get(*at).map(|e| &e.content) {
        Some(Content::Readable(body)) => **body == outgoing.body,
        // A stand-in takes the number of an entry that can no longer be read.
        Some(Content::Unreadable) => true,
        None => false,
    }
}

fn submission(room: &RoomName, entry: &Entry, heads: &Heads, before: &View) -> Option<Submission> {
    let Some(body) = entry.body() else {
        return stand_in(room, entry);
    };
    match events::origin(&body.event, before) {
        Origin::Command(command) => Some(of_body(room, body, *command)),
        Origin::WithTheDesks if !room.is_desk() => None,
        Origin::WithTheDesks => crossing(body, heads),
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
