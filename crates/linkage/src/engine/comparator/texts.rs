//! Words and codes: places, addresses, nationalities, numbers, whatever else a list says.

use super::{Agreement, Comparator, Level};
use crate::{
    engine::letters::{Letters, Likeness, Prepared},
    list::{Code, Words},
};

/// Texts compared letter by letter, each value with as many readings as its cell had.
pub struct Texts {
    readings: Readings,
    scale: &'static [Agreement],
    /// The level of each likeness.
    levels: [u8; 4],
}

/// Letters of all readings, and which belong to each value.
struct Readings {
    letters: Letters,
    starts: Vec<u32>,
}

const WORDS: [Agreement; 5] = [
    Agreement::Same,
    Agreement::OneSign,
    Agreement::Close,
    Agreement::Alike,
    Agreement::Different,
];

/// In a code every sign counts: what is merely alike differs.
const CODES: [Agreement; 4] = [
    Agreement::Same,
    Agreement::OneSign,
    Agreement::Close,
    Agreement::Different,
];

impl Texts {
    /// Prepares words.
    pub fn of_words(words: &[Words]) -> Self {
        Self {
            readings: Readings::new(words.iter().map(|w| w.0.as_slice())),
            scale: &WORDS,
            levels: [2, 3, 4, 5],
        }
    }

    /// Prepares codes.
    pub fn of_codes(codes: &[Code]) -> Self {
        Self {
            readings: Readings::new(codes.iter().map(|c| c.0.as_slice())),
            scale: &CODES,
            levels: [2, 3, 4, 4],
        }
    }

    fn of(&self, likeness: Likeness) -> Level {
        let [one, close, alike, unlike] = self.levels;
        Level(match likeness {
            Likeness::Same => 1,
            Likeness::OneLetter => one,
            Likeness::Close => close,
            Likeness::Alike => alike,
            Likeness::Unlike => unlike,
        })
    }

    fn against(&self, prepared: &mut Prepared, a: u32, b: u32) -> Level {
        if a == b {
            return Level::SAME;
        }
        let theirs = self.readings.of(b);
        let mut best = Likeness::Unlike;
        for mine in self.readings.of(a) {
            prepared.turn_to(mine);
            for other in theirs.clone() {
                best = best.min(prepared.likeness(other));
            }
        }
        self.of(best)
    }
}

impl Readings {
    fn new<'a>(values: impl Iterator<Item = &'a [String]>) -> Self {
        let mut letters = Letters::default();
        let mut starts = vec![0];
        for readings in values {
            for reading in readings {
                letters.push(reading);
            }
            starts.push(u32::try_from(letters.count()).unwrap_or(u32::MAX));
        }
        Self { letters, starts }
    }

    fn of(&self, value: u32) -> std::ops::Range<usize> {
        let at = |v: usize| self.starts.get(v).map_or(0, |&s| s as usize);
        at(value as usize)..at(value as usize + 1)
    }
}

impl Comparator for Texts {
    fn scale(&self) -> &'static [Agreement] {
        self.scale
    }

    fn level(&self, a: u32, b: u32) -> Level {
        if a == b {
            return Level::SAME;
        }
        let pairs = self
            .readings
            .of(a)
            .flat_map(|mine| self.readings.of(b).map(move |theirs| (mine, theirs)));
        let best = pairs.map(|(mine, theirs)| self.readings.letters.likeness(mine, theirs)).min();
        self.of(best.unwrap_or(Likeness::Unlike))
    }

    fn alike(&self, a: u32, others: &[u32], found: &mut Vec<(u32, Level)>) {
        let mut prepared = Prepared::new(&self.readings.letters);
        let different = self.different();
        for &b in others {
            let level = self.against(&mut prepared, a, b);
            if level < different {
                found.push((b, level));
            }
        }
    }
}
