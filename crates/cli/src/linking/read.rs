//! A list from its file: read as it came, its columns recognised and perhaps corrected.

use std::{
    io::IsTerminal as _,
    path::{Path, PathBuf},
};

use anyhow::Context as _;
use linkage::{
    commit::Digest,
    date::CivilDay,
    findings::ColumnRead,
    list::{BuildOptions, List, Mapping},
    propose::Source,
    table::Table,
    watch::Watch,
};
use sheets::{Limits, Sheets};

use crate::{
    files,
    outcome::{path_shown, print, say, tell},
};

/// The most bytes of a mapping file.
const MAPPING_MOST: usize = 1 << 20;

/// How one list is to be read.
#[derive(Clone, Copy)]
pub struct ListArgs<'a> {
    pub file: &'a PathBuf,
    pub mapping: Option<&'a PathBuf>,
    pub sheet: Option<&'a str>,
    pub as_of: Option<CivilDay>,
}

/// A list that was read.
pub struct Given {
    pub list: List,
    pub source: Source,
    /// What its columns were taken to mean, as a mapping file.
    pub mapping: String,
    /// Whether its file has sheets.
    pub has_sheets: bool,
}

impl ListArgs<'_> {
    /// Reads it.
    pub fn read(self, watch: &dyn Watch) -> anyhow::Result<Given> {
        let Opened {
            mapping,
            read,
            digest,
        } = self.columns(watch)?;
        let columns = mapping.columns.iter().map(column).collect();
        let told = mapping.to_file();
        let list = List::build(
            read.table,
            &mapping,
            &BuildOptions { as_of: self.as_of },
            watch,
        )?;
        let mut problems = read.problems;
        problems.extend(list.problems.iter().cloned());
        problems.sort();
        Ok(Given {
            has_sheets: has_sheets(&list.table),
            list,
            mapping: told,
            source: Source {
                name: name(self.file),
                digest: digest.to_string(),
                columns,
                problems,
            },
        })
    }

    fn columns(self, watch: &dyn Watch) -> anyhow::Result<Opened> {
        let wanted = match self.sheet {
            Some(name) => Sheets::One(name.to_owned()),
            None => Sheets::All,
        };
        let mut opened = open(self.file, &wanted, watch)?;
        if let Some(path) = self.mapping {
            let file = files::read_whole(path, MAPPING_MOST)?;
            opened.mapping = opened
                .mapping
                .corrected_by(&file)
                .with_context(|| format!("{} was not followed", path_shown(path)))?;
        }
        Ok(opened)
    }
}

/// A list's file as it came.
pub struct Opened {
    /// What its columns were taken for.
    pub mapping: Mapping,
    pub read: sheets::Read,
    /// Of the file's bytes.
    pub digest: Digest,
}

/// Reads these sheets of a file and recognises their columns.
pub fn open(file: &Path, wanted: &Sheets, watch: &dyn Watch) -> anyhow::Result<Opened> {
    let limits = Limits::default();
    let most = usize::try_from(limits.bytes).unwrap_or(usize::MAX);
    let bytes = files::read_whole(file, most)?;
    let read = sheets::read_sheets(&name(file), &bytes, wanted, &limits, watch)
        .with_context(|| format!("{} was not read", path_shown(file)))?;
    Ok(Opened {
        mapping: Mapping::recognise(&read.table),
        read,
        digest: Digest::of(&bytes),
    })
}

fn name(file: &Path) -> String {
    let name = file.file_name().unwrap_or(file.as_os_str());
    name.to_string_lossy().into_owned()
}

/// A workbook's sheets have names.
fn has_sheets(table: &Table) -> bool {
    table.sheets.iter().any(|name| !name.is_empty())
}

/// Writes what each column of a list is taken for to a file, as the mapping file that would correct
/// it.
pub fn columns_written(list: ListArgs, to: &Path, watch: &dyn Watch) -> anyhow::Result<()> {
    let Opened { mapping, .. } = list.columns(watch)?;
    files::replace(to, mapping.to_file().as_bytes())?;
    tell(format_args!("{} was written.", path_shown(to)));
    Ok(())
}

/// Says what each column of a list is taken for, as the mapping file that would correct it: whole,
/// with the mark by which spreadsheet programs know its letters, where it goes into a file.
pub fn columns_told(list: ListArgs, watch: &dyn Watch) -> anyhow::Result<()> {
    let Opened { mapping, .. } = list.columns(watch)?;
    tell(format_args!("{}:", path_shown(list.file)));
    let file = mapping.to_file();
    if !std::io::stdout().is_terminal() {
        return print(file.as_bytes());
    }
    // On a terminal a carriage return is shown and not obeyed.
    let file = file.replace("\r\n", "\n");
    say(file.trim_start_matches('\u{feff}').trim_end())
}

fn column(column: &linkage::list::ColumnMeaning) -> ColumnRead {
    ColumnRead {
        header: column.header.clone(),
        meaning: column.meaning,
        confidence: column.confidence,
        reason: column.reason.clone(),
    }
}
