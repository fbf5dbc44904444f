//! What one participant would see, made of its own view and nothing else: what was put to it, its
//! answer, its rooms, what it can take away and check.

mod files;
mod offer;
mod receipts;
mod room;
mod words;

use axum::{
    Router,
    extract::{Path, State},
    http::StatusCode,
    response::Response,
    routing::get,
};
use maud::{Markup, html};
use mediation::{ids::ParticipantId, view::Room};

use super::log;
use crate::{
    Words, adapt,
    entries::{Crossed, Reader, item},
    guard::html_page,
    html::{self, Hears, Side, Tab, Title, Who, empty, own, page, section, title},
    routes::{Page, pattern},
    site::{SeatVisit, Site},
    story::names,
    visit::Visit,
};

/// How many of the last entries of a room stand on the first page.
const LAST: usize = 8;

pub(crate) fn routes() -> Router<Site> {
    Router::new()
        .route(pattern::AS, get(show))
        .merge(room::routes())
        .merge(files::routes())
}

async fn show(
    State(site): State<Site>,
    visit: Visit,
    Path(participant): Path<String>,
) -> Result<Response, Response> {
    let seat = site.seat(visit, &participant).await?;
    Ok(html_page(StatusCode::OK, &render(&seat)))
}

/// The page.
pub(crate) fn render(seat: &SeatVisit) -> Markup {
    let (visit, view) = (&seat.visit, seat.seat.view());
    let reader = Reader::of(visit, view);
    let put = offer::latest(view);
    let heading = words::heading(&reader, seat.seat.participant(), put.as_ref());
    let tabs = tabs(seat, &Place::Front);
    let frame = frame(seat, &heading.0, &tabs, hears_all(seat));
    let first = Title {
        over: visit.case.as_ref().map(|case| own(case)),
        head: heading.0.clone(),
        lead: Some(heading.1),
        clock: Some(visit.clock(view)),
    };
    page(
        &frame,
        &html! {
            (title(&first))
            @if let Some(put) = &put { (offer::sections(&reader, seat, put)) }
            @for room in view.rooms.values() { (last_of(&reader, room)) }
            (receipts::section_of(&reader, seat, put.as_ref()))
        },
    )
}

/// The last entries of a room, and the way to the others.
fn last_of(r: &Reader<'_>, room: &Room) -> Markup {
    let words = r.words;
    let first = room.entries.len().saturating_sub(LAST);
    let shown = room.entries.get(first..).unwrap_or_default();
    let crossed = Crossed::default();
    let mut items: Vec<_> = shown.iter().map(|e| item(r, room, e, &crossed)).collect();
    // Several rooms stand on this page, and each counts from 1.
    for one in &mut items {
        one.id = format!("{}-{}", room.name, one.id);
    }
    let head = words.t("portal-room");
    let id = format!("room-{}", room.name);
    let side = Side {
        id: &id,
        head,
        note: Some(html! {
            (own(&r.room_title(&room.name))) br;
            a href=(r.room_href(room)) { (words.t_plain("portal-room-all", &[("n", room.entries.len().into())])) }
        }),
    };
    let body = if items.is_empty() {
        empty(&words.t("room-empty"))
    } else {
        html::log(words, &items)
    };
    section(&side, &body)
}

/// Which page of a participant's this is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Place {
    /// What was put to it.
    Front,
    /// A room.
    Room(mediation::ids::RoomName),
    /// The chronicle.
    Chronicle,
}

/// The ways between a participant's own pages: its rooms, and no others.
pub(crate) fn tabs(seat: &SeatVisit, here: &Place) -> Vec<Tab> {
    let (visit, view) = (&seat.visit, seat.seat.view());
    let words = visit.words();
    let participant = seat.seat.participant().as_str();
    let tab = |said: String, page: Page<'_>, of: Place| Tab {
        said,
        href: visit.href(page),
        here: of == *here,
    };
    let mut tabs = vec![tab(
        words.t("portal-tab"),
        Page::As { participant },
        Place::Front,
    )];
    for room in view.rooms.values() {
        let page = Page::AsRoom {
            participant,
            room: room.name.as_str(),
        };
        let opened = room.opened.as_ref();
        // The room in which nobody else sits is its own.
        let title = if opened.is_some_and(|o| o.members.len() == 1) {
            words.t("portal-room")
        } else {
            opened.map(|o| o.title.to_string()).unwrap_or_default()
        };
        tabs.push(tab(title, page, Place::Room(room.name.clone())));
    }
    tabs.push(tab(
        words.t("tab-chronicle"),
        Page::AsChronicle { participant },
        Place::Chronicle,
    ));
    tabs
}

/// The frame of a participant's page, with the desk's own line above it.
pub(crate) fn frame<'a>(
    seat: &'a SeatVisit,
    title: &'a str,
    tabs: &'a [Tab],
    hears: Hears,
) -> html::Frame<'a> {
    let (visit, words) = (&seat.visit, seat.visit.words());
    let who = adapt::name(seat.seat.view(), seat.seat.participant());
    let who = names::with_article(words, &who);
    let mut frame = visit.frame(title, Some(reader_of(seat)), tabs, hears);
    frame.seen_as = Some(html::SeenAs {
        said: words.t_args("seen-as", &[("who", who.into())]),
        back: visit.href(Page::Participants),
    });
    frame
}

/// Who reads a participant's pages.
pub(crate) fn reader_of(seat: &SeatVisit) -> Who {
    let name = adapt::name(seat.seat.view(), seat.seat.participant());
    Who { said: own(&name) }
}

/// Who hears what is said in a room, in the words of one who sits there.
pub(crate) fn hears(words: Words, me: &ParticipantId, room: &Room) -> Hears {
    let others: Vec<String> = room
        .opened
        .iter()
        .flat_map(|o| &o.members)
        .filter(|s| s.participant != *me)
        .map(|s| names::with_article(words, s.name.as_str()))
        .collect();
    if others.is_empty() {
        Hears::You
    } else {
        Hears::YouAnd(others)
    }
}

/// On a page that holds several rooms no single rule can be drawn.
fn hears_all(seat: &SeatVisit) -> Hears {
    let mut rooms = seat.seat.view().rooms.values();
    match (rooms.next(), rooms.next()) {
        (Some(only), None) => hears(seat.visit.words(), seat.seat.participant(), only),
        _ => Hears::NoRoom,
    }
}

pub(super) use log::{Shown, Wanted};
