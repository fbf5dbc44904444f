//! What one party thinks of packages, in points of its own: points for the option of each issue,
//! and terms that hold or do not hold together. Confidential to the party; never added to, or
//! compared with, another's.

use serde::Serialize;
use thiserror::Error;

use crate::document::fault::plain;

use super::domain::{Domain, Package};

/// The most points, either way, that all options and terms of a party may come to together.
pub const POINTS_MOST: i64 = 1_000_000_000_000;
/// The most terms of one party.
pub const TERMS_MOST: usize = 10_000;
/// The most options of the issues that terms of one party name, counted once a term.
pub const NAMED_OF_ALL_MOST: usize = 20_000_000;
/// The most issues that one term may name.
pub const NAMED_MOST: usize = 32;

/// Options that follow one another, from the first to the last, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Run {
    /// The first.
    pub first: u32,
    /// The last.
    pub last: u32,
}

/// Of one issue, the options that a term names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Bound {
    /// Which issue.
    pub issue: usize,
    /// Runs of options, ascending and apart from one another.
    pub runs: Vec<Run>,
}

impl Bound {
    /// Whether an option is among those named.
    pub fn names(&self, option: u32) -> bool {
        (self.runs.iter()).any(|run| run.first <= option && option <= run.last)
    }
}

/// When a term counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Counts {
    /// If every issue that it names has one of the options that it names: inside the box.
    Inside,
    /// Unless that is so: outside the box.
    Outside,
}

/// Points for what is agreed on several issues together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Term {
    /// How many points, which may be below nought.
    pub points: i64,
    /// When.
    pub counts: Counts,
    /// The issues that it names, each once.
    pub bounds: Vec<Bound>,
}

impl Term {
    /// Whether it counts for a package.
    pub fn holds(&self, package: &Package) -> bool {
        let named =
            |bound: &Bound| (package.0.get(bound.issue)).is_some_and(|option| bound.names(*option));
        let inside = self.bounds.iter().all(named);
        match self.counts {
            Counts::Inside => inside,
            Counts::Outside => !inside,
        }
    }
}

/// What a party says of packages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Profile {
    /// Whose it is.
    pub party: String,
    /// For each issue the points of each option.
    pub points: Vec<Vec<i64>>,
    /// What counts together.
    pub terms: Vec<Term>,
    /// Below this it accepts nothing, whatever else: hard. None where it has not said so.
    pub at_least: Option<i64>,
    /// What having no agreement is worth to it.
    pub without_agreement: i64,
}

/// Why a profile does not fit its domain.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ProfileError {
    /// Not as many points as options.
    #[error(
        "reading what {} prefers: on `{}` there are points for {given} options, and there are {known}. Give points for each.",
        plain(.party),
        plain(.issue)
    )]
    Options {
        /// Whose.
        party: String,
        /// On which issue.
        issue: String,
        /// For how many points were given.
        given: usize,
        /// How many there are.
        known: usize,
    },
    /// Not as many issues.
    #[error(
        "reading what {} prefers: there are points for {given} issues, and there are {known}. Give points for each.",
        plain(.party)
    )]
    Issues {
        /// Whose.
        party: String,
        /// For how many points were given.
        given: usize,
        /// How many there are.
        known: usize,
    },
    /// A term that names what is not there, nothing, or one thing twice.
    #[error(
        "reading what {} prefers: term {number} names an issue or option that is not there, one issue twice, no issue, or more than {NAMED_MOST}. Correct it.",
        plain(.party)
    )]
    Term {
        /// Whose.
        party: String,
        /// Which, from 1.
        number: usize,
    },
    /// More than are read.
    #[error(
        "reading what {} prefers: there are {given} terms, and at most {TERMS_MOST} are read. Leave out the least.",
        plain(.party)
    )]
    TooManyTerms {
        /// Whose.
        party: String,
        /// How many.
        given: usize,
    },
    /// Terms that name more options than are kept.
    #[error(
        "reading what {} prefers: its terms are about issues with more than {NAMED_OF_ALL_MOST} options together, counted once a term. Take larger steps, or leave out the least terms.",
        plain(.party)
    )]
    TooMuchNamed {
        /// Whose.
        party: String,
    },
    /// Larger than is reckoned with.
    #[error(
        "reading what {} prefers: its points come to more than {POINTS_MOST} together, or what it must have at least is more than that. Use a smaller scale, such as 10,000 for the whole.",
        plain(.party)
    )]
    TooManyPoints {
        /// Whose.
        party: String,
    },
}

impl ProfileError {
    /// Whose profile it is.
    pub fn party(&self) -> &str {
        match self {
            Self::Options { party, .. }
            | Self::Issues { party, .. }
            | Self::Term { party, .. }
            | Self::TooManyTerms { party, .. }
            | Self::TooMuchNamed { party }
            | Self::TooManyPoints { party } => party,
        }
    }
}

impl Profile {
    /// Checks it against the domain, and that its points can be summed.
    ///
    /// # Errors
    /// Says what does not fit.
    pub fn check(&self, domain: &Domain) -> Result<(), ProfileError> {
        let party = || self.party.clone();
        if self.points.len() != domain.issues().len() {
            return Err(ProfileError::Issues {
                party: party(),
                given: self.points.len(),
                known: domain.issues().len(),
            });
        }
        for (issue, points) in domain.issues().iter().zip(&self.points) {
            if issue.options.count() != points.len() {
                return Err(ProfileError::Options {
                    party: party(),
                    issue: issue.name.clone(),
                    given: points.len(),
                    known: issue.options.count(),
                });
            }
        }
        if self.terms.len() > TERMS_MOST {
            return Err(ProfileError::TooManyTerms {
                party: party(),
                given: self.terms.len(),
            });
        }
        for (number, term) in (1..).zip(&self.terms) {
            if !fits(term, domain) {
                return Err(ProfileError::Term {
                    party: party(),
                    number,
                });
            }
        }
        let named = self.terms.iter().flat_map(|term| &term.bounds);
        let options = |bound: &Bound| {
            let issue = domain.issues().get(bound.issue);
            issue.map_or(0, |issue| issue.options.count())
        };
        if named.map(options).sum::<usize>() > NAMED_OF_ALL_MOST {
            return Err(ProfileError::TooMuchNamed { party: party() });
        }
        if self.most_either_way().is_none_or(|most| most > POINTS_MOST) {
            return Err(ProfileError::TooManyPoints { party: party() });
        }
        Ok(())
    }

    fn most_either_way(&self) -> Option<i64> {
        let largest = |points: &Vec<i64>| {
            (points.iter()).try_fold(0, |most: i64, p| Some(most.max(p.checked_abs()?)))
        };
        let floors = [self.without_agreement, self.at_least.unwrap_or(0)];
        let high = |floor: &i64| floor.checked_abs().is_none_or(|floor| floor > POINTS_MOST);
        if floors.iter().any(high) {
            return None;
        }
        let mut whole = 0_i64;
        for points in &self.points {
            whole = whole.checked_add(largest(points)?)?;
        }
        for term in &self.terms {
            whole = whole.checked_add(term.points.checked_abs()?)?;
        }
        Some(whole)
    }

    /// What a package is worth to the party.
    pub fn worth(&self, package: &Package) -> i64 {
        let of_options: i64 = (self.points.iter().zip(&package.0))
            .filter_map(|(points, option)| points.get(*option as usize))
            .sum();
        let held = self.terms.iter().filter(|term| term.holds(package));
        of_options + held.map(|term| term.points).sum::<i64>()
    }

    /// The least that a package must be worth to it: what it would have without agreement, or its
    /// threshold where that is higher.
    pub fn floor(&self) -> i64 {
        let threshold = self.at_least.unwrap_or(self.without_agreement);
        threshold.max(self.without_agreement)
    }
}

fn fits(term: &Term, domain: &Domain) -> bool {
    let mut named: Vec<usize> = term.bounds.iter().map(|bound| bound.issue).collect();
    named.sort_unstable();
    let once = named.windows(2).all(|pair| pair.first() != pair.last());
    let size = (1..=NAMED_MOST).contains(&named.len());
    once && size && term.bounds.iter().all(|bound| bound_fits(bound, domain))
}

fn bound_fits(bound: &Bound, domain: &Domain) -> bool {
    let Some(issue) = domain.issues().get(bound.issue) else {
        return false;
    };
    let ordered = (bound.runs.iter().zip(bound.runs.iter().skip(1)))
        .all(|(left, right)| left.last < right.first);
    let within = |run: &Run| run.first <= run.last && (run.last as usize) < issue.options.count();
    ordered && bound.runs.iter().all(within)
}
