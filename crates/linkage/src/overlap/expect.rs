//! What is to be said before anything runs: how many true pairs a key set finds, as measured, and
//! what the two sides learn beyond what they agreed to learn. The table is data and stands here
//! only.

use std::fmt;

use super::pledge::{Rounding, Show, Terms};

/// What a key set and a rule found when it was measured: shares from 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Expected {
    /// The set of keys, as commitments name it, without the digest of its lexicon.
    pub key_set: &'static str,
    /// How many keys had to agree.
    pub agree: u32,
    /// On which lists.
    pub lists: &'static str,
    /// Of the pairs that are one person, how many were found.
    pub recall: f64,
    /// Of the pairs found, how many are one person.
    pub precision: f64,
    /// Of the records whose person the other list did not have, how many were wrongly found, and of
    /// how many; none where it was not counted.
    pub outsiders: Option<(u32, u32)>,
}

/// 5,000 by 5,000, all with a true pair; given name, surname, birth date, postcode and suburb.
const FEBRL4: &str = "Febrl 4 (one script; names, birth dates, two places)";

/// Two generated lists of 8,000 of which half are in both.
const GENERATED: &str = "generated lists of 8,000 (one script; names, birth dates, two places)";

/// Names that the model had not seen, from Wikidata (CC0), with an invented birth date, the same in
/// both lists, and no place: a full and certain birth date flatters every figure here.
const HEBREW: &str =
    "4,000 Latin and 4,000 Hebrew names of which half are in both (whole birth dates, no places)";

/// As measured. A set or a rule that is not here was not measured, and is said to be so. The lists
/// in two scripts and Febrl 4 by `examples/overlap_recall.rs`; the others by the
/// study from which `tolerant-1` came. Repeated keys were kept.
pub const MEASURED: [Expected; 14] = [
    Expected {
        key_set: "tolerant-1",
        agree: 1,
        lists: FEBRL4,
        recall: 0.9284,
        precision: 0.9908,
        outsiders: None,
    },
    Expected {
        key_set: "tolerant-1",
        agree: 2,
        lists: FEBRL4,
        recall: 0.767,
        precision: 1.0,
        outsiders: None,
    },
    Expected {
        key_set: "tolerant-1",
        agree: 1,
        lists: GENERATED,
        recall: 0.939,
        precision: 0.959,
        outsiders: Some((78, 4_000)),
    },
    Expected {
        key_set: "tolerant-1",
        agree: 2,
        lists: GENERATED,
        recall: 0.876,
        precision: 0.996,
        outsiders: None,
    },
    Expected {
        key_set: "crossing-2 nearest-2",
        agree: 1,
        lists: FEBRL4,
        recall: 0.9466,
        precision: 0.9687,
        outsiders: None,
    },
    Expected {
        key_set: "crossing-2 nearest-2",
        agree: 2,
        lists: FEBRL4,
        recall: 0.9178,
        precision: 0.9841,
        outsiders: None,
    },
    Expected {
        key_set: "crossing-2 nearest-2",
        agree: 3,
        lists: FEBRL4,
        recall: 0.8714,
        precision: 0.9882,
        outsiders: None,
    },
    Expected {
        key_set: "crossing-2 nearest-2",
        agree: 4,
        lists: FEBRL4,
        recall: 0.8634,
        precision: 0.9897,
        outsiders: None,
    },
    Expected {
        key_set: "tolerant-1",
        agree: 1,
        lists: HEBREW,
        recall: 0.9205,
        precision: 0.993,
        outsiders: Some((7, 2_000)),
    },
    Expected {
        key_set: "tolerant-1",
        agree: 2,
        lists: HEBREW,
        recall: 0.5625,
        precision: 1.0,
        outsiders: Some((0, 2_000)),
    },
    Expected {
        key_set: "crossing-2 nearest-2",
        agree: 1,
        lists: HEBREW,
        recall: 0.9915,
        precision: 0.9566,
        outsiders: Some((38, 2_000)),
    },
    Expected {
        key_set: "crossing-2 nearest-2",
        agree: 2,
        lists: HEBREW,
        recall: 0.9775,
        precision: 0.9839,
        outsiders: Some((13, 2_000)),
    },
    Expected {
        key_set: "crossing-2 nearest-2",
        agree: 3,
        lists: HEBREW,
        recall: 0.9485,
        precision: 0.9922,
        outsiders: Some((6, 2_000)),
    },
    Expected {
        key_set: "crossing-2 nearest-2",
        agree: 4,
        lists: HEBREW,
        recall: 0.908,
        precision: 0.9951,
        outsiders: Some((3, 2_000)),
    },
];

/// What was measured for this set and rule, if anything was.
pub fn expected(key_set: &str, agree: u32) -> impl Iterator<Item = &'static Expected> {
    MEASURED
        .iter()
        .filter(move |one| one.agree == agree && key_set.starts_with(one.key_set))
}

/// Something that is learnt beside what was agreed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leak {
    /// How long the list is, padding included.
    Size {
        /// Records, padding included.
        records: u64,
    },
    /// Which of our places share a key.
    Repeats {
        /// Keys that stand in an earlier record already.
        keys: usize,
    },
    /// How many keys of each pair agree.
    KeysOfPair,
    /// Which of our records the other side has: it learns of ours what we learn of its.
    WhoIsOnBoth,
    /// One side learns first.
    FirstToLearn,
    /// The go-between learns how many, and which places.
    GoBetween,
    /// A count rounded, and none the smaller for it.
    Rounded {
        /// To what.
        to: u64,
    },
    /// Records found that are not the same person.
    FalseFinds,
    /// Two runs with lists that differ little show the difference.
    Differences,
    /// A side that lists persons whom it guesses learns of them.
    Probing {
        /// The most records that may be audited.
        audits: u32,
    },
}

/// What leaks under these terms from a list of so many records, so many of whose keys repeat and
/// are not hidden.
pub fn leaks(terms: Terms, records: u64, repeats: usize) -> Vec<Leak> {
    let mut leaks = vec![Leak::Size { records }];
    if repeats > 0 {
        leaks.push(Leak::Repeats { keys: repeats });
    }
    match terms.show {
        Show::Size => leaks.extend([Leak::KeysOfPair, Leak::FirstToLearn]),
        Show::Records => leaks.extend([Leak::WhoIsOnBoth, Leak::KeysOfPair, Leak::FirstToLearn]),
        Show::ReleaseSize => leaks.push(Leak::GoBetween),
        Show::ReleaseRecords => leaks.extend([Leak::WhoIsOnBoth, Leak::GoBetween]),
    }
    match terms.rounding {
        Rounding::Exact => {}
        Rounding::Five | Rounding::Ten => {
            leaks.push(Leak::Rounded {
                to: terms.rounding.step(),
            });
        }
    }
    leaks.extend([
        Leak::FalseFinds,
        Leak::Differences,
        Leak::Probing {
            audits: terms.audits,
        },
    ]);
    leaks
}

impl fmt::Display for Leak {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Size { records } => write!(
                f,
                "The other side and the go-between learn that your list has at most {records} records. Pad it to hide how many."
            ),
            Self::Repeats { keys } => write!(
                f,
                "The other side sees which of your records, without names, share a key: {keys} keys stand in more than one. Hide repeats to prevent it, at some loss."
            ),
            Self::KeysOfPair => f.write_str(
                "Whoever compares learns of each pair how many keys agree, and of its own record which.",
            ),
            Self::WhoIsOnBoth => f.write_str(
                "The other side learns which of its persons are on your list. If you seek persons, that tells it whom you seek; if you hold persons, whom you hold.",
            ),
            Self::FirstToLearn => f.write_str(
                "Whoever has the other’s last file first learns first, and could stop there. Let the go-between hand both over at once.",
            ),
            Self::GoBetween => f.write_str(
                "The go-between learns how many pairs there are and the places of their records, but no name and no key.",
            ),
            Self::Rounded { to } => write!(
                f,
                "Counts are rounded to {to}; a count of nought may therefore not be nought. Rounding hides little from a side that runs again with one person more."
            ),
            Self::FalseFinds => f.write_str(
                "What is found is a candidate: about 2 in 100 persons who are on one list only were found wrongly when one key of eleven was enough. Confirm each through the go-between.",
            ),
            Self::Differences => f.write_str(
                "Two runs with lists that differ a little show what the difference found. Run once for each committed list.",
            ),
            Self::Probing { audits } => write!(
                f,
                "Keys hide a list; they do not make it true. A side can put persons on its list whom it only guesses, and learn of them. The go-between can have up to {audits} records of each side opened to it: of a list of which 5 in 100 are guesses, it finds one with a chance of {:.0} in 100, if it asks what backs each entry.",
                100.0 * super::audit::detection(0.05, *audits)
            ),
        }
    }
}
