//! What a reading gives back: one struct per kind of row.

use std::fmt;

use crate::{CaseKey, KeyEpoch, Number, RoomKey, Sealed, Size};

/// One case.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CaseRow {
    /// Its name.
    pub case: CaseKey,
    /// What the caller sealed about it, its wrapped key for one.
    pub sealed: Sealed,
}

/// One room of a case.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RoomRow {
    /// Its name.
    pub room: RoomKey,
    /// Which key this is; to be named again when appending.
    pub epoch: KeyEpoch,
    /// The room's key, wrapped by the caller.
    pub sealed_key: Sealed,
    /// How many entries its log holds.
    pub size: Size,
}

/// A case and all its rooms as they stood at one moment.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Standing {
    /// What the caller sealed about the case.
    pub sealed: Sealed,
    /// The document in which the caller keeps where the rooms stand; `None`
    /// where none was written yet.
    pub heads: Option<Sealed>,
    /// The rooms, ordered by name.
    pub rooms: Vec<RoomRow>,
}

/// One entry of a room.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct EntryRow {
    /// Its place in the room's log.
    pub number: Number,
    /// The sealed envelope.
    pub envelope: Sealed,
    /// The encrypted body.
    pub body: Sealed,
    /// The wrapped secret that opens the body; `None` once it was destroyed.
    pub secret: Option<Sealed>,
}

/// The wrapped secret of one entry.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SecretRow {
    /// The entry's place in the room's log.
    pub number: Number,
    /// `None` once it was destroyed.
    pub secret: Option<Sealed>,
}

/// One checkpoint of a room, at the size it speaks of.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CheckpointRow {
    /// How many entries the log held.
    pub size: Size,
    /// The sealed checkpoint.
    pub sealed: Sealed,
}

/// Where a room's log stands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Head {
    /// How many entries it holds.
    pub size: Size,
    /// Which key its newest bytes are sealed under.
    pub epoch: KeyEpoch,
    /// The latest checkpoint; `None` while the room is empty.
    pub checkpoint: Option<Sealed>,
}

/// Whether a reading goes on after the row that was just handed over.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Flow {
    /// Give me the next row.
    Continue,
    /// I have seen enough.
    Stop,
}

/// One thing that does not add up, found by [`crate::Store::integrity`].
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Finding {
    /// The database itself says that it is damaged.
    Damaged {
        /// In its own words.
        detail: String,
    },
    /// A row points to one that is not there.
    Orphan {
        /// The table of the row.
        table: String,
        /// The table that lacks the other.
        parent: String,
    },
    /// Numbers are missing from a room's log.
    Gap {
        /// The room.
        room: RoomKey,
        /// The last number before the gap; zero when the first is missing.
        after: Size,
        /// The number that comes next instead.
        found: Number,
    },
    /// The latest checkpoint speaks of another size than the log has.
    HeadDiffers {
        /// The room.
        room: RoomKey,
        /// How many entries the log holds.
        entries: Size,
        /// The size of the latest checkpoint.
        checkpoint: Size,
    },
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Damaged { detail } => write!(f, "the database reports damage: {detail}"),
            Self::Orphan { table, parent } => {
                write!(f, "a row of {table} has no counterpart in {parent}")
            }
            Self::Gap { room, after, found } => {
                write!(f, "room {room}: after entry {after} comes entry {found}")
            }
            Self::HeadDiffers {
                room,
                entries,
                checkpoint,
            } => write!(
                f,
                "room {room}: {entries} entries, but the latest checkpoint speaks of {checkpoint}"
            ),
        }
    }
}
