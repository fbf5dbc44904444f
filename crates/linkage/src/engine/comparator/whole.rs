//! Whole names, word by word: in order, with gaps, in any order, misspelled, in other scripts.

mod curve;
mod made_up;

use self::{curve::Curve, made_up::Compared};
use super::{Agreement, Coarse, Comparator, Level, sound};
use crate::{
    engine::{joint::Column, model::as_float, scan::Task, tokens::Words},
    hash::Fixed,
    name::{AlignParams, Name, Token, align},
    watch::{Stopped, Watch},
};
use std::hash::BuildHasher;

/// Names of a field, and of its words.
pub struct WholeNames {
    names: Vec<Held>,
    words: Words,
    holders: Holders,
    params: AlignParams,
    curve: Curve,
}

/// A name, and by spelling the numbers of its words.
struct Held {
    name: Name,
    words: Vec<Vec<u32>>,
}

/// By word, the names that hold it.
struct Holders(Vec<Vec<u32>>);

const SCALE: [Agreement; 7] = [
    Agreement::Same,
    Agreement::OtherForm,
    Agreement::OneSign,
    Agreement::Close,
    Agreement::Alike,
    Agreement::Part,
    Agreement::Different,
];

/// From so many bits on a name is at a level, from the second on.
const BITS: [f32; 5] = [18.0, 13.0, 9.0, 6.0, 3.0];
/// How much likeness there is at each level, before the values are looked at.
const GIVEN: [f64; 7] = [20.0, 20.0, 15.0, 11.0, 7.5, 4.5, -8.0];
/// Two lists whose names differ in length by less than this on average, in words, give them equally
/// fully.
const EQUALLY_FULL: f64 = 0.25;
/// No two names speak more strongly than this against being one person's, in bits.
const LEAST: f32 = -10.0;

impl WholeNames {
    /// Prepares the names of two columns.
    ///
    /// # Errors
    /// [`Stopped`] when the watcher says so.
    pub fn new(
        names: Vec<Name>,
        (left, right): (&Column, &Column),
        task: Task,
        watch: &dyn Watch,
    ) -> Result<Self, Stopped> {
        let words = Words::new(&names, &left.counts_with(right), watch)?;
        let names: Vec<Held> = names
            .into_iter()
            .map(|name| Held::new(name, &words))
            .collect();
        let [mine, theirs] = [left, right].map(|column| mean_words(&names, column));
        let params = if (mine - theirs).abs() < EQUALLY_FULL {
            AlignParams::equally_full()
        } else {
            AlignParams::default()
        };
        let compared = Compared {
            all: &names,
            holders: Holders::new(&names, &words),
            words: &words,
            params: &params,
            task,
            watch,
        };
        let curve = compared.curve(left, right)?;
        Ok(Self {
            holders: compared.holders,
            curve,
            names,
            words,
            params,
        })
    }

    fn aligned(&self, a: u32, b: u32) -> f32 {
        let of = |v: u32| self.names.get(v as usize);
        of(a)
            .zip(of(b))
            .map_or(0.0, |(a, b)| a.aligned(b, &self.words, &self.params))
    }

    fn level_of(bits: f32) -> Level {
        let below = BITS.iter().take_while(|&&least| bits < least).count();
        Level(u8::try_from(below + 2).unwrap_or(u8::MAX))
    }
}

/// How many words a record's name has on average.
fn mean_words(names: &[Held], column: &Column) -> f64 {
    let words = |held: &Held| held.words.first().map_or(0, Vec::len) as u64;
    let counted = names.iter().zip(column.counts.iter());
    let all: u64 = counted.map(|(held, &n)| words(held) * u64::from(n)).sum();
    as_float(all) / f64::from(column.present.max(1))
}

impl Held {
    fn new(name: Name, words: &Words) -> Self {
        let numbers = |spelling: &Vec<Token>| {
            let number = |token| words.number(token).unwrap_or(u32::MAX);
            spelling.iter().map(number).collect()
        };
        Self {
            words: name.spellings.iter().map(numbers).collect(),
            name,
        }
    }

    /// A digest of what it says.
    fn content(&self) -> u64 {
        Fixed.hash_one(&self.name.spellings)
    }

    /// The best of all pairs of spellings.
    fn aligned(&self, other: &Self, words: &Words, params: &AlignParams) -> f32 {
        let mut best = LEAST;
        for (mine, numbers) in self.name.spellings.iter().zip(&self.words) {
            for (theirs, others) in other.name.spellings.iter().zip(&other.words) {
                let score = |i: usize, j: usize| {
                    let pair = numbers.get(i).zip(others.get(j));
                    pair.and_then(|(&x, &y)| words.bits(x, y)).unwrap_or(LEAST)
                };
                best = best.max(align(mine, theirs, &score, params).bits);
            }
        }
        best
    }
}

impl Holders {
    fn new(names: &[Held], words: &Words) -> Self {
        let mut holders = vec![Vec::new(); words.count()];
        for (value, held) in (0..).zip(names) {
            let mut held: Vec<u32> = held.words.iter().flatten().copied().collect();
            held.sort_unstable();
            held.dedup();
            for word in held {
                if let Some(holders) = holders.get_mut(word as usize) {
                    holders.push(value);
                }
            }
        }
        Self(holders)
    }

    /// The names that hold a word like one of this name's, with what these words are worth at most.
    fn near(&self, words: &Words, name: &Held) -> Vec<(u32, f32)> {
        let mut found: Vec<(u32, f32)> = Vec::new();
        for &word in name.words.iter().flatten() {
            let own = words.bits(word, word).map(|bits| (word, bits));
            for (other, bits) in words.alike(word).iter().copied().chain(own) {
                let holders = self.0.get(other as usize);
                found.extend(holders.into_iter().flatten().map(|&value| (value, bits)));
            }
        }
        found.sort_unstable_by_key(|&(value, _)| value);
        let mut near: Vec<(u32, f32)> = Vec::new();
        for (value, bits) in found {
            match near.last_mut() {
                Some((last, sum)) if *last == value => *sum += bits,
                _ => near.push((value, bits)),
            }
        }
        near
    }
}

impl Comparator for WholeNames {
    fn scale(&self) -> &'static [Agreement] {
        &SCALE
    }

    fn level(&self, a: u32, b: u32) -> Level {
        if a == b {
            return Level::SAME;
        }
        Self::level_of(self.aligned(a, b))
    }

    fn alike(&self, a: u32, others: &[u32], found: &mut Vec<(u32, Level)>) {
        let [.., least] = BITS;
        let different = self.different();
        let Some(name) = self.names.get(a as usize) else {
            return;
        };
        for (value, most) in self.holders.near(&self.words, name) {
            if most < least || others.binary_search(&value).is_err() {
                continue;
            }
            let level = self.level(a, value);
            if level < different {
                found.push((value, level));
            }
        }
    }

    fn given(&self) -> Option<Vec<f64>> {
        Some(GIVEN.map(|likeness| self.curve.worth(likeness)).to_vec())
    }

    fn bits(&self, a: u32, b: u32) -> Option<f64> {
        Some(self.curve.worth(f64::from(self.aligned(a, b))))
    }

    fn content(&self, value: u32) -> u64 {
        self.names.get(value as usize).map_or(0, Held::content)
    }

    /// The sound of the longest word: of two that share most of a name it is mostly the same.
    fn coarse(&self) -> Option<Coarse> {
        let longest = |name: &Name| {
            let words = name.spellings.iter().take(1).flatten();
            let longest =
                words.max_by_key(|token| (token.text.chars().count(), token.text.as_str()));
            longest.map_or(String::new(), |token| token.text.clone())
        };
        let words: Vec<String> = self.names.iter().map(|held| longest(&held.name)).collect();
        Some(Coarse {
            of_value: sound::codes(words.iter().map(String::as_str)),
        })
    }
}
