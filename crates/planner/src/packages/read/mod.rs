//! Problems from files: our own form (YAML), GENIUS XML and `GeniusWeb` JSON. Everything may come in one
//! file, or the issues in one and each side's preferences in a file of its own, so that they can be
//! kept apart. Bytes come in; nothing is opened here.

mod error;
mod file;
mod genius;
mod geniusweb;
mod issues;
mod items;
mod meaning;
mod numbers;
mod place;
mod xml;

#[cfg(test)]
mod tests;

use std::path::Path;

use schemars::JsonSchema;
use serde::de::DeserializeOwned;

use self::{
    error::Gathered,
    issues::Talks,
    place::{File, Origin, Wrong},
};
use super::{
    domain::Package,
    problem::{PARTIES_MOST, Problem, ProblemError},
    profile::{Profile, ProfileError},
};
use crate::document::{
    self, DocumentError,
    faulty::Faulty,
    mend,
    tree::{Node, Place},
    way::Way,
};

pub use error::{Misread, ReadError, ReadFault};
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
    /// The file and, where answers are weighed, the place.
    pub at: At,
    /// The place of each answer.
    pub answers: Vec<Place>,
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
    /// The issues to which the file gives no weight, or a weight of nought, where it has weights: nothing
    /// of them is worth anything to the party.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub weightless: Vec<String>,
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
struct Part {
    title: Option<String>,
    about: Option<String>,
    talks: Option<Talks>,
    remarks: Vec<Remark>,
    draft: Option<(Origin, file::PackageFile)>,
    parties: Vec<(Origin, Party)>,
    /// How many parties it has of which nothing is read for a fault elsewhere.
    hidden_parties: usize,
}

/// What one party prefers, before it is known what is talked about.
enum Party {
    /// As written in our form.
    Ours(Box<file::PartyFile>),
    /// As another form has it, with the issues that have no weight.
    Theirs(Box<Profile>, Precision, Vec<String>),
}

/// Reads a problem from its files, in any order of kinds: at least one says what the issues are, and
/// all together what two parties or more prefer.
///
/// # Errors
/// Says all that is the matter: in which file, and where in it.
pub fn read(sources: &[Source<'_>]) -> Result<Reading, ReadError> {
    let mut gathered = Gathered::of(sources.iter().copied().map(File::of).collect());
    let whole = parts(sources, &mut gathered);
    let number = whole.parties.len() + whole.hidden_parties;
    let are_too_many = number > PARTIES_MOST;
    let Some(talks) = whole.talks.as_ref().filter(|_| !are_too_many) else {
        for (origin, party) in &whole.parties {
            let Party::Ours(file) = party else { continue };
            for wrong in meaning::by_itself(file, &origin.way) {
                of_party(origin, &file.party, &wrong, &mut gathered);
            }
        }
        if are_too_many {
            gathered.problem(Vec::new(), ProblemError::Parties(number));
        }
        if whole.talks.is_none() && gathered.are_issues_sought() {
            gathered.of_all(Misread::NoIssues);
        }
        return Err(gathered.refused());
    };
    let draft = whole.draft.map(|(origin, draft)| {
        let (package, wrongs) = meaning::package(talks, &draft, &origin.way);
        for wrong in wrongs {
            gathered.wrong(origin.file, &wrong, |why| Misread::Draft { why });
        }
        package
    });
    let mut parties = Vec::new();
    for (origin, party) in whole.parties {
        let before = gathered.number();
        // What was told when it was read can be why it does not fit.
        let is_told = matches!(party, Party::Theirs(..)) && gathered.has_faults(origin.file);
        let (profile, said, answers) = match party {
            Party::Ours(file) => {
                let (meant, wrongs) = meaning::party(talks, *file, &origin.way);
                for wrong in wrongs {
                    of_party(&origin, &meant.0.party, &wrong, &mut gathered);
                }
                meant
            }
            Party::Theirs(profile, precision, weightless) => {
                (*profile, theirs(precision, weightless), Vec::new())
            }
        };
        let hides = talks.hides_something() || gathered.is_mended(origin.file);
        let follows = |error: &ProfileError| hides && matches!(error, ProfileError::Term { .. });
        if !is_told
            && before == gathered.number()
            && let Err(error) = profile.check(&talks.domain)
            && !follows(&error)
        {
            let at = origin.at(&gathered.files);
            gathered.problem(vec![at], error.into());
        }
        parties.push((origin, profile, said, answers));
    }
    fit(&parties, whole.hidden_parties, &mut gathered);
    if gathered.number() > 0 {
        return Err(gathered.refused());
    }
    let (mut said, mut stands, mut answers) = (Vec::new(), Vec::new(), Vec::new());
    let mut profiles = Vec::new();
    for (origin, profile, of, answered) in parties {
        stands.push(origin.stands(&gathered.files, answered.len()));
        profiles.push(profile);
        said.push(of);
        answers.push(answered);
    }
    let problem = match Problem::new(talks.domain.clone(), profiles, draft) {
        Ok(problem) => problem,
        Err(error) => {
            gathered.problem(Vec::new(), error);
            return Err(gathered.refused());
        }
    };
    Ok(Reading {
        title: whole.title.unwrap_or_else(|| {
            let first = sources.first();
            first.map_or_else(String::new, Source::name)
        }),
        about: whole.about,
        problem,
        remarks: whole.remarks,
        said,
        stands,
        answers,
    })
}

/// What all files hold together.
fn parts(sources: &[Source<'_>], gathered: &mut Gathered<'_>) -> Part {
    let mut whole = Part::default();
    let mut sorted: Vec<(usize, &Source<'_>)> = sources.iter().enumerate().collect();
    // A domain by itself comes before preferences that need one.
    sorted.sort_by_key(|(_, source)| !says_issues(source));
    for (file, source) in sorted {
        let part = part(file, source, &whole, gathered);
        whole.title = whole.title.or(part.title);
        whole.about = whole.about.or(part.about);
        if whole.talks.is_none() {
            (whole.talks, whole.remarks) = (part.talks, part.remarks);
        }
        whole.draft = whole.draft.or(part.draft);
        whole.parties.extend(part.parties);
        whole.hidden_parties += part.hidden_parties;
    }
    whole
}

fn of_party(origin: &Origin, party: &str, wrong: &Wrong, gathered: &mut Gathered<'_>) {
    gathered.wrong(origin.file, wrong, |why| Misread::Preferences {
        party: party.to_owned(),
        why,
    });
}

type Read = (Origin, Profile, Said, Vec<(Package, Package)>);

/// That the parties are neither too few nor too many, and each has a name of its own.
fn fit(parties: &[Read], hidden: usize, gathered: &mut Gathered<'_>) {
    let mut named: std::collections::BTreeMap<&str, Vec<&Origin>> =
        std::collections::BTreeMap::new();
    for (origin, profile, ..) in parties {
        let stands_in = profile.party.contains(mend::STAND_IN);
        if !stands_in {
            named.entry(&profile.party).or_default().push(origin);
        }
    }
    for (name, origins) in named.into_iter().filter(|(_, origins)| origins.len() > 1) {
        let at = origins.iter().map(|origin| origin.name(&gathered.files));
        let at = at.collect();
        gathered.problem(at, ProblemError::Twice(name.to_owned()));
    }
    let number = parties.len() + hidden;
    if gathered.are_parties_sought() && !(2..=PARTIES_MOST).contains(&number) {
        gathered.problem(Vec::new(), ProblemError::Parties(number));
    }
}

const fn theirs(precision: Precision, weightless: Vec<String>) -> Said {
    Said {
        from: None,
        on: None,
        weights: Weights::Known,
        places: 0,
        precision,
        weightless,
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

fn part(file: usize, source: &Source<'_>, whole: &Part, gathered: &mut Gathered<'_>) -> Part {
    let text = match document::text(source.bytes) {
        Ok(text) => text,
        Err(error) => {
            gathered.unread(file, error);
            return Part::default();
        }
    };
    let talks = whole.talks.as_ref();
    if text.trim_start().starts_with('<') {
        let known = talks.map(|talks| (talks, whole.remarks.as_slice()));
        return genius::part(file, source, text, known, gathered);
    }
    if text.trim_start().starts_with('{') && geniusweb::is_one(text) {
        return geniusweb::part(file, source, text, talks, gathered);
    }
    if text.contains("good-offices-preferences") {
        let read: Option<PreferencesFile> = ours(file, source, text, gathered);
        let Some(read) = read else {
            return Part::default();
        };
        if let Some(wrong) = read.version() {
            gathered.other(file, &wrong);
        }
        let origin = Origin::of(file, Way::to("preferences"));
        return Part {
            parties: vec![(origin, Party::Ours(Box::new(read.preferences)))],
            ..Part::default()
        };
    }
    let read: Option<PackagesFile> = ours(file, source, text, gathered);
    let Some(read) = read else {
        gathered.issues_are_hidden();
        return Part::default();
    };
    if let Some(wrong) = read.version() {
        gathered.other(file, &wrong);
    }
    if hides_parties(file, gathered) {
        gathered.parties_are_hidden();
    }
    let talks = issues::issues(file, &read.issues, gathered);
    if talks.is_none() {
        gathered.issues_are_hidden();
    }
    let parties = read.parties.into_iter().enumerate().map(|(at, party)| {
        let origin = Origin::of(file, Way::to("parties").item(at));
        (origin, Party::Ours(Box::new(party)))
    });
    let draft = |draft| (Origin::of(file, Way::to("draft")), draft);
    Part {
        talks,
        title: Some(read.title),
        about: read.about,
        draft: read.draft.map(draft),
        parties: parties.collect(),
        ..Part::default()
    }
}

/// Whether parties may stand in a file where they cannot be found: in what is no list, or under a key that is
/// none.
fn hides_parties(file: usize, gathered: &Gathered<'_>) -> bool {
    let mended = gathered.files.get(file).and_then(File::mended);
    let Some((root, faulty)) = mended else {
        return false;
    };
    let is_no_list = |parties: &Node| parties.items().is_empty();
    let schema = schemars::schema_for!(PackagesFile);
    let known = schema.get("properties");
    let known = |key: &str| known.is_some_and(|known| known.get(key).is_some());
    root.get("parties").is_some_and(is_no_list) || faulty.has_strange_key(root, known)
}

/// A document of ours, or what can be read of it where its form has faults, which are told.
fn ours<T: DeserializeOwned + JsonSchema>(
    file: usize,
    source: &Source<'_>,
    text: &str,
    gathered: &mut Gathered<'_>,
) -> Option<T> {
    let form = match document::read(source.bytes) {
        Ok(read) => return Some(read),
        Err(DocumentError::Faults(form)) => form,
        Err(error) => {
            gathered.unread(file, error);
            return None;
        }
    };
    let mended = mend::mended::<T>(text, form.len());
    let faulty = Faulty::of(&form);
    gathered.form(file, form);
    let Some((read, root)) = mended else {
        gathered.not_read();
        return None;
    };
    if let Some(file) = gathered.files.get_mut(file) {
        file.mend(root, faulty);
    }
    Some(read)
}
