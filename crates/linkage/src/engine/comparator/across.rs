//! Words in two scripts, by the letter model.

use crate::{
    engine::tokens::Words,
    name::{Name, Script, Token},
    watch::{Stopped, Watch},
};

/// The words of names, or of places read as names, that stand in several scripts.
pub struct Across {
    words: Words,
    /// By value, the numbers of the words of each spelling.
    words_of: Vec<Vec<Vec<u32>>>,
}

/// How two spellings meet, word by word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Meeting {
    /// Another form of the same.
    Form,
    /// Close.
    Close,
    /// The words of one are among those of the other.
    Part,
    /// Perhaps.
    Alike,
    /// They do not.
    None,
}

/// From so many bits a word on two spellings meet so.
const BITS: [(f32, Meeting); 3] = [
    (6.0, Meeting::Form),
    (3.0, Meeting::Close),
    (1.0, Meeting::Alike),
];

impl Across {
    /// None where all words are of one script.
    ///
    /// # Errors
    /// [`Stopped`] when the watcher says so.
    pub fn new(names: &[Name], counts: &[u32], watch: &dyn Watch) -> Result<Option<Self>, Stopped> {
        let mut scripts = names
            .iter()
            .flat_map(|n| &n.spellings)
            .flatten()
            .map(|t| t.script);
        let first: Option<Script> = scripts.next();
        if scripts.all(|script| Some(script) == first) {
            return Ok(None);
        }
        let words = Words::new(names, counts, watch)?;
        let number = |token: &Token| words.number(token).unwrap_or(u32::MAX);
        let words_of = names
            .iter()
            .map(|name| {
                let spellings = name.spellings.iter();
                spellings.map(|s| s.iter().map(number).collect()).collect()
            })
            .collect();
        Ok(Some(Self { words, words_of }))
    }

    /// How a spelling of one value meets a spelling of another.
    pub fn meet(&self, (a, i): (u32, usize), (b, j): (u32, usize)) -> Meeting {
        let of = |value: u32, at: usize| self.words_of.get(value as usize)?.get(at);
        let Some((mine, theirs)) = of(a, i).zip(of(b, j)) else {
            return Meeting::None;
        };
        let (shorter, longer) = if mine.len() <= theirs.len() {
            (mine, theirs)
        } else {
            (theirs, mine)
        };
        // The weakest word counts: all of the shorter have to be in the longer.
        let best = |x: &u32| {
            let bits = longer.iter().filter_map(|y| self.words.bits(*x, *y));
            bits.fold(f32::MIN, f32::max)
        };
        let weakest = shorter.iter().map(best).fold(f32::MAX, f32::min);
        let meeting = BITS.iter().find(|&&(least, _)| weakest >= least);
        match meeting {
            Some(&(_, meeting)) if shorter.len() == longer.len() => meeting,
            Some(&(_, meeting)) => meeting.max(Meeting::Part),
            None => Meeting::None,
        }
    }

    /// How two values meet, by their best pair of spellings.
    pub fn best(&self, a: u32, b: u32) -> Meeting {
        let spellings = |value: u32| self.words_of.get(value as usize).map_or(0, Vec::len);
        let pairs = (0..spellings(a)).flat_map(|i| (0..spellings(b)).map(move |j| (i, j)));
        pairs
            .map(|(i, j)| self.meet((a, i), (b, j)))
            .min()
            .unwrap_or(Meeting::None)
    }
}
