//! Named solutions found directly, package by package, where the frontier is too large to list: which
//! package is the most for each party, and what each rule picks. Each is proved by itself, or it is
//! said how far it is not.

use super::{
    boxes::{Best, Closed, Seek, Solver},
    frontier::Deal,
    problem::Problem,
    profile::POINTS_MOST,
    solution::{Beyond, Rule, Scale},
};
use crate::watch::{Stopped, Watch};

/// About so many steps of the search for each question: some seconds.
pub(super) const STEPS_MOST: u64 = 1 << 22;

/// What was found directly.
#[derive(Debug)]
pub(super) struct Direct {
    /// From where to where each party's points go; none where nothing acceptable to all was found.
    pub scale: Option<Scale>,
    /// Where the far ends of the scale come from.
    pub ideals: Ideals,
    /// Whether the most that is acceptable to all is proved for each party, or that nothing is.
    pub most: Ends,
    /// What each rule picks.
    pub best: Vec<(Rule, Best)>,
}

/// Where the far ends of a scale come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ideals {
    /// They were given, and are proved.
    Given,
    /// They are the most of what all accept, proved as far as that is.
    Most,
}

/// Whether it is proved that nobody can have more of what all accept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ends {
    Proved,
    Found,
}

impl Direct {
    /// All packages that were found.
    pub fn deals(&self) -> impl Iterator<Item = Deal> + '_ {
        self.best
            .iter()
            .flat_map(|(_, best)| best.deals.iter().cloned())
    }

    /// What a rule picks, if that is proved: nothing where nothing is acceptable to all.
    pub fn proved(&self, rule: Rule) -> Option<&[Deal]> {
        if self.scale.is_none() && self.most == Ends::Proved {
            return Some(&[]);
        }
        let (_, best) = self.best.iter().find(|(of, _)| *of == rule)?;
        let ends = match self.ideals {
            Ideals::Given => Ends::Proved,
            Ideals::Most => self.most,
        };
        let on_ends = rule == Rule::KalaiSmorodinsky && ends == Ends::Found;
        (best.closed == Closed::Proved && !on_ends).then_some(best.deals.as_slice())
    }

    /// How far above what was found something may be by a rule; nothing where it is proved, or
    /// cannot be told.
    pub fn beyond(&self, rule: Rule) -> Option<Beyond> {
        let (_, best) = self.best.iter().find(|(of, _)| *of == rule)?;
        match best.closed {
            Closed::Proved => None,
            Closed::Open(beyond) => beyond,
        }
    }
}

/// Asks each rule directly. The ideals are the most of what all accept, or these.
pub(super) fn direct(
    problem: &Problem,
    ideal: Option<&[i64]>,
    rules: &[Rule],
    steps_most: u64,
    watch: &dyn Watch,
) -> Result<Direct, Stopped> {
    let solver = Solver::of(problem, watch)?;
    let most = most(&solver, problem.profiles().len(), steps_most, watch);
    let mut ends = Vec::new();
    for party in 0..most.len() {
        // What was found for another may be more than what was found for the party itself.
        let of_all = most.iter().flat_map(|best| &best.deals);
        ends.extend(
            of_all
                .filter_map(|deal| deal.worth.get(party).copied())
                .max(),
        );
    }
    let scale = (ends.len() == most.len()).then(|| Scale {
        without: problem
            .profiles()
            .iter()
            .map(|p| p.without_agreement)
            .collect(),
        ideal: ideal.map_or(ends, <[i64]>::to_vec),
    });
    let best = scale.iter().flat_map(|scale| {
        let ask = |rule: &Rule| {
            (
                *rule,
                solver.best(Seek::Rule(*rule, scale), steps_most, watch),
            )
        };
        rules.iter().map(ask)
    });
    Ok(Direct {
        best: best.collect(),
        ideals: ideal.map_or(Ideals::Most, |_| Ideals::Given),
        most: if most.iter().all(|best| best.closed == Closed::Proved) {
            Ends::Proved
        } else {
            Ends::Found
        },
        scale,
    })
}

fn most(solver: &Solver, parties: usize, steps_most: u64, watch: &dyn Watch) -> Vec<Best> {
    let most = |party: usize| solver.best(Seek::Most(party), steps_most, watch);
    (0..parties).map(most).collect()
}

/// The most that each party could have if nobody had a say.
///
/// # Errors
/// [`Stopped`] when the watch ends the work, or it would take too long.
pub(super) fn over_all(problem: &Problem, watch: &dyn Watch) -> Result<Vec<i64>, Stopped> {
    let nothing_refused = problem.profiles().iter().cloned().map(|mut profile| {
        profile.at_least = None;
        profile.without_agreement = -POINTS_MOST;
        profile
    });
    let Ok(open) = problem.with_profiles(nothing_refused.collect()) else {
        return Err(Stopped);
    };
    let solver = Solver::of(&open, watch)?;
    let most = most(&solver, open.profiles().len(), u64::MAX, watch);
    (most.iter().enumerate())
        .map(|(party, best)| {
            let first = best.deals.first().filter(|_| best.closed == Closed::Proved);
            first
                .and_then(|deal| deal.worth.get(party).copied())
                .ok_or(Stopped)
        })
        .collect()
}
