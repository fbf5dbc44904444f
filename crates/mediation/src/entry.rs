//! One entry of a room's log as the domain reads it: what happened, when, how the desk knows,
//! and under which terms the words were given. Numbers count within one room only.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use crate::{
    checked::NotTaken,
    event::Event,
    ids::{ChannelId, ParticipantId, RepresentativeId},
    time::{Instant, Moment},
    words::{Middle, Title},
};

/// How the desk knows.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// The desk did it or was there.
    Witnessed,
    /// Somebody told the desk.
    Reported,
    /// A representative wrote it, signed in.
    Entered,
    /// With that person's own key.
    Signed,
}

/// The terms under which words were given. What is not said to be open is kept.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Terms {
    /// Told in confidence: goes no further.
    InConfidence,
    /// Only with the speaker's leave, asked for and recorded.
    ByClearance,
    /// The substance may be conveyed; not to be quoted, not to be attributed.
    Substance,
    /// May be quoted and attributed.
    Open,
}

/// Whose words an entry holds.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Speaker {
    /// The desk itself.
    Desk,
    /// A participant.
    Participant(ParticipantId),
}

/// Who wrote an entry.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Author {
    /// The desk.
    Desk,
    /// A representative, signed in: `hamas/political-office`.
    Representative(ParticipantId, RepresentativeId),
}

/// What is sealed: an event with its two times, its standing and its terms.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Body {
    /// Who wrote it.
    pub by: Author,
    /// When it happened, as precisely as that is known.
    pub happened: Moment,
    /// When it was learnt by whoever wrote it.
    pub learnt: Instant,
    /// How the desk knows.
    pub standing: Standing,
    /// On whose word, where it was reported.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Title>,
    /// The terms under which the words were given.
    pub terms: Terms,
    /// The channel through which it came or went.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channel: Option<ChannelId>,
    /// What happened.
    pub event: Event,
}

/// The place of an act among others of its kind: by the latest moment at which it can have been
/// done, then by when that was learnt, then by the log. What was said last is the last word, in
/// whatever order it was written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Sequence {
    by: Instant,
    learnt: Instant,
    number: u64,
}

impl Sequence {
    /// The latest moment at which the act can have been done.
    pub fn by(&self) -> Instant {
        self.by
    }
}

impl Body {
    /// The latest moment at which it can have happened: the last that the words allow, anywhere on
    /// earth, and never later than it was learnt. What is only known about may have happened as
    /// late as that.
    pub fn happened_by(&self) -> Instant {
        happened_by(&self.by, self.happened, self.learnt)
    }

    /// The latest moment that its words allow, taken as they stand: "about 20 November" as that day.
    /// For what is counted on from it, where to count from when it was learnt would hide a delay.
    pub fn told_by(&self) -> Instant {
        let last = self.happened.bounds(BEHIND).1;
        last.map_or(self.learnt, |last| last.min(self.learnt))
    }

    /// The earliest moment at which it can have happened, if it is as the words say; `None` where
    /// they set no bound.
    pub fn earliest(&self) -> Option<Instant> {
        self.happened.bounds(AHEAD).0
    }

    /// The same, where it is known for certain: what is only known about may have been earlier.
    pub fn happened_from(&self) -> Option<Instant> {
        self.earliest().filter(|_| !self.happened.is_loose())
    }

    /// Its place among others of its kind.
    pub fn sequence(&self, number: u64) -> Sequence {
        Sequence {
            by: self.happened_by(),
            learnt: self.learnt,
            number,
        }
    }
}

/// Where a date begins first.
pub(crate) const AHEAD: jiff::tz::Offset = jiff::tz::Offset::constant(14);
/// Where a date ends last.
const BEHIND: jiff::tz::Offset = jiff::tz::Offset::constant(-12);

/// The latest moment at which something can have happened. A representative who writes, signed in,
/// acts in that moment: no date that is typed makes it earlier.
pub(crate) fn happened_by(by: &Author, happened: Moment, learnt: Instant) -> Instant {
    if matches!(by, Author::Representative(..)) || happened.is_loose() {
        return learnt;
    }
    happened
        .bounds(BEHIND)
        .1
        .map_or(learnt, |last| last.min(learnt))
}

/// One entry of a room's log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its number in the room, from 1.
    pub number: u64,
    /// When it was sealed: the machine's time, never earlier than that of the entry before.
    pub recorded: Instant,
    /// What it holds.
    pub content: Content,
    /// What its words are looked up by, once somebody asked.
    quotable: Quotable,
}

/// The words in the middle of each of an entry's wordings, folded once: a cache, no part of what
/// the entry is.
#[derive(Debug, Clone, Default)]
struct Quotable(std::sync::OnceLock<Vec<Middle>>);

impl PartialEq for Quotable {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Quotable {}

/// What an entry holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// It can be read.
    Readable(Box<Body>),
    /// Its key was destroyed: that it was, and where, is all that can be said.
    Unreadable,
}

/// One room's log, whole, in order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RoomLog {
    /// Its entries, from number 1.
    pub entries: Vec<std::sync::Arc<Entry>>,
}

impl Entry {
    /// An entry of a number, sealed at a time.
    pub fn new(number: u64, recorded: Instant, content: Content) -> Self {
        Self {
            number,
            recorded,
            content,
            quotable: Quotable::default(),
        }
    }

    /// The middles of its wordings, in the order of [`Event::wordings`].
    pub(crate) fn middles(&self) -> &[Middle] {
        self.quotable.0.get_or_init(|| {
            let wordings = self.body().map(|b| b.event.wordings()).unwrap_or_default();
            wordings.iter().map(|w| Middle::of(w.as_str())).collect()
        })
    }

    /// The body, where it can be read.
    pub fn body(&self) -> Option<&Body> {
        match &self.content {
            Content::Readable(body) => Some(body),
            Content::Unreadable => None,
        }
    }
}

impl fmt::Display for Speaker {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Desk => f.write_str(crate::ids::DESK),
            Self::Participant(p) => p.fmt(f),
        }
    }
}

impl FromStr for Speaker {
    type Err = NotTaken;
    fn from_str(s: &str) -> Result<Self, NotTaken> {
        if s == crate::ids::DESK {
            Ok(Self::Desk)
        } else {
            ParticipantId::new(s).map(Self::Participant)
        }
    }
}

impl fmt::Display for Author {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Desk => f.write_str(crate::ids::DESK),
            Self::Representative(p, r) => write!(f, "{p}/{r}"),
        }
    }
}

impl FromStr for Author {
    type Err = NotTaken;
    fn from_str(s: &str) -> Result<Self, NotTaken> {
        if s == crate::ids::DESK {
            return Ok(Self::Desk);
        }
        let (p, r) = s
            .split_once('/')
            .ok_or(NotTaken::Form("who writes is given as desk, or as participant/representative, such as union/secretary"))?;
        Ok(Self::Representative(
            ParticipantId::new(p)?,
            RepresentativeId::new(r)?,
        ))
    }
}

macro_rules! as_string {
    ($name:ident, $about:literal) => {
        impl Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
                s.collect_str(self)
            }
        }
        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
                String::deserialize(d)?.parse().map_err(serde::de::Error::custom)
            }
        }
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }
            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "type": "string", "description": $about })
            }
        }
    };
}

as_string!(Speaker, "Whose words: desk, or the name of a participant.");
as_string!(Author, "Who writes: desk, or participant/representative.");
