//! From an event back to the command that wrote it.

use mediation::{
    command::Command,
    concerns::{
        acceptances::{Accept, Accepted},
        agreement::{Announce, Conclude},
        custody::Custody,
        opening::AddOfficer,
        relays::{ClearRelay, Conveyed, ProposeRelay, Relay, Relayed},
        rooms::OpenRoom,
        texts::{Draft, DraftContent, Drafted, PutDraft},
    },
    event::Event,
    view::View,
};

/// What wrote an event.
pub(super) enum Origin {
    /// A command of its own.
    Command(Box<Command>),
    /// It came with the desk's record of a crossing, which says what wrote both.
    WithTheDesks,
}

/// The command that wrote an event, given what was known before it.
pub(super) fn origin(event: &Event, before: &View) -> Origin {
    use Command as C;
    let command = match event.clone() {
        Event::CaseOpened(c) => C::OpenCase(c),
        Event::GroundRulesSet(c) => C::GroundRules(c),
        Event::OfficerAdded(o) => C::AddOfficer(AddOfficer {
            officer: o.officer,
            name: o.name,
            role: o.role,
            code: None,
            key: Some(o.key),
            admitted_by: o.admitted_by,
        }),
        Event::ParticipantAdded(c) => C::AddParticipant(c),
        Event::HolderAdded(c) => C::AddHolder(c),
        Event::Noted(c) => C::Note(c),
        Event::RoomOpened(o) => C::OpenRoom(OpenRoom {
            title: o.title,
            code: o.code,
            members: o.members.into_iter().map(|s| s.participant).collect(),
        }),
        Event::RepresentativeAdded(c) => C::AddRepresentative(c),
        Event::MandateRecorded(c) => C::RecordMandate(c),
        Event::MandateEnded(c) => C::EndMandate(c),
        Event::BodyAdded(c) => C::AddBody(c),
        Event::ChannelOpened(c) => C::OpenChannel(c),
        Event::ChannelSet(c) => C::SetChannel(c),
        Event::ContactMade(c) => C::Contact(c),
        Event::Attempted(c) => C::Attempt(c),
        Event::SilenceDeclared(c) => C::DeclareSilence(c),
        Event::MessageGiven(c) => C::Message(c),
        Event::LeaveGiven(c) => C::GiveLeave(c),
        Event::RequestMade(c) => C::Request(c),
        Event::RequestMet(c) => C::MeetRequest(c),
        Event::DemandMade(c) => C::Demand(c),
        Event::AnswerGiven(c) => C::Answer(c),
        Event::UndertakingGiven(c) => C::Undertake(c),
        Event::Performed(c) => C::Perform(c),
        Event::ActDone(c) => C::RecordAct(c),
        Event::ListReceived(c) => C::RecordList(c),
        Event::EstimateGiven(c) => C::Estimate(c),
        Event::CountConfirmed(c) => C::ConfirmCount(c),
        Event::RelayProposed(c) => C::ProposeRelay(ProposeRelay {
            to: c.to,
            relay: c.relay,
            officer: c.officer,
            code: None,
            signature: Some(c.signature),
        }),
        Event::RelayDeclined(c) => C::DeclineRelay(c),
        Event::CustodyStep(s) => C::Custody(Custody {
            of: s.of,
            step: s.step,
            who: s.who,
            how: s.how,
            digest: s.digest,
            words: s.words,
        }),
        Event::OutlineSet(c) => C::Outline(c),
        Event::Drafted(d) => C::Draft(draft(*d, before)),
        Event::OfferWithdrawn(c) => C::WithdrawOffer(c),
        Event::PositionTaken(c) => C::TakePosition(c),
        Event::Commented(c) => C::Comment(c),
        Event::BodyDecided(c) => C::RecordDecision(*c),
        Event::Accepted(a) => C::Accept(accept(*a)),
        Event::OfferRefused(c) => C::RefuseOffer(c),
        Event::Concluded(c) => C::Conclude(Conclude {
            text: c.text,
            form: c.form,
        }),
        Event::RequirementSet(c) => C::Require(c),
        Event::RequirementMet(c) => C::MeetRequirement(c),
        Event::ParameterSet(c) => C::SetParameter(c),
        Event::Corrected(c) => C::Correct(c),
        Event::AccountGiven(c) => C::OtherAccount(c),
        Event::BodyErased(c) => C::EraseEntry(c),
        Event::Conveyed(_)
        | Event::DraftPut(_)
        | Event::Announced(_)
        | Event::Relayed(_)
        | Event::DraftCarried(_)
        | Event::AnnouncementMade(_) => return Origin::WithTheDesks,
    };
    Origin::Command(Box::new(command))
}

fn accept(a: Accepted) -> Accept {
    Accept {
        participant: a.participant,
        offer: a.offer,
        digest: a.named,
        representative: a.representative,
        mandate: a.mandate,
        words: a.words,
        signature: a.signature,
    }
}

fn draft(d: Drafted, before: &View) -> Draft {
    let base = d.from.as_ref().and_then(|from| {
        before
            .rooms
            .get(&from.room)?
            .texts
            .versions
            .get(&from.number)
    });
    let content = match (d.from, base) {
        (Some(from), Some(base)) => DraftContent::Changed {
            from,
            changes: base.text.changes_to(&d.text),
        },
        (Some(decision), None) => DraftContent::AsDecided(decision),
        (None, _) => DraftContent::Whole(d.text),
    };
    Draft {
        text: d.id,
        content,
        brackets: d.brackets,
        note: d.note,
    }
}

/// The command that wrote a crossing, from the desk's record and what arrived.
pub(super) fn crossing(r: &Relayed, arrived: &Conveyed) -> Command {
    match &r.cleared {
        Some(c) => Command::ClearRelay(ClearRelay {
            proposal: c.proposal.clone(),
            officer: c.by.clone(),
            code: None,
            signature: Some(c.signature.clone()),
        }),
        None => Command::Relay(Relay {
            from: r.from.iter().map(|s| s.entry.clone()).collect(),
            words: arrived.words.clone(),
            voice: arrived.voice,
            conveyed_as: arrived.conveyed_as.clone(),
            route: r.route.clone(),
        }),
    }
}

/// The command that put a draft or made an announcement, from what arrived.
pub(super) fn other_crossing(desks: &Event, arrived: &Event) -> Option<Command> {
    match (desks, arrived) {
        (Event::DraftCarried(c), Event::DraftPut(p)) => Some(Command::PutDraft(PutDraft {
            draft: c.draft.clone(),
            words: p.words.clone(),
            offer: p.offer,
        })),
        (Event::AnnouncementMade(m), Event::Announced(a)) => Some(Command::Announce(Announce {
            rooms: m.to.iter().map(|e| e.room.clone()).collect(),
            subject: a.subject.clone(),
            words: a.words.clone(),
        })),
        _ => None,
    }
}
