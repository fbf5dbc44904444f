//! What opens a keyring: a passphrase stretched by Argon2id, or a key file of 32 random bytes.

use std::fmt;

use argon2::{Algorithm, Argon2, Params, Version};
use zeroize::{ZeroizeOnDrop, Zeroizing};

use super::KeyringError;
use crate::hex;

/// How a new keyring is to be locked.
#[derive(Clone, Copy)]
pub enum Lock<'a> {
    /// By a passphrase, stretched at this cost.
    Passphrase(&'a str, PassphraseCost),
    /// By a key file.
    KeyFile(&'a KeyFile),
}

/// What is offered to open a keyring.
#[derive(Clone, Copy)]
pub enum Unlock<'a> {
    /// A passphrase.
    Passphrase(&'a str),
    /// A key file.
    KeyFile(&'a KeyFile),
}

/// What one guess at a passphrase costs (Argon2id).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PassphraseCost {
    memory_kib: u32,
    passes: u32,
}

/// The contents of a key file. Wiped from memory when it goes.
#[derive(Clone, ZeroizeOnDrop)]
pub struct KeyFile([u8; 32]);

impl PassphraseCost {
    /// For real stores: 128 MiB and three passes, some tenths of a second a guess.
    pub const STRONG: Self = Self {
        memory_kib: 128 << 10,
        passes: 3,
    };
    /// For tests and demonstrations whose passphrase is public anyway: it protects nothing.
    pub const LIGHT: Self = Self {
        memory_kib: 64,
        passes: 1,
    };

    /// Reads back a cost; what is beyond any use of ours is refused, because a keyring from elsewhere must not be
    /// able to exhaust the machine.
    pub(super) const fn new(memory_kib: u64, passes: u64) -> Option<Self> {
        if memory_kib < 64 || memory_kib > 1 << 20 || passes == 0 || passes > 16 {
            return None;
        }
        #[expect(
            clippy::cast_possible_truncation,
            reason = "both are bounded one line above"
        )]
        let cost = Self {
            memory_kib: memory_kib as u32,
            passes: passes as u32,
        };
        Some(cost)
    }

    /// Memory for one guess, in KiB.
    pub const fn memory_kib(self) -> u32 {
        self.memory_kib
    }

    /// How often that memory is passed over.
    pub const fn passes(self) -> u32 {
        self.passes
    }

    /// Stretches the passphrase as its UTF-8 bytes, exactly as given: no trimming, no normal form.
    pub(super) fn stretch(
        self,
        passphrase: &str,
        salt: &[u8; 32],
    ) -> Result<Zeroizing<[u8; 32]>, KeyringError> {
        if passphrase.is_empty() {
            return Err(KeyringError::EmptyPassphrase);
        }
        let params = Params::new(self.memory_kib, self.passes, 1, Some(32))
            .map_err(|_| KeyringError::Cost)?;
        let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        let mut key = Zeroizing::new([0_u8; 32]);
        argon
            .hash_password_into(passphrase.as_bytes(), salt, key.as_mut_slice())
            .map_err(|_| KeyringError::Cost)?;
        Ok(key)
    }
}

impl Default for PassphraseCost {
    fn default() -> Self {
        Self::STRONG
    }
}

impl KeyFile {
    /// The key file made of these random bytes.
    pub const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The file's contents: 64 hexadecimal digits and a newline, so that it survives being printed.
    pub fn to_text(&self) -> Zeroizing<String> {
        Zeroizing::new(format!("{}\n", hex::encode(&self.0)))
    }

    /// Reads a key file: 64 hexadecimal digits and perhaps a newline, or 32 raw bytes.
    pub fn parse(bytes: &[u8]) -> Result<Self, KeyringError> {
        if let Ok(raw) = bytes.try_into() {
            return Ok(Self(raw));
        }
        let text = bytes.strip_suffix(b"\n").unwrap_or(bytes);
        let text = text.strip_suffix(b"\r").unwrap_or(text);
        hex::decode_bytes(text)
            .map(Self)
            .map_err(|_| KeyringError::NotAKeyFile)
    }

    pub(super) const fn bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl fmt::Debug for KeyFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("KeyFile(secret)")
    }
}

impl fmt::Debug for Lock<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Passphrase(..) => "Passphrase(secret)",
            Self::KeyFile(_) => "KeyFile(secret)",
        })
    }
}

impl fmt::Debug for Unlock<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Passphrase(_) => "Passphrase(secret)",
            Self::KeyFile(_) => "KeyFile(secret)",
        })
    }
}
