//! Replacing a room's key, and leaving no copy of the old bytes in the file.

use rusqlite::{Connection, params};

use super::append::{replace_heads, reseal_case};
use super::pool::Refused;
use super::read::{count, seen};
use super::span;
use crate::{Number, Rotation, StoreError};

/// Replaces the keys and everything that lies under them.
pub fn rotate(transaction: &Connection, rotation: &Rotation) -> Result<(), Refused> {
    let new = &rotation.case;
    let there = seen(transaction, new.case)?;
    rotation.compare(&there)?;
    reseal_case(transaction, new.case, &new.sealed)?;
    replace_heads(transaction, new.case, &new.heads)?;
    transaction.execute(
        "UPDATE rooms SET key_epoch = ?2, sealed_key = ?3 WHERE room = ?1",
        params![
            rotation.room.as_bytes(),
            rotation.new_epoch().get(),
            rotation.sealed_key.as_bytes()
        ],
    )?;
    for (other, sealed_key) in &new.other_rooms {
        transaction.execute(
            "UPDATE rooms SET sealed_key = ?2 WHERE room = ?1",
            params![other.as_bytes(), sealed_key.as_bytes()],
        )?;
    }
    entries(transaction, rotation)?;
    checkpoints(transaction, rotation)
}

fn entries(transaction: &Connection, rotation: &Rotation) -> Result<(), Refused> {
    let mut update = transaction.prepare_cached(
        "UPDATE entries SET envelope = ?2, secret = ?3
         WHERE place = ?1 AND (secret IS NOT NULL OR ?3 IS NULL)",
    )?;
    for resealed in &rotation.entries {
        let (place, _) = span::from(rotation.room, resealed.number);
        let changed = update.execute(params![
            place,
            resealed.envelope.as_bytes(),
            resealed.secret.as_ref().map(crate::Sealed::as_bytes)
        ])?;
        if changed != 1 {
            return Err(rotation.incomplete().into());
        }
    }
    Ok(())
}

fn checkpoints(transaction: &Connection, rotation: &Rotation) -> Result<(), Refused> {
    let (first, last) = span::from(rotation.room, Number::FIRST);
    let there: u64 = transaction.query_row(
        "SELECT count(checkpoint) FROM entries WHERE place BETWEEN ?1 AND ?2",
        [first, last],
        |row| count(row, 0),
    )?;
    if there != rotation.checkpoints.len() as u64 {
        return Err(rotation.incomplete().into());
    }
    let mut update = transaction.prepare_cached(
        "UPDATE entries SET checkpoint = ?2 WHERE place = ?1 AND checkpoint IS NOT NULL",
    )?;
    for checkpoint in &rotation.checkpoints {
        let (place, _) = span::from(rotation.room, Number::new(checkpoint.size.get()));
        let changed = update.execute(params![place, checkpoint.sealed.as_bytes()])?;
        if changed != 1 {
            return Err(rotation.incomplete().into());
        }
    }
    Ok(())
}

/// `secure_delete` overwrites what is deleted or replaced; but where rows moved
/// between pages it is nowhere promised that the free space of the old page is
/// clean. So the whole file is written anew, and the log, which holds old
/// pages, is cut to nothing. Each of the two alone passed the test that
/// searches the files; with neither it fails.
pub fn scrub(connection: &Connection) -> Result<(), StoreError> {
    let remain = |detail: String| StoreError::TracesRemain { detail };
    connection
        .execute_batch("VACUUM")
        .map_err(|cause| remain(cause.to_string()))?;
    let blocked: bool = connection
        .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))
        .map_err(|cause| remain(cause.to_string()))?;
    if blocked {
        return Err(remain("another program is reading".to_owned()));
    }
    Ok(())
}
