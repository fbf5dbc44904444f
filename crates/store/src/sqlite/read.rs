//! Everything that reads rows, inside a transaction that the pool opened.

use rusqlite::{Connection, OptionalExtension, Result, Row, params};

use super::append::column;
use crate::{
    BlobKey, CaseKey, CaseRow, CheckpointRow, EntryRow, Head, KeyEpoch, MetaKey, Number, PageLimit,
    RoomKey, RoomRow, Sealed, SecretRow, Size,
};

/// A page ends early once it holds this many bytes.
const PAGE_BYTES: usize = 4 << 20;

/// A document.
pub fn meta(connection: &Connection, key: MetaKey) -> Result<Option<Vec<u8>>> {
    connection
        .query_row(
            "SELECT value FROM meta WHERE key = ?1",
            [key.as_str()],
            |row| row.get(0),
        )
        .optional()
}

/// All cases.
pub fn cases(connection: &Connection) -> Result<Vec<CaseRow>> {
    connection
        .prepare_cached("SELECT case_key, sealed FROM cases ORDER BY case_key")?
        .query_map([], |row| {
            Ok(CaseRow {
                case: key(row, 0)?,
                sealed: sealed(row, 1)?,
            })
        })?
        .collect()
}

/// All rooms of a case.
pub fn rooms(connection: &Connection, case: CaseKey) -> Result<Vec<RoomRow>> {
    connection
        .prepare_cached(
            "SELECT room, key_epoch, sealed_key FROM rooms WHERE case_key = ?1 ORDER BY room",
        )?
        .query_map([case.as_bytes()], |row| {
            Ok(RoomRow {
                room: key(row, 0)?,
                epoch: KeyEpoch::new(row.get(1)?),
                sealed_key: sealed(row, 2)?,
            })
        })?
        .collect()
}

/// The sizes of all rooms of a case.
pub fn sizes(connection: &Connection, case: CaseKey) -> Result<Vec<(RoomKey, Size)>> {
    connection
        .prepare_cached(
            "SELECT room,
                    coalesce((SELECT max(number) FROM entries WHERE entries.room = rooms.room), 0)
             FROM rooms WHERE case_key = ?1 ORDER BY room",
        )?
        .query_map([case.as_bytes()], |row| {
            Ok((key(row, 0)?, Size::new(count(row, 1)?)))
        })?
        .collect()
}

/// Where a room stands; `None` when there is no such room.
pub fn head(connection: &Connection, room: RoomKey) -> Result<Option<Head>> {
    connection
        .prepare_cached(
            "SELECT coalesce((SELECT max(number) FROM entries WHERE room = ?1), 0),
                    key_epoch,
                    (SELECT sealed FROM checkpoints WHERE room = ?1 ORDER BY size DESC LIMIT 1)
             FROM rooms WHERE room = ?1",
        )?
        .query_row([room.as_bytes()], |row| {
            Ok(Head {
                size: Size::new(count(row, 0)?),
                epoch: KeyEpoch::new(row.get(1)?),
                checkpoint: row.get::<_, Option<Vec<u8>>>(2)?.map(Sealed::new),
            })
        })
        .optional()
}

/// One page of entries.
pub fn entries(
    connection: &Connection,
    room: RoomKey,
    from: Number,
    limit: PageLimit,
) -> Result<Vec<EntryRow>> {
    let mut statement = connection.prepare_cached(
        "SELECT number, envelope, body, secret FROM entries
         WHERE room = ?1 AND number >= ?2 ORDER BY number LIMIT ?3",
    )?;
    let mut rows = statement.query(params![room.as_bytes(), column(from.get())?, limit.get()])?;
    let mut page = Vec::new();
    let mut bytes = 0;
    while bytes < PAGE_BYTES {
        let Some(row) = rows.next()? else { break };
        let entry = EntryRow {
            number: Number::new(count(row, 0)?),
            envelope: sealed(row, 1)?,
            body: sealed(row, 2)?,
            secret: row.get::<_, Option<Vec<u8>>>(3)?.map(Sealed::new),
        };
        bytes += entry.envelope.as_bytes().len() + entry.body.as_bytes().len();
        page.push(entry);
    }
    Ok(page)
}

/// Every checkpoint of a room.
pub fn checkpoints(connection: &Connection, room: RoomKey) -> Result<Vec<CheckpointRow>> {
    connection
        .prepare_cached("SELECT size, sealed FROM checkpoints WHERE room = ?1 ORDER BY size")?
        .query_map([room.as_bytes()], |row| {
            Ok(CheckpointRow {
                size: Size::new(count(row, 0)?),
                sealed: sealed(row, 1)?,
            })
        })?
        .collect()
}

/// Every wrapped secret of a room.
pub fn secrets(connection: &Connection, room: RoomKey) -> Result<Vec<SecretRow>> {
    connection
        .prepare_cached("SELECT number, secret FROM entries WHERE room = ?1 ORDER BY number")?
        .query_map([room.as_bytes()], |row| {
            Ok(SecretRow {
                number: Number::new(count(row, 0)?),
                secret: row.get::<_, Option<Vec<u8>>>(1)?.map(Sealed::new),
            })
        })?
        .collect()
}

/// A blob.
pub fn blob(connection: &Connection, blob: BlobKey) -> Result<Option<Sealed>> {
    connection
        .query_row(
            "SELECT sealed FROM blobs WHERE blob = ?1",
            [blob.as_bytes()],
            |row| sealed(row, 0),
        )
        .optional()
}

/// A name of fixed length; a column of another length is damage.
pub fn key<const N: usize, T: From<[u8; N]>>(row: &Row<'_>, column: usize) -> Result<T> {
    row.get::<_, [u8; N]>(column).map(T::from)
}

/// A number that is never negative.
pub fn count(row: &Row<'_>, column: usize) -> Result<u64> {
    let number: i64 = row.get(column)?;
    u64::try_from(number).map_err(|_| rusqlite::Error::IntegralValueOutOfRange(column, number))
}

fn sealed(row: &Row<'_>, column: usize) -> Result<Sealed> {
    row.get(column).map(Sealed::new)
}
