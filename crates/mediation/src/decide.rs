//! `decide`: whether a submission is taken, on the actor's view alone, and what is then written
//! to which rooms. A refusal changes nothing.

use crate::{
    command::{Command, OpenTo, Place, Submission},
    concerns::{
        acceptances, agreement, channels, corrections, custody, decisions, demands, lists,
        messages, opening,
        people::{self, Act},
        positions, relays,
        rooms::{self, AddParticipant},
        texts, undertakings,
    },
    entry::{Author, Body, Speaker, Standing, Terms},
    event::Event,
    ids::{ChannelId, EntryRef, ParticipantId, RepresentativeId, RoomName, TextId},
    refusal::{Reason, Refusal},
    time::Instant,
    view::{Room, View, Viewer},
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
    match &submission.command {
        Command::OpenCase(c) => opening::open_case(&d, c),
        Command::GroundRules(c) => opening::ground_rules(&d, c),
        Command::AddOfficer(c) => opening::add_officer(&d, c),
        Command::AddParticipant(c) => rooms::add_participant(&d, c),
        Command::AddHolder(c) => rooms::add_holder(&d, c),
        Command::Note(c) => opening::note(&d, c),
        Command::OpenRoom(c) => rooms::open_room(&d, c),
        Command::AddRepresentative(c) => people::add_representative(&d, c),
        Command::RecordMandate(c) => people::record_mandate(&d, c),
        Command::EndMandate(c) => people::end_mandate(&d, c),
        Command::AddBody(c) => people::add_body(&d, c),
        Command::OpenChannel(c) => channels::open_channel(&d, c),
        Command::SetChannel(c) => channels::set_channel(&d, c),
        Command::Contact(c) => channels::contact(&d, c),
        Command::Attempt(c) => channels::attempt(&d, c),
        Command::DeclareSilence(c) => channels::declare_silence(&d, c),
        Command::Message(c) => messages::message(&d, c),
        Command::GiveLeave(c) => messages::give_leave(&d, c),
        Command::Request(c) => messages::request(&d, c),
        Command::MeetRequest(c) => messages::meet_request(&d, c),
        Command::Demand(c) => demands::demand(&d, c),
        Command::Answer(c) => demands::answer(&d, c),
        Command::Undertake(c) => undertakings::undertake(&d, c),
        Command::Perform(c) => undertakings::perform(&d, c),
        Command::RecordAct(c) => undertakings::record_act(&d, c),
        Command::RecordList(c) => lists::record_list(&d, c),
        Command::Estimate(c) => lists::estimate(&d, c),
        Command::ConfirmCount(c) => lists::confirm_count(&d, c),
        Command::Relay(c) => relays::relay(&d, c),
        Command::ProposeRelay(c) => relays::propose_relay(&d, c),
        Command::ClearRelay(c) => relays::clear_relay(&d, c),
        Command::DeclineRelay(c) => relays::decline_relay(&d, c),
        Command::Custody(c) => custody::custody(&d, c),
        Command::Outline(c) => texts::outline(&d, c),
        Command::Draft(c) => texts::draft(&d, c),
        Command::PutDraft(c) => texts::put_draft(&d, c),
        Command::WithdrawOffer(c) => texts::withdraw_offer(&d, c),
        Command::TakePosition(c) => positions::take_position(&d, c),
        Command::Comment(c) => positions::comment(&d, c),
        Command::RecordDecision(c) => decisions::record_decision(&d, c),
        Command::Accept(c) => acceptances::accept(&d, c),
        Command::RefuseOffer(c) => acceptances::refuse_offer(&d, c),
        Command::Conclude(c) => agreement::conclude(&d, c),
        Command::Announce(c) => agreement::announce(&d, c),
        Command::Require(c) => agreement::require(&d, c),
        Command::MeetRequirement(c) => agreement::meet_requirement(&d, c),
        Command::SetParameter(c) => agreement::set_parameter(&d, c),
        Command::Correct(c) => corrections::correct(&d, c),
        Command::OtherAccount(c) => corrections::other_account(&d, c),
        Command::EraseEntry(c) => corrections::erase_entry(&d, c),
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
        let earliest = self
            .submission
            .happened
            .bounds(jiff::tz::Offset::constant(14))
            .0;
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
        let learnt = self.submission.learnt;
        let (first, last) = self.submission.happened.bounds(jiff::tz::Offset::UTC);
        last.or(first).map_or(learnt, |l| l.min(learnt))
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
