//! For tests: problems drawn at random, and their frontier found by going through all packages.

use proptest::prelude::*;

use super::{
    domain::{Domain, Issue, Options, Package},
    frontier::{betters, matches},
    problem::Problem,
    profile::{Bound, Counts, Profile, Run, Term},
};

/// All packages of a small domain.
pub fn packages(problem: &Problem) -> Vec<Package> {
    let mut packages = vec![Vec::new()];
    for issue in problem.domain().issues() {
        let count = u32::try_from(issue.options.count()).unwrap();
        let longer = |package: &Vec<u32>| {
            let package = package.clone();
            (0..count).map(move |option| [package.as_slice(), &[option]].concat())
        };
        packages = packages.iter().flat_map(longer).collect();
    }
    packages.into_iter().map(Package).collect()
}

/// The points of acceptable packages that nothing acceptable betters, greatest first.
pub fn by_hand(problem: &Problem) -> Vec<Vec<i64>> {
    let floors: Vec<i64> = problem.profiles().iter().map(Profile::floor).collect();
    let all = packages(problem)
        .into_iter()
        .map(|package| problem.worth(&package));
    let mut all: Vec<Vec<i64>> = all.filter(|worth| matches(worth, &floors)).collect();
    all.sort_by(|a, b| b.cmp(a));
    all.dedup();
    let kept = all.iter().filter(|a| !all.iter().any(|b| betters(b, a)));
    kept.cloned().collect()
}

fn term(counts: Vec<usize>) -> impl Strategy<Value = Term> {
    let issues = counts.len();
    let bound = (0..issues).prop_flat_map(move |issue| {
        let count = u32::try_from(counts[issue]).unwrap();
        (Just(issue), 0..count, 0..count)
    });
    let bounds = prop::collection::vec(bound, 1..4);
    (-9_i64..20, any::<bool>(), bounds).prop_map(|(points, inside, mut bounds)| {
        bounds.sort_unstable();
        bounds.dedup_by_key(|bound| bound.0);
        let bound = |(issue, a, b): (usize, u32, u32)| Bound {
            issue,
            runs: if a > b + 1 {
                // Two runs: all but what lies between.
                vec![Run { first: 0, last: b }, Run { first: a, last: a }]
            } else {
                vec![Run {
                    first: a.min(b),
                    last: a.max(b),
                }]
            },
        };
        Term {
            points,
            counts: if inside {
                Counts::Inside
            } else {
                Counts::Outside
            },
            bounds: bounds.into_iter().map(bound).collect(),
        }
    })
}

/// Small problems with options worth something and terms of all kinds.
pub fn problems(parties: usize) -> impl Strategy<Value = Problem> {
    prop::collection::vec(1_usize..6, 1..5).prop_flat_map(move |counts| {
        let points: Vec<_> = (counts.iter())
            .map(|count| prop::collection::vec(-4_i64..8, *count))
            .collect();
        let terms = prop::collection::vec(term(counts.clone()), 0..7);
        let party = (points, terms, -30_i64..30);
        (Just(counts), prop::collection::vec(party, parties)).prop_map(|(counts, parties)| {
            let issues = counts.iter().enumerate().map(|(at, count)| Issue {
                name: at.to_string(),
                options: Options::Named((0..*count).map(|option| option.to_string()).collect()),
            });
            let profiles = parties.into_iter().enumerate();
            let profiles = profiles.map(|(at, (points, terms, floor))| Profile {
                party: at.to_string(),
                points,
                terms,
                at_least: None,
                without_agreement: floor,
            });
            let domain = Domain::new(issues.collect()).unwrap();
            Problem::new(domain, profiles.collect(), None).unwrap()
        })
    })
}

/// An additive problem of so many parties with points that differ, from a seed.
pub fn drawn(parties: usize, issues: usize, options: usize, seed: u64) -> Problem {
    let mut state = seed;
    let mut draw = || {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        i64::try_from((state >> 33) % 2_000).unwrap()
    };
    let profiles = (0..parties).map(|party| Profile {
        party: party.to_string(),
        points: (0..issues)
            .map(|_| (0..options).map(|_| draw()).collect())
            .collect(),
        terms: Vec::new(),
        at_least: None,
        without_agreement: 0,
    });
    let profiles = profiles.collect();
    let issue = |at: usize| Issue {
        name: at.to_string(),
        options: Options::Numbers {
            from: 0,
            step: 1,
            count: options,
        },
    };
    let domain = Domain::new((0..issues).map(issue).collect()).unwrap();
    Problem::new(domain, profiles, None).unwrap()
}
