//! What a forecast needs to know of a plan: plain numbers per stage. Where they come from is the
//! caller's; no two parties' points are compared or added here.

use crate::range::Range;

use super::{check, error::ForecastError};

/// A plan, as a forecast sees it.
#[derive(Clone, Debug, PartialEq)]
pub struct Setting {
    parties: Vec<Party>,
    stages: Vec<Stage>,
    others: usize,
}

/// A party.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Party {
    /// Its name.
    pub name: String,
    /// What it gains from the whole exchange, in points of its own.
    pub gain: i64,
}

/// A stage of the plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Stage {
    /// Its name, by which guesses speak of it.
    pub name: String,
    /// On which day it takes place when nothing is late: days after the first day of the plan.
    pub day: u32,
    /// How many days of delay are made up before it: the room between it and the stage before. 0
    /// where every delay moves all that follows.
    pub slack: u32,
    /// What each party has at stake if the exchange stops at this stage, in the order of the
    /// parties.
    pub stakes: Vec<Stake>,
    /// What is to be delivered in it.
    pub items: Vec<Items>,
}

/// What a party has at stake at a stage, in points of its own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stake {
    /// What it has given beyond what it has received: what it loses if the exchange stops here.
    pub exposure: i64,
    /// The least and the most that this may be, where worths are ranges. At one end everything is
    /// worth the party as much as it may be, at the other as little, at every stage alike.
    pub range: Option<(i64, i64)>,
    /// What it gains by walking away here; negative where it loses by it.
    pub walk_away: i64,
}

/// So many of one kind, each with the same chance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Items {
    /// What they are.
    pub name: String,
    /// How many.
    pub count: u32,
    /// The chance that one of them can be delivered. A range is one unknown for all of the kind.
    pub deliverable: Range,
}

impl Setting {
    /// A plan.
    ///
    /// # Errors
    /// There is no stage or are too many, names repeat, days go backwards, a stake is missing, or a
    /// number is beyond what is reckoned with.
    pub fn new(parties: Vec<Party>, stages: Vec<Stage>) -> Result<Self, ForecastError> {
        check::setting(&parties, &stages)?;
        Ok(Self {
            parties,
            stages,
            others: 0,
        })
    }

    /// The same with so many parties more, whose points are not known: a breach is theirs as well,
    /// and nothing that they may gain by one is reckoned with.
    #[must_use]
    pub const fn with_others(mut self, others: usize) -> Self {
        self.others = others;
        self
    }

    /// How many parties there are whose points are not known.
    pub const fn others(&self) -> usize {
        self.others
    }

    /// Whether a worth is a range.
    pub fn has_ranges(&self) -> bool {
        let mut stakes = self.stages.iter().flat_map(|stage| &stage.stakes);
        stakes.any(|stake| stake.range.is_some_and(|(least, most)| least < most))
    }

    /// The parties.
    pub fn parties(&self) -> &[Party] {
        &self.parties
    }

    /// The stages, in their order.
    pub fn stages(&self) -> &[Stage] {
        &self.stages
    }

    /// The day of the last stage when nothing is late.
    pub fn planned_end(&self) -> u32 {
        self.stages.last().map_or(0, |stage| stage.day)
    }
}
