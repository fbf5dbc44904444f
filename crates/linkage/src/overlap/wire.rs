//! How the binary messages are written and read: a line for people, then numbers with the big end
//! first, digests, and points of 32 bytes. Specified in `docs/overlap-format.md`.

use curve25519_dalek::ristretto::RistrettoPoint;
use rayon::prelude::*;
use thiserror::Error;

use super::group::{PointBytes, PointFault, read_point};

/// Why a message is refused.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum MessageError {
    /// It is another kind of file.
    #[error("reading {0}: the file is not one; check that it is the file you meant")]
    OtherKind(&'static str),
    /// It ends too early.
    #[error("reading {0}: the file ends in the middle; copy it again, it was cut short on the way")]
    CutShort(&'static str),
    /// There is more than there should be.
    #[error(
        "reading {0}: there is more in the file than belongs to it; copy it again, or ask for it again"
    )]
    TooLong(&'static str),
    /// It was damaged on the way.
    #[error(
        "reading {0}: the file was damaged on the way (its last 32 bytes do not fit the rest); copy it again"
    )]
    Damaged(&'static str),
    /// It is not the file that was pledged.
    #[error(
        "reading {0}: it is not the one whose digest was pledged; the side that sent it has changed its list or its keys since, or it is of another session. Refuse it and tell the go-between."
    )]
    NotPledged(&'static str),
    /// It is of another session: an old message sent again, or one for somebody else.
    #[error(
        "reading {0}: it is of another session than this one; an old file was sent again, or the files of two sessions were mixed up"
    )]
    OtherSession(&'static str),
    /// It says that it comes from somebody else.
    #[error(
        "reading {0}: it does not come from the side from which it should come; it may be your own, sent back"
    )]
    OtherSide(&'static str),
    /// It has more keys than were committed to.
    #[error("reading {what}: it has {found} keys, but {committed} were committed to; refuse it")]
    MoreKeys {
        /// Which message.
        what: &'static str,
        /// Keys in it.
        found: u64,
        /// Keys committed to.
        committed: u64,
    },
    /// It has fewer keys than were committed to.
    #[error("reading {what}: it has {found} keys, but {committed} were committed to; ask for all")]
    FewerKeys {
        /// Which message.
        what: &'static str,
        /// Keys in it.
        found: u64,
        /// Keys committed to.
        committed: u64,
    },
    /// One of its points is refused.
    #[error(
        "reading {what}: the point of record {record}, key {key} is refused: {fault}. Refuse the file and tell the go-between."
    )]
    Point {
        /// Which message.
        what: &'static str,
        /// Counted from 1, in the order of the message.
        record: usize,
        /// Counted from 1.
        key: usize,
        /// What is wrong with it.
        fault: PointFault,
    },
    /// A number of its proof is not canonical.
    #[error("reading {0}: its proof is not in its one form; refuse it and tell the go-between")]
    ProofForm(&'static str),
    /// The same key stands twice in it, which the terms forbid.
    #[error(
        "reading {what}: the keys of records {first} and {second} are alike, and where only the number of shared records is to be learnt no two may be: who marks its records so learns which are shared. Refuse it, and have it made again with repeats hidden."
    )]
    Repeated {
        /// Which message.
        what: &'static str,
        /// A record, counted from 1.
        first: usize,
        /// A later one, or the same, counted from 1.
        second: usize,
    },
    /// Its proof does not hold.
    #[error(
        "reading {0}: its proof does not hold: not all of its points were multiplied by the one secret that was pledged. Refuse it and tell the go-between."
    )]
    NotProved(&'static str),
    /// Its order is not the one that the terms ask for.
    #[error(
        "reading {0}: its points are not in the order that the terms of the session ask for (as they came, or shuffled); ask for it again"
    )]
    OtherOrder(&'static str),
}

/// Takes a message apart from its beginning.
pub struct Reader<'a> {
    rest: &'a [u8],
    what: &'static str,
}

impl<'a> Reader<'a> {
    /// A message that begins with this line.
    pub fn new(bytes: &'a [u8], line: &str, what: &'static str) -> Result<Self, MessageError> {
        let rest = bytes.strip_prefix(line.as_bytes());
        let rest = rest.ok_or(MessageError::OtherKind(what))?;
        Ok(Self { rest, what })
    }

    /// The next so many bytes.
    pub fn take<const N: usize>(&mut self) -> Result<[u8; N], MessageError> {
        let cut = MessageError::CutShort(self.what);
        let (taken, rest) = self.rest.split_first_chunk::<N>().ok_or(cut)?;
        self.rest = rest;
        Ok(*taken)
    }

    /// The points of a message that says how many records of how many keys it has, both of which
    /// must be as committed to. Nothing is set aside for points before the file is seen to hold them.
    pub fn points(&mut self, size: Size) -> Result<&'a [u8], MessageError> {
        let records = u64::from(u32::from_be_bytes(self.take()?));
        let per_record = u64::from(u16::from_be_bytes(self.take()?));
        let (found, committed) = (records * per_record, size.keys());
        let what = self.what;
        if found > committed {
            return Err(MessageError::MoreKeys {
                what,
                found,
                committed,
            });
        }
        if found < committed || records != size.records {
            return Err(MessageError::FewerKeys {
                what,
                found,
                committed,
            });
        }
        let length = usize::try_from(found * 32).map_err(|_| MessageError::CutShort(what))?;
        let cut = MessageError::CutShort(what);
        let (points, rest) = self.rest.split_at_checked(length).ok_or(cut)?;
        self.rest = rest;
        Ok(points)
    }

    /// Nothing may be left.
    pub fn end(self) -> Result<(), MessageError> {
        if self.rest.is_empty() {
            Ok(())
        } else {
            Err(MessageError::TooLong(self.what))
        }
    }
}

/// How many records of how many keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// Records, those that only pad the list included.
    pub records: u64,
    /// Keys of each.
    pub per_record: u64,
}

impl Size {
    /// All keys.
    pub const fn keys(self) -> u64 {
        self.records.saturating_mul(self.per_record)
    }

    /// As it is written: four bytes and two.
    pub fn write(self) -> Vec<u8> {
        let records = u32::try_from(self.records)
            .unwrap_or(u32::MAX)
            .to_be_bytes();
        let per_record = u16::try_from(self.per_record)
            .unwrap_or(u16::MAX)
            .to_be_bytes();
        [&records[..], &per_record].concat()
    }
}

/// Points both as they are written and as they are used.
#[derive(Debug, Clone)]
pub struct Points {
    /// As written.
    pub bytes: Vec<PointBytes>,
    /// As points, in the same order.
    pub points: Vec<RistrettoPoint>,
}

impl Points {
    /// Reads the points of a message. The first that is none refuses the message, with its place.
    pub fn read(
        written: &[u8],
        per_record: usize,
        what: &'static str,
    ) -> Result<Self, MessageError> {
        let bytes = split(written);
        let read: Vec<Result<RistrettoPoint, PointFault>> = bytes
            .par_iter()
            .with_min_len(64)
            .map(|bytes| read_point(*bytes))
            .collect();
        let mut points = Vec::with_capacity(read.len());
        for (at, point) in read.into_iter().enumerate() {
            let place = |fault| MessageError::Point {
                what,
                record: at.checked_div(per_record).unwrap_or(0) + 1,
                key: at.checked_rem(per_record).unwrap_or(0) + 1,
                fault,
            };
            points.push(point.map_err(place)?);
        }
        Ok(Self { bytes, points })
    }
}

/// Written points, one by one.
pub fn split(written: &[u8]) -> Vec<PointBytes> {
    written.as_chunks::<32>().0.to_vec()
}
