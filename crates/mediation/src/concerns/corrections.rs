//! What is done about an entry after it stands: a correction by a new entry, another source's
//! account of the same, and, at the last, making it unreadable. Nothing is rewritten.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::{
    concerns::messages::RequestState,
    decide::{Deciding, Outgoing, Refused},
    event::Event,
    ids::EntryRef,
    refusal::Reason,
    time::Moment,
    words::{Title, Wording},
};

/// Correct an entry of this room: what was wrong in it, and what it should say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Correct {
    /// The entry.
    pub entry: EntryRef,
    /// What was wrong.
    pub wrong: Wording,
    /// What it should say.
    pub right: Wording,
    /// What becomes of the entry.
    #[serde(default, skip_serializing_if = "Effect::is_amended")]
    pub effect: Effect,
}

/// What a correction does to the entry that it corrects.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Effect {
    /// It stands as corrected, and wherever it counts it is marked.
    #[default]
    Amended,
    /// It should not have been recorded: it stays in sight in the log and counts nowhere.
    Void,
}

impl Effect {
    #[expect(
        clippy::trivially_copy_pass_by_ref,
        reason = "serde calls it with a reference"
    )]
    fn is_amended(&self) -> bool {
        matches!(self, Self::Amended)
    }
}

/// Record another source's account of what an entry of this room tells. Both stand; the date of
/// this account goes into `happened`, its source into `source`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct OtherAccount {
    /// The entry that tells the same.
    pub of: EntryRef,
    /// What this source says.
    pub words: Wording,
}

/// Make an entry of this room unreadable for good, by destroying its key. The record keeps that
/// it was there, and says that this was done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct EraseEntry {
    /// The entry.
    pub entry: EntryRef,
    /// Why.
    pub why: Wording,
    /// On whose authority.
    pub authority: Title,
}

/// Another source's account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// The entry.
    pub number: u64,
    /// When it happened, by this account.
    pub when: Moment,
    /// Whose account.
    pub source: Option<Title>,
    /// What it says.
    pub words: Wording,
}

/// Corrections, accounts and erasures of one room, by the entry that they are about.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Corrections {
    /// Corrections: their entries and what they say.
    pub corrected: BTreeMap<u64, Vec<(u64, Correct)>>,
    /// Other accounts.
    pub accounts: BTreeMap<u64, Vec<Account>>,
    /// Entries made unreadable, and the entry that did it.
    pub erased: BTreeMap<u64, u64>,
    /// Entries that are themselves corrections or accounts.
    pub secondary: BTreeSet<u64>,
    /// Entries that a correction made void.
    pub void: BTreeSet<u64>,
}

impl Corrections {
    /// The correction that made an entry void, if one did.
    pub fn void_by(&self, number: u64) -> Option<u64> {
        let mut corrected = self.corrected.get(&number)?.iter();
        corrected
            .find(|(_, c)| c.effect == Effect::Void)
            .map(|(by, _)| *by)
    }

    /// Whether an entry was corrected, and how.
    pub fn effect_on(&self, number: u64) -> Option<Effect> {
        if self.void.contains(&number) {
            return Some(Effect::Void);
        }
        self.corrected.get(&number).map(|_| Effect::Amended)
    }

    pub(crate) fn correct(&mut self, number: u64, c: &Correct) {
        if c.effect == Effect::Void {
            self.void.insert(c.entry.number);
        }
        self.corrected
            .entry(c.entry.number)
            .or_default()
            .push((number, c.clone()));
        self.secondary.insert(number);
    }

    pub(crate) fn account(&mut self, account: Account, of: &EntryRef) {
        self.secondary.insert(account.number);
        self.accounts.entry(of.number).or_default().push(account);
    }

    pub(crate) fn erase(&mut self, number: u64, e: &EraseEntry) {
        self.erased.entry(e.entry.number).or_insert(number);
    }
}

pub(crate) fn correct(d: &Deciding<'_>, c: &Correct) -> Result<Vec<Outgoing>, Refused> {
    let body = d.in_this_room(&c.entry)?;
    if c.effect == Effect::Void {
        voidable(d, &c.entry, &body.event)?;
    }
    d.here(Event::Corrected(c.clone()))
}

/// What can be taken back: what somebody said, decided or did, if nothing rests on it that would
/// fall with it. What crossed, and what set a rule or opened something, has had its effect.
fn voidable(d: &Deciding<'_>, entry: &EntryRef, event: &Event) -> Result<(), Refused> {
    let stands = || {
        d.refused(Reason::CannotBeVoid {
            entry: entry.clone(),
        })
    };
    let already = d.room()?.corrections.void.contains(&entry.number);
    let (agreement, room, n) = (&d.view.desk.agreement, d.room()?, entry.number);
    let approves = room.decisions.all.get(&n).and_then(|s| s.approves);
    let met = |s: &RequestState| !s.met.is_empty();
    let rests = agreement.rests_on(entry)
        || agreement
            .all
            .values()
            .any(|(_, _, c)| Some(c.digest) == approves)
        || room
            .demands
            .all
            .get(&n)
            .is_some_and(|s| !s.answers.is_empty())
        || room.conversation.requests.get(&n).is_some_and(met)
        || room
            .undertakings
            .all
            .get(&n)
            .is_some_and(|s| !s.performance.is_empty())
        || room.positions.all.contains_key(&n);
    if already || rests {
        return Err(stands());
    }
    let under = |n: &u64| match &d.room().ok()?.entry(*n)?.body()?.event {
        Event::Accepted(a) => Some(a.mandate.clone()),
        _ => None,
    };
    let mut mandates = d.room()?.acceptances.all.keys().filter_map(under);
    match nature(event) {
        Nature::Told => Ok(()),
        Nature::Done if mandates.all(|m| m != *entry) => Ok(()),
        Nature::Done | Nature::Passed | Nature::Fixed => Err(stands()),
    }
}

pub(crate) fn other_account(d: &Deciding<'_>, a: &OtherAccount) -> Result<Vec<Outgoing>, Refused> {
    d.in_this_room(&a.of)?;
    if d.submission.source.is_none() {
        return d.refuse(Reason::SourceMissing);
    }
    d.here(Event::AccountGiven(a.clone()))
}

pub(crate) fn erase_entry(d: &Deciding<'_>, e: &EraseEntry) -> Result<Vec<Outgoing>, Refused> {
    let body = d.in_this_room(&e.entry)?;
    let room = d.room()?;
    // An answer may undertake something, and a stand be taken on an outline: these would be undone.
    let relied_on = room.undertakings.all.contains_key(&e.entry.number)
        || room.positions.all.contains_key(&e.entry.number);
    let erasable = match (nature(&body.event), &body.event) {
        (_, Event::Corrected(c)) => c.effect == Effect::Amended,
        (Nature::Told | Nature::Passed, _) => true,
        (Nature::Done | Nature::Fixed, _) => false,
    };
    if relied_on || !erasable {
        return d.refuse(Reason::MustStayReadable {
            entry: e.entry.clone(),
        });
    }
    d.here(Event::BodyErased(e.clone()))
}

/// What kind of trace an event leaves.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Nature {
    /// It tells something: it can be made unreadable, and made void.
    Told,
    /// It tells something that has had its effect: it can be made unreadable, never void.
    Passed,
    /// It binds or releases somebody: it can be made void, never unreadable.
    Done,
    /// It sets a rule, or holds the record together.
    Fixed,
}

fn nature(event: &Event) -> Nature {
    match event {
        Event::ContactMade(_)
        | Event::Attempted(_)
        | Event::MessageGiven(_)
        | Event::RequestMade(_)
        | Event::DemandMade(_)
        | Event::AnswerGiven(_)
        | Event::ActDone(_)
        | Event::ListReceived(_)
        | Event::EstimateGiven(_)
        | Event::CountConfirmed(_)
        | Event::OutlineSet(_)
        | Event::Commented(_) => Nature::Told,
        Event::Noted(_)
        | Event::Conveyed(_)
        | Event::Announced(_)
        | Event::Corrected(_)
        | Event::AccountGiven(_) => Nature::Passed,
        Event::MandateRecorded(_)
        | Event::MandateEnded(_)
        | Event::SilenceDeclared(_)
        | Event::RequestMet(_)
        | Event::UndertakingGiven(_)
        | Event::Performed(_)
        | Event::CustodyStep(_)
        | Event::PositionTaken(_)
        | Event::BodyDecided(_)
        | Event::Accepted(_)
        | Event::OfferRefused(_)
        | Event::RequirementSet(_)
        | Event::RequirementMet(_)
        | Event::ParameterSet(_) => Nature::Done,
        Event::CaseOpened(_)
        | Event::GroundRulesSet(_)
        | Event::OfficerAdded(_)
        | Event::ParticipantAdded(_)
        | Event::HolderAdded(_)
        | Event::RoomOpened(_)
        | Event::RepresentativeAdded(_)
        | Event::BodyAdded(_)
        | Event::ChannelOpened(_)
        | Event::ChannelSet(_)
        | Event::LeaveGiven(_)
        | Event::RelayProposed(_)
        | Event::RelayDeclined(_)
        | Event::Relayed(_)
        | Event::Drafted(_)
        | Event::DraftPut(_)
        | Event::DraftCarried(_)
        | Event::OfferWithdrawn(_)
        | Event::Concluded(_)
        | Event::AnnouncementMade(_)
        | Event::BodyErased(_) => Nature::Fixed,
    }
}
