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
        let mean = sum / count(numbers.len().max(1));
        if numbers.is_empty() {
            return Self {
                low: 0.0,
                middle: 0.0,
                high: 0.0,
                mean,
            };
        }
        // Each is one of the numbers themselves. They are put into order only as far as that needs: what is
        // below the middle one holds the low one, and what is above it the high one.
        let [low, middle, high] = [OUTSIDE, 0.5, 1.0 - OUTSIDE].map(|s| rank(numbers.len(), s));
        let (below, of_middle, above) = numbers.select_nth_unstable_by(middle, f64::total_cmp);
        let of_middle = *of_middle;
        let nth = |part: &mut [f64], rank: Option<usize>| {
            let rank = rank.filter(|rank| *rank < part.len());
            rank.map_or(of_middle, |rank| {
                *part.select_nth_unstable_by(rank, f64::total_cmp).1
            })
        };
        Self {
            low: nth(below, Some(low)),
            middle: of_middle,
            high: nth(above, high.checked_sub(middle + 1)),
            mean,
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

/// The rank, from nought, of the number below or at which the share of so many lies.
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
        for count in 1..12_u32 {
            let mut numbers: Vec<f64> = (0..count).map(f64::from).collect();
            let found = Band::of(&mut numbers);
            let at = |share: f64| ((share * f64::from(count)).ceil() - 1.0).max(0.0);
            assert_eq!((found.low, found.middle), (at(0.05), at(0.5)));
            assert!((found.high - at(0.95)).abs() < 1e-12);
        }
        let one = Band::of(&mut [0.36]);
        assert_eq!((one.low, one.high), (0.36, 0.36));
        assert_eq!(one.in_ten(), InTen { low: 4, high: 4 });
    }
}
