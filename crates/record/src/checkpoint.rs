//! C2SP checkpoints: the head of one room's log, signed by the desk.

use std::fmt;

use crate::b64;
use crate::digest::Digest;
use crate::ids::{MAX_INTEGER, RoomId};
use crate::keys::{DeskKey, NoteKey};
use crate::note::{self, Note, NoteError};

/// What comes before a room's identifier in its log's origin.
pub const ORIGIN_PREFIX: &str = "good-offices/room/";

/// The origin of a room's log, which is also the name under which the desk's key signs for it.
pub fn origin(room: &RoomId) -> String {
    format!("{ORIGIN_PREFIX}{room}")
}

/// How many entries a room's log had, and the root of its tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Checkpoint {
    /// The room whose log it is.
    pub room: RoomId,
    /// How many entries the log had.
    pub size: u64,
    /// The root of the tree over them.
    pub root: Digest,
}

/// A checkpoint together with the bytes that the desk signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedCheckpoint {
    checkpoint: Checkpoint,
    bytes: Vec<u8>,
}

/// Why a checkpoint was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CheckpointError {
    /// The note around it was refused.
    #[error(transparent)]
    Note(#[from] NoteError),
    /// The signed text is no checkpoint of a room.
    #[error("reading a checkpoint: {0}; it was not written by this desk, ask for it again")]
    Form(&'static str),
    /// It is of another room.
    #[error(
        "reading a checkpoint: it is of room {found} and not of room {expected}; use the file of the room in question"
    )]
    WrongRoom {
        /// The room that was expected.
        expected: RoomId,
        /// The room it names.
        found: RoomId,
    },
}

impl Checkpoint {
    /// Signs it with the desk's key.
    pub fn sign(self, key: &DeskKey) -> SignedCheckpoint {
        let bytes = note::sign(&self.to_string(), &origin(&self.room), key).into_bytes();
        SignedCheckpoint {
            checkpoint: self,
            bytes,
        }
    }

    /// Reads the text that is signed: origin, size and root, each on its line, and nothing else.
    pub fn parse(text: &str) -> Result<Self, CheckpointError> {
        let form = CheckpointError::Form;
        let body = text
            .strip_suffix('\n')
            .ok_or(form("it does not end with a newline"))?;
        let mut lines = body.split('\n');
        let (Some(first), Some(second), Some(third), None) =
            (lines.next(), lines.next(), lines.next(), lines.next())
        else {
            return Err(form(
                "it must have exactly three lines: origin, size and root",
            ));
        };
        let named = first
            .strip_prefix(ORIGIN_PREFIX)
            .and_then(|hex| RoomId::from_hex(hex).ok());
        let room = named.ok_or(form("its first line is not the origin of a room"))?;
        let size =
            decimal(second).ok_or(form("its second line is not a size without leading zeros"))?;
        let digest = b64::decode_digest(third)
            .ok_or(form("its third line is not a root of 32 bytes in base64"))?;
        Ok(Self {
            room,
            size,
            root: digest,
        })
    }
}

/// A decimal in its only spelling, up to 2^53 - 1.
pub(crate) fn decimal(text: &str) -> Option<u64> {
    let spelled =
        text.bytes().all(|byte| byte.is_ascii_digit()) && (text == "0" || !text.starts_with('0'));
    let number = if spelled {
        text.parse::<u64>().ok()?
    } else {
        return None;
    };
    (number <= MAX_INTEGER).then_some(number)
}

impl fmt::Display for Checkpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "{}\n{}\n{}",
            origin(&self.room),
            self.size,
            b64::encode(self.root.as_bytes())
        )
    }
}

impl SignedCheckpoint {
    /// Reads and verifies: the key, whose name is the room's origin, must have signed it.
    pub fn verify(bytes: &[u8], key: &NoteKey) -> Result<Self, CheckpointError> {
        let checkpoint = Checkpoint::parse(Note::parse(bytes)?.verify(key)?)?;
        if origin(&checkpoint.room) != key.name() {
            return Err(CheckpointError::Form(
                "its origin is not the name of the key that signed it",
            ));
        }
        Ok(Self {
            checkpoint,
            bytes: bytes.to_vec(),
        })
    }

    /// What it says.
    pub const fn checkpoint(&self) -> &Checkpoint {
        &self.checkpoint
    }

    /// The note, byte for byte.
    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The note, byte for byte, to be kept.
    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }
}
