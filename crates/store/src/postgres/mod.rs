//! The store in one schema of a PostgreSQL database. Only ties the parts
//! together; SQL is in them.

mod append;
mod check;
mod connect;
mod fault;
mod pool;
mod read;
mod rotate;
mod session;

use std::path::Path;

use crate::{
    Batch, BlobKey, CaseKey, CaseRow, CheckpointRow, EntryRow, Finding, Head, MetaKey, Number,
    PageLimit, RoomKey, RoomRow, Rotation, Sealed, SecretRow, Size, Standing, Store, StoreError,
};
use pool::Pool;

/// A store in the schema `good_offices` of a database.
#[derive(Debug)]
pub struct PostgresStore {
    pool: Pool,
}

impl PostgresStore {
    /// Makes the schema.
    pub fn create(url: &str, place: String) -> Result<Self, StoreError> {
        connect::create(url, &place)?;
        Self::open(url, place)
    }

    /// Opens a schema that [`PostgresStore::create`] made.
    pub fn open(url: &str, place: String) -> Result<Self, StoreError> {
        Ok(Self {
            pool: Pool::open(url, place)?,
        })
    }
}

impl Store for PostgresStore {
    fn place(&self) -> String {
        self.pool.place().to_owned()
    }

    fn meta(&self, key: MetaKey) -> Result<Option<Vec<u8>>, StoreError> {
        self.pool.read("read a document", |w| read::meta(w, key))
    }

    fn put_meta_once(&self, key: MetaKey, value: &[u8]) -> Result<(), StoreError> {
        self.pool
            .write("write a document", |w| append::put_meta_once(w, key, value))
    }

    fn replace_meta(&self, key: MetaKey, expected: &[u8], new: &[u8]) -> Result<(), StoreError> {
        self.pool.write("replace a document", |w| {
            append::replace_meta(w, key, expected, new)
        })
    }

    fn cases(&self) -> Result<Vec<CaseRow>, StoreError> {
        self.pool.read("read the cases", read::cases)
    }

    fn rooms(&self, case: CaseKey) -> Result<Vec<RoomRow>, StoreError> {
        self.pool.read("read the rooms", |w| read::rooms(w, case))
    }

    fn standing(&self, case: CaseKey) -> Result<Standing, StoreError> {
        self.pool
            .read("read where the rooms stand", |w| read::standing(w, case))?
            .ok_or(StoreError::NoSuchCase { case })
    }

    fn append(&self, batch: &Batch) -> Result<(), StoreError> {
        batch.check()?;
        self.pool
            .write("append to the store", |w| append::batch(w, batch))
    }

    fn head(&self, room: RoomKey) -> Result<Head, StoreError> {
        self.pool
            .read("read where a room stands", |w| read::head(w, room))?
            .ok_or(StoreError::NoSuchRoom { room })
    }

    fn entries(
        &self,
        room: RoomKey,
        from: Number,
        limit: PageLimit,
    ) -> Result<Vec<EntryRow>, StoreError> {
        self.pool
            .read("read entries", |w| read::entries(w, room, from, limit))
    }

    fn checkpoint(&self, room: RoomKey, size: Size) -> Result<Option<Sealed>, StoreError> {
        self.pool
            .read("read a checkpoint", |w| read::checkpoint(w, room, size))
    }

    fn checkpoints(&self, room: RoomKey) -> Result<Vec<CheckpointRow>, StoreError> {
        self.pool
            .read("read checkpoints", |w| read::checkpoints(w, room))
    }

    fn wrapped_secrets(&self, room: RoomKey) -> Result<Vec<SecretRow>, StoreError> {
        self.pool.read("read secrets", |w| read::secrets(w, room))
    }

    fn rotate(&self, rotation: &Rotation) -> Result<(), StoreError> {
        rotation.check()?;
        self.pool
            .write("replace the key of a room", |w| rotate::rotate(w, rotation))?;
        self.scrub()
    }

    fn scrub(&self) -> Result<(), StoreError> {
        self.pool.alone(rotate::scrub)
    }

    fn put_blob(&self, blob: BlobKey, sealed: &Sealed) -> Result<(), StoreError> {
        self.pool
            .write("keep a blob", |w| append::put_blob(w, blob, sealed))
    }

    fn blob(&self, blob: BlobKey) -> Result<Option<Sealed>, StoreError> {
        self.pool.read("read a blob", |w| read::blob(w, blob))
    }

    fn integrity(&self) -> Result<Vec<Finding>, StoreError> {
        self.pool.read("check the store", check::integrity)
    }

    fn backup_to(&self, _path: &Path) -> Result<(), StoreError> {
        Err(StoreError::Unsupported {
            action: "copy the store to a file",
            advice: "use the server's own pg_dump or its continuous archiving",
        })
    }

    fn reopen(&self) -> Result<(), StoreError> {
        self.pool.reopen()
    }
}
