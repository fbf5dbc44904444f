//! Which word of one spelling is which of another, and what that says in bits.
//!
//! A full name is a sequence (own, father's, grandfather's, family's) of which each list gives a
//! part. So words are aligned in order first, with gaps; then in any order, at a price.

mod any_order;
mod in_order;
mod pairs;
mod units;

use self::{
    pairs::Gains,
    units::{Kind, Units},
};
use super::Token;

/// No spelling has more tokens; what a caller passes beyond is not looked at.
pub const MOST_TOKENS: usize = 12;

/// What the parts of an alignment weigh, in bits.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AlignParams {
    /// Taken off for each name that one side has and the other leaves out.
    pub absent: f32,
    /// Taken off for each name on one side that stands against another name on the other. A pair
    /// whose score is lower than this is no pair.
    pub conflict: f32,
    /// Taken off once where the names agree in another order.
    pub disorder: f32,
    /// For an initial and a name, or an initial, that begins with it.
    pub initial: f32,
    /// For one token that is two of the other side written together (Ben David, Bendavid).
    pub joined: f32,
    /// For two tokens of which one has an article or particle more (Alghamdi, Ghamdi), at least.
    pub particle: f32,
}

impl AlignParams {
    /// For two lists that give names equally fully: what one leaves out then tells more.
    pub fn equally_full() -> Self {
        Self {
            absent: 3.0,
            ..Self::default()
        }
    }
}

impl Default for AlignParams {
    /// For names as they come, before anything is known of the two lists: one may give names in four
    /// parts and the other in two.
    fn default() -> Self {
        Self {
            absent: 0.5,
            conflict: 5.0,
            disorder: 2.0,
            initial: 2.0,
            joined: 9.0,
            particle: 6.0,
        }
    }
}

/// How two spellings stand to each other.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Alignment {
    /// All pairs' bits, less what is absent, in conflict and out of order.
    pub bits: f32,
    /// Whether the pairs stand in one order.
    pub order: Order,
    pairs: [Pair; MOST_TOKENS],
    many: usize,
    lengths: (usize, usize),
}

/// Whether the words that agree stand in one order on both sides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Order {
    /// They do.
    Same,
    /// They do not: family's name first on one side, or two names exchanged.
    Other,
}

/// A word of one side that is, for the alignment, a word of the other.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pair {
    /// In the first spelling.
    pub a: Run,
    /// In the second.
    pub b: Run,
    /// What it says.
    pub bits: f32,
    /// Where the bits come from.
    pub how: How,
}

/// One token, or two beside each other that the other side writes as one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Run {
    /// The first of them, from 0.
    pub first: u8,
    /// How many: 1 or 2.
    pub count: u8,
}

impl Run {
    fn holds(self, at: usize) -> bool {
        let first = usize::from(self.first);
        (first..first + usize::from(self.count)).contains(&at)
    }
}

/// Where a pair's bits come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// The caller's score of the two tokens.
    Scored,
    /// One is the other with an article or particle.
    Particle,
    /// One is two of the other written together.
    Joined,
    /// An initial.
    Initial,
}

impl Alignment {
    /// The pairs, in the order of the first spelling.
    pub fn pairs(&self) -> &[Pair] {
        self.pairs.get(..self.many).unwrap_or_default()
    }

    /// The tokens of the first spelling, from 0, that have no partner.
    pub fn unmatched_a(&self) -> impl Iterator<Item = usize> {
        let pairs = self.pairs();
        (0..self.lengths.0).filter(move |at| !pairs.iter().any(|pair| pair.a.holds(*at)))
    }

    /// The tokens of the second spelling, from 0, that have no partner.
    pub fn unmatched_b(&self) -> impl Iterator<Item = usize> {
        let pairs = self.pairs();
        (0..self.lengths.1).filter(move |at| !pairs.iter().any(|pair| pair.b.holds(*at)))
    }
}

/// Aligns two spellings. `score` says in bits what it means that the first's token `i` and the
/// second's token `j` stand for one name; it is asked at most once for each pair.
///
/// With n and m names on the two sides and pairs P, the result is the greatest of
///
/// ```text
/// sum of bits over P - conflict * (min(n, m) - |P|) - absent * |n - m| - [out of order] * disorder
/// ```
///
/// A kunya stands beside a person's names, so that one without a partner costs nothing unless both
/// sides have one. Exchanging the two spellings changes neither bits nor order. Sums are kept in
/// steps of 1/1024 bit so that this holds to the last digit.
pub fn align(
    a: &[Token],
    b: &[Token],
    score: &impl Fn(usize, usize) -> f32,
    params: &AlignParams,
) -> Alignment {
    let a = a.get(..MOST_TOKENS).unwrap_or(a);
    let b = b.get(..MOST_TOKENS).unwrap_or(b);
    let (units_a, units_b) = units::join(a, b);
    let (a, b) = ((a, &units_a), (b, &units_b));
    if a.1.all().len().max(b.1.all().len()) <= FEW {
        settle::<FEW, { 1 << FEW }>(a, b, score, params)
    } else {
        settle::<MOST_TOKENS, { 1 << MOST_IN_SET }>(a, b, score, params)
    }
}

/// Nearly all names have no more: their tables fit into a few lines of the processor's cache.
const FEW: usize = 4;
/// Up to here the sets of a side's units are few enough to be tried. Longer names are aligned in
/// order only.
const MOST_IN_SET: usize = 8;

type Side<'t> = (&'t [Token], &'t Units);

fn settle<const N: usize, const SETS: usize>(
    a: Side<'_>,
    b: Side<'_>,
    score: &impl Fn(usize, usize) -> f32,
    params: &AlignParams,
) -> Alignment {
    let gains = Gains::<N>::of(a, b, score, params);
    let mut best = in_order::best(&gains);
    let mut order = Order::Same;
    let disorder = fixed(params.disorder);
    if gains.most() - disorder > best.total
        && let Some(other) = any_order::best::<N, SETS>(&gains)
        && other.total - disorder > best.total
    {
        best = other;
        best.total -= disorder;
        order = Order::Other;
    }
    let mut alignment = Alignment {
        bits: bits(best.total - unmatched(a.1, b.1, params)),
        order,
        pairs: [NO_PAIR; MOST_TOKENS],
        many: 0,
        lengths: (a.0.len(), b.0.len()),
    };
    for (i, j) in best.pairs() {
        if let Some(place) = alignment.pairs.get_mut(alignment.many) {
            *place = gains.pair(i, j, a.1, b.1);
            alignment.many += 1;
        }
    }
    alignment
}

const NO_PAIR: Pair = Pair {
    a: Run { first: 0, count: 0 },
    b: Run { first: 0, count: 0 },
    bits: 0.0,
    how: How::Scored,
};

/// What it would cost if nothing had a partner; each pair gains its part of it back.
fn unmatched(a: &Units, b: &Units, params: &AlignParams) -> i32 {
    let count = |units: &Units, kind| units.all().iter().filter(|unit| unit.kind == kind).count();
    let times = |many: usize, bits: f32| i32::try_from(many).unwrap_or(0) * fixed(bits);
    let (names_a, names_b) = (count(a, Kind::Name), count(b, Kind::Name));
    let (kunyas_a, kunyas_b) = (count(a, Kind::Kunya), count(b, Kind::Kunya));
    times(names_a.min(names_b), params.conflict)
        + times(names_a.abs_diff(names_b), params.absent)
        + times(kunyas_a.min(kunyas_b), params.conflict)
}

/// Bits in steps of 1/1024; beyond 10,000 bits they are cut off. What is no number is none.
#[expect(
    clippy::cast_possible_truncation,
    reason = "clamped to what an i32 holds many times over"
)]
fn fixed(bits: f32) -> i32 {
    (bits.clamp(-10_000.0, 10_000.0) * 1024.0).round() as i32
}

#[expect(
    clippy::cast_precision_loss,
    reason = "a step is 1/1024 bit; sums of names stay far below where an f32 loses it"
)]
fn bits(fixed: i32) -> f32 {
    fixed as f32 / 1024.0
}

#[cfg(test)]
mod tests;
