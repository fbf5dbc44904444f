//! `goodoffices plan stability`: which states of a conflict are stable, and why.

use std::path::PathBuf;

use clap::ValueEnum;
use papers::plan::stability as paper;
use planner::stability::{self, Name};

use super::given::{Output, Papers, bytes, of_file};
use crate::outcome::Outcome;

#[derive(clap::Args)]
pub struct Args {
    /// The conflict (YAML or JSON): docs/planner-stability.md shows its form.
    #[arg(value_name = "CONFLICT")]
    conflict: PathBuf,
    /// How several opponents may respond to a move, in the place of what the file says.
    #[arg(long, value_enum)]
    responses: Option<Responses>,
    /// Also say which rankings would make this state stable.
    #[arg(long, value_name = "STATE")]
    stable: Option<String>,
    #[command(flatten)]
    output: Output,
}

/// How several opponents may respond to a move.
#[derive(Clone, Copy, ValueEnum)]
enum Responses {
    /// In any sequence in which nobody moves twice in a row (Fang, Hipel and Kilgour 1993).
    LegalSequences,
    /// In any sequence in which each moves at most once.
    EachAtMostOnce,
    /// By one move of one of them.
    OneMove,
}

impl Responses {
    const fn rule(self) -> stability::Rule {
        match self {
            Self::LegalSequences => stability::Rule::LegalSequences,
            Self::EachAtMostOnce => stability::Rule::EachAtMostOnce,
            Self::OneMove => stability::Rule::OneMove,
        }
    }
}

pub fn run(args: &Args) -> anyhow::Result<Outcome> {
    args.output.check(&[&args.conflict], None)?;
    let read = bytes(&args.conflict)?;
    let responses = args.responses.map(Responses::rule);
    let watch = args.output.watched(None)?;
    let model = of_file(&args.conflict, stability::read(&read, responses, &watch))?;
    let asked = args.stable.as_deref().map(Name::from);
    let report = stability::report(&model, asked.as_ref(), &watch);
    let report = of_file(&args.conflict, report)?;
    args.output.write(&Papers {
        html: &|language| paper::html(&report, language),
        json: &|| paper::json(&report),
        text: &|language| paper::text(&report, language),
        further: None,
    })
}
