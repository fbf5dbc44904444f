//! Numbers: counts as floats and back, the logarithm of the gamma function, quantiles.

/// A count as a float; exact below two to the fifty-third.
#[expect(
    clippy::cast_precision_loss,
    reason = "counts of pairs that anybody compares are far below two to the fifty-third"
)]
pub(super) const fn float(count: u64) -> f64 {
    count as f64
}

/// A float that is a whole number at or above nought.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the cast takes what is below nought, or no number, as nought"
)]
pub(super) const fn whole(number: f64) -> u64 {
    number as u64
}

/// Whether a number is one at all and above a bound.
pub(super) fn above(number: f64, bound: f64) -> bool {
    number > bound
}

/// Between nought and one; what is no number is nought.
pub(super) fn chance(number: f64) -> f64 {
    if above(number, 0.0) {
        number.min(1.0)
    } else {
        0.0
    }
}

/// At or above nought and finite; what is no number is nought.
pub(super) fn amount(number: f64) -> f64 {
    if above(number, 0.0) && number.is_finite() {
        number
    } else {
        0.0
    }
}

/// A ratio; of nothing, what is said.
pub(super) fn ratio(part: f64, of: f64, nothing: f64) -> f64 {
    if above(of, 0.0) { part / of } else { nothing }
}

/// The logarithm of the gamma function of a number above nought (Lanczos 1964, with g = 7).
pub(super) fn ln_gamma(number: f64) -> f64 {
    const TERMS: [f64; 8] = [
        676.520_368_121_885_1,
        -1_259.139_216_722_402_8,
        771.323_428_777_653_1,
        -176.615_029_162_140_6,
        12.507_343_278_686_905,
        -0.138_571_095_265_720_12,
        9.984_369_578_019_572e-6,
        1.505_632_735_149_311_6e-7,
    ];
    let below = number - 1.0;
    let mut sum = 0.999_999_999_999_809_9;
    let mut place = below;
    for term in TERMS {
        place += 1.0;
        sum += term / place;
    }
    let shifted = below + 7.5;
    0.5 * std::f64::consts::TAU.ln() + (below + 0.5) * shifted.ln() - shifted + sum.ln()
}

/// The value below which this share of the values lies (the nearest rank). The order is lost.
pub(super) fn quantile(values: &mut [f64], share: f64) -> f64 {
    let last = values.len().saturating_sub(1);
    let rank = usize::try_from(whole((share * float(last as u64)).round())).unwrap_or(last);
    if values.is_empty() {
        return 0.0;
    }
    let (_, value, _) = values.select_nth_unstable_by(rank.min(last), f64::total_cmp);
    *value
}
