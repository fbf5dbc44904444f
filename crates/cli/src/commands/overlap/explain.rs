//! `goodoffices overlap explain`: what a session would show, and find. Nothing is run.

use anyhow::Context as _;

use super::terms::{TermsArgs, explain};
use crate::{committed::Keys, outcome::Outcome};

#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    terms: TermsArgs,
    /// Which keys the entries carry.
    #[arg(long, default_value = "tolerant")]
    keys: Keys,
    /// How many entries the list has.
    #[arg(long, value_name = "NUMBER", default_value_t = 0)]
    entries: u64,
}

pub fn run(args: &Args) -> anyhow::Result<Outcome> {
    let maker = args.keys.maker().context(
        "a list without keys cannot be compared blindly: choose --keys tolerant or crossing",
    )?;
    explain(args.terms.terms()?, &maker.name(), args.entries, 0)?;
    Ok(Outcome::Done)
}
