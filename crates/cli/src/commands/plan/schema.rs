//! `goodoffices plan schema`: the form of a file of the planner, for editors that complete and check it.

use clap::ValueEnum;

use crate::outcome::{Outcome, print};

#[derive(clap::Args)]
pub struct Args {
    /// Of which file.
    #[arg(value_enum, default_value = "plan")]
    of: Of,
}

#[derive(Clone, Copy, ValueEnum)]
enum Of {
    /// A plan, with its guesses.
    Plan,
    /// A conflict, for `plan stability`.
    Conflict,
    /// What is talked about and what each side prefers, for `plan packages`.
    Packages,
    /// What one side prefers, in a file of its own.
    Preferences,
}

pub fn run(args: &Args) -> anyhow::Result<Outcome> {
    let [packages, preferences] = planner::packages::read::schema();
    let schema = match args.of {
        Of::Plan => planner::plan::schema(),
        Of::Conflict => planner::stability::schema(),
        Of::Packages => packages,
        Of::Preferences => preferences,
    };
    let mut text = serde_json::to_string_pretty(&schema)?;
    text.push('\n');
    print(text.as_bytes())?;
    Ok(Outcome::Done)
}
