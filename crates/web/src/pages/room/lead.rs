//! The lead of a room's page: what matters here now, in two sentences at the most.

use maud::{Markup, html};
use mediation::{
    agenda::{Matter, Pending},
    concerns::texts::{Finality, Version},
    ids::EntryRef,
    view::Room,
};

use crate::{entries::Reader, story::names};

const MOST: usize = 2;

/// The lead; nothing where the room has no entry. What is settled comes before what is open.
pub(super) fn lead(r: &Reader<'_>, room: &Room, agenda: &[Pending<'_>]) -> Option<Markup> {
    room.entries.last()?;
    let mut said: Vec<String> = accepted(r, room).into_iter().collect();
    let settled = !said.is_empty();
    said.extend(room.channels.all.values().filter_map(|c| {
        c.open_silence()?;
        let who = ("who", c.opened.reaches.to_string().into());
        Some(match c.last_heard() {
            Some(sign) => {
                let when = ("when", r.came(&sign.when).into());
                r.words.t_args("room-lead-silent", &[who, when])
            }
            None => r.words.t_args("room-lead-never-heard", &[who]),
        })
    }));
    said.extend(offers(r, room, agenda));
    // A read-back that is missing presses until an answer is given.
    if !settled {
        said.extend(agenda.iter().filter_map(|p| of(r, room, &p.matter)));
    }
    if said.is_empty() {
        said.push(
            r.words
                .t_args("room-lead-pending", &[("n", agenda.len().into())]),
        );
    }
    said.truncate(MOST);
    Some(html! { @for sentence in said { (sentence) " " } })
}

/// Each version that lies here as an offer, once, with everybody who has not answered it.
fn offers(r: &Reader<'_>, room: &Room, agenda: &[Pending<'_>]) -> Vec<String> {
    let several = room.opened.as_ref().is_some_and(|o| o.members.len() > 1);
    let mut open: Vec<(&Version, Vec<String>)> = Vec::new();
    for pending in agenda {
        let Matter::Offer {
            version,
            participant,
            ..
        } = &pending.matter
        else {
            continue;
        };
        let who = names::with_article(r.words, &r.participant(participant));
        match open.iter_mut().find(|(v, _)| v.number == version.number) {
            Some((_, all)) => all.push(who),
            None => open.push((version, vec![who])),
        }
    }
    let sentence = |(version, who): (&Version, Vec<String>)| {
        let last = version.offer.is_some_and(|o| o.finality == Finality::Final);
        let number = ("version", version.version.into());
        let who = ("who", r.words.list(&who).into());
        match (last, several) {
            (true, false) => r.words.t_args("room-lead-last-offer", &[number]),
            (false, false) => r.words.t_args("room-lead-offer", &[number]),
            (true, true) => r.words.t_args("room-lead-last-offer-of", &[number, who]),
            (false, true) => r.words.t_args("room-lead-offer-of", &[number, who]),
        }
    };
    open.into_iter().map(sentence).collect()
}

fn of(r: &Reader<'_>, room: &Room, matter: &Matter<'_>) -> Option<String> {
    let number = |e: &EntryRef| r.number(room, e.number);
    match matter {
        Matter::ReadBack { entry, .. } => Some(r.words.t_args(
            "room-lead-not-read-back",
            &[("entry", number(entry).into())],
        )),
        Matter::Clarification { entry, .. } => Some(
            r.words
                .t_args("room-lead-differs", &[("entry", number(entry).into())]),
        ),
        Matter::Offer { .. }
        | Matter::Contact { .. }
        | Matter::Silence { .. }
        | Matter::Request { .. }
        | Matter::Demand { .. }
        | Matter::NobodyMayBind { .. }
        | Matter::Clearance { .. }
        | Matter::ToBeTold { .. }
        | Matter::Conclude { .. }
        | Matter::ToBeDrafted { .. }
        | Matter::Requirement(_)
        | Matter::Challenge { .. }
        | Matter::Undertaking { .. } => None,
    }
}

/// What was accepted last, where it is what was put last.
fn accepted(r: &Reader<'_>, room: &Room) -> Option<String> {
    let answer = room.acceptances.all.values().max_by_key(|a| a.at)?;
    let version = room.texts.versions.get(&answer.offer)?;
    let newest = room.texts.latest(&version.id)?;
    (newest.number == version.number && answer.accepted.is_some()).then(|| {
        let number = [("version", version.version.into())];
        let concluded = r.view.desk.agreement.on(&version.id);
        let digest = concluded.map(|(_, _, c)| c.digest);
        if digest == Some(version.digest) {
            r.words.t_args("room-lead-concluded", &number)
        } else {
            r.words.t_args("room-lead-accepted", &number)
        }
    })
}
