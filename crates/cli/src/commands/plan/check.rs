//! `goodoffices plan check`: who is exposed when, who would gain by stopping, what would hold them.

use std::path::{Path, PathBuf};

use papers::plan::check as paper;
use planner::{check, plan};

use super::given::{Output, Papers, bytes, of_file};
use crate::outcome::Outcome;

#[derive(clap::Args)]
pub struct Args {
    /// The plan (YAML or JSON): docs/plan-files.md shows its form.
    #[arg(value_name = "PLAN")]
    plan: PathBuf,
    /// Only what this party may read: the plan, and no points but its own.
    #[arg(long, value_name = "PARTY")]
    party: Option<String>,
    /// The drawings alone, as one file (SVG).
    #[arg(long, value_name = "FILE")]
    svg: Option<PathBuf>,
    #[command(flatten)]
    output: Output,
}

pub fn run(args: &Args) -> anyhow::Result<Outcome> {
    args.output.check(&[&args.plan], args.svg.as_deref())?;
    let plan = of_file(&args.plan, plan::read(&bytes(&args.plan)?))?;
    let report = match &args.party {
        None => check::check(&plan),
        Some(key) => check::check_for(&plan, plan.party_of(key)?),
    };
    let svg = |language| paper::svg(&report, language);
    let done = args.output.write(&Papers {
        html: &|language| paper::html(&report, language),
        json: &|| paper::json(&report),
        text: &|language| paper::text(&report, language),
        further: args
            .svg
            .as_deref()
            .map(|path: &Path| (path, &svg as &dyn Fn(_) -> _)),
    })?;
    Ok(if paper::in_order(&report) {
        done
    } else {
        Outcome::NotSo
    })
}
