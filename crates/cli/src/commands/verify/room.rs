//! A room's log in a directory. It may come from a stranger: what cannot belong to it is not read,
//! and of the rest no more than was set beforehand.

use std::{collections::BTreeSet, path::Path};

use mediation::{entry::Body, event::Event};
use record::{
    Number, RoomExport,
    export::{ExportError, ExportFile, Place, place},
    keys::NoteKey,
};

use super::{Args, kept};
use crate::{
    files,
    outcome::{Outcome, path_shown, say},
};

/// How much of a directory is read.
#[derive(Clone, Copy)]
struct Bounds {
    /// The most files.
    files: usize,
    /// The most bytes of all of them together.
    bytes: usize,
}

/// The entries of some ten years of one room.
const BOUNDS: Bounds = Bounds {
    files: 20_000,
    bytes: 256 << 20,
};

pub(super) fn verify(args: &Args, key: &NoteKey) -> anyhow::Result<Outcome> {
    let since = args.since.as_deref();
    let since = since.map(|path| kept::read(path, key)).transpose()?;
    let export = RoomExport::from_files(&collect(&args.path, BOUNDS)?)?;
    let report = export.audit(key)?;
    for finding in &report.findings {
        say(finding)?;
    }
    let mut holds = report.findings.is_empty();
    let shorter = since
        .as_ref()
        .filter(|kept| kept.checkpoint.size > report.entries);
    if let Some(kept) = shorter {
        say(format_args!(
            "{} proves {} entries, and only {} are here: these files are older than it, or were cut short. Ask the desk for the room as it is now, and compare again.",
            kept.shown(),
            kept.checkpoint.size,
            report.entries
        ))?;
        return Ok(Outcome::NotSo);
    }
    if let Some(kept) = since {
        match export.contains(&kept.checkpoint) {
            Ok(()) => say(format_args!(
                "The log still contains all that {} proves.",
                kept.shown()
            ))?,
            Err(rewritten @ ExportError::Rewritten(_)) => {
                say(format_args!("{}: {rewritten}", kept.shown()))?;
                holds = false;
            }
            Err(other) => return Err(other.into()),
        }
    }
    if !holds {
        say("It does not hold. Keep these files, and say so to the desk.")?;
        return Ok(Outcome::NotSo);
    }
    let words = Words::of(&export, report.entries);
    say(format_args!(
        "It holds: {} entries, of which {} with their words{}; root {}, signed by the desk.",
        report.entries,
        report.bodies,
        words.without(),
        report.root.first_eight()
    ))?;
    words.explain()
}

/// The entries whose words are not there, by what the record says of it.
struct Words {
    /// The record says that they were made unreadable.
    unreadable: Vec<u64>,
    /// The record does not say why.
    missing: Vec<u64>,
}

impl Words {
    fn of(export: &RoomExport, entries: u64) -> Self {
        let erased: BTreeSet<u64> = export
            .bodies
            .values()
            .filter_map(|d| serde_json::from_slice::<Body>(&d.body).ok())
            .filter_map(|body| match body.event {
                Event::BodyErased(e) => Some(e.entry.number),
                _ => None,
            })
            .collect();
        let there = |n: u64| Number::new(n).is_ok_and(|n| export.bodies.contains_key(&n));
        let (unreadable, missing) = (1..=entries)
            .filter(|n| !there(*n))
            .partition(|n| erased.contains(n));
        Self {
            unreadable,
            missing,
        }
    }

    fn without(&self) -> String {
        let mut all = [&*self.unreadable, &*self.missing].concat();
        all.sort_unstable();
        if all.is_empty() {
            return String::new();
        }
        format!("; without: {}", numbers(&all))
    }

    fn explain(&self) -> anyhow::Result<Outcome> {
        if !self.unreadable.is_empty() {
            say(format_args!(
                "Made unreadable, as the record itself says: {}.",
                numbers(&self.unreadable)
            ))?;
        }
        if self.missing.is_empty() {
            return Ok(Outcome::Done);
        }
        say(format_args!(
            "Words are missing, and nothing here says why: {}. That these entries were made is proven; what they say is not here. Ask the desk for the whole export.",
            numbers(&self.missing)
        ))?;
        Ok(Outcome::NotSo)
    }
}

/// Numbers in order, with runs of them together: `4, 7 to 9`.
fn numbers(all: &[u64]) -> String {
    let runs = all.chunk_by(|a, b| a + 1 == *b);
    let shown = runs.map(|run| match run {
        [first, .., last] => format!("{first} to {last}"),
        one => one.iter().map(ToString::to_string).collect(),
    });
    shown.collect::<Vec<_>>().join(", ")
}

/// The files of the directory.
fn collect(root: &Path, bounds: Bounds) -> anyhow::Result<Vec<ExportFile>> {
    let mut found = Found {
        root,
        bounds,
        left: bounds.bytes,
        files: Vec::new(),
    };
    found.directory(root)?;
    Ok(found.files)
}

struct Found<'a> {
    root: &'a Path,
    bounds: Bounds,
    left: usize,
    files: Vec<ExportFile>,
}

impl Found<'_> {
    /// Links are not followed: what they point at is not part of what was handed over.
    fn directory(&mut self, directory: &Path) -> anyhow::Result<()> {
        let failed = |e| files::failed("reading", directory, &e);
        for entry in std::fs::read_dir(directory).map_err(failed)? {
            let entry = entry.map_err(failed)?;
            let path = entry.path();
            let kind = entry
                .file_type()
                .map_err(|e| files::failed("reading", &path, &e))?;
            anyhow::ensure!(
                kind.is_dir() || kind.is_file(),
                "reading {}: it is a link or a device, and only files are checked. Put the file itself in its place, or take it away.",
                path_shown(&path)
            );
            let name = path
                .strip_prefix(self.root)?
                .to_string_lossy()
                .replace(std::path::MAIN_SEPARATOR, "/");
            match place(&name) {
                Some(Place::Directory) if kind.is_dir() => self.directory(&path)?,
                Some(Place::File { most }) if kind.is_file() => self.file(&path, name, most)?,
                _ => anyhow::bail!(
                    "reading {}: nothing of that name belongs to the export of a room, and it was not read. Take it away, or check that it is the directory that you meant.",
                    path_shown(&path)
                ),
            }
        }
        Ok(())
    }

    fn file(&mut self, path: &Path, name: String, most: usize) -> anyhow::Result<()> {
        anyhow::ensure!(
            self.files.len() < self.bounds.files,
            "reading {}: it holds more than {} files, the most that are checked. Check that it is the directory of one room.",
            path_shown(self.root),
            self.bounds.files
        );
        let bytes = files::read(path, most.min(self.left).saturating_add(1))?;
        anyhow::ensure!(
            bytes.len() <= most,
            "reading {}: it has more than {most} bytes, the most that such a file can have; it was altered. Ask the desk for the export again.",
            path_shown(path)
        );
        let Some(left) = self.left.checked_sub(bytes.len()) else {
            anyhow::bail!(
                "reading {}: its files have more than {} bytes together, the most that are read. Check that it is the directory of one room.",
                path_shown(self.root),
                self.bounds.bytes
            );
        };
        self.left = left;
        self.files.push((name, bytes));
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SMALL: Bounds = Bounds {
        files: 3,
        bytes: 40,
    };

    fn room(files: &[(&str, &[u8])]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for (name, bytes) in files {
            let path = folder.path().join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, bytes).unwrap();
        }
        folder
    }

    fn refused(folder: &tempfile::TempDir) -> String {
        collect(folder.path(), SMALL).unwrap_err().to_string()
    }

    #[test]
    fn what_belongs_to_a_room_is_read_and_nothing_else() {
        let folder = room(&[("bodies.jsonl", b"words"), ("tile/0/000.p/3", b"hashes")]);
        let mut files = collect(folder.path(), SMALL).unwrap();
        files.sort();
        let expected: [ExportFile; 2] = [
            ("bodies.jsonl".to_owned(), b"words".to_vec()),
            ("tile/0/000.p/3".to_owned(), b"hashes".to_vec()),
        ];
        assert_eq!(files, expected);
        for name in ["notes", "tile/0/000/x", "bodies/1", "\u{1b}[2J"] {
            let said = refused(&room(&[(name, b"")]));
            assert!(said.contains("it was not read"), "{said}");
            assert!(!said.contains('\u{1b}'), "{said}");
        }
    }

    #[test]
    fn no_more_is_read_than_was_set_beforehand() {
        let said = refused(&room(&[("bodies.jsonl", &[b'x'; 41])]));
        assert!(said.contains("more than 40 bytes together"), "{said}");
        let said = refused(&room(&[
            ("bodies.jsonl", &[b'x'; 21]),
            ("checkpoint", &[b'x'; 20]),
        ]));
        assert!(said.contains("more than 40 bytes together"), "{said}");
        let said = refused(&room(&[
            ("bodies.jsonl", b""),
            ("checkpoint", b""),
            ("desk.vkey", b""),
            ("allowed_signers", b""),
        ]));
        assert!(said.contains("more than 3 files"), "{said}");
        let folder = room(&[("desk.vkey", &[b'x'; 2000])]);
        let said = collect(folder.path(), BOUNDS).unwrap_err().to_string();
        assert!(said.contains("such a file can have"), "{said}");
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_not_followed() {
        let folder = room(&[("room/checkpoint", b""), ("elsewhere/000", b"")]);
        let link = folder.path().join("room/tile");
        std::os::unix::fs::symlink(folder.path().join("elsewhere"), link).unwrap();
        let said = collect(&folder.path().join("room"), SMALL).unwrap_err();
        assert!(said.to_string().contains("it is a link"), "{said}");
    }

    #[test]
    fn numbers_in_a_run_stand_together() {
        assert_eq!(numbers(&[4, 7, 8, 9, 11]), "4, 7 to 9, 11");
        assert_eq!(numbers(&[7, 9]), "7, 9");
    }
}
