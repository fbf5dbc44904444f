//! What things are worth to one party: whole numbers of that party's own unit, from the least to the
//! greatest that they may be.

use std::ops::{Add, Neg, Sub};

use serde::Serialize;

/// A number of points of one party that may lie anywhere between two, with the one in the middle.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct Span {
    /// The least.
    pub low: i64,
    /// The middle: what is drawn, and what a finding is told for.
    pub mid: i64,
    /// The greatest.
    pub high: i64,
}

impl Span {
    /// Nought.
    pub const ZERO: Self = Self::exactly(0);

    /// A number that is known.
    pub const fn exactly(points: i64) -> Self {
        Self {
            low: points,
            mid: points,
            high: points,
        }
    }

    /// So many times this.
    #[must_use]
    pub const fn times(self, count: i64) -> Self {
        let (a, b) = (self.low * count, self.high * count);
        let (low, high) = if count < 0 { (b, a) } else { (a, b) };
        Self {
            low,
            mid: self.mid * count,
            high,
        }
    }

    /// What is above nought of it.
    #[must_use]
    pub fn above_nought(self) -> Self {
        self.each(|points| points.max(0))
    }

    /// The greatest of both, in each place.
    #[must_use]
    pub fn max(self, other: Self) -> Self {
        Self {
            low: self.low.max(other.low),
            mid: self.mid.max(other.mid),
            high: self.high.max(other.high),
        }
    }

    /// The least of both, in each place.
    #[must_use]
    pub fn min(self, other: Self) -> Self {
        Self {
            low: self.low.min(other.low),
            mid: self.mid.min(other.mid),
            high: self.high.min(other.high),
        }
    }

    /// Whether the number is known.
    pub const fn is_exact(self) -> bool {
        self.low == self.high
    }

    /// Whether it is nought.
    pub const fn is_zero(self) -> bool {
        self.low == 0 && self.high == 0
    }

    fn each(self, of: impl Fn(i64) -> i64) -> Self {
        Self {
            low: of(self.low),
            mid: of(self.mid),
            high: of(self.high),
        }
    }
}

impl Add for Span {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            low: self.low + other.low,
            mid: self.mid + other.mid,
            high: self.high + other.high,
        }
    }
}

impl Neg for Span {
    type Output = Self;

    fn neg(self) -> Self {
        Self {
            low: -self.high,
            mid: -self.mid,
            high: -self.low,
        }
    }
}

/// What is left of a sum when a part of it, made of the same numbers, is taken away: each bound is
/// that of the rest, so the width shrinks.
impl Sub for Span {
    type Output = Self;

    fn sub(self, part: Self) -> Self {
        Self {
            low: self.low - part.low,
            mid: self.mid - part.mid,
            high: self.high - part.high,
        }
    }
}

/// What a class is worth to one party: each the same, or by how many were given before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Worth {
    /// What the first so many are worth together: the first entry is that of none.
    sums: Vec<Span>,
    /// What each further one is worth.
    further: Span,
}

impl Worth {
    /// Each is worth the same.
    pub fn each(span: Span) -> Self {
        Self {
            sums: vec![Span::ZERO],
            further: span,
        }
    }

    /// The first, the second and so on; the last holds for all further ones. Nothing is worth nothing.
    pub fn in_turn(spans: &[Span]) -> Self {
        let (further, firsts) = spans
            .split_last()
            .map_or((Span::ZERO, spans), |(l, f)| (*l, f));
        let mut sums = vec![Span::ZERO];
        let mut sum = Span::ZERO;
        for span in firsts {
            sum = sum + *span;
            sums.push(sum);
        }
        Self { sums, further }
    }

    /// What each is worth, where all are worth the same.
    pub fn of_each(&self) -> Option<Span> {
        (self.sums.len() == 1).then_some(self.further)
    }

    /// What the first `count` are worth together.
    pub fn of_first(&self, count: u32) -> Span {
        let last = u32::try_from(self.sums.len().saturating_sub(1)).unwrap_or(u32::MAX);
        let within = count.min(last);
        let sum = self.sums.get(within as usize).copied();
        sum.unwrap_or_default() + self.further.times(i64::from(count - within))
    }

    /// How many are told one by one; each after those is worth the same.
    pub fn in_turn_until(&self) -> u32 {
        u32::try_from(self.sums.len().saturating_sub(1)).unwrap_or(u32::MAX)
    }

    /// What those after the first `from` up to the first `to` are worth.
    pub fn between(&self, from: u32, to: u32) -> Span {
        self.of_first(to) - self.of_first(from)
    }

    /// The same of what is above nought of each: what waits where gains wait and losses do not.
    #[must_use]
    pub fn gains(&self) -> Self {
        let mut sum = Span::ZERO;
        let steps = self.sums.windows(2);
        let sums = steps.filter_map(|w| Some((*w.get(1)? - *w.first()?).above_nought()));
        let sums = sums.map(|step| {
            sum = sum + step;
            sum
        });
        Self {
            sums: std::iter::once(Span::ZERO).chain(sums).collect(),
            further: self.further.above_nought(),
        }
    }

    /// The most that one of them may come to, either way.
    pub fn most_of_one(&self) -> i64 {
        let size = |span: Span| span.low.abs().max(span.high.abs());
        let steps = self.sums.windows(2);
        let steps = steps.filter_map(|w| Some(*w.get(1)? - *w.first()?));
        steps.map(size).fold(size(self.further), i64::max)
    }

    /// Whether it says anything.
    pub fn is_nothing(&self) -> bool {
        self.further.is_zero() && self.sums.iter().all(|sum| sum.is_zero())
    }

    /// Whether one of them may be gained by.
    pub fn may_gain(&self) -> bool {
        let steps = self.sums.windows(2);
        let mut gains = steps.filter_map(|w| Some(w.get(1)?.high - w.first()?.high));
        self.further.high > 0 || gains.any(|gain| gain > 0)
    }

    /// Whether one of them may be lost by.
    pub fn may_lose(&self) -> bool {
        let steps = self.sums.windows(2);
        let mut losses = steps.filter_map(|w| Some(w.get(1)?.low - w.first()?.low));
        self.further.low < 0 || losses.any(|loss| loss < 0)
    }
}
