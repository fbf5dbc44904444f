//! What several can gain together that none can alone: coalition improvements (Kilgour, Hipel, Peng
//! and Fang 2001). A coalition gains by a state if legal sequences of its members' moves lead there
//! and every member likes it better; nobody's ranking is weighed against another's.

use serde::Serialize;

use crate::watch::{Stage, Stopped, Watch};

use super::{
    evolve::{Reached, Step},
    model::{Model, StateId},
    respond::Moving,
    section::Rule,
};

/// The most members of a coalition that is looked for.
const MEMBERS_MOST: u32 = 4;

/// What a coalition can gain.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CoalitionGain {
    /// Who is in it, counted from nought.
    pub members: Vec<usize>,
    /// The state that all of them like better.
    pub to: StateId,
    /// How they bring it about.
    pub by: Vec<Step>,
}

/// What a coalition (by bits) can gain from a state.
///
/// # Errors
/// Whoever watches stopped it.
pub fn gains(
    model: &Model,
    coalition: u32,
    from: StateId,
    watch: &dyn Watch,
) -> Result<Vec<CoalitionGain>, Stopped> {
    let members: Vec<usize> = (0..model.makers.len())
        .filter(|maker| coalition & (1 << maker) != 0)
        .collect();
    let better = |to: &StateId| {
        let mut makers = members.iter().filter_map(|index| model.makers.get(*index));
        makers.all(|maker| maker.level(*to) > maker.level(from))
    };
    let reached = Reached::new(
        model,
        coalition,
        from,
        (Moving::Anyhow, Rule::LegalSequences),
        watch,
    )?;
    let gain = |to: StateId| CoalitionGain {
        members: members.clone(),
        to,
        by: reached.path(|state| state == to).unwrap_or_default(),
    };
    let states = reached.states().into_iter();
    Ok(states.filter(better).map(gain).collect())
}

/// What coalitions of two to four can gain from a state: for each state that they reach, the
/// coalitions of which no part could do the same.
///
/// # Errors
/// Whoever watches stopped it.
pub fn gains_of(
    model: &Model,
    from: StateId,
    watch: &dyn Watch,
) -> Result<Vec<CoalitionGain>, Stopped> {
    let all = 1_u32 << model.makers.len();
    let mut coalitions: Vec<u32> = (1..all)
        .filter(|c| c.count_ones() <= MEMBERS_MOST)
        .collect();
    coalitions.sort_by_key(|coalition| coalition.count_ones());
    let mut found: Vec<(u32, CoalitionGain)> = Vec::new();
    let of = coalitions.len() as u64;
    for (coalition, done) in coalitions.into_iter().zip(0..) {
        watch.at(Stage::Searching, done, of)?;
        for gain in gains(model, coalition, from, watch)? {
            let by_less = found
                .iter()
                .any(|(part, other)| part & coalition == *part && other.to == gain.to);
            if !by_less {
                found.push((coalition, gain));
            }
        }
    }
    let several = found
        .into_iter()
        .filter(|(coalition, _)| coalition.count_ones() > 1);
    Ok(several.map(|(_, gain)| gain).collect())
}
