//! What a participant or the desk says in a room, the leave to carry it further, and requests
//! that stay open until they are met.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{
    concerns::provenance,
    decide::{Deciding, Outgoing, Refused},
    entry::{Author, Speaker, Terms},
    event::Event,
    ids::EntryRef,
    refusal::Reason,
    time::Instant,
    words::{Title, Wording},
};

/// Record a message: what was said in this room, in the words as given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Message {
    /// Whose words.
    pub from: Speaker,
    /// What it is about, in a line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<Title>,
    /// The words as given.
    pub words: Wording,
}

/// Record the speaker's leave to carry an entry of this room further than its terms allowed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct GiveLeave {
    /// The entry.
    pub entry: EntryRef,
    /// What may now be done with it.
    pub now: Terms,
    /// In what words the leave was given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<Wording>,
}

/// Record a request that stays open until it is met or withdrawn: for a list, for a proof of life.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Request {
    /// Who asks.
    pub from: Speaker,
    /// For what.
    pub what: RequestFor,
    /// The words.
    pub words: Wording,
    /// By when, where that was said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Instant>,
}

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum RequestFor {
    /// A list of names.
    List,
    /// A proof of life.
    ProofOfLife,
    /// What was meant.
    Clarification,
    /// An answer.
    Answer,
    /// Something else.
    Other,
}

/// Record that a request was met, in whole or in part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct MeetRequest {
    /// The request.
    pub request: EntryRef,
    /// How far.
    pub how_far: HowFar,
    /// The entry of this room with which it was met.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub with: Option<EntryRef>,
    /// What is still missing, or how it was met.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<Wording>,
}

/// How far something was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum HowFar {
    /// In whole.
    InFull,
    /// In part: it stays open.
    InPart,
    /// It was refused: it stays open.
    Refused,
    /// Whoever asked no longer asks.
    Withdrawn,
}

/// A request, as one room knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestState {
    /// The entry.
    pub number: u64,
    /// What was asked.
    pub request: Request,
    /// When it was learnt.
    pub learnt: Instant,
    /// What was done about it: the entry, and how far.
    pub met: Vec<(u64, HowFar)>,
}

/// Requests and leaves of one room.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Conversation {
    /// Requests by entry.
    pub requests: BTreeMap<u64, RequestState>,
    /// The terms that leave has changed, by entry: the terms now, and the entry that gave leave.
    pub leave: BTreeMap<u64, (Terms, u64)>,
}

impl RequestState {
    /// Whether it is still open.
    pub fn is_open(&self) -> bool {
        !self
            .met
            .iter()
            .any(|(_, f)| matches!(f, HowFar::InFull | HowFar::Withdrawn))
    }
}

impl Conversation {
    /// Requests that are still open, oldest first.
    pub fn open_requests(&self) -> impl Iterator<Item = &RequestState> {
        self.requests.values().filter(|r| r.is_open())
    }

    pub(crate) fn ask(&mut self, number: u64, learnt: Instant, r: &Request) {
        self.requests.insert(
            number,
            RequestState {
                number,
                request: r.clone(),
                learnt,
                met: Vec::new(),
            },
        );
    }

    pub(crate) fn meet(&mut self, number: u64, m: &MeetRequest) {
        if let Some(r) = self.requests.get_mut(&m.request.number) {
            r.met.push((number, m.how_far));
        }
    }

    pub(crate) fn give_leave(&mut self, number: u64, l: &GiveLeave) {
        self.leave.insert(l.entry.number, (l.now, number));
    }
}

pub(crate) fn message(d: &Deciding<'_>, m: &Message) -> Result<Vec<Outgoing>, Refused> {
    d.speaker(&m.from)?;
    d.here(Event::MessageGiven(m.clone()))
}

pub(crate) fn give_leave(d: &Deciding<'_>, l: &GiveLeave) -> Result<Vec<Outgoing>, Refused> {
    let body = d.in_this_room(&l.entry)?;
    let speaks_for_itself = match (body.event.speaker(), &d.submission.by) {
        (Some(Speaker::Participant(p)), Author::Representative(own, _)) => p == *own,
        (_, Author::Representative(..)) => false,
        (_, Author::Desk) => true,
    };
    if !speaks_for_itself {
        return d.refuse(Reason::NotYourName);
    }
    if provenance::terms_of(d.view, &l.entry).is_none() {
        return d.refuse(Reason::NoLeaveNeeded {
            entry: l.entry.clone(),
        });
    }
    d.here(Event::LeaveGiven(l.clone()))
}

pub(crate) fn request(d: &Deciding<'_>, r: &Request) -> Result<Vec<Outgoing>, Refused> {
    d.speaker(&r.from)?;
    if r.due.is_some_and(|due| due <= d.submission.learnt) {
        return d.refuse(Reason::DueInThePast);
    }
    d.here(Event::RequestMade(r.clone()))
}

pub(crate) fn meet_request(d: &Deciding<'_>, m: &MeetRequest) -> Result<Vec<Outgoing>, Refused> {
    d.in_this_room(&m.request)?;
    if let Some(with) = &m.with {
        d.in_this_room(with)?;
    }
    match d.room()?.conversation.requests.get(&m.request.number) {
        Some(r) if r.is_open() => d.here(Event::RequestMet(m.clone())),
        Some(_) => d.refuse(Reason::AlreadyEnded {
            entry: m.request.clone(),
        }),
        None => d.refuse(Reason::NotOfThatKind {
            entry: m.request.clone(),
            kind: "request",
        }),
    }
}
