//! Whole names, word by word: in order, with gaps, in any order, misspelled, in other scripts.

use super::{Agreement, Coarse, Comparator, Level, sound};
use crate::{
    engine::tokens::Words,
    hash::Fixed,
    name::{AlignParams, Name, Token, align},
};
use std::hash::BuildHasher;

/// Names of a field, and of its words.
pub struct WholeNames {
    names: Vec<Name>,
    /// By value and spelling, the numbers of its words.
    words_of: Vec<Vec<Vec<u32>>>,
    words: Words,
    /// By word, the values that hold it.
    holders: Vec<Vec<u32>>,
    params: AlignParams,
}

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
/// What the levels weigh before the values are looked at.
const GIVEN: [f64; 7] = [20.0, 20.0, 15.0, 11.0, 7.5, 4.5, -8.0];
/// No two names speak more strongly than this against being one person's, in bits.
const LEAST: f32 = -10.0;

impl WholeNames {
    /// Prepares the names; `counts` says how many records have each.
    pub fn new(names: Vec<Name>, counts: &[u32]) -> Self {
        let words = Words::new(&names, counts);
        let words_of: Vec<Vec<Vec<u32>>> = names
            .iter()
            .map(|name| {
                let numbers = |spelling: &Vec<Token>| {
                    spelling
                        .iter()
                        .map(|t| words.number(t).unwrap_or(u32::MAX))
                        .collect()
                };
                name.spellings.iter().map(numbers).collect()
            })
            .collect();
        let mut holders = vec![Vec::new(); words.count()];
        for (value, spellings) in (0..).zip(&words_of) {
            let mut held: Vec<u32> = spellings.iter().flatten().copied().collect();
            held.sort_unstable();
            held.dedup();
            for word in held {
                if let Some(holders) = holders.get_mut(word as usize) {
                    holders.push(value);
                }
            }
        }
        Self {
            names,
            words_of,
            words,
            holders,
            params: AlignParams::default(),
        }
    }

    /// The best of all pairs of spellings.
    fn aligned(&self, a: u32, b: u32) -> f32 {
        let of = |v: u32| {
            let v = v as usize;
            self.names.get(v).zip(self.words_of.get(v))
        };
        let (Some((first, first_words)), Some((second, second_words))) = (of(a), of(b)) else {
            return 0.0;
        };
        let mut best = LEAST;
        for (mine, numbers) in first.spellings.iter().zip(first_words) {
            for (theirs, others) in second.spellings.iter().zip(second_words) {
                let score = |i: usize, j: usize| {
                    let pair = numbers.get(i).zip(others.get(j));
                    pair.and_then(|(&x, &y)| self.words.bits(x, y))
                        .unwrap_or(LEAST)
                };
                best = best.max(align(mine, theirs, &score, &self.params).bits);
            }
        }
        best
    }

    fn level_of(bits: f32) -> Level {
        let below = BITS.iter().take_while(|&&least| bits < least).count();
        Level(u8::try_from(below + 2).unwrap_or(u8::MAX))
    }

    /// The values that hold a word like one of this value's, with what these words are worth at most.
    fn near(&self, a: u32) -> Vec<(u32, f32)> {
        let mut found: Vec<(u32, f32)> = Vec::new();
        for &word in self
            .words_of
            .get(a as usize)
            .into_iter()
            .flatten()
            .flatten()
        {
            let own = self.words.bits(word, word).map(|bits| (word, bits));
            for (other, bits) in self.words.alike(word).iter().copied().chain(own) {
                let holders = self.holders.get(other as usize);
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
        for (value, most) in self.near(a) {
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
        Some(GIVEN.to_vec())
    }

    fn bits(&self, a: u32, b: u32) -> Option<f64> {
        Some(f64::from(self.aligned(a, b)))
    }

    fn content(&self, value: u32) -> u64 {
        self.names
            .get(value as usize)
            .map_or(0, |name| Fixed.hash_one(&name.spellings))
    }

    /// The sound of the longest word: of two that share most of a name it is mostly the same.
    fn coarse(&self) -> Option<Coarse> {
        let longest = |name: &Name| {
            let words = name.spellings.iter().take(1).flatten();
            let longest =
                words.max_by_key(|token| (token.text.chars().count(), token.text.as_str()));
            longest.map_or(String::new(), |token| token.text.clone())
        };
        let words: Vec<String> = self.names.iter().map(longest).collect();
        Some(Coarse {
            of_value: sound::codes(words.iter().map(String::as_str)),
        })
    }
}
