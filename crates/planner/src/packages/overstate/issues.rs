//! What comes of claiming that one issue counts for more than it does: which issue pays most.

use super::{
    Budget, Claim, Claims, HUNDREDTHS, IssuesSeen, Outcome, Overstated, Pick, Truth,
    alone::{self, range},
    moves,
};
use crate::{
    packages::{
        additive::alone::Alone, analysis::Among, frontier::Deal, problem::Problem,
        profile::Profile, solution::Rule,
    },
    watch::Stopped,
};

/// Cells that are gone through for the claims of one party where nobody asked for all: less than a second.
const CELLS_MOST: u64 = 1 << 32;

/// Which issue pays most: for each party, size of a claim and rule.
pub(super) struct Pays {
    truth: Proved,
    rules: Vec<Rule>,
    best: Vec<Best>,
    /// Whether something of what was looked at could not be proved.
    open: bool,
}

/// What each rule picks that is proved, with the truth.
type Proved = Vec<(Rule, Deal)>;

/// Of one party, size and rule.
struct Best {
    party: usize,
    hundredths: i64,
    rule: Rule,
    /// The greatest gain, and of which issue.
    most: Option<(i64, usize, Outcome)>,
    proved: bool,
}

/// Which issue pays whom most, and of how many that was seen.
pub(super) fn pays(
    truth: Truth<'_>,
    picked: &[(Rule, Deal, Among)],
    budget: &Budget<'_>,
) -> Result<(Vec<Overstated>, IssuesSeen), Stopped> {
    if !truth.problem.is_additive() {
        return Ok((Vec::new(), IssuesSeen::HangTogether));
    }
    if truth.claims == Claims::Listed {
        return Ok((Vec::new(), IssuesSeen::NotLookedAt));
    }
    let mut pays = Pays::of(truth, picked);
    let issues = truth.problem.domain().issues().len();
    let looked = match pays.together(truth, budget)? {
        Some(looked) => looked,
        None => pays.one_by_one(truth, budget)?,
    };
    let seen = match looked {
        0 => IssuesSeen::NotLookedAt,
        _ if looked < issues => IssuesSeen::Foremost(looked),
        _ if pays.open => IssuesSeen::Some,
        _ => IssuesSeen::All,
    };
    Ok((if looked == 0 { Vec::new() } else { pays.told() }, seen))
}

impl Pays {
    fn of(truth: Truth<'_>, picked: &[(Rule, Deal, Among)]) -> Self {
        let rules = truth.rules();
        let parties = 0..truth.problem.profiles().len();
        let sizes = parties.flat_map(|party| HUNDREDTHS.map(|by| (party, by)));
        let best = sizes.flat_map(|(party, hundredths)| {
            rules.iter().map(move |rule| Best {
                party,
                hundredths,
                rule: *rule,
                most: None,
                proved: true,
            })
        });
        let best = best.collect();
        let proved = picked.iter().filter(|(_, _, among)| *among == Among::All);
        let proved: Proved = proved
            .map(|(rule, deal, _)| (*rule, deal.clone()))
            .collect();
        Self {
            open: proved.len() < picked.len(),
            truth: proved,
            rules,
            best,
        }
    }

    /// Two parties on ordinary scales: the frontiers of all claims are found together. How many issues of
    /// each party were looked at; nothing where that cannot be.
    fn together(
        &mut self,
        truth: Truth<'_>,
        budget: &Budget<'_>,
    ) -> Result<Option<usize>, Stopped> {
        if truth.problem.profiles().len() != 2 || !truth.few() {
            return Ok(None);
        }
        let (Some(first), Some(second)) = (
            Alone::of(truth.problem, 0, budget)?,
            Alone::of(truth.problem, 1, budget)?,
        ) else {
            return Ok(None);
        };
        let issues = truth.problem.domain().issues().len();
        let both = [first, second];
        let fits = |wanted: usize| {
            let cells = both
                .iter()
                .map(|alone| alone.cells(wanted, HUNDREDTHS.len()));
            match truth.claims {
                Claims::Quick => cells.max().unwrap_or(0) <= CELLS_MOST,
                Claims::All => true,
                Claims::Listed => false,
            }
        };
        // The more issues, the more cells.
        let (mut looked, mut beyond) = (0, issues + 1);
        while looked + 1 < beyond {
            let middle = looked.midpoint(beyond);
            if fits(middle) {
                looked = middle;
            } else {
                beyond = middle;
            }
        }
        for (party, alone) in both.iter().enumerate() {
            let mut wanted = foremost(truth.problem, party);
            wanted.truncate(looked);
            wanted.sort_unstable();
            let picks = alone::picks(truth, alone, party, &wanted, budget)?;
            for (issue, of_issue) in wanted.iter().zip(picks) {
                for (hundredths, of_size) in HUNDREDTHS.iter().zip(of_issue) {
                    let has = of_size.into_iter();
                    let has =
                        has.map(|has| has.map_or(Has::Nothing, |has| Has::Points(has.to_vec())));
                    self.take((party, *hundredths, *issue), has.collect());
                }
            }
        }
        Ok(Some(looked))
    }

    /// A frontier, or rules asked directly, for each claim: issues that count most first, as long as
    /// the budget lasts. How many issues of each party were looked at.
    fn one_by_one(&mut self, truth: Truth<'_>, budget: &Budget<'_>) -> Result<usize, Stopped> {
        let parties = truth.problem.profiles().len();
        let order: Vec<Vec<usize>> = (0..parties)
            .map(|party| foremost(truth.problem, party))
            .collect();
        let options = truth.problem.domain().issues().iter();
        let options: usize = options.map(|issue| issue.options.count()).sum();
        for looked in 0..truth.problem.domain().issues().len() {
            // Taken up when it was seen of every party and size, so that none is told of more issues.
            let mut seen = Vec::new();
            for (party, order) in order.iter().enumerate() {
                for hundredths in HUNDREDTHS {
                    let issue = order.get(looked).copied().unwrap_or(0);
                    let claimed = claimed(truth.problem, party, issue, hundredths);
                    if budget.is_spent() {
                        return Ok(looked);
                    }
                    let Some(claimed) = claimed else {
                        // More points than are reckoned with: what a rule would pick is not known.
                        let has = self.rules.iter().map(|_| Has::NotProved);
                        seen.push(((party, hundredths, issue), has.collect()));
                        budget.looked();
                        continue;
                    };
                    let over_all = truth.over_all.map(|_| most_of_each(&claimed));
                    let picks = truth.picks(&claimed, over_all.as_deref(), budget)?;
                    let has = picks.into_iter().map(|pick| match pick {
                        Pick::Deal(deal) => Has::Points(truth.problem.worth(&deal.package)),
                        Pick::Nothing(_) => Has::Nothing,
                        Pick::NotProved => Has::NotProved,
                    });
                    seen.push(((party, hundredths, issue), has.collect()));
                    if truth.few() {
                        budget.merged(options.saturating_mul(truth.frontier.deals.len()));
                    }
                    budget.looked();
                }
            }
            for (claim, has) in seen {
                self.take(claim, has);
            }
        }
        Ok(truth.problem.domain().issues().len())
    }

    /// What comes of one claim by each rule.
    fn take(&mut self, (party, hundredths, issue): (usize, i64, usize), has: Vec<Has>) {
        for (rule, has) in self.rules.iter().zip(has) {
            let of = |best: &&mut Best| {
                (best.party, best.hundredths, best.rule) == (party, hundredths, *rule)
            };
            let truth = self.truth.iter().find(|(of, _)| of == rule);
            let (Some(best), Some((_, deal))) = (self.best.iter_mut().find(of), truth) else {
                continue;
            };
            let worth = match has {
                Has::Points(worth) => worth,
                Has::Nothing => continue,
                Has::NotProved => {
                    best.proved = false;
                    self.open = true;
                    continue;
                }
            };
            let outcome = moves(&worth, deal);
            let Outcome::Moves(moved) = &outcome else {
                continue;
            };
            let gain = moved.get(party).copied().unwrap_or(0);
            // Of issues that pay alike the first.
            let more = best
                .most
                .as_ref()
                .is_none_or(|(most, first, _)| gain > *most || (gain == *most && issue < *first));
            if gain > 0 && more {
                best.most = Some((gain, issue, outcome));
            }
        }
    }

    fn told(self) -> Vec<Overstated> {
        let proved = self.best.into_iter().filter(|best| best.proved);
        let told = proved.filter_map(|best| {
            let (_, issue, outcome) = best.most?;
            Some(Overstated {
                party: best.party,
                claim: Claim::Issue(issue),
                hundredths: best.hundredths,
                rule: best.rule,
                among: Among::All,
                outcome,
            })
        });
        told.collect()
    }
}

/// What each party truly has of what a rule picks of a claim.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Has {
    Points(Vec<i64>),
    Nothing,
    NotProved,
}

/// The issues, those of which most hangs for a party first.
fn foremost(problem: &Problem, party: usize) -> Vec<usize> {
    let points = problem.profiles().get(party).map(|p| p.points.as_slice());
    let points = points.unwrap_or_default();
    let mut issues: Vec<usize> = (0..points.len()).collect();
    issues.sort_by_key(|issue| -points.get(*issue).map_or(0, |points| range(points)));
    issues
}

/// The most that each party could have of all packages of an additive problem.
pub(super) fn most_of_each(problem: &Problem) -> Vec<i64> {
    let most = |profile: &Profile| {
        let issues = profile.points.iter();
        issues.filter_map(|points| points.iter().max()).sum()
    };
    problem.profiles().iter().map(most).collect()
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
