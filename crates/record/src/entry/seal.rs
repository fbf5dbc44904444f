//! Sealing an entry for the store, and opening it again with every digest checked.

use zeroize::{Zeroize as _, ZeroizeOnDrop, Zeroizing};

use super::{Envelope, EnvelopeError, commitment};
use crate::digest::Digest;
use crate::ids::{EntryId, Number, RoomId};
use crate::keys::seal;
use crate::keys::{EntrySecret, NONCE, RoomKey, SealedKind, TooLarge, UnsealError};
use crate::merkle::leaf_hash;
use crate::time::Recorded;

/// The largest body: 1 MiB. Larger things are attachments.
pub const MAX_BODY: usize = 1 << 20;

/// How many random bytes one entry needs.
pub const ENTRY_RANDOM: usize = 32 + 32 + 16 + 3 * NONCE;

/// The random bytes of one entry: key, salt, identifier and three nonces. Never used twice.
#[derive(ZeroizeOnDrop)]
pub struct EntryRandom {
    key: [u8; 32],
    salt: [u8; 32],
    id: [u8; 16],
    body: [u8; NONCE],
    secret: [u8; NONCE],
    envelope: [u8; NONCE],
}

/// An entry to be sealed.
#[derive(Debug, Clone, Copy)]
pub struct Draft<'a> {
    /// The room in whose log it is to stand.
    pub room: RoomId,
    /// Its number there.
    pub number: Number,
    /// When it is recorded.
    pub recorded: Recorded,
    /// What it says: bytes that this crate does not look into.
    pub body: &'a [u8],
}

/// An entry as the store keeps it: three opaque pieces that tell nothing but their sizes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SealedEntry {
    /// Its number in its room.
    pub number: Number,
    /// The envelope, encrypted under the room's key.
    pub envelope: Vec<u8>,
    /// The body, padded and encrypted under the entry's own key.
    pub ciphertext: Vec<u8>,
    /// The entry's secret, wrapped under the room's key. `None` once it was destroyed: the body is then unreadable
    /// for ever, and the log is whole.
    pub secret: Option<Vec<u8>>,
}

/// What sealing gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sealed {
    /// For the store.
    pub entry: SealedEntry,
    /// The envelope in the clear.
    pub envelope: Envelope,
    /// The hash of its leaf.
    pub leaf: Digest,
}

/// What opening gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened {
    /// The envelope.
    pub envelope: Envelope,
    /// The hash of its leaf, of the bytes that were kept.
    pub leaf: Digest,
    /// The body, if its secret still exists.
    pub body: Body,
}

/// A body, or the fact that it can no longer be read.
#[derive(Clone, PartialEq, Eq)]
pub enum Body {
    /// The bytes that were sealed, and the salt of their commitment.
    Readable {
        /// The bytes that were sealed.
        bytes: Vec<u8>,
        /// The salt.
        salt: [u8; 32],
    },
    /// The secret was destroyed.
    Destroyed,
}

/// Why an entry cannot be sealed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SealError {
    /// The body is too large.
    #[error(
        "sealing an entry: its body has {0} bytes and at most 1048576 fit; attach large material as a file"
    )]
    BodyTooLarge(usize),
    /// A part does not fit its fixed size.
    #[error(transparent)]
    TooLarge(#[from] TooLarge),
}

/// Why an entry cannot be opened.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum OpenError {
    /// A part does not open.
    #[error(transparent)]
    Unseal(#[from] UnsealError),
    /// The envelope is malformed.
    #[error(transparent)]
    Envelope(#[from] EnvelopeError),
    /// The envelope is another entry's.
    #[error(
        "opening entry {0}: its envelope is that of another entry or room; entries were exchanged on the disk, restore them from a copy"
    )]
    Exchanged(Number),
    /// The ciphertext is another than the envelope names.
    #[error(
        "opening entry {0}: its ciphertext is not the one that the log commits to; it was altered on the disk, restore it from a copy"
    )]
    Cipher(Number),
    /// The body is another than the envelope commits to.
    #[error(
        "opening entry {0}: its body is not the one that the log commits to; trust nothing in it"
    )]
    Commitment(Number),
}

/// Encrypts a body and makes the envelope that commits to it.
pub fn seal_entry(
    key: &RoomKey,
    draft: &Draft<'_>,
    random: &EntryRandom,
) -> Result<Sealed, SealError> {
    let Draft {
        room,
        number,
        recorded,
        body,
    } = *draft;
    if body.len() > MAX_BODY {
        return Err(SealError::BodyTooLarge(body.len()));
    }
    let padded =
        seal::pad(body, seal::size_class(body.len())).ok_or(SealError::BodyTooLarge(body.len()))?;
    let ciphertext = seal::encrypt(
        &random.key,
        &random.body,
        &body_context(&room, number),
        &padded,
    );
    let envelope = Envelope {
        room,
        number,
        entry: EntryId::from_bytes(random.id),
        recorded,
        commitment: commitment(&random.salt, body),
        cipher: Digest::of(&ciphertext),
        length: ciphertext.len() as u64,
    };
    let bytes = envelope.to_bytes();
    let secret = EntrySecret::new(random.key, random.salt);
    let entry = SealedEntry {
        number,
        envelope: key.seal(
            &room,
            SealedKind::Envelope(number),
            &bytes,
            &random.envelope,
        )?,
        ciphertext,
        secret: Some(key.wrap_secret(&room, number, &secret, &random.secret)),
    };
    Ok(Sealed {
        entry,
        envelope,
        leaf: leaf_hash(&bytes),
    })
}

/// Decrypts an entry and checks that room, number, ciphertext and body are those that the envelope names.
pub fn open_entry(key: &RoomKey, room: &RoomId, entry: &SealedEntry) -> Result<Opened, OpenError> {
    let (envelope, leaf) = open_envelope(key, room, entry.number, &entry.envelope)?;
    if Digest::of(&entry.ciphertext) != envelope.cipher
        || entry.ciphertext.len() as u64 != envelope.length
    {
        return Err(OpenError::Cipher(entry.number));
    }
    let body = match &entry.secret {
        None => Body::Destroyed,
        Some(wrapped) => {
            let secret = key.unwrap_secret(room, entry.number, wrapped)?;
            let mut bytes = open_body(&secret, room, entry.number, &entry.ciphertext)?;
            if commitment(secret.salt(), &bytes) != envelope.commitment {
                return Err(OpenError::Commitment(entry.number));
            }
            Body::Readable {
                bytes: std::mem::take(&mut *bytes),
                salt: *secret.salt(),
            }
        }
    };
    Ok(Opened {
        envelope,
        leaf,
        body,
    })
}

/// Opens an entry's envelope alone, and gives the hash of its leaf with it: enough to know the head of a room.
pub fn open_envelope(
    key: &RoomKey,
    room: &RoomId,
    number: Number,
    sealed: &[u8],
) -> Result<(Envelope, Digest), OpenError> {
    let bytes = key.open(room, SealedKind::Envelope(number), sealed)?;
    let envelope = Envelope::parse(&bytes)?;
    if envelope.room != *room || envelope.number != number {
        return Err(OpenError::Exchanged(number));
    }
    Ok((envelope, leaf_hash(&bytes)))
}

pub(crate) fn open_body(
    secret: &EntrySecret,
    room: &RoomId,
    number: Number,
    ciphertext: &[u8],
) -> Result<Zeroizing<Vec<u8>>, UnsealError> {
    let padded = seal::decrypt(secret.key(), &body_context(room, number), ciphertext);
    seal::unpad(padded.ok_or(UnsealError::Locked("body"))?).ok_or(UnsealError::Padding("body"))
}

fn body_context(room: &RoomId, number: Number) -> Vec<u8> {
    format!("good-offices/body/1\n{room}\n{number}\n").into_bytes()
}

impl EntryRandom {
    /// Divides fresh random bytes: key, salt, identifier, and the nonces of body, secret and envelope.
    pub fn from_bytes(bytes: [u8; ENTRY_RANDOM]) -> Self {
        let mut bytes = Zeroizing::new(bytes);
        let mut from = bytes.iter().copied();
        let random = Self {
            key: take(&mut from),
            salt: take(&mut from),
            id: take(&mut from),
            body: take(&mut from),
            secret: take(&mut from),
            envelope: take(&mut from),
        };
        bytes.zeroize();
        random
    }
}

pub(crate) fn take<const N: usize>(from: &mut impl Iterator<Item = u8>) -> [u8; N] {
    std::array::from_fn(|_| from.next().unwrap_or_default())
}

impl std::fmt::Debug for EntryRandom {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("EntryRandom(secret)")
    }
}

impl std::fmt::Debug for Body {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Readable { bytes, .. } => write!(f, "Readable({} bytes)", bytes.len()),
            Self::Destroyed => f.write_str("Destroyed"),
        }
    }
}
