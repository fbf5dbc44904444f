//! What makes no sense in a conflict, gathered while it is read, and what is in doubt because of a fault:
//! what only follows from one is not told as another.

use std::collections::BTreeSet;

use super::{
    words::Name,
    wrong::{At, Wrong},
};
use crate::document::{
    fault::{FAULTS_MOST, plain},
    mend::STAND_IN,
    near::nearest,
    placed::PLACES_MOST,
    way::Way,
};

/// Names among which one that was meant is looked for.
const COMPARED_MOST: usize = 100;

/// How much of something is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Known {
    /// All of it.
    #[default]
    Whole,
    /// Not what a fault hides.
    InPart,
}

/// What is in doubt.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Doubts {
    /// The names of the decision makers.
    pub makers: Known,
    /// The options.
    pub options: Known,
    /// The states: there can be fewer than those that are found, as long as the options are known.
    pub states: Known,
    /// The names of the states.
    pub names: Known,
    /// The decision makers, from nought, of whom it is not known what they prefer.
    pub preferences: BTreeSet<usize>,
}

/// What the form of a file is that something stands in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Form {
    /// As it has to be.
    #[default]
    Sound,
    /// Mended: something may stand in for what could not be read.
    Mended,
}

/// What makes no sense, with the ways to it.
#[derive(Debug, Default)]
pub struct Faults {
    /// What is in doubt.
    pub doubts: Doubts,
    form: Form,
    found: Vec<(Vec<Way>, Wrong)>,
}

impl Faults {
    /// None so far, in what can be read of a file whose form has faults.
    pub const fn of_mended(doubts: Doubts) -> Self {
        Self {
            doubts,
            form: Form::Mended,
            found: Vec::new(),
        }
    }

    /// One at each of these places.
    pub fn add(&mut self, ways: impl IntoIterator<Item = Way>, wrong: Wrong) {
        let stands_in = self.form == Form::Mended && says_a_stand_in(&wrong);
        if self.is_full() || stands_in {
            return;
        }
        self.found.push((ways.into_iter().collect(), wrong));
    }

    /// Whether no more are told.
    pub const fn is_full(&self) -> bool {
        self.found.len() >= FAULTS_MOST
    }

    /// Whether there is none.
    pub const fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// Keeps those that are told at some of these places.
    pub fn retain(&mut self, are_told: impl Fn(&[Way]) -> bool) {
        self.found.retain(|(ways, _)| are_told(ways));
    }

    /// All of them.
    pub fn into_found(self) -> Vec<(Vec<Way>, Wrong)> {
        self.found
    }

    /// That there are neither too few nor too many of something.
    pub fn count(
        &mut self,
        what: &'static str,
        found: usize,
        (least, most): (usize, usize),
        way: Way,
    ) -> Option<()> {
        if (least..=most).contains(&found) {
            return Some(());
        }
        let wrong = Wrong::Count {
            what,
            found,
            least,
            most,
        };
        self.add([way], wrong);
        None
    }

    /// That names are there and stand for one thing each; a name that nobody wrote has no way.
    pub fn names(
        &mut self,
        what: &'static str,
        names: &[&str],
        way: impl Fn(usize) -> Option<Way>,
    ) {
        let mut seen = std::collections::BTreeMap::new();
        if self.is_full() {
            return;
        }
        for (at, name) in names.iter().enumerate() {
            let of_one = if name.trim().is_empty() {
                Some("has no letters")
            } else if name.starts_with("not ") {
                Some("begins with `not`, which means that an option is not taken")
            } else {
                seen.entry(*name).or_insert_with(Vec::new).push(at);
                None
            };
            if let Some(why) = of_one {
                let name = (*name).to_owned();
                self.add(way(at), Wrong::Name { what, name, why });
            }
        }
        for (name, at) in seen.into_iter().filter(|(_, at)| at.len() > 1) {
            let wrong = Wrong::Name {
                what,
                name: name.to_owned(),
                why: "stands for two",
            };
            let ways = at.into_iter().filter_map(&way);
            self.add(ways.take(PLACES_MOST), wrong);
        }
    }

    /// A name of an option that there is not.
    pub fn no_option(&mut self, name: &str, options: &[String], at: &At, way: Way) {
        // One that is hidden by another fault may be meant.
        if self.doubts.options == Known::Whole {
            let all = options.iter().map(String::as_str);
            self.unknown("option", name, (all, options.len()), at, way);
        }
    }

    /// A name of a decision maker that there is not.
    pub fn no_maker(&mut self, name: &str, makers: &[&str], at: &At, way: Way) {
        if self.doubts.makers == Known::Whole {
            let all = makers.iter().copied();
            self.unknown("decision maker", name, (all, makers.len()), at, way);
        }
    }

    /// A name of a state that there is not.
    pub fn no_state(&mut self, name: &Name, states: &[Name], known: &str, at: &At, way: Way) {
        let doubts = &self.doubts;
        let may_be_hidden = doubts.options == Known::InPart || doubts.names == Known::InPart;
        if may_be_hidden || self.is_full() {
            return;
        }
        let wrong = Wrong::Unknown {
            at: at.clone(),
            what: "state",
            name: name.0.clone(),
            known: match self.doubts.states {
                Known::Whole => known.to_owned(),
                Known::InPart => String::new(),
            },
            // Of two numbers neither is meant by the other.
            probably: near(
                &name.0,
                states.iter().map(|name| name.0.as_str()),
                states.len(),
            )
            .filter(|near| near.parse::<u32>().is_err()),
        };
        self.add([way], wrong);
    }

    fn unknown<'a>(
        &mut self,
        what: &'static str,
        name: &str,
        (all, number): (impl Iterator<Item = &'a str> + Clone, usize),
        at: &At,
        way: Way,
    ) {
        if self.is_full() {
            return;
        }
        let known: Vec<String> = all.clone().map(plain).collect();
        let wrong = Wrong::Unknown {
            at: at.clone(),
            what,
            name: name.to_owned(),
            known: known.join(", "),
            probably: near(name, all, number),
        };
        self.add([way], wrong);
    }
}

fn near<'a>(name: &str, all: impl Iterator<Item = &'a str>, number: usize) -> Option<String> {
    let near = (number <= COMPARED_MOST).then(|| nearest(name, all))?;
    near.map(str::to_owned)
}

/// What stands in for words that are not there is none of the writer's.
fn says_a_stand_in(wrong: &Wrong) -> bool {
    let says = |words: &[&str]| words.iter().any(|says| says.contains(STAND_IN));
    match wrong {
        Wrong::Name { name, .. }
        | Wrong::Unknown { name, .. }
        | Wrong::Contradiction { option: name, .. }
        | Wrong::Empty(name)
        | Wrong::Twice { state: name, .. }
        | Wrong::Nowhere { states: name, .. }
        | Wrong::ToldApart { state: name, .. } => says(&[name]),
        Wrong::Overlap(one, other) => says(&[one, other]),
        Wrong::Count { .. }
        | Wrong::States { .. }
        | Wrong::NothingFeasible
        | Wrong::Preferences { .. }
        | Wrong::BothForms { .. } => false,
    }
}
