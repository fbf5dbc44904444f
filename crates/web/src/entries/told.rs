//! What an entry says, before it is set as an item of a log: every kind of event, told by the
//! file of its concern.

use maud::{Markup, html};
use mediation::{entry::Body, event::Event, view::Room};

use super::{
    agreement, channels, corrections, demands, lists, opening, people, reader::Reader, relays,
    stands, talk, texts,
};

/// An entry in its parts.
pub(super) struct Told {
    /// What kind of entry it is, in a word or two.
    pub kind: String,
    /// What follows the kind on its line.
    pub beside: Vec<Markup>,
    /// The matter.
    pub body: Markup,
    /// The matter in one line.
    pub gist: Markup,
}

/// An entry with its place, for whoever tells it.
#[derive(Clone, Copy)]
pub(super) struct Here<'a> {
    /// The room.
    pub room: &'a Room,
    /// The entry's number there.
    pub number: u64,
    /// What it holds.
    pub body: &'a Body,
}

impl Told {
    pub fn new(kind: String) -> Self {
        Self {
            kind,
            beside: Vec::new(),
            body: html! {},
            gist: html! {},
        }
    }

    /// With something more on the line of the kind.
    pub fn beside(mut self, said: Markup) -> Self {
        self.beside.push(said);
        self
    }

    /// With something more on the line of the kind, where there is something.
    pub fn beside_if(self, said: Option<Markup>) -> Self {
        match said {
            Some(said) => self.beside(said),
            None => self,
        }
    }

    /// With its matter.
    pub fn body(mut self, body: Markup) -> Self {
        self.body = body;
        self
    }

    /// With its gist.
    pub fn gist(mut self, gist: Markup) -> Self {
        self.gist = gist;
        self
    }
}

/// Tells an entry.
pub(super) fn told(r: &Reader<'_>, at: Here<'_>) -> Told {
    match &at.body.event {
        Event::CaseOpened(e) => opening::case_opened(r, e),
        Event::GroundRulesSet(e) => opening::ground_rules(r, e),
        Event::OfficerAdded(e) => opening::officer(r, e),
        Event::ParticipantAdded(e) => opening::participant(r, e),
        Event::HolderAdded(e) => opening::holder(r, e),
        Event::RoomOpened(e) => opening::room_opened(r, e),
        Event::Noted(e) => talk::note(r, e),
        Event::MessageGiven(e) => talk::message(r, at, e),
        Event::LeaveGiven(e) => talk::leave(r, e),
        Event::RequestMade(e) => talk::request(r, at, e),
        Event::RequestMet(e) => talk::request_met(r, e),
        Event::Announced(e) => talk::announced(r, e),
        Event::RepresentativeAdded(e) => people::representative(r, e),
        Event::MandateRecorded(e) => people::mandate(r, at, e),
        Event::MandateEnded(e) => people::mandate_ended(r, at, e),
        Event::BodyAdded(e) => people::body(r, e),
        Event::ChannelOpened(e) => channels::opened(r, e),
        Event::ChannelSet(e) => channels::set(r, at, e),
        Event::ContactMade(e) => channels::contact(r, at, e),
        Event::Attempted(e) => channels::attempt(r, at, e),
        Event::SilenceDeclared(e) => channels::silence(r, at, e),
        Event::DemandMade(e) => demands::demand(r, at, e),
        Event::AnswerGiven(e) => demands::answer(r, at, e),
        Event::UndertakingGiven(e) => demands::undertaking(r, at, e),
        Event::Performed(e) => demands::performed(r, e),
        Event::ActDone(e) => demands::act(r, e),
        Event::ListReceived(e) => lists::list(r, at, e),
        Event::EstimateGiven(e) => lists::estimate(r, e),
        Event::CountConfirmed(e) => lists::confirmed(r, e),
        Event::RelayProposed(e) => relays::proposed(r, at, e),
        Event::RelayDeclined(e) => relays::declined(r, e),
        Event::Conveyed(e) => relays::conveyed(r, at, e),
        Event::Relayed(e) => relays::relayed(r, at, e),
        Event::CustodyStep(e) => relays::custody_step(r, e),
        Event::OutlineSet(e) => texts::outline(r, at, e),
        Event::Drafted(e) => texts::drafted(r, at, e),
        Event::DraftPut(e) => texts::put(r, at, e),
        Event::DraftCarried(e) => texts::carried(r, e),
        Event::OfferWithdrawn(e) => texts::withdrawn(r, at, e),
        Event::PositionTaken(e) => stands::stand(r, at, e),
        Event::Commented(e) => stands::comment(r, at, e),
        Event::BodyDecided(e) => stands::decision(r, at, e),
        Event::Accepted(e) => stands::accepted(r, at, e),
        Event::OfferRefused(e) => stands::refused(r, at, e),
        Event::Concluded(e) => agreement::concluded(r, e),
        Event::AnnouncementMade(e) => agreement::announcement(r, e),
        Event::RequirementSet(e) => agreement::requirement(r, at, e),
        Event::RequirementMet(e) => agreement::requirement_met(r, at, e),
        Event::ParameterSet(e) => agreement::parameter(r, at, e),
        Event::Corrected(e) => corrections::corrected(r, e),
        Event::AccountGiven(e) => corrections::account(r, e),
        Event::BodyErased(e) => corrections::erased(r, e),
    }
}
