//! Whether stages have room for all that is owed, whatever the order: where they do not, how much is lacking, and
//! the least number of stages or size of a batch with which there is room.

use serde::Serialize;

use super::{
    infeasible::Limit,
    inside::Inside,
    problem::{Draft, PartyAt},
};

/// A limit on what goes into one stage that leaves no room for all that is owed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Lack {
    /// Which: the size of a side's batches, or a rule inside each stage.
    pub limit: Limit,
    /// Whose.
    pub giver: PartyAt,
    /// How many are owed under that limit, how many of them a stage has at most, and what would do.
    pub sum: Sum,
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
    /// With so many in one stage there is room.
    pub needs_most: u64,
    /// With so many stages there is room.
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
    let lack = |limit: Limit, giver: PartyAt, owed: u64, most: u32| {
        let sum = Sum::lacking(owed, u64::from(most), u64::from(stages.most))?;
        Some(Lack { limit, giver, sum })
    };
    let batches = (0..).zip(&stages.batch).filter_map(|(party, batch)| {
        let own = draft.classes.iter().filter(|class| class.giver == party);
        let owed = own.map(|class| u64::from(class.count)).sum();
        lack(Limit::Batch(party), party, owed, (*batch)?)
    });
    let rules = (0..).zip(&stages.inside).filter_map(|(at, rule)| {
        let Inside::Count { classes, most, .. } = rule else {
            return None;
        };
        let of = || classes.iter().filter_map(|class| draft.classes.get(*class));
        let owed = of().map(|class| u64::from(class.count)).sum();
        lack(Limit::Inside(at), of().next()?.giver, owed, *most)
    });
    batches.chain(rules).collect()
}

/// Gives every one of these the room that it lacks.
pub(super) fn given(draft: &mut Draft, lacks: &[Lack]) {
    let Some(stages) = &mut draft.stages else {
        return;
    };
    for lack in lacks {
        let needed = u32::try_from(lack.sum.needs_most).unwrap_or(u32::MAX);
        match lack.limit {
            Limit::Batch(party) => {
                if let Some(batch) = stages.batch.get_mut(party) {
                    *batch = Some(needed);
                }
            }
            Limit::Inside(at) => {
                if let Some(Inside::Count { most, .. }) = stages.inside.get_mut(at) {
                    *most = needed;
                }
            }
            Limit::ExposureCap(_)
            | Limit::AtStake(_)
            | Limit::Stages
            | Limit::Band(_)
            | Limit::Turn => {}
        }
    }
}
