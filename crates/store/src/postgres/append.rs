//! Everything that adds rows, inside a transaction that the pool commits.

use super::fault::is_duplicate;
use super::read::number;
use super::session::{Refused, Work};
use crate::batch::Seen;
use crate::{Batch, BlobKey, KeyEpoch, MetaKey, NewRoom, RoomAppend, Sealed, Size, StoreError};

/// Writes a whole batch.
pub fn batch(work: &mut Work<'_>, batch: &Batch) -> Result<(), Refused> {
    open_case(work, batch)?;
    // In one order everywhere, so that two batches never wait for each other.
    let mut new_rooms: Vec<&NewRoom> = batch.new_rooms.iter().collect();
    new_rooms.sort_by_key(|new| new.room);
    for new in new_rooms {
        open_room(work, batch, new)?;
    }
    let mut appends: Vec<&RoomAppend> = batch.appends.iter().collect();
    appends.sort_by_key(|add| add.room);
    for add in appends {
        expect(work, add.seen(batch.case))?;
        add_entries(work, add)?;
    }
    for new in &batch.blobs {
        put_blob(work, new.blob, &new.sealed)?;
    }
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

/// Compares what the caller saw of a room with what is there. The room's row
/// stays locked until the end, so nobody else can write to it in between; the
/// size is asked for after the lock, so that it is the one behind the lock.
pub fn expect(work: &mut Work<'_>, seen: Seen) -> Result<(), Refused> {
    let room = seen.room;
    let key = &room.as_bytes()[..];
    let case = seen.case.as_ref().map(|case| &case.as_bytes()[..]);
    let locked = work.query_opt(
        "SELECT key_epoch FROM rooms
         WHERE room = $1 AND ($2::bytea IS NULL OR case_key = $2) FOR NO KEY UPDATE",
        &[&key, &case],
    )?;
    let epoch = number(&locked.ok_or(StoreError::NoSuchRoom { room })?, 0)?;
    let counted = work.query_opt(
        "SELECT coalesce(max(number), 0) FROM entries WHERE room = $1",
        &[&key],
    )?;
    let size = number(&counted.ok_or(StoreError::NoSuchRoom { room })?, 0)?;
    Ok(seen.compare(Size::new(size), epoch)?)
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
