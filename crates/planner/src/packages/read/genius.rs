//! GENIUS XML (Lin, Kraus, Baarslag, Tykhonov, Hindriks and Jonker 2014, "Genius: an integrated
//! environment for supporting the design of generic automated negotiators", Computational
//! Intelligence 30): domains, additive utility spaces, and nonlinear ones of hyper-rectangles.
//!
//! Additive utilities are fractions of one, an option's evaluation by the highest of its issue, times
//! the weight of the issue: they are reckoned as 10,000 points. Hyper-rectangles have whole numbers
//! as a rule and keep them; a reservation is a fraction of `maxutility`, as GENIUS divides by that.
//! A utility above `maxutility`, which GENIUS cuts to one, is not cut. An EXCLUDES rectangle counts
//! for what lies outside it. Discounts are passed over: packages have no time.

mod rectangles;

use std::collections::BTreeMap;

use super::{
    Origin, Part, Party, Precision, Remark, Source,
    error::Gathered,
    issues::{Named, Talks, sound, span},
    items::{Alike, Items},
    numbers::{as_f64, fraction, nearest, part_of, whole},
    place::{Wrong, Wrongs, named},
    xml::{self, Element},
};
use crate::document::{tree::Place, way::Way};
use crate::packages::{
    domain::{Domain, DomainError, Issue, Options},
    profile::{Profile, Term},
};

/// Points for a utility of one.
pub(super) const POINTS: i64 = 10_000;

pub(super) fn part(
    file: usize,
    source: &Source<'_>,
    text: &str,
    talks: Option<(&Talks, &[Remark])>,
    gathered: &mut Gathered<'_>,
) -> Part {
    let root = match xml::read(text) {
        Ok(root) => root,
        Err(wrong) => {
            gathered.unlike(file, &wrong);
            return Part::default();
        }
    };
    let space = match root.name.as_str() {
        "negotiation_template" => root.first("utility_space").unwrap_or(&root),
        _ => &root,
    };
    // Older profiles have their issues and weights in the space itself.
    let bare = || space.first("issue").is_some().then_some(space);
    let Some(objective) = space.first("objective").or_else(bare) else {
        let wrong = root.wrong("it has no `objective`, as every GENIUS domain and profile has. Check that it is the file you meant.");
        gathered.unlike(file, &wrong);
        return Part::default();
    };
    let (own, remarks) = issues(file, objective, gathered);
    if own.is_none() {
        gathered.issues_are_hidden();
    }
    let mut part = Part {
        title: objective
            .attribute("name")
            .filter(|name| *name != "root")
            .map(str::to_owned),
        talks: own,
        remarks,
        ..Part::default()
    };
    let is_nonlinear = objective.first("utility").is_some();
    if !is_nonlinear && objective.first("weight").is_none() {
        return part;
    }
    let own = part.talks.as_ref();
    let Some((talks, of_options)) = talks.or(own.map(|own| (own, part.remarks.as_slice()))) else {
        part.hidden_parties = 1;
        return part;
    };
    let mut reader = Reader {
        party: source.name(),
        space,
        objective,
        talks,
        alike: Alike::of(of_options),
        wrongs: Wrongs::default(),
    };
    let party = if is_nonlinear {
        let (profile, precision) = reader.nonlinear();
        Party::Theirs(Box::new(profile), precision, Vec::new())
    } else {
        let (profile, weightless) = reader.additive();
        Party::Theirs(Box::new(profile), Precision::Rounded(POINTS), weightless)
    };
    for wrong in reader.wrongs.into_found() {
        gathered.other(file, &wrong);
    }
    part.parties = vec![(Origin::of(file, Way::default()), party)];
    part
}

/// The places of what is the matter with issues.
fn places(error: &DomainError, objective: &Element) -> Vec<Place> {
    let named = match error {
        DomainError::NoIssue => return vec![objective.place],
        DomainError::TooManyIssues(_) => return Vec::new(),
        DomainError::IssueTwice(name)
        | DomainError::NoOption(name)
        | DomainError::Numbers(name)
        | DomainError::TooManyOptions { issue: name }
        | DomainError::OptionTwice { issue: name, .. } => name,
    };
    let issues = elements(objective).into_iter();
    let called = issues.filter(|issue| issue.attribute("name") == Some(named));
    called.map(|issue| issue.place).collect()
}

/// The issues in the order of their index. Objectives within objectives are opened.
fn issues(
    file: usize,
    objective: &Element,
    gathered: &mut Gathered<'_>,
) -> (Option<Talks>, Vec<Remark>) {
    let mut found: Vec<(i64, Issue)> = Vec::new();
    let mut remarks = Vec::new();
    let mut hidden = Vec::new();
    for element in elements(objective) {
        match issue(element, &mut remarks).and_then(|issue| Ok((whole(element, "index")?, issue))) {
            Ok(issue) => found.push(issue),
            Err(wrong) => {
                gathered.other(file, &wrong);
                hidden.push(element.attribute("name").unwrap_or_default().to_owned());
            }
        }
    }
    found.sort_by_key(|(index, _)| *index);
    let found: Vec<Issue> = found.into_iter().map(|(_, issue)| issue).collect();
    if found.is_empty() && !hidden.is_empty() {
        return (None, remarks);
    }
    let talks = sound(found, |error| {
        if gathered.is_full() {
            return;
        }
        let places = places(&error, objective).into_iter();
        let wrong = places.fold(Wrong::new(""), Wrong::on);
        gathered.domain(file, &error, &wrong);
    });
    let talks = talks.map(|talks| talks.hiding(hidden));
    (talks, remarks)
}

fn issue(element: &Element, remarks: &mut Vec<Remark>) -> Result<Issue, Wrong> {
    let name = element.attribute("name").unwrap_or_default().to_owned();
    let options = match element.attribute("type").or(element.attribute("etype")) {
        Some("integer") => integers(element)?,
        None | Some("discrete") => {
            let items = Items::of(element);
            remarks.extend(items.remarks(&name));
            Options::Named(items.names())
        }
        Some(other) => {
            return Err(element.wrong(format!(
                "the issue `{}` is of type `{}`, and only discrete and integer issues are read. Write its values out as items.",
                named(&name),
                named(other)
            )));
        }
    };
    Ok(Issue { name, options })
}

fn elements(objective: &Element) -> Vec<&Element> {
    let inner = objective.all("objective").flat_map(elements);
    objective.all("issue").chain(inner).collect()
}

fn integers(issue: &Element) -> Result<Options, Wrong> {
    let range = issue.first("range").unwrap_or(issue);
    let bound = |key| whole(range, key).or_else(|_| whole(issue, key));
    let (low, high) = (bound("lowerbound")?, bound("upperbound")?);
    span(low, high, 1).ok_or_else(|| {
        let name = issue.attribute("name").unwrap_or_default();
        range.wrong(format!("the bounds {low} and {high} of the issue `{}` leave nothing between them. Correct them.", named(name)))
    })
}

struct Reader<'a> {
    /// The party, which has no name in these files but that of the file.
    party: String,
    space: &'a Element,
    objective: &'a Element,
    talks: &'a Talks,
    /// Which of the options have one name.
    alike: Alike<'a>,
    /// What is wrong.
    wrongs: Wrongs,
}

impl Reader<'_> {
    /// What is read, or what stands for it where it cannot be, which is told.
    fn read<T: Default>(&mut self, read: Result<T, Wrong>) -> T {
        read.unwrap_or_else(|wrong| {
            self.wrongs.push(wrong);
            T::default()
        })
    }

    /// An issue of the domain, by the name that this file gives to an index.
    fn place(&mut self, issue: &Element) -> Named {
        let name = issue.attribute("name").unwrap_or_default();
        let found = self.talks.find(name);
        if matches!(found, Named::Nothing) {
            let wrong = issue.wrong(format!("it speaks of an issue `{}`, which the domain does not have. Read it with its own domain.", named(name)));
            self.wrongs.push(wrong);
        }
        found
    }

    /// What no agreement is worth, where so much is a utility of one: the next whole point and not the
    /// nearest, so that of worths that are whole points those below the reservation are refused.
    fn reservation(&mut self, of: &str) -> i64 {
        let reservation = self.space.first("reservation");
        let reservation = reservation.map(|reservation| part_of(reservation, "value", of));
        self.read(reservation.unwrap_or(Ok(0)))
    }

    fn profile(&self, points: Vec<Vec<i64>>, terms: Vec<Term>, without_agreement: i64) -> Profile {
        Profile {
            party: self.party.clone(),
            points,
            terms,
            at_least: None,
            without_agreement,
        }
    }

    fn nothing(&self) -> Vec<Vec<i64>> {
        let issues = self.talks.domain.issues().iter();
        issues.map(|issue| vec![0; issue.options.count()]).collect()
    }

    /// The profile, and the issues that have no weight in it.
    fn additive(&mut self) -> (Profile, Vec<String>) {
        let mut points = self.nothing();
        let mut weights: Vec<f64> = points.iter().map(|_| 0.0).collect();
        let talks = self.talks;
        // Of two weights of one index the first counts.
        let mut of_index = BTreeMap::new();
        for weight in self.objective.all("weight") {
            let weight = (weight.attribute("index"), fraction(weight, "value"));
            of_index
                .entry(weight.0)
                .or_insert_with(|| self.read(weight.1));
        }
        for issue in elements(self.objective) {
            let weight = of_index.get(&issue.attribute("index")).copied();
            let weight = weight.unwrap_or(0.0);
            let Named::Issue(at) = self.place(issue) else {
                self.numbers(issue);
                continue;
            };
            if let (Some(points), Some(known)) = (points.get_mut(at), talks.domain.issues().get(at))
            {
                let worth = self.evaluations(issue, known);
                for (points, worth) in points.iter_mut().zip(worth) {
                    *points = nearest(10_000.0 * weight * worth);
                }
            }
            if let Some(known) = weights.get_mut(at) {
                *known = weight;
            }
        }
        let reservation = self.reservation(&POINTS.to_string());
        let profile = self.profile(points, Vec::new(), reservation);
        (profile, weightless(&talks.domain, &weights))
    }

    /// That what stands as a number in an issue of which more is not known is one.
    fn numbers(&mut self, issue: &Element) {
        if issue.first("evaluator").is_some() {
            self.read(linear(issue));
        }
        for item in issue.all("item") {
            self.read(fraction(item, "evaluation"));
        }
    }

    /// What each option of an issue is worth, from nought to one.
    fn evaluations(&mut self, issue: &Element, known: &Issue) -> Vec<f64> {
        match &known.options {
            Options::Named(names) => {
                let items = Items::of(issue);
                let worth =
                    items.evaluations((known, names), self.talks, &self.alike, &mut self.wrongs);
                let most = worth.iter().copied().fold(0.0, f64::max);
                let of_most = |worth: f64| if most > 0.0 { worth / most } else { 0.0 };
                worth.into_iter().map(of_most).collect()
            }
            Options::Numbers { from, step, count } => {
                let linear = self.read(linear(issue).map(Some));
                let Some((slope, offset)) = linear else {
                    return Vec::new();
                };
                let worth = |at: usize| {
                    let number = from + step * i64::try_from(at).unwrap_or(0);
                    // As GENIUS: the value itself, not how far it is from the lowest.
                    as_f64(number).mul_add(slope, offset)
                };
                (0..*count).map(worth).collect()
            }
        }
    }
}

/// The slope of a linear evaluator, and what is added.
fn linear(issue: &Element) -> Result<(f64, f64), Wrong> {
    let evaluator = issue.first("evaluator").ok_or_else(|| {
        let name = issue.attribute("name").unwrap_or_default();
        issue.wrong(format!(
            "the issue `{}` has no evaluator. Give it one.",
            named(name)
        ))
    })?;
    if evaluator.attribute("ftype").unwrap_or("linear") != "linear" {
        return Err(evaluator.wrong("it has an evaluator that is not linear, which is not read. Write the values out as items."));
    }
    // Older files number the parameters.
    Ok((
        fraction(evaluator, either(evaluator, "slope", "parameter1"))?,
        fraction(evaluator, either(evaluator, "offset", "parameter0"))?,
    ))
}

/// The issues whose weight is nought.
pub(super) fn weightless(domain: &Domain, weights: &[f64]) -> Vec<String> {
    let issues = domain.issues().iter().zip(weights);
    let nought = issues.filter(|(_, weight)| weight.abs() <= 0.0);
    nought.map(|(issue, _)| issue.name.clone()).collect()
}

/// Under which of two names an element has something; the first if under neither.
fn either<'a>(element: &Element, name: &'a str, older: &'a str) -> &'a str {
    let other = element.attribute(name).is_none() && element.attribute(older).is_some();
    if other { older } else { name }
}
