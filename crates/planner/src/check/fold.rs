//! The one account that is kept of what was given, what was verified, what lies in escrow and what is
//! deposited. It knows no points but those of deposits, so that it is the same for every party; what
//! rests on it (standings, conditions, what stands if a plan stops) reads it and counts nothing again.

use super::deposits::{Deposited, Deposits};
use crate::plan::{ClassId, Deposit, Plan, Verified};

/// How many of a class were given, how many of those were verified, and how many are in escrow.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Handed over to whom they are for.
    pub given: u32,
    /// Of these, those that count as received.
    pub verified: u32,
    /// Handed over to a third and not passed on.
    pub in_escrow: u32,
}

impl Counts {
    /// How many were given and not verified.
    pub const fn open(self) -> u32 {
        self.given.saturating_sub(self.verified)
    }
}

/// The account while it is kept.
#[derive(Debug)]
pub struct Fold<'p> {
    classes: Vec<Class>,
    deposits: Deposits<'p>,
}

#[derive(Clone, Copy, Debug)]
struct Class {
    counts: Counts,
    verified: Verified,
    /// Of what waits for its hours to pass, how many a step has verified meanwhile.
    ahead_of_time: u32,
}

impl<'p> Fold<'p> {
    /// Before a move before which so many of each class were given, all of them verified and none in
    /// escrow; where nothing is said, none.
    pub fn from(plan: &'p Plan, given: &[u32]) -> Self {
        let given = given.iter().copied().chain(std::iter::repeat(0));
        let classes = plan.classes.iter().zip(given).map(|(class, given)| Class {
            counts: Counts {
                given,
                verified: given,
                in_escrow: 0,
            },
            verified: class.verified,
            ahead_of_time: 0,
        });
        Self {
            classes: classes.collect(),
            deposits: Deposits::of(plan),
        }
    }

    /// So many are handed over.
    pub fn hand_over(&mut self, class: ClassId, count: u32) -> Counts {
        let Some(class) = self.classes.get_mut(class.0) else {
            return Counts::default();
        };
        let counts = &mut class.counts;
        counts.given = counts.given.saturating_add(count);
        counts.in_escrow = counts.in_escrow.saturating_sub(count);
        if class.verified == Verified::AtHandover {
            counts.verified = counts.given;
        }
        *counts
    }

    /// So many are put in escrow.
    pub fn escrow(&mut self, class: ClassId, count: u32) -> Counts {
        let Some(class) = self.classes.get_mut(class.0) else {
            return Counts::default();
        };
        class.counts.in_escrow = class.counts.in_escrow.saturating_add(count);
        class.counts
    }

    /// A step verifies so many; said is also how many of them were not there to be verified.
    pub fn verify(&mut self, class: ClassId, count: u32) -> (Counts, u32) {
        let Some(class) = self.classes.get_mut(class.0) else {
            return (Counts::default(), 0);
        };
        if class.verified == Verified::AtHandover {
            return (class.counts, 0);
        }
        let now = count.min(class.counts.open());
        class.counts.verified += now;
        if matches!(class.verified, Verified::AfterHours(_)) {
            class.ahead_of_time = class.ahead_of_time.saturating_add(now);
        }
        (class.counts, count - now)
    }

    /// The hours of so many have passed: how many of these no step had verified before.
    pub fn hours_passed(&mut self, class: ClassId, count: u32) -> (Counts, u32) {
        let Some(class) = self.classes.get_mut(class.0) else {
            return (Counts::default(), 0);
        };
        let known = count.min(class.ahead_of_time);
        class.ahead_of_time -= known;
        let now = (count - known).min(class.counts.open());
        class.counts.verified += now;
        (class.counts, now)
    }

    /// A deposit is made.
    pub fn deposit(&mut self, deposit: &'p Deposit) -> Deposited<'p> {
        self.deposits.make(deposit)
    }

    /// A deposit is given back, or a part of it.
    pub fn give_back(&mut self, deposit: &'p Deposit) -> Deposited<'p> {
        self.deposits.give_back(deposit)
    }

    /// How many of each class there are at the end.
    pub fn end(self) -> Vec<Counts> {
        self.classes.into_iter().map(|class| class.counts).collect()
    }
}
