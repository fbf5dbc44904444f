//! What a participant can take away and check by itself, on any computer, with tools that are not
//! ours where it matters most.

use maud::{Markup, html};
use mediation::{entry::Entry, event::Event, view::Room};

use super::offer::Put;
use crate::{
    entries::{Reader, summary},
    html::{Cell, Column, Row, Side, Table, empty, own, section, section::commands, table},
    routes::Page,
    site::SeatVisit,
};

/// How many receipts are listed; each entry of the log has its own link.
const MOST: usize = 6;

/// The section.
pub(super) fn section_of(r: &Reader<'_>, seat: &SeatVisit, put: Option<&Put<'_>>) -> Markup {
    let words = r.words;
    let me = seat.seat.participant().as_str();
    let mut kept: Vec<(&Room, &Entry)> = r
        .view
        .rooms
        .values()
        .flat_map(|room| {
            let weighty = room.entries.iter().rev().filter(|e| weighs(e)).take(MOST);
            weighty.map(move |e| (room, e.as_ref()))
        })
        .collect();
    kept.sort_by_key(|(_, e)| std::cmp::Reverse(e.learnt()));
    kept.truncate(MOST);
    let side = Side::new(
        "receipts",
        words.t("portal-receipts"),
        words.t("portal-receipts.note"),
    );
    if kept.is_empty() {
        return section(&side, &empty(&words.t("portal-receipts-none")));
    }
    let body = html! {
        (table(&Table {
            caption: Some(words.t("portal-receipts")),
            columns: vec![
                Column::new(words.t("portal-receipt")),
                Column::new(words.t("portal-receipt-for")),
                Column::new(words.t("portal-receipt-entry")),
            ],
            rows: kept.iter().map(|(room, entry)| row(r, me, room, entry)).collect(),
            foot: None,
            tight: false,
        }))
        (keys(r, me))
        (on_any_computer(r, &kept, put))
    };
    section(&side, &body)
}

/// What one would want to be able to prove: texts, and the participant's own words on them.
fn weighs(entry: &Entry) -> bool {
    entry.body().is_some_and(|b| {
        matches!(
            b.event,
            Event::DraftPut(_)
                | Event::Accepted(_)
                | Event::OfferRefused(_)
                | Event::PositionTaken(_)
                | Event::BodyDecided(_)
                | Event::ListReceived(_)
                | Event::UndertakingGiven(_)
                | Event::DemandMade(_)
                | Event::Announced(_)
        )
    })
}

fn row(r: &Reader<'_>, me: &str, room: &Room, entry: &Entry) -> Row {
    let number = entry.number.to_string();
    let page = Page::AsReceipt {
        participant: me,
        room: room.name.as_str(),
        entry: &number,
    };
    Row::new(vec![
        Cell::Head(html! { a href=(page.path()) { bdi dir="ltr" { "receipt-" (number) ".txt" } } }),
        Cell::Plain(summary(r, room, entry)),
        Cell::Plain(r.link(room, entry.number)),
    ])
}

/// The key of each room, with which its receipts are checked.
fn keys(r: &Reader<'_>, me: &str) -> Markup {
    let several = r.view.rooms.len() > 1;
    html! { p {
        (r.words.t("portal-key")) " "
        @for (place, room) in r.view.rooms.values().enumerate() {
            @if place > 0 { (r.words.t("entry-comma")) }
            @let page = Page::AsRoomKey { participant: me, room: room.name.as_str() };
            a href=(page.path()) { bdi dir="ltr" { "desk.vkey" } }
            @if several { " (" (own(&r.room_title(&room.name))) ")" }
        }
        " " span.meta { (r.words.t("portal-key.means")) }
    } }
}

fn on_any_computer(r: &Reader<'_>, kept: &[(&Room, &Entry)], put: Option<&Put<'_>>) -> Markup {
    let text = put.map(|p| {
        let (n, digest) = (p.version.version, p.version.digest.to_hex());
        format!("$ sha256sum version-{n}.txt\n{digest}  version-{n}.txt\n\n")
    });
    let receipt = kept.first().map(|(_, e)| e.number).map(|n| {
        format!("$ goodoffices verify receipt-{n}.txt --key desk.vkey\nIt holds: entry {n} of the room …")
    });
    html! {
        h3 { (r.words.t("portal-any-computer")) }
        (commands(&[text, receipt].into_iter().flatten().collect::<String>()))
        p.meta { (r.words.t("portal-if-not")) }
    }
}
