//! The two sheets: what was said, with the redline, and the very words that will be read; and
//! below them all else that would cross, and what stays with the desk.

use maud::{Markup, html};
use mediation::{
    concerns::{
        demands::PartAnswer,
        relays::{ConveyedAs, Relay, Voice},
    },
    entry::Speaker,
    event::Event,
    ids::EntryRef,
    words::Title,
};

use super::super::record::{Place, place::entry_of};
use crate::{
    Sent, adapt,
    entries::names,
    html::{Crossing, article, own, redline, section},
    i18n::Key,
    site::DeskVisit,
};

/// The sheets of words on their way from an entry to a room; the second is empty until a room is
/// chosen.
pub(super) fn sheets(
    desk: &DeskVisit,
    from: &EntryRef,
    to: Option<&Place<'_>>,
    words: &str,
) -> Markup {
    let said = entry_of(desk, from);
    let w = desk.visit.words();
    let Some((room, body)) = said else {
        return html! {};
    };
    let before = body.event.words().map_or("", |w| w.as_str());
    let number = format!("{} {}", room.code(), from.number);
    let when = adapt::stamp(w, body.learnt, &desk.visit.calendar);
    let read_head = match to {
        Some(to) => {
            let next = to.next().unwrap_or_default();
            let who = w.list(&to.members());
            w.t_args(
                "carry-will-read",
                &[("who", who.into()), ("entry", next.into())],
            )
        }
        None => w.t("carry-choose"),
    };
    let said_head = w.t_args(
        "carry-said",
        &[("entry", number.into()), ("when", when.into())],
    );
    article::crossing(&Crossing {
        said_head: html! { (said_head) },
        said: redline(before, if to.is_some() { words } else { before }),
        read_head: html! { b { (read_head) } },
        read: to.map(|_| words.to_owned()),
    })
}

/// All that goes with the words: in whose voice, what they become there with every word of its
/// parts; and apart, for the desk's eyes, the way that it takes.
pub(super) fn beside(desk: &DeskVisit, relay: &Relay) -> Markup {
    let w = desk.visit.words();
    let mut rows = vec![(w.t("field-voice"), own(&voice(desk, relay)))];
    let mut row = |label: Key, value: Markup| rows.push((w.t(label), value));
    match &relay.conveyed_as {
        ConveyedAs::Message => row(Key("field-as"), own(&w.t("pick-as-message"))),
        ConveyedAs::Demand(parts) => {
            row(Key("field-as"), own(&w.t("pick-as-demand")));
            if !parts.is_empty() {
                let parts = html! { ol { @for part in parts { li dir="auto" { (part) } } } };
                row(Key("carry-parts"), parts);
            }
        }
        ConveyedAs::Answer { demand, parts } => {
            row(Key("field-as"), own(&w.t("pick-as-answer")));
            let said = entry_of(desk, demand).and_then(|(_, body)| body.event.words());
            row(
                Key("field-answered-demand"),
                html! {
                    (adapt::number(&desk.view, demand))
                    @if let Some(said) = said { ": " (own(said.as_str())) }
                },
            );
            let parts =
                html! { ul { @for answer in parts { li { (part(desk, demand, answer)) } } } };
            row(Key("field-answer-parts"), parts);
        }
        ConveyedAs::Request { what, due } => {
            row(Key("field-as"), own(&w.t("pick-as-request")));
            row(
                Key("field-asked-for"),
                html! { (w.t(names::request_for(*what))) },
            );
            if let Some(due) = due {
                let when = adapt::stamp(w, *due, &desk.visit.calendar);
                row(Key("field-by-when"), html! { (when) });
            }
        }
    }
    let stations: Vec<&str> = relay.route.iter().map(Title::as_str).collect();
    html! {
        (section::facts(&rows))
        @if !stations.is_empty() {
            (section::desk_only(w, &html! { (w.t("carry-stations")) ": " (w.list(&stations)) }))
        }
    }
}

/// In whose voice, by name where it goes by name.
fn voice(desk: &DeskVisit, relay: &Relay) -> String {
    let w = desk.visit.words();
    let mut who: Vec<String> = relay
        .from
        .iter()
        .filter_map(|from| speaker(desk, from))
        .collect();
    who.dedup();
    match relay.voice {
        Voice::Attributed if !who.is_empty() => {
            w.t_args("entry-attributed", &[("who", w.list(&who).into())])
        }
        voice @ (Voice::Attributed | Voice::NonPaper | Voice::Proposal) => w.t(names::voice(voice)),
    }
}

/// To whom the words of an entry are put down.
fn speaker(desk: &DeskVisit, entry: &EntryRef) -> Option<String> {
    let (_, body) = entry_of(desk, entry)?;
    if let Event::Conveyed(carried) = &body.event {
        return carried.attributed_to.as_ref().map(ToString::to_string);
    }
    match body.event.speaker()? {
        Speaker::Desk => None,
        Speaker::Participant(p) => Some(adapt::name(&desk.view, &p)),
    }
}

/// A part of a demand, what becomes of it, and in what words.
fn part(desk: &DeskVisit, demand: &EntryRef, answer: &PartAnswer) -> Markup {
    let w = desk.visit.words();
    let at = usize::try_from(answer.part).unwrap_or(0).checked_sub(1);
    let asked = desk
        .view
        .rooms
        .get(&demand.room)
        .and_then(|room| room.demands.all.get(&demand.number))
        .and_then(|state| state.parts.get(at?));
    html! {
        @match asked {
            Some(asked) => (own(asked.as_str())),
            None => (w.t_args("form-part", &[("n", answer.part.into())])),
        }
        ": " b { (w.t(names::outcome(answer.outcome))) }
        @if let Some(words) = &answer.words { ": " (own(words.as_str())) }
    }
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
            (sheets(place.desk, from, Some(&to), asked.relay.words.as_str()))
        }
        @if asked.relay.from.is_empty() {
            div.sheet.out { p.quote dir="auto" { (asked.relay.words) } }
        }
        (beside(place.desk, &asked.relay))
        (section::facts(&[
            (words.t("field-proposes"), own(&by)),
            (words.t("field-relay-to"), html! { (words.list(&to.members())) }),
        ]))
    }
}
