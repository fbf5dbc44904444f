//! `GeniusWeb` JSON: domains, and linear additive profiles with discrete or numeric issues. Utilities
//! are fractions of one and are reckoned as 10,000 points. A reservation bid becomes what no
//! agreement is worth.

use serde_json::{Map, Value};

use super::{
    Origin, Part, Party, Precision, Source,
    error::Gathered,
    genius::{POINTS, weightless},
    issues::{Named, Talks, sound, span},
    numbers::nearest,
    place::{Wrong, Wrongs, named},
};
use crate::document::{tree::Place, way::Way};
use crate::packages::{
    domain::{DomainError, Issue, Options, Package},
    profile::Profile,
};

const SPACE: &str = "LinearAdditiveUtilitySpace";

/// Whether it is one of these two forms.
pub(super) fn is_one(text: &str) -> bool {
    text.contains("\"issuesValues\"") || text.contains(SPACE)
}

pub(super) fn part(
    file: usize,
    source: &Source<'_>,
    text: &str,
    talks: Option<&Talks>,
    gathered: &mut Gathered<'_>,
) -> Part {
    let whole: Value = match serde_json::from_str(text) {
        Ok(whole) => whole,
        Err(error) => {
            // Where it is stands before it already.
            let said = error.to_string();
            let why = said.split(" at line ").next().unwrap_or_default();
            let wrong = Wrong::new(format!("it is no JSON ({why}). Correct it there."));
            let place = Place {
                line: error.line(),
                column: error.column().max(1),
            };
            gathered.unlike(file, &wrong.on(place));
            return Part::default();
        }
    };
    if let Some(way) = text.contains("u0000").then(|| nought(&whole)).flatten() {
        let wrong = Wrong::new(
            "the character of number 0 stands in this text. It says nothing and cannot be shown: take it out.",
        );
        gathered.unlike(file, &wrong.at(way));
        return Part::default();
    }
    // Where the space and the domain stand in the file.
    let mut way = Way::default();
    let space = whole.get(SPACE).inspect(|_| way = Way::to(SPACE));
    let space = space.or_else(|| whole.get("issueUtilities").map(|_| &whole));
    let in_space = way.clone();
    let own = match space {
        Some(space) => match space.get("domain") {
            Some(domain) => {
                way = way.key("domain");
                domain
            }
            None => space,
        },
        None => &whole,
    };
    let way = way.key("issuesValues");
    let values = own.get("issuesValues");
    let own = values.and_then(|values| issues(file, values, &way, gathered));
    if values.is_some() && own.is_none() {
        gathered.issues_are_hidden();
    }
    let title = whole.get("name").and_then(Value::as_str).map(str::to_owned);
    let mut part = Part {
        title: title.filter(|_| space.is_none()),
        talks: own,
        ..Part::default()
    };
    let Some(space) = space else {
        return part;
    };
    let Some(known) = talks.or(part.talks.as_ref()) else {
        part.hidden_parties = 1;
        gathered.no_issues(file);
        return part;
    };
    let mut reader = Reader {
        talks: known,
        way: in_space.clone(),
        wrongs: Wrongs::default(),
    };
    let (profile, weightless) = reader.profile(source, space);
    for wrong in reader.wrongs.into_found() {
        gathered.other(file, &wrong);
    }
    let party = Party::Theirs(Box::new(profile), Precision::Rounded(POINTS), weightless);
    part.parties = vec![(Origin::of(file, in_space), party)];
    part
}

/// The way to a text in which the character of number 0 stands: here that stands in for what is not there.
fn nought(value: &Value) -> Option<Way> {
    let mut open = vec![(value, Way::default())];
    while let Some((value, way)) = open.pop() {
        match value {
            Value::String(text) if text.contains('\0') => return Some(way.value()),
            Value::Array(items) => {
                let items = items.iter().enumerate();
                open.extend(items.map(|(at, item)| (item, way.clone().item(at))));
            }
            Value::Object(entries) => {
                if let Some(key) = entries.keys().find(|key| key.contains('\0')) {
                    return Some(way.key(key));
                }
                open.extend(entries.iter().map(|(key, of)| (of, way.clone().key(key))));
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }
    None
}

/// The ways to what is the matter with issues.
fn way_to(error: &DomainError, issues: &Way) -> Way {
    match error {
        DomainError::NoIssue | DomainError::TooManyIssues(_) => issues.clone(),
        DomainError::IssueTwice(name)
        | DomainError::NoOption(name)
        | DomainError::Numbers(name)
        | DomainError::TooManyOptions { issue: name }
        | DomainError::OptionTwice { issue: name, .. } => issues.clone().key(name),
    }
}

fn lacking(what: &str) -> String {
    format!("it has no `{what}`. Complete it.")
}

fn issues(file: usize, values: &Value, way: &Way, gathered: &mut Gathered<'_>) -> Option<Talks> {
    let Some(values) = values.as_object() else {
        let wrong = Wrong::new(lacking("issuesValues")).at(way.clone());
        gathered.other(file, &wrong);
        return None;
    };
    let (mut read, mut hidden) = (Vec::new(), Vec::new());
    for (name, values) in values {
        let options = match (
            values.get("values").and_then(Value::as_array),
            values.get("range"),
        ) {
            (Some(named), _) => Ok(Options::Named(named.iter().map(text_of).collect())),
            (None, Some(range)) => numbers(range).ok_or_else(|| {
                format!(
                    "the range of the issue `{}` is none of whole numbers. Write its values out.",
                    named(name)
                )
            }),
            (None, None) => Err(format!(
                "the issue `{}` has no values. Give it some.",
                named(name)
            )),
        };
        match options {
            Ok(options) => read.push(Issue {
                name: name.clone(),
                options,
            }),
            Err(why) => {
                gathered.other(file, &Wrong::new(why).at(way.clone().key(name)));
                hidden.push(name.clone());
            }
        }
    }
    if read.is_empty() && !hidden.is_empty() {
        return None;
    }
    let talks = sound(read, |error| {
        gathered.domain(file, &error, &Wrong::new("").at(way_to(&error, way)));
    });
    Some(talks?.hiding(hidden))
}

/// The text of a value, numbers as they are written.
fn text_of(value: &Value) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned)
}

/// Low, high and step, as a list or by name.
fn numbers(range: &Value) -> Option<Options> {
    let part = |at: usize, name: &str| number(range.get(at).or_else(|| range.get(name))?);
    let whole = |part: f64| (part.fract() == 0.0 && part.abs() <= 1e12).then(|| nearest(part));
    let step = part(2, "step").unwrap_or(1.0);
    span(
        whole(part(0, "low")?)?,
        whole(part(1, "high")?)?,
        whole(step)?,
    )
}

fn number(value: &Value) -> Option<f64> {
    let number = value
        .as_f64()
        .or_else(|| value.as_str()?.trim().parse().ok());
    number.filter(|number| number.is_finite())
}

struct Reader<'t> {
    talks: &'t Talks,
    /// The way to the space.
    way: Way,
    wrongs: Wrongs,
}

impl Reader<'_> {
    fn wrong(&mut self, why: String, way: Way) {
        self.wrongs.push(Wrong::new(why).at(way));
    }

    fn object<'v>(
        &mut self,
        value: Option<&'v Value>,
        what: &str,
        way: Way,
    ) -> Option<&'v Map<String, Value>> {
        let found = value.and_then(Value::as_object);
        if found.is_none() {
            self.wrong(lacking(what), way.key(what));
        }
        found
    }

    /// The profile, and the issues that have no weight in it.
    fn profile(&mut self, source: &Source<'_>, space: &Value) -> (Profile, Vec<String>) {
        let part = |what: &str| space.get(what);
        let way = self.way.clone();
        let utilities = self.object(part("issueUtilities"), "issueUtilities", way.clone());
        let weights = self.object(part("issueWeights"), "issueWeights", way.clone());
        let of_issue = |name: &str| way.clone().key("issueUtilities").key(name);
        for name in utilities.into_iter().flat_map(Map::keys) {
            if matches!(self.talks.find(name), Named::Nothing) {
                let why = format!(
                    "it speaks of an issue `{}`, which the domain does not have. Read it with its own domain.",
                    named(name)
                );
                self.wrong(why, of_issue(name));
            }
        }
        let talks = self.talks;
        let in_weights = way.clone().key("issueWeights");
        let of_issues = talks.domain.issues().iter().map(|issue| {
            let weight = weights.and_then(|weights| weights.get(&issue.name));
            self.number(weight, || in_weights.clone().key(&issue.name))
        });
        let weights: Vec<f64> = of_issues.collect();
        let mut points = Vec::new();
        for (issue, weight) in talks.domain.issues().iter().zip(&weights) {
            let given = utilities.and_then(|utilities| utilities.get(&issue.name));
            let worth = given.and_then(|given| self.worth(issue, given, &of_issue(&issue.name)));
            let worth = worth.unwrap_or_else(|| vec![0.0; issue.options.count()]);
            let worth = worth.into_iter();
            points.push(
                worth
                    .map(|worth| nearest(10_000.0 * weight * worth))
                    .collect(),
            );
        }
        let name = space.get("name").and_then(Value::as_str);
        let mut profile = Profile {
            party: name.map_or_else(|| source.name(), str::to_owned),
            points,
            terms: Vec::new(),
            at_least: None,
            without_agreement: 0,
        };
        if let Some(bid) = self.reservation(space) {
            profile.without_agreement = profile.worth(&bid);
        }
        (profile, weightless(&talks.domain, &weights))
    }

    /// A number; nought where none is written, and where something else is, which is told.
    fn number(&mut self, written: Option<&Value>, way: impl FnOnce() -> Way) -> f64 {
        let read = written.map(|written| (written, number(written)));
        if let Some((written, None)) = read {
            let said = named(&text_of(written));
            let why = format!("`{said}` stands there, and a number is needed. Correct it.");
            self.wrong(why, way().value());
        }
        read.and_then(|(_, number)| number).unwrap_or(0.0)
    }

    fn reservation(&mut self, space: &Value) -> Option<Package> {
        let bid = space
            .get("reservationBid")
            .and_then(|bid| bid.get("issuevalues"));
        let bid = bid
            .and_then(Value::as_object)
            .filter(|bid| !bid.is_empty())?;
        let way = self.way.clone().key("reservationBid").key("issuevalues");
        let mut options = Vec::new();
        for issue in self.talks.domain.issues() {
            let value = bid.get(&issue.name).map(text_of);
            let option = value.and_then(|value| self.talks.option(issue, &value));
            let option = option.and_then(|option| u32::try_from(option).ok());
            if option.is_none() && self.talks.is_known(issue) {
                let why = format!(
                    "its reservation bid has no known value for `{}`. Complete it.",
                    named(&issue.name)
                );
                self.wrong(why, way.clone().key(&issue.name));
            }
            options.push(option.unwrap_or_default());
        }
        Some(Package(options))
    }

    /// What each option is worth, from nought to one.
    fn worth(&mut self, issue: &Issue, given: &Value, way: &Way) -> Option<Vec<f64>> {
        let form = |names: [&'static str; 2]| {
            let mut names = names.into_iter();
            names.find_map(|name| Some((name, given.get(name)?)))
        };
        if let Some((form, discrete)) = form(["discreteutils", "DiscreteValueSetUtilities"]) {
            let way = way.clone().key(form);
            let table = self.object(
                discrete.get("valueUtilities"),
                "valueUtilities",
                way.clone(),
            )?;
            for name in table.keys() {
                if self.talks.option(issue, name).is_none() && self.talks.is_known(issue) {
                    let why = format!(
                        "`{}` has no value `{}`. Read it with its own domain.",
                        named(&issue.name),
                        named(name)
                    );
                    self.wrong(why, way.clone().key("valueUtilities").key(name));
                }
            }
            let name = |at: usize| issue.options.name(at).unwrap_or_default();
            let in_table = way.key("valueUtilities");
            let worth = (0..issue.options.count()).map(|at| {
                let name = name(at);
                self.number(table.get(&name), || in_table.clone().key(&name))
            });
            return Some(worth.collect());
        }
        let numeric = form(["numberutils", "NumberValueSetUtilities"]);
        let part = |name: &str| number(numeric?.1.get(name)?);
        let ends = (
            part("lowValue"),
            part("lowUtility"),
            part("highValue"),
            part("highUtility"),
        );
        let (Some(low), Some(at_low), Some(high), Some(at_high)) = ends else {
            let why = format!(
                "the utilities of `{}` are of no form that is read. Write them as `discreteutils` or `numberutils`.",
                named(&issue.name)
            );
            self.wrong(why, way.clone());
            return None;
        };
        let slope = if high > low {
            (at_high - at_low) / (high - low)
        } else {
            0.0
        };
        let of = |at: usize| {
            let value = issue
                .options
                .name(at)
                .and_then(|name| name.parse::<f64>().ok());
            (value.unwrap_or(low) - low).mul_add(slope, at_low)
        };
        Some((0..issue.options.count()).map(of).collect())
    }
}
