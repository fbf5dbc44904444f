//! Nonlinear utility spaces of GENIUS: sums of hyper-rectangles, and of functions of such within functions.

use std::collections::BTreeMap;

use super::{POINTS, Reader, elements};
use crate::packages::{
    domain::Options,
    profile::{Bound, Counts, Profile, Run, TERMS_MOST, Term},
    read::{
        Precision,
        issues::Named,
        items::{Items, Repeats},
        meaning::joined,
        numbers::{fraction, nearest, whole},
        place::{Wrong, Wrongs, named},
        xml::Element,
    },
};

/// Whether all indices of issues can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Indices {
    /// They can.
    All,
    /// Not those that are told as no numbers.
    Some,
}

type ByIndex<'a> = (BTreeMap<i64, Indexed<'a>>, Indices);

/// An issue that bounds of rectangles name by its index.
struct Indexed<'a> {
    element: &'a Element,
    issue: Named,
    repeats: Repeats,
}

impl<'a> Reader<'a> {
    pub(super) fn nonlinear(&mut self) -> (Profile, Precision) {
        let mut rectangles = Vec::new();
        let utility = self.objective.first("utility");
        for function in utility.iter().flat_map(|utility| utility.all("ufun")) {
            gather(function, 1.0, &mut rectangles, &mut self.wrongs);
        }
        if let Some(utility) = utility.filter(|_| rectangles.len() > TERMS_MOST) {
            self.wrongs.push(utility.wrong(format!(
                "it has {} rectangles, and at most {TERMS_MOST} are read. Leave out those that are worth least.",
                rectangles.len()
            )));
            rectangles.clear();
        }
        let whole = rectangles.iter().all(|(worth, _)| worth.fract() == 0.0);
        let most = utility.map_or(Ok(1.0), |utility| fraction(utility, "maxutility"));
        let most = self.read(most);
        let scale = if whole || most <= 0.0 {
            1.0
        } else {
            10_000.0 / most
        };
        let indexed = self.indexed();
        let mut terms = Vec::new();
        for (worth, rectangle) in rectangles {
            terms.push(self.term(worth * scale, rectangle, &indexed));
        }
        let points = POINTS.to_string();
        let as_written = utility.and_then(|utility| utility.attribute("maxutility"));
        let reservation = self.reservation(if whole || most <= 0.0 {
            as_written.unwrap_or("1")
        } else {
            &points
        });
        let precision = if whole {
            Precision::AsWritten
        } else {
            Precision::Rounded(POINTS)
        };
        (self.profile(self.nothing(), terms, reservation), precision)
    }

    /// The issues of the domain by their index here.
    fn indexed(&mut self) -> ByIndex<'a> {
        let (mut indexed, mut known) = (BTreeMap::new(), Indices::All);
        for element in elements(self.objective) {
            // What is no number is told where the issues are read.
            let Ok(index) = whole(element, "index") else {
                known = Indices::Some;
                continue;
            };
            let issue = self.place(element);
            indexed.entry(index).or_insert_with(|| Indexed {
                element,
                issue,
                repeats: Items::of(element).repeats(),
            });
        }
        (indexed, known)
    }

    fn term(&mut self, worth: f64, rectangle: &Element, indexed: &ByIndex<'_>) -> Term {
        let outside = rectangle.first("EXCLUDES").is_some();
        if outside && rectangle.first("INCLUDES").is_some() {
            self.wrongs.push(rectangle.wrong("a rectangle has both INCLUDES and EXCLUDES, which has no one meaning. Split it in two."));
        }
        let mut bounds: Vec<Bound> = Vec::new();
        for bound in &rectangle.children {
            let bound = self.bound(bound, indexed);
            let Some(bound) = self.read(bound) else {
                continue;
            };
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
        Term {
            points: nearest(worth),
            counts: if outside {
                Counts::Outside
            } else {
                Counts::Inside
            },
            bounds,
        }
    }

    fn always(&self) -> Bound {
        let count = self
            .talks
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

    /// Nothing where its issue is hidden by another fault.
    fn bound(
        &self,
        bound: &Element,
        (indexed, known): &ByIndex<'_>,
    ) -> Result<Option<Bound>, Wrong> {
        let index = whole(bound, "index")?;
        let Some(found) = indexed.get(&index) else {
            let why =
                format!("a rectangle names issue {index}, which there is not. Correct its index.");
            return match known {
                Indices::All => Err(bound.wrong(why)),
                Indices::Some => Ok(None),
            };
        };
        if found.repeats == Repeats::Some {
            // Rectangles count options by their place, which such a list leaves open.
            return Err(bound.wrong(format!(
                "a rectangle counts the options of issue {index}, of which one stands twice (line {}). Give each option one item.",
                found.element.place.line
            )));
        }
        let (low, high) = (whole(bound, "min")?, whole(bound, "max")?);
        let Named::Issue(issue) = found.issue else {
            return Ok(None);
        };
        let options = self.talks.domain.issues().get(issue);
        let options = options.map(|issue| &issue.options);
        Ok(Some(Bound {
            issue,
            runs: options
                .and_then(|options| run(options, low, high))
                .into_iter()
                .collect(),
        }))
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
    wrongs: &mut Wrongs,
) {
    let how = function.attribute("aggregation").unwrap_or("sum");
    if how != "sum" {
        wrongs.push(function.wrong(format!(
            "it puts terms together by `{}`, and only sums are read. There is no way to read it.",
            named(how)
        )));
        return;
    }
    let mut read = |read: Result<f64, Wrong>| {
        read.unwrap_or_else(|wrong| {
            wrongs.push(wrong);
            1.0
        })
    };
    let weight = |element: &Element| match element.attribute("weight") {
        Some(_) => fraction(element, "weight"),
        None => Ok(1.0),
    };
    let times = times * read(weight(function));
    for rectangle in function.all("hyperRectangle") {
        let utility = fraction(rectangle, "utility");
        into.push((times * read(weight(rectangle)) * read(utility), rectangle));
    }
    for inner in function.all("ufun") {
        gather(inner, times, into, wrongs);
    }
}
