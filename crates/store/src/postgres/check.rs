//! Checking the tables as a whole.

use ::postgres::Error;

use super::read::{key, number};
use super::session::Work;
use crate::{Finding, Number, Size};

/// Rows that point to nothing, by table: the keys forbid it, so it is damage.
const ORPHANS: [(&str, &str, &str); 3] = [
    (
        "rooms",
        "cases",
        "SELECT 1 FROM rooms LEFT JOIN cases USING (case_key)
         WHERE cases.case_key IS NULL LIMIT 1",
    ),
    (
        "entries",
        "rooms",
        "SELECT 1 FROM entries LEFT JOIN rooms USING (room) WHERE rooms.room IS NULL LIMIT 1",
    ),
    (
        "checkpoints",
        "rooms",
        "SELECT 1 FROM checkpoints LEFT JOIN rooms USING (room) WHERE rooms.room IS NULL LIMIT 1",
    ),
];

/// Reads of every byte: a page whose checksum is wrong fails them.
const READ_ALL: [&str; 3] = [
    "SELECT count(md5(secret) || md5(envelope) || md5(body)) FROM entries",
    "SELECT count(md5(sealed)) FROM checkpoints",
    "SELECT count(md5(sealed)) FROM blobs",
];

/// Everything that does not add up.
pub fn integrity(work: &mut Work<'_>) -> Result<Vec<Finding>, Error> {
    for sql in READ_ALL {
        work.query(sql, &[])?;
    }
    let mut findings = Vec::new();
    for (table, parent, sql) in ORPHANS {
        if work.query_opt(sql, &[])?.is_some() {
            findings.push(Finding::Orphan {
                table: table.to_owned(),
                parent: parent.to_owned(),
            });
        }
    }
    findings.extend(gaps(work)?);
    findings.extend(heads(work)?);
    Ok(findings)
}

fn gaps(work: &mut Work<'_>) -> Result<Vec<Finding>, Error> {
    work.query(
        "SELECT room, before, number FROM (
             SELECT room, number,
                    lag(number, 1, 0::bigint) OVER (PARTITION BY room ORDER BY number) AS before
             FROM entries) AS numbered
         WHERE number <> before + 1",
        &[],
    )?
    .iter()
    .map(|row| {
        Ok(Finding::Gap {
            room: key(row, 0)?,
            after: Size::new(number(row, 1)?),
            found: Number::new(number(row, 2)?),
        })
    })
    .collect()
}

fn heads(work: &mut Work<'_>) -> Result<Vec<Finding>, Error> {
    work.query(
        "SELECT room, entries, checkpoint FROM (
             SELECT room,
                    coalesce((SELECT max(number) FROM entries e WHERE e.room = r.room), 0)
                        AS entries,
                    coalesce((SELECT max(size) FROM checkpoints c WHERE c.room = r.room), 0)
                        AS checkpoint
             FROM rooms r) AS heads
         WHERE entries <> checkpoint",
        &[],
    )?
    .iter()
    .map(|row| {
        Ok(Finding::HeadDiffers {
            room: key(row, 0)?,
            entries: Size::new(number(row, 1)?),
            checkpoint: Size::new(number(row, 2)?),
        })
    })
    .collect()
}
