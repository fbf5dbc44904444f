//! `goodoffices overlap compare`: what both lists have, where the sides learn it themselves.

use std::{collections::BTreeMap, fmt::Write as _, path::PathBuf};

use anyhow::{Context as _, bail};
use linkage::overlap::{Doubled, Overlap, Show, compare};

use super::folder::{Folder, POINTS_MOST};
use crate::{
    files,
    outcome::{Outcome, path_shown, say},
};

/// The most bytes of the file of places.
const PLACES_MOST: usize = 1 << 30;

#[derive(clap::Args)]
pub struct Args {
    /// This side’s keys, as the other side doubled them.
    doubled: PathBuf,
    /// This side’s folder of the session.
    #[arg(long, value_name = "FOLDER")]
    folder: PathBuf,
}

pub fn run(args: &Args) -> anyhow::Result<Outcome> {
    let folder = Folder(&args.folder);
    let (session, ours, theirs) = folder.session()?;
    let bytes = files::read_whole(&args.doubled, POINTS_MOST)?;
    let doubled = Doubled::read(&bytes, &session, &theirs, &ours)?;
    let with_rows = match session.terms().show {
        Show::Records => {
            let own = folder.our_keys(&session, &ours)?;
            doubled.check(&session, &theirs, own.both())?;
            true
        }
        Show::Size => {
            doubled.check_points()?;
            false
        }
        Show::ReleaseSize | Show::ReleaseRecords => bail!(
            "in this session the go-between compares and tells both sides at once: goodoffices overlap learn. That you have the other side’s doubled keys is a fault: tell the go-between."
        ),
    };
    folder.keep("their-doubled.keys", &bytes)?;
    let mine = folder.file("doubled.points");
    let mine = files::read_whole(&mine, POINTS_MOST)
        .context("this side must double the other’s keys first: goodoffices overlap double")?;
    let size = session.size_of(&theirs);
    let (points, rest) = mine.as_chunks::<32>();
    if points.len() as u64 != size.keys() || !rest.is_empty() {
        bail!("this side’s doubling was interrupted: run goodoffices overlap double again");
    }
    let per_record = usize::try_from(size.per_record)?;
    let overlap = compare(doubled.bytes(), points, per_record, session.terms().agree)?;
    say(format_args!(
        "{} entries of {} share keys with {} entries of {}. They are candidates: confirm each through the go-between.",
        overlap.ours().len(),
        ours.side,
        overlap.theirs().len(),
        theirs.side
    ))?;
    if with_rows {
        let path = folder.result("shared.csv", rows(&folder, &overlap)?.as_bytes())?;
        say(format_args!(
            "Which, by row of your list: {}",
            path_shown(&path)
        ))?;
    } else {
        say(
            "That the other side shuffled the right keys only the go-between can check (overlap vouch); ask before you rely on the number.",
        )?;
    }
    Ok(Outcome::Done)
}

/// The pairs by row and sheet of one's own list, with how many keys agree.
fn rows(folder: &Folder<'_>, overlap: &Overlap) -> anyhow::Result<String> {
    let places = self::places(folder)?;
    let mut text = "row,sheet,keys,their place\n".to_owned();
    for pair in &overlap.pairs {
        let row = places.get(&pair.ours).map_or("padding,", String::as_str);
        let _ = writeln!(text, "{row},{},{}", pair.keys, pair.theirs);
    }
    Ok(text)
}

/// For each place the row and the sheet, as they stand in the folder's own file.
pub fn places(folder: &Folder<'_>) -> anyhow::Result<BTreeMap<u32, String>> {
    let bytes = files::read_whole(&folder.file("places.csv"), PLACES_MOST)?;
    let text = String::from_utf8(bytes).context("places.csv was altered: prepare again")?;
    let place = |line: &str| {
        let (place, row) = line.split_once(',')?;
        Some((place.parse().ok()?, row.to_owned()))
    };
    text.lines()
        .skip(1)
        .map(|line| place(line).context("places.csv was altered: prepare again"))
        .collect()
}
