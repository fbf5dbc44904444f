//! Whether stages have room for all that is owed, whatever the order: where they do not, how much is lacking, and
//! the number of stages or the size of a batch below which there is no room.

use serde::Serialize;

use super::{
    infeasible::Limit,
    inside::Inside,
    problem::{Draft, PartyAt},
};

/// A limit on what goes into one stage that leaves no room for all that is owed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Lack {
    /// Which.
    pub tight: Tight,
    /// Whose.
    pub giver: PartyAt,
    /// How many are owed under that limit, how many of them a stage has at most, and what it takes at least.
    pub sum: Sum,
}

/// A limit that can leave no room.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Tight {
    /// The most that a party hands over in a stage.
    Batch(PartyAt),
    /// A rule inside each stage: how many of some classes it has.
    Inside(usize),
}

impl Tight {
    /// As one of all limits.
    pub const fn limit(self) -> Limit {
        match self {
            Self::Batch(party) => Limit::Batch(party),
            Self::Inside(at) => Limit::Inside(at),
        }
    }
}

/// The numbers of a limit that leaves no room.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Sum {
    /// How many are owed.
    pub owed: u64,
    /// How many of them go into one stage at most.
    pub most: u64,
    /// How many stages there may be.
    pub stages: u64,
    /// With fewer in one stage there is no room.
    pub needs_most: u64,
    /// With fewer stages there is no room; more than can be asked for, it may be.
    pub needs_stages: u64,
}

impl Sum {
    /// None where there is room.
    fn lacking(owed: u64, most: u64, stages: u64) -> Option<Self> {
        (owed > most.saturating_mul(stages)).then(|| Self {
            owed,
            most,
            stages,
            needs_most: owed.div_ceil(stages.max(1)),
            needs_stages: owed.div_ceil(most.max(1)),
        })
    }

    /// For how many there is room.
    pub const fn room(&self) -> u64 {
        self.most.saturating_mul(self.stages)
    }
}

/// Every limit that leaves no room, the parties' own first.
pub(super) fn lacking(draft: &Draft) -> Vec<Lack> {
    let Some(stages) = &draft.stages else {
        return Vec::new();
    };
    let lack = |tight: Tight, giver: PartyAt, owed: u64, most: u32| {
        let sum = Sum::lacking(owed, u64::from(most), u64::from(stages.most))?;
        Some(Lack { tight, giver, sum })
    };
    let batches = (0..).zip(&stages.batch).filter_map(|(party, batch)| {
        let own = draft.classes.iter().filter(|class| class.giver == party);
        let owed = own.map(|class| u64::from(class.count)).sum();
        lack(Tight::Batch(party), party, owed, (*batch)?)
    });
    let rules = (0..).zip(&stages.inside).filter_map(|(at, rule)| {
        let Inside::Count { classes, most, .. } = rule else {
            return None;
        };
        let of = || classes.iter().filter_map(|class| draft.classes.get(*class));
        let owed = of().map(|class| u64::from(class.count)).sum();
        lack(Tight::Inside(at), of().next()?.giver, owed, *most)
    });
    batches.chain(rules).collect()
}

/// Gives every one of these the room that it lacks.
pub(super) fn given(draft: &mut Draft, lacks: &[Lack]) {
    widened(draft, lacks, |sum| sum.needs_most);
}

/// Gives every one of these room for all that is owed under it.
pub(super) fn all(draft: &mut Draft, lacks: &[Lack]) {
    widened(draft, lacks, |sum| sum.owed);
}

fn widened(draft: &mut Draft, lacks: &[Lack], to: fn(&Sum) -> u64) {
    let Some(stages) = &mut draft.stages else {
        return;
    };
    for lack in lacks {
        let needed = u32::try_from(to(&lack.sum)).unwrap_or(u32::MAX);
        match lack.tight {
            Tight::Batch(party) => {
                if let Some(batch) = stages.batch.get_mut(party) {
                    *batch = Some(needed);
                }
            }
            Tight::Inside(at) => {
                if let Some(Inside::Count { most, .. }) = stages.inside.get_mut(at) {
                    *most = needed;
                }
            }
        }
    }
}
