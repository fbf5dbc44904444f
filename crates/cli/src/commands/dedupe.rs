//! `goodoffices dedupe`: which entries of one list may be the same person.

use std::path::{Path, PathBuf};

use linkage::propose::Pairing;

use crate::{
    linking::{Asked, Session, columns_told, columns_written},
    outcome::Outcome,
    reports::can_be_written,
    stop::Stop,
};

#[derive(clap::Args)]
pub struct Args {
    /// The list: XLSX, ODS or CSV.
    #[arg(value_name = "A")]
    list: PathBuf,
    /// What its columns mean, as a corrected mapping file (see --columns).
    #[arg(long, value_name = "FILE")]
    columns_a: Option<PathBuf>,
    /// Write what its columns are taken for to FILE, to be corrected, and compare nothing.
    #[arg(long, value_name = "FILE")]
    columns_out_a: Option<PathBuf>,
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
    let read = [Some(&args.list), args.columns_a.as_ref()];
    let read: Vec<&Path> = read.into_iter().flatten().map(PathBuf::as_path).collect();
    args.asked.check(&read)?;
    if let Some(path) = &args.columns_out_a {
        can_be_written(&[path], &read)?;
        columns_written(list, path, &session.told)?;
        return Ok(Outcome::Done);
    }
    if args.asked.only_columns() {
        columns_told(list, &session.told)?;
        return Ok(Outcome::Done);
    }
    session.run(|session| {
        let given = list.read(&session.told.list(0))?;
        let lists = [&given];
        let options = args.asked.options(Pairing::Any, session.decided(&lists)?);
        let proposals = session.compare(&lists, &options)?;
        args.asked.output().write(&proposals, &lists, session)
    })
}
