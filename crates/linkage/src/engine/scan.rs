//! All pairs: each record of the left list against every record of the right one, touching only
//! those that agree with it in something.

use std::{collections::BTreeSet, sync::Arc};

use rayon::prelude::*;

use super::{
    comparator::Level,
    joint::Column,
    pattern::Pattern,
    plan::Comparisons,
    progress::Going,
    rows::{Before, Job, Rows},
};
use crate::watch::{Stage, Stopped, Watch};

/// Whether a list is compared with another or with itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Task {
    /// Two lists.
    Link,
    /// One list with itself: each pair once.
    Dedupe,
}

/// One comparison as the scan needs it; the last two may compare names crosswise.
struct Lane {
    rows: Arc<Rows>,
    left: Column,
    right: Arc<Postings>,
    different: Level,
    /// Whether agreement here is rare enough to begin with.
    active: bool,
}

/// The records that have each value.
#[derive(Debug)]
struct Postings {
    starts: Vec<u32>,
    records: Vec<u32>,
}

/// Everything that a scan reads.
pub struct Scan<'a> {
    comparisons: &'a Comparisons,
    task: Task,
    lanes: Vec<Lane>,
    /// What a right record's pattern is while nothing agrees.
    base: Vec<Pattern>,
}

/// Room for one thread.
pub struct Scratch {
    patterns: Vec<Pattern>,
    touched: Vec<u32>,
}

/// Above this share of all pairs agreement in a field is no reason to look at a pair,
const RARE: f64 = 0.05;
/// unless it is still so few records that each record agrees with.
const FEW: f64 = 100.0;
const CHUNK: usize = 32;

impl<'a> Scan<'a> {
    /// Compares the values of those left records that will be visited with all on the right.
    ///
    /// # Errors
    /// [`Stopped`] when the watcher says so.
    pub fn new(
        comparisons: &'a Comparisons,
        task: Task,
        visited: &[u32],
        going: &mut Going,
        watch: &dyn Watch,
    ) -> Result<Self, Stopped> {
        let mut scan = Self {
            comparisons,
            task,
            lanes: lanes(comparisons, visited, going, watch)?,
            base: Vec::new(),
        };
        let own = comparisons.each.len();
        if !scan.lanes.iter().take(own).any(|lane| lane.active) {
            scan.lanes.iter_mut().for_each(|lane| lane.active = true);
        }
        let right = comparisons.right as usize;
        scan.base = (0..right).map(|record| scan.base_of(record)).collect();
        Ok(scan)
    }

    fn base_of(&self, record: usize) -> Pattern {
        let lanes = self.lanes.iter().enumerate();
        lanes.fold(Pattern::default(), |pattern, (i, lane)| {
            let has = self
                .right_column(i)
                .is_some_and(|c| c.value(record).is_some());
            if has && lane.active {
                pattern.with(i, lane.different)
            } else {
                pattern
            }
        })
    }

    fn right_column(&self, lane: usize) -> Option<&Column> {
        let each = &self.comparisons.each;
        if let Some(comparison) = each.get(lane) {
            return Some(&comparison.right);
        }
        let e = self.comparisons.exchange?;
        let at = if lane == each.len() {
            e.family
        } else {
            e.given
        };
        each.get(at).map(|c| &c.right)
    }

    /// The rows of one comparison.
    pub fn rows(&self, comparison: usize) -> Option<&Rows> {
        self.lanes.get(comparison).map(|lane| lane.rows.as_ref())
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
        for (i, lane) in self.lanes.iter().enumerate() {
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
            let at = right as usize;
            if let Some((pattern, base)) = patterns.get_mut(at).zip(self.base.get(at)) {
                let found = Pattern(pattern.0 & mask);
                *pattern = *base;
                seen(right, self.finish(left, right, found));
            }
        }
        touched.clear();
    }

    fn touch(&self, left: u32, at: usize, lane: &Lane, value: u32, scratch: &mut Scratch) {
        let Scratch { patterns, touched } = scratch;
        for &(other, level) in lane.rows.of(value) {
            let fall = Pattern::default()
                .with(at, Level(lane.different.0 - level.0))
                .0;
            let records = lane.right.of(other);
            let from = match self.task {
                Task::Link => 0,
                Task::Dedupe => records.partition_point(|&r| r <= left),
            };
            for &right in records.iter().skip(from) {
                let place = right as usize;
                if let Some((pattern, base)) = patterns.get_mut(place).zip(self.base.get(place)) {
                    if pattern == base {
                        touched.push(right);
                    }
                    pattern.0 -= fall;
                }
            }
        }
    }

    /// Adds the fields that are looked up only where others agree, and sees whether names were
    /// exchanged.
    fn finish(&self, left: u32, right: u32, found: Pattern) -> Pattern {
        let own = self.comparisons.each.len();
        let crosswise = [own, own + 1].map(|i| found.level(i));
        let plain = found.with(own, Level::NONE).with(own + 1, Level::NONE);
        let (a, b) = (left as usize, right as usize);
        let lanes = self.lanes.iter().zip(&self.comparisons.each).enumerate();
        let all =
            lanes
                .filter(|(_, (lane, _))| !lane.active)
                .fold(plain, |pattern, (i, (_, c))| {
                    match c.left.value(a).zip(c.right.value(b)) {
                        Some((x, y)) => pattern.with(i, c.comparator.level(x, y)),
                        None => pattern,
                    }
                });
        self.comparisons.exchanged(all, crosswise)
    }

    /// Runs over left records, some at a time on each thread; the results are in order.
    ///
    /// # Errors
    /// [`Stopped`] when the watcher says so.
    pub fn each_chunk<T: Send>(
        &self,
        visited: &[u32],
        watch: &dyn Watch,
        begin: impl Fn() -> T + Sync,
        step: impl Fn(&mut T, &mut Scratch, u32) + Sync,
    ) -> Result<Vec<T>, Stopped> {
        let done = std::sync::atomic::AtomicU64::new(0);
        let of = visited.len() as u64;
        visited
            .par_chunks(CHUNK)
            .map_init(
                || self.scratch(),
                |scratch, chunk| {
                    let before =
                        done.fetch_add(chunk.len() as u64, std::sync::atomic::Ordering::Relaxed);
                    watch.at(Stage::Comparing, before, of)?;
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

fn lanes(
    comparisons: &Comparisons,
    visited: &[u32],
    going: &mut Going,
    watch: &dyn Watch,
) -> Result<Vec<Lane>, Stopped> {
    let each = &comparisons.each;
    let mut lanes = Vec::with_capacity(each.len() + 2);
    let shared = match comparisons.exchange {
        Some(e) => each
            .get(e.given)
            .zip(each.get(e.family))
            .map(|pair| (e, pair)),
        None => None,
    };
    let jobs = jobs(comparisons, visited);
    let of = jobs.iter().map(Job::pairs).sum();
    let mut done = 0;
    let mut made = Vec::with_capacity(jobs.len());
    for job in &jobs {
        let rows = Rows::new(job, Before { done, of }, going, watch)?;
        done += job.pairs();
        made.push(Arc::new(rows));
    }
    // Given and family name share the last job, where names may be exchanged.
    let shared_rows = shared.and(made.last().cloned());
    let mut made = made.into_iter();
    for (i, c) in each.iter().enumerate() {
        let rows = match (&shared_rows, comparisons.exchange) {
            (Some(rows), Some(e)) if i == e.given || i == e.family => Some(rows.clone()),
            _ => made.next(),
        };
        let Some(rows) = rows else { break };
        lanes.push(lane(
            rows,
            &c.left,
            Arc::new(Postings::new(&c.right)),
            c.comparator.different(),
            visited,
        ));
    }
    if let (Some((e, (g, f))), Some(rows)) = (shared, shared_rows) {
        for (left, right) in [(&g.left, e.family), (&f.left, e.given)] {
            let postings = lanes.get(right).map(|lane: &Lane| lane.right.clone());
            if let Some(postings) = postings {
                lanes.push(lane(
                    rows.clone(),
                    left,
                    postings,
                    g.comparator.different(),
                    visited,
                ));
            }
        }
    }
    Ok(lanes)
}

/// What is to be compared: a job for each comparison, but one for given and family name together
/// where they may be exchanged, which is the last.
fn jobs<'a>(comparisons: &'a Comparisons, visited: &[u32]) -> Vec<Job<'a>> {
    let each = &comparisons.each;
    let shared = comparisons.exchange.and_then(|e| {
        let (given, family) = each.get(e.given).zip(each.get(e.family))?;
        Some((e, given, family))
    });
    let is_shared = |i: usize| shared.is_some_and(|(e, ..)| i == e.given || i == e.family);
    let alone = each.iter().enumerate().filter(|(i, _)| !is_shared(*i));
    let mut jobs: Vec<Job> = alone
        .zip(0..)
        .map(|((_, c), number)| Job {
            number,
            comparator: c.comparator.as_ref(),
            left: values(&[&c.left], visited),
            right: standing(&[&c.right]),
        })
        .collect();
    if let Some((_, given, family)) = shared {
        jobs.push(Job {
            number: u32::try_from(jobs.len()).unwrap_or(u32::MAX),
            comparator: given.comparator.as_ref(),
            left: values(&[&given.left, &family.left], visited),
            right: standing(&[&given.right, &family.right]),
        });
    }
    jobs
}

fn lane(
    rows: Arc<Rows>,
    left: &Column,
    right: Arc<Postings>,
    different: Level,
    visited: &[u32],
) -> Lane {
    let touched: usize = visited
        .iter()
        .filter_map(|&record| left.value(record as usize))
        .map(|value| {
            rows.of(value)
                .iter()
                .map(|&(w, _)| right.of(w).len())
                .sum::<usize>()
        })
        .sum();
    let all = visited.len() * right.records.len();
    Lane {
        rows,
        left: left.clone(),
        right,
        different,
        active: super::share(touched as u64, all as u64) <= RARE
            || super::share(touched as u64, visited.len() as u64) <= FEW,
    }
}

/// The values that the visited records have.
fn values(columns: &[&Column], visited: &[u32]) -> Vec<u32> {
    let found: BTreeSet<u32> = columns
        .iter()
        .flat_map(|column| visited.iter().filter_map(|&r| column.value(r as usize)))
        .collect();
    found.into_iter().collect()
}

/// The values that some record has, in order.
fn standing(columns: &[&Column]) -> Vec<u32> {
    let most = columns.iter().map(|c| c.counts.len()).max().unwrap_or(0);
    (0..u32::try_from(most).unwrap_or(u32::MAX))
        .filter(|&value| columns.iter().any(|c| c.count(value) > 0))
        .collect()
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
