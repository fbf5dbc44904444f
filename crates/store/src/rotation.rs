//! Replacing a room's key, and with it destroying the secrets of some entries.
//!
//! The caller re-seals everything of the room that lies under its key; what it
//! leaves out of the secrets can afterwards be opened by nobody. Bodies are
//! not touched: each lies under its own secret. The key of the case goes with
//! the room's, so that an old copy of the wrapped room key opens under nothing
//! that is still kept.

use crate::{
    BatchFault, CaseKey, CheckpointRow, KeyEpoch, NewHeads, Number, RoomKey, RoomSeen, Sealed,
    Size, StoreError,
};

/// One replacement of one room's key.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Rotation {
    /// The room.
    pub room: RoomKey,
    /// The size that the caller saw; refused when the log has grown since.
    pub expected: Size,
    /// The key that is being replaced; refused when it already was.
    pub epoch: KeyEpoch,
    /// The new key, wrapped under the case's new key.
    pub sealed_key: Sealed,
    /// The case's new key, and what lies under it.
    pub case: NewCaseKey,
    /// Every entry of the room, in order.
    pub entries: Vec<Resealed>,
    /// Every checkpoint of the room, in order of size.
    pub checkpoints: Vec<CheckpointRow>,
}

/// The replacement of a case's key.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NewCaseKey {
    /// The case.
    pub case: CaseKey,
    /// Its new key, sealed.
    pub sealed: Sealed,
    /// The keys of all its other rooms, wrapped anew; these rooms keep them.
    pub other_rooms: Vec<(RoomKey, Sealed)>,
    /// The document of where its rooms stand, sealed anew.
    pub heads: NewHeads,
}

/// What of one entry lies under the room's key, sealed under the new one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Resealed {
    /// The entry's place in the room's log.
    pub number: Number,
    /// Its envelope.
    pub envelope: Sealed,
    /// Its wrapped secret; `None` destroys it, or leaves it destroyed.
    pub secret: Option<Sealed>,
}

impl Rotation {
    /// The epoch of the new key.
    pub const fn new_epoch(&self) -> KeyEpoch {
        self.epoch.next()
    }

    /// Compares what the caller saw with the rooms of the case as they are.
    pub(crate) fn compare(&self, there: &[RoomSeen]) -> Result<(), StoreError> {
        let room = self.room;
        let seen = RoomSeen {
            room,
            size: self.expected,
            epoch: self.epoch,
        };
        let row = there.iter().find(|row| row.room == room);
        seen.compare(row.ok_or(StoreError::NoSuchRoom { room })?)?;
        let others = &self.case.other_rooms;
        let rewrapped = |row: &RoomSeen| others.iter().any(|(other, _)| *other == row.room);
        let all = there.iter().all(|row| row.room == room || rewrapped(row));
        // A room whose key was not wrapped anew would be lost.
        if all && others.len() + 1 == there.len() {
            Ok(())
        } else {
            Err(StoreError::CaseChanged {
                case: self.case.case,
            })
        }
    }

    /// The refusal when this does not match what the room holds.
    pub(crate) const fn incomplete(&self) -> StoreError {
        StoreError::Malformed {
            action: "replace the key of a room",
            fault: BatchFault::Incomplete(self.room),
        }
    }

    /// Checks that every entry stands in it exactly once and in order.
    pub(crate) fn check(&self) -> Result<(), StoreError> {
        let numbers = self.entries.iter().map(|entry| entry.number.get());
        if numbers.eq(1..=self.expected.get()) {
            Ok(())
        } else {
            Err(self.incomplete())
        }
    }
}
