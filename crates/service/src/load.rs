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
use store::{EntryRow, Flow, KeyEpoch, RoomRow, Sealed, Size, Standing, Store};

use crate::{ServiceError, bytes, keys::Keys, standing::Standings};

/// One case in memory.
pub(crate) struct LoadedCase {
    pub id: CaseId,
    pub key: CaseKey,
    /// The case's own row, as it was read or written.
    pub sealed: Sealed,
    /// The document of where the rooms stand, as it was read or written.
    pub heads: Option<Sealed>,
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

/// How often a reading begins again because another program replaced a key meanwhile.
const TRIES: usize = 8;

/// Reads the store's case, if it has one, as it stood at one moment.
pub(crate) fn load(store: &dyn Store, keys: &Keys) -> Result<Option<LoadedCase>, ServiceError> {
    let Some(row) = store.cases()?.into_iter().next() else {
        return Ok(None);
    };
    let mut standing = store.standing(row.case)?;
    for _ in 0..TRIES {
        let problem = match load_as(store, keys, row.case, &standing) {
            Ok(case) => return Ok(Some(case)),
            Err(problem) => problem,
        };
        let now = store.standing(row.case)?;
        if now == standing {
            return Err(problem);
        }
        standing = now;
    }
    Err(ServiceError::Contended)
}

fn load_as(
    store: &dyn Store,
    keys: &Keys,
    case: store::CaseKey,
    standing: &Standing,
) -> Result<LoadedCase, ServiceError> {
    let id = CaseId::from_bytes(*case.as_bytes());
    let (key, heads) = open_case(keys, &id, standing)?;
    let mut loaded = LoadedCase {
        id,
        key,
        sealed: standing.sealed.clone(),
        heads: standing.heads.clone(),
        rooms: BTreeMap::new(),
    };
    for row in &standing.rooms {
        let room = load_room(store, keys, &loaded, row)?;
        loaded.admit(room)?;
    }
    if let Some(heads) = heads {
        heads.compare(&loaded)?;
    }
    Ok(loaded)
}

/// The key of a case, and where its rooms should stand. Only a case that no version since has
/// written to may lack that.
fn open_case(
    keys: &Keys,
    id: &CaseId,
    standing: &Standing,
) -> Result<(CaseKey, Option<Standings>), ServiceError> {
    let wrapped = standing.sealed.as_bytes();
    match keys.master.unwrap_headed_case_key(id, wrapped) {
        Ok(key) => {
            let sealed = standing.heads.as_ref().ok_or(ServiceError::NoHeads)?;
            let heads = Standings::open(id, &key, sealed)?;
            Ok((key, Some(heads)))
        }
        Err(_) => Ok((keys.master.unwrap_case_key(id, wrapped)?, None)),
    }
}

/// Reads a room of a case as far as its row says that it goes.
pub(crate) fn load_room(
    store: &dyn Store,
    keys: &Keys,
    case: &LoadedCase,
    row: &RoomRow,
) -> Result<LoadedRoom, ServiceError> {
    let id = RoomId::from_bytes(*row.room.as_bytes());
    let key = case
        .key
        .unwrap_room_key(&case.id, &id, row.sealed_key.as_bytes())?;
    let mut room = LoadedRoom::continuing(id, key, row.epoch, Head::empty(id));
    room.read_on(store, keys, row.size)?;
    Ok(room)
}

impl LoadedCase {
    /// Whether the store still holds what is in memory, and nothing more.
    pub fn is_at(&self, standing: &Standing) -> bool {
        self.sealed == standing.sealed
            && self.heads == standing.heads
            && self.rooms.len() == standing.rooms.len()
            && self.rooms.values().all(|room| {
                let key = store::RoomKey::new(*room.id.as_bytes());
                standing.rooms.iter().any(|row| {
                    row.room == key && row.epoch == room.epoch && row.size.get() == room.head.size()
                })
            })
    }

    /// Takes a room in under its name.
    pub fn admit(&mut self, room: LoadedRoom) -> Result<(), ServiceError> {
        let name = room.name().ok_or_else(|| ServiceError::NotAsSigned {
            room: room.id.to_hex(),
            why: "its first entry does not open a room".to_owned(),
        })?;
        if let Some(other) = self.rooms.get(&name) {
            return Err(ServiceError::RoomTwice {
                name: name.to_string(),
                one: other.id.to_hex(),
                other: room.id.to_hex(),
            });
        }
        self.rooms.insert(name, room);
        Ok(())
    }
}

impl LoadedRoom {
    /// A room, or the rest of one, to be read on from a head.
    pub fn continuing(id: RoomId, key: RoomKey, epoch: KeyEpoch, head: Head) -> Self {
        Self {
            id,
            key,
            epoch,
            head,
            leaves: Vec::new(),
            checkpoint: None,
            log: RoomLog::default(),
        }
    }

    /// Reads on from the head up to a size, and checks the checkpoint that was signed there.
    pub fn read_on(
        &mut self,
        store: &dyn Store,
        keys: &Keys,
        through: Size,
    ) -> Result<(), ServiceError> {
        let room = store::RoomKey::new(*self.id.as_bytes());
        let next = Size::new(self.head.size()).next_number();
        let mut problem = None;
        store.for_each_entry(room, next, through, &mut |row| match self.take(&row) {
            Ok(()) => Flow::Continue,
            Err(e) => {
                problem = Some(e);
                Flow::Stop
            }
        })?;
        if let Some(e) = problem {
            return Err(e);
        }
        let signed = store.checkpoint(room, through)?;
        self.check_signed(keys, signed.as_ref().map(Sealed::as_bytes))
    }

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
        self.log
            .entries
            .push(Arc::new(Entry::new(number, recorded, content)));
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
