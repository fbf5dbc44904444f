//! `goodoffices dedupe`: which entries of one list may be the same person.

use std::path::{Path, PathBuf};

use linkage::propose::{Pairing, Proposals};

use crate::{
    linking::{Asked, Told, columns_told},
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
    let watch = Told::default();
    let list = args.asked.list(&args.list, args.columns_a.as_ref());
    if args.asked.only_columns() {
        columns_told(list, &watch)?;
        return Ok(Outcome::Done);
    }
    let read = [Some(&args.list), args.columns_a.as_ref()];
    let read: Vec<&Path> = read.into_iter().flatten().map(PathBuf::as_path).collect();
    args.asked.output().check(&read)?;
    args.asked.on_threads(|| {
        let given = list.read(&watch)?;
        let options = args.asked.options(Pairing::Any);
        let proposals = Proposals::dedupe(&given.list, &options, &watch)?;
        args.asked.output().write(&proposals, &[&given])
    })?
}
