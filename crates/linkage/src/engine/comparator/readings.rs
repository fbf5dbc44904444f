//! Values that may have several readings, each compared letter by letter.

use std::{
    hash::{BuildHasher, Hasher},
    ops::Range,
};

use crate::{
    engine::letters::{Letters, Likeness, Prepared, Sieve},
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

    /// Whether two values have letters enough in common to be anything but unlike; quick.
    #[inline]
    pub fn may_be_alike(&self, a: u32, b: u32) -> bool {
        self.starts.is_some() || self.letters.may_be_alike(a as usize, b as usize)
    }

    /// Puts values side by side, to see at once which of them can be like another.
    pub fn sieve(&self, values: &[u32]) -> Sieve {
        let values = (0..).zip(values);
        let texts =
            values.flat_map(|(place, &value)| self.of(value).map(move |text| (place, text)));
        Sieve::new(&self.letters, texts)
    }

    /// Adds the places of all values that are not unlike this one to `found`, and some that are; a
    /// place may come several times.
    pub fn through(&self, sieve: &Sieve, value: u32, found: &mut Vec<u32>) {
        for text in self.of(value) {
            sieve.through(&self.letters, text, found);
        }
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
