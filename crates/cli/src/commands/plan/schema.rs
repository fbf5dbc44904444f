//! `goodoffices plan schema`: the form of a plan file, for editors that complete and check it.

use crate::outcome::{Outcome, print};

#[derive(clap::Args)]
pub struct Args {}

pub fn run(_: &Args) -> anyhow::Result<Outcome> {
    let mut text = serde_json::to_string_pretty(&planner::plan::schema())?;
    text.push('\n');
    print(text.as_bytes())?;
    Ok(Outcome::Done)
}
