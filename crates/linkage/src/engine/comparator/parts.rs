//! Parts of names: given names, fathers' names, family names.

use super::{Agreement, Coarse, Comparator, Level, readings::Readings, sound};
use crate::{
    engine::letters::{Likeness, Prepared},
    name::Name,
};

/// Names of one or more fields, numbered together, so that a given name can be compared with a
/// family name.
pub struct NameParts {
    readings: Readings,
    sounds: Vec<u32>,
}

const SCALE: [Agreement; 6] = [
    Agreement::Same,
    Agreement::OneSign,
    Agreement::Close,
    Agreement::Alike,
    Agreement::Exchanged,
    Agreement::Different,
];

impl NameParts {
    /// The level at which given and family name stand in each other's place.
    pub const EXCHANGED: Level = Level(5);

    /// Prepares the names.
    pub fn new(names: &[Name]) -> Self {
        let spellings: Vec<Vec<String>> = names
            .iter()
            .map(|name| name.spellings.iter().map(|s| joined(s)).collect())
            .collect();
        Self {
            sounds: sound::codes(
                spellings
                    .iter()
                    .map(|s| s.first().map_or("", String::as_str)),
            ),
            readings: Readings::new(spellings.iter().map(Vec::as_slice)),
        }
    }
}

fn joined(spelling: &[crate::name::Token]) -> String {
    let words: Vec<&str> = spelling.iter().map(|token| token.text.as_str()).collect();
    words.join(" ")
}

fn level(likeness: Likeness) -> Level {
    Level(match likeness {
        Likeness::Same => 1,
        Likeness::OneLetter => 2,
        Likeness::Close => 3,
        Likeness::Alike => 4,
        Likeness::Unlike => 6,
    })
}

impl Comparator for NameParts {
    fn scale(&self) -> &'static [Agreement] {
        &SCALE
    }

    fn level(&self, a: u32, b: u32) -> Level {
        if a == b {
            Level::SAME
        } else {
            level(self.readings.likeness(a, b))
        }
    }

    fn alike(&self, a: u32, others: &[u32], found: &mut Vec<(u32, Level)>) {
        let mut prepared = Prepared::new(self.readings.letters());
        for &b in others {
            let likeness = if a == b {
                Likeness::Same
            } else {
                self.readings.against(&mut prepared, a, b)
            };
            if likeness != Likeness::Unlike {
                found.push((b, level(likeness)));
            }
        }
    }

    fn coarse(&self) -> Option<Coarse> {
        Some(Coarse {
            of_value: self.sounds.clone(),
        })
    }

    fn content(&self, value: u32) -> u64 {
        self.readings.content(value)
    }
}
