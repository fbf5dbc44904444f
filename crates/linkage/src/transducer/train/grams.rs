//! N-gram models from words: interpolated Kneser-Ney smoothing with one discount (Chen and Goodman,
//! "An empirical study of smoothing techniques for language modeling", 1999, section 4.1.6).

use crate::transducer::ngram::{Code, Context, Follower, Grams, to_cost};

/// Taken from every count.
const DISCOUNT: f64 = 0.75;

/// The longest n-gram.
const MOST: usize = 4;

/// Symbols one after another, the last the one that follows; unused places are 0.
type Gram = [Code; MOST];

/// N-grams of one length with their counts, in order; of shorter ones the counts are how many
/// different symbols come before.
type Counts = Vec<(Gram, u32)>;

/// A number for each n-gram, in order.
type Values = Vec<(Gram, f64)>;

/// Learns what follows upon what in words of symbols from 0 up to but without `size`. Of the
/// longest n-grams those seen fewer than `rarest` times are dropped.
pub(super) fn learn<'a>(
    words: impl Iterator<Item = &'a [Code]>,
    size: Code,
    order: usize,
    rarest: u32,
) -> Grams {
    let order = order.clamp(1, MOST);
    let levels = counts(words, size, order);
    let mut probabilities: Vec<Values> = Vec::new();
    let mut falls: Vec<Values> = Vec::new();
    for (level, counts) in levels.iter().enumerate() {
        let below = probabilities.last();
        let floor = 1.0 / (f64::from(size) + 1.0);
        let rarest = if level + 1 == order && level > 0 {
            rarest
        } else {
            1
        };
        let (level_probabilities, level_falls) = interpolate(counts, level, below, floor, rarest);
        probabilities.push(level_probabilities);
        falls.push(level_falls);
    }
    let root = context(&probabilities, &falls, [0; MOST], 0, size);
    Grams { size, root }
}

/// A model in which nothing depends on what came before, from the share of each symbol.
pub(super) fn alone(shares: impl Iterator<Item = f64>) -> Grams {
    let mut followers: Vec<Follower> = (0..)
        .zip(shares)
        .map(|(code, share)| Follower {
            code,
            cost: to_cost(share),
            then: None,
        })
        .collect();
    let size = Code::try_from(followers.len()).unwrap_or(Code::MAX - 2);
    complete(&mut followers, size, 0);
    Grams {
        size,
        root: Context { fall: 0, followers },
    }
}

fn counts<'a>(words: impl Iterator<Item = &'a [Code]>, size: Code, order: usize) -> Vec<Counts> {
    let begin = size + 1;
    let mut seen: Vec<Vec<Gram>> = vec![Vec::new(); order];
    for word in words {
        let mut whole = vec![begin];
        whole.extend_from_slice(word);
        whole.push(size);
        for at in 1..whole.len() {
            for (level, grams) in seen.iter_mut().enumerate() {
                if let Some(gram) = at.checked_sub(level).and_then(|from| whole.get(from..=at)) {
                    grams.push(padded(gram));
                }
            }
        }
    }
    let raw: Vec<Counts> = seen.into_iter().map(tally).collect();
    let mut levels = raw.clone();
    for (level, counts) in levels.iter_mut().enumerate().take(order - 1) {
        // Shorter than the longest: in how many contexts, but at the beginning how often.
        let mut kept: Counts = raw
            .get(level)
            .into_iter()
            .flatten()
            .filter(|(gram, _)| gram[0] == begin && level > 0)
            .copied()
            .collect();
        let longer = raw.get(level + 1).into_iter().flatten();
        kept.extend(tally(longer.map(|(gram, _)| tail(*gram)).collect()));
        kept.sort_unstable();
        *counts = kept;
    }
    levels
}

fn padded(gram: &[Code]) -> Gram {
    let mut whole = [0; MOST];
    for (slot, code) in whole.iter_mut().zip(gram) {
        *slot = *code;
    }
    whole
}

fn tail(gram: Gram) -> Gram {
    padded(gram.get(1..).unwrap_or_default())
}

fn tally(mut grams: Vec<Gram>) -> Counts {
    grams.sort_unstable();
    grams
        .chunk_by(|a, b| a == b)
        .filter_map(|same| Some((*same.first()?, u32::try_from(same.len()).ok()?)))
        .collect()
}

/// The probabilities of one level, and of each of its contexts that of falling back.
fn interpolate(
    counts: &Counts,
    level: usize,
    below: Option<&Values>,
    floor: f64,
    rarest: u32,
) -> (Values, Values) {
    let mut probabilities = Vec::with_capacity(counts.len());
    let mut falls = Vec::new();
    for same in counts.chunk_by(|a, b| a.0.get(..level) == b.0.get(..level)) {
        let total: f64 = same.iter().map(|(_, count)| f64::from(*count)).sum();
        let kept = || same.iter().filter(|(_, count)| *count >= rarest);
        let share: f64 = kept()
            .map(|(_, count)| (f64::from(*count) - DISCOUNT) / total)
            .sum();
        let fall = (1.0 - share).clamp(1e-9, 1.0);
        for (gram, count) in kept() {
            let lower = below.map_or(floor, |below| find(below, tail(*gram)).unwrap_or(floor));
            let own = (f64::from(*count) - DISCOUNT) / total;
            probabilities.push((*gram, own + fall * lower));
        }
        if let Some((gram, _)) = same.first() {
            let mut history = *gram;
            for slot in history.iter_mut().skip(level) {
                *slot = 0;
            }
            falls.push((history, fall));
        }
    }
    (probabilities, falls)
}

fn find(sorted: &[(Gram, f64)], gram: Gram) -> Option<f64> {
    let at = sorted
        .binary_search_by(|(known, _)| known.cmp(&gram))
        .ok()?;
    sorted.get(at).map(|(_, probability)| *probability)
}

/// The context of the first `depth` symbols of `history`.
fn context(
    probabilities: &[Values],
    falls: &[Values],
    history: Gram,
    depth: usize,
    size: Code,
) -> Context {
    let fall = falls.get(depth).and_then(|falls| find(falls, history));
    let mut followers: Vec<Follower> = following(probabilities, history, depth)
        .iter()
        .filter_map(|(gram, probability)| {
            Some(Follower {
                code: *gram.get(depth)?,
                cost: to_cost(*probability),
                then: None,
            })
        })
        .collect();
    if depth == 0 {
        let floor = fall.unwrap_or(1.0) / (f64::from(size) + 1.0);
        complete(&mut followers, size, to_cost(floor));
    }
    for follower in &mut followers {
        let mut longer = history;
        if let Some(slot) = longer.get_mut(depth) {
            *slot = follower.code;
        }
        if follower.code != size && !following(probabilities, longer, depth + 1).is_empty() {
            let then = context(probabilities, falls, longer, depth + 1, size);
            follower.then = Some(Box::new(then));
        }
    }
    Context {
        fall: to_cost(fall.unwrap_or(1.0)),
        followers,
    }
}

/// The n-grams that begin with the first `depth` symbols of `history` and have one more.
fn following(probabilities: &[Vec<(Gram, f64)>], history: Gram, depth: usize) -> &[(Gram, f64)] {
    let Some(level) = probabilities.get(depth) else {
        return &[];
    };
    let begins = |gram: Gram| gram.get(..depth).cmp(&history.get(..depth));
    let begin = level.partition_point(|(gram, _)| begins(*gram).is_lt());
    let end = level.partition_point(|(gram, _)| begins(*gram).is_le());
    level.get(begin..end).unwrap_or_default()
}

/// Every symbol may follow upon nothing; the beginning of a word never follows.
fn complete(followers: &mut Vec<Follower>, size: Code, floor: u8) {
    for code in 0..=size + 1 {
        if let Err(at) = followers.binary_search_by_key(&code, |follower| follower.code) {
            let cost = if code > size { u8::MAX } else { floor };
            let then = None;
            followers.insert(at, Follower { code, cost, then });
        }
    }
}
