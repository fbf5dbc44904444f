//! `goodoffices plan order`: the order and batching of least exposure, or of least guarantee.

use std::{
    path::{Path, PathBuf},
    time::Duration,
};

use papers::plan::{order as paper, terminal};
use planner::{
    order::{
        Effort,
        bounds::{Aim, Caps},
        report::{Found, order_of},
    },
    plan,
};

use super::{
    given::{Output, Papers, bytes, of_file},
    watch::seconds,
};
use crate::outcome::{Outcome, path_shown, tell_isolated};

#[derive(clap::Args)]
pub struct Args {
    /// The plan (YAML or JSON): docs/plan-files.md shows its form.
    #[arg(value_name = "PLAN")]
    plan: PathBuf,
    /// What is made as small as it can be.
    #[arg(long, value_enum, default_value = "exposure")]
    least: Least,
    /// Keep to what each party is ready to be exposed by, and to what it has at stake.
    #[arg(long)]
    within_caps: bool,
    /// Stop looking after so many seconds, and give the best that was found; after 0 the best that one look
    /// finds.
    #[arg(long, value_name = "SECONDS", default_value = "60", value_parser = seconds)]
    seconds: Duration,
    /// The plan in the order that was found, as a plan file (JSON, which is a part of YAML).
    #[arg(long, value_name = "FILE")]
    ordered: Option<PathBuf>,
    #[command(flatten)]
    output: Output,
}

/// What is made as small as it can be.
#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Least {
    /// The greatest exposure of any party, as a share of all that it gives.
    Exposure,
    /// What has to be at stake so that nobody gains by stopping.
    Guarantee,
}

pub fn run(args: &Args) -> anyhow::Result<Outcome> {
    args.output.check(&[&args.plan], args.ordered.as_deref())?;
    let read = bytes(&args.plan)?;
    let plan = of_file(&args.plan, plan::read(&read))?;
    let aim = match args.least {
        Least::Exposure => Aim::Exposure,
        Least::Guarantee => Aim::Guarantee,
    };
    let caps = if args.within_caps {
        Caps::Kept
    } else {
        Caps::Ignored
    };
    let watched = args.output.watched(Some(args.seconds))?;
    let report = order_of(&plan, aim, caps, Effort::default(), &watched);
    let report = of_file(
        &args.plan,
        report.map_err(|error| error.placed(&plan, &read)),
    )?;
    drop(watched);
    let file = match &report.found {
        Found::Order(order) => Some(paper::file(&read, &order.plan)?),
        Found::None { .. } | Found::Unknown => None,
    };
    let ordered = |_| file.clone().unwrap_or_default();
    let further = args.ordered.as_deref().filter(|_| file.is_some());
    let done = args.output.write(&Papers {
        html: &|language| paper::html(&report, language),
        json: &|| paper::json(&report),
        text: &|language| paper::text(&report, language),
        further: further.map(|path: &Path| (path, &ordered as &dyn Fn(_) -> _)),
    })?;
    if let Some(path) = args.ordered.as_deref().filter(|_| file.is_none()) {
        let said = terminal::no_order_written(&path_shown(path), args.output.language());
        tell_isolated(&said);
    }
    Ok(match &report.found {
        Found::None { .. } => Outcome::NotSo,
        Found::Order(_) | Found::Unknown => done,
    })
}
