//! The letters of one script that a model knows, each as a small number.

/// A letter as the model knows it: 1 for the first of its alphabet. None is 0.
pub(super) type Symbol = u8;

/// The letters of one script, in the order of Unicode.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Alphabet(Vec<char>);

impl Alphabet {
    /// From letters in any order; no more than 200 of them are kept.
    pub(super) fn new(letters: impl IntoIterator<Item = char>) -> Self {
        let mut letters: Vec<char> = letters.into_iter().collect();
        letters.sort_unstable();
        letters.dedup();
        letters.truncate(200);
        Self(letters)
    }

    pub(super) fn letters(&self) -> &[char] {
        &self.0
    }

    /// How many symbols there are, the unused 0 included.
    pub(super) fn size(&self) -> usize {
        self.0.len() + 1
    }

    /// The letters of a text in normal form. Letters that the model does not know stand for the
    /// nearest that it knows, or are passed over.
    pub(super) fn encode(&self, text: &str) -> Vec<Symbol> {
        text.chars()
            .filter_map(|c| self.symbol(c).or_else(|| self.symbol(stand_in(c)?)))
            .collect()
    }

    fn symbol(&self, letter: char) -> Option<Symbol> {
        let at = self.0.binary_search(&letter).ok()?;
        Symbol::try_from(at + 1).ok()
    }
}

/// Letters of Persian and Urdu as Arabic newspapers write them.
fn stand_in(letter: char) -> Option<char> {
    Some(match letter {
        'گ' => 'ك',
        'پ' => 'ب',
        'چ' | 'ژ' => 'ج',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_numbered_from_one() {
        let alphabet = Alphabet::new("cab".chars());
        assert_eq!(alphabet.encode("abc-x"), [1, 2, 3]);
        assert_eq!(alphabet.size(), 4);
    }

    #[test]
    fn persian_letters_have_a_stand_in() {
        let alphabet = Alphabet::new("بكج".chars());
        assert_eq!(alphabet.encode("پگچ"), alphabet.encode("بكج"));
    }
}
