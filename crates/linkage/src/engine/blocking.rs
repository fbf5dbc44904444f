//! Lists too long to compare every pair: only pairs are looked at that agree in some combination of
//! fields. A combination that too many share is left to longer ones (dynamic blocking: `McNeill`, Kardes
//! and Borthwick 2012).

mod keys;
mod meeting;
#[cfg(test)]
mod tests;

use std::sync::atomic::{AtomicU64, Ordering};

use rayon::prelude::*;

use self::{
    keys::{Brought, Coded, GROUP, Group, Key, Place, Rows},
    meeting::{Meeting, keep},
};
use super::{
    lot,
    pattern::Pattern,
    plan::{Comparison, Comparisons},
    scan::Task,
};
use crate::{
    list::FieldKind,
    watch::{Stage, Stopped, Watch},
};

/// Pairs that one combination may bring for each record, on average.
const PAIRS_FOR_EACH: u64 = 3;
/// Blocks gone through in one go.
const CHUNK: usize = 4096;
/// Pairs compared in one go: what is looked at of so many stays at hand.
const LOT: usize = 1024;
/// Blocks of fewer pairs are counted by their size.
const SMALL: usize = 1024;
/// No block is too large.
const ANY_SIZE: u64 = u64::MAX;
/// A combination is told in so many parts.
const PARTS: u64 = 1_000;

/// All combinations.
pub struct Blocking<'a> {
    comparisons: &'a Comparisons,
    /// By code, the comparison that it is of.
    comparison_of: Vec<usize>,
    /// By comparison, where its value stands in a row.
    place_of: Vec<Place>,
    left: Rows,
    /// None where a list is compared with itself.
    right: Option<Rows>,
    keys: Vec<Key>,
    brought: Brought,
    /// By left record, the combinations whose block it is in was left out, as bits by their number.
    crowded: Vec<u64>,
    /// The combinations of which no block was left out, as bits by their number.
    whole: u64,
}

impl<'a> Blocking<'a> {
    /// Chooses the combinations.
    pub fn new(comparisons: &'a Comparisons, task: Task) -> Self {
        let coded = keys::coded(comparisons);
        let keys = keys::combinations(&coded);
        let (left, right, place_of) = rows(comparisons, &coded);
        Self {
            comparisons,
            comparison_of: coded.iter().map(|c| c.comparison).collect(),
            place_of,
            left: Rows::new(&left, comparisons.left),
            right: (task == Task::Link).then(|| Rows::new(&right, comparisons.right)),
            brought: Brought::new(&keys, coded.len()),
            keys,
            crowded: vec![0; comparisons.left as usize],
            whole: 0,
        }
    }

    /// The kinds of field of each combination.
    pub fn kinds(&self) -> Vec<Vec<FieldKind>> {
        let kind = |code: usize| {
            let comparison = *self.comparison_of.get(code)?;
            self.comparisons.each.get(comparison).map(|c| c.kind)
        };
        let of_key = |key: &Key| {
            let codes = (0..32).filter(|at| key.0 >> at & 1 == 1);
            codes.filter_map(kind).collect()
        };
        let mut kinds: Vec<Vec<FieldKind>> = self.keys.iter().map(of_key).collect();
        kinds.sort();
        kinds.dedup();
        kinds
    }

    /// Shows each pair once to `step`, with what it comes to, some at a time on each thread, and to
    /// `done` what was made of each combination, in order. Combinations are gone through one after
    /// another, so that only one is in memory; of the first ones, as many as were done `before`, no
    /// pair is shown.
    ///
    /// # Errors
    /// [`Stopped`] when the watcher says so.
    pub fn each_pair<T: Send>(
        &mut self,
        before: usize,
        watch: &dyn Watch,
        begin: impl Fn() -> T + Sync,
        step: impl Fn(&mut T, u32, u32, Pattern) + Sync,
        mut done: impl FnMut(Vec<T>),
    ) -> Result<(), Stopped> {
        let of = self.keys.len() as u64 * PARTS;
        for at in 0..self.keys.len() {
            watch.at(Stage::Comparing, at as u64 * PARTS, of)?;
            let Some(&key) = self.keys.get(at) else {
                break;
            };
            let within = self.earlier_within(at);
            if within & self.whole != 0 {
                // All that it could bring was brought.
                if at >= before {
                    done(Vec::new());
                }
                continue;
            }
            let records = (self.comparisons.left, self.comparisons.right);
            let meeting = Meeting::new(&self.left, self.right.as_ref(), records, key);
            let most = self.size_within_budget(&meeting);
            if most == ANY_SIZE {
                self.whole |= 1 << at;
            } else {
                self.leave_out(at, &meeting, most);
            }
            if at < before {
                continue;
            }
            let this = &*self;
            let chunks = meeting.blocks.len().div_ceil(CHUNK).max(1) as u64;
            let gone = AtomicU64::new(0);
            let parts: Vec<T> = meeting
                .blocks
                .par_chunks(CHUNK)
                .map(|chunk| {
                    let gone = gone.fetch_add(1, Ordering::Relaxed);
                    watch.at(
                        Stage::Comparing,
                        (at as u64 * chunks + gone) * PARTS / chunks,
                        of,
                    )?;
                    let mut part = begin();
                    let mut pairs = Vec::with_capacity(LOT);
                    let show = &mut |left, right, pattern| step(&mut part, left, right, pattern);
                    for block in chunk.iter().filter(|block| meeting.pairs(block) <= most) {
                        for (left, others) in meeting.of(block) {
                            // What a shorter combination brought is passed over.
                            if within & !this.crowded_of(left) != 0 {
                                continue;
                            }
                            for other in others {
                                pairs.push((left, other.record));
                                if pairs.len() == LOT {
                                    this.compare(at, &mut pairs, show);
                                }
                            }
                        }
                    }
                    this.compare(at, &mut pairs, show);
                    Ok(part)
                })
                .collect::<Result<_, Stopped>>()?;
            done(parts);
        }
        Ok(())
    }

    /// Shows those pairs that this combination is the first to bring with what they come to, and takes
    /// all away.
    fn compare(
        &self,
        key: usize,
        pairs: &mut Vec<(u32, u32)>,
        show: &mut impl FnMut(u32, u32, Pattern),
    ) {
        self.right_rows()
            .fetch(pairs.iter().map(|&(_, right)| right));
        keep(pairs, |&(left, right)| {
            let brought = self.brought_by(left, self.left.of(left), self.right_row(right));
            brought.trailing_zeros() as usize == key
        });
        let right_rows = self.right_rows();
        let place = |comparison: usize| self.place_of.get(comparison).copied();
        let patterns = lot::patterns(self.comparisons, pairs, |pairs, of, values| {
            let [Some(mine), Some(theirs)] = of.map(place) else {
                return;
            };
            values.extend(pairs.iter().map(|&(left, right)| {
                (self.left.cell(left, mine), right_rows.cell(right, theirs))
            }));
        });
        for (&(left, right), pattern) in pairs.iter().zip(patterns) {
            show(left, right, pattern);
        }
        pairs.clear();
    }

    /// Marks the records of blocks of more pairs than that.
    fn leave_out(&mut self, key: usize, meeting: &Meeting, most: u64) {
        let large = meeting
            .blocks
            .iter()
            .filter(|block| meeting.pairs(block) > most);
        for (left, _) in large.flat_map(|block| meeting.of(block)) {
            if let Some(crowded) = self.crowded.get_mut(left as usize) {
                *crowded |= 1 << key;
            }
        }
    }

    #[inline]
    fn right_row(&self, right: u32) -> &[Group] {
        self.right_rows().of(right)
    }

    fn right_rows(&self) -> &Rows {
        self.right.as_ref().unwrap_or(&self.left)
    }

    /// Whether some combination brings this pair.
    pub fn covers(&self, left: u32, right: u32) -> bool {
        self.brought_by(left, self.left.of(left), self.right_row(right)) != 0
    }

    /// The combinations that bring a pair, as bits by their number. Blocks of later combinations are
    /// not yet known to be too crowded while an earlier one is gone through.
    #[inline]
    fn brought_by(&self, left: u32, mine: &[Group], theirs: &[Group]) -> u64 {
        self.brought.by(self.agreeing(mine, theirs)) & !self.crowded_of(left)
    }

    #[inline]
    fn crowded_of(&self, left: u32) -> u64 {
        self.crowded.get(left as usize).copied().unwrap_or(0)
    }

    /// The combinations before this one whose codes are all among its own: what agrees in it agrees
    /// in each of them.
    fn earlier_within(&self, key: usize) -> u64 {
        let within = self.keys.get(key).map_or(0, |key| self.brought.by(key.0));
        within & ((1 << key) - 1)
    }

    /// The codes in which two records agree, as bits.
    #[inline]
    fn agreeing(&self, mine: &[Group], theirs: &[Group]) -> u32 {
        let groups = (0..).step_by(GROUP).zip(mine.iter().zip(theirs));
        let agree = groups
            .take(self.comparison_of.len().div_ceil(GROUP))
            .fold(0, |bits, (at, (a, b))| bits | a.agreeing(b) << at);
        agree & ((1 << self.comparison_of.len()) - 1)
    }

    /// The most pairs that a block may have, so that all within it stay within the budget.
    fn size_within_budget(&self, meeting: &Meeting) -> u64 {
        let longer = self.comparisons.left.max(self.comparisons.right);
        let budget = PAIRS_FOR_EACH * u64::from(longer);
        // Most are small, and of each small size they are counted.
        let mut small = [0u64; SMALL];
        let mut large = Vec::new();
        for size in meeting.blocks.iter().map(|block| meeting.pairs(block)) {
            match usize::try_from(size).ok().and_then(|at| small.get_mut(at)) {
                Some(pairs) => *pairs += size,
                None => large.push(size),
            }
        }
        large.sort_unstable();
        let large = large.chunk_by(|a, b| a == b);
        let large = large.map(|same| (same.first().copied().unwrap_or(0), same.iter().sum()));
        let mut sum = 0;
        for (size, pairs) in (0..).zip(small).chain(large) {
            sum += pairs;
            if sum > budget {
                return size - 1;
            }
        }
        ANY_SIZE
    }
}

/// What stands in the rows of either side, and by comparison where its value does.
fn rows<'c>(
    comparisons: &'c Comparisons,
    coded: &'c [Coded],
) -> (Vec<&'c [u32]>, Vec<&'c [u32]>, Vec<Place>) {
    let (mut left, mut right): (Vec<&[u32]>, Vec<&[u32]>) =
        coded.iter().map(|c| (&*c.left, &*c.right)).unzip();
    let mut place = |(comparison, c): (usize, &'c Comparison)| {
        // The first code of a comparison is its value.
        let known = coded.iter().position(|code| code.comparison == comparison);
        Place::new(known.unwrap_or_else(|| {
            left.push(&c.left.of_record);
            right.push(&c.right.of_record);
            left.len() - 1
        }))
    };
    let place_of = comparisons
        .each
        .iter()
        .enumerate()
        .map(&mut place)
        .collect();
    (left, right, place_of)
}
