//! Everything that adds rows, inside a transaction that the pool commits.

use rusqlite::{Connection, ErrorCode, params};

use super::pool::Refused;
use super::read::seen;
use super::span;
use crate::{
    Batch, BlobKey, CaseKey, KeyEpoch, MetaKey, NewHeads, NewRoom, RoomAppend, Sealed, StoreError,
};

/// Writes a whole batch. The transaction holds the write lock, so that what is
/// compared here cannot change before it is committed.
pub fn batch(transaction: &Connection, batch: &Batch) -> Result<(), Refused> {
    let there = seen(transaction, batch.case)?;
    open_case(transaction, batch)?;
    batch.compare(&there)?;
    for new in &batch.new_rooms {
        open_room(transaction, batch, new)?;
    }
    for add in &batch.appends {
        add_entries(transaction, add)?;
    }
    if let Some(new) = &batch.heads {
        replace_heads(transaction, batch.case, new)?;
    }
    if let Some(sealed) = &batch.resealed_case {
        reseal_case(transaction, batch.case, sealed)?;
    }
    for new in &batch.blobs {
        put_blob(transaction, new.blob, &new.sealed)?;
    }
    Ok(())
}

/// Puts the document of where the rooms stand in the place of the one that the
/// caller saw.
pub fn replace_heads(
    transaction: &Connection,
    case: CaseKey,
    new: &NewHeads,
) -> Result<(), Refused> {
    let key = case.as_bytes();
    let sealed = new.sealed.as_bytes();
    let replaced = match &new.expected {
        Some(expected) => transaction
            .prepare_cached("UPDATE heads SET sealed = ?3 WHERE case_key = ?1 AND sealed = ?2")?
            .execute(params![key, expected.as_bytes(), sealed])?,
        None => transaction
            .prepare_cached(
                "INSERT INTO heads (case_key, sealed) VALUES (?1, ?2) ON CONFLICT DO NOTHING",
            )?
            .execute(params![key, sealed])?,
    };
    if replaced == 1 {
        Ok(())
    } else {
        Err(StoreError::CaseChanged { case }.into())
    }
}

/// Seals the case's own row anew.
pub fn reseal_case(
    transaction: &Connection,
    case: CaseKey,
    sealed: &Sealed,
) -> Result<(), Refused> {
    transaction
        .prepare_cached("UPDATE cases SET sealed = ?2 WHERE case_key = ?1")?
        .execute(params![case.as_bytes(), sealed.as_bytes()])?;
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
            "INSERT INTO rooms (room, place, case_key, key_epoch, sealed_key)
             VALUES (?1, ?2, ?3, ?4, ?5)",
        )?
        .execute(params![
            room.as_bytes(),
            span::place(room),
            batch.case.as_bytes(),
            KeyEpoch::FIRST.get(),
            new.sealed_key.as_bytes()
        ])
        .map_err(|cause| on_duplicate(cause, StoreError::RoomExists { room }))?;
    Ok(())
}

fn add_entries(transaction: &Connection, add: &RoomAppend) -> Result<(), Refused> {
    let place = span::place(add.room);
    let last = add.new_size().get();
    let mut insert = transaction.prepare_cached(
        "INSERT INTO entries (place, room, number, secret, envelope, body, checkpoint)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?;
    for entry in &add.entries {
        let number = entry.number.get();
        let checkpoint = (number == last).then(|| add.checkpoint.as_bytes());
        insert.execute(params![
            place.saturating_add(column(number)?),
            add.room.as_bytes(),
            column(number)?,
            entry.secret.as_bytes(),
            entry.envelope.as_bytes(),
            entry.body.as_bytes(),
            checkpoint
        ])?;
    }
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
