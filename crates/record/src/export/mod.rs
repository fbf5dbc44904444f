//! A room's log as a directory that others' tools read: C2SP tlog-tiles, the bodies beside them, and the desk's key.
//!
//! Pure: a directory is a list of paths and bytes. It is read as strictly as it is written: every file that can be
//! recomputed is recomputed and compared, so that no byte of it can change unnoticed.

mod bodies;
mod names;
mod tiles;

pub use names::{Place, place};

use std::collections::BTreeMap;

use crate::audit::{Audit, Evidence, Report, Words};
use crate::canonical::CanonicalError;
use crate::checkpoint::{Checkpoint, CheckpointError, ORIGIN_PREFIX, SignedCheckpoint};
use crate::digest::Digest;
use crate::ids::{Number, RoomId};
use crate::keys::{KeyError, NoteKey};
use crate::merkle::{leaf_hash, root};
use crate::receipt::Disclosed;

/// A file's path within the directory and its bytes.
pub type ExportFile = (String, Vec<u8>);

/// The namespace and the principal under which the desk's key stands in `allowed_signers`.
pub const DESK_PRINCIPAL: &str = "desk";

/// A room's log, as it leaves the desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoomExport {
    /// The envelopes, from entry 1 without a gap.
    pub envelopes: Vec<Vec<u8>>,
    /// The bodies that its reader may have; those destroyed are not among them.
    pub bodies: BTreeMap<Number, Disclosed>,
    /// The newest checkpoint, byte for byte.
    pub checkpoint: Vec<u8>,
    /// The desk's key under the room's name.
    pub key: NoteKey,
}

/// Why a directory was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ExportError {
    /// A file is missing.
    #[error("reading an exported room: the file {0} is missing; copy the whole directory")]
    Missing(String),
    /// A file does not belong there.
    #[error("reading an exported room: the file {0} does not belong to it; remove it")]
    Unexpected(String),
    /// A file is not what the others make it.
    #[error(
        "reading an exported room: the file {0} is not what the rest of the directory makes it; it was altered"
    )]
    Altered(String),
    /// A bundle of entries is malformed.
    #[error(
        "reading an exported room: the file {0} does not hold the entries it should; it was cut short or altered"
    )]
    Bundle(String),
    /// An envelope is too long for a bundle.
    #[error(
        "exporting a room: an envelope has {0} bytes and at most 65535 fit; it is not one of ours"
    )]
    EnvelopeTooLong(usize),
    /// A line of the bodies is malformed.
    #[error("reading an exported room: line {0} of bodies.jsonl is malformed; it was altered")]
    Body(usize),
    /// A line of the bodies cannot be written.
    #[error(transparent)]
    Canonical(#[from] CanonicalError),
    /// The key is malformed.
    #[error(transparent)]
    Key(#[from] KeyError),
    /// The key's name is no room.
    #[error(
        "reading an exported room: the key in desk.vkey does not bear the name of a room; this is another log"
    )]
    NotARoom,
    /// The checkpoint does not hold.
    #[error(transparent)]
    Checkpoint(#[from] CheckpointError),
    /// The earlier checkpoint is not a beginning of this log.
    #[error(
        "comparing with an earlier checkpoint: the log does not begin with the {0} entries that it showed before; it was rewritten, keep both"
    )]
    Rewritten(u64),
}

impl RoomExport {
    /// The directory.
    pub fn to_files(&self) -> Result<Vec<ExportFile>, ExportError> {
        let mut files = vec![
            (
                "allowed_signers".to_owned(),
                self.allowed_signers().into_bytes(),
            ),
            ("bodies.jsonl".to_owned(), bodies::write(&self.bodies)?),
            ("checkpoint".to_owned(), self.checkpoint.clone()),
            (
                "desk.vkey".to_owned(),
                format!("{}\n", self.key.to_vkey()).into_bytes(),
            ),
        ];
        files.append(&mut tiles::hashes(&self.leaves()));
        files.append(&mut tiles::bundles(&self.envelopes)?);
        files.sort();
        Ok(files)
    }

    /// Reads the directory: each file must be there, nothing else may be, and all must agree. What it says is still to
    /// be examined with [`RoomExport::audit`] under a key that the reader trusts.
    pub fn from_files(files: &[ExportFile]) -> Result<Self, ExportError> {
        let directory: BTreeMap<&str, &[u8]> = files
            .iter()
            .map(|(path, bytes)| (&**path, &**bytes))
            .collect();
        let file = |path: &str| {
            directory
                .get(path)
                .copied()
                .ok_or_else(|| ExportError::Missing(path.to_owned()))
        };
        let vkey = std::str::from_utf8(file("desk.vkey")?)
            .map_err(|_| ExportError::Altered("desk.vkey".to_owned()))?;
        let key = NoteKey::from_vkey(vkey)?;
        let checkpoint = file("checkpoint")?.to_vec();
        let size = SignedCheckpoint::verify(&checkpoint, &key)?
            .checkpoint()
            .size;
        let envelopes = tiles::read_bundles(size, file)?;
        let bodies = bodies::read(file("bodies.jsonl")?)?;
        if bodies
            .last_key_value()
            .is_some_and(|(number, _)| number.get() > size)
        {
            return Err(ExportError::Altered("bodies.jsonl".to_owned()));
        }
        let export = Self {
            envelopes,
            bodies,
            checkpoint,
            key,
        };
        let mut expected: BTreeMap<String, Vec<u8>> = export.to_files()?.into_iter().collect();
        for (path, bytes) in files {
            match expected.remove(path) {
                None => return Err(ExportError::Unexpected(path.clone())),
                Some(same) if same == *bytes => {}
                Some(_) => return Err(ExportError::Altered(path.clone())),
            }
        }
        match expected.into_keys().next() {
            Some(path) => Err(ExportError::Missing(path)),
            None => Ok(export),
        }
    }

    /// Recomputes everything, under the key that the reader has from the desk by another way.
    pub fn audit(&self, trusted: &NoteKey) -> Result<Report, ExportError> {
        let mut audit = Audit::new(room_of(trusted)?, trusted.clone());
        for (envelope, index) in self.envelopes.iter().zip(0_u64..) {
            let disclosed = Number::of_index(index)
                .ok()
                .and_then(|number| self.bodies.get(&number));
            let words = disclosed.map_or(Words::Unknown, |Disclosed { body, salt }| {
                Words::Disclosed { body, salt }
            });
            audit.entry(Evidence {
                envelope,
                ciphertext: None,
                words,
            });
        }
        audit.checkpoint(&self.checkpoint);
        Ok(audit.finish())
    }

    /// Checks that this log begins with what an earlier checkpoint, kept by the reader, showed.
    pub fn contains(&self, earlier: &Checkpoint) -> Result<(), ExportError> {
        let rewritten = ExportError::Rewritten(earlier.size);
        let leaves = self.leaves();
        let begun = usize::try_from(earlier.size)
            .ok()
            .and_then(|size| leaves.get(..size));
        match begun {
            Some(begun) if root(begun) == earlier.root && room_of(&self.key)? == earlier.room => {
                Ok(())
            }
            Some(_) | None => Err(rewritten),
        }
    }

    fn leaves(&self) -> Vec<Digest> {
        self.envelopes
            .iter()
            .map(|envelope| leaf_hash(envelope))
            .collect()
    }

    fn allowed_signers(&self) -> String {
        format!(
            "{DESK_PRINCIPAL} namespaces=\"good-offices/*\" {}\n",
            self.key.public().to_openssh()
        )
    }
}

fn room_of(key: &NoteKey) -> Result<RoomId, ExportError> {
    let room = key
        .name()
        .strip_prefix(ORIGIN_PREFIX)
        .and_then(|hex| RoomId::from_hex(hex).ok());
    room.ok_or(ExportError::NotARoom)
}
