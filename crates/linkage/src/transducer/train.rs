//! Learning a model from pairs of names: what stands for what, what follows upon what, and how the
//! evidence adds up. The same pairs give the same bytes on any number of threads.

mod background;
mod corpus;
mod em;
mod grams;
mod learn;
mod weights;

use crate::{
    name::Script,
    watch::{Stage, Stopped, Watch},
};

use super::{
    format::{self, KeptPair, KeptWriting},
    frequency::Frequencies,
    model::SCRIPTS,
};
use corpus::{Corpus, Sample};
use learn::Letters;

/// Pairs of names: Latin, and the same in another script.
#[derive(Debug, Clone)]
pub struct Source {
    /// The other script.
    pub script: Script,
    /// What the pairs are.
    pub of: Kind,
    /// Latin first.
    pub pairs: Vec<(String, String)>,
}

/// What the pairs of a source are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Names of persons, each person once: how often a token occurs says how common it is.
    Persons,
    /// Single tokens, each once.
    Tokens,
}

/// What training may be told to do otherwise.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Params {
    /// How many times the units are learnt anew.
    pub rounds: usize,
    /// Units expected less often than this are dropped.
    pub rarest_unit: f64,
    /// How many units a context holds, the one that follows included: 2 to 4, across scripts with
    /// Latin.
    pub order: usize,
    /// The same for two scripts without Latin and for Latin with itself, where there is less to
    /// learn from.
    pub derived_order: usize,
    /// Of the longest contexts, followers seen fewer times than this are dropped.
    pub rarest_follower: u32,
    /// The same for letters.
    pub letters_order: usize,
    /// Pairs whose letters speak against each other by more bits than this are taken for mistakes
    /// of the source and dropped.
    pub doubt: f32,
    /// Queries from which the weights are learnt.
    pub queries: usize,
}

impl Default for Params {
    fn default() -> Self {
        Self {
            rounds: 8,
            rarest_unit: 3.0,
            order: 3,
            derived_order: 2,
            rarest_follower: 2,
            letters_order: 3,
            doubt: -8.0,
            queries: 1500,
        }
    }
}

/// A model that was learnt.
#[derive(Debug, Clone)]
pub struct Trained {
    /// To be kept in a file and read by [`super::Model::from_bytes`].
    pub bytes: Vec<u8>,
    /// What was learnt from what, for people.
    pub notes: Vec<String>,
}

/// Learns a model.
///
/// # Errors
/// [`Stopped`] when `watch` says so.
pub fn train(sources: &[Source], params: &Params, watch: &dyn Watch) -> Result<Trained, Stopped> {
    let mut corpus = Corpus::new(sources);
    let letters: Vec<Letters> = SCRIPTS
        .iter()
        .map(|script| Letters::new(corpus.tokens(*script), params))
        .collect();
    let mut notes = Vec::new();
    let mut pairs: Vec<KeptPair> = Vec::new();
    for (done, (left, right)) in (0_u64..).zip(COMBINATIONS) {
        watch.at(Stage::Training, done, COMBINATIONS.len() as u64)?;
        if (left, right) == DERIVED {
            doubt(&mut corpus, &pairs, &letters);
        }
        let samples = corpus.samples(left, right);
        let (Some(on_left), Some(on_right)) = (letters.get(left), letters.get(right)) else {
            continue;
        };
        if samples.len() >= FEWEST {
            let (kept, note) = learn_pair((left, right), &samples, (on_left, on_right), params);
            pairs.push(kept);
            notes.push(note);
        }
    }
    let frequencies = background::frequencies(&corpus);
    let mut writings = letters.into_iter().zip(frequencies);
    let writings: [KeptWriting; 4] = std::array::from_fn(|_| {
        let (letters, frequencies) = writings.next().unwrap_or_else(|| {
            (
                Letters::new(std::iter::empty(), params),
                Frequencies::default(),
            )
        });
        letters.keep(frequencies)
    });
    let bytes = format::write(&writings, &pairs);
    notes.push(format!("{} bytes in all", bytes.len()));
    Ok(Trained { bytes, notes })
}

/// What is learnt in turn: with Latin first, since the rest is derived from it.
const COMBINATIONS: [(usize, usize); 7] = [(0, 1), (0, 2), (0, 3), DERIVED, (1, 2), (1, 3), (2, 3)];

/// The first that is derived.
const DERIVED: (usize, usize) = (0, 0);

/// Pairs of fewer bits are not derived from: a mistake of the source would beget many.
const SURE: f32 = 5.0;

/// Takes out what the pairs learnt so far speak against.
fn doubt(corpus: &mut Corpus, pairs: &[KeptPair], letters: &[Letters]) {
    let judges: Vec<(usize, learn::Judge)> = pairs
        .iter()
        .filter_map(|kept| {
            let right = usize::from(kept.right);
            let judge = learn::Judge::new(kept, letters.first()?, letters.get(right)?);
            Some((right, judge))
        })
        .collect();
    corpus.retain(|place, latin, native| {
        let judge = judges.iter().find(|(right, _)| *right == place);
        judge.is_some_and(|(_, judge)| judge.bits(latin, native) >= SURE)
    });
}

/// From fewer pairs nothing is learnt.
const FEWEST: usize = 500;

fn learn_pair(
    (left, right): (usize, usize),
    samples: &[Sample],
    letters: (&Letters, &Letters),
    params: &Params,
) -> (KeptPair, String) {
    let order = if left == 0 && right != 0 {
        params.order
    } else {
        params.derived_order
    };
    let (kept, dropped) = learn::pair((left, right), samples, letters, order, params);
    let name = |at: usize| SCRIPTS.get(at).map(|script| format!("{script:?}"));
    let note = format!(
        "{} and {}: {} pairs, of them {} taken for mistakes; {} units; weights {:.3?}",
        name(left).unwrap_or_default(),
        name(right).unwrap_or_default(),
        samples.len(),
        dropped,
        kept.units.len(),
        kept.weights,
    );
    (kept, note)
}
