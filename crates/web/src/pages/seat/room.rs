//! One room's log as a participant that sits in it would read it.

use axum::{
    Router,
    extract::{Path, State},
    http::StatusCode,
    response::Response,
    routing::get,
};
use maud::{Markup, html};
use mediation::{ids::RoomName, view::Room};

use super::{Place, Shown, Wanted, frame, hears, tabs};
use crate::{
    entries::Reader,
    guard::{self, html_page},
    html::{Title, own, page, section::wide_section, title},
    routes::{Page, pattern},
    site::{SeatVisit, Site},
    visit::Visit,
};

pub(super) fn routes() -> Router<Site> {
    Router::new().route(pattern::AS_ROOM, get(show))
}

async fn show(
    State(site): State<Site>,
    visit: Visit,
    Path((participant, name)): Path<(String, String)>,
    wanted: Wanted,
) -> Result<Response, Response> {
    let words = visit.words;
    let seat = site.seat(visit, &participant).await?;
    let room = RoomName::new(name)
        .ok()
        .and_then(|name| seat.seat.view().rooms.get(&name))
        .ok_or_else(|| guard::absent(words))?;
    Ok(html_page(StatusCode::OK, &render(&seat, room, wanted)))
}

/// The page.
pub(crate) fn render(seat: &SeatVisit, room: &Room, wanted: Wanted) -> Markup {
    let (visit, view) = (&seat.visit, seat.seat.view());
    let words = visit.words();
    let me = seat.seat.participant();
    let reader = Reader::of(visit, view);
    let head = reader.room_title(&room.name);
    let tabs = tabs(seat, &Place::Room(room.name.clone()));
    let frame = frame(seat, &head, &tabs, hears(words, me, room));
    let heading = Title {
        over: visit.case.as_ref().map(|case| own(case)),
        head: head.clone(),
        lead: None,
        clock: Some(visit.clock(view)),
    };
    let here = Page::AsRoom {
        participant: me.as_str(),
        room: room.name.as_str(),
    };
    let shown = Shown::of(room, wanted);
    page(
        &frame,
        &html! {
            (title(&heading))
            (wide_section(
                "log",
                &words.t("room-log"),
                &html! { @if !shown.is_whole() { p.sub.ways.noprint { (shown.earlier(&reader, here, visit.at)) } } },
                &shown.markup(&reader, room, here, visit.at),
            ))
        },
    )
}
