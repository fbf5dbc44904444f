//! The lead of a room's page: what matters here now, in two sentences at the most.

use maud::{Markup, html};
use mediation::{
    agenda::{Matter, Pending},
    concerns::texts::Finality,
    ids::EntryRef,
    view::Room,
};

use crate::entries::Reader;

const MOST: usize = 2;

/// The lead; nothing where the room has no entry.
pub(super) fn lead(r: &Reader<'_>, room: &Room, agenda: &[Pending<'_>]) -> Option<Markup> {
    room.entries.last()?;
    let mut said: Vec<String> = room
        .channels
        .all
        .values()
        .filter_map(|c| {
            c.open_silence()?;
            let who = ("who", c.opened.reaches.to_string().into());
            Some(match c.last_heard() {
                Some(sign) => {
                    let when = ("when", r.near(sign.learnt).into());
                    r.words.t_args("room-lead-silent", &[who, when])
                }
                None => r.words.t_args("room-lead-never-heard", &[who]),
            })
        })
        .collect();
    said.extend(agenda.iter().filter_map(|p| of(r, room, &p.matter)));
    if said.is_empty() {
        said.extend(accepted(r, room));
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

fn of(r: &Reader<'_>, room: &Room, matter: &Matter<'_>) -> Option<String> {
    let number = |e: &EntryRef| r.number(room, e.number);
    match matter {
        Matter::Offer { version, .. } => {
            let last = version.offer.is_some_and(|o| o.finality == Finality::Final);
            let args = [("version", version.version.into())];
            Some(if last {
                r.words.t_args("room-lead-last-offer", &args)
            } else {
                r.words.t_args("room-lead-offer", &args)
            })
        }
        Matter::ReadBack { entry, .. } => Some(r.words.t_args(
            "room-lead-not-read-back",
            &[("entry", number(entry).into())],
        )),
        Matter::Clarification { entry, .. } => Some(
            r.words
                .t_args("room-lead-differs", &[("entry", number(entry).into())]),
        ),
        Matter::Contact { .. }
        | Matter::Silence { .. }
        | Matter::Request { .. }
        | Matter::Demand { .. }
        | Matter::NobodyMayBind { .. }
        | Matter::Clearance { .. }
        | Matter::ToBeTold { .. }
        | Matter::Requirement(_)
        | Matter::Challenge { .. }
        | Matter::Undertaking { .. } => None,
    }
}

/// What was accepted last, where it is what was put last.
fn accepted(r: &Reader<'_>, room: &Room) -> Option<String> {
    let (_, answer) = room.acceptances.all.last_key_value()?;
    let version = room.texts.versions.get(&answer.offer)?;
    let newest = room.texts.latest(&version.id)?;
    (newest.number == version.number && answer.accepted.is_some()).then(|| {
        r.words
            .t_args("room-lead-accepted", &[("version", version.version.into())])
    })
}
