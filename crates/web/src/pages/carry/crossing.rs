//! The two sheets: what was said, with the redline, and the very words that will be read.

use maud::{Markup, html};
use mediation::ids::EntryRef;

use super::super::record::{Place, place::entry_of};
use crate::{
    Sent, adapt,
    html::{Crossing, article, own, redline, section},
    site::DeskVisit,
};

/// The sheets of words on their way from an entry to a room.
pub(super) fn sheets(desk: &DeskVisit, from: &EntryRef, to: &Place<'_>, words: &str) -> Markup {
    let said = entry_of(desk, from);
    let w = desk.visit.words();
    let Some((room, body)) = said else {
        return html! {};
    };
    let before = body.event.words().map_or("", |w| w.as_str());
    let number = format!("{} {}", room.code(), from.number);
    let when = adapt::stamp(w, body.learnt, &desk.visit.zone);
    let next = to.next().unwrap_or_default();
    let who = w.list(&to.members());
    let read_head = w.t_args(
        "carry-will-read",
        &[("who", who.into()), ("entry", next.into())],
    );
    let said_head = w.t_args(
        "carry-said",
        &[("entry", number.into()), ("when", when.into())],
    );
    article::crossing(&Crossing {
        said_head: html! { (said_head) },
        said: redline(before, words),
        read_head: html! { b { (read_head) } },
        read: words.to_owned(),
    })
}

/// The sheets of what an officer proposed, where a form is about one.
pub(crate) fn proposed(place: &Place<'_>, sent: &Sent) -> Markup {
    let view = &place.desk.view;
    let proposal = sent
        .get("proposal")
        .parse::<EntryRef>()
        .ok()
        .and_then(|entry| view.desk.crossings.proposals.get(&entry.number));
    let Some(proposal) = proposal else {
        return html! {};
    };
    let asked = &proposal.proposed;
    let Some(to) = Place::of(place.desk, asked.to.as_str()) else {
        return html! {};
    };
    let words = place.words();
    let officer = view.desk.opening.officers.get(&asked.officer);
    let by = officer.map_or_else(|| asked.officer.to_string(), |o| o.name.to_string());
    html! {
        @for from in &asked.relay.from {
            (sheets(place.desk, from, &to, asked.relay.words.as_str()))
        }
        @if asked.relay.from.is_empty() {
            div.sheet.out { p.quote dir="auto" { (asked.relay.words) } }
        }
        (section::facts(&[
            (words.t("field-proposes"), own(&by)),
            (words.t("field-relay-to"), html! { (words.list(&to.members())) }),
        ]))
    }
}
