//! All that is said of a problem at once: the frontier, what all prefer to the draft, a few packages
//! to look at, what each named rule picks, and what overstating would do. And of that, what one
//! party may be shown.

use serde::Serialize;

use super::{
    additive::Limits,
    direct::{Direct, STEPS_MOST, direct, over_all},
    domain::Package,
    draft::{Preferred, preferred},
    frontier::{Deal, Frontier, Proof},
    method::{self, Method},
    overstate::{AGAIN_MOST, ASKED_MOST, Claims, IssuesSeen, Overstated, Truth, overstate},
    problem::Problem,
    solution::{Beyond, NoSolution, Rule, Scale, Solution, pick, solution},
    spread::{SHOWN_LEAST, SHOWN_MOST, spread},
};
use crate::watch::{Stopped, Watch};

/// Over which packages the most that a party can have is taken, for Kalai and Smorodinsky.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ideal {
    /// Those that all accept.
    #[default]
    Acceptable,
    /// All, acceptable or not.
    AllPackages,
}

/// Whether points of different parties mean the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Points {
    /// Each party's are its own.
    #[default]
    OwnScales,
    /// Somebody has said that they can be compared: the egalitarian rule is asked too.
    Comparable,
}

/// What is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Question {
    /// Over which packages ideals are taken.
    pub ideal: Ideal,
    /// Whether points can be compared.
    pub points: Points,
    /// By which method the frontier is found.
    pub method: Method,
    /// How many overstatements are looked at.
    pub claims: Claims,
}

impl Question {
    /// The rules that are asked.
    const fn rules(self) -> &'static [Rule] {
        match self.points {
            Points::OwnScales => &[Rule::Nash, Rule::KalaiSmorodinsky],
            Points::Comparable => &[Rule::Nash, Rule::KalaiSmorodinsky, Rule::Egalitarian],
        }
    }

    /// The most that each party could have of all packages, where ideals are taken over all.
    fn over_all(self, problem: &Problem, watch: &dyn Watch) -> Result<Option<Vec<i64>>, Stopped> {
        match self.ideal {
            Ideal::Acceptable => Ok(None),
            Ideal::AllPackages => over_all(problem, watch).map(Some),
        }
    }
}

/// The draft, and what is better for all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct BesideDraft {
    /// The draft with what it is worth to each.
    pub draft: Deal,
    /// Parties for whom the draft is below what they accept at least.
    pub refused_by: Vec<usize>,
    /// What all prefer to it.
    pub preferred: Vec<Preferred>,
}

/// What a rule was asked, and what it picked or why nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Asked {
    /// Which rule.
    pub rule: Rule,
    /// The rule as a formula.
    pub definition: &'static str,
    /// Of what it picked.
    pub among: Among,
    /// How that was found.
    pub by: By,
    /// Where it is not proved, how far above it something may be, if that can be told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub beyond: Option<Beyond>,
    /// What it picked, or why nothing.
    pub answer: Answer,
}

/// Of which packages a rule picked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Among {
    /// Of all: it is proved that the rule picks no other.
    All,
    /// Of those that are listed: the rule might pick another.
    Listed,
}

/// How what a rule picks was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum By {
    /// It was read off the frontier, which is proved.
    Frontier,
    /// By branch and bound over packages for this rule alone, which went to its end.
    Direct,
    /// It was read off what is listed: the frontier thinned on a grid (an epsilon-Pareto set), or what
    /// a search had found when it was stopped, with what the search for this rule had found when it
    /// ended.
    Listed,
}

/// What a rule answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    /// These.
    Picked(Solution),
    /// Nothing, and why.
    Nothing(NoSolution),
}

/// All that is said of a problem. It holds every party's points, and is for whoever may see them all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Analysis {
    /// The frontier among what all accept.
    pub frontier: Frontier,
    /// From where to where each party's points go; none where nothing is acceptable to all.
    pub scale: Option<Scale>,
    /// Over which packages the ideals are taken.
    pub ideal: Ideal,
    /// The draft and what is better for all, if there is a draft.
    pub beside_draft: Option<BesideDraft>,
    /// Three to five packages that differ: of those that all prefer to the draft where there are so
    /// many, else of the frontier.
    pub spread: Vec<Deal>,
    /// What each rule picks.
    pub asked: Vec<Asked>,
    /// What overstating would do.
    pub overstated: Vec<Overstated>,
    /// Whether it was seen which issue it pays most to overstate.
    pub overstated_issues: IssuesSeen,
}

/// Looks at a problem from all sides.
///
/// # Errors
/// [`Stopped`] when the watch ends the work before there is anything to say; a search that is
/// stopped later says what it has.
pub fn analyse(
    problem: &Problem,
    question: Question,
    watch: &dyn Watch,
) -> Result<Analysis, Stopped> {
    let limits = (Limits::default(), STEPS_MOST);
    analyse_within(problem, question, limits, watch)
}

/// The same with how far lists may grow, and about how many steps each rule may take by itself.
pub(super) fn analyse_within(
    problem: &Problem,
    question: Question,
    (limits, steps_most): (Limits, u64),
    watch: &dyn Watch,
) -> Result<Analysis, Stopped> {
    let rules = question.rules();
    let over_all = question.over_all(problem, watch)?;
    let ask = || direct(problem, over_all.as_deref(), rules, steps_most, watch);
    // Of three parties and more the frontier may take as long as anybody waits: then the rules come first.
    let early = (!problem.is_additive() && problem.profiles().len() > 2).then(ask);
    let frontier = method::frontier_within(problem, question.method, limits, watch);
    let found = match frontier.proof {
        Proof::Exact => None,
        Proof::Within(_) | Proof::Open(_) => early.unwrap_or_else(ask).ok(),
    };
    let frontier = match &found {
        Some(found) => frontier.with(found.deals()),
        None => frontier,
    };
    let mut scale = Scale::of(problem, &frontier);
    if let (Some(of), Some(scale)) = (found.as_ref().and_then(|f| f.scale.as_ref()), &mut scale) {
        scale.ideal.clone_from(&of.ideal);
    }
    if let (Some(ideal), Some(scale)) = (&over_all, &mut scale) {
        scale.ideal.clone_from(ideal);
    }
    let beside_draft = problem
        .draft()
        .map(|draft| beside(problem, draft, &frontier, scale.as_ref()));
    let asked = rules
        .iter()
        .map(|rule| self::asked(*rule, &frontier, scale.as_ref(), found.as_ref()));
    let asked: Vec<Asked> = asked.collect();
    let truth = Truth {
        problem,
        frontier: &frontier,
        scale: scale.as_ref(),
        over_all: over_all.as_deref(),
        asked: &asked,
        again_most: AGAIN_MOST,
        claims: question.claims,
        asked_most: ASKED_MOST,
    };
    let overstating = overstate(truth, watch);
    Ok(Analysis {
        spread: few(&frontier, beside_draft.as_ref(), scale.as_ref()),
        asked,
        overstated: overstating.all,
        overstated_issues: overstating.issues,
        frontier,
        scale,
        ideal: question.ideal,
        beside_draft,
    })
}

/// What each rule picks, without looking for the frontier at all: by branch and bound over packages
/// for each rule alone. What is not proved by the time that a search ends is called listed.
///
/// # Errors
/// [`Stopped`] when the watch ends the work before there is anything to say.
pub fn directly(
    problem: &Problem,
    question: Question,
    watch: &dyn Watch,
) -> Result<Vec<Asked>, Stopped> {
    let over_all = question.over_all(problem, watch)?;
    let found = direct(
        problem,
        over_all.as_deref(),
        question.rules(),
        STEPS_MOST,
        watch,
    )?;
    let listed = Frontier {
        deals: Vec::new(),
        proof: Proof::Open(Vec::new()),
    };
    let listed = listed.with(found.deals());
    let rules = question.rules().iter();
    Ok(rules
        .map(|rule| asked(*rule, &listed, found.scale.as_ref(), Some(&found)))
        .collect())
}

impl Scale {
    /// From what no agreement is worth to the most that is acceptable to all.
    pub fn of(problem: &Problem, frontier: &Frontier) -> Option<Self> {
        let without = problem.profiles().iter().map(|p| p.without_agreement);
        Some(Self {
            without: without.collect(),
            ideal: frontier.ideal()?,
        })
    }
}

fn beside(
    problem: &Problem,
    draft: &Package,
    frontier: &Frontier,
    scale: Option<&Scale>,
) -> BesideDraft {
    let worth = problem.worth(draft);
    let floors = problem.profiles().iter().zip(&worth).enumerate();
    let refused = floors.filter(|(_, (profile, worth))| **worth < profile.floor());
    BesideDraft {
        refused_by: refused.map(|(party, _)| party).collect(),
        preferred: scale.map_or_else(Vec::new, |scale| preferred(frontier, &worth, scale)),
        draft: Deal {
            worth,
            package: draft.clone(),
        },
    }
}

/// What all prefer to the draft, or some of it, and others after it where that is little.
fn few(frontier: &Frontier, beside: Option<&BesideDraft>, scale: Option<&Scale>) -> Vec<Deal> {
    let Some(scale) = scale else {
        return Vec::new();
    };
    let Some(beside) = beside.filter(|beside| !beside.preferred.is_empty()) else {
        return spread(&frontier.deals, scale);
    };
    let better = beside.preferred.iter();
    let better: Vec<Deal> = better.map(|preferred| preferred.deal.clone()).collect();
    // Beside a draft a gain is what is more than the draft.
    let mut few = spread(&better, &scale.over(&beside.draft.worth));
    if few.len() < SHOWN_LEAST {
        let others = frontier.deals.iter().filter(|deal| !better.contains(deal));
        let others: Vec<Deal> = others.cloned().collect();
        let room = SHOWN_MOST - few.len();
        few.extend(spread(&others, scale).into_iter().take(room));
    }
    few
}

fn asked(rule: Rule, frontier: &Frontier, scale: Option<&Scale>, found: Option<&Direct>) -> Asked {
    let proved = found.and_then(|found| found.proved(rule));
    let answer = match (scale, proved) {
        (None, _) => Err(NoSolution::NothingAcceptable),
        (Some(scale), Some(deals)) => solution(rule, deals.to_vec(), scale),
        (Some(scale), None) => pick(rule, frontier, scale),
    };
    let (among, by) = match (&frontier.proof, proved) {
        (Proof::Exact, _) => (Among::All, By::Frontier),
        (Proof::Within(_) | Proof::Open(_), Some(_)) => (Among::All, By::Direct),
        (Proof::Within(_) | Proof::Open(_), None) => (Among::Listed, By::Listed),
    };
    Asked {
        rule,
        definition: rule.definition(),
        among,
        by,
        beyond: found.and_then(|found| found.beyond(rule)),
        answer: answer.map_or_else(Answer::Nothing, Answer::Picked),
    }
}

/// A package with what it is worth to one party alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct OwnDeal {
    /// The package.
    pub package: Package,
    /// What it is worth to the party, in its own points.
    pub worth: i64,
}

/// What one party may be shown: packages, and what they are worth to it. Nobody else's points,
/// floors, gains or overstatements, no figure that they went into, and no order that tells of them:
/// packages stand in the order of the party's own points.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct OwnAnalysis {
    /// The draft.
    pub draft: Option<OwnDeal>,
    /// What all, this party among them, prefer to the draft, of the few that are shown.
    pub preferred: Vec<OwnDeal>,
    /// The few that are shown.
    pub spread: Vec<OwnDeal>,
}

impl Analysis {
    /// What one party, by number, may be shown.
    pub fn for_party(&self, party: usize) -> OwnAnalysis {
        let own = |deal: &Deal| {
            let worth = *deal.worth.get(party)?;
            Some(OwnDeal {
                package: deal.package.clone(),
                worth,
            })
        };
        let sorted = |deals: Vec<OwnDeal>| {
            let mut deals = deals;
            deals.sort_by(|a, b| {
                b.worth
                    .cmp(&a.worth)
                    .then_with(|| a.package.cmp(&b.package))
            });
            deals
        };
        let preferred = self
            .beside_draft
            .iter()
            .flat_map(|beside| &beside.preferred);
        let preferred: Vec<&Deal> = preferred.map(|preferred| &preferred.deal).collect();
        let (better, other): (Vec<&Deal>, Vec<&Deal>) = self
            .spread
            .iter()
            .partition(|deal| preferred.contains(deal));
        OwnAnalysis {
            draft: self
                .beside_draft
                .as_ref()
                .and_then(|beside| own(&beside.draft)),
            preferred: sorted(better.into_iter().filter_map(own).collect()),
            spread: sorted(other.into_iter().filter_map(own).collect()),
        }
    }
}
