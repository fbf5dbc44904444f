//! Whether what a stage promises can be delivered: all of it, some of it replaced, or too little.

/// The chances of a stage's items.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Delivery {
    /// No more than is tolerated is missing, and nothing had to be replaced.
    pub clean: f64,
    /// No more than is tolerated is missing, and something had to be replaced.
    pub replaced: f64,
    /// Too much is missing.
    pub missing: f64,
}

impl Delivery {
    /// Nothing is promised.
    pub const CERTAIN: Self = Self {
        clean: 1.0,
        replaced: 0.0,
        missing: 0.0,
    };
}

/// The chances for so many items of each kind, each deliverable with its chance and independently of
/// the others, each of the rest replaced with the chance `replaced`.
pub fn delivery(items: &[(u32, f64)], replaced: f64, tolerated: u32) -> Delivery {
    if tolerated == 0 {
        return all_or_nothing(items, replaced);
    }
    let most = items
        .iter()
        .map(|(count, _)| *count)
        .fold(0, u32::saturating_add);
    let tolerated = tolerated.min(most);
    // How many are missing, where anything may be replaced and where nothing is: the second is a
    // part of the first.
    let any = missing(items, tolerated, |d| {
        (d + (1.0 - d) * replaced, (1.0 - d) * (1.0 - replaced))
    });
    let none = missing(items, tolerated, |d| (d, (1.0 - d) * (1.0 - replaced)));
    split(none.min(1.0), any.min(1.0))
}

fn all_or_nothing(items: &[(u32, f64)], replaced: f64) -> Delivery {
    let mut clean = 1.0;
    let mut enough = 1.0;
    for (count, d) in items {
        clean *= power(*d, *count);
        enough *= power(d + (1.0 - d) * replaced, *count);
    }
    split(clean, enough)
}

fn split(clean: f64, enough: f64) -> Delivery {
    Delivery {
        clean,
        replaced: (enough - clean).max(0.0),
        missing: (1.0 - enough).max(0.0),
    }
}

/// The chance that at most so many are missing, where each item is there or missing with the given
/// chances (which need not add up to one).
fn missing(items: &[(u32, f64)], tolerated: u32, chances: impl Fn(f64) -> (f64, f64)) -> f64 {
    let mut missing = vec![1.0];
    for (count, d) in items {
        let (there, gone) = chances(*d);
        let own = binomial(*count, there, gone, tolerated);
        missing = product(&missing, &own, tolerated as usize + 1);
    }
    missing.iter().sum()
}

/// The terms of (there + gone x)^count up to the power `most`.
fn binomial(count: u32, there: f64, gone: f64, most: u32) -> Vec<f64> {
    let last = most.min(count);
    // From logarithms, since there^count may be too small to begin with.
    let (log_there, log_gone) = (there.ln(), gone.ln());
    let mut choose = 0.0;
    let mut terms = Vec::new();
    for j in 0..=last {
        if j > 0 {
            choose += (f64::from(count - j + 1) / f64::from(j)).ln();
        }
        let side = |times: u32, log: f64| {
            if times == 0 {
                0.0
            } else {
                f64::from(times) * log
            }
        };
        terms.push((choose + side(count - j, log_there) + side(j, log_gone)).exp());
    }
    terms
}

fn product(a: &[f64], b: &[f64], most: usize) -> Vec<f64> {
    let length = (a.len() + b.len() - 1).min(most);
    let mut made = vec![0.0; length];
    for (i, x) in a.iter().enumerate() {
        for (cell, y) in made.iter_mut().skip(i).zip(b) {
            *cell += x * y;
        }
    }
    made
}

fn power(base: f64, times: u32) -> f64 {
    i32::try_from(times).map_or(0.0, |times| base.powi(times))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Every course of events of a few items, one by one.
    fn one_by_one(items: &[f64], replaced: f64, tolerated: u32) -> Delivery {
        let (mut clean, mut some, mut missing) = (0.0, 0.0, 0.0);
        for course in 0..3_u32.pow(u32::try_from(items.len()).unwrap()) {
            let (mut chance, mut gone, mut put, mut rest) = (1.0, 0, 0, course);
            for d in items {
                match rest % 3 {
                    0 => chance *= d,
                    1 => (chance, put) = (chance * (1.0 - d) * replaced, put + 1),
                    _ => (chance, gone) = (chance * (1.0 - d) * (1.0 - replaced), gone + 1),
                }
                rest /= 3;
            }
            if gone > tolerated {
                missing += chance;
            } else if put > 0 {
                some += chance;
            } else {
                clean += chance;
            }
        }
        Delivery {
            clean,
            replaced: some,
            missing,
        }
    }

    proptest! {
        #[test]
        fn every_course_of_events_is_counted_once(
            kinds in prop::collection::vec((0_u32..3, 0.0..=1.0), 0..4),
            replaced in 0.0..=1.0,
            tolerated in 0_u32..5,
        ) {
            let each: Vec<f64> = kinds
                .iter()
                .flat_map(|(count, d)| std::iter::repeat_n(*d, *count as usize))
                .collect();
            let found = delivery(&kinds, replaced, tolerated);
            let model = one_by_one(&each, replaced, tolerated);
            for (a, b) in [
                (found.clean, model.clean),
                (found.replaced, model.replaced),
                (found.missing, model.missing),
            ] {
                prop_assert!((a - b).abs() < 1e-12, "{:?} {:?}", found, model);
            }
        }
    }

    #[test]
    fn many_items_with_small_chances_are_no_nought_too_soon() {
        // 2,000 items of which 1,000 are missing on average: each term begins far below what a
        // number can hold, and the sum is a half.
        let found = delivery(&[(2_000, 0.5)], 0.0, 1_000);
        assert!((found.clean - 0.508_9).abs() < 1e-3, "{found:?}");
    }
}
