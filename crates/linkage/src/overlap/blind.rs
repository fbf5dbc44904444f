//! The first step: a side's keys, hashed to points and multiplied by its secret; and the message
//! that carries them.

use super::{
    group::{BlindingKey, DOMAIN, PointBytes, ToGroup},
    pledge::{Pledge, Session, Show},
    slots::KeyTable,
    steps::{firsts, in_chunks},
    wire::{MessageError, Points, Reader, Size},
};
use crate::{
    commit::Digest,
    watch::{Stopped, Watch},
};

const LINE: &str = "good offices overlap blinded keys 1\n";
const WHAT: &str = "blinded keys";

/// The keys of all records, in the order in which the records stand in the committed tree, hashed
/// and multiplied. A key that stands more than once is multiplied once.
///
/// `done` is what an earlier run of the same step handed to `sink` before it was stopped, nothing
/// otherwise; the bytes are the same either way. `sink` is handed the rest piece by piece.
pub fn blind(
    keys: &KeyTable,
    order: &[u32],
    key: &BlindingKey,
    done: Vec<u8>,
    watch: &dyn Watch,
    sink: &mut dyn FnMut(&[u8]) -> Result<(), Stopped>,
) -> Result<Vec<PointBytes>, Stopped> {
    let slots = 0..keys.per_record();
    let all: Vec<&[u8]> = order
        .iter()
        .flat_map(|record| {
            slots
                .clone()
                .map(move |slot| keys.key(*record as usize, slot))
        })
        .collect();
    let to_group = ToGroup::new(DOMAIN);
    let multiply = |places: &[usize]| {
        let points: Vec<_> = places
            .iter()
            .map(|at| to_group.point(all.get(*at).copied().unwrap_or_default()))
            .collect();
        key.multiply(points.iter())
    };
    in_chunks(&firsts(&all), done, &multiply, watch, sink)
}

/// A message of blinded keys.
#[derive(Debug, Clone)]
pub struct Blinded {
    /// The side's part of the lot by which records are drawn for an audit.
    pub lot: Digest,
    /// The points.
    pub(super) points: Points,
}

impl Blinded {
    /// The message: to be kept until the other side's pledge is there.
    pub fn write(
        list: Digest,
        key: &BlindingKey,
        lot: Digest,
        size: Size,
        points: &[PointBytes],
    ) -> Vec<u8> {
        let head = [
            LINE.as_bytes(),
            list.as_bytes(),
            &key.public(),
            lot.as_bytes(),
            &size.write(),
        ];
        [&head.concat(), points.as_flattened()].concat()
    }

    /// Reads the message of the side whose pledge this is. It must be the one that was pledged, of
    /// as many keys as were committed to, and each of its points must be one.
    pub fn read(bytes: &[u8], session: &Session, from: &Pledge) -> Result<Self, MessageError> {
        let size = session.size_of(from);
        let mut reader = Reader::new(bytes, LINE, WHAT)?;
        let (list, public, lot) = (reader.take()?, reader.take()?, reader.take()?);
        let written = reader.points(size)?;
        reader.end()?;
        if list != *from.list.digest().as_bytes() || public != from.public {
            return Err(MessageError::OtherSide(WHAT));
        }
        if Digest::of(bytes) != from.blinded {
            return Err(MessageError::NotPledged(WHAT));
        }
        let per_record = usize::try_from(size.per_record).unwrap_or(usize::MAX);
        let points = Points::read(written, per_record, WHAT)?;
        match session.terms().show {
            Show::Size => no_repeats(&points.bytes, per_record)?,
            Show::Records | Show::ReleaseSize | Show::ReleaseRecords => {}
        }
        Ok(Self {
            lot: Digest::from_bytes(lot),
            points,
        })
    }

    /// Its points as they are written.
    pub fn bytes(&self) -> &[PointBytes] {
        &self.points.bytes
    }
}

/// A side could mark its records by keys that repeat, and know them again after a shuffle.
fn no_repeats(points: &[PointBytes], per_record: usize) -> Result<(), MessageError> {
    let record = |at: usize| at.checked_div(per_record).unwrap_or(0) + 1;
    match firsts(points)
        .into_iter()
        .enumerate()
        .find(|(at, first)| at != first)
    {
        None => Ok(()),
        Some((at, first)) => Err(MessageError::Repeated {
            what: WHAT,
            first: record(first),
            second: record(at),
        }),
    }
}
