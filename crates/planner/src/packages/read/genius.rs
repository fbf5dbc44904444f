//! GENIUS XML (Lin, Kraus, Baarslag, Tykhonov, Hindriks and Jonker 2014, "Genius: an integrated
//! environment for supporting the design of generic automated negotiators", Computational
//! Intelligence 30): domains, additive utility spaces, and nonlinear ones of hyper-rectangles.
//!
//! Additive utilities are fractions of one, an option's evaluation by the highest of its issue, times
//! the weight of the issue: they are reckoned as 10,000 points. Hyper-rectangles have whole numbers
//! as a rule and keep them; a reservation is a fraction of `maxutility`, as GENIUS divides by that.
//! A utility above `maxutility`, which GENIUS cuts to one, is not cut. An EXCLUDES rectangle counts
//! for what lies outside it. Discounts are passed over: packages have no time.

use std::collections::BTreeMap;

use super::{Origin, ReadError, Source};
use super::{
    Part, Party, Precision, Remark,
    items::{Alike, Items, Repeats},
    meaning::{joined, span},
    numbers::{as_f64, fraction, nearest, part_of, whole},
    place::{Wrong, at_lines},
    xml::{self, Element},
};
use crate::packages::{
    domain::{Domain, DomainError, Issue, Options},
    profile::{Bound, Counts, Profile, Run, TERMS_MOST, Term},
};

/// Points for a utility of one.
pub(super) const POINTS: i64 = 10_000;

pub(super) fn part<'a>(
    source: &Source<'a>,
    text: &str,
    domain: Option<(&Domain, &[Remark])>,
) -> Result<Part<'a>, ReadError> {
    let wrong = |wrong: Wrong| ReadError::form(source, text, &wrong);
    let root = xml::read(text).map_err(wrong)?;
    let space = match root.name.as_str() {
        "negotiation_template" => root.first("utility_space").unwrap_or(&root),
        _ => &root,
    };
    // Older profiles have their issues and weights in the space itself.
    let bare = || space.first("issue").is_some().then_some(space);
    let objective = space.first("objective").or_else(bare).ok_or_else(|| {
        wrong(Wrong::new("it has no `objective`, as every GENIUS domain and profile has. Check that it is the file you meant."))
    })?;
    let (own, remarks) = issues(objective).map_err(wrong)?;
    let own = Domain::new(own).map_err(|error| ReadError::Domain {
        at: at_lines(source.file, lines(&error, objective)),
        error,
    })?;
    let (known, of_options) = domain.unwrap_or((&own, &remarks));
    let profile = Reader {
        party: source.name(),
        space,
        objective,
        domain: known,
        alike: Alike::of(of_options),
    };
    let parties = if objective.first("utility").is_some() {
        let (profile, precision) = profile.nonlinear().map_err(wrong)?;
        vec![Party::Theirs(Box::new(profile), precision)]
    } else if objective.first("weight").is_some() {
        let profile = profile.additive().map_err(wrong)?;
        vec![Party::Theirs(Box::new(profile), Precision::Rounded(POINTS))]
    } else {
        Vec::new()
    };
    let title = objective.attribute("name").filter(|name| *name != "root");
    let parties = parties.into_iter();
    Ok(Part {
        title: title.map(str::to_owned),
        domain: Some(own),
        remarks,
        parties: parties
            .map(|party| (Origin::of(source, Vec::new()), party))
            .collect(),
        ..Part::default()
    })
}

/// The lines of what is the matter with issues.
fn lines(error: &DomainError, objective: &Element) -> Vec<usize> {
    let named = match error {
        DomainError::NoIssue => return vec![objective.line],
        DomainError::TooManyIssues(_) => return Vec::new(),
        DomainError::IssueTwice(name)
        | DomainError::NoOption(name)
        | DomainError::Numbers(name)
        | DomainError::TooManyOptions { issue: name }
        | DomainError::OptionTwice { issue: name, .. } => name,
    };
    let issues = elements(objective).into_iter();
    let called = issues.filter(|issue| issue.attribute("name") == Some(named));
    called.map(|issue| issue.line).collect()
}

/// The issues in the order of their index. Objectives within objectives are opened.
fn issues(objective: &Element) -> Result<(Vec<Issue>, Vec<Remark>), Wrong> {
    let mut found: Vec<(i64, Issue)> = Vec::new();
    let mut remarks = Vec::new();
    for issue in elements(objective) {
        let name = issue.attribute("name").unwrap_or_default().to_owned();
        let options = match issue.attribute("type").or(issue.attribute("etype")) {
            Some("integer") => integers(issue)?,
            None | Some("discrete") => {
                let items = Items::of(issue);
                remarks.extend(items.remarks(&name));
                Options::Named(items.names())
            }
            Some(other) => {
                return Err(issue.wrong(format!(
                    "the issue `{name}` is of type `{other}`, and only discrete and integer issues are read. Write its values out as items."
                )));
            }
        };
        found.push((whole(issue, "index")?, Issue { name, options }));
    }
    found.sort_by_key(|(index, _)| *index);
    let issues = found.into_iter().map(|(_, issue)| issue).collect();
    Ok((issues, remarks))
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
        range.wrong(format!("the bounds {low} and {high} of the issue `{name}` leave nothing between them. Correct them."))
    })
}

struct Reader<'a> {
    /// The party, which has no name in these files but that of the file.
    party: String,
    space: &'a Element,
    objective: &'a Element,
    domain: &'a Domain,
    /// Which of its options have one name.
    alike: Alike<'a>,
}

/// An issue that bounds of rectangles name by its index.
struct Indexed<'a> {
    element: &'a Element,
    issue: usize,
    repeats: Repeats,
}

impl Reader<'_> {
    /// An issue of the domain, by the name that this file gives to an index.
    fn place(&self, issue: &Element) -> Result<usize, Wrong> {
        let name = issue.attribute("name").unwrap_or_default();
        self.domain.find(name).ok_or_else(|| {
            issue.wrong(format!("it speaks of an issue `{name}`, which the domain does not have. Read it with its own domain."))
        })
    }

    /// What no agreement is worth, where so much is a utility of one: the next whole point and not the
    /// nearest, so that of worths that are whole points those below the reservation are refused.
    fn reservation(&self, of: &str) -> Result<i64, Wrong> {
        match self.space.first("reservation") {
            Some(reservation) => part_of(reservation, "value", of),
            None => Ok(0),
        }
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
        let issues = self.domain.issues().iter();
        issues.map(|issue| vec![0; issue.options.count()]).collect()
    }

    fn additive(&self) -> Result<Profile, Wrong> {
        let mut points = self.nothing();
        for issue in elements(self.objective) {
            let index = issue.attribute("index");
            let weight = (self.objective.all("weight"))
                .find(|weight| weight.attribute("index") == index)
                .map_or(Ok(0.0), |weight| fraction(weight, "value"))?;
            let at = self.place(issue)?;
            if let (Some(points), Some(known)) = (points.get_mut(at), self.domain.issues().get(at))
            {
                let worth = evaluations(issue, known, &self.alike)?;
                for (points, worth) in points.iter_mut().zip(worth) {
                    *points = nearest(10_000.0 * weight * worth);
                }
            }
        }
        let reservation = self.reservation(&POINTS.to_string())?;
        Ok(self.profile(points, Vec::new(), reservation))
    }

    fn nonlinear(&self) -> Result<(Profile, Precision), Wrong> {
        let mut rectangles = Vec::new();
        let utility = self.objective.first("utility");
        for function in utility.iter().flat_map(|utility| utility.all("ufun")) {
            gather(function, 1.0, &mut rectangles)?;
        }
        if rectangles.len() > TERMS_MOST {
            return Err(Wrong::new(format!(
                "it has {} rectangles, and at most {TERMS_MOST} are read. Leave out those that are worth least.",
                rectangles.len()
            )));
        }
        let whole = rectangles.iter().all(|(worth, _)| worth.fract() == 0.0);
        let most = utility.map_or(Ok(1.0), |utility| fraction(utility, "maxutility"))?;
        let scale = if whole || most <= 0.0 {
            1.0
        } else {
            10_000.0 / most
        };
        let indexed = self.indexed();
        let terms = rectangles
            .iter()
            .map(|(worth, rectangle)| self.term(worth * scale, rectangle, &indexed));
        let terms = terms.collect::<Result<_, _>>()?;
        let points = POINTS.to_string();
        let as_written = utility.and_then(|utility| utility.attribute("maxutility"));
        let reservation = self.reservation(if whole || most <= 0.0 {
            as_written.unwrap_or("1")
        } else {
            &points
        })?;
        let precision = if whole {
            Precision::AsWritten
        } else {
            Precision::Rounded(POINTS)
        };
        Ok((self.profile(self.nothing(), terms, reservation), precision))
    }

    /// The issues of the domain by their index here.
    fn indexed(&self) -> BTreeMap<i64, Indexed<'_>> {
        let mut indexed = BTreeMap::new();
        for element in elements(self.objective) {
            if let (Ok(index), Ok(issue)) = (whole(element, "index"), self.place(element)) {
                indexed.entry(index).or_insert_with(|| Indexed {
                    element,
                    issue,
                    repeats: Items::of(element).repeats(),
                });
            }
        }
        indexed
    }

    fn term(
        &self,
        worth: f64,
        rectangle: &Element,
        indexed: &BTreeMap<i64, Indexed<'_>>,
    ) -> Result<Term, Wrong> {
        let outside = rectangle.first("EXCLUDES").is_some();
        if outside && rectangle.first("INCLUDES").is_some() {
            return Err(rectangle.wrong("a rectangle has both INCLUDES and EXCLUDES, which has no one meaning. Split it in two."));
        }
        let mut bounds: Vec<Bound> = Vec::new();
        for bound in &rectangle.children {
            let bound = self.bound(bound, indexed)?;
            match bounds.iter_mut().find(|known| known.issue == bound.issue) {
                // Twice the same issue: both must hold.
                Some(known) => known.runs = common(&known.runs, &bound.runs),
                None => bounds.push(bound),
            }
        }
        if bounds.is_empty() {
            // GENIUS counts a rectangle without bounds for every package.
            bounds.push(self.always());
        }
        Ok(Term {
            points: nearest(worth),
            counts: if outside {
                Counts::Outside
            } else {
                Counts::Inside
            },
            bounds,
        })
    }

    fn always(&self) -> Bound {
        let count = self
            .domain
            .issues()
            .first()
            .map_or(1, |issue| issue.options.count());
        Bound {
            issue: 0,
            runs: vec![Run {
                first: 0,
                last: u32::try_from(count - 1).unwrap_or(u32::MAX),
            }],
        }
    }

    fn bound(&self, bound: &Element, indexed: &BTreeMap<i64, Indexed<'_>>) -> Result<Bound, Wrong> {
        let index = whole(bound, "index")?;
        let found = indexed.get(&index).ok_or_else(|| {
            bound.wrong(format!(
                "a rectangle names issue {index}, which there is not. Correct its index."
            ))
        })?;
        if found.repeats == Repeats::Some {
            // Rectangles count options by their place, which such a list leaves open.
            return Err(bound.wrong(format!(
                "a rectangle counts the options of issue {index}, of which one stands twice (line {}). Give each option one item.",
                found.element.line
            )));
        }
        let (low, high) = (whole(bound, "min")?, whole(bound, "max")?);
        let options = self.domain.issues().get(found.issue);
        let options = options.map(|issue| &issue.options);
        Ok(Bound {
            issue: found.issue,
            runs: options
                .and_then(|options| run(options, low, high))
                .into_iter()
                .collect(),
        })
    }
}

/// The options whose numbers lie between two; named options count from nought.
fn run(options: &Options, low: i64, high: i64) -> Option<Run> {
    let (from, count) = match options {
        Options::Named(names) => (0, names.len()),
        Options::Numbers { from, count, .. } => (*from, *count),
    };
    let last = from + i64::try_from(count).ok()? - 1;
    let (low, high) = (low.max(from), high.min(last));
    let at = |number: i64| u32::try_from(number - from).ok();
    (low <= high).then_some(Run {
        first: at(low)?,
        last: at(high)?,
    })
}

fn common(a: &[Run], b: &[Run]) -> Vec<Run> {
    let both = a.iter().flat_map(|a| {
        b.iter().map(|b| Run {
            first: a.first.max(b.first),
            last: a.last.min(b.last),
        })
    });
    joined(both.filter(|run| run.first <= run.last).collect())
}

/// All rectangles of a function and the functions in it, with what they are worth.
fn gather<'a>(
    function: &'a Element,
    times: f64,
    into: &mut Vec<(f64, &'a Element)>,
) -> Result<(), Wrong> {
    let how = function.attribute("aggregation").unwrap_or("sum");
    if how != "sum" {
        return Err(function.wrong(format!(
            "it puts terms together by `{how}`, and only sums are read. There is no way to read it."
        )));
    }
    let weight = |element: &Element| match element.attribute("weight") {
        Some(_) => fraction(element, "weight"),
        None => Ok(1.0),
    };
    let times = times * weight(function)?;
    for rectangle in function.all("hyperRectangle") {
        into.push((
            times * weight(rectangle)? * fraction(rectangle, "utility")?,
            rectangle,
        ));
    }
    for inner in function.all("ufun") {
        gather(inner, times, into)?;
    }
    Ok(())
}

/// Under which of two names an element has something; the first if under neither.
fn named<'a>(element: &Element, name: &'a str, older: &'a str) -> &'a str {
    let other = element.attribute(name).is_none() && element.attribute(older).is_some();
    if other { older } else { name }
}

/// What each option of an issue is worth, from nought to one.
fn evaluations(issue: &Element, known: &Issue, alike: &Alike<'_>) -> Result<Vec<f64>, Wrong> {
    match &known.options {
        Options::Named(names) => {
            let worth = Items::of(issue).evaluations(&known.name, names, alike)?;
            let most = worth.iter().copied().fold(0.0, f64::max);
            let of_most = |worth: f64| if most > 0.0 { worth / most } else { 0.0 };
            Ok(worth.into_iter().map(of_most).collect())
        }
        Options::Numbers { from, step, count } => {
            let evaluator = issue.first("evaluator").ok_or_else(|| {
                let name = issue.attribute("name").unwrap_or_default();
                issue.wrong(format!("the issue `{name}` has no evaluator. Give it one."))
            })?;
            if evaluator.attribute("ftype").unwrap_or("linear") != "linear" {
                return Err(evaluator.wrong("it has an evaluator that is not linear, which is not read. Write the values out as items."));
            }
            // Older files number the parameters.
            let (slope, offset) = (
                fraction(evaluator, named(evaluator, "slope", "parameter1"))?,
                fraction(evaluator, named(evaluator, "offset", "parameter0"))?,
            );
            let linear = |at: usize| {
                let number = from + step * i64::try_from(at).unwrap_or(0);
                // As GENIUS: the value itself, not how far it is from the lowest.
                as_f64(number).mul_add(slope, offset)
            };
            Ok((0..*count).map(linear).collect())
        }
    }
}
