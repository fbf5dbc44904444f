//! Which script a letter is of. By ranges of Unicode's blocks: marks, digits and signs are of none.

use super::Script;

impl Script {
    /// The script of a letter; none for digits, signs and marks that several scripts share.
    pub fn of_letter(letter: char) -> Option<Self> {
        match letter {
            'a'..='z' | 'A'..='Z' => Some(Self::Latin),
            // What nearly all letters are, before the questions that cost more.
            'ء'..='غ' | 'ف'..='ي' => Some(Self::Arabic),
            'א'..='ת' => Some(Self::Hebrew),
            'Ѐ'..='ҁ' => Some(Self::Cyrillic),
            'ก'..='ะ' => Some(Self::Thai),
            '\0'..='\u{a9}'
            | '\u{d7}'
            | '\u{f7}'
            | '\u{2b0}'..='\u{36f}'
            | '\u{591}'..='\u{5c7}'
            | '\u{610}'..='\u{61a}'
            | '\u{64b}'..='\u{65f}'
            | '\u{670}'
            | '\u{6d6}'..='\u{6ed}'
            | '\u{8ca}'..='\u{8ff}' => None,
            '\u{aa}'..='\u{2af}'
            | '\u{1d00}'..='\u{1dbf}'
            | '\u{1e00}'..='\u{1eff}'
            | '\u{2c60}'..='\u{2c7f}'
            | '\u{a722}'..='\u{a7ff}'
            | '\u{ab30}'..='\u{ab6f}'
            | '\u{ff21}'..='\u{ff5a}' => letter.is_alphabetic().then_some(Self::Latin),
            '\u{400}'..='\u{52f}'
            | '\u{1c80}'..='\u{1c8f}'
            | '\u{2de0}'..='\u{2dff}'
            | '\u{a640}'..='\u{a69f}' => letter.is_alphabetic().then_some(Self::Cyrillic),
            '\u{590}'..='\u{5ff}' | '\u{fb1d}'..='\u{fb4f}' => {
                letter.is_alphabetic().then_some(Self::Hebrew)
            }
            '\u{600}'..='\u{6ff}'
            | '\u{750}'..='\u{77f}'
            | '\u{870}'..='\u{8ff}'
            | '\u{fb50}'..='\u{fdff}'
            | '\u{fe70}'..='\u{fefc}' => letter.is_alphabetic().then_some(Self::Arabic),
            '\u{e00}'..='\u{e7f}' => letter.is_alphabetic().then_some(Self::Thai),
            _ => letter.is_alphabetic().then_some(Self::Other),
        }
    }

    /// Whether a letter of this script beside one of the other begins another word: Arabic beside
    /// Latin does; Cyrillic inside a Latin word is a look-alike or a slip of the keyboard.
    pub(super) fn parts_from(self, other: Self) -> bool {
        self != other && !(self.is_european() && other.is_european())
    }

    fn is_european(self) -> bool {
        match self {
            Self::Latin | Self::Cyrillic | Self::Other => true,
            Self::Arabic | Self::Hebrew | Self::Thai => false,
        }
    }
}

/// How many letters of each script a text has.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Census([u32; 6]);

impl Census {
    pub(super) fn add(&mut self, script: Script) {
        let [latin, arabic, hebrew, cyrillic, thai, other] = &mut self.0;
        let count = match script {
            Script::Latin => latin,
            Script::Arabic => arabic,
            Script::Hebrew => hebrew,
            Script::Cyrillic => cyrillic,
            Script::Thai => thai,
            Script::Other => other,
        };
        *count += 1;
    }

    /// The script of most letters; of equals the first in the order of [`Script`]. Other where
    /// there is no letter.
    pub(super) fn majority(&self) -> Script {
        const ORDER: [Script; 6] = [
            Script::Latin,
            Script::Arabic,
            Script::Hebrew,
            Script::Cyrillic,
            Script::Thai,
            Script::Other,
        ];
        let mut best = (Script::Other, 0);
        for (script, count) in ORDER.into_iter().zip(self.0) {
            if count > best.1 {
                best = (script, count);
            }
        }
        best.0
    }

    pub(super) fn merge(&mut self, other: &Self) {
        for (count, more) in self.0.iter_mut().zip(other.0) {
            *count += more;
        }
    }

    pub(super) fn several(&self) -> bool {
        self.0.iter().filter(|count| **count > 0).count() > 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_have_a_script_and_signs_have_none() {
        for (letter, script) in [
            ('z', Some(Script::Latin)),
            ('é', Some(Script::Latin)),
            ('ệ', Some(Script::Latin)),
            ('ж', Some(Script::Cyrillic)),
            ('ґ', Some(Script::Cyrillic)),
            ('ש', Some(Script::Hebrew)),
            ('ع', Some(Script::Arabic)),
            ('پ', Some(Script::Arabic)),
            ('ก', Some(Script::Thai)),
            ('λ', Some(Script::Other)),
            ('名', Some(Script::Other)),
            ('7', None),
            ('-', None),
            ('\u{301}', None),
            ('\u{202e}', None),
        ] {
            assert_eq!(Script::of_letter(letter), script, "{letter:?}");
        }
    }
}
