//! How rare an agreement is: for each value, the share of the other list that agrees with it as well
//! or better. What agrees with everybody says little.

use super::{comparator::Level, joint::Column, plan::Comparison, rows::Rows};

/// How often two records of different persons agree in one comparison.
#[derive(Debug)]
pub struct Frequencies {
    /// By level, the share of all pairs that agree so well or better.
    usual: Vec<f64>,
    /// By level, the chance of an agreement of two persons there: the harmonic mean over such pairs,
    /// which is the mean over the values that can agree so.
    typical: Vec<f64>,
    known: Known,
    left: Column,
    right: Column,
}

/// What is known of single values.
#[derive(Debug)]
enum Known {
    /// By value and level, how many records of the other list agree so well or better.
    EveryLevel {
        of_left: Vec<f32>,
        of_right: Vec<f32>,
    },
    /// Only how many have the very same value.
    Counts,
}

/// For how many records the usual share stands, since a short list cannot show how rare a value is.
const USUAL: f64 = 20.0;

impl Frequencies {
    /// From rows that hold every value; `pairs` is the number of pairs at each level.
    pub fn complete(comparison: &Comparison, rows: &Rows, pairs: &[f64]) -> Self {
        let levels = pairs.len();
        let (left, right) = (&comparison.left, &comparison.right);
        let size = left.counts.len() * levels;
        let (mut of_left, mut of_right) = (vec![0.0f32; size], vec![0.0f32; size]);
        for (v, w, level) in rows.cells() {
            for (sums, value, records) in [
                (&mut of_left, v, right.count(w)),
                (&mut of_right, w, left.count(v)),
            ] {
                if let Some(sum) = place(value, level, levels).and_then(|i| sums.get_mut(i)) {
                    *sum += count(records);
                }
            }
        }
        for sums in [&mut of_left, &mut of_right] {
            for of_value in sums.chunks_mut(levels.max(1)) {
                of_value.iter_mut().fold(0.0, |before, sum| {
                    *sum += before;
                    *sum
                });
            }
        }
        let usual = cumulated(pairs);
        let mut this = Self {
            typical: usual.clone(),
            usual,
            known: Known::EveryLevel { of_left, of_right },
            left: left.clone(),
            right: right.clone(),
        };
        this.typical = this.typical_of(rows);
        this
    }

    fn typical_of(&self, rows: &Rows) -> Vec<f64> {
        let mut sums = vec![(0.0, 0.0); self.usual.len()];
        for (v, w, level) in rows.cells() {
            let pairs = f64::from(self.left.count(v)) * f64::from(self.right.count(w));
            let at = usize::from(level.0).checked_sub(1);
            if let Some((all, inverse)) = at.and_then(|at| sums.get_mut(at)) {
                *all += pairs;
                *inverse += pairs / self.chance(v, w, level);
            }
        }
        let mean = |(&(all, inverse), &usual): (&(f64, f64), &f64)| {
            if inverse > 0.0 { all / inverse } else { usual }
        };
        sums.iter().zip(&self.usual).map(mean).collect()
    }

    /// Where only counts of values are at hand.
    pub fn of_counts(comparison: &Comparison, pairs: &[f64]) -> Self {
        let usual = cumulated(pairs);
        Self {
            typical: usual.clone(),
            usual,
            known: Known::Counts,
            left: comparison.left.clone(),
            right: comparison.right.clone(),
        }
    }

    /// The chance that a record of another person agrees so well or better, over all values.
    pub fn usual(&self, level: Level) -> f64 {
        usize::from(level.0)
            .checked_sub(1)
            .and_then(|i| self.usual.get(i))
            .map_or(1.0, |&share| share)
    }

    /// The chance of an agreement at a level between two persons of whom it is known that they can
    /// agree there and no better.
    pub fn typical(&self, level: Level) -> f64 {
        usize::from(level.0)
            .checked_sub(1)
            .and_then(|i| self.typical.get(i))
            .map_or(1.0, |&share| share)
    }

    /// The least that the chance can be at a level, whatever two say; for names in each other's
    /// place only the very same counts.
    pub fn rarest(&self, level: Level, exchanged: bool) -> f64 {
        let counted = match self.known {
            Known::EveryLevel { .. } => true,
            Known::Counts => level == Level::SAME || exchanged,
        };
        if counted {
            let fewer = self.left.present.min(self.right.present);
            // One record, the other of the pair, is always counted.
            f64::min(1.0 / (f64::from(fewer) + USUAL), self.usual(level))
        } else {
            self.usual(level)
        }
    }

    /// The same, given what these two say.
    pub fn chance(&self, left: u32, right: u32, level: Level) -> f64 {
        let usual = self.usual(level);
        let (of_left, of_right) = match &self.known {
            Known::EveryLevel { of_left, of_right } => {
                let at = |value, sums: &[f32]| {
                    place(value, level, self.usual.len())
                        .and_then(|i| sums.get(i))
                        .map_or(0.0, |&sum| f64::from(sum))
                };
                (at(left, of_left), at(right, of_right))
            }
            Known::Counts if level == Level::SAME => (
                f64::from(self.right.count(left)),
                f64::from(self.left.count(right)),
            ),
            Known::Counts => return usual,
        };
        let share = |agree: f64, of: u32| USUAL.mul_add(usual, agree) / (f64::from(of) + USUAL);
        f64::midpoint(
            share(of_left, self.right.present),
            share(of_right, self.left.present),
        )
    }

    /// The chance that a value of this field on the left agrees so well with one of `other` on the
    /// right. Counted for the very same value; for the rest the usual share of this field stands.
    pub fn crosswise(&self, other: &Self, values: (u32, u32), level: Level) -> f64 {
        let usual = self.usual(level).max(other.usual(level));
        if level != Level::SAME {
            return usual;
        }
        let share = |records: u32, of: u32| {
            USUAL.mul_add(usual, f64::from(records)) / (f64::from(of) + USUAL)
        };
        f64::midpoint(
            share(other.right.count(values.0), other.right.present),
            share(self.left.count(values.1), self.left.present),
        )
    }
}

fn place(value: u32, level: Level, levels: usize) -> Option<usize> {
    (value as usize * levels + usize::from(level.0)).checked_sub(1)
}

fn cumulated(pairs: &[f64]) -> Vec<f64> {
    let all: f64 = pairs.iter().sum::<f64>().max(1.0);
    // Half a pair more than was seen: never nought.
    pairs
        .iter()
        .scan(0.5, |sum, pairs| {
            *sum += pairs;
            Some((*sum / all).min(1.0))
        })
        .collect()
}

/// Exact up to 2^24 records of one value; what is lost above does not show in a share.
fn count(records: u32) -> f32 {
    #[expect(
        clippy::cast_precision_loss,
        reason = "a share of a list needs no more"
    )]
    let records = records as f32;
    records
}
