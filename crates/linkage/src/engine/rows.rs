//! For each value of the left list, the values of the right list that do not differ from it.

use rayon::prelude::*;

use super::{
    comparator::{Comparator, Level},
    joint::Column,
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

impl Rows {
    /// Compares every value that stands on the left with every value that stands on the right.
    ///
    /// # Errors
    /// [`Stopped`] when the watcher says so.
    pub fn new(
        comparator: &dyn Comparator,
        left: &Column,
        right: &Column,
        watch: &dyn Watch,
    ) -> Result<Self, Stopped> {
        let values: Vec<u32> = (0..).zip(left.counts.iter()).map(|(v, _)| v).collect();
        let others: Vec<u32> = (0..)
            .zip(right.counts.iter())
            .filter(|&(_, &count)| count > 0)
            .map(|(v, _)| v)
            .collect();
        let of = values.len() as u64;
        let chunks: Vec<(Vec<u32>, Vec<(u32, Level)>)> = values
            .par_chunks(CHUNK)
            .map(|chunk| {
                watch.at(
                    Stage::Comparing,
                    u64::from(chunk.first().copied().unwrap_or(0)),
                    of,
                )?;
                let mut cells = Vec::new();
                let mut lengths = Vec::with_capacity(chunk.len());
                for &value in chunk {
                    let before = cells.len();
                    if left.count(value) > 0 {
                        comparator.alike(value, &others, &mut cells);
                    }
                    lengths.push(number(cells.len() - before));
                }
                Ok((lengths, cells))
            })
            .collect::<Result<_, Stopped>>()?;
        Ok(Self::joined(&chunks))
    }

    fn joined(chunks: &[(Vec<u32>, Vec<(u32, Level)>)]) -> Self {
        let mut starts = vec![0];
        let mut cells = Vec::with_capacity(chunks.iter().map(|(_, c)| c.len()).sum());
        let mut end = 0;
        for (lengths, of_chunk) in chunks {
            for length in lengths {
                end += length;
                starts.push(end);
            }
            cells.extend_from_slice(of_chunk);
        }
        Self { starts, cells }
    }

    /// The values like this one, each with its level.
    pub fn of(&self, value: u32) -> &[(u32, Level)] {
        let at = |v: usize| self.starts.get(v).map_or(0, |&s| s as usize);
        let v = value as usize;
        self.cells.get(at(v)..at(v + 1)).unwrap_or_default()
    }

    /// Every cell, with the left value whose row it is in.
    pub fn cells(&self) -> impl Iterator<Item = (u32, u32, Level)> {
        let rows = self.starts.len().saturating_sub(1);
        (0..number(rows)).flat_map(|v| self.of(v).iter().map(move |&(w, level)| (v, w, level)))
    }
}

/// Counts here stay below what 32 bits hold; what does not is cut off there.
fn number(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
