//! A text cut into words in normal form, with what stood between them. Knows writing, not names.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

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
#[derive(Debug, Clone, Copy)]
pub(super) struct Word {
    /// Its first byte in the text.
    pub(super) start: usize,
    /// The byte after its last.
    pub(super) end: usize,
    /// The script of most of its letters.
    pub(super) script: Script,
    /// What stood before it.
    pub(super) joint: Joint,
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
    let mut cutter = Cutter::default();
    let seen = text.chars().filter(|c| !letters::is_invisible(*c));
    // An acute accent that stands alone is meant as an apostrophe; NFKC would make a space of it.
    let seen = seen.map(|c| if c == '\u{b4}' { '\'' } else { c });
    let mut rest = seen.nfkc().peekable();
    while let Some(c) = rest.next() {
        cutter.take(c, rest.peek().copied());
    }
    cutter.end_word();
    let mut words = cutter.done;
    for script in words.text.chars().filter_map(Script::of_letter) {
        words.census.add(script);
    }
    words
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

impl Cutter {
    fn take(&mut self, c: char, next: Option<char>) {
        if letters::is_apostrophe(c) {
            if !self.word.is_empty() {
                self.word.push('\'');
            }
        } else if is_combining_mark(c) {
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
            _ => Between::Space,
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
        let mut script = self.settle_script();
        if script.is_none() {
            // Once more without marks and ligatures, which have no look-alike of their own.
            self.fold_word();
            script = self.settle_script();
        }
        let script = script.unwrap_or_else(|| census(&self.word).majority());
        if script == Script::Thai {
            order_thai(&mut self.word);
        }
        self.write_word(script);
    }

    /// The script of the word, its look-alikes folded; none if it is of several.
    fn settle_script(&mut self) -> Option<Script> {
        let census = census(&self.word);
        if !census.several() {
            return Some(census.majority());
        }
        let script = lookalike::unify(&mut self.word, census.majority());
        self.done.disguised |= script.is_some();
        script
    }

    fn fold_word(&mut self) {
        let mut folded = String::new();
        for c in self.word.drain(..) {
            letters::fold(c, &mut folded);
        }
        self.word.extend(folded.chars());
    }

    fn write_word(&mut self, script: Script) {
        let text = &mut self.done.text;
        let before = text.len();
        if before > 0 {
            text.push(' ');
        }
        let start = text.len();
        let mut marks = false;
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
        let joint = match self.between {
            Between::Hyphen => Joint::Hyphen,
            Between::Nothing | Between::Space => Joint::Apart,
        };
        self.between = Between::Nothing;
        let end = text.len();
        self.done.spans.push(Word {
            start,
            end,
            script,
            joint,
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
