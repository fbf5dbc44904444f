//! Problems from files: our own form (YAML), GENIUS XML and `GeniusWeb` JSON. Everything may come in one
//! file, or the issues in one and each side's preferences in a file of its own, so that they can be
//! kept apart. Bytes come in; nothing is opened here.

mod file;
mod genius;
mod geniusweb;
mod meaning;
mod numbers;
mod xml;

#[cfg(test)]
mod tests;

use thiserror::Error;

use super::{
    domain::{Domain, DomainError, Package},
    problem::{Problem, ProblemError},
    profile::Profile,
};
use crate::document::{self, DocumentError};

pub use file::{PackagesFile, PreferencesFile, schema};

/// A file: what it is called, for messages and as the name of a party that has none, and its bytes.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    /// Its name without its folder and ending.
    pub name: &'a str,
    /// What it says.
    pub bytes: &'a [u8],
}

/// Whether the points reckoned with are those that were written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Precision {
    /// To the last digit.
    AsWritten,
    /// The file has fractions of one: they are reckoned as so many points in all, each option or term
    /// to the nearest point.
    Rounded(i64),
}

/// What a party's points say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Weights {
    /// What packages are worth.
    Known,
    /// How good options are within each issue: how much issues count is asked.
    Asked,
}

/// Where a party's preferences come from, and how its points are written.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Said {
    /// Who said them.
    pub from: Option<String>,
    /// On which day.
    pub on: Option<String>,
    /// What its points say.
    pub weights: Weights,
    /// How many digits of its points stand after the point: 15 with one digit is 1.5.
    pub places: u8,
    /// Whether they are as written.
    pub precision: Precision,
}

/// A problem with what else its files say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// What it is called.
    pub title: String,
    /// What it is about.
    pub about: Option<String>,
    /// The problem.
    pub problem: Problem,
    /// Of each party.
    pub said: Vec<Said>,
    /// Of each party, which package it said it prefers to which.
    pub answers: Vec<Vec<(Package, Package)>>,
}

/// Why files cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ReadError {
    /// A document is at fault.
    #[error("{file}: {error}")]
    Document {
        /// Which file.
        file: String,
        /// What is the matter.
        error: DocumentError,
    },
    /// An XML or JSON file is at fault.
    #[error("reading {file}: {why}")]
    Form {
        /// Which file.
        file: String,
        /// What is the matter and what to do.
        why: String,
    },
    /// What a party prefers names what is not there.
    #[error("reading what {party} prefers: {why}")]
    Preferences {
        /// Whose.
        party: String,
        /// What is the matter and what to do.
        why: String,
    },
    /// The draft names what is not there.
    #[error("reading the draft: {0}")]
    Draft(String),
    /// No file says what is talked about.
    #[error(
        "reading the files: none says what the issues and their options are. Name the file that does first."
    )]
    NoIssues,
    /// The issues are no domain.
    #[error(transparent)]
    Domain(#[from] DomainError),
    /// The parts do not fit together.
    #[error(transparent)]
    Problem(#[from] ProblemError),
}

/// What one file holds.
#[derive(Default)]
struct Part {
    title: Option<String>,
    about: Option<String>,
    domain: Option<Domain>,
    draft: Option<file::PackageFile>,
    parties: Vec<Party>,
}

/// What one party prefers, before it is known what is talked about.
enum Party {
    /// As written in our form.
    Ours(Box<file::PartyFile>),
    /// As another form has it.
    Theirs(Box<Profile>, Precision),
}

/// Reads a problem from its files, in any order of kinds: at least one says what the issues are, and
/// all together what two parties or more prefer.
///
/// # Errors
/// Says in which file what is the matter.
pub fn read(sources: &[Source<'_>]) -> Result<Reading, ReadError> {
    let mut whole = Part::default();
    let mut sorted: Vec<&Source<'_>> = sources.iter().collect();
    // A domain by itself comes before preferences that need one.
    sorted.sort_by_key(|source| !says_issues(source));
    for source in sorted {
        let part = part(source, whole.domain.as_ref())?;
        whole.title = whole.title.or(part.title);
        whole.about = whole.about.or(part.about);
        whole.domain = whole.domain.or(part.domain);
        whole.draft = whole.draft.or(part.draft);
        whole.parties.extend(part.parties);
    }
    let domain = whole.domain.ok_or(ReadError::NoIssues)?;
    let draft = whole.draft.map(|draft| meaning::package(&domain, &draft));
    let draft = draft.transpose().map_err(ReadError::Draft)?;
    let mut profiles = Vec::new();
    let mut said = Vec::new();
    let mut answers = Vec::new();
    for party in whole.parties {
        let (profile, of, answered) = match party {
            Party::Ours(file) => meaning::party(&domain, *file)?,
            Party::Theirs(profile, precision) => (*profile, theirs(precision), Vec::new()),
        };
        profiles.push(profile);
        said.push(of);
        answers.push(answered);
    }
    Ok(Reading {
        title: whole.title.unwrap_or_else(|| {
            let first = sources.first();
            first.map_or_else(String::new, |source| source.name.to_owned())
        }),
        about: whole.about,
        problem: Problem::new(domain, profiles, draft)?,
        said,
        answers,
    })
}

const fn theirs(precision: Precision) -> Said {
    Said {
        from: None,
        on: None,
        weights: Weights::Known,
        places: 0,
        precision,
    }
}

/// Whether a file of ours, or of GENIUS, is the one with the issues: told by words that only it has.
fn says_issues(source: &Source<'_>) -> bool {
    let Ok(text) = document::text(source.bytes) else {
        return false;
    };
    text.contains("good-offices-packages")
        || text.contains("negotiation_template")
        || text.contains("issuesValues")
}

fn part(source: &Source<'_>, domain: Option<&Domain>) -> Result<Part, ReadError> {
    let in_file = |error| ReadError::Document {
        file: source.name.to_owned(),
        error,
    };
    let text = document::text(source.bytes).map_err(in_file)?;
    if text.trim_start().starts_with('<') {
        return genius::part(source.name, text, domain);
    }
    if text.trim_start().starts_with('{') && geniusweb::is_one(text) {
        return geniusweb::part(source.name, text, domain);
    }
    if text.contains("good-offices-preferences") {
        let file: PreferencesFile = document::read(source.bytes).map_err(in_file)?;
        file.version().map_err(|why| form(source.name, why))?;
        return Ok(Part {
            parties: vec![Party::Ours(Box::new(file.preferences))],
            ..Part::default()
        });
    }
    let file: PackagesFile = document::read(source.bytes).map_err(in_file)?;
    file.version().map_err(|why| form(source.name, why))?;
    Ok(Part {
        domain: Some(meaning::domain(&file.issues)?),
        title: Some(file.title),
        about: file.about,
        draft: file.draft,
        parties: (file.parties.into_iter())
            .map(|party| Party::Ours(Box::new(party)))
            .collect(),
    })
}

fn form(file: &str, why: impl Into<String>) -> ReadError {
    ReadError::Form {
        file: file.to_owned(),
        why: why.into(),
    }
}
