//! What must hold of solutions and of what is said beside the draft.

use proptest::prelude::*;

use super::{
    additive::Limits,
    analysis::{Among, Analysis, Answer, By, Ideal, Points, Question, analyse, analyse_within},
    domain::Package,
    frontier::{Deal, Proof, matches},
    method::{self, Method},
    model::{drawn, packages, problems},
    overstate::Claims,
    problem::Problem,
    profile::{Bound, Counts, Profile, Run, Term},
    read::{Source, read},
    report::report,
    solution::Rule,
};
use crate::watch::{Stage, Stopped, Unwatched, Watch};

fn analysed(problem: &Problem) -> Analysis {
    let question = Question {
        points: Points::Comparable,
        ..Question::default()
    };
    analyse(problem, question, &Unwatched).unwrap()
}

fn picked(analysis: &Analysis, rule: Rule) -> Vec<Vec<i64>> {
    let asked = analysis
        .asked
        .iter()
        .find(|asked| asked.rule == rule)
        .unwrap();
    match &asked.answer {
        Answer::Picked(solution) => solution.picked.iter().map(|d| d.worth.clone()).collect(),
        Answer::Nothing(_) => Vec::new(),
    }
}

/// The worth of all packages that all accept.
fn acceptable(problem: &Problem) -> Vec<Vec<i64>> {
    let floors: Vec<i64> = problem.profiles().iter().map(Profile::floor).collect();
    let all = packages(problem)
        .into_iter()
        .map(|package| problem.worth(&package));
    let mut all: Vec<Vec<i64>> = all.filter(|worth| matches(worth, &floors)).collect();
    all.sort_by(|a, b| b.cmp(a));
    all.dedup();
    all
}

fn without(problem: &Problem) -> Vec<i64> {
    problem
        .profiles()
        .iter()
        .map(|p| p.without_agreement)
        .collect()
}

/// All with the greatest key, of all packages and not of the frontier only.
fn greatest<K: Ord>(all: &[Vec<i64>], key: impl Fn(&[i64]) -> K) -> Vec<Vec<i64>> {
    let most = all.iter().map(|worth| key(worth)).max();
    let picked = all.iter().filter(|worth| Some(key(worth)) == most);
    picked.cloned().collect()
}

fn gains(problem: &Problem, worth: &[i64]) -> Vec<i64> {
    worth
        .iter()
        .zip(without(problem))
        .map(|(u, d)| u - d)
        .collect()
}

/// A fraction as a sum of parts of one common whole: exact, and not by the code under test.
fn shares(problem: &Problem, ideal: &[i64], worth: &[i64]) -> Vec<i128> {
    let wholes: Vec<i128> = gains(problem, ideal)
        .iter()
        .map(|g| i128::from(*g))
        .collect();
    let common: i128 = wholes.iter().filter(|w| **w > 0).product();
    let gains = gains(problem, worth);
    let each = gains.iter().zip(&wholes).filter(|(_, whole)| **whole > 0);
    let mut shares: Vec<i128> = each
        .map(|(g, whole)| i128::from(*g) * common / whole)
        .collect();
    shares.sort_unstable();
    shares
}

/// Points that can be compared are compared as they are written, however many digits each party writes.
#[test]
fn the_egalitarian_rule_compares_points_as_they_are_written() {
    let text = "
good-offices-packages: 1
title: A choice
issues: [{issue: Choice, options: [first, second]}]
parties:
  - {party: A, points: {Choice: {first: 1.5, second: 1}}, without-agreement: -0.25}
  - {party: B, points: {Choice: {first: 2, second: 3}}, at-least: 1}
";
    let source = Source {
        file: "choice",
        bytes: text.as_bytes(),
    };
    let question = Question {
        points: Points::Comparable,
        ..Question::default()
    };
    let told = report(&read(&[source]).unwrap(), question, 1, &Unwatched).unwrap();
    assert_eq!(
        picked(&told.analysis, Rule::Egalitarian),
        [vec![150, 200]],
        "the one that has less has 1.75 with the first, and 1.25 with the second"
    );
    assert!(told.parties.iter().all(|party| party.said.places == 2));
    assert_eq!(told.parties[1].at_least, Some(100));
    let own = Question::default();
    let told = report(&read(&[source]).unwrap(), own, 1, &Unwatched).unwrap();
    assert_eq!(told.parties[1].said.places, 0);
}

proptest! {
    #[test]
    fn rules_pick_what_going_through_all_packages_picks(problem in problems(2), three in problems(3)) {
        for problem in [problem, three] {
            let analysis = analysed(&problem);
            let all = acceptable(&problem);
            let product = |worth: &[i64]| gains(&problem, worth).iter().product::<i64>();
            let mut nash = greatest(&all, product);
            nash.retain(|worth| product(worth) > 0);
            prop_assert_eq!(picked(&analysis, Rule::Nash), nash);
            let ideal: Vec<i64> = (0..problem.profiles().len())
                .filter_map(|party| all.iter().map(|worth| worth[party]).max())
                .collect();
            let ks = greatest(&all, |worth| shares(&problem, &ideal, worth));
            // A package that is worse only for a party that can gain nothing anyway ties by the rule
            // and not on the frontier.
            let found = picked(&analysis, Rule::KalaiSmorodinsky);
            prop_assert!(found.iter().all(|worth| ks.contains(worth)));
            prop_assert_eq!(found.is_empty(), ks.is_empty());
            let egalitarian = greatest(&all, |worth| {
                let mut gains = gains(&problem, worth);
                gains.sort_unstable();
                gains
            });
            prop_assert_eq!(picked(&analysis, Rule::Egalitarian), egalitarian);
        }
    }

    #[test]
    fn rules_are_proved_without_the_frontier_where_it_is_too_large_to_list(three in problems(3), four in problems(4)) {
        for problem in [three, four] {
            let mut profiles = problem.profiles().to_vec();
            for profile in &mut profiles { profile.terms.clear(); }
            let problem = problem.with_profiles(profiles).unwrap();
            let question = Question {
                points: Points::Comparable,
                claims: Claims::Listed,
                ..Question::default()
            };
            let few = Limits { few: 2, many: 2 };
            let thinned = analyse_within(&problem, question, (few, u64::MAX), &Unwatched).unwrap();
            let whole = analysed(&problem);
            prop_assert_eq!(&thinned.scale, &whole.scale);
            // Several packages may be worth the same to all; one of them is told.
            for rule in [Rule::Nash, Rule::KalaiSmorodinsky, Rule::Egalitarian] {
                prop_assert_eq!(picked(&thinned, rule), picked(&whole, rule));
            }
            for thinned in &thinned.asked {
                prop_assert_eq!(thinned.among, Among::All);
                prop_assert_eq!(thinned.beyond, None);
            }
            // The grid alone is never called more than a list.
            let grid = analyse_within(&problem, question, (few, 0), &Unwatched).unwrap();
            for asked in &grid.asked {
                prop_assert_eq!(asked.among == Among::Listed, asked.by == By::Listed);
                prop_assert!(asked.by != By::Listed || grid.frontier.proof != Proof::Exact);
            }
        }
    }

    #[test]
    fn swapping_the_parties_swaps_the_result(problem in problems(2)) {
        let mut swapped = problem.profiles().to_vec();
        swapped.reverse();
        let swapped = analysed(&problem.with_profiles(swapped).unwrap());
        let analysis = analysed(&problem);
        let mirrored = |points: Vec<Vec<i64>>| {
            let mut points: Vec<Vec<i64>> = points
                .into_iter()
                .map(|mut point| {
                    point.reverse();
                    point
                })
                .collect();
            points.sort();
            points
        };
        let of = |deals: &[Deal]| deals.iter().map(|deal| deal.worth.clone()).collect::<Vec<_>>();
        let sorted = |mut points: Vec<Vec<i64>>| {
            points.sort();
            points
        };
        prop_assert_eq!(mirrored(of(&swapped.frontier.deals)), sorted(of(&analysis.frontier.deals)));
        for rule in [Rule::Nash, Rule::KalaiSmorodinsky, Rule::Egalitarian] {
            prop_assert_eq!(mirrored(picked(&swapped, rule)), sorted(picked(&analysis, rule)));
        }
    }

    #[test]
    fn a_partys_scale_does_not_move_nash_or_kalai_smorodinsky(problem in problems(2), times in 2_i64..9, more in -50_i64..50) {
        let mut scaled = problem.profiles().to_vec();
        let profile = &mut scaled[0];
        for points in profile.points.iter_mut().flatten() {
            *points *= times;
        }
        for term in &mut profile.terms {
            term.points *= times;
        }
        for points in &mut profile.points[0] {
            *points += more;
        }
        profile.without_agreement = profile.without_agreement * times + more;
        let scaled = analysed(&problem.with_profiles(scaled).unwrap());
        let analysis = analysed(&problem);
        for rule in [Rule::Nash, Rule::KalaiSmorodinsky] {
            let back: Vec<Vec<i64>> = picked(&scaled, rule)
                .iter()
                .map(|worth| vec![(worth[0] - more) / times, worth[1]])
                .collect();
            prop_assert_eq!(back, picked(&analysis, rule));
        }
    }

    #[test]
    fn what_all_prefer_to_the_draft_is_better_for_all_and_loses_nothing(problem in problems(2), at in any::<prop::sample::Index>()) {
        let all = packages(&problem);
        let draft = all[at.index(all.len())].clone();
        let worth = problem.worth(&draft);
        let problem = Problem::new(problem.domain().clone(), problem.profiles().to_vec(), Some(draft)).unwrap();
        let analysis = analysed(&problem);
        let beside = analysis.beside_draft.as_ref().unwrap();
        for preferred in &beside.preferred {
            prop_assert!(preferred.deal.worth.iter().zip(&worth).all(|(a, b)| a > b));
        }
        let least: Vec<_> = beside.preferred.iter().map(|p| p.least_share).collect();
        prop_assert!(least.windows(2).all(|pair| pair[0] >= pair[1]));
        let better = acceptable(&problem).iter().any(|other| other.iter().zip(&worth).all(|(a, b)| a > b));
        prop_assert_eq!(better, !beside.preferred.is_empty());
        // Whatever all prefer to the draft is shown, if need be a part of it, before anything else.
        let shown = analysis.spread.iter();
        let preferred = |deal: &&Deal| beside.preferred.iter().any(|preferred| preferred.deal == **deal);
        let first = shown.take_while(preferred).count();
        prop_assert_eq!(first > 0, better);
        prop_assert!(first >= beside.preferred.len().min(3));
        let others = analysis.spread.iter().skip(first);
        prop_assert!(!others.into_iter().any(|deal| preferred(&deal)));
    }

    #[test]
    fn ideals_over_all_packages_are_those_of_all_packages(problem in problems(3)) {
        let question = Question { ideal: Ideal::AllPackages, ..Question::default() };
        let analysis = analyse(&problem, question, &Unwatched).unwrap();
        if let Some(scale) = analysis.scale {
            for party in 0..3 {
                let most = packages(&problem).iter().map(|package| problem.worth(package)[party]).max();
                prop_assert_eq!(Some(scale.ideal[party]), most);
            }
        }
    }

    #[test]
    fn what_a_party_sees_does_not_hang_on_anothers_numbers(problem in problems(2), times in 2_i64..9) {
        // Only the scale of the other's points changes: its preferences are the same.
        let mut scaled = problem.profiles().to_vec();
        for points in scaled[1].points.iter_mut().flatten() {
            *points *= times;
        }
        for term in &mut scaled[1].terms {
            term.points *= times;
        }
        scaled[1].without_agreement *= times;
        let draft = Some(Package(vec![0; problem.domain().issues().len()]));
        let with = |profiles: Vec<Profile>| {
            Problem::new(problem.domain().clone(), profiles, draft.clone()).unwrap()
        };
        let seen = |profiles: Vec<Profile>| {
            serde_json::to_string(&analysed(&with(profiles)).for_party(0)).unwrap()
        };
        prop_assert_eq!(seen(scaled), seen(problem.profiles().to_vec()));
    }
}

/// Ends all work at its first look.
struct AtOnce;

impl Watch for AtOnce {
    fn at(&self, _: Stage, _: u64, _: u64) -> Result<(), Stopped> {
        Err(Stopped)
    }
}

#[test]
fn work_that_is_stopped_at_once_finds_something_where_nearly_all_is_acceptable() {
    let problem = drawn(4, 12, 4, 3);
    let bound = |issue| Bound {
        issue,
        runs: vec![Run { first: 0, last: 1 }],
    };
    let mut profiles = problem.profiles().to_vec();
    profiles[0].terms.push(Term {
        points: 50,
        counts: Counts::Inside,
        bounds: vec![bound(0), bound(1)],
    });
    let problem = problem.with_profiles(profiles).unwrap();
    for method in [Method::Automatic, Method::Cliques] {
        let found = method::frontier(&problem, method, &AtOnce);
        assert!(!found.deals.is_empty(), "{method:?}");
        assert_ne!(found.proof, Proof::Exact);
    }
}
