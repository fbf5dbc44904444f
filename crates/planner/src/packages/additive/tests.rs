//! The two methods against each other and against going through all packages.

use proptest::prelude::*;

use super::*;
use crate::{
    packages::{
        domain::{Domain, Issue, Options},
        frontier::{Proof, matches},
        method::{self, Method},
        model::by_hand,
        profile::Profile,
    },
    watch::Unwatched,
};

/// A problem with these points for each party, issue and option, and these floors.
fn problem(points: &[Vec<Vec<i64>>], floors: &[i64]) -> Problem {
    let issue = |(at, options): (usize, &Vec<i64>)| Issue {
        name: format!("issue {at}"),
        options: Options::Numbers {
            from: 0,
            step: 1,
            count: options.len(),
        },
    };
    let domain = Domain::new(points[0].iter().enumerate().map(issue).collect()).unwrap();
    let profiles = points.iter().zip(floors).enumerate();
    let profiles = profiles.map(|(at, (points, floor))| Profile {
        party: format!("party {at}"),
        points: points.clone(),
        terms: Vec::new(),
        at_least: Some(*floor),
        without_agreement: i64::from(-1_000),
    });
    Problem::new(domain, profiles.collect(), None).unwrap()
}

fn points_of(frontier: &Frontier) -> Vec<Vec<i64>> {
    frontier.deals.iter().map(|d| d.worth.clone()).collect()
}

fn tables(parties: usize, most: i64) -> impl Strategy<Value = (Vec<Vec<Vec<i64>>>, Vec<i64>)> {
    prop::collection::vec(1_usize..5, 1..5).prop_flat_map(move |counts| {
        let party = counts
            .into_iter()
            .map(|count| prop::collection::vec(-most..=most, count))
            .collect::<Vec<_>>();
        let floors = prop::collection::vec(-3 * most..=most, parties);
        (prop::collection::vec(party, parties), floors)
    })
}

fn check(points: &[Vec<Vec<i64>>], floors: &[i64]) -> Result<(), TestCaseError> {
    let problem = problem(points, floors);
    let expected = by_hand(&problem);
    let table = Table::of(&problem, &Unwatched).unwrap();
    let merged = merge::frontier(&table, Limits::default(), &Unwatched).unwrap();
    prop_assert_eq!(&points_of(&merged), &expected);
    prop_assert_eq!(&merged.proof, &Proof::Exact);
    let found = frontier(&problem, Limits::default(), &Unwatched).unwrap();
    prop_assert_eq!(points_of(&found), expected);
    for deal in merged.deals.iter().chain(&found.deals) {
        prop_assert_eq!(&problem.worth(&deal.package), &deal.worth);
    }
    let dense = dense::frontier(&table, &Unwatched).unwrap();
    prop_assert_eq!(dense.is_some(), points.len() == 2);
    Ok(())
}

proptest! {
    #[test]
    fn two_parties((points, floors) in tables(2, 12)) {
        check(&points, &floors)?;
    }

    #[test]
    fn two_parties_in_hundreds((points, floors) in tables(2, 9)) {
        let hundreds = |points: &Vec<Vec<i64>>| -> Vec<Vec<i64>> {
            points.iter().map(|issue| issue.iter().map(|p| p * 100 + 7).collect()).collect()
        };
        let points: Vec<_> = points.iter().map(hundreds).collect();
        check(&points, &floors)?;
    }

    #[test]
    fn three_parties((points, floors) in tables(3, 6)) {
        check(&points, &floors)?;
    }

    #[test]
    fn four_parties((points, floors) in tables(4, 4)) {
        check(&points, &floors)?;
    }

    #[test]
    fn a_thinned_list_gives_up_no_more_than_it_says((points, floors) in tables(3, 200)) {
        let problem = problem(&points, &floors);
        let table = Table::of(&problem, &Unwatched).unwrap();
        let few = Limits { few: 6, many: 6 };
        let found = merge::frontier(&table, few, &Unwatched).unwrap();
        let given_up = match &found.proof {
            Proof::Within(given_up) => given_up.clone(),
            Proof::Exact => vec![0; 3],
            Proof::Open(_) => unreachable!("nobody stops it"),
        };
        for point in by_hand(&problem) {
            let less: Vec<i64> = point.iter().zip(&given_up).map(|(a, b)| a - b).collect();
            let still = less.iter().zip(&floors).all(|(less, floor)| less >= floor);
            let met = found.deals.iter().any(|deal| matches(&deal.worth, &less));
            prop_assert!(met || !still, "{point:?} is not met within {given_up:?}");
        }
    }
}

#[test]
fn the_size_of_the_domain_does_not_matter() {
    // 60 issues of 10 options: 10^60 packages, 10,000 points a side.
    let mut state = 7_u64;
    let mut draw = |most: u64| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        i64::try_from((state >> 33) % most).unwrap()
    };
    let mut party = || -> Vec<Vec<i64>> {
        (0..60)
            .map(|_| (0..10).map(|_| draw(166)).collect())
            .collect()
    };
    let problem = problem(&[party(), party()], &[0, 0]);
    assert_eq!(problem.domain().outcomes(), None);
    let table = Table::of(&problem, &Unwatched).unwrap();
    let dense = dense::frontier(&table, &Unwatched).unwrap().unwrap();
    let merged = merge::frontier(&table, Limits::default(), &Unwatched).unwrap();
    assert_eq!(points_of(&dense), points_of(&merged));
    assert!(dense.deals.len() > 1_000);
}

#[test]
fn the_longest_files_are_still_one_table() {
    // As many issues as a file may have, on a scale of ten thousand: the rows of the first are short.
    let mut state = 11_u64;
    let mut draw = |most: u64| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        i64::try_from((state >> 33) % most).unwrap()
    };
    let mut party = || -> Vec<Vec<i64>> { (0..1_000).map(|_| vec![0, draw(21)]).collect() };
    let problem = problem(&[party(), party()], &[0, 0]);
    let table = Table::of(&problem, &Unwatched).unwrap();
    let dense = dense::frontier(&table, &Unwatched).unwrap().unwrap();
    assert_eq!(dense.proof, Proof::Exact);
    for deal in [&dense.deals[0], dense.deals.last().unwrap()] {
        assert_eq!(problem.worth(&deal.package), deal.worth);
    }
}

#[test]
fn a_long_row_can_be_stopped() {
    // Options of which none betters another, on rows of some million cells.
    let column =
        |times: i64, sign: i64| -> Vec<i64> { (0..1_000).map(|at| sign * at * times).collect() };
    let points = [
        vec![column(2_001, 1), column(1_500, 1)],
        vec![column(1, -1), column(1, -1)],
    ];
    let problem = problem(&points, &[-900_000; 2]);
    let table = Table::of(&problem, &Unwatched).unwrap();
    let looked = StopsAfter(4.into());
    assert_eq!(dense::frontier(&table, &looked).map(|_| ()), Err(Stopped));
}

/// Lets so many looks pass and then stops.
struct StopsAfter(std::sync::atomic::AtomicU64);

impl Watch for StopsAfter {
    fn at(&self, _: crate::watch::Stage, _: u64, _: u64) -> Result<(), Stopped> {
        let left = self.0.load(std::sync::atomic::Ordering::Relaxed);
        self.0
            .store(left.saturating_sub(1), std::sync::atomic::Ordering::Relaxed);
        if left == 0 { Err(Stopped) } else { Ok(()) }
    }
}

#[test]
fn a_hostile_issue_can_be_stopped() {
    // 100,000 options of which none betters another, for four parties: comparing all would take hours.
    let column = |sign: i64| -> Vec<i64> { (0..100_000).map(|at| sign * at).collect() };
    let points = [column(1), column(-1), column(1), column(-1)].map(|column| vec![column]);
    let problem = problem(&points, &[-900_000; 4]);
    let watch = StopsAfter(20.into());
    let stopped = frontier(&problem, Limits::default(), &watch);
    assert_eq!(stopped, Err(Stopped));
    // What is told then is what a short climb finds, and that it is not proved.
    let watch = StopsAfter(20.into());
    let told = method::frontier(&problem, Method::Automatic, &watch);
    assert!(matches!(told.proof, Proof::Open(_)));
}

#[test]
fn stopped_work_of_three_parties_keeps_what_a_climb_finds() {
    let points = [
        [[5, 3, 0], [2, 0, 7]],
        [[0, 4, 6], [3, 5, 0]],
        [[1, 2, 3], [4, 0, 2]],
    ];
    let points = points.map(|party| party.map(|issue| issue.to_vec()).to_vec());
    let problem = problem(&points, &[2; 3]);
    let told = method::frontier(&problem, Method::Automatic, &StopsAfter(0.into()));
    assert!(!told.deals.is_empty() && matches!(told.proof, Proof::Open(_)));
    assert!(
        told.deals
            .iter()
            .all(|deal| deal.worth.iter().all(|worth| *worth >= 2))
    );
}
