//! Everything that reads rows, inside a transaction that the pool opened.

use rusqlite::{Connection, OptionalExtension, Result, Row, params};

use super::span;
use crate::{
    BlobKey, CaseKey, CaseRow, CheckpointRow, EntryRow, Head, KeyEpoch, MetaKey, Number, PageLimit,
    RoomKey, RoomRow, RoomSeen, Sealed, SecretRow, Size, Standing,
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

/// All rooms of a case, and where they stand.
pub fn rooms(connection: &Connection, case: CaseKey) -> Result<Vec<RoomRow>> {
    connection
        .prepare_cached(
            "SELECT room, key_epoch, sealed_key,
                    coalesce((SELECT number FROM entries
                              WHERE entries.place > rooms.place
                                AND entries.place <= rooms.place + 134217727
                              ORDER BY entries.place DESC LIMIT 1), 0)
             FROM rooms WHERE case_key = ?1 ORDER BY room",
        )?
        .query_map([case.as_bytes()], |row| {
            Ok(RoomRow {
                room: key(row, 0)?,
                epoch: KeyEpoch::new(row.get(1)?),
                sealed_key: sealed(row, 2)?,
                size: Size::new(count(row, 3)?),
            })
        })?
        .collect()
}

/// Where all rooms of a case stand, and nothing else: every append asks this.
pub fn seen(connection: &Connection, case: CaseKey) -> Result<Vec<RoomSeen>> {
    connection
        .prepare_cached(
            "SELECT room, key_epoch,
                    coalesce((SELECT number FROM entries
                              WHERE entries.place > rooms.place
                                AND entries.place <= rooms.place + 134217727
                              ORDER BY entries.place DESC LIMIT 1), 0)
             FROM rooms WHERE case_key = ?1",
        )?
        .query_map([case.as_bytes()], |row| {
            Ok(RoomSeen {
                room: key(row, 0)?,
                epoch: KeyEpoch::new(row.get(1)?),
                size: Size::new(count(row, 2)?),
            })
        })?
        .collect()
}

/// A case and its rooms; `None` when there is no such case.
pub fn standing(connection: &Connection, case: CaseKey) -> Result<Option<Standing>> {
    let found = connection
        .prepare_cached(
            "SELECT cases.sealed, heads.sealed
             FROM cases LEFT JOIN heads USING (case_key) WHERE case_key = ?1",
        )?
        .query_row([case.as_bytes()], |row| {
            Ok((sealed(row, 0)?, optional(row, 1)?))
        })
        .optional()?;
    let Some((sealed, heads)) = found else {
        return Ok(None);
    };
    Ok(Some(Standing {
        sealed,
        heads,
        rooms: rooms(connection, case)?,
    }))
}

/// Where a room stands; `None` when there is no such room.
pub fn head(connection: &Connection, room: RoomKey) -> Result<Option<Head>> {
    let epoch = connection
        .prepare_cached("SELECT key_epoch FROM rooms WHERE room = ?1")?
        .query_row([room.as_bytes()], |row| row.get(0))
        .optional()?;
    let Some(epoch) = epoch else { return Ok(None) };
    let (first, last) = span::from(room, Number::FIRST);
    let newest = connection
        .prepare_cached(
            "SELECT number FROM entries WHERE place BETWEEN ?1 AND ?2
             ORDER BY place DESC LIMIT 1",
        )?
        .query_row([first, last], |row| count(row, 0))
        .optional()?;
    let signed = connection
        .prepare_cached(
            "SELECT checkpoint FROM entries
             WHERE place BETWEEN ?1 AND ?2 AND checkpoint IS NOT NULL
             ORDER BY place DESC LIMIT 1",
        )?
        .query_row([first, last], |row| sealed(row, 0))
        .optional()?;
    Ok(Some(Head {
        size: Size::new(newest.unwrap_or_default()),
        epoch: KeyEpoch::new(epoch),
        checkpoint: signed,
    }))
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
         WHERE place BETWEEN ?1 AND ?2 ORDER BY place LIMIT ?3",
    )?;
    let (first, last) = span::from(room, from);
    let mut rows = statement.query(params![first, last, limit.get()])?;
    let mut page = Vec::new();
    let mut bytes = 0;
    while bytes < PAGE_BYTES {
        let Some(row) = rows.next()? else { break };
        let entry = EntryRow {
            number: Number::new(count(row, 0)?),
            envelope: sealed(row, 1)?,
            body: sealed(row, 2)?,
            secret: optional(row, 3)?,
        };
        bytes += entry.envelope.as_bytes().len() + entry.body.as_bytes().len();
        page.push(entry);
    }
    Ok(page)
}

/// The checkpoint of a room at a size.
pub fn checkpoint(connection: &Connection, room: RoomKey, size: Size) -> Result<Option<Sealed>> {
    let (place, last) = span::from(room, Number::new(size.get()));
    if place > last {
        return Ok(None);
    }
    let found = connection
        .prepare_cached("SELECT checkpoint FROM entries WHERE place = ?1")?
        .query_row([place], |row| optional(row, 0))
        .optional()?;
    Ok(found.flatten())
}

/// Every checkpoint of a room.
pub fn checkpoints(connection: &Connection, room: RoomKey) -> Result<Vec<CheckpointRow>> {
    let (first, last) = span::from(room, Number::FIRST);
    connection
        .prepare_cached(
            "SELECT number, checkpoint FROM entries
             WHERE place BETWEEN ?1 AND ?2 AND checkpoint IS NOT NULL ORDER BY place",
        )?
        .query_map([first, last], |row| {
            Ok(CheckpointRow {
                size: Size::new(count(row, 0)?),
                sealed: sealed(row, 1)?,
            })
        })?
        .collect()
}

/// Every wrapped secret of a room.
pub fn secrets(connection: &Connection, room: RoomKey) -> Result<Vec<SecretRow>> {
    let (first, last) = span::from(room, Number::FIRST);
    connection
        .prepare_cached(
            "SELECT number, secret FROM entries WHERE place BETWEEN ?1 AND ?2 ORDER BY place",
        )?
        .query_map([first, last], |row| {
            Ok(SecretRow {
                number: Number::new(count(row, 0)?),
                secret: optional(row, 1)?,
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

fn optional(row: &Row<'_>, column: usize) -> Result<Option<Sealed>> {
    row.get::<_, Option<Vec<u8>>>(column)
        .map(|bytes| bytes.map(Sealed::new))
}
