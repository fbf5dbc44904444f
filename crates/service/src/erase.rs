//! Making an entry unreadable: its secret is left out while the room's key is replaced, so that
//! nothing that is left anywhere opens it. The log, its root and its signatures stay whole.

use mediation::{
    entry::{Content, Entry},
    ids::RoomName,
};
use record::{
    Number,
    keys::{RoomKey, SealedKind},
};
use store::{CheckpointRow, Flow, Resealed, Rotation, Sealed, Size};

use crate::{Office, ServiceError, chance::bytes as random, load::LoadedRoom, office::State};

impl Office {
    /// Destroys the secret of every entry of which the record says that it is unreadable and which
    /// can still be read: one that was just erased, or one whose erasure was cut short.
    pub(crate) fn finish_erasures(&self, state: &mut State) -> Result<(), ServiceError> {
        if !state.erasing {
            return Ok(());
        }
        for (room, number) in state.unfinished_erasures() {
            if let Err(cause) = self.destroy(state, &room, number) {
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
        }
        state.erasing = false;
        Ok(())
    }

    fn destroy(&self, state: &mut State, room: &RoomName, number: u64) -> Result<(), ServiceError> {
        let Some(case) = &mut state.case else {
            return Ok(());
        };
        let (case_id, case_key) = (case.id, case.key.clone());
        let Some(loaded) = case.rooms.get_mut(room) else {
            return Ok(());
        };
        let new_key = RoomKey::from_bytes(random(self.chance.as_ref())?);
        let nonce = random(self.chance.as_ref())?;
        let rotation = Rotation {
            room: store::RoomKey::new(*loaded.id.as_bytes()),
            expected: Size::new(loaded.head.size()),
            epoch: loaded.epoch,
            sealed_key: Sealed::new(case_key.wrap_room_key(&case_id, &loaded.id, &new_key, &nonce)),
            entries: self.resealed(loaded, &new_key, number)?,
            checkpoints: self.resealed_checkpoints(loaded, &new_key)?,
        };
        self.store.rotate(&rotation)?;
        loaded.epoch = loaded.epoch.next();
        loaded.key = new_key;
        let at = usize::try_from(number)
            .unwrap_or(usize::MAX)
            .wrapping_sub(1);
        if let Some(entry) = loaded.log.entries.get_mut(at) {
            let blank = Entry {
                number,
                recorded: entry.recorded,
                content: Content::Unreadable,
            };
            *entry = blank.into();
        }
        // What was folded from the entry is folded no more.
        state.views.clear();
        Ok(())
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
