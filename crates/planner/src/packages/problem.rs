//! The whole question: what is talked about, what each party thinks of it, and the draft that is on
//! the table, if there is one.

use thiserror::Error;

use crate::document::fault::plain;

use super::{
    domain::{Domain, Package, twice},
    profile::{Profile, ProfileError},
};

/// The most parties.
pub const PARTIES_MOST: usize = 12;

/// A domain with what each party thinks of its packages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    domain: Domain,
    profiles: Vec<Profile>,
    draft: Option<Package>,
}

/// Why there is nothing to work on.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ProblemError {
    /// Too few or too many.
    #[error("reading the parties: there are {0}, and between 2 and {PARTIES_MOST} are needed.")]
    Parties(usize),
    /// Two with one name.
    #[error("reading the parties: two are called `{}`. Give each a name of its own.", plain(.0))]
    Twice(String),
    /// The draft is no package.
    #[error(
        "reading the draft: it does not take one option of each issue. Complete it, or leave it out."
    )]
    Draft,
    /// A profile does not fit.
    #[error(transparent)]
    Profile(#[from] ProfileError),
}

impl Problem {
    /// Brings the parts together.
    ///
    /// # Errors
    /// Says what does not fit.
    pub fn new(
        domain: Domain,
        profiles: Vec<Profile>,
        draft: Option<Package>,
    ) -> Result<Self, ProblemError> {
        if !(2..=PARTIES_MOST).contains(&profiles.len()) {
            return Err(ProblemError::Parties(profiles.len()));
        }
        if let Some(name) = twice(profiles.iter().map(|profile| profile.party.as_str())) {
            return Err(ProblemError::Twice(name));
        }
        for profile in &profiles {
            profile.check(&domain)?;
        }
        if draft.as_ref().is_some_and(|draft| !domain.holds(draft)) {
            return Err(ProblemError::Draft);
        }
        Ok(Self {
            domain,
            profiles,
            draft,
        })
    }

    /// What is talked about.
    pub const fn domain(&self) -> &Domain {
        &self.domain
    }

    /// What each party thinks of it.
    pub fn profiles(&self) -> &[Profile] {
        &self.profiles
    }

    /// What is on the table.
    pub const fn draft(&self) -> Option<&Package> {
        self.draft.as_ref()
    }

    /// What a package is worth to each party, each in its own points.
    pub fn worth(&self, package: &Package) -> Vec<i64> {
        (self.profiles.iter().map(|p| p.worth(package))).collect()
    }

    /// Whether points depend on single issues alone.
    pub fn is_additive(&self) -> bool {
        self.profiles.iter().all(|profile| profile.terms.is_empty())
    }

    /// The same with other profiles of the same parties, which are checked again.
    ///
    /// # Errors
    /// Says what does not fit.
    pub fn with_profiles(&self, profiles: Vec<Profile>) -> Result<Self, ProblemError> {
        Self::new(self.domain.clone(), profiles, self.draft.clone())
    }
}
