//! What people decided on pairs of entries: read back, bound to the lists it was decided on, held
//! beside what others decided on the same pair. Nothing is overwritten and nothing is settled here;
//! what a table of decisions looks like is the caller's.

mod bind;
mod key;

use std::collections::BTreeMap;

use serde::Serialize;

use crate::problem::Place;

pub use bind::{Against, Claim};
pub use key::EntryKey;

/// What a person may decide on a pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// The two are one person.
    Same,
    /// They are two.
    Different,
    /// They are two, and close relatives.
    Relatives,
    /// It cannot be told.
    CannotTell,
}

impl Verdict {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 4] = [
        Self::Same,
        Self::Different,
        Self::Relatives,
        Self::CannotTell,
    ];
}

/// One person's decision on one pair, as it came.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Decision {
    /// What was decided.
    pub verdict: Verdict,
    /// By whom; empty where that was not said.
    pub by: String,
    /// When, as it was written.
    pub when: String,
    /// Why.
    pub reason: String,
    /// In which file it stands,
    pub file: String,
    /// and where.
    pub place: Place,
}

/// A row of decisions that could not be taken for a decision on a pair of these lists.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Misfit {
    /// In which file it stands,
    pub file: String,
    /// and where.
    pub place: Place,
    /// Why it does not fit.
    pub why: Why,
    /// The words at fault, shortened, harmless to show; empty where there are none.
    pub found: String,
}

/// Why a decision does not fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    /// The file has no columns for the keys of the entries and the decision.
    NoColumns,
    /// There is no such decision.
    NoSuchVerdict,
    /// It does not say on which entries it was made.
    NoKey,
    /// It was made on another list, or on another state of this one.
    OtherList,
    /// The list has no such row.
    NoSuchRow,
    /// Both entries are the same one.
    OneEntry,
}

/// Decisions on the pairs of these lists.
#[derive(Debug, Clone, Default)]
pub struct Decisions {
    /// By left and right record (of one list the earlier and the later): all that was decided, in the
    /// order of the files and their rows.
    pub on: BTreeMap<(u32, u32), Vec<Decision>>,
    /// What does not fit.
    pub misfits: Vec<Misfit>,
    /// The files, in the order in which they were given.
    pub files: Vec<File>,
}

/// A file of decisions.
#[derive(Debug, Clone, Serialize)]
pub struct File {
    /// Its name.
    pub name: String,
    /// SHA-256 of its bytes, in hexadecimal.
    pub digest: String,
}

/// What several decisions on one pair come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ruling {
    /// All say the same.
    Agreed(Verdict),
    /// Not all say the same. Nobody is right by being later, or by being more.
    Disputed {
        /// Whether all of them nevertheless say that they are two persons.
        two_persons: bool,
    },
}

impl Ruling {
    /// What some decisions come to; none where there are none.
    pub fn of(decisions: &[Decision]) -> Option<Self> {
        let first = decisions.first()?.verdict;
        if decisions.iter().all(|d| d.verdict == first) {
            return Some(Self::Agreed(first));
        }
        let two = |verdict| matches!(verdict, Verdict::Different | Verdict::Relatives);
        Some(Self::Disputed {
            two_persons: decisions.iter().all(|d| two(d.verdict)),
        })
    }

    /// Whether the two are one person; none where nobody can tell, or people differ.
    pub const fn one_person(self) -> Option<bool> {
        match self {
            Self::Agreed(Verdict::Same) => Some(true),
            Self::Agreed(Verdict::Different | Verdict::Relatives)
            | Self::Disputed { two_persons: true } => Some(false),
            Self::Agreed(Verdict::CannotTell) | Self::Disputed { two_persons: false } => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decided(verdicts: &[Verdict]) -> Option<Ruling> {
        let decisions: Vec<Decision> = verdicts
            .iter()
            .map(|&verdict| Decision {
                verdict,
                by: String::new(),
                when: String::new(),
                reason: String::new(),
                file: String::new(),
                place: Place::default(),
            })
            .collect();
        Ruling::of(&decisions)
    }

    #[test]
    fn people_who_differ_are_not_outvoted() {
        use Verdict::{CannotTell, Different, Relatives, Same};
        assert_eq!(decided(&[]), None);
        assert_eq!(decided(&[Same, Same]), Some(Ruling::Agreed(Same)));
        let of = |verdicts: &[Verdict]| decided(verdicts).and_then(Ruling::one_person);
        assert_eq!(of(&[Same, Same, Different]), None);
        assert_eq!(of(&[Same, CannotTell]), None);
        assert_eq!(of(&[CannotTell]), None);
        assert_eq!(of(&[Different, Relatives]), Some(false));
        assert_eq!(of(&[Relatives]), Some(false));
        assert_eq!(of(&[Same]), Some(true));
    }
}
