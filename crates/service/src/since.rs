//! Whether this store is one that grew from what was signed before. A copy that was put back may
//! be whole and still be older than what participants hold: going on from it would give one number
//! to two entries.

use std::fmt;

use mediation::ids::RoomName;
use record::{
    Checkpoint, Digest, Receipt, RoomId, SignedCheckpoint,
    checkpoint::{CheckpointError, ORIGIN_PREFIX},
    merkle,
    receipt::{RECEIPT_HEADER, ReceiptError},
};

use crate::{Office, ServiceError};

/// What a receipt or a checkpoint says of the store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Since {
    /// What it proves is the beginning of what is there.
    Grew {
        /// In which room.
        room: RoomName,
        /// How many entries it proves.
        size: u64,
        /// How many there are.
        now: u64,
    },
    /// It proves more than is there.
    Shorter {
        /// In which room.
        room: RoomName,
        /// How many entries it proves.
        size: u64,
        /// How many there are.
        now: u64,
    },
    /// So many entries are there, and they are others.
    Another {
        /// In which room.
        room: RoomName,
        /// How many entries it proves.
        size: u64,
        /// The root that it proves.
        signed: Digest,
        /// The root of as many entries of the store.
        here: Digest,
    },
    /// It is of a room that is not there.
    NoSuchRoom {
        /// The room's random name.
        room: RoomId,
        /// How many entries it proves.
        size: u64,
    },
}

/// Why something is not a receipt or a checkpoint of this store.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotSigned {
    /// It names no room.
    #[error(
        "it is neither a receipt nor a checkpoint, and nothing was compared with it; give the file as it was handed over, or the file checkpoint of a room’s export"
    )]
    NoRoom,
    /// It is a receipt that does not hold under the key of this store.
    #[error("{0}. Nothing was compared with it; check that it comes from this store.")]
    Receipt(#[from] ReceiptError),
    /// It is a checkpoint that does not hold under the key of this store.
    #[error("{0}. Nothing was compared with it; check that it comes from this store.")]
    Checkpoint(#[from] CheckpointError),
    /// The state in memory was left behind by a failed thread.
    #[error("{0}")]
    Office(String),
}

impl Office {
    /// Compares the store with a receipt or a checkpoint that it signed before.
    ///
    /// # Errors
    /// When what is given was not signed by this store's key.
    pub fn since(&self, signed: &[u8]) -> Result<Since, NotSigned> {
        let Checkpoint { room, size, root } = self.verified(signed)?;
        let failed = |e: ServiceError| NotSigned::Office(e.to_string());
        let state = self.state().map_err(failed)?;
        let rooms = state.case.iter().flat_map(|c| &c.rooms);
        let Some((name, here)) = rooms.into_iter().find(|(_, r)| r.id == room) else {
            return Ok(Since::NoSuchRoom { room, size });
        };
        let (room, now) = (name.clone(), here.head.size());
        let begun = usize::try_from(size)
            .ok()
            .and_then(|n| here.leaves.get(..n));
        Ok(match begun.map(merkle::root) {
            None => Since::Shorter { room, size, now },
            Some(here) if here == root => Since::Grew { room, size, now },
            Some(here) => Since::Another {
                room,
                size,
                signed: root,
                here,
            },
        })
    }

    fn verified(&self, signed: &[u8]) -> Result<Checkpoint, NotSigned> {
        let room = room_named(signed).ok_or(NotSigned::NoRoom)?;
        let key = self.keys.desk.public().for_room(&room);
        if signed.starts_with(RECEIPT_HEADER.as_bytes()) {
            return Ok(Receipt::parse(signed)?.verify(&key)?.checkpoint);
        }
        Ok(*SignedCheckpoint::verify(signed, &key)?.checkpoint())
    }
}

/// The room of whose log something says that it is; nothing is verified yet.
fn room_named(signed: &[u8]) -> Option<RoomId> {
    let text = std::str::from_utf8(signed).ok()?;
    let origin = text.lines().find_map(|l| l.strip_prefix(ORIGIN_PREFIX))?;
    RoomId::from_hex(origin).ok()
}

impl fmt::Display for Since {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Grew { room, size, now } => write!(
                f,
                "room {room}: its {size} entries are the beginning of the {now} that are here"
            ),
            Self::Shorter { room, size, now } => write!(
                f,
                "room {room}: {size} entries were signed, and only {now} are here: this store is an older copy, or was cut short"
            ),
            Self::Another {
                room,
                size,
                signed,
                here,
            } => write!(
                f,
                "room {room}: of {size} entries the root {} was signed, and here it is {}: an older copy was written to, or the log was rewritten",
                signed.first_eight(),
                here.first_eight()
            ),
            Self::NoSuchRoom { room, size } => write!(
                f,
                "{size} entries were signed in a room that is not here ({room}): this store is an older copy, from before the room was opened, or the file is of another case"
            ),
        }
    }
}
