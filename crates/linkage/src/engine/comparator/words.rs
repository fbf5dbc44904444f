//! Words: places, addresses, nationalities, whatever else a list says.

use super::{Agreement, Comparator, Level};
use crate::{
    engine::letters::{Letters, Likeness, Prepared},
    list::Words,
};

/// Texts compared letter by letter.
pub struct WordTexts {
    letters: Letters,
}

const SCALE: [Agreement; 5] = [
    Agreement::Same,
    Agreement::OneSign,
    Agreement::Close,
    Agreement::Alike,
    Agreement::Different,
];

impl WordTexts {
    /// Prepares the texts.
    pub fn new(texts: &[Words]) -> Self {
        let mut letters = Letters::default();
        for text in texts {
            letters.push(text.0.first().map_or("", String::as_str));
        }
        Self { letters }
    }
}

fn level(likeness: Likeness) -> Level {
    Level(match likeness {
        Likeness::OneLetter => 2,
        Likeness::Close => 3,
        Likeness::Alike => 4,
        Likeness::Unlike => 5,
    })
}

impl Comparator for WordTexts {
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
