//! Everything that reads rows, inside a transaction that the pool opened.

use ::postgres::types::{FromSql, Type};
use ::postgres::{Error, Row};

use super::append::column;
use super::session::Work;
use crate::{
    BlobKey, CaseKey, CaseRow, CheckpointRow, EntryRow, Flow, Head, KeyEpoch, MetaKey, Number,
    PageLimit, RoomKey, RoomRow, RoomSeen, Sealed, SecretRow, Size, Standing,
};

/// A page ends early once it holds this many bytes.
const PAGE_BYTES: usize = 4 << 20;

/// A document.
pub fn meta(work: &mut Work<'_>, key: MetaKey) -> Result<Option<Vec<u8>>, Error> {
    work.query_opt("SELECT value FROM meta WHERE key = $1", &[&key.as_str()])?
        .map(|row| row.try_get(0))
        .transpose()
}

/// All cases.
pub fn cases(work: &mut Work<'_>) -> Result<Vec<CaseRow>, Error> {
    work.query("SELECT case_key, sealed FROM cases ORDER BY case_key", &[])?
        .iter()
        .map(|row| {
            Ok(CaseRow {
                case: key(row, 0)?,
                sealed: sealed(row, 1)?,
            })
        })
        .collect()
}

/// All rooms of a case, and where they stand.
pub fn rooms(work: &mut Work<'_>, case: CaseKey) -> Result<Vec<RoomRow>, Error> {
    work.query(
        "SELECT room, key_epoch, sealed_key,
                coalesce((SELECT max(number) FROM entries WHERE entries.room = rooms.room), 0)
         FROM rooms WHERE case_key = $1 ORDER BY room",
        &[&&case.as_bytes()[..]],
    )?
    .iter()
    .map(|row| {
        Ok(RoomRow {
            room: key(row, 0)?,
            epoch: epoch(row, 1)?,
            sealed_key: sealed(row, 2)?,
            size: Size::new(number(row, 3)?),
        })
    })
    .collect()
}

/// Where all rooms of a case stand, and nothing else: every append asks this.
pub fn seen(work: &mut Work<'_>, case: CaseKey) -> Result<Vec<RoomSeen>, Error> {
    work.query(
        "SELECT room, key_epoch,
                coalesce((SELECT max(number) FROM entries WHERE entries.room = rooms.room), 0)
         FROM rooms WHERE case_key = $1",
        &[&&case.as_bytes()[..]],
    )?
    .iter()
    .map(|row| {
        Ok(RoomSeen {
            room: key(row, 0)?,
            epoch: epoch(row, 1)?,
            size: Size::new(number(row, 2)?),
        })
    })
    .collect()
}

/// A case and its rooms; `None` when there is no such case.
pub fn standing(work: &mut Work<'_>, case: CaseKey) -> Result<Option<Standing>, Error> {
    let found = work.query_opt(
        "SELECT cases.sealed, heads.sealed
         FROM cases LEFT JOIN heads USING (case_key) WHERE case_key = $1",
        &[&&case.as_bytes()[..]],
    )?;
    let Some(row) = found else { return Ok(None) };
    Ok(Some(Standing {
        sealed: sealed(&row, 0)?,
        heads: optional(&row, 1)?,
        rooms: rooms(work, case)?,
    }))
}

/// Where a room stands; `None` when there is no such room.
pub fn head(work: &mut Work<'_>, room: RoomKey) -> Result<Option<Head>, Error> {
    work.query_opt(
        "SELECT coalesce((SELECT max(number) FROM entries WHERE room = $1), 0),
                key_epoch,
                (SELECT sealed FROM checkpoints WHERE room = $1 ORDER BY size DESC LIMIT 1)
         FROM rooms WHERE room = $1",
        &[&&room.as_bytes()[..]],
    )?
    .map(|row| {
        Ok(Head {
            size: Size::new(number(&row, 0)?),
            epoch: epoch(&row, 1)?,
            checkpoint: optional(&row, 2)?,
        })
    })
    .transpose()
}

/// One page of entries.
pub fn entries(
    work: &mut Work<'_>,
    room: RoomKey,
    from: Number,
    limit: PageLimit,
) -> Result<Vec<EntryRow>, Error> {
    let mut page = Vec::new();
    let mut bytes = 0;
    work.query_in_lots(
        "SELECT number, envelope, body, secret FROM entries
         WHERE room = $1 AND number >= $2 ORDER BY number LIMIT $3",
        &[
            &&room.as_bytes()[..],
            &column(from.get()),
            &i64::from(limit.get()),
        ],
        |row| {
            let entry = EntryRow {
                number: Number::new(number(row, 0)?),
                envelope: sealed(row, 1)?,
                body: sealed(row, 2)?,
                secret: optional(row, 3)?,
            };
            bytes += entry.envelope.as_bytes().len() + entry.body.as_bytes().len();
            page.push(entry);
            Ok(if bytes < PAGE_BYTES {
                Flow::Continue
            } else {
                Flow::Stop
            })
        },
    )?;
    Ok(page)
}

/// The checkpoint of a room at a size.
pub fn checkpoint(work: &mut Work<'_>, room: RoomKey, size: Size) -> Result<Option<Sealed>, Error> {
    work.query_opt(
        "SELECT sealed FROM checkpoints WHERE room = $1 AND size = $2",
        &[&&room.as_bytes()[..], &column(size.get())],
    )?
    .map(|row| sealed(&row, 0))
    .transpose()
}

/// Every checkpoint of a room.
pub fn checkpoints(work: &mut Work<'_>, room: RoomKey) -> Result<Vec<CheckpointRow>, Error> {
    work.query(
        "SELECT size, sealed FROM checkpoints WHERE room = $1 ORDER BY size",
        &[&&room.as_bytes()[..]],
    )?
    .iter()
    .map(|row| {
        Ok(CheckpointRow {
            size: Size::new(number(row, 0)?),
            sealed: sealed(row, 1)?,
        })
    })
    .collect()
}

/// Every wrapped secret of a room.
pub fn secrets(work: &mut Work<'_>, room: RoomKey) -> Result<Vec<SecretRow>, Error> {
    work.query(
        "SELECT number, secret FROM entries WHERE room = $1 ORDER BY number",
        &[&&room.as_bytes()[..]],
    )?
    .iter()
    .map(|row| {
        Ok(SecretRow {
            number: Number::new(number(row, 0)?),
            secret: optional(row, 1)?,
        })
    })
    .collect()
}

/// A blob.
pub fn blob(work: &mut Work<'_>, blob: BlobKey) -> Result<Option<Sealed>, Error> {
    work.query_opt(
        "SELECT sealed FROM blobs WHERE blob = $1",
        &[&&blob.as_bytes()[..]],
    )?
    .map(|row| sealed(&row, 0))
    .transpose()
}

/// A name of fixed length; a column of another length is damage.
pub fn key<const N: usize, T: From<[u8; N]>>(row: &Row, column: usize) -> Result<T, Error> {
    let Fixed(bytes) = row.try_get(column)?;
    Ok(T::from(bytes))
}

/// A number that is never negative: the columns' checks see to it.
pub fn number(row: &Row, column: usize) -> Result<u64, Error> {
    let number: i64 = row.try_get(column)?;
    Ok(u64::try_from(number).unwrap_or_default())
}

fn epoch(row: &Row, column: usize) -> Result<KeyEpoch, Error> {
    let epoch = u32::try_from(number(row, column)?).unwrap_or(u32::MAX);
    Ok(KeyEpoch::new(epoch))
}

fn sealed(row: &Row, column: usize) -> Result<Sealed, Error> {
    row.try_get(column).map(Sealed::new)
}

fn optional(row: &Row, column: usize) -> Result<Option<Sealed>, Error> {
    row.try_get::<_, Option<Vec<u8>>>(column)
        .map(|bytes| bytes.map(Sealed::new))
}

/// BYTEA of exactly `N` bytes.
struct Fixed<const N: usize>([u8; N]);

impl<'a, const N: usize> FromSql<'a> for Fixed<N> {
    fn from_sql(_: &Type, raw: &'a [u8]) -> Result<Self, Box<dyn std::error::Error + Sync + Send>> {
        Ok(Self(raw.try_into()?))
    }

    fn accepts(ty: &Type) -> bool {
        *ty == Type::BYTEA
    }
}
