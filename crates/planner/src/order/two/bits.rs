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
