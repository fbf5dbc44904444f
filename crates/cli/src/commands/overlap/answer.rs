//! `goodoffices overlap answer`: what an audit drew, opened to the go-between alone.

use std::path::PathBuf;

use linkage::overlap::{Request, answer};

use super::folder::Folder;
use crate::{
    committed::Owned,
    files,
    outcome::{Outcome, path_shown, say},
};

/// The most bytes of a request.
const REQUEST_MOST: usize = 1 << 20;

#[derive(clap::Args)]
pub struct Args {
    /// The go-between’s request.
    request: PathBuf,
    /// The list, as it was committed to.
    list: PathBuf,
    /// Its secret.
    #[arg(long, value_name = "FILE")]
    secret: PathBuf,
    /// This side’s folder of the session.
    #[arg(long, value_name = "FOLDER")]
    folder: PathBuf,
}

pub fn run(args: &Args) -> anyhow::Result<Outcome> {
    let folder = Folder(&args.folder);
    let (session, ours, theirs) = folder.session()?;
    let bytes = files::read_whole(&args.request, REQUEST_MOST)?;
    let request = Request::read(&bytes, &session, &ours)?;
    // One audit a session: else entry after entry could be asked for until the list is open.
    folder.keep("audit-request.json", &bytes)?;
    let own = folder.our_keys(&session, &ours)?;
    let lots = [own.lot, folder.their_keys(&session, &theirs)?.lot];
    let owned = Owned::open(&args.list, &args.secret, &ours.list)?;
    let key = folder.secret()?.key()?;
    let answered =
        owned.committed(|list| Ok(answer(&request, lots, &ours, list, &key, own.bytes())?))?;
    let path = folder.result("audit-answer.json", &answered.write())?;
    say(format_args!(
        "{} holds {} entries of your list, in full. Hand it to the go-between alone.",
        path_shown(&path),
        answered.records.len()
    ))?;
    Ok(Outcome::Done)
}
