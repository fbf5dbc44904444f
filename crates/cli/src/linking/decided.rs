//! What people decided before, read from the tables in which they wrote it.

use std::path::PathBuf;

use anyhow::Context as _;
use linkage::{
    commit::Digest,
    decide::{Against, Decisions, File},
    findings::Task,
    table::Table,
    watch::Watch,
};
use papers::candidates;
use sheets::{Limits, Sheets, Unreadable};

use super::Given;
use crate::{files, outcome::path_shown};

/// The decisions of all files, bound to the lists.
pub fn decisions(
    paths: &[PathBuf],
    lists: &[&Given],
    watch: &dyn Watch,
) -> anyhow::Result<Decisions> {
    if paths.is_empty() {
        return Ok(Decisions::default());
    }
    let task = match lists {
        [_, _, ..] => Task::Link,
        [_] | [] => Task::Dedupe,
    };
    let of: Vec<_> = lists
        .iter()
        .map(|given| (&given.list.table, given.source.digest.as_str()))
        .collect();
    let against = Against::new(task, &of);
    let mut decisions = Decisions::default();
    for path in paths {
        let limits = Limits::default();
        let bytes = files::read_whole(path, usize::try_from(limits.bytes).unwrap_or(usize::MAX))?;
        let name = path.file_name().unwrap_or(path.as_os_str());
        let name = name.to_string_lossy().into_owned();
        let table = table(&name, &bytes, &limits, watch)
            .with_context(|| format!("{} was not read", path_shown(path)))?;
        candidates::read_decisions(&table, &name, &against, &mut decisions);
        decisions.files.push(File {
            name,
            digest: Digest::of(&bytes).to_string(),
        });
    }
    Ok(decisions)
}

/// The sheet that the workbook has for decisions; where there is none of that name, all that is there.
fn table(
    name: &str,
    bytes: &[u8],
    limits: &Limits,
    watch: &dyn Watch,
) -> Result<Table, Unreadable> {
    for sheet in candidates::decision_sheets() {
        match sheets::read_sheets(name, bytes, &Sheets::One(sheet), limits, watch) {
            Err(Unreadable::NoSuchSheet { .. }) => {}
            read => return Ok(read?.table),
        }
    }
    Ok(sheets::read(name, bytes, limits, watch)?.table)
}
