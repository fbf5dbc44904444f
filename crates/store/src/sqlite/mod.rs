//! The store in one SQLite file: one writing connection, as many reading ones
//! as are asked for at a time. Only ties the parts together; SQL is in them.

mod append;
mod check;
mod connect;
mod fault;
mod mounts;
mod place;
mod pool;
mod read;
mod rotate;
mod span;

use std::path::Path;

use crate::{
    Batch, BlobKey, CaseKey, CaseRow, CheckpointRow, EntryRow, Finding, Head, MetaKey, Number,
    PageLimit, RoomKey, RoomRow, Rotation, Sealed, SecretRow, Size, Standing, Store, StoreError,
};
use pool::Pool;

/// A store in one file, and the write-ahead log beside it.
#[derive(Debug)]
pub struct SqliteStore {
    pool: Pool,
}

impl SqliteStore {
    /// Makes a new file.
    pub fn create(path: &Path) -> Result<Self, StoreError> {
        connect::create(path)?;
        Self::open(path)
    }

    /// Opens a file that [`SqliteStore::create`] made.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        Ok(Self {
            pool: Pool::open(path)?,
        })
    }
}

impl Store for SqliteStore {
    fn place(&self) -> String {
        self.pool.place()
    }

    fn meta(&self, key: MetaKey) -> Result<Option<Vec<u8>>, StoreError> {
        self.pool.read("read a document", |c| read::meta(c, key))
    }

    fn put_meta_once(&self, key: MetaKey, value: &[u8]) -> Result<(), StoreError> {
        self.pool
            .write("write a document", |t| append::put_meta_once(t, key, value))
    }

    fn replace_meta(&self, key: MetaKey, expected: &[u8], new: &[u8]) -> Result<(), StoreError> {
        self.pool.write("replace a document", |t| {
            append::replace_meta(t, key, expected, new)
        })
    }

    fn cases(&self) -> Result<Vec<CaseRow>, StoreError> {
        self.pool.read("read the cases", read::cases)
    }

    fn rooms(&self, case: CaseKey) -> Result<Vec<RoomRow>, StoreError> {
        self.pool.read("read the rooms", |c| read::rooms(c, case))
    }

    fn standing(&self, case: CaseKey) -> Result<Standing, StoreError> {
        self.pool
            .read("read where the rooms stand", |c| read::standing(c, case))?
            .ok_or(StoreError::NoSuchCase { case })
    }

    fn append(&self, batch: &Batch) -> Result<(), StoreError> {
        batch.check()?;
        self.pool
            .write("append to the store", |t| append::batch(t, batch))
    }

    fn head(&self, room: RoomKey) -> Result<Head, StoreError> {
        self.pool
            .read("read where a room stands", |c| read::head(c, room))?
            .ok_or(StoreError::NoSuchRoom { room })
    }

    fn entries(
        &self,
        room: RoomKey,
        from: Number,
        limit: PageLimit,
    ) -> Result<Vec<EntryRow>, StoreError> {
        self.pool
            .read("read entries", |c| read::entries(c, room, from, limit))
    }

    fn checkpoint(&self, room: RoomKey, size: Size) -> Result<Option<Sealed>, StoreError> {
        self.pool
            .read("read a checkpoint", |c| read::checkpoint(c, room, size))
    }

    fn checkpoints(&self, room: RoomKey) -> Result<Vec<CheckpointRow>, StoreError> {
        self.pool
            .read("read checkpoints", |c| read::checkpoints(c, room))
    }

    fn wrapped_secrets(&self, room: RoomKey) -> Result<Vec<SecretRow>, StoreError> {
        self.pool.read("read secrets", |c| read::secrets(c, room))
    }

    fn rotate(&self, rotation: &Rotation) -> Result<(), StoreError> {
        rotation.check()?;
        self.pool
            .write("replace the key of a room", |t| rotate::rotate(t, rotation))?;
        self.scrub()
    }

    fn scrub(&self) -> Result<(), StoreError> {
        self.pool.alone(rotate::scrub)
    }

    fn put_blob(&self, blob: BlobKey, sealed: &Sealed) -> Result<(), StoreError> {
        self.pool
            .write("keep a blob", |t| append::put_blob(t, blob, sealed))
    }

    fn blob(&self, blob: BlobKey) -> Result<Option<Sealed>, StoreError> {
        self.pool.read("read a blob", |c| read::blob(c, blob))
    }

    fn integrity(&self) -> Result<Vec<Finding>, StoreError> {
        self.pool.read("check the store", check::integrity)
    }

    fn backup_to(&self, path: &Path) -> Result<(), StoreError> {
        self.pool
            .borrow("back up the store", |c| check::backup(c, path))
    }

    fn reopen(&self) -> Result<(), StoreError> {
        self.pool.reopen()
    }
}
