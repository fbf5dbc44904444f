//! Who prefers what: rankings with ties, or priorities, read into one level for each state.

use super::{
    condition::Condition,
    error::{CONDITIONS_MOST, ConflictError},
    places::At,
    section::{Conflict, DecisionMaker},
    states::Built,
};

/// The levels of all decision makers: the greater the better, and equals equal.
pub fn build(conflict: &Conflict, built: &Built) -> Result<Vec<Vec<u32>>, ConflictError> {
    let levels = |maker: &DecisionMaker| {
        let found = match (maker.ranking.is_empty(), maker.priorities.is_empty()) {
            (false, true) => return ranked(maker, built),
            (true, false) => return prioritised(maker, built),
            (true, true) => "no preferences",
            (false, false) => "both a ranking and priorities",
        };
        Err(ConflictError::Preferences {
            maker: maker.name.clone(),
            found,
        })
    };
    conflict.decision_makers.iter().map(levels).collect()
}

fn ranked(maker: &DecisionMaker, built: &Built) -> Result<Vec<u32>, ConflictError> {
    let mut levels = vec![0; built.names.len()];
    let fault = |state: &str, times| ConflictError::Ranking {
        maker: maker.name.clone(),
        state: state.to_owned(),
        times,
    };
    let at = At::Ranking(maker.name.clone());
    for (places, level) in maker.ranking.iter().rev().zip(1..) {
        for name in &places.0 {
            let state = built.find(name, &at)?;
            if let Some(cell) = levels.get_mut(state.at()) {
                if *cell > 0 {
                    return Err(fault(&name.0, "twice"));
                }
                *cell = level;
            }
        }
    }
    match levels
        .iter()
        .zip(&built.names)
        .find(|(level, _)| **level == 0)
    {
        Some((_, name)) => Err(fault(&name.0, "nowhere")),
        None => Ok(levels),
    }
}

/// Of two states that is the better which fulfils the first thing in which they differ: so states
/// are ordered as the lists of what they fulfil are (Hipel, Kilgour, Fang and Peng 1997, "option
/// prioritizing").
fn prioritised(maker: &DecisionMaker, built: &Built) -> Result<Vec<u32>, ConflictError> {
    if maker.priorities.len() > CONDITIONS_MOST {
        return Err(ConflictError::Count {
            what: "priorities of one decision maker",
            found: maker.priorities.len(),
            least: 1,
            most: CONDITIONS_MOST,
        });
    }
    let at = At::Priorities(maker.name.clone());
    let mut wants = Vec::new();
    for want in &maker.priorities {
        let any = want
            .iter()
            .map(|written| Condition::read(written, &built.options, &at));
        wants.push(any.collect::<Result<Vec<_>, _>>()?);
    }
    let fulfils = |taken: u32| -> Vec<bool> {
        let one = |any: &Vec<Condition>| any.iter().any(|condition| condition.holds(taken));
        wants.iter().map(one).collect()
    };
    let mut fulfilled = Vec::new();
    for (parts, name) in built.parts.iter().zip(&built.names) {
        let mut lists = parts.iter().map(|taken| fulfils(*taken));
        let first = lists.next().unwrap_or_default();
        if lists.any(|other| other != first) {
            return Err(ConflictError::ToldApart {
                maker: maker.name.clone(),
                state: name.0.clone(),
            });
        }
        fulfilled.push(first);
    }
    let mut order: Vec<&Vec<bool>> = fulfilled.iter().collect();
    order.sort_unstable();
    order.dedup();
    let level = |list: &Vec<bool>| order.binary_search(&list).unwrap_or_else(|at| at);
    let level = |list| u32::try_from(level(list) + 1).unwrap_or(u32::MAX);
    Ok(fulfilled.iter().map(level).collect())
}
