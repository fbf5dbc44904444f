//! Parts of names: given names, fathers' names, family names.

mod kindred;

use hashbrown::HashMap;

use self::kindred::Kindred;
use super::{
    Agreement, Among, Coarse, Comparator, Level,
    across::{Across, Meeting},
    each_that,
    readings::Readings,
    sound, taken,
};
use crate::{
    engine::letters::{Likeness, Prepared, Sieve},
    hash::Fixed,
    name::{Cluster, Name, Script, Token, Usage, clusters_of},
    watch::{Stopped, Watch},
};

/// Names of one or more fields, numbered together, so that a given name can be compared with a
/// family name.
pub struct NameParts {
    /// Each spelling as one text.
    readings: Readings,
    sounds: Vec<u32>,
    /// By value, its spellings word by word.
    names: Vec<Vec<Vec<Word>>>,
    /// By value, what is looked at beside its letters.
    beside: Vec<Beside>,
    /// Where several scripts are met.
    across: Option<Across>,
}

/// A word of a name, as far as other words are compared with it.
#[derive(Debug, Clone, Copy)]
struct Word {
    /// The same for the same letters.
    number: u32,
    script: Script,
    /// The names of which it is a form.
    forms: &'static [(Cluster, Usage)],
}

impl Word {
    fn is(self, other: Self) -> bool {
        self.number == other.number
    }

    fn is_a_form_of(self, other: Self) -> bool {
        let shared = |(cluster, _): &(Cluster, Usage)| {
            other
                .forms
                .binary_search_by_key(cluster, |&(c, _)| c)
                .is_ok()
        };
        self.is(other) || self.forms.iter().any(shared)
    }
}

/// What is looked at of a name beside its letters.
#[derive(Debug, Clone, Copy)]
struct Beside {
    beyond: Beyond,
    /// Its words and what they are forms of, folded onto so many places: two names that share none of
    /// them share no word.
    words: u32,
}

impl Beside {
    const NOTHING: Self = Self {
        beyond: Beyond(0),
        words: 0,
    };

    fn of(spellings: &[Vec<Word>]) -> Self {
        Self {
            beyond: Beyond::of(spellings),
            words: folded(spellings),
        }
    }
}

/// What of a name letters do not show, in one byte.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Beyond(u8);

impl Beyond {
    /// Some spelling has several words.
    const WORDS: u8 = 1;
    /// It is known to have other forms.
    const FORMS: u8 = 2;
    /// Its spellings are of several scripts.
    const SCRIPTS: u8 = 4;
    /// From here on its script.
    const SCRIPT: u32 = 3;

    fn of(spellings: &[Vec<Word>]) -> Self {
        let words = || spellings.iter().flatten();
        let first = words().next().map_or(Script::Other, |word| word.script);
        let several = spellings.iter().any(|spelling| spelling.len() > 1);
        let forms = words().any(|word| !word.forms.is_empty());
        let mixed = words().any(|word| word.script != first);
        Self(
            (u8::from(several) * Self::WORDS)
                | (u8::from(forms) * Self::FORMS)
                | (u8::from(mixed) * Self::SCRIPTS)
                | ((first as u8) << Self::SCRIPT),
        )
    }

    /// Whether spellings of two such names may be in two scripts.
    fn may_meet_across(self, other: Self) -> bool {
        let mixed = (self.0 | other.0) & Self::SCRIPTS;
        mixed | ((self.0 ^ other.0) >> Self::SCRIPT) != 0
    }

    /// Whether more than letters can tell of two such names.
    #[inline]
    fn tells(self, other: Self) -> bool {
        let either = (self.0 | other.0) & (Self::WORDS | Self::SCRIPTS);
        let both = self.0 & other.0 & Self::FORMS;
        either | both | ((self.0 ^ other.0) >> Self::SCRIPT) != 0
    }
}

const SCALE: [Agreement; 8] = [
    Agreement::Same,
    Agreement::OtherForm,
    Agreement::OneSign,
    Agreement::Close,
    Agreement::Part,
    Agreement::Alike,
    Agreement::Exchanged,
    Agreement::Different,
];

const OTHER_FORM: Level = Level(2);
const CLOSE: Level = Level(4);
const PART: Level = Level(5);
const ALIKE: Level = Level(6);
const DIFFERENT: Level = Level(8);

impl NameParts {
    /// The level at which given and family name stand in each other's place.
    pub const EXCHANGED: Level = Level(7);

    /// Prepares the names; `counts` says how many records have each.
    ///
    /// # Errors
    /// [`Stopped`] when the watcher says so.
    pub fn new(names: &[Name], counts: &[u32], watch: &dyn Watch) -> Result<Self, Stopped> {
        let spellings: Vec<Vec<String>> = names
            .iter()
            .map(|name| name.spellings.iter().map(|s| joined(s)).collect())
            .collect();
        let across = Across::new(names, counts, watch)?;
        let first = spellings
            .iter()
            .map(|s| s.first().map_or("", String::as_str));
        let sounds = match across {
            Some(_) => sound::shared_codes(names),
            None => sound::codes(first),
        };
        let names = word_by_word(names);
        Ok(Self {
            sounds,
            readings: Readings::new(spellings.iter().map(Vec::as_slice)),
            beside: names.iter().map(|name| Beside::of(name)).collect(),
            across,
            names,
        })
    }

    #[inline]
    fn beside(&self, value: u32) -> Beside {
        let beside = self.beside.get(value as usize).copied();
        beside.unwrap_or(Beside::NOTHING)
    }

    /// Whether more than letters can tell of two names: they may share a word, or meet by the letter
    /// model.
    #[inline]
    fn tells_beyond(&self, a: u32, b: u32) -> bool {
        let (mine, theirs) = (self.beside(a), self.beside(b));
        (self.across.is_some() || mine.words & theirs.words != 0)
            && mine.beyond.tells(theirs.beyond)
    }

    fn spellings(&self, value: u32) -> &[Vec<Word>] {
        self.names.get(value as usize).map_or(&[], Vec::as_slice)
    }

    /// With the letters of the first of the two prepared.
    fn prepared_level(&self, prepared: &mut Prepared, a: u32, b: u32) -> Level {
        let letters = if a == b {
            Level::SAME
        } else {
            level(self.readings.against(prepared, a, b))
        };
        self.with_more_than_letters(a, b, letters)
    }

    fn with_more_than_letters(&self, a: u32, b: u32, letters: Level) -> Level {
        if letters <= OTHER_FORM || !self.tells_beyond(a, b) {
            return letters;
        }
        self.beyond_letters(a, b, letters)
    }

    /// What letters do not show: other forms of a name, one name of two, another script.
    fn beyond_letters(&self, a: u32, b: u32, letters: Level) -> Level {
        let mut best = letters;
        for (i, mine) in self.spellings(a).iter().enumerate() {
            for (j, theirs) in self.spellings(b).iter().enumerate() {
                best = best.min(self.spelled(mine, theirs, (a, i), (b, j)));
            }
        }
        best
    }

    fn spelled(
        &self,
        mine: &[Word],
        theirs: &[Word],
        (a, i): (u32, usize),
        (b, j): (u32, usize),
    ) -> Level {
        let script = |words: &[Word]| words.first().map(|word| word.script);
        if script(mine) != script(theirs) {
            let across = self.across.as_ref();
            return across.map_or(DIFFERENT, |across| of_meeting(across.meet((a, i), (b, j))));
        }
        let (shorter, longer) = if mine.len() <= theirs.len() {
            (mine, theirs)
        } else {
            (theirs, mine)
        };
        let all = |agree: fn(Word, Word) -> bool| {
            let mut words = shorter.iter();
            words.all(|&x| longer.iter().any(|&y| agree(x, y)))
        };
        if shorter.len() < longer.len() && all(Word::is_a_form_of) {
            PART
        } else if shorter.len() == longer.len() && all(Word::is_a_form_of) {
            OTHER_FORM
        } else {
            DIFFERENT
        }
    }
}

fn word_by_word(names: &[Name]) -> Vec<Vec<Vec<Word>>> {
    let mut known: HashMap<&str, Word, Fixed> = HashMap::with_hasher(Fixed);
    let mut word = |script, text| {
        let next = u32::try_from(known.len()).unwrap_or(u32::MAX);
        let word = known.entry(text).or_insert_with(|| Word {
            number: next,
            script,
            forms: clusters_of(text),
        });
        Word { script, ..*word }
    };
    let mut all = Vec::with_capacity(names.len());
    for name in names {
        let spellings = name.spellings.iter().map(|spelling| {
            let tokens = spelling.iter();
            tokens.map(|t| word(t.script, t.text.as_str())).collect()
        });
        all.push(spellings.collect());
    }
    all
}

/// Words and what they are forms of, folded onto a few places. A spelling of no words may be like any.
fn folded(spellings: &[Vec<Word>]) -> u32 {
    if spellings.iter().any(Vec::is_empty) {
        return u32::MAX;
    }
    let place = |number: u32| 1 << (number.wrapping_mul(0x9E37_79B1) >> 27);
    let of_word = |word: &Word| {
        let forms = word.forms.iter();
        forms.fold(place(word.number), |all, (Cluster(cluster), _)| {
            all | place(u32::from(*cluster) ^ 0x5555_5555)
        })
    };
    spellings
        .iter()
        .flatten()
        .fold(0, |all, word| all | of_word(word))
}

fn of_meeting(meeting: Meeting) -> Level {
    match meeting {
        Meeting::Form => OTHER_FORM,
        Meeting::Close => CLOSE,
        Meeting::Part => PART,
        Meeting::Alike => ALIKE,
        Meeting::None => DIFFERENT,
    }
}

fn joined(spelling: &[Token]) -> String {
    let words: Vec<&str> = spelling.iter().map(|token| token.text.as_str()).collect();
    words.join(" ")
}

fn level(likeness: Likeness) -> Level {
    match likeness {
        Likeness::Same => Level::SAME,
        Likeness::OneLetter => Level(3),
        Likeness::Close => CLOSE,
        Likeness::Alike => ALIKE,
        Likeness::Unlike => DIFFERENT,
    }
}

/// Names put side by side.
struct NamesAmong<'a> {
    names: &'a NameParts,
    others: &'a [u32],
    sieve: Sieve,
    kindred: Kindred,
}

impl Among for NamesAmong<'_> {
    fn alike(&self, a: u32, found: &mut Vec<(u32, Level)>) {
        let readings = &self.names.readings;
        let mut places = Vec::new();
        readings.through(&self.sieve, a, &mut places);
        self.kindred.of(self.names, a, &mut places);
        let mut prepared = Prepared::new(readings.letters());
        for b in taken(self.others, a, places) {
            let level = self.names.prepared_level(&mut prepared, a, b);
            if level < DIFFERENT {
                found.push((b, level));
            }
        }
    }
}

impl Comparator for NameParts {
    fn scale(&self) -> &'static [Agreement] {
        &SCALE
    }

    fn level(&self, a: u32, b: u32) -> Level {
        if a == b {
            return Level::SAME;
        }
        let letters = level(self.readings.likeness(a, b));
        self.with_more_than_letters(a, b, letters)
    }

    fn levels(&self, pairs: &[(u32, u32)], levels: &mut Vec<Level>) {
        let from = levels.len();
        levels.resize(from + pairs.len(), DIFFERENT);
        let mut prepared = Prepared::new(self.readings.letters());
        let is_close = |&(a, b): &(u32, u32)| {
            (a == b) | self.readings.may_be_alike(a, b) | self.tells_beyond(a, b)
        };
        each_that(pairs, is_close, |at, &(a, b)| {
            if let Some(level) = levels.get_mut(from + at) {
                *level = self.prepared_level(&mut prepared, a, b);
            }
        });
    }

    fn among<'a>(&'a self, others: &'a [u32]) -> Box<dyn Among + 'a> {
        Box::new(NamesAmong {
            names: self,
            sieve: self.readings.sieve(others),
            kindred: Kindred::new(self, others),
            others,
        })
    }

    fn content(&self, value: u32) -> u64 {
        self.readings.content(value)
    }

    fn coarse(&self) -> Option<Coarse> {
        Some(Coarse {
            of_value: self.sounds.clone(),
        })
    }
}
