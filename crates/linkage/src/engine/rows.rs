//! For each value of the left list, the values of the right list that do not differ from it.

use rayon::prelude::*;

use super::comparator::{Comparator, Level};
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
type Part = (Vec<(u32, u32)>, Vec<(u32, Level)>);

impl Rows {
    /// Compares each of `left` with each of `right`, both in rising order.
    ///
    /// # Errors
    /// [`Stopped`] when the watcher says so.
    pub fn new(
        comparator: &dyn Comparator,
        left: &[u32],
        right: &[u32],
        watch: &dyn Watch,
    ) -> Result<Self, Stopped> {
        let parts: Vec<Part> = left
            .par_chunks(CHUNK)
            .map(|chunk| {
                watch.at(Stage::Preparing, 0, 1)?;
                let mut cells = Vec::new();
                let mut lengths = Vec::with_capacity(chunk.len());
                for &value in chunk {
                    let before = cells.len();
                    comparator.alike(value, right, &mut cells);
                    lengths.push((value, number(cells.len() - before)));
                }
                Ok((lengths, cells))
            })
            .collect::<Result<_, Stopped>>()?;
        Ok(Self::joined(&parts))
    }

    fn joined(parts: &[Part]) -> Self {
        let mut starts = vec![0];
        let mut cells = Vec::with_capacity(parts.iter().map(|(_, c)| c.len()).sum());
        let mut end = 0;
        for (lengths, of_part) in parts {
            for &(value, length) in lengths {
                // Values that were not asked for have empty rows.
                starts.resize(value as usize + 1, end);
                end += length;
                starts.push(end);
            }
            cells.extend_from_slice(of_part);
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

/// Counts here stay below what 32 bits hold; what does not is cut off there.
fn number(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
