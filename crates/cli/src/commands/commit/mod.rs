//! `goodoffices commit`: bind a side to its list without showing it, and open parts of it later.

mod check;
mod follow;
mod make;
mod open;

use std::path::Path;

use clap::Subcommand;
use linkage::commit::Commitment;

use crate::{files, outcome::Outcome};

/// The most bytes of a commitment.
const COMMITMENT_MOST: usize = 1 << 20;

#[derive(clap::Args)]
pub struct Args {
    #[command(subcommand)]
    step: Step,
}

#[derive(Subcommand)]
enum Step {
    /// Commit to a list: writes a small text to hand over, and a secret to keep.
    Make(make::Args),
    /// Open an entry of a committed list, or some of its fields.
    Open(open::Args),
    /// Check openings against a commitment, offline.
    Check(check::Args),
    /// Check that one commitment is the next edition of another, and that its counts add up.
    Follow(follow::Args),
}

pub fn run(args: &Args) -> anyhow::Result<Outcome> {
    match &args.step {
        Step::Make(args) => make::run(args),
        Step::Open(args) => open::run(args),
        Step::Check(args) => check::run(args),
        Step::Follow(args) => follow::run(args),
    }
}

/// Reads a commitment.
pub fn read(path: &Path) -> anyhow::Result<Commitment> {
    Ok(Commitment::read(&files::read_whole(
        path,
        COMMITMENT_MOST,
    )?)?)
}
