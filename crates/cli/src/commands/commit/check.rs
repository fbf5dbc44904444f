//! `goodoffices commit check`: openings against a commitment, with nothing but the files.

use std::path::PathBuf;

use linkage::commit::{Field, Opening};

use crate::{
    files,
    outcome::{Outcome, path_shown, say},
};

/// The most bytes of an opening.
const OPENING_MOST: usize = 16 << 20;

#[derive(clap::Args)]
pub struct Args {
    /// The commitment, as you were given it at first.
    commitment: PathBuf,
    /// The openings.
    #[arg(required = true)]
    openings: Vec<PathBuf>,
}

pub fn run(args: &Args) -> anyhow::Result<Outcome> {
    let commitment = super::read(&args.commitment)?;
    let mut outcome = Outcome::Done;
    for path in &args.openings {
        let bytes = files::read_whole(path, OPENING_MOST)?;
        let checked = Opening::read(&bytes).and_then(|o| o.check(&commitment).map(|()| o));
        match checked {
            Ok(opening) => {
                let place = opening.place + 1;
                say(format_args!(
                    "{}: it holds. Place {place}:",
                    path_shown(path)
                ))?;
                for field in &opening.fields {
                    if let Field::Shown { name, value, .. } = field {
                        say(format_args!("  {name}: {value}"))?;
                    }
                }
            }
            Err(e) => {
                say(format_args!("{}: {e}", path_shown(path)))?;
                outcome = Outcome::NotSo;
            }
        }
    }
    Ok(outcome)
}
