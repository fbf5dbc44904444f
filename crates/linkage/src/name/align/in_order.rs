//! The best alignment that keeps the order of both sides: dynamic programming over two sequences
//! with gaps (Needleman and Wunsch, 1970), where gaps cost nothing here since a pair's gain has it.

use super::pairs::Gains;

/// Which pairs, and what they gain together.
#[derive(Debug, Clone, Copy)]
pub(super) struct Best<const N: usize> {
    pub(super) total: i32,
    partner_of: [Option<u8>; N],
}

impl<const N: usize> Best<N> {
    pub(super) fn new(total: i32) -> Self {
        Self {
            total,
            partner_of: [None; N],
        }
    }

    pub(super) fn pair(&mut self, i: usize, j: usize) {
        if let Some(place) = self.partner_of.get_mut(i) {
            *place = u8::try_from(j).ok();
        }
    }

    /// The pairs by unit of the first side.
    pub(super) fn pairs(&self) -> impl Iterator<Item = (usize, usize)> {
        let partners = self.partner_of.iter().enumerate();
        partners.filter_map(|(i, j)| j.map(|j| (i, usize::from(j))))
    }
}

pub(super) fn best<const N: usize>(gains: &Gains<N>) -> Best<N> {
    let mut table = Table([[0; N]; N]);
    for i in 1..=gains.rows {
        for j in 1..=gains.columns {
            let paired = table.at(i - 1, j - 1) + gains.gain(i - 1, j - 1);
            let value = paired.max(table.at(i - 1, j)).max(table.at(i, j - 1));
            table.set(i, j, value);
        }
    }
    let (mut i, mut j) = (gains.rows, gains.columns);
    let mut best = Best::new(table.at(i, j));
    while i > 0 && j > 0 {
        let value = table.at(i, j);
        if value == table.at(i - 1, j) {
            i -= 1;
        } else if value == table.at(i, j - 1) {
            j -= 1;
        } else {
            i -= 1;
            j -= 1;
            best.pair(i, j);
        }
    }
    best
}

/// The most that the first i units and the first j gain; nothing where there are none.
struct Table<const N: usize>([[i32; N]; N]);

impl<const N: usize> Table<N> {
    fn at(&self, i: usize, j: usize) -> i32 {
        let row = i.checked_sub(1).and_then(|i| self.0.get(i));
        let cell = row.and_then(|row| row.get(j.checked_sub(1)?));
        cell.copied().unwrap_or(0)
    }

    fn set(&mut self, i: usize, j: usize, value: i32) {
        let row = i.checked_sub(1).and_then(|i| self.0.get_mut(i));
        if let Some(cell) = row.and_then(|row| row.get_mut(j.checked_sub(1)?)) {
            *cell = value;
        }
    }
}
