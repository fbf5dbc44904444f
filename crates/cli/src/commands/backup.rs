//! `goodoffices backup`: a whole copy of a store while it is in use. What is copied is sealed as it
//! stands; no passphrase is asked for.

use std::path::PathBuf;

use store::StoreUrl;

use crate::outcome::{Outcome, path_shown, say};

#[derive(clap::Args)]
pub struct Args {
    /// The store: a file. A PostgreSQL database is backed up with `pg_dump`.
    #[arg(long, short, value_name = "STORE")]
    store: String,
    /// The copy, which must not be there yet.
    #[arg(long, value_name = "FILE")]
    to: PathBuf,
}

pub fn run(args: &Args) -> anyhow::Result<Outcome> {
    let url: StoreUrl = args.store.parse()?;
    store::open(&url)?.backup_to(&args.to)?;
    say(format_args!(
        "Copied into {}. Keep it apart from the passphrase or the key file, and try once a month whether it opens.",
        path_shown(&args.to)
    ))?;
    Ok(Outcome::Done)
}
