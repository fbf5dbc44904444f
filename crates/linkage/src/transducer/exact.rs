//! Powers and logarithms to base 2 that come out alike, bit for bit, on every machine.
//!
//! The keys of a blind overlap rest on which names a model holds nearest, and two sides must find
//! the same. Sums, products and quotients are the same everywhere (IEEE 754, which Rust keeps to and
//! never contracts); the powers and logarithms of the standard library are not, since each platform
//! brings its own. So nothing here, and nothing in a model that is run, may call those; a test of
//! [`super`] reads the sources and sees to it.

use std::f64::consts::{LOG2_E, SQRT_2};

/// The 64th root of 2.
const ROOT: f64 = 1.010_889_286_051_700_5;

/// 2 to the power of no, one, two and so on to 63 64ths.
const ROOTS: [f64; 64] = roots();

#[expect(
    clippy::indexing_slicing,
    reason = "reckoned when the program is built, where to miss would end the build"
)]
const fn roots() -> [f64; 64] {
    let mut roots = [1.0; 64];
    let mut at = 1;
    while at < 64 {
        roots[at] = roots[at - 1] * ROOT;
        at += 1;
    }
    roots
}

/// 2 to the power of so many 64ths.
pub(super) fn power(sixty_fourths: i16) -> f32 {
    let whole = i64::from(sixty_fourths.div_euclid(64));
    let root = usize::from(sixty_fourths.rem_euclid(64).unsigned_abs());
    narrow(ROOTS.get(root).copied().unwrap_or(1.0) * two_to(whole))
}

/// 2 to a whole power from −1022 to 1023.
fn two_to(whole: i64) -> f64 {
    f64::from_bits((whole + 1023).unsigned_abs() << 52)
}

/// The logarithm to base 2, to within a 10¹²th; of nothing, minus infinity.
pub(super) fn log2(number: f64) -> f64 {
    if number < f64::MIN_POSITIVE {
        // What is smaller than any number of full precision, and what has no logarithm.
        return if number > 0.0 {
            log2(number * two_to(54)) - 54.0
        } else if number == 0.0 {
            f64::NEG_INFINITY
        } else {
            f64::NAN
        };
    }
    if !number.is_finite() {
        return number;
    }
    let bits = number.to_bits();
    let mut exponent = f64::from(u16::try_from(bits >> 52).unwrap_or(0)) - 1023.0;
    let mut part = f64::from_bits(bits & ((1 << 52) - 1) | 1023 << 52);
    if part > SQRT_2 {
        part /= 2.0;
        exponent += 1.0;
    }
    exponent + LOG2_E * natural(part)
}

/// The same for numbers of half the precision.
pub(super) fn log2_of(number: f32) -> f32 {
    narrow(log2(f64::from(number)))
}

/// The natural logarithm of a number between the root of a half and the root of 2, by the series of
/// the inverse hyperbolic tangent: twice the sum of sⁿ/n over the odd n, s = (x − 1)/(x + 1). Its
/// ninth part is below 10⁻¹⁴.
fn natural(number: f64) -> f64 {
    let s = (number - 1.0) / (number + 1.0);
    let square = s * s;
    let fourth = square * square;
    // In pairs, so that a processor need not wait for each product.
    let first = 1.0 + square * (1.0 / 3.0);
    let second = 1.0 / 5.0 + square * (1.0 / 7.0);
    let third = 1.0 / 9.0 + square * (1.0 / 11.0);
    let last = 1.0 / 13.0 + square * (1.0 / 15.0);
    let eighth = fourth * fourth;
    2.0 * s * ((first + fourth * second) + eighth * (third + fourth * last))
}

/// To half the precision, which is all that bits need.
#[expect(
    clippy::cast_possible_truncation,
    reason = "bits need no more precision than an f32 has; the conversion rounds as IEEE 754 says"
)]
pub(super) fn narrow(number: f64) -> f32 {
    number as f32
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_bits_of_results_are_these_on_every_machine() {
        let logarithms = [0.1, 0.7, 1.0, 1.5, 3.0, 1e-300, 5e-324, 12345.678].map(|n: f64| {
            let bits = log2(n).to_bits();
            format!("{bits:016x}")
        });
        // Computed apart, by the same steps in another language.
        let expected = [
            "c00a934f0979a371",
            "bfe0776228967d70",
            "0000000000000000",
            "3fe2b803473f7ad8",
            "3ff95c01a39fbd6c",
            "c08f24a09f1a8b89",
            "c090c80000000000",
            "402b2ef5b86e63d1",
        ];
        assert_eq!(logarithms, expected);
        let powers = [-2047, -255, -64, -1, 0, 1, 33, 700].map(|n| power(n).to_bits());
        let expected = [
            797_009_106,
            1_031_890_130,
            1_056_964_608,
            1_065_172_492,
            1_065_353_216,
            1_065_444_562,
            1_068_957_074,
            1_156_916_605,
        ];
        assert_eq!(powers, expected);
    }

    #[test]
    fn what_has_no_logarithm_has_none() {
        assert!(log2(0.0) < f64::MIN && log2(-0.0) < f64::MIN);
        assert!(log2(f64::INFINITY) > f64::MAX);
        assert!(log2(-1.0).is_nan() && log2(f64::NAN).is_nan());
    }

    proptest! {
        #[test]
        fn they_are_the_standard_ones_but_for_the_last_bits(
            number in prop::num::f64::POSITIVE | prop::num::f64::NORMAL | prop::num::f64::SUBNORMAL,
            sixty_fourths in -8_192_i16..8_128,
        ) {
            let (ours, theirs) = (log2(number.abs()), number.abs().log2());
            prop_assert!((ours - theirs).abs() <= 1e-12 * theirs.abs().max(1.0), "{ours} {theirs}");
            let (ours, theirs) = (power(sixty_fourths), (f32::from(sixty_fourths) / 64.0).exp2());
            prop_assert!((ours - theirs).abs() <= 2.0 * f32::EPSILON * theirs, "{ours} {theirs}");
        }

        #[test]
        fn close_to_one_they_are_as_close(part in -1e-3_f64..1e-3) {
            let (ours, theirs) = (log2(1.0 + part), (1.0 + part).log2());
            prop_assert!((ours - theirs).abs() <= 1e-12 * theirs.abs() + 1e-18);
        }
    }
}
