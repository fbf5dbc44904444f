//! A number that is different under different guesses: where most of them have it.

use serde::Serialize;

/// What share of the sets of guesses lies below a band, and above it.
const OUTSIDE: f64 = 0.05;

/// Where nine in ten of the sets of guesses have a number.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Band {
    /// One set in twenty has less.
    pub low: f64,
    /// Half of the sets have less, half more.
    pub middle: f64,
    /// One set in twenty has more.
    pub high: f64,
    /// The mean over all sets.
    pub mean: f64,
}

impl Band {
    /// From the numbers that the sets lead to; their order is lost.
    pub(super) fn of(numbers: &mut [f64]) -> Self {
        let sum: f64 = numbers.iter().sum();
        Self {
            low: quantile(numbers, OUTSIDE),
            middle: quantile(numbers, 0.5),
            high: quantile(numbers, 1.0 - OUTSIDE),
            mean: sum / count(numbers.len().max(1)),
        }
    }

    /// In how many cases of ten, where the number is a chance.
    pub fn in_ten(&self) -> InTen {
        InTen {
            low: tenths(self.low),
            high: tenths(self.high),
        }
    }
}

/// From so many to so many cases of ten: no more digits than a guess carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct InTen {
    /// The fewer; 0 also where it is less than half a case.
    pub low: u8,
    /// The more; 10 also where it is more than nine and a half.
    pub high: u8,
}

/// The number of rank ceil(share * n), at least the first: one of the numbers themselves. They are put
/// into order only as far as that needs.
fn quantile(numbers: &mut [f64], share: f64) -> f64 {
    if numbers.is_empty() {
        return 0.0;
    }
    let rank = rank(numbers.len(), share);
    *numbers.select_nth_unstable_by(rank, f64::total_cmp).1
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a share of a number of draws, which is small"
)]
pub(super) fn rank(length: usize, share: f64) -> usize {
    ((share * count(length)).ceil() as usize)
        .saturating_sub(1)
        .min(length.saturating_sub(1))
}

#[expect(clippy::cast_precision_loss, reason = "there are few draws")]
pub(super) fn count(number: usize) -> f64 {
    number as f64
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a chance times ten lies between 0 and 10"
)]
fn tenths(chance: f64) -> u8 {
    (chance.clamp(0.0, 1.0) * 10.0).round() as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_band_leaves_out_one_in_twenty_at_each_end() {
        let mut numbers: Vec<f64> = (1..=100).rev().map(f64::from).collect();
        let band = Band::of(&mut numbers);
        assert_eq!((band.low, band.middle, band.high), (5.0, 50.0, 95.0));
        assert!((band.mean - 50.5).abs() < 1e-12);
        let one = Band::of(&mut [0.36]);
        assert_eq!((one.low, one.high), (0.36, 0.36));
        assert_eq!(one.in_ten(), InTen { low: 4, high: 4 });
    }
}
