//! The document of where all rooms of a case stand: each room's size and root, sealed under the
//! case's key and replaced with every write. Whoever holds no key can take away the end of a log
//! with the checkpoints that speak of it, but cannot make this document say so.
//!
//! It is a note of the keeper's to himself. No room's log, checkpoint, receipt or export holds
//! anything of it.

use std::collections::BTreeMap;

use record::{
    CaseId, Digest, RoomId, SignedCheckpoint,
    keys::{CaseKey, Nonce},
};
use store::Sealed;

use crate::{
    ServiceError,
    load::{LoadedCase, LoadedRoom},
};

const FORMAT: &[u8] = b"good-offices/heads/1\n";

/// Where every room stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Standings(BTreeMap<RoomId, (u64, Digest)>);

impl Standings {
    /// Where the rooms stand that are in memory.
    pub fn of<'a>(rooms: impl IntoIterator<Item = &'a LoadedRoom>) -> Self {
        let mut all = Self::default();
        for room in rooms {
            if let Some(c) = room.checkpoint.as_ref().map(SignedCheckpoint::checkpoint) {
                all.set(room.id, c.size, c.root);
            }
        }
        all
    }

    /// One room stands here now.
    pub fn set(&mut self, id: RoomId, size: u64, root: Digest) {
        self.0.insert(id, (size, root));
    }

    /// Seals it for the store.
    pub fn seal(
        &self,
        case: &CaseId,
        key: &CaseKey,
        nonce: &Nonce,
    ) -> Result<Sealed, ServiceError> {
        let mut plain = FORMAT.to_vec();
        for (room, (size, root)) in &self.0 {
            plain.extend_from_slice(room.as_bytes());
            plain.extend_from_slice(&size.to_be_bytes());
            plain.extend_from_slice(root.as_bytes());
        }
        Ok(Sealed::new(key.seal(&label(case), &plain, nonce)?))
    }

    /// Opens what was sealed for this case.
    pub fn open(case: &CaseId, key: &CaseKey, sealed: &Sealed) -> Result<Self, ServiceError> {
        let plain = key.open(&label(case), sealed.as_bytes())?;
        let unknown = || ServiceError::UnknownHeads;
        let rows = plain.strip_prefix(FORMAT).ok_or_else(unknown)?;
        let (rows, rest) = rows.as_chunks::<56>();
        let mut all = Self::default();
        for row in rows {
            let (id, row) = row.split_first_chunk().ok_or_else(unknown)?;
            let (size, digest) = row.split_first_chunk().ok_or_else(unknown)?;
            let root = digest.try_into().map_err(|_| unknown())?;
            all.set(
                RoomId::from_bytes(*id),
                u64::from_be_bytes(*size),
                Digest::from_bytes(root),
            );
        }
        rest.is_empty().then_some(all).ok_or_else(unknown)
    }

    /// Compares what was written down with what was read.
    pub fn compare(&self, case: &LoadedCase) -> Result<(), ServiceError> {
        let read = Self::of(case.rooms.values());
        for id in self.0.keys().chain(read.0.keys()) {
            let (then, now) = (self.0.get(id), read.0.get(id));
            if then == now {
                continue;
            }
            let name = case.rooms.iter().find(|(_, r)| r.id == *id);
            return Err(ServiceError::NotAsLeft {
                room: name.map_or_else(|| id.to_hex(), |(name, _)| name.to_string()),
                why: differs(then, now),
            });
        }
        Ok(())
    }
}

fn differs(then: Option<&(u64, Digest)>, now: Option<&(u64, Digest)>) -> String {
    match (then, now) {
        (Some((size, _)), None) => format!("all of it is missing; it had {size} entries"),
        (None, _) => "it was never written down as a room of this case".to_owned(),
        (Some((then, _)), Some((now, _))) if then > now => format!(
            "entries {} to {then} are missing, and the checkpoints that speak of them",
            now + 1
        ),
        (Some((then, _)), Some((now, _))) if then < now => {
            format!("it had {then} entries when it was last written to, and has {now}")
        }
        (Some(_), Some(_)) => "its entries are others".to_owned(),
    }
}

fn label(case: &CaseId) -> String {
    format!("heads of case {case}")
}
