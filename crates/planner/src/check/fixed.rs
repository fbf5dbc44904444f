//! Points with binary places, and shares of them: whole numbers throughout, so that the same plan gives
//! the same digits everywhere.

/// Binary places of points. All points of a party are at most 10^15, which is less than 2^50, so that
/// sums stay below 2^111.
const PLACES: u32 = 60;
/// Binary places of a share.
const SHARE: u32 = 100;

/// A share from nought to one, cut off after a hundred binary places.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share(u128);

impl Share {
    const WHOLE: Self = Self(1 << SHARE);

    /// So many parts of so many.
    pub fn of(parts: u32, all: u32) -> Self {
        Self((u128::from(parts.min(all)) << SHARE) / u128::from(all.max(1)))
    }

    /// This share of itself, so many times over: the whole of none.
    pub fn power(self, times: u32) -> Self {
        let (mut made, mut square, mut left) = (Self::WHOLE, self, times);
        while left > 0 {
            if left & 1 == 1 {
                made = Self(shifted(made.0, square.0));
            }
            square = Self(shifted(square.0, square.0));
            left >>= 1;
        }
        made
    }
}

/// Points with sixty binary places.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fixed(i128);

impl Fixed {
    /// So many points.
    pub const fn whole(points: i64) -> Self {
        Self((points as i128) << PLACES)
    }

    /// Both together.
    #[must_use]
    pub const fn plus(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }

    /// As much on the other side of nought.
    #[must_use]
    pub const fn negated(self) -> Self {
        Self(-self.0)
    }

    /// A share of it, cut off towards nought.
    #[must_use]
    pub fn share(self, share: Share) -> Self {
        let part = shifted(self.0.unsigned_abs(), share.0);
        let part = i128::try_from(part).unwrap_or(i128::MAX);
        Self(if self.0 < 0 { -part } else { part })
    }

    /// In thousandths of a point, to the nearest, halves up.
    pub fn thousandths(self) -> i64 {
        let nearest = (self.0 * 1000 + (1 << (PLACES - 1))) >> PLACES;
        i64::try_from(nearest).unwrap_or(if self.0 < 0 { i64::MIN } else { i64::MAX })
    }
}

/// The product of a number below 2^111 and one of at most 2^100, less a hundred binary places.
const fn shifted(a: u128, b: u128) -> u128 {
    const HALF: u128 = (1 << 64) - 1;
    let (a_high, a_low) = (a >> 64, a & HALF);
    let (b_high, b_low) = (b >> 64, b & HALF);
    // With these bounds none of the sums is 2^128 or more.
    let middle = a_high * b_low + a_low * b_high + ((a_low * b_low) >> 64);
    ((a_high * b_high) << (128 - SHARE)) + (middle >> (SHARE - 64))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn shares_that_have_few_places_are_exact() {
        let half = Share::of(1, 2);
        assert_eq!(Fixed::whole(-24).share(half.power(3)), Fixed::whole(-3));
        assert_eq!(half.power(0), Share::WHOLE);
        assert_eq!(Share::of(0, 5).power(0), Share::WHOLE);
        assert_eq!(Share::of(0, 5).power(1), Share(0));
        // 0.9 of ten is nine, to a thousandth; and nine tenths of it, and so on.
        let tenths = Share::of(9, 10);
        let ten = Fixed::whole(10);
        assert_eq!(
            [1, 2, 3].map(|n| ten.share(tenths.power(n)).thousandths()),
            [9_000, 8_100, 7_290]
        );
        assert_eq!(
            Fixed::whole(-10).share(tenths.power(2)).thousandths(),
            -8_100
        );
    }

    proptest! {
        #[test]
        fn a_share_of_points_is_that_of_ratios(points in -1_000_000_000_000_000_i64..=1_000_000_000_000_000, parts in 0_u32..=1_000, times in 0_u32..5) {
            // (parts / 1000)^times of the points, in thousandths: both sides of the exact ratio are told
            // apart by less than one.
            let found = i128::from(Fixed::whole(points).share(Share::of(parts, 1_000).power(times)).thousandths());
            let over = i128::from(points) * 1_000 * i128::from(parts).pow(times);
            let under = 1_000_i128.pow(times);
            prop_assert!((found * under - over).abs() <= under / 2 + 1, "{found}");
        }

        #[test]
        fn a_product_is_that_of_long_multiplication(a in 0_u128..(1 << 111), b in 0_u128..=(1 << 100)) {
            let digits = |n: u128| -> Vec<u64> { (0..8).map(|at| u64::try_from((n >> (16 * at)) & 0xffff).unwrap()).collect() };
            let mut product = [0_u64; 17];
            for (i, x) in digits(a).iter().enumerate() {
                let mut carry = 0;
                for (j, y) in digits(b).iter().enumerate() {
                    let sum = product[i + j] + x * y + carry;
                    (product[i + j], carry) = (sum & 0xffff, sum >> 16);
                }
                product[i + 8] += carry;
            }
            // 100 = 6 * 16 + 4
            let kept = product[6..15].iter().rev().fold(0_u128, |sum, digit| (sum << 16) | u128::from(*digit));
            prop_assert_eq!(shifted(a, b), kept >> 4);
        }
    }
}
