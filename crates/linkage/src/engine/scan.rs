//! All pairs: each record of the left list against every record of the right one, touching only
//! those that agree with it in something.

use std::sync::Arc;

use rayon::prelude::*;

use super::{
    comparator::{Comparator, Level, NameParts},
    joint::Column,
    pattern::{Histogram, Pattern},
    rows::Rows,
};
use crate::watch::{Stage, Stopped, Watch};

/// One comparison as the scan needs it.
pub struct Lane {
    pub comparator: Arc<dyn Comparator>,
    pub rows: Arc<Rows>,
    pub left: Column,
    pub right: Column,
    postings: Postings,
    /// Whether agreement here is rare enough to begin with.
    active: bool,
}

/// The records that have each value.
#[derive(Debug)]
struct Postings {
    starts: Vec<u32>,
    records: Vec<u32>,
}

impl Postings {
    fn new(column: &Column) -> Self {
        let mut starts = Vec::with_capacity(column.counts.len() + 1);
        let mut end = 0;
        starts.push(0);
        for count in column.counts.iter() {
            end += count;
            starts.push(end);
        }
        let mut next = starts.clone();
        let mut records = vec![0; end as usize];
        for (record, &value) in (0..).zip(column.of_record.iter()) {
            let Some(at) = next.get_mut(value as usize) else {
                continue;
            };
            if let Some(slot) = records.get_mut(*at as usize) {
                *slot = record;
            }
            *at += 1;
        }
        Self { starts, records }
    }

    fn of(&self, value: u32) -> &[u32] {
        let at = |v: usize| self.starts.get(v).map_or(0, |&s| s as usize);
        let v = value as usize;
        self.records.get(at(v)..at(v + 1)).unwrap_or_default()
    }
}

/// Two comparisons whose values may stand in each other's place, and the lanes that compare them
/// crosswise.
#[derive(Debug, Clone, Copy)]
pub struct Exchange {
    pub given: usize,
    pub family: usize,
    pub given_with_family: usize,
    pub family_with_given: usize,
}

/// Above this share of all pairs agreement in a field is no reason to look at a pair.
const RARE: f64 = 0.05;

impl Lane {
    /// A lane over rows that were compared before.
    pub fn new(
        comparator: Arc<dyn Comparator>,
        rows: Arc<Rows>,
        left: Column,
        right: Column,
    ) -> Self {
        let all = f64::from(left.present) * f64::from(right.present);
        let touched: f64 = rows
            .cells()
            .map(|(v, w, _)| f64::from(left.count(v)) * f64::from(right.count(w)))
            .sum();
        Self {
            postings: Postings::new(&right),
            active: touched <= RARE * all,
            comparator,
            rows,
            left,
            right,
        }
    }
}

/// Whether a list is compared with another or with itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Task {
    /// Two lists.
    Link,
    /// One list with itself: each pair once.
    Dedupe,
}

/// Everything that a scan reads.
pub struct Scan {
    pub lanes: Vec<Lane>,
    pub exchange: Option<Exchange>,
    pub task: Task,
    pub left: u32,
    /// What a right record's pattern is while nothing agrees.
    base: Vec<Pattern>,
}

/// Room for one thread.
pub struct Scratch {
    patterns: Vec<Pattern>,
    touched: Vec<u32>,
}

const CHUNK: usize = 64;

impl Scan {
    /// Prepares a scan.
    pub fn new(
        lanes: Vec<Lane>,
        exchange: Option<Exchange>,
        task: Task,
        left: u32,
        right: u32,
    ) -> Self {
        let base = (0..right as usize)
            .map(|record| {
                (0..).zip(&lanes).fold(Pattern::default(), |p, (i, lane)| {
                    match lane.right.value(record) {
                        Some(_) if lane.active => p.with(i, lane.comparator.different()),
                        _ => p,
                    }
                })
            })
            .collect();
        Self {
            lanes,
            exchange,
            task,
            left,
            base,
        }
    }

    /// Room for one thread.
    pub fn scratch(&self) -> Scratch {
        Scratch {
            patterns: self.base.clone(),
            touched: Vec::new(),
        }
    }

    /// Every right record that agrees with this left one in anything, with what it comes to.
    pub fn visit(&self, left: u32, scratch: &mut Scratch, mut seen: impl FnMut(u32, Pattern)) {
        let mut mask = 0u64;
        for (i, lane) in (0..).zip(&self.lanes) {
            let Some(value) = lane.left.value(left as usize) else {
                continue;
            };
            mask |= Pattern::default().with(i, Level(0xF)).0;
            if lane.active {
                self.touch(left, i, lane, value, scratch);
            }
        }
        let Scratch { patterns, touched } = scratch;
        for &right in touched.iter() {
            let Some((pattern, base)) = patterns
                .get_mut(right as usize)
                .zip(self.base.get(right as usize))
            else {
                continue;
            };
            let found = Pattern(pattern.0 & mask);
            *pattern = *base;
            seen(right, self.finish(left, right, found));
        }
        touched.clear();
    }

    fn touch(&self, left: u32, at: usize, lane: &Lane, value: u32, scratch: &mut Scratch) {
        let different = lane.comparator.different();
        for &(other, level) in lane.rows.of(value) {
            let fall = Pattern::default().with(at, Level(different.0 - level.0)).0;
            let records = lane.postings.of(other);
            let from = match self.task {
                Task::Link => 0,
                Task::Dedupe => records.partition_point(|&r| r <= left),
            };
            for &right in records.iter().skip(from) {
                let (Some(pattern), Some(base)) = (
                    scratch.patterns.get_mut(right as usize),
                    self.base.get(right as usize),
                ) else {
                    continue;
                };
                if pattern == base {
                    scratch.touched.push(right);
                }
                pattern.0 -= fall;
            }
        }
    }

    /// Adds the fields that are looked up only where others agree, and sees whether names were
    /// exchanged.
    fn finish(&self, left: u32, right: u32, mut pattern: Pattern) -> Pattern {
        for (i, lane) in (0..).zip(&self.lanes).filter(|(_, lane)| !lane.active) {
            let values = lane
                .left
                .value(left as usize)
                .zip(lane.right.value(right as usize));
            if let Some((a, b)) = values {
                pattern = pattern.with(i, lane.comparator.level(a, b));
            }
        }
        self.exchanged(pattern)
    }

    fn exchanged(&self, pattern: Pattern) -> Pattern {
        let Some(e) = self.exchange else {
            return pattern;
        };
        let crosswise = [e.given_with_family, e.family_with_given]
            .map(|i| pattern.level(i))
            .iter()
            .all(|&level| level > Level::NONE && level < NameParts::EXCHANGED);
        let unlike = [e.given, e.family]
            .iter()
            .all(|&i| pattern.level(i) > NameParts::EXCHANGED);
        let plain = pattern
            .with(e.given_with_family, Level::NONE)
            .with(e.family_with_given, Level::NONE);
        if crosswise && unlike {
            plain
                .with(e.given, NameParts::EXCHANGED)
                .with(e.family, Level::NONE)
        } else {
            plain
        }
    }

    /// Counts the patterns of all pairs that agree in anything.
    ///
    /// # Errors
    /// [`Stopped`] when the watcher says so.
    pub fn histogram(&self, watch: &dyn Watch) -> Result<Vec<(Pattern, u64)>, Stopped> {
        let counted = self.each_chunk(watch, Histogram::default, |histogram, scratch, left| {
            self.visit(left, scratch, |_, pattern| histogram.count(pattern));
        })?;
        let all = counted
            .into_iter()
            .fold(Histogram::default(), Histogram::and);
        Ok(all.sorted())
    }

    /// Runs over all left records, some at a time on each thread; the results are in order.
    ///
    /// # Errors
    /// [`Stopped`] when the watcher says so.
    pub fn each_chunk<T: Send>(
        &self,
        watch: &dyn Watch,
        begin: impl Fn() -> T + Sync,
        step: impl Fn(&mut T, &mut Scratch, u32) + Sync,
    ) -> Result<Vec<T>, Stopped> {
        let records: Vec<u32> = (0..self.left).collect();
        records
            .par_chunks(CHUNK)
            .map_init(
                || self.scratch(),
                |scratch, chunk| {
                    let first = chunk.first().copied().unwrap_or(0);
                    watch.at(Stage::Comparing, u64::from(first), u64::from(self.left))?;
                    let mut made = begin();
                    for &left in chunk {
                        step(&mut made, scratch, left);
                    }
                    Ok(made)
                },
            )
            .collect()
    }
}
