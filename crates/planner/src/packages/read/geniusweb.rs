//! `GeniusWeb` JSON: domains, and linear additive profiles with discrete or numeric issues. Utilities
//! are fractions of one and are reckoned as 10,000 points. A reservation bid becomes what no
//! agreement is worth.

use serde_json::{Map, Value};

use super::{
    Origin, Part, Party, Precision, ReadError, Source,
    genius::POINTS,
    meaning::span,
    numbers::nearest,
    place::{self, Step, Wrong},
};
use crate::packages::{
    domain::{Domain, DomainError, Issue, Options, Package},
    profile::Profile,
};

const SPACE: &str = "LinearAdditiveUtilitySpace";

/// Whether it is one of these two forms.
pub(super) fn is_one(text: &str) -> bool {
    text.contains("\"issuesValues\"") || text.contains(SPACE)
}

pub(super) fn part<'a>(
    source: &Source<'a>,
    text: &str,
    domain: Option<&Domain>,
) -> Result<Part<'a>, ReadError> {
    let whole: Value = serde_json::from_str(text).map_err(|error| {
        let wrong = Wrong::new(format!("it is no JSON ({error}). Correct it there."));
        ReadError::form(source, text, &wrong.on(error.line()))
    })?;
    // Where the space and the domain stand in the file.
    let mut way = Vec::new();
    let space = whole.get(SPACE).inspect(|_| way.push(Step::key(SPACE)));
    let space = space.or_else(|| whole.get("issueUtilities").map(|_| &whole));
    let in_space = way.clone();
    let own = match space {
        Some(space) => match space.get("domain") {
            Some(domain) => {
                way.push(Step::key("domain"));
                domain
            }
            None => space,
        },
        None => &whole,
    };
    let wrong = |way: &[Step]| {
        let way = way.to_vec();
        move |wrong: Wrong| {
            let steps = way.iter().rev().cloned();
            ReadError::form(source, text, &steps.fold(wrong, Wrong::within))
        }
    };
    let own = match own.get("issuesValues") {
        Some(issues) => {
            let issues = self::issues(issues).map_err(wrong(&way))?;
            Some(Domain::new(issues).map_err(|error| {
                let way = ways(&error, &way);
                ReadError::Domain {
                    at: place::at(source.file, text, &[way]),
                    error,
                }
            })?)
        }
        None => None,
    };
    let known = (domain.or(own.as_ref())).ok_or_else(|| ReadError::no_issues([source]))?;
    let parties = match space {
        Some(space) => {
            let profile = profile(source, space, known).map_err(wrong(&in_space))?;
            let party = Party::Theirs(Box::new(profile), Precision::Rounded(POINTS));
            vec![(Origin::of(source, in_space), party)]
        }
        None => Vec::new(),
    };
    let title = whole.get("name").and_then(Value::as_str).map(str::to_owned);
    Ok(Part {
        title: title.filter(|_| space.is_none()),
        domain: own,
        parties,
        ..Part::default()
    })
}

/// The way to what is the matter with issues.
fn ways(error: &DomainError, domain: &[Step]) -> Vec<Step> {
    let named = match error {
        DomainError::NoIssue | DomainError::TooManyIssues(_) => None,
        DomainError::IssueTwice(name)
        | DomainError::NoOption(name)
        | DomainError::Numbers(name)
        | DomainError::TooManyOptions { issue: name }
        | DomainError::OptionTwice { issue: name, .. } => Some(Step::key(name)),
    };
    let mut way = domain.to_vec();
    way.push(Step::key("issuesValues"));
    way.extend(named);
    way
}

fn object<'a>(value: Option<&'a Value>, what: &str) -> Result<&'a Map<String, Value>, Wrong> {
    value
        .and_then(Value::as_object)
        .ok_or_else(|| Wrong::new(format!("it has no `{what}`. Complete it.")))
}

fn issues(values: &Value) -> Result<Vec<Issue>, Wrong> {
    let issues = object(Some(values), "issuesValues")?.iter().map(|(name, values)| {
        let wrong = |why: String| {
            let wrong = Wrong::new(why).within(Step::key(name));
            wrong.within(Step::key("issuesValues"))
        };
        let named = values.get("values").and_then(Value::as_array);
        let options = match (named, values.get("range")) {
            (Some(named), _) => Options::Named(named.iter().map(text_of).collect()),
            (None, Some(range)) => numbers(range).ok_or_else(|| {
                wrong(format!("the range of the issue `{name}` is none of whole numbers. Write its values out."))
            })?,
            (None, None) => return Err(wrong(format!("the issue `{name}` has no values. Give it some."))),
        };
        Ok(Issue {
            name: name.clone(),
            options,
        })
    });
    issues.collect()
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

fn profile(source: &Source<'_>, space: &Value, domain: &Domain) -> Result<Profile, Wrong> {
    let utilities = object(space.get("issueUtilities"), "issueUtilities")?;
    let weights = object(space.get("issueWeights"), "issueWeights")?;
    let of_issue = |wrong: Wrong, name: &str| {
        let wrong = wrong.within(Step::key(name));
        wrong.within(Step::key("issueUtilities"))
    };
    if let Some(name) = utilities.keys().find(|name| domain.find(name).is_none()) {
        let wrong = Wrong::new(format!(
            "it speaks of an issue `{name}`, which the domain does not have. Read it with its own domain."
        ));
        return Err(of_issue(wrong, name));
    }
    let points = domain.issues().iter().map(|issue| {
        let weight = weights.get(&issue.name).and_then(number).unwrap_or(0.0);
        let worth = utilities.get(&issue.name).map(|given| worth(issue, given));
        let worth = worth.unwrap_or_else(|| Ok(vec![0.0; issue.options.count()]));
        let worth = worth.map_err(|wrong| of_issue(wrong, &issue.name))?;
        Ok(worth
            .into_iter()
            .map(|worth| nearest(10_000.0 * weight * worth))
            .collect())
    });
    let name = space.get("name").and_then(Value::as_str);
    let mut profile = Profile {
        party: name.map_or_else(|| source.name(), str::to_owned),
        points: points.collect::<Result<_, _>>()?,
        terms: Vec::new(),
        at_least: None,
        without_agreement: 0,
    };
    if let Some(bid) = reservation(space, domain)? {
        profile.without_agreement = profile.worth(&bid);
    }
    Ok(profile)
}

fn reservation(space: &Value, domain: &Domain) -> Result<Option<Package>, Wrong> {
    let bid = space
        .get("reservationBid")
        .and_then(|bid| bid.get("issuevalues"));
    let Some(bid) = bid.and_then(Value::as_object).filter(|bid| !bid.is_empty()) else {
        return Ok(None);
    };
    let options = domain.issues().iter().map(|issue| {
        let value = bid.get(&issue.name).map(text_of);
        let option = value.and_then(|value| issue.options.find(&value));
        option
            .and_then(|option| u32::try_from(option).ok())
            .ok_or_else(|| {
                let wrong = Wrong::new(format!(
                    "its reservation bid has no known value for `{}`. Complete it.",
                    issue.name
                ));
                let wrong = wrong.within(Step::key(&issue.name));
                let wrong = wrong.within(Step::key("issuevalues"));
                wrong.within(Step::key("reservationBid"))
            })
    });
    Ok(Some(Package(options.collect::<Result<_, _>>()?)))
}

/// What each option is worth, from nought to one.
fn worth(issue: &Issue, given: &Value) -> Result<Vec<f64>, Wrong> {
    let form = |names: [&'static str; 2]| {
        let mut names = names.into_iter();
        names.find_map(|name| Some((name, given.get(name)?)))
    };
    if let Some((form, discrete)) = form(["discreteutils", "DiscreteValueSetUtilities"]) {
        let table = object(discrete.get("valueUtilities"), "valueUtilities")?;
        let unknown = table.keys().find(|name| issue.options.find(name).is_none());
        if let Some(name) = unknown {
            let wrong = Wrong::new(format!(
                "`{}` has no value `{name}`. Read it with its own domain.",
                issue.name
            ));
            let wrong = wrong.within(Step::key(name));
            let wrong = wrong.within(Step::key("valueUtilities"));
            return Err(wrong.within(Step::key(form)));
        }
        let name = |at: usize| issue.options.name(at).unwrap_or_default();
        let worth = (0..issue.options.count()).map(|at| table.get(&name(at)).and_then(number));
        return Ok(worth.map(|worth| worth.unwrap_or(0.0)).collect());
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
        return Err(Wrong::new(format!(
            "the utilities of `{}` are of no form that is read. Write them as `discreteutils` or `numberutils`.",
            issue.name
        )));
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
    Ok((0..issue.options.count()).map(of).collect())
}
