//! The words of a text, whichever way it joins them: `side letter`, `side_letter`, `SideLetter`.

/// Everything read so far, as lower-case words with one space around each.
#[derive(Debug, Default)]
pub struct Words(String);

impl Words {
    pub fn read(&mut self, text: &str) {
        self.0.push(' ');
        let mut lower_before = false;
        for letter in text.chars() {
            if letter.is_uppercase() && lower_before {
                self.0.push(' ');
            }
            if letter.is_alphanumeric() {
                self.0.extend(letter.to_lowercase());
            } else if !self.0.ends_with(' ') {
                self.0.push(' ');
            }
            lower_before = letter.is_lowercase();
        }
        self.0.push(' ');
    }

    /// Whether the term occurs, alone or in the plural.
    pub fn contain(&self, term: &str) -> bool {
        let mut wanted = Self::default();
        wanted.read(term);
        let stem = wanted.0.trim();
        let plural = stem.strip_suffix('y').map(|stem| format!(" {stem}ies "));
        self.0.contains(&format!(" {stem} "))
            || self.0.contains(&format!(" {stem}s "))
            || self.0.contains(&format!(" {stem}es "))
            || plural.is_some_and(|plural| self.0.contains(&plural))
    }
}

#[cfg(test)]
mod tests {
    use super::Words;

    fn occurs(term: &str, text: &str) -> bool {
        let mut words = Words::default();
        words.read(text);
        words.contain(term)
    }

    #[test]
    fn a_term_is_found_however_it_is_joined() {
        for text in [
            "a side letter.",
            "side_letter",
            "SideLetter {",
            "side-letters",
            "mySideLetter",
        ] {
            assert!(occurs("side letter", text), "{text}");
        }
        assert!(occurs("body", "three bodies"));
    }

    #[test]
    fn a_part_of_a_word_is_not_the_word() {
        assert!(!occurs("leg", "legal"));
        assert!(!occurs("room", "mushroom"));
        assert!(!occurs("side letter", "beside letters"));
    }
}
