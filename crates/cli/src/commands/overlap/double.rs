//! `goodoffices overlap double`: the other side's keys, multiplied by one's own secret as well.

use std::path::PathBuf;

use linkage::overlap::{Blinded, Doubled, Show, double};

use super::{
    folder::{Folder, POINTS_MOST},
    part::kept,
};
use crate::{
    files,
    linking::Told,
    outcome::{Outcome, path_shown, say},
};

#[derive(clap::Args)]
pub struct Args {
    /// The other side’s blinded keys.
    keys: PathBuf,
    /// This side’s folder of the session.
    #[arg(long, value_name = "FOLDER")]
    folder: PathBuf,
}

pub fn run(args: &Args) -> anyhow::Result<Outcome> {
    let folder = Folder(&args.folder);
    let (session, ours, theirs) = folder.session()?;
    let secret = folder.secret()?;
    let key = secret.key()?;
    let bytes = files::read_whole(&args.keys, POINTS_MOST)?;
    let blinded = Blinded::read(&bytes, &session, &theirs)?;
    folder.keep("their-blinded.keys", &bytes)?;
    let watch = Told::default();
    let points = kept(&folder.file("doubled.points"), |done, sink| {
        double(&blinded, &key, done, &watch, sink)
    })?;
    drop(watch);
    let written = |bytes: &[u8]| folder.result("doubled.keys", bytes);
    match session.terms().show {
        Show::Size => {
            let (message, shuffle) = Doubled::write_shuffled(
                &session,
                &ours,
                &theirs,
                &key,
                &blinded,
                &points,
                secret.shuffle(),
            );
            let path = written(&message)?;
            let proof = folder.result("shuffle.proof", &shuffle)?;
            say(format_args!(
                "Hand {} to the go-between, and {} to the go-between alone: with it the shuffle could be undone.",
                path_shown(&path),
                path_shown(&proof)
            ))?;
        }
        Show::Records => {
            let path = written(&Doubled::write(
                &session, &ours, &theirs, &key, &blinded, &points,
            ))?;
            say(format_args!(
                "Hand {} to the go-between, to be passed on when the other side’s is there as well.",
                path_shown(&path)
            ))?;
        }
        Show::ReleaseSize | Show::ReleaseRecords => {
            let path = written(&Doubled::write(
                &session, &ours, &theirs, &key, &blinded, &points,
            ))?;
            say(format_args!(
                "Hand {} to the go-between alone. The other side must not have it.",
                path_shown(&path)
            ))?;
        }
    }
    Ok(Outcome::Done)
}
