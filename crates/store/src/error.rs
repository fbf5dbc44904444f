//! Every refusal of the store: what was attempted, why not, and what to do.

use crate::{BatchFault, BlobKey, CaseKey, MetaKey, RoomKey, Size};

/// Why the store did not do what was asked. Unless a variant says otherwise,
/// nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The address names no store.
    #[error(
        "cannot use this store address: {why}; give a file, `sqlite:FILE` or `postgres://HOST/DATABASE`"
    )]
    BadUrl {
        /// What is wrong with it.
        why: &'static str,
    },
    /// Something is already kept where a new store was to be made.
    #[error(
        "cannot make a new store at {place}: something is already there; open it, or choose another place"
    )]
    AlreadyThere {
        /// The place.
        place: String,
    },
    /// There is no store.
    #[error(
        "cannot open the store at {place}: nothing is there; check the place, or make a new store"
    )]
    NotThere {
        /// The place.
        place: String,
    },
    /// There is something else.
    #[error("cannot open {place} as a store: {why}; check the place: it was left as it is")]
    NotAStore {
        /// The place.
        place: String,
        /// What shows it.
        why: String,
    },
    /// The database is damaged.
    #[error(
        "cannot use the store at {place}: it is damaged ({detail}); keep a copy of it as it is and restore the latest backup"
    )]
    Damaged {
        /// The place.
        place: String,
        /// What shows it.
        detail: String,
    },
    /// A later version of the program wrote it.
    #[error(
        "cannot open the store at {place}: a newer version of this program wrote it (schema {found}, this one knows {known}); use that version"
    )]
    NewerSchema {
        /// The place.
        place: String,
        /// The version in the store.
        found: u32,
        /// The newest version that this program knows.
        known: u32,
    },
    /// The file lies on another computer's disk.
    #[error(
        "cannot keep a store at {place}: it lies on a network file system ({kind}), where locks and flushes cannot be relied on; use a local disk, or PostgreSQL"
    )]
    NetworkFileSystem {
        /// The place.
        place: String,
        /// The kind of file system.
        kind: String,
    },
    /// The SQLite that is linked in can corrupt a database.
    #[error(
        "cannot use SQLite {found}: versions before 3.51.3 can damage a database; build with a newer one"
    )]
    OldSqlite {
        /// The version.
        found: String,
    },
    /// A PostgreSQL server is set up so that a power cut loses commits.
    #[error(
        "cannot keep a store at {place}: the server has {setting} = {value}, so a power cut would lose what was acknowledged; set it to on"
    )]
    UnsafeServer {
        /// The place.
        place: String,
        /// The setting.
        setting: &'static str,
        /// Its value.
        value: String,
    },
    /// The caller gave something that cannot be written.
    #[error("cannot {action}: {fault}; this is a fault in the program, please report it")]
    Malformed {
        /// What was attempted.
        action: &'static str,
        /// What is wrong.
        fault: BatchFault,
    },
    /// The log has another size than the caller saw.
    #[error(
        "cannot append to room {room}: it holds {found} entries, not {expected}; somebody else wrote in between: read it again and repeat"
    )]
    Conflict {
        /// The room.
        room: RoomKey,
        /// What the caller saw.
        expected: Size,
        /// What is there.
        found: Size,
    },
    /// The room's key was replaced since the caller read it.
    #[error(
        "cannot write to room {room}: its key was replaced in between; read it again and repeat"
    )]
    KeyReplaced {
        /// The room.
        room: RoomKey,
    },
    /// The case is not as the caller saw it.
    #[error(
        "cannot write to case {case}: in between another program opened a room in it or replaced its keys; read the case again and repeat"
    )]
    CaseChanged {
        /// The case.
        case: CaseKey,
    },
    /// A case with this name is already there.
    #[error("cannot open case {case}: it is already there; read the cases again")]
    CaseExists {
        /// The case.
        case: CaseKey,
    },
    /// A room with this name is already there.
    #[error("cannot open room {room}: it is already there; read the rooms again")]
    RoomExists {
        /// The room.
        room: RoomKey,
    },
    /// No such case.
    #[error("cannot find case {case}; read the cases again")]
    NoSuchCase {
        /// The case.
        case: CaseKey,
    },
    /// No such room, or not in this case: the answer is the same.
    #[error("cannot find room {room}; read the rooms again")]
    NoSuchRoom {
        /// The room.
        room: RoomKey,
    },
    /// A document that is written once is already there.
    #[error("cannot write {key}: it is already there; replace it knowingly")]
    MetaExists {
        /// The document.
        key: MetaKey,
    },
    /// A document is not as the caller saw it.
    #[error("cannot replace {key}: it has changed in between; read it again and repeat")]
    MetaChanged {
        /// The document.
        key: MetaKey,
    },
    /// Another blob is kept under this name.
    #[error(
        "cannot keep blob {blob}: other bytes are kept under that name; seal it under a new one"
    )]
    BlobDiffers {
        /// The blob.
        blob: BlobKey,
    },
    /// Somebody else held the database for too long.
    #[error("cannot {action}: another program is holding the store; close it, or try again")]
    Busy {
        /// What was attempted.
        action: &'static str,
    },
    /// The disk is full.
    #[error("cannot {action}: the disk is full; make room and try again, nothing was written")]
    NoSpace {
        /// What was attempted.
        action: &'static str,
    },
    /// It may or may not have been written.
    #[error(
        "cannot tell whether to {action} succeeded: {cause}; reopen the store and look whether it is there before repeating"
    )]
    Uncertain {
        /// What was attempted.
        action: &'static str,
        /// What went wrong.
        #[source]
        cause: EngineError,
    },
    /// An earlier write ended uncertain, and the store was not reopened since.
    #[error("cannot {action}: an earlier write ended uncertain; reopen the store first")]
    Stopped {
        /// What was attempted.
        action: &'static str,
    },
    /// The secret is destroyed, but old bytes may still lie on the disk.
    #[error(
        "the secrets are destroyed, but traces may remain on the disk ({detail}); close other programs that use the store and scrub it again"
    )]
    TracesRemain {
        /// What stood in the way.
        detail: String,
    },
    /// The server does not answer.
    #[error(
        "cannot reach the store at {place}: {cause}; check that the server runs and lets you in"
    )]
    Unreachable {
        /// The place.
        place: String,
        /// What went wrong.
        #[source]
        cause: EngineError,
    },
    /// This database has no such thing.
    #[error("cannot {action} with this kind of store; {advice}")]
    Unsupported {
        /// What was attempted.
        action: &'static str,
        /// What to do instead.
        advice: &'static str,
    },
    /// A file could not be made or read.
    #[error("cannot {action} at {place}: {cause}; check that the place can be written and read")]
    File {
        /// What was attempted.
        action: &'static str,
        /// The place.
        place: String,
        /// What the system says.
        #[source]
        cause: std::io::Error,
    },
    /// The database refused, in its own words.
    #[error("cannot {action}: the database says: {cause}; check the store before going on")]
    Engine {
        /// What was attempted.
        action: &'static str,
        /// What went wrong.
        #[source]
        cause: EngineError,
    },
}

/// What a database says went wrong, kept as words and source so that no SQL
/// library shows in the signatures of this crate.
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
pub struct EngineError(Box<dyn std::error::Error + Send + Sync>);

impl EngineError {
    pub(crate) fn new(cause: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        Self(cause.into())
    }
}
