//! What one viewer can know: the fold of the entries of the rooms that the viewer sits in. The
//! view is the state; there is no second, complete one. The desk's view is the same fold over all
//! rooms.

use std::{collections::BTreeMap, sync::Arc};

use crate::{
    concerns::{
        acceptances::Acceptances,
        agreement::Agreement,
        channels::Channels,
        corrections::{Account, Corrections, Effect},
        custody::{Custodies, StepTaken},
        decisions::Decisions,
        demands::Demands,
        lists::Lists,
        messages::Conversation,
        opening::Opening,
        people::People,
        positions::Positions,
        relays::{Conveyed, ConveyedAs, Crossings},
        rooms::{RoomKind, RoomOpened, Roster},
        texts::Texts,
        undertakings::{UndertakingKind, Undertakings},
    },
    entry::{Body, Entry, RoomLog, Speaker},
    event::Event,
    ids::{ParticipantId, RoomName},
    time::Instant,
    words::{Title, Wording},
};

/// Who looks.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Viewer {
    /// The desk, which sits in every room.
    Desk,
    /// A participant, which sits in some.
    Participant(ParticipantId),
}

/// What one viewer can know, now or at an earlier moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct View {
    /// Who looks.
    pub viewer: Viewer,
    /// The moment as of which the view was asked for, where it was not the present.
    pub as_known_on: Option<Instant>,
    /// The rooms that the viewer sits in.
    pub rooms: BTreeMap<RoomName, Room>,
    /// What only the desk's own room says; empty for everybody else.
    pub desk: DeskBook,
}

/// One room, folded from its own entries and nothing else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Room {
    /// Its name.
    pub name: RoomName,
    /// How it was opened; `None` for the desk's own.
    pub opened: Option<RoomOpened>,
    /// Its entries, as far as they were known.
    pub entries: Vec<Arc<Entry>>,
    /// How many entries its log has, whatever was known when.
    pub size: u64,
    /// Who acts for whom.
    pub people: People,
    /// Ways to reach a participant.
    pub channels: Channels,
    /// Requests, and leave to carry.
    pub conversation: Conversation,
    /// Demands and answers.
    pub demands: Demands,
    /// Undertakings and acts.
    pub undertakings: Undertakings,
    /// Lists, estimates, confirmed numbers.
    pub lists: Lists,
    /// Versions of texts.
    pub texts: Texts,
    /// Stands on them.
    pub positions: Positions,
    /// What bodies decided.
    pub decisions: Decisions,
    /// Acceptances and refusals.
    pub acceptances: Acceptances,
    /// Custody of what was carried here.
    pub custodies: Custodies,
    /// Corrections and other accounts.
    pub corrections: Corrections,
}

/// What only the desk's own room says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DeskBook {
    /// The case, its rules, the desk's officers.
    pub opening: Opening,
    /// Who takes part.
    pub roster: Roster,
    /// What crossed, with both ends.
    pub crossings: Crossings,
    /// What was agreed, and what it needs.
    pub agreement: Agreement,
}

impl View {
    /// What a viewer can know from these logs: of each log in which the viewer sits, all entries,
    /// or those that had been learnt by a moment. Logs of other rooms are not looked into beyond
    /// their first entry, which says who sits there.
    pub fn of<'a>(
        viewer: &Viewer,
        logs: impl IntoIterator<Item = &'a RoomLog>,
        as_known_on: Option<Instant>,
    ) -> Self {
        let mut view = Self {
            viewer: viewer.clone(),
            as_known_on,
            rooms: BTreeMap::new(),
            desk: DeskBook::default(),
        };
        for log in logs {
            view.fold(log);
        }
        view
    }

    fn fold(&mut self, log: &RoomLog) {
        let Some(name) = log.seats(&self.viewer) else {
            return;
        };
        let mut room = Room::empty(name);
        let at = self.as_known_on;
        let known = |e: &&Arc<Entry>| at.is_none_or(|at| e.known_by(at));
        room.corrections.void = log
            .entries
            .iter()
            .filter(known)
            .filter_map(|e| voids(e))
            .collect();
        for entry in &log.entries {
            if !at.is_none_or(|at| entry.known_by(at)) {
                continue;
            }
            // Something may be learnt before its room was opened here: what room it is, and who
            // sits there, is then known with it.
            if let (true, Some(opening)) = (room.entries.is_empty(), log.entries.first())
                && opening.number != entry.number
            {
                self.take_up(&mut room, opening);
            }
            self.take_up(&mut room, entry);
        }
        room.size = u64::try_from(log.entries.len()).unwrap_or(u64::MAX);
        if !room.entries.is_empty() {
            self.rooms.insert(room.name.clone(), room);
        }
    }

    /// Takes up one more entry of a room that the viewer sits in: the present, one step on. An
    /// entry that opens a room opens it here too, if the viewer has a seat.
    pub fn push(&mut self, name: &RoomName, entry: &Arc<Entry>) {
        let opens = || {
            RoomLog {
                entries: vec![Arc::clone(entry)],
            }
            .seats(&self.viewer)
        };
        let room = self.rooms.remove(name).or_else(|| opens().map(Room::empty));
        let Some(mut room) = room else { return };
        if voids(entry).is_some() {
            // What an entry did cannot be taken out of a fold: it is folded anew without it.
            let mut entries = std::mem::take(&mut room.entries);
            entries.push(Arc::clone(entry));
            if name.is_desk() {
                self.desk = DeskBook::default();
            }
            self.fold(&RoomLog { entries });
            return;
        }
        self.take_up(&mut room, entry);
        room.size = room.size.max(entry.number);
        self.rooms.insert(name.clone(), room);
    }

    fn take_up(&mut self, room: &mut Room, entry: &Arc<Entry>) {
        room.entries.push(Arc::clone(entry));
        let Some(body) = entry.body() else { return };
        if room.corrections.void.contains(&entry.number) {
            return;
        }
        room.channels.notice(entry.number, body);
        room.evolve(entry.number, body);
        if room.name.is_desk() {
            self.desk.evolve(entry.number, body);
        }
    }

    /// The desk's own room, where the viewer is the desk.
    pub fn desk_room(&self) -> Option<&Room> {
        self.rooms.get(&RoomName::desk())
    }

    /// The rooms in which a participant sits, among those that the viewer sees.
    pub fn rooms_of<'a>(&'a self, p: &'a ParticipantId) -> impl Iterator<Item = &'a Room> + 'a {
        self.rooms
            .values()
            .filter(move |r| r.opened.as_ref().is_some_and(|o| o.seats(p)))
    }

    /// The case's title, as this viewer knows it.
    pub fn title(&self) -> Option<&Title> {
        let told = || {
            self.rooms
                .values()
                .find_map(|r| r.opened.as_ref())
                .map(|o| &o.case)
        };
        self.desk
            .opening
            .case
            .as_ref()
            .map(|c| &c.title)
            .or_else(told)
    }

    /// The place and the zone of the clock by which the desk works.
    pub fn clock(&self) -> Option<(&Title, &Title)> {
        let told = || {
            self.rooms
                .values()
                .find_map(|r| r.opened.as_ref())
                .map(|o| (&o.place, &o.zone))
        };
        self.desk
            .opening
            .case
            .as_ref()
            .map(|c| (&c.place, &c.zone))
            .or_else(told)
    }

    /// What is said at the foot of every page.
    pub fn notice(&self) -> Option<&Wording> {
        let told = || {
            self.rooms
                .values()
                .find_map(|r| r.opened.as_ref())
                .and_then(|o| o.notice.as_ref())
        };
        self.desk
            .opening
            .case
            .as_ref()
            .and_then(|c| c.notice.as_ref())
            .or_else(told)
    }

    /// A participant's name in full, as this viewer knows it.
    pub fn participant_name(&self, p: &ParticipantId) -> Option<&Title> {
        let seat = || {
            let seats = self
                .rooms
                .values()
                .filter_map(|r| r.opened.as_ref())
                .flat_map(|o| &o.members);
            seats
                .filter(|s| s.participant == *p)
                .map(|s| &s.name)
                .next()
        };
        self.desk
            .roster
            .participants
            .get(p)
            .map(|p| &p.name)
            .or_else(seat)
    }

    /// Every entry that the viewer can see, in the order in which it was learnt; entries learnt
    /// at once keep the order of their room.
    pub fn by_learnt(&self) -> Vec<(&Room, &Arc<Entry>)> {
        let mut all: Vec<_> = self
            .rooms
            .values()
            .flat_map(|r| r.entries.iter().map(move |e| (r, e)))
            .collect();
        all.sort_by(|(r, e), (s, f)| {
            e.learnt()
                .cmp(&f.learnt())
                .then_with(|| r.name.cmp(&s.name))
                .then(e.number.cmp(&f.number))
        });
        all
    }
}

/// The entry that an entry makes void, if it does.
fn voids(entry: &Entry) -> Option<u64> {
    match &entry.body()?.event {
        Event::Corrected(c) if c.effect == Effect::Void => Some(c.entry.number),
        _ => None,
    }
}

impl RoomLog {
    /// The room's name, if the viewer sits in it.
    fn seats(&self, viewer: &Viewer) -> Option<RoomName> {
        let body = self.entries.first()?.body()?;
        match (&body.event, viewer) {
            (Event::RoomOpened(o), Viewer::Desk) => Some(o.room.clone()),
            (Event::RoomOpened(o), Viewer::Participant(p)) => o.seats(p).then(|| o.room.clone()),
            (Event::CaseOpened(_), Viewer::Desk) => Some(RoomName::desk()),
            _ => None,
        }
    }
}

impl Entry {
    /// When it was learnt; where it can no longer be read, when it was recorded.
    pub fn learnt(&self) -> Instant {
        self.body().map_or(self.recorded, |b| b.learnt)
    }

    fn known_by(&self, at: Instant) -> bool {
        self.learnt() <= at
    }
}

impl Room {
    pub(crate) fn empty(name: RoomName) -> Self {
        Self {
            name,
            opened: None,
            entries: Vec::new(),
            size: 0,
            people: People::default(),
            channels: Channels::default(),
            conversation: Conversation::default(),
            demands: Demands::default(),
            undertakings: Undertakings::default(),
            lists: Lists::default(),
            texts: Texts::default(),
            positions: Positions::default(),
            decisions: Decisions::default(),
            acceptances: Acceptances::default(),
            custodies: Custodies::default(),
            corrections: Corrections::default(),
        }
    }

    /// Who hears it.
    pub fn kind(&self) -> RoomKind {
        self.opened
            .as_ref()
            .map_or(RoomKind::Desk, RoomOpened::kind)
    }

    /// The letters before its entries' numbers.
    pub fn code(&self) -> &str {
        self.opened
            .as_ref()
            .map_or(crate::concerns::DESK_CODE, |o| o.code.as_str())
    }

    /// An entry by its number.
    pub fn entry(&self, number: u64) -> Option<&Arc<Entry>> {
        let at = self
            .entries
            .binary_search_by_key(&number, |e| e.number)
            .ok()?;
        self.entries.get(at)
    }

    /// Takes up what an entry says.
    fn evolve(&mut self, n: u64, body: &Body) {
        match &body.event {
            Event::RoomOpened(o) => self.opened = Some(o.clone()),
            Event::RepresentativeAdded(r) => self.people.add(n, r),
            Event::MandateRecorded(m) => self.people.record_mandate(n, body, m),
            Event::MandateEnded(e) => self.people.end_mandate(n, body, e),
            Event::BodyAdded(b) => self.people.add_body(b),
            Event::ChannelOpened(c) => self.channels.open(n, body.learnt, c),
            Event::ChannelSet(s) => self.channels.set(s),
            Event::LeaveGiven(l) => self.conversation.give_leave(n, l),
            Event::RequestMade(r) => self.conversation.ask(n, body.learnt, r),
            Event::RequestMet(m) => self.conversation.meet(n, m),
            Event::DemandMade(d) => self.demands.make(n, &d.from, &d.words, &d.parts),
            Event::AnswerGiven(a) => {
                self.demands.answer(n, &a.demand, &a.parts);
                if let Some(words) = &a.undertaking {
                    self.undertakings
                        .add(n, &a.from, UndertakingKind::Undertaking, words, None);
                }
            }
            Event::UndertakingGiven(u) => self.undertakings.give(n, u),
            Event::Performed(p) => self.undertakings.perform(n, p),
            Event::ActDone(a) => self.undertakings.act(n, a),
            Event::ListReceived(l) => self.lists.receive(n, l),
            Event::EstimateGiven(e) => self.lists.estimate(n, body.happened, e),
            Event::CountConfirmed(c) => self.lists.confirm(n, c),
            Event::Conveyed(c) => self.conveyed(n, body.learnt, c),
            Event::CustodyStep(s) => {
                let (when, learnt) = (body.happened, body.learnt);
                self.custodies.step(StepTaken {
                    number: n,
                    when,
                    learnt,
                    at: body.sequence(n),
                    step: CustodyStepOwned::clone(s),
                });
            }
            Event::OutlineSet(o) => self.texts.outline(n, o),
            Event::Drafted(d) => self.texts.drafted(n, body, d),
            Event::DraftPut(p) => self.texts.put(n, body, p),
            Event::DraftCarried(c) => self.texts.carried(c),
            Event::OfferWithdrawn(w) => self.texts.withdraw(n, body, w),
            Event::PositionTaken(p) => self.positions.take(n, body, p),
            Event::Commented(c) => self.positions.comment(n, c),
            Event::BodyDecided(d) => self.decisions.decide(n, body, d, &self.people, &self.texts),
            Event::Accepted(a) => self.acceptances.accept(n, body, a, &self.texts),
            Event::OfferRefused(r) => self.acceptances.refuse(n, body, r, &self.texts),
            Event::Corrected(c) => self.corrections.correct(n, c),
            Event::AccountGiven(a) => {
                let account = Account {
                    number: n,
                    when: body.happened,
                    source: body.source.clone(),
                    words: a.words.clone(),
                };
                self.corrections.account(account, &a.of);
            }
            Event::BodyErased(e) => self.corrections.erase(n, e),
            Event::CaseOpened(_)
            | Event::GroundRulesSet(_)
            | Event::OfficerAdded(_)
            | Event::ParticipantAdded(_)
            | Event::HolderAdded(_)
            | Event::Noted(_)
            | Event::ContactMade(_)
            | Event::Attempted(_)
            | Event::SilenceDeclared(_)
            | Event::MessageGiven(_)
            | Event::RelayProposed(_)
            | Event::RelayDeclined(_)
            | Event::Relayed(_)
            | Event::Concluded(_)
            | Event::Announced(_)
            | Event::AnnouncementMade(_)
            | Event::RequirementSet(_)
            | Event::RequirementMet(_)
            | Event::ParameterSet(_) => {}
        }
    }

    fn conveyed(&mut self, n: u64, learnt: Instant, c: &Conveyed) {
        match &c.conveyed_as {
            ConveyedAs::Message => {}
            ConveyedAs::Demand(parts) => self.demands.make(n, &Speaker::Desk, &c.words, parts),
            ConveyedAs::Answer { demand, parts } => self.demands.answer(n, demand, parts),
            ConveyedAs::Request { what, due } => {
                let request = crate::concerns::messages::Request {
                    from: Speaker::Desk,
                    what: *what,
                    words: c.words.clone(),
                    due: *due,
                };
                self.conversation.ask(n, learnt, &request);
            }
        }
    }
}

type CustodyStepOwned = crate::concerns::custody::CustodyStep;

impl DeskBook {
    fn evolve(&mut self, n: u64, body: &Body) {
        match &body.event {
            Event::CaseOpened(c) => self.opening.open_case(c),
            Event::GroundRulesSet(r) => self.opening.set_rules(r),
            Event::OfficerAdded(o) => self.opening.add_officer(o),
            Event::ParticipantAdded(p) => self.roster.add(p),
            Event::HolderAdded(h) => self.roster.add_holder(h),
            Event::Relayed(r) => self.crossings.relayed(n, r),
            Event::RelayProposed(p) => self.crossings.propose(n, p),
            Event::RelayDeclined(r) => self.crossings.decline(n, r),
            Event::Concluded(c) => self.agreement.conclude(n, body.learnt, c),
            Event::RequirementSet(r) => self.agreement.require(n, r),
            Event::RequirementMet(m) => self.agreement.meet(n, m),
            Event::ParameterSet(p) => self.agreement.set(n, body.happened, p),
            Event::AnnouncementMade(a) => self.agreement.announced(n, a),
            // What every room has is taken up with the room.
            _ => {}
        }
    }
}
