//! Demands, part by part, and the answers to them: accepted, in part, declined, countered.
//! An answer may carry an undertaking of its own.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{
    decide::{Deciding, Outgoing, Refused},
    entry::Speaker,
    event::Event,
    ids::EntryRef,
    refusal::Reason,
    words::Wording,
};

/// Record a demand: what is asked for, in the words as given, and in parts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Demand {
    /// Who asks.
    pub from: Speaker,
    /// The words as given.
    pub words: Wording,
    /// Its parts, where it has several; each may be answered by itself.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<Wording>,
}

/// Record an answer to a demand of this room.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Answer {
    /// Who answers.
    pub from: Speaker,
    /// The demand.
    pub demand: EntryRef,
    /// The words as given.
    pub words: Wording,
    /// What becomes of each part.
    pub parts: Vec<PartAnswer>,
    /// What the answerer undertakes of its own, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub undertaking: Option<Wording>,
}

/// The answer to one part of a demand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct PartAnswer {
    /// Which part, from 1.
    pub part: u32,
    /// The answer.
    pub outcome: Outcome,
    /// In what words; for a counter, what is offered in its place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<Wording>,
}

/// What becomes of a part of a demand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// Accepted.
    Accepted,
    /// Accepted in part.
    InPart,
    /// Declined.
    Declined,
    /// Something else is offered in its place.
    Countered,
}

/// A demand, as one room knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DemandState {
    /// The entry.
    pub number: u64,
    /// Who asks.
    pub from: Speaker,
    /// Its parts; the whole words where it has only one.
    pub parts: Vec<Wording>,
    /// For each part the entry of the last answer, the answer and its words.
    pub answers: BTreeMap<u32, (u64, PartAnswer)>,
}

/// The demands of one room.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Demands {
    /// By entry.
    pub all: BTreeMap<u64, DemandState>,
}

impl DemandState {
    /// Whether a part has no answer yet.
    pub fn is_open(&self) -> bool {
        self.answers.len() < self.parts.len()
    }
}

impl Demands {
    pub(crate) fn make(&mut self, number: u64, from: &Speaker, words: &Wording, parts: &[Wording]) {
        let parts = if parts.is_empty() {
            vec![words.clone()]
        } else {
            parts.to_vec()
        };
        self.all.insert(
            number,
            DemandState {
                number,
                from: from.clone(),
                parts,
                answers: BTreeMap::new(),
            },
        );
    }

    pub(crate) fn answer(&mut self, number: u64, demand: &EntryRef, parts: &[PartAnswer]) {
        let Some(d) = self.all.get_mut(&demand.number) else {
            return;
        };
        for p in parts {
            d.answers.insert(p.part, (number, p.clone()));
        }
    }
}

pub(crate) fn demand(d: &Deciding<'_>, m: &Demand) -> Result<Vec<Outgoing>, Refused> {
    d.speaker(&m.from)?;
    d.here(Event::DemandMade(m.clone()))
}

pub(crate) fn answer(d: &Deciding<'_>, a: &Answer) -> Result<Vec<Outgoing>, Refused> {
    d.speaker(&a.from)?;
    d.in_this_room(&a.demand)?;
    let asked_by = check_parts(d, &a.demand, &a.parts)?;
    if asked_by == a.from {
        return d.refuse(Reason::AnswersItself {
            demand: a.demand.clone(),
        });
    }
    d.here(Event::AnswerGiven(a.clone()))
}

/// Checks that each part that is answered is one that was asked. Gives who asked.
pub(crate) fn check_parts(
    d: &Deciding<'_>,
    demand: &EntryRef,
    parts: &[PartAnswer],
) -> Result<Speaker, Refused> {
    let state = d
        .view
        .rooms
        .get(&demand.room)
        .and_then(|r| r.demands.all.get(&demand.number));
    let Some(state) = state else {
        return Err(d.refused(Reason::NotOfThatKind {
            entry: demand.clone(),
            kind: "demand",
        }));
    };
    if parts.is_empty() {
        return Err(d.refused(Reason::NothingGiven { what: "parts" }));
    }
    let asked = u32::try_from(state.parts.len()).unwrap_or(u32::MAX);
    for (i, p) in parts.iter().enumerate() {
        if parts.iter().skip(i + 1).any(|q| q.part == p.part) {
            return Err(d.refused(Reason::PartAnsweredTwice {
                part: p.part.to_string(),
            }));
        }
        if p.part == 0 || p.part > asked {
            return Err(d.refused(Reason::NoSuchPart {
                part: p.part,
                parts: asked,
            }));
        }
    }
    Ok(state.from.clone())
}
