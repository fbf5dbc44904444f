//! Problems from files: our own form (YAML), GENIUS XML and `GeniusWeb` JSON. Everything may come in one
//! file, or the issues in one and each side's preferences in a file of its own, so that they can be
//! kept apart. Bytes come in; nothing is opened here.

mod error;
mod file;
mod genius;
mod geniusweb;
mod items;
mod meaning;
mod numbers;
mod place;
mod xml;

#[cfg(test)]
mod tests;

use std::path::Path;

use self::place::{Origin, Step, Wrong};
use super::{
    domain::{Domain, Package},
    problem::{Problem, ProblemError},
    profile::Profile,
};
use crate::document;

pub use error::ReadError;
pub use file::{PackagesFile, PreferencesFile, schema};
pub use place::At;

/// A file: what it is called, for messages and as the name of a party that has none, and its bytes.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    /// The file as whoever gave it named it, with its folder and ending.
    pub file: &'a str,
    /// What it says.
    pub bytes: &'a [u8],
}

impl Source<'_> {
    /// Its name without its folder and ending.
    fn name(&self) -> String {
        let stem = Path::new(self.file).file_stem();
        stem.map_or_else(String::new, |stem| stem.to_string_lossy().into_owned())
    }
}

/// Something about the options of an issue that whoever reads packages must know.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Remark {
    /// Several options of one issue have one name, and are told apart by their numbers.
    OneName {
        /// Of which issue.
        issue: String,
        /// The name.
        option: String,
        /// What each is shown as.
        shown: Vec<String>,
    },
    /// An option stands twice, with the same name and number, and is read as one.
    WrittenTwice {
        /// Of which issue.
        issue: String,
        /// Its name.
        option: String,
    },
}

/// Where it stands what a party prefers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stands {
    /// The file and, where answers are weighed, the line.
    pub at: At,
    /// The line of each answer.
    pub answers: Vec<usize>,
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
    /// What must be known of its options.
    pub remarks: Vec<Remark>,
    /// Of each party.
    pub said: Vec<Said>,
    /// Where each party's preferences stand.
    pub stands: Vec<Stands>,
    /// Of each party, which package it said it prefers to which.
    pub answers: Vec<Vec<(Package, Package)>>,
}

/// What one file holds.
#[derive(Default)]
struct Part<'a> {
    title: Option<String>,
    about: Option<String>,
    domain: Option<Domain>,
    remarks: Vec<Remark>,
    draft: Option<(Origin<'a>, file::PackageFile)>,
    parties: Vec<(Origin<'a>, Party)>,
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
/// Says in which file, and where in it, what is the matter.
pub fn read(sources: &[Source<'_>]) -> Result<Reading, ReadError> {
    let mut whole = Part::default();
    let mut sorted: Vec<&Source<'_>> = sources.iter().collect();
    // A domain by itself comes before preferences that need one.
    sorted.sort_by_key(|source| !says_issues(source));
    for source in sorted {
        let part = part(source, whole.domain.as_ref(), &whole.remarks)?;
        whole.title = whole.title.or(part.title);
        whole.about = whole.about.or(part.about);
        if whole.domain.is_none() {
            (whole.domain, whole.remarks) = (part.domain, part.remarks);
        }
        whole.draft = whole.draft.or(part.draft);
        whole.parties.extend(part.parties);
    }
    let domain = (whole.domain).ok_or_else(|| ReadError::no_issues(sources))?;
    let draft = whole.draft.map(|(origin, draft)| {
        meaning::package(&domain, &draft).map_err(|wrong| ReadError::Draft {
            why: wrong.why.clone(),
            at: origin.at(wrong),
        })
    });
    let draft = draft.transpose()?;
    let mut profiles = Vec::new();
    let mut said = Vec::new();
    let mut answers = Vec::new();
    let mut origins = Vec::new();
    for (origin, party) in whole.parties {
        let (profile, of, answered) = match party {
            Party::Ours(file) => {
                let party = file.party.clone();
                meaning::party(&domain, *file).map_err(|wrong| ReadError::Preferences {
                    party,
                    why: wrong.why.clone(),
                    at: origin.at(wrong),
                })?
            }
            Party::Theirs(profile, precision) => (*profile, theirs(precision), Vec::new()),
        };
        profiles.push(profile);
        said.push(of);
        answers.push(answered);
        origins.push(origin);
    }
    let names: Vec<String> = profiles.iter().map(|p| p.party.clone()).collect();
    let problem = Problem::new(domain, profiles, draft).map_err(|error| ReadError::Problem {
        at: where_of(&error, &names, &origins, sources),
        error,
    })?;
    let stands = (origins.iter().zip(&answers)).map(|(origin, of)| origin.stands(of.len()));
    Ok(Reading {
        title: whole.title.unwrap_or_else(|| {
            let first = sources.first();
            first.map_or_else(String::new, Source::name)
        }),
        about: whole.about,
        problem,
        remarks: whole.remarks,
        said,
        stands: stands.collect(),
        answers,
    })
}

/// Where that stands which makes parts not fit: in which parties' preferences, or in all files.
fn where_of(
    error: &ProblemError,
    names: &[String],
    origins: &[Origin<'_>],
    sources: &[Source<'_>],
) -> String {
    let of = |party: &str| -> Vec<String> {
        let parties = names.iter().zip(origins);
        let called = parties.filter(|(name, _)| *name == party);
        called
            .map(|(_, origin)| origin.at(Wrong::new("")).to_string())
            .collect()
    };
    let places = match error {
        ProblemError::Twice(party) => of(party).join(" and "),
        ProblemError::Profile(error) => of(error.party()).join(" and "),
        ProblemError::Parties(_) | ProblemError::Draft => String::new(),
    };
    if places.is_empty() {
        let files: Vec<&str> = sources.iter().map(|source| source.file).collect();
        return files.join(", ");
    }
    places
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

fn part<'a>(
    source: &Source<'a>,
    domain: Option<&Domain>,
    remarks: &[Remark],
) -> Result<Part<'a>, ReadError> {
    let in_file = |error| ReadError::Document {
        file: source.file.to_owned(),
        error,
    };
    let text = document::text(source.bytes).map_err(in_file)?;
    if text.trim_start().starts_with('<') {
        let known = domain.map(|domain| (domain, remarks));
        return genius::part(source, text, known);
    }
    if text.trim_start().starts_with('{') && geniusweb::is_one(text) {
        return geniusweb::part(source, text, domain);
    }
    let wrong = |wrong: Wrong| ReadError::form(source, text, &wrong);
    if text.contains("good-offices-preferences") {
        let file: PreferencesFile = document::read(source.bytes).map_err(in_file)?;
        file.version().map_err(wrong)?;
        let origin = Origin::of(source, vec![Step::key("preferences")]);
        return Ok(Part {
            parties: vec![(origin, Party::Ours(Box::new(file.preferences)))],
            ..Part::default()
        });
    }
    let file: PackagesFile = document::read(source.bytes).map_err(in_file)?;
    file.version().map_err(wrong)?;
    let domain = meaning::domain(&file.issues).map_err(|error| {
        let ways = meaning::ways(&error, &file.issues).into_iter();
        let ways = ways.map(|way| [Step::key("issues")].into_iter().chain(way).collect());
        ReadError::Domain {
            at: place::at(source.file, text, &ways.collect::<Vec<_>>()),
            error,
        }
    })?;
    let parties = file.parties.into_iter().enumerate().map(|(at, party)| {
        let origin = Origin::of(source, vec![Step::key("parties"), Step::Item(at)]);
        (origin, Party::Ours(Box::new(party)))
    });
    let draft = |draft| (Origin::of(source, vec![Step::key("draft")]), draft);
    Ok(Part {
        domain: Some(domain),
        title: Some(file.title),
        about: file.about,
        draft: file.draft.map(draft),
        parties: parties.collect(),
        ..Part::default()
    })
}
