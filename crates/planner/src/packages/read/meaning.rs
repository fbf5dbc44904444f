//! What our own form means: names become numbers, decimals whole points. All that makes no sense is told.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{
    Precision, Said, Weights,
    file::{NamedFile, PackageFile, PartyFile, TermFile, WeightsFile},
    issues::{Named, Talks},
    place::{Wrong, Wrongs, named},
};
use crate::{
    decimal::Decimal,
    document::{
        near::nearest,
        scalar,
        way::Way,
        when::{day_meant, no_such_day},
    },
    packages::{
        ask::ANSWERS_MOST,
        domain::{Issue, Options, Package},
        profile::{Bound, Counts, Profile, Run, Term},
    },
};

/// Issues that a package leaves out and that are told by name.
const LEFT_OUT_TOLD: usize = 8;

/// Names among which one that was meant is looked for.
pub(super) const COMPARED_MOST: usize = 100;

/// What is read of a document of ours, and what is wrong in it.
pub(super) struct Reader<'t> {
    talks: &'t Talks,
    wrongs: Wrongs,
}

type Meant = (Profile, Said, Vec<(Package, Package)>);

/// A package, and what is wrong with it.
pub(super) fn package(talks: &Talks, file: &PackageFile, way: &Way) -> (Package, Vec<Wrong>) {
    let mut reader = Reader::of(talks);
    let package = reader.package(file, way, "");
    (package, reader.wrongs.into_found())
}

/// What a party prefers, and what is wrong with it.
pub(super) fn party(talks: &Talks, file: PartyFile, way: &Way) -> (Meant, Vec<Wrong>) {
    let mut reader = Reader::of(talks);
    let meant = reader.party(file, way);
    (meant, reader.wrongs.into_found())
}

/// What is wrong with what a party says, where it is not known what is talked about.
pub(super) fn by_itself(file: &PartyFile, way: &Way) -> Vec<Wrong> {
    day(file, way).into_iter().collect()
}

/// As in a plan: a day is written in full, and must exist.
fn day(file: &PartyFile, way: &Way) -> Option<Wrong> {
    let said = file.points_on.as_deref()?;
    if said.len() == 10 && said.parse::<Date>().is_ok() {
        return None;
    }
    let why = no_such_day(said).unwrap_or_else(|| {
        let meant = day_meant(said);
        let meant = meant.unwrap_or_else(|| "year, month and day, such as 2026-03-01".to_owned());
        format!("is no day. Write {meant}.")
    });
    let wrong = Wrong::new(format!("the day `{}` of `points-on` {why}", named(said)));
    Some(wrong.at(way.clone().key("points-on").value()))
}

impl<'t> Reader<'t> {
    fn of(talks: &'t Talks) -> Self {
        Self {
            talks,
            wrongs: Wrongs::default(),
        }
    }

    fn wrong(&mut self, why: String, way: Way) {
        self.wrongs.push(Wrong::new(why).at(way));
    }

    /// A package; where it is one of an answer, with words that say of which.
    fn package(&mut self, file: &PackageFile, way: &Way, of: &str) -> Package {
        let unknown = self.known(file.keys(), way, of);
        let talks = self.talks;
        let issues = talks.domain.issues().iter();
        let left_out = issues.filter(|issue| talks.is_known(issue));
        let left_out: Vec<&Issue> = left_out
            .filter(|issue| !file.contains_key(&issue.name))
            .collect();
        // As many may be meant by names that there are not.
        if left_out.len() > unknown {
            let names = left_out
                .iter()
                .map(|issue| format!("`{}`", named(&issue.name)));
            let names: Vec<String> = names.take(LEFT_OUT_TOLD).collect();
            let more = if left_out.len() > LEFT_OUT_TOLD {
                " and others"
            } else {
                ""
            };
            let options = if left_out.len() == 1 {
                "one of its options"
            } else {
                "one option of each"
            };
            let wrong = Wrong::new(format!(
                "{of}it says nothing of {}{more}. Name {options}.",
                names.join(", ")
            ));
            self.wrongs
                .push(wrong.at(way.clone()).of_what_is_left_out());
        }
        let options = talks.domain.issues().iter().map(|issue| {
            let option = file.get(&issue.name)?;
            let way = || way.clone().key(&issue.name).value();
            self.number_of(issue, &option.name(), way, of)
        });
        Package(options.map(Option::unwrap_or_default).collect())
    }

    /// That each of these is the name of an issue; how many are not.
    fn known<'n>(&mut self, names: impl Iterator<Item = &'n String>, way: &Way, of: &str) -> usize {
        let mut unknown = 0;
        for name in names {
            if matches!(self.talks.find(name), Named::Nothing) {
                unknown += 1;
                if self.wrongs.is_full() {
                    continue;
                }
                let known = self.talks.domain.issues().iter();
                let known: Vec<&str> = known.map(|issue| issue.name.as_str()).collect();
                let why = format!(
                    "{of}there is no issue called `{}`. {}",
                    named(name),
                    one_of("the issues", name, &known)
                );
                self.wrong(why, way.clone().key(name));
            }
        }
        unknown
    }

    fn number_of(
        &mut self,
        issue: &Issue,
        name: &str,
        way: impl FnOnce() -> Way,
        of: &str,
    ) -> Option<u32> {
        let number = self.talks.option(issue, name);
        let number = number.and_then(|at| u32::try_from(at).ok());
        if number.is_none() && self.talks.is_known(issue) && !self.wrongs.is_full() {
            let why = format!(
                "{of}`{}` has no option `{}`. {}",
                named(&issue.name),
                named(name),
                there(&issue.options, name)
            );
            self.wrong(why, way());
        }
        number
    }

    /// The options that a word means: one, or a range of numbers or names.
    fn run(&mut self, issue: &Issue, name: &str, way: impl Fn() -> Way) -> Option<Run> {
        if self.talks.option(issue, name).is_none()
            && let Some((first, last)) = name.split_once(" to ")
        {
            let first = self.number_of(issue, first, &way, "");
            let last = self.number_of(issue, last, &way, "");
            let (first, last) = (first?, last?);
            if first <= last {
                return Some(Run { first, last });
            }
            let why = format!(
                "on `{}` the range `{}` goes backwards. Write the earlier option first.",
                named(&issue.name),
                named(name)
            );
            self.wrong(why, way());
            return None;
        }
        let one = self.number_of(issue, name, way, "")?;
        Some(Run {
            first: one,
            last: one,
        })
    }

    fn party(&mut self, file: PartyFile, way: &Way) -> Meant {
        let places = places(&file);
        let units = Units { places };
        let in_points = way.clone().key("points");
        self.known(file.points.keys(), &in_points, "");
        let talks = self.talks;
        let points = talks.domain.issues().iter().map(|issue| {
            let given = file.points.get(&issue.name);
            given.map_or_else(
                || vec![0; issue.options.count()],
                |given| self.points(issue, given, units, &in_points),
            )
        });
        let points = points.collect();
        let terms = file.together.iter().enumerate();
        let terms = terms.filter_map(|(at, given)| {
            self.term(given, units, &way.clone().key("together").item(at))
        });
        let terms = terms.collect();
        let answers = file.answers.iter().enumerate().map(|(at, answer)| {
            // More are refused when they are to be weighed: what they say is not looked at.
            if at >= ANSWERS_MOST {
                return (Package(Vec::new()), Package(Vec::new()));
            }
            let of = format!("in answer {}, ", at + 1);
            let way = |key| way.clone().key("answers").item(at).key(key);
            (
                self.package(&answer.prefers, &way("prefers"), &of),
                self.package(&answer.to, &way("to"), &of),
            )
        });
        let answers = answers.collect();
        let mut floor = |key: &'static str, given: Option<Decimal>| {
            given.map(|given| self.points_of(units, given, || way.clone().key(key).value()))
        };
        let at_least = floor("at-least", file.at_least);
        let without_agreement = floor("without-agreement", file.without_agreement);
        if let Some(wrong) = day(&file, way) {
            self.wrongs.push(wrong);
        }
        let profile = Profile {
            points,
            terms,
            at_least,
            without_agreement: without_agreement.unwrap_or(0),
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
            weightless: Vec::new(),
        };
        (profile, said, answers)
    }

    fn points_of(&mut self, units: Units, number: Decimal, way: impl FnOnce() -> Way) -> i64 {
        number.in_units_of(units.places).unwrap_or_else(|| {
            self.wrong(format!("the number {number} is too large beside others with so many digits. Use fewer digits."), way());
            0
        })
    }

    fn points(
        &mut self,
        issue: &Issue,
        given: &BTreeMap<String, Decimal>,
        units: Units,
        within: &Way,
    ) -> Vec<i64> {
        let mut points: Vec<Option<i64>> = vec![None; issue.options.count()];
        for (name, worth) in given {
            let way = || within.clone().key(&issue.name).key(name);
            let worth = self.points_of(units, *worth, way);
            if let (Options::Numbers { step, .. }, "each") = (&issue.options, name.as_str()) {
                self.each(issue, &mut points, *step, worth, way);
            } else {
                self.named(issue, &mut points, name, worth, way);
            }
        }
        let points = points.into_iter();
        points.map(Option::unwrap_or_default).collect()
    }

    /// So much more for each one more.
    fn each(
        &mut self,
        issue: &Issue,
        points: &mut [Option<i64>],
        step: i64,
        worth: i64,
        way: impl FnOnce() -> Way,
    ) {
        for (at, points) in (0_i64..).zip(points) {
            let steps = at.checked_mul(step);
            let Some(steps) = steps.and_then(|above| above.checked_mul(worth)) else {
                let why = format!(
                    "on `{}` the points come to too many. Use a smaller scale.",
                    named(&issue.name)
                );
                return self.wrong(why, way());
            };
            *points = Some(points.unwrap_or(0).saturating_add(steps));
        }
    }

    fn named(
        &mut self,
        issue: &Issue,
        points: &mut [Option<i64>],
        name: &str,
        worth: i64,
        way: impl Fn() -> Way,
    ) {
        let Some(run) = self.run(issue, name, &way) else {
            return;
        };
        let meant = points.iter_mut().skip(run.first as usize);
        for points in meant.take((run.last - run.first + 1) as usize) {
            if points.is_some() {
                let why = format!(
                    "on `{}` the options of `{}` are given points twice. Give them once.",
                    named(&issue.name),
                    named(name)
                );
                return self.wrong(why, way());
            }
            *points = Some(worth);
        }
    }

    fn term(&mut self, given: &TermFile, units: Units, way: &Way) -> Option<Term> {
        let (counts, key, bounds) = match (&given.inside, &given.outside) {
            (Some(named), None) => (Counts::Inside, "if", named),
            (None, Some(named)) => (Counts::Outside, "unless", named),
            _ => {
                let wrong = Wrong::new(format!(
                    "the {} points given together have neither or both of `if` and `unless`. Give one.",
                    given.points
                ));
                self.wrongs
                    .push(wrong.at(way.clone()).of_what_is_left_out());
                return None;
            }
        };
        let within = way.clone().key(key);
        self.known(bounds.keys(), &within, "");
        let talks = self.talks;
        let mut read = Vec::new();
        for (name, options) in bounds {
            if let Named::Issue(at) = talks.find(name)
                && let Some(issue) = talks.domain.issues().get(at)
            {
                read.push(self.bound(issue, at, options, &within));
            }
        }
        Some(Term {
            points: self.points_of(units, given.points, || way.clone().key("points").value()),
            counts,
            bounds: read,
        })
    }

    fn bound(&mut self, issue: &Issue, at: usize, options: &NamedFile, way: &Way) -> Bound {
        let way = || way.clone().key(&issue.name).value();
        let runs = match options {
            NamedFile::One(option) => self.run(issue, &option.name(), way).into_iter().collect(),
            NamedFile::AnyOf(options) => {
                let options = options.iter().enumerate();
                let runs = options
                    .filter_map(|(at, option)| self.run(issue, &option.name(), || way().item(at)));
                runs.collect()
            }
        };
        Bound {
            issue: at,
            runs: joined(runs),
        }
    }
}

/// What can be written instead of a name that there is not.
fn one_of(all: &str, name: &str, known: &[&str]) -> String {
    const NAMED: usize = 8;
    if known.len() <= NAMED {
        let known: Vec<String> = known
            .iter()
            .map(|known| format!("`{}`", named(known)))
            .collect();
        return format!("Write one of {all}: {}.", known.join(", "));
    }
    if known.len() > COMPARED_MOST {
        return format!("Write one of {all}.");
    }
    nearest(name, known.iter().copied()).map_or_else(
        || format!("Write one of {all}."),
        |meant| {
            format!(
                "Write `{}`, if that is meant, or another of {all}.",
                named(meant)
            )
        },
    )
}

/// What can be written instead of an option that there is not.
fn there(options: &Options, name: &str) -> String {
    match options {
        Options::Named(names) => {
            // Of more it is not asked which is near.
            let names = names.iter().take(COMPARED_MOST + 1);
            let names: Vec<&str> = names.map(String::as_str).collect();
            one_of("its options", name, &names)
        }
        Options::Numbers { from, step, count } => {
            let last = options.name(count.saturating_sub(1)).unwrap_or_default();
            let steps = if *step == 1 {
                String::new()
            } else {
                format!(" in steps of {step}")
            };
            // What could be read as another number is none here.
            let meant = scalar::number_meant(name).filter(|_| scalar::is_misread(name));
            match meant.filter(|meant| ends_with_one_of(options, meant)) {
                Some(meant) => meant,
                None => format!("Write a number from {from} to {last}{steps}."),
            }
        }
    }
}

/// Whether the number with which a sentence ends is an option.
fn ends_with_one_of(options: &Options, sentence: &str) -> bool {
    let last = sentence.trim_end_matches('.').rsplit(' ').next();
    let number = last.and_then(|last| last.parse().ok());
    number.is_some_and(|number| options.of_number(number).is_some())
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
