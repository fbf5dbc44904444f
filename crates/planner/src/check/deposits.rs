//! What is deposited by whom. A deposit is known by the party that made it and by its words: what is
//! given back is taken from what that party deposited under the same words.

use std::collections::BTreeMap;

use crate::plan::{Deposit, PartyId, Plan, Span};

/// A deposit that was made or given back, and how things stand then.
#[derive(Clone, Copy, Debug)]
pub struct Deposited<'p> {
    /// By whom, what, and for how many points.
    pub deposit: &'p Deposit,
    /// The number of this party's deposits under these words, in the order of the first of each.
    pub number: u32,
    /// Whether anything of it is still deposited.
    pub left: bool,
    /// All that this party has deposited.
    pub all: Span,
    /// Whether what is given back was there.
    pub back: Back,
}

/// Whether what is given back was there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Back {
    /// It was, or nothing is given back.
    Fits,
    /// That party has nothing deposited under these words.
    Nothing,
    /// More comes back than is deposited, wherever the numbers lie in their ranges.
    TooMuch,
}

/// All deposits.
#[derive(Debug)]
pub struct Deposits<'p> {
    held: BTreeMap<(PartyId, &'p str), Held>,
    of_party: Vec<Span>,
}

/// What one party has deposited under the same words.
#[derive(Debug, Default)]
struct Held {
    number: u32,
    /// How many of each number of points; where these are withheld, how many.
    each: BTreeMap<Points, u32>,
}

/// The bounds and the middle; nothing where they are withheld from the reader.
type Points = Option<[i64; 3]>;

fn points(span: Option<Span>) -> Points {
    span.map(|span| [span.low, span.mid, span.high])
}

fn span(points: Points) -> Span {
    points.map_or(Span::ZERO, |[low, mid, high]| Span { low, mid, high })
}

impl<'p> Deposits<'p> {
    /// None yet.
    pub fn of(plan: &Plan) -> Self {
        Self {
            held: BTreeMap::new(),
            of_party: vec![Span::ZERO; plan.parties.len()],
        }
    }

    /// One is made.
    pub fn make(&mut self, deposit: &'p Deposit) -> Deposited<'p> {
        let new = u32::try_from(self.held.len()).unwrap_or(u32::MAX);
        let held = self.held.entry((deposit.by, &deposit.what));
        let held = held.or_insert_with(|| Held {
            number: new,
            ..Held::default()
        });
        *held.each.entry(points(deposit.points)).or_default() += 1;
        let number = held.number;
        let made = deposit.points.unwrap_or_default();
        Deposited {
            deposit,
            number,
            left: true,
            all: self.change(deposit.by, Span::ZERO, made),
            back: Back::Fits,
        }
    }

    /// One is given back: the one with the same numbers, whole; otherwise so much of all of them.
    /// Where the numbers are withheld, each that is given back ends one that was made.
    pub fn give_back(&mut self, deposit: &'p Deposit) -> Deposited<'p> {
        let back = points(deposit.points);
        let Some(held) = self.held.get_mut(&(deposit.by, deposit.what.as_str())) else {
            return self.nothing(deposit, u32::MAX);
        };
        let number = held.number;
        if let Some(same) = held.each.get_mut(&back) {
            *same -= 1;
            if *same == 0 {
                held.each.remove(&back);
            }
            let left = !held.each.is_empty();
            let all = self.change(deposit.by, span(back), Span::ZERO);
            let back = Back::Fits;
            return Deposited {
                deposit,
                number,
                left,
                all,
                back,
            };
        }
        if held.each.is_empty() && back.is_some() {
            return self.nothing(deposit, number);
        }
        let parts = held.each.iter();
        let parts = parts.map(|(points, count)| span(*points).times(i64::from(*count)));
        let sum = parts.fold(Span::ZERO, |sum, part| sum + part);
        let back = span(back);
        let rest = (sum + -back).above_nought();
        held.each.clear();
        if !rest.is_zero() {
            held.each.insert(points(Some(rest)), 1);
        }
        let fits = if back.low > sum.high {
            Back::TooMuch
        } else {
            Back::Fits
        };
        Deposited {
            deposit,
            number,
            left: !rest.is_zero(),
            all: self.change(deposit.by, sum, rest),
            back: fits,
        }
    }

    fn nothing(&self, deposit: &'p Deposit, number: u32) -> Deposited<'p> {
        Deposited {
            deposit,
            number,
            left: false,
            all: self.of_party.get(deposit.by.0).copied().unwrap_or_default(),
            back: Back::Nothing,
        }
    }

    /// Puts one part of what a party has deposited in the place of another.
    fn change(&mut self, party: PartyId, from: Span, to: Span) -> Span {
        let Some(all) = self.of_party.get_mut(party.0) else {
            return Span::ZERO;
        };
        *all = *all - from + to;
        *all
    }
}
