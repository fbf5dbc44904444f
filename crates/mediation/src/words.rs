//! Texts as they come in: titles, wordings, languages. Kept exactly as given.

use unicode_normalization::{UnicodeNormalization as _, char::is_combining_mark};

use crate::checked::{Lines, NotTaken, check_text, checked_string};

/// The most characters of one wording: a message, an article.
pub const WORDING_MOST: usize = 60_000;
/// The most characters of a title or a name of a person.
pub const TITLE_MOST: usize = 300;

checked_string!(
    /// One line: a name of a person, a title, a place, a source. At most 300 characters.
    Title,
    |s| check_text(s, TITLE_MOST, Lines::One),
    schemars::json_schema!({ "type": "string", "minLength": 1, "maxLength": 300 })
);

checked_string!(
    /// Words as they were given: one or more lines, at most 60,000 characters.
    Wording,
    |s| check_text(s, WORDING_MOST, Lines::Many),
    schemars::json_schema!({ "type": "string", "minLength": 1, "maxLength": 60000 })
);

checked_string!(
    /// A language by its BCP 47 tag: `en`, `ar`, `pt-BR`.
    Language,
    |s| {
        let ok = (2..=35).contains(&s.len())
            && s.split('-').enumerate().all(|(i, part)| {
                (1..=8).contains(&part.len())
                    && part.bytes().all(|b| b.is_ascii_alphanumeric())
                    && (i > 0 || (part.len() >= 2 && part.bytes().all(|b| b.is_ascii_lowercase())))
            });
        if ok { Ok(()) } else { Err(NotTaken::Form("a language is given by its BCP 47 tag, such as en or ar")) }
    },
    schemars::json_schema!({ "type": "string", "pattern": "^[a-z]{2,8}(-[A-Za-z0-9]{1,8})*$" })
);

checked_string!(
    /// The number of an article as the text has it: `1`, `4 bis`.
    ArticleNumber,
    |s| {
        // A colon ends the number in the bytes of a text.
        if s.contains(':') {
            return Err(NotTaken::Form("the number of an article holds no colon"));
        }
        check_text(s, 12, Lines::One)
    },
    schemars::json_schema!({ "type": "string", "minLength": 1, "maxLength": 12 })
);

checked_string!(
    /// A letter or two before an entry's number, such as `H` in `H 46`.
    RoomCode,
    |s| {
        let ok = (1..=3).contains(&s.len()) && s.bytes().all(|b| b.is_ascii_uppercase());
        if ok { Ok(()) } else { Err(NotTaken::Form("a room's code is one to three capital letters")) }
    },
    schemars::json_schema!({ "type": "string", "pattern": "^[A-Z]{1,3}$" })
);

impl Wording {
    /// Whether two wordings say the same words, whatever their spacing, case and punctuation:
    /// the test by which a quotation is recognised.
    pub fn same_words(&self, other: &Wording) -> bool {
        folded(self.as_str()).eq(folded(other.as_str()))
    }

    /// Whether this wording quotes `other`; see [`Said`].
    pub fn quotes(&self, other: &Wording) -> bool {
        Said::of([self.as_str()]).quotes(other.as_str())
    }

    /// How many words it has.
    pub fn length(&self) -> usize {
        pieces(self.as_str()).count()
    }
}

/// Words that go somewhere, held against others: whether they quote them. A quotation is recognised
/// where four fifths of a wording stand in one run, whatever their spacing, case, punctuation and
/// accents, and however the words that go are cut into fields. It guards against slips; whoever
/// means to get round it can.
#[derive(Debug, Clone)]
pub struct Said {
    words: Vec<String>,
    places: std::collections::BTreeMap<String, Vec<usize>>,
}

/// What a wording is looked up by: its word in the middle, which every run of four fifths of it
/// holds, and how many words it has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Middle {
    word: String,
    length: usize,
}

impl Middle {
    /// That of a wording.
    pub fn of(said: &str) -> Self {
        let length = pieces(said).count();
        let middle = pieces(said).nth(length / 2);
        let word = middle.and_then(|m| folded(m).next()).unwrap_or_default();
        Self { word, length }
    }

    /// How many words the wording has.
    pub fn length(&self) -> usize {
        self.length
    }
}

impl Said {
    /// Takes the words of all fields, in order.
    pub fn of<'a>(fields: impl IntoIterator<Item = &'a str>) -> Self {
        let words: Vec<String> = fields.into_iter().flat_map(folded).collect();
        let mut places = std::collections::BTreeMap::<String, Vec<usize>>::new();
        for (at, word) in words.iter().enumerate() {
            places.entry(word.clone()).or_default().push(at);
        }
        Self { words, places }
    }

    /// How many words they are.
    pub fn length(&self) -> usize {
        self.words.len()
    }

    /// Whether they may quote a wording of this middle: if not, they do not.
    pub(crate) fn meets(&self, middle: &Middle) -> bool {
        middle.length > 0 && self.places.contains_key(&middle.word)
    }

    /// Whether they quote a wording.
    pub fn quotes(&self, said: &str) -> bool {
        let theirs: Vec<String> = folded(said).collect();
        let middle = theirs.len() / 2;
        let Some(places) = theirs.get(middle).and_then(|m| self.places.get(m)) else {
            return false;
        };
        let run = (theirs.len() * 4).div_ceil(5);
        places
            .iter()
            .any(|at| self.run(*at, &theirs, middle) >= run)
    }

    /// How long the run is that both share around one word.
    fn run(&self, at: usize, theirs: &[String], middle: usize) -> usize {
        let (before, after) = (self.words.get(..at), self.words.get(at..));
        let back = before.unwrap_or_default().iter().rev();
        let their_back = theirs.get(..middle).unwrap_or_default().iter().rev();
        let on = after.unwrap_or_default().iter();
        let their_on = theirs.get(middle..).unwrap_or_default().iter();
        let same = |(a, b): &(&String, &String)| a == b;
        back.zip(their_back).take_while(same).count() + on.zip(their_on).take_while(same).count()
    }
}

/// Words as they are written: each holds a letter or a digit.
fn pieces(s: &str) -> impl Iterator<Item = &str> {
    let between = |c: char| !c.is_alphanumeric() && !is_combining_mark(c);
    s.split(between)
        .filter(|w| w.contains(char::is_alphanumeric))
}

/// Words as they are compared: in small letters, in one normal form, without accents and vowel
/// marks (Unicode Standard Annex 15, NFKD, less its marks).
fn folded(s: &str) -> impl Iterator<Item = String> + '_ {
    pieces(s).map(|w| {
        if w.is_ascii() {
            return w.to_ascii_lowercase();
        }
        let plain = w.nfkd().filter(|c| !is_combining_mark(*c));
        plain.flat_map(char::to_lowercase).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_override_of_direction_is_not_taken() {
        assert_eq!(
            Wording::new("a\u{202E}b"),
            Err(NotTaken::Control { code: 0x202E })
        );
        for hidden in [
            "\u{2067}10 – 5\u{2069}",
            "a\u{2028}Article 9:",
            "a\u{200B}b",
            "\u{2068}a",
            "a\u{2069}",
            "\u{2068}a\n\u{2069}",
        ] {
            assert!(
                matches!(Wording::new(hidden), Err(NotTaken::Control { .. })),
                "{hidden:?}"
            );
        }
        // What a page of ours holds can be copied; letters keep what joins and parts them.
        assert!(Wording::new("entry \u{2068}H 44\u{2069}, می\u{200C}خواهم").is_ok());
        assert!(Wording::new("two\nlines").is_ok());
        assert_eq!(
            Title::new("two\nlines"),
            Err(NotTaken::Control { code: 10 })
        );
    }

    #[test]
    fn a_quotation_is_recognised_through_punctuation() {
        let said = Wording::new("Thirteen are ready, for the first day.").unwrap();
        assert!(
            Wording::new("They say: thirteen are ready for the first day!")
                .unwrap()
                .quotes(&said)
        );
        // Composed or not, with vowel marks or without: they are the same words.
        let said = Wording::new("Le café est fermé à six heures").unwrap();
        assert!(
            Wording::new("« le cafe\u{301} est ferme\u{301} a\u{300} six heures »")
                .unwrap()
                .quotes(&said)
        );
        let said = Wording::new("الكِتابُ على الطاولة").unwrap();
        assert!(Wording::new("الكتاب على الطاولة").unwrap().quotes(&said));
        let said = Wording::new("Thirteen are ready, for the first day.").unwrap();
        assert!(Said::of(["Thirteen are ready,", "for the first day"]).quotes(said.as_str()));
        assert!(
            !Wording::new("Thirteen persons are foreseen.")
                .unwrap()
                .quotes(&said)
        );
    }
}
