//! What is said: messages, leave to carry them, requests and what became of them, notes of the
//! desk, announcements.

use maud::{Markup, html};
use mediation::{
    concerns::{
        agreement::Announced,
        messages::{GiveLeave, MeetRequest, Message, Request, RequestFor},
        opening::Note,
    },
    entry::{Speaker, Terms},
    ids::EntryRef,
};

use super::{
    names,
    reader::{Reader, begins, paragraphs, quote, quote_gist, quote_if},
    told::{Here, Told},
};
use crate::{
    html::{log::say, own},
    story::names::sentence,
};

pub(super) fn message(r: &Reader<'_>, at: Here<'_>, e: &Message) -> Told {
    Told::new(r.words.t("entry-message"))
        .beside_if(from(r, at, &e.from))
        .beside_if(terms(r, at, &e.from))
        .gist(begins(&e.words))
        .body(html! {
            @if let Some(subject) = &e.subject { p.say.sub { (own(subject.as_str())) } }
            (quote(&e.words))
        })
}

pub(super) fn note(r: &Reader<'_>, e: &Note) -> Told {
    Told::new(r.words.t("entry-note"))
        .beside_if(e.subject.as_ref().map(|s| own(s.as_str())))
        .gist(begins(&e.words))
        .body(html! { @for part in paragraphs(e.words.as_str()) { p.say dir="auto" { (part) } } })
}

pub(super) fn announced(r: &Reader<'_>, e: &Announced) -> Told {
    Told::new(r.words.t("entry-announced"))
        .beside(own(e.subject.as_str()))
        .gist(begins(&e.words))
        .body(quote(&e.words))
}

pub(super) fn leave(r: &Reader<'_>, e: &GiveLeave) -> Told {
    let said = html! { (r.entry(&e.entry)) ": " (r.words.t(names::terms(e.now))) };
    Told::new(r.words.t("entry-leave"))
        .beside(said)
        .gist(quote_gist(e.words.as_ref()))
        .body(quote_if(e.words.as_ref()))
}

pub(super) fn request(r: &Reader<'_>, at: Here<'_>, e: &Request) -> Told {
    let seats = at.room.opened.as_ref().map_or(0, |o| o.members.len());
    let by_name = seats != 1 || e.from == Speaker::Desk;
    let kind = if by_name {
        let who = ("who", r.speaker(&e.from).into());
        r.words.t_args("entry-request-by", &[who])
    } else {
        r.words.t("entry-request")
    };
    // "Something else" says nothing that its words do not say.
    let what =
        (e.what != RequestFor::Other).then(|| html! { (r.words.t(names::request_for(e.what))) });
    let due = e
        .due
        .map(|due| html! { (r.words.t_plain("entry-by-when", &[("when", r.stamp(due).into())])) });
    Told::new(kind)
        .beside_if(what)
        .beside_if(due)
        .beside_if(terms(r, at, &e.from))
        .gist(begins(&e.words))
        .body(html! { (quote(&e.words)) (met(r, at)) })
}

/// What became of a request, as its room has it now.
pub(super) fn met(r: &Reader<'_>, at: Here<'_>) -> Markup {
    let Some(state) = at.room.conversation.requests.get(&at.number) else {
        return html! {};
    };
    html! {
        @if state.met.is_empty() { p.say.sub { (r.words.t("entry-request-open")) } }
        @for (number, how_far) in &state.met {
            p.say.sub { (sentence(&r.words.t(names::how_far(*how_far)))) ": " (r.link(at.room, *number)) }
        }
    }
}

pub(super) fn request_met(r: &Reader<'_>, e: &MeetRequest) -> Told {
    Told::new(r.words.t("entry-request-answered"))
        .beside(r.entry(&e.request))
        .beside(html! { (r.words.t(names::how_far(e.how_far))) })
        .gist(quote_gist(e.words.as_ref()))
        .body(html! {
            @if let Some(with) = &e.with { (say(&html! { (r.words.t("entry-met-with")) " " (r.entry(with)) })) }
            @if let Some(how) = &e.words { p.say dir="auto" { (how) } }
        })
}

/// "from Hamas", where the room has several voices or the desk itself speaks.
pub(super) fn from(r: &Reader<'_>, at: Here<'_>, speaker: &Speaker) -> Option<Markup> {
    let seats = at.room.opened.as_ref().map_or(0, |o| o.members.len());
    (seats != 1 || *speaker == Speaker::Desk).then(|| {
        html! { (r.words.t_args("entry-from", &[("who", r.speaker(speaker).into())])) }
    })
}

/// The terms under which a participant gave these words, as leave has widened them since.
pub(super) fn terms(r: &Reader<'_>, at: Here<'_>, speaker: &Speaker) -> Option<Markup> {
    if *speaker == Speaker::Desk {
        return None;
    }
    let leave = at.room.conversation.leave.get(&at.number);
    let name = |t: Terms| r.words.t(names::terms(t));
    Some(match leave {
        Some((now, by)) if *now != at.body.terms => {
            let by = EntryRef::new(at.room.name.clone(), *by);
            html! { s { (name(at.body.terms)) } " " (name(*now)) " (" (r.entry(&by)) ")" }
        }
        _ => html! { (name(at.body.terms)) },
    })
}
