//! Where the records of one side meet those of the other in one combination: those on the right are
//! sorted by what they have, and those on the left looked up among them.

use std::{num::NonZeroU32, ops::Range};

use super::keys::{Key, Place, Rows};
use crate::{engine::scan::Task, list::MISSING};

/// A record that has all codes of a combination. Two combinations of codes may share a digest: pairs are
/// told apart by their codes.
#[derive(Debug, Clone, Copy)]
pub struct Stand {
    digest: u32,
    pub record: u32,
}

/// Records that agree in a combination, as places among those on the left and on the right. Where a list
/// is compared with itself it is on both sides.
#[derive(Debug, Clone)]
pub struct Block {
    left: Range<u32>,
    right: Range<u32>,
}

/// All records that meet in one combination.
pub struct Meeting {
    task: Task,
    left: Vec<Stand>,
    right: Vec<Stand>,
    /// In the order in which records on the left first come to them, so that these are mostly gone
    /// through one after another.
    pub blocks: Vec<Block>,
}

impl Meeting {
    /// Of the left side and the right one; none where a list is compared with itself.
    pub fn new(left: &Rows, right: Option<&Rows>, records: (u32, u32), Key(wanted): Key) -> Self {
        let wanted = (0..32).filter(|at| wanted >> at & 1 == 1);
        let wanted: Vec<Place> = wanted.map(Place::new).collect();
        let mut lefts = stands(left, records.0, &wanted);
        let (task, rights) = match right {
            Some(right) => (
                Task::Link,
                met(stands(right, records.1, &wanted), &Marks::of(&lefts)),
            ),
            None => (Task::Dedupe, met(lefts.clone(), &Marks::of_twice(&lefts))),
        };
        let right = sorted(&rights);
        drop(rights);
        let mut runs = Runs::of(&right);
        let mut blocks: Vec<Block> = Vec::new();
        let left = match task {
            Task::Dedupe => {
                for stand in &lefts {
                    runs.block_of(stand.digest, &mut blocks);
                }
                for block in &mut blocks {
                    block.left = block.right.clone();
                }
                Vec::new()
            }
            Task::Link => {
                let mut block_of = Vec::with_capacity(lefts.len());
                keep(&mut lefts, |stand| {
                    let block = runs.block_of(stand.digest, &mut blocks);
                    block_of.extend(block);
                    block.is_some()
                });
                grouped(&lefts, &block_of, &mut blocks)
            }
        };
        Self {
            task,
            left,
            right,
            blocks,
        }
    }

    /// How many pairs there are in a block.
    pub fn pairs(&self, block: &Block) -> u64 {
        let [left, right] =
            [&block.left, &block.right].map(|side| u64::from(side.end - side.start));
        match self.task {
            Task::Link => left * right,
            Task::Dedupe => left * left.saturating_sub(1) / 2,
        }
    }

    /// The records on the left, each with those that it meets: all on the other side, or of the only
    /// list those after it.
    pub fn of(&self, block: &Block) -> impl Iterator<Item = (u32, &[Stand])> {
        let left = match self.task {
            Task::Link => &self.left,
            Task::Dedupe => &self.right,
        };
        let [left, right] =
            [(left, &block.left), (&self.right, &block.right)].map(|(all, side)| {
                all.get(side.start as usize..side.end as usize)
                    .unwrap_or_default()
            });
        left.iter().zip(1..).map(move |(one, next)| {
            let others = match self.task {
                Task::Link => right,
                Task::Dedupe => right.get(next..).unwrap_or_default(),
            };
            (one.record, others)
        })
    }
}

/// The records on the left, those of one block together, in their order.
fn grouped(lefts: &[Stand], block_of: &[u32], blocks: &mut [Block]) -> Vec<Stand> {
    let mut from = 0;
    for block in blocks.iter_mut() {
        // Until here only counted.
        let to = from + block.left.end;
        block.left = from..from;
        from = to;
    }
    let mut grouped = lefts.to_vec();
    for (&stand, &block) in lefts.iter().zip(block_of) {
        if let Some(block) = blocks.get_mut(block as usize) {
            if let Some(slot) = grouped.get_mut(block.left.end as usize) {
                *slot = stand;
            }
            block.left.end += 1;
        }
    }
    grouped
}

/// Records on the right of one digest.
#[derive(Debug, Clone, Copy)]
struct Run {
    digest: u32,
    from: u32,
    to: u32,
    /// The block that it became, when one on the left came to it.
    block: Option<NonZeroU32>,
}

/// Runs, by the first bits of their digests.
struct Runs {
    all: Vec<Run>,
    /// By first bits, the first run that has them or comes after.
    first: Vec<u32>,
    shift: u32,
}

impl Runs {
    fn of(right: &[Stand]) -> Self {
        let bits = bits_for(right.len());
        let shift = 32 - bits;
        let mut all = Vec::with_capacity(right.len());
        let mut first = vec![0; (1 << bits) + 1];
        let mut from = 0;
        for same in right.chunk_by(|a, b| a.digest == b.digest) {
            let Some(&Stand { digest, .. }) = same.first() else {
                continue;
            };
            let to = from + u32::try_from(same.len()).unwrap_or(u32::MAX);
            all.push(Run {
                digest,
                from,
                to,
                block: None,
            });
            if let Some(count) = first.get_mut((digest >> shift) as usize + 1) {
                *count += 1;
            }
            from = to;
        }
        let mut before = 0;
        for first in &mut first {
            before += *first;
            *first = before;
        }
        Self { all, first, shift }
    }

    /// The block of the run with this digest, with one more counted on the left.
    #[inline]
    fn block_of(&mut self, digest: u32, blocks: &mut Vec<Block>) -> Option<u32> {
        let bits = (digest >> self.shift) as usize;
        let from = *self.first.get(bits)?;
        let to = *self.first.get(bits + 1)?;
        let runs = self.all.get_mut(from as usize..to as usize)?;
        let at = runs.binary_search_by_key(&digest, |run| run.digest).ok()?;
        let run = runs.get_mut(at)?;
        let number = *run.block.get_or_insert_with(|| {
            blocks.push(Block {
                left: 0..0,
                right: run.from..run.to,
            });
            // There are fewer than records.
            let number = u32::try_from(blocks.len()).ok().and_then(NonZeroU32::new);
            number.unwrap_or(NonZeroU32::MAX)
        });
        let block = number.get() - 1;
        blocks.get_mut(block as usize)?.left.end += 1;
        Some(block)
    }
}

/// A digest of some of a record's codes, and whether it has all of them.
#[inline]
fn digest(rows: &Rows, record: u32, wanted: &[Place]) -> (u32, bool) {
    let mut state = 0x9E37_79B9_7F4A_7C15u64;
    let mut all = true;
    for &at in wanted {
        let code = rows.cell(record, at);
        all &= code != MISSING;
        state = (state ^ u64::from(code)).wrapping_mul(0xA076_1D64_78BD_642F);
        state ^= state >> 29;
    }
    (u32::try_from(state >> 32).unwrap_or(0), all)
}

/// The records of one side that have all codes, in their order.
fn stands(rows: &Rows, records: u32, wanted: &[Place]) -> Vec<Stand> {
    let none = Stand {
        digest: 0,
        record: 0,
    };
    let mut stands = vec![none; records as usize];
    let mut count = 0;
    for record in 0..records {
        let (digest, all) = digest(rows, record, wanted);
        if let Some(slot) = stands.get_mut(count) {
            *slot = Stand { digest, record };
        }
        count += usize::from(all);
    }
    stands.truncate(count);
    stands
}

/// Those that may meet another, as far as the first bits of their digests tell.
fn met(mut stands: Vec<Stand>, there: &Marks) -> Vec<Stand> {
    keep(&mut stands, |stand| there.has(stand.digest));
    stands
}

/// Keeps those for which `is_it` says yes, in their order. Whether it does is hard to foretell, so that
/// each is put in place, and the next one over it where it does not: nothing waits for the answer.
pub fn keep<T: Copy>(all: &mut Vec<T>, mut is_it: impl FnMut(&T) -> bool) {
    let mut kept = 0;
    for at in 0..all.len() {
        let Some(&one) = all.get(at) else { break };
        if let Some(slot) = all.get_mut(kept) {
            *slot = one;
        }
        kept += usize::from(is_it(&one));
    }
    all.truncate(kept);
}

/// A bit for each beginning of a digest.
struct Marks {
    bits: Vec<u64>,
    shift: u32,
}

impl Marks {
    fn new(stands: usize) -> Self {
        let bits = bits_for(stands) + 3;
        Self {
            bits: vec![0; 1 << bits.saturating_sub(6)],
            shift: 32 - bits,
        }
    }

    /// Of these.
    fn of(stands: &[Stand]) -> Self {
        let mut marks = Self::new(stands.len());
        for stand in stands {
            marks.set(stand.digest);
        }
        marks
    }

    /// Of those that are not the only ones with it.
    fn of_twice(stands: &[Stand]) -> Self {
        let (mut once, mut twice) = (Self::new(stands.len()), Self::new(stands.len()));
        for stand in stands {
            let marks = if once.has(stand.digest) {
                &mut twice
            } else {
                &mut once
            };
            marks.set(stand.digest);
        }
        twice
    }

    fn set(&mut self, digest: u32) {
        let at = digest >> self.shift;
        if let Some(word) = self.bits.get_mut(at as usize / 64) {
            *word |= 1 << (at % 64);
        }
    }

    fn has(&self, digest: u32) -> bool {
        let at = digest >> self.shift;
        let word = self.bits.get(at as usize / 64);
        word.is_some_and(|word| word >> (at % 64) & 1 == 1)
    }
}

/// By so many first bits of a digest so many records are told apart, mostly.
fn bits_for(records: usize) -> u32 {
    (usize::BITS - records.leading_zeros()).clamp(1, 22)
}

/// Sorted by digest, those of one in their order: by the first bits by counting, the rest of the way
/// each few by themselves.
fn sorted(stands: &[Stand]) -> Vec<Stand> {
    let bits = bits_for(stands.len());
    let first = |stand: &Stand| (stand.digest >> (32 - bits)) as usize;
    let mut next = vec![0u32; 1 << bits];
    for stand in stands {
        if let Some(count) = next.get_mut(first(stand)) {
            *count += 1;
        }
    }
    next.iter_mut()
        .fold(0, |sum, count| sum + std::mem::replace(count, sum));
    let mut sorted = stands.to_vec();
    for stand in stands {
        if let Some(place) = next.get_mut(first(stand)) {
            if let Some(slot) = sorted.get_mut(*place as usize) {
                *slot = *stand;
            }
            *place += 1;
        }
    }
    for few in sorted.chunk_by_mut(|a, b| first(a) == first(b)) {
        if few.len() > 1 {
            few.sort_by_key(|stand| stand.digest);
        }
    }
    sorted
}
