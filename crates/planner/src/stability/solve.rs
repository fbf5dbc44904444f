//! Which states are stable for whom.

use rayon::prelude::*;
use serde::Serialize;

use crate::watch::{Stage, Watch};

use super::{
    Concept,
    error::ConflictError,
    model::{Maker, Model, StateId},
    respond::{Moving, worst},
    section::Rule,
};

/// Which states are stable for whom.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Stability {
    /// Under which rule of response.
    pub rule: Rule,
    /// For each decision maker and each state, for which notions it is stable, by bits in the order
    /// of [`Concept::ALL`].
    #[serde(skip)]
    stable: Vec<Vec<u8>>,
}

impl Stability {
    /// Whether a state is stable for a decision maker.
    pub fn is_stable(&self, maker: usize, state: StateId, concept: Concept) -> bool {
        let bits = self
            .stable
            .get(maker)
            .and_then(|states| states.get(state.at()));
        bits.is_some_and(|bits| bits & bit(concept) != 0)
    }

    /// Whether a state is stable for all: an equilibrium.
    pub fn is_equilibrium(&self, state: StateId, concept: Concept) -> bool {
        let mut makers = 0..self.stable.len();
        makers.all(|maker| self.is_stable(maker, state, concept))
    }

    /// The states that are stable for all, in their order.
    pub fn equilibria(&self, concept: Concept) -> Vec<StateId> {
        let count = self.stable.first().map_or(0, Vec::len);
        let states = (0..u32::try_from(count).unwrap_or(u32::MAX)).map(StateId);
        states
            .filter(|state| self.is_equilibrium(*state, concept))
            .collect()
    }
}

/// Finds which states are stable for whom.
///
/// # Errors
/// It would take too long under this rule, or whoever watches stopped it.
pub fn stability(model: &Model, rule: Rule, watch: &dyn Watch) -> Result<Stability, ConflictError> {
    let makers: Vec<usize> = (0..model.makers.len()).collect();
    let stable = makers
        .par_iter()
        .map(|maker| of_maker(model, *maker, rule, watch));
    Ok(Stability {
        rule,
        stable: stable.collect::<Result<_, _>>()?,
    })
}

/// States from one question to the watch to the next.
const STRIDE: usize = 1 << 8;

const fn bit(concept: Concept) -> u8 {
    1 << concept as u8
}

fn of_maker(
    model: &Model,
    index: usize,
    rule: Rule,
    watch: &dyn Watch,
) -> Result<Vec<u8>, ConflictError> {
    let Some(maker) = model.makers.get(index) else {
        return Ok(Vec::new());
    };
    let sanctions = Sanctions::new(model, index, &maker.levels, rule, watch)?;
    let mut stable = Vec::with_capacity(model.states.len());
    for state in model.ids() {
        if stable.len().is_multiple_of(STRIDE) {
            watch.at(
                Stage::Checking,
                stable.len() as u64,
                model.states.len() as u64,
            )?;
        }
        let mut bits = 0b1111;
        for to in maker.improvements(state) {
            bits &= !bit(Concept::Nash);
            for concept in [Concept::Gmr, Concept::Smr, Concept::Seq] {
                if sanctions.worst(concept, to) > maker.level(state) {
                    bits &= !bit(concept);
                }
            }
        }
        stable.push(bits);
    }
    Ok(stable)
}

/// How low opponents can bring a decision maker after it moved to a state.
pub struct Sanctions {
    any: Vec<u32>,
    unanswered: Vec<u32>,
    gaining: Vec<u32>,
}

impl Sanctions {
    /// For one decision maker, with these levels of its states.
    pub fn new(
        model: &Model,
        index: usize,
        levels: &[u32],
        rule: Rule,
        watch: &dyn Watch,
    ) -> Result<Self, ConflictError> {
        let all = (1_u32 << model.makers.len()) - 1;
        let opponents = all & !(1 << index);
        let worst = |values: &[u32], moving| worst(model, opponents, values, moving, rule, watch);
        let answered = model.makers.get(index).map(|maker| answered(maker, levels));
        Ok(Self {
            any: worst(levels, Moving::Anyhow)?,
            unanswered: worst(&answered.unwrap_or_default(), Moving::Anyhow)?,
            gaining: worst(levels, Moving::Gaining)?,
        })
    }

    /// The level to which responses can bring it, under a notion of stability.
    pub fn worst(&self, concept: Concept, after: StateId) -> u32 {
        let levels = match concept {
            // Under Nash nobody thinks of responses.
            Concept::Nash => return u32::MAX,
            Concept::Gmr => &self.any,
            Concept::Smr => &self.unanswered,
            Concept::Seq => &self.gaining,
        };
        levels.get(after.at()).copied().unwrap_or(u32::MAX)
    }
}

/// The best level that a decision maker can have once it is in a state: that of the state, or of
/// one to which it can move from there.
fn answered(maker: &Maker, levels: &[u32]) -> Vec<u32> {
    let level = |state: u32| levels.get(state as usize).copied().unwrap_or_default();
    let best = |state: u32| {
        let answers = maker.moves.onward(state).iter();
        answers.map(|to| level(*to)).fold(level(state), u32::max)
    };
    (0..).take(levels.len()).map(best).collect()
}
