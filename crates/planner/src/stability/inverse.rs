//! The inverse question: which preferences would make a state stable? (Kinsara, Kilgour and Hipel
//! 2015, "Inverse approach to the graph model for conflict resolution".)

use serde::Serialize;

use crate::watch::{Stopped, Watch};

use super::{
    Concept,
    error::ConflictError,
    evolve::{Reached, everybody},
    model::{Model, StateId},
    respond::Moving,
    section::Rule,
    solve::Sanctions,
};

/// How high a decision maker must rank a state for it to be stable, all else in its ranking and all
/// of the others' as they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Needed {
    /// Who, counted from nought.
    pub maker: usize,
    /// Under which notion.
    pub concept: Concept,
    /// It is stable if and only if it is ranked at least as high as this one. Nothing: it is stable
    /// however it is ranked.
    pub at_least: Option<StateId>,
    /// Whether it is.
    pub holds: bool,
}

/// For each decision maker and each notion, how high a state must be ranked to be stable.
///
/// The state's own level is taken to be below all. A move to `t` is then worth making exactly if
/// the state is ranked below both `t` and the worst to which responses can lead from there; where
/// the state itself is that worst, it is a response to whoever ranks it, and rightly below all. So
/// the level that is needed is the greatest, over all moves, of the lesser of the two.
///
/// # Errors
/// It would take too long under this rule, or whoever watches stopped it.
pub fn inverse(
    model: &Model,
    state: StateId,
    rule: Rule,
    watch: &dyn Watch,
) -> Result<Vec<Needed>, ConflictError> {
    let mut found = Vec::new();
    for (index, maker) in model.makers.iter().enumerate() {
        let mut levels = maker.levels.clone();
        if let Some(level) = levels.get_mut(state.at()) {
            *level = 0;
        }
        let sanctions = Sanctions::new(model, index, &levels, rule, watch)?;
        for concept in Concept::ALL {
            let needs = |to| maker.level(to).min(sanctions.worst(concept, to));
            let needed = maker.moves(state).map(needs).max().unwrap_or(0);
            let mut others = model.ids().filter(|other| *other != state);
            found.push(Needed {
                maker: index,
                concept,
                at_least: others.find(|other| needed > 0 && maker.level(*other) == needed),
                holds: maker.level(state) >= needed,
            });
        }
    }
    Ok(found)
}

/// What a decision maker's preferences must fulfil for one move away from a state not to be worth
/// making: that it does not prefer the state to which it moves; or that it prefers neither one of
/// the responses nor any of the answers that it has to that.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Requirement {
    /// The state to which it could move.
    pub to: StateId,
    /// The responses, each with the answers to it that count under this notion.
    pub or: Vec<(StateId, Vec<StateId>)>,
}

/// All that a decision maker's preferences must fulfil for a state to be stable, whatever they are
/// now: the state is stable exactly if each of these is fulfilled.
///
/// # Errors
/// Whoever watches stopped it.
pub fn requirements(
    model: &Model,
    index: usize,
    state: StateId,
    concept: Concept,
    rule: Rule,
    watch: &dyn Watch,
) -> Result<Vec<Requirement>, Stopped> {
    let Some(maker) = model.makers.get(index) else {
        return Ok(Vec::new());
    };
    let opponents = everybody(model) & !(1 << index);
    let responses = |to: StateId| {
        let moving = match concept {
            Concept::Nash => return Ok(Vec::new()),
            Concept::Gmr | Concept::Smr => Moving::Anyhow,
            Concept::Seq => Moving::Gaining,
        };
        let answers = |to: &StateId| match concept {
            Concept::Smr => maker.moves(*to).filter(|answer| *answer != state).collect(),
            Concept::Nash | Concept::Gmr | Concept::Seq => Vec::new(),
        };
        let reached = Reached::new(model, opponents, to, (moving, rule), watch)?.states();
        Ok(reached.iter().map(|to| (*to, answers(to))).collect())
    };
    let one = |to| {
        Ok(Requirement {
            to,
            or: responses(to)?,
        })
    };
    maker.moves(state).map(one).collect()
}
