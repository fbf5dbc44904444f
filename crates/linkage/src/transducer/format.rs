//! The bytes of a model: written by training here, read for `Model` in `read`. `docs/name-model.md`
//! specifies them.

mod read;

use sha2::{Digest, Sha256};
use thiserror::Error;

use super::{
    alphabet::Alphabet,
    frequency::Frequencies,
    model::Writing,
    ngram::{Context, Grams, Ngram},
    pair::{Pair, Weights},
    units::{Chunk, Unit, Units, letters},
};

pub(super) use read::read;

const MAGIC: &[u8; 8] = b"namepair";
const VERSION: u8 = 1;

/// Why bytes are no model that this program can use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum Unreadable {
    /// They do not begin as a model does.
    #[error("these bytes are not a name model: give the file that training wrote")]
    NotAModel,
    /// Written by a later program.
    #[error("the name model is of version {0}, this program reads version 1: train it anew")]
    Version(u8),
    /// Not the bytes that were written.
    #[error("the name model was changed or cut short after it was written: fetch it again")]
    Changed,
    /// What they say is impossible.
    #[error("the name model contradicts itself near byte {0}: train it anew")]
    Malformed(usize),
}

/// What is known of one script, in the form in which it is kept.
#[derive(Debug, Clone)]
pub(super) struct KeptWriting {
    pub(super) alphabet: Alphabet,
    pub(super) letters: Grams,
    pub(super) short: Grams,
    pub(super) frequencies: Frequencies,
}

/// What is known of two scripts, in the form in which it is kept.
#[derive(Debug, Clone)]
pub(super) struct KeptPair {
    pub(super) left: u8,
    pub(super) right: u8,
    pub(super) units: Vec<Unit>,
    pub(super) grams: Grams,
    pub(super) weights: Weights,
}

impl Writing {
    pub(super) fn unknown() -> Self {
        Self::from(KeptWriting {
            alphabet: Alphabet::new([]),
            letters: Grams::empty(),
            short: Grams::empty(),
            frequencies: Frequencies::default(),
        })
    }
}

impl From<KeptWriting> for Writing {
    fn from(kept: KeptWriting) -> Self {
        Self {
            letters: Ngram::new(&kept.letters),
            short: Ngram::new(&kept.short),
            alphabet: kept.alphabet,
            frequencies: kept.frequencies,
        }
    }
}

impl From<KeptPair> for Pair {
    fn from(kept: KeptPair) -> Self {
        Self {
            units: Units::new(kept.units),
            grams: Ngram::new(&kept.grams),
            weights: kept.weights,
        }
    }
}

impl Grams {
    pub(super) fn empty() -> Self {
        Self {
            size: 1,
            root: Context::default(),
        }
    }
}

/// The bytes of a model.
pub(super) fn write(writings: &[KeptWriting; 4], pairs: &[KeptPair]) -> Vec<u8> {
    let mut out = Vec::new();
    out.extend_from_slice(MAGIC);
    out.push(VERSION);
    for writing in writings {
        put(&mut out, writing.alphabet.letters().len());
        for letter in writing.alphabet.letters() {
            put(&mut out, u32::from(*letter) as usize);
        }
        put_grams(&mut out, &writing.letters);
        put_grams(&mut out, &writing.short);
        put_frequencies(&mut out, &writing.frequencies);
    }
    put(&mut out, pairs.len());
    for pair in pairs {
        out.extend([pair.left, pair.right]);
        put(&mut out, pair.units.len());
        for unit in &pair.units {
            put_chunk(&mut out, unit.left);
            put_chunk(&mut out, unit.right);
            out.extend(unit.gain.to_le_bytes());
        }
        put_grams(&mut out, &pair.grams);
        let weights = &pair.weights;
        for weight in weights
            .of
            .iter()
            .chain([&weights.bias, &weights.quick.0, &weights.quick.1])
        {
            out.extend(weight.to_le_bytes());
        }
    }
    let digest = Sha256::digest(&out);
    out.extend(digest);
    out
}

fn put(out: &mut Vec<u8>, mut number: usize) {
    while let Some(low) = u8::try_from(number & 0x7f).ok().filter(|_| number > 0x7f) {
        out.push(low | 0x80);
        number >>= 7;
    }
    out.extend(u8::try_from(number).ok());
}

fn put_chunk(out: &mut Vec<u8>, chunk: Chunk) {
    put(out, letters(chunk).count());
    out.extend(letters(chunk));
}

fn put_grams(out: &mut Vec<u8>, grams: &Grams) {
    put(out, usize::from(grams.size));
    put_context(out, &grams.root);
}

/// Each follower's code is written as its distance from the one before, doubled, and one more where
/// a longer context follows.
fn put_context(out: &mut Vec<u8>, context: &Context) {
    out.push(context.fall);
    put(out, context.followers.len());
    let mut before = 0;
    for follower in &context.followers {
        let step = usize::from(follower.code - before) << 1;
        put(out, step | usize::from(follower.then.is_some()));
        out.push(follower.cost);
        before = follower.code;
        if let Some(then) = &follower.then {
            put_context(out, then);
        }
    }
}

/// Each token is written as how many bytes it shares with the one before, and the rest.
fn put_frequencies(out: &mut Vec<u8>, frequencies: &Frequencies) {
    put(out, frequencies.rare.len());
    let mut before: &[u8] = &[];
    for (token, rare) in &frequencies.rare {
        let token = token.as_bytes();
        let shared = before.iter().zip(token).take_while(|(a, b)| a == b).count();
        put(out, shared);
        put(out, token.len() - shared);
        out.extend(token.iter().skip(shared));
        out.push(*rare);
        before = token;
    }
}
