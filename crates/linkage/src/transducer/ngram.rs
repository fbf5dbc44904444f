//! What symbol follows upon which: an n-gram model with back-off, as a trie (the form in which it is
//! learnt and kept) and as an automaton (the form in which it is run).

use super::exact::{log2, log2_of, power};

/// A symbol: a letter or a unit of two scripts. After the last of an alphabet of `size` symbols
/// come the end of the word (`size`) and its beginning (`size + 1`, only ever a context).
pub(super) type Code = u16;

/// Costs are kept in eighths of a bit.
const STEPS: f64 = 8.0;

/// A cost as kept: eighths of a bit, at most 31.9 bits.
pub(super) fn to_cost(probability: f64) -> u8 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "clamped to the range of a byte"
    )]
    let cost = (-log2(probability) * STEPS).round().clamp(0.0, 255.0) as u8;
    cost
}

fn from_cost(cost: u8) -> f32 {
    power(-8 * i16::from(cost))
}

/// A model as a trie of contexts: what follows nothing in particular, and below each symbol what
/// follows upon it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Grams {
    /// How many symbols there are without beginning and end.
    pub(super) size: Code,
    /// The empty context.
    pub(super) root: Context,
}

/// What follows upon a context.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Context {
    /// The cost of not being among the followers: of falling back to the context without its first
    /// symbol.
    pub(super) fall: u8,
    /// By symbol, ascending.
    pub(super) followers: Vec<Follower>,
}

/// A symbol that follows upon a context.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Follower {
    /// Which.
    pub(super) code: Code,
    /// What it costs.
    pub(super) cost: u8,
    /// The context that ends with it, if anything is known to follow.
    pub(super) then: Option<Box<Context>>,
}

/// A model to be run: from state to state, each step with its probability.
#[derive(Debug, Clone)]
pub(super) struct Ngram {
    /// For each state where its followers begin; one more at the end.
    rows: Vec<u32>,
    codes: Vec<Code>,
    steps: Vec<(f32, u32)>,
    /// For each state the probability of falling back, and to which state.
    falls: Vec<(f32, u32)>,
    /// The followers of state 0 by symbol.
    root: Vec<(f32, u32)>,
    start: u32,
    end: Code,
}

impl Ngram {
    pub(super) fn new(grams: &Grams) -> Self {
        let mut contexts: Vec<(Vec<Code>, &Context)> = vec![(Vec::new(), &grams.root)];
        let mut at = 0;
        let mut first_child: Vec<Vec<u32>> = Vec::new();
        while let Some((history, context)) = contexts.get(at).cloned() {
            let mut children = Vec::with_capacity(context.followers.len());
            for follower in &context.followers {
                if let Some(then) = &follower.then {
                    children.push(index(contexts.len()));
                    let mut longer = history.clone();
                    longer.push(follower.code);
                    contexts.push((longer, then));
                } else {
                    children.push(u32::MAX);
                }
            }
            first_child.push(children);
            at += 1;
        }
        let find = |history: &[Code]| -> Option<u32> {
            let mut state = 0_u32;
            for code in history {
                let (_, context) = contexts.get(state as usize)?;
                let place = context
                    .followers
                    .binary_search_by_key(code, |f| f.code)
                    .ok()?;
                state = *first_child.get(state as usize)?.get(place)?;
            }
            contexts.get(state as usize).map(|_| state)
        };
        let longest = |history: &[Code]| -> u32 {
            (0..history.len())
                .find_map(|cut| find(history.get(cut..)?))
                .unwrap_or(0)
        };
        let end = grams.size;
        let mut model = Self {
            rows: vec![0],
            codes: Vec::new(),
            steps: Vec::new(),
            falls: Vec::with_capacity(contexts.len()),
            root: vec![(f32::MIN_POSITIVE, 0); usize::from(end) + 2],
            start: find(&[end + 1]).unwrap_or(0),
            end,
        };
        for (state, (history, context)) in contexts.iter().enumerate() {
            model.falls.push((
                from_cost(context.fall),
                longest(history.get(1..).unwrap_or_default()),
            ));
            let mut longer = history.clone();
            for follower in &context.followers {
                longer.push(follower.code);
                let step = (from_cost(follower.cost), longest(&longer));
                longer.pop();
                model.codes.push(follower.code);
                model.steps.push(step);
                if state == 0
                    && let Some(slot) = model.root.get_mut(usize::from(follower.code))
                {
                    *slot = step;
                }
            }
            model.rows.push(index(model.codes.len()));
        }
        model
    }

    /// The state before the first symbol of a word.
    pub(super) fn start(&self) -> u32 {
        self.start
    }

    /// The probability of a symbol in a state, and the state after it.
    #[inline]
    pub(super) fn step(&self, mut state: u32, code: Code) -> (f32, u32) {
        let mut weight = 1.0;
        while state != 0 {
            let row = self.row(state);
            let codes = self.codes.get(row.clone()).unwrap_or_default();
            if let Ok(at) = codes.binary_search(&code)
                && let Some((probability, next)) = self.steps.get(row.start + at)
            {
                return (weight * probability, *next);
            }
            let Some((fall, lower)) = self.falls.get(state as usize) else {
                break;
            };
            weight *= fall;
            state = *lower;
        }
        let (probability, next) = self
            .root
            .get(usize::from(code))
            .copied()
            .unwrap_or((f32::MIN_POSITIVE, 0));
        (weight * probability, next)
    }

    /// The probability that a word ends in a state.
    pub(super) fn end(&self, state: u32) -> f32 {
        self.step(state, self.end).0
    }

    /// Bits that a whole word costs.
    pub(super) fn cost(&self, word: impl IntoIterator<Item = Code>) -> f32 {
        let mut state = self.start;
        let mut bits = 0.0;
        for code in word {
            let (probability, next) = self.step(state, code);
            bits -= log2_of(probability);
            state = next;
        }
        bits - log2_of(self.end(state))
    }

    fn row(&self, state: u32) -> std::ops::Range<usize> {
        let at = state as usize;
        let begin = self.rows.get(at).copied().unwrap_or(0);
        let end = self.rows.get(at + 1).copied().unwrap_or(begin);
        begin as usize..end as usize
    }
}

/// Tables here are far smaller than four milliards.
fn index(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
