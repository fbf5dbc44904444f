//! One file per page: what it shows, and the handler that shows it.

pub(crate) mod carry;
pub mod chronicle;
pub mod desk;
mod files;
mod log;
pub mod marks;
pub mod participants;
mod promises;
pub(crate) mod record;
pub mod room;
pub mod rooms;
pub mod seat;
mod stood;
pub mod text;

use axum::Router;

use crate::site::Site;

/// The routes of every page of a case.
pub(crate) fn routes() -> Router<Site> {
    Router::new()
        .merge(desk::routes())
        .merge(rooms::routes())
        .merge(room::routes())
        .merge(participants::routes())
        .merge(seat::routes())
        .merge(text::routes())
        .merge(chronicle::routes())
        .merge(record::routes())
        .merge(carry::routes())
}
