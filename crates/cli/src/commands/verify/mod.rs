//! `goodoffices verify`: a receipt or a room's log, checked offline, with nothing but the files.

mod kept;
mod room;

use std::path::PathBuf;

use record::{Receipt, keys::NoteKey};

use crate::{
    files,
    outcome::{Outcome, say},
};

/// The most bytes of a receipt or a checkpoint: an entry of a mebibyte, twice in base64.
const RECEIPT_MOST: usize = 4 << 20;

/// The most bytes of a file that holds a key.
const KEY_MOST: usize = 4 << 10;

#[derive(clap::Args)]
pub struct Args {
    /// A receipt, or a directory that `goodoffices export --room` wrote.
    path: PathBuf,
    /// The desk's key for the room: the file desk.vkey as you got it from the desk at first, not
    /// from the directory that is checked.
    #[arg(long, value_name = "FILE")]
    key: PathBuf,
    /// A receipt or a checkpoint that you kept: the log must still contain all that it proves. A
    /// directory shows whether it does; a receipt only where both are of logs of one size.
    #[arg(long, value_name = "FILE")]
    since: Option<PathBuf>,
    /// Print the entry's words, where the receipt discloses them.
    #[arg(long)]
    words: bool,
}

pub fn run(args: &Args) -> anyhow::Result<Outcome> {
    let key = files::read_whole(&args.key, KEY_MOST)?;
    let key = NoteKey::from_vkey(&String::from_utf8_lossy(&key))?;
    if args.path.is_dir() {
        room::verify(args, &key)
    } else {
        receipt(args, &key)
    }
}

fn receipt(args: &Args, key: &NoteKey) -> anyhow::Result<Outcome> {
    let bytes = files::read_whole(&args.path, RECEIPT_MOST)?;
    let proven = Receipt::parse(&bytes)?.verify(key)?;
    let since = args.since.as_deref();
    let since = since.map(|path| kept::read(path, key)).transpose()?;
    say(format_args!(
        "It holds: entry {} of the room was recorded at {}, and stands in the log of {} entries whose root is {}.",
        proven.envelope.number,
        proven.envelope.recorded,
        proven.checkpoint.size,
        proven.checkpoint.root.first_eight()
    ))?;
    match (&proven.body, args.words) {
        (Some(body), true) => say(String::from_utf8_lossy(body))?,
        (Some(_), false) => {
            say("The words beside it are the ones that were recorded (--words prints them).")?;
        }
        (None, _) => say("It discloses no words.")?,
    }
    match since {
        None => Ok(Outcome::Done),
        Some(kept) => kept.compare(&proven),
    }
}
