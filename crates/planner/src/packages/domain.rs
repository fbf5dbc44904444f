//! What is talked about: issues, each with options of which one is agreed on, and packages, which
//! take one option of each. Knows nothing of what anybody thinks of them.

use serde::Serialize;
use thiserror::Error;

use crate::document::fault::plain;

/// The most issues of a domain.
pub const ISSUES_MOST: usize = 1_000;
/// The most options of one issue.
pub const OPTIONS_MOST: usize = 100_000;
/// The most options of all issues together.
pub const OPTIONS_OF_ALL_MOST: usize = 400_000;

/// The options of one issue, in the order in which they were given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Options {
    /// By name.
    Named(Vec<String>),
    /// Every so many-th whole number from the first on.
    Numbers {
        /// The first of them.
        from: i64,
        /// From one to the next, above nought.
        step: i64,
        /// How many there are.
        count: usize,
    },
}

impl Options {
    /// How many there are.
    pub const fn count(&self) -> usize {
        match self {
            Self::Named(names) => names.len(),
            Self::Numbers { count, .. } => *count,
        }
    }

    /// What an option is called; nothing where there is none of that number.
    pub fn name(&self, option: usize) -> Option<String> {
        match self {
            Self::Named(names) => names.get(option).cloned(),
            Self::Numbers { from, step, count } => {
                let at = i64::try_from(option).ok().filter(|_| option < *count)?;
                Some((from + step * at).to_string())
            }
        }
    }

    /// Which option is called so.
    pub fn find(&self, name: &str) -> Option<usize> {
        match self {
            Self::Named(names) => names.iter().position(|known| known == name),
            Self::Numbers { .. } => {
                let number: i64 = name.trim().parse().ok()?;
                // 017 and +17 could be meant for something else.
                self.of_number(number)
                    .filter(|_| number.to_string() == name.trim())
            }
        }
    }

    /// Which option is this number; nothing among options that have names.
    pub fn of_number(&self, number: i64) -> Option<usize> {
        let Self::Numbers { from, step, count } = self else {
            return None;
        };
        let above = number.checked_sub(*from).filter(|above| *above >= 0)?;
        let at = usize::try_from(above / step).ok()?;
        (above % step == 0 && at < *count).then_some(at)
    }
}

/// One thing that is to be settled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Issue {
    /// What it is called.
    pub name: String,
    /// What may be agreed on.
    pub options: Options,
}

/// All that is to be settled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Domain {
    issues: Vec<Issue>,
}

/// Why a domain is none.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum DomainError {
    /// Nothing to settle.
    #[error("reading the issues: there is none. Name at least one, with its options.")]
    NoIssue,
    /// More than are read.
    #[error(
        "reading the issues: there are {0}, and at most {ISSUES_MOST} are read. Leave some out."
    )]
    TooManyIssues(usize),
    /// One name for two.
    #[error("reading the issues: two are called `{}`. Give each a name of its own.", plain(.0))]
    IssueTwice(String),
    /// One name for two options.
    #[error(
        "reading the options of `{}`: two are called `{}`. Give each a name of its own.",
        plain(.issue),
        plain(.option)
    )]
    OptionTwice {
        /// Of which issue.
        issue: String,
        /// What both are called.
        option: String,
    },
    /// An issue that leaves nothing to agree on.
    #[error(
        "reading the options of `{}`: there is none. Give at least one, or leave the issue out.",
        plain(.0)
    )]
    NoOption(String),
    /// More than are read.
    #[error(
        "reading the options of `{}`: there are more than are read ({OPTIONS_MOST} of one issue, {OPTIONS_OF_ALL_MOST} of all). Take larger steps.",
        plain(.issue)
    )]
    TooManyOptions {
        /// Of which issue.
        issue: String,
    },
    /// Numbers that do not fit, or a step that is not above nought.
    #[error(
        "reading the options of `{}`: they are whole numbers between -10^12 and 10^12, the last not below the first, in steps above nought, and stand where there are no names. Correct them.",
        plain(.0)
    )]
    Numbers(String),
}

/// How large the number of an option may be, either way.
pub const NUMBER_MOST: i64 = 1_000_000_000_000;

impl Domain {
    /// A domain of these issues.
    ///
    /// # Errors
    /// Says which issue or option is the matter.
    pub fn new(issues: Vec<Issue>) -> Result<Self, DomainError> {
        if issues.is_empty() {
            return Err(DomainError::NoIssue);
        }
        if issues.len() > ISSUES_MOST {
            return Err(DomainError::TooManyIssues(issues.len()));
        }
        if let Some(twice) = twice(issues.iter().map(|issue| issue.name.as_str())) {
            return Err(DomainError::IssueTwice(twice));
        }
        let mut of_all = 0;
        for issue in &issues {
            check(issue)?;
            of_all += issue.options.count();
            if issue.options.count() > OPTIONS_MOST || of_all > OPTIONS_OF_ALL_MOST {
                let issue = issue.name.clone();
                return Err(DomainError::TooManyOptions { issue });
            }
        }
        Ok(Self { issues })
    }

    /// The issues, in their order.
    pub fn issues(&self) -> &[Issue] {
        &self.issues
    }

    /// Which issue is called so.
    pub fn find(&self, name: &str) -> Option<usize> {
        self.issues.iter().position(|issue| issue.name == name)
    }

    /// How many packages there are, where so large a number can be told.
    pub fn outcomes(&self) -> Option<u128> {
        self.issues.iter().try_fold(1_u128, |all, issue| {
            all.checked_mul(issue.options.count() as u128)
        })
    }

    /// The power of ten of the number of packages: 30.2 for about 10^30. For showing.
    #[expect(
        clippy::cast_precision_loss,
        reason = "at most 100,000 options an issue"
    )]
    pub fn outcomes_log10(&self) -> f64 {
        let of = |issue: &Issue| (issue.options.count() as f64).log10();
        self.issues.iter().map(of).sum()
    }

    /// Whether a package takes one option of each issue.
    pub fn holds(&self, package: &Package) -> bool {
        package.0.len() == self.issues.len()
            && (self.issues.iter().zip(&package.0))
                .all(|(issue, option)| (*option as usize) < issue.options.count())
    }

    /// What a package says: each issue with the option taken.
    pub fn terms(&self, package: &Package) -> Vec<(String, String)> {
        (self.issues.iter().zip(&package.0))
            .map(|(issue, option)| {
                let option = issue.options.name(*option as usize);
                (issue.name.clone(), option.unwrap_or_default())
            })
            .collect()
    }
}

fn check(issue: &Issue) -> Result<(), DomainError> {
    faults(issue).into_iter().next().map_or(Ok(()), Err)
}

/// All that is the matter with the options of an issue by itself.
pub(super) fn faults(issue: &Issue) -> Vec<DomainError> {
    let name = || issue.name.clone();
    let mut faults = Vec::new();
    match &issue.options {
        Options::Named(names) => {
            let mut seen = std::collections::BTreeMap::new();
            for name in names {
                *seen.entry(name.as_str()).or_insert(0_usize) += 1;
            }
            let twice = seen.into_iter().filter(|(_, times)| *times > 1);
            faults.extend(twice.map(|(option, _)| DomainError::OptionTwice {
                issue: name(),
                option: option.to_owned(),
            }));
        }
        Options::Numbers { from, step, count } => {
            let last = i64::try_from(*count)
                .ok()
                .and_then(|count| step.checked_mul(count))
                .and_then(|span| from.checked_add(span));
            let fits = last.is_some_and(|last| last <= NUMBER_MOST) && *from >= -NUMBER_MOST;
            if !fits || *step <= 0 {
                faults.push(DomainError::Numbers(name()));
            }
        }
    }
    if issue.options.count() == 0 {
        faults.push(DomainError::NoOption(name()));
    }
    faults
}

/// A name that comes twice.
pub(super) fn twice<'a>(names: impl Iterator<Item = &'a str>) -> Option<String> {
    let mut seen = std::collections::BTreeSet::new();
    let mut names = names;
    names.find(|name| !seen.insert(*name)).map(str::to_owned)
}

/// One option of each issue, by number from nought, in the order of the issues.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Package(pub Vec<u32>);
