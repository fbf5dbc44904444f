//! Rows of bits, one row for each count of the first party, one bit for each count of the second.

#![expect(
    clippy::indexing_slicing,
    reason = "rows and words are counted when the rows are made"
)]

use std::ops::RangeInclusive;

/// A grid of bits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in super::super) struct Rows {
    words: usize,
    bits: Vec<u64>,
}

impl Rows {
    pub fn new(rows: usize, columns: usize) -> Self {
        let words = columns.div_ceil(64);
        Self {
            words,
            bits: vec![0; rows * words],
        }
    }

    pub fn set(&mut self, row: usize, column: usize) {
        self.bits[row * self.words + column / 64] |= 1 << (column % 64);
    }

    pub fn get(&self, row: usize, column: usize) -> bool {
        self.bits[row * self.words + column / 64] >> (column % 64) & 1 == 1
    }

    /// Goes at most so many rows on, each time within the corridor.
    pub fn down(&mut self, rows: RangeInclusive<usize>, most: usize, corridor: &[(usize, usize)]) {
        let (low, high) = rows.into_inner();
        let most = most.min(high - low);
        let mut gone = 0;
        while gone < most {
            let step = (gone + 1).min(most - gone);
            for row in (low + step..=high).rev() {
                let (before, after) = self.bits.split_at_mut(row * self.words);
                let from = &before[(row - step) * self.words..][..self.words];
                for (word, (to, bits)) in after[..self.words].iter_mut().zip(from).enumerate() {
                    *to |= bits & mask(corridor[row], word);
                }
            }
            gone += step;
        }
    }

    /// Goes at most so many columns on in each row, within the corridor.
    pub fn along(&mut self, rows: RangeInclusive<usize>, most: usize, corridor: &[(usize, usize)]) {
        for row in rows {
            let (low, high) = corridor[row];
            let bits = &mut self.bits[row * self.words..][..self.words];
            if low > high || bits.iter().all(|word| *word == 0) {
                bits.fill(0);
                continue;
            }
            let most = most.min(high - low);
            let mut gone = 0;
            while gone < most {
                let step = (gone + 1).min(most - gone);
                shifted(bits, step);
                gone += step;
            }
            for (word, bits) in bits.iter_mut().enumerate() {
                *bits &= mask((low, high), word);
            }
        }
    }

    /// One batch of a party on, within the corridor, from where it may begin.
    pub fn batch(
        &self,
        party: usize,
        begins: &[Vec<(usize, usize)>],
        most: usize,
        corridor: &[(usize, usize)],
    ) -> Self {
        let mut next = Self {
            words: self.words,
            bits: vec![0; self.bits.len()],
        };
        for (row, corridor) in corridor.iter().enumerate() {
            let at = row * self.words..(row + 1) * self.words;
            if party == 0 {
                for (low, high) in &begins[row] {
                    for from in (*low).max(row.saturating_sub(most))..=*high {
                        let from = &self.bits[from * self.words..][..self.words];
                        for (to, bits) in next.bits[at.clone()].iter_mut().zip(from) {
                            *to |= bits;
                        }
                    }
                }
            } else if self.bits[at.clone()].iter().any(|word| *word != 0) {
                let (low, high) = *corridor;
                let columns = begins.iter().enumerate().skip(low);
                for (column, begins) in columns.take((high + 1).saturating_sub(low)) {
                    let reached = begins.iter().any(|(low, high)| {
                        self.any(row, (*low).max(column.saturating_sub(most)), *high)
                    });
                    if reached {
                        next.set(row, column);
                    }
                }
            }
            for (word, bits) in next.bits[at].iter_mut().enumerate() {
                *bits &= mask(*corridor, word);
            }
        }
        next
    }

    /// Whether a row has anything in an interval of columns.
    fn any(&self, row: usize, low: usize, high: usize) -> bool {
        low <= high
            && (low / 64..=high / 64)
                .any(|word| self.bits[row * self.words + word] & mask((low, high), word) != 0)
    }

    /// Leaves what stands in these rows and these columns.
    pub fn keep(&mut self, [rows, columns]: &[Vec<bool>; 2]) {
        let mut kept = vec![0_u64; self.words];
        for (column, _) in columns.iter().enumerate().filter(|(_, keeps)| **keeps) {
            kept[column / 64] |= 1 << (column % 64);
        }
        for (row, bits) in rows.iter().zip(self.bits.chunks_mut(self.words)) {
            for (bits, kept) in bits.iter_mut().zip(&kept) {
                *bits &= if *row { *kept } else { 0 };
            }
        }
    }

    /// Takes in what another has, within the ends.
    pub fn join(&mut self, other: &Self, rows: RangeInclusive<usize>, ends: &[(usize, usize)]) {
        for row in rows {
            let range = row * self.words..(row + 1) * self.words;
            for (word, (to, bits)) in self.bits[range.clone()]
                .iter_mut()
                .zip(&other.bits[range])
                .enumerate()
            {
                *to |= bits & mask(ends[row], word);
            }
        }
    }
}

/// The bits of one word within an interval of columns.
fn mask((low, high): (usize, usize), word: usize) -> u64 {
    let base = word * 64;
    if low > high || high < base || low >= base + 64 {
        return 0;
    }
    let from = low.saturating_sub(base);
    let to = (high - base).min(63);
    (u64::MAX << from) & (u64::MAX >> (63 - to))
}

/// Joins a row with itself so many columns on.
fn shifted(bits: &mut [u64], step: usize) {
    let (words, rest) = (step / 64, step % 64);
    for word in (words..bits.len()).rev() {
        let near = bits[word - words] << rest;
        let far = if rest > 0 && word > words {
            bits[word - words - 1] >> (64 - rest)
        } else {
            0
        };
        bits[word] |= near | far;
    }
}
