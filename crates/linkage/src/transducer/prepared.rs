//! A token made ready to be compared with many.

use crate::name::Script;

use super::{
    alphabet::Symbol,
    lattice::LONGEST,
    model::{Model, SCRIPTS, Scratch, Writing, place},
    ngram::Code,
    pair::Pair,
    units::{Places, WIDEST},
};

/// One token of a name, ready to be compared with tokens of every script that the model knows.
///
/// ```
/// use linkage::{name::Script, transducer::{Model, Prepared, Scratch}};
/// let model = Model::builtin();
/// let latin = Prepared::new(model, "goldberg", Script::Latin);
/// let hebrew = Prepared::new(model, "גולדברג", Script::Hebrew);
/// assert!(latin.bits(&hebrew, &mut Scratch::default()) > 10.0);
/// ```
#[derive(Debug, Clone)]
pub struct Prepared<'a> {
    model: &'a Model,
    /// Where its script stands among those known; none if it does not.
    script: Option<usize>,
    text: String,
    pub(super) word: Word,
    /// By the other script: its chunks as that pair numbers them.
    places: [Places; 4],
    /// Within its own script, as the right word of two.
    right: Places,
}

/// What of a word does not depend on what it is compared with.
#[derive(Debug, Clone, Default)]
pub(super) struct Word {
    pub(super) letters: Vec<Symbol>,
    /// Bits that its letters cost.
    pub(super) cost: f32,
    /// The same in the shorter context.
    pub(super) short_cost: f32,
    /// How many letters.
    pub(super) length: f32,
}

/// One word as a pair of scripts sees it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Side<'a> {
    pub(super) word: &'a Word,
    pub(super) places: &'a Places,
}

impl Word {
    pub(super) fn new(writing: &Writing, text: &str) -> Self {
        let mut letters = writing.alphabet.encode(text);
        letters.truncate(LONGEST);
        let codes = || letters.iter().map(|letter| Code::from(*letter));
        Self {
            cost: writing.letters.cost(codes()),
            short_cost: writing.short.cost(codes()),
            length: length(letters.len()),
            letters,
        }
    }
}

fn length(letters: usize) -> f32 {
    f32::from(u16::try_from(letters).unwrap_or(u16::MAX))
}

impl<'a> Prepared<'a> {
    /// From a token in normal form and its script.
    pub fn new(model: &'a Model, text: &str, script: Script) -> Self {
        let here = place(script);
        let word = model
            .writing(script)
            .map(|writing| Word::new(writing, text))
            .unwrap_or_default();
        let mut places: [Places; 4] = Default::default();
        let mut right = Places::new();
        if let Some(here) = here {
            for (there, slot) in places.iter_mut().enumerate() {
                if let Some(pair) = model.pair(here.min(there), here.max(there)) {
                    *slot = if here <= there {
                        pair.units.left_places(&word.letters)
                    } else {
                        pair.units.right_places(&word.letters)
                    };
                    if here == there {
                        right = pair.units.right_places(&word.letters);
                    }
                }
            }
        }
        Self {
            model,
            script: here,
            text: text.to_owned(),
            word,
            places,
            right,
        }
    }

    /// The token.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Its script; [`Script::Other`] for those that no model knows.
    pub fn script(&self) -> Script {
        self.script
            .and_then(|at| SCRIPTS.get(at).copied())
            .unwrap_or(Script::Other)
    }

    /// How much the two speak for being one name, in bits: see [`Model::bits`].
    pub fn bits(&self, other: &Self, scratch: &mut Scratch) -> f32 {
        self.with(other).map_or(0.0, |(pair, left, right)| {
            pair.bits(&left, &right, &mut scratch.0)
        })
    }

    /// A first estimate of the same for a tenth of the time: the units taken as independent of each
    /// other. Good enough to leave out what is far below a floor.
    pub fn quick(&self, other: &Self, scratch: &mut Scratch) -> f32 {
        self.with(other).map_or(0.0, |(pair, left, right)| {
            pair.quick(&left, &right, &mut scratch.0)
        })
    }

    /// What [`Self::bits`] will say, as far as first-pass bits tell.
    pub(super) fn likely(&self, other: &Self, quick: f32) -> f32 {
        self.with(other)
            .map_or(0.0, |(pair, left, right)| pair.likely(&left, &right, quick))
    }

    /// The two as their pair of scripts sees them; none where the model knows no such pair or one
    /// has no letter.
    pub(super) fn with<'b>(&'b self, other: &'b Self) -> Option<(&'a Pair, Side<'b>, Side<'b>)> {
        let (here, there) = (self.script?, other.script?);
        let pair = self.model.pair(here.min(there), here.max(there))?;
        if self.word.letters.is_empty() || other.word.letters.is_empty() {
            return None;
        }
        let (left, right) = if (here, &self.text) <= (there, &other.text) {
            (self, other)
        } else {
            (other, self)
        };
        Some((
            pair,
            left.as_left(right.script?)?,
            right.as_right(left.script?)?,
        ))
    }

    /// This one as a query among tokens of another's script: the pair, whether the query stands on
    /// its right, and its chunks.
    pub(super) fn as_query(&self, other: &Self) -> Option<(&'a Pair, bool, &Places)> {
        let (here, there) = (self.script?, other.script?);
        let pair = self.model.pair(here.min(there), here.max(there))?;
        let places = self.places.get(there)?;
        (places.len() > 1).then_some((pair, here > there, places))
    }

    /// Where its script stands among those known.
    pub(super) fn place(&self) -> Option<usize> {
        self.script
    }

    /// The chunks of 0 to 3 letters that end after `end` letters, as the pair with a query of a
    /// script numbers them. Of two words of one script the query is taken to stand on the left.
    pub(super) fn ending(&self, query: usize, end: usize) -> Option<[u16; WIDEST + 1]> {
        let places = if Some(query) == self.script {
            &self.right
        } else {
            self.places.get(query)?
        };
        places.get(end).copied()
    }

    fn as_left(&self, other: usize) -> Option<Side<'_>> {
        Some(Side {
            word: &self.word,
            places: self.places.get(other)?,
        })
    }

    fn as_right(&self, other: usize) -> Option<Side<'_>> {
        Some(Side {
            word: &self.word,
            places: if Some(other) == self.script {
                &self.right
            } else {
                self.places.get(other)?
            },
        })
    }
}
