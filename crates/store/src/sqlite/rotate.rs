//! Replacing a room's key, and leaving no copy of the old bytes in the file.

use rusqlite::{Connection, params};

use super::append::{column, expect};
use super::pool::Refused;
use crate::{Rotation, StoreError};

/// Replaces the key and everything that lies under it.
pub fn rotate(transaction: &Connection, rotation: &Rotation) -> Result<(), Refused> {
    let room = rotation.room.as_bytes();
    expect(transaction, rotation.seen())?;
    transaction.execute(
        "UPDATE rooms SET key_epoch = ?2, sealed_key = ?3 WHERE room = ?1",
        params![
            room,
            rotation.new_epoch().get(),
            rotation.sealed_key.as_bytes()
        ],
    )?;
    let mut entry = transaction.prepare_cached(
        "UPDATE entries SET envelope = ?3, secret = ?4
         WHERE room = ?1 AND number = ?2 AND (secret IS NOT NULL OR ?4 IS NULL)",
    )?;
    for resealed in &rotation.entries {
        let changed = entry.execute(params![
            room,
            column(resealed.number.get())?,
            resealed.envelope.as_bytes(),
            resealed.secret.as_ref().map(crate::Sealed::as_bytes)
        ])?;
        if changed != 1 {
            return Err(rotation.incomplete().into());
        }
    }
    checkpoints(transaction, rotation)
}

fn checkpoints(transaction: &Connection, rotation: &Rotation) -> Result<(), Refused> {
    let room = rotation.room.as_bytes();
    let there: u64 = transaction.query_row(
        "SELECT count(*) FROM checkpoints WHERE room = ?1",
        [room],
        |row| super::read::count(row, 0),
    )?;
    if there != rotation.checkpoints.len() as u64 {
        return Err(rotation.incomplete().into());
    }
    let mut update = transaction
        .prepare_cached("UPDATE checkpoints SET sealed = ?3 WHERE room = ?1 AND size = ?2")?;
    for checkpoint in &rotation.checkpoints {
        let changed = update.execute(params![
            room,
            column(checkpoint.size.get())?,
            checkpoint.sealed.as_bytes()
        ])?;
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
