//! What an SQLite error means for the caller.

use rusqlite::{Error, ErrorCode};

use crate::{EngineError, StoreError};

/// An error before the commit: nothing was written.
pub fn plain(action: &'static str, place: &str, cause: Error) -> StoreError {
    match cause.sqlite_error_code() {
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => StoreError::Busy { action },
        Some(ErrorCode::DiskFull) => StoreError::NoSpace { action },
        Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => StoreError::Damaged {
            place: place.to_owned(),
            detail: cause.to_string(),
        },
        _ => StoreError::Engine {
            action,
            cause: EngineError::new(cause),
        },
    }
}

/// An error of the commit itself. Only where SQLite is certain to have left no
/// complete commit behind do we say that nothing was written: the last frame
/// of a commit is the one that a full disk cuts short, and a busy database was
/// never written to. A failed flush can leave the frame in the log, where a
/// recovery would take it for good.
pub fn at_commit(action: &'static str, cause: Error) -> StoreError {
    match cause.sqlite_error_code() {
        Some(ErrorCode::DatabaseBusy) => StoreError::Busy { action },
        Some(ErrorCode::DiskFull) => StoreError::NoSpace { action },
        _ => StoreError::Uncertain {
            action,
            cause: EngineError::new(cause),
        },
    }
}
