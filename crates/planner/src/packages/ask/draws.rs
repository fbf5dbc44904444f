//! Which question to ask next: of many pairs, the one whose answer is least certain, so that either
//! answer takes away about half of what is left. How much that is, is seen on weights drawn from it
//! (hit-and-run; Smith 1984, Operations Research 32), the same for the same seed.

#![expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    reason = "weights are parts of a million, and counts are small"
)]

use serde::Serialize;

use super::{AskError, Aspects, Narrowed, WeightRange, narrow};
use crate::packages::domain::Package;

/// How many weights are drawn.
const DRAWN: usize = 400;
/// Steps between two that are kept.
const BETWEEN: usize = 12;

/// A question, and what either answer would say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Question {
    /// One package.
    pub one: Package,
    /// The other.
    pub other: Package,
    /// Of so many weights drawn from what is left, for how many the first is better.
    pub drawn: u32,
    /// See `drawn`.
    pub for_one: u32,
    /// The ranges of weights if the first is preferred.
    pub if_one: Vec<WeightRange>,
    /// The ranges if the other is.
    pub if_other: Vec<WeightRange>,
}

/// The question to ask next, among all pairs of these packages; none where every pair is settled.
///
/// # Errors
/// The answers cannot be weighed.
pub fn next(
    aspects: &Aspects,
    answers: &[(Package, Package)],
    candidates: &[Package],
    seed: u64,
) -> Result<Option<Question>, AskError> {
    let narrowed = narrow(aspects, answers)?;
    let weights = drawn(&narrowed, seed);
    let good: Vec<Vec<i64>> = candidates
        .iter()
        .map(|package| aspects.good(package))
        .collect();
    let mut best: Option<(u32, usize, usize, usize, u32)> = None;
    for (at, one) in good.iter().enumerate() {
        for (beside, other) in good.iter().enumerate().skip(at + 1) {
            let more: Vec<i64> = one.iter().zip(other).map(|(a, b)| a - b).collect();
            let differ = more.iter().filter(|more| **more != 0).count();
            let for_one = weights
                .iter()
                .filter(|weights| along(weights, &more) > 0.0)
                .count() as u32;
            let uneven = (2 * for_one).abs_diff(DRAWN as u32);
            // About as even is even enough: then the fewer things differ, the easier the question.
            let rank = (uneven / 40, differ, at, beside, for_one);
            let settled = for_one == 0 || for_one == DRAWN as u32;
            if !settled && best.is_none_or(|best| rank < best) {
                best = Some(rank);
            }
        }
    }
    let Some((_, _, one, other, for_one)) = best else {
        return Ok(None);
    };
    let (Some(one), Some(other)) = (candidates.get(one), candidates.get(other)) else {
        return Ok(None);
    };
    let after = |prefers: &Package, to: &Package| {
        let mut longer = answers.to_vec();
        longer.push((prefers.clone(), to.clone()));
        narrow(aspects, &longer).map(|narrowed| narrowed.ranges)
    };
    Ok(Some(Question {
        if_one: after(one, other)?,
        if_other: after(other, one)?,
        one: one.clone(),
        other: other.clone(),
        drawn: DRAWN as u32,
        for_one,
    }))
}

fn along(weights: &[f64], more: &[i64]) -> f64 {
    weights
        .iter()
        .zip(more)
        .map(|(weight, more)| weight * *more as f64)
        .sum()
}

impl Narrowed {
    /// The mean of weights drawn from what is left, each as part of the same whole: what to reckon
    /// with until more is known.
    pub fn middle(&self, seed: u64) -> Vec<i64> {
        let drawn = drawn(self, seed);
        let mean = |at: usize| {
            let sum: f64 = drawn.iter().filter_map(|weights| weights.get(at)).sum();
            (sum / drawn.len() as f64 * 1e6).round() as i64
        };
        (0..self.inside.len()).map(mean).collect()
    }
}

/// Walks at random through what is left, from well inside it.
fn drawn(narrowed: &Narrowed, seed: u64) -> Vec<Vec<f64>> {
    let whole: i64 = narrowed.inside.iter().sum::<i64>().max(1);
    let mut at: Vec<f64> = narrowed
        .inside
        .iter()
        .map(|w| *w as f64 / whole as f64)
        .collect();
    let mut draws = Draws(seed);
    let mut kept = Vec::with_capacity(DRAWN);
    while kept.len() < DRAWN {
        for _ in 0..BETWEEN {
            step(&mut at, &narrowed.cuts, &mut draws);
        }
        kept.push(at.clone());
    }
    kept
}

fn step(at: &mut [f64], cuts: &[Vec<i64>], draws: &mut Draws) {
    let mut way: Vec<f64> = at.iter().map(|_| draws.about_nought()).collect();
    let mean = way.iter().sum::<f64>() / way.len() as f64;
    for way in &mut way {
        *way -= mean;
    }
    let (mut back, mut on) = (f64::NEG_INFINITY, f64::INFINITY);
    let mut hold = |here: f64, change: f64| {
        if change > 1e-12 {
            back = back.max(-here / change);
        } else if change < -1e-12 {
            on = on.min(-here / change);
        }
    };
    for (here, change) in at.iter().zip(&way) {
        hold(*here, *change);
    }
    for cut in cuts {
        hold(along(at, cut), along(&way, cut));
    }
    if back.is_finite() && on.is_finite() && back < on {
        let far = back + (on - back) * draws.part();
        for (here, change) in at.iter_mut().zip(&way) {
            *here = (*here + far * change).max(0.0);
        }
    }
}

/// A generator of numbers from a seed (`SplitMix64`; Steele, Lea and Flood 2014).
struct Draws(u64);

impl Draws {
    fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        bits ^ (bits >> 31)
    }

    /// From nought to one.
    fn part(&mut self) -> f64 {
        (self.bits() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// Near to normal: a sum of four.
    fn about_nought(&mut self) -> f64 {
        (0..4).map(|_| self.part()).sum::<f64>() - 2.0
    }
}
