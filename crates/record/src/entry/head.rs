//! The growing end of a room's log: what the next entry must continue, and the checkpoint over all of it.

use super::Envelope;
use crate::checkpoint::{Checkpoint, SignedCheckpoint};
use crate::digest::Digest;
use crate::ids::{Number, NumberError, RoomId};
use crate::keys::DeskKey;
use crate::merkle::Frontier;
use crate::time::Recorded;

/// How far a room's log has grown: its size, its tree's edge and when the last entry was recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    room: RoomId,
    frontier: Frontier,
    recorded: Option<Recorded>,
}

/// Why an entry does not continue a log.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum HeadError {
    /// It names another room.
    #[error(
        "continuing a room's log: the entry is of room {found} and not of room {expected}; it was put in the wrong place"
    )]
    WrongRoom {
        /// The log's room.
        expected: RoomId,
        /// The room that the entry names.
        found: RoomId,
    },
    /// It has another number than the next.
    #[error(
        "continuing a room's log: the entry has number {found} where {expected} is next; another writer was faster, or entries are missing: read the room again"
    )]
    WrongNumber {
        /// The next number.
        expected: u64,
        /// The entry's number.
        found: Number,
    },
    /// It was recorded before the entry ahead of it.
    #[error(
        "continuing a room's log: the entry is recorded at {found}, before the entry ahead of it at {last}; the clock went backwards: set it right, then try again"
    )]
    Backwards {
        /// When the last entry was recorded.
        last: Recorded,
        /// When this one was.
        found: Recorded,
    },
    /// The room is full.
    #[error(transparent)]
    Full(#[from] NumberError),
}

impl Head {
    /// The head of a room without entries.
    pub const fn empty(room: RoomId) -> Self {
        Self {
            room,
            frontier: Frontier::new(),
            recorded: None,
        }
    }

    /// The room.
    pub const fn room(&self) -> &RoomId {
        &self.room
    }

    /// How many entries there are.
    pub const fn size(&self) -> u64 {
        self.frontier.size()
    }

    /// The root of the tree.
    pub fn root(&self) -> Digest {
        self.frontier.root()
    }

    /// When the last entry was recorded; a new one may not be earlier.
    pub const fn last_recorded(&self) -> Option<Recorded> {
        self.recorded
    }

    /// The number of the next entry.
    pub const fn next_number(&self) -> Result<Number, NumberError> {
        Number::of_index(self.size())
    }

    /// Takes in the next entry, whose leaf is the hash of its envelope's bytes.
    pub fn append(&mut self, envelope: &Envelope, leaf: Digest) -> Result<(), HeadError> {
        self.check(envelope)?;
        self.frontier.push(leaf);
        self.recorded = Some(envelope.recorded);
        Ok(())
    }

    /// Whether the entry would be taken in.
    pub fn check(&self, envelope: &Envelope) -> Result<(), HeadError> {
        if envelope.room != self.room {
            return Err(HeadError::WrongRoom {
                expected: self.room,
                found: envelope.room,
            });
        }
        if envelope.number != self.next_number()? {
            return Err(HeadError::WrongNumber {
                expected: self.size() + 1,
                found: envelope.number,
            });
        }
        match self.recorded {
            Some(last) if envelope.recorded < last => Err(HeadError::Backwards {
                last,
                found: envelope.recorded,
            }),
            Some(_) | None => Ok(()),
        }
    }

    /// The checkpoint of the log as it stands, not signed.
    pub fn checkpoint(&self) -> Checkpoint {
        Checkpoint {
            room: self.room,
            size: self.size(),
            root: self.root(),
        }
    }

    /// The checkpoint of the log as it stands, signed by the desk. Every transaction that appends stores one.
    pub fn sign(&self, key: &DeskKey) -> SignedCheckpoint {
        self.checkpoint().sign(key)
    }
}
