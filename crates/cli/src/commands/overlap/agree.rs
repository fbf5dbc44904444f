//! `goodoffices overlap agree`: whether the other side's pledge fits one's own.

use std::path::PathBuf;

use linkage::overlap::{NearestLexicon, Pledge, Session};

use super::folder::Folder;
use crate::{
    committed::Known,
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
    folder.has("their-pledge.txt", &bytes)?;
    let mut sessions = folder.sessions()?;
    let known = sessions.may_begin(session.id(), &ours, &theirs)?;
    sessions.begun(session.id(), &ours, &theirs)?;
    folder.keep("their-pledge.txt", &bytes)?;
    say(format_args!(
        "{} committed to {} entries, {} persons, edition {}.",
        theirs.side,
        theirs.list.entries,
        theirs.list.meaning.word(),
        theirs.list.epoch.number
    ))?;
    match known {
        Known::New => {}
        Known::Next { removed, added } => say(format_args!(
            "It is the next edition after the one that you met before: {removed} entries went and {added} came. Ask why it was made."
        ))?,
        Known::Unconnected { on } => say(format_args!(
            "You were in a session with a side of this name before (begun {on}), with an edition that this one does not name as the one before it. Ask how the two are related before you hand anything over."
        ))?,
    }
    say(format_args!(
        "The pledges fit. Read these digits to the other side, which must see the same: {}",
        session.id().spoken()
    ))?;
    say(
        "Nobody signs them; whoever read them to you vouches for them. Then hand over blinded.keys.",
    )?;
    Ok(Outcome::Done)
}
