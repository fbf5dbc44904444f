//! Asking instead of demanding numbers: a party says within each issue how good its options are, and
//! which of two packages it prefers; how much each issue counts follows, as far as it does.
//!
//! A package is worth the sum over aspects (issues, and terms that count together) of weight times how
//! good it is in that aspect, from nought to one. Every answer cuts the set of weights by a plane; what
//! is left is a polytope. Asking for comparisons of that kind is what interactive methods of mediation
//! do (Ehtamo, Kettunen and Hämäläinen 2001, "Searching for joint gains in multi-party negotiations",
//! European Journal of Operational Research 130). What answers imply, and whether they contradict each
//! other, is exact; which question is asked next is a matter of judgement and uses draws from a seed.

mod draws;
mod simplex;

#[cfg(test)]
mod tests;

use serde::Serialize;
use thiserror::Error;

use self::simplex::{Programme, TooFine};
use super::{domain::Package, profile::Profile, ratio::Share};

pub use draws::{Question, next};

/// The most answers.
pub const ANSWERS_MOST: usize = 200;
/// The most aspects that are asked about.
pub const ASPECTS_MOST: usize = 60;
/// Steps into which how good a package is in an aspect is told.
const STEPS: i64 = 100;

/// What is weighed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Aspect {
    /// An issue, by number.
    Issue(usize),
    /// A term, by its number in the profile.
    Term(usize),
}

/// Between what a weight must lie, all weights together being one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct WeightRange {
    /// Of what.
    pub aspect: Aspect,
    /// The least that fits all answers.
    pub least: Share,
    /// The most.
    pub most: Share,
}

/// Why answers cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum AskError {
    /// No weights fit.
    #[error("weighing the answers: no weights fit answers {} together, though without any one of them some do. Ask again about one.", list(.0))]
    Contradiction(Vec<usize>),
    /// An answer that no weights can bear out.
    #[error(
        "weighing the answers: answer {0} compares packages that are equally good in every respect that was told, or prefers the one that is nowhere better. Ask again, or ask what makes the difference."
    )]
    Impossible(usize),
    /// Nothing hangs on any issue or term.
    #[error(
        "weighing the answers: all its packages are equally good, as no option or term has other points than another, so that there is nothing to weigh. Give the options that it prefers more points."
    )]
    NothingToWeigh,
    /// More than are used.
    #[error(
        "weighing the answers: there are {answers} answers and {aspects} aspects, and at most {ANSWERS_MOST} and {ASPECTS_MOST} are weighed. Leave out what hardly matters."
    )]
    TooMany {
        /// How many answers.
        answers: usize,
        /// How many aspects.
        aspects: usize,
    },
    /// Numbers that do not fit.
    #[error(
        "weighing the answers: they cannot be reckoned exactly in the numbers at hand. Tell how good options are in rounder numbers."
    )]
    TooFine,
}

impl From<TooFine> for AskError {
    fn from(_: TooFine) -> Self {
        Self::TooFine
    }
}

fn list(answers: &[usize]) -> String {
    let numbers: Vec<String> = answers.iter().map(|at| (at + 1).to_string()).collect();
    numbers.join(", ")
}

/// How good packages are in every aspect, in hundredths from nought to one hundred.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aspects {
    aspects: Vec<Aspect>,
    profile: Profile,
}

impl Aspects {
    /// Of a profile whose points say how good options are within each issue, and no more. An aspect in
    /// which all packages are alike is none.
    ///
    /// # Errors
    /// There is none, or there are more than are weighed.
    pub fn of(profile: &Profile) -> Result<Self, AskError> {
        let issues = (profile.points.iter().enumerate())
            .filter(|(_, points)| points.iter().min() < points.iter().max())
            .map(|(issue, _)| Aspect::Issue(issue));
        let terms = (profile.terms.iter().enumerate())
            .filter(|(_, term)| term.points != 0)
            .map(|(term, _)| Aspect::Term(term));
        let aspects: Vec<Aspect> = issues.chain(terms).collect();
        if aspects.is_empty() {
            return Err(AskError::NothingToWeigh);
        }
        if aspects.len() > ASPECTS_MOST {
            return Err(AskError::TooMany {
                answers: 0,
                aspects: aspects.len(),
            });
        }
        Ok(Self {
            aspects,
            profile: profile.clone(),
        })
    }

    /// The aspects, issues first.
    pub fn all(&self) -> &[Aspect] {
        &self.aspects
    }

    /// How good a package is in each aspect.
    pub fn good(&self, package: &Package) -> Vec<i64> {
        let good = |aspect: &Aspect| match aspect {
            Aspect::Issue(issue) => {
                let points = self
                    .profile
                    .points
                    .get(*issue)
                    .map_or(&[][..], Vec::as_slice);
                let option = package.0.get(*issue).map_or(0, |option| *option as usize);
                let low = points.iter().copied().min().unwrap_or(0);
                let high = points.iter().copied().max().unwrap_or(0);
                let above = points.get(option).map_or(0, |points| points - low);
                rounded(above * STEPS, high - low)
            }
            Aspect::Term(term) => {
                let term = self.profile.terms.get(*term);
                let good = term.is_some_and(|term| term.holds(package) == (term.points > 0));
                if good { STEPS } else { 0 }
            }
        };
        self.aspects.iter().map(good).collect()
    }

    /// The profile with these weights, in thousandths of a thousandth: its scale is [`SCALE`] points.
    pub fn weighed(&self, weights: &[i64]) -> Profile {
        let mut profile = self.profile.clone();
        let whole: i64 = weights.iter().sum::<i64>().max(1);
        for points in &mut profile.points {
            points.fill(0);
        }
        for (aspect, weight) in self.aspects.iter().zip(weights) {
            match aspect {
                Aspect::Issue(issue) => {
                    let from = self
                        .profile
                        .points
                        .get(*issue)
                        .map_or(&[][..], Vec::as_slice);
                    let low = from.iter().copied().min().unwrap_or(0);
                    let high = from.iter().copied().max().unwrap_or(0);
                    let to = profile.points.get_mut(*issue);
                    for (to, from) in to.into_iter().flatten().zip(from) {
                        let good = rounded((from - low) * STEPS, high - low);
                        *to = rounded(good * weight * (SCALE / STEPS), whole);
                    }
                }
                Aspect::Term(term) => {
                    if let Some(term) = profile.terms.get_mut(*term) {
                        let points = rounded(SCALE * weight, whole);
                        term.points = if term.points < 0 { -points } else { points };
                    }
                }
            }
        }
        profile
    }
}

/// Points for all that a party could have, once its weights are known.
pub const SCALE: i64 = 10_000;

fn rounded(part: i64, whole: i64) -> i64 {
    let whole = whole.max(1);
    (2 * part + whole).div_euclid(2 * whole)
}

/// What answers leave of the weights.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Narrowed {
    /// Each aspect with its range.
    pub ranges: Vec<WeightRange>,
    /// Weights well inside what is left, each as part of the same whole.
    pub inside: Vec<i64>,
    /// What each answer says: how much better the preferred package is in each aspect.
    cuts: Vec<Vec<i64>>,
}

/// What the answers imply.
///
/// # Errors
/// Answers contradict each other, or cannot be weighed.
pub fn narrow(aspects: &Aspects, answers: &[(Package, Package)]) -> Result<Narrowed, AskError> {
    if answers.len() > ANSWERS_MOST {
        return Err(AskError::TooMany {
            answers: answers.len(),
            aspects: aspects.all().len(),
        });
    }
    let cut = |(prefers, to): &(Package, Package)| -> Vec<i64> {
        let (better, worse) = (aspects.good(prefers), aspects.good(to));
        better.iter().zip(&worse).map(|(a, b)| a - b).collect()
    };
    let cuts: Vec<Vec<i64>> = answers.iter().map(cut).collect();
    if let Some(at) = cuts
        .iter()
        .position(|cut| cut.iter().all(|more| *more <= 0))
    {
        return Err(AskError::Impossible(at + 1));
    }
    let Some(inside) = inside(aspects.all().len(), &cuts)? else {
        return Err(AskError::Contradiction(least_contradiction(
            aspects.all().len(),
            &cuts,
        )?));
    };
    Ok(Narrowed {
        ranges: ranges(aspects.all(), &cuts)?,
        inside,
        cuts,
    })
}

/// Weights that are as far inside as can be: of all that answers and weights themselves leave, the
/// least is greatest.
fn inside(aspects: usize, cuts: &[Vec<i64>]) -> Result<Option<Vec<i64>>, TooFine> {
    let mut less: Vec<Vec<i64>> = (cuts.iter())
        .map(|cut| cut.iter().map(|more| -more).chain([STEPS]).collect())
        .collect();
    less.extend((0..aspects).map(|aspect| {
        let itself = (0..aspects).map(|other| -i64::from(other == aspect));
        itself.chain([1]).collect()
    }));
    let programme = Programme {
        less,
        one: (0..=aspects).map(|at| i64::from(at < aspects)).collect(),
        maximise: (0..=aspects).map(|at| i64::from(at == aspects)).collect(),
    };
    let Some(solved) = programme.solve()? else {
        return Ok(None);
    };
    if solved.most.parts().0 <= 0 {
        return Ok(None);
    }
    let weights = solved.at.iter().take(aspects);
    Ok(Some(weights.map(|share| share.of(WHOLE)).collect()))
}

/// Weights are told as parts of this.
const WHOLE: i64 = 1_000_000;

/// Takes answers out as long as what is left still contradicts itself.
fn least_contradiction(aspects: usize, cuts: &[Vec<i64>]) -> Result<Vec<usize>, TooFine> {
    let mut held: Vec<usize> = (0..cuts.len()).collect();
    for at in 0..cuts.len() {
        let without: Vec<usize> = held.iter().copied().filter(|other| *other != at).collect();
        let left: Vec<Vec<i64>> = without
            .iter()
            .filter_map(|at| cuts.get(*at).cloned())
            .collect();
        if inside(aspects, &left)?.is_none() {
            held = without;
        }
    }
    Ok(held)
}

fn ranges(aspects: &[Aspect], cuts: &[Vec<i64>]) -> Result<Vec<WeightRange>, TooFine> {
    let most = |of: usize, sign: i64| -> Result<Share, TooFine> {
        let programme = Programme {
            less: cuts
                .iter()
                .map(|cut| cut.iter().map(|more| -more).collect())
                .collect(),
            one: vec![1; aspects.len()],
            maximise: (0..aspects.len())
                .map(|at| sign * i64::from(at == of))
                .collect(),
        };
        let solved = programme.solve()?.ok_or(TooFine)?;
        solved.at.get(of).copied().ok_or(TooFine)
    };
    let range = |(of, aspect): (usize, &Aspect)| {
        Ok(WeightRange {
            aspect: *aspect,
            least: most(of, -1)?,
            most: most(of, 1)?,
        })
    };
    aspects.iter().enumerate().map(range).collect()
}
