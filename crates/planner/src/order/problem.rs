//! What is to be put in order: parties, obligations by class, conditions and stages, checked once, here.
//! What is refused is said with its place; nothing after this meets an overflow or a cycle.

use super::{
    contradiction::Contradiction,
    precedence::{Precedence, closed},
    sound::{places, points, sizes},
    stages::Stages,
};

/// The most parties.
pub const PARTIES_MOST: usize = 5;
/// The most classes; of obligations that all differ each is a class of one.
pub const CLASSES_MOST: usize = 2_000;
/// The most obligations.
pub const OBLIGATIONS_MOST: u64 = 20_000;
/// The most points that all effects on one party may come to, either way.
pub const POINTS_MOST: i64 = 1_000_000_000_000;

/// A party, by its place in [`Draft::parties`].
pub type PartyAt = usize;
/// A class, by its place in [`Draft::classes`].
pub type ClassAt = usize;

/// What a class does to one party, in that party's own points.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Each one the same.
    Each(i64),
    /// The first, the second and so on: the last may be worth more than the first.
    InTurn(Vec<i64>),
}

/// A party and what it bears.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Party {
    /// As messages name it.
    pub name: String,
    /// What its exposure is measured against, in its own points; all that it gives where not said.
    pub scale: Option<i64>,
    /// The most that it may have given beyond what it received, in its own points.
    pub exposure_cap: Option<i64>,
    /// What it would forfeit by walking away (deposits, future dealings), in its own points.
    pub at_stake: Option<i64>,
}

/// So many obligations of a kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Class {
    /// As messages name it.
    pub name: String,
    /// Who owes it.
    pub giver: PartyAt,
    /// How many.
    pub count: u32,
    /// Those of a lower tier of the same giver are not handed over later than those of a higher one.
    pub tier: u32,
    /// What one of it does to each party.
    pub effects: Vec<Effect>,
}

/// All of one class is handed over before the first of another; both may fall in one stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Before {
    /// What comes first.
    pub first: ClassAt,
    /// What comes then.
    pub then: ClassAt,
}

/// What is asked, before it is checked.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Draft {
    /// Two or more.
    pub parties: Vec<Party>,
    /// What is owed.
    pub classes: Vec<Class>,
    /// Conditions beyond the tiers.
    pub before: Vec<Before>,
    /// Stages with their limits; without them obligations are handed over one at a time.
    pub stages: Option<Stages>,
}

/// A draft that holds together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    draft: Draft,
    /// By class, by party: what all effects come to after nought, one, two ….
    running: Vec<Vec<Vec<i64>>>,
    scales: Vec<i64>,
    totals: Vec<i64>,
    precedence: Precedence,
}

impl Problem {
    /// Checks a draft.
    ///
    /// # Errors
    /// Everything that cannot be, each with its place.
    pub fn new(draft: Draft) -> Result<Self, Vec<Contradiction>> {
        sizes(&draft)?;
        places(&draft)?;
        let running = points(&draft)?;
        let precedence = closed(&draft.classes, &draft.before)?;
        if let Some(stages) = &draft.stages {
            stages.check(&draft)?;
        }
        let parties = 0..draft.parties.len();
        let total = |party: PartyAt| running.iter().filter_map(|c| c.get(party)?.last()).sum();
        let totals: Vec<i64> = parties.clone().map(total).collect();
        let given = |party: PartyAt| -> i64 {
            let own = draft
                .classes
                .iter()
                .zip(&running)
                .filter(|(c, _)| c.giver == party);
            own.filter_map(|(_, c)| c.get(party)?.last())
                .map(|points| -points)
                .sum()
        };
        let scales = draft.parties.iter().zip(parties).map(|(p, at)| {
            // A party that gives nothing of worth to itself is never exposed by giving.
            p.scale.unwrap_or_else(|| given(at)).max(1)
        });
        let scales = scales.collect();
        Ok(Self {
            draft,
            running,
            scales,
            totals,
            precedence,
        })
    }

    /// The parties.
    pub fn parties(&self) -> &[Party] {
        &self.draft.parties
    }

    /// The classes.
    pub fn classes(&self) -> &[Class] {
        &self.draft.classes
    }

    /// The stages, where the exchange has any.
    pub const fn stages(&self) -> Option<&Stages> {
        self.draft.stages.as_ref()
    }

    /// As it was asked.
    pub const fn draft(&self) -> &Draft {
        &self.draft
    }

    /// By party: what its exposure is measured against.
    pub fn scales(&self) -> &[i64] {
        &self.scales
    }

    /// By party: what it gains from the whole exchange.
    pub fn totals(&self) -> &[i64] {
        &self.totals
    }

    /// What comes before what, tiers included, closed under "before before".
    pub const fn precedence(&self) -> &Precedence {
        &self.precedence
    }

    /// What so many of a class come to for a party.
    pub fn worth(&self, class: ClassAt, party: PartyAt, count: u32) -> i64 {
        self.running(class, party)
            .get(count as usize)
            .copied()
            .unwrap_or_default()
    }

    /// What nought, one, two … of a class come to for a party.
    pub fn running(&self, class: ClassAt, party: PartyAt) -> &[i64] {
        self.running
            .get(class)
            .and_then(|c| c.get(party))
            .map_or(&[], Vec::as_slice)
    }

    /// How many obligations there are.
    pub fn size(&self) -> usize {
        self.draft
            .classes
            .iter()
            .map(|class| class.count as usize)
            .sum()
    }

    /// How many obligations a party owes.
    pub fn owed(&self, party: PartyAt) -> usize {
        let own = self
            .draft
            .classes
            .iter()
            .filter(|class| class.giver == party);
        own.map(|class| class.count as usize).sum()
    }

    /// The same exchange run backwards: what was first is last, in the order of stages, of conditions
    /// and of what is worth more in its turn.
    ///
    /// In every plan p's walk-away gain at a moment is its exposure at the same moment of the plan
    /// reversed, and the other way round, so that one search serves both.
    #[must_use]
    pub fn reversed(&self) -> Self {
        let mut draft = self.draft.clone();
        let tiers = || draft.classes.iter().map(|class| class.tier);
        let least = tiers().min().unwrap_or_default();
        let most = tiers().max().unwrap_or_default();
        for class in &mut draft.classes {
            class.tier = least + (most - class.tier);
            for effect in &mut class.effects {
                if let Effect::InTurn(points) = effect {
                    points.reverse();
                }
            }
        }
        for before in &mut draft.before {
            std::mem::swap(&mut before.first, &mut before.then);
        }
        for party in &mut draft.parties {
            std::mem::swap(&mut party.exposure_cap, &mut party.at_stake);
        }
        let owed: Vec<u32> = draft.classes.iter().map(|class| class.count).collect();
        draft.stages = draft.stages.map(|stages| stages.reversed(&owed));
        let reverse = |class: &Vec<Vec<i64>>| class.iter().map(|r| turned(r)).collect();
        Self {
            running: self.running.iter().map(reverse).collect(),
            scales: self.scales.clone(),
            totals: self.totals.clone(),
            precedence: self.precedence.reversed(),
            draft,
        }
    }
}

/// A running sum counted from its other end.
fn turned(running: &[i64]) -> Vec<i64> {
    let total = running.last().copied().unwrap_or_default();
    running.iter().rev().map(|sum| total - sum).collect()
}

/// What a class comes to for a party, sign apart; of a draft that holds together.
pub(super) fn magnitude(effect: &Effect, count: u32) -> i64 {
    match effect {
        Effect::Each(points) => points.abs().saturating_mul(i64::from(count)),
        Effect::InTurn(points) => points
            .iter()
            .fold(0, |sum: i64, p| sum.saturating_add(p.abs())),
    }
}
