//! What is done about an entry after it stands: a correction by a new entry, another source's
//! account of the same, and, at the last, making it unreadable. Nothing is rewritten.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::{
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
}

impl Corrections {
    pub(crate) fn correct(&mut self, number: u64, c: &Correct) {
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
    d.in_this_room(&c.entry)?;
    d.here(Event::Corrected(c.clone()))
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
    if !only_tells(&body.event) {
        return d.refuse(Reason::MustStayReadable {
            entry: e.entry.clone(),
        });
    }
    d.here(Event::BodyErased(e.clone()))
}

/// Whether an event only tells something. What sets a rule, binds or releases somebody, or holds
/// the record together stays readable: to erase it would undo it.
fn only_tells(event: &Event) -> bool {
    match event {
        Event::Noted(_)
        | Event::ContactMade(_)
        | Event::Attempted(_)
        | Event::MessageGiven(_)
        | Event::RequestMade(_)
        | Event::DemandMade(_)
        | Event::AnswerGiven(_)
        | Event::ActDone(_)
        | Event::ListReceived(_)
        | Event::EstimateGiven(_)
        | Event::CountConfirmed(_)
        | Event::Conveyed(_)
        | Event::OutlineSet(_)
        | Event::Commented(_)
        | Event::Announced(_)
        | Event::Corrected(_)
        | Event::AccountGiven(_) => true,
        Event::CaseOpened(_)
        | Event::GroundRulesSet(_)
        | Event::OfficerAdded(_)
        | Event::ParticipantAdded(_)
        | Event::HolderAdded(_)
        | Event::RoomOpened(_)
        | Event::RepresentativeAdded(_)
        | Event::MandateRecorded(_)
        | Event::MandateEnded(_)
        | Event::BodyAdded(_)
        | Event::ChannelOpened(_)
        | Event::ChannelSet(_)
        | Event::SilenceDeclared(_)
        | Event::LeaveGiven(_)
        | Event::RequestMet(_)
        | Event::UndertakingGiven(_)
        | Event::Performed(_)
        | Event::RelayProposed(_)
        | Event::RelayDeclined(_)
        | Event::Relayed(_)
        | Event::CustodyStep(_)
        | Event::Drafted(_)
        | Event::DraftPut(_)
        | Event::DraftCarried(_)
        | Event::OfferWithdrawn(_)
        | Event::PositionTaken(_)
        | Event::BodyDecided(_)
        | Event::Accepted(_)
        | Event::OfferRefused(_)
        | Event::Concluded(_)
        | Event::AnnouncementMade(_)
        | Event::RequirementSet(_)
        | Event::RequirementMet(_)
        | Event::ParameterSet(_)
        | Event::BodyErased(_) => false,
    }
}
