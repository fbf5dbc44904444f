//! Points as a share of a party's own scale, compared exactly: no floating point, no ties made by it.

use std::cmp::Ordering;

use serde::Serialize;

/// `points` of `of`: 7 of the 2870 points that a party gives in all.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Share {
    /// In a party's own points; may go with a finer scale where it is a bound.
    pub points: i128,
    /// What they are measured against, above nought.
    pub of: i128,
}

impl Share {
    /// Nothing of anything.
    pub const ZERO: Self = Self { points: 0, of: 1 };

    /// So many points of so many.
    pub fn new(points: i64, of: i64) -> Self {
        Self {
            points: i128::from(points.max(0)),
            of: i128::from(of.max(1)),
        }
    }

    /// The most points of another scale that are no greater share.
    pub fn at_most_of(self, of: i64) -> i64 {
        let points = self.points * i128::from(of) / self.of;
        i64::try_from(points).unwrap_or(i64::MAX)
    }

    /// The most points of another scale that are a smaller share; below nought where this is none.
    pub fn below_of(self, of: i64) -> i64 {
        let product = self.points * i128::from(of);
        let points = (product + self.of - 1) / self.of - 1;
        i64::try_from(points).unwrap_or(i64::MAX)
    }

    /// In parts of ten thousand, for people to read.
    #[expect(clippy::cast_precision_loss, reason = "only shown, never compared")]
    pub fn per_ten_thousand(self) -> f64 {
        self.points as f64 * 10_000.0 / self.of as f64
    }
}

impl Ord for Share {
    fn cmp(&self, other: &Self) -> Ordering {
        // Scales are at most 10^12 and bounds stand on a product of two: both products fit.
        (self.points * other.of).cmp(&(other.points * self.of))
    }
}

impl PartialOrd for Share {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Share {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Share {}
