//! `goodoffices commit make`: a commitment to a list, and the secret behind it.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, ensure};
use linkage::{
    commit::{Commitment, Epoch, ListSecret, difference},
    date::CivilDay,
};
use service::{Chance as _, OsChance};

use crate::{
    committed::{Keys, Owned, RepeatsArg, SecretFile, Sessions, We, read_list},
    files,
    outcome::{Outcome, path_shown, say},
};

/// The most bytes of a mapping file.
const MAPPING_MOST: usize = 1 << 20;

#[derive(clap::Args)]
pub struct Args {
    /// The list: XLSX, ODS or CSV.
    list: PathBuf,
    /// What being on the list means: we hold these persons, or we seek them.
    #[arg(long, value_name = "hold|seek")]
    we: We,
    /// Where to write the commitment, to be handed over.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// Where to write the secret. Keep it with the list: without both nothing can be opened.
    #[arg(long, value_name = "FILE")]
    secret: PathBuf,
    /// Which keys the entries carry for a blind overlap.
    #[arg(long, default_value = "tolerant")]
    keys: Keys,
    /// Fill the list up to so many entries, to hide how many there are.
    #[arg(long, value_name = "NUMBER", default_value_t = 0)]
    pad_to: u64,
    /// What becomes of keys that several entries have.
    #[arg(long, default_value = "hidden")]
    repeats: RepeatsArg,
    /// What the columns mean, where the program does not see it by itself (see docs/lists.md).
    #[arg(long, value_name = "FILE")]
    mapping: Option<PathBuf>,
    /// The day on which the list was true, from which ages count: 2024-01-31.
    #[arg(long, value_name = "DAY")]
    as_of: Option<String>,
    /// The commitment to the edition before, where this list replaces another.
    #[arg(long, value_name = "FILE", requires_all = ["before_list", "before_secret"])]
    before: Option<PathBuf>,
    /// The list of that edition.
    #[arg(long, value_name = "FILE", requires = "before")]
    before_list: Option<PathBuf>,
    /// The secret of that edition.
    #[arg(long, value_name = "FILE", requires = "before")]
    before_secret: Option<PathBuf>,
    /// Why a new edition is needed, where the one before was in a blind overlap already. Kept
    /// beside the secret.
    #[arg(long, value_name = "TEXT", requires = "before")]
    reason: Option<String>,
}

pub fn run(args: &Args) -> anyhow::Result<Outcome> {
    let before = match (&args.before, &args.before_list, &args.before_secret) {
        (Some(commitment), Some(list), Some(secret)) => {
            let commitment = super::read(commitment)?;
            let sessions = Sessions::beside(secret)?;
            sessions.may_follow(&commitment, args.reason.as_deref())?;
            Some((commitment, list, secret, sessions))
        }
        _ => None,
    };
    let as_of = match &args.as_of {
        None => None,
        Some(day) => Some(CivilDay::parse(day).with_context(|| {
            format!("“{day}” is not a day: write the year, the month and the day, 2024-01-31")
        })?),
    };
    let mapping = args
        .mapping
        .as_deref()
        .map(|path| files::read_whole(path, MAPPING_MOST));
    let (list, mapping) = read_list(&args.list, mapping.transpose()?.as_deref(), as_of)?;
    ensure!(
        args.pad_to == 0 || args.keys != Keys::None,
        "a list without keys is not padded: its size shows in its commitment"
    );
    let mut random = zeroize::Zeroizing::new([0; 32]);
    OsChance.fill(random.as_mut_slice())?;
    let secret = SecretFile {
        secret: ListSecret::new(*random),
        keys: args.keys,
        padded_to: args.pad_to,
        repeats: args.repeats,
        as_of,
        mapping: mapping.to_file(),
    };
    secret.write(&args.secret)?;
    let owned = Owned::new(list, secret)?;
    let epoch = match &before {
        Some((commitment, list, secret, _)) => next(&owned, commitment, list, secret)?,
        None => Epoch::first(owned.entries()),
    };
    let commitment = owned.commitment(args.we.into(), epoch)?;
    if let Some((.., sessions)) = before {
        sessions.follow(&args.secret, &commitment, args.reason.as_deref())?;
    }
    files::write_new(&args.out, commitment.write().as_bytes())?;
    say(format_args!(
        "Committed to {} entries (edition {}). Hand over {}; its digest begins {}.",
        commitment.entries,
        commitment.epoch.number,
        path_shown(&args.out),
        commitment.digest().spoken()
    ))?;
    say(format_args!(
        "Keep {} and the list, as the file is now, where nobody else sees them: only both together can open an entry.",
        path_shown(&args.secret)
    ))?;
    Ok(Outcome::Done)
}

/// The edition after the one before, with how many entries went and came. Padding counts as it
/// shows in the sizes.
fn next(owned: &Owned, before: &Commitment, list: &Path, secret: &Path) -> anyhow::Result<Epoch> {
    let older = Owned::open(list, secret, before)?;
    let ((old_schema, old), (new_schema, new)) = (older.plain()?, owned.plain()?);
    let found = difference((&old_schema, &old), (&new_schema, &new));
    let mut epoch = Epoch {
        number: before.epoch.number.saturating_add(1),
        previous: Some(before.digest()),
        removed: found.removed,
        added: found.added,
    };
    // Padding that went or came is counted with the entries: it cannot be told from them.
    let sum = before
        .entries
        .saturating_sub(epoch.removed)
        .saturating_add(epoch.added);
    epoch.added = epoch
        .added
        .saturating_add(owned.entries().saturating_sub(sum));
    epoch.removed = epoch
        .removed
        .saturating_add(sum.saturating_sub(owned.entries()));
    Ok(epoch)
}
