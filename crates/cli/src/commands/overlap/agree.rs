//! `goodoffices overlap agree`: whether the other side's pledge fits one's own.

use std::path::PathBuf;

use linkage::overlap::{NearestLexicon, Pledge, Session};

use super::folder::Folder;
use crate::{
    files,
    outcome::{Outcome, say},
};

/// The most bytes of a pledge.
const PLEDGE_MOST: usize = 2 << 20;

#[derive(clap::Args)]
pub struct Args {
    /// The other side’s pledge.
    pledge: PathBuf,
    /// This side’s folder of the session.
    #[arg(long, value_name = "FOLDER")]
    folder: PathBuf,
}

pub fn run(args: &Args) -> anyhow::Result<Outcome> {
    let folder = Folder(&args.folder);
    let ours = folder.ours()?;
    let bytes = files::read_whole(&args.pledge, PLEDGE_MOST)?;
    let theirs = Pledge::read(&bytes)?;
    let session = Session::between(&ours, &theirs, NearestLexicon::builtin())?;
    folder.keep("their-pledge.txt", &bytes)?;
    say(format_args!(
        "{} committed to {} entries, {} persons, edition {}.",
        theirs.side,
        theirs.list.entries,
        theirs.list.meaning.word(),
        theirs.list.epoch.number
    ))?;
    say(format_args!(
        "The pledges fit. Read these digits to the other side, which must see the same: {}",
        session.id().spoken()
    ))?;
    say(
        "Nobody signs them; whoever read them to you vouches for them. Then hand over blinded.keys.",
    )?;
    Ok(Outcome::Done)
}
