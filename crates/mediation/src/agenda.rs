//! What needs doing, as the desk's view shows it at a moment: what is overdue, what comes due,
//! what stands in the way. Nothing here is stored; it is read off the view each time.

use record::Digest;

use crate::{
    concerns::{
        agreement::{self, RequirementState},
        channels::{Channel, ChannelState},
        custody::Step,
        decisions::{DecisionOutcome, last_decision},
        messages::RequestState,
        people::Act,
        texts::{OfferState, Version},
        undertakings::UndertakingState,
    },
    ids::{ChannelId, EntryRef, ParticipantId, TextId},
    time::Instant,
    view::{Room, View},
};

/// Something that needs doing, and by when, where that is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pending<'a> {
    /// What.
    pub matter: Matter<'a>,
    /// By when.
    pub due: Option<Instant>,
}

/// What needs doing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Matter<'a> {
    /// A channel on which contact is due, or overdue.
    Contact {
        /// The room of the channel.
        room: &'a Room,
        /// The channel.
        channel: &'a ChannelId,
    },
    /// A channel that has been declared silent.
    Silence {
        /// The room of the channel.
        room: &'a Room,
        /// The channel.
        channel: &'a ChannelId,
    },
    /// Somebody asked, and has no answer.
    Request {
        /// The room in which it was asked.
        room: &'a Room,
        /// What was asked.
        request: &'a RequestState,
    },
    /// A demand of which a part has no answer.
    Demand {
        /// The room in which it was made.
        room: &'a Room,
        /// The entry.
        entry: EntryRef,
    },
    /// An offer that stands without an answer.
    Offer {
        /// The room to which it was put.
        room: &'a Room,
        /// The version.
        version: &'a Version,
        /// Who has not answered it: of a plenary, each by itself.
        participant: ParticipantId,
    },
    /// Something that was delivered and not read back.
    ReadBack {
        /// The room where it arrived.
        room: &'a Room,
        /// The entry.
        entry: EntryRef,
    },
    /// A read-back that differs from what was sent.
    Clarification {
        /// The room where it arrived.
        room: &'a Room,
        /// The entry.
        entry: EntryRef,
    },
    /// A required participant for which nobody on record may bind, while an offer is out.
    NobodyMayBind {
        /// The room.
        room: &'a Room,
        /// The participant.
        participant: ParticipantId,
        /// The text that is offered.
        text: TextId,
    },
    /// A relay that waits for a second officer.
    Clearance {
        /// The entry that proposed it.
        entry: EntryRef,
    },
    /// Somebody took a stand on a version that has changed since, and was not told.
    ToBeTold {
        /// The room of whoever is to be told.
        room: &'a Room,
        /// The version on which the stand was taken.
        stood_on: &'a Version,
        /// The desk's newest draft.
        newest: &'a Version,
    },
    /// Every required participant has accepted the same words, and no agreement is declared yet.
    Conclude {
        /// The text.
        text: TextId,
    },
    /// A body changed a text, and no draft has been made of its words.
    ToBeDrafted {
        /// The room of the decision.
        room: &'a Room,
        /// Its entry.
        entry: EntryRef,
    },
    /// Something without which an agreement cannot be carried out.
    Requirement(&'a RequirementState),
    /// The window for challenging a decision.
    Challenge {
        /// The room of the decision.
        room: &'a Room,
        /// Its entry.
        entry: EntryRef,
    },
    /// Something that was undertaken and of which nothing has become yet.
    Undertaking {
        /// The room in which it was given.
        room: &'a Room,
        /// What.
        undertaking: &'a UndertakingState,
    },
}

/// What needs doing at a moment, the most pressing first: what is late by how late it is, what
/// comes due by when, and then what has no date, in the order of the rooms.
pub fn agenda(view: &View, at: Instant) -> Vec<Pending<'_>> {
    let mut all = Vec::new();
    for room in view.rooms.values() {
        contacts(room, &mut all);
        talk(room, &mut all);
        offers(view, room, at, &mut all);
        custody(room, &mut all);
        decisions(room, at, &mut all);
    }
    told(view, &mut all);
    drafts(view, &mut all);
    accepted(view, &mut all);
    let crossings = view.desk.crossings.waiting().map(|p| Pending {
        matter: Matter::Clearance {
            entry: EntryRef::new(crate::ids::RoomName::desk(), p.number),
        },
        due: None,
    });
    all.extend(crossings);
    if view.desk.agreement.concluded.is_some() {
        let missing = view.desk.agreement.missing();
        all.extend(missing.map(|r| Pending {
            matter: Matter::Requirement(r),
            due: r.requirement.due,
        }));
    }
    // That all have agreed comes before whatever else has no date.
    let agreed = |p: &Pending<'_>| matches!(p.matter, Matter::Conclude { .. });
    all.sort_by_key(|p| (p.due.is_none(), p.due, !agreed(p)));
    all
}

fn contacts<'a>(room: &'a Room, all: &mut Vec<Pending<'a>>) {
    let open = |c: &&Channel| c.state != ChannelState::Closed;
    for (channel, c) in room.channels.all.iter().filter(|(_, c)| open(c)) {
        if c.open_silence().is_some() {
            all.push(Pending {
                matter: Matter::Silence { room, channel },
                due: c.next_due,
            });
        } else if c.next_due.is_some() {
            all.push(Pending {
                matter: Matter::Contact { room, channel },
                due: c.next_due,
            });
        }
    }
}

fn talk<'a>(room: &'a Room, all: &mut Vec<Pending<'a>>) {
    let requests = room.conversation.open_requests();
    all.extend(requests.map(|r| Pending {
        matter: Matter::Request { room, request: r },
        due: r.request.due,
    }));
    for d in room.demands.all.values().filter(|d| d.is_open()) {
        let entry = EntryRef::new(room.name.clone(), d.number);
        all.push(Pending {
            matter: Matter::Demand { room, entry },
            due: None,
        });
    }
    for u in room
        .undertakings
        .all
        .values()
        .filter(|u| u.is_open() && u.due.is_some())
    {
        all.push(Pending {
            matter: Matter::Undertaking {
                room,
                undertaking: u,
            },
            due: u.due,
        });
    }
}

/// The newest offer of each text that stands in a room and has no answer.
fn offers<'a>(view: &View, room: &'a Room, at: Instant, all: &mut Vec<Pending<'a>>) {
    let Some(opened) = &room.opened else { return };
    for id in room.texts.ids() {
        let Some(version) = room.texts.latest(&id) else {
            continue;
        };
        if room.texts.offer_state(version, at) != Some(OfferState::Stands) {
            continue;
        }
        for seat in &opened.members {
            let answered = room
                .acceptances
                .last_of(&seat.participant, &id)
                .is_some_and(|a| a.offer == version.number);
            if answered {
                continue;
            }
            let due = version.offer.and_then(|o| o.expires);
            all.push(Pending {
                matter: Matter::Offer {
                    room,
                    version,
                    participant: seat.participant.clone(),
                },
                due,
            });
            let rules = view.desk.opening.rules.as_ref();
            let required = rules.is_some_and(|r| r.required.contains(&seat.participant));
            if required
                && !room
                    .people
                    .anybody_may(Act::Bind, &seat.participant, &id, at)
            {
                let (participant, text) = (seat.participant.clone(), id.clone());
                all.push(Pending {
                    matter: Matter::NobodyMayBind {
                        room,
                        participant,
                        text,
                    },
                    due: None,
                });
            }
        }
    }
}

fn custody<'a>(room: &'a Room, all: &mut Vec<Pending<'a>>) {
    for number in room.custodies.steps.keys() {
        let entry = EntryRef::new(room.name.clone(), *number);
        if room.custodies.clarification_open(*number) {
            all.push(Pending {
                matter: Matter::Clarification { room, entry },
                due: None,
            });
        } else if room.custodies.has(*number, Step::Delivered)
            && !room.custodies.has(*number, Step::ReadBack)
        {
            all.push(Pending {
                matter: Matter::ReadBack { room, entry },
                due: None,
            });
        }
    }
}

fn decisions<'a>(room: &'a Room, at: Instant, all: &mut Vec<Pending<'a>>) {
    for d in room.decisions.all.values() {
        if let Some(until) = d.decision.challenge_until.filter(|until| *until >= at) {
            let entry = EntryRef::new(room.name.clone(), d.number);
            all.push(Pending {
                matter: Matter::Challenge { room, entry },
                due: Some(until),
            });
        }
    }
}

/// Texts that all have accepted and that no agreement declares.
fn accepted(view: &View, all: &mut Vec<Pending<'_>>) {
    let texts = view.desk_room().map(|r| r.texts.ids()).unwrap_or_default();
    for text in texts {
        let answers = agreement::acceptances(view, &text);
        let first = answers
            .first()
            .and_then(|(_, a)| a.as_ref())
            .map(|(_, d)| *d);
        let same = |a: &Option<(EntryRef, Digest)>| a.as_ref().map(|(_, d)| *d) == first;
        let agreed = first.is_some() && answers.iter().all(|(_, a)| same(a));
        if agreed && view.desk.agreement.on(&text).is_none() {
            all.push(Pending {
                matter: Matter::Conclude { text },
                due: None,
            });
        }
    }
}

/// Decisions that made another text of one, where they are the body's last and the desk has not
/// drafted it.
fn drafts<'a>(view: &'a View, all: &mut Vec<Pending<'a>>) {
    let Some(desk) = view.desk_room() else { return };
    for room in view.rooms.values() {
        for d in room.decisions.all.values() {
            let (Some(id), Some(participant), Some(digest)) = (&d.id, &d.participant, d.approves)
            else {
                continue;
            };
            let modifies = matches!(
                d.decision.outcome,
                DecisionOutcome::ApprovedWithModifications(_)
            );
            let rooms = view.rooms_of(participant);
            let last = last_decision(rooms, participant, &d.decision.body, id);
            let drafted = desk.texts.of(id).iter().any(|v| v.digest == digest);
            if modifies
                && !drafted
                && last.is_some_and(|(r, l)| r.name == room.name && l.number == d.number)
            {
                let entry = EntryRef::new(room.name.clone(), d.number);
                all.push(Pending {
                    matter: Matter::ToBeDrafted { room, entry },
                    due: None,
                });
            }
        }
    }
}

/// Whoever took a stand on words that the desk has since changed, and was not put the new ones.
fn told<'a>(view: &'a View, all: &mut Vec<Pending<'a>>) {
    let Some(desk) = view.desk_room() else { return };
    for id in desk.texts.ids() {
        let Some(newest) = desk.texts.latest(&id) else {
            continue;
        };
        for room in view.rooms.values().filter(|r| !r.name.is_desk()) {
            let Some(last) = room.texts.latest(&id) else {
                continue;
            };
            let stood = room.positions.taken_on(last.number).next().is_some();
            if last.digest != newest.digest && stood {
                all.push(Pending {
                    matter: Matter::ToBeTold {
                        room,
                        stood_on: last,
                        newest,
                    },
                    due: None,
                });
            }
        }
    }
}
