//! Exact comparisons for the named solutions: shares, and products of any size. No floating point.

use std::{cmp::Ordering, fmt};

use serde::{Serialize, Serializer};

/// A part of a whole that is above nought. Shares are equal if their values are.
#[derive(Debug, Clone, Copy)]
pub struct Share {
    part: i64,
    whole: i64,
}

impl Share {
    /// A part of a whole; nothing of a whole that is not above nought.
    pub fn new(part: i64, whole: i64) -> Option<Self> {
        (whole > 0).then_some(Self { part, whole })
    }

    /// The part and the whole.
    pub const fn parts(self) -> (i64, i64) {
        (self.part, self.whole)
    }

    /// So much of something else, rounded down.
    pub fn of(self, whole: i64) -> i64 {
        let part = i128::from(self.part) * i128::from(whole);
        i64::try_from(part.div_euclid(i128::from(self.whole))).unwrap_or(i64::MAX)
    }

    /// So much of something else, rounded up.
    pub fn of_at_least(self, whole: i64) -> i64 {
        let part = -i128::from(self.part) * i128::from(whole);
        i64::try_from(-part.div_euclid(i128::from(self.whole))).unwrap_or(i64::MAX)
    }

    /// In thousandths, rounded down.
    pub fn per_mille(self) -> i64 {
        self.of(1_000)
    }
}

impl Ord for Share {
    fn cmp(&self, other: &Self) -> Ordering {
        let left = i128::from(self.part) * i128::from(other.whole);
        left.cmp(&(i128::from(other.part) * i128::from(self.whole)))
    }
}

impl PartialOrd for Share {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Share {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Share {}

impl Serialize for Share {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&format_args!("{}/{}", self.part, self.whole))
    }
}

/// A product of whole numbers, however large: digits of base 10^9, the lowest first, none above the
/// highest that is not nought.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Product(Vec<u64>);

const BASE: u128 = 1_000_000_000;

impl Product {
    /// Multiplies.
    pub fn of(factors: impl IntoIterator<Item = u64>) -> Self {
        let mut product = vec![1];
        for factor in factors {
            let mut carried = 0;
            for digit in &mut product {
                let whole = u128::from(*digit) * u128::from(factor) + carried;
                *digit = low(whole);
                carried = whole / BASE;
            }
            while carried > 0 {
                product.push(low(carried));
                carried /= BASE;
            }
        }
        while product.last() == Some(&0) {
            product.pop();
        }
        Self(product)
    }

    /// About the number that comes to this if multiplied by itself so many times: a guess to begin
    /// an exact search from.
    #[expect(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a guess"
    )]
    pub fn root(&self, times: usize) -> u64 {
        let Some((high, low)) = self.0.split_last() else {
            return 0;
        };
        let next = low.last().copied().unwrap_or(0) as f64;
        let leading = (*high as f64 + next / 1e9).ln() + low.len() as f64 * 1e9_f64.ln();
        (leading / times.max(1) as f64).exp().ceil() as u64
    }

    /// Whether it is nought.
    pub const fn is_nought(&self) -> bool {
        self.0.is_empty()
    }
}

fn low(whole: u128) -> u64 {
    u64::try_from(whole % BASE).unwrap_or(0)
}

impl Ord for Product {
    fn cmp(&self, other: &Self) -> Ordering {
        let by_length = self.0.len().cmp(&other.0.len());
        by_length.then_with(|| self.0.iter().rev().cmp(other.0.iter().rev()))
    }
}

impl PartialOrd for Product {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Product {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut digits = self.0.iter().rev();
        write!(f, "{}", digits.next().unwrap_or(&0))?;
        digits.try_for_each(|digit| write!(f, "{digit:09}"))
    }
}

impl Serialize for Product {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn products_are_exact_and_ordered(a in prop::collection::vec(0_u64..1 << 31, 0..4), b in prop::collection::vec(0_u64..1 << 31, 0..4)) {
            let exact = |factors: &[u64]| factors.iter().map(|f| u128::from(*f)).product::<u128>();
            let (p, q) = (Product::of(a.clone()), Product::of(b.clone()));
            prop_assert_eq!(p.to_string(), exact(&a).to_string());
            prop_assert_eq!(p.cmp(&q), exact(&a).cmp(&exact(&b)));
        }

        #[test]
        fn shares_compare_as_fractions(a in -1_000_i64..1_000, b in 1_i64..1_000, c in -1_000_i64..1_000, d in 1_i64..1_000) {
            let (p, q) = (Share::new(a, b).unwrap(), Share::new(c, d).unwrap());
            prop_assert_eq!(p.cmp(&q), (a * d).cmp(&(c * b)));
            prop_assert_eq!(p.per_mille(), (a * 1_000).div_euclid(b));
        }
    }

    #[test]
    fn a_product_may_be_larger_than_any_machine_number() {
        let large = Product::of([1_000_000_000_000; 12]);
        assert_eq!(large.to_string(), format!("1{}", "0".repeat(144)));
        assert!(Product::of([5, 0, 7]).is_nought() && Product::of([5, 0, 7]) < Product::of([1]));
    }
}
