//! How the cells of a plane, those of the last two axes, lie. A cell waits for the one before it in its row
//! and for the one above it, so neither a row nor a column can be gone through many cells at once; a slant
//! can. Rows are therefore taken in groups, each row of a group one step behind the one above, and what is
//! of one step lies together.

use super::level::{Level, NEVER};

/// How many rows a group has, where there are enough.
pub(super) const LANES: usize = 8;
/// So many times the room of its cells a plane takes at most.
const MOST_ROOM: usize = 2;

/// The shape of a plane.
#[derive(Debug, Clone, Copy)]
pub(super) struct Skew {
    /// Rows of a group: one, or [`LANES`].
    pub lanes: usize,
    pub rows: usize,
    /// Cells of a row.
    pub length: usize,
}

impl Skew {
    /// Rows beside one another, where what lies before and after them does not take more room than they do.
    pub const fn new(rows: usize, length: usize) -> Self {
        let beside = Self {
            lanes: LANES,
            rows,
            length,
        };
        if beside.plane() <= MOST_ROOM * rows * length {
            beside
        } else {
            Self { lanes: 1, ..beside }
        }
    }

    /// Cells of a group, those before and after its rows included.
    pub const fn group(&self) -> usize {
        (self.length + self.lanes - 1) * self.lanes
    }

    pub const fn groups(&self) -> usize {
        self.rows.div_ceil(self.lanes)
    }

    /// Cells of a plane.
    pub const fn plane(&self) -> usize {
        self.groups() * self.group()
    }

    /// Where a cell lies in its plane.
    pub const fn at(&self, row: usize, column: usize) -> usize {
        let lane = row % self.lanes;
        row / self.lanes * self.group() + (column + lane) * self.lanes + lane
    }

    /// Where the cells of one row lie in its group.
    pub fn lane(&self, lane: usize) -> impl Iterator<Item = usize> {
        let lanes = self.lanes;
        (lane..lane + self.length).map(move |step| step * lanes + lane)
    }

    /// A group in which every cell has one level, and what lies before and after its rows has none that
    /// could be the best.
    pub fn of(&self, level: impl Fn(usize, usize) -> Level) -> Vec<Level> {
        let mut group = vec![NEVER; self.group()];
        for lane in 0..self.lanes {
            for (column, at) in self.lane(lane).enumerate() {
                if let Some(cell) = group.get_mut(at) {
                    *cell = level(lane, column);
                }
            }
        }
        group
    }
}
