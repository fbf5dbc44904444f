//! Overstatements found by asking each rule directly, against those that are read off frontiers.

use proptest::prelude::*;

use super::*;
use crate::{
    packages::{
        analysis::{Ideal, Points, Question, analyse},
        domain::{Domain, Issue, Options},
        model::{drawn, problems},
        overstate::issues::most_of_each,
        profile::Profile,
    },
    watch::Unwatched,
};

fn additive(problem: &Problem) -> Problem {
    let mut profiles = problem.profiles().to_vec();
    for profile in &mut profiles {
        profile.terms.clear();
    }
    problem.with_profiles(profiles).unwrap()
}

/// What overstating does, read off frontiers, and by asking each rule directly.
fn both(problem: &Problem, question: Question) -> (Overstating, Overstating) {
    let analysis = analyse(problem, question, &Unwatched).unwrap();
    let over_all = (question.ideal == Ideal::AllPackages).then(|| most_of_each(problem));
    let read_off = Truth {
        problem,
        frontier: &analysis.frontier,
        scale: analysis.scale.as_ref(),
        over_all: over_all.as_deref(),
        asked: &analysis.asked,
        again_most: usize::MAX,
        claims: Claims::All,
        asked_most: 0,
    };
    // The same packages, of which it is not said that they are all; only that there is none is.
    let deals = analysis.frontier.deals.clone();
    let proof = if deals.is_empty() {
        Proof::Exact
    } else {
        Proof::Open(Vec::new())
    };
    let open = Frontier { deals, proof };
    let asked = Truth {
        frontier: &open,
        again_most: 0,
        ..read_off
    };
    let told = |truth| overstate(truth, &Unwatched);
    (told(read_off), told(asked))
}

const COMPARABLE: Question = Question {
    points: Points::Comparable,
    ideal: Ideal::Acceptable,
    method: Method::Automatic,
    claims: Claims::Quick,
};

/// Each case asks some hundreds of rules.
fn few_cases() -> ProptestConfig {
    let all = ProptestConfig::default();
    ProptestConfig {
        cases: all.cases.div_ceil(24),
        ..all
    }
}

proptest! {
    #![proptest_config(few_cases())]

    #[test]
    fn asking_each_rule_directly_says_the_same(two in problems(2), three in problems(3)) {
        for problem in [two, three] {
            let problem = additive(&problem);
            let (read_off, asked) = both(&problem, COMPARABLE);
            prop_assert_eq!(&read_off.issues, &IssuesSeen::All);
            prop_assert_eq!(read_off, asked);
            let over_all = Question { ideal: Ideal::AllPackages, ..COMPARABLE };
            let (read_off, asked) = both(&problem, over_all);
            prop_assert_eq!(read_off, asked);
        }
    }

    #[test]
    fn where_points_hang_together_no_agreement_is_still_claimed(problem in problems(3)) {
        let (read_off, asked) = both(&problem, COMPARABLE);
        let hang = if problem.is_additive() { IssuesSeen::All } else { IssuesSeen::HangTogether };
        prop_assert_eq!(&read_off.issues, &hang);
        let without = |told: Overstating| -> Vec<Overstated> {
            let all = told.all.into_iter();
            all.filter(|told| told.claim == Claim::WithoutAgreement).collect()
        };
        prop_assert_eq!(without(read_off), without(asked));
    }
}

#[test]
fn above_so_many_packages_rules_are_asked_directly() {
    // Numbers that differ, so that far more than 256 packages cannot be bettered.
    let problem = drawn(3, 7, 4, 5);
    let all = Question {
        claims: Claims::All,
        ..COMPARABLE
    };
    let analysis = analyse(&problem, all, &Unwatched).unwrap();
    assert!(analysis.frontier.deals.len() > AGAIN_MOST);
    assert_eq!(analysis.overstated_issues, IssuesSeen::All);
    let (read_off, _asked) = both(&problem, COMPARABLE);
    assert_eq!(analysis.overstated, read_off.all);
    assert!(
        read_off
            .all
            .iter()
            .any(|told| matches!(told.claim, Claim::Issue(_)))
    );
}

#[test]
fn all_of_a_thousand_issues_are_looked_at() {
    let issue = |at: usize| Issue {
        name: at.to_string(),
        options: Options::Numbers {
            from: 0,
            step: 1,
            count: 2,
        },
    };
    let domain = Domain::new((0..1_000).map(issue).collect()).unwrap();
    let profile = |party: usize| Profile {
        party: party.to_string(),
        points: (0..1_000)
            .map(|at| {
                if at % 2 == party {
                    vec![1, 0]
                } else {
                    vec![0, 1]
                }
            })
            .collect(),
        terms: Vec::new(),
        at_least: None,
        without_agreement: 0,
    };
    let problem = Problem::new(domain, vec![profile(0), profile(1)], None).unwrap();
    let analysis = analyse(&problem, Question::default(), &Unwatched).unwrap();
    assert_eq!(analysis.overstated_issues, IssuesSeen::All);
    assert!(!analysis.overstated.is_empty());
}

/// Where time is short the issues that count most come first, of each party as many; and it is told how
/// many these were.
#[test]
fn where_all_would_take_long_the_foremost_issues_are_looked_at() {
    let problem = drawn(3, 6, 3, 5);
    let analysis = analyse(&problem, COMPARABLE, &Unwatched).unwrap();
    assert_eq!(analysis.overstated_issues, IssuesSeen::All);
    let with = |claims, asked_most| {
        let truth = Truth {
            problem: &problem,
            frontier: &analysis.frontier,
            scale: analysis.scale.as_ref(),
            over_all: None,
            asked: &analysis.asked,
            again_most: usize::MAX,
            claims,
            asked_most,
        };
        overstate(truth, &Unwatched)
    };
    assert_eq!(with(Claims::All, 0).all, analysis.overstated);
    assert_eq!(with(Claims::Listed, 0).issues, IssuesSeen::NotLookedAt);
    let found = (4..20).find_map(|power| {
        let told = with(Claims::Quick, 1 << power);
        match told.issues {
            IssuesSeen::Foremost(looked) => Some((told, looked)),
            _ => None,
        }
    });
    let (few, looked) = found.unwrap();
    assert!((1..6).contains(&looked));
    for told in &few.all {
        if let Claim::Issue(issue) = told.claim {
            let range = |issue: usize| {
                let points = &problem.profiles()[told.party].points[issue];
                points.iter().max().unwrap() - points.iter().min().unwrap()
            };
            let above = (0..6).filter(|other| range(*other) > range(issue));
            assert!(above.count() < looked);
        }
    }
}

/// Of packages that are only listed it is never said that there is no agreement any more.
#[test]
fn no_agreement_is_told_only_where_it_is_proved() {
    let problem = drawn(3, 4, 3, 9);
    let analysis = analyse(&problem, COMPARABLE, &Unwatched).unwrap();
    let open = Frontier {
        deals: analysis
            .frontier
            .deals
            .iter()
            .rev()
            .take(2)
            .cloned()
            .collect(),
        proof: Proof::Open(Vec::new()),
    };
    let asked = analysis.asked.iter().cloned().map(|asked| Asked {
        among: Among::Listed,
        ..asked
    });
    let asked: Vec<Asked> = asked.collect();
    let truth = Truth {
        problem: &problem,
        frontier: &open,
        scale: analysis.scale.as_ref(),
        over_all: None,
        asked: &asked,
        again_most: 0,
        claims: Claims::Listed,
        asked_most: 0,
    };
    let told = overstate(truth, &Unwatched).all;
    let outcomes: Vec<&Outcome> = told.iter().map(|told| &told.outcome).collect();
    assert!(outcomes.contains(&&Outcome::NoneFound(2)), "{outcomes:?}");
    assert!(!outcomes.contains(&&Outcome::NoAgreement));
}

/// Parties whose points hang on single issues, of as many options each as points are given.
fn told_by(parties: &[&[&[i64]]]) -> Problem {
    let issue = |(at, points): (usize, &&[i64])| Issue {
        name: at.to_string(),
        options: Options::Numbers {
            from: 0,
            step: 1,
            count: points.len(),
        },
    };
    let domain = Domain::new(parties[0].iter().enumerate().map(issue).collect()).unwrap();
    let profile = |(at, points): (usize, &&[&[i64]])| Profile {
        party: at.to_string(),
        points: points.iter().map(|points| points.to_vec()).collect(),
        terms: Vec::new(),
        at_least: None,
        without_agreement: 0,
    };
    Problem::new(
        domain,
        parties.iter().enumerate().map(profile).collect(),
        None,
    )
    .unwrap()
}

/// Nash picks nothing where nobody can gain with all; that is not yet no agreement.
#[test]
fn a_rule_that_picks_nothing_is_not_told_as_no_agreement() {
    let problem = told_by(&[&[&[0, 5, 10]], &[&[10, 5, 0]]]);
    let (read_off, asked) = both(&problem, COMPARABLE);
    for told in [read_off, asked] {
        let of = |rule: Rule| {
            let claim = told.all.iter().find(|told| {
                told.rule == rule
                    && (told.party, told.hundredths) == (0, 50)
                    && told.claim == Claim::WithoutAgreement
            });
            claim.unwrap().outcome.clone()
        };
        assert_eq!(of(Rule::Nash), Outcome::PicksNothing);
        assert!(matches!(of(Rule::KalaiSmorodinsky), Outcome::Moves(_)));
    }
}

/// What would be claimed has more points than are reckoned with: the other claims are looked at, and
/// it is not said that there was no time.
#[test]
fn a_claim_of_too_many_points_is_not_proved() {
    let much: &[i64] = &[0, 900_000_000_000];
    let problem = told_by(&[
        &[much, &[0, 30, 70]],
        &[&[9, 0], &[8, 5, 0]],
        &[&[4, 3], &[0, 6, 2]],
    ]);
    let question = Question {
        claims: Claims::All,
        ..COMPARABLE
    };
    let analysis = analyse(&problem, question, &Unwatched).unwrap();
    assert_eq!(analysis.overstated_issues, IssuesSeen::Some);
}

/// That nothing was found does not say of any issue that it does not pay.
#[test]
fn where_nothing_was_found_nothing_is_said_to_be_seen() {
    let problem = told_by(&[&[&[0, 5, 10]], &[&[10, 5, 0]]]);
    let seen = |proof: Proof| {
        let frontier = Frontier {
            deals: Vec::new(),
            proof,
        };
        let truth = Truth {
            problem: &problem,
            frontier: &frontier,
            scale: None,
            over_all: None,
            asked: &[],
            again_most: 0,
            claims: Claims::All,
            asked_most: 0,
        };
        overstate(truth, &Unwatched).issues
    };
    assert_eq!(seen(Proof::Exact), IssuesSeen::All);
    assert_eq!(seen(Proof::Open(Vec::new())), IssuesSeen::Some);
}
