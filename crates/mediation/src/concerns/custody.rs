//! Custody of what was carried: handed over, delivered, read back; each step with who, when and
//! what was read. A read-back that differs opens a clarification.

use std::collections::BTreeMap;

use record::Digest;
use serde::{Deserialize, Serialize};

use crate::{
    concerns::acceptances::DigestNamed,
    decide::{Deciding, Outgoing, Refused},
    entry::Sequence,
    event::Event,
    ids::EntryRef,
    refusal::Reason,
    time::{Instant, Moment},
    words::{Title, Wording},
};

/// Record a step in the custody of something that was carried into this room; in the desk's own
/// room, of a station that the words passed on their way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Custody {
    /// The entry that arrived here; in the desk's room, the entry of the crossing.
    pub of: EntryRef,
    /// Which step.
    pub step: Step,
    /// Who has it, or who read it back.
    pub who: Title,
    /// How: sealed, by hand, by telephone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub how: Option<Title>,
    /// The digest as it was read out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub digest: Option<DigestNamed>,
    /// The words as they were read back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<Wording>,
}

/// A step in custody.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Step {
    /// Handed to whoever carries it.
    HandedOver,
    /// It reached whom it was for.
    Delivered,
    /// It was read back to the desk.
    ReadBack,
}

/// Whether what was read back is what was sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Comparison {
    /// It is the same.
    Same,
    /// It differs.
    Differs,
    /// Nothing was read that could be compared.
    NotCompared,
}

/// A step, as the record keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct CustodyStep {
    /// What was carried.
    pub of: EntryRef,
    /// Which step.
    pub step: Step,
    /// Who.
    pub who: Title,
    /// How.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub how: Option<Title>,
    /// The digest of what was sent.
    pub sent: Digest,
    /// The digest as it was read out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub digest: Option<DigestNamed>,
    /// The words as they were read back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<Wording>,
    /// Whether they are the same.
    pub comparison: Comparison,
}

/// A step taken, with its entry and time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepTaken {
    /// The entry.
    pub number: u64,
    /// When.
    pub when: Moment,
    /// When it was learnt.
    pub learnt: Instant,
    /// Its place among the steps.
    pub at: Sequence,
    /// The step.
    pub step: CustodyStep,
}

/// Custody in one room, by the entry that was carried.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Custodies {
    /// The steps in order.
    pub steps: BTreeMap<u64, Vec<StepTaken>>,
}

impl Custodies {
    /// The steps taken with what was carried in an entry.
    pub fn of(&self, entry: u64) -> &[StepTaken] {
        self.steps.get(&entry).map_or(&[], Vec::as_slice)
    }

    /// Whether a step was taken.
    pub fn has(&self, entry: u64, step: Step) -> bool {
        self.of(entry).iter().any(|s| s.step.step == step)
    }

    /// Whether the last read-back differs from what was sent: a clarification is open.
    pub fn clarification_open(&self, entry: u64) -> bool {
        let read = self.of(entry).iter();
        let read = read.filter(|s| s.step.step == Step::ReadBack);
        let last = read.max_by_key(|s| s.at);
        last.is_some_and(|s| s.step.comparison == Comparison::Differs)
    }

    pub(crate) fn step(&mut self, taken: StepTaken) {
        self.steps
            .entry(taken.step.of.number)
            .or_default()
            .push(taken);
    }
}

pub(crate) fn custody(d: &Deciding<'_>, c: &Custody) -> Result<Vec<Outgoing>, Refused> {
    let body = d.in_this_room(&c.of)?;
    let not_carried = || {
        d.refused(Reason::NotOfThatKind {
            entry: c.of.clone(),
            kind: "relay",
        })
    };
    // What was sent, and the words of it that can be read back; a text is read back by its digest.
    let (sent, said) = match &body.event {
        Event::Conveyed(k) => (Digest::of(k.words.as_str().as_bytes()), Some(&k.words)),
        Event::DraftPut(p) => (p.digest, None),
        Event::Relayed(r) => {
            let words = d.entry(&r.to)?.event.words().ok_or_else(not_carried)?;
            (Digest::of(words.as_str().as_bytes()), Some(words))
        }
        _ => return Err(not_carried()),
    };
    let custodies = &d.room()?.custodies;
    let on_the_way = matches!(body.event, Event::Relayed(_));
    if c.step == Step::ReadBack && !on_the_way && !custodies.has(c.of.number, Step::Delivered) {
        return d.refuse(Reason::NotDelivered {
            entry: c.of.clone(),
        });
    }
    let words = match (&c.words, said) {
        (Some(read), Some(said)) => Some(read.same_words(said)),
        _ => None,
    };
    let digest = c.digest.as_ref().map(|n| n.names(&sent));
    let comparison = match (words, digest) {
        (Some(false), _) | (_, Some(false)) => Comparison::Differs,
        (Some(true), _) | (_, Some(true)) => Comparison::Same,
        (None, None) => Comparison::NotCompared,
    };
    if c.step == Step::ReadBack && comparison == Comparison::NotCompared {
        return d.refuse(if c.words.is_some() {
            Reason::TextReadBackByItsDigest
        } else {
            Reason::NothingReadBack
        });
    }
    d.here(Event::CustodyStep(Box::new(CustodyStep {
        of: c.of.clone(),
        step: c.step,
        who: c.who.clone(),
        how: c.how.clone(),
        sent,
        digest: c.digest.clone(),
        words: c.words.clone(),
        comparison,
    })))
}
