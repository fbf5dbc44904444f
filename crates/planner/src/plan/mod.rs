//! A plan of an exchange in stages, read from its file and made sense of: who gives what to whom, in
//! which order and when, and what it is worth to each in its own points.
//!
//! All points of a party are whole numbers of the smallest unit that its numbers in the file need
//! ([`Points::places`]). Sums cannot overflow: the reader bounds them.

mod asked;
pub mod file;
mod prices;
mod problem;
mod read;
mod worth;

use jiff::civil::{Date, Time};

use crate::{decimal::Decimal, few::Few, range::Range};

pub use asked::{Fits, NoParty};
pub use prices::Due;
pub use problem::{PlanError, Problem, Where};
pub use read::{limits, places_of, read, schema};
pub use worth::{Span, Worth};

/// The number of a party in its plan, in the order of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartyId(pub usize);

/// The number of a class in its plan, in the order of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClassId(pub usize);

/// A plan.
#[derive(Clone, Debug)]
pub struct Plan {
    /// What it is called.
    pub title: String,
    /// What it is about.
    pub about: Option<String>,
    /// Who takes part.
    pub parties: Vec<Party>,
    /// What is given.
    pub classes: Vec<Class>,
    /// The stages in their order.
    pub stages: Vec<Stage>,
    /// What it has to keep to.
    pub rules: Rules,
    /// Guesses about how the stages go, as they were written.
    pub forecast: Option<crate::forecast::Section>,
    /// Within what an order of the handovers is looked for, as it was written.
    pub order: Option<crate::order::Section>,
}

/// A party.
#[derive(Clone, Debug)]
pub struct Party {
    /// Its key in the file.
    pub key: String,
    /// Its name.
    pub name: String,
    /// Its points; nothing where nothing has a worth for it, or where they are withheld from the reader.
    pub points: Option<Points>,
}

/// A party's points.
#[derive(Clone, Debug)]
pub struct Points {
    /// Who said what things are worth to it.
    pub from: Option<String>,
    /// On which day.
    pub on: Option<Date>,
    /// How many digits after the point its unit has: one unit is ten to the power of minus this.
    pub places: u8,
    /// What its word is worth to it beyond this plan; nought where nothing is said.
    pub future: Span,
    /// By how much it is ready to be exposed.
    pub exposed_at_most: Option<Span>,
    /// By what share less what comes a day later is worth to it, from 0 to 1.
    pub discount: Option<Range>,
}

impl Points {
    /// Whether what comes later is worth less to the party; a discount of nothing changes nothing.
    pub fn is_discounted(&self) -> bool {
        self.discount
            .is_some_and(|discount| discount.high() > Decimal::ZERO)
    }
}

/// A class of things that count alike.
#[derive(Clone, Debug)]
pub struct Class {
    /// Its key in the file.
    pub key: String,
    /// One of them, in words.
    pub one: String,
    /// Several, in words.
    pub many: String,
    /// What they are.
    pub kind: file::KindFile,
    /// Who gives them.
    pub from: PartyId,
    /// How many there are, where that is said.
    pub number: Option<u32>,
    /// Those that have names.
    pub named: Vec<String>,
    /// What they are worth to each party of the plan, in the order of the parties.
    pub worth: Vec<Worth>,
    /// When a handover counts as received.
    pub verified: Verified,
    /// The chance that one can be given at all.
    pub deliverable: Option<Range>,
}

/// When a handover counts as received.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verified {
    /// At once.
    AtHandover,
    /// When a step of the plan says so.
    ByStep,
    /// So many hours after it.
    AfterHours(u32),
}

/// A stage.
#[derive(Clone, Debug)]
pub struct Stage {
    /// What it is called.
    pub name: String,
    /// Its day.
    pub on: Option<Date>,
    /// Its moves.
    pub steps: Vec<Step>,
}

/// A move, or several that belong together.
#[derive(Clone, Debug)]
pub struct Step {
    /// The key by which conditions name it.
    pub key: Option<String>,
    /// What is done.
    pub act: Act,
    /// The time of day.
    pub at: Option<Time>,
    /// The latest time of that day.
    pub by: Option<Time>,
    /// The keys of steps that must have been done before.
    pub after: Vec<String>,
}

/// What is done in a step.
#[derive(Clone, Debug, PartialEq)]
pub enum Act {
    /// One party hands over.
    Give(Batch),
    /// Several hand over at one moment.
    Together(Vec<Batch>),
    /// Several hand over by turns.
    InTurn(Vec<Batch>),
    /// One party hands over to a third.
    Escrow(Batch),
    /// A party makes a deposit.
    Deposit(Box<Deposit>),
    /// A party has some of its deposit back.
    GiveBack(Box<Deposit>),
    /// What was handed over is verified.
    Verify(Batch),
}

/// What one party hands over at one moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Batch {
    /// Who hands over.
    pub from: PartyId,
    /// What, each class once. Most batches are of one class: that one stands in the batch itself, so that
    /// going through a long plan does not look elsewhere for each.
    pub lots: Few<Lot>,
}

/// Some of a class.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lot {
    /// The class.
    pub class: ClassId,
    /// How many.
    pub count: u32,
    /// Those of them that are named.
    pub named: Vec<String>,
}

/// A deposit.
#[derive(Clone, Debug, PartialEq)]
pub struct Deposit {
    /// Who makes it.
    pub by: PartyId,
    /// What losing it would cost that party; nothing where that is withheld from the reader.
    pub points: Option<Span>,
    /// What it is and who keeps it.
    pub what: String,
}

/// What a plan has to keep to.
#[derive(Clone, Debug, Default)]
pub struct Rules {
    /// What is given for what.
    pub prices: Vec<Price>,
    /// How many of a class a stage may have.
    pub batches: Vec<BatchRule>,
    /// What comes first.
    pub first: Vec<First>,
    /// Named persons who go in one move.
    pub groups: Vec<Group>,
    /// What extends it.
    pub extension: Option<Extension>,
}

/// So many of a class for so many of another.
#[derive(Clone, Debug)]
pub struct Price {
    /// The class that is paid for.
    pub of: ClassId,
    /// How many of it the price is for.
    pub each: u32,
    /// The class in which it is paid.
    pub paid_in: ClassId,
    /// How many of that.
    pub price: u32,
    /// By how many the two may be apart at the end of a stage.
    pub slack: u32,
}

/// How many of a class a stage may have, if it has any.
#[derive(Clone, Debug)]
pub struct BatchRule {
    /// The class.
    pub of: ClassId,
    /// The fewest.
    pub at_least: Option<u32>,
    /// The most.
    pub at_most: Option<u32>,
}

/// One class before another.
#[derive(Clone, Debug)]
pub struct First {
    /// Which goes first.
    pub class: ClassId,
    /// Which goes after all of those.
    pub before: ClassId,
    /// Within what.
    pub within: file::WithinFile,
}

/// Persons who go in one move.
#[derive(Clone, Debug)]
pub struct Group {
    /// Their class.
    pub class: ClassId,
    /// Their names.
    pub named: Vec<String>,
}

/// For each further block of a class, so many more of another.
#[derive(Clone, Debug)]
pub struct Extension {
    /// The class of which more is given.
    pub of: ClassId,
    /// How many of it make a block.
    pub block: u32,
    /// How many more there may be at most.
    pub further: u32,
    /// What is granted.
    pub grants: ClassId,
    /// How many for each block.
    pub granting: u32,
    /// How many of that in all.
    pub granted_at_most: u32,
}

impl Plan {
    /// A party, which a plan that was read always has.
    pub fn party(&self, id: PartyId) -> Option<&Party> {
        self.parties.get(id.0)
    }

    /// A class, which a plan that was read always has.
    pub fn class(&self, id: ClassId) -> Option<&Class> {
        self.classes.get(id.0)
    }

    /// The numbers of the parties.
    pub fn party_ids(&self) -> impl Iterator<Item = PartyId> + use<> {
        (0..self.parties.len()).map(PartyId)
    }

    /// The numbers of the classes.
    pub fn class_ids(&self) -> impl Iterator<Item = ClassId> + use<> {
        (0..self.classes.len()).map(ClassId)
    }

    /// How many of each class are given in the whole plan.
    pub fn given(&self) -> Vec<u64> {
        let mut given = vec![0; self.classes.len()];
        let steps = self.stages.iter().flat_map(|stage| &stage.steps);
        for lot in steps
            .flat_map(|step| step.act.batches())
            .flat_map(|batch| &batch.lots)
        {
            if let Some(given) = given.get_mut(lot.class.0) {
                *given += u64::from(lot.count);
            }
        }
        given
    }

    /// The plan as one party may read it: what is done, and the points of that party alone. What is
    /// computed from this cannot tell anything of another party's points.
    #[must_use]
    pub fn for_party(&self, reader: PartyId) -> Self {
        let mut plan = self.clone();
        for (id, party) in self.party_ids().zip(&mut plan.parties) {
            if id != reader {
                party.points = None;
            }
        }
        for class in &mut plan.classes {
            for (id, worth) in self.party_ids().zip(&mut class.worth) {
                if id != reader {
                    *worth = Worth::each(Span::ZERO);
                }
            }
        }
        for step in plan.stages.iter_mut().flat_map(|stage| &mut stage.steps) {
            if let Act::Deposit(deposit) | Act::GiveBack(deposit) = &mut step.act
                && deposit.by != reader
            {
                deposit.points = None;
            }
        }
        plan
    }
}

impl Act {
    /// Into how many turns it is divided: as small parts as the smallest batch allows.
    pub fn turns(&self) -> u32 {
        match self {
            Self::InTurn(batches) => {
                let sizes = batches.iter().map(|batch| {
                    batch
                        .lots
                        .iter()
                        .fold(0_u32, |sum, lot| sum.saturating_add(lot.count))
                });
                sizes.min().unwrap_or(1).max(1)
            }
            Self::Give(_)
            | Self::Together(_)
            | Self::Escrow(_)
            | Self::Deposit(_)
            | Self::GiveBack(_)
            | Self::Verify(_) => 1,
        }
    }

    /// How many lots its moves hand over in all: what going through it costs.
    pub fn weight(&self) -> u64 {
        let lots: usize = self.batches().iter().map(|batch| batch.lots.len()).sum();
        u64::from(self.turns()).saturating_mul(lots.max(1) as u64)
    }

    /// What is handed over to whom it is for.
    pub fn batches(&self) -> &[Batch] {
        match self {
            Self::Give(batch) => std::slice::from_ref(batch),
            Self::Together(batches) | Self::InTurn(batches) => batches,
            Self::Escrow(_) | Self::Deposit(_) | Self::GiveBack(_) | Self::Verify(_) => &[],
        }
    }
}
