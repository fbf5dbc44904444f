//! `goodoffices commit open`: an entry of a committed list, or some of its fields.

use std::path::PathBuf;

use anyhow::Context as _;

use crate::{
    committed::Owned,
    files,
    outcome::{Outcome, path_shown, say},
};

#[derive(clap::Args)]
pub struct Args {
    /// The list, as it was committed to.
    list: PathBuf,
    /// Its secret.
    #[arg(long, value_name = "FILE")]
    secret: PathBuf,
    /// Its commitment.
    #[arg(long, value_name = "FILE")]
    commitment: PathBuf,
    /// The row of the entry, as the spreadsheet program numbers it.
    #[arg(long, value_name = "NUMBER")]
    row: u32,
    /// The sheet, where there are several.
    #[arg(long, value_name = "NAME")]
    sheet: Option<String>,
    /// A field to show, by its name in the commitment; several may be given. The others stay
    /// hidden. Without any, all fields are shown, the program's own included.
    #[arg(long, value_name = "NAME")]
    field: Vec<String>,
    /// Where to write the opening.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

pub fn run(args: &Args) -> anyhow::Result<Outcome> {
    let commitment = super::read(&args.commitment)?;
    let owned = Owned::open(&args.list, &args.secret, &commitment)?;
    let entry = owned.entry_at(args.sheet.as_deref(), args.row).with_context(|| {
        format!(
            "{} has no entry in row {}: rows are numbered as the spreadsheet program shows them, headings included",
            path_shown(&args.list),
            args.row
        )
    })?;
    let fields: Vec<&str> = args.field.iter().map(String::as_str).collect();
    let opening = owned.committed(|list| {
        let place = list.place_of(entry).context("an entry without a place")?;
        Ok(list.open(commitment.digest(), place, &fields)?)
    })?;
    files::write_new(&args.out, &opening.write())?;
    say(format_args!(
        "Opened row {}: {}. Whoever has it and the commitment can check it.",
        args.row,
        if fields.is_empty() {
            "all fields".to_owned()
        } else {
            fields.join(", ")
        }
    ))?;
    Ok(Outcome::Done)
}
