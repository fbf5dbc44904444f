//! Everything that adds rows, inside a transaction that the pool commits.

use super::fault::is_duplicate;
use super::read::seen;
use super::session::{Refused, Work};
use crate::{
    Batch, BlobKey, CaseKey, KeyEpoch, MetaKey, NewHeads, NewRoom, RoomAppend, RoomSeen, Sealed,
    StoreError,
};

/// Writes a whole batch.
pub fn batch(work: &mut Work<'_>, batch: &Batch) -> Result<(), Refused> {
    let there = lock(work, batch.case)?;
    open_case(work, batch)?;
    batch.compare(&there)?;
    for new in &batch.new_rooms {
        open_room(work, batch, new)?;
    }
    for add in &batch.appends {
        add_entries(work, add)?;
    }
    if let Some(new) = &batch.heads {
        replace_heads(work, batch.case, new)?;
    }
    if let Some(sealed) = &batch.resealed_case {
        reseal_case(work, batch.case, sealed)?;
    }
    for new in &batch.blobs {
        put_blob(work, new.blob, &new.sealed)?;
    }
    Ok(())
}

/// The rooms of a case as they are. The case's row stays locked until the end,
/// so that nobody else writes to any of them in between: a decision rests on
/// all of them. They are asked for after the lock, so that they are the ones
/// behind it. One lock for each case also means that no two batches can wait
/// for each other.
pub fn lock(work: &mut Work<'_>, case: CaseKey) -> Result<Vec<RoomSeen>, Refused> {
    work.query_opt(
        "SELECT 1 FROM cases WHERE case_key = $1 FOR NO KEY UPDATE",
        &[&&case.as_bytes()[..]],
    )?;
    Ok(seen(work, case)?)
}

/// Puts the document of where the rooms stand in the place of the one that the
/// caller saw.
pub fn replace_heads(work: &mut Work<'_>, case: CaseKey, new: &NewHeads) -> Result<(), Refused> {
    let key = &case.as_bytes()[..];
    let replaced = match &new.expected {
        Some(expected) => work.execute(
            "UPDATE heads SET sealed = $3 WHERE case_key = $1 AND sealed = $2",
            &[&key, &expected.as_bytes(), &new.sealed.as_bytes()],
        )?,
        None => work.execute(
            "INSERT INTO heads (case_key, sealed) VALUES ($1, $2) ON CONFLICT DO NOTHING",
            &[&key, &new.sealed.as_bytes()],
        )?,
    };
    if replaced == 1 {
        Ok(())
    } else {
        Err(StoreError::CaseChanged { case }.into())
    }
}

/// Seals the case's own row anew.
pub fn reseal_case(work: &mut Work<'_>, case: CaseKey, sealed: &Sealed) -> Result<(), Refused> {
    work.execute(
        "UPDATE cases SET sealed = $2 WHERE case_key = $1",
        &[&&case.as_bytes()[..], &sealed.as_bytes()],
    )?;
    Ok(())
}

fn open_case(work: &mut Work<'_>, batch: &Batch) -> Result<(), Refused> {
    let case = batch.case;
    let key = &case.as_bytes()[..];
    if let Some(new) = &batch.new_case {
        work.execute(
            "INSERT INTO cases (case_key, sealed) VALUES ($1, $2)",
            &[&key, &new.sealed.as_bytes()],
        )
        .map_err(|cause| on_duplicate(cause, StoreError::CaseExists { case }))?;
        return Ok(());
    }
    if !batch.must_look_for_case() {
        return Ok(());
    }
    match work.query_opt("SELECT 1 FROM cases WHERE case_key = $1", &[&key])? {
        Some(_) => Ok(()),
        None => Err(StoreError::NoSuchCase { case }.into()),
    }
}

fn open_room(work: &mut Work<'_>, batch: &Batch, new: &NewRoom) -> Result<(), Refused> {
    let room = new.room;
    work.execute(
        "INSERT INTO rooms (room, case_key, key_epoch, sealed_key) VALUES ($1, $2, $3, $4)",
        &[
            &&room.as_bytes()[..],
            &&batch.case.as_bytes()[..],
            &i64::from(KeyEpoch::FIRST.get()),
            &new.sealed_key.as_bytes(),
        ],
    )
    .map_err(|cause| on_duplicate(cause, StoreError::RoomExists { room }))?;
    Ok(())
}

fn add_entries(work: &mut Work<'_>, add: &RoomAppend) -> Result<(), Refused> {
    let room = &add.room.as_bytes()[..];
    let numbers: Vec<i64> = add
        .entries
        .iter()
        .map(|entry| column(entry.number.get()))
        .collect();
    let secrets: Vec<&[u8]> = add.entries.iter().map(|e| e.secret.as_bytes()).collect();
    let envelopes: Vec<&[u8]> = add.entries.iter().map(|e| e.envelope.as_bytes()).collect();
    let bodies: Vec<&[u8]> = add.entries.iter().map(|e| e.body.as_bytes()).collect();
    work.execute(
        "WITH checkpoint AS (INSERT INTO checkpoints (room, size, sealed) VALUES ($1, $6, $7))
         INSERT INTO entries (room, number, secret, envelope, body)
         SELECT $1, n, s, e, b
         FROM unnest($2::bigint[], $3::bytea[], $4::bytea[], $5::bytea[]) AS added (n, s, e, b)",
        &[
            &room,
            &numbers,
            &secrets,
            &envelopes,
            &bodies,
            &column(add.new_size().get()),
            &add.checkpoint.as_bytes(),
        ],
    )?;
    Ok(())
}

/// Keeps a blob, unless the same bytes are there already.
pub fn put_blob(work: &mut Work<'_>, blob: BlobKey, sealed: &Sealed) -> Result<(), Refused> {
    let key = &blob.as_bytes()[..];
    let added = work.execute(
        "INSERT INTO blobs (blob, sealed) VALUES ($1, $2) ON CONFLICT (blob) DO NOTHING",
        &[&key, &sealed.as_bytes()],
    )?;
    let same = added == 1
        || work
            .query_opt(
                "SELECT 1 FROM blobs WHERE blob = $1 AND sealed = $2",
                &[&key, &sealed.as_bytes()],
            )?
            .is_some();
    if same {
        Ok(())
    } else {
        Err(StoreError::BlobDiffers { blob }.into())
    }
}

/// Writes a document that is not there yet.
pub fn put_meta_once(work: &mut Work<'_>, key: MetaKey, value: &[u8]) -> Result<(), Refused> {
    work.execute(
        "INSERT INTO meta (key, value) VALUES ($1, $2)",
        &[&key.as_str(), &value],
    )
    .map_err(|cause| on_duplicate(cause, StoreError::MetaExists { key }))?;
    Ok(())
}

/// Replaces a document that is still what the caller saw.
pub fn replace_meta(
    work: &mut Work<'_>,
    key: MetaKey,
    expected: &[u8],
    new: &[u8],
) -> Result<(), Refused> {
    let replaced = work.execute(
        "UPDATE meta SET value = $3 WHERE key = $1 AND value = $2",
        &[&key.as_str(), &expected, &new],
    )?;
    if replaced == 1 {
        Ok(())
    } else {
        Err(StoreError::MetaChanged { key }.into())
    }
}

/// Numbers above 2^63 do not fit the column, and no log is that long.
pub fn column(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

fn on_duplicate(cause: postgres::Error, refusal: StoreError) -> Refused {
    if is_duplicate(&cause) {
        Refused::Store(refusal)
    } else {
        Refused::Server(cause)
    }
}
