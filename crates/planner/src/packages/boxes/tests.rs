//! The search against going through all packages.

use proptest::prelude::*;

use super::*;
use crate::{
    packages::model::{by_hand, problems},
    watch::{Stage, Stopped, Unwatched, Watch},
};

fn check(problem: &Problem) -> Result<(), TestCaseError> {
    let expected = by_hand(problem);
    for found in [
        by_issues(problem, &Unwatched),
        by_cliques(problem, &Unwatched),
    ] {
        prop_assert_eq!(&found.proof, &Proof::Exact);
        let points: Vec<Vec<i64>> = found.deals.iter().map(|deal| deal.worth.clone()).collect();
        prop_assert_eq!(&points, &expected);
        for deal in &found.deals {
            prop_assert_eq!(&problem.worth(&deal.package), &deal.worth);
        }
    }
    Ok(())
}

proptest! {
    #[test]
    fn two_parties(problem in problems(2)) {
        check(&problem)?;
    }

    #[test]
    fn three_parties(problem in problems(3)) {
        check(&problem)?;
    }

    #[test]
    fn four_parties(problem in problems(4)) {
        check(&problem)?;
    }

    #[test]
    fn on_scales_too_large_for_the_lanes(problem in problems(2), times in 1_000_000_000_i64..9_000_000_000) {
        // Sums are then rounded in the bounds, and must be rounded to the right side.
        let mut profiles = problem.profiles().to_vec();
        for profile in &mut profiles {
            for points in profile.points.iter_mut().flatten() {
                *points *= times;
            }
            for term in &mut profile.terms {
                term.points *= times;
            }
            profile.without_agreement *= times;
        }
        check(&problem.with_profiles(profiles).unwrap())?;
    }

    #[test]
    fn what_a_stopped_search_leaves_out_lies_in_its_gaps(problem in problems(2), three in problems(3), looks in 0_u64..12) {
        for problem in [problem, three] {
            for by in [by_issues, by_cliques] {
                let watch = StopsAfter(looks.into());
                let found = by(&problem, &watch);
                let listed = |point: &Vec<i64>| found.deals.iter().any(|deal| deal.worth == *point);
                for point in by_hand(&problem).iter().filter(|point| !listed(point)) {
                    let Proof::Open(gaps) = &found.proof else {
                        panic!("{point:?} is missing, and the rest is called exact");
                    };
                    let inside = |gap: &Gap| {
                        let above = point.iter().zip(&gap.more_than).all(|(p, least)| p > least);
                        above && point.iter().zip(&gap.at_most).all(|(p, most)| p <= most)
                    };
                    prop_assert!(gaps.iter().any(inside), "{point:?} lies in no gap of {gaps:?}");
                }
            }
        }
    }

    #[test]
    fn threads_change_nothing(problem in problems(3)) {
        let on = |threads: usize| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
            pool.install(|| by_issues(&problem, &Unwatched))
        };
        prop_assert_eq!(on(1), on(3));
    }
}

/// Stops after so many looks.
struct StopsAfter(std::sync::atomic::AtomicU64);

impl Watch for StopsAfter {
    fn at(&self, _: Stage, _: u64, _: u64) -> Result<(), Stopped> {
        let left = self.0.load(std::sync::atomic::Ordering::Relaxed);
        self.0
            .store(left.saturating_sub(1), std::sync::atomic::Ordering::Relaxed);
        if left == 0 { Err(Stopped) } else { Ok(()) }
    }
}
