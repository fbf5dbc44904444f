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
    /// Every room of the case as the caller saw it when it decided, whether it
    /// writes there or not: where one has moved, or another has come, the batch
    /// is refused. `None` rests on nothing but the rooms that it writes to.
    pub rests_on: Option<Vec<RoomSeen>>,
    /// The document in which the caller keeps where all rooms stand.
    pub heads: Option<NewHeads>,
    /// The case's own row sealed anew, where that is wanted.
    pub resealed_case: Option<Sealed>,
}

/// Where a room stood when the caller last looked.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct RoomSeen {
    /// The room.
    pub room: RoomKey,
    /// The size of its log.
    pub size: Size,
    /// Its key.
    pub epoch: KeyEpoch,
}

/// The document of where the rooms of a case stand, to be put in the place of
/// the one that the caller saw. One is kept for each case; the store cannot
/// read it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NewHeads {
    /// What is there now; refused when it is another.
    pub expected: Option<Sealed>,
    /// What is to be there.
    pub sealed: Sealed,
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
            rests_on: None,
            heads: None,
            resealed_case: None,
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

    /// Compares what the caller saw with the rooms of the case as they are,
    /// before anything of the batch is written.
    pub(crate) fn compare(&self, there: &[RoomSeen]) -> Result<(), StoreError> {
        if let Some(seen) = &self.rests_on {
            rests_on(self.case, seen, there)?;
        }
        let opened = |room| self.new_rooms.iter().any(|new| new.room == room);
        for add in &self.appends {
            let room = add.room;
            match there.iter().find(|row| row.room == room) {
                Some(row) => add.seen().compare(row)?,
                None if opened(room) => add.seen().compare_with(Size::EMPTY, KeyEpoch::FIRST)?,
                None => return Err(StoreError::NoSuchRoom { room }),
            }
        }
        Ok(())
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

/// Compares every room that the caller saw with those that are there.
fn rests_on(case: CaseKey, seen: &[RoomSeen], there: &[RoomSeen]) -> Result<(), StoreError> {
    for row in there {
        let known = seen.iter().find(|seen| seen.room == row.room);
        known
            .ok_or(StoreError::CaseChanged { case })?
            .compare(row)?;
    }
    if seen.len() == there.len() {
        Ok(())
    } else {
        Err(StoreError::CaseChanged { case })
    }
}

impl RoomSeen {
    /// Compares with what is there.
    pub(crate) fn compare(&self, there: &Self) -> Result<(), StoreError> {
        self.compare_with(there.size, there.epoch)
    }

    fn compare_with(&self, found: Size, epoch: KeyEpoch) -> Result<(), StoreError> {
        let room = self.room;
        if found != self.size {
            return Err(StoreError::Conflict {
                room,
                expected: self.size,
                found,
            });
        }
        if epoch == self.epoch {
            Ok(())
        } else {
            Err(StoreError::KeyReplaced { room })
        }
    }
}

impl RoomAppend {
    /// What the caller saw of the room.
    const fn seen(&self) -> RoomSeen {
        RoomSeen {
            room: self.room,
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
