//! The edges that can be taken, row by row and column by column. Indices are checked here, once.

#![expect(
    clippy::indexing_slicing,
    reason = "every index is checked against the number of records before it is used"
)]

use super::{Edge, MOST};

/// Stands where there is nobody.
pub(super) const NONE: u32 = u32::MAX;

/// One edge in the row of its left end.
#[derive(Debug, Clone, Copy)]
pub(super) struct Arc {
    /// The right end.
    pub right: u32,
    /// Its index among the edges as they were given.
    pub edge: u32,
    /// Above nought and at most [`MOST`].
    pub weight: i64,
}

/// The edges above nought, each pair of records once, by rows.
#[derive(Debug)]
pub(super) struct Graph {
    starts: Vec<u32>,
    arcs: Vec<Arc>,
    rights: usize,
}

impl Graph {
    /// Edges above nought between records that exist; of several between the same two the best.
    pub fn of(edges: &[Edge], lefts: usize, rights: usize) -> Self {
        let takes = |edge: &Edge| {
            edge.weight > 0 && (edge.left as usize) < lefts && (edge.right as usize) < rights
        };
        let mut starts = counted(lefts, edges.iter().filter(|e| takes(e)).map(|e| e.left));
        let blank = Arc {
            right: NONE,
            edge: NONE,
            weight: 0,
        };
        let mut arcs = vec![blank; starts.last().map_or(0, |end| *end as usize)];
        let mut next = starts.clone();
        for (edge, index) in edges.iter().zip(0_u32..NONE).filter(|(e, _)| takes(e)) {
            let place = &mut next[edge.left as usize];
            arcs[*place as usize] = Arc {
                right: edge.right,
                edge: index,
                weight: edge.weight.min(MOST),
            };
            *place += 1;
        }
        keep_best(&mut starts, &mut arcs, rights);
        Self {
            starts,
            arcs,
            rights,
        }
    }

    /// How many records stand on the left.
    pub fn lefts(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// How many records stand on the right.
    pub const fn rights(&self) -> usize {
        self.rights
    }

    /// All arcs, row after row.
    pub fn arcs(&self) -> &[Arc] {
        &self.arcs
    }

    /// Where the arcs of one left record stand among all.
    pub fn range(&self, left: u32) -> std::ops::Range<usize> {
        let left = left as usize;
        self.starts[left] as usize..self.starts[left + 1] as usize
    }

    /// The arcs of one left record.
    pub fn row(&self, left: u32) -> &[Arc] {
        &self.arcs[self.range(left)]
    }

    /// For each right record the left ends of its arcs, with the place of each arc.
    pub fn columns(&self) -> Columns {
        let starts = counted(self.rights, self.arcs.iter().map(|arc| arc.right));
        let mut next = starts.clone();
        let mut entries = vec![(NONE, NONE); self.arcs.len()];
        for left in records(self.lefts()) {
            for (place, arc) in (self.starts[left as usize]..).zip(self.row(left)) {
                let slot = &mut next[arc.right as usize];
                entries[*slot as usize] = (left, place);
                *slot += 1;
            }
        }
        Columns { starts, entries }
    }
}

/// The same edges by their right ends.
#[derive(Debug)]
pub(super) struct Columns {
    starts: Vec<u32>,
    entries: Vec<(u32, u32)>,
}

impl Columns {
    /// Of one right record: each left end, and the place of the arc among all.
    pub fn of(&self, right: u32) -> &[(u32, u32)] {
        let right = right as usize;
        &self.entries[self.starts[right] as usize..self.starts[right + 1] as usize]
    }
}

/// All indices of so many records. More than an index can name are not there.
pub(super) fn records(count: usize) -> std::ops::Range<u32> {
    0..u32::try_from(count).unwrap_or(NONE)
}

/// Where each of `count` groups begins, and where the last ends, if each item names its group.
fn counted(count: usize, items: impl Iterator<Item = u32>) -> Vec<u32> {
    let mut starts = vec![0_u32; count + 1];
    for group in items {
        starts[group as usize + 1] += 1;
    }
    let mut sum = 0_u32;
    for start in &mut starts {
        sum += *start;
        *start = sum;
    }
    starts
}

/// Of several arcs between the same two keeps the best, of equal ones the first, in place.
fn keep_best(starts: &mut [u32], arcs: &mut Vec<Arc>, rights: usize) {
    let mut place_of = vec![0_u32; rights];
    let mut kept = 0;
    let mut begin = 0;
    for end in starts.iter_mut().skip(1) {
        let row = kept;
        for index in begin..*end as usize {
            let arc = arcs[index];
            let place = place_of[arc.right as usize] as usize;
            if (row..kept).contains(&place) && arcs[place].right == arc.right {
                if arc.weight > arcs[place].weight {
                    arcs[place] = arc;
                }
                continue;
            }
            place_of[arc.right as usize] = u32::try_from(kept).unwrap_or(NONE);
            arcs[kept] = arc;
            kept += 1;
        }
        begin = *end as usize;
        *end = u32::try_from(kept).unwrap_or(NONE);
    }
    arcs.truncate(kept);
}
