//! What a body decided on a version put to its participant: approved, approved with
//! modifications, which makes another text, or refused; with votes, and a window for challenge.

use std::collections::BTreeMap;

use record::Digest;
use serde::{Deserialize, Serialize};

use crate::{
    concerns::{
        people::{Act, AddBody, DecisionRule, People, Weight},
        texts::{self, Texts},
    },
    decide::{Deciding, Outgoing, Refused},
    entry::{Body, Sequence},
    event::Event,
    ids::{BodyId, EntryRef, ParticipantId, TextId},
    refusal::Reason,
    text::{Change, Text},
    time::Instant,
    view::Room,
    words::{Title, Wording},
};

/// Record a body's decision on a version put to this room.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct RecordDecision {
    /// Which body.
    pub body: BodyId,
    /// The entry that put the version on which it decided.
    pub on: EntryRef,
    /// What it decided.
    pub outcome: DecisionOutcome,
    /// The votes, where they are known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub votes: Option<Votes>,
    /// Until when it may be challenged.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub challenge_until: Option<Instant>,
    /// What the decision has annexed to it, and for whom.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub annexes: Vec<DecisionAnnex>,
    /// Its words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<Wording>,
}

/// What a body decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum DecisionOutcome {
    /// These words.
    Approved,
    /// Other words: they make another text, which whoever accepted this one has not accepted.
    ApprovedWithModifications(Vec<Change>),
    /// Not these words.
    Refused,
}

/// Votes as they were told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Votes {
    /// For.
    #[serde(rename = "for")]
    pub in_favour: u32,
    /// Against.
    #[serde(default)]
    pub against: u32,
    /// Abstaining, where that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub abstained: Option<u32>,
}

/// Something annexed to a decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct DecisionAnnex {
    /// What it is.
    pub title: Title,
    /// Who may read it, in words.
    pub audience: Title,
}

/// A decision with its entry and the digest of the text that it stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecisionState {
    /// The entry.
    pub number: u64,
    /// Its place among the body's decisions.
    pub at: Sequence,
    /// The participant whose body it is.
    pub participant: Option<ParticipantId>,
    /// What was decided.
    pub decision: RecordDecision,
    /// The text of which it was a decision.
    pub id: Option<TextId>,
    /// The digest of the words that it approves: those put, or those that it made.
    pub approves: Option<Digest>,
}

/// The decisions of one room.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Decisions {
    /// By entry.
    pub all: BTreeMap<u64, DecisionState>,
}

impl Votes {
    /// Whether so many carry under a rule; `None` when the rule does not say.
    pub fn carry(&self, rule: DecisionRule) -> Option<bool> {
        let (f, a) = (u64::from(self.in_favour), u64::from(self.against));
        match rule {
            DecisionRule::Majority => Some(f > a),
            DecisionRule::TwoThirds => Some(f * 3 >= (f + a) * 2 && f > 0),
            DecisionRule::Unanimity => Some(f > 0 && a == 0),
            DecisionRule::Head | DecisionRule::NotKnown => None,
        }
    }

    /// How many took part.
    pub fn present(&self) -> u64 {
        u64::from(self.in_favour) + u64::from(self.against) + u64::from(self.abstained.unwrap_or(0))
    }
}

impl Decisions {
    /// The last decision on a text of a participant's body. Another participant may have a body of
    /// the same short name.
    pub fn last_of(
        &self,
        participant: &ParticipantId,
        body: &BodyId,
        id: &TextId,
    ) -> Option<&DecisionState> {
        let own = |d: &&DecisionState| {
            d.participant.as_ref() == Some(participant)
                && d.decision.body == *body
                && d.id.as_ref() == Some(id)
        };
        self.all.values().filter(own).max_by_key(|d| d.at)
    }

    /// The text that a decision with modifications made.
    pub fn text_made(&self, number: u64, texts: &Texts) -> Option<Text> {
        let d = self.all.get(&number)?;
        let DecisionOutcome::ApprovedWithModifications(changes) = &d.decision.outcome else {
            return None;
        };
        texts
            .versions
            .get(&d.decision.on.number)?
            .text
            .changed(changes)
            .ok()
    }

    pub(crate) fn decide(
        &mut self,
        number: u64,
        body: &Body,
        r: &RecordDecision,
        people: &People,
        texts: &Texts,
    ) {
        let on = texts.versions.get(&r.on.number);
        let approves = match &r.outcome {
            DecisionOutcome::Approved => on.map(|v| v.digest),
            DecisionOutcome::ApprovedWithModifications(changes) => on
                .and_then(|v| v.text.changed(changes).ok())
                .map(|t| t.digest()),
            DecisionOutcome::Refused => None,
        };
        let id = on.map(|v| v.id.clone());
        self.all.insert(
            number,
            DecisionState {
                number,
                at: body.sequence(number),
                participant: people.bodies.get(&r.body).map(|b| b.participant.clone()),
                decision: r.clone(),
                id,
                approves,
            },
        );
    }
}

pub(crate) fn record_decision(
    d: &Deciding<'_>,
    r: &RecordDecision,
) -> Result<Vec<Outgoing>, Refused> {
    let room = d.room()?;
    let Some(body) = room.people.bodies.get(&r.body) else {
        return d.refuse(Reason::NoSuchName {
            name: r.body.to_string(),
            kind: "body",
        });
    };
    d.seated(&body.participant)?;
    d.in_this_room(&r.on)?;
    let version = texts::version(d, &r.on)?;
    if version
        .put_from()
        .is_some_and(|from| d.happened_by() < from)
    {
        return d.refuse(Reason::NotPutYet {
            entry: r.on.clone(),
        });
    }
    d.acts_for(&body.participant, None, Act::Speak, Some(&version.id))?;
    match &r.outcome {
        DecisionOutcome::ApprovedWithModifications(changes) => {
            let made = version.text.changed(changes).map_err(|why| {
                d.refused(Reason::TextNotWhole {
                    why: why.to_string(),
                })
            })?;
            if made.digest() == version.digest {
                return d.refuse(Reason::NothingGiven {
                    what: "approved-with-modifications",
                });
            }
        }
        DecisionOutcome::Approved | DecisionOutcome::Refused => {}
    }
    if let Some(votes) = &r.votes {
        check_votes(d, body, votes, &r.outcome)?;
    }
    let mut decided = r.clone();
    // Where a body's decisions may be challenged, so may this one, unless another time was told.
    if let (None, Some(hours), false) = (
        decided.challenge_until,
        body.challenge_hours,
        matches!(r.outcome, DecisionOutcome::Refused),
    ) {
        decided.challenge_until = Some(d.happened_by().plus(hours));
    }
    d.here(Event::BodyDecided(Box::new(decided)))
}

fn check_votes(
    d: &Deciding<'_>,
    body: &AddBody,
    votes: &Votes,
    outcome: &DecisionOutcome,
) -> Result<(), Refused> {
    let present = votes.present();
    if body.members.is_some_and(|m| present > u64::from(m)) {
        return d.refuse(Reason::VotesAboveMembers { votes: present });
    }
    if body.quorum.is_some_and(|q| present < u64::from(q)) {
        return d.refuse(Reason::BelowQuorum { votes: present });
    }
    let approved = !matches!(outcome, DecisionOutcome::Refused);
    match votes.carry(body.rule) {
        Some(carried) if carried != approved => d.refuse(Reason::VotesDoNotCarry {
            body: body.name.to_string(),
        }),
        _ => Ok(()),
    }
}

/// A body of a participant that must approve and whose last decision does not stand for these
/// words, with the entry of that decision. All rooms in which the participant sits are looked at:
/// a body that is named in one binds in each.
pub(crate) fn approval_missing<'a>(
    rooms: &[&'a Room],
    participant: &ParticipantId,
    id: &TextId,
    digest: Digest,
) -> Option<(&'a AddBody, Option<EntryRef>)> {
    let bodies = rooms.iter().flat_map(|r| r.people.bodies.values());
    let must = bodies.filter(|b| b.participant == *participant && b.weight == Weight::MustApprove);
    must.map(|b| {
        (
            b,
            last_decision(rooms.iter().copied(), participant, &b.body, id),
        )
    })
    .find(|(_, last)| last.as_ref().and_then(|(_, d)| d.approves) != Some(digest))
    .map(|(b, last)| {
        (
            b,
            last.map(|(room, d)| EntryRef::new(room.name.clone(), d.number)),
        )
    })
}

/// The last decision on a text of a participant's body, in whichever room it stands.
pub(crate) fn last_decision<'a>(
    rooms: impl Iterator<Item = &'a Room>,
    participant: &ParticipantId,
    body: &BodyId,
    id: &TextId,
) -> Option<(&'a Room, &'a DecisionState)> {
    rooms
        .filter_map(|r| Some((r, r.decisions.last_of(participant, body, id)?)))
        .max_by_key(|(_, d)| d.at)
}
