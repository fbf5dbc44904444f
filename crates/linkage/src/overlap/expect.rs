//! What is to be said before anything runs: how many true pairs a key set finds, as measured, and
//! what the two sides learn beyond what they agreed to learn. The table is data and stands here
//! only.

use std::fmt;

use super::pledge::{Rounding, Show, Terms};

/// What a key set and a rule found when it was measured: shares from 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Expected {
    /// The set of keys, as commitments name it.
    pub key_set: &'static str,
    /// How many keys had to agree.
    pub agree: u32,
    /// Recall and precision on Febrl 4 (5,000 by 5,000, all with a true pair) by given name,
    /// surname, birth date, postcode and suburb.
    pub febrl4: (f64, f64),
    /// The same on two generated lists of 8,000 of which half are in both.
    pub generated: (f64, f64),
    /// How many of the 4,000 records that only one of those lists had were wrongly found; none
    /// where it was not counted.
    pub outsiders: Option<u32>,
}

/// As measured. A set or a rule that is not here was not measured, and is said to be so.
pub const MEASURED: [Expected; 2] = [
    Expected {
        key_set: "tolerant-1",
        agree: 1,
        febrl4: (0.937, 0.981),
        generated: (0.939, 0.959),
        outsiders: Some(78),
    },
    Expected {
        key_set: "tolerant-1",
        agree: 2,
        febrl4: (0.892, 0.996),
        generated: (0.876, 0.996),
        outsiders: None,
    },
];

/// What was measured for this set and rule, if it was.
pub fn expected(key_set: &str, agree: u32) -> Option<&'static Expected> {
    MEASURED
        .iter()
        .find(|one| one.key_set == key_set && one.agree == agree)
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
