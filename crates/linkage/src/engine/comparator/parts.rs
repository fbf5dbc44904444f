//! Parts of names: given names, fathers' names, family names.

use super::{Agreement, Comparator, Level};
use crate::{
    engine::letters::{Letters, Likeness, Prepared},
    name::Name,
};

/// Names of one or more fields, numbered together, so that a given name can be compared with a
/// family name.
pub struct NameParts {
    letters: Letters,
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
        let mut letters = Letters::default();
        for name in names {
            let text: String = name
                .spellings
                .iter()
                .take(1)
                .flatten()
                .map(|t| t.text.as_str())
                .collect::<Vec<_>>()
                .join(" ");
            letters.push(&text);
        }
        Self { letters }
    }
}

fn level(likeness: Likeness) -> Level {
    Level(match likeness {
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
            return Level::SAME;
        }
        level(Prepared::new(&self.letters, a as usize).likeness(b as usize))
    }

    fn alike(&self, a: u32, others: &[u32], found: &mut Vec<(u32, Level)>) {
        let prepared = Prepared::new(&self.letters, a as usize);
        for &b in others {
            if a == b {
                found.push((b, Level::SAME));
                continue;
            }
            let likeness = prepared.likeness(b as usize);
            if likeness != Likeness::Unlike {
                found.push((b, level(likeness)));
            }
        }
    }
}
