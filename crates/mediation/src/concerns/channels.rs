//! Channels: ways to reach a participant, the contacts made through them, and silence when a
//! contact that was due does not come.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{
    concerns::custody::Step,
    decide::{Deciding, Outgoing, Refused},
    entry::{Body, Sequence, Speaker},
    event::Event,
    ids::{ChannelId, EntryRef, ParticipantId, RepresentativeId},
    refusal::Reason,
    time::{Hours, Instant, Moment},
    words::{Title, Wording},
};

/// Open a channel: a way to reach a participant of this room.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct OpenChannel {
    /// The channel's short name.
    pub id: ChannelId,
    /// Whom it reaches.
    pub participant: ParticipantId,
    /// Who is at the other end, in words: `leadership inside`.
    pub reaches: Title,
    /// Those of them who are named in this room.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub people: Vec<RepresentativeId>,
    /// By what means: telephone, messenger, courier, in person.
    pub means: Title,
    /// Where it stands at first.
    pub state: ChannelState,
    /// Who knows of it, where that is narrower than the room.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub known_to: Option<Title>,
    /// How often contact is due, such as 24 for a daily call.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub every_hours: Option<Hours>,
    /// When the first contact is due.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_due: Option<Instant>,
}

/// Where a channel stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ChannelState {
    /// Somebody offered it.
    Offered,
    /// It was tried, and carried.
    Tested,
    /// The participant confirmed that it speaks through it.
    Authorised,
    /// In use.
    Active,
    /// Contact is overdue.
    Silent,
    /// No longer used.
    Closed,
}

/// Change where a channel stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct SetChannel {
    /// Which channel.
    pub id: ChannelId,
    /// Where it stands now.
    pub state: ChannelState,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<Wording>,
}

/// Record a contact: a call, a meeting, a message or a visit that came about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Contact {
    /// How.
    pub how: Means,
    /// With whom, in words, where the channel does not say it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub with: Option<Title>,
    /// Where.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Title>,
    /// What came of it.
    pub outcome: Wording,
    /// When the next contact is due; without it, by the channel's rhythm.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_due: Option<Instant>,
}

/// How a contact is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Means {
    /// By telephone.
    Call,
    /// In one place.
    Meeting,
    /// In writing.
    Message,
    /// The desk went there.
    Visit,
}

/// Record an attempt to reach a channel that was not answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Attempt {
    /// How it was tried.
    pub how: Means,
    /// What was seen or heard.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Wording>,
}

/// Record that a channel has fallen silent, and what was pending there. The next contact ends it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct DeclareSilence {
    /// What was pending when it began: entries of this room.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pending: Vec<EntryRef>,
    /// What the desk knows of the reason.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<Wording>,
}

/// A channel, as one room knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Channel {
    /// The entry that opened it.
    pub number: u64,
    /// What it is.
    pub opened: OpenChannel,
    /// Where it stands.
    pub state: ChannelState,
    /// What came through it or was tried, in the order in which it happened.
    pub signs: Vec<Sign>,
    /// When the next contact is due.
    pub next_due: Option<Instant>,
    /// The silences, the last of which may be open.
    pub silences: Vec<Silence>,
    /// What was promised through it: the entries of the undertakings.
    pub promises: Vec<u64>,
}

/// One sign on a channel: that something came, or that an attempt was not answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sign {
    /// The entry.
    pub number: u64,
    /// When.
    pub when: Moment,
    /// When it was learnt.
    pub learnt: Instant,
    /// Its place among the channel's signs.
    pub at: Sequence,
    /// Which.
    pub kind: SignKind,
}

/// What a sign is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SignKind {
    /// The participant was heard from.
    Heard(Means),
    /// The desk tried, and was not answered.
    Attempt(Means),
}

/// A silence on a channel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Silence {
    /// The entry that declared it.
    pub number: u64,
    /// When it began.
    pub began: Moment,
    /// When the desk learnt, or concluded, that it had begun.
    pub learnt: Instant,
    /// The moment from which it can have been silent; `None` where the words set no bound.
    from: Option<Instant>,
    /// What was pending.
    pub pending: Vec<EntryRef>,
    /// The attempts since the participant was last heard.
    pub attempts: u32,
    /// The entry with which it ended, when that was, and when it was learnt.
    pub ended: Option<(u64, Moment, Instant)>,
}

/// The channels of one room.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Channels {
    /// By name.
    pub all: BTreeMap<ChannelId, Channel>,
}

impl Channel {
    /// The last time that the participant was heard.
    pub fn last_heard(&self) -> Option<&Sign> {
        self.signs
            .iter()
            .rev()
            .find(|s| matches!(s.kind, SignKind::Heard(_)))
    }

    /// The silence that has not ended.
    pub fn open_silence(&self) -> Option<&Silence> {
        self.silences.last().filter(|s| s.ended.is_none())
    }

    /// By how many seconds contact is overdue at a time; `None` when it is not.
    pub fn overdue(&self, at: Instant) -> Option<i64> {
        let due = self
            .next_due
            .filter(|_| self.state != ChannelState::Closed)?;
        (at > due).then(|| at.since(due))
    }

    /// The attempts since the participant was last heard.
    pub fn attempts_since_heard(&self) -> usize {
        self.signs
            .iter()
            .rev()
            .take_while(|s| matches!(s.kind, SignKind::Attempt(_)))
            .count()
    }

    /// Takes up a sign where it belongs among the others.
    fn sign(&mut self, number: u64, body: &Body, kind: SignKind) {
        let at = body.sequence(number);
        let place = self.signs.partition_point(|s| s.at < at);
        let sign = Sign {
            number,
            when: body.happened,
            learnt: body.learnt,
            at,
            kind,
        };
        self.signs.insert(place, sign);
    }

    /// The participant was heard. What is written down late, and happened before a silence began,
    /// does not end it; nor does it move when the next contact is due.
    fn heard(&mut self, number: u64, body: &Body, how: Means, next_due: Option<Instant>) {
        let latest_before = self.last_heard().map(|s| s.at);
        self.sign(number, body, SignKind::Heard(how));
        let heard_by = body.happened_by();
        if let Some(s) = self.silences.last_mut().filter(|s| s.ended.is_none()) {
            if s.from.is_some_and(|from| heard_by < from) {
                return;
            }
            s.ended = Some((number, body.happened, body.learnt));
        }
        if latest_before.is_some_and(|before| body.sequence(number) < before) {
            return;
        }
        if self.state == ChannelState::Silent {
            self.state = ChannelState::Active;
        }
        let rhythm = || self.opened.every_hours.map(|h| body.told_by().plus(h));
        self.next_due = next_due.or_else(rhythm);
    }

    fn silent(&mut self, number: u64, body: &Body, s: &DeclareSilence) {
        self.state = ChannelState::Silent;
        let attempts = self.attempts_since_heard();
        self.silences.push(Silence {
            number,
            began: body.happened,
            learnt: body.learnt,
            from: body.earliest(),
            pending: s.pending.clone(),
            attempts: u32::try_from(attempts).unwrap_or(u32::MAX),
            ended: None,
        });
    }
}

impl Channels {
    pub(crate) fn open(&mut self, number: u64, learnt: Instant, c: &OpenChannel) {
        self.all.insert(
            c.id.clone(),
            Channel {
                number,
                opened: c.clone(),
                state: c.state,
                signs: Vec::new(),
                next_due: c.next_due.or_else(|| c.every_hours.map(|h| learnt.plus(h))),
                silences: Vec::new(),
                promises: Vec::new(),
            },
        );
    }

    pub(crate) fn set(&mut self, s: &SetChannel) {
        if let Some(c) = self.all.get_mut(&s.id) {
            c.state = s.state;
        }
    }

    /// Takes note of whatever came or went through a channel.
    pub(crate) fn notice(&mut self, number: u64, body: &Body) {
        let Some(c) = body.channel.as_ref().and_then(|id| self.all.get_mut(id)) else {
            return;
        };
        match &body.event {
            Event::ContactMade(contact) => {
                c.heard(number, body, contact.how, contact.next_due);
            }
            Event::Attempted(a) => {
                c.sign(number, body, SignKind::Attempt(a.how));
                if let Some(s) = c.silences.last_mut().filter(|s| s.ended.is_none()) {
                    s.attempts += 1;
                }
            }
            Event::SilenceDeclared(s) => c.silent(number, body, s),
            Event::ChannelSet(_) => {}
            Event::UndertakingGiven(_) => {
                c.promises.push(number);
                c.heard(number, body, Means::Message, None);
            }
            other => {
                let read_back = matches!(other, Event::CustodyStep(s) if s.step == Step::ReadBack);
                if read_back || matches!(other.speaker(), Some(Speaker::Participant(_))) {
                    c.heard(number, body, Means::Message, None);
                }
            }
        }
    }
}

pub(crate) fn open_channel(d: &Deciding<'_>, c: &OpenChannel) -> Result<Vec<Outgoing>, Refused> {
    d.seated(&c.participant)?;
    if d.room()?.channels.all.contains_key(&c.id) {
        return d.refuse(Reason::NameTaken {
            name: c.id.to_string(),
        });
    }
    if c.state == ChannelState::Silent {
        return d.refuse(Reason::SilenceIsDeclared);
    }
    for r in &c.people {
        d.representative(r)?;
    }
    d.here(Event::ChannelOpened(c.clone()))
}

pub(crate) fn set_channel(d: &Deciding<'_>, s: &SetChannel) -> Result<Vec<Outgoing>, Refused> {
    d.channel(&s.id)?;
    if s.state == ChannelState::Silent {
        return d.refuse(Reason::SilenceIsDeclared);
    }
    d.here(Event::ChannelSet(s.clone()))
}

pub(crate) fn contact(d: &Deciding<'_>, c: &Contact) -> Result<Vec<Outgoing>, Refused> {
    d.open_channel()?;
    if c.next_due.is_some_and(|due| due <= d.submission.learnt) {
        return d.refuse(Reason::DueInThePast);
    }
    d.here(Event::ContactMade(c.clone()))
}

pub(crate) fn attempt(d: &Deciding<'_>, a: &Attempt) -> Result<Vec<Outgoing>, Refused> {
    d.open_channel()?;
    d.here(Event::Attempted(a.clone()))
}

pub(crate) fn declare_silence(
    d: &Deciding<'_>,
    s: &DeclareSilence,
) -> Result<Vec<Outgoing>, Refused> {
    let c = d.open_channel()?;
    if let Some(open) = c.open_silence() {
        return d.refuse(Reason::AlreadySilent {
            since: EntryRef::new(d.submission.room.clone(), open.number),
        });
    }
    for e in &s.pending {
        d.in_this_room(e)?;
    }
    d.here(Event::SilenceDeclared(s.clone()))
}
