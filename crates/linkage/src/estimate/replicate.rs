//! Draws from a counter, for replicates: the same seed, stream and position give the same numbers, on
//! any number of threads. Not for secrets.
//!
//! The counter goes through `SplitMix64` (Steele, Lea and Flood 2014); the distributions are exact:
//! Poisson and binomial by transformed rejection (Hörmann 1993), gamma by Marsaglia and Tsang (2000).

use super::number::{above, float, ln_gamma, whole};
use crate::hash::strewn;

/// A sequence of draws.
#[derive(Debug, Clone)]
pub struct Draws {
    key: u64,
    counter: u64,
}

impl Draws {
    /// The sequence of this seed and stream. Streams of one seed are independent of each other.
    pub const fn new(seed: u64, stream: u64) -> Self {
        let key = strewn(seed ^ strewn(stream.wrapping_add(GOLDEN)));
        Self { key, counter: 0 }
    }

    /// The next 64 bits.
    pub const fn bits(&mut self) -> u64 {
        self.counter = self.counter.wrapping_add(1);
        strewn(self.key.wrapping_add(self.counter.wrapping_mul(GOLDEN)))
    }

    /// Evenly between nought and one, neither included.
    pub fn uniform(&mut self) -> f64 {
        (float(self.bits() >> 11) + 0.5) / float(1 << 53)
    }

    /// Standard normal (Marsaglia's polar method, 1964).
    pub fn normal(&mut self) -> f64 {
        loop {
            let x = 2.0 * self.uniform() - 1.0;
            let y = 2.0 * self.uniform() - 1.0;
            let square = x * x + y * y;
            if square < 1.0 && square > 0.0 {
                return x * (-2.0 * square.ln() / square).sqrt();
            }
        }
    }

    /// Poisson with this mean; nought for a mean that is not above nought.
    pub fn poisson(&mut self, mean: f64) -> u64 {
        if mean >= 10.0 {
            return self.poisson_large(mean.min(1e15));
        }
        if !above(mean, 0.0) {
            return 0;
        }
        let end = (-mean).exp();
        let mut product = self.uniform();
        let mut count = 0;
        while product > end {
            product *= self.uniform();
            count += 1;
        }
        count
    }

    /// Hörmann's PTRS.
    fn poisson_large(&mut self, mean: f64) -> u64 {
        let scale = 0.931 + 2.53 * mean.sqrt();
        let tail = -0.059 + 0.02483 * scale;
        let inverse_alpha = 1.1239 + 1.1328 / (scale - 3.4);
        let squeeze = 0.9277 - 3.6224 / (scale - 2.0);
        loop {
            let place = self.uniform() - 0.5;
            let height = self.uniform();
            let edge = 0.5 - place.abs();
            let count = ((2.0 * tail / edge + scale) * place + mean + 0.43).floor();
            if edge >= 0.07 && height <= squeeze {
                return whole(count);
            }
            if count < 0.0 || edge < 0.013 && height > edge {
                continue;
            }
            let left = (height * inverse_alpha / (tail / (edge * edge) + scale)).ln();
            if left <= count * mean.ln() - mean - ln_gamma(count + 1.0) {
                return whole(count);
            }
        }
    }

    /// How many of `of` turn out, if each does with this chance.
    pub fn binomial(&mut self, of: u64, chance: f64) -> u64 {
        if chance > 0.5 {
            return of - self.binomial(of, 1.0 - chance);
        }
        if !above(chance, 0.0) {
            return 0;
        }
        if float(of) * chance >= 10.0 {
            return self.binomial_large(of, chance);
        }
        // Waiting times between those that turn out (Devroye 1986, X.4.3).
        let ln_not = (-chance).ln_1p();
        let (mut place, mut count) = (0.0, 0);
        loop {
            place += (self.uniform().ln() / ln_not).floor() + 1.0;
            if place > float(of) {
                return count;
            }
            count += 1;
        }
    }

    /// Hörmann's BTRS.
    fn binomial_large(&mut self, of: u64, chance: f64) -> u64 {
        let all = float(of);
        let deviation = (all * chance * (1.0 - chance)).sqrt();
        let scale = 1.15 + 2.53 * deviation;
        let tail = -0.0873 + 0.0248 * scale + 0.01 * chance;
        let alpha = (2.83 + 5.1 / scale) * deviation;
        let squeeze = 0.92 - 4.2 / scale;
        let ln_odds = (chance / (1.0 - chance)).ln();
        let mode = ((all + 1.0) * chance).floor();
        let at_mode = ln_gamma(mode + 1.0) + ln_gamma(all - mode + 1.0);
        loop {
            let place = self.uniform() - 0.5;
            let height = self.uniform();
            let edge = 0.5 - place.abs();
            let count = ((2.0 * tail / edge + scale) * place + all * chance + 0.5).floor();
            if count < 0.0 || count > all {
                continue;
            }
            if edge >= 0.07 && height <= squeeze {
                return whole(count);
            }
            let left = (height * alpha / (tail / (edge * edge) + scale)).ln();
            let here = ln_gamma(count + 1.0) + ln_gamma(all - count + 1.0);
            if left <= at_mode - here + (count - mode) * ln_odds {
                return whole(count);
            }
        }
    }

    /// Gamma with this shape and scale one; nought for a shape that is not above nought.
    pub fn gamma(&mut self, shape: f64) -> f64 {
        if !above(shape, 0.0) {
            return 0.0;
        }
        if shape < 1.0 {
            return self.gamma(shape + 1.0) * self.uniform().powf(1.0 / shape);
        }
        let base = shape - 1.0 / 3.0;
        let width = 1.0 / (9.0 * base).sqrt();
        loop {
            let normal = self.normal();
            let cube = (1.0 + width * normal).powi(3);
            if cube <= 0.0 {
                continue;
            }
            if self.uniform().ln() < 0.5 * normal * normal + base * (1.0 - cube + cube.ln()) {
                return base * cube;
            }
        }
    }

    /// Beta; where one parameter is nought, all weight is at that end.
    pub fn beta(&mut self, for_one: f64, for_nought: f64) -> f64 {
        let (one, nought) = (self.gamma(for_one), self.gamma(for_nought));
        if one + nought > 0.0 {
            one / (one + nought)
        } else {
            0.0
        }
    }
}

/// Poisson bootstrap weights for the cells of a histogram: each of a cell's cases is drawn a
/// Poisson(1) number of times, independently (Chamandy et al. 2012; the total varies).
pub fn poisson_weights(counts: &[u64], seed: u64, replicate: u64) -> Vec<u64> {
    let mut draws = Draws::new(seed, replicate);
    counts.iter().map(|n| draws.poisson(float(*n))).collect()
}

/// Multinomial bootstrap weights (Efron 1979): as many cases as there were, drawn with replacement.
pub fn multinomial_weights(counts: &[u64], seed: u64, replicate: u64) -> Vec<u64> {
    let mut draws = Draws::new(seed, replicate);
    let total: u64 = counts.iter().fold(0, |sum, n| sum.saturating_add(*n));
    let (mut remaining, mut left) = (total, total);
    let mut weights = Vec::with_capacity(counts.len());
    for count in counts {
        let chance = if left == 0 {
            0.0
        } else {
            float(*count) / float(left)
        };
        let taken = draws.binomial(remaining, chance.min(1.0));
        weights.push(taken);
        remaining -= taken;
        left = left.saturating_sub(*count);
    }
    weights
}

const GOLDEN: u64 = 0x9e37_79b9_7f4a_7c15;

#[cfg(test)]
mod tests {
    use super::*;

    /// Mean and variance of many draws.
    fn moments(mut draw: impl FnMut() -> f64) -> (f64, f64) {
        let drawn: Vec<f64> = (0..40_000).map(|_| draw()).collect();
        let mean = drawn.iter().sum::<f64>() / 40_000.0;
        let spread = drawn.iter().map(|x| (x - mean).powi(2)).sum::<f64>();
        (mean, spread / 40_000.0)
    }

    /// Within five standard errors, the variance within eight per cent.
    fn agrees(found: (f64, f64), mean: f64, variance: f64) {
        let error = 5.0 * (variance / 40_000.0).sqrt();
        assert!((found.0 - mean).abs() < error, "{found:?} for {mean}");
        let ratio = found.1 / variance;
        assert!((0.92..1.08).contains(&ratio), "{found:?} for {variance}");
    }

    #[test]
    fn distributions_have_their_moments() {
        let mut draws = Draws::new(1, 2);
        agrees(moments(|| draws.uniform()), 0.5, 1.0 / 12.0);
        agrees(moments(|| draws.normal()), 0.0, 1.0);
        for mean in [0.3, 4.0, 9.9, 10.1, 40.0, 5_000.0] {
            agrees(moments(|| float(draws.poisson(mean))), mean, mean);
        }
        for (of, p) in [
            (5, 0.3),
            (40, 0.9),
            (1_000, 0.004),
            (90, 0.4),
            (100_000, 0.25),
        ] {
            let mean = float(of) * p;
            agrees(
                moments(|| float(draws.binomial(of, p))),
                mean,
                mean * (1.0 - p),
            );
        }
        for shape in [0.4, 1.0, 7.5] {
            agrees(moments(|| draws.gamma(shape)), shape, shape);
        }
        agrees(moments(|| draws.beta(2.0, 6.0)), 0.25, 0.25 * 0.75 / 9.0);
    }

    #[test]
    fn ends_are_reached_and_not_passed() {
        let mut draws = Draws::new(3, 0);
        assert_eq!((draws.binomial(7, 0.0), draws.binomial(7, 1.0)), (0, 7));
        assert_eq!((draws.poisson(0.0), draws.poisson(f64::NAN)), (0, 0));
        assert!((0..2_000).all(|_| draws.binomial(30, 0.5) <= 30));
    }

    #[test]
    fn one_seed_one_sequence_and_streams_differ() {
        let take = |seed, stream| {
            let mut draws = Draws::new(seed, stream);
            [draws.bits(), draws.bits(), draws.bits()]
        };
        assert_eq!(take(5, 6), take(5, 6));
        assert_ne!(take(5, 6), take(5, 7));
        assert_ne!(take(5, 6), take(6, 6));
    }

    #[test]
    fn bootstrap_weights_keep_what_they_promise() {
        let counts = [1_000, 0, 3, 250_000];
        for replicate in 0..20 {
            let weights = multinomial_weights(&counts, 9, replicate);
            assert_eq!(weights.iter().sum::<u64>(), 251_003);
            assert_eq!(weights[1], 0);
            assert_eq!(poisson_weights(&counts, 9, replicate)[1], 0);
        }
        let mut replicate = 0;
        let first = moments(|| {
            replicate += 1;
            float(poisson_weights(&counts, 9, replicate)[0])
        });
        agrees(first, 1_000.0, 1_000.0);
    }
}
