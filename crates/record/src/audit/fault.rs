//! What an audit can find, where, and in which words.

use std::fmt;

use crate::checkpoint::CheckpointError;
use crate::digest::Digest;
use crate::entry::EnvelopeError;
use crate::ids::{EntryId, RoomId};
use crate::keys::UnsealError;
use crate::time::Recorded;

/// What an audit found out about a room.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// The room.
    pub room: RoomId,
    /// How many entries were examined.
    pub entries: u64,
    /// The root of the tree over them.
    pub root: Digest,
    /// How many checkpoints carried a good signature.
    pub checkpoints: u64,
    /// How many bodies were there to be read and are those that were recorded.
    pub bodies: u64,
    /// What does not add up, in the order in which it was met.
    pub findings: Vec<Finding>,
}

/// One thing that does not add up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Where.
    pub place: Place,
    /// What.
    pub fault: Fault,
}

/// Where something does not add up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// At the entry with this number.
    Entry(u64),
    /// At the checkpoint of this size.
    Checkpoint(u64),
    /// In the room as a whole.
    Room,
}

/// What does not add up.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// An envelope is malformed.
    #[error(transparent)]
    Envelope(EnvelopeError),
    /// Something belongs to another room.
    #[error("it belongs to room {found}")]
    WrongRoom {
        /// The room it names.
        found: RoomId,
    },
    /// Entries are missing.
    #[error("entries {from} to {to} are missing before it")]
    Missing {
        /// The first number that is missing.
        from: u64,
        /// The last.
        to: u64,
    },
    /// An entry stands where another number was due.
    #[error("it stands where entry {expected} was due")]
    OutOfOrder {
        /// The number that was due.
        expected: u64,
    },
    /// The recorded time goes backwards.
    #[error("it is recorded at {found}, before an earlier entry at {last}")]
    Backwards {
        /// The latest recorded time before it.
        last: Recorded,
        /// Its own.
        found: Recorded,
    },
    /// The ciphertext is another.
    #[error("its ciphertext is not the one that the log commits to")]
    Cipher,
    /// The ciphertext has another length.
    #[error("its ciphertext is longer or shorter than the log says")]
    CipherLength,
    /// The body is another.
    #[error("its body is not the one that the log commits to")]
    Commitment,
    /// Something that is kept sealed does not open.
    #[error(transparent)]
    Sealed(UnsealError),
    /// A checkpoint is malformed or its signature does not hold.
    #[error(transparent)]
    Checkpoint(CheckpointError),
    /// A checkpoint's root is not that of the entries.
    #[error("its root {} is not the {} that the entries give; an entry up to here was altered, exchanged or removed", .stated.first_eight(), .computed.first_eight())]
    Root {
        /// The root in the checkpoint.
        stated: Digest,
        /// The root of the entries.
        computed: Digest,
    },
    /// A checkpoint is of another size than the log at this point.
    #[error("it speaks of {stated} entries where {entries} are at hand")]
    CheckpointPlace {
        /// The size in the checkpoint.
        stated: u64,
        /// The entries at hand.
        entries: u64,
    },
    /// No checkpoint covers the last entries.
    #[error("no signed checkpoint covers entries {from} to {to}")]
    Uncovered {
        /// The first entry not covered.
        from: u64,
        /// The last.
        to: u64,
    },
    /// Two entries have one identifier.
    #[error("more than one entry has the identifier {0}; random bytes were used twice")]
    DuplicateId(EntryId),
}

impl Report {
    /// Whether everything adds up.
    pub const fn is_whole(&self) -> bool {
        self.findings.is_empty()
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Entry(number) => write!(f, "entry {number}"),
            Self::Checkpoint(size) => write!(f, "checkpoint after entry {size}"),
            Self::Room => f.write_str("the room"),
        }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.fault)
    }
}
