//! `goodoffices verify`: a receipt or a room's log, checked offline, with nothing but the files.

use std::path::{Path, PathBuf};

use anyhow::Context as _;
use record::{Checkpoint, Receipt, RoomExport, SignedCheckpoint, keys::NoteKey};

use crate::outcome::Outcome;

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
    let bytes =
        std::fs::read(&args.path).with_context(|| format!("reading {}", args.path.display()))?;
    let proven = Receipt::parse(&bytes)?.verify(key)?;
    println!(
        "It holds: entry {} of the room was recorded at {}, and stands in the log of {} entries whose root is {}.",
        proven.envelope.number,
        proven.envelope.recorded,
        proven.checkpoint.size,
        proven.checkpoint.root.first_eight()
    );
    match (&proven.body, args.words) {
        (Some(body), true) => println!("{}", String::from_utf8_lossy(body)),
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
    let bytes = std::fs::read(path).with_context(|| format!("reading {}", path.display()))?;
    Ok(match Receipt::parse(&bytes) {
        Ok(receipt) => receipt.verify(key)?.checkpoint,
        Err(_) => *SignedCheckpoint::verify(&bytes, key)?.checkpoint(),
    })
}

fn collect(root: &Path, dir: &Path, files: &mut Vec<(String, Vec<u8>)>) -> anyhow::Result<()> {
    for entry in std::fs::read_dir(dir).with_context(|| format!("reading {}", dir.display()))? {
        let path = entry?.path();
        if path.is_dir() {
            collect(root, &path, files)?;
        } else {
            let name = path
                .strip_prefix(root)?
                .to_string_lossy()
                .replace(std::path::MAIN_SEPARATOR, "/");
            files.push((
                name,
                std::fs::read(&path).with_context(|| format!("reading {}", path.display()))?,
            ));
        }
    }
    Ok(())
}
