//! What can be chosen from, filled from the view: only what is on record in this room, and of
//! that only what is still open where the command is about something open.

use std::collections::BTreeMap;

use mediation::{
    concerns::{custody::Step, positions::Stand, texts::Version},
    entry::Speaker,
    event::Event,
    ids::EntryRef,
    view::Room,
};

use super::{Place, spec::Source};
use crate::{adapt, html::form::Choice, i18n::Key, story::names};

/// The most entries that a list offers, the latest first; the others go in by their numbers.
const MOST: usize = 100;

/// The choices of a source.
pub(crate) fn of(place: &Place<'_>, source: Source) -> Vec<Choice> {
    let desk = &place.desk.view.desk;
    let all = |found: Vec<(String, String)>| {
        found
            .into_iter()
            .map(|(value, said)| Choice::new(value, said))
            .collect()
    };
    match source {
        Source::Participants => all(desk
            .roster
            .in_order()
            .map(|p| (p.participant.to_string(), p.name.to_string()))
            .collect()),
        Source::Officers => all(desk
            .opening
            .officers
            .values()
            .map(|o| (o.officer.to_string(), o.name.to_string()))
            .collect()),
        Source::Rooms => all(place
            .shared_rooms()
            .map(|r| (r.name.to_string(), place.room_title(r)))
            .collect()),
        Source::Texts => all(texts(place)),
        Source::Modifications => all(place
            .desk
            .view
            .rooms
            .values()
            .flat_map(|r| {
                r.decisions
                    .all
                    .values()
                    .rev()
                    .filter(|d| r.decisions.text_made(d.number, &r.texts).is_some())
                    .map(move |d| (r, d.number))
            })
            .map(|(r, n)| place.entry_choice(r, n))
            .collect()),
        Source::Drafts => all(place
            .desk
            .view
            .desk_room()
            .into_iter()
            .flat_map(|r| {
                r.texts
                    .versions
                    .values()
                    .rev()
                    .take(MOST)
                    .map(move |v| (r, v))
            })
            .map(|(r, v)| (reference(r, v.number), version_words(place, r, v)))
            .collect()),
        Source::Proposals => all(place
            .desk
            .view
            .desk_room()
            .into_iter()
            .flat_map(|r| {
                desk.crossings
                    .waiting()
                    .map(move |p| place.entry_choice(r, p.number))
            })
            .collect()),
        Source::Requirements => all(desk
            .agreement
            .missing()
            .map(|r| {
                (
                    r.requirement.requirement.to_string(),
                    r.requirement.what.to_string(),
                )
            })
            .collect()),
        Source::Demands if place.target.is_some() => place
            .target
            .map_or_else(Vec::new, |room| all(of_room(place, room, source))),
        _ => place
            .room
            .map_or_else(Vec::new, |room| all(of_room(place, room, source))),
    }
}

fn texts(place: &Place<'_>) -> Vec<(String, String)> {
    let view = &place.desk.view;
    let room = place.room.or_else(|| view.desk_room());
    let mut ids = room.map_or_else(Vec::new, |r| r.texts.ids());
    for id in view.desk_room().map_or_else(Vec::new, |r| r.texts.ids()) {
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    ids.into_iter()
        .map(|id| (id.to_string(), id.to_string()))
        .collect()
}

fn of_room(place: &Place<'_>, room: &Room, source: Source) -> Vec<(String, String)> {
    let entries = |numbers: Vec<u64>| -> Vec<(String, String)> {
        numbers
            .into_iter()
            .rev()
            .take(MOST)
            .map(|n| place.entry_choice(room, n))
            .collect()
    };
    let people = &room.people;
    match source {
        Source::Members => members(room),
        Source::Speakers => {
            let mut all = members(room);
            let desk = mediation::ids::DESK.to_owned();
            all.push((desk, place.words().t(Key("choice-desk"))));
            all
        }
        Source::Representatives => people
            .representatives
            .values()
            .map(|r| {
                let id = &r.person.representative;
                (
                    id.to_string(),
                    names::representative(place.words(), room, id),
                )
            })
            .collect(),
        Source::Bodies => people
            .bodies
            .values()
            .map(|b| (b.body.to_string(), b.name.to_string()))
            .collect(),
        Source::Channels => room
            .channels
            .all
            .values()
            .map(|c| (c.opened.id.to_string(), c.opened.reaches.to_string()))
            .collect(),
        Source::Mandates => people
            .mandates
            .values()
            .rev()
            .filter(|m| m.ended.is_none())
            .map(|m| {
                let id = &m.terms.representative;
                let name = names::representative(place.words(), room, id);
                (
                    reference(room, m.number),
                    format!(
                        "{} {}, {name}: {}",
                        room.code(),
                        m.number,
                        m.terms.instrument
                    ),
                )
            })
            .collect(),
        Source::Requests => entries(
            room.conversation
                .open_requests()
                .map(|r| r.number)
                .collect(),
        ),
        Source::Demands => entries(room.demands.all.keys().copied().collect()),
        Source::Undertakings => entries(room.undertakings.all.keys().copied().collect()),
        // What is confirmed in the desk's own room may have been checked against any list.
        Source::Lists if room.name.is_desk() => {
            let rooms = place.desk.view.rooms.values();
            let lists = rooms.flat_map(|r| r.lists.lists.iter().map(move |l| (r, l)));
            lists
                .map(|(r, l)| {
                    let entry = EntryRef::new(r.name.clone(), l.number);
                    (
                        entry.to_string(),
                        format!("{} {}, {}", r.code(), l.number, l.list.title),
                    )
                })
                .collect()
        }
        Source::Lists => entries(room.lists.lists.iter().map(|l| l.number).collect()),
        Source::Outlines => entries(room.texts.outlines.keys().copied().collect()),
        Source::Pending => entries(pending(room)),
        Source::Words => entries(latest(room, |e| {
            matches!(e.speaker(), Some(Speaker::Participant(_)))
        })),
        Source::Carried => entries(latest(room, |e| {
            matches!(
                e,
                Event::Conveyed(_) | Event::DraftPut(_) | Event::Relayed(_)
            )
        }))
        .into_iter()
        .map(|(value, said)| (value.clone(), with_custody(place, room, &value, said)))
        .collect(),
        Source::Versions => versions(place, room),
        Source::Offers => offers(place, room, |v| !answered(room, v)),
        Source::OffersAccepted => offers(place, room, |_| true),
        Source::VersionsAndOutlines => {
            let mut all = versions(place, room);
            all.extend(entries(room.texts.outlines.keys().copied().collect()));
            all
        }
        Source::Participants
        | Source::Officers
        | Source::Rooms
        | Source::Texts
        | Source::Modifications
        | Source::Drafts
        | Source::Proposals
        | Source::Requirements => Vec::new(),
    }
}

fn offers(
    place: &Place<'_>,
    room: &Room,
    wanted: impl Fn(&Version) -> bool,
) -> Vec<(String, String)> {
    let newest_first = room.texts.versions.values().rev();
    newest_first
        .filter(|v| v.offer.is_some() && v.withdrawn.is_none() && wanted(v))
        .map(|v| (reference(room, v.number), version_words(place, room, v)))
        .collect()
}

fn members(room: &Room) -> Vec<(String, String)> {
    room.opened.as_ref().map_or_else(Vec::new, |o| {
        o.members
            .iter()
            .map(|s| (s.participant.to_string(), s.name.to_string()))
            .collect()
    })
}

/// The latest entries of a kind, oldest first.
fn latest(room: &Room, wanted: impl Fn(&Event) -> bool) -> Vec<u64> {
    let mut found: Vec<u64> = room
        .entries
        .iter()
        .rev()
        .filter(|e| e.body().is_some_and(|b| wanted(&b.event)))
        .take(MOST)
        .map(|e| e.number)
        .collect();
    found.reverse();
    found
}

/// What nobody has answered or settled yet. Whether an offer's time has passed does not matter:
/// a silence may be told long afterwards, and of a day on which it had not.
fn pending(room: &Room) -> Vec<u64> {
    let requests = room.conversation.open_requests().map(|r| r.number);
    let demands = room
        .demands
        .all
        .values()
        .filter(|d| d.is_open())
        .map(|d| d.number);
    let owed = room
        .undertakings
        .all
        .values()
        .filter(|u| u.is_open())
        .map(|u| u.number);
    // The words that were put last wait for an answer, offered for acceptance or for comment.
    let newest = |v: &&Version| {
        room.texts
            .latest(&v.id)
            .is_some_and(|l| l.number == v.number)
    };
    let put = room
        .texts
        .versions
        .values()
        .filter(newest)
        .filter(|v| v.withdrawn.is_none() && !answered(room, v))
        .map(|v| v.number);
    let mut all: Vec<u64> = requests
        .chain(demands)
        .chain(owed)
        .chain(put)
        .chain(unsettled(room))
        .collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// Stands that somebody has still to confirm, on an outline or on the words that were put last.
fn unsettled(room: &Room) -> impl Iterator<Item = u64> {
    let current = |on: u64| match room.texts.versions.get(&on) {
        Some(v) => room.texts.latest(&v.id).is_some_and(|l| l.number == on),
        None => true,
    };
    let stands = room
        .positions
        .all
        .iter()
        .filter(move |(on, _)| current(**on));
    stands
        .flat_map(|(_, of)| of.values().flat_map(BTreeMap::values))
        .filter(|taken| matches!(taken.stand, Stand::AgreedAdReferendum | Stand::Reserved))
        .map(|taken| taken.number)
}

/// Whether all who sit in a room have accepted a version, so that there is nothing to answer.
fn answered(room: &Room, v: &Version) -> bool {
    room.opened.as_ref().is_some_and(|o| {
        o.members.iter().all(|s| {
            let accepted = room.acceptances.accepted(&s.participant, &v.id, v.digest);
            accepted.is_some()
        })
    })
}

fn versions(place: &Place<'_>, room: &Room) -> Vec<(String, String)> {
    room.texts
        .versions
        .values()
        .rev()
        .take(MOST)
        .map(|v| (reference(room, v.number), version_words(place, room, v)))
        .collect()
}

fn version_words(place: &Place<'_>, room: &Room, v: &Version) -> String {
    let entry = format!("{} {}", room.code(), v.number);
    place.words().t_args(
        "choice-version",
        &[
            ("entry", entry.into()),
            ("text", title(place, v).into()),
            ("version", v.version.into()),
            (
                "when",
                adapt::stamp(place.words(), v.learnt, &place.desk.visit.calendar).into(),
            ),
        ],
    )
}

/// The title of a text in the language of the page, else in its first.
fn title(place: &Place<'_>, v: &Version) -> String {
    let tag = place.words().lang().tag();
    let own = v.text.title.iter().find(|(l, _)| l.as_str() == tag);
    let first = || {
        v.text
            .languages
            .first()
            .and_then(|l| v.text.title.get_key_value(l))
    };
    own.or_else(first)
        .map_or_else(|| v.id.to_string(), |(_, title)| title.to_string())
}

/// With the step of custody that was taken last.
fn with_custody(place: &Place<'_>, room: &Room, value: &str, said: String) -> String {
    let number = value.parse::<EntryRef>().map_or(0, |e| e.number);
    let last = room.custodies.of(number).last().map(|s| s.step.step);
    let step = match last {
        None => return said,
        Some(Step::HandedOver) => Key("pick-step-handed-over"),
        Some(Step::Delivered) => Key("pick-step-delivered"),
        Some(Step::ReadBack) => Key("pick-step-read-back"),
    };
    format!("{said} ({})", place.words().t(step))
}

/// An entry as the domain names it.
pub(crate) fn reference(room: &Room, number: u64) -> String {
    EntryRef::new(room.name.clone(), number).to_string()
}
