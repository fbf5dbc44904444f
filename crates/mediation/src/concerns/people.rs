//! Who acts for a participant, under which mandate, and which bodies must approve.

use std::collections::BTreeMap;

use record::keys::DeskPublicKey;
use serde::{Deserialize, Serialize};

use crate::{
    decide::{Deciding, Outgoing, Refused},
    entry::Body,
    event::Event,
    ids::{BodyId, EntryRef, ParticipantId, RepresentativeId, TextId},
    refusal::Reason,
    time::{Hours, Instant},
    words::{Title, Wording},
};

/// Name a person, or an office, that acts for a participant in this room.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct AddRepresentative {
    /// The short name in this case.
    pub representative: RepresentativeId,
    /// For which participant.
    pub participant: ParticipantId,
    /// The name, or the office.
    pub name: Title,
    /// What the person is.
    pub role: Role,
    /// What the person is for, in a line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Title>,
    /// Whether the person is real or invented for a demonstration.
    #[serde(default, skip_serializing_if = "Origin::is_real")]
    pub origin: Origin,
    /// The person's own public key for signing, as OpenSSH writes one: `ssh-ed25519 AAAA…`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<Wording>,
}

/// Whether a person is real or invented.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Origin {
    /// As reported.
    #[default]
    Real,
    /// Invented, and marked so wherever the name stands.
    Invented,
}

impl Origin {
    #[expect(
        clippy::trivially_copy_pass_by_ref,
        reason = "serde calls it with a reference"
    )]
    fn is_real(&self) -> bool {
        matches!(self, Self::Real)
    }
}

/// What a representative is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Decides.
    Principal,
    /// Sent by a principal.
    Envoy,
    /// Delegated to negotiate.
    Delegate,
    /// Advises.
    Adviser,
    /// Is spoken with, and passes on.
    Interlocutor,
}

/// Record a mandate: what a representative may do, on what, until when, and who confirmed it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct RecordMandate {
    /// Whose mandate.
    pub representative: RepresentativeId,
    /// What the person may do; each act is named.
    pub may: Vec<Act>,
    /// On which text only; without it, on all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<TextId>,
    /// Limits, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limits: Option<Wording>,
    /// Until when; without it, until it is ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Instant>,
    /// The instrument: a letter, a decree, a call.
    pub instrument: Title,
    /// Who confirmed it.
    pub confirmed_by: Title,
}

/// What a mandate may cover.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Act {
    /// Speak for the participant.
    Speak,
    /// Negotiate.
    Negotiate,
    /// Agree, subject to confirmation by somebody who may bind.
    AgreeAdReferendum,
    /// Bind the participant.
    Bind,
}

impl Act {
    /// The word by which it is written.
    pub fn word(self) -> &'static str {
        match self {
            Self::Speak => "speak",
            Self::Negotiate => "negotiate",
            Self::AgreeAdReferendum => "agree ad referendum",
            Self::Bind => "bind",
        }
    }
}

/// End a mandate before its time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct EndMandate {
    /// The entry that recorded the mandate.
    pub mandate: EntryRef,
    /// Why it ended.
    pub why: Wording,
}

/// Name a body that approves for a participant: a cabinet, a council, a vote of members.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct AddBody {
    /// The body's short name.
    pub body: BodyId,
    /// For which participant.
    pub participant: ParticipantId,
    /// Its name in full.
    pub name: Title,
    /// What its approval is for.
    pub weight: Weight,
    /// How it decides.
    pub rule: DecisionRule,
    /// How many members it has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub members: Option<u32>,
    /// How many must be present.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quorum: Option<u32>,
    /// For how long its decision may be challenged.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub challenge_hours: Option<Hours>,
}

/// What a body's approval is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Weight {
    /// Without it the participant cannot accept.
    MustApprove,
    /// It is heard.
    Advises,
}

/// How a body decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum DecisionRule {
    /// More than half of the votes.
    Majority,
    /// Two thirds of the votes.
    TwoThirds,
    /// All.
    Unanimity,
    /// One person, after hearing the others.
    Head,
    /// Not known to the desk.
    NotKnown,
}

/// A representative, as one room knows the person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Representative {
    /// The entry that named the person.
    pub number: u64,
    /// What it says.
    pub person: AddRepresentative,
}

/// A mandate, as one room knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mandate {
    /// The entry that recorded it.
    pub number: u64,
    /// What it says.
    pub terms: RecordMandate,
    /// From when; `None` where it is not known when it was given.
    pub from: Option<Instant>,
    /// The entry that ended it, and the moment from which it can have been at an end; `None` where
    /// the words set no bound, so that it may never have stood.
    pub ended: Option<(u64, Option<Instant>)>,
}

/// The people of one room.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct People {
    /// Who acts for a participant here.
    pub representatives: BTreeMap<RepresentativeId, Representative>,
    /// Their mandates by entry.
    pub mandates: BTreeMap<u64, Mandate>,
    /// The bodies that approve.
    pub bodies: BTreeMap<BodyId, AddBody>,
}

impl Mandate {
    /// Whether it stood at a time: given, not run out, not ended.
    pub fn stands(&self, at: Instant) -> bool {
        self.from.is_none_or(|from| from <= at)
            && self.terms.until.is_none_or(|until| at <= until)
            && self
                .ended
                .is_none_or(|(_, ended)| ended.is_some_and(|ended| at < ended))
    }

    /// Whether it covers an act on a text at a time.
    pub fn covers(&self, act: Act, text: Option<&TextId>, at: Instant) -> bool {
        self.stands(at)
            && self.terms.may.contains(&act)
            && match (&self.terms.on, text) {
                (None, _) => true,
                (Some(on), Some(text)) => on == text,
                (Some(_), None) => false,
            }
    }
}

impl People {
    /// The representatives of a participant, in the order in which they were named.
    pub fn of(&self, p: &ParticipantId) -> Vec<&Representative> {
        let mut all: Vec<_> = self
            .representatives
            .values()
            .filter(|r| r.person.participant == *p)
            .collect();
        all.sort_by_key(|r| r.number);
        all
    }

    /// A representative's mandates that have not ended and not run out.
    pub fn standing_mandates<'a>(
        &'a self,
        r: &'a RepresentativeId,
        at: Instant,
    ) -> impl Iterator<Item = &'a Mandate> + 'a {
        let own = move |m: &&Mandate| m.terms.representative == *r && m.stands(at);
        self.mandates.values().filter(own)
    }

    /// Whether anybody may do this for a participant.
    pub fn anybody_may(&self, act: Act, p: &ParticipantId, text: &TextId, at: Instant) -> bool {
        self.of(p).iter().any(|r| {
            self.mandates.values().any(|m| {
                m.terms.representative == r.person.representative && m.covers(act, Some(text), at)
            })
        })
    }

    pub(crate) fn add(&mut self, number: u64, person: &AddRepresentative) {
        self.representatives.insert(
            person.representative.clone(),
            Representative {
                number,
                person: person.clone(),
            },
        );
    }

    pub(crate) fn record_mandate(&mut self, number: u64, body: &Body, terms: &RecordMandate) {
        self.mandates.insert(
            number,
            Mandate {
                number,
                terms: terms.clone(),
                from: body.happened_from(),
                ended: None,
            },
        );
    }

    pub(crate) fn end_mandate(&mut self, number: u64, body: &Body, e: &EndMandate) {
        if let Some(m) = self.mandates.get_mut(&e.mandate.number) {
            m.ended.get_or_insert((number, body.earliest()));
        }
    }

    pub(crate) fn add_body(&mut self, b: &AddBody) {
        self.bodies.insert(b.body.clone(), b.clone());
    }
}

pub(crate) fn add_representative(
    d: &Deciding<'_>,
    r: &AddRepresentative,
) -> Result<Vec<Outgoing>, Refused> {
    let room = d.room()?;
    d.seated(&r.participant)?;
    if room.people.representatives.contains_key(&r.representative) {
        return d.refuse(Reason::NameTaken {
            name: r.representative.to_string(),
        });
    }
    if let Some(key) = &r.key
        && DeskPublicKey::from_openssh(key.as_str().trim()).is_err()
    {
        return d.refuse(Reason::KeyNotTaken);
    }
    d.here(Event::RepresentativeAdded(r.clone()))
}

pub(crate) fn record_mandate(
    d: &Deciding<'_>,
    m: &RecordMandate,
) -> Result<Vec<Outgoing>, Refused> {
    d.representative(&m.representative)?;
    if m.may.is_empty() {
        return d.refuse(Reason::NothingGiven { what: "may" });
    }
    d.here(Event::MandateRecorded(m.clone()))
}

pub(crate) fn end_mandate(d: &Deciding<'_>, e: &EndMandate) -> Result<Vec<Outgoing>, Refused> {
    let room = d.room()?;
    d.in_this_room(&e.mandate)?;
    match room.people.mandates.get(&e.mandate.number) {
        Some(m) if m.ended.is_none() => d.here(Event::MandateEnded(e.clone())),
        Some(_) => d.refuse(Reason::AlreadyEnded {
            entry: e.mandate.clone(),
        }),
        None => d.refuse(Reason::NotOfThatKind {
            entry: e.mandate.clone(),
            kind: "mandate",
        }),
    }
}

pub(crate) fn add_body(d: &Deciding<'_>, b: &AddBody) -> Result<Vec<Outgoing>, Refused> {
    d.seated(&b.participant)?;
    if d.room()?.people.bodies.contains_key(&b.body) {
        return d.refuse(Reason::NameTaken {
            name: b.body.to_string(),
        });
    }
    if let (Some(members), Some(quorum)) = (b.members, b.quorum)
        && quorum > members
    {
        return d.refuse(Reason::QuorumAboveMembers { quorum, members });
    }
    d.here(Event::BodyAdded(b.clone()))
}
