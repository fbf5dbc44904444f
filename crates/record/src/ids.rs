//! Identifiers of cases, rooms and entries, and the number of an entry within its room.
//!
//! Identifiers are random and say nothing of when or in what order anything happened elsewhere; the random bytes
//! come from the caller.

use std::fmt;
use std::marker::PhantomData;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::hex::{self, HexError};

/// Identifies one case.
pub type CaseId = Id<CaseKind>;
/// Identifies one room; its log's origin is `good-offices/room/` and these 32 digits.
pub type RoomId = Id<RoomKind>;
/// Identifies one entry.
pub type EntryId = Id<EntryKind>;

/// 128 random bits, written as 32 lower-case hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Id<K: Copy>([u8; 16], PhantomData<K>);

/// Marks an identifier as a case's.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CaseKind {}
/// Marks an identifier as a room's.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RoomKind {}
/// Marks an identifier as an entry's.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EntryKind {}

impl<K: Copy> Id<K> {
    /// The identifier made of these random bytes.
    pub const fn from_bytes(bytes: [u8; 16]) -> Self {
        Self(bytes, PhantomData)
    }

    /// Its bytes.
    pub const fn as_bytes(&self) -> &[u8; 16] {
        &self.0
    }

    /// Reads 32 lower-case hexadecimal digits.
    pub fn from_hex(text: &str) -> Result<Self, HexError> {
        hex::decode(text).map(Self::from_bytes)
    }

    /// The 32 digits.
    pub fn to_hex(&self) -> String {
        hex::encode(&self.0)
    }
}

impl<K: Copy> fmt::Display for Id<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.to_hex())
    }
}

impl<K: Copy> fmt::Debug for Id<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Id({self})")
    }
}

impl<K: Copy> FromStr for Id<K> {
    type Err = HexError;

    fn from_str(text: &str) -> Result<Self, HexError> {
        Self::from_hex(text)
    }
}

impl<K: Copy> From<Id<K>> for String {
    fn from(id: Id<K>) -> Self {
        id.to_hex()
    }
}

impl<K: Copy> TryFrom<String> for Id<K> {
    type Error = HexError;

    fn try_from(text: String) -> Result<Self, HexError> {
        Self::from_hex(&text)
    }
}

/// The largest integer that every reader of JSON represents exactly: 2^53 - 1.
pub const MAX_INTEGER: u64 = (1 << 53) - 1;

/// An entry's number within its room, counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "u64", try_from = "u64")]
pub struct Number(u64);

/// Why a number cannot be an entry's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "numbering an entry: {0} is not between 1 and 9007199254740991; entries are counted from 1 within their room"
)]
pub struct NumberError(pub u64);

impl Number {
    /// The first entry of a room.
    pub const FIRST: Self = Self(1);

    /// The entry with this number.
    pub const fn new(number: u64) -> Result<Self, NumberError> {
        if number == 0 || number > MAX_INTEGER {
            Err(NumberError(number))
        } else {
            Ok(Self(number))
        }
    }

    /// The number of the leaf at this index of the tree.
    pub const fn of_index(index: u64) -> Result<Self, NumberError> {
        Self::new(index.saturating_add(1))
    }

    /// The number itself.
    pub const fn get(self) -> u64 {
        self.0
    }

    /// Where its leaf stands in the tree, counted from 0.
    pub const fn index(self) -> u64 {
        self.0 - 1
    }

    /// The number after this one.
    pub const fn next(self) -> Result<Self, NumberError> {
        Self::new(self.0 + 1)
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl From<Number> for u64 {
    fn from(number: Number) -> Self {
        number.0
    }
}

impl TryFrom<u64> for Number {
    type Error = NumberError;

    fn try_from(number: u64) -> Result<Self, NumberError> {
        Self::new(number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_and_numbers_are_read_strictly() {
        let room = RoomId::from_bytes([0xab; 16]);
        assert_eq!(room.to_hex().parse(), Ok(room));
        assert!("AB".repeat(16).parse::<RoomId>().is_err());
        assert_eq!(Number::new(0), Err(NumberError(0)));
        assert_eq!(
            Number::new(MAX_INTEGER + 1),
            Err(NumberError(MAX_INTEGER + 1))
        );
        assert_eq!(Number::FIRST.next().map(Number::index), Ok(1));
    }
}
