//! Reading a plan: from the form of its file to what it means. All faults are found at once, each
//! with its place; what can be computed with although it cannot be right (more given than there is,
//! a price that does not come out) is no fault here but a finding of the check.

mod limits;
mod parts;
mod places;
mod rules;
mod steps;

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::{
    Act, Class, ClassId, Party, PartyId, Plan, PlanError, Problem, Stage, Verified, Where, Worth,
    file::{ClassFile, PlanFile},
    problem::Wrong,
};
use crate::document::{self, near::nearest};
use limits::{
    CLASSES_MOST, EXTENDED_MOST, HOURS_MOST, NUMBER_MOST, ORDERED_MOST, PARTIES_MOST, POINTS_MOST,
    PROBLEMS_MOST, RULES_MOST, STEPS_MOST, TURNS_MOST,
};

pub use limits::limits;

/// Reads a plan file.
///
/// # Errors
/// It is no document of this form, or parts of it make no sense: all such places are named.
pub fn read(bytes: &[u8]) -> Result<Plan, PlanError> {
    let file: PlanFile = document::read(bytes)?;
    if file.good_offices_plan != 1 {
        return Err(PlanError::Version {
            found: file.good_offices_plan,
        });
    }
    let mut reader = Reader::of(&file);
    let plan = reader.plan();
    if reader.problems.is_empty() {
        Ok(plan)
    } else {
        let problems = places::placed(reader.problems, document::text(bytes)?);
        Err(PlanError::Problems(problems))
    }
}

/// The JSON Schema of plan files.
pub fn schema() -> schemars::Schema {
    schemars::schema_for!(PlanFile)
}

struct Reader<'f> {
    file: &'f PlanFile,
    parties: BTreeMap<&'f str, PartyId>,
    classes: BTreeMap<&'f str, ClassId>,
    /// The names of each class.
    names: Vec<BTreeSet<&'f str>>,
    /// How many places the numbers of each party need.
    places: Vec<u8>,
    problems: Vec<Problem>,
}

impl<'f> Reader<'f> {
    fn of(file: &'f PlanFile) -> Self {
        let parties = file.parties.iter().enumerate();
        let classes = file.classes.iter().enumerate();
        let names = |class: &'f ClassFile| class.named.iter().map(String::as_str).collect();
        Self {
            file,
            parties: parties
                .map(|(at, party)| (party.party.as_str(), PartyId(at)))
                .collect(),
            classes: classes
                .map(|(at, class)| (class.class.as_str(), ClassId(at)))
                .collect(),
            names: file.classes.iter().map(names).collect(),
            places: Vec::new(),
            problems: Vec::new(),
        }
    }

    fn wrong(&mut self, at: Where, what: Wrong) {
        if self.problems.len() < PROBLEMS_MOST {
            let places = Vec::new();
            self.problems.push(Problem { at, places, what });
        }
    }

    /// Whether a class has somebody of this name.
    fn is_named(&self, class: ClassId, name: &str) -> bool {
        self.names
            .get(class.0)
            .is_some_and(|names| names.contains(name))
    }

    fn plan(&mut self) -> Plan {
        self.sizes();
        let empty = Plan {
            title: self.file.title.clone(),
            about: self.file.about.clone(),
            parties: Vec::new(),
            classes: Vec::new(),
            stages: Vec::new(),
            rules: super::Rules::default(),
            forecast: self.file.forecast.clone(),
            order: self.file.order.clone(),
        };
        if !self.problems.is_empty() {
            return empty;
        }
        self.keys();
        let places: Vec<u8> = (0..self.file.parties.len())
            .map(|at| self.places(at))
            .collect();
        self.places.clone_from(&places);
        let parties = self.file.parties.iter().zip(&places);
        let parties: Vec<Party> = parties
            .map(|(party, places)| self.party(party, *places))
            .collect();
        let classes = self.file.classes.iter();
        let classes: Vec<Class> = classes.map(|class| self.class(class, &places)).collect();
        let mut plan = Plan {
            parties,
            classes,
            ..empty
        };
        plan.stages = self.stages(&plan);
        plan.rules = self.rules();
        self.sums(&plan);
        plan
    }

    fn sizes(&mut self) {
        let steps = self.file.stages.iter().map(|stage| stage.steps.len()).sum();
        let rules = &self.file.rules;
        let rules = [
            rules.prices.len(),
            rules.batches.len(),
            rules.first.len(),
            rules.groups.len(),
        ];
        if let Some(found) = rules.into_iter().find(|rules| *rules > RULES_MOST) {
            let (of, most) = ("rules of one kind", RULES_MOST);
            self.wrong(Where::Plan, Wrong::TooMany { of, found, most });
        }
        let sizes = [
            ("parties", self.file.parties.len(), PARTIES_MOST),
            ("classes", self.file.classes.len(), CLASSES_MOST),
            ("stages", self.file.stages.len(), STEPS_MOST),
            ("steps", steps, STEPS_MOST),
        ];
        for (of, found, most) in sizes {
            if found > most {
                self.wrong(Where::Plan, Wrong::TooMany { of, found, most });
            } else if found == 0 {
                self.wrong(Where::Plan, Wrong::None { of });
            }
        }
    }

    /// Nothing is called as another of its sort is.
    fn keys(&mut self) {
        let file = self.file;
        let (parties, classes) = (&file.parties, &file.classes);
        for key in twice(parties.iter().map(|party| &party.party)) {
            self.wrong(Where::Party(key.clone()), Wrong::Twice(key));
        }
        for key in twice(classes.iter().map(|class| &class.class)) {
            self.wrong(Where::Class(key.clone()), Wrong::Twice(key));
        }
        let steps = file.stages.iter().flat_map(|stage| &stage.steps);
        for key in twice(steps.filter_map(|step| step.step.as_ref())) {
            self.wrong(Where::Plan, Wrong::Twice(key));
        }
        let parties = twice_said(parties.iter().map(|party| &party.name));
        let classes = twice_said(classes.iter().map(|class| &class.many));
        let stages = twice_said(file.stages.iter().map(|stage| &stage.stage));
        for (of, key, names) in [
            ("parties", "name", parties),
            ("classes", "many", classes),
            ("stages", "stage", stages),
        ] {
            for name in names.into_iter().filter(|name| !name.trim().is_empty()) {
                self.wrong(Where::Plan, Wrong::SameName { of, key, name });
            }
        }
    }

    fn verified(&mut self, at: Where, said: &str) -> Verified {
        let hours = said.strip_suffix(" hours").or(said.strip_suffix(" hour"));
        // 024 could be read to the base of eight.
        let hours =
            hours.filter(|hours| *hours == "0" || hours.starts_with(|c| ('1'..='9').contains(&c)));
        match (said, hours.and_then(|hours| hours.parse().ok())) {
            ("at handover", _) => Verified::AtHandover,
            ("by step", _) => Verified::ByStep,
            (_, Some(hours)) if hours <= HOURS_MOST => Verified::AfterHours(hours),
            _ => {
                self.wrong(at, Wrong::Verified(said.to_owned()));
                Verified::AtHandover
            }
        }
    }

    fn words(&mut self, at: Where, what: &'static str, words: &str) {
        if words.trim().is_empty() {
            self.wrong(at, Wrong::NoWords(what));
        }
    }

    fn day(&mut self, at: Where, said: &str) -> Option<Date> {
        let day = said.parse().ok().filter(|_| said.len() == 10);
        if day.is_none() {
            self.wrong(at, Wrong::Day(said.to_owned()));
        }
        day
    }

    fn party_id(&mut self, at: Where, key: &str) -> Option<PartyId> {
        let found = self.parties.get(key).copied();
        if found.is_none() {
            let there = self.file.parties.iter().map(|party| party.party.as_str());
            let there = keys(key, there);
            self.wrong(
                at,
                Wrong::NoParty {
                    key: key.to_owned(),
                    there,
                },
            );
        }
        found
    }

    fn class_id(&mut self, at: Where, key: &str) -> Option<ClassId> {
        let found = self.classes.get(key).copied();
        if found.is_none() {
            let there = self.file.classes.iter().map(|class| class.class.as_str());
            let there = keys(key, there);
            self.wrong(
                at,
                Wrong::NoClass {
                    key: key.to_owned(),
                    there,
                },
            );
        }
        found
    }

    fn stages(&mut self, plan: &Plan) -> Vec<Stage> {
        let mut named = BTreeSet::new();
        let stages = self.file.stages.iter().enumerate();
        let stages = stages.map(|(at, stage)| {
            let place = || Where::Stage(at + 1);
            self.words(place(), "a stage’s name", &stage.stage);
            let steps = stage.steps.iter().enumerate();
            Stage {
                name: stage.stage.clone(),
                on: stage.on.as_deref().and_then(|day| self.day(place(), day)),
                steps: steps
                    .filter_map(|(step, file)| {
                        self.step(Where::Step(at + 1, step + 1), file, plan, &mut named)
                    })
                    .collect(),
            }
        });
        stages.collect()
    }

    /// All that a party can gain and lose must be a number that sums of it can hold, and what is divided
    /// into turns must stay a plan that can be gone through.
    fn sums(&mut self, plan: &Plan) {
        let given = plan.given();
        for (class, given) in plan.classes.iter().zip(&given) {
            let most = NUMBER_MOST as usize;
            if *given > u64::from(NUMBER_MOST) {
                let (of, found) = (
                    "of it given in all",
                    usize::try_from(*given).unwrap_or(usize::MAX),
                );
                self.wrong(
                    Where::Class(class.key.clone()),
                    Wrong::TooMany { of, found, most },
                );
            }
        }
        let steps = || plan.stages.iter().flat_map(|stage| &stage.steps);
        let turns: u64 = steps()
            .map(|step| step.act.weight())
            .fold(0, u64::saturating_add);
        if turns > TURNS_MOST {
            let found = usize::try_from(turns).unwrap_or(usize::MAX);
            let most = usize::try_from(TURNS_MOST).unwrap_or(usize::MAX);
            let of = "moves by turns, each counted for every class in it";
            self.wrong(Where::Plan, Wrong::TooMany { of, found, most });
        }
        let further = if plan.rules.extension.is_some() {
            EXTENDED_MOST
        } else {
            0
        };
        for id in plan.party_ids() {
            // Of the plan itself, and with as many as orders are looked for and extensions reckoned with.
            let (mut all, mut reckoned): (i128, i128) = (0, 0);
            for (class, given) in plan.classes.iter().zip(&given) {
                let there_are = (*given).max(u64::from(class.number.unwrap_or(0)));
                let each = class.worth.get(id.0).map_or(0, Worth::most_of_one);
                all += i128::from(there_are) * i128::from(each);
                let count = there_are.max(ORDERED_MOST) + further;
                reckoned += i128::from(count) * i128::from(each);
            }
            let of_things = all;
            for step in steps() {
                if let Act::Deposit(d) | Act::GiveBack(d) = &step.act
                    && d.by == id
                {
                    all += i128::from(d.points.map_or(0, |points| points.high.unsigned_abs()));
                }
            }
            let Some(party) = plan.party(id) else {
                continue;
            };
            all += i128::from(party.points.as_ref().map_or(0, |points| points.future.high));
            let found = reckoned + (all - of_things);
            if all > i128::from(POINTS_MOST) {
                self.wrong(Where::Party(party.key.clone()), Wrong::Overflow);
            } else if found > i128::from(POINTS_MOST) {
                let what = Wrong::TooWorthy {
                    count: i64::try_from(ORDERED_MOST + further).unwrap_or(i64::MAX),
                    found,
                    most: POINTS_MOST,
                };
                self.wrong(Where::Party(party.key.clone()), what);
            }
        }
    }
}

/// What stands twice, each once.
fn twice<'k>(keys: impl Iterator<Item = &'k String>) -> Vec<String> {
    again(keys, String::as_str)
}

/// What stands twice, each once, capitals and spaces apart: people would take the two for one.
fn twice_said<'k>(names: impl Iterator<Item = &'k String>) -> Vec<String> {
    again(names, |name| said(name))
}

fn again<'k, K: Ord + Clone>(
    keys: impl Iterator<Item = &'k String>,
    taken_for: impl Fn(&'k String) -> K,
) -> Vec<String> {
    let (mut seen, mut told) = (BTreeSet::new(), BTreeSet::new());
    let again = keys.filter(|key| {
        let one = taken_for(key);
        !seen.insert(one.clone()) && told.insert(one)
    });
    again.cloned().collect()
}

/// A name as it is heard: without capitals, and with single spaces.
pub(super) fn said(name: &str) -> String {
    let words: Vec<String> = name.split_whitespace().map(str::to_lowercase).collect();
    words.join(" ")
}

/// Some keys in a row, as many as are worth reading, and the one that was most likely meant.
fn keys<'k>(meant: &str, all: impl ExactSizeIterator<Item = &'k str> + Clone) -> String {
    const TOLD: usize = 8;
    let near = nearest(meant, all.clone());
    let near = near.map_or_else(String::new, |near| {
        format!("; probably {} is meant", super::problem::quoted(near))
    });
    let more = if all.len() > TOLD { ", …" } else { "" };
    let told: Vec<&str> = all.take(TOLD).collect();
    super::problem::quoted(&(told.join(", ") + more)) + &near
}
