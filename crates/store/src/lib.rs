//! Sealed bytes under (room, number), in SQLite or PostgreSQL.
//!
//! Here live the two databases, their schemas and nothing else: this crate
//! alone knows SQL. It must not learn a domain type, hold a key, read a clock
//! or number anything across rooms. What it is given is already sealed, and
//! the bytes that were given are the bytes that are kept.
//!
//! Start at [`Store`]; [`create`] and [`open`] give one for a [`StoreUrl`].
//! All calls block: an asynchronous caller puts them on a blocking thread.

mod api;
mod batch;
mod error;
mod postgres;
mod rotation;
mod rows;
mod sqlite;
mod types;
mod url;

use std::sync::Arc;

use postgres::PostgresStore;
use sqlite::SqliteStore;

pub use api::Store;
pub use batch::{
    Batch, BatchFault, NewBlob, NewCase, NewEntry, NewHeads, NewRoom, RoomAppend, RoomSeen,
};
pub use error::{EngineError, StoreError};
pub use rotation::{NewCaseKey, Resealed, Rotation};
pub use rows::{
    CaseRow, CheckpointRow, EntryRow, Finding, Flow, Head, RoomRow, SecretRow, Standing,
};
pub use types::{BlobKey, CaseKey, KeyEpoch, MetaKey, Number, PageLimit, RoomKey, Sealed, Size};
pub use url::StoreUrl;

/// Makes a new, empty store. Refuses a place where something is already kept.
pub fn create(url: &StoreUrl) -> Result<Arc<dyn Store>, StoreError> {
    match url {
        StoreUrl::Sqlite(path) => Ok(Arc::new(SqliteStore::create(path)?)),
        StoreUrl::Postgres(text) => Ok(Arc::new(PostgresStore::create(text, url.to_string())?)),
    }
}

/// Opens a store that [`create`] made, bringing an older schema up to date.
pub fn open(url: &StoreUrl) -> Result<Arc<dyn Store>, StoreError> {
    match url {
        StoreUrl::Sqlite(path) => Ok(Arc::new(SqliteStore::open(path)?)),
        StoreUrl::Postgres(text) => Ok(Arc::new(PostgresStore::open(text, url.to_string())?)),
    }
}
