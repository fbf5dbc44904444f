//! The search against going through all packages.

use proptest::prelude::*;

use super::*;
use crate::{
    packages::{
        model::{by_hand, drawn, problems},
        ratio::Share,
        solution::{Beyond, Rule, Scale, pick},
    },
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
        check(&enlarged(&problem, times))?;
    }

    #[test]
    fn what_a_stopped_search_leaves_out_lies_in_its_gaps(problem in problems(2), three in problems(3), looks in 0_u64..12) {
        for problem in [problem, three] {
            let climb = |problem: &Problem, _: &dyn Watch| by_climb(problem);
            for by in [by_issues, by_cliques, climb] {
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

/// The same with every number so many times as large: sums are then rounded in the bounds, and must
/// be rounded to the right side.
fn enlarged(problem: &Problem, times: i64) -> Problem {
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
    problem.with_profiles(profiles).unwrap()
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

/// What a rule picks of the frontier, and what it picks directly.
fn directly(problem: &Problem) -> Result<(), TestCaseError> {
    let frontier = by_issues(problem, &Unwatched);
    let solver = Solver::of(problem, &Unwatched).unwrap();
    let Some(scale) = Scale::of(problem, &frontier) else {
        let none = solver.best(Seek::Most(0), u64::MAX, &Unwatched);
        prop_assert_eq!(none.closed, Closed::Proved);
        prop_assert!(none.deals.is_empty());
        return Ok(());
    };
    for (party, most) in scale.ideal.iter().enumerate() {
        let best = solver.best(Seek::Most(party), u64::MAX, &Unwatched);
        prop_assert_eq!(best.closed, Closed::Proved);
        prop_assert_eq!(best.deals[0].worth[party], *most);
        prop_assert_eq!(&problem.worth(&best.deals[0].package), &best.deals[0].worth);
    }
    for rule in [Rule::Nash, Rule::KalaiSmorodinsky, Rule::Egalitarian] {
        let best = solver.best(Seek::Rule(rule, &scale), u64::MAX, &Unwatched);
        prop_assert_eq!(best.closed, Closed::Proved);
        let worth = |deals: &[Deal]| deals.iter().map(|d| d.worth.clone()).collect::<Vec<_>>();
        let picked = pick(rule, &frontier, &scale).map_or_else(|_| Vec::new(), |s| s.picked);
        prop_assert_eq!(worth(&best.deals), worth(&picked), "{:?}", rule);
        for deal in &best.deals {
            prop_assert_eq!(&problem.worth(&deal.package), &deal.worth);
        }
    }
    Ok(())
}

proptest! {
    #[test]
    fn two_parties_directly(problem in problems(2)) {
        directly(&problem)?;
    }

    #[test]
    fn three_parties_directly(problem in problems(3)) {
        directly(&problem)?;
    }

    #[test]
    fn five_parties_directly(problem in problems(5)) {
        directly(&problem)?;
    }

    #[test]
    fn on_scales_too_large_for_the_lanes_directly(problem in problems(3), times in 1_000_000_000_i64..9_000_000_000) {
        directly(&enlarged(&problem, times))?;
    }

    #[test]
    fn what_a_stopped_search_says_of_a_rule_bounds_it(problem in problems(3), steps in 0_u64..40, looks in 0_u64..60) {
        let frontier = by_issues(&problem, &Unwatched);
        let Some(scale) = Scale::of(&problem, &frontier) else {
            return Ok(());
        };
        let solver = Solver::of(&problem, &Unwatched).unwrap();
        for rule in [Rule::Nash, Rule::KalaiSmorodinsky, Rule::Egalitarian] {
            let watch = StopsAfter(looks.into());
            let best = solver.best(Seek::Rule(rule, &scale), steps, &watch);
            let truth = pick(rule, &frontier, &scale).map_or_else(|_| Vec::new(), |s| s.picked);
            let (Some(found), Some(truth)) = (best.deals.first(), truth.first()) else {
                continue;
            };
            let gains = |deal: &Deal| scale.gains(&deal.worth);
            match best.closed {
                Closed::Proved => prop_assert!(best.deals.contains(truth)),
                // How much better by products cannot be told where nothing but each party's own most is
                // known: the least gain may be a thousand times as much.
                Closed::Open(None) => prop_assert_eq!(rule, Rule::Nash),
                Closed::Open(Some(Beyond::MeanGain { thousandths })) => {
                    let product = |deal: &Deal| gains(deal).iter().map(|g| i128::from(*g)).product::<i128>();
                    let times = i128::from(thousandths).pow(3);
                    prop_assert!(product(truth) * 1_000_i128.pow(3) <= product(found) * times);
                }
                Closed::Open(Some(Beyond::LeastShare { thousandths })) => {
                    let least = scale.ranked(&truth.worth).first().copied();
                    prop_assert!(least <= Share::new(thousandths, 1_000));
                }
                Closed::Open(Some(Beyond::LeastGain { points })) => {
                    prop_assert!(gains(truth).iter().all(|gain| *gain >= 0));
                    prop_assert!(gains(truth).iter().min().is_some_and(|gain| *gain <= points));
                }
            }
        }
    }
}

#[test]
fn work_on_many_issues_of_three_that_is_stopped_ends_with_something_found() {
    let problem = drawn(3, 300, 8, 7);
    assert!(!by_climb(&problem).deals.is_empty());
}
