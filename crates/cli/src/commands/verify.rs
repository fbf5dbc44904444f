//! `goodoffices verify`: a receipt or a room's log, checked offline, with nothing but the files.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use record::{Checkpoint, Receipt, RoomExport, SignedCheckpoint, keys::NoteKey};

use crate::{bounded, outcome::Outcome};

/// The most bytes of one file that is checked.
const BYTES_MOST: usize = 256 << 20;

/// The most files in a directory that is checked.
const FILES_MOST: usize = 200_000;

#[derive(clap::Args)]
pub struct Args {
    /// A receipt, or a directory that `goodoffices export --room` wrote.
    path: PathBuf,
    /// The desk's key for the room: the file desk.vkey as you got it from the desk at first, not
    /// from the directory that is checked.
    #[arg(long, value_name = "FILE")]
    key: PathBuf,
    /// A receipt that you kept: the log must still contain all that it proves.
    #[arg(long, value_name = "RECEIPT")]
    since: Option<PathBuf>,
    /// Print the entry's words, where the receipt discloses them.
    #[arg(long)]
    words: bool,
}

pub fn run(args: &Args) -> anyhow::Result<Outcome> {
    let key = std::fs::read_to_string(&args.key)
        .with_context(|| format!("reading {}", args.key.display()))?;
    let key = NoteKey::from_vkey(&key)?;
    if args.path.is_dir() {
        directory(args, &key)
    } else {
        receipt(args, &key)
    }
}

fn receipt(args: &Args, key: &NoteKey) -> anyhow::Result<Outcome> {
    let bytes = bounded::read_whole(&args.path, BYTES_MOST)?;
    let proven = Receipt::parse(&bytes)?.verify(key)?;
    println!(
        "It holds: entry {} of the room was recorded at {}, and stands in the log of {} entries whose root is {}.",
        proven.envelope.number,
        proven.envelope.recorded,
        proven.checkpoint.size,
        proven.checkpoint.root.first_eight()
    );
    match (&proven.body, args.words) {
        (Some(body), true) => println!("{}", harmless(&String::from_utf8_lossy(body))),
        (Some(_), false) => {
            println!("The words beside it are the ones that were recorded (--words prints them).");
        }
        (None, _) => println!("It discloses no words."),
    }
    Ok(Outcome::Done)
}

fn directory(args: &Args, key: &NoteKey) -> anyhow::Result<Outcome> {
    let mut files = Vec::new();
    collect(&args.path, &args.path, &mut files)?;
    let export = RoomExport::from_files(&files)?;
    let report = export.audit(key)?;
    for finding in &report.findings {
        println!("{finding}");
    }
    if let Some(path) = &args.since {
        export.contains(&kept(path, key)?)?;
        println!("The log still contains all that {} proves.", path.display());
    }
    if report.findings.is_empty() {
        println!(
            "It holds: {} entries, root {}, signed by the desk.",
            report.entries,
            report.root.first_eight()
        );
        Ok(Outcome::Done)
    } else {
        println!("It does not hold. Keep these files, and say so to the desk.");
        Ok(Outcome::NotSo)
    }
}

fn kept(path: &Path, key: &NoteKey) -> anyhow::Result<Checkpoint> {
    let bytes = bounded::read_whole(path, BYTES_MOST)?;
    Ok(match Receipt::parse(&bytes) {
        Ok(receipt) => receipt.verify(key)?.checkpoint,
        Err(_) => *SignedCheckpoint::verify(&bytes, key)?.checkpoint(),
    })
}

/// The files below a directory. Links are not followed: what they point at is not part of what was
/// handed over.
fn collect(root: &Path, dir: &Path, files: &mut Vec<(String, Vec<u8>)>) -> anyhow::Result<()> {
    for entry in std::fs::read_dir(dir).with_context(|| format!("reading {}", dir.display()))? {
        let entry = entry.with_context(|| format!("reading {}", dir.display()))?;
        let path = entry.path();
        let kind = entry
            .file_type()
            .with_context(|| format!("reading {}", path.display()))?;
        if kind.is_dir() {
            collect(root, &path, files)?;
            continue;
        }
        if !kind.is_file() {
            bail!(
                "reading {}: it is a link or a device, and only files are checked. Put the file itself in its place, or take it away.",
                path.display()
            );
        }
        if files.len() >= FILES_MOST {
            bail!(
                "reading {}: it holds more than {FILES_MOST} files, the most that are checked. Check that it is the directory of one room.",
                root.display()
            );
        }
        let name = path
            .strip_prefix(root)?
            .to_string_lossy()
            .replace(std::path::MAIN_SEPARATOR, "/");
        files.push((name, bounded::read_whole(&path, BYTES_MOST)?));
    }
    Ok(())
}

/// Words as a terminal may show them: what would move its cursor or change its colours is written
/// out instead.
fn harmless(words: &str) -> String {
    words
        .chars()
        .fold(String::with_capacity(words.len()), |mut all, c| {
            if c.is_control() && !matches!(c, '\n' | '\t') {
                all.extend(c.escape_default());
            } else {
                all.push(c);
            }
            all
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_cannot_speak_to_the_terminal() {
        assert_eq!(
            harmless("a\tb\n\u{1b}[2J\r\u{9b}\u{7f} نعم"),
            "a\tb\n\\u{1b}[2J\\r\\u{9b}\\u{7f} نعم"
        );
    }

    #[test]
    fn a_file_is_read_no_further_than_it_may_be() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("file");
        std::fs::write(&path, b"12345").unwrap();
        assert_eq!(bounded::read(&path, 3).unwrap(), b"123");
        assert_eq!(bounded::read_whole(&path, 5).unwrap(), b"12345");
        let refused = bounded::read_whole(&path, 4).unwrap_err().to_string();
        assert!(refused.contains("more than 4 bytes"), "{refused}");
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_not_followed() {
        let folder = tempfile::tempdir().unwrap();
        let elsewhere = folder.path().join("elsewhere");
        let room = folder.path().join("room");
        std::fs::create_dir_all(room.join("bodies")).unwrap();
        std::fs::create_dir(&elsewhere).unwrap();
        std::fs::write(room.join("bodies/1"), b"words").unwrap();
        let mut files = Vec::new();
        collect(&room, &room, &mut files).unwrap();
        assert_eq!(files, [("bodies/1".to_owned(), b"words".to_vec())]);
        std::os::unix::fs::symlink(&elsewhere, room.join("more")).unwrap();
        let refused = collect(&room, &room, &mut Vec::new()).unwrap_err();
        assert!(refused.to_string().contains("it is a link"), "{refused}");
    }
}
