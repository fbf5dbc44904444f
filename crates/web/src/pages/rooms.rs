//! The rooms: who sits in each, what was last recorded there, what is pending.

use axum::{Router, extract::State, http::StatusCode, response::Response, routing::get};
use maud::{Markup, html};
use mediation::{
    agenda::{Matter, agenda},
    view::Room,
};

use super::record::place::members;
use super::room::{name_of, pending_in};
use crate::{
    entries::{Reader, summary},
    guard::html_page,
    html::{Cell, Column, Hears, Row, Side, Table, Title, empty, own, page, section, table, title},
    routes::{Page, pattern},
    site::{DeskVisit, Site, Under},
    visit::Visit,
};

pub(crate) fn routes() -> Router<Site> {
    Router::new().route(pattern::ROOMS, get(show))
}

async fn show(State(site): State<Site>, visit: Visit) -> Result<Response, Response> {
    let desk = site.desk(visit).await?;
    Ok(html_page(StatusCode::OK, &render(&desk)))
}

/// The page.
pub(crate) fn render(desk: &DeskVisit) -> Markup {
    let visit = &desk.visit;
    let words = visit.words();
    let head = words.t("rooms-title");
    let tabs = visit.desk_tabs(Under::Rooms);
    let frame = visit.frame(&head, visit.desk_reader(), &tabs, Hears::Desk);
    let heading = Title {
        over: visit.case.as_ref().map(|case| own(case)),
        head: head.clone(),
        lead: Some(lead(desk)),
        clock: Some(visit.clock(&desk.view)),
    };
    let side = Side::new(
        "rooms",
        words.t("tab-rooms"),
        format!("{} {}", words.t("rooms-lead"), words.t("rooms-note")),
    );
    page(
        &frame,
        &html! { (title(&heading)) (section(&side, &rooms(desk))) },
    )
}

/// How many rooms are named in a sentence; more are counted.
const FEW: usize = 3;

/// Which rooms wait; the rule of rooms where none does.
fn lead(desk: &DeskVisit) -> Markup {
    let words = desk.visit.words();
    let reader = Reader::of(&desk.visit, &desk.view);
    let agenda = agenda(&desk.view, desk.visit.now);
    let waiting: Vec<String> = desk
        .view
        .rooms
        .values()
        .filter(|room| agenda.iter().any(|p| pending_in(&p.matter, room)))
        .map(|room| {
            if room.name.is_desk() {
                words.t("rooms-desk-in")
            } else {
                reader.room_in_sentence(&room.name)
            }
        })
        .collect();
    html! {
        @if waiting.is_empty() { (words.t("rooms-nothing-waits")) }
        @else if waiting.len() > FEW { (words.t_args("rooms-wait-many", &[("n", waiting.len().into()), ("of", desk.view.rooms.len().into())])) }
        @else { (words.t_args("rooms-wait", &[("which", words.list(&waiting).into())])) }
    }
}

fn rooms(desk: &DeskVisit) -> Markup {
    let visit = &desk.visit;
    let words = visit.words();
    let reader = Reader::of(visit, &desk.view);
    let agenda = agenda(&desk.view, visit.now);
    let matters: Vec<&Matter<'_>> = agenda.iter().map(|p| &p.matter).collect();
    // The desk's own room stands first: it alone hears all the others.
    let own_first = desk.view.rooms.values().filter(|r| r.name.is_desk());
    let others = desk.view.rooms.values().filter(|r| !r.name.is_desk());
    let rows: Vec<Row> = own_first
        .chain(others)
        .map(|room| row(desk, &reader, room, &matters))
        .collect();
    if rows.is_empty() {
        return empty(&words.t("rooms-none"));
    }
    let open = Page::Record {
        room: mediation::ids::DESK,
        command: "open-room",
    };
    html! {
        (table(&Table {
            caption: Some(words.t("rooms-title")),
            columns: vec![
                Column::new(words.t("rooms-room")),
                Column::new(words.t("rooms-last")),
                Column::number(words.t("rooms-pending")),
                Column::number(words.t("rooms-entries")),
            ],
            rows,
            foot: None,
            tight: false,
        }))
        @if visit.is_present() { p.after.noprint { a href=(visit.href(open)) { (words.t("room-do-room")) } } }
    }
}

fn row(desk: &DeskVisit, r: &Reader<'_>, room: &Room, matters: &[&Matter<'_>]) -> Row {
    let visit = &desk.visit;
    let href = visit.href(Page::Room {
        room: room.name.as_str(),
    });
    let seats = members(r.words, Some(room));
    let hears = if seats.is_empty() {
        r.words.t("rooms-desk-alone")
    } else {
        r.words
            .t_args("rooms-hears", &[("who", r.words.list(&seats).into())])
    };
    let last = room.entries.last();
    Row::new(vec![
        Cell::Head(html! {
            a href=(href) { (own(&name_of(r, room))) } " " span.meta { bdi { (room.code()) } }
            small { (hears) }
        }),
        Cell::Plain(html! { @if let Some(entry) = last {
            div.oneline { (summary(r, room, entry)) }
            small { (r.link(room, entry.number)) (r.words.t("entry-comma")) (r.stamp(entry.learnt())) }
        } }),
        Cell::text(
            matters
                .iter()
                .filter(|m| pending_in(m, room))
                .count()
                .to_string(),
        ),
        Cell::text(room.entries.len().to_string()),
    ])
}
