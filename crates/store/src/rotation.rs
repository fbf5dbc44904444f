//! Replacing a room's key, and with it destroying the secrets of some entries.
//!
//! The caller re-seals everything of the room that lies under its key; what it
//! leaves out of the secrets can afterwards be opened by nobody. Bodies are
//! not touched: each lies under its own secret.

use crate::batch::Seen;
use crate::{BatchFault, CheckpointRow, KeyEpoch, Number, RoomKey, Sealed, Size, StoreError};

/// One replacement of one room's key.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Rotation {
    /// The room.
    pub room: RoomKey,
    /// The size that the caller saw; refused when the log has grown since.
    pub expected: Size,
    /// The key that is being replaced; refused when it already was.
    pub epoch: KeyEpoch,
    /// The new key, wrapped.
    pub sealed_key: Sealed,
    /// Every entry of the room, in order.
    pub entries: Vec<Resealed>,
    /// Every checkpoint of the room, in order of size.
    pub checkpoints: Vec<CheckpointRow>,
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

    /// What the caller saw of the room.
    pub(crate) const fn seen(&self) -> Seen {
        Seen {
            room: self.room,
            case: None,
            size: self.expected,
            epoch: self.epoch,
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
