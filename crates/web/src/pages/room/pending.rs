//! What is pending in a room: each matter in a few words, with by when.

use maud::{Markup, html};
use mediation::{
    agenda::{Matter, Pending},
    time::Instant,
    view::Room,
};

use crate::{
    entries::{Reader, names},
    html::own,
    story::names as names_of,
    when::{self, Minutes},
};

const SOON: Minutes = Minutes(24 * 60);

/// Whether a matter is one of this room.
pub(crate) fn of_room(matter: &Matter<'_>, here: &Room) -> bool {
    match matter {
        Matter::Contact { room, .. }
        | Matter::Silence { room, .. }
        | Matter::Request { room, .. }
        | Matter::Demand { room, .. }
        | Matter::Offer { room, .. }
        | Matter::ReadBack { room, .. }
        | Matter::Clarification { room, .. }
        | Matter::NobodyMayBind { room, .. }
        | Matter::ToBeTold { room, .. }
        | Matter::ToBeDrafted { room, .. }
        | Matter::Challenge { room, .. }
        | Matter::Undertaking { room, .. } => room.name == here.name,
        Matter::Clearance { .. } | Matter::Requirement(_) | Matter::Conclude { .. } => {
            here.name.is_desk()
        }
    }
}

/// The matters as a list.
pub(super) fn list(r: &Reader<'_>, agenda: &[Pending<'_>]) -> Markup {
    html! { ul { @for p in agenda { li {
        (said(r, &p.matter))
        small { @match p.due { Some(due) => (left(r, due)), None => (r.words.t("room-no-date")) } }
    } } } }
}

/// How long is left, or by how much it is late, and the time itself.
pub(super) fn left(r: &Reader<'_>, due: Instant) -> Markup {
    let minutes = Minutes::between(r.now.timestamp(), due.timestamp());
    let (_, said) = when::due(r.words, minutes, SOON);
    html! { (r.words.t_plain("entry-by-when", &[("when", r.stamp(due).into())])) (r.words.t("entry-comma")) (said) }
}

fn said(r: &Reader<'_>, matter: &Matter<'_>) -> Markup {
    let words = r.words;
    match matter {
        Matter::Contact { room, channel } | Matter::Silence { room, channel } => {
            let reaches = room.channels.all.get(*channel);
            html! { (words.t("room-pending-contact")) @if let Some(c) = reaches { ": " (own(c.opened.reaches.as_str())) } }
        }
        Matter::Request { room, request } => html! {
            (words.t("entry-request")) (words.t("entry-comma"))
            (words.t(names::request_for(request.request.what)))
            " (" (r.link(room, request.number)) ")"
        },
        Matter::Demand { entry, .. } => {
            html! { (words.t("room-pending-demand")) " " (r.entry(entry)) }
        }
        Matter::Offer {
            room,
            version,
            participant,
        } => {
            let several = room.opened.as_ref().is_some_and(|o| o.members.len() > 1);
            let number = ("version", version.version.into());
            html! {
                // Of several who sit here each answers for itself.
                @if several { (words.t_args("room-pending-offer-of", &[number, ("who", names_of::with_article(words, &r.participant(participant)).into())])) }
                @else { (words.t_plain("room-pending-offer", &[number])) }
                " (" (r.link(room, version.number)) ")"
            }
        }
        Matter::ReadBack { entry, .. } => {
            html! { (words.t("room-pending-read-back")) " " (r.entry(entry)) }
        }
        Matter::Clarification { entry, .. } => {
            html! { span.late { (words.t("room-pending-differs")) } " " (r.entry(entry)) }
        }
        Matter::NobodyMayBind { participant, .. } => {
            let who = r.participant(participant);
            html! { (words.t_args("room-pending-bind", &[("who", who.into())])) }
        }
        Matter::Clearance { entry } => {
            html! { (words.t("room-pending-clearance")) " " (r.entry(entry)) }
        }
        Matter::ToBeTold { room, stood_on, .. } => html! {
            (words.t_plain("room-pending-told", &[("version", stood_on.version.into())]))
            " (" (r.link(room, stood_on.number)) ")"
        },
        Matter::Conclude { .. } => html! { (words.t("desk-conclude")) },
        Matter::ToBeDrafted { entry, .. } => {
            html! { (words.t("room-pending-to-draft")) " " (r.entry(entry)) }
        }
        Matter::Requirement(state) => own(state.requirement.what.as_str()),
        Matter::Challenge { entry, .. } => {
            html! { (words.t("room-pending-challenge")) " " (r.entry(entry)) }
        }
        Matter::Undertaking { room, undertaking } => html! {
            (words.t(names::undertaking_kind(undertaking.kind)))
            " (" (r.link(room, undertaking.number)) ")"
        },
    }
}
