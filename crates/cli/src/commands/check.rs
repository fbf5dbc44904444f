//! `goodoffices check`: everything recomputed; and, with what was signed before, whether this is
//! the store that signed it, grown since.

use std::path::{Path, PathBuf};

use service::{Office, Since};

use crate::{
    files,
    outcome::{COMPARE_FIRST, Outcome, path_shown, say, tell},
    store_args::StoreArgs,
};

/// The most bytes of a receipt or a checkpoint.
const RECEIPT_MOST: usize = 4 << 20;

#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    store: StoreArgs,
    /// Receipts and checkpoints that this store signed before: the desk's, or those that
    /// participants hold. Each must be of the beginning of what the store holds now, or this is an
    /// older copy, or another.
    #[arg(long, value_name = "FILE", num_args = 1..)]
    since: Vec<PathBuf>,
}

pub fn run(args: &Args) -> anyhow::Result<Outcome> {
    let office = args.store.open()?;
    let report = office.check(&mut |room| tell(format_args!("Room {room} …")))?;
    for finding in report.storage.iter().chain(&report.views) {
        say(finding)?;
    }
    for room in &report.rooms {
        say(format_args!(
            "Room {}: {} entries, {} signed checkpoints, root {}",
            room.name,
            room.entries,
            room.checkpoints,
            room.root.first_eight()
        ))?;
        for finding in &room.findings {
            say(format_args!("  {finding}"))?;
        }
    }
    let mut grew = Outcome::Done;
    for path in &args.since {
        if since(&office, path)? == Outcome::NotSo {
            grew = Outcome::NotSo;
        }
    }
    if report.is_whole() {
        say("Every root, every signature, every body and every view adds up.")?;
    } else {
        say(
            "What is said above does not add up. Do not write to this store: keep it as it is, and restore a whole copy.",
        )?;
        say(COMPARE_FIRST)?;
    }
    if grew == Outcome::NotSo {
        say(
            "This is not, or not all of, the store that signed what you gave. Do not write to it: what it would sign next would contradict what others hold. Look for the store, or the copy, that holds all of it.",
        )?;
    }
    Ok(if report.is_whole() {
        grew
    } else {
        Outcome::NotSo
    })
}

/// Compares the store with one thing that was signed. One that cannot be read, or that the desk
/// did not sign, compares with nothing; the rest is still looked at.
fn since(office: &Office, path: &Path) -> anyhow::Result<Outcome> {
    let bytes = files::read_whole(path, RECEIPT_MOST)?;
    let file = path_shown(path);
    let found = match office.since(&bytes) {
        Ok(found) => found,
        Err(e) => {
            say(format_args!("{file}: {e}"))?;
            return Ok(Outcome::NotSo);
        }
    };
    say(format_args!("{file}: {found}"))?;
    Ok(match found {
        Since::Grew { .. } => Outcome::Done,
        Since::Shorter { .. } | Since::Another { .. } | Since::NoSuchRoom { .. } => Outcome::NotSo,
    })
}
