//! `goodoffices plan packages`: which packages cannot be bettered, which all prefer to the draft, what
//! named rules pick, what to ask next.

use std::{path::PathBuf, time::Duration};

use papers::plan::{packages as paper, terminal};
use planner::packages::{
    analysis::{Ideal, Points, Question},
    method::Method,
    overstate::{Claims, IssuesSeen},
    read::{Source, read},
    report::report,
};

use super::{
    given::{Output, Papers, bytes},
    watch::{Ended, seconds},
};
use crate::outcome::{Outcome, path_shown, tell_isolated};

#[derive(clap::Args)]
pub struct Args {
    /// What is talked about and what each side prefers, in one file or several: our own form (YAML),
    /// GENIUS XML, or `GeniusWeb` JSON. docs/planner-packages.md shows the forms.
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    /// Only what this party may see: packages, and no points but its own.
    #[arg(long, value_name = "PARTY")]
    party: Option<String>,
    /// Say that points of different parties can be compared: the egalitarian rule is asked too.
    #[arg(long)]
    comparable: bool,
    /// Over which packages the most that a party could have is taken.
    #[arg(long, value_name = "acceptable|all", default_value = "acceptable")]
    ideal: Over,
    /// How the frontier is found: automatic, issues or cliques. All give the same.
    #[arg(long, value_name = "METHOD", default_value = "automatic")]
    method: How,
    /// How many overstatements are looked at: as many as take a second or two, all, or only what can be
    /// read off the packages that are listed.
    #[arg(long, value_name = "quick|all|listed", default_value = "quick")]
    overstating: HowMany,
    /// Stop after so many seconds, with the best by then and what is proved of it.
    #[arg(long, value_name = "SECONDS", value_parser = seconds)]
    seconds: Option<Duration>,
    /// The seed of the draws by which the next question is chosen.
    #[arg(long, value_name = "NUMBER", default_value = "1")]
    seed: u64,
    #[command(flatten)]
    output: Output,
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum Over {
    Acceptable,
    All,
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum HowMany {
    Quick,
    All,
    Listed,
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum How {
    Automatic,
    Issues,
    Cliques,
}

pub fn run(args: &Args) -> anyhow::Result<Outcome> {
    let paths: Vec<&std::path::Path> = args.files.iter().map(PathBuf::as_path).collect();
    args.output.check(&paths, None)?;
    let files = (args.files.iter())
        .map(|path| Ok((path_shown(path), bytes(path)?)))
        .collect::<anyhow::Result<Vec<_>>>()?;
    let sources: Vec<Source<'_>> = files
        .iter()
        .map(|(file, bytes)| Source { file, bytes })
        .collect();
    let reading = read(&sources)?;
    let watch = args.output.watched(args.seconds)?;
    let told = report(&reading, args.question(), args.seed, &watch)?;
    let ended = watch.ended();
    drop(watch);
    if ended != Ended::Done {
        tell_isolated(&terminal::search_stopped(args.output.language()));
    }
    if let (IssuesSeen::Foremost(_) | IssuesSeen::NotLookedAt, HowMany::Quick, None) = (
        told.analysis.overstated_issues,
        args.overstating,
        &args.party,
    ) {
        let said = terminal::overstating_left("`--overstating all`", args.output.language());
        tell_isolated(&said);
    }
    let nothing = told.analysis.frontier.deals.is_empty();
    let found = |done| if nothing { Outcome::NotSo } else { done };
    let Some(party) = &args.party else {
        let done = args.output.write(&Papers {
            html: &|language| paper::html(&told, language),
            json: &|| paper::json(&told),
            text: &|language| paper::text(&told, language),
            further: None,
        })?;
        return Ok(found(done));
    };
    let own = told.for_party(party)?;
    let done = args.output.write(&Papers {
        html: &|language| paper::own_html(&own, language),
        json: &|| paper::json(&own),
        text: &|language| paper::own_text(&own, language),
        further: None,
    })?;
    Ok(found(done))
}

impl Args {
    const fn question(&self) -> Question {
        Question {
            ideal: match self.ideal {
                Over::Acceptable => Ideal::Acceptable,
                Over::All => Ideal::AllPackages,
            },
            points: if self.comparable {
                Points::Comparable
            } else {
                Points::OwnScales
            },
            method: match self.method {
                How::Automatic => Method::Automatic,
                How::Issues => Method::Issues,
                How::Cliques => Method::Cliques,
            },
            claims: match self.overstating {
                HowMany::Quick => Claims::Quick,
                HowMany::All => Claims::All,
                HowMany::Listed => Claims::Listed,
            },
        }
    }
}
