//! What an entry may hold. Every event is written to exactly one room, and is shown whole to
//! whoever sits there.

use serde::{Deserialize, Serialize};

use crate::{
    concerns::{
        acceptances::{Accepted, RefuseOffer},
        agreement::{
            Announced, AnnouncementMade, Concluded, MeetRequirement, Require, SetParameter,
        },
        channels::{Attempt, Contact, DeclareSilence, OpenChannel, SetChannel},
        corrections::{Correct, EraseEntry, OtherAccount},
        custody::CustodyStep,
        decisions::RecordDecision,
        demands::{Answer, Demand},
        lists::{ConfirmCount, Estimate, RecordList},
        messages::{GiveLeave, MeetRequest, Message, Request},
        opening::{GroundRules, Note, OfficerAdded, OpenCase},
        people::{AddBody, AddRepresentative, EndMandate, RecordMandate},
        positions::{Comment, TakePosition},
        relays::{Conveyed, DeclineRelay, RelayProposed, Relayed},
        rooms::{AddHolder, AddParticipant, RoomOpened},
        texts::{DraftCarried, DraftPut, Drafted, Outline, WithdrawOffer},
        undertakings::{Perform, RecordAct, Undertake},
    },
    entry::Speaker,
    words::Wording,
};

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "of", rename_all = "kebab-case")]
#[expect(missing_docs, reason = "each is documented where its content is")]
pub enum Event {
    CaseOpened(OpenCase),
    GroundRulesSet(GroundRules),
    OfficerAdded(OfficerAdded),
    ParticipantAdded(AddParticipant),
    HolderAdded(AddHolder),
    Noted(Note),
    RoomOpened(RoomOpened),
    RepresentativeAdded(AddRepresentative),
    MandateRecorded(RecordMandate),
    MandateEnded(EndMandate),
    BodyAdded(AddBody),
    ChannelOpened(OpenChannel),
    ChannelSet(SetChannel),
    ContactMade(Contact),
    Attempted(Attempt),
    SilenceDeclared(DeclareSilence),
    MessageGiven(Message),
    LeaveGiven(GiveLeave),
    RequestMade(Request),
    RequestMet(MeetRequest),
    DemandMade(Demand),
    AnswerGiven(Answer),
    UndertakingGiven(Undertake),
    Performed(Perform),
    ActDone(RecordAct),
    ListReceived(RecordList),
    EstimateGiven(Estimate),
    CountConfirmed(ConfirmCount),
    RelayProposed(Box<RelayProposed>),
    RelayDeclined(DeclineRelay),
    Conveyed(Box<Conveyed>),
    Relayed(Box<Relayed>),
    CustodyStep(Box<CustodyStep>),
    OutlineSet(Outline),
    Drafted(Box<Drafted>),
    DraftPut(Box<DraftPut>),
    DraftCarried(DraftCarried),
    OfferWithdrawn(WithdrawOffer),
    PositionTaken(TakePosition),
    Commented(Comment),
    BodyDecided(Box<RecordDecision>),
    Accepted(Box<Accepted>),
    OfferRefused(RefuseOffer),
    Concluded(Concluded),
    Announced(Announced),
    AnnouncementMade(AnnouncementMade),
    RequirementSet(Require),
    RequirementMet(MeetRequirement),
    ParameterSet(SetParameter),
    Corrected(Correct),
    AccountGiven(OtherAccount),
    BodyErased(EraseEntry),
}

impl Event {
    /// Whose words it holds; `None` when it is the desk's observation about somebody.
    pub fn speaker(&self) -> Option<Speaker> {
        let of = |p: &crate::ids::ParticipantId| Some(Speaker::Participant(p.clone()));
        match self {
            Self::MessageGiven(m) => Some(m.from.clone()),
            Self::RequestMade(r) => Some(r.from.clone()),
            Self::DemandMade(d) => Some(d.from.clone()),
            Self::AnswerGiven(a) => Some(a.from.clone()),
            Self::UndertakingGiven(u) => Some(u.from.clone()),
            Self::ListReceived(l) => Some(l.from.clone()),
            Self::PositionTaken(p) => of(&p.participant),
            Self::Commented(c) => of(&c.participant),
            Self::Accepted(a) => of(&a.participant),
            Self::OfferRefused(r) => of(&r.participant),
            Self::Conveyed(_)
            | Self::OutlineSet(_)
            | Self::DraftPut(_)
            | Self::Announced(_)
            | Self::OfferWithdrawn(_) => Some(Speaker::Desk),
            Self::CaseOpened(_)
            | Self::GroundRulesSet(_)
            | Self::OfficerAdded(_)
            | Self::ParticipantAdded(_)
            | Self::HolderAdded(_)
            | Self::Noted(_)
            | Self::RoomOpened(_)
            | Self::RepresentativeAdded(_)
            | Self::MandateRecorded(_)
            | Self::MandateEnded(_)
            | Self::BodyAdded(_)
            | Self::ChannelOpened(_)
            | Self::ChannelSet(_)
            | Self::ContactMade(_)
            | Self::Attempted(_)
            | Self::SilenceDeclared(_)
            | Self::LeaveGiven(_)
            | Self::RequestMet(_)
            | Self::Performed(_)
            | Self::ActDone(_)
            | Self::EstimateGiven(_)
            | Self::CountConfirmed(_)
            | Self::RelayProposed(_)
            | Self::RelayDeclined(_)
            | Self::Relayed(_)
            | Self::CustodyStep(_)
            | Self::Drafted(_)
            | Self::DraftCarried(_)
            | Self::BodyDecided(_)
            | Self::Concluded(_)
            | Self::AnnouncementMade(_)
            | Self::RequirementSet(_)
            | Self::RequirementMet(_)
            | Self::ParameterSet(_)
            | Self::Corrected(_)
            | Self::AccountGiven(_)
            | Self::BodyErased(_) => None,
        }
    }

    /// All wordings in which something was said: the words, and what they were said in parts of.
    pub fn wordings(&self) -> Vec<&Wording> {
        let mut all: Vec<&Wording> = self.words().into_iter().collect();
        if let Self::DemandMade(d) = self {
            all.extend(&d.parts);
        }
        if let Self::OutlineSet(o) = self {
            all.extend(&o.points);
        }
        if let Self::AnswerGiven(a) = self {
            all.extend(a.parts.iter().filter_map(|p| p.words.as_ref()));
            all.extend(&a.undertaking);
        }
        if let Self::Conveyed(c) = self {
            all.extend(c.pieces());
        }
        all
    }

    /// The words that were given, where the event is made of words.
    pub fn words(&self) -> Option<&Wording> {
        match self {
            Self::MessageGiven(m) => Some(&m.words),
            Self::RequestMade(r) => Some(&r.words),
            Self::DemandMade(d) => Some(&d.words),
            Self::AnswerGiven(a) => Some(&a.words),
            Self::UndertakingGiven(u) => Some(&u.words),
            Self::ContactMade(c) => Some(&c.outcome),
            Self::Conveyed(c) => Some(&c.words),
            Self::Noted(n) => Some(&n.words),
            Self::ActDone(a) => Some(&a.words),
            Self::Announced(a) => Some(&a.words),
            Self::Commented(c) => Some(&c.words),
            Self::AccountGiven(a) => Some(&a.words),
            Self::PositionTaken(p) => p.words.as_ref(),
            Self::BodyDecided(d) => d.words.as_ref(),
            Self::Accepted(a) => a.words.as_ref(),
            Self::OfferRefused(r) => r.words.as_ref(),
            Self::ListReceived(l) => l.remarks.as_ref(),
            Self::EstimateGiven(e) => e.words.as_ref(),
            Self::CountConfirmed(c) => c.words.as_ref(),
            Self::SilenceDeclared(s) => s.words.as_ref(),
            Self::Attempted(a) => a.note.as_ref(),
            Self::LeaveGiven(l) => l.words.as_ref(),
            Self::RequestMet(m) => m.words.as_ref(),
            Self::Performed(p) => p.words.as_ref(),
            Self::DraftPut(p) => p.words.as_ref(),
            Self::OfferWithdrawn(w) => w.words.as_ref(),
            Self::Corrected(c) => Some(&c.right),
            Self::BodyErased(e) => Some(&e.why),
            Self::CaseOpened(_)
            | Self::GroundRulesSet(_)
            | Self::OfficerAdded(_)
            | Self::ParticipantAdded(_)
            | Self::HolderAdded(_)
            | Self::RoomOpened(_)
            | Self::RepresentativeAdded(_)
            | Self::MandateRecorded(_)
            | Self::MandateEnded(_)
            | Self::BodyAdded(_)
            | Self::ChannelOpened(_)
            | Self::ChannelSet(_)
            | Self::RelayProposed(_)
            | Self::RelayDeclined(_)
            | Self::Relayed(_)
            | Self::CustodyStep(_)
            | Self::OutlineSet(_)
            | Self::Drafted(_)
            | Self::DraftCarried(_)
            | Self::Concluded(_)
            | Self::AnnouncementMade(_)
            | Self::RequirementSet(_)
            | Self::RequirementMet(_)
            | Self::ParameterSet(_) => None,
        }
    }
}
