//! The tolerant keys of a person: two records that share one of them are perhaps one person. A set
//! of keys has a name with its version; what it makes must not change under that name.
//!
//! The eleven of `tolerant-1` are those whose yield was measured (see `expect`): an order-free pair
//! of consonant skeletons, or one of them, with all or part of the date of birth or with a place.

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::{
    lexicon::{LexiconId, Looked, NameLexicon},
    person::KeyRecord,
    skeleton::skeleton,
};
use crate::{
    date::PartialDate,
    name::{Part, Token},
};

/// The version of the normal forms of names, dates and places from which keys are made. To be raised
/// when a change of them makes other keys of the same cells.
pub const NORMAL_FORMS: u32 = 1;

/// How many of a token's nearest lexicon entries make keys.
pub const NEAREST: usize = 5;

/// How many tokens of a name make lexicon keys with the date of birth.
const DATED: usize = 3;

/// Which keys each record of a list carries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum KeySet {
    /// Eleven keys from consonant skeletons.
    Tolerant,
    /// The eleven, and forty across scripts by a lexicon that both sides share.
    Crossing,
}

/// One key: bytes that say what kind of key it is and what it holds, so that no two kinds agree.
pub type Key = Vec<u8>;

/// A key set with the lexicon that it needs.
#[derive(Clone, Copy)]
pub struct KeyMaker<'a> {
    set: KeySet,
    lexicon: &'a dyn NameLexicon,
}

impl KeySet {
    /// How many keys each record carries, dummies included.
    pub const fn per_record(self) -> usize {
        match self {
            Self::Tolerant => 11,
            Self::Crossing => 11 + DATED * NEAREST + NEAREST * NEAREST,
        }
    }
}

impl<'a> KeyMaker<'a> {
    /// Makes keys of this set.
    pub const fn new(set: KeySet, lexicon: &'a dyn NameLexicon) -> Self {
        Self { set, lexicon }
    }

    /// The set.
    pub const fn set(&self) -> KeySet {
        self.set
    }

    /// Its name and version, and its lexicon's, as commitments give them.
    pub fn name(&self) -> String {
        match self.set {
            KeySet::Tolerant => "tolerant-1".to_owned(),
            KeySet::Crossing => format!("crossing-2 {}", self.lexicon.version()),
        }
    }

    /// The maker that a commitment names, with this lexicon; none when it names another.
    pub fn named(name: &str, lexicon: &'a dyn NameLexicon) -> Option<Self> {
        [KeySet::Tolerant, KeySet::Crossing]
            .map(|set| Self::new(set, lexicon))
            .into_iter()
            .find(|maker| maker.name() == name)
    }

    /// The keys of each person. The lexicon is asked for each token once, on all cores.
    pub fn keys_of_all(&self, persons: &[KeyRecord]) -> Vec<BTreeSet<Key>> {
        match self.set {
            KeySet::Tolerant => persons.par_iter().map(|person| self.keys(person)).collect(),
            KeySet::Crossing => {
                let tokens = persons.iter().flat_map(|person| &person.names);
                let looked = Looked::up(self.lexicon, tokens.filter(|t| t.part != Part::Initial));
                let maker = KeyMaker::new(self.set, &looked);
                persons
                    .par_iter()
                    .map(|person| maker.keys(person))
                    .collect()
            }
        }
    }

    /// The keys of a person, each once: at most as many as the set has; fewer where something is
    /// not known.
    pub fn keys(&self, person: &KeyRecord) -> BTreeSet<Key> {
        let tokens: Vec<&Token> = person
            .names
            .iter()
            .filter(|t| t.part != Part::Initial)
            .collect();
        let mut keys = tolerant(person, &tokens);
        match self.set {
            KeySet::Tolerant => {}
            KeySet::Crossing => crossing(self.lexicon, person, &tokens, &mut keys),
        }
        keys
    }
}

/// A key: its kind, and its parts each with its length before it.
fn key(kind: u8, parts: &[&[u8]]) -> Key {
    let mut key = vec![kind];
    for part in parts {
        // No part is longer: names and places are cut where they are read.
        let length = u16::try_from(part.len()).unwrap_or(u16::MAX);
        key.extend_from_slice(&length.to_be_bytes());
        key.extend(part.iter().take(usize::from(length)));
    }
    key
}

/// The eleven: at most two tokens of the name are used, the first and the last, in any order.
fn tolerant(person: &KeyRecord, tokens: &[&Token]) -> BTreeSet<Key> {
    let mut keys = BTreeSet::new();
    let ends: Vec<String> = match tokens {
        [] => return keys,
        [only] => vec![skeleton(only)],
        [first, .., last] => vec![skeleton(first), skeleton(last)],
    };
    let mut sorted: Vec<&[u8]> = ends.iter().map(String::as_bytes).collect();
    sorted.sort_unstable();
    let both = sorted.join(&0_u8);
    let (day, year) = (day(person.birth), year(person.birth));
    if let Some([y1, y2, month, day_of_month]) = day {
        let whole = [y1, y2, month, day_of_month];
        keys.insert(key(1, &[&both, &whole]));
        keys.insert(key(3, &[&both, &[month, day_of_month]]));
        keys.extend(ends.iter().map(|one| key(4, &[one.as_bytes(), &whole])));
    }
    if let Some(year) = year {
        keys.insert(key(2, &[&both, &year]));
    }
    for place in person
        .places
        .iter()
        .take(2)
        .filter(|place| !place.is_empty())
    {
        keys.insert(key(5, &[&both, place.as_bytes()]));
        if let (Some(year), [first, second]) = (year, ends.as_slice()) {
            for (token, other) in [(first, second), (second, first)] {
                let initial: String = other.chars().take(1).collect();
                let parts: [&[u8]; 4] = [
                    token.as_bytes(),
                    initial.as_bytes(),
                    &year,
                    place.as_bytes(),
                ];
                keys.insert(key(6, &parts));
            }
        }
    }
    keys
}

/// Across scripts: one token's entries with the day of birth, and two tokens' entries with the year.
fn crossing(
    lexicon: &dyn NameLexicon,
    person: &KeyRecord,
    tokens: &[&Token],
    keys: &mut BTreeSet<Key>,
) {
    let near = |token: &Token| -> Vec<LexiconId> {
        let mut near = lexicon.nearest(token);
        near.truncate(NEAREST);
        near
    };
    if let Some(day) = day(person.birth) {
        for id in tokens.iter().take(DATED).flat_map(|token| near(token)) {
            keys.insert(key(7, &[&id.0.to_be_bytes(), &day]));
        }
    }
    if let (Some(year), [first, .., last]) = (year(person.birth), tokens) {
        for a in near(first) {
            for b in near(last) {
                let (low, high) = (a.min(b).0.to_be_bytes(), a.max(b).0.to_be_bytes());
                keys.insert(key(8, &[&low, &high, &year]));
            }
        }
    }
}

fn day(birth: Option<PartialDate>) -> Option<[u8; 4]> {
    match birth? {
        PartialDate::Day { year, month, day } | PartialDate::Written { year, month, day } => {
            let [y1, y2] = year.to_be_bytes();
            Some([y1, y2, month, day])
        }
        PartialDate::Month { .. } | PartialDate::Year(_) | PartialDate::Span(..) => None,
    }
}

fn year(birth: Option<PartialDate>) -> Option<[u8; 2]> {
    match birth? {
        PartialDate::Day { year, .. }
        | PartialDate::Written { year, .. }
        | PartialDate::Month { year, .. }
        | PartialDate::Year(year) => Some(year.to_be_bytes()),
        PartialDate::Span(..) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{super::lexicon::SkeletonLexicon, *};
    use crate::name::Script;

    /// An invented person.
    fn person(names: &[&str], birth: Option<PartialDate>, places: &[&str]) -> KeyRecord {
        let token = |text: &&str| Token {
            text: (*text).to_owned(),
            script: if text.is_ascii() {
                Script::Latin
            } else {
                Script::Arabic
            },
            part: Part::Plain,
        };
        KeyRecord {
            names: names.iter().map(token).collect(),
            birth,
            places: places.iter().map(|p| (*p).to_owned()).collect(),
        }
    }

    const BORN: Option<PartialDate> = Some(PartialDate::Day {
        year: 1980,
        month: 5,
        day: 17,
    });

    #[test]
    fn a_whole_record_has_all_eleven_keys_and_a_bare_one_few() {
        let maker = KeyMaker::new(KeySet::Tolerant, &SkeletonLexicon);
        let whole = person(&["khalid", "mansur"], BORN, &["4000", "sanaa"]);
        assert_eq!(maker.keys(&whole).len(), KeySet::Tolerant.per_record());
        assert_eq!(
            maker.keys(&person(&["khalid", "mansur"], None, &[])).len(),
            0
        );
        assert_eq!(maker.keys(&person(&[], BORN, &["4000"])).len(), 0);
        let year = person(&["khalid", "mansur"], Some(PartialDate::Year(1980)), &[]);
        assert_eq!(maker.keys(&year).len(), 1);
    }

    #[test]
    fn order_and_spelling_of_the_name_do_not_matter() {
        let maker = KeyMaker::new(KeySet::Tolerant, &SkeletonLexicon);
        let one = maker.keys(&person(&["khalid", "mansur"], BORN, &["4000", "sanaa"]));
        let other = maker.keys(&person(&["mansoor", "khaled"], BORN, &["4000", "sanaa"]));
        assert_eq!(one, other);
        let stranger = maker.keys(&person(&["layla", "haddad"], BORN, &["4000", "sanaa"]));
        assert!(one.is_disjoint(&stranger));
    }

    #[test]
    fn names_in_two_scripts_share_keys_where_skeletons_agree() {
        let maker = KeyMaker::new(KeySet::Crossing, &SkeletonLexicon);
        let latin = maker.keys(&person(&["khalid", "mansur"], BORN, &[]));
        let arabic = maker.keys(&person(&["خالد", "منصور"], BORN, &[]));
        assert!(latin.intersection(&arabic).count() >= 2);
        assert!(latin.len() <= KeySet::Crossing.per_record());
    }

    #[test]
    fn sets_are_found_by_their_names() {
        for set in [KeySet::Tolerant, KeySet::Crossing] {
            let maker = KeyMaker::new(set, &SkeletonLexicon);
            let found = KeyMaker::named(&maker.name(), &SkeletonLexicon);
            assert_eq!(found.map(|m| m.set()), Some(set));
        }
        assert!(KeyMaker::named("tolerant-9", &SkeletonLexicon).is_none());
    }

    #[test]
    fn a_person_is_read_as_written() {
        for birth in [
            None,
            BORN,
            Some(PartialDate::Month {
                year: 1980,
                month: 5,
            }),
            Some(PartialDate::Year(1980)),
            Some(PartialDate::Span(1978, 1982)),
        ] {
            let person = person(&["khalid", "منصور"], birth, &["4000"]);
            assert_eq!(KeyRecord::read(&person.write()), Some(person));
        }
        assert_eq!(KeyRecord::read("{}"), None);
    }
}
