//! The accounts of a course: where each party stands after each move, in its own points.
//!
//! For a party with effects D(k) of the things given, after a part x of them:
//! standing W(x) is the sum of D over x, its whole gain S is W of all, and what it would gain by
//! walking away is W(x) - S - (what it has at stake). What is not verified yet counts as given and
//! not as received in the standing; for what walking away would gain it counts as received, because
//! whoever relies on that party has nothing better to rely on.

use std::collections::BTreeMap;

use super::course::{Move, What};
use crate::plan::{Batch, ClassId, PartyId, Plan, Points, Span, Verified, Worth};

/// Where one party stands at one moment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// What it has received and was verified, less what it has given.
    pub now: Span,
    /// What it has received in all, less what it has given, less the same at the end of the plan.
    pub ahead_of_end: Span,
    /// The same with what is of its in escrow counted as lost already: it stands in what is still to
    /// come, so that it is taken out there and its bounds stay exact.
    pub ahead_with_escrow: Span,
    /// Its deposits.
    pub deposits: Span,
    /// What is of its in escrow.
    pub in_escrow: Span,
}

/// One party of a plan, and what the whole plan brings it.
#[derive(Debug)]
pub struct Account<'p> {
    /// Whose.
    pub party: PartyId,
    /// Its points.
    pub points: &'p Points,
    /// What the whole plan brings it.
    pub full_gain: Span,
    facts: Vec<Fact<'p>>,
}

/// What a class is to one party.
#[derive(Clone, Copy, Debug)]
struct Fact<'p> {
    worth: &'p Worth,
    /// What each is worth, where all are worth the same and count at once.
    plain: Option<Span>,
    at_once: bool,
    gives: bool,
    /// Who gives has given, verified or not; and what is a loss is a loss at once.
    waits: bool,
    in_all: u32,
}

impl<'p> Account<'p> {
    /// The account of a party whose points are known. `in_all` says how many of each class are given.
    pub fn of(plan: &'p Plan, party: PartyId, in_all: &[u32]) -> Option<Self> {
        let points = plan.party(party)?.points.as_ref()?;
        let facts = plan
            .classes
            .iter()
            .zip(in_all)
            .filter_map(|(class, in_all)| {
                let worth = class.worth.get(party.0)?;
                let (at_once, gives) =
                    (class.verified == Verified::AtHandover, class.from == party);
                Some(Fact {
                    worth,
                    plain: worth.of_each().filter(|_| at_once),
                    at_once,
                    gives,
                    waits: !gives && !worth.may_lose(),
                    in_all: *in_all,
                })
            });
        let facts: Vec<Fact> = facts.collect();
        let worth = facts.iter().map(|fact| fact.worth.of_first(fact.in_all));
        let full_gain = worth.fold(Span::ZERO, |sum, worth| sum + worth);
        Some(Self {
            party,
            points,
            full_gain,
            facts,
        })
    }

    /// Goes through a course: calls for where the party stands before the first move and after each.
    pub fn go_through<'c>(&'c self, course: &'c [Move<'c>], mut call: impl FnMut(Row)) {
        let mut running = Running::of(self);
        call(running.row());
        for step in course {
            running.take(&step.what);
            call(running.row());
        }
    }

    /// The worst of a course: its greatest exposure, and the greatest guarantee that it needs.
    pub fn worst<'c>(&'c self, course: &'c [Move<'c>]) -> (Span, Span) {
        let (mut exposure, mut guarantee) = (Span::ZERO, Span::ZERO);
        self.go_through(course, |row| {
            exposure = exposure.max((-row.now).above_nought());
            guarantee = guarantee.max(self.guarantee(&row));
        });
        (exposure, guarantee)
    }

    /// What each class is worth, where everything counts at once and for the same whenever it comes.
    pub fn of_each(&self) -> Option<Vec<Span>> {
        self.facts.iter().map(|fact| fact.plain).collect()
    }

    /// The same worsts from the least and the greatest standing: where everything counts at once, both
    /// follow from these.
    pub fn worst_of_sums(&self, least: Span, most: Span) -> (Span, Span) {
        let ahead_of_end = -(self.full_gain - most);
        let guarantee = self.guarantee(&Row {
            ahead_of_end,
            ..Row::default()
        });
        ((-least).above_nought(), guarantee)
    }

    /// What it would gain by stopping then, less all that it has at stake.
    pub fn walk_away(&self, row: &Row) -> Span {
        row.ahead_with_escrow + -(row.deposits + self.points.future)
    }

    /// How many points would have to be at stake for it then, beyond its future.
    pub fn guarantee(&self, row: &Row) -> Span {
        (row.ahead_of_end + -self.points.future).above_nought()
    }

    /// By how much it would be exposed if only its own half of a simultaneous move happened.
    pub fn slip(&self, before: Span, batches: &[Batch], given: &[u32]) -> Span {
        let own = batches.iter().filter(|batch| batch.from == self.party);
        let effects = own.flat_map(|batch| &batch.lots).filter_map(|lot| {
            let from = given.get(lot.class.0)?;
            Some(
                self.facts
                    .get(lot.class.0)?
                    .worth
                    .between(*from, from + lot.count),
            )
        });
        (-effects.fold(before, |sum, effect| sum + effect)).above_nought()
    }
}

/// A sum over classes, of which one class at a time changes.
#[derive(Default)]
struct Sum {
    of_each: Vec<Span>,
    all: Span,
}

impl Sum {
    fn set(&mut self, class: ClassId, now: Span) {
        if let Some(part) = self.of_each.get_mut(class.0) {
            self.all = self.all - *part + now;
            *part = now;
        }
    }
}

/// How many of a class were given, verified and are in escrow.
#[derive(Clone, Copy, Default)]
struct Counts {
    given: u32,
    verified: u32,
    in_escrow: u32,
}

struct Running<'a> {
    account: &'a Account<'a>,
    counts: Vec<Counts>,
    all: Span,
    unverified: Sum,
    in_escrow: Sum,
    deposits: BTreeMap<&'a str, Span>,
}

impl<'a> Running<'a> {
    fn of(account: &'a Account<'a>) -> Self {
        let classes = account.facts.len();
        let sum = || Sum {
            of_each: vec![Span::ZERO; classes],
            all: Span::ZERO,
        };
        Self {
            account,
            counts: vec![Counts::default(); classes],
            all: Span::ZERO,
            unverified: sum(),
            in_escrow: sum(),
            deposits: BTreeMap::new(),
        }
    }

    fn row(&self) -> Row {
        Row {
            now: self.all - self.unverified.all,
            ahead_of_end: -(self.account.full_gain - self.all),
            ahead_with_escrow: -(self.account.full_gain - self.all - self.in_escrow.all),
            deposits: self
                .deposits
                .values()
                .fold(Span::ZERO, |sum, held| sum + *held),
            in_escrow: (-self.in_escrow.all).above_nought(),
        }
    }

    fn take(&mut self, what: &What<'a>) {
        match what {
            What::Handover(_) | What::Together(_) => {
                what.each_lot(|class, count| self.hand_over(class, count));
            }
            What::Escrow(batch) => {
                for lot in &batch.lots {
                    self.count(lot.class, |counts| {
                        counts.in_escrow = counts.in_escrow.saturating_add(lot.count);
                    });
                }
            }
            What::Deposit(deposit) if deposit.by == self.account.party => {
                let held = self.deposits.entry(&deposit.what).or_default();
                *held = *held + deposit.points.unwrap_or_default();
            }
            What::GiveBack(deposit) if deposit.by == self.account.party => {
                let back = deposit.points.unwrap_or_default();
                if let Some(held) = self.deposits.get_mut(deposit.what.as_str()) {
                    // The same words with the same numbers are the same deposit, whole.
                    *held = if *held == back {
                        Span::ZERO
                    } else {
                        (*held + -back).above_nought()
                    };
                }
            }
            What::Deposit(_) | What::GiveBack(_) => {}
            What::Verified(lots) => {
                for (class, count) in lots {
                    self.count(*class, |counts| {
                        counts.verified = counts.verified.saturating_add(*count).min(counts.given);
                    });
                }
            }
        }
    }

    fn hand_over(&mut self, class: ClassId, count: u32) {
        let place = self
            .account
            .facts
            .get(class.0)
            .zip(self.counts.get_mut(class.0));
        let Some((fact, counts)) = place else { return };
        if let Some(each) = fact.plain.filter(|_| counts.in_escrow == 0) {
            counts.given += count;
            self.all = self.all + each.times(i64::from(count));
            return;
        }
        self.all = self.all + fact.worth.between(counts.given, counts.given + count);
        self.count(class, |counts| {
            counts.given += count;
            counts.in_escrow = counts.in_escrow.saturating_sub(count);
            if fact.at_once {
                counts.verified = counts.given;
            }
        });
    }

    /// Changes the counts of a class, and what rests on them.
    fn count(&mut self, class: ClassId, change: impl FnOnce(&mut Counts)) {
        let place = self
            .account
            .facts
            .get(class.0)
            .zip(self.counts.get_mut(class.0));
        let Some((fact, counts)) = place else { return };
        change(counts);
        let counts = *counts;
        if fact.waits && !fact.at_once {
            self.unverified
                .set(class, fact.worth.between(counts.verified, counts.given));
        }
        // What lies with the third is lost to who gave it: what those next to be given cost.
        if fact.gives {
            let held = counts
                .given
                .saturating_add(counts.in_escrow)
                .min(fact.in_all);
            let next = fact.worth.between(counts.given, held);
            self.in_escrow.set(class, next);
        }
    }
}
