//! A SHA-256 digest as a type, in the one spelling in which it is written, and as people compare it.

use std::fmt;

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::hex::{self, HexError};

/// A SHA-256 digest; written as 64 lower-case hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Digest([u8; 32]);

impl Digest {
    /// The digest whose bytes these are.
    pub const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The digest of these bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }

    /// Its bytes.
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// Reads 64 lower-case hexadecimal digits.
    pub fn from_hex(text: &str) -> Result<Self, HexError> {
        hex::decode(text).map(Self)
    }

    /// The 64 digits.
    pub fn to_hex(&self) -> String {
        hex::encode(&self.0)
    }

    /// The first eight digits in two groups, to be compared by eye: `4f2a 91c0`.
    pub fn first_eight(&self) -> String {
        let [a, b, c, d, ..] = self.0;
        hex::grouped(&hex::encode(&[a, b, c, d]))
    }

    /// All 64 digits in groups of four, to be read out.
    pub fn grouped(&self) -> String {
        hex::grouped(&self.to_hex())
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.to_hex())
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Digest({self})")
    }
}

impl From<Digest> for String {
    fn from(digest: Digest) -> Self {
        digest.to_hex()
    }
}

impl TryFrom<String> for Digest {
    type Error = HexError;

    fn try_from(text: String) -> Result<Self, HexError> {
        Self::from_hex(&text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digest_of_nothing() {
        let empty = Digest::of(b"");
        assert_eq!(empty.first_eight(), "e3b0 c442");
        assert_eq!(Digest::from_hex(&empty.to_hex()), Ok(empty));
        assert!(empty.grouped().starts_with("e3b0 c442 98fc"));
    }
}
