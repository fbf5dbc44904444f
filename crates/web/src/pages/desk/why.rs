//! Why a matter of the desk's list waits: what is known of a channel, what hangs on it, and where a
//! demand is on its way.

use maud::{Markup, html};
use mediation::{
    concerns::relays::ConveyedAs, entry::Speaker, event::Event, ids::EntryRef, view::Room,
};

use super::matters::{Said, Target, record};
use crate::{
    Lang, Words, adapt,
    entries::{Reader, kind_of},
    html::quoted,
    site::DeskVisit,
    story::names,
};

/// A demand without a whole answer: to be carried, carried and not answered, or answered over there
/// and to be carried back.
pub(super) fn demand(desk: &DeskVisit, room: &Room, entry: &EntryRef) -> Said {
    let words = desk.visit.words();
    let who = adapt::with(&desk.view, room);
    let no = |entry: &EntryRef| adapt::number(&desk.view, entry);
    let asked = room.demands.all.get(&entry.number);
    let first = asked.and_then(|d| d.parts.first());
    let first = first.map(|w| adapt::brief(w.as_str())).unwrap_or_default();
    let carry = |e: &EntryRef| Target::Carry {
        room: e.room.to_string(),
        entry: e.number.to_string(),
    };
    let there = desk
        .view
        .desk
        .crossings
        .out_of(entry)
        .map(|(_, c)| &c.to)
        .last();
    let state = there.and_then(|to| desk.view.rooms.get(&to.room)?.demands.all.get(&to.number));
    let answer = there.zip(state.and_then(|s| s.answers.values().next_back()));
    let (what, link, page, stands) = match (
        asked.is_some_and(|d| d.from != Speaker::Desk),
        there,
        answer,
    ) {
        (false, ..) => (
            words.t_args("desk-demand-put", &[("who", who.into())]),
            words.t("desk-demand-put.link"),
            record(room, "answer"),
            None,
        ),
        (true, _, Some((to, (number, _)))) => {
            let answer = EntryRef::new(to.room.clone(), *number);
            let stands = words.t_args("desk-demand-answered", &[("number", no(&answer).into())]);
            let link = words.t("desk-demand-answered.link");
            (
                words.t_args("desk-demand", &[("who", who.into())]),
                link,
                carry(&answer),
                Some(stands),
            )
        }
        (true, Some(to), None) => {
            let stands = words.t_args("desk-demand-carried", &[("number", no(to).into())]);
            let page = Target::Record {
                room: to.room.to_string(),
                command: "answer",
            };
            let link = words.t("desk-demand-put.link");
            (
                words.t_args("desk-demand", &[("who", who.into())]),
                link,
                page,
                Some(stands),
            )
        }
        (true, None, None) => (
            words.t_args("desk-demand", &[("who", who.into())]),
            words.t("desk-demand.link"),
            carry(entry),
            None,
        ),
    };
    let number = words.t_args("desk-number", &[("number", no(entry).into())]);
    let why = html! { (quoted(words, &first)) " " (number) @if let Some(stands) = stands { " " (stands) } };
    Said {
        what,
        why,
        link,
        page,
    }
}

pub(super) fn reaches(room: &Room, channel: &mediation::ids::ChannelId) -> String {
    room.channels
        .all
        .get(channel)
        .map(|c| c.opened.reaches.to_string())
        .unwrap_or_default()
}

/// When the channel was last heard from, and how often it has been tried since.
pub(super) fn heard(desk: &DeskVisit, room: &Room, channel: &mediation::ids::ChannelId) -> Markup {
    let words = desk.visit.words();
    let Some(c) = room.channels.all.get(channel) else {
        return html! {};
    };
    let attempts = c.attempts_since_heard();
    html! {
        @match c.last_heard() {
            Some(sign) => (words.t_args("desk-last-heard", &[("when", adapt::came(words, &sign.when, &desk.visit.calendar).into())])),
            None => (words.t("desk-never-heard")),
        }
        @if let Some(due) = c.next_due.filter(|d| *d < desk.visit.now) {
            " " (words.t_args("desk-was-due", &[("when", adapt::near(words, due, &desk.visit.calendar).into())]))
        }
        @if attempts > 0 { " " (words.t_args("desk-attempts", &[("n", attempts.into())])) }
    }
}

/// What was waited for on a channel when it fell silent.
pub(super) fn pending_there(
    desk: &DeskVisit,
    room: &Room,
    channel: &mediation::ids::ChannelId,
) -> Markup {
    let words = desk.visit.words();
    let open = room
        .channels
        .all
        .get(channel)
        .and_then(|c| c.open_silence());
    let Some(silence) = open.filter(|s| !s.pending.is_empty()) else {
        return html! {};
    };
    html! { (words.t("desk-pending-there")) " " (waits(desk, &silence.pending)) "." }
}

/// Entries by what is waited for, each with its number as the way there.
pub(super) fn waits<'a>(
    desk: &DeskVisit,
    entries: impl IntoIterator<Item = &'a EntryRef>,
) -> Markup {
    let r = Reader::of(&desk.visit, &desk.view);
    html! {
        @for (place, entry) in entries.into_iter().enumerate() {
            @if place > 0 { "; " }
            (awaited(&r, entry)) " " span.nb { "(" (r.entry(entry)) ")" }
        }
    }
}

fn awaited(r: &Reader<'_>, entry: &EntryRef) -> String {
    let words = r.words;
    let found = r.view.rooms.get(&entry.room).and_then(|room| {
        let body = room.entry(entry.number)?.body()?;
        Some((room, body))
    });
    let Some((room, body)) = found else {
        return words.t("entry-unreadable");
    };
    match &body.event {
        Event::RequestMade(request) => adapt::request(words, request.what),
        Event::DemandMade(_) => words.t("waits-demand"),
        Event::DraftPut(_) => match room.texts.versions.get(&entry.number) {
            Some(v) => {
                let number = adapt::desk_version(r.view, v).unwrap_or(v.version);
                words.t_plain("waits-draft", &[("version", number.into())])
            }
            None => words.t("waits-text"),
        },
        Event::Conveyed(carried) => match &carried.conveyed_as {
            ConveyedAs::Request { what, .. } => adapt::request(words, *what),
            ConveyedAs::Demand(_) => words.t("waits-demand"),
            ConveyedAs::Message | ConveyedAs::Answer { .. } => {
                listed(words, kind_of(r, room, entry.number, body))
            }
        },
        _ => listed(words, kind_of(r, room, entry.number, body)),
    }
}

/// A kind as one of several in a list.
fn listed(words: Words, kind: String) -> String {
    match words.lang() {
        Lang::English => names::uncapitalised(&kind),
        Lang::Arabic => kind,
    }
}
