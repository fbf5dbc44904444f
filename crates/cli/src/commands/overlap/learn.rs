//! `goodoffices overlap learn`: what the go-between released to this side.

use std::path::PathBuf;

use linkage::overlap::Release;

use super::{compare::places, folder::Folder};
use crate::{
    files,
    outcome::{Outcome, path_shown, say},
};

/// The most bytes of a release.
const RELEASE_MOST: usize = 1 << 28;

#[derive(clap::Args)]
pub struct Args {
    /// What the go-between released.
    release: PathBuf,
    /// This side’s folder of the session.
    #[arg(long, value_name = "FOLDER")]
    folder: PathBuf,
}

pub fn run(args: &Args) -> anyhow::Result<Outcome> {
    let folder = Folder(&args.folder);
    let (session, ours, theirs) = folder.session()?;
    let bytes = files::read_whole(&args.release, RELEASE_MOST)?;
    let release = Release::read(&bytes, &session, &ours)?;
    folder.keep("release.json", &bytes)?;
    let rounded = match release.rounded_to {
        1 => String::new(),
        step => format!(", rounded to {step}"),
    };
    say(format_args!(
        "{} entries of {} share keys with {} entries of {}{rounded}. They are candidates: confirm each through the go-between.",
        release.yours, ours.side, release.theirs, theirs.side
    ))?;
    if let Some(found) = &release.places {
        let places = places(&folder)?;
        let mut text = "row,sheet\n".to_owned();
        for place in found {
            text.push_str(places.get(place).map_or("padding,", String::as_str));
            text.push('\n');
        }
        let path = folder.result("shared.csv", text.as_bytes())?;
        say(format_args!(
            "Which, by row of your list: {}",
            path_shown(&path)
        ))?;
    }
    Ok(Outcome::Done)
}
