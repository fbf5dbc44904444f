//! What our own form means: names become numbers, decimals whole points.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{
    Precision, Said, Weights,
    file::{IssueFile, NamedFile, OptionFile, PackageFile, PartyFile, TermFile, WeightsFile},
    place::{Step, Wrong},
};
use crate::{
    decimal::Decimal,
    document::{near::nearest, when::day_meant},
    packages::{
        domain::{Domain, DomainError, Issue, NUMBER_MOST, Options, Package},
        profile::{Bound, Counts, Profile, Run, Term},
    },
};

pub(super) fn domain(issues: &[IssueFile]) -> Result<Domain, DomainError> {
    Domain::new(issues.iter().map(issue).collect::<Result<_, _>>()?)
}

/// The ways to what is the matter with issues, within the list of them.
pub(super) fn ways(error: &DomainError, issues: &[IssueFile]) -> Vec<Vec<Step>> {
    let called = |name: &str| -> Vec<(usize, &IssueFile)> {
        let issues = issues.iter().enumerate();
        issues.filter(|(_, file)| file.issue == name).collect()
    };
    let whole = |name: &str| {
        let found = called(name).into_iter();
        found.map(|(at, _)| vec![Step::Item(at)]).collect()
    };
    match error {
        DomainError::NoIssue | DomainError::TooManyIssues(_) => vec![Vec::new()],
        DomainError::IssueTwice(name)
        | DomainError::NoOption(name)
        | DomainError::Numbers(name)
        | DomainError::TooManyOptions { issue: name } => whole(name),
        DomainError::OptionTwice { issue, option } => {
            let twice = called(issue).into_iter().flat_map(|(at, file)| {
                let options = file.options.iter().enumerate();
                let named = options.filter(|(_, there)| there.name() == *option);
                named.map(move |(place, _)| {
                    vec![Step::Item(at), Step::key("options"), Step::Item(place)]
                })
            });
            twice.collect()
        }
    }
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

pub(super) fn package(domain: &Domain, file: &PackageFile) -> Result<Package, Wrong> {
    known(domain, file.keys())?;
    let options = domain.issues().iter().map(|issue| {
        let option = file.get(&issue.name).ok_or_else(|| {
            Wrong::new(format!(
                "it says nothing of `{}`. Name one of its options.",
                issue.name
            ))
        })?;
        number_of(issue, &option.name()).map_err(|wrong| wrong.within(Step::key(&issue.name)))
    });
    Ok(Package(options.collect::<Result<_, _>>()?))
}

fn known<'a>(domain: &Domain, mut names: impl Iterator<Item = &'a String>) -> Result<(), Wrong> {
    let Some(name) = names.find(|name| domain.find(name).is_none()) else {
        return Ok(());
    };
    let known = domain.issues().iter().map(|issue| issue.name.as_str());
    let known: Vec<&str> = known.collect();
    let why = format!(
        "there is no issue called `{name}`. {}",
        one_of("the issues", name, &known)
    );
    Err(Wrong::new(why).within(Step::key(name)))
}

fn number_of(issue: &Issue, name: &str) -> Result<u32, Wrong> {
    let number = issue
        .options
        .find(name)
        .and_then(|at| u32::try_from(at).ok());
    number.ok_or_else(|| {
        Wrong::new(format!(
            "`{}` has no option `{name}`. {}",
            issue.name,
            there(&issue.options, name)
        ))
    })
}

/// What can be written instead of a name that there is not.
fn one_of(all: &str, name: &str, known: &[&str]) -> String {
    const NAMED: usize = 8;
    if known.len() <= NAMED {
        let known: Vec<String> = known.iter().map(|known| format!("`{known}`")).collect();
        return format!("Write one of {all}: {}.", known.join(", "));
    }
    nearest(name, known.iter().copied()).map_or_else(
        || format!("Write one of {all}."),
        |meant| format!("Write `{meant}`, if that is meant, or another of {all}."),
    )
}

/// What can be written instead of an option that there is not.
fn there(options: &Options, name: &str) -> String {
    match options {
        Options::Named(names) => {
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            one_of("its options", name, &names)
        }
        Options::Numbers { from, step, count } => {
            let last = options.name(count.saturating_sub(1)).unwrap_or_default();
            let steps = if *step == 1 {
                String::new()
            } else {
                format!(" in steps of {step}")
            };
            format!("Write a number from {from} to {last}{steps}.")
        }
    }
}

/// The options that a word means: one, or a range of numbers or names.
fn run(issue: &Issue, name: &str) -> Result<Run, Wrong> {
    if issue.options.find(name).is_none()
        && let Some((first, last)) = name.split_once(" to ")
    {
        let (first, last) = (number_of(issue, first)?, number_of(issue, last)?);
        if first <= last {
            return Ok(Run { first, last });
        }
        return Err(Wrong::new(format!(
            "on `{}` the range `{name}` goes backwards. Write the earlier option first.",
            issue.name
        )));
    }
    let one = number_of(issue, name)?;
    Ok(Run {
        first: one,
        last: one,
    })
}

type Meant = (Profile, Said, Vec<(Package, Package)>);

pub(super) fn party(domain: &Domain, file: PartyFile) -> Result<Meant, Wrong> {
    let places = places(&file);
    let units = Units { places };
    let in_points = |wrong: Wrong| wrong.within(Step::key("points"));
    known(domain, file.points.keys()).map_err(in_points)?;
    let points = (domain.issues().iter())
        .map(|issue| match file.points.get(&issue.name) {
            Some(given) => points(issue, given, units)
                .map_err(|wrong| in_points(wrong.within(Step::key(&issue.name)))),
            None => Ok(vec![0; issue.options.count()]),
        })
        .collect::<Result<_, _>>()?;
    let terms = (file.together.iter().enumerate())
        .map(|(at, given)| {
            term(domain, given, units)
                .map_err(|wrong| wrong.within(Step::Item(at)).within(Step::key("together")))
        })
        .collect::<Result<_, _>>()?;
    let answers = (file.answers.iter().enumerate())
        .map(|(at, answer)| {
            let side = |key: &'static str, file: &PackageFile| {
                package(domain, file).map_err(|wrong| {
                    let wrong = wrong.told(|why| format!("in answer {}, {why}", at + 1));
                    let wrong = wrong.within(Step::key(key)).within(Step::Item(at));
                    wrong.within(Step::key("answers"))
                })
            };
            Ok((side("prefers", &answer.prefers)?, side("to", &answer.to)?))
        })
        .collect::<Result<_, Wrong>>()?;
    let floor = |key: &'static str, given: Option<Decimal>| {
        let floor = given.map(|given| units.of(given)).transpose();
        floor.map_err(|wrong| wrong.within(Step::key(key)))
    };
    if let Some(said) = &file.points_on {
        day(said).map_err(|wrong| wrong.within(Step::key("points-on")))?;
    }
    let profile = Profile {
        points,
        terms,
        at_least: floor("at-least", file.at_least)?,
        without_agreement: floor("without-agreement", file.without_agreement)?.unwrap_or(0),
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

/// As in a plan: a day is written in full, and must exist.
fn day(said: &str) -> Result<(), Wrong> {
    if said.len() == 10 && said.parse::<Date>().is_ok() {
        return Ok(());
    }
    let meant = day_meant(said);
    let meant = meant.unwrap_or_else(|| "year, month and day, such as 2026-03-01".to_owned());
    Err(Wrong::new(format!(
        "the day `{said}` of `points-on` is no day. Write {meant}."
    )))
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
    fn of(self, number: Decimal) -> Result<i64, Wrong> {
        number.in_units_of(self.places).ok_or_else(|| {
            Wrong::new(format!("the number {number} is too large beside others with so many digits. Use fewer digits."))
        })
    }
}

fn points(
    issue: &Issue,
    given: &BTreeMap<String, Decimal>,
    units: Units,
) -> Result<Vec<i64>, Wrong> {
    let mut points: Vec<Option<i64>> = vec![None; issue.options.count()];
    for (name, worth) in given {
        let of_key = |wrong: Wrong| wrong.within(Step::key(name));
        let worth = units.of(*worth).map_err(of_key)?;
        if let (Options::Numbers { step, .. }, "each") = (&issue.options, name.as_str()) {
            each(issue, &mut points, *step, worth).map_err(of_key)?;
        } else {
            named(issue, &mut points, name, worth).map_err(of_key)?;
        }
    }
    Ok(points
        .into_iter()
        .map(|points| points.unwrap_or(0))
        .collect())
}

/// So much more for each one more.
fn each(issue: &Issue, points: &mut [Option<i64>], step: i64, worth: i64) -> Result<(), Wrong> {
    for (at, points) in (0_i64..).zip(points) {
        let steps = at.checked_mul(step);
        let steps = steps.and_then(|above| above.checked_mul(worth));
        let steps = steps.ok_or_else(|| {
            Wrong::new(format!(
                "on `{}` the points come to too many. Use a smaller scale.",
                issue.name
            ))
        })?;
        *points = Some(points.unwrap_or(0).saturating_add(steps));
    }
    Ok(())
}

fn named(issue: &Issue, points: &mut [Option<i64>], name: &str, worth: i64) -> Result<(), Wrong> {
    let run = run(issue, name)?;
    let meant = points.iter_mut().skip(run.first as usize);
    for points in meant.take((run.last - run.first + 1) as usize) {
        if points.is_some() {
            return Err(Wrong::new(format!(
                "on `{}` the options of `{name}` are given points twice. Give them once.",
                issue.name
            )));
        }
        *points = Some(worth);
    }
    Ok(())
}

fn term(domain: &Domain, given: &TermFile, units: Units) -> Result<Term, Wrong> {
    let (counts, key, named) = match (&given.inside, &given.outside) {
        (Some(named), None) => (Counts::Inside, "if", named),
        (None, Some(named)) => (Counts::Outside, "unless", named),
        _ => {
            return Err(Wrong::new(format!(
                "the {} points given together have neither or both of `if` and `unless`. Give one.",
                given.points
            )));
        }
    };
    let within = |wrong: Wrong| wrong.within(Step::key(key));
    known(domain, named.keys()).map_err(within)?;
    let bounds = named.iter().filter_map(|(name, options)| {
        let at = domain.find(name)?;
        let bound = bound(domain.issues().get(at)?, at, options);
        Some(bound.map_err(|wrong| within(wrong.within(Step::key(name)))))
    });
    Ok(Term {
        points: units.of(given.points)?,
        counts,
        bounds: bounds.collect::<Result<_, _>>()?,
    })
}

fn bound(issue: &Issue, at: usize, options: &NamedFile) -> Result<Bound, Wrong> {
    let runs = match options {
        NamedFile::One(option) => vec![run(issue, &option.name())?],
        NamedFile::AnyOf(options) => (options.iter().enumerate())
            .map(|(at, option)| {
                run(issue, &option.name()).map_err(|wrong| wrong.within(Step::Item(at)))
            })
            .collect::<Result<_, _>>()?,
    };
    Ok(Bound {
        issue: at,
        runs: joined(runs),
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
