//! `goodoffices match`: which entries of two lists may be the same person.

use std::path::{Path, PathBuf};

use linkage::propose::{Pairing, Proposals};

use crate::{
    linking::{Asked, Told, columns_told},
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
    let watch = Told::default();
    let lists = [
        args.asked.list(&args.left, args.columns_a.as_ref()),
        args.asked.list(&args.right, args.columns_b.as_ref()),
    ];
    if args.asked.only_columns() {
        for list in lists {
            columns_told(list, &watch)?;
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
    args.asked.output().check(&read)?;
    let pairing = if args.one_to_one {
        Pairing::OneToOne
    } else {
        Pairing::Any
    };
    args.asked.on_threads(|| {
        let [left, right] = lists;
        let (left, right) = rayon::join(|| left.read(&watch), || right.read(&watch));
        let (left, right) = (left?, right?);
        let options = args.asked.options(pairing);
        let proposals = Proposals::link(&left.list, &right.list, &options, &watch)?;
        args.asked.output().write(&proposals, &[&left, &right])
    })?
}
