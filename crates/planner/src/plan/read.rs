//! Reading a plan: from the form of its file to what it means. All faults are found at once, each
//! with its place; what can be computed with although it cannot be right (more given than there is,
//! a price that does not come out) is no fault here but a finding of the check.

pub(crate) mod limits;
mod own;
mod parts;
mod places;
mod rules;
mod sections;
mod sizes;
mod steps;

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::{
    Class, ClassId, Party, PartyId, Plan, PlanError, Problem, Stage, Verified, Where,
    file::{ClassFile, PlanFile},
    problem::{Wrong, quoted},
};
use crate::document::{
    self, DocumentError, Fault, mend, near::nearest,
    typographic::quoted as quoted_by_a_word_processor,
};
use limits::{COMPARED_MOST, HOURS_MOST, PROBLEMS_MOST};

pub use limits::limits;
pub use places::places_of;

/// Reads a plan file.
///
/// # Errors
/// It is no document of this form, or parts of it make no sense: all such places are named.
pub fn read(bytes: &[u8]) -> Result<Plan, PlanError> {
    let file: PlanFile = match document::read(bytes) {
        Ok(file) => file,
        Err(DocumentError::Faults(faults)) => return Err(faulty(faults, document::text(bytes)?)),
        Err(error) => return Err(error.into()),
    };
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

/// Of a file whose form has faults, these and what makes no sense in what can be read all the same.
fn faulty(form: Vec<Fault>, text: &str) -> PlanError {
    let read = mend::mended::<PlanFile>(text, form.len());
    let meaning = read.map_or_else(Vec::new, |(file, root)| {
        let mut reader = Reader::of(&file);
        reader.plan();
        own::own(places::placed_in(reader.problems, &root), &form, &root)
    });
    if meaning.is_empty() {
        return DocumentError::Faults(form).into();
    }
    PlanError::Faults { form, meaning }
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
    /// The classes of which it is not known who gives them.
    no_giver: BTreeSet<ClassId>,
    problems: Vec<Problem>,
    /// How many keys were held against one that is not there.
    compared: usize,
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
            no_giver: BTreeSet::new(),
            problems: Vec::new(),
            compared: 0,
        }
    }

    fn wrong(&mut self, at: Where, what: Wrong) {
        if self.problems.len() < PROBLEMS_MOST {
            let places = Vec::new();
            self.problems.push(Problem { at, places, what });
        }
    }

    /// The same where what is wrong takes looking for: past the last that is told nothing is looked for.
    fn wrong_with(&mut self, at: Where, what: impl FnOnce(&mut Self) -> Wrong) {
        if self.problems.len() < PROBLEMS_MOST {
            let what = what(self);
            self.wrong(at, what);
        }
    }

    /// Those that there are beside one that is not, with the one that was meant, as far as there is time to
    /// look for it.
    fn there<'k>(
        &mut self,
        meant: &str,
        all: &(impl ExactSizeIterator<Item = (&'k str, [&'k str; 2])> + Clone),
    ) -> String {
        let compared = self.compared.saturating_add(all.len());
        if compared > COMPARED_MOST {
            return keys(all);
        }
        self.compared = compared;
        keys(all) + &probably(meant, all)
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
        let too_much = |problem: &Problem| matches!(problem.what, Wrong::TooMany { .. });
        if self.problems.iter().any(too_much) {
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
        let classes: Vec<Class> = classes
            .enumerate()
            .map(|(at, class)| self.class(ClassId(at), class, &places))
            .collect();
        let mut plan = Plan {
            parties,
            classes,
            ..empty
        };
        plan.stages = self.stages(&plan);
        plan.rules = self.rules();
        self.sums(&plan);
        self.sections(&plan);
        plan
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
        // Where there is none at all, that is told once.
        if found.is_none() && !self.parties.is_empty() {
            let there = self.file.parties.iter();
            let there = there.map(|party| (party.party.as_str(), [party.name.as_str(); 2]));
            self.wrong_with(at, |reader| Wrong::NoParty {
                key: key.to_owned(),
                there: reader.there(key, &there),
            });
        }
        found
    }

    fn class_id(&mut self, at: Where, key: &str) -> Option<ClassId> {
        let found = self.classes.get(key).copied();
        if found.is_none() && !self.classes.is_empty() {
            let there = self.file.classes.iter();
            let names = |class: &'f ClassFile| [class.many.as_str(), class.one.as_str()];
            let there = there.map(|class| (class.class.as_str(), names(class)));
            self.wrong_with(at, |reader| Wrong::NoClass {
                key: key.to_owned(),
                there: reader.there(key, &there),
            });
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
                        self.step(&Where::Step(at + 1, step + 1), file, plan, &mut named)
                    })
                    .collect(),
            }
        });
        stages.collect()
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

/// Some keys in a row, as many as are worth reading. Each comes with the names of what it is the key of.
fn keys<'k>(all: &(impl ExactSizeIterator<Item = (&'k str, [&'k str; 2])> + Clone)) -> String {
    const TOLD: usize = 8;
    let more = if all.len() > TOLD { ", …" } else { "" };
    let told: Vec<&str> = all.clone().take(TOLD).map(|(key, _)| key).collect();
    quoted(&(told.join(", ") + more))
}

/// The key that was most likely meant: that of what is called so, or the nearest.
fn probably<'k>(
    meant: &str,
    all: &(impl Iterator<Item = (&'k str, [&'k str; 2])> + Clone),
) -> String {
    if let Some((_, bare)) = quoted_by_a_word_processor(meant)
        && all.clone().any(|(key, _)| key == bare)
    {
        return format!(
            "; leave out its quotation marks, which are those of a word processor, where {} is meant",
            quoted(bare)
        );
    }
    let heard = said(meant);
    let called = all.clone().find_map(|(key, names)| {
        let mut names = names.into_iter().filter(|name| *name != key);
        let name = names.find(|name| said(name) == heard)?;
        Some(format!("; {} is the key of {}", quoted(key), quoted(name)))
    });
    let near = || {
        let near = nearest(meant, all.clone().map(|(key, _)| key));
        near.map(|near| format!("; probably {} is meant", quoted(near)))
    };
    called.or_else(near).unwrap_or_default()
}
