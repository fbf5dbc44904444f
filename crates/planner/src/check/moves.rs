//! The moves of a report. They are kept in columns and put into words' shape when somebody asks for
//! one: a report of ten thousand moves is made for its findings first.

use jiff::civil::DateTime;
use serde::{Serialize, Serializer};

use super::course::{Course, Move, Part, Stretch, Times, What, givers_of};
use crate::{
    few::Few,
    plan::{PartyId, Plan},
};

/// A move.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MoveTold {
    /// Its stage, from nought.
    pub stage: usize,
    /// Its step in the stage, from nought; nothing for what follows from the passing of time.
    pub step: Option<usize>,
    /// When.
    pub at: Option<DateTime>,
    /// When at the latest.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by_when: Option<DateTime>,
    /// What is done.
    pub what: Done,
    /// By whom: the numbers of the parties.
    pub by: Few<usize>,
    /// Which of the turns of its step it is, where that has several.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub turn: Option<Turn>,
}

/// A turn of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Turn {
    /// Its number, from 1.
    pub number: usize,
    /// How many moves the step has.
    pub of: usize,
}

/// What is done in a move.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Done {
    /// One party hands over.
    Handover(Few<LotTold>),
    /// Several hand over at one moment.
    Together(Few<LotTold>),
    /// One party hands over to a third.
    Escrow(Few<LotTold>),
    /// A deposit is made.
    Deposit(String),
    /// A deposit is given back.
    GiveBack(String),
    /// These count as received.
    Verified(Few<LotTold>),
}

/// Some of a class.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LotTold {
    /// The number of the class.
    pub class: usize,
    /// How many.
    pub count: u32,
    /// Those that are named.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub named: Vec<String>,
}

/// If the plan stops at one moment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Stops {
    /// How many of each class were given by then.
    pub given: Vec<u32>,
    /// How many of each class are not given then, of those that there are or that the plan gives.
    pub left: Vec<u32>,
    /// How many of each class lie in escrow.
    pub in_escrow: Vec<u32>,
    /// Deposits of which something is not given back, in words, in the order in which they were made.
    pub deposits: Vec<String>,
}

/// The moves of a report, in their order; as JSON a list of [`MoveTold`].
#[derive(Clone, Debug)]
pub struct Moves {
    all: Vec<Move>,
    times: Vec<Times>,
    parts: Vec<Part>,
    names: Vec<Vec<String>>,
    deposits: Vec<Deposit>,
    /// Who gives each class.
    givers: Vec<PartyId>,
}

#[derive(Clone, Debug)]
struct Deposit {
    by: PartyId,
    what: String,
    number: u32,
    left: bool,
}

impl Moves {
    /// Those of a course.
    pub(super) fn of(plan: &Plan, course: Course) -> Self {
        let deposits = course.deposits.iter().map(|deposited| Deposit {
            by: deposited.deposit.by,
            what: deposited.deposit.what.clone(),
            number: deposited.number,
            left: deposited.left,
        });
        Self {
            deposits: deposits.collect(),
            names: course.names.iter().map(|names| names.to_vec()).collect(),
            givers: plan.classes.iter().map(|class| class.from).collect(),
            all: course.moves,
            times: course.times,
            parts: course.parts,
        }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.all.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// One of them, from nought.
    pub fn get(&self, at: usize) -> Option<MoveTold> {
        self.all.get(at).map(|step| self.told(at, step))
    }

    /// All of them.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = MoveTold> + ExactSizeIterator {
        let all = self.all.iter().enumerate();
        all.map(|(at, step)| self.told(at, step))
    }

    /// The stage of each, from nought.
    pub fn stages(&self) -> impl ExactSizeIterator<Item = usize> {
        self.all.iter().map(|step| step.stage as usize)
    }

    /// Whether anything lies with a third after any of them.
    pub fn use_a_third(&self) -> bool {
        let with_third = |step: &Move| matches!(step.what, What::Escrow(_) | What::Deposit(_));
        self.all.iter().any(with_third)
    }

    /// What stands if the plan stops before one of them, for so many classes.
    pub(super) fn stops_at(&self, row: usize, classes: usize) -> Stops {
        let (mut given, mut in_escrow) = (vec![0; classes], vec![0; classes]);
        let mut left: Vec<(u32, &str)> = Vec::new();
        for step in self.all.iter().take(row) {
            for part in step
                .what
                .stretch()
                .map_or(&[][..], |parts| parts.of(&self.parts))
            {
                set(&mut given, part.class().0, part.after.given);
                set(&mut in_escrow, part.class().0, part.after.in_escrow);
            }
            if let What::Deposit(at) | What::GiveBack(at) = step.what
                && let Some(deposit) = self.deposits.get(at as usize)
            {
                let known = left
                    .iter()
                    .position(|(number, _)| *number == deposit.number);
                match (known, deposit.left) {
                    (None, true) => left.push((deposit.number, &deposit.what)),
                    (Some(known), false) => {
                        left.remove(known);
                    }
                    (None, false) | (Some(_), true) => {}
                }
            }
        }
        Stops {
            left: Vec::new(),
            given,
            in_escrow,
            deposits: left.into_iter().map(|(_, what)| what.to_owned()).collect(),
        }
    }

    fn told(&self, at: usize, step: &Move) -> MoveTold {
        let times = self.times.get(at).copied().unwrap_or_default();
        let lots = |parts: Stretch| {
            parts
                .of(&self.parts)
                .iter()
                .map(|part| self.lot(part))
                .collect()
        };
        let words = |at: u32| {
            self.deposits
                .get(at as usize)
                .map(|deposit| deposit.what.clone())
                .unwrap_or_default()
        };
        let what = match step.what {
            What::Handover(parts) => Done::Handover(lots(parts)),
            What::Together(parts) => Done::Together(lots(parts)),
            What::Escrow(parts) => Done::Escrow(lots(parts)),
            What::Verified(parts) => Done::Verified(lots(parts)),
            What::Deposit(at) => Done::Deposit(words(at)),
            What::GiveBack(at) => Done::GiveBack(words(at)),
        };
        MoveTold {
            stage: step.stage as usize,
            step: step.step.map(|step| step as usize),
            at: times.at,
            by_when: times.by,
            what,
            by: self.movers(step),
            turn: self.turn(at, step),
        }
    }

    /// Which turn a move is. The turns of a step follow each other.
    fn turn(&self, at: usize, step: &Move) -> Option<Turn> {
        step.step?;
        let same = |at: Option<usize>| {
            let other = at.and_then(|at| self.all.get(at));
            other.is_some_and(|other| (other.stage, other.step) == (step.stage, step.step))
        };
        let before = in_a_row(|back| same(at.checked_sub(back)));
        let after = in_a_row(|on| same(at.checked_add(on)));
        (before + after > 0).then_some(Turn {
            number: before + 1,
            of: before + 1 + after,
        })
    }

    fn lot(&self, part: &Part) -> LotTold {
        LotTold {
            class: part.class().0,
            count: part.count,
            named: self
                .names
                .get(part.names as usize)
                .cloned()
                .unwrap_or_default(),
        }
    }

    /// Whose move it is; nobody's where time passes or somebody verifies.
    fn movers(&self, step: &Move) -> Few<usize> {
        let parties = |parts: &[Part]| {
            givers_of(parts, &self.givers)
                .map(|party| party.0)
                .collect()
        };
        match step.what {
            What::Handover(parts) | What::Escrow(parts) | What::Together(parts) => {
                parties(parts.of(&self.parts))
            }
            What::Deposit(at) | What::GiveBack(at) => {
                let deposit = self.deposits.get(at as usize);
                deposit.map(|deposit| deposit.by.0).into_iter().collect()
            }
            What::Verified(_) => parties(&[]),
        }
    }
}

/// How many from 1 on are so, where none is so after one that is not: found in steps that double, since a
/// step may have a million turns and each is asked for.
fn in_a_row(so: impl Fn(usize) -> bool) -> usize {
    let mut bound = 1;
    while so(bound) {
        bound *= 2;
    }
    let (mut least, mut most) = (bound / 2, bound);
    while most - least > 1 {
        let middle = least.midpoint(most);
        if so(middle) {
            least = middle;
        } else {
            most = middle;
        }
    }
    least
}

fn set(to: &mut [u32], class: usize, count: u32) {
    if let Some(place) = to.get_mut(class) {
        *place = count;
    }
}

impl Serialize for Moves {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn so_many_in_a_row_are_counted() {
        for many in 0..70 {
            assert_eq!(in_a_row(|at| at <= many), many);
        }
    }
}
