//! Receipts for entries of any room, and the key that checks them, for the desk.

use std::sync::Arc;

use axum::{
    Router,
    extract::{Path, State},
    response::Response,
    routing::get,
};

use crate::{
    pages::files::{Wanted, receipt},
    routes::pattern,
    site::Site,
    visit::Visit,
};

pub(super) fn routes() -> Router<Site> {
    Router::new()
        .route(pattern::RECEIPT, get(one))
        .route(pattern::ROOM_KEY, get(key))
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
