//! How the cells of a plane, those of the last two axes, lie. A cell waits for the one before it in its row
//! and for the one above it, so neither a row nor a column can be gone through many cells at once; a slant
//! can. Rows are therefore taken in groups, each row of a group one step behind the one above, and what is
//! of one step lies together.

use super::level::{Level, NEVER};

/// How many rows a group has, where there are several.
pub(super) const LANES: usize = 8;

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
    /// Rows beside one another where there are several, else no room is spent on a slant.
    pub const fn new(rows: usize, length: usize) -> Self {
        let lanes = if rows == 1 { 1 } else { LANES };
        Self {
            lanes,
            rows,
            length,
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
