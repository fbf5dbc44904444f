//! Reading a case from the store into memory: every entry opened, every digest and the last
//! signed checkpoint of every room checked on the way.

use std::{collections::BTreeMap, sync::Arc};

use mediation::{
    entry::{Content, Entry, RoomLog},
    event::Event,
    ids::RoomName,
    time::Instant,
};
use record::{
    CaseId, Digest, Head, Number, RoomId, SealedEntry, SignedCheckpoint,
    entry::{Body as SealedBody, open_entry},
    keys::{CaseKey, RoomKey, SealedKind},
};
use store::{EntryRow, Flow, KeyEpoch, RoomRow, Size, Store};

use crate::{ServiceError, bytes, keys::Keys};

/// One case in memory.
pub(crate) struct LoadedCase {
    pub id: CaseId,
    pub key: CaseKey,
    pub rooms: BTreeMap<RoomName, LoadedRoom>,
}

/// One room in memory: its log, and all that is needed to continue it.
pub(crate) struct LoadedRoom {
    pub id: RoomId,
    pub key: RoomKey,
    pub epoch: KeyEpoch,
    pub head: Head,
    pub leaves: Vec<Digest>,
    pub checkpoint: Option<SignedCheckpoint>,
    pub log: RoomLog,
}

/// Reads the store's case, if it has one.
pub(crate) fn load(store: &dyn Store, keys: &Keys) -> Result<Option<LoadedCase>, ServiceError> {
    let Some(row) = store.cases()?.into_iter().next() else {
        return Ok(None);
    };
    let id = CaseId::from_bytes(*row.case.as_bytes());
    let key = keys.master.unwrap_case_key(&id, row.sealed.as_bytes())?;
    let mut rooms = BTreeMap::new();
    for row in store.rooms(row.case)? {
        let room = load_room(store, keys, &id, &key, &row)?;
        if let Some(name) = room.name() {
            rooms.insert(name, room);
        }
    }
    Ok(Some(LoadedCase { id, key, rooms }))
}

pub(crate) fn load_room(
    store: &dyn Store,
    keys: &Keys,
    case: &CaseId,
    case_key: &CaseKey,
    row: &RoomRow,
) -> Result<LoadedRoom, ServiceError> {
    let id = RoomId::from_bytes(*row.room.as_bytes());
    let key = case_key.unwrap_room_key(case, &id, row.sealed_key.as_bytes())?;
    let mut room = LoadedRoom {
        id,
        key,
        epoch: row.epoch,
        head: Head::empty(id),
        leaves: Vec::new(),
        checkpoint: None,
        log: RoomLog::default(),
    };
    let stored = store.head(row.room)?;
    let mut problem = None;
    let through = Size::new(stored.size.get());
    store.for_each_entry(
        row.room,
        store::Number::FIRST,
        through,
        &mut |row| match room.take(&row) {
            Ok(()) => Flow::Continue,
            Err(e) => {
                problem = Some(e);
                Flow::Stop
            }
        },
    )?;
    if let Some(e) = problem {
        return Err(e);
    }
    room.check_signed(
        keys,
        stored.checkpoint.as_ref().map(store::Sealed::as_bytes),
    )?;
    Ok(room)
}

impl LoadedRoom {
    /// The room's name in the case, from the entry that opened it.
    pub fn name(&self) -> Option<RoomName> {
        match &self.log.entries.first()?.body()?.event {
            Event::CaseOpened(_) => Some(RoomName::desk()),
            Event::RoomOpened(o) => Some(o.room.clone()),
            _ => None,
        }
    }

    fn take(&mut self, row: &EntryRow) -> Result<(), ServiceError> {
        let room = || self.id.to_hex();
        let sealed = sealed_entry(row).ok_or_else(|| ServiceError::NotAsSigned {
            room: room(),
            why: format!("there is no entry number {}", row.number.get()),
        })?;
        let opened =
            open_entry(&self.key, &self.id, &sealed).map_err(|cause| ServiceError::Entry {
                room: self.id.to_hex(),
                cause,
            })?;
        self.head
            .append(&opened.envelope, opened.leaf)
            .map_err(|cause| ServiceError::Log {
                room: self.id.to_hex(),
                cause,
            })?;
        self.leaves.push(opened.leaf);
        let number = row.number.get();
        let content = match &opened.body {
            SealedBody::Readable { bytes, .. } => {
                Content::Readable(Box::new(bytes::to_body(number, bytes)?))
            }
            SealedBody::Destroyed => Content::Unreadable,
        };
        let recorded = Instant::from_unix(opened.envelope.recorded.unix_millis().div_euclid(1000));
        self.log.entries.push(Arc::new(Entry {
            number,
            recorded,
            content,
        }));
        Ok(())
    }

    fn check_signed(&mut self, keys: &Keys, sealed: Option<&[u8]>) -> Result<(), ServiceError> {
        let wrong = |why: String| ServiceError::NotAsSigned {
            room: self.id.to_hex(),
            why,
        };
        let Some(sealed) = sealed else {
            return Err(wrong("no signed checkpoint is there".to_owned()));
        };
        let size = self.head.size();
        let note = self
            .key
            .open(&self.id, SealedKind::Checkpoint(size), sealed)
            .map_err(|_| wrong(format!("the last checkpoint is not one of {size} entries")))?;
        let signed = SignedCheckpoint::verify(&note, &keys.desk.public().for_room(&self.id))
            .map_err(|e| wrong(e.to_string()))?;
        if *signed.checkpoint() != self.head.checkpoint() {
            return Err(wrong("the root of the tree is another".to_owned()));
        }
        self.checkpoint = Some(signed);
        Ok(())
    }
}

pub(crate) fn sealed_entry(row: &EntryRow) -> Option<SealedEntry> {
    Some(SealedEntry {
        number: Number::new(row.number.get()).ok()?,
        envelope: row.envelope.as_bytes().to_vec(),
        ciphertext: row.body.as_bytes().to_vec(),
        secret: row.secret.as_ref().map(|s| s.as_bytes().to_vec()),
    })
}
