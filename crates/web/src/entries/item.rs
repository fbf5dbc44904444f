//! One entry as an item of a log, or as one line.

use maud::{Markup, html};
use mediation::{
    entry::{Author, Body, Entry, Speaker, Standing},
    time::Edtf,
    view::Room,
};

use super::{
    beside::Crossed,
    corrections,
    reader::Reader,
    relays,
    told::{Here, told},
};
use crate::{Words, adapt, html::LogItem, html::own, routes::Page, when};

/// From when on an entry counts as written down long after it was learnt: as one is in a history
/// that was played from a file.
const LONG_AFTER: i64 = 86_400;

/// An entry as an item of the log of its room, with what only the desk reads of it.
pub(crate) fn item(r: &Reader<'_>, room: &Room, entry: &Entry, crossed: &Crossed<'_>) -> LogItem {
    let number = entry.number;
    let Some(body) = entry.body() else {
        return unreadable(r, room, entry);
    };
    let at = Here { room, number, body };
    let told = told(r, at);
    let words = r.words;
    LogItem {
        id: format!("n{number}"),
        number: r.number(room, number),
        happened: r.moment(&body.happened),
        recorded: written(r, entry, body),
        kind: told.kind,
        beside: joined(words, &told.beside),
        body: html! { (told.body) (relays::custody_of(r, room, number)) (corrections::since(r, room, number, body)) },
        standing: adapt::standing(body.standing),
        by: html! { (by(r, room, body)) (ways(r, room, number, body)) },
        desk_only: crossed.of(r, room, entry),
    }
}

/// An entry in one line: its kind and its gist.
pub(crate) fn summary(r: &Reader<'_>, room: &Room, entry: &Entry) -> Markup {
    let words = r.words;
    let Some(body) = entry.body() else {
        return html! { (words.t("entry-unreadable")) };
    };
    let number = entry.number;
    let told = told(r, Here { room, number, body });
    let gist = told.gist.into_string();
    html! {
        b { (told.kind) }
        @if let Some(beside) = joined(words, &told.beside) { (words.t("kind-joint")) (beside) }
        @if !gist.is_empty() { ": " (maud::PreEscaped(gist)) }
    }
}

/// The kind of an entry in a word.
pub(crate) fn kind_of(r: &Reader<'_>, room: &Room, number: u64, body: &Body) -> String {
    told(r, Here { room, number, body }).kind
}

/// Whether an entry was written down long after it was learnt.
pub(crate) fn played(entry: &Entry) -> bool {
    entry
        .body()
        .is_some_and(|b| entry.recorded.since(b.learnt) > LONG_AFTER)
}

fn joined(words: Words, parts: &[Markup]) -> Option<Markup> {
    let (first, rest) = parts.split_first()?;
    Some(html! { (first) @for part in rest { (words.t("kind-joint")) (part) } })
}

/// "learnt 13 Nov, 22:40" or "recorded 13:34", where that says more than when it happened.
fn written(r: &Reader<'_>, entry: &Entry, body: &Body) -> Option<String> {
    let words = r.words;
    let happened = match body.happened.edtf {
        Edtf::Time(..) => {
            body.happened
                .bounds(r.calendar.to_offset(body.learnt.timestamp()))
                .0
        }
        Edtf::Date(..) | Edtf::Interval(..) => None,
    };
    let same = |at: mediation::time::Instant| happened.is_some_and(|h| at.since(h).abs() < 60);
    let said = |at: mediation::time::Instant| {
        let day = |i: mediation::time::Instant| {
            i.timestamp()
                .to_zoned_datetime(r.calendar.zone.clone())
                .date()
        };
        if happened.is_some_and(|h| day(h) == day(at)) {
            when::hour(at.timestamp(), &r.calendar)
        } else {
            r.stamp(at)
        }
    };
    if played(entry) {
        return (!same(body.learnt))
            .then(|| words.t_plain("entry-learnt", &[("when", said(body.learnt).into())]));
    }
    if same(entry.recorded) {
        return None;
    }
    let recorded = said(entry.recorded);
    if entry.recorded.since(body.learnt) < 600 || same(body.learnt) {
        return Some(words.t_plain("entry-recorded", &[("when", recorded.into())]));
    }
    let learnt = said(body.learnt);
    Some(words.t_plain(
        "entry-learnt-recorded",
        &[("learnt", learnt.into()), ("recorded", recorded.into())],
    ))
}

fn by(r: &Reader<'_>, room: &Room, body: &Body) -> Markup {
    let words = r.words;
    match (&body.by, body.standing) {
        (Author::Representative(_, id), _) => {
            html! { (words.t("entry-by")) " " (r.person(room, id)) }
        }
        (Author::Desk, Standing::Witnessed | Standing::Entered | Standing::Signed) => {
            // What the desk saw itself it may have from somebody who stood beside it.
            html! {
                (words.t("entry-by-desk"))
                @if let Some(source) = &body.source { (words.t("entry-comma")) (own(source.as_str())) }
            }
        }
        (Author::Desk, Standing::Reported) => html! {
            @if let Some(source) = &body.source { (words.t("entry-by")) " " (own(source.as_str())) }
            @else { (words.t("entry-told")) }
        },
    }
}

/// What can be done with an entry: words that a participant gave can be carried, in the present.
fn ways(r: &Reader<'_>, room: &Room, number: u64, body: &Body) -> Markup {
    let given = matches!(body.event.speaker(), Some(Speaker::Participant(_)))
        && !room.corrections.void.contains(&number);
    let entry = number.to_string();
    let carry = Page::Carry {
        room: room.name.as_str(),
        entry: &entry,
    };
    html! {
        " " a.go href=(r.receipt_href(room, number)) { (r.words.t("entry-receipt")) span.vh { " " (r.number(room, number)) } }
        @if given && r.is_desk() && r.is_present() {
            " " a.go href=(r.page(carry)) { (r.words.t("room-carry")) span.vh { " " (r.number(room, number)) } }
        }
    }
}

/// That it was, and where, is all that can be said of an entry whose key was destroyed.
fn unreadable(r: &Reader<'_>, room: &Room, entry: &Entry) -> LogItem {
    let number = entry.number;
    LogItem {
        id: format!("n{number}"),
        number: r.number(room, number),
        happened: when::stamp(r.words, entry.recorded.timestamp(), &r.calendar),
        recorded: None,
        kind: r.words.t("entry-unreadable"),
        beside: None,
        body: corrections::erased_by(r, room, number),
        standing: crate::html::Standing::Witnessed,
        by: html! { (r.words.t("entry-by-desk")) },
        desk_only: None,
    }
}
