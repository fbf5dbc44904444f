//! What a party would gain by overstating to whoever asks: how far each named solution moves if one
//! party claims more than is true, and who pays for it. All gains and losses are in true points.

mod alone;
mod budget;
mod issues;
mod without;

#[cfg(test)]
mod tests;

use serde::Serialize;

use self::budget::Budget;
use super::{
    analysis::{Among, Answer, Asked},
    direct::direct,
    frontier::{Deal, Frontier, Proof},
    method::{self, Method},
    problem::Problem,
    solution::{NoSolution, Rule, Scale, Solution, pick, solution},
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
    /// Of which packages the rule picked, with the truth and with the claim.
    pub among: Among,
    /// What comes of it.
    pub outcome: Outcome,
}

/// What comes of an overstatement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// It is proved that no package is acceptable to all any more: the overstatement costs the agreement.
    NoAgreement,
    /// It is proved that the rule picks nothing any more, though packages acceptable to all are left: none
    /// of them gives every party more than no agreement does.
    PicksNothing,
    /// Of so many packages that are listed the rule picks none any more; of all it may pick one.
    NoneFound(usize),
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
    /// Where none is shown, one might pay: what the rule would pick could not be proved for each, or
    /// what is claimed has more points than are reckoned with.
    Some,
    /// Points hang on several issues together, so that none counts by itself.
    HangTogether,
    /// Of so many of each party: those that count most for it. Of the others one might pay; and of these,
    /// where none is shown, if what the rule would pick could not be proved for each.
    Foremost(usize),
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

/// How many claims are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Claims {
    /// As many as take a second or two: of single issues those that count most for whoever claims.
    #[default]
    Quick,
    /// All, however long that takes.
    All,
    /// None but what can be read off the packages that are listed.
    Listed,
}

/// With three parties and more, frontiers of more packages than this are not found again for each
/// issue that may be overstated: rules are then asked directly.
pub(super) const AGAIN_MOST: usize = 256;

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
    /// How many claims are looked at.
    pub claims: Claims,
    /// [`ASKED_MOST`].
    pub asked_most: u64,
}

/// What a rule picks first of what is claimed.
enum Pick {
    Deal(Deal),
    Nothing(NoSolution),
    NotProved,
}

/// About so many steps of each search where rules are asked directly: some hundredths of a second.
const STEPS_MOST: u64 = 1 << 14;
/// How often the work asks its watch, at most, while what no agreement is worth is overstated, and while
/// single issues are, where nobody asked for all: about a second each.
pub(super) const ASKED_MOST: u64 = 200_000;

/// Overstates for each party in turn. What no agreement is worth needs the frontier only, where that
/// is proved; what an issue is worth needs a frontier each, or, where it is large, each rule asked
/// directly. Where the watch ends the work, what was seen by then is told.
pub(super) fn overstate(truth: Truth<'_>, watch: &dyn Watch) -> Overstating {
    let mut told = Overstating::default();
    let Some(scale) = truth.scale else {
        // Where nothing is picked nothing is moved, if it is proved that there is nothing.
        told.issues = if !truth.problem.is_additive() {
            IssuesSeen::HangTogether
        } else if truth.frontier.proof == Proof::Exact {
            IssuesSeen::All
        } else {
            IssuesSeen::Some
        };
        return told;
    };
    let picked = truth.picked();
    let parties = truth.problem.profiles().len();
    let sizes = parties * HUNDREDTHS.len();
    let budget = Budget::of(watch, truth, sizes);
    told.issues = IssuesSeen::Stopped;
    for party in 0..parties {
        for hundredths in HUNDREDTHS {
            match without::without(truth, scale, (party, hundredths), &picked, &budget) {
                Ok(claims) => told.all.extend(claims),
                Err(Stopped) => return told,
            }
        }
    }
    let issues = truth.problem.domain().issues().len();
    let budget = Budget::of(watch, truth, sizes * issues);
    // Of some sizes of a claim only, the issue that pays most would be told for some and not for others.
    if let Ok((pays, seen)) = issues::pays(truth, &picked, &budget) {
        told.all.extend(pays);
        told.issues = seen;
    }
    let kind = |claim: &Claim| usize::from(*claim != Claim::WithoutAgreement);
    told.all
        .sort_by_key(|told| (told.party, told.hundredths, kind(&told.claim)));
    told
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
                    Some(scale) => first(pick(*rule, &found, scale)),
                    None => Pick::Nothing(NoSolution::NothingAcceptable),
                };
                return Ok(rules.iter().map(pick).collect());
            }
        }
        let found = direct(claimed, ideal, &rules, STEPS_MOST, watch)?;
        let pick = |rule: &Rule| match (found.proved(*rule), &found.scale) {
            (None, _) => Pick::NotProved,
            (Some(_), None) => Pick::Nothing(NoSolution::NothingAcceptable),
            (Some(deals), Some(scale)) => first(solution(*rule, deals.to_vec(), scale)),
        };
        Ok(rules.iter().map(pick).collect())
    }
}

fn first(solved: Result<Solution, NoSolution>) -> Pick {
    let first = |solution: Solution| solution.picked.into_iter().next();
    match solved.map(first) {
        Ok(Some(deal)) => Pick::Deal(deal),
        Ok(None) => Pick::Nothing(NoSolution::NothingAcceptable),
        Err(why) => Pick::Nothing(why),
    }
}

fn with_ideal(mut scale: Scale, ideal: Option<&[i64]>) -> Scale {
    if let Some(ideal) = ideal {
        scale.ideal = ideal.to_vec();
    }
    scale
}

fn moves(worth: &[i64], truth: &Deal) -> Outcome {
    Outcome::Moves(worth.iter().zip(&truth.worth).map(|(a, b)| a - b).collect())
}
