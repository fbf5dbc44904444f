//! Checking the file as a whole, and copying it.

use std::path::Path;

use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, OpenFlags, Result};

use super::read::{count, key};
use super::{fault, place};
use crate::{Finding, Number, Size, StoreError};

/// Everything that does not add up.
pub fn integrity(connection: &Connection) -> Result<Vec<Finding>> {
    let mut findings = damage(connection)?;
    findings.extend(orphans(connection)?);
    findings.extend(gaps(connection)?);
    findings.extend(heads(connection)?);
    Ok(findings)
}

fn damage(connection: &Connection) -> Result<Vec<Finding>> {
    let lines: Vec<String> = connection
        .prepare("PRAGMA integrity_check")?
        .query_map([], |row| row.get(0))?
        .collect::<Result<_>>()?;
    Ok(lines
        .into_iter()
        .filter(|line| line != "ok")
        .map(|detail| Finding::Damaged { detail })
        .collect())
}

fn orphans(connection: &Connection) -> Result<Vec<Finding>> {
    connection
        .prepare("SELECT DISTINCT \"table\", parent FROM pragma_foreign_key_check")?
        .query_map([], |row| {
            Ok(Finding::Orphan {
                table: row.get(0)?,
                parent: row.get(1)?,
            })
        })?
        .collect()
}

fn gaps(connection: &Connection) -> Result<Vec<Finding>> {
    connection
        .prepare(
            "SELECT room, before, number FROM (
                 SELECT room, number,
                        lag(number, 1, 0) OVER (PARTITION BY room ORDER BY number) AS before
                 FROM entries)
             WHERE number <> before + 1",
        )?
        .query_map([], |row| {
            Ok(Finding::Gap {
                room: key(row, 0)?,
                after: Size::new(count(row, 1)?),
                found: Number::new(count(row, 2)?),
            })
        })?
        .collect()
}

fn heads(connection: &Connection) -> Result<Vec<Finding>> {
    connection
        .prepare(
            "SELECT room, entries, checkpoint FROM (
                 SELECT room,
                        coalesce((SELECT max(number) FROM entries e WHERE e.room = r.room), 0)
                            AS entries,
                        coalesce((SELECT max(number) FROM entries e
                                  WHERE e.room = r.room AND checkpoint IS NOT NULL), 0)
                            AS checkpoint
                 FROM rooms r)
             WHERE entries <> checkpoint",
        )?
        .query_map([], |row| {
            Ok(Finding::HeadDiffers {
                room: key(row, 0)?,
                entries: Size::new(count(row, 1)?),
                checkpoint: Size::new(count(row, 2)?),
            })
        })?
        .collect()
}

/// Writes a copy as of one moment to a new file, and checks the copy.
pub fn backup(connection: &Connection, path: &Path) -> std::result::Result<(), StoreError> {
    let full = place::make(path)?;
    let shown = full.display().to_string();
    let result = copy(connection, &full)
        .map_err(|cause| fault::plain("back up the store", &shown, cause))
        .and_then(|()| place::flush_folder(&full));
    if result.is_err() {
        // Half a copy must not be taken for a backup; the cause is reported.
        let _ = std::fs::remove_file(&full);
    }
    result
}

fn copy(connection: &Connection, path: &Path) -> Result<()> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut target = Connection::open_with_flags(path, flags)?;
    let backup = Backup::new(connection, &mut target)?;
    // All pages in one step: one moment, and readers do not stop the writer.
    let outcome = backup.step(-1)?;
    drop(backup);
    let verdict: String = target.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if outcome == StepResult::Done && verdict == "ok" {
        return Ok(());
    }
    let code = if outcome == StepResult::Done {
        rusqlite::ffi::SQLITE_CORRUPT
    } else {
        rusqlite::ffi::SQLITE_BUSY
    };
    Err(rusqlite::Error::SqliteFailure(
        rusqlite::ffi::Error::new(code),
        Some(verdict),
    ))
}
