//! `goodoffices dedupe`: which entries of one list may be the same person.

use std::path::{Path, PathBuf};

use linkage::propose::Pairing;

use crate::{
    linking::{Asked, Session, Stop, columns_told},
    outcome::Outcome,
};

#[derive(clap::Args)]
pub struct Args {
    /// The list: XLSX, ODS or CSV.
    #[arg(value_name = "A")]
    list: PathBuf,
    /// What its columns mean, as a corrected mapping file (see --columns).
    #[arg(long, value_name = "FILE")]
    columns_a: Option<PathBuf>,
    #[command(flatten)]
    asked: Asked,
}

pub fn run(args: &Args) -> anyhow::Result<Outcome> {
    run_until(args, &Stop::listen()?)
}

/// Runs until it is done or told to stop.
pub fn run_until(args: &Args, stop: &Stop) -> anyhow::Result<Outcome> {
    let session = Session::new(&args.asked, stop);
    let list = args.asked.list(&args.list, args.columns_a.as_ref());
    if args.asked.only_columns() {
        columns_told(list, &session.told)?;
        return Ok(Outcome::Done);
    }
    let read = [Some(&args.list), args.columns_a.as_ref()];
    let read: Vec<&Path> = read.into_iter().flatten().map(PathBuf::as_path).collect();
    args.asked.check(&read)?;
    session.run(|session| {
        let given = list.read(&session.told.list(0))?;
        let lists = [&given];
        let proposals = session.compare(&lists, &args.asked.options(Pairing::Any))?;
        args.asked.output().write(&proposals, &lists, session)
    })
}
