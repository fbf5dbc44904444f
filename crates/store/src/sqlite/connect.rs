//! Making and opening the file, and the settings every connection has.

use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags, TransactionBehavior};

use super::{fault, place};
use crate::{EngineError, StoreError};

/// The schema, one step per version.
const STEPS: &[&str] = &[
    include_str!("../../schema/sqlite/1.sql"),
    include_str!("../../schema/sqlite/2.sql"),
];

/// The first SQLite without the bug that loses pages when a log is reset.
const FIRST_SOUND_VERSION: i32 = 3_051_003;

/// How long we wait for another process that writes.
const BUSY_WAIT: Duration = Duration::from_secs(10);

/// The size of a page.
const PAGE_BYTES: i32 = 8192;

/// How many pages the log may grow before its content is moved to the file.
const CHECKPOINT_PAGES: i32 = 2000;

/// Makes a new file with an empty schema, durably.
pub fn create(path: &Path) -> Result<(), StoreError> {
    refuse_old_sqlite()?;
    let path = place::make(path)?;
    let connection = writer_unchecked(&path)?;
    let action = "make a new store";
    let shown = path.display().to_string();
    connection
        .pragma_update(None, "application_id", place::APPLICATION_ID)
        .and_then(|()| migrate(&connection, 0))
        .and_then(|_| {
            // Everything in the one file, so that a copy of it right now is whole.
            connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))
        })
        .map_err(|cause| fault::plain(action, &shown, cause))?;
    place::flush_folder(&path)
}

/// Checks that a store of ours can be at the path and gives its full path.
pub fn find(path: &Path) -> Result<PathBuf, StoreError> {
    refuse_old_sqlite()?;
    place::find(path)
}

/// Opens the connection that writes, after checking what the file is.
pub fn writer(path: &Path) -> Result<Connection, StoreError> {
    let shown = path.display().to_string();
    let connection = writer_unchecked(path)?;
    let found = recognise(&connection, &shown)?;
    let known = STEPS.len();
    if found > known {
        return Err(StoreError::NewerSchema {
            place: shown,
            found: version(found),
            known: version(known),
        });
    }
    migrate(&connection, found)
        .map_err(|cause| fault::plain("bring the schema up to date", &shown, cause))?;
    Ok(connection)
}

/// Opens a connection that cannot write.
pub fn reader(path: &Path) -> Result<Connection, StoreError> {
    let shown = path.display().to_string();
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    Connection::open_with_flags(path, flags)
        .and_then(|connection| {
            connection.busy_timeout(BUSY_WAIT)?;
            connection.pragma_update(None, "query_only", true)?;
            connection.pragma_update(None, "temp_store", "MEMORY")?;
            keep_plans(&connection)?;
            Ok(connection)
        })
        .map_err(|cause| fault::plain("open the store for reading", &shown, cause))
}

/// The settings on which durability and deletion rest, each asserted.
fn writer_unchecked(path: &Path) -> Result<Connection, StoreError> {
    let shown = path.display().to_string();
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)
        .and_then(|connection| {
            connection.busy_timeout(BUSY_WAIT)?;
            Ok(connection)
        })
        .map_err(|cause| fault::plain("open the store", &shown, cause))?;
    configure(&connection).map_err(|cause| {
        match fault::plain("open the store", &shown, cause) {
            StoreError::Engine { cause, .. } => StoreError::NotAStore {
                place: shown.clone(),
                why: cause.to_string(),
            },
            other => other,
        }
    })?;
    let mode: String = connection
        .pragma_query_value(None, "journal_mode", |row| row.get(0))
        .map_err(|cause| fault::plain("open the store", &shown, cause))?;
    if mode == "wal" {
        Ok(connection)
    } else {
        Err(StoreError::Engine {
            action: "open the store",
            cause: EngineError::new(format!(
                "write-ahead logging cannot be switched on (the mode stays {mode})"
            )),
        })
    }
}

fn configure(connection: &Connection) -> rusqlite::Result<()> {
    // A usual entry fits into a page beside others. With smaller pages each
    // entry spills into one of its own; with larger ones each commit, which
    // rewrites whole pages, writes more.
    connection.pragma_update(None, "page_size", PAGE_BYTES)?;
    connection.pragma_update_and_check(None, "journal_mode", "wal", |_| Ok(()))?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    // What is deleted or replaced is overwritten; see `rotate` for the rest.
    connection.pragma_update_and_check(None, "secure_delete", true, |_| Ok(()))?;
    connection.pragma_update(None, "temp_store", "MEMORY")?;
    connection.pragma_update_and_check(None, "wal_autocheckpoint", CHECKPOINT_PAGES, |_| Ok(()))?;
    connection.set_prepared_statement_cache_capacity(32);
    keep_plans(connection)
}

/// A prepared statement is planned once, and not anew whenever a name of a room
/// or a case is put into it: that was an eighth of what an append cost.
fn keep_plans(connection: &Connection) -> rusqlite::Result<()> {
    connection
        .set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)
        .map(|_| ())
}

/// The version of the schema. That the file is ours was seen by [`place::find`].
fn recognise(connection: &Connection, shown: &str) -> Result<usize, StoreError> {
    connection
        .query_row("SELECT version FROM store_schema", [], |row| row.get(0))
        .map(|version: u32| version as usize)
        .map_err(|cause| match fault::plain("open the store", shown, cause) {
            StoreError::Engine { .. } => StoreError::Damaged {
                place: shown.to_owned(),
                detail: "the version of its schema cannot be read".to_owned(),
            },
            other => other,
        })
}

/// Takes the steps after `from`, in one transaction, and gives the new version.
fn migrate(connection: &Connection, from: usize) -> rusqlite::Result<usize> {
    if from >= STEPS.len() {
        return Ok(from);
    }
    let transaction =
        rusqlite::Transaction::new_unchecked(connection, TransactionBehavior::Immediate)?;
    for step in STEPS.iter().skip(from) {
        transaction.execute_batch(step)?;
    }
    transaction.execute(
        "INSERT INTO store_schema (only_row, version) VALUES (1, ?1)
         ON CONFLICT (only_row) DO UPDATE SET version = excluded.version",
        [version(STEPS.len())],
    )?;
    transaction.commit()?;
    Ok(STEPS.len())
}

/// There will never be that many.
fn version(steps: usize) -> u32 {
    u32::try_from(steps).unwrap_or(u32::MAX)
}

fn refuse_old_sqlite() -> Result<(), StoreError> {
    if rusqlite::version_number() < FIRST_SOUND_VERSION {
        return Err(StoreError::OldSqlite {
            found: rusqlite::version().to_owned(),
        });
    }
    Ok(())
}
