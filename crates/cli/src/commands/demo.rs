//! `goodoffices demo`: the worked example, played into a new store through the same commands as
//! everything else, and served with the same pages.

use std::{path::PathBuf, sync::Arc};

use anyhow::{Context as _, bail};
use service::{
    Opening, OsChance, SystemClock,
    case_file::{self, Mode},
};
use store::StoreUrl;
use web::site::{Sight, Site};

use super::serve;
use crate::{
    outcome::{Outcome, path_shown, tell},
    progress,
};

/// The worked example, as the repository holds it.
const CASE: &str = include_str!("../../../../cases/2023-hostage-agreement.yaml");

/// It is printed here, so it protects nothing; the demonstration holds nothing to protect.
const PASSPHRASE: &str = "a demonstration, and public";

#[derive(clap::Args)]
pub struct Args {
    /// Keep the store in this file, which must not be there yet; without it, in a directory for
    /// temporary files that goes when the program ends.
    #[arg(long, short, value_name = "FILE")]
    store: Option<PathBuf>,
    /// The port on 127.0.0.1; 0 takes any that is free.
    #[arg(long, default_value_t = serve::PORT)]
    port: u16,
}

pub fn run(args: &Args) -> anyhow::Result<Outcome> {
    let file = case_file::read(CASE.as_bytes())?;
    let temporary = tempfile::tempdir().context("making a directory for temporary files")?;
    let path = args
        .store
        .clone()
        .unwrap_or_else(|| temporary.path().join("demonstration.goodoffices"));
    let office = service::create(
        &StoreUrl::Sqlite(path.clone()),
        Opening::PublicPassphrase(PASSPHRASE),
        Arc::new(SystemClock),
        Arc::new(OsChance),
    )?;
    let bar = progress::bar(file.items.len(), "Playing");
    let report = case_file::replay(&office, &file, Mode::StopAtFirst, &mut |done, _| {
        bar.set_position(u64::try_from(done).unwrap_or(u64::MAX));
        true
    });
    bar.finish_and_clear();
    if let Some(problem) = report.problems.first() {
        bail!("the worked example does not play: {problem}");
    }
    tell(format_args!(
        "Played {} commands of “{}” into {}.",
        report.done,
        file.title,
        path_shown(&path)
    ));
    if args.store.is_some() {
        tell(format_args!(
            "To open it again: GOODOFFICES_PASSPHRASE='{PASSPHRASE}' goodoffices serve --store {}",
            path_shown(&path)
        ));
    }
    let sights = file
        .moments
        .into_iter()
        .map(|m| Sight {
            at: m.at,
            title: m.title,
        })
        .collect();
    serve::desk(Site::new(Arc::new(office)).with_sights(sights), args.port)
}
