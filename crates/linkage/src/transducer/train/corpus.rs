//! Pairs of names taken apart into pairs of tokens, and pairs between other scripts by way of the
//! Latin spelling that both have.

use std::collections::{BTreeMap, BTreeSet};

use crate::name::{Script, normal};
use crate::transducer::model::{SCRIPTS, place};

use super::{Kind, Source};

/// All pairs of tokens of all sources.
#[derive(Debug, Default)]
pub(super) struct Corpus {
    /// By script (Latin's place is empty): Latin token, native token, how often.
    pairs: [BTreeMap<(String, String), u32>; 4],
    /// By script: how often each token occurs among persons.
    pub(super) persons: [BTreeMap<String, u32>; 4],
}

/// Two tokens that are one name.
#[derive(Debug, Clone)]
pub(super) struct Sample {
    pub(super) left: String,
    pub(super) right: String,
    /// Samples of one group are kept on one side when some are set aside to learn weights from.
    pub(super) group: u64,
}

/// From one Latin spelling no more natives are paired with each other, and the other way round.
const MOST: usize = 4;

impl Corpus {
    pub(super) fn new(sources: &[Source]) -> Self {
        let mut corpus = Self::default();
        for source in sources {
            for (latin, native) in &source.pairs {
                corpus.add(source, latin, native);
            }
        }
        corpus
    }

    fn add(&mut self, source: &Source, latin: &str, native: &str) {
        let Some(place) = place(source.script) else {
            return;
        };
        let (latin, native) = (normal(latin), normal(native));
        if latin.script != Script::Latin || native.script != source.script {
            return;
        }
        let latins: Vec<&str> = latin.text.split(' ').collect();
        let natives: Vec<&str> = native.text.split(' ').collect();
        if source.of == Kind::Persons {
            self.count(0, &latins);
            self.count(place, &natives);
        }
        if latins.len() != natives.len() {
            return;
        }
        for (latin, native) in latins.into_iter().zip(natives) {
            if latin.chars().nth(1).is_some()
                && native.chars().nth(1).is_some()
                && let Some(pairs) = self.pairs.get_mut(place)
            {
                *pairs
                    .entry((latin.to_owned(), native.to_owned()))
                    .or_default() += 1;
            }
        }
    }

    fn count(&mut self, place: usize, tokens: &[&str]) {
        if let Some(persons) = self.persons.get_mut(place) {
            for token in tokens {
                *persons.entry((*token).to_owned()).or_default() += 1;
            }
        }
    }

    /// The distinct tokens of a script.
    pub(super) fn tokens(&self, script: Script) -> impl Iterator<Item = &str> {
        let at = place(script).unwrap_or(0);
        let tokens: BTreeSet<&str> = if at == 0 {
            self.all().map(|(_, latin, _)| latin).collect()
        } else {
            self.of(at).map(|(_, native)| native).collect()
        };
        tokens.into_iter()
    }

    /// Pairs of tokens of two scripts, by their places. Between two scripts that are not Latin, and
    /// within Latin, pairs are made of tokens that share a spelling in the script between them.
    pub(super) fn samples(&self, left: usize, right: usize) -> Vec<Sample> {
        let mut samples: Vec<Sample> = match (left, right) {
            (0, 0) => self.within_latin(),
            (0, _) => self
                .of(right)
                .map(|(latin, native)| sample(latin, native, native))
                .collect(),
            (same, other) if same == other => Vec::new(),
            _ => self.across(left, right),
        };
        samples.sort_by(|a, b| (&a.left, &a.right).cmp(&(&b.left, &b.right)));
        samples.dedup_by(|a, b| (&a.left, &a.right) == (&b.left, &b.right));
        samples
    }

    /// Latin spellings of one native spelling, each with each, the lesser first as they are
    /// compared.
    fn within_latin(&self) -> Vec<Sample> {
        let mut samples = Vec::new();
        for at in 1..SCRIPTS.len() {
            let mut latins: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
            for (latin, native) in self.of(at) {
                latins.entry(native).or_default().push(latin);
            }
            for (native, latins) in latins {
                for (number, a) in latins.iter().enumerate() {
                    for b in latins.iter().skip(number + 1).take(MOST) {
                        samples.push(sample(a.min(b), a.max(b), native));
                    }
                }
            }
        }
        samples
    }

    fn across(&self, left: usize, right: usize) -> Vec<Sample> {
        let mut natives: BTreeMap<&str, (Vec<&str>, Vec<&str>)> = BTreeMap::new();
        for (latin, native) in self.of(left) {
            natives.entry(latin).or_default().0.push(native);
        }
        for (latin, native) in self.of(right) {
            natives.entry(latin).or_default().1.push(native);
        }
        let mut samples = Vec::new();
        for (latin, (lefts, rights)) in natives {
            for left in lefts.iter().take(MOST) {
                for right in rights.iter().take(MOST) {
                    samples.push(sample(left, right, latin));
                }
            }
        }
        samples
    }

    /// All pairs: the place of the native script, Latin, native.
    pub(super) fn all(&self) -> impl Iterator<Item = (usize, &str, &str)> {
        (1..SCRIPTS.len())
            .flat_map(|at| self.of(at).map(move |(latin, native)| (at, latin, native)))
    }

    /// Keeps the pairs that pass: by the place of the native script, Latin and native.
    pub(super) fn retain(&mut self, passes: impl Fn(usize, &str, &str) -> bool) {
        for (place, pairs) in self.pairs.iter_mut().enumerate() {
            pairs.retain(|(latin, native), _| passes(place, latin, native));
        }
    }

    fn of(&self, place: usize) -> impl Iterator<Item = (&str, &str)> {
        self.pairs
            .get(place)
            .into_iter()
            .flatten()
            .map(|((latin, native), _)| (latin.as_str(), native.as_str()))
    }
}

fn sample(left: &str, right: &str, group: &str) -> Sample {
    Sample {
        left: left.to_owned(),
        right: right.to_owned(),
        group: mix(group),
    }
}

/// A hash of a text that is the same everywhere and always (FNV-1a, its bits stirred once more).
pub(super) fn mix(text: &str) -> u64 {
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    (hash ^ (hash >> 32)).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32
}
