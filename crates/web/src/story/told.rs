//! What is told, and in which order: by when it happened, as far as that is known, and never
//! later than it was learnt.

use std::collections::{BTreeMap, BTreeSet};

use jiff::tz::TimeZone;
use mediation::{
    concerns::{
        channels::Means,
        custody::{Comparison, Step},
    },
    entry::{Body, Entry},
    event::Event,
    ids::RoomName,
    time::Instant,
    view::{Room, View, Viewer},
};

/// An entry that is told.
pub(crate) struct Told<'a> {
    /// Its room.
    pub room: &'a Room,
    /// The entry.
    pub entry: &'a Entry,
    /// What it holds.
    pub body: &'a Body,
}

/// Every entry that a view tells, in order.
pub(super) fn told<'a>(view: &'a View, zone: &TimeZone) -> Vec<Told<'a>> {
    let first = first_contacts(view, zone);
    let entries = view
        .rooms
        .values()
        .flat_map(|room| room.entries.iter().map(move |entry| (room, entry)));
    let mut all: Vec<Told<'a>> = entries
        .filter_map(|(room, entry)| {
            let told = Told {
                room,
                entry,
                body: entry.body()?,
            };
            is_told(view, &first, &told).then_some(told)
        })
        .collect();
    all.sort_by_cached_key(|t| {
        let (happened, learnt) = happened(t.body, zone);
        (happened, learnt, t.room.name.clone(), t.entry.number)
    });
    all
}

/// By when something happened, as far as that is known, and when it was learnt.
fn happened(body: &Body, zone: &TimeZone) -> (Instant, Instant) {
    let learnt = body.learnt;
    let offset = zone.to_offset(learnt.timestamp());
    let (_, last) = body.happened.bounds(offset);
    (last.map_or(learnt, |last| last.min(learnt)), learnt)
}

/// The entries of the first contact by each channel, and of the first without one in each room.
fn first_contacts<'a>(view: &'a View, zone: &TimeZone) -> BTreeSet<(&'a RoomName, u64)> {
    let mut first = BTreeMap::new();
    for room in view.rooms.values() {
        for entry in &room.entries {
            let Some(body) = entry.body() else { continue };
            if !matches!(body.event, Event::ContactMade(_)) {
                continue;
            }
            let at = (happened(body, zone), entry.number);
            let earliest = first
                .entry((&room.name, body.channel.as_ref()))
                .or_insert(at);
            *earliest = at.min(*earliest);
        }
    }
    first
        .into_iter()
        .map(|((room, _), (_, number))| (room, number))
        .collect()
}

fn is_told(view: &View, first: &BTreeSet<(&RoomName, u64)>, t: &Told<'_>) -> bool {
    match &t.body.event {
        // A meeting is told; a call only where it was the first, or ended a silence.
        Event::ContactMade(c) => {
            matches!(c.how, Means::Meeting | Means::Visit)
                || first.contains(&(&t.room.name, t.entry.number))
                || t.ends_silence()
        }
        // The steps on the way are not told, but whether what arrived is what was sent.
        Event::CustodyStep(s) => match s.comparison {
            Comparison::Differs => true,
            Comparison::Same => s.step == Step::ReadBack,
            Comparison::NotCompared => false,
        },
        // The desk tells an announcement once, not for each room.
        Event::Announced(_) => view.viewer != Viewer::Desk,
        Event::OfficerAdded(_)
        | Event::ParticipantAdded(_)
        | Event::RepresentativeAdded(_)
        | Event::BodyAdded(_)
        | Event::ChannelSet(_)
        | Event::Attempted(_)
        | Event::LeaveGiven(_)
        | Event::RelayProposed(_)
        | Event::RelayDeclined(_)
        | Event::Relayed(_)
        | Event::DraftCarried(_)
        | Event::Corrected(_)
        | Event::AccountGiven(_) => false,
        Event::CaseOpened(_)
        | Event::GroundRulesSet(_)
        | Event::HolderAdded(_)
        | Event::Noted(_)
        | Event::RoomOpened(_)
        | Event::MandateRecorded(_)
        | Event::MandateEnded(_)
        | Event::ChannelOpened(_)
        | Event::SilenceDeclared(_)
        | Event::MessageGiven(_)
        | Event::RequestMade(_)
        | Event::RequestMet(_)
        | Event::DemandMade(_)
        | Event::AnswerGiven(_)
        | Event::UndertakingGiven(_)
        | Event::Performed(_)
        | Event::ActDone(_)
        | Event::ListReceived(_)
        | Event::EstimateGiven(_)
        | Event::CountConfirmed(_)
        | Event::Conveyed(_)
        | Event::OutlineSet(_)
        | Event::Drafted(_)
        | Event::DraftPut(_)
        | Event::OfferWithdrawn(_)
        | Event::PositionTaken(_)
        | Event::Commented(_)
        | Event::BodyDecided(_)
        | Event::Accepted(_)
        | Event::OfferRefused(_)
        | Event::Concluded(_)
        | Event::AnnouncementMade(_)
        | Event::RequirementSet(_)
        | Event::RequirementMet(_)
        | Event::ParameterSet(_)
        | Event::BodyErased(_) => true,
    }
}

impl Told<'_> {
    /// Whether the participant was heard from again with this entry.
    pub(super) fn ends_silence(&self) -> bool {
        self.silence_ended().is_some()
    }

    /// The silence that ended with this entry: how many attempts were made in it.
    pub(super) fn silence_ended(&self) -> Option<u32> {
        let channel = self.room.channels.all.get(self.body.channel.as_ref()?)?;
        channel
            .silences
            .iter()
            .find(|s| s.ended.is_some_and(|(n, ..)| n == self.entry.number))
            .map(|s| s.attempts)
    }
}
