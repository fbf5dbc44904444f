//! How common tokens are among persons, as the sources of persons tell. A script for which no
//! source has persons takes the counts of the Latin spellings.

use std::collections::BTreeMap;

use crate::transducer::frequency::Frequencies;

use super::corpus::Corpus;

/// Tokens met less often are not kept.
const SELDOM: u32 = 5;

pub(super) fn frequencies(corpus: &Corpus) -> [Frequencies; 4] {
    let [latin, ..] = &corpus.persons;
    let mut borrowed: [BTreeMap<String, u32>; 4] = Default::default();
    for (place, latin_token, native) in corpus.all() {
        if let (Some(counts), Some(count)) = (borrowed.get_mut(place), latin.get(latin_token)) {
            let known = counts.entry(native.to_owned()).or_default();
            *known = (*known).max(*count);
        }
    }
    let total: u32 = latin.values().sum();
    let mut places = corpus.persons.iter().zip(&borrowed);
    std::array::from_fn(|_| {
        places
            .next()
            .map_or_else(Frequencies::default, |(own, borrowed)| {
                if own.is_empty() {
                    kept(borrowed, total)
                } else {
                    kept(own, own.values().sum())
                }
            })
    })
}

fn kept(counts: &BTreeMap<String, u32>, total: u32) -> Frequencies {
    let rare = counts
        .iter()
        .filter(|(_, count)| **count >= SELDOM)
        .map(|(token, count)| {
            let bits = (f64::from(total) / f64::from(*count)).log2();
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "clamped to the range of a byte"
            )]
            let eighths = (bits * 8.0).round().clamp(0.0, 255.0) as u8;
            (token.as_str().into(), eighths)
        })
        .collect();
    Frequencies { rare }
}
