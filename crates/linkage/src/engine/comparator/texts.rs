//! Words and codes: places, addresses, nationalities, numbers, whatever else a list says.

use super::{Agreement, Among, Comparator, Level, each_that, readings::Readings, taken};
use crate::{
    engine::letters::{Likeness, Prepared, Sieve},
    list::{Code, Words},
};

/// Texts compared letter by letter, each value with as many readings as its cell had.
pub struct Texts {
    readings: Readings,
    scale: &'static [Agreement],
    /// The level of each likeness.
    levels: [u8; 4],
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

/// Words of which there are few: another word is another thing, however alike it is spelled.
const FEW: [Agreement; 2] = [Agreement::Same, Agreement::Different];

impl Texts {
    /// Prepares words of which there are few, such as those for a sex.
    pub fn of_few(words: &[Words]) -> Self {
        Self {
            readings: Readings::new(words.iter().map(|w| w.0.as_slice())),
            scale: &FEW,
            levels: [2, 2, 2, 2],
        }
    }

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

    fn prepared_level(&self, prepared: &mut Prepared, a: u32, b: u32) -> Level {
        if a == b {
            return Level::SAME;
        }
        self.of(self.readings.against(prepared, a, b))
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
}

/// Texts put side by side.
struct TextsAmong<'a> {
    texts: &'a Texts,
    others: &'a [u32],
    sieve: Sieve,
}

impl Among for TextsAmong<'_> {
    fn alike(&self, a: u32, found: &mut Vec<(u32, Level)>) {
        let readings = &self.texts.readings;
        let mut places = Vec::new();
        readings.through(&self.sieve, a, &mut places);
        let mut prepared = Prepared::new(readings.letters());
        let different = self.texts.different();
        for b in taken(self.others, a, places) {
            let level = self.texts.prepared_level(&mut prepared, a, b);
            if level < different {
                found.push((b, level));
            }
        }
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
        self.of(self.readings.likeness(a, b))
    }

    fn levels(&self, pairs: &[(u32, u32)], levels: &mut Vec<Level>) {
        let from = levels.len();
        levels.resize(from + pairs.len(), self.of(Likeness::Unlike));
        let mut prepared = Prepared::new(self.readings.letters());
        let is_close = |&(a, b): &(u32, u32)| (a == b) | self.readings.may_be_alike(a, b);
        each_that(pairs, is_close, |at, &(a, b)| {
            if let Some(level) = levels.get_mut(from + at) {
                *level = self.prepared_level(&mut prepared, a, b);
            }
        });
    }

    fn among<'a>(&'a self, others: &'a [u32]) -> Box<dyn Among + 'a> {
        Box::new(TextsAmong {
            texts: self,
            sieve: self.readings.sieve(others),
            others,
        })
    }

    fn content(&self, value: u32) -> u64 {
        self.readings.content(value)
    }
}
