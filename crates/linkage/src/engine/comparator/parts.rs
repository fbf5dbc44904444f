//! Parts of names: given names, fathers' names, family names.

use hashbrown::HashMap;

use super::{
    Agreement, Coarse, Comparator, Level,
    across::{Across, Meeting},
    readings::Readings,
    sound,
};
use crate::{
    engine::letters::{Likeness, Prepared},
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
    /// By value, what of it letters do not show.
    beyond: Vec<Beyond>,
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

/// What of a name letters do not show, in one byte.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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

    fn of(name: &Name) -> Self {
        let words = || name.spellings.iter().flatten();
        let first = words().next().map_or(Script::Other, |word| word.script);
        let several = name.spellings.iter().any(|spelling| spelling.len() > 1);
        let forms = words().any(|word| !clusters_of(&word.text).is_empty());
        let mixed = words().any(|word| word.script != first);
        Self(
            (u8::from(several) * Self::WORDS)
                | (u8::from(forms) * Self::FORMS)
                | (u8::from(mixed) * Self::SCRIPTS)
                | ((first as u8) << Self::SCRIPT),
        )
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
        Ok(Self {
            sounds: match across {
                Some(_) => sound::shared_codes(names),
                None => sound::codes(first),
            },
            readings: Readings::new(spellings.iter().map(Vec::as_slice)),
            beyond: names.iter().map(Beyond::of).collect(),
            across,
            names: word_by_word(names),
        })
    }

    #[inline]
    fn beyond(&self, value: u32) -> Beyond {
        self.beyond
            .get(value as usize)
            .copied()
            .unwrap_or(Beyond(0))
    }

    /// What letters do not show: other forms of a name, one name of two, another script.
    fn beyond_letters(&self, a: u32, b: u32, letters: Level) -> Level {
        let name = |value: u32| self.names.get(value as usize);
        let Some((first, second)) = name(a).zip(name(b)) else {
            return letters;
        };
        let mut best = letters;
        for (i, mine) in first.iter().enumerate() {
            for (j, theirs) in second.iter().enumerate() {
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
    let mut numbers: HashMap<&str, u32, Fixed> = HashMap::with_hasher(Fixed);
    names
        .iter()
        .map(|name| {
            let spellings = name.spellings.iter();
            spellings
                .map(|spelling| {
                    spelling
                        .iter()
                        .map(|token| {
                            let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
                            Word {
                                number: *numbers.entry(token.text.as_str()).or_insert(next),
                                script: token.script,
                                forms: clusters_of(&token.text),
                            }
                        })
                        .collect()
                })
                .collect()
        })
        .collect()
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

impl Comparator for NameParts {
    fn scale(&self) -> &'static [Agreement] {
        &SCALE
    }

    fn level(&self, a: u32, b: u32) -> Level {
        if a == b {
            return Level::SAME;
        }
        let letters = level(self.readings.likeness(a, b));
        if letters <= OTHER_FORM || !self.beyond(a).tells(self.beyond(b)) {
            return letters;
        }
        self.beyond_letters(a, b, letters)
    }

    fn alike(&self, a: u32, others: &[u32], found: &mut Vec<(u32, Level)>) {
        let mut prepared = Prepared::new(self.readings.letters());
        let mine = self.beyond(a);
        for &b in others {
            let letters = if a == b {
                Level::SAME
            } else {
                level(self.readings.against(&mut prepared, a, b))
            };
            let level = if letters > OTHER_FORM && mine.tells(self.beyond(b)) {
                self.beyond_letters(a, b, letters)
            } else {
                letters
            };
            if level < DIFFERENT {
                found.push((b, level));
            }
        }
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
