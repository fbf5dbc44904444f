//! One pair of scripts: units, then which follows upon which, then the weights.

use rayon::prelude::*;

use crate::transducer::{
    alphabet::{Alphabet, Symbol},
    format::{KeptPair, KeptWriting},
    frequency::Frequencies,
    lattice::{self, LONGEST, Space},
    model::Writing,
    ngram::{Code, Grams, Ngram},
    pair::{FEATURES, Pair, Weights},
    prepared::{Side, Word},
    units::{Unit, Units, letters},
};

use super::{
    Params,
    corpus::Sample,
    em, grams,
    weights::{self, Trial},
};

/// A letter seen less often is not learnt.
const RAREST_LETTER: usize = 20;

/// How many times words are cut anew with what was learnt from the last cut.
const CUTS: usize = 3;

/// What is known of the letters of one script.
#[derive(Debug, Clone)]
pub(super) struct Letters {
    alphabet: Alphabet,
    long: Grams,
    short: Grams,
}

impl Letters {
    pub(super) fn new<'a>(tokens: impl Iterator<Item = &'a str>, params: &Params) -> Self {
        let tokens: Vec<&str> = tokens.collect();
        let mut all: Vec<char> = tokens.iter().flat_map(|token| token.chars()).collect();
        all.sort_unstable();
        let alphabet = Alphabet::new(
            all.chunk_by(|a, b| a == b)
                .filter(|same| same.len() >= RAREST_LETTER)
                .filter_map(|same| same.first().copied())
                .filter(|letter| !letter.is_numeric()),
        );
        let words: Vec<Vec<Code>> = tokens
            .iter()
            .map(|token| alphabet.encode(token).into_iter().map(Code::from).collect())
            .collect();
        let size = Code::try_from(alphabet.size()).unwrap_or(1);
        let learn = |order| grams::learn(words.iter().map(Vec::as_slice), size, order, 1);
        Self {
            long: learn(params.letters_order),
            short: learn(2),
            alphabet,
        }
    }

    pub(super) fn keep(self, frequencies: Frequencies) -> KeptWriting {
        KeptWriting {
            alphabet: self.alphabet,
            letters: self.long,
            short: self.short,
            frequencies,
        }
    }

    fn writing(&self) -> Writing {
        Writing::from(self.clone().keep(Frequencies::default()))
    }
}

/// Says how much two words speak for each other by what has been learnt.
pub(super) struct Judge {
    pair: Pair,
    writings: (Writing, Writing),
}

impl Judge {
    pub(super) fn new(kept: &KeptPair, left: &Letters, right: &Letters) -> Self {
        Self {
            pair: Pair::from(kept.clone()),
            writings: (left.writing(), right.writing()),
        }
    }

    pub(super) fn bits(&self, left: &str, right: &str) -> f32 {
        let left = Word::new(&self.writings.0, left);
        let right = Word::new(&self.writings.1, right);
        let (on_left, on_right) = (
            self.pair.units.left_places(&left.letters),
            self.pair.units.right_places(&right.letters),
        );
        self.pair.bits(
            &Side {
                word: &left,
                places: &on_left,
            },
            &Side {
                word: &right,
                places: &on_right,
            },
            &mut Space::default(),
        )
    }
}

/// Learns what two scripts, by their places, have to do with each other. Also says how many samples
/// were taken for mistakes.
pub(super) fn pair(
    (left, right): (usize, usize),
    samples: &[Sample],
    letters: (&Letters, &Letters),
    order: usize,
    params: &Params,
) -> (KeptPair, usize) {
    let writings = (letters.0.writing(), letters.1.writing());
    let (tried, rest) = weights::set_aside(samples);
    let half = Learner::new(&rest, (&writings.0, &writings.1), order, params);
    let trial = Trial {
        pair: half.pair(),
        writings: (&writings.0, &writings.1),
    };
    let weights = weights::learn(&trial, &tried, params.queries);
    let all: Vec<&Sample> = samples.iter().collect();
    let whole = Learner::new(&all, (&writings.0, &writings.1), order, params);
    let kept = KeptPair {
        left: u8::try_from(left).unwrap_or(u8::MAX),
        right: u8::try_from(right).unwrap_or(u8::MAX),
        units: whole.units,
        grams: whole.grams,
        weights,
    };
    (kept, whole.dropped)
}

/// What is learnt before the weights.
struct Learner {
    units: Vec<Unit>,
    grams: Grams,
    dropped: usize,
}

impl Learner {
    fn new(
        samples: &[&Sample],
        (on_left, on_right): (&Writing, &Writing),
        order: usize,
        params: &Params,
    ) -> Self {
        let words: Vec<(Word, Word)> = samples
            .par_iter()
            .map(|sample| {
                (
                    Word::new(on_left, &sample.left),
                    Word::new(on_right, &sample.right),
                )
            })
            .filter(|(left, right)| is_usable(left) && is_usable(right))
            .collect();
        let pairs: Vec<em::Letters> = words
            .iter()
            .map(|(left, right)| (left.letters.clone(), right.letters.clone()))
            .collect();
        let expected = em::learn(&pairs, params.rounds, params.rarest_unit);
        let chances = (
            Chances::new(words.iter().map(|(left, _)| left)),
            Chances::new(words.iter().map(|(_, right)| right)),
        );
        let units: Vec<Unit> = expected
            .iter()
            .map(|unit| Unit {
                left: unit.left,
                right: unit.right,
                gain: gain(
                    unit.share.log2()
                        - letters(unit.left).map(|l| chances.0.bits(l)).sum::<f64>()
                        - letters(unit.right).map(|l| chances.1.bits(l)).sum::<f64>(),
                ),
            })
            .collect();
        let shares = expected.iter().map(|unit| unit.share);
        let mut learner = Self {
            grams: grams::alone(shares),
            units,
            dropped: 0,
        };
        for cut in 0..CUTS {
            learner.cut(&words, cut, order, params);
        }
        learner
    }

    /// Cuts all words at best and learns from that what follows upon what.
    fn cut(&mut self, words: &[(Word, Word)], cut: usize, order: usize, params: &Params) {
        let units = Units::new(self.units.clone());
        let run = Ngram::new(&self.grams);
        let paths: Vec<Option<Vec<Code>>> = words
            .par_iter()
            .map(|(left, right)| {
                let (path, bits) = lattice::best(
                    &units,
                    &run,
                    &units.left_places(&left.letters),
                    &units.right_places(&right.letters),
                )?;
                let evidence = bits + left.cost + right.cost;
                (cut == 0 || evidence > params.doubt).then_some(path)
            })
            .collect();
        self.dropped = paths.iter().filter(|path| path.is_none()).count();
        let size = Code::try_from(self.units.len()).unwrap_or(Code::MAX - 2);
        let kept = paths.iter().flatten().map(Vec::as_slice);
        let order = if cut == 0 { order.min(2) } else { order };
        self.grams = grams::learn(kept, size, order, params.rarest_follower);
    }

    fn pair(&self) -> Pair {
        Pair {
            units: Units::new(self.units.clone()),
            grams: Ngram::new(&self.grams),
            weights: Weights {
                of: [0.0; FEATURES],
                bias: 0.0,
                quick: (1.0, 0.0),
            },
        }
    }
}

fn is_usable(word: &Word) -> bool {
    !word.letters.is_empty() && word.letters.len() < LONGEST
}

/// How often each letter stands in a place, with a share for the end of the word.
struct Chances(Vec<f64>);

impl Chances {
    fn new<'a>(words: impl Iterator<Item = &'a Word>) -> Self {
        let mut counts = vec![1.0; usize::from(Symbol::MAX) + 1];
        for word in words {
            for letter in word.letters.iter().chain([&0]) {
                if let Some(count) = counts.get_mut(usize::from(*letter)) {
                    *count += 1.0;
                }
            }
        }
        let total: f64 = counts.iter().sum();
        for count in &mut counts {
            *count /= total;
        }
        Self(counts)
    }

    fn bits(&self, letter: Symbol) -> f64 {
        self.0
            .get(usize::from(letter))
            .copied()
            .unwrap_or(1.0)
            .log2()
    }
}

fn gain(bits: f64) -> i16 {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "clamped to the range of an i16"
    )]
    let steps = (bits * 64.0)
        .round()
        .clamp(f64::from(i16::MIN), f64::from(i16::MAX)) as i16;
    steps
}
