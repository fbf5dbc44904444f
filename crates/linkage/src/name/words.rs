//! A text cut into words in normal form, with what stood between them. Knows writing, not names.

use unicode_normalization::{
    IsNormalized, UnicodeNormalization, char::is_combining_mark, is_nfkc_quick,
};

use super::{
    Script,
    letters::{self, order_thai},
    lookalike,
    normal::Mixture,
    script::Census,
};

/// Words in normal form.
#[derive(Debug, Default)]
pub(super) struct Words {
    /// All of them, one space between two.
    pub(super) text: String,
    /// Where each stands in `text`.
    pub(super) spans: Vec<Word>,
    /// How many letters of which script.
    pub(super) census: Census,
    /// Whether a word held look-alikes of another script.
    disguised: bool,
}

/// One word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Word {
    /// Its first byte in the text.
    pub(super) start: usize,
    /// The byte after its last.
    pub(super) end: usize,
    /// The script of most of its letters.
    pub(super) script: Script,
    /// What stood before it.
    pub(super) joint: Joint,
    /// Whether its first letter was an alef with hamza or madda, which no article has.
    pub(super) hamza: bool,
}

/// What stood between a word and the one before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Joint {
    /// A space, a sign or nothing.
    Apart,
    /// A hyphen alone.
    Hyphen,
}

impl Words {
    fn begin(&mut self, joint: Joint) {
        if !self.text.is_empty() {
            self.text.push(' ');
        }
        self.spans.push(Word {
            start: self.text.len(),
            end: self.text.len(),
            script: Script::Other,
            joint,
            hamza: false,
        });
    }

    /// The text of a word.
    pub(super) fn get(&self, word: &Word) -> &str {
        self.text.get(word.start..word.end).unwrap_or_default()
    }

    /// What its letters say about scripts.
    pub(super) fn mixture(&self) -> Mixture {
        if self.census.several() {
            Mixture::Several
        } else if self.disguised {
            Mixture::Disguised
        } else {
            Mixture::One
        }
    }
}

/// The words of a text.
pub(super) fn words(text: &str) -> Words {
    if text.is_ascii() {
        ascii(text)
    } else {
        any(text)
    }
}

/// What nearly all cells of a Latin list are: no Unicode needed.
fn ascii(text: &str) -> Words {
    let mut done = Words {
        text: String::with_capacity(text.len()),
        spans: Vec::with_capacity(4),
        ..Words::default()
    };
    let mut between = Between::Space;
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() {
            if between != Between::Nothing {
                done.begin(between.joint());
                between = Between::Nothing;
            }
            done.text.push(char::from(byte.to_ascii_lowercase()));
            if byte.is_ascii_alphabetic() {
                done.census.add(Script::Latin);
                if let Some(word) = done.spans.last_mut() {
                    word.script = Script::Latin;
                }
            }
        } else if byte != b'\'' && byte != b'`' {
            between = match (between, byte) {
                (Between::Nothing, b'-') => Between::Hyphen,
                (Between::Nothing | Between::Hyphen | Between::Space, _) => Between::Space,
            };
        }
        if let Some(word) = done.spans.last_mut() {
            word.end = done.text.len();
        }
    }
    done
}

/// The words of a text in any script.
pub(super) fn any(text: &str) -> Words {
    let mut cutter = Cutter::default();
    cutter.done.text.reserve(text.len());
    if text.chars().all(|c| c.is_ascii() || letters::is_plain(c)) {
        cutter.take_all(text.chars());
        return cutter.done;
    }
    let seen = text.chars().filter(|c| !letters::is_invisible(*c));
    // An acute accent that stands alone is meant as an apostrophe; NFKC would make a space of it.
    let seen = seen.map(|c| if c == '\u{b4}' { '\'' } else { c });
    if is_nfkc_quick(seen.clone()) == IsNormalized::Yes {
        cutter.take_all(seen);
    } else {
        cutter.take_all(seen.nfkc());
    }
    cutter.done
}

#[derive(Default)]
struct Cutter {
    done: Words,
    /// The word being read, not yet folded.
    word: Vec<char>,
    /// The script of its last letter.
    script: Option<Script>,
    /// What has been seen since the last word.
    between: Between,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Between {
    #[default]
    Nothing,
    Hyphen,
    Space,
}

impl Between {
    fn joint(self) -> Joint {
        match self {
            Self::Hyphen => Joint::Hyphen,
            Self::Nothing | Self::Space => Joint::Apart,
        }
    }
}

impl Cutter {
    fn take_all(&mut self, letters: impl Iterator<Item = char>) {
        let mut rest = letters.peekable();
        while let Some(c) = rest.next() {
            self.take(c, rest.peek().copied());
        }
        self.end_word();
    }

    fn take(&mut self, c: char, next: Option<char>) {
        if matches!(c, 'ء'..='غ' | 'ف'..='ي' | 'א'..='ת' | 'Ѐ'..='ҁ' | 'A'..='Z' | 'a'..='z')
        {
            // What nearly all signs of names are, before the questions that cost more.
            self.letter(c);
        } else if letters::is_apostrophe(c) {
            if !self.word.is_empty() {
                self.word.push('\'');
            }
        } else if is_combining_mark(c) || letters::is_vowel_or_accent(c) {
            self.part_scripts(Script::of_letter(c));
            if !self.word.is_empty() {
                self.word.push(c);
            }
        } else if c.is_alphanumeric() {
            self.letter(c);
        } else if !(c == '\u{fffd}' || self.is_gershayim(c, next)) {
            self.sign(c);
        }
    }

    fn letter(&mut self, c: char) {
        let script = Script::of_letter(c);
        self.part_scripts(script);
        self.script = script.or(self.script);
        self.word.push(c);
    }

    fn part_scripts(&mut self, now: Option<Script>) {
        if let (Some(before), Some(now)) = (self.script, now)
            && now.parts_from(before)
        {
            self.end_word();
        }
    }

    fn sign(&mut self, c: char) {
        self.end_word();
        self.between = match (self.between, letters::is_hyphen(c)) {
            (Between::Nothing, true) => Between::Hyphen,
            (Between::Nothing | Between::Hyphen | Between::Space, _) => Between::Space,
        };
    }

    /// Quotation marks between two Hebrew letters mark an abbreviation, not a quotation.
    fn is_gershayim(&self, c: char, next: Option<char>) -> bool {
        let hebrew = |c: Option<char>| c.and_then(Script::of_letter) == Some(Script::Hebrew);
        matches!(c, '"' | '\u{5f4}' | '\u{201d}' | '\u{201c}')
            && hebrew(self.word.last().copied())
            && hebrew(next)
    }

    fn end_word(&mut self) {
        self.script = None;
        if self.word.is_empty() {
            return;
        }
        let mut found = self.settle_script();
        if found.is_err() {
            // Once more without marks and ligatures, which have no look-alike of their own.
            self.fold_word();
            found = self.settle_script();
        }
        let (Ok(census) | Err(census)) = found;
        let script = census.majority();
        if script == Script::Thai {
            order_thai(&mut self.word);
        }
        self.write_word(script, &census);
    }

    /// The letters of the word by script, its look-alikes folded; an error if they are of several.
    fn settle_script(&mut self) -> Result<Census, Census> {
        let census = census(&self.word);
        if !census.several() {
            return Ok(census);
        }
        match lookalike::unify(&mut self.word, census.majority()) {
            Some(_) => {
                self.done.disguised = true;
                Ok(self::census(&self.word))
            }
            None => Err(census),
        }
    }

    fn fold_word(&mut self) {
        let mut folded = String::new();
        for c in self.word.drain(..) {
            letters::fold(c, &mut folded);
        }
        self.word.extend(folded.chars());
    }

    fn write_word(&mut self, script: Script, census: &Census) {
        let text = &mut self.done.text;
        let before = text.len();
        if before > 0 {
            text.push(' ');
        }
        let start = text.len();
        let mut marks = false;
        let hamza = matches!(self.word.first(), Some('أ' | 'إ' | 'آ'));
        for c in self.word.drain(..) {
            // A mark whose letter has gone hangs on nothing.
            let mark = is_combining_mark(c);
            if text.len() > start || !mark {
                letters::fold(c, text);
            }
            marks |= mark;
        }
        if marks {
            // What stood between two marks may have gone: they are put in Unicode's order again.
            let word: String = text.drain(start..).collect();
            text.extend(word.nfc());
        }
        if text.len() == start {
            text.truncate(before);
            return;
        }
        self.done.census.merge(census);
        let joint = if before == 0 {
            Joint::Apart
        } else {
            self.between.joint()
        };
        self.between = Between::Nothing;
        let end = text.len();
        self.done.spans.push(Word {
            start,
            end,
            script,
            joint,
            hamza,
        });
    }
}

/// How many letters of which script.
fn census(word: &[char]) -> Census {
    let mut census = Census::default();
    for script in word.iter().filter_map(|c| Script::of_letter(*c)) {
        census.add(script);
    }
    census
}
