//! What a party would gain by overstating to whoever asks: how far each named solution moves if one
//! party claims more than is true, and who pays for it. All gains and losses are in true points.

#[cfg(test)]
mod tests;

use serde::Serialize;

use super::{
    analysis::{Among, Answer, Asked},
    direct::direct,
    frontier::{Deal, Frontier, Proof, matches},
    method::{self, Method},
    problem::Problem,
    profile::Profile,
    solution::{Rule, Scale, pick, solution},
};
use crate::watch::{Stage, Stopped, Watch};

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
    /// Of which packages the rule picked, with the truth and with the claim.
    pub among: Among,
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

/// Whether it was seen which issue pays most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum IssuesSeen {
    /// Of all: where none is shown, none pays.
    All,
    /// Where none is shown, one might pay: what the rule would pick could not be proved for each.
    Some,
    /// Points hang on several issues together, so that none counts by itself.
    HangTogether,
    /// Not looked at: there are too many.
    #[default]
    NotLookedAt,
    /// The work was stopped: not all claims were looked at, and of issues none is told.
    Stopped,
}

/// What overstating would do.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Overstating {
    /// Each claim.
    pub all: Vec<Overstated>,
    /// Whether claims of single issues are among them.
    pub issues: IssuesSeen,
}

/// With three parties and more, frontiers of more packages than this are not found again for each
/// issue that may be overstated: rules are then asked directly.
pub(super) const AGAIN_MOST: usize = 256;
/// About so many steps of each search where rules are asked directly: some hundredths of a second.
const STEPS_MOST: u64 = 1 << 14;
/// So many such searches at most.
pub(super) const SEARCHES_MOST: usize = 6_000;
/// Frontiers found again for each issue, times issues, at most: above some three hundred issues of two
/// parties that would take minutes.
const AGAIN_WORK_MOST: usize = 1_000_000;
/// After so many claims of which something was not proved no more are looked at.
const UNPROVED_MOST: usize = 8;

/// What is true: the problem, what is known of it, and what each rule picks first.
#[derive(Clone, Copy)]
pub(super) struct Truth<'a> {
    pub problem: &'a Problem,
    pub frontier: &'a Frontier,
    pub scale: Option<&'a Scale>,
    /// The most that each party could have of all packages, where ideals are taken over all.
    pub over_all: Option<&'a [i64]>,
    pub asked: &'a [Asked],
    /// [`AGAIN_MOST`].
    pub again_most: usize,
    /// [`SEARCHES_MOST`].
    pub searches_most: usize,
}

/// What a rule picks first of what is claimed.
enum Pick {
    Deal(Deal),
    Nothing,
    NotProved,
}

/// Overstates for each party in turn. What no agreement is worth needs the frontier only, where that
/// is proved; what an issue is worth needs a frontier each, or, where it is large, each rule asked
/// directly. Where the watch ends the work, what was seen by then is told.
pub(super) fn overstate(truth: Truth<'_>, watch: &dyn Watch) -> Overstating {
    let mut told = Overstating {
        issues: truth.issues_seen(),
        ..Overstating::default()
    };
    if go_through(truth, &mut told, watch).is_err() {
        // Of some sizes of a claim only, the issue that pays most would be told for some and not for others.
        told.issues = IssuesSeen::Stopped;
        (told.all).retain(|overstated| overstated.claim == Claim::WithoutAgreement);
    }
    told
}

fn go_through(truth: Truth<'_>, told: &mut Overstating, watch: &dyn Watch) -> Result<(), Stopped> {
    let Some(scale) = truth.scale else {
        return Ok(());
    };
    let picked = truth.picked();
    let proved: Vec<(Rule, Deal)> = (picked.iter())
        .filter(|(_, _, among)| *among == Among::All)
        .map(|(rule, deal, _)| (*rule, deal.clone()))
        .collect();
    if told.issues == IssuesSeen::All && proved.len() < picked.len() {
        told.issues = IssuesSeen::Some;
    }
    let parties = truth.problem.profiles().len();
    let mut unproved = 0;
    for party in 0..parties {
        for hundredths in HUNDREDTHS {
            watch.at(Stage::Proving, party as u64, parties as u64)?;
            let claim = (party, hundredths);
            let claims = without(truth, scale, claim, &picked, watch)?;
            told.all.extend(claims);
            if !matches!(told.issues, IssuesSeen::All | IssuesSeen::Some) {
                continue;
            }
            let before = unproved;
            let pays = issues(truth, claim, &proved, &mut unproved, watch)?;
            told.all.extend(pays);
            if unproved > before {
                told.issues = IssuesSeen::Some;
            }
        }
    }
    Ok(())
}

impl Truth<'_> {
    fn rules(&self) -> Vec<Rule> {
        self.asked.iter().map(|asked| asked.rule).collect()
    }

    /// What each rule picks first, and of which packages.
    fn picked(&self) -> Vec<(Rule, Deal, Among)> {
        let first = |asked: &Asked| match &asked.answer {
            Answer::Picked(solution) => {
                let deal = solution.picked.first()?.clone();
                Some((asked.rule, deal, asked.among))
            }
            Answer::Nothing(_) => None,
        };
        self.asked.iter().filter_map(first).collect()
    }

    /// Whether frontiers are found again rather than rules asked.
    fn few(&self) -> bool {
        let few =
            self.problem.profiles().len() == 2 || self.frontier.deals.len() <= self.again_most;
        few && self.frontier.proof == Proof::Exact
    }

    /// So many searches it takes to ask directly, with so many claims of each party and size.
    fn searches_for(&self, claims: usize) -> usize {
        let parties = self.problem.profiles().len();
        claims * HUNDREDTHS.len() * parties * (parties + self.asked.len())
    }

    fn issues_seen(&self) -> IssuesSeen {
        let issues = self.problem.domain().issues().len();
        let claims = issues * HUNDREDTHS.len() * self.problem.profiles().len();
        let within = if self.few() {
            claims.saturating_mul(issues) <= AGAIN_WORK_MOST
        } else {
            self.searches_for(issues) <= self.searches_most
        };
        if !self.problem.is_additive() {
            IssuesSeen::HangTogether
        } else if within {
            IssuesSeen::All
        } else {
            IssuesSeen::NotLookedAt
        }
    }

    /// What each rule picks first of a problem as it is claimed, proved.
    fn picks(
        &self,
        claimed: &Problem,
        ideal: Option<&[i64]>,
        watch: &dyn Watch,
    ) -> Result<Vec<Pick>, Stopped> {
        let rules = self.rules();
        if self.few() {
            let found = method::frontier(claimed, Method::Automatic, watch);
            if found.proof == Proof::Exact {
                let scale = Scale::of(claimed, &found).map(|scale| with_ideal(scale, ideal));
                let pick = |rule: &Rule| match &scale {
                    Some(scale) => first(pick(*rule, &found, scale).ok().map(|s| s.picked)),
                    None => Pick::Nothing,
                };
                return Ok(rules.iter().map(pick).collect());
            }
        }
        let found = direct(claimed, ideal, &rules, STEPS_MOST, watch)?;
        let pick = |rule: &Rule| match (found.proved(*rule), &found.scale) {
            (None, _) => Pick::NotProved,
            (Some(_), None) => Pick::Nothing,
            (Some(deals), Some(scale)) => {
                let solved = solution(*rule, deals.to_vec(), scale);
                first(solved.ok().map(|solution| solution.picked))
            }
        };
        Ok(rules.iter().map(pick).collect())
    }
}

fn first(picked: Option<Vec<Deal>>) -> Pick {
    let deal = picked.and_then(|picked| picked.into_iter().next());
    deal.map_or(Pick::Nothing, Pick::Deal)
}

fn with_ideal(mut scale: Scale, ideal: Option<&[i64]>) -> Scale {
    if let Some(ideal) = ideal {
        scale.ideal = ideal.to_vec();
    }
    scale
}

/// What comes of claiming that no agreement is better than it is. Where the frontier is not proved,
/// each rule is asked directly; where that does not end, it is read off what is listed.
fn without(
    truth: Truth<'_>,
    scale: &Scale,
    (party, hundredths): (usize, i64),
    picked: &[(Rule, Deal, Among)],
    watch: &dyn Watch,
) -> Result<Vec<Overstated>, Stopped> {
    let mut profiles = truth.problem.profiles().to_vec();
    let gain = scale.ideal.get(party).zip(scale.without.get(party));
    let more = gain.map_or(0, |(ideal, without)| (ideal - without) * hundredths / 100);
    if let Some(profile) = profiles.get_mut(party) {
        profile.without_agreement += more;
    }
    let claimed = truth.problem.with_profiles(profiles).ok();
    let proved = match &claimed {
        Some(claimed)
            if truth.frontier.proof != Proof::Exact
                && truth.searches_for(1) <= truth.searches_most =>
        {
            let picks = truth.picks(claimed, truth.over_all, watch)?;
            truth.rules().into_iter().zip(picks).collect()
        }
        Some(_) | None => Vec::new(),
    };
    let told = |(rule, deal, among): &(Rule, Deal, Among)| {
        let direct = proved.iter().find(|(of, _)| of == rule);
        let direct = direct.filter(|_| *among == Among::All);
        let (among, pick) = match direct.map(|(_, pick)| pick) {
            Some(Pick::Deal(deal)) => (Among::All, Some(deal.clone())),
            Some(Pick::Nothing) => (Among::All, None),
            Some(Pick::NotProved) | None => {
                let listed = listed(truth, party, more, *rule);
                let whole = truth.frontier.proof == Proof::Exact;
                (if whole { Among::All } else { Among::Listed }, listed)
            }
        };
        let outcome = pick.map_or(Outcome::NoAgreement, |found| moves(&found.worth, deal));
        Overstated {
            party,
            claim: Claim::WithoutAgreement,
            hundredths,
            rule: *rule,
            among,
            outcome,
        }
    };
    Ok(picked.iter().map(told).collect())
}

/// What a rule picks first of what is listed, where no agreement is worth so much more to a party.
fn listed(truth: Truth<'_>, party: usize, more: i64, rule: Rule) -> Option<Deal> {
    let profiles = truth.problem.profiles();
    let mut without: Vec<i64> = profiles.iter().map(|p| p.without_agreement).collect();
    let mut floors: Vec<i64> = profiles.iter().map(Profile::floor).collect();
    if let (Some(without), Some(floor)) = (without.get_mut(party), floors.get_mut(party)) {
        *without += more;
        *floor = (*without).max(*floor);
    }
    let left = Frontier {
        deals: (truth.frontier.deals.iter())
            .filter(|deal| matches(&deal.worth, &floors))
            .cloned()
            .collect(),
        proof: truth.frontier.proof.clone(),
    };
    let ideal = left.ideal()?;
    let scale = with_ideal(Scale { without, ideal }, truth.over_all);
    let solution = pick(rule, &left, &scale).ok()?;
    solution.picked.into_iter().next()
}

fn moves(worth: &[i64], truth: &Deal) -> Outcome {
    Outcome::Moves(worth.iter().zip(&truth.worth).map(|(a, b)| a - b).collect())
}

/// For each rule the issue that pays most; left out where that is not proved of every issue.
fn issues(
    truth: Truth<'_>,
    (party, hundredths): (usize, i64),
    picked: &[(Rule, Deal)],
    unproved: &mut usize,
    watch: &dyn Watch,
) -> Result<Vec<Overstated>, Stopped> {
    let rules = truth.rules();
    let mut best: Vec<Option<(i64, Overstated)>> = rules.iter().map(|_| None).collect();
    let mut proved: Vec<bool> = rules.iter().map(|_| true).collect();
    for issue in 0..truth.problem.domain().issues().len() {
        let claimed = claimed(truth.problem, party, issue, hundredths);
        let Some(claimed) = claimed.filter(|_| *unproved < UNPROVED_MOST) else {
            *unproved += 1;
            return Ok(Vec::new());
        };
        let over_all = truth.over_all.map(|_| most_of_each(&claimed));
        let picks = truth.picks(&claimed, over_all.as_deref(), watch)?;
        *unproved += usize::from(picks.iter().any(|pick| matches!(pick, Pick::NotProved)));
        let of_rules = rules
            .iter()
            .zip(picks)
            .zip(best.iter_mut().zip(&mut proved));
        for ((rule, pick), (best, proved)) in of_rules {
            let Some((_, true_deal)) = picked.iter().find(|(of, _)| of == rule) else {
                continue;
            };
            let deal = match pick {
                Pick::Deal(deal) => deal,
                Pick::Nothing => continue,
                Pick::NotProved => {
                    *proved = false;
                    continue;
                }
            };
            let outcome = moves(&truth.problem.worth(&deal.package), true_deal);
            let Outcome::Moves(moved) = &outcome else {
                continue;
            };
            let gain = moved.get(party).copied().unwrap_or(0);
            if gain > best.as_ref().map_or(0, |(most, _)| *most) {
                let told = Overstated {
                    party,
                    claim: Claim::Issue(issue),
                    hundredths,
                    rule: *rule,
                    among: Among::All,
                    outcome,
                };
                *best = Some((gain, told));
            }
        }
    }
    let pays = best.into_iter().zip(proved).filter(|(_, proved)| *proved);
    Ok(pays
        .filter_map(|(best, _)| best.map(|(_, told)| told))
        .collect())
}

/// The most that each party could have of all packages of an additive problem.
fn most_of_each(problem: &Problem) -> Vec<i64> {
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
