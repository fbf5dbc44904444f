//! Small texts of `word: value` lines, read in one order only, so that a text has one form.

/// The lines of such a text, taken from the top.
#[derive(Debug, Clone)]
pub struct Lines<'a> {
    rest: &'a str,
}

impl<'a> Lines<'a> {
    /// The lines of a text of at most so many bytes after its first line, which must be this; and
    /// the text. Otherwise the name of what is wrong.
    pub fn after(
        first: &str,
        bytes: &'a [u8],
        most: usize,
    ) -> Result<(&'a str, Self), &'static str> {
        if bytes.len() > most {
            return Err("length");
        }
        let text = std::str::from_utf8(bytes).map_err(|_| "text")?;
        let mut lines = Self { rest: text };
        if lines.line() == Some(first) {
            Ok((text, lines))
        } else {
            Err("first line")
        }
    }

    /// The next line, without its end; none when there is none that ends.
    pub fn line(&mut self) -> Option<&'a str> {
        let (line, rest) = self.rest.split_once('\n')?;
        self.rest = rest;
        Some(line)
    }

    /// The value of the next line, if that line is for this word.
    pub fn value(&mut self, word: &str) -> Option<&'a str> {
        let before = self.rest;
        let found = self
            .line()
            .and_then(|line| line.strip_prefix(word))
            .and_then(|line| line.strip_prefix(": "));
        if found.is_none() {
            self.rest = before;
        }
        found
    }

    /// All that has not been taken.
    pub const fn rest(&self) -> &'a str {
        self.rest
    }
}
