//! Which of many texts can be like one at all: letters in common, counted bit by bit for 256 texts at
//! once. What falls through is not looked at; what is kept may still be unlike.

use super::{
    Letters,
    signature::{IMPOSSIBLE, NEEDED, Signature},
};

/// Many texts, side by side.
pub struct Sieve {
    blocks: Vec<Block>,
}

/// One bit for each text of a block.
type Row = [u64; WORDS];

const WORDS: usize = 4;
const TEXTS: usize = 64 * WORDS;

/// Texts of nearly one length.
struct Block {
    /// By place in a signature, which texts have that letter.
    letters: Vec<Row>,
    /// The lengths that its texts have, each with what signatures do not count of them.
    kinds: Vec<(usize, u32)>,
    /// Where each text stands among the many.
    places: Vec<u32>,
}

impl Sieve {
    /// Takes texts in, each with its place among the many and its number.
    pub fn new(letters: &Letters, texts: impl Iterator<Item = (u32, usize)>) -> Self {
        let mut texts: Vec<(Signature, u32)> = texts
            .map(|(place, text)| (letters.signature(text), place))
            .collect();
        texts.sort_by_key(|(text, _)| (text.length(), text.uncounted()));
        Self {
            blocks: texts.chunks(TEXTS).map(Block::new).collect(),
        }
    }

    /// Adds the places of all texts that are not unlike this one to `found`, and some that are, in
    /// no order.
    pub fn through(&self, letters: &Letters, text: usize, found: &mut Vec<u32>) {
        let text = letters.signature(text);
        for block in &self.blocks {
            block.through(text, found);
        }
    }
}

impl Block {
    fn new(texts: &[(Signature, u32)]) -> Self {
        let mut letters = vec![Row::default(); 64];
        let mut kinds = Vec::new();
        for (at, (text, _)) in texts.iter().enumerate() {
            for place in ones(text.letters) {
                let row = letters.get_mut(place);
                if let Some(word) = row.and_then(|row| row.get_mut(at / 64)) {
                    *word |= 1 << (at % 64);
                }
            }
            let kind = (text.length(), text.uncounted());
            if kinds.last() != Some(&kind) {
                kinds.push(kind);
            }
        }
        Self {
            letters,
            kinds,
            places: texts.iter().map(|&(_, place)| place).collect(),
        }
    }

    fn through(&self, text: Signature, found: &mut Vec<u32>) {
        let least = self.least(text);
        if least > text.letters.count_ones() {
            return;
        }
        let rows = ones(text.letters).filter_map(|place| self.letters.get(place));
        let kept = having(least, rows);
        for (from, word) in (0..).step_by(64).zip(kept) {
            let places = ones(word).filter_map(|at| self.places.get(from + at));
            found.extend(places);
        }
    }

    /// The fewest letters of its signature that a text has in common with one here that is not unlike
    /// it.
    fn least(&self, text: Signature) -> u32 {
        let needed = NEEDED.get(text.length()).unwrap_or(&IMPOSSIBLE);
        let of_kind = |&(letters, uncounted): &(usize, u32)| {
            let needed = needed.get(letters).copied();
            let slack = text.uncounted().min(uncounted);
            u32::from(needed.unwrap_or(u8::MAX)).saturating_sub(slack)
        };
        self.kinds.iter().map(of_kind).min().unwrap_or(u32::MAX)
    }
}

/// Which texts have at least so many of these letters. Each is counted in seven bits, from so far
/// below 64 that the last of them says it.
fn having<'r>(least: u32, rows: impl Iterator<Item = &'r Row>) -> Row {
    let start = 64u32.saturating_sub(least);
    let mut counts: [Row; 7] =
        std::array::from_fn(|bit| [u64::from(start >> bit & 1).wrapping_neg(); WORDS]);
    for row in rows {
        let mut carry = *row;
        for count in &mut counts {
            for (sum, carry) in count.iter_mut().zip(&mut carry) {
                (*sum, *carry) = (*sum ^ *carry, *sum & *carry);
            }
        }
    }
    let [.., enough] = counts;
    enough
}

/// The places of the bits that are set.
fn ones(mut bits: u64) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let place = bits.trailing_zeros() as usize;
        (bits != 0).then(|| {
            bits &= bits - 1;
            place
        })
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{super::Likeness, *};

    proptest! {
        #[test]
        fn nothing_that_is_like_a_text_falls_through(
            texts in prop::collection::vec("[a-eáשب]{0,9}|[a-f]{10,20}", 1..600),
            one in "[a-eáשب]{0,9}|[a-f]{10,20}",
        ) {
            let mut letters = Letters::default();
            for text in &texts {
                letters.push(text);
            }
            letters.push(&one);
            let sieve = Sieve::new(&letters, (0..).zip(0..texts.len()));
            let mut found = Vec::new();
            sieve.through(&letters, texts.len(), &mut found);
            found.sort_unstable();
            prop_assert!(found.windows(2).all(|two| two[0] < two[1]));
            for (place, text) in (0..).zip(0..texts.len()) {
                let likeness = letters.likeness(texts.len(), text);
                prop_assert!(likeness == Likeness::Unlike || found.contains(&place), "{} {}", one, texts[text]);
            }
        }
    }

    #[test]
    fn most_of_what_is_unlike_falls_through() {
        let mut letters = Letters::default();
        let texts = [
            "abdulrahman",
            "christopher",
            "wolfgang",
            "yusuf",
            "elizabeth",
            "abdelrahman",
        ];
        for text in texts {
            letters.push(text);
        }
        let sieve = Sieve::new(&letters, (0..).zip(0..texts.len()));
        let mut found = Vec::new();
        sieve.through(&letters, 0, &mut found);
        found.sort_unstable();
        assert_eq!(found, [0, 5]);
    }
}
