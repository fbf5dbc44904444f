//! `goodoffices commit follow`: whether one commitment is the next edition of another.

use std::path::PathBuf;

use crate::outcome::{Outcome, say};

#[derive(clap::Args)]
pub struct Args {
    /// The earlier commitment.
    earlier: PathBuf,
    /// The later.
    later: PathBuf,
}

pub fn run(args: &Args) -> anyhow::Result<Outcome> {
    let (earlier, later) = (super::read(&args.earlier)?, super::read(&args.later)?);
    match later.follows(&earlier) {
        Ok(()) => {
            let epoch = later.epoch;
            say(format_args!(
                "Edition {} follows edition {}: of {} entries {} went and {} came, which makes {}.",
                epoch.number,
                earlier.epoch.number,
                earlier.entries,
                epoch.removed,
                epoch.added,
                later.entries
            ))?;
            Ok(Outcome::Done)
        }
        Err(e) => {
            say(e)?;
            Ok(Outcome::NotSo)
        }
    }
}
