//! The agreement: concluded when every required participant has accepted the same digest,
//! executable when all that it needs is in hand. These are two states. Announcements tell a room;
//! parameters are numbers and dates that stand once.

use std::collections::BTreeMap;

use record::Digest;
use serde::{Deserialize, Serialize};

use crate::{
    concerns::{
        acceptances::last_answer,
        custody::Step,
        decisions::{self, DecisionState},
    },
    decide::{Deciding, Outgoing, Refused},
    event::Event,
    ids::{EntryRef, ParameterId, ParticipantId, RequirementId, RoomName, TextId},
    refusal::Reason,
    time::{Instant, Moment},
    view::View,
    words::{Title, Wording},
};

/// Declare an agreement concluded, in the desk's own room.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Conclude {
    /// Which text.
    pub text: TextId,
    /// In which form.
    pub form: AgreementForm,
}

/// The form of an agreement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum AgreementForm {
    /// One text that all accepted.
    CommonText,
    /// A declaration by the intermediary, to which each adhered separately.
    Declaration,
}

/// An agreement, as the desk's room records it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Concluded {
    /// Which text.
    pub text: TextId,
    /// Its digest.
    pub digest: Digest,
    /// In which form.
    pub form: AgreementForm,
    /// The acceptances by which it was concluded.
    pub acceptances: Vec<EntryRef>,
}

/// Tell rooms something in the desk's own words, the same words in each.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Announce {
    /// Which rooms.
    pub rooms: Vec<RoomName>,
    /// What it is about, in a line.
    pub subject: Title,
    /// The words.
    pub words: Wording,
}

/// An announcement, as a room reads it. It does not say who else was told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Announced {
    /// What it is about.
    pub subject: Title,
    /// The words.
    pub words: Wording,
}

/// The desk's own note of whom it told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct AnnouncementMade {
    /// What it was about.
    pub subject: Title,
    /// Where it arrived.
    pub to: Vec<EntryRef>,
}

/// Name something that must be in hand before an agreement can be carried out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Require {
    /// Its short name.
    pub requirement: RequirementId,
    /// What kind of thing.
    pub kind: RequirementKind,
    /// What it is.
    pub what: Title,
    /// Who owes it; without it, the desk.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owed_by: Option<ParticipantId>,
    /// By when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Instant>,
}

/// What an agreement may need before it can be carried out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum RequirementKind {
    /// An annex.
    Annex,
    /// A list.
    List,
    /// A signature.
    Signature,
    /// A protocol of how it is done.
    Protocol,
    /// A time that must pass, such as one for challenge.
    Window,
    /// Something else.
    Other,
}

/// Record that a requirement is in hand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct MeetRequirement {
    /// Which.
    pub requirement: RequirementId,
    /// The entry that shows it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub with: Option<EntryRef>,
    /// How.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<Wording>,
}

/// Set a number or a date that stands once, or set it anew: the start, the number of a first group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct SetParameter {
    /// Its short name.
    pub parameter: ParameterId,
    /// What it is.
    pub name: Title,
    /// Its value.
    pub value: ParameterValue,
    /// Why it is set, or moved.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<Wording>,
}

/// A number or a date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ParameterValue {
    /// A number, with its unit in the parameter's name.
    Number(i64),
    /// A date or time, as precisely as it is set.
    Date(Moment),
}

/// A requirement and whether it is in hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequirementState {
    /// The entry that named it.
    pub number: u64,
    /// What it is.
    pub requirement: Require,
    /// The entry that met it.
    pub met: Option<u64>,
}

/// The agreement, as the desk's room records it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Agreement {
    /// What was concluded first: the entry, when it was learnt, and the agreement.
    pub concluded: Option<(u64, Instant, Concluded)>,
    /// Every agreement that was concluded, by its text: this one, and side letters.
    pub all: BTreeMap<TextId, (u64, Instant, Concluded)>,
    /// What it needs.
    pub requirements: BTreeMap<RequirementId, RequirementState>,
    /// Every value of every parameter in the order of the log: entry, when, value.
    pub parameters: BTreeMap<ParameterId, Vec<(u64, Moment, SetParameter)>>,
    /// Announcements by entry.
    pub announcements: BTreeMap<u64, AnnouncementMade>,
}

/// Something that a person ought to know before an agreement is declared, and that does not stand
/// in the way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Caution {
    /// A decision on which an acceptance rests may still be challenged, until then.
    ChallengeOpen(EntryRef, Instant),
    /// The text that was accepted was never read back.
    NotReadBack(EntryRef),
    /// What was last read back differs from what was put.
    ReadBackDiffers(EntryRef),
}

/// What to know before an agreement on a text is declared, or acted on.
pub fn cautions(view: &View, id: &TextId, at: Instant) -> Vec<Caution> {
    let mut all = Vec::new();
    for (_, accepted) in acceptances(view, id) {
        let Some((entry, digest)) = accepted else {
            continue;
        };
        let Some(room) = view.rooms.get(&entry.room) else {
            continue;
        };
        let here = |number| EntryRef::new(entry.room.clone(), number);
        let open = |d: &&DecisionState| {
            d.approves == Some(digest) && d.decision.challenge_until.is_some_and(|until| at < until)
        };
        for d in room.decisions.all.values().filter(open) {
            let until = d.decision.challenge_until.unwrap_or(at);
            all.push(Caution::ChallengeOpen(here(d.number), until));
        }
        if let Some(answer) = room.acceptances.all.get(&entry.number) {
            if room.custodies.clarification_open(answer.offer) {
                all.push(Caution::ReadBackDiffers(here(answer.offer)));
            } else if !room.custodies.has(answer.offer, Step::ReadBack) {
                all.push(Caution::NotReadBack(here(answer.offer)));
            }
        }
    }
    all
}

impl Agreement {
    /// The agreement that was concluded on a text: the entry, when it was learnt, and what.
    pub fn on(&self, text: &TextId) -> Option<&(u64, Instant, Concluded)> {
        self.all.get(text)
    }

    /// Whether an agreement was concluded by an acceptance.
    pub fn rests_on(&self, acceptance: &EntryRef) -> bool {
        self.all
            .values()
            .any(|(_, _, c)| c.acceptances.contains(acceptance))
    }

    /// What is missing before what was concluded can be carried out.
    pub fn missing(&self) -> impl Iterator<Item = &RequirementState> {
        self.requirements.values().filter(|r| r.met.is_none())
    }

    /// Concluded, and nothing missing.
    pub fn is_executable(&self) -> bool {
        self.concluded.is_some() && self.missing().next().is_none()
    }

    pub(crate) fn conclude(&mut self, number: u64, learnt: Instant, c: &Concluded) {
        let all = (number, learnt, c.clone());
        self.all.entry(c.text.clone()).or_insert(all);
        self.concluded
            .get_or_insert_with(|| (number, learnt, c.clone()));
    }

    pub(crate) fn require(&mut self, number: u64, r: &Require) {
        let state = RequirementState {
            number,
            requirement: r.clone(),
            met: None,
        };
        self.requirements.insert(r.requirement.clone(), state);
    }

    pub(crate) fn meet(&mut self, number: u64, m: &MeetRequirement) {
        if let Some(r) = self.requirements.get_mut(&m.requirement) {
            r.met.get_or_insert(number);
        }
    }

    pub(crate) fn set(&mut self, number: u64, when: Moment, p: &SetParameter) {
        self.parameters
            .entry(p.parameter.clone())
            .or_default()
            .push((number, when, p.clone()));
    }

    pub(crate) fn announced(&mut self, number: u64, a: &AnnouncementMade) {
        self.announcements.insert(number, a.clone());
    }
}

/// Where each required participant stands on a text: its acceptance of the words last put to it,
/// if that is its last answer. All rooms in which it sits are looked at together.
pub fn acceptances(view: &View, id: &TextId) -> Vec<(ParticipantId, Option<(EntryRef, Digest)>)> {
    let rules = view.desk.opening.rules.as_ref();
    let required = rules.map(|r| r.required.as_slice()).unwrap_or_default();
    required
        .iter()
        .map(|p| (p.clone(), last_acceptance(view, p, id)))
        .collect()
}

fn last_acceptance(view: &View, p: &ParticipantId, id: &TextId) -> Option<(EntryRef, Digest)> {
    let versions = view.rooms_of(p).filter_map(|r| r.texts.latest(id));
    let newest = versions.max_by_key(|v| (v.learnt, v.number))?;
    let (room, last) = last_answer(view.rooms_of(p), p, id)?;
    // Whoever accepted an old text has not accepted the one put since.
    let digest = last.accepted.filter(|d| *d == newest.digest)?;
    Some((EntryRef::new(room.name.clone(), last.number), digest))
}

pub(crate) fn conclude(d: &Deciding<'_>, c: &Conclude) -> Result<Vec<Outgoing>, Refused> {
    if d.view.desk.agreement.on(&c.text).is_some() {
        return d.refuse(Reason::AlreadyConcluded);
    }
    if !d.room()?.texts.ids().contains(&c.text) {
        return d.refuse(Reason::NoSuchName {
            name: c.text.to_string(),
            kind: "text",
        });
    }
    let all = acceptances(d.view, &c.text);
    if all.is_empty() {
        return d.refuse(Reason::NoGroundRules);
    }
    let mut digest = None;
    let mut entries = Vec::new();
    for (p, accepted) in all {
        let Some((entry, named)) = accepted else {
            return d.refuse(Reason::NotAcceptedBy {
                participant: d.participant(&p)?.name.to_string(),
            });
        };
        if digest.is_some_and(|first| first != named) {
            return d.refuse(Reason::DifferentTexts);
        }
        still_stands(d, &p, &c.text, named, &entry)?;
        digest = Some(named);
        entries.push(entry);
    }
    let Some(digest) = digest else {
        return d.refuse(Reason::NoGroundRules);
    };
    d.here(Event::Concluded(Concluded {
        text: c.text.clone(),
        digest,
        form: c.form,
        acceptances: entries,
    }))
}

/// What an acceptance rested on must stand when the agreement is concluded: the approval of every
/// body that must give one, and the offer that was accepted.
fn still_stands(
    d: &Deciding<'_>,
    p: &ParticipantId,
    text: &TextId,
    digest: Digest,
    accepted: &EntryRef,
) -> Result<(), Refused> {
    let rooms: Vec<_> = d.view.rooms_of(p).collect();
    if let Some((body, last)) = decisions::approval_missing(&rooms, p, text, digest) {
        return d.refuse(match last {
            Some(entry) => Reason::ApprovedOtherWords {
                body: body.name.to_string(),
                entry,
            },
            None => Reason::ApprovalMissing {
                body: body.name.to_string(),
            },
        });
    }
    let room = d.view.rooms.get(&accepted.room);
    let version = room.and_then(|r| {
        let offer = r.acceptances.all.get(&accepted.number)?.offer;
        r.texts.versions.get(&offer)
    });
    match version {
        Some(v) if v.withdrawn.is_some() => d.refuse(Reason::OfferWithdrawn {
            entry: EntryRef::new(accepted.room.clone(), v.number),
        }),
        _ => Ok(()),
    }
}

pub(crate) fn announce(d: &Deciding<'_>, a: &Announce) -> Result<Vec<Outgoing>, Refused> {
    if a.rooms.is_empty() {
        return d.refuse(Reason::NothingGiven { what: "rooms" });
    }
    let mut out = Vec::new();
    let mut to = Vec::new();
    for (i, room) in a.rooms.iter().enumerate() {
        let twice = a.rooms.iter().skip(i + 1).any(|r| r == room);
        if room.is_desk() || twice || !d.view.rooms.contains_key(room) {
            return d.refuse(Reason::NoSuchRoom {
                room: room.to_string(),
            });
        }
        to.push(d.next_in(room)?);
        let told = Announced {
            subject: a.subject.clone(),
            words: a.words.clone(),
        };
        out.push(d.in_room(room, Event::Announced(told)));
    }
    out.push(d.in_desk_room(Event::AnnouncementMade(AnnouncementMade {
        subject: a.subject.clone(),
        to,
    })));
    Ok(out)
}

pub(crate) fn require(d: &Deciding<'_>, r: &Require) -> Result<Vec<Outgoing>, Refused> {
    if d.view
        .desk
        .agreement
        .requirements
        .contains_key(&r.requirement)
    {
        return d.refuse(Reason::NameTaken {
            name: r.requirement.to_string(),
        });
    }
    if let Some(p) = &r.owed_by {
        d.participant(p)?;
    }
    d.here(Event::RequirementSet(r.clone()))
}

pub(crate) fn meet_requirement(
    d: &Deciding<'_>,
    m: &MeetRequirement,
) -> Result<Vec<Outgoing>, Refused> {
    if let Some(with) = &m.with {
        d.entry(with)?;
    }
    match d.view.desk.agreement.requirements.get(&m.requirement) {
        // A window is in hand when it has passed, and not before.
        Some(r)
            if r.requirement.kind == RequirementKind::Window
                && r.requirement
                    .due
                    .is_some_and(|due| d.submission.learnt < due) =>
        {
            d.refuse(Reason::WindowStillOpen {
                entry: EntryRef::new(RoomName::desk(), r.number),
            })
        }
        Some(r) if r.met.is_none() => d.here(Event::RequirementMet(m.clone())),
        Some(r) => d.refuse(Reason::AlreadyEnded {
            entry: EntryRef::new(RoomName::desk(), r.number),
        }),
        None => d.refuse(Reason::NoSuchName {
            name: m.requirement.to_string(),
            kind: "requirement",
        }),
    }
}

pub(crate) fn set_parameter(d: &Deciding<'_>, p: &SetParameter) -> Result<Vec<Outgoing>, Refused> {
    d.here(Event::ParameterSet(p.clone()))
}
