//! What a participant takes away: receipts and the key that checks them, through its own door, and
//! the bytes of a text as it was put to it.

use std::sync::Arc;

use axum::{
    Router,
    extract::{Path, State},
    response::Response,
    routing::get,
};
use mediation::ids::RoomName;
use service::SeatDoor;

use crate::{
    guard,
    pages::files::{Wanted, attachment, receipt, statement},
    routes::pattern,
    site::Site,
    visit::Visit,
};

pub(super) fn routes() -> Router<Site> {
    Router::new()
        .route(pattern::AS_RECEIPT, get(one))
        .route(pattern::AS_ROOM_KEY, get(key))
        .route(pattern::AS_TEXT_FILE, get(text))
        .route(pattern::AS_STATEMENT, get(to_sign))
}

async fn one(
    State(site): State<Site>,
    visit: Visit,
    Path((participant, room, entry)): Path<(String, String, String)>,
) -> Result<Response, Response> {
    file(&site, visit, &participant, (&room, &entry), Wanted::Receipt).await
}

async fn key(
    State(site): State<Site>,
    visit: Visit,
    Path((participant, room)): Path<(String, String)>,
) -> Result<Response, Response> {
    file(&site, visit, &participant, (&room, "1"), Wanted::Key).await
}

async fn to_sign(
    State(site): State<Site>,
    visit: Visit,
    Path((participant, room, entry, representative)): Path<(String, String, String, String)>,
) -> Result<Response, Response> {
    let words = visit.words;
    let seat = site.seat(visit, &participant).await?;
    let door = SeatDoor::new(Arc::clone(site.office()), seat.seat.participant().clone());
    let of = (room.as_str(), entry.as_str(), representative.as_str());
    statement(words, of, move |offer, person| {
        door.statement(offer, person)
    })
    .await
}

async fn file(
    site: &Site,
    visit: Visit,
    participant: &str,
    (room, entry): (&str, &str),
    wanted: Wanted,
) -> Result<Response, Response> {
    let words = visit.words;
    let seat = site.seat(visit, participant).await?;
    let door = SeatDoor::new(Arc::clone(site.office()), seat.seat.participant().clone());
    receipt(words, room, entry, wanted, move |e| door.receipt(e)).await
}

async fn text(
    State(site): State<Site>,
    visit: Visit,
    Path((participant, room, entry)): Path<(String, String, String)>,
) -> Result<Response, Response> {
    let words = visit.words;
    let seat = site.seat(visit, &participant).await?;
    let number: Option<u64> = entry.parse().ok();
    let version = RoomName::new(room)
        .ok()
        .and_then(|name| seat.seat.view().rooms.get(&name))
        .zip(number)
        .and_then(|(room, n)| room.texts.versions.get(&n))
        .ok_or_else(|| guard::absent(words))?;
    let name = format!("version-{}.txt", version.version);
    Ok(attachment(&name, version.text.bytes().into_bytes()))
}
