//! What can go wrong in the shell. A refusal by the domain is one of them, passed on as it is.

use mediation::refusal::Refusal;
use mediation::submission::Malformed;
use record::{HexError, canonical::CanonicalError, entry, keys};
use store::StoreError;

/// Why something was not done. Nothing was recorded, unless the message says otherwise.
#[derive(Debug, thiserror::Error)]
pub enum ServiceError {
    /// The domain refused.
    #[error(transparent)]
    Refused(Box<Refusal>),
    /// What came in is not a submission.
    #[error("reading a submission: {0}; nothing was recorded. Correct it and submit it again.")]
    Malformed(#[from] Malformed),
    /// The store refused or failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The keyring stayed shut.
    #[error(transparent)]
    Keyring(#[from] keys::KeyringError),
    /// A key does not open what it should.
    #[error("opening the store: {0}")]
    Unseal(#[from] keys::UnsealError),
    /// The store holds no keyring.
    #[error(
        "opening the store: it holds no keys of ours; it was not made by `goodoffices init`, or its making was cut short. Make a new one, or restore a copy."
    )]
    NoKeyring,
    /// An entry does not open.
    #[error("reading room {room}: {cause}")]
    Entry {
        /// The room's random name.
        room: String,
        /// What is wrong.
        #[source]
        cause: entry::OpenError,
    },
    /// The log does not continue as it should.
    #[error("reading room {room}: {cause}")]
    Log {
        /// The room's random name.
        room: String,
        /// What is wrong.
        #[source]
        cause: entry::HeadError,
    },
    /// The log and its last signed checkpoint differ.
    #[error(
        "reading room {room}: the log is not the one that was last signed ({why}). The store was altered, or an older copy was put in its place. Do not write to it: keep it as it is, restore a whole copy, and compare that with the receipts that participants hold before you work with it (goodoffices check --since)."
    )]
    NotAsSigned {
        /// The room's random name.
        room: String,
        /// How they differ.
        why: String,
    },
    /// A room is not as the program left it, though every signature holds.
    #[error(
        "reading room {room}: it is not as it was when this store was last written to ({why}). What is there is signed, so somebody took away what followed, or an older copy was put in place of a part. Nothing is recorded here: keep the store as it is, restore a whole copy, let `goodoffices check` look at that, and compare it with the receipts that participants hold."
    )]
    NotAsLeft {
        /// The room's name in the case, or its random one where it cannot be known.
        room: String,
        /// How they differ.
        why: String,
    },
    /// The document of where the rooms stand is not there.
    #[error(
        "opening the store: the document that says where its rooms stand is missing, so that nobody can say whether entries are. Somebody took it away. Nothing is recorded here: keep the store as it is, restore a whole copy, let `goodoffices check` look at that, and compare it with the receipts that participants hold."
    )]
    NoHeads,
    /// The document of where the rooms stand cannot be read.
    #[error(
        "opening the store: the document that says where its rooms stand is not of a form that this program knows. A newer version may have written it; use that version."
    )]
    UnknownHeads,
    /// Two rooms have one name.
    #[error(
        "reading the case: two rooms are named {name} ({one} and {other}), so nobody can say which is meant. An earlier version of this program let two programs open them at one moment. Nothing is recorded here: keep the store as it is, and restore a copy from before."
    )]
    RoomTwice {
        /// The name.
        name: String,
        /// The random name of one.
        one: String,
        /// The random name of the other.
        other: String,
    },
    /// A body is not what this version of the program can read.
    #[error(
        "reading entry {number} of a room: {why}. A newer version of this program may have written it; use that version."
    )]
    UnknownBody {
        /// The entry's number.
        number: u64,
        /// What the reader says.
        why: String,
    },
    /// An entry cannot be written in canonical form.
    #[error(
        "recording: {0}; nothing was recorded. Give whole numbers, none beyond nine thousand million million."
    )]
    Canonical(#[from] CanonicalError),
    /// An entry is too large.
    #[error("{0}; nothing was recorded. Divide it into several entries.")]
    Seal(#[from] entry::SealError),
    /// A part is too large.
    #[error("{0}; nothing was recorded.")]
    TooLarge(#[from] keys::TooLarge),
    /// The clock went backwards.
    #[error(
        "recording: this machine’s clock reads earlier than the last entry of the room; nothing was recorded. Set the clock right, then submit it again."
    )]
    ClockWentBack,
    /// The clock cannot be read as a time.
    #[error(
        "recording: this machine’s clock is not set to a time that can be written; nothing was recorded. Set the clock right."
    )]
    NoTime,
    /// Somebody else kept writing in between.
    #[error(
        "recording: another program kept writing to this store in between; nothing was recorded. Submit it again."
    )]
    Contended,
    /// No random bytes.
    #[error(
        "the operating system gives no random numbers; nothing was done. Start the machine anew."
    )]
    NoChance,
    /// There is nothing of that name for this viewer.
    #[error(
        "there is no such room or entry that you can read; check the room’s name and the number"
    )]
    NothingThere,
    /// A random name is none.
    #[error(transparent)]
    Hex(#[from] HexError),
    /// A receipt or an export cannot be made.
    #[error("making a proof: {0}")]
    Proof(String),
    /// An erasure is recorded, and not yet done.
    #[error(
        "the entry is recorded as made unreadable, and its key could not be destroyed yet: {cause}. Do not record it again: the program finishes it when the store is next opened; `goodoffices check` says whether it is done."
    )]
    ErasureUnfinished {
        /// What stood in the way.
        #[source]
        cause: Box<ServiceError>,
    },
    /// The state in memory was left behind by a failed thread.
    #[error(
        "an earlier request failed in the middle; nothing was recorded. Close the program and open it again."
    )]
    Poisoned,
}

impl From<Box<Refusal>> for ServiceError {
    fn from(refusal: Box<Refusal>) -> Self {
        Self::Refused(refusal)
    }
}
