//! What a PostgreSQL error means for the caller.

use std::error::Error as _;

use ::postgres::Error;
use ::postgres::error::SqlState;

use crate::{EngineError, StoreError};

/// An error before the commit: nothing was written.
pub fn plain(action: &'static str, place: &str, cause: Error) -> StoreError {
    match cause.code().map_or("", |code| code.code()) {
        "" if is_lost(&cause) => StoreError::Unreachable {
            place: place.to_owned(),
            cause: in_words(cause),
        },
        "40001" | "40P01" | "55P03" => StoreError::Busy { action },
        "53100" => StoreError::NoSpace { action },
        "XX001" | "XX002" => StoreError::Damaged {
            place: place.to_owned(),
            detail: cause.to_string(),
        },
        // The connection, the resources or the operator of the server.
        other
            if ["08", "28", "3D", "53", "57"]
                .iter()
                .any(|class| other.starts_with(class)) =>
        {
            StoreError::Unreachable {
                place: place.to_owned(),
                cause: in_words(cause),
            }
        }
        _ => StoreError::Engine {
            action,
            cause: in_words(cause),
        },
    }
}

/// An error of the commit itself. The server's own verdict that it rolled
/// back counts; a lost connection or a server going down says nothing.
pub fn at_commit(action: &'static str, place: &str, cause: Error) -> StoreError {
    let rolled_back = cause
        .code()
        .is_some_and(|code| code.code().starts_with("40") || code.code().starts_with("23"));
    if rolled_back {
        plain(action, place, cause)
    } else {
        StoreError::Uncertain {
            action,
            cause: in_words(cause),
        }
    }
}

/// Whether the connection broke, rather than the library failing to read a row.
fn is_lost(cause: &Error) -> bool {
    cause.is_closed()
        || cause
            .source()
            .is_some_and(<dyn std::error::Error>::is::<std::io::Error>)
}

/// Whether the server refused because such a row is already there.
pub fn is_duplicate(cause: &Error) -> bool {
    cause.code() == Some(&SqlState::UNIQUE_VIOLATION)
}

/// The library says only "db error"; the server's words are what helps.
pub fn in_words(cause: Error) -> EngineError {
    match cause.as_db_error() {
        Some(refusal) => EngineError::new(refusal.clone()),
        None => EngineError::new(cause),
    }
}
