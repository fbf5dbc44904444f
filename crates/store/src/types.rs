//! The small types that the store's signatures are made of. No behaviour
//! beyond conversion, and no meaning from above: a key here is a row's name.

use std::fmt;

/// Declares a fixed-length row name that prints as hexadecimal.
macro_rules! row_key {
    ($(#[$doc:meta])* $name:ident, $length:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name([u8; $length]);

        impl $name {
            /// Takes the raw bytes.
            pub const fn new(bytes: [u8; $length]) -> Self {
                Self(bytes)
            }

            /// The raw bytes.
            pub const fn as_bytes(&self) -> &[u8; $length] {
                &self.0
            }
        }

        impl From<[u8; $length]> for $name {
            fn from(bytes: [u8; $length]) -> Self {
                Self(bytes)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({self})", stringify!($name))
            }
        }
    };
}

row_key!(
    /// Names a case. Random; says nothing about when it was made.
    CaseKey,
    16
);
row_key!(
    /// Names a room. Random; says nothing about when it was made.
    RoomKey,
    16
);
row_key!(
    /// Names a blob: a digest of its sealed bytes or a keyed digest. Never a
    /// plain digest of readable content, which could be guessed from the disk.
    BlobKey,
    32
);

/// The name of one small document of the caller's, such as its keyring.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct MetaKey(&'static str);

impl MetaKey {
    /// Names a document. Only names written in source code: none from outside.
    pub const fn new(name: &'static str) -> Self {
        Self(name)
    }

    /// The name.
    pub const fn as_str(self) -> &'static str {
        self.0
    }
}

impl fmt::Display for MetaKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

/// The place of an entry in its own room's log, from 1.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Number(u64);

impl Number {
    /// The first entry of every room.
    pub const FIRST: Self = Self(1);

    /// Takes a number; zero is no entry's and is refused when it is written.
    pub const fn new(number: u64) -> Self {
        Self(number)
    }

    /// The plain number.
    pub const fn get(self) -> u64 {
        self.0
    }

    /// The number that follows.
    #[must_use]
    pub const fn next(self) -> Self {
        Self(self.0.saturating_add(1))
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// How many entries a room's log holds.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Size(u64);

impl Size {
    /// A room in which nothing was written.
    pub const EMPTY: Self = Self(0);

    /// Takes a size.
    pub const fn new(size: u64) -> Self {
        Self(size)
    }

    /// The plain number.
    pub const fn get(self) -> u64 {
        self.0
    }

    /// The number of the entry that would be written next.
    pub const fn next_number(self) -> Number {
        Number(self.0.saturating_add(1))
    }

    /// The size after `count` more entries.
    #[must_use]
    pub const fn grown_by(self, count: usize) -> Self {
        Self(self.0.saturating_add(count as u64))
    }
}

impl fmt::Display for Size {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Which of a room's successive keys something is sealed under, from 1.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct KeyEpoch(u32);

impl KeyEpoch {
    /// The epoch of a room's first key.
    pub const FIRST: Self = Self(1);

    /// Takes an epoch.
    pub const fn new(epoch: u32) -> Self {
        Self(epoch)
    }

    /// The plain number.
    pub const fn get(self) -> u32 {
        self.0
    }

    /// The epoch after the key is replaced once more.
    #[must_use]
    pub const fn next(self) -> Self {
        Self(self.0.saturating_add(1))
    }
}

/// How many rows one page of a reading may hold.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct PageLimit(u32);

impl PageLimit {
    /// Enough to make the cost of a query small, little enough to keep in memory.
    pub const USUAL: Self = Self(256);

    /// At least one row.
    pub const fn new(rows: u32) -> Self {
        Self(if rows == 0 { 1 } else { rows })
    }

    /// The plain number.
    pub const fn get(self) -> u32 {
        self.0
    }
}

/// Bytes that the store keeps and cannot read. Never printed: `Debug` tells
/// only how many there are.
#[derive(Clone, PartialEq, Eq, Hash, Default)]
pub struct Sealed(Vec<u8>);

impl Sealed {
    /// Takes sealed bytes.
    pub const fn new(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }

    /// The bytes.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// The bytes, given away.
    pub fn into_bytes(self) -> Vec<u8> {
        self.0
    }
}

impl From<Vec<u8>> for Sealed {
    fn from(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }
}

impl AsRef<[u8]> for Sealed {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

impl fmt::Debug for Sealed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Sealed({} bytes)", self.0.len())
    }
}
