//! The best alignment that keeps the order of both sides: dynamic programming over two sequences
//! with gaps (Needleman and Wunsch, 1970), where gaps cost nothing here since a pair's gain has it.

use super::{MOST_TOKENS, pairs::Gains};

/// Which pairs, and what they gain together.
#[derive(Debug, Clone, Copy)]
pub(super) struct Best {
    pub(super) total: i32,
    partner_of: [Option<u8>; MOST_TOKENS],
}

impl Best {
    pub(super) fn new(total: i32) -> Self {
        Self {
            total,
            partner_of: [None; MOST_TOKENS],
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

pub(super) fn best(gains: &Gains) -> Best {
    let mut table = [[0; MOST_TOKENS + 1]; MOST_TOKENS + 1];
    for i in 1..=gains.rows {
        for j in 1..=gains.columns {
            let paired = at(&table, i - 1, j - 1) + gains.gain(i - 1, j - 1);
            let value = paired.max(at(&table, i - 1, j)).max(at(&table, i, j - 1));
            if let Some(cell) = table.get_mut(i).and_then(|row| row.get_mut(j)) {
                *cell = value;
            }
        }
    }
    let (mut i, mut j) = (gains.rows, gains.columns);
    let mut best = Best::new(at(&table, i, j));
    while i > 0 && j > 0 {
        let value = at(&table, i, j);
        if value == at(&table, i - 1, j) {
            i -= 1;
        } else if value == at(&table, i, j - 1) {
            j -= 1;
        } else {
            i -= 1;
            j -= 1;
            best.pair(i, j);
        }
    }
    best
}

fn at(table: &[[i32; MOST_TOKENS + 1]; MOST_TOKENS + 1], i: usize, j: usize) -> i32 {
    table
        .get(i)
        .and_then(|row| row.get(j))
        .copied()
        .unwrap_or(0)
}
