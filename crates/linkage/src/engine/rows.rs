//! For each value of the left list, the values of the right list that do not differ from it.

use std::sync::atomic::{AtomicU64, Ordering};

use rayon::prelude::*;

use super::{
    comparator::{Among, Comparator, Level},
    progress::Going,
};
use crate::watch::{Stage, Stopped, Watch};

/// One comparison's rows, sparse: what is not listed differs.
#[derive(Debug)]
pub struct Rows {
    starts: Vec<u32>,
    cells: Vec<(u32, Level)>,
}

/// Values compared in one go, between two looks at whoever watches.
const CHUNK: usize = 64;

/// The rows of some values, one after another, with the length of each.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Part {
    /// The values, in rising order, and how long the row of each is.
    pub lengths: Vec<(u32, u32)>,
    /// The rows.
    pub cells: Vec<(u32, Level)>,
}

/// Which values are to be compared.
pub struct Job<'a> {
    /// The job's number among those of the scan.
    pub number: u32,
    pub comparator: &'a dyn Comparator,
    /// Values of the left list and of the right one, both in rising order.
    pub left: Vec<u32>,
    pub right: Vec<u32>,
}

impl Job<'_> {
    /// How many pairs of values there are.
    pub fn pairs(&self) -> u64 {
        self.left.len() as u64 * self.right.len() as u64
    }
}

/// How far the jobs of a scan are, in pairs of values: some in jobs that are done, of so many.
#[derive(Debug, Clone, Copy)]
pub struct Before {
    pub done: u64,
    pub of: u64,
}

impl Rows {
    /// Compares each left value of a job with each right one, but for what was done before.
    ///
    /// # Errors
    /// [`Stopped`] when the watcher says so.
    pub fn new(
        job: &Job,
        before: Before,
        going: &mut Going,
        watch: &dyn Watch,
    ) -> Result<Self, Stopped> {
        let right = job.right.len() as u64;
        let already = going.values_done(job.number).min(job.left.len());
        let done = AtomicU64::new(already as u64);
        let rest = job.left.get(already..).unwrap_or_default();
        let among = job.comparator.among(&job.right);
        for group in rest.chunks(going.at_once(rest.len(), CHUNK)) {
            let parts: Vec<Part> = group
                .par_chunks(CHUNK)
                .map(|chunk| {
                    let values = done.fetch_add(chunk.len() as u64, Ordering::Relaxed);
                    watch.at(Stage::Preparing, before.done + values * right, before.of)?;
                    Ok(part(among.as_ref(), chunk))
                })
                .collect::<Result<_, Stopped>>()?;
            going.values_compared(job.number, parts);
        }
        Ok(going.rows_of(job.number, Self::joined))
    }

    fn joined(parts: &[Part]) -> Self {
        let mut starts = vec![0];
        let mut cells = Vec::with_capacity(parts.iter().map(|part| part.cells.len()).sum());
        let mut end = 0;
        for part in parts {
            for &(value, length) in &part.lengths {
                // Values that were not asked for have empty rows.
                starts.resize(value as usize + 1, end);
                end += length;
                starts.push(end);
            }
            cells.extend_from_slice(&part.cells);
        }
        Self { starts, cells }
    }

    /// The values like this one, each with its level.
    pub fn of(&self, value: u32) -> &[(u32, Level)] {
        let at = |v: usize| self.starts.get(v).map(|&s| s as usize);
        let v = value as usize;
        at(v)
            .zip(at(v + 1))
            .and_then(|(from, to)| self.cells.get(from..to))
            .unwrap_or_default()
    }

    /// Every cell, with the left value whose row it is in.
    pub fn cells(&self) -> impl Iterator<Item = (u32, u32, Level)> {
        let rows = self.starts.len().saturating_sub(1);
        (0..number(rows)).flat_map(|v| self.of(v).iter().map(move |&(w, level)| (v, w, level)))
    }
}

fn part(among: &dyn Among, values: &[u32]) -> Part {
    let mut part = Part::default();
    for &value in values {
        let before = part.cells.len();
        among.alike(value, &mut part.cells);
        part.lengths
            .push((value, number(part.cells.len() - before)));
    }
    part
}

/// Counts here stay below what 32 bits hold; what does not is cut off there.
fn number(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
