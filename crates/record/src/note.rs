//! C2SP signed notes: a text and the signatures under it. Knows nothing of what the text says.
//!
//! Signatures of keys that the reader does not know are ignored, so that witnesses may add theirs; a signature of a
//! known key that does not hold refuses the whole note.

use ed25519_dalek::Signature;

use crate::b64;
use crate::keys::{DeskKey, NoteKey};

/// A note as it was read: its text and its signature lines, nothing of it checked yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note<'a> {
    text: &'a str,
    signatures: Vec<NoteSignature<'a>>,
}

/// One signature line of a note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoteSignature<'a> {
    name: &'a str,
    id: [u8; 4],
    bytes: Vec<u8>,
}

/// Why a note was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoteError {
    /// It is larger than any note of ours.
    #[error("reading a signed note: it is larger than 1,000,000 bytes; this is not a checkpoint")]
    TooLarge,
    /// It is not UTF-8 or holds control characters.
    #[error(
        "reading a signed note: it is not plain UTF-8 text without control characters; transfer it as a file, not through an editor"
    )]
    Text,
    /// There is no blank line between text and signatures.
    #[error(
        "reading a signed note: there is no text followed by a blank line and signatures; the file was cut short"
    )]
    NoSignatures,
    /// A signature line is not one.
    #[error("reading a signed note: signature line {0} is malformed; the file was altered")]
    SignatureLine(usize),
    /// No signature by the expected key.
    #[error(
        "checking a signed note: it carries no signature by {0}; it belongs to another room or another desk, or it was altered"
    )]
    UnknownKey(String),
    /// The expected key's signature does not hold.
    #[error(
        "checking a signed note: the signature by {0} does not hold; the text or the signature was altered, trust nothing in it"
    )]
    BadSignature(String),
    /// The expected key signed twice.
    #[error("checking a signed note: {0} signs it more than once; no desk writes such a note")]
    SignedTwice(String),
}

const MAX_NOTE: usize = 1_000_000;
const MAX_SIGNATURES: usize = 100;
const DASH: &str = "\u{2014} ";

/// Signs the text, which must end with a newline, and gives the whole note.
pub fn sign(text: &str, name: &str, key: &DeskKey) -> String {
    let mut bytes = key.public().note_key(name).id().to_vec();
    bytes.extend_from_slice(&key.sign(text.as_bytes()));
    format!("{text}\n{DASH}{name} {}\n", b64::encode(&bytes))
}

/// Whether this may name a key: not empty, no space of any kind, no plus sign, no control character.
pub fn is_key_name(name: &str) -> bool {
    !name.is_empty()
        && !name
            .chars()
            .any(|c| c == '+' || c.is_whitespace() || c.is_control())
}

impl<'a> Note<'a> {
    /// Reads a note; its signatures are not yet checked.
    pub fn parse(bytes: &'a [u8]) -> Result<Self, NoteError> {
        if bytes.len() > MAX_NOTE {
            return Err(NoteError::TooLarge);
        }
        let whole = std::str::from_utf8(bytes).map_err(|_| NoteError::Text)?;
        if whole.bytes().any(|byte| byte < b' ' && byte != b'\n') {
            return Err(NoteError::Text);
        }
        // The last blank line parts text from signatures: the text itself may hold blank lines.
        let (above, below) = whole.rsplit_once("\n\n").ok_or(NoteError::NoSignatures)?;
        let text = whole.get(..=above.len()).ok_or(NoteError::NoSignatures)?;
        let lines = below.strip_suffix('\n').ok_or(NoteError::NoSignatures)?;
        let mut signatures = Vec::with_capacity(1);
        for (at, line) in lines.split('\n').enumerate() {
            let signature = if at < MAX_SIGNATURES {
                NoteSignature::parse(line)
            } else {
                None
            };
            signatures.push(signature.ok_or(NoteError::SignatureLine(at + 1))?);
        }
        Ok(Self { text, signatures })
    }

    /// The text, with its final newline. It means nothing until a signature was verified.
    pub const fn unverified_text(&self) -> &'a str {
        self.text
    }

    /// The signature lines.
    pub fn signatures(&self) -> &[NoteSignature<'a>] {
        &self.signatures
    }

    /// The text, once it is certain that this key signed it.
    pub fn verify(&self, key: &NoteKey) -> Result<&'a str, NoteError> {
        let mut ours = self
            .signatures
            .iter()
            .filter(|line| line.id == key.id() && line.name == key.name());
        let line = ours
            .next()
            .ok_or_else(|| NoteError::UnknownKey(key.name().to_owned()))?;
        if ours.next().is_some() {
            return Err(NoteError::SignedTwice(key.name().to_owned()));
        }
        let bad = || NoteError::BadSignature(key.name().to_owned());
        let signature = Signature::from_slice(&line.bytes).map_err(|_| bad())?;
        key.public()
            .verify(self.text.as_bytes(), &signature)
            .map_err(|_| bad())?;
        Ok(self.text)
    }
}

impl<'a> NoteSignature<'a> {
    fn parse(line: &'a str) -> Option<Self> {
        let (name, encoded) = line.strip_prefix(DASH)?.split_once(' ')?;
        if !is_key_name(name) {
            return None;
        }
        let decoded = b64::decode(encoded)?;
        let (id, bytes) = decoded.split_first_chunk::<4>()?;
        if bytes.is_empty() {
            return None;
        }
        Some(Self {
            name,
            id: *id,
            bytes: bytes.to_vec(),
        })
    }

    /// The name of the key that is said to have signed.
    pub const fn name(&self) -> &'a str {
        self.name
    }

    /// The identifier of that key.
    pub const fn id(&self) -> [u8; 4] {
        self.id
    }
}
