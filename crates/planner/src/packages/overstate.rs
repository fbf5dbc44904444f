//! What a party would gain by overstating to whoever asks: how far each named solution moves if one
//! party claims more than is true, and who pays for it. All gains and losses are in true points.

use serde::Serialize;

use super::{
    frontier::{Deal, Frontier, Proof, matches},
    method::{self, Method},
    problem::Problem,
    profile::Profile,
    solution::{Rule, Scale, pick},
};
use crate::watch::{Stopped, Watch};

/// By how many hundredths.
pub const HUNDREDTHS: [i64; 5] = [10, 20, 30, 40, 50];

/// What is overstated.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Claim {
    /// That having no agreement is better for it than it is, by hundredths of what it can gain.
    WithoutAgreement,
    /// That one issue (by its number) matters more to it than it does, by hundredths of its points:
    /// the one that pays it most.
    Issue(usize),
}

/// What one overstatement does to what one rule picks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Overstated {
    /// Who overstates.
    pub party: usize,
    /// What.
    pub claim: Claim,
    /// By how much.
    pub hundredths: i64,
    /// Which rule is asked.
    pub rule: Rule,
    /// What comes of it.
    pub outcome: Outcome,
}

/// What comes of an overstatement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// The rule picks nothing any more: the overstatement costs the agreement.
    NoAgreement,
    /// What each party truly has more or less than with the truth, in its own points. Where a rule
    /// picks several, what it picks first counts on both sides.
    Moves(Vec<i64>),
}

/// With three parties and more, frontiers of more packages than this are not found again for each
/// issue that may be overstated.
const AGAIN_MOST: usize = 256;

/// Overstates for each party in turn. What no agreement is worth needs the frontier only; what an
/// issue is worth needs a frontier each, and is looked at where that is quick: where points depend on
/// single issues alone, and there are two parties or few packages on the frontier.
///
/// # Errors
/// [`Stopped`] when the watch ends the work.
pub fn overstate(
    problem: &Problem,
    frontier: &Frontier,
    rules: &[Rule],
    watch: &dyn Watch,
) -> Result<Vec<Overstated>, Stopped> {
    let Some(scale) = Scale::of(problem, frontier) else {
        return Ok(Vec::new());
    };
    let truth: Vec<(Rule, Deal)> = (rules.iter())
        .filter_map(|rule| {
            let picked = pick(*rule, frontier, &scale).ok()?.picked;
            Some((*rule, picked.into_iter().next()?))
        })
        .collect();
    let few = problem.profiles().len() == 2 || frontier.deals.len() <= AGAIN_MOST;
    let quick = problem.is_additive() && frontier.proof == Proof::Exact && few;
    let mut all = Vec::new();
    for party in 0..problem.profiles().len() {
        for hundredths in HUNDREDTHS {
            for (rule, true_deal) in &truth {
                let outcome = without(
                    problem,
                    frontier,
                    &scale,
                    (party, hundredths),
                    *rule,
                    true_deal,
                );
                all.push(Overstated {
                    party,
                    claim: Claim::WithoutAgreement,
                    hundredths,
                    rule: *rule,
                    outcome,
                });
            }
            if quick {
                all.extend(issues(problem, (party, hundredths), &truth, watch)?);
            }
        }
    }
    Ok(all)
}

fn without(
    problem: &Problem,
    frontier: &Frontier,
    scale: &Scale,
    (party, hundredths): (usize, i64),
    rule: Rule,
    truth: &Deal,
) -> Outcome {
    let mut claimed = scale.without.clone();
    let mut floors: Vec<i64> = problem.profiles().iter().map(Profile::floor).collect();
    let more = |at: usize| -> Option<i64> {
        Some((scale.ideal.get(at)? - scale.without.get(at)?) * hundredths / 100)
    };
    if let (Some(claimed), Some(floor)) = (claimed.get_mut(party), floors.get_mut(party)) {
        *claimed += more(party).unwrap_or(0);
        *floor = (*claimed).max(*floor);
    }
    let left = Frontier {
        deals: (frontier.deals.iter())
            .filter(|deal| matches(&deal.worth, &floors))
            .cloned()
            .collect(),
        proof: frontier.proof.clone(),
    };
    let Some(ideal) = left.ideal() else {
        return Outcome::NoAgreement;
    };
    let scale = Scale {
        without: claimed,
        ideal,
    };
    match pick(rule, &left, &scale)
        .ok()
        .and_then(|s| s.picked.into_iter().next())
    {
        Some(deal) => moves(&deal.worth, truth),
        None => Outcome::NoAgreement,
    }
}

fn moves(worth: &[i64], truth: &Deal) -> Outcome {
    Outcome::Moves(worth.iter().zip(&truth.worth).map(|(a, b)| a - b).collect())
}

/// For each rule the issue that pays most.
fn issues(
    problem: &Problem,
    (party, hundredths): (usize, i64),
    truth: &[(Rule, Deal)],
    watch: &dyn Watch,
) -> Result<Vec<Overstated>, Stopped> {
    let mut best: Vec<Option<(i64, Overstated)>> = truth.iter().map(|_| None).collect();
    for issue in 0..problem.domain().issues().len() {
        let Some(claimed) = claimed(problem, party, issue, hundredths) else {
            continue;
        };
        let found = method::frontier(&claimed, Method::Automatic, watch)?;
        let Some(scale) = Scale::of(&claimed, &found) else {
            continue;
        };
        for ((rule, truth), best) in truth.iter().zip(&mut best) {
            let picked = pick(*rule, &found, &scale)
                .ok()
                .map(|solution| solution.picked);
            let Some(deal) = picked.and_then(|picked| picked.into_iter().next()) else {
                continue;
            };
            let outcome = moves(&problem.worth(&deal.package), truth);
            let Outcome::Moves(moved) = &outcome else {
                continue;
            };
            let gain = moved.get(party).copied().unwrap_or(0);
            if gain > best.as_ref().map_or(0, |(most, _)| *most) {
                let claim = Claim::Issue(issue);
                *best = Some((
                    gain,
                    Overstated {
                        party,
                        claim,
                        hundredths,
                        rule: *rule,
                        outcome,
                    },
                ));
            }
        }
    }
    Ok(best
        .into_iter()
        .flatten()
        .map(|(_, overstated)| overstated)
        .collect())
}

/// The problem as it would be told: one issue counts for more, from the worst of its options on.
fn claimed(problem: &Problem, party: usize, issue: usize, hundredths: i64) -> Option<Problem> {
    let mut profiles = problem.profiles().to_vec();
    let points = profiles.get_mut(party)?.points.get_mut(issue)?;
    let least = points.iter().copied().min()?;
    for points in points {
        *points += (*points - least) * hundredths / 100;
    }
    problem.with_profiles(profiles).ok()
}
