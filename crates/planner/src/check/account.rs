//! The accounts of a course: where each party stands after each move, in its own points.
//!
//! For a party with effects D(k) of the things given, after a part x of them:
//! standing W(x) is the sum of D over x, its whole gain S is W of all, and what it would gain by
//! walking away is W(x) - S - (what it has at stake). What is not verified yet counts as given and
//! not as received in the standing; for what walking away would gain it counts as received, because
//! whoever relies on that party has nothing better to rely on. Where the party takes what comes later
//! for less, S - W is what is still to come under that discount.

use super::{
    course::{Course, Move, Part, What},
    discount::Discount,
    fold::Counts,
};
use crate::plan::{ClassId, PartyId, Plan, Points, Span, Verified, Worth};

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
    /// What each class is to it, in the order of the classes.
    pub facts: Vec<Fact<'p>>,
    /// By what less it takes what comes later, where it does.
    pub discount: Option<Discount>,
}

/// What a class is to one party.
#[derive(Clone, Debug)]
pub struct Fact<'p> {
    /// What it is worth to the party.
    pub worth: &'p Worth,
    /// Whether the party gives it.
    pub gives: bool,
    /// How many the whole plan gives.
    pub in_all: u32,
    /// What each is worth, where all are worth the same and count at once.
    pub plain: Option<Span>,
    /// What of it waits for its verification: who gives has given, verified or not, and what is a
    /// loss is a loss at once.
    waits: Option<Worth>,
}

impl<'p> Account<'p> {
    /// The account of a party whose points are known. `end` says how many of each class there are at
    /// the end.
    pub fn of(plan: &'p Plan, party: PartyId, end: &[Counts]) -> Option<Self> {
        let points = plan.party(party)?.points.as_ref()?;
        let facts = plan.classes.iter().zip(end).filter_map(|(class, end)| {
            let worth = class.worth.get(party.0)?;
            let (at_once, gives) = (class.verified == Verified::AtHandover, class.from == party);
            Some(Fact {
                worth,
                gives,
                in_all: end.given,
                plain: worth.of_each().filter(|_| at_once),
                waits: (!at_once && !gives)
                    .then(|| worth.gains())
                    .filter(|gains| !gains.is_nothing()),
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
            discount: Discount::of(plan, points),
        })
    }

    /// Goes through a course: calls for where the party stands before the first move and after each,
    /// with what was given, put in escrow or verified in it.
    pub fn go_through(&self, course: &Course, mut call: impl FnMut(&[Part], Row)) {
        let mut running = Running::of(self);
        let ahead = self.discount.as_ref();
        let mut ahead = ahead.map(|discount| discount.ahead(self, course).into_iter());
        let (mut moves, mut parts) = (course.moves.iter(), &[][..]);
        // Called from one place, so that it becomes part of the loop.
        loop {
            let discounted = ahead.as_mut().and_then(Iterator::next);
            call(parts, running.row(discounted));
            let Some(step) = moves.next() else { break };
            let stretch = step.what.stretch();
            parts = stretch.map_or(&[][..], |stretch| stretch.of(&course.parts));
            running.take(course, step, parts);
        }
    }

    /// The lowest that it stands in a course, where it stood so before it and everything counted then.
    pub fn lowest(&self, course: &Course, before: Span) -> Span {
        let mut running = Running::of(self);
        running.all = before;
        course.moves.iter().fold(before, |least, step| {
            let parts = step.what.stretch();
            let parts = parts.map_or(&[][..], |stretch| stretch.of(&course.parts));
            running.take(course, step, parts);
            least.min(running.all - running.unverified.all)
        })
    }

    /// The worst of a course: its greatest exposure, and the greatest guarantee that it needs.
    pub fn worst(&self, course: &Course) -> (Span, Span) {
        let (mut exposure, mut guarantee) = (Span::ZERO, Span::ZERO);
        self.go_through(course, |_, row| {
            exposure = exposure.max((-row.now).above_nought());
            guarantee = guarantee.max(self.guarantee(&row));
        });
        (exposure, guarantee)
    }

    /// Whether what it receives counts at once, whatever it is.
    pub fn counts_at_once(&self) -> bool {
        self.facts.iter().all(|fact| fact.waits.is_none())
    }

    /// Whether all that is told of its rows follows from what it has received less what it has given.
    pub fn is_by_sums(&self) -> bool {
        self.counts_at_once() && self.discount.is_none()
    }

    /// Its greatest exposure where it stands lowest there.
    pub fn exposure_at(least: Span) -> Span {
        (-least).above_nought()
    }

    /// The greatest guarantee that it needs where this is the most that it has received less what it has
    /// given; nothing where what comes later is worth less to it.
    pub fn guarantee_at(&self, most: Span) -> Option<Span> {
        let row = Row {
            ahead_of_end: -(self.full_gain - most),
            ..Row::default()
        };
        self.discount.is_none().then(|| self.guarantee(&row))
    }

    /// What it would gain by stopping then, less all that it has at stake.
    pub fn walk_away(&self, row: &Row) -> Span {
        row.ahead_with_escrow + -(row.deposits + self.points.future)
    }

    /// How many points would have to be at stake for it then, beyond its future.
    pub fn guarantee(&self, row: &Row) -> Span {
        (row.ahead_of_end + -self.points.future).above_nought()
    }

    /// By how much it would be exposed if only its own half of a simultaneous move happened, where it has one.
    pub fn slip(&self, before: Span, parts: &[Part]) -> Option<Span> {
        let mut own = parts
            .iter()
            .filter_map(|part| {
                let fact = self.facts.get(part.class().0).filter(|fact| fact.gives)?;
                Some(fact.effect(part))
            })
            .peekable();
        own.peek()?;
        Some((-own.fold(before, |sum, effect| sum + effect)).above_nought())
    }

    /// What a class is to it.
    pub fn fact(&self, class: ClassId) -> Option<&Fact<'p>> {
        self.facts.get(class.0)
    }
}

impl Fact<'_> {
    /// What handing over a part does.
    pub fn effect(&self, part: &Part) -> Span {
        if let Some(each) = self.plain {
            return each.times(i64::from(part.count));
        }
        let given = part.after.given;
        let before = given.saturating_sub(part.count);
        self.worth.between(before, given)
    }

    /// What lies in escrow is lost to who gave it: what those next to be given cost.
    pub fn in_escrow(&self, counts: Counts) -> Span {
        if !self.gives || counts.in_escrow == 0 {
            return Span::ZERO;
        }
        let held = counts.given.saturating_add(counts.in_escrow);
        self.worth.between(counts.given, held.min(self.in_all))
    }

    fn unverified(&self, counts: Counts) -> Span {
        match &self.waits {
            Some(gains) if counts.open() > 0 => gains.between(counts.verified, counts.given),
            Some(_) | None => Span::ZERO,
        }
    }
}

/// A sum over classes, of which one class at a time changes.
#[derive(Default)]
struct Sum {
    of_each: Vec<Span>,
    all: Span,
}

impl Sum {
    fn of(classes: usize) -> Self {
        Self {
            of_each: vec![Span::ZERO; classes],
            all: Span::ZERO,
        }
    }

    fn set(&mut self, class: ClassId, now: Span) {
        if let Some(part) = self.of_each.get_mut(class.0)
            && *part != now
        {
            self.all = self.all - *part + now;
            *part = now;
        }
    }
}

struct Running<'a> {
    account: &'a Account<'a>,
    all: Span,
    unverified: Sum,
    in_escrow: Sum,
    deposits: Span,
}

impl<'a> Running<'a> {
    fn of(account: &'a Account<'a>) -> Self {
        let classes = account.facts.len();
        Self {
            account,
            all: Span::ZERO,
            unverified: Sum::of(classes),
            in_escrow: Sum::of(classes),
            deposits: Span::ZERO,
        }
    }

    fn row(&self, discounted: Option<Span>) -> Row {
        let to_come = self.account.full_gain - self.all;
        // What lies in escrow is lost at once, and what is to come is worth less until it comes: under a
        // discount the two are no longer the same numbers.
        let (ahead_of_end, ahead_with_escrow) = match discounted {
            None => (-to_come, -(to_come - self.in_escrow.all)),
            Some(ahead) => (ahead, ahead + self.in_escrow.all),
        };
        Row {
            now: self.all - self.unverified.all,
            ahead_of_end,
            ahead_with_escrow,
            deposits: self.deposits,
            in_escrow: (-self.in_escrow.all).above_nought(),
        }
    }

    fn take(&mut self, course: &Course, step: &Move, parts: &[Part]) {
        match step.what {
            What::Handover(_) | What::Together(_) => {
                for part in parts {
                    let Some(fact) = self.account.fact(part.class()) else {
                        continue;
                    };
                    self.all = self.all + fact.effect(part);
                    self.rests_on(part, fact);
                }
            }
            What::Escrow(_) | What::Verified(_) => {
                for part in parts {
                    if let Some(fact) = self.account.fact(part.class()) {
                        self.rests_on(part, fact);
                    }
                }
            }
            What::Deposit(at) | What::GiveBack(at) => {
                let own = course.deposits.get(at as usize);
                if let Some(own) = own.filter(|own| own.deposit.by == self.account.party) {
                    self.deposits = own.all;
                }
            }
        }
    }

    /// What rests on how many of a class there are.
    fn rests_on(&mut self, part: &Part, fact: &Fact) {
        if fact.gives {
            self.in_escrow.set(part.class(), fact.in_escrow(part.after));
        } else if fact.waits.is_some() {
            self.unverified
                .set(part.class(), fact.unverified(part.after));
        }
    }
}
