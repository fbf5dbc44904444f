//! `goodoffices overlap join`: the go-between compares, and writes what each side is told.

use std::path::{Path, PathBuf};

use linkage::overlap::{Doubled, SideFiles, join};

use super::{folder::POINTS_MOST, go_between::BothArgs};
use crate::{
    files,
    outcome::{Outcome, path_shown, say},
};

#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    both: BothArgs,
    /// The keys of the first side, as the other doubled them.
    #[arg(long, value_name = "FILE")]
    doubled: PathBuf,
    /// The keys of the other side, as the first doubled them.
    #[arg(long, value_name = "FILE")]
    other_doubled: PathBuf,
    /// Where to write what the first side is told.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// Where to write what the other side is told.
    #[arg(long, value_name = "FILE")]
    other_out: PathBuf,
}

pub fn run(args: &Args) -> anyhow::Result<Outcome> {
    let both = args.both.read()?;
    let read = |path: &Path, from, to| -> anyhow::Result<Doubled> {
        let bytes = files::read_whole(path, POINTS_MOST)?;
        Ok(Doubled::read(&bytes, &both.session, from, to)?)
    };
    let doubled = read(&args.doubled, &both.other_pledge, &both.pledge)?;
    let other = read(&args.other_doubled, &both.pledge, &both.other_pledge)?;
    let [to_one, to_other] = join(
        &both.session,
        SideFiles {
            pledge: &both.pledge,
            blinded: &both.keys,
            doubled: &doubled,
        },
        SideFiles {
            pledge: &both.other_pledge,
            blinded: &both.other_keys,
            doubled: &other,
        },
    )?;
    files::write_new(&args.out, &to_one.write())?;
    files::write_new(&args.other_out, &to_other.write())?;
    say(format_args!(
        "{} entries of {} share keys with {} entries of {}, as it is released. Hand {} and {} over at the same time.",
        to_one.yours,
        both.pledge.side,
        to_one.theirs,
        both.other_pledge.side,
        path_shown(&args.out),
        path_shown(&args.other_out)
    ))?;
    Ok(Outcome::Done)
}
