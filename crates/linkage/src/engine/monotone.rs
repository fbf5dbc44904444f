//! Better agreement never says less. What EM learns from few pairs may have it otherwise; then levels
//! out of order are taken together.
//!
//! The ratios m(l)/u(l) of a field are held to a partial order of its levels: the most likely m under
//! that order, u given, is the isotonic regression of the ratios with weights u (Dykstra, Kochar and
//! Robertson 1995), found here by the largest averages over upper sets (Robertson, Wright and Dykstra
//! 1988, chapter 1). As the mean of all ratios by these weights is one, the least of them, which is
//! that of *different*, is never above one, and that of *the same* never below it unless nothing is.

use super::comparator::Agreement;

/// The order in which the levels of a scale stand.
pub struct Order {
    /// Sets of levels, as bits, that hold with each level all that are at least as good.
    upper: Vec<u16>,
}

impl Order {
    /// The order of a scale of at most fifteen levels.
    pub fn of(scale: &[Agreement]) -> Self {
        let above: Vec<u16> = scale.iter().map(|&level| above(level, scale)).collect();
        let is_upper = |set: &u16| {
            let mut held = (0..).zip(&above).filter(|(at, _)| set >> at & 1 == 1);
            held.all(|(_, above)| above & set == *above)
        };
        let all = (1_u32 << scale.len().min(15)) - 1;
        let sets = (1..=all).filter_map(|set| u16::try_from(set).ok());
        Self {
            upper: sets.filter(is_upper).collect(),
        }
    }

    /// The shares of pairs of one person, with those out of order taken together.
    pub fn pooled(&self, m: &[f64], u: &[f64]) -> Vec<f64> {
        let mut pooled = m.to_vec();
        let mut done = 0_u16;
        while let Some((set, ratio)) = self.best(done, m, u) {
            for (at, (m, u)) in pooled.iter_mut().zip(u).enumerate() {
                if (set & !done) >> at & 1 == 1 {
                    *m = u * ratio;
                }
            }
            done = set;
        }
        pooled
    }

    /// Of the upper sets that hold more than these levels, the one whose further levels have the
    /// greatest ratio together; of several the largest.
    fn best(&self, done: u16, m: &[f64], u: &[f64]) -> Option<(u16, f64)> {
        let mut best: Option<(u16, f64)> = None;
        for &set in &self.upper {
            let more = set & !done;
            if set & done != done || more == 0 {
                continue;
            }
            let sum = |of: &[f64]| -> f64 {
                let held = of.iter().enumerate().filter(|(at, _)| more >> at & 1 == 1);
                held.map(|(_, share)| share).sum()
            };
            let ratio = sum(m) / sum(u).max(f64::MIN_POSITIVE);
            let better = best.is_none_or(|(other, most)| {
                ratio > most || (ratio >= most && set.count_ones() > other.count_ones())
            });
            if better {
                best = Some((set, ratio));
            }
        }
        best
    }
}

/// For each level its share, with those of the better levels that have the same ratio: of levels that
/// were taken together it is not known which of them is the likelier.
pub fn together(m: &[f64], u: &[f64]) -> Vec<f64> {
    let levels = || m.iter().zip(u);
    levels()
        .enumerate()
        .map(|(at, (own, own_u))| {
            let same = |&(m, u): &(&f64, &f64)| {
                (m * own_u - own * u).abs() <= 1e-9 * (m * own_u).max(own * u)
            };
            let better = levels().take(at).filter(same);
            own + better.map(|(m, _)| m).sum::<f64>()
        })
        .collect()
}

/// The levels of a scale that are at least as good as this one, as bits.
fn above(level: Agreement, scale: &[Agreement]) -> u16 {
    let bits = (0..).zip(scale).filter(|&(_, &other)| better(other, level));
    bits.fold(0, |set, (at, _)| set | 1_u16 << at)
}

/// Whether one agreement is better than another whatever the lists say. Agreements of different kinds
/// (a misspelling and another form of the name, a date known in part and a digit that is wrong) are
/// not set above each other.
fn better(one: Agreement, other: Agreement) -> bool {
    use Agreement as A;
    let over: &[A] = match one {
        A::Missing | A::Different => &[],
        // Two fields speak in it, so it may say more than one name that agrees.
        A::Exchanged => &[A::Different],
        A::Same => {
            return !matches!(other, A::Same | A::Exchanged | A::Missing);
        }
        A::OneSign => &[A::Close, A::Alike, A::Different],
        A::Close => &[A::Alike, A::Different],
        A::SameMonth | A::DayMonthExchanged => &[A::SameYear, A::Different],
        A::SameDayNextYear => &[A::SameDayOfYear, A::Different],
        A::CompatibleMonth => &[A::CompatibleYear, A::WithinSpan, A::NextYear, A::Different],
        A::CompatibleYear => &[A::WithinSpan, A::NextYear, A::Different],
        A::WithinSpan => &[A::NextYear, A::Different],
        A::OtherForm | A::Alike | A::Part | A::SameDayOfYear | A::SameYear | A::NextYear => {
            &[A::Different]
        }
    };
    over.contains(&other)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const DATES: [Agreement; 6] = [
        Agreement::Same,
        Agreement::OneSign,
        Agreement::CompatibleYear,
        Agreement::WithinSpan,
        Agreement::NextYear,
        Agreement::Different,
    ];

    fn ratios(m: &[f64], u: &[f64]) -> Vec<f64> {
        m.iter().zip(u).map(|(m, u)| m / u).collect()
    }

    #[test]
    fn what_is_in_order_stays_as_it_is() {
        let order = Order::of(&[Agreement::Same, Agreement::OneSign, Agreement::Different]);
        let (m, u) = ([0.8, 0.1, 0.1], [0.01, 0.02, 0.97]);
        for (was, is) in m.iter().zip(order.pooled(&m, &u)) {
            assert!((was - is).abs() < 1e-12, "{was} {is}");
        }
    }

    #[test]
    fn a_disagreement_that_would_speak_for_says_nothing() {
        let order = Order::of(&[Agreement::Same, Agreement::Different]);
        let pooled = order.pooled(&[0.3, 0.7], &[0.5, 0.5]);
        for ratio in ratios(&pooled, &[0.5, 0.5]) {
            assert!((ratio - 1.0).abs() < 1e-12, "{ratio}");
        }
    }

    #[test]
    fn levels_taken_together_are_one_against_the_chance_of_either() {
        let (m, u) = ([0.2, 0.1, 0.7], [0.02, 0.01, 0.97]);
        let sums = together(&m, &u);
        for (sum, expected) in sums.iter().zip([0.2, 0.3, 0.7]) {
            assert!((sum - expected).abs() < 1e-12, "{sums:?}");
        }
    }

    #[test]
    fn kinds_that_are_not_compared_keep_their_own() {
        let order = Order::of(&DATES);
        let (m, u) = (
            [0.5, 0.01, 0.3, 0.1, 0.01, 0.08],
            [0.001, 0.01, 0.02, 0.1, 0.02, 0.849],
        );
        let pooled = order.pooled(&m, &u);
        // A digit that is wrong says less than a year that agrees here, and may.
        assert!((pooled[1] - m[1]).abs() < 1e-12 && (pooled[2] - m[2]).abs() < 1e-12);
    }

    proptest! {
        #[test]
        fn no_level_says_less_than_a_worse_one(
            m in prop::collection::vec(1e-6_f64..1.0, 6),
            u in prop::collection::vec(1e-6_f64..1.0, 6),
        ) {
            let share = |of: &[f64]| -> Vec<f64> {
                let sum: f64 = of.iter().sum();
                of.iter().map(|x| x / sum).collect()
            };
            let (m, u) = (share(&m), share(&u));
            let pooled = Order::of(&DATES).pooled(&m, &u);
            prop_assert!((pooled.iter().sum::<f64>() - 1.0).abs() < 1e-9);
            let ratios = ratios(&pooled, &u);
            for (i, &a) in DATES.iter().enumerate() {
                for (j, &b) in DATES.iter().enumerate() {
                    prop_assert!(!better(a, b) || ratios[i] >= ratios[j] * (1.0 - 1e-9));
                }
            }
            prop_assert!(ratios[5] <= 1.0 + 1e-9 && ratios[0] >= 1.0 - 1e-9);
        }
    }
}
