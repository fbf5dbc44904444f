//! Lists too long to compare every pair: only pairs are looked at that agree in some combination of
//! fields. A combination that too many share is left to longer ones (dynamic blocking, after McNeill,
//! Kardes and Borthwick 2012).

use std::{
    hash::{BuildHasher, Hasher},
    sync::Arc,
};

use hashbrown::HashSet;
use rayon::prelude::*;

use super::{
    comparator::Coarse,
    joint::{Column, Side},
    plan::Comparisons,
    scan::Task,
};
use crate::{
    hash::Fixed,
    list::{FieldKind, MISSING},
    watch::{Stage, Stopped, Watch},
};

/// Pairs that one combination may bring for each record, on average.
const PAIRS_FOR_EACH: u64 = 3;
/// The fields that combinations are made of: those that tell most.
const MOST_KEYED: usize = 6;

/// What of a field must agree: its value, or something coarser that misspelling leaves alone.
struct Coded {
    comparison: usize,
    left: Arc<[u32]>,
    right: Arc<[u32]>,
}

/// Codes that must all agree, and the combinations that too many share.
struct Key {
    codes: Vec<usize>,
    /// Hashes of the blocks that were left out.
    crowded: HashSet<u64, Fixed>,
}

/// All combinations.
pub struct Blocking<'a> {
    comparisons: &'a Comparisons,
    task: Task,
    coded: Vec<Coded>,
    keys: Vec<Key>,
}

/// Where one record stands in one combination.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Stand {
    hash: u64,
    /// Left records before right ones.
    right: bool,
    record: u32,
}

impl<'a> Blocking<'a> {
    /// Chooses the combinations.
    pub fn new(comparisons: &'a Comparisons, task: Task) -> Self {
        let coded = coded(comparisons);
        let mut blocking = Self {
            comparisons,
            task,
            keys: combinations(comparisons, &coded),
            coded,
        };
        // A pair that exchanged its names is found by the names in either order.
        blocking.keys.retain(|key| !key.codes.is_empty());
        blocking
    }

    /// The kinds of field of each combination.
    pub fn kinds(&self) -> Vec<Vec<FieldKind>> {
        let kind = |&code: &usize| {
            let comparison = self.coded.get(code)?.comparison;
            self.comparisons.each.get(comparison).map(|c| c.kind)
        };
        let mut kinds: Vec<Vec<FieldKind>> = self
            .keys
            .iter()
            .map(|key| key.codes.iter().filter_map(kind).collect())
            .collect();
        kinds.sort();
        kinds.dedup();
        kinds
    }

    /// Shows each pair once to `step`, some at a time on each thread; the results are in order.
    /// Combinations are gone through one after another, so that only one is in memory.
    ///
    /// # Errors
    /// [`Stopped`] when the watcher says so.
    pub fn each_pair<T: Send>(
        &mut self,
        watch: &dyn Watch,
        begin: impl Fn() -> T + Sync,
        step: impl Fn(&mut T, u32, u32) + Sync,
    ) -> Result<Vec<T>, Stopped> {
        let mut made = Vec::new();
        for at in 0..self.keys.len() {
            watch.at(Stage::Comparing, at as u64, self.keys.len() as u64)?;
            let stands = self.stands(at);
            let blocks = self.blocks(&stands);
            let most = self.size_within_budget(&blocks);
            let crowded = blocks
                .iter()
                .filter(|block| block.pairs(self.task) > most)
                .filter_map(|block| Some(stands.get(block.from)?.hash))
                .collect();
            if let Some(key) = self.keys.get_mut(at) {
                key.crowded = crowded;
            }
            let this = &*self;
            let parts: Vec<T> = blocks
                .par_chunks(1024)
                .map(|chunk| {
                    let mut part = begin();
                    for block in chunk.iter().filter(|b| b.pairs(this.task) <= most) {
                        this.pairs_of(at, &stands, block, &mut part, &step);
                    }
                    part
                })
                .collect();
            made.extend(parts);
        }
        Ok(made)
    }

    fn pairs_of<T>(
        &self,
        key: usize,
        stands: &[Stand],
        block: &Block,
        part: &mut T,
        step: &impl Fn(&mut T, u32, u32),
    ) {
        let left = stands.get(block.from..block.middle).unwrap_or_default();
        let right = stands.get(block.middle..block.to).unwrap_or_default();
        match self.task {
            Task::Link => {
                for a in left {
                    for b in right
                        .iter()
                        .filter(|b| self.is_new(key, a.record, b.record))
                    {
                        step(part, a.record, b.record);
                    }
                }
            }
            Task::Dedupe => {
                for (i, a) in left.iter().enumerate() {
                    let later = left.iter().skip(i + 1);
                    for b in later.filter(|b| self.is_new(key, a.record, b.record)) {
                        step(part, a.record.min(b.record), a.record.max(b.record));
                    }
                }
            }
        }
    }

    /// Whether no earlier combination has brought this pair.
    fn is_new(&self, key: usize, left: u32, right: u32) -> bool {
        let codes = self
            .keys
            .get(key)
            .map(|k| k.codes.as_slice())
            .unwrap_or_default();
        let agree = codes.iter().all(|&code| self.agree(code, left, right));
        agree
            && !self
                .keys
                .iter()
                .take(key)
                .any(|earlier| self.brings(earlier, left, right))
    }

    /// Whether some combination brings this pair.
    pub fn covers(&self, left: u32, right: u32) -> bool {
        self.keys.iter().any(|key| self.brings(key, left, right))
    }

    fn brings(&self, key: &Key, left: u32, right: u32) -> bool {
        key.codes.iter().all(|&code| self.agree(code, left, right))
            && (key.crowded.is_empty()
                || hash(&self.codes(key, Side::Left), left)
                    .is_some_and(|hash| !key.crowded.contains(&hash)))
    }

    fn agree(&self, code: usize, left: u32, right: u32) -> bool {
        self.coded.get(code).is_some_and(|c| {
            let a = c.left.get(left as usize).copied();
            a.is_some_and(|a| a != MISSING) && a == c.right.get(right as usize).copied()
        })
    }

    fn stands(&self, key: usize) -> Vec<Stand> {
        let Some(key) = self.keys.get(key) else {
            return Vec::new();
        };
        let sides: &[(Side, u32)] = match self.task {
            Task::Link => &[
                (Side::Left, self.comparisons.left),
                (Side::Right, self.comparisons.right),
            ],
            Task::Dedupe => &[(Side::Left, self.comparisons.left)],
        };
        let mut stands = Vec::new();
        for &(side, records) in sides {
            let codes = self.codes(key, side);
            stands.extend((0..records).filter_map(|record| {
                let hash = hash(&codes, record)?;
                let right = side == Side::Right;
                Some(Stand {
                    hash,
                    right,
                    record,
                })
            }));
        }
        stands.par_sort_unstable();
        stands
    }

    fn codes(&self, key: &Key, side: Side) -> Vec<&[u32]> {
        let coded = key.codes.iter().filter_map(|&code| self.coded.get(code));
        coded
            .map(|coded| match side {
                Side::Left => coded.left.as_ref(),
                Side::Right => coded.right.as_ref(),
            })
            .collect()
    }

    fn blocks(&self, stands: &[Stand]) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut from = 0;
        for same in stands.chunk_by(|a, b| a.hash == b.hash) {
            let middle = from + same.partition_point(|stand| !stand.right);
            let block = Block {
                from,
                middle,
                to: from + same.len(),
            };
            from = block.to;
            if block.pairs(self.task) > 0 {
                blocks.push(block);
            }
        }
        blocks
    }

    /// The most pairs that a block may have, so that all within it stay within the budget.
    fn size_within_budget(&self, blocks: &[Block]) -> u64 {
        let budget = PAIRS_FOR_EACH * u64::from(self.comparisons.left.max(self.comparisons.right));
        let mut sizes: Vec<u64> = blocks.iter().map(|b| b.pairs(self.task)).collect();
        sizes.sort_unstable();
        let mut sum = 0;
        for same in sizes.chunk_by(|a, b| a == b) {
            sum += same.iter().sum::<u64>();
            if sum > budget {
                return same.first().map_or(0, |size| size - 1);
            }
        }
        u64::MAX
    }
}

/// A digest of a record's codes; none where one is missing.
fn hash(codes: &[&[u32]], record: u32) -> Option<u64> {
    let mut hasher = Fixed.build_hasher();
    for of_record in codes {
        let code = of_record.get(record as usize).copied()?;
        if code == MISSING {
            return None;
        }
        hasher.write_u32(code);
    }
    Some(hasher.finish())
}

/// Records that agree in one combination: left ones, then right ones.
struct Block {
    from: usize,
    middle: usize,
    to: usize,
}

impl Block {
    fn pairs(&self, task: Task) -> u64 {
        let left = (self.middle - self.from) as u64;
        match task {
            Task::Link => left * (self.to - self.middle) as u64,
            Task::Dedupe => left * left.saturating_sub(1) / 2,
        }
    }
}

/// The fields that tell most, each by its value and, where it has one, by its coarser code.
fn coded(comparisons: &Comparisons) -> Vec<Coded> {
    let mut order: Vec<(u64, usize)> = (0..)
        .zip(&comparisons.each)
        .map(|(i, c)| (same_pairs(&c.left, &c.right), i))
        .collect();
    order.sort_unstable();
    let mut coded = Vec::new();
    for &(_, i) in order.iter().take(MOST_KEYED) {
        let Some(c) = comparisons.each.get(i) else {
            continue;
        };
        coded.push(Coded {
            comparison: i,
            left: c.left.of_record.clone(),
            right: c.right.of_record.clone(),
        });
        if let Some(coarse) = c.comparator.coarse() {
            let Coarse { of_value } = coarse;
            let codes = |column: &Column| {
                let of = |&v: &u32| of_value.get(v as usize).copied().unwrap_or(MISSING);
                column.of_record.iter().map(of).collect()
            };
            coded.push(Coded {
                comparison: i,
                left: codes(&c.left),
                right: codes(&c.right),
            });
        }
    }
    coded
}

fn same_pairs(left: &Column, right: &Column) -> u64 {
    let counts = left.counts.iter().zip(right.counts.iter());
    counts.map(|(&a, &b)| u64::from(a) * u64::from(b)).sum()
}

/// Single fields by their values; two and three fields by their coarser codes.
fn combinations(comparisons: &Comparisons, coded: &[Coded]) -> Vec<Key> {
    let _ = comparisons;
    let fields: Vec<usize> = {
        let mut fields: Vec<usize> = coded.iter().map(|c| c.comparison).collect();
        fields.dedup();
        fields
    };
    let exact = |field| coded.iter().position(|c| c.comparison == field);
    let coarse = |field| coded.iter().rposition(|c| c.comparison == field);
    let mut keys: Vec<Vec<Option<usize>>> = Vec::new();
    keys.extend(fields.iter().map(|&f| vec![exact(f)]));
    for (n, &a) in fields.iter().enumerate() {
        for &b in fields.iter().skip(n + 1) {
            keys.push(vec![coarse(a), coarse(b)]);
        }
    }
    for (n, &a) in fields.iter().enumerate() {
        for (m, &b) in fields.iter().enumerate().skip(n + 1) {
            for &c in fields.iter().skip(m + 1) {
                keys.push(vec![coarse(a), coarse(b), coarse(c)]);
            }
        }
    }
    keys.into_iter()
        .map(|codes| Key {
            codes: codes.into_iter().flatten().collect(),
            crowded: HashSet::with_hasher(Fixed),
        })
        .collect()
}
