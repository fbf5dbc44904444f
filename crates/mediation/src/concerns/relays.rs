//! Relays: the desk carrying words from one room to another. The default is to keep: every
//! crossing names the exact words, is checked against the terms under which they were given, and
//! is recorded with both ends in the desk's room only. What arrives names no source, unless the
//! terms allow attribution and the desk chooses it.

use std::collections::{BTreeMap, BTreeSet};

use record::Digest;
use serde::{Deserialize, Serialize};

use crate::{
    concerns::{
        demands::{self, PartAnswer},
        messages::RequestFor,
        opening::Clearance,
        provenance::{self, Bound, Makes},
    },
    decide::{Deciding, Outgoing, Refused},
    entry::Terms,
    event::Event,
    ids::{EntryRef, OfficerId, RoomName},
    refusal::Reason,
    time::Instant,
    view::Room,
    words::{Said, Title, Wording},
};

/// Carry words to the room named in `room`. Where the ground rules ask for two officers, use
/// `propose-relay` and `clear-relay` instead.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Relay {
    /// The entries from which the words come; none where they are the desk's own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub from: Vec<EntryRef>,
    /// The exact words that the other side will read.
    pub words: Wording,
    /// In whose voice.
    pub voice: Voice,
    /// What it is, over there.
    #[serde(rename = "as", default, skip_serializing_if = "ConveyedAs::is_message")]
    pub conveyed_as: ConveyedAs,
    /// The stations that the words passed, where they came by several hands.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub route: Vec<Title>,
}

/// Propose a relay for a second officer to clear. Nothing crosses yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct ProposeRelay {
    /// To which room.
    pub to: RoomName,
    /// The relay as it will be carried out.
    pub relay: Relay,
    /// Who proposes it.
    pub officer: OfficerId,
    /// That officer's own code. It is not kept: only a signature made with it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<Title>,
    /// In place of a code: the signature that an export wrote.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signature: Option<Wording>,
}

/// A proposal, as the record keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct RelayProposed {
    /// To which room.
    pub to: RoomName,
    /// The relay as it will be carried out.
    pub relay: Relay,
    /// Who proposed it.
    pub officer: OfficerId,
    /// That officer's signature under [`proposal_statement`].
    pub signature: Wording,
}

/// Clear a proposed relay, as another officer than the one who proposed it. It crosses at once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct ClearRelay {
    /// The entry that proposed it.
    pub proposal: EntryRef,
    /// Who clears it.
    pub officer: OfficerId,
    /// That officer's own code. It is not kept: only a signature made with it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<Title>,
    /// In place of a code: the signature that an export wrote.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signature: Option<Wording>,
}

/// Decline a proposed relay.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct DeclineRelay {
    /// The entry that proposed it.
    pub proposal: EntryRef,
    /// Who declines it.
    pub officer: OfficerId,
    /// Why.
    pub why: Wording,
}

/// In whose voice words arrive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Voice {
    /// As the words of whoever spoke them, by name.
    Attributed,
    /// Nobody's, for talking about.
    NonPaper,
    /// The mediator's own proposal.
    Proposal,
}

/// What relayed words are in the room where they arrive.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ConveyedAs {
    /// Something said.
    #[default]
    Message,
    /// A demand, in parts.
    Demand(Vec<Wording>),
    /// An answer to a demand of that room.
    Answer {
        /// The demand.
        demand: EntryRef,
        /// The answer to each part.
        parts: Vec<PartAnswer>,
    },
    /// A request.
    Request {
        /// For what.
        what: RequestFor,
        /// By when.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        due: Option<Instant>,
    },
}

/// Words as they arrive in a room. There is no field for where they came from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Conveyed {
    /// The words.
    pub words: Wording,
    /// In whose voice.
    pub voice: Voice,
    /// Whose words they are said to be, when they are attributed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attributed_to: Option<Title>,
    /// What they are here.
    #[serde(rename = "as", default, skip_serializing_if = "ConveyedAs::is_message")]
    pub conveyed_as: ConveyedAs,
}

/// The desk's own record of a crossing: both ends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Relayed {
    /// The entries from which the words came, each with its terms at that moment.
    pub from: Vec<Source>,
    /// Where they arrived.
    pub to: EntryRef,
    /// Whether they are the words as given.
    pub wording: HowExact,
    /// In whose voice.
    pub voice: Voice,
    /// The stations that they passed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub route: Vec<Title>,
    /// Who proposed it and who cleared it, where two were asked for: the proposal and the officer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cleared: Option<Cleared>,
}

/// The entry from which words came, and the terms on which they could be carried.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Source {
    /// The entry.
    pub entry: EntryRef,
    /// The terms; none where the words were the desk's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub terms: Option<Terms>,
}

/// Who cleared a crossing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Cleared {
    /// The entry that proposed it.
    pub proposal: EntryRef,
    /// Who cleared it.
    pub by: OfficerId,
    /// That officer's signature under [`clearance_statement`].
    pub signature: Wording,
}

/// How near relayed words are to those that were given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum HowExact {
    /// The same words.
    Verbatim,
    /// Edited by the desk.
    Edited,
    /// The desk's own.
    Own,
}

/// A proposal and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// The entry.
    pub number: u64,
    /// What was proposed.
    pub proposed: RelayProposed,
    /// The entry that cleared or declined it.
    pub settled: Option<u64>,
}

/// The crossings, as the desk's room records them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Crossings {
    /// Every crossing by the desk's entry.
    pub relayed: BTreeMap<u64, Relayed>,
    /// Proposals by entry.
    pub proposals: BTreeMap<u64, Proposal>,
}

impl ConveyedAs {
    fn is_message(&self) -> bool {
        matches!(self, Self::Message)
    }
}

/// The most entries that one relay is made from.
const SOURCES_MOST: usize = 20;

impl ConveyedAs {
    /// What it is said in parts of.
    fn pieces(&self) -> Vec<&Wording> {
        match self {
            Self::Message | Self::Request { .. } => Vec::new(),
            Self::Demand(parts) => parts.iter().collect(),
            Self::Answer { parts, .. } => parts.iter().filter_map(|p| p.words.as_ref()).collect(),
        }
    }
}

impl Conveyed {
    /// What arrived beside the words: the parts of a demand, the answer to each part.
    pub(crate) fn pieces(&self) -> Vec<&Wording> {
        self.conveyed_as.pieces()
    }
}

impl Relay {
    /// Every word that the other side would read.
    fn all_words(&self) -> Vec<&Wording> {
        let mut all = vec![&self.words];
        all.extend(self.conveyed_as.pieces());
        all
    }
}

impl Crossings {
    /// The crossings that took words out of an entry: the desk's entry, and the crossing.
    pub fn out_of<'a>(
        &'a self,
        entry: &'a EntryRef,
    ) -> impl Iterator<Item = (u64, &'a Relayed)> + 'a {
        self.relayed
            .iter()
            .filter(move |(_, r)| r.from.iter().any(|s| s.entry == *entry))
            .map(|(n, r)| (*n, r))
    }

    /// The crossing that brought an entry.
    pub fn brought(&self, entry: &EntryRef) -> Option<(u64, &Relayed)> {
        self.relayed
            .iter()
            .find(|(_, r)| r.to == *entry)
            .map(|(n, r)| (*n, r))
    }

    /// Proposals that wait for a second officer.
    pub fn waiting(&self) -> impl Iterator<Item = &Proposal> {
        self.proposals.values().filter(|p| p.settled.is_none())
    }

    pub(crate) fn relayed(&mut self, number: u64, r: &Relayed) {
        if let Some(p) = r
            .cleared
            .as_ref()
            .and_then(|c| self.proposals.get_mut(&c.proposal.number))
        {
            p.settled.get_or_insert(number);
        }
        self.relayed.insert(number, r.clone());
    }

    pub(crate) fn propose(&mut self, number: u64, p: &RelayProposed) {
        self.proposals.insert(
            number,
            Proposal {
                number,
                proposed: p.clone(),
                settled: None,
            },
        );
    }

    pub(crate) fn decline(&mut self, number: u64, r: &DeclineRelay) {
        if let Some(p) = self.proposals.get_mut(&r.proposal.number) {
            p.settled.get_or_insert(number);
        }
    }
}

pub(crate) fn relay(d: &Deciding<'_>, r: &Relay) -> Result<Vec<Outgoing>, Refused> {
    if d.view.desk.opening.clearance() == Clearance::TwoOfficers {
        return d.refuse(Reason::NeedsSecondOfficer);
    }
    carry(d, &d.submission.room, r, None)
}

pub(crate) fn propose_relay(d: &Deciding<'_>, p: &ProposeRelay) -> Result<Vec<Outgoing>, Refused> {
    officer(d, &p.officer)?;
    // What would be refused on clearing is refused now, so that nobody is asked to clear it.
    carry(d, &p.to, &p.relay, None)?;
    // Two officers are two hands: whoever proposes shows theirs too, or one could lend the name of
    // the other to the proposal and clear it herself.
    let statement = proposal_statement(&d.next_here()?, &p.to, &p.relay, &p.officer);
    let signature = confirmed(
        d,
        &p.officer,
        p.code.as_ref(),
        p.signature.as_ref(),
        &statement,
    )?;
    d.here(Event::RelayProposed(Box::new(RelayProposed {
        to: p.to.clone(),
        relay: p.relay.clone(),
        officer: p.officer.clone(),
        signature,
    })))
}

pub(crate) fn clear_relay(d: &Deciding<'_>, c: &ClearRelay) -> Result<Vec<Outgoing>, Refused> {
    let p = proposal(d, &c.proposal)?;
    officer(d, &c.officer)?;
    if p.proposed.officer == c.officer {
        return d.refuse(Reason::SameOfficer {
            officer: c.officer.to_string(),
        });
    }
    let statement = clearance_statement(&c.proposal, &p.proposed);
    let signature = confirmed(
        d,
        &c.officer,
        c.code.as_ref(),
        c.signature.as_ref(),
        &statement,
    )?;
    let cleared = Cleared {
        proposal: c.proposal.clone(),
        by: c.officer.clone(),
        signature,
    };
    carry(d, &p.proposed.to, &p.proposed.relay, Some(cleared))
}

/// An officer's signature under a statement: made with the code that was typed, or the one that an
/// export wrote, if it is that officer's.
pub(crate) fn confirmed(
    d: &Deciding<'_>,
    officer: &OfficerId,
    code: Option<&Title>,
    signature: Option<&Wording>,
    statement: &str,
) -> Result<Wording, Refused> {
    let opening = &d.view.desk.opening;
    let signed = match (code, signature) {
        (Some(code), None) => opening
            .sign(officer, code.as_str(), statement)
            .and_then(|s| Wording::new(s).ok()),
        (None, Some(given)) => opening
            .signed(officer, given.as_str(), statement)
            .then(|| given.clone()),
        _ => None,
    };
    signed.ok_or_else(|| {
        d.refused(Reason::WrongCode {
            officer: officer.to_string(),
        })
    })
}

/// What an officer signs to propose a crossing: in which entry, where it goes, and all of what it
/// says. Without the entry the signature could be shown again for another proposal.
pub fn proposal_statement(
    proposal: &EntryRef,
    to: &RoomName,
    relay: &Relay,
    officer: &OfficerId,
) -> String {
    let all = record::canonical::to_canonical(relay).unwrap_or_default();
    format!(
        "Good Offices proposal, form 1\nproposal: {proposal}\nto: {to}\nby: {officer}\nrelay: sha256 {}\n",
        Digest::of(&all)
    )
}

/// What an officer signs to clear a crossing: which proposal, and all of what it proposes.
pub fn clearance_statement(proposal: &EntryRef, proposed: &RelayProposed) -> String {
    let all = record::canonical::to_canonical(proposed).unwrap_or_default();
    format!(
        "Good Offices clearance, form 1\nproposal: {proposal}\nto: {}\nrelay: sha256 {}\n",
        proposed.to,
        Digest::of(&all)
    )
}

pub(crate) fn decline_relay(d: &Deciding<'_>, r: &DeclineRelay) -> Result<Vec<Outgoing>, Refused> {
    proposal(d, &r.proposal)?;
    officer(d, &r.officer)?;
    d.here(Event::RelayDeclined(r.clone()))
}

fn officer(d: &Deciding<'_>, o: &OfficerId) -> Result<(), Refused> {
    if d.view.desk.opening.officers.contains_key(o) {
        Ok(())
    } else {
        d.refuse(Reason::NoSuchName {
            name: o.to_string(),
            kind: "officer",
        })
    }
}

fn proposal<'a>(d: &Deciding<'a>, entry: &EntryRef) -> Result<&'a Proposal, Refused> {
    let found = d
        .view
        .desk
        .crossings
        .proposals
        .get(&entry.number)
        .filter(|_| entry.room.is_desk());
    match found {
        Some(p) if p.settled.is_none() => Ok(p),
        Some(_) => d.refuse(Reason::AlreadyEnded {
            entry: entry.clone(),
        }),
        None => d.refuse(Reason::NotOfThatKind {
            entry: entry.clone(),
            kind: "proposed relay",
        }),
    }
}

fn carry(
    d: &Deciding<'_>,
    to: &RoomName,
    r: &Relay,
    cleared: Option<Cleared>,
) -> Result<Vec<Outgoing>, Refused> {
    if to.is_desk() || !d.view.rooms.contains_key(to) {
        return d.refuse(Reason::NoSuchRoom {
            room: to.to_string(),
        });
    }
    let twice = r
        .from
        .iter()
        .enumerate()
        .any(|(i, e)| r.from.iter().skip(i + 1).any(|f| f == e));
    if twice || r.from.len() > SOURCES_MOST {
        return d.refuse(Reason::TooManySources { most: SOURCES_MOST });
    }
    let crossing = Said::of(r.all_words().into_iter().map(Wording::as_str));
    let mut sources = Vec::new();
    let mut speakers = BTreeSet::new();
    let mut exact = if r.from.is_empty() {
        HowExact::Own
    } else {
        HowExact::Edited
    };
    for entry in &r.from {
        let body = d.entry(entry)?;
        if entry.room == *to {
            return d.refuse(Reason::SameRoom {
                entry: entry.clone(),
            });
        }
        let void = |room: &Room| room.corrections.void.contains(&entry.number);
        if d.view.rooms.get(&entry.room).is_some_and(void) {
            return d.refuse(Reason::SourceIsVoid {
                entry: entry.clone(),
            });
        }
        let terms = provenance::terms_of(d.view, entry);
        if body.event.words().is_some_and(|said| r.words.quotes(said)) {
            exact = HowExact::Verbatim;
        }
        let quoted = provenance::quotes_speaker(d.view, entry, &crossing);
        check_terms(d, entry, terms, quoted, r.voice)?;
        speakers.extend(provenance::speakers(d.view, entry));
        sources.push(Source {
            entry: entry.clone(),
            terms,
        });
    }
    // Words do not become the desk's own by leaving out where they come from.
    let bound = Bound {
        to,
        named: &r.from,
        words: &crossing,
        makes: Makes::Talk,
    };
    if let Some((entry, terms)) = provenance::quoted_unnamed(d.view, &bound) {
        check_terms(d, &entry, Some(terms), true, r.voice)?;
    }
    let attributed_to = match r.voice {
        Voice::Attributed => match speakers.iter().collect::<Vec<_>>().as_slice() {
            [Some(one)] => Some(d.participant(one)?.name.clone()),
            _ => return d.refuse(Reason::NobodyToAttribute),
        },
        Voice::NonPaper | Voice::Proposal => None,
    };
    if let ConveyedAs::Answer { demand, parts } = &r.conveyed_as {
        if demand.room != *to {
            return d.refuse(Reason::NotInThisRoom {
                entry: demand.clone(),
            });
        }
        demands::check_parts(d, demand, parts)?;
    }
    let arrived = Conveyed {
        words: r.words.clone(),
        voice: r.voice,
        attributed_to,
        conveyed_as: r.conveyed_as.clone(),
    };
    let at = d.next_in(to)?;
    Ok(vec![
        d.in_room(to, Event::Conveyed(Box::new(arrived))),
        d.in_desk_room(Event::Relayed(Box::new(Relayed {
            from: sources,
            to: at,
            wording: exact,
            voice: r.voice,
            route: r.route.clone(),
            cleared,
        }))),
    ])
}

pub(crate) fn check_terms(
    d: &Deciding<'_>,
    entry: &EntryRef,
    terms: Option<Terms>,
    quoted: bool,
    voice: Voice,
) -> Result<(), Refused> {
    let entry = entry.clone();
    match terms {
        Some(Terms::InConfidence) => d.refuse(Reason::ToldInConfidence { entry }),
        Some(Terms::ByClearance) => d.refuse(Reason::LeaveNotGiven { entry }),
        Some(Terms::Substance) if quoted => d.refuse(Reason::NotToBeQuoted { entry }),
        Some(Terms::Substance) if voice == Voice::Attributed => {
            d.refuse(Reason::NotToBeAttributed { entry })
        }
        Some(Terms::Substance | Terms::Open) | None => Ok(()),
    }
}
