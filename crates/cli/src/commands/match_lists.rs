//! `goodoffices match`: which entries of two lists may be the same person.

use std::path::{Path, PathBuf};

use linkage::propose::Pairing;

use crate::{
    linking::{Asked, Session, Stop, columns_told},
    outcome::Outcome,
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
    if args.asked.only_columns() {
        for list in lists {
            columns_told(list, &session.told)?;
        }
        return Ok(Outcome::Done);
    }
    let read = [
        Some(&args.left),
        Some(&args.right),
        args.columns_a.as_ref(),
        args.columns_b.as_ref(),
    ];
    let read: Vec<&Path> = read.into_iter().flatten().map(PathBuf::as_path).collect();
    args.asked.check(&read)?;
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
        let proposals = session.compare(&lists, &args.asked.options(pairing))?;
        args.asked.output().write(&proposals, &lists, session)
    })
}
