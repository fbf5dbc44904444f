//! The last step: which doubled points both sides have, and which records therefore share keys.

use rayon::prelude::*;
use thiserror::Error;

use super::group::PointBytes;

/// The most pairs of records with an equal key that are counted before the comparison is given up.
const MOST_PAIRS: usize = 1 << 26;

/// Two records that share keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Pair {
    /// The place of ours, from 0.
    pub ours: u32,
    /// The place of theirs, from 0.
    pub theirs: u32,
    /// How many keys they share.
    pub keys: u32,
}

/// What two lists share.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Overlap {
    /// The pairs that share as many keys as were asked for, in order of place.
    pub pairs: Vec<Pair>,
}

/// The comparison was given up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum CompareError {
    /// So many records share single keys that no list of persons would.
    #[error(
        "comparing keys: more than {MOST_PAIRS} pairs of records share a key, as no two lists of persons do; one of them was made to exhaust this program, or its keys are all alike. Tell the go-between."
    )]
    TooManyPairs,
}

impl Overlap {
    /// The places of our records that are in some pair.
    pub fn ours(&self) -> Vec<u32> {
        distinct(self.pairs.iter().map(|pair| pair.ours))
    }

    /// The places of their records that are in some pair.
    pub fn theirs(&self) -> Vec<u32> {
        distinct(self.pairs.iter().map(|pair| pair.theirs))
    }
}

/// The pairs of records that share at least `agree` keys. Keys stand record by record, as many for
/// each; a key that stands twice in one record counts once.
pub fn compare(
    ours: &[PointBytes],
    theirs: &[PointBytes],
    per_record: usize,
    agree: u32,
) -> Result<Overlap, CompareError> {
    let (ours, theirs) = (by_key(ours, per_record), by_key(theirs, per_record));
    let mut shared: Vec<(u32, u32)> = Vec::new();
    let mut rest = theirs.as_slice();
    for group in ours.chunk_by(|a, b| a.0 == b.0) {
        let Some((key, _)) = group.first() else {
            continue;
        };
        let skipped = rest.partition_point(|(other, _)| other < key);
        rest = rest.get(skipped..).unwrap_or_default();
        let same = rest.iter().take_while(|(other, _)| other == key).count();
        if shared.len() + group.len().saturating_mul(same) > MOST_PAIRS {
            return Err(CompareError::TooManyPairs);
        }
        for (_, mine) in group {
            shared.extend(rest.iter().take(same).map(|(_, other)| (*mine, *other)));
        }
    }
    shared.par_sort_unstable();
    let pair = |same: &[(u32, u32)]| {
        let (ours, theirs) = *same.first()?;
        let keys = u32::try_from(same.len()).ok()?;
        (keys >= agree).then_some(Pair { ours, theirs, keys })
    };
    Ok(Overlap {
        pairs: shared.chunk_by(|a, b| a == b).filter_map(pair).collect(),
    })
}

/// Each key with the record in which it stands, sorted, each once.
fn by_key(points: &[PointBytes], per_record: usize) -> Vec<(PointBytes, u32)> {
    let record = |at: usize| u32::try_from(at.checked_div(per_record).unwrap_or(0));
    let mut keyed: Vec<(PointBytes, u32)> = points
        .iter()
        .enumerate()
        .map(|(at, point)| (*point, record(at).unwrap_or(u32::MAX)))
        .collect();
    keyed.par_sort_unstable();
    keyed.dedup();
    keyed
}

fn distinct(places: impl Iterator<Item = u32>) -> Vec<u32> {
    let mut places: Vec<u32> = places.collect();
    places.sort_unstable();
    places.dedup();
    places
}
