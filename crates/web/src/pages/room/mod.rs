//! One room as the desk reads it: who speaks here, what is pending, its log, and the ways to
//! record something in it.

mod beside;
mod files;
mod lead;
mod pending;
mod record;

pub(crate) use pending::of_room as pending_in;

use axum::{
    Router,
    extract::{Path, State},
    http::StatusCode,
    response::Response,
    routing::get,
};
use maud::{Markup, html};
use mediation::{
    agenda::{Pending, agenda},
    ids::RoomName,
    view::Room,
};

use super::{
    log::{Shown, Wanted},
    record::recorded_notice,
};
use crate::{
    adapt,
    entries::Reader,
    guard::{self, html_page},
    html::{Hears, Title, own, page, section::wide_section, section::with_aside, title},
    routes::{Page, pattern},
    site::{DeskVisit, Site, Under},
    visit::Visit,
};

pub(crate) fn routes() -> Router<Site> {
    Router::new()
        .route(pattern::ROOM, get(show))
        .merge(files::routes())
}

async fn show(
    State(site): State<Site>,
    visit: Visit,
    Path(name): Path<String>,
    wanted: Wanted,
) -> Result<Response, Response> {
    let words = visit.words;
    let desk = site.desk(visit).await?;
    let room = RoomName::new(name)
        .ok()
        .and_then(|name| desk.view.rooms.get(&name))
        .ok_or_else(|| guard::absent(words))?;
    Ok(html_page(StatusCode::OK, &render(&desk, room, wanted)))
}

/// The page.
pub(crate) fn render(desk: &DeskVisit, room: &Room, wanted: Wanted) -> Markup {
    let visit = &desk.visit;
    let words = visit.words();
    let reader = Reader::of(visit, &desk.view);
    let head = reader.room_title(&room.name);
    let tabs = visit.desk_tabs(Under::Rooms);
    let frame = visit.frame(&head, visit.desk_reader(), &tabs, hears(&reader, room));
    let agenda: Vec<Pending<'_>> = agenda(&desk.view, visit.now)
        .into_iter()
        .filter(|p| pending::of_room(&p.matter, room))
        .collect();
    let heading = Title {
        over: Some(over(desk, room)),
        head: head.clone(),
        lead: lead::lead(&reader, room, &agenda),
        clock: Some(visit.clock(&desk.view)),
    };
    let shown = Shown::of(room, wanted);
    let here = Page::Room {
        room: room.name.as_str(),
    };
    let log = wide_section(
        "log",
        &words.t("room-log"),
        &html! { p.sub.ways.noprint {
            (shown.earlier(&reader, here, visit.at))
            @if visit.is_present() { a href="#record" { (words.t("room-record")) } }
        } },
        &shown.markup(&reader, room, here, visit.at),
    );
    page(
        &frame,
        &html! {
            (title(&heading))
            (recorded_notice(words, visit, room))
            (with_aside(&log, &beside::parts(&reader, room, &agenda)))
            @if visit.is_present() { (record::section_of(visit, room)) }
        },
    )
}

/// Who hears what is said in a room, as the desk reads it.
pub(crate) fn hears(r: &Reader<'_>, room: &Room) -> Hears {
    let names: Vec<String> = room
        .opened
        .iter()
        .flat_map(|o| &o.members)
        .map(|s| crate::story::names::with_article(r.words, s.name.as_str()))
        .collect();
    match names.as_slice() {
        [] => Hears::Desk,
        [_] => Hears::Caucus(r.words.list(&names)),
        _ => Hears::Plenary(names),
    }
}

/// "Room H, one of five in the case".
fn over(desk: &DeskVisit, room: &Room) -> Markup {
    let words = desk.visit.words();
    let said = words.t_args(
        "room-over",
        &[
            ("code", room.code().to_owned().into()),
            ("n", desk.view.rooms.len().into()),
        ],
    );
    html! {
        (said) " "
        @if let Some(case) = &desk.visit.case { a href=(desk.visit.href(Page::Desk)) { (own(case)) } }
    }
}

/// A room by who sits there, for a list.
pub(crate) fn name_of(r: &Reader<'_>, room: &Room) -> String {
    if room.name.is_desk() {
        r.words.t("entry-desk-room")
    } else {
        adapt::with(r.view, room)
    }
}
