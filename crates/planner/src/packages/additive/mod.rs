//! Frontiers where points depend on single issues alone.
//!
//! The frontier of the first i issues comes from that of the first i - 1 by adding each option of
//! issue i to each of its points and dropping what is bettered (Nemhauser and Ullmann 1969, "Discrete
//! dynamic programming and capital allocation", Management Science 15): a package whose part can be
//! bettered can itself be bettered. Work grows with issues times options times the size of the
//! frontier, which is at most the scale of points, whatever the number of packages.
//!
//! Two methods that share no code: a table over one party's points ([`dense`]), for two parties on
//! ordinary scales, and merged lists ([`merge`]), for any number of parties and any scale. The first
//! is used where it can be; tests hold them against one another.

pub(super) mod alone;
mod dense;
mod merge;

#[cfg(test)]
mod tests;

use super::{
    domain::Package,
    frontier::{Deal, Frontier},
    problem::Problem,
};
use crate::watch::{Stopped, Watch};

pub use merge::Limits;
pub(super) use merge::unbettered;

/// One option of one issue that no other of that issue betters.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Choice {
    /// What it is worth to each party above the least that any option of the issue is worth.
    worth: Vec<i64>,
    /// Its number in the domain.
    option: u32,
}

/// An additive problem, with all points at least nought.
#[derive(Debug)]
struct Table {
    /// What is worth that to each party whatever is agreed.
    base: Vec<i64>,
    /// For each issue the options to choose from.
    issues: Vec<Vec<Choice>>,
    /// What a package must be worth to each party, above the base.
    floor: Vec<i64>,
}

impl Table {
    fn of(problem: &Problem, watch: &dyn Watch) -> Result<Self, Stopped> {
        let profiles = problem.profiles();
        let mut base = vec![0; profiles.len()];
        let issues = (0..problem.domain().issues().len())
            .map(|issue| {
                let columns: Vec<&[i64]> = (profiles.iter())
                    .map(|profile| profile.points.get(issue).map_or(&[][..], Vec::as_slice))
                    .collect();
                let least: Vec<i64> = (columns.iter())
                    .map(|column| column.iter().copied().min().unwrap_or(0))
                    .collect();
                for (base, least) in base.iter_mut().zip(&least) {
                    *base += least;
                }
                choices(&columns, &least, watch)
            })
            .collect::<Result<_, _>>()?;
        let floor = (profiles.iter().zip(&base))
            .map(|(profile, base)| profile.floor() - base)
            .collect();
        Ok(Self {
            base,
            issues,
            floor,
        })
    }

    /// The most that each party can have above the base.
    fn most(&self) -> Vec<i64> {
        let mut most = vec![0; self.base.len()];
        for issue in &self.issues {
            add_most(&mut most, issue);
        }
        most
    }

    fn deal(&self, above: &[i64], options: Vec<u32>) -> Deal {
        let worth = above.iter().zip(&self.base).map(|(a, b)| a + b).collect();
        Deal {
            worth,
            package: Package(options),
        }
    }
}

fn add_most(most: &mut [i64], issue: &[Choice]) {
    for (party, most) in most.iter_mut().enumerate() {
        let of = |choice: &Choice| choice.worth.get(party).copied().unwrap_or(0);
        *most += issue.iter().map(of).max().unwrap_or(0);
    }
}

/// The options of an issue that are not bettered or, further up the list, equalled by another.
fn choices(columns: &[&[i64]], least: &[i64], watch: &dyn Watch) -> Result<Vec<Choice>, Stopped> {
    let count = columns.first().map_or(0, |column| column.len());
    let above = |option: usize| {
        let each = columns.iter().zip(least);
        each.map(move |(column, least)| column.get(option).map_or(0, |points| points - least))
    };
    // One list for all options of the issue: a list each would take longer to make than to compare.
    let parties = columns.len().max(1);
    let worth: Vec<i64> = (0..count).flat_map(above).collect();
    let mut all: Vec<(&[i64], usize)> = worth.chunks_exact(parties).zip(0..).collect();
    all.sort_unstable_by(|a, b| b.0.cmp(a.0).then(a.1.cmp(&b.1)));
    let kept = merge::unbettered(all.iter().map(|(worth, _)| *worth), watch)?;
    let mut kept: Vec<Choice> = (kept.into_iter())
        .filter_map(|at| all.get(at))
        .map(|(worth, option)| Choice {
            worth: worth.to_vec(),
            option: u32::try_from(*option).unwrap_or(u32::MAX),
        })
        .collect();
    kept.sort_by_key(|choice| choice.option);
    Ok(kept)
}

/// The frontier of an additive problem; terms, if it has any, are passed over.
///
/// # Errors
/// [`Stopped`] when the watch ends the work.
pub fn frontier(problem: &Problem, limits: Limits, watch: &dyn Watch) -> Result<Frontier, Stopped> {
    let table = Table::of(problem, watch)?;
    match dense::frontier(&table, watch)? {
        Some(found) => Ok(found),
        None => merge::frontier(&table, limits, watch),
    }
}
