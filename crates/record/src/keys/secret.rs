//! The keys of one room: the room's own, and the secrets of its entries.

use std::fmt;

use zeroize::{ZeroizeOnDrop, Zeroizing};

use super::seal::{self, Nonce, UnsealError};
use crate::ids::{Number, RoomId};

/// Opens one room. Wiped from memory when it goes.
#[derive(Clone, ZeroizeOnDrop)]
pub struct RoomKey(pub(super) [u8; 32]);

/// Opens one entry's body: the key it is encrypted under and the salt of its commitment. Destroying the wrapped
/// secret makes the body unreadable and its commitment unguessable, and leaves the log whole.
#[derive(Clone, ZeroizeOnDrop)]
pub struct EntrySecret {
    key: [u8; 32],
    salt: [u8; 32],
}

/// The parts of a room's log that are kept encrypted under the room's key in one fixed size.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SealedKind {
    /// The envelope of the entry with this number.
    Envelope(Number),
    /// The checkpoint of the log of this size.
    Checkpoint(u64),
}

/// Why bytes cannot be sealed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("sealing: {found} bytes are more than the {most} that fit; divide them")]
pub struct TooLarge {
    /// How many bytes were given.
    pub found: usize,
    /// How many fit.
    pub most: usize,
}

/// Envelopes and checkpoints fit into this; all of them look alike on disk.
const FIXED: usize = 512;

impl RoomKey {
    /// The key made of these random bytes.
    pub const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// Wraps an entry's secret.
    pub fn wrap_secret(
        &self,
        room: &RoomId,
        number: Number,
        secret: &EntrySecret,
        nonce: &Nonce,
    ) -> Vec<u8> {
        let mut both = Zeroizing::new([0_u8; 64]);
        for (to, from) in both.iter_mut().zip(secret.key.iter().chain(&secret.salt)) {
            *to = *from;
        }
        seal::encrypt(
            &self.0,
            nonce,
            &secret_context(room, number),
            both.as_slice(),
        )
    }

    /// Unwraps an entry's secret.
    pub fn unwrap_secret(
        &self,
        room: &RoomId,
        number: Number,
        wrapped: &[u8],
    ) -> Result<EntrySecret, UnsealError> {
        let what = "entry secret";
        let both = seal::decrypt(&self.0, &secret_context(room, number), wrapped)
            .ok_or(UnsealError::Locked(what))?;
        let (key, salt) = both
            .split_first_chunk::<32>()
            .ok_or(UnsealError::Length(what))?;
        let salt = salt.try_into().map_err(|_| UnsealError::Length(what))?;
        Ok(EntrySecret { key: *key, salt })
    }

    /// Encrypts an envelope or a checkpoint for the disk; all come out in one size.
    pub fn seal(
        &self,
        room: &RoomId,
        kind: SealedKind,
        plain: &[u8],
        nonce: &Nonce,
    ) -> Result<Vec<u8>, TooLarge> {
        let padded = seal::pad(plain, FIXED).ok_or(TooLarge {
            found: plain.len(),
            most: FIXED - seal::PREFIX,
        })?;
        Ok(seal::encrypt(&self.0, nonce, &kind.context(room), &padded))
    }

    /// Opens what [`RoomKey::seal`] sealed.
    pub fn open(
        &self,
        room: &RoomId,
        kind: SealedKind,
        sealed: &[u8],
    ) -> Result<Vec<u8>, UnsealError> {
        let what = kind.name();
        let padded =
            seal::decrypt(&self.0, &kind.context(room), sealed).ok_or(UnsealError::Locked(what))?;
        let mut plain = seal::unpad(padded).ok_or(UnsealError::Padding(what))?;
        Ok(std::mem::take(&mut *plain))
    }
}

impl EntrySecret {
    /// The secret made of these random bytes.
    pub const fn new(key: [u8; 32], salt: [u8; 32]) -> Self {
        Self { key, salt }
    }

    /// The salt, which whoever may read the body may have in order to check its commitment.
    pub const fn salt(&self) -> &[u8; 32] {
        &self.salt
    }

    pub(crate) const fn key(&self) -> &[u8; 32] {
        &self.key
    }
}

impl SealedKind {
    const fn name(self) -> &'static str {
        match self {
            Self::Envelope(_) => "envelope",
            Self::Checkpoint(_) => "checkpoint",
        }
    }

    fn context(self, room: &RoomId) -> Vec<u8> {
        let position = match self {
            Self::Envelope(number) => number.get(),
            Self::Checkpoint(size) => size,
        };
        format!("good-offices/{}/1\n{room}\n{position}\n", self.name()).into_bytes()
    }
}

fn secret_context(room: &RoomId, number: Number) -> Vec<u8> {
    format!("good-offices/secret/1\n{room}\n{number}\n").into_bytes()
}

impl fmt::Debug for RoomKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RoomKey(secret)")
    }
}

impl fmt::Debug for EntrySecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("EntrySecret(secret)")
    }
}
