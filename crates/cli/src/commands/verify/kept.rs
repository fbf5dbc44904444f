//! What a reader kept from before, and what a receipt of today says about it.

use std::path::{Path, PathBuf};

use record::{
    Checkpoint, Envelope, Receipt, SignedCheckpoint,
    keys::NoteKey,
    receipt::{Proven, RECEIPT_HEADER},
};

use super::RECEIPT_MOST;
use crate::{
    files,
    outcome::{Outcome, path_shown, say},
};

/// A receipt or a checkpoint from before, verified.
pub(super) struct Kept {
    path: PathBuf,
    /// The head of the log that it proves.
    pub(super) checkpoint: Checkpoint,
    /// The entry that it proves, where it is a receipt.
    entry: Option<Envelope>,
}

/// Reads what was kept. One that cannot be read or does not hold is an error: without it nothing
/// was compared.
pub(super) fn read(path: &Path, key: &NoteKey) -> anyhow::Result<Kept> {
    use anyhow::Context as _;
    let bytes = files::read_whole(path, RECEIPT_MOST)?;
    let since = || format!("comparing with {}", path_shown(path));
    let (checkpoint, entry) = if bytes.starts_with(RECEIPT_HEADER.as_bytes()) {
        let proven = Receipt::parse(&bytes)
            .with_context(since)?
            .verify(key)
            .with_context(since)?;
        (proven.checkpoint, Some(proven.envelope))
    } else {
        let signed = SignedCheckpoint::verify(&bytes, key).with_context(since)?;
        (*signed.checkpoint(), None)
    };
    Ok(Kept {
        path: path.to_owned(),
        checkpoint,
        entry,
    })
}

impl Kept {
    /// The file's name, as it may be shown.
    pub(super) fn shown(&self) -> String {
        path_shown(&self.path)
    }

    /// Compares with a receipt. Two heads of one size must be the same; of two sizes a receipt
    /// does not tell whether one log grew from the other.
    pub(super) fn compare(&self, now: &Proven) -> anyhow::Result<Outcome> {
        let (old, new, path) = (&self.checkpoint, &now.checkpoint, self.shown());
        let another_entry = self
            .entry
            .as_ref()
            .is_some_and(|e| e.number == now.envelope.number && *e != now.envelope);
        if another_entry {
            say(format_args!(
                "It is not what {path} proves: they prove two different entries under the number {}. The desk signed both. Keep both files, and say so to the desk.",
                now.envelope.number
            ))?;
            return Ok(Outcome::NotSo);
        }
        if old.size != new.size {
            say(format_args!(
                "Whether the log of {} entries and the one of {} that {path} proves are one log cannot be seen from a receipt; that takes the room's export. Ask the desk for it, and: goodoffices verify DIRECTORY --key FILE --since {path}",
                new.size, old.size
            ))?;
            return Ok(Outcome::NotSo);
        }
        if old.root != new.root {
            say(format_args!(
                "It is not the log that {path} proves: of {} entries there are two logs, with the roots {} and {}. The desk signed both. Keep both files, and say so to the desk.",
                new.size,
                new.root.first_eight(),
                old.root.first_eight()
            ))?;
            return Ok(Outcome::NotSo);
        }
        say(format_args!("It is the same log that {path} proves."))?;
        Ok(Outcome::Done)
    }
}
