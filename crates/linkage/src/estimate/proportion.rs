//! Intervals for a proportion seen in a sample.
//!
//! Clopper and Pearson (1934): exact, never covers less often than stated. Wilson (1927): shorter,
//! covers as stated on average.

use super::number::{float, ln_gamma};

/// What a number is expected to be, and between which two it lies.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize)]
pub struct Interval {
    /// Not below this, at the stated level.
    pub low: f64,
    /// Expected.
    pub expected: f64,
    /// Not above this, at the stated level.
    pub high: f64,
}

/// The interval of Clopper and Pearson for a proportion of which `seen` in `of` were seen. Of nothing
/// nothing is known.
pub fn clopper_pearson(seen: u64, of: u64, level: f64) -> Interval {
    let seen = seen.min(of);
    let outside = (1.0 - level) / 2.0;
    let (yes, no) = (float(seen), float(of - seen));
    let low = if seen == 0 {
        0.0
    } else {
        beta_quantile(outside, yes, no + 1.0)
    };
    let high = if seen == of {
        1.0
    } else {
        beta_quantile(1.0 - outside, yes + 1.0, no)
    };
    Interval {
        low,
        expected: seen_share(seen, of),
        high,
    }
}

/// The interval of Wilson for a proportion of which `seen` in `of` were seen.
pub fn wilson(seen: u64, of: u64, level: f64) -> Interval {
    let seen = seen.min(of);
    let expected = seen_share(seen, of);
    if of == 0 {
        return Interval {
            low: 0.0,
            expected,
            high: 1.0,
        };
    }
    let all = float(of);
    let square = normal_quantile(f64::midpoint(1.0, level)).powi(2);
    let middle = (expected + square / (2.0 * all)) / (1.0 + square / all);
    let variance = expected * (1.0 - expected) / all + square / (4.0 * all * all);
    let half = (square * variance).sqrt() / (1.0 + square / all);
    Interval {
        low: (middle - half).max(0.0),
        expected,
        high: (middle + half).min(1.0),
    }
}

fn seen_share(seen: u64, of: u64) -> f64 {
    if of == 0 {
        0.5
    } else {
        float(seen) / float(of)
    }
}

/// Where the beta distribution has this share below it, by bisection.
fn beta_quantile(share: f64, one: f64, nought: f64) -> f64 {
    let (mut low, mut high) = (0.0, 1.0);
    for _ in 0..60 {
        let middle = f64::midpoint(low, high);
        if beta_below(middle, one, nought) < share {
            low = middle;
        } else {
            high = middle;
        }
    }
    f64::midpoint(low, high)
}

/// The regularised incomplete beta function, by its continued fraction (DLMF 8.17.22, Lentz 1976).
fn beta_below(at: f64, one: f64, nought: f64) -> f64 {
    if at <= 0.0 || at >= 1.0 {
        return at.clamp(0.0, 1.0);
    }
    let ln_front = ln_gamma(one + nought) - ln_gamma(one) - ln_gamma(nought)
        + one * at.ln()
        + nought * (-at).ln_1p();
    // The fraction converges fast on this side of the mean only.
    if at < (one + 1.0) / (one + nought + 2.0) {
        ln_front.exp() * fraction(at, one, nought) / one
    } else {
        1.0 - ln_front.exp() * fraction(1.0 - at, nought, one) / nought
    }
}

fn fraction(at: f64, one: f64, nought: f64) -> f64 {
    let safe = |x: f64| if x.abs() < 1e-300 { 1e-300 } else { x };
    let mut numerator = 1.0;
    let mut denominator = 1.0 / safe(1.0 - (one + nought) * at / (one + 1.0));
    let mut value = denominator;
    for step in 1_u32..2_000 {
        let step = f64::from(step);
        let even = step * (nought - step) * at / ((one + 2.0 * step - 1.0) * (one + 2.0 * step));
        let odd = -(one + step) * (one + nought + step) * at
            / ((one + 2.0 * step) * (one + 2.0 * step + 1.0));
        let mut change = 1.0;
        for term in [even, odd] {
            denominator = 1.0 / safe(1.0 + term * denominator);
            numerator = safe(1.0 + term / numerator);
            change = numerator * denominator;
            value *= change;
        }
        if (change - 1.0).abs() < 1e-14 {
            break;
        }
    }
    value
}

/// Where the standard normal distribution has this share below it (Acklam 2003; error below 1.2e-9).
fn normal_quantile(share: f64) -> f64 {
    let tail = |part: f64| {
        let q = (-2.0 * part.ln()).sqrt();
        let top = ((((-7.784_894_002_430_293e-3 * q - 0.322_396_458_041_136_5) * q
            - 2.400_758_277_161_838)
            * q
            - 2.549_732_539_343_734)
            * q
            + 4.374_664_141_464_968)
            * q
            + 2.938_163_982_698_783;
        let bottom = (((7.784_695_709_041_462e-3 * q + 0.322_467_129_070_039_8) * q
            + 2.445_134_137_142_996)
            * q
            + 3.754_408_661_907_416)
            * q
            + 1.0;
        top / bottom
    };
    if share < 0.024_25 {
        return tail(share.max(1e-300));
    }
    if share > 0.975_75 {
        return -tail((1.0 - share).max(1e-300));
    }
    let q = share - 0.5;
    let r = q * q;
    let top = (((((-39.696_830_286_653_76 * r + 220.946_098_424_520_5) * r
        - 275.928_510_446_968_7)
        * r
        + 138.357_751_867_269)
        * r
        - 30.664_798_066_147_16)
        * r
        + 2.506_628_277_459_239)
        * q;
    let bottom =
        ((((-54.476_098_798_224_06 * r + 161.585_836_858_040_9) * r - 155.698_979_859_886_6) * r
            + 66.801_311_887_719_72)
            * r
            - 13.280_681_552_885_72)
            * r
            + 1.0;
    top / bottom
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(found: f64, known: f64) {
        assert!((found - known).abs() < 2e-4, "{found} for {known}");
    }

    #[test]
    fn known_intervals_come_out() {
        let exact = clopper_pearson(81, 263, 0.95);
        near(exact.low, 0.2527);
        near(exact.high, 0.3676);
        let score = wilson(81, 263, 0.95);
        near(score.low, 0.2553);
        near(score.high, 0.3662);
        near(clopper_pearson(0, 100, 0.95).high, 0.036_217);
        near(clopper_pearson(100, 100, 0.95).low, 1.0 - 0.036_217);
        near(normal_quantile(0.975), 1.959_964);
        near(normal_quantile(0.01), -2.326_348);
    }

    #[test]
    fn of_nothing_nothing_is_known() {
        for interval in [clopper_pearson(0, 0, 0.95), wilson(0, 0, 0.95)] {
            near(interval.low, 0.0);
            near(interval.high, 1.0);
        }
    }

    #[test]
    fn clopper_and_pearson_cover_at_least_as_often_as_stated() {
        for (of, chance) in [(12_u64, 0.1_f64), (40, 0.5), (60, 0.97), (25, 0.003)] {
            let mut covered = 0.0;
            for seen in 0..=of {
                let (yes, no) = (float(seen), float(of - seen));
                let ways = ln_gamma(float(of) + 1.0) - ln_gamma(yes + 1.0) - ln_gamma(no + 1.0);
                let interval = clopper_pearson(seen, of, 0.95);
                if (interval.low..=interval.high).contains(&chance) {
                    covered += (ways + yes * chance.ln() + no * (1.0 - chance).ln()).exp();
                }
            }
            assert!(covered >= 0.95, "{covered} for {chance} of {of}");
        }
    }
}
