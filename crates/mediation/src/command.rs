//! What can be asked of a case: every command, where it belongs and who may give it; and the
//! submission that carries one in, the same through every door.

use serde::{Deserialize, Serialize};

use crate::{
    concerns::{
        acceptances::{Accept, RefuseOffer},
        agreement::{Announce, Conclude, MeetRequirement, Require, SetParameter},
        channels::{Attempt, Contact, DeclareSilence, OpenChannel, SetChannel},
        corrections::{Correct, EraseEntry, OtherAccount},
        custody::Custody,
        decisions::RecordDecision,
        demands::{Answer, Demand},
        lists::{ConfirmCount, Estimate, RecordList},
        messages::{GiveLeave, MeetRequest, Message, Request},
        opening::{AddOfficer, GroundRules, Note, OpenCase},
        people::{AddBody, AddRepresentative, EndMandate, RecordMandate},
        positions::{Comment, TakePosition},
        relays::{ClearRelay, DeclineRelay, ProposeRelay, Relay},
        rooms::{AddHolder, AddParticipant, OpenRoom},
        texts::{Draft, Outline, PutDraft, WithdrawOffer},
        undertakings::{Perform, RecordAct, Undertake},
    },
    entry::{Author, Standing, Terms},
    ids::{ChannelId, RoomName},
    time::{Instant, Moment},
    words::Title,
};

/// A command with all that is said about it: where, when, on whose word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Submission {
    /// Who submits it.
    pub by: Author,
    /// In which room; for a command of the desk's own room, `desk`.
    pub room: RoomName,
    /// When it happened.
    pub happened: Moment,
    /// When it was learnt.
    pub learnt: Instant,
    /// How the desk knows.
    pub standing: Standing,
    /// On whose word.
    pub source: Option<Title>,
    /// Under which terms the words were given.
    pub terms: Terms,
    /// Through which channel.
    pub channel: Option<ChannelId>,
    /// What is asked for.
    pub command: Command,
}

/// Everything that can be asked of a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(tag = "do", rename_all = "kebab-case")]
#[expect(missing_docs, reason = "each is documented where its content is")]
pub enum Command {
    OpenCase(OpenCase),
    GroundRules(GroundRules),
    AddOfficer(AddOfficer),
    AddParticipant(AddParticipant),
    AddHolder(AddHolder),
    Note(Note),
    OpenRoom(OpenRoom),
    AddRepresentative(AddRepresentative),
    RecordMandate(RecordMandate),
    EndMandate(EndMandate),
    AddBody(AddBody),
    OpenChannel(OpenChannel),
    SetChannel(SetChannel),
    Contact(Contact),
    Attempt(Attempt),
    DeclareSilence(DeclareSilence),
    Message(Message),
    GiveLeave(GiveLeave),
    Request(Request),
    MeetRequest(MeetRequest),
    Demand(Demand),
    Answer(Answer),
    Undertake(Undertake),
    Perform(Perform),
    RecordAct(RecordAct),
    RecordList(RecordList),
    Estimate(Estimate),
    ConfirmCount(ConfirmCount),
    Relay(Relay),
    ProposeRelay(ProposeRelay),
    ClearRelay(ClearRelay),
    DeclineRelay(DeclineRelay),
    Custody(Custody),
    Outline(Outline),
    Draft(Draft),
    PutDraft(PutDraft),
    WithdrawOffer(WithdrawOffer),
    TakePosition(TakePosition),
    Comment(Comment),
    RecordDecision(RecordDecision),
    Accept(Accept),
    RefuseOffer(RefuseOffer),
    Conclude(Conclude),
    Announce(Announce),
    Require(Require),
    MeetRequirement(MeetRequirement),
    SetParameter(SetParameter),
    Correct(Correct),
    OtherAccount(OtherAccount),
    EraseEntry(EraseEntry),
}

/// Which command, without what it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct CommandKind {
    /// Its name, as it is written in a case file.
    pub name: &'static str,
    /// Where it belongs.
    pub place: Place,
    /// Who may give it.
    pub open_to: OpenTo,
}

/// In which room a command belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// The desk's own.
    Desk,
    /// One in which a participant sits.
    Shared,
    /// A room that is not open yet.
    New,
    /// Either.
    Any,
}

/// Who may give a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum OpenTo {
    /// Only the desk.
    Desk,
    /// The desk, and a representative in a room where the participant sits.
    Representatives,
}

const fn desk(name: &'static str, place: Place) -> CommandKind {
    CommandKind {
        name,
        place,
        open_to: OpenTo::Desk,
    }
}

const fn both(name: &'static str) -> CommandKind {
    CommandKind {
        name,
        place: Place::Shared,
        open_to: OpenTo::Representatives,
    }
}

impl CommandKind {
    /// Every command, in the order in which they are explained.
    pub const ALL: [Self; 50] = [
        desk("open-case", Place::Desk),
        desk("ground-rules", Place::Desk),
        desk("add-officer", Place::Desk),
        desk("add-participant", Place::Desk),
        desk("add-holder", Place::Desk),
        desk("note", Place::Desk),
        desk("open-room", Place::New),
        desk("add-representative", Place::Shared),
        desk("record-mandate", Place::Shared),
        desk("end-mandate", Place::Shared),
        desk("add-body", Place::Shared),
        desk("open-channel", Place::Shared),
        desk("set-channel", Place::Shared),
        desk("contact", Place::Shared),
        desk("attempt", Place::Shared),
        desk("declare-silence", Place::Shared),
        both("message"),
        both("give-leave"),
        both("request"),
        desk("meet-request", Place::Shared),
        both("demand"),
        both("answer"),
        both("undertake"),
        both("perform"),
        desk("record-act", Place::Any),
        both("record-list"),
        desk("estimate", Place::Any),
        desk("confirm-count", Place::Any),
        desk("relay", Place::Shared),
        desk("propose-relay", Place::Desk),
        desk("clear-relay", Place::Desk),
        desk("decline-relay", Place::Desk),
        desk("custody", Place::Any),
        desk("outline", Place::Any),
        desk("draft", Place::Desk),
        desk("put-draft", Place::Shared),
        desk("withdraw-offer", Place::Shared),
        both("take-position"),
        both("comment"),
        both("record-decision"),
        both("accept"),
        both("refuse-offer"),
        desk("conclude", Place::Desk),
        desk("announce", Place::Desk),
        desk("require", Place::Desk),
        desk("meet-requirement", Place::Desk),
        desk("set-parameter", Place::Desk),
        desk("correct", Place::Any),
        desk("other-account", Place::Any),
        desk("erase-entry", Place::Any),
    ];

    /// The command of a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|k| k.name == name)
    }
}

impl Command {
    /// Which command it is.
    pub fn kind(&self) -> CommandKind {
        let [
            open_case,
            ground_rules,
            add_officer,
            add_participant,
            add_holder,
            note,
            open_room,
            add_representative,
            record_mandate,
            end_mandate,
            add_body,
            open_channel,
            set_channel,
            contact,
            attempt,
            declare_silence,
            message,
            give_leave,
            request,
            meet_request,
            demand,
            answer,
            undertake,
            perform,
            record_act,
            record_list,
            estimate,
            confirm_count,
            relay,
            propose_relay,
            clear_relay,
            decline_relay,
            custody,
            outline,
            draft,
            put_draft,
            withdraw_offer,
            take_position,
            comment,
            record_decision,
            accept,
            refuse_offer,
            conclude,
            announce,
            require,
            meet_requirement,
            set_parameter,
            correct,
            other_account,
            erase_entry,
        ] = CommandKind::ALL;
        match self {
            Self::OpenCase(_) => open_case,
            Self::GroundRules(_) => ground_rules,
            Self::AddOfficer(_) => add_officer,
            Self::AddParticipant(_) => add_participant,
            Self::AddHolder(_) => add_holder,
            Self::Note(_) => note,
            Self::OpenRoom(_) => open_room,
            Self::AddRepresentative(_) => add_representative,
            Self::RecordMandate(_) => record_mandate,
            Self::EndMandate(_) => end_mandate,
            Self::AddBody(_) => add_body,
            Self::OpenChannel(_) => open_channel,
            Self::SetChannel(_) => set_channel,
            Self::Contact(_) => contact,
            Self::Attempt(_) => attempt,
            Self::DeclareSilence(_) => declare_silence,
            Self::Message(_) => message,
            Self::GiveLeave(_) => give_leave,
            Self::Request(_) => request,
            Self::MeetRequest(_) => meet_request,
            Self::Demand(_) => demand,
            Self::Answer(_) => answer,
            Self::Undertake(_) => undertake,
            Self::Perform(_) => perform,
            Self::RecordAct(_) => record_act,
            Self::RecordList(_) => record_list,
            Self::Estimate(_) => estimate,
            Self::ConfirmCount(_) => confirm_count,
            Self::Relay(_) => relay,
            Self::ProposeRelay(_) => propose_relay,
            Self::ClearRelay(_) => clear_relay,
            Self::DeclineRelay(_) => decline_relay,
            Self::Custody(_) => custody,
            Self::Outline(_) => outline,
            Self::Draft(_) => draft,
            Self::PutDraft(_) => put_draft,
            Self::WithdrawOffer(_) => withdraw_offer,
            Self::TakePosition(_) => take_position,
            Self::Comment(_) => comment,
            Self::RecordDecision(_) => record_decision,
            Self::Accept(_) => accept,
            Self::RefuseOffer(_) => refuse_offer,
            Self::Conclude(_) => conclude,
            Self::Announce(_) => announce,
            Self::Require(_) => require,
            Self::MeetRequirement(_) => meet_requirement,
            Self::SetParameter(_) => set_parameter,
            Self::Correct(_) => correct,
            Self::OtherAccount(_) => other_account,
            Self::EraseEntry(_) => erase_entry,
        }
    }
}
