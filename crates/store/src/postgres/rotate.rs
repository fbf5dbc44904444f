//! Replacing a room's key, and freeing what the old bytes lay in.

use super::append::{column, lock, replace_heads, reseal_case};
use super::session::{Refused, Session, Work};
use crate::{Rotation, Sealed, StoreError};

/// Replaces the keys and everything that lies under them.
pub fn rotate(work: &mut Work<'_>, rotation: &Rotation) -> Result<(), Refused> {
    let room = &rotation.room.as_bytes()[..];
    let new = &rotation.case;
    let there = lock(work, new.case)?;
    rotation.compare(&there)?;
    reseal_case(work, new.case, &new.sealed)?;
    replace_heads(work, new.case, &new.heads)?;
    for (other, sealed_key) in &new.other_rooms {
        work.execute(
            "UPDATE rooms SET sealed_key = $2 WHERE room = $1",
            &[&&other.as_bytes()[..], &sealed_key.as_bytes()],
        )?;
    }
    work.execute(
        "UPDATE rooms SET key_epoch = $2, sealed_key = $3 WHERE room = $1",
        &[
            &room,
            &i64::from(rotation.new_epoch().get()),
            &rotation.sealed_key.as_bytes(),
        ],
    )?;
    entries(work, rotation)?;
    checkpoints(work, rotation)
}

fn entries(work: &mut Work<'_>, rotation: &Rotation) -> Result<(), Refused> {
    let given = &rotation.entries;
    let numbers: Vec<i64> = given.iter().map(|e| column(e.number.get())).collect();
    let envelopes: Vec<&[u8]> = given.iter().map(|e| e.envelope.as_bytes()).collect();
    let secrets: Vec<Option<&[u8]>> = given
        .iter()
        .map(|e| e.secret.as_ref().map(Sealed::as_bytes))
        .collect();
    let changed = work.execute(
        "UPDATE entries SET envelope = given.envelope, secret = given.secret
         FROM unnest($2::bigint[], $3::bytea[], $4::bytea[]) AS given (number, envelope, secret)
         WHERE entries.room = $1 AND entries.number = given.number
           AND (entries.secret IS NOT NULL OR given.secret IS NULL)",
        &[
            &&rotation.room.as_bytes()[..],
            &numbers,
            &envelopes,
            &secrets,
        ],
    )?;
    all(rotation, changed, given.len())
}

fn checkpoints(work: &mut Work<'_>, rotation: &Rotation) -> Result<(), Refused> {
    let room = &rotation.room.as_bytes()[..];
    let given = &rotation.checkpoints;
    let there = work.query("SELECT size FROM checkpoints WHERE room = $1", &[&room])?;
    all(rotation, there.len() as u64, given.len())?;
    let sizes: Vec<i64> = given.iter().map(|c| column(c.size.get())).collect();
    let bytes: Vec<&[u8]> = given.iter().map(|c| c.sealed.as_bytes()).collect();
    let changed = work.execute(
        "UPDATE checkpoints SET sealed = given.sealed
         FROM unnest($2::bigint[], $3::bytea[]) AS given (size, sealed)
         WHERE checkpoints.room = $1 AND checkpoints.size = given.size",
        &[&room, &sizes, &bytes],
    )?;
    all(rotation, changed, given.len())
}

fn all(rotation: &Rotation, changed: u64, given: usize) -> Result<(), Refused> {
    if changed == given as u64 {
        Ok(())
    } else {
        Err(rotation.incomplete().into())
    }
}

/// Writes the tables anew, which frees the files with the old rows. The
/// server's write-ahead log keeps copies until it is recycled, and archives
/// for longer: see [`crate::Store::rotate`] for what that means.
pub fn scrub(session: &mut Session) -> Result<(), StoreError> {
    session
        .client()
        .execute(
            "VACUUM (FULL) cases, heads, rooms, entries, checkpoints",
            &[],
        )
        .map(|_| ())
        .map_err(|cause| StoreError::TracesRemain {
            detail: super::fault::in_words(cause).to_string(),
        })
}
