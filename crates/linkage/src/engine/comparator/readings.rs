//! Values that may have several readings, each compared letter by letter.

use std::{
    hash::{BuildHasher, Hasher},
    ops::Range,
};

use crate::{
    engine::letters::{Letters, Likeness, Prepared},
    hash::Fixed,
};

/// Letters of all readings, and which belong to each value.
pub struct Readings {
    letters: Letters,
    /// Where the readings of each value begin; none where each has one, as in most lists.
    starts: Option<Vec<u32>>,
}

impl Readings {
    /// Takes the values in.
    pub fn new<'a>(values: impl Iterator<Item = &'a [String]>) -> Self {
        let mut letters = Letters::default();
        let mut starts = vec![0];
        for readings in values {
            for reading in readings {
                letters.push(reading);
            }
            starts.push(u32::try_from(letters.count()).unwrap_or(u32::MAX));
        }
        let one_each = starts.iter().zip(0..).all(|(&start, n)| start == n);
        Self {
            letters,
            starts: (!one_each).then_some(starts),
        }
    }

    /// The letters, to prepare one reading after another.
    pub fn letters(&self) -> &Letters {
        &self.letters
    }

    /// How alike two values are, by their best pair of readings.
    #[inline]
    pub fn likeness(&self, a: u32, b: u32) -> Likeness {
        if self.starts.is_none() {
            return self.letters.likeness(a as usize, b as usize);
        }
        self.of(a)
            .flat_map(|mine| self.of(b).map(move |theirs| (mine, theirs)))
            .map(|(mine, theirs)| self.letters.likeness(mine, theirs))
            .min()
            .unwrap_or(Likeness::Unlike)
    }

    /// The same, with the readings of the first prepared.
    #[inline]
    pub fn against(&self, prepared: &mut Prepared, a: u32, b: u32) -> Likeness {
        let mut best = Likeness::Unlike;
        for mine in self.of(a) {
            prepared.turn_to(mine);
            for theirs in self.of(b) {
                best = best.min(prepared.likeness(theirs));
            }
        }
        best
    }

    /// A digest of all readings.
    pub fn content(&self, value: u32) -> u64 {
        let mut hasher = Fixed.build_hasher();
        for reading in self.of(value) {
            self.letters.hash_into(reading, &mut hasher);
        }
        hasher.finish()
    }

    fn of(&self, value: u32) -> Range<usize> {
        let value = value as usize;
        let Some(starts) = &self.starts else {
            return value..value + 1;
        };
        let at = |v: usize| starts.get(v).map_or(0, |&s| s as usize);
        at(value)..at(value + 1)
    }
}
