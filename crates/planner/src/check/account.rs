//! The accounts of a course: where each party stands after each move, in its own points.
//!
//! For a party with effects D(k) of the things given, after a part x of them:
//! standing W(x) is the sum of D over x, its whole gain S is W of all, and what it would gain by
//! walking away is W(x) - S - (what it has at stake). What is not verified yet counts as given and
//! not as received in the standing; for what walking away would gain it counts as received, because
//! whoever relies on that party has nothing better to rely on.

use super::course::{Move, What};
use crate::plan::{Batch, ClassId, Lot, PartyId, Plan, Points, Span, Verified};

/// Where one party stands at one moment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// What it has received and was verified, less what it has given.
    pub now: Span,
    /// What it has received in all, less what it has given, less the same at the end of the plan.
    pub ahead_of_end: Span,
    /// What it would lose by stopping beyond the plan: deposits, and what is of its in escrow.
    pub held: Span,
}

/// The accounts of one party: one row before the first move and one after each.
#[derive(Debug)]
pub struct Account<'p> {
    /// Whose.
    pub party: PartyId,
    /// Its points.
    pub points: &'p Points,
    /// What the whole plan brings it.
    pub full_gain: Span,
    /// Where it stands, before the first move and after each.
    pub rows: Vec<Row>,
}

/// The accounts of a party whose points are known.
pub fn account<'p>(plan: &'p Plan, party: PartyId, course: &[Move]) -> Option<Account<'p>> {
    let points = plan.party(party)?.points.as_ref()?;
    let in_all = in_all(plan, course);
    let worth = plan.classes.iter().zip(&in_all);
    let worth = worth.filter_map(|(class, given)| Some(class.worth.get(party.0)?.of_first(*given)));
    let full_gain = worth.fold(Span::ZERO, |sum, worth| sum + worth);
    let mut running = Running::of(plan, party, &in_all);
    let mut rows = Vec::with_capacity(course.len() + 1);
    rows.push(running.row(full_gain));
    for step in course {
        running.take(&step.what);
        rows.push(running.row(full_gain));
    }
    Some(Account {
        party,
        points,
        full_gain,
        rows,
    })
}

impl Account<'_> {
    /// What it would gain by stopping then, less all that it has at stake.
    pub fn walk_away(&self, row: &Row) -> Span {
        row.ahead_of_end + -(row.held + self.points.future)
    }

    /// How many points would have to be at stake for it then, beyond its future.
    pub fn guarantee(&self, row: &Row) -> Span {
        (row.ahead_of_end + -self.points.future).above_nought()
    }
}

/// By how much a party would be exposed if only its own half of a simultaneous move happened.
pub fn slip(
    plan: &Plan,
    account: &Account,
    before: &Row,
    batches: &[Batch],
    given: &[u32],
) -> Span {
    let own = batches.iter().filter(|batch| batch.from == account.party);
    let effects = own.flat_map(|batch| &batch.lots).map(|lot| {
        let from = given.get(lot.class.0).copied().unwrap_or(0);
        let worth = plan
            .class(lot.class)
            .and_then(|class| class.worth.get(account.party.0));
        worth.map_or(Span::ZERO, |worth| worth.between(from, from + lot.count))
    });
    let after = effects.fold(before.now, |sum, effect| sum + effect);
    (-after).above_nought()
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

/// How many of a class were given, verified and are in escrow, and how many the plan gives in all.
#[derive(Clone, Copy, Default)]
struct Counts {
    in_all: u32,
    given: u32,
    verified: u32,
    in_escrow: u32,
}

struct Running<'p> {
    plan: &'p Plan,
    party: PartyId,
    counts: Vec<Counts>,
    all: Span,
    unverified: Sum,
    in_escrow: Sum,
    deposits: Span,
}

impl<'p> Running<'p> {
    fn of(plan: &'p Plan, party: PartyId, in_all: &[u32]) -> Self {
        let counts = in_all.iter().map(|&in_all| Counts {
            in_all,
            ..Counts::default()
        });
        let sum = || Sum {
            of_each: vec![Span::ZERO; plan.classes.len()],
            all: Span::ZERO,
        };
        Self {
            plan,
            party,
            counts: counts.collect(),
            all: Span::ZERO,
            unverified: sum(),
            in_escrow: sum(),
            deposits: Span::ZERO,
        }
    }

    fn row(&self, full_gain: Span) -> Row {
        Row {
            now: self.all - self.unverified.all,
            ahead_of_end: -(full_gain - self.all),
            held: self.deposits + self.in_escrow.all,
        }
    }

    fn take(&mut self, what: &What) {
        match what {
            What::Handover(_) | What::Together(_) => {
                for lot in what.batches().iter().flat_map(|batch| &batch.lots) {
                    self.hand_over(lot);
                }
            }
            What::Escrow(batch) => {
                for lot in &batch.lots {
                    self.count(lot.class, |counts| {
                        counts.in_escrow = counts.in_escrow.saturating_add(lot.count);
                    });
                }
            }
            What::Deposit(deposit) if deposit.by == self.party => {
                self.deposits = self.deposits + deposit.points.unwrap_or_default();
            }
            What::GiveBack(deposit) if deposit.by == self.party => {
                let left = self.deposits - deposit.points.unwrap_or_default();
                self.deposits = left.above_nought();
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

    fn hand_over(&mut self, lot: &Lot) {
        let Some(class) = self.plan.class(lot.class) else {
            return;
        };
        let before = self.counts.get(lot.class.0).copied().unwrap_or_default();
        if let Some(worth) = class.worth.get(self.party.0) {
            self.all = self.all + worth.between(before.given, before.given + lot.count);
        }
        self.count(lot.class, |counts| {
            counts.given += lot.count;
            counts.in_escrow = counts.in_escrow.saturating_sub(lot.count);
            if class.verified == Verified::AtHandover {
                counts.verified = counts.given;
            }
        });
    }

    /// Changes the counts of a class, and what rests on them.
    fn count(&mut self, id: ClassId, change: impl FnOnce(&mut Counts)) {
        let Some(counts) = self.counts.get_mut(id.0) else {
            return;
        };
        change(counts);
        let counts = *counts;
        let Some(class) = self.plan.class(id) else {
            return;
        };
        let Some(worth) = class.worth.get(self.party.0) else {
            return;
        };
        let gives = class.from == self.party;
        // Who gives has given, verified or not; and what is a loss is a loss at once.
        if !gives && !worth.may_lose() {
            self.unverified
                .set(id, worth.between(counts.verified, counts.given));
        }
        // What lies with the third is lost to who gave it: what those next to be given cost.
        if gives {
            let held = counts
                .given
                .saturating_add(counts.in_escrow)
                .min(counts.in_all);
            let next = worth.between(counts.given, held);
            self.in_escrow.set(id, (-next).above_nought());
        }
    }
}

/// How many of each class a course gives.
fn in_all(plan: &Plan, course: &[Move]) -> Vec<u32> {
    let mut given = vec![0_u32; plan.classes.len()];
    for lot in course
        .iter()
        .flat_map(|step| step.what.batches())
        .flat_map(|batch| &batch.lots)
    {
        if let Some(given) = given.get_mut(lot.class.0) {
            *given += lot.count;
        }
    }
    given
}
