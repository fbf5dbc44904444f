//! `goodoffices plan forecast`: by which day it is done, where it most likely stops, and why.

use std::{path::PathBuf, time::Duration};

use papers::plan::forecast as paper;
use planner::{forecast, plan};

use super::{
    given::{Output, Papers, bytes, of_file},
    watch::seconds,
};
use crate::outcome::Outcome;

#[derive(clap::Args)]
pub struct Args {
    /// The plan with guesses in it (YAML or JSON): docs/plan-files.md shows its form.
    #[arg(value_name = "PLAN")]
    plan: PathBuf,
    /// Only what this party may read: reckoned from no points but its own.
    #[arg(long, value_name = "PARTY")]
    party: Option<String>,
    /// Stop after so many seconds, with what was gone through by then; said in what is told.
    #[arg(long, value_name = "SECONDS", value_parser = seconds)]
    seconds: Option<Duration>,
    #[command(flatten)]
    output: Output,
}

pub fn run(args: &Args) -> anyhow::Result<Outcome> {
    args.output.check(&[&args.plan], None)?;
    let read = bytes(&args.plan)?;
    let plan = of_file(&args.plan, plan::read(&read))?;
    let watch = args.output.watched(args.seconds)?;
    let report = match &args.party {
        None => forecast::forecast_of(&plan, &watch),
        Some(key) => forecast::forecast_for(&plan, plan.party_of(key)?, &watch),
    };
    let report = of_file(
        &args.plan,
        report.map_err(|error| error.placed(&plan, &read)),
    )?;
    args.output.write(&Papers {
        html: &|language| paper::html(&report, language),
        json: &|| paper::json(&report),
        text: &|language| paper::text(&report, language),
        further: None,
    })
}
