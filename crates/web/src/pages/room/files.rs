//! Receipts for entries of any room, and the key that checks them, for the desk.

use std::sync::Arc;

use axum::{
    Router,
    extract::{Path, State},
    response::Response,
    routing::get,
};

use crate::{
    pages::files::{Wanted, receipt, statement},
    routes::pattern,
    site::Site,
    visit::Visit,
};

pub(super) fn routes() -> Router<Site> {
    Router::new()
        .route(pattern::RECEIPT, get(one))
        .route(pattern::ROOM_KEY, get(key))
        .route(pattern::STATEMENT, get(to_sign))
}

async fn one(
    State(site): State<Site>,
    visit: Visit,
    Path((room, entry)): Path<(String, String)>,
) -> Result<Response, Response> {
    let office = Arc::clone(site.office());
    receipt(visit.words, &room, &entry, Wanted::Receipt, move |e| {
        office.receipt(e)
    })
    .await
}

async fn to_sign(
    State(site): State<Site>,
    visit: Visit,
    Path((room, entry, representative)): Path<(String, String, String)>,
) -> Result<Response, Response> {
    let office = Arc::clone(site.office());
    let of = (room.as_str(), entry.as_str(), representative.as_str());
    statement(visit.words, of, move |offer, person| {
        office.statement(offer, person)
    })
    .await
}

async fn key(
    State(site): State<Site>,
    visit: Visit,
    Path(room): Path<String>,
) -> Result<Response, Response> {
    let office = Arc::clone(site.office());
    receipt(visit.words, &room, "1", Wanted::Key, move |e| {
        office.receipt(e)
    })
    .await
}
