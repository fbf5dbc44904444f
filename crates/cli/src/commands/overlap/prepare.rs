//! `goodoffices overlap prepare`: a side's blinded keys, kept back for now, and its pledge.

use std::{fmt::Write as _, path::PathBuf};

use anyhow::{Context as _, ensure};
use linkage::{
    commit::Digest,
    overlap::{Blinded, Pledge, Show, Size, blind},
};
use service::{Chance as _, OsChance};

use super::{
    folder::Folder,
    part::kept,
    terms::{TermsArgs, explain},
};
use crate::{
    commands::commit,
    committed::{Owned, Sessions},
    linking::Told,
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
    /// A new folder for this session’s files. A step that was interrupted is taken up in it.
    #[arg(long, value_name = "FOLDER")]
    folder: PathBuf,
    /// What this side is called in the files.
    #[arg(long, value_name = "NAME")]
    side: String,
    #[command(flatten)]
    terms: TermsArgs,
}

pub fn run(args: &Args) -> anyhow::Result<Outcome> {
    let terms = args.terms.terms()?;
    let commitment = commit::read(&args.commitment)?;
    let folder = Folder(&args.folder);
    let sessions = Sessions::beside(&args.secret)?;
    sessions.may_prepare(commitment.digest(), folder.public())?;
    let owned = Owned::open(&args.list, &args.secret, &commitment)?;
    let keys = owned.keys().context(
        "the list was committed to without keys: commit to it again with --keys tolerant or crossing",
    )?;
    let repeats = if owned.hides_repeats() {
        0
    } else {
        keys.repeated()
    };
    ensure!(
        repeats == 0 || terms.show != Show::Size,
        "{repeats} keys stand in more than one entry; where only the number of shared entries is to be learnt that would show which they are. Commit to the list again with --repeats hidden."
    );
    explain(terms, &commitment.key_set, commitment.entries, repeats)?;
    let mut random = zeroize::Zeroizing::new([0; 128]);
    OsChance.fill(random.as_mut_slice())?;
    let secret = folder.begin(&random)?;
    let key = secret.key()?;
    let order = owned.committed(|list| Ok(list.order().to_vec()))?;
    let watch = Told::default();
    let points = kept(&folder.file("blinded.points"), |done, sink| {
        blind(keys, &order, &key, done, &watch, sink)
    })?;
    drop(watch);
    let size = Size {
        records: commitment.entries,
        per_record: keys.per_record() as u64,
    };
    let blinded = Blinded::write(commitment.digest(), &key, secret.lot(), size, &points);
    let pledge = Pledge {
        side: args.side.clone(),
        terms,
        public: key.public(),
        blinded: Digest::of(&blinded),
        list: commitment,
    };
    let text = pledge.write();
    Pledge::read(text.as_bytes())
        .context("the name of the side must be one line of at most 200 bytes")?;
    folder.result("blinded.keys", &blinded)?;
    folder.result("places.csv", places(&owned, &order).as_bytes())?;
    folder.keep_sessions(&sessions)?;
    let path = folder.result("pledge.txt", text.as_bytes())?;
    say(format_args!(
        "Hand over {} now, to the other side and to the go-between. Keep blinded.keys back until the other side’s pledge has come; then: goodoffices overlap agree.",
        path_shown(&path)
    ))?;
    Ok(Outcome::Done)
}

/// Which row stands at each place of the committed order: for this side alone.
fn places(owned: &Owned, order: &[u32]) -> String {
    let mut text = "place,row,sheet\n".to_owned();
    for (place, entry) in order.iter().enumerate() {
        let at = owned.list().table.place(*entry as usize, None);
        let row = at
            .row
            .map_or_else(|| "padding".to_owned(), |row| row.to_string());
        let sheet = at.sheet.unwrap_or_default().replace('"', "\"\"");
        let _ = writeln!(text, "{place},{row},\"{sheet}\"");
    }
    text
}
