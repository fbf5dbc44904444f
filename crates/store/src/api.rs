//! The one trait that both databases fulfil, and what each call promises.

use std::fmt::Debug;
use std::path::Path;

use crate::{
    Batch, BlobKey, CaseKey, CaseRow, CheckpointRow, EntryRow, Finding, Flow, Head, MetaKey,
    Number, PageLimit, RoomKey, RoomRow, Rotation, Sealed, SecretRow, Size, Standing, StoreError,
};

/// Sealed bytes, durably kept.
///
/// A write that returned `Ok` survives a power cut. A write that returned an
/// error changed nothing, with two exceptions. After [`StoreError::Uncertain`]
/// the caller calls [`Store::reopen`] and reads again before it goes on; until
/// it has done so every call is refused. [`StoreError::TracesRemain`] speaks of
/// what was done, and of what is left to do.
///
/// Every call blocks. Asynchronous code makes it on a blocking thread.
pub trait Store: Send + Sync + Debug {
    /// Where this store is, without passwords: for messages.
    fn place(&self) -> String;

    /// One of the caller's own small documents.
    fn meta(&self, key: MetaKey) -> Result<Option<Vec<u8>>, StoreError>;

    /// Writes a document that is not there yet.
    fn put_meta_once(&self, key: MetaKey, value: &[u8]) -> Result<(), StoreError>;

    /// Replaces a document, provided that it still is what the caller saw.
    fn replace_meta(&self, key: MetaKey, expected: &[u8], new: &[u8]) -> Result<(), StoreError>;

    /// All cases, ordered by name: the order tells nothing of when.
    fn cases(&self) -> Result<Vec<CaseRow>, StoreError>;

    /// All rooms of a case, ordered by name: the order tells nothing of when.
    fn rooms(&self, case: CaseKey) -> Result<Vec<RoomRow>, StoreError>;

    /// A case and all its rooms as they stood at one moment. Cheap: it tells
    /// whoever keeps a case in memory whether anything has moved.
    fn standing(&self, case: CaseKey) -> Result<Standing, StoreError>;

    /// Writes a batch: all of it or, with an error, nothing. One flush.
    fn append(&self, batch: &Batch) -> Result<(), StoreError>;

    /// Where a room's log stands.
    fn head(&self, room: RoomKey) -> Result<Head, StoreError>;

    /// Entries from `from` on, in order, `limit` at most. Fewer come only
    /// where the log ends, or where the page would grow large.
    fn entries(
        &self,
        room: RoomKey,
        from: Number,
        limit: PageLimit,
    ) -> Result<Vec<EntryRow>, StoreError>;

    /// The checkpoint of a room at a size, if one was written then.
    fn checkpoint(&self, room: RoomKey, size: Size) -> Result<Option<Sealed>, StoreError>;

    /// Every checkpoint of a room, in order of size.
    fn checkpoints(&self, room: RoomKey) -> Result<Vec<CheckpointRow>, StoreError>;

    /// Every wrapped secret of a room, in order.
    fn wrapped_secrets(&self, room: RoomKey) -> Result<Vec<SecretRow>, StoreError>;

    /// Replaces a room's key and the key of its case, and destroys the secrets
    /// that are left out, in one transaction, then scrubs. See [`Rotation`].
    ///
    /// Afterwards an SQLite file holds no copy of what was replaced.
    /// PostgreSQL keeps replaced bytes in its write-ahead log until it
    /// recycles that, and archives and backups keep them for longer: the old
    /// secret, wrapped under the old room key, wrapped under the old case key,
    /// wrapped under the caller's master key. Until those copies are gone,
    /// whoever has them and opens the master key can read what was destroyed.
    fn rotate(&self, rotation: &Rotation) -> Result<(), StoreError>;

    /// Removes what is left on the disk of bytes that were replaced.
    fn scrub(&self) -> Result<(), StoreError>;

    /// Keeps a blob. The same bytes under the same name again are no error.
    fn put_blob(&self, blob: BlobKey, sealed: &Sealed) -> Result<(), StoreError>;

    /// A blob.
    fn blob(&self, blob: BlobKey) -> Result<Option<Sealed>, StoreError>;

    /// Reads everything and says what does not add up.
    fn integrity(&self) -> Result<Vec<Finding>, StoreError>;

    /// Writes a whole copy, as of one moment, to a new file.
    fn backup_to(&self, path: &Path) -> Result<(), StoreError>;

    /// Drops every connection and starts afresh, after which it is decided
    /// whether an uncertain write is there.
    fn reopen(&self) -> Result<(), StoreError>;

    /// Hands over every entry from `from` to `through`, in order, page by
    /// page: no transaction is held while the caller works on a row.
    ///
    /// A key replacement in the middle shows as rows that the old key does
    /// not open; the caller reads the room's row again and starts over.
    fn for_each_entry(
        &self,
        room: RoomKey,
        from: Number,
        through: Size,
        each: &mut dyn FnMut(EntryRow) -> Flow,
    ) -> Result<(), StoreError> {
        let mut next = from;
        while next.get() <= through.get() {
            let page = self.entries(room, next, PageLimit::USUAL)?;
            if page.is_empty() {
                return Ok(());
            }
            for row in page {
                if row.number.get() > through.get() {
                    return Ok(());
                }
                next = row.number.next();
                if each(row) == Flow::Stop {
                    return Ok(());
                }
            }
        }
        Ok(())
    }
}
