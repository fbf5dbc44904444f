//! What is talked about, as far as it can be made out: issues that make no sense are left out, and what is
//! said of these is not held against them.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    error::Gathered,
    file::{IssueFile, OptionFile},
    meaning::COMPARED_MOST,
    place::Wrong,
};
use crate::{
    document::{mend::STAND_IN, placed::PLACES_MOST, tree::Node, way::Way},
    packages::domain::{
        Domain, DomainError, ISSUES_MOST, Issue, NUMBER_MOST, OPTIONS_MOST, OPTIONS_OF_ALL_MOST,
        Options, faults,
    },
};

/// What is talked about.
pub(super) struct Talks {
    /// The issues that are sound.
    pub domain: Domain,
    /// Whether there can be others than those that are known.
    issues: Issues,
    /// Issues of which it is not known what their options are.
    hidden: BTreeSet<String>,
    /// The options by their names, of issues that have many.
    options: BTreeMap<String, BTreeMap<String, usize>>,
}

/// How many of the issues are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Issues {
    /// All.
    All,
    /// Not those that a fault hides.
    Some,
}

/// What a name is that is given to an issue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Named {
    /// An issue, by its number.
    Issue(usize),
    /// One of which more is not known.
    Hidden,
    /// None.
    Nothing,
}

impl Talks {
    /// The same, with issues of which it is not known what their options are.
    pub(super) fn hiding(mut self, names: impl IntoIterator<Item = String>) -> Self {
        self.hidden.extend(names);
        self
    }

    /// Whether something of the issues is not known.
    pub(super) fn hides_something(&self) -> bool {
        self.issues == Issues::Some || !self.hidden.is_empty()
    }

    /// What is called so.
    pub(super) fn find(&self, name: &str) -> Named {
        let hidden = self.hidden.contains(name) || name.contains(STAND_IN);
        match (self.domain.find(name), self.issues) {
            (Some(at), _) => Named::Issue(at),
            (None, Issues::Some) => Named::Hidden,
            (None, Issues::All) if hidden => Named::Hidden,
            (None, Issues::All) => Named::Nothing,
        }
    }

    /// Which option of an issue is called so.
    pub(super) fn option(&self, issue: &Issue, name: &str) -> Option<usize> {
        match self.options.get(&issue.name) {
            Some(options) => options.get(name).copied(),
            None => issue.options.find(name),
        }
    }

    /// Whether all of an issue is known.
    pub(super) fn is_known(&self, issue: &Issue) -> bool {
        !self.hidden.contains(&issue.name)
    }
}

/// The issues that are sound of these, and what is the matter with the others.
pub(super) fn sound(issues: Vec<Issue>, mut wrong: impl FnMut(DomainError)) -> Option<Talks> {
    if issues.is_empty() {
        wrong(DomainError::NoIssue);
        return None;
    }
    if issues.len() > ISSUES_MOST {
        wrong(DomainError::TooManyIssues(issues.len()));
        return None;
    }
    let (mut seen, mut hidden) = (BTreeSet::new(), BTreeSet::new());
    let (mut kept, mut of_all) = (Vec::new(), 0);
    let mut known = Issues::All;
    for mut issue in issues {
        let name = issue.name.clone();
        if !seen.insert(name.clone()) {
            // Another is meant by one of the two, and which is not known.
            known = Issues::Some;
            if hidden.insert(name.clone()) {
                wrong(DomainError::IssueTwice(name));
            }
            continue;
        }
        let count = issue.options.count();
        of_all += count;
        if count > OPTIONS_MOST || of_all > OPTIONS_OF_ALL_MOST {
            of_all -= count;
            hidden.insert(name.clone());
            wrong(DomainError::TooManyOptions { issue: name });
            continue;
        }
        let faults = faults(&issue);
        let twice = |fault: &DomainError| matches!(fault, DomainError::OptionTwice { .. });
        let is_sound = faults.iter().all(twice);
        // Of two of one name, one may be meant for another that is named elsewhere.
        if !faults.is_empty() {
            hidden.insert(name);
        }
        faults.into_iter().for_each(&mut wrong);
        if !is_sound {
            continue;
        }
        once(&mut issue.options);
        kept.push(issue);
    }
    let domain = Domain::new(kept).ok()?;
    let options = domain.issues().iter().filter_map(|issue| {
        let Options::Named(names) = &issue.options else {
            return None;
        };
        let many = (names.len() > COMPARED_MOST).then(|| names.iter().cloned().zip(0..))?;
        Some((issue.name.clone(), many.collect()))
    });
    let options = options.collect();
    Some(Talks {
        options,
        domain,
        issues: known,
        hidden,
    })
}

/// Each option once.
fn once(options: &mut Options) {
    if let Options::Named(names) = options {
        let mut seen = BTreeSet::new();
        names.retain(|name| seen.insert(name.clone()));
    }
}

/// The issues of a file of ours.
pub(super) fn issues(
    file: usize,
    issues: &[IssueFile],
    gathered: &mut Gathered<'_>,
) -> Option<Talks> {
    let mut places = Places::of(issues);
    if issues.len() > ISSUES_MOST {
        let error = DomainError::TooManyIssues(issues.len());
        places.tell(file, &error, gathered);
        return None;
    }
    let (hidden, known) = hidden(file, gathered);
    let mut read = Vec::new();
    let mut of_hidden = BTreeSet::new();
    for (at, one) in issues.iter().enumerate() {
        if hidden.contains(&at) {
            of_hidden.insert(one.issue.clone());
            continue;
        }
        if let Some(issue) = issue(one) {
            read.push(issue);
        } else {
            of_hidden.insert(one.issue.clone());
            let error = DomainError::Numbers(one.issue.clone());
            places.tell(file, &error, gathered);
        }
    }
    if read.is_empty() && !of_hidden.is_empty() {
        return None;
    }
    let mut talks = sound(read, |error| places.tell(file, &error, gathered))?;
    talks.hidden.extend(of_hidden);
    if known == Issues::Some {
        talks.issues = known;
    }
    Some(talks)
}

/// The issues of which a fault of the form hides something, by their numbers; and whether it hides some
/// altogether.
fn hidden(file: usize, gathered: &Gathered<'_>) -> (BTreeSet<usize>, Issues) {
    let mended = gathered.files.get(file).and_then(|file| file.mended());
    let Some((root, faulty)) = mended else {
        return (BTreeSet::new(), Issues::All);
    };
    let items = root.get("issues").map(Node::items);
    let items = items.unwrap_or_default();
    let named = items
        .iter()
        .all(|item| item.get("issue").is_some_and(|name| name.text().is_some()));
    let hidden = items.iter().enumerate();
    let hidden = hidden
        .filter(|(_, item)| faulty.is_in(item))
        .map(|(at, _)| at);
    let known = if named && !items.is_empty() {
        Issues::All
    } else {
        Issues::Some
    };
    (hidden.collect(), known)
}

/// Where issues and their options stand in a file of ours.
struct Places<'a> {
    issues: &'a [IssueFile],
    /// Of an issue with options that have one name, the places of each name in its list.
    options: BTreeMap<usize, BTreeMap<String, Vec<usize>>>,
}

impl<'a> Places<'a> {
    const fn of(issues: &'a [IssueFile]) -> Self {
        Self {
            issues,
            options: BTreeMap::new(),
        }
    }

    fn tell(&mut self, file: usize, error: &DomainError, gathered: &mut Gathered<'_>) {
        if gathered.is_full() {
            return;
        }
        let ways = self.ways(error).into_iter();
        let wrong = ways.fold(Wrong::new(""), Wrong::at);
        let wrong = match error {
            DomainError::NoIssue => wrong.of_what_is_left_out(),
            DomainError::TooManyIssues(_)
            | DomainError::IssueTwice(_)
            | DomainError::NoOption(_)
            | DomainError::Numbers(_)
            | DomainError::TooManyOptions { .. }
            | DomainError::OptionTwice { .. } => wrong,
        };
        gathered.domain(file, error, &wrong);
    }

    /// The ways to what is the matter with issues.
    fn ways(&mut self, error: &DomainError) -> Vec<Way> {
        let list = || Way::to("issues");
        match error {
            DomainError::NoIssue | DomainError::TooManyIssues(_) => vec![list()],
            DomainError::IssueTwice(name)
            | DomainError::NoOption(name)
            | DomainError::Numbers(name)
            | DomainError::TooManyOptions { issue: name } => {
                let found = self.called(name).into_iter();
                found.map(|at| list().item(at)).collect()
            }
            DomainError::OptionTwice { issue, option } => {
                let mut ways = Vec::new();
                for at in self.called(issue) {
                    let options = || list().item(at).key("options");
                    let places = self.of_option(at, option).iter();
                    ways.extend(places.map(|place| options().item(*place)));
                }
                ways
            }
        }
    }

    fn called(&self, name: &str) -> Vec<usize> {
        let issues = self.issues.iter().enumerate();
        let called = issues.filter(|(_, issue)| issue.issue == name);
        called.map(|(at, _)| at).collect()
    }

    /// The places of an option in the list of an issue: all lists are gone through once.
    fn of_option(&mut self, issue: usize, option: &str) -> &[usize] {
        let issues = self.issues;
        let of_names = self.options.entry(issue).or_insert_with(|| {
            let mut places: BTreeMap<String, Vec<usize>> = BTreeMap::new();
            let options = issues.get(issue).into_iter().flat_map(|of| &of.options);
            for (place, option) in options.enumerate() {
                let places = places.entry(option.name()).or_default();
                // A fault has no more of them.
                if places.len() < PLACES_MOST {
                    places.push(place);
                }
            }
            places
        });
        of_names.get(option).map_or(&[], Vec::as_slice)
    }
}

fn issue(file: &IssueFile) -> Option<Issue> {
    let options = match (file.from, file.to, file.options.is_empty()) {
        (None, None, _) if file.step.is_none() => {
            Options::Named(file.options.iter().map(OptionFile::name).collect())
        }
        (Some(from), Some(to), true) => span(from, to, file.step.unwrap_or(1))?,
        _ => return None,
    };
    Some(Issue {
        name: file.issue.clone(),
        options,
    })
}

/// Whole numbers from one to another.
pub(super) fn span(from: i64, to: i64, step: i64) -> Option<Options> {
    let fits = |number: i64| (-NUMBER_MOST..=NUMBER_MOST).contains(&number);
    let sound = fits(from) && fits(to) && from <= to && step > 0;
    let count = sound.then(|| usize::try_from((to - from) / step + 1).ok())??;
    Some(Options::Numbers { from, step, count })
}

impl OptionFile {
    pub(super) fn name(&self) -> String {
        match self {
            Self::Number(number) => number.to_string(),
            Self::Name(name) => name.clone(),
        }
    }
}
