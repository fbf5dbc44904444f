//! The envelope of an entry: what the leaf of the tree is the hash of. It commits to the body and its ciphertext and
//! says nothing of what is in them.

use hmac::digest::KeyInit;
use hmac::{Hmac, Mac as _};
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::canonical::{self, CanonicalError};
use crate::digest::Digest;
use crate::hex;
use crate::ids::{EntryId, MAX_INTEGER, Number, RoomId};
use crate::merkle::leaf_hash;
use crate::time::Recorded;

/// Names the format of an envelope and of all that hangs on it.
pub const ENTRY_FORMAT: &str = "good-offices/entry/1";

/// What an entry's leaf commits to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Envelope {
    /// The room in whose log it stands.
    pub room: RoomId,
    /// Its number there.
    pub number: Number,
    /// Its identifier.
    pub entry: EntryId,
    /// When it was recorded; never before the entry ahead of it.
    pub recorded: Recorded,
    /// HMAC-SHA256 of the body under the entry's salt.
    pub commitment: Digest,
    /// SHA-256 of the ciphertext.
    pub cipher: Digest,
    /// How many bytes the ciphertext has.
    pub length: u64,
}

/// Why bytes are no envelope.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EnvelopeError {
    /// It is not canonical JSON.
    #[error("reading an envelope: {0}")]
    Canonical(#[from] CanonicalError),
    /// It is canonical JSON of another shape.
    #[error(
        "reading an envelope: {0} is missing, superfluous or malformed; it was not written by this program, or by a newer one"
    )]
    Field(&'static str),
    /// It names another format.
    #[error(
        "reading an envelope: its format is not {ENTRY_FORMAT}; a newer version of this program is needed"
    )]
    Format,
}

/// The salted commitment to a body: HMAC-SHA256 under the salt.
pub fn commitment(salt: &[u8; 32], body: &[u8]) -> Digest {
    // HMAC fills a short key up with zeros to its block of 64 bytes; done here, there is no error to handle.
    let mut block = Zeroizing::new([0_u8; 64]);
    block
        .iter_mut()
        .zip(salt)
        .for_each(|(to, from)| *to = *from);
    let mac = <Hmac<Sha256> as KeyInit>::new((&*block).into());
    Digest::from_bytes(mac.chain_update(body).finalize().into_bytes().into())
}

impl Envelope {
    /// The canonical bytes, which are the leaf's data.
    pub fn to_bytes(&self) -> Vec<u8> {
        let Self {
            room,
            number,
            entry,
            recorded,
            commitment,
            cipher,
            length,
        } = self;
        format!(
            r#"{{"body":{{"cipher":"{cipher}","commitment":"{commitment}","length":{length}}},"entry":"{entry}","format":"{ENTRY_FORMAT}","number":{number},"recorded":"{recorded}","room":"{room}"}}"#
        )
        .into_bytes()
    }

    /// The hash of its leaf in the room's tree.
    pub fn leaf(&self) -> Digest {
        leaf_hash(&self.to_bytes())
    }

    /// Reads an envelope; anything but its one spelling is refused.
    pub fn parse(bytes: &[u8]) -> Result<Self, EnvelopeError> {
        Self::read(bytes).map_err(|field| diagnose(bytes, field))
    }

    /// An envelope has one spelling, so it is read along its own text: as strict as comparing with the canonical
    /// spelling, and ten times faster.
    fn read(bytes: &[u8]) -> Result<Self, &'static str> {
        let mut text = Cursor(bytes);
        let cipher = text.hex(r#"{"body":{"cipher":""#, "body.cipher")?;
        let commitment = text.hex(r#"","commitment":""#, "body.commitment")?;
        let length = text.integer(r#"","length":"#, "body.length")?;
        let entry = text.hex(r#"},"entry":""#, "entry")?;
        text.literal(r#"","format":"good-offices/entry/1","#, "format")?;
        let number = text.integer(r#""number":"#, "number")?;
        let recorded = text.time(r#","recorded":""#, "recorded")?;
        let room = text.hex(r#"","room":""#, "room")?;
        text.literal(r#""}"#, "room")?;
        if !text.0.is_empty() {
            return Err("its end");
        }
        Ok(Self {
            room: RoomId::from_bytes(room),
            number: Number::new(number).map_err(|_| "number")?,
            entry: EntryId::from_bytes(entry),
            recorded,
            commitment: Digest::from_bytes(commitment),
            cipher: Digest::from_bytes(cipher),
            length,
        })
    }
}

/// Finds the best name for what is wrong; slow, and only on the way to a refusal.
fn diagnose(bytes: &[u8], field: &'static str) -> EnvelopeError {
    match canonical::parse_strict(bytes) {
        Err(error) => EnvelopeError::Canonical(error),
        Ok(value) => match value.get("format").and_then(serde_json::Value::as_str) {
            Some(ENTRY_FORMAT) | None => EnvelopeError::Field(field),
            Some(_) => EnvelopeError::Format,
        },
    }
}

struct Cursor<'a>(&'a [u8]);

impl<'a> Cursor<'a> {
    fn literal(&mut self, expected: &str, field: &'static str) -> Result<(), &'static str> {
        self.0 = self.0.strip_prefix(expected.as_bytes()).ok_or(field)?;
        Ok(())
    }

    fn take(&mut self, length: usize, field: &'static str) -> Result<&'a [u8], &'static str> {
        let (taken, rest) = self.0.split_at_checked(length).ok_or(field)?;
        self.0 = rest;
        Ok(taken)
    }

    fn hex<const N: usize>(
        &mut self,
        before: &str,
        field: &'static str,
    ) -> Result<[u8; N], &'static str> {
        self.literal(before, field)?;
        hex::decode_bytes(self.take(N * 2, field)?).map_err(|_| field)
    }

    fn time(&mut self, before: &str, field: &'static str) -> Result<Recorded, &'static str> {
        self.literal(before, field)?;
        Recorded::parse_bytes(self.take(24, field)?).map_err(|_| field)
    }

    fn integer(&mut self, before: &str, field: &'static str) -> Result<u64, &'static str> {
        self.literal(before, field)?;
        let count = self
            .0
            .iter()
            .take_while(|byte| byte.is_ascii_digit())
            .count();
        let digits = self.take(count, field)?;
        if digits.is_empty() || digits.len() > 16 || (digits.len() > 1 && digits.starts_with(b"0"))
        {
            return Err(field);
        }
        let number = digits
            .iter()
            .fold(0_u64, |sum, digit| sum * 10 + u64::from(digit - b'0'));
        if number > MAX_INTEGER {
            Err(field)
        } else {
            Ok(number)
        }
    }
}
