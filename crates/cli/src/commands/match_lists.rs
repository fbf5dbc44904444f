//! `goodoffices match`: which entries of two lists may be the same person.

use std::{
    io::IsTerminal as _,
    path::{Path, PathBuf},
};

use linkage::propose::Pairing;

use crate::{
    linking::{Asked, ListArgs, Session, columns_told, columns_written},
    outcome::Outcome,
    reports::can_be_written,
    stop::Stop,
};

#[derive(clap::Args)]
pub struct Args {
    /// The first list: XLSX, ODS or CSV.
    #[arg(value_name = "A")]
    left: PathBuf,
    /// The second list.
    #[arg(value_name = "B")]
    right: PathBuf,
    /// What the columns of A mean, as a corrected mapping file (see --columns).
    #[arg(long, value_name = "FILE")]
    columns_a: Option<PathBuf>,
    /// What the columns of B mean.
    #[arg(long, value_name = "FILE")]
    columns_b: Option<PathBuf>,
    /// Write what the columns of A are taken for to FILE, to be corrected, and compare nothing.
    #[arg(long, value_name = "FILE")]
    columns_out_a: Option<PathBuf>,
    /// Write what the columns of B are taken for to FILE.
    #[arg(long, value_name = "FILE")]
    columns_out_b: Option<PathBuf>,
    /// Each entry has at most one partner: for lists that hold nobody twice.
    #[arg(long)]
    one_to_one: bool,
    #[command(flatten)]
    asked: Asked,
}

pub fn run(args: &Args) -> anyhow::Result<Outcome> {
    run_until(args, &Stop::listen()?)
}

/// Runs until it is done or told to stop.
pub fn run_until(args: &Args, stop: &Stop) -> anyhow::Result<Outcome> {
    let session = Session::new(&args.asked, stop);
    let lists = [
        args.asked.list(&args.left, args.columns_a.as_ref()),
        args.asked.list(&args.right, args.columns_b.as_ref()),
    ];
    let read = [
        Some(&args.left),
        Some(&args.right),
        args.columns_a.as_ref(),
        args.columns_b.as_ref(),
    ];
    let read: Vec<&Path> = read.into_iter().flatten().map(PathBuf::as_path).collect();
    args.asked.check(&read)?;
    let outs = [&args.columns_out_a, &args.columns_out_b];
    if args.asked.only_columns() || outs.iter().any(|out| out.is_some()) {
        return columns(lists, outs, &read, &session);
    }
    let pairing = if args.one_to_one {
        Pairing::OneToOne
    } else {
        Pairing::Any
    };
    session.run(|session| {
        let [left, right] = lists;
        let (of_left, of_right) = (session.told.list(0), session.told.list(1));
        let (left, right) = rayon::join(|| left.read(&of_left), || right.read(&of_right));
        let (left, right) = (left?, right?);
        let lists = [&left, &right];
        let options = args.asked.options(pairing, session.decided(&lists)?);
        let proposals = session.compare(&lists, &options)?;
        args.asked.output().write(&proposals, &lists, session)
    })
}

/// What the columns of both are taken for: each list's in a file of its own, or told on the terminal.
fn columns(
    lists: [ListArgs; 2],
    outs: [&Option<PathBuf>; 2],
    read: &[&Path],
    session: &Session,
) -> anyhow::Result<Outcome> {
    let to: Vec<&Path> = outs.into_iter().filter_map(|out| out.as_deref()).collect();
    can_be_written(&to, read)?;
    anyhow::ensure!(
        !to.is_empty() || std::io::stdout().is_terminal(),
        "showing columns: two tables in one file can be read by nobody. Say --columns-out-a FILE and --columns-out-b FILE, and each list has its own. Nothing was written."
    );
    for (list, out) in lists.into_iter().zip(outs) {
        match out {
            Some(path) => columns_written(list, path, &session.told)?,
            None if to.is_empty() => columns_told(list, &session.told)?,
            None => {}
        }
    }
    Ok(Outcome::Done)
}
