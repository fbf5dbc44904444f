//! How a case and its rooms were opened: for the desk, but for the opening of a room.

use maud::{Markup, html};
use mediation::concerns::{
    opening::{GroundRules, OfficerAdded, OpenCase},
    rooms::{AddHolder, AddParticipant, RoomOpened},
};
use mediation::words::Title;

use super::{
    names,
    reader::{Reader, paragraphs, quote_if},
    told::Told,
};
use crate::html::{log::say, own};

pub(super) fn case_opened(r: &Reader<'_>, e: &OpenCase) -> Told {
    Told::new(r.words.t("entry-case-opened"))
        .gist(own(e.title.as_str()))
        .body(html! {
            (say(&own(e.title.as_str())))
            @if let Some(about) = &e.about { @for part in paragraphs(about.as_str()) { (aside(&crate::story::names::inline(part, usize::MAX))) } }
        })
}

pub(super) fn ground_rules(r: &Reader<'_>, e: &GroundRules) -> Told {
    let required: Vec<String> = e.required.iter().map(|p| r.participant(p)).collect();
    let required = r.words.t_args(
        "entry-rules-required",
        &[("who", r.words.list(&required).into())],
    );
    Told::new(r.words.t("entry-rules"))
        .gist(html! { (required) })
        .body(html! {
            (say(&html! { (required) " " (r.words.t_args("entry-rules-clearance", &[("rule", r.words.t(names::clearance(e.clearance)).into())])) }))
            (quote_if(e.words.as_ref()))
        })
}

pub(super) fn officer(r: &Reader<'_>, e: &OfficerAdded) -> Told {
    let said = with_role(e.name.as_str(), e.role.as_ref().map(Title::as_str));
    Told::new(r.words.t("entry-officer"))
        .gist(said.clone())
        .body(say(&said))
}

pub(super) fn participant(r: &Reader<'_>, e: &AddParticipant) -> Told {
    let kind = r.words.t(names::participant_kind(e.kind));
    Told::new(r.words.t("entry-participant"))
        .beside(html! { (kind) })
        .gist(own(e.name.as_str()))
        .body(html! {
            (say(&own(e.name.as_str())))
            @if let Some(note) = &e.note { (aside(note.as_str())) }
        })
}

pub(super) fn holder(r: &Reader<'_>, e: &AddHolder) -> Told {
    let through = e.through.as_ref().map(|p| {
        let who = r.participant(p);
        html! { (r.words.t_args("entry-holder-through", &[("who", who.into())])) }
    });
    Told::new(r.words.t("entry-holder"))
        .beside_if(through)
        .gist(own(e.name.as_str()))
        .body(html! {
            (say(&own(e.name.as_str())))
            @if let Some(note) = &e.note { (aside(note.as_str())) }
        })
}

pub(super) fn room_opened(r: &Reader<'_>, e: &RoomOpened) -> Told {
    let members: Vec<&str> = e.members.iter().map(|s| s.name.as_str()).collect();
    let said =
        html! { (r.words.t_args("entry-room-seats", &[("who", r.words.list(&members).into())])) };
    Told::new(r.words.t("entry-room-opened"))
        .gist(said.clone())
        .body(say(&said))
}

fn with_role(name: &str, role: Option<&str>) -> Markup {
    html! { (own(name)) @if let Some(role) = role { ", " (own(role)) } }
}

/// A line that the desk wrote beside something.
pub(super) fn aside(note: &str) -> Markup {
    html! { p.say.sub { (own(note)) } }
}
