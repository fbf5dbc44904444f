//! What our own form means: names become numbers, decimals whole points.

use std::collections::BTreeMap;

use super::{
    Precision, ReadError, Said, Weights,
    file::{IssueFile, NamedFile, OptionFile, PackageFile, PartyFile, TermFile, WeightsFile},
};
use crate::{
    decimal::Decimal,
    packages::{
        domain::{Domain, DomainError, Issue, NUMBER_MOST, Options, Package},
        profile::{Bound, Counts, Profile, Run, Term},
    },
};

pub(super) fn domain(issues: &[IssueFile]) -> Result<Domain, DomainError> {
    Domain::new(issues.iter().map(issue).collect::<Result<_, _>>()?)
}

fn issue(file: &IssueFile) -> Result<Issue, DomainError> {
    let numbers = || DomainError::Numbers(file.issue.clone());
    let options = match (file.from, file.to, file.options.is_empty()) {
        (None, None, _) if file.step.is_none() => {
            Options::Named(file.options.iter().map(OptionFile::name).collect())
        }
        (Some(from), Some(to), true) => {
            span(from, to, file.step.unwrap_or(1)).ok_or_else(numbers)?
        }
        _ => return Err(numbers()),
    };
    Ok(Issue {
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
    fn name(&self) -> String {
        match self {
            Self::Number(number) => number.to_string(),
            Self::Name(name) => name.clone(),
        }
    }
}

pub(super) fn package(domain: &Domain, file: &PackageFile) -> Result<Package, String> {
    known(domain, file.keys())?;
    let options = domain.issues().iter().map(|issue| {
        let option = file.get(&issue.name).ok_or_else(|| {
            format!(
                "it says nothing of `{}`. Name one of its options.",
                issue.name
            )
        })?;
        number_of(issue, &option.name())
    });
    Ok(Package(options.collect::<Result<_, _>>()?))
}

fn known<'a>(domain: &Domain, mut names: impl Iterator<Item = &'a String>) -> Result<(), String> {
    match names.find(|name| domain.find(name).is_none()) {
        None => Ok(()),
        Some(name) => Err(format!(
            "there is no issue called `{name}`. Write its name as in `issues`."
        )),
    }
}

fn number_of(issue: &Issue, name: &str) -> Result<u32, String> {
    let number = issue
        .options
        .find(name)
        .and_then(|at| u32::try_from(at).ok());
    number.ok_or_else(|| {
        format!(
            "`{}` has no option `{name}`. Write one of its options.",
            issue.name
        )
    })
}

/// The options that a word means: one, or a range of numbers or names.
fn run(issue: &Issue, name: &str) -> Result<Run, String> {
    if issue.options.find(name).is_none()
        && let Some((first, last)) = name.split_once(" to ")
    {
        let (first, last) = (number_of(issue, first)?, number_of(issue, last)?);
        if first <= last {
            return Ok(Run { first, last });
        }
        return Err(format!(
            "on `{}` the range `{name}` goes backwards. Write the earlier option first.",
            issue.name
        ));
    }
    let one = number_of(issue, name)?;
    Ok(Run {
        first: one,
        last: one,
    })
}

type Meant = (Profile, Said, Vec<(Package, Package)>);

pub(super) fn party(domain: &Domain, file: PartyFile) -> Result<Meant, ReadError> {
    let places = places(&file);
    let wrong = |why: String| ReadError::Preferences {
        party: file.party.clone(),
        why,
    };
    let units = Units { places };
    known(domain, file.points.keys()).map_err(wrong)?;
    let points = (domain.issues().iter())
        .map(|issue| match file.points.get(&issue.name) {
            Some(given) => points(issue, given, units),
            None => Ok(vec![0; issue.options.count()]),
        })
        .collect::<Result<_, _>>()
        .map_err(wrong)?;
    let terms = (file.together.iter())
        .map(|given| term(domain, given, units))
        .collect::<Result<_, _>>()
        .map_err(wrong)?;
    let answers = (file.answers.iter())
        .map(|answer| {
            Ok((
                package(domain, &answer.prefers)?,
                package(domain, &answer.to)?,
            ))
        })
        .collect::<Result<_, _>>()
        .map_err(wrong)?;
    let floor = |given: Option<Decimal>| given.map(|given| units.of(given)).transpose();
    let profile = Profile {
        points,
        terms,
        at_least: floor(file.at_least).map_err(wrong)?,
        without_agreement: floor(file.without_agreement).map_err(wrong)?.unwrap_or(0),
        party: file.party.clone(),
    };
    let said = Said {
        weights: match file.weights {
            WeightsFile::Known => Weights::Known,
            WeightsFile::Asked => Weights::Asked,
        },
        from: file.points_from,
        on: file.points_on,
        places,
        precision: Precision::AsWritten,
    };
    Ok((profile, said, answers))
}

/// As many digits after the point as any number of the party needs.
fn places(file: &PartyFile) -> u8 {
    let points = file.points.values().flat_map(BTreeMap::values);
    let terms = file.together.iter().map(|term| &term.points);
    let floors = file.at_least.iter().chain(&file.without_agreement);
    let all = points.chain(terms).chain(floors);
    all.map(|number| number.places()).max().unwrap_or(0)
}

#[derive(Clone, Copy)]
struct Units {
    places: u8,
}

impl Units {
    fn of(self, number: Decimal) -> Result<i64, String> {
        number.in_units_of(self.places).ok_or_else(|| {
            format!("the number {number} is too large beside others with so many digits. Use fewer digits.")
        })
    }
}

fn points(
    issue: &Issue,
    given: &BTreeMap<String, Decimal>,
    units: Units,
) -> Result<Vec<i64>, String> {
    let count = issue.options.count();
    let mut points: Vec<Option<i64>> = vec![None; count];
    for (name, worth) in given {
        let worth = units.of(*worth)?;
        if let (Options::Numbers { step, .. }, "each") = (&issue.options, name.as_str()) {
            for (at, points) in (0_i64..).zip(&mut points) {
                let steps = at
                    .checked_mul(*step)
                    .and_then(|above| above.checked_mul(worth));
                let steps = steps.ok_or_else(|| {
                    format!(
                        "on `{}` the points come to too many. Use a smaller scale.",
                        issue.name
                    )
                })?;
                *points = Some(points.unwrap_or(0).saturating_add(steps));
            }
            continue;
        }
        let run = run(issue, name)?;
        let meant = points.iter_mut().skip(run.first as usize);
        for points in meant.take((run.last - run.first + 1) as usize) {
            if points.is_some() {
                return Err(format!(
                    "on `{}` the options of `{name}` are given points twice. Give them once.",
                    issue.name
                ));
            }
            *points = Some(worth);
        }
    }
    Ok(points
        .into_iter()
        .map(|points| points.unwrap_or(0))
        .collect())
}

fn term(domain: &Domain, given: &TermFile, units: Units) -> Result<Term, String> {
    let (counts, named) = match (&given.inside, &given.outside) {
        (Some(named), None) => (Counts::Inside, named),
        (None, Some(named)) => (Counts::Outside, named),
        _ => {
            return Err(format!(
                "the {} points given together have neither or both of `if` and `unless`. Give one.",
                given.points
            ));
        }
    };
    known(domain, named.keys())?;
    let bounds = named.iter().filter_map(|(name, options)| {
        let at = domain.find(name)?;
        Some(bound(domain.issues().get(at)?, at, options))
    });
    Ok(Term {
        points: units.of(given.points)?,
        counts,
        bounds: bounds.collect::<Result<_, _>>()?,
    })
}

fn bound(issue: &Issue, at: usize, options: &NamedFile) -> Result<Bound, String> {
    let given = match options {
        NamedFile::One(option) => std::slice::from_ref(option),
        NamedFile::AnyOf(options) => options.as_slice(),
    };
    let runs = given.iter().map(|option| run(issue, &option.name()));
    Ok(Bound {
        issue: at,
        runs: joined(runs.collect::<Result<_, _>>()?),
    })
}

/// Runs in order, those that touch made one.
pub(super) fn joined(mut runs: Vec<Run>) -> Vec<Run> {
    runs.sort_unstable();
    let mut joined: Vec<Run> = Vec::new();
    for run in runs {
        match joined.last_mut() {
            Some(before) if run.first <= before.last.saturating_add(1) => {
                before.last = before.last.max(run.last);
            }
            _ => joined.push(run),
        }
    }
    joined
}
