//! Where the records of one side meet those of the other in one combination: what they have in common is
//! sorted on one side and looked up from the other, which is gone through in its order.

use super::keys::{Key, Place, Rows};
use crate::{engine::scan::Task, list::MISSING};

/// A record that has all codes of a combination. Two combinations of codes may share a digest: pairs are
/// told apart by their codes.
#[derive(Debug, Clone, Copy)]
pub struct Stand {
    digest: u32,
    pub record: u32,
}

/// Records on the right, or of the only list, of one digest.
#[derive(Debug, Clone, Copy)]
struct Run {
    digest: u32,
    from: u32,
    to: u32,
    /// How many records on the left have it.
    left: u32,
}

/// A record on the left, and the run that it meets.
#[derive(Debug, Clone, Copy)]
pub struct Meet {
    pub left: u32,
    run: u32,
}

/// All records that meet in one combination.
pub struct Meeting {
    task: Task,
    /// Those on the right by digest, of one digest in their order.
    right: Vec<Stand>,
    runs: Vec<Run>,
    /// Those on the left in their order.
    pub meets: Vec<Meet>,
}

impl Meeting {
    /// Of the left side and the right one; none where a list is compared with itself.
    pub fn new(left: &Rows, right: Option<&Rows>, records: (u32, u32), Key(wanted): Key) -> Self {
        let wanted = (0..32).filter(|at| wanted >> at & 1 == 1);
        let wanted: Vec<Place> = wanted.map(Place::new).collect();
        let lefts = stands(left, records.0, &wanted);
        let (task, rights) = match right {
            Some(right) => (
                Task::Link,
                met(stands(right, records.1, &wanted), &Marks::of(&lefts)),
            ),
            None => (Task::Dedupe, met(lefts.clone(), &Marks::of_twice(&lefts))),
        };
        let right = sorted(&rights);
        let mut runs = Runs::of(&right);
        let mut meets = Vec::with_capacity(lefts.len());
        for Stand { digest, record } in lefts {
            if let Some(run) = runs.meet(digest) {
                meets.push(Meet { left: record, run });
            }
        }
        Self {
            task,
            right,
            runs: runs.all,
            meets,
        }
    }

    /// How many pairs there are in each run.
    pub fn sizes(&self) -> impl Iterator<Item = u64> {
        self.runs.iter().map(|run| run.pairs(self.task))
    }

    /// How many pairs there are in the run that a record meets.
    pub fn size(&self, meet: Meet) -> u64 {
        let run = self.runs.get(meet.run as usize);
        run.map_or(0, |run| run.pairs(self.task))
    }

    /// Those that a record meets: all on the other side, or of the only list those after it.
    pub fn others(&self, meet: Meet) -> &[Stand] {
        let run = self.runs.get(meet.run as usize);
        let run = run.and_then(|run| self.right.get(run.from as usize..run.to as usize));
        let run = run.unwrap_or_default();
        match self.task {
            Task::Link => run,
            Task::Dedupe => {
                let own = run.partition_point(|other| other.record <= meet.left);
                run.get(own..).unwrap_or_default()
            }
        }
    }
}

impl Run {
    fn pairs(&self, task: Task) -> u64 {
        let right = u64::from(self.to - self.from);
        match task {
            Task::Link => u64::from(self.left) * right,
            Task::Dedupe => right * right.saturating_sub(1) / 2,
        }
    }
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
                left: 0,
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

    /// The run with this digest, with one more on the left.
    #[inline]
    fn meet(&mut self, digest: u32) -> Option<u32> {
        let bits = (digest >> self.shift) as usize;
        let from = *self.first.get(bits)?;
        let to = *self.first.get(bits + 1)?;
        let runs = self.all.get_mut(from as usize..to as usize)?;
        let (at, run) = (from..).zip(runs).find(|(_, run)| run.digest == digest)?;
        run.left += 1;
        Some(at)
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
pub fn keep<T: Copy>(all: &mut Vec<T>, is_it: impl Fn(&T) -> bool) {
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
