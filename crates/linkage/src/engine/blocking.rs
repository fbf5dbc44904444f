//! Lists too long to compare every pair: only pairs are looked at that agree in some combination of
//! fields. A combination that too many share is left to longer ones (dynamic blocking: `McNeill`, Kardes
//! and Borthwick 2012).

mod keys;

use std::sync::atomic::{AtomicU64, Ordering};

use rayon::prelude::*;

use self::keys::{Codes, Key, Stand};
use super::{plan::Comparisons, scan::Task};
use crate::{
    list::{FieldKind, MISSING},
    watch::{Stage, Stopped, Watch},
};

/// Pairs that one combination may bring for each record, on average.
const PAIRS_FOR_EACH: u64 = 3;
/// Blocks gone through in one go.
const CHUNK: usize = 512;
/// A combination is told in so many parts.
const PARTS: u64 = 1_000;

/// All combinations.
pub struct Blocking<'a> {
    comparisons: &'a Comparisons,
    task: Task,
    /// By code, the comparison that it is of.
    comparison_of: Vec<usize>,
    left: Codes,
    /// None where a list is compared with itself.
    right: Option<Codes>,
    keys: Vec<Key>,
}

/// Records that agree in one combination: left ones, then right ones.
struct Block {
    from: usize,
    middle: usize,
    to: usize,
}

impl<'a> Blocking<'a> {
    /// Chooses the combinations.
    pub fn new(comparisons: &'a Comparisons, task: Task) -> Self {
        let coded = keys::coded(comparisons);
        let right = match task {
            Task::Link => Some(Codes::new(
                coded.iter().map(|c| &c.right),
                comparisons.right,
            )),
            Task::Dedupe => None,
        };
        Self {
            comparisons,
            task,
            comparison_of: coded.iter().map(|c| c.comparison).collect(),
            left: Codes::new(coded.iter().map(|c| &c.left), comparisons.left),
            right,
            keys: keys::combinations(&coded),
        }
    }

    /// The kinds of field of each combination.
    pub fn kinds(&self) -> Vec<Vec<FieldKind>> {
        let kind = |code: usize| {
            let comparison = *self.comparison_of.get(code)?;
            self.comparisons.each.get(comparison).map(|c| c.kind)
        };
        let of_key = |key: &Key| {
            let codes = (0..32).filter(|at| key.codes >> at & 1 == 1);
            codes.filter_map(kind).collect()
        };
        let mut kinds: Vec<Vec<FieldKind>> = self.keys.iter().map(of_key).collect();
        kinds.sort();
        kinds.dedup();
        kinds
    }

    /// Shows each pair once to `step`, some at a time on each thread, and to `done` what was made of
    /// each combination, in order. Combinations are gone through one after another, so that only one
    /// is in memory; of the first ones, as many as were done `before`, no pair is shown.
    ///
    /// # Errors
    /// [`Stopped`] when the watcher says so.
    pub fn each_pair<T: Send>(
        &mut self,
        before: usize,
        watch: &dyn Watch,
        begin: impl Fn() -> T + Sync,
        step: impl Fn(&mut T, u32, u32) + Sync,
        mut done: impl FnMut(Vec<T>),
    ) -> Result<(), Stopped> {
        let of = self.keys.len() as u64 * PARTS;
        for at in 0..self.keys.len() {
            watch.at(Stage::Comparing, at as u64 * PARTS, of)?;
            let Some(key) = self.keys.get(at) else {
                break;
            };
            let records = (self.comparisons.left, self.comparisons.right);
            let stands = keys::stands(&self.left, self.right.as_ref(), records, key.codes);
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
            if at < before {
                continue;
            }
            let this = &*self;
            let chunks = blocks.len().div_ceil(CHUNK).max(1) as u64;
            let gone = AtomicU64::new(0);
            let parts: Vec<T> = blocks
                .par_chunks(CHUNK)
                .map(|chunk| {
                    let gone = gone.fetch_add(1, Ordering::Relaxed);
                    watch.at(
                        Stage::Comparing,
                        (at as u64 * chunks + gone) * PARTS / chunks,
                        of,
                    )?;
                    let mut part = begin();
                    for block in chunk.iter().filter(|b| b.pairs(this.task) <= most) {
                        this.pairs_of(at, &stands, block, &mut part, &step);
                    }
                    Ok(part)
                })
                .collect::<Result<_, Stopped>>()?;
            done(parts);
        }
        Ok(())
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
        for (i, stand) in left.iter().enumerate() {
            let one = stand.record();
            let others = match self.task {
                Task::Link => right,
                Task::Dedupe => left.get(i + 1..).unwrap_or_default(),
            };
            for other in others.iter().map(|stand| stand.record()) {
                if self.is_new(key, one, other) {
                    match self.task {
                        Task::Link => step(part, one, other),
                        Task::Dedupe => step(part, one.min(other), one.max(other)),
                    }
                }
            }
        }
    }

    /// Whether this combination brings the pair and no earlier one has.
    fn is_new(&self, key: usize, left: u32, right: u32) -> bool {
        let agree = self.agreeing(left, right);
        let (Some(this), Some(earlier)) = (self.keys.get(key), self.keys.get(..key)) else {
            return false;
        };
        this.codes & agree == this.codes
            && !earlier
                .iter()
                .any(|earlier| self.brings(earlier, agree, left))
    }

    /// Whether some combination brings this pair.
    pub fn covers(&self, left: u32, right: u32) -> bool {
        let agree = self.agreeing(left, right);
        self.keys.iter().any(|key| self.brings(key, agree, left))
    }

    fn brings(&self, key: &Key, agree: u32, left: u32) -> bool {
        key.codes & agree == key.codes
            && (key.crowded.is_empty()
                || keys::hash(self.left.of(left), key.codes)
                    .is_some_and(|hash| !key.crowded.contains(&hash)))
    }

    /// The codes in which two records agree, as bits.
    fn agreeing(&self, left: u32, right: u32) -> u32 {
        let right = self.right.as_ref().unwrap_or(&self.left).of(right);
        let codes = self.left.of(left).iter().zip(right);
        (0..).zip(codes).fold(0, |bits, (at, (a, b))| {
            bits | u32::from(a == b && *a != MISSING) << at
        })
    }

    fn blocks(&self, stands: &[Stand]) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut from = 0;
        for same in stands.chunk_by(|a, b| a.hash == b.hash) {
            let middle = from + same.partition_point(|stand| !stand.is_right());
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
        let longer = self.comparisons.left.max(self.comparisons.right);
        let budget = PAIRS_FOR_EACH * u64::from(longer);
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

impl Block {
    fn pairs(&self, task: Task) -> u64 {
        let left = (self.middle - self.from) as u64;
        match task {
            Task::Link => left * (self.to - self.middle) as u64,
            Task::Dedupe => left * left.saturating_sub(1) / 2,
        }
    }
}
