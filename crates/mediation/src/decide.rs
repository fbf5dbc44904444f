//! `decide`: whether a submission is taken, on the actor's view alone, and what is then written
//! to which rooms. A refusal changes nothing.

use crate::{
    command::{Command, OpenTo, Place, Submission},
    concerns::{
        acceptances, agreement, channels, corrections, custody, decisions, demands, lists,
        messages, opening,
        people::{self, Act},
        positions,
        provenance::{self, Bound, Makes},
        relays::{self, Voice},
        rooms::{self, AddParticipant},
        texts, undertakings,
    },
    entry::{AHEAD, Author, Body, Speaker, Standing, Terms, happened_by},
    event::Event,
    ids::{ChannelId, EntryRef, ParticipantId, RepresentativeId, RoomName, TextId},
    refusal::{Reason, Refusal},
    time::Instant,
    view::{Room, View, Viewer},
    words::Said,
};

/// An entry to be written: in which room, and what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outgoing {
    /// The room.
    pub room: RoomName,
    /// What is written.
    pub body: Body,
}

/// A refusal, boxed: refusals are rare, and results are passed through many hands.
pub(crate) type Refused = Box<Refusal>;

/// What the rules of one concern have to go by: the actor's view, the submission, the time.
pub(crate) struct Deciding<'a> {
    pub view: &'a View,
    pub submission: &'a Submission,
}

/// Decides on a submission. `at` is the present by the clock of whoever asks.
///
/// # Errors
/// A [`Refusal`] says what was attempted, why it was refused and what can be done.
pub fn decide(
    view: &View,
    submission: &Submission,
    at: Instant,
) -> Result<Vec<Outgoing>, Box<Refusal>> {
    let d = Deciding { view, submission };
    d.check_actor()?;
    d.check_place()?;
    d.check_times(at)?;
    d.check_word()?;
    if submission.channel.is_some() && submission.room.is_desk() {
        return d.refuse(Reason::ChannelElsewhere);
    }
    if let Some(channel) = &submission.channel {
        d.channel(channel)?;
    }
    let outgoing = d.obey()?;
    d.keep_confidences(&outgoing)?;
    Ok(outgoing)
}

impl Deciding<'_> {
    /// What the rules of the command's own concern say.
    fn obey(&self) -> Result<Vec<Outgoing>, Refused> {
        match &self.submission.command {
            Command::OpenCase(c) => opening::open_case(self, c),
            Command::GroundRules(c) => opening::ground_rules(self, c),
            Command::AddOfficer(c) => opening::add_officer(self, c),
            Command::AddParticipant(c) => rooms::add_participant(self, c),
            Command::AddHolder(c) => rooms::add_holder(self, c),
            Command::Note(c) => opening::note(self, c),
            Command::OpenRoom(c) => rooms::open_room(self, c),
            Command::AddRepresentative(c) => people::add_representative(self, c),
            Command::RecordMandate(c) => people::record_mandate(self, c),
            Command::EndMandate(c) => people::end_mandate(self, c),
            Command::AddBody(c) => people::add_body(self, c),
            Command::OpenChannel(c) => channels::open_channel(self, c),
            Command::SetChannel(c) => channels::set_channel(self, c),
            Command::Contact(c) => channels::contact(self, c),
            Command::Attempt(c) => channels::attempt(self, c),
            Command::DeclareSilence(c) => channels::declare_silence(self, c),
            Command::Message(c) => messages::message(self, c),
            Command::GiveLeave(c) => messages::give_leave(self, c),
            Command::Request(c) => messages::request(self, c),
            Command::MeetRequest(c) => messages::meet_request(self, c),
            Command::Demand(c) => demands::demand(self, c),
            Command::Answer(c) => demands::answer(self, c),
            Command::Undertake(c) => undertakings::undertake(self, c),
            Command::Perform(c) => undertakings::perform(self, c),
            Command::RecordAct(c) => undertakings::record_act(self, c),
            Command::RecordList(c) => lists::record_list(self, c),
            Command::Estimate(c) => lists::estimate(self, c),
            Command::ConfirmCount(c) => lists::confirm_count(self, c),
            Command::Relay(c) => relays::relay(self, c),
            Command::ProposeRelay(c) => relays::propose_relay(self, c),
            Command::ClearRelay(c) => relays::clear_relay(self, c),
            Command::DeclineRelay(c) => relays::decline_relay(self, c),
            Command::Custody(c) => custody::custody(self, c),
            Command::Outline(c) => texts::outline(self, c),
            Command::Draft(c) => texts::draft(self, c),
            Command::PutDraft(c) => texts::put_draft(self, c),
            Command::WithdrawOffer(c) => texts::withdraw_offer(self, c),
            Command::TakePosition(c) => positions::take_position(self, c),
            Command::Comment(c) => positions::comment(self, c),
            Command::RecordDecision(c) => decisions::record_decision(self, c),
            Command::Accept(c) => acceptances::accept(self, c),
            Command::RefuseOffer(c) => acceptances::refuse_offer(self, c),
            Command::Conclude(c) => agreement::conclude(self, c),
            Command::Announce(c) => agreement::announce(self, c),
            Command::Require(c) => agreement::require(self, c),
            Command::MeetRequirement(c) => agreement::meet_requirement(self, c),
            Command::SetParameter(c) => agreement::set_parameter(self, c),
            Command::Correct(c) => corrections::correct(self, c),
            Command::OtherAccount(c) => corrections::other_account(self, c),
            Command::EraseEntry(c) => corrections::erase_entry(self, c),
        }
    }

    /// Whatever the desk writes into a room in which a participant sits, in whichever field, is
    /// held against what was told elsewhere: no door leads round the terms.
    fn keep_confidences(&self, outgoing: &[Outgoing]) -> Result<(), Refused> {
        if self.submission.by != Author::Desk {
            return Ok(());
        }
        for out in outgoing.iter().filter(|o| !o.room.is_desk()) {
            let event = &out.body.event;
            // A relay was looked at with its sources; a participant's own words are its own.
            let looked_at = matches!(event, Event::Conveyed(_));
            if looked_at || matches!(event.speaker(), Some(Speaker::Participant(_))) {
                continue;
            }
            // What was said of a text was said for the drafting of it; the note beside it is talk.
            let (text, talk) = match event {
                Event::DraftPut(p) => (written(&p.text), written(&p.words)),
                Event::OutlineSet(o) => (written(&o.points), written(&o.title)),
                event => (Vec::new(), written(event)),
            };
            self.keep_from(&out.room, &text, Makes::Text)?;
            self.keep_from(&out.room, &talk, Makes::Talk)?;
        }
        Ok(())
    }

    fn keep_from(&self, to: &RoomName, fields: &[String], makes: Makes) -> Result<(), Refused> {
        let words = Said::of(fields.iter().map(String::as_str));
        let bound = Bound {
            to,
            named: &[],
            words: &words,
            makes,
        };
        match provenance::quoted_unnamed(self.view, &bound) {
            Some((entry, terms)) => {
                relays::check_terms(self, &entry, Some(terms), true, Voice::NonPaper)
            }
            None => Ok(()),
        }
    }
}

/// Every string that would be written, in order.
fn written(what: &impl serde::Serialize) -> Vec<String> {
    let mut fields = Vec::new();
    if let Ok(value) = serde_json::to_value(what) {
        strings(&value, &mut fields);
    }
    fields
}

/// Every string in a value, in order.
fn strings(value: &serde_json::Value, out: &mut Vec<String>) {
    match value {
        serde_json::Value::String(s) => out.push(s.clone()),
        serde_json::Value::Array(all) => all.iter().for_each(|v| strings(v, out)),
        serde_json::Value::Object(map) => map.values().for_each(|v| strings(v, out)),
        serde_json::Value::Null | serde_json::Value::Bool(_) | serde_json::Value::Number(_) => {}
    }
}

impl<'a> Deciding<'a> {
    /// Who may submit, in whose name.
    fn check_actor(&self) -> Result<(), Refused> {
        if self.view.as_known_on.is_some() {
            return self.refuse(Reason::OnlyThePresent);
        }
        match (&self.view.viewer, &self.submission.by) {
            (Viewer::Desk, Author::Desk) => Ok(()),
            (Viewer::Participant(p), Author::Representative(q, r)) if p == q => {
                if self.submission.command.kind().open_to == OpenTo::Desk {
                    return self.refuse(Reason::OnlyTheDesk);
                }
                self.representative_of(r, p).map(|_| ())
            }
            _ => self.refuse(Reason::NotYourName),
        }
    }

    /// In which room.
    fn check_place(&self) -> Result<(), Refused> {
        let room = &self.submission.room;
        let opening = matches!(self.submission.command, Command::OpenCase(_));
        if !opening && self.view.viewer == Viewer::Desk && self.view.desk.opening.case.is_none() {
            return self.refuse(Reason::NoCase);
        }
        match self.submission.command.kind().place {
            Place::New => Ok(()),
            Place::Desk if room.is_desk() => Ok(()),
            Place::Desk => self.refuse(Reason::BelongsToTheDesk),
            Place::Shared if room.is_desk() => self.refuse(Reason::BelongsToARoom),
            Place::Shared | Place::Any => self.room().map(|_| ()),
        }
    }

    /// Nothing is learnt before it happened, nor known before it is learnt.
    fn check_times(&self, at: Instant) -> Result<(), Refused> {
        // A date alone began, somewhere on earth, up to 14 hours before it began at UTC.
        let earliest = self.submission.happened.bounds(AHEAD).0;
        if earliest.is_some_and(|e| e > self.submission.learnt) {
            return self.refuse(Reason::LearntBeforeItHappened {
                happened: self.submission.happened.to_string(),
                learnt: self.submission.learnt.to_string(),
            });
        }
        if self.submission.learnt > at {
            return self.refuse(Reason::LearntInTheFuture {
                learnt: self.submission.learnt.to_string(),
            });
        }
        Ok(())
    }

    /// How the desk knows must fit who writes.
    fn check_word(&self) -> Result<(), Refused> {
        let signs = matches!(&self.submission.command, Command::Accept(a) if a.signature.is_some());
        match (self.submission.standing, &self.submission.by) {
            (Standing::Signed, _) if signs => Ok(()),
            (Standing::Signed, _) => self.refuse(Reason::SignatureMissing),
            (Standing::Witnessed, Author::Desk)
            | (Standing::Entered, Author::Representative(..)) => Ok(()),
            (Standing::Reported, Author::Desk) if self.submission.source.is_some() => Ok(()),
            (Standing::Reported, Author::Desk) => self.refuse(Reason::SourceMissing),
            (Standing::Entered, Author::Desk) => self.refuse(Reason::EnteredByNobody),
            (Standing::Witnessed | Standing::Reported, Author::Representative(..)) => {
                self.refuse(Reason::NotYourName)
            }
        }
    }

    #[expect(
        clippy::unnecessary_box_returns,
        reason = "every rule passes refusals on boxed"
    )]
    pub fn refused(&self, reason: Reason) -> Refused {
        Box::new(Refusal {
            command: self.submission.command.kind().name,
            room: self.submission.room.clone(),
            reason,
        })
    }

    pub fn refuse<T>(&self, reason: Reason) -> Result<T, Refused> {
        Err(self.refused(reason))
    }

    /// The room of the submission. "Not there" and "not yours" are one answer.
    pub fn room(&self) -> Result<&'a Room, Refused> {
        let name = &self.submission.room;
        self.view.rooms.get(name).ok_or_else(|| {
            self.refused(Reason::NoSuchRoom {
                room: name.to_string(),
            })
        })
    }

    pub fn participant(&self, p: &ParticipantId) -> Result<&'a AddParticipant, Refused> {
        let found = self.view.desk.roster.participants.get(p);
        found.ok_or_else(|| {
            self.refused(Reason::NoSuchName {
                name: p.to_string(),
                kind: "participant",
            })
        })
    }

    /// That a participant sits in the room of the submission, and may be spoken for by its author.
    pub fn seated(&self, p: &ParticipantId) -> Result<(), Refused> {
        if !self.room()?.opened.as_ref().is_some_and(|o| o.seats(p)) {
            return self.refuse(Reason::NotInTheRoom {
                name: p.to_string(),
            });
        }
        match &self.submission.by {
            Author::Representative(own, _) if own != p => self.refuse(Reason::NotYourName),
            _ => Ok(()),
        }
    }

    /// That these can be somebody's words in this room, written by this author.
    pub fn speaker(&self, s: &Speaker) -> Result<(), Refused> {
        match (s, &self.submission.by) {
            (Speaker::Participant(p), _) => self.seated(p),
            (Speaker::Desk, Author::Desk) => Ok(()),
            (Speaker::Desk, Author::Representative(..)) => self.refuse(Reason::NotYourName),
        }
    }

    pub fn representative(
        &self,
        r: &RepresentativeId,
    ) -> Result<&'a people::Representative, Refused> {
        let found = self.room()?.people.representatives.get(r);
        found.ok_or_else(|| {
            self.refused(Reason::NoSuchName {
                name: r.to_string(),
                kind: "representative",
            })
        })
    }

    pub fn representative_of(
        &self,
        r: &RepresentativeId,
        p: &ParticipantId,
    ) -> Result<&'a people::Representative, Refused> {
        let found = self.representative(r)?;
        if found.person.participant == *p {
            Ok(found)
        } else {
            self.refuse(Reason::ActsForAnother {
                name: r.to_string(),
            })
        }
    }

    /// That whoever is signed in acts in their own name, not in a colleague's.
    pub fn in_own_name(&self, r: &RepresentativeId) -> Result<(), Refused> {
        match &self.submission.by {
            Author::Representative(_, own) if own != r => self.refuse(Reason::NotYourName),
            Author::Representative(..) | Author::Desk => Ok(()),
        }
    }

    /// That whoever acts for a participant may. Whoever is signed in is the one who acts, named or
    /// not; where the desk names nobody, it is the participant's act as somebody passed it on.
    pub fn acts_for(
        &self,
        p: &ParticipantId,
        named: Option<&RepresentativeId>,
        act: Act,
        text: Option<&TextId>,
    ) -> Result<(), Refused> {
        if let Some(r) = named {
            self.in_own_name(r)?;
        }
        let who = match (&self.submission.by, named) {
            (Author::Representative(_, own), _) => own,
            (Author::Desk, Some(named)) => named,
            (Author::Desk, None) => return Ok(()),
        };
        self.representative_of(who, p)?;
        self.mandated(who, act, text)
    }

    /// That a representative has a standing mandate for an act.
    pub fn mandated(
        &self,
        r: &RepresentativeId,
        act: Act,
        text: Option<&TextId>,
    ) -> Result<(), Refused> {
        let mandates = &self.room()?.people.mandates;
        let when = self.happened_by();
        let reaches = |m: &people::Mandate| {
            // Whoever may bind may also agree subject to confirmation, and negotiate.
            let acts: &[Act] = match act {
                Act::Speak => &[
                    Act::Speak,
                    Act::Negotiate,
                    Act::AgreeAdReferendum,
                    Act::Bind,
                ],
                Act::Negotiate => &[Act::Negotiate, Act::AgreeAdReferendum, Act::Bind],
                Act::AgreeAdReferendum => &[Act::AgreeAdReferendum, Act::Bind],
                Act::Bind => &[Act::Bind],
            };
            m.terms.representative == *r && acts.iter().any(|a| m.covers(*a, text, when))
        };
        if mandates.values().any(reaches) {
            return Ok(());
        }
        match mandates
            .values()
            .rev()
            .find(|m| m.terms.representative == *r)
        {
            Some(m) => self.refuse(Reason::MandateDoesNotReach {
                entry: EntryRef::new(self.submission.room.clone(), m.number),
                act,
            }),
            None => self.refuse(Reason::NoMandate {
                name: r.to_string(),
            }),
        }
    }

    pub fn channel(&self, c: &ChannelId) -> Result<&'a channels::Channel, Refused> {
        let found = self.room()?.channels.all.get(c);
        found.ok_or_else(|| {
            self.refused(Reason::NoSuchName {
                name: c.to_string(),
                kind: "channel",
            })
        })
    }

    /// The channel that the submission names; it must name one, and it must not be closed.
    pub fn open_channel(&self) -> Result<&'a channels::Channel, Refused> {
        let Some(c) = &self.submission.channel else {
            return self.refuse(Reason::NothingGiven { what: "channel" });
        };
        let found = self.channel(c)?;
        if found.state == channels::ChannelState::Closed {
            return self.refuse(Reason::ChannelClosed {
                name: c.to_string(),
            });
        }
        Ok(found)
    }

    /// An entry that the actor can see. "Not there" and "not yours" are one answer.
    pub fn entry(&self, e: &EntryRef) -> Result<&'a Body, Refused> {
        let found = self.view.rooms.get(&e.room).and_then(|r| r.entry(e.number));
        let Some(found) = found else {
            return self.refuse(Reason::NoSuchEntry { entry: e.clone() });
        };
        found
            .body()
            .ok_or_else(|| self.refused(Reason::CannotBeRead { entry: e.clone() }))
    }

    /// An entry of the room of the submission.
    pub fn in_this_room(&self, e: &EntryRef) -> Result<&'a Body, Refused> {
        if e.room != self.submission.room {
            return self.refuse(Reason::NotInThisRoom { entry: e.clone() });
        }
        self.entry(e)
    }

    /// The latest moment that the words "when it happened" allow, never later than it was learnt.
    pub fn happened_by(&self) -> Instant {
        let s = self.submission;
        happened_by(&s.by, s.happened, s.learnt)
    }

    /// The reference that the next entry of a room will have.
    pub fn next_in(&self, room: &RoomName) -> Result<EntryRef, Refused> {
        let found = self.view.rooms.get(room);
        let found = found.ok_or_else(|| {
            self.refused(Reason::NoSuchRoom {
                room: room.to_string(),
            })
        })?;
        Ok(EntryRef::new(room.clone(), found.size + 1))
    }

    pub fn next_here(&self) -> Result<EntryRef, Refused> {
        self.next_in(&self.submission.room)
    }

    /// One entry in the room of the submission.
    #[expect(clippy::unnecessary_wraps, reason = "it is how every rule ends")]
    pub fn here(&self, event: Event) -> Result<Vec<Outgoing>, Refused> {
        Ok(vec![self.in_room(&self.submission.room, event)])
    }

    pub fn in_room(&self, room: &RoomName, event: Event) -> Outgoing {
        let s = self.submission;
        // What the desk carries into a room tells nothing of how, or by whom, it came to the desk.
        let carried = matches!(
            event,
            Event::Conveyed(_) | Event::DraftPut(_) | Event::Announced(_)
        );
        let own = *room == s.room && !carried;
        let body = Body {
            by: s.by.clone(),
            happened: s.happened,
            learnt: s.learnt,
            standing: if own { s.standing } else { Standing::Witnessed },
            source: if own { s.source.clone() } else { None },
            terms: if room.is_desk() && !own {
                Terms::InConfidence
            } else {
                s.terms
            },
            channel: if *room == s.room {
                s.channel.clone()
            } else {
                None
            },
            event,
        };
        Outgoing {
            room: room.clone(),
            body,
        }
    }

    /// The desk's own record of what it did elsewhere.
    pub fn in_desk_room(&self, event: Event) -> Outgoing {
        self.in_room(&RoomName::desk(), event)
    }
}
