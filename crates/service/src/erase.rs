//! Making an entry unreadable: its secret is left out while the keys of its room and its case are
//! replaced, so that nothing that the store still keeps opens it. The log, its root and its
//! signatures stay whole. What may remain outside the store's own rows, in a server's journal or in
//! copies, is said in `docs/threats.md`: those pieces still open under the master key.

use mediation::{
    entry::{Content, Entry},
    ids::RoomName,
};
use record::{
    Number,
    keys::{CaseKey, RoomKey, SealedKind},
};
use store::{CheckpointRow, Flow, NewCaseKey, NewHeads, Resealed, Rotation, Sealed, Size};

use crate::{
    Office, ServiceError,
    chance::bytes as random,
    load::{LoadedCase, LoadedRoom},
    office::State,
    standing::Standings,
    submit::is_conflict,
};

/// How often it is begun again because another program wrote in between.
const TRIES: usize = 8;

impl Office {
    /// Destroys the secret of every entry of which the record says that it is unreadable and which
    /// can still be read: one that was just erased, or one whose erasure was cut short.
    pub(crate) fn finish_erasures(&self, state: &mut State) -> Result<(), ServiceError> {
        if !state.erasing {
            return Ok(());
        }
        let mut tries = 0;
        while let Some((room, number)) = state.unfinished_erasures().into_iter().next() {
            let Err(cause) = self.destroy(state, &room, number) else {
                continue;
            };
            tries += 1;
            let moved = matches!(&cause, ServiceError::Store(e) if is_conflict(e));
            if moved && tries < TRIES && self.refresh(state).is_ok() {
                continue;
            }
            // Nothing is known to be left as it was: what the store holds is read again.
            let reread = self.store.reopen().map_err(ServiceError::from);
            let reread = reread.and_then(|()| self.reload(state));
            let left = reread.is_err() || state.unfinished_erasures().contains(&(room, number));
            if left {
                return Err(ServiceError::ErasureUnfinished {
                    cause: Box::new(cause),
                });
            }
        }
        state.erasing = false;
        Ok(())
    }

    /// Replaces the room's key, and the case's above it: what an old copy of the disk holds of
    /// either then opens under nothing that this store still keeps.
    fn destroy(&self, state: &mut State, room: &RoomName, number: u64) -> Result<(), ServiceError> {
        let Some(case) = &mut state.case else {
            return Ok(());
        };
        let Some(loaded) = case.rooms.get(room) else {
            return Ok(());
        };
        let new_key = RoomKey::from_bytes(random(self.chance.as_ref())?);
        let new_case_key = CaseKey::from_bytes(random(self.chance.as_ref())?);
        let rotation = Rotation {
            room: store::RoomKey::new(*loaded.id.as_bytes()),
            expected: Size::new(loaded.head.size()),
            epoch: loaded.epoch,
            sealed_key: self.wrapped(case, &new_case_key, loaded, &new_key)?,
            case: self.new_case_key(case, &new_case_key, loaded)?,
            entries: self.resealed(loaded, &new_key, number)?,
            checkpoints: self.resealed_checkpoints(loaded, &new_key)?,
        };
        self.store.rotate(&rotation)?;
        case.key = new_case_key;
        case.sealed = rotation.case.sealed;
        case.heads = Some(rotation.case.heads.sealed);
        let Some(loaded) = case.rooms.get_mut(room) else {
            return Ok(());
        };
        loaded.epoch = loaded.epoch.next();
        loaded.key = new_key;
        let at = usize::try_from(number)
            .unwrap_or(usize::MAX)
            .wrapping_sub(1);
        if let Some(entry) = loaded.log.entries.get_mut(at) {
            let blank = Entry::new(number, entry.recorded, Content::Unreadable);
            *entry = blank.into();
        }
        // What was folded from the entry is folded no more.
        state.views.clear();
        Ok(())
    }

    fn wrapped(
        &self,
        case: &LoadedCase,
        under: &CaseKey,
        room: &LoadedRoom,
        key: &RoomKey,
    ) -> Result<Sealed, ServiceError> {
        let nonce = random(self.chance.as_ref())?;
        Ok(Sealed::new(
            under.wrap_room_key(&case.id, &room.id, key, &nonce),
        ))
    }

    /// The case's new key, and everything that lies under it but the key of the room in question.
    fn new_case_key(
        &self,
        case: &LoadedCase,
        key: &CaseKey,
        but: &LoadedRoom,
    ) -> Result<NewCaseKey, ServiceError> {
        let mut other_rooms = Vec::new();
        for room in case.rooms.values().filter(|room| room.id != but.id) {
            let wrapped = self.wrapped(case, key, room, &room.key)?;
            other_rooms.push((store::RoomKey::new(*room.id.as_bytes()), wrapped));
        }
        let nonce = random(self.chance.as_ref())?;
        let sealed = self.keys.master.wrap_headed_case_key(&case.id, key, &nonce);
        let nonce = random(self.chance.as_ref())?;
        let standings = Standings::of(case.rooms.values());
        Ok(NewCaseKey {
            case: store::CaseKey::new(*case.id.as_bytes()),
            sealed: Sealed::new(sealed),
            other_rooms,
            heads: NewHeads {
                expected: case.heads.clone(),
                sealed: standings.seal(&case.id, key, &nonce)?,
            },
        })
    }

    fn resealed(
        &self,
        room: &LoadedRoom,
        new: &RoomKey,
        erased: u64,
    ) -> Result<Vec<Resealed>, ServiceError> {
        let mut out = Vec::new();
        let mut problem = None;
        let key = store::RoomKey::new(*room.id.as_bytes());
        let through = Size::new(room.head.size());
        self.store
            .for_each_entry(key, store::Number::FIRST, through, &mut |row| match self
                .reseal_one(room, new, erased, &row)
            {
                Ok(resealed) => {
                    out.push(resealed);
                    Flow::Continue
                }
                Err(e) => {
                    problem = Some(e);
                    Flow::Stop
                }
            })?;
        problem.map_or(Ok(out), Err)
    }

    fn reseal_one(
        &self,
        room: &LoadedRoom,
        new: &RoomKey,
        erased: u64,
        row: &store::EntryRow,
    ) -> Result<Resealed, ServiceError> {
        let number =
            Number::new(row.number.get()).map_err(|e| ServiceError::Proof(e.to_string()))?;
        let kind = SealedKind::Envelope(number);
        let envelope = room.key.open(&room.id, kind, row.envelope.as_bytes())?;
        let envelope = new.seal(&room.id, kind, &envelope, &random(self.chance.as_ref())?)?;
        let secret = match &row.secret {
            Some(wrapped) if row.number.get() != erased => {
                let secret = room
                    .key
                    .unwrap_secret(&room.id, number, wrapped.as_bytes())?;
                let nonce = random(self.chance.as_ref())?;
                Some(Sealed::new(
                    new.wrap_secret(&room.id, number, &secret, &nonce),
                ))
            }
            _ => None,
        };
        Ok(Resealed {
            number: row.number,
            envelope: Sealed::new(envelope),
            secret,
        })
    }

    fn resealed_checkpoints(
        &self,
        room: &LoadedRoom,
        new: &RoomKey,
    ) -> Result<Vec<CheckpointRow>, ServiceError> {
        let mut out = Vec::new();
        for row in self
            .store
            .checkpoints(store::RoomKey::new(*room.id.as_bytes()))?
        {
            let kind = SealedKind::Checkpoint(row.size.get());
            let note = room.key.open(&room.id, kind, row.sealed.as_bytes())?;
            let sealed = new.seal(&room.id, kind, &note, &random(self.chance.as_ref())?)?;
            out.push(CheckpointRow {
                size: row.size,
                sealed: Sealed::new(sealed),
            });
        }
        Ok(out)
    }
}
