//! How rare an agreement is: for each value and level, the share of the other list that agrees with
//! it as well. What agrees with everybody says little.

use super::{comparator::Level, joint::Column, scan::Lane};

/// For each value of one comparison, how many records of the other list are at each level.
#[derive(Debug)]
pub struct Frequencies {
    levels: usize,
    /// By left value, then level.
    of_left: Vec<f32>,
    /// By right value, then level.
    of_right: Vec<f32>,
    left_present: f64,
    right_present: f64,
}

impl Frequencies {
    /// Counts what the rows say.
    pub fn new(lane: &Lane) -> Self {
        let levels = lane.comparator.scale().len();
        let values = lane.left.counts.len();
        let mut frequencies = Self {
            levels,
            of_left: vec![0.0; values * levels],
            of_right: vec![0.0; values * levels],
            left_present: f64::from(lane.left.present),
            right_present: f64::from(lane.right.present),
        };
        for (v, w, level) in lane.rows.cells() {
            let (left, right) = (count(&lane.left, v), count(&lane.right, w));
            frequencies.add(v, w, level, left, right);
        }
        frequencies
    }

    fn add(&mut self, v: u32, w: u32, level: Level, left: f32, right: f32) {
        let at = |value: u32| (value as usize * self.levels + usize::from(level.0)).checked_sub(1);
        let (v, w) = (at(v), at(w));
        if let Some(sum) = v.and_then(|v| self.of_left.get_mut(v)) {
            *sum += right;
        }
        if let Some(sum) = w.and_then(|w| self.of_right.get_mut(w)) {
            *sum += left;
        }
    }

    /// The chance that two records of different persons agree so, given what they say; `usual` is
    /// that chance over all values, and stands for what a short list cannot show.
    pub fn chance(&self, left: u32, right: u32, level: Level, usual: f64) -> f64 {
        let at = |value: u32| (value as usize * self.levels + usize::from(level.0)).checked_sub(1);
        let of = |counts: &[f32], value: u32| {
            at(value)
                .and_then(|i| counts.get(i))
                .map_or(0.0, |&c| f64::from(c))
        };
        let right_side = (of(&self.of_left, left) + USUAL * usual) / (self.right_present + USUAL);
        let left_side = (of(&self.of_right, right) + USUAL * usual) / (self.left_present + USUAL);
        f64::midpoint(right_side, left_side)
    }
}

/// For how many records the usual chance stands.
const USUAL: f64 = 100.0;

/// Exact up to 2^24 records of one value; above, what is lost does not show in a share.
fn count(column: &Column, value: u32) -> f32 {
    #[expect(
        clippy::cast_precision_loss,
        reason = "a share of a list needs no more"
    )]
    let count = column.count(value) as f32;
    count
}
