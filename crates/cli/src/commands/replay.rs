//! `goodoffices replay`: a case file, played through the same commands as everything else.

use std::path::PathBuf;

use service::case_file::{self, Mode};

use crate::{
    files,
    outcome::{Outcome, path_shown, say, tell},
    progress,
    store_args::StoreArgs,
};

#[derive(clap::Args)]
pub struct Args {
    /// The case file.
    file: PathBuf,
    #[command(flatten)]
    store: StoreArgs,
    /// Make the store first.
    #[arg(long)]
    new: bool,
    /// Go on after a refused command, and report all.
    #[arg(long)]
    keep_going: bool,
}

pub fn run(args: &Args) -> anyhow::Result<Outcome> {
    // One byte more than is taken, so that a file that is too large is known for one unread.
    let bytes = files::read(&args.file, case_file::BYTES_MOST.saturating_add(1))?;
    let file = case_file::read(&bytes)?;
    let office = if args.new {
        args.store.create()?
    } else {
        args.store.open()?
    };
    let bar = progress::bar(file.items.len(), "Playing");
    let mode = if args.keep_going {
        Mode::KeepGoing
    } else {
        Mode::StopAtFirst
    };
    let report = case_file::replay(&office, &file, mode, &mut |done, _| {
        bar.set_position(u64::try_from(done).unwrap_or(u64::MAX));
        true
    });
    bar.finish_and_clear();
    for problem in &report.problems {
        tell(format_args!("{}: {problem}", path_shown(&args.file)));
    }
    say(format_args!(
        "{} of {} commands carried out, {} entries written.",
        report.done,
        file.items.len(),
        report.entries
    ))?;
    Ok(if report.problems.is_empty() {
        Outcome::Done
    } else {
        Outcome::NotSo
    })
}
