//! Everything that adds rows, inside a transaction that the pool commits.

use rusqlite::{Connection, ErrorCode, OptionalExtension, params};

use super::pool::Refused;
use super::read::count;
use crate::batch::Seen;
use crate::{
    Batch, BlobKey, CaseKey, KeyEpoch, MetaKey, NewRoom, RoomAppend, Sealed, Size, StoreError,
};

/// Writes a whole batch.
pub fn batch(transaction: &Connection, batch: &Batch) -> Result<(), Refused> {
    open_case(transaction, batch)?;
    for new in &batch.new_rooms {
        open_room(transaction, batch, new)?;
    }
    for add in &batch.appends {
        expect(transaction, add.seen(batch.case))?;
        add_entries(transaction, add)?;
    }
    for new in &batch.blobs {
        put_blob(transaction, new.blob, &new.sealed)?;
    }
    Ok(())
}

fn open_case(transaction: &Connection, batch: &Batch) -> Result<(), Refused> {
    let case = batch.case;
    if let Some(new) = &batch.new_case {
        transaction
            .prepare_cached("INSERT INTO cases (case_key, sealed) VALUES (?1, ?2)")?
            .execute(params![case.as_bytes(), new.sealed.as_bytes()])
            .map_err(|cause| on_duplicate(cause, StoreError::CaseExists { case }))?;
        return Ok(());
    }
    if !batch.must_look_for_case() {
        return Ok(());
    }
    let there = transaction
        .prepare_cached("SELECT 1 FROM cases WHERE case_key = ?1")?
        .exists([case.as_bytes()])?;
    if there {
        Ok(())
    } else {
        Err(StoreError::NoSuchCase { case }.into())
    }
}

fn open_room(transaction: &Connection, batch: &Batch, new: &NewRoom) -> Result<(), Refused> {
    let room = new.room;
    transaction
        .prepare_cached(
            "INSERT INTO rooms (room, case_key, key_epoch, sealed_key) VALUES (?1, ?2, ?3, ?4)",
        )?
        .execute(params![
            room.as_bytes(),
            batch.case.as_bytes(),
            KeyEpoch::FIRST.get(),
            new.sealed_key.as_bytes()
        ])
        .map_err(|cause| on_duplicate(cause, StoreError::RoomExists { room }))?;
    Ok(())
}

/// Compares what the caller saw of a room with what is there.
pub fn expect(transaction: &Connection, seen: Seen) -> Result<(), Refused> {
    let room = seen.room;
    let case = seen.case.as_ref().map(CaseKey::as_bytes);
    let found: Option<(u64, u64)> = transaction
        .prepare_cached(
            "SELECT key_epoch,
                    coalesce((SELECT max(number) FROM entries WHERE entries.room = rooms.room), 0)
             FROM rooms WHERE room = ?1 AND (?2 IS NULL OR case_key = ?2)",
        )?
        .query_row(params![room.as_bytes(), case], |row| {
            Ok((count(row, 0)?, count(row, 1)?))
        })
        .optional()?;
    let (epoch, size) = found.ok_or(StoreError::NoSuchRoom { room })?;
    Ok(seen.compare(Size::new(size), epoch)?)
}

fn add_entries(transaction: &Connection, add: &RoomAppend) -> Result<(), Refused> {
    let room = add.room.as_bytes();
    let mut insert = transaction.prepare_cached(
        "INSERT INTO entries (room, number, secret, envelope, body) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?;
    for entry in &add.entries {
        insert.execute(params![
            room,
            column(entry.number.get())?,
            entry.secret.as_bytes(),
            entry.envelope.as_bytes(),
            entry.body.as_bytes()
        ])?;
    }
    transaction
        .prepare_cached("INSERT INTO checkpoints (room, size, sealed) VALUES (?1, ?2, ?3)")?
        .execute(params![
            room,
            column(add.new_size().get())?,
            add.checkpoint.as_bytes()
        ])?;
    Ok(())
}

/// Keeps a blob, unless the same bytes are there already.
pub fn put_blob(transaction: &Connection, blob: BlobKey, sealed: &Sealed) -> Result<(), Refused> {
    let added = transaction
        .prepare_cached(
            "INSERT INTO blobs (blob, sealed) VALUES (?1, ?2) ON CONFLICT (blob) DO NOTHING",
        )?
        .execute(params![blob.as_bytes(), sealed.as_bytes()])?;
    let same = added == 1
        || transaction
            .prepare_cached("SELECT 1 FROM blobs WHERE blob = ?1 AND sealed = ?2")?
            .exists(params![blob.as_bytes(), sealed.as_bytes()])?;
    if same {
        Ok(())
    } else {
        Err(StoreError::BlobDiffers { blob }.into())
    }
}

/// Writes a document that is not there yet.
pub fn put_meta_once(transaction: &Connection, key: MetaKey, value: &[u8]) -> Result<(), Refused> {
    transaction
        .execute(
            "INSERT INTO meta (key, value) VALUES (?1, ?2)",
            params![key.as_str(), value],
        )
        .map_err(|cause| on_duplicate(cause, StoreError::MetaExists { key }))?;
    Ok(())
}

/// Replaces a document that is still what the caller saw.
pub fn replace_meta(
    transaction: &Connection,
    key: MetaKey,
    expected: &[u8],
    new: &[u8],
) -> Result<(), Refused> {
    let replaced = transaction.execute(
        "UPDATE meta SET value = ?3 WHERE key = ?1 AND value = ?2",
        params![key.as_str(), expected, new],
    )?;
    if replaced == 1 {
        Ok(())
    } else {
        Err(StoreError::MetaChanged { key }.into())
    }
}

/// Numbers above 2^63 do not fit the column, and no log is that long.
pub fn column(number: u64) -> rusqlite::Result<i64> {
    i64::try_from(number).map_err(|cause| rusqlite::Error::ToSqlConversionFailure(cause.into()))
}

fn on_duplicate(cause: rusqlite::Error, refusal: StoreError) -> Refused {
    if cause.sqlite_error_code() == Some(ErrorCode::ConstraintViolation) {
        Refused::Store(refusal)
    } else {
        Refused::Sqlite(cause)
    }
}
