//! Codes and numbers, where each sign counts.

use super::{Agreement, Comparator, Level};
use crate::{
    engine::letters::{Letters, Likeness, Prepared},
    list::Code,
};

/// Codes compared sign by sign.
pub struct Codes {
    letters: Letters,
}

const SCALE: [Agreement; 4] = [
    Agreement::Same,
    Agreement::OneSign,
    Agreement::Close,
    Agreement::Different,
];

impl Codes {
    /// Prepares the codes.
    pub fn new(codes: &[Code]) -> Self {
        let mut letters = Letters::default();
        for code in codes {
            letters.push(code.0.first().map_or("", String::as_str));
        }
        Self { letters }
    }
}

fn level(likeness: Likeness) -> Level {
    Level(match likeness {
        Likeness::OneLetter => 2,
        Likeness::Close => 3,
        Likeness::Alike | Likeness::Unlike => 4,
    })
}

impl Comparator for Codes {
    fn scale(&self) -> &'static [Agreement] {
        &SCALE
    }

    fn level(&self, a: u32, b: u32) -> Level {
        if a == b {
            return Level::SAME;
        }
        level(Prepared::new(&self.letters, a as usize).likeness(b as usize))
    }

    fn alike(&self, a: u32, others: &[u32], found: &mut Vec<(u32, Level)>) {
        let prepared = Prepared::new(&self.letters, a as usize);
        for &b in others {
            let level = if a == b {
                Level::SAME
            } else {
                level(prepared.likeness(b as usize))
            };
            if level < self.different() {
                found.push((b, level));
            }
        }
    }
}
