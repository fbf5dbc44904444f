//! What one append writes: all of it, durably, or nothing.

use std::collections::BTreeSet;

use crate::{BlobKey, CaseKey, KeyEpoch, Number, RoomKey, Sealed, Size, StoreError};

/// One transaction over rooms of one case.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Batch {
    /// The case whose rooms these are.
    pub case: CaseKey,
    /// The case's own row, when this batch opens the case.
    pub new_case: Option<NewCase>,
    /// Rooms that this batch opens.
    pub new_rooms: Vec<NewRoom>,
    /// What is added to each room's log. A room stands here once at most.
    pub appends: Vec<RoomAppend>,
    /// Blobs that the entries speak of, so that neither is there without the other.
    pub blobs: Vec<NewBlob>,
}

/// What is kept about a case that the batch opens.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NewCase {
    /// What the caller sealed about it.
    pub sealed: Sealed,
}

/// A room that the batch opens; its first key has [`KeyEpoch::FIRST`].
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NewRoom {
    /// Its name.
    pub room: RoomKey,
    /// Its key, wrapped.
    pub sealed_key: Sealed,
}

/// What is added to one room's log.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RoomAppend {
    /// The room.
    pub room: RoomKey,
    /// The size that the caller saw; the append is refused when it is another.
    pub expected: Size,
    /// The key that the caller sealed under; refused when it was replaced.
    pub epoch: KeyEpoch,
    /// The entries, numbered onwards from `expected`. At least one.
    pub entries: Vec<NewEntry>,
    /// The checkpoint at the size that the log has afterwards.
    pub checkpoint: Sealed,
}

/// One entry to be added.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NewEntry {
    /// Its place in the room's log.
    pub number: Number,
    /// The sealed envelope.
    pub envelope: Sealed,
    /// The encrypted body.
    pub body: Sealed,
    /// The wrapped secret that opens the body.
    pub secret: Sealed,
}

/// One blob to be kept with the entries that speak of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NewBlob {
    /// Its name.
    pub blob: BlobKey,
    /// The sealed bytes.
    pub sealed: Sealed,
}

/// Why a batch was refused before the database saw it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum BatchFault {
    /// There is nothing in it.
    #[error("it holds nothing to write")]
    Empty,
    /// One room stands in it twice.
    #[error("room {0} stands in it twice")]
    RoomTwice(RoomKey),
    /// A room is named, but nothing is added to it.
    #[error("nothing is added to room {0}")]
    NoEntries(RoomKey),
    /// The numbers do not follow on from the expected size.
    #[error("room {room}: entry {found} stands where entry {expected} belongs")]
    Numbering {
        /// The room.
        room: RoomKey,
        /// The number that follows on.
        expected: Number,
        /// The number that was given.
        found: Number,
    },
    /// A key replacement leaves out, or makes up, an entry or a checkpoint.
    #[error("room {0}: it does not re-seal exactly the entries and checkpoints that are there")]
    Incomplete(RoomKey),
}

impl Batch {
    /// An empty batch for a case, to be filled in.
    pub const fn new(case: CaseKey) -> Self {
        Self {
            case,
            new_case: None,
            new_rooms: Vec::new(),
            appends: Vec::new(),
            blobs: Vec::new(),
        }
    }

    /// Whatever can be told to be wrong without asking the database.
    pub(crate) fn check(&self) -> Result<(), StoreError> {
        self.fault().map_or(Ok(()), |fault| {
            Err(StoreError::Malformed {
                action: "append to the store",
                fault,
            })
        })
    }

    /// Whether nothing else in it would show that the case is not there.
    pub(crate) const fn must_look_for_case(&self) -> bool {
        self.new_case.is_none() && (self.appends.is_empty() || !self.new_rooms.is_empty())
    }

    fn fault(&self) -> Option<BatchFault> {
        if self.new_case.is_none()
            && self.new_rooms.is_empty()
            && self.appends.is_empty()
            && self.blobs.is_empty()
        {
            return Some(BatchFault::Empty);
        }
        let mut opened = BTreeSet::new();
        let mut written = BTreeSet::new();
        let opened_twice = self.new_rooms.iter().find(|new| !opened.insert(new.room));
        let written_twice = self.appends.iter().find(|add| !written.insert(add.room));
        opened_twice
            .map(|new| BatchFault::RoomTwice(new.room))
            .or_else(|| written_twice.map(|add| BatchFault::RoomTwice(add.room)))
            .or_else(|| self.appends.iter().find_map(RoomAppend::fault))
    }
}

/// What the caller saw of a room before it wrote, to be compared with what is
/// there.
#[derive(Clone, Copy, Debug)]
pub struct Seen {
    pub room: RoomKey,
    /// The case that the room must belong to, where one is named.
    pub case: Option<CaseKey>,
    pub size: Size,
    pub epoch: KeyEpoch,
}

impl Seen {
    /// Compares with what is there, once that is known.
    pub(crate) fn compare(&self, found: Size, epoch: u64) -> Result<(), StoreError> {
        let room = self.room;
        if found != self.size {
            return Err(StoreError::Conflict {
                room,
                expected: self.size,
                found,
            });
        }
        if epoch == u64::from(self.epoch.get()) {
            Ok(())
        } else {
            Err(StoreError::KeyReplaced { room })
        }
    }
}

impl RoomAppend {
    /// What the caller saw of the room.
    pub(crate) const fn seen(&self, case: CaseKey) -> Seen {
        Seen {
            room: self.room,
            case: Some(case),
            size: self.expected,
            epoch: self.epoch,
        }
    }

    /// The size of the log once this is written.
    pub fn new_size(&self) -> Size {
        self.expected.grown_by(self.entries.len())
    }

    fn fault(&self) -> Option<BatchFault> {
        if self.entries.is_empty() {
            return Some(BatchFault::NoEntries(self.room));
        }
        let mut expected = self.expected.next_number();
        for entry in &self.entries {
            if entry.number != expected {
                return Some(BatchFault::Numbering {
                    room: self.room,
                    expected,
                    found: entry.number,
                });
            }
            expected = expected.next();
        }
        None
    }
}
