//! Who prefers what: rankings with ties, or priorities, read into one level for each state.

use std::collections::BTreeMap;

use super::{
    condition::Condition,
    error::CONDITIONS_MOST,
    faults::{Faults, Known},
    model::{StateId, some},
    section::{Conflict, DecisionMaker},
    states::Built,
    words::Name,
    wrong::{At, Wrong},
};
use crate::document::{placed::PLACES_MOST, way::Way};

/// The levels of all decision makers: the greater the better, and equals equal. Those of whom it cannot be
/// told have none.
pub fn build(
    conflict: &Conflict,
    options: Option<&[String]>,
    built: Option<&Built>,
    faults: &mut Faults,
) -> Vec<Vec<u32>> {
    let makers = conflict.decision_makers.iter().enumerate();
    let levels = makers.map(|(at, maker)| {
        let way = Way::to("decision-makers").item(at);
        let found = match (maker.ranking.is_empty(), maker.priorities.is_empty()) {
            (false, true) => {
                let built = built?;
                return Some(ranked(maker, at, built, faults));
            }
            (true, false) => return prioritised(maker, at, options?, built, faults),
            (true, true) => "no preferences",
            (false, false) => "both a ranking and priorities",
        };
        if maker.ranking.is_empty() && faults.doubts.preferences.contains(&at) {
            return None;
        }
        let maker = maker.name.clone();
        faults.add([way], Wrong::Preferences { maker, found });
        None
    });
    let levels: Vec<Option<Vec<u32>>> = levels.collect();
    levels.into_iter().map(Option::unwrap_or_default).collect()
}

fn ranked(maker: &DecisionMaker, at: usize, built: &Built, faults: &mut Faults) -> Vec<u32> {
    let mut levels = vec![0; built.names.len()];
    let of = At::Ranking(maker.name.clone());
    let ranking = || Way::to("decision-makers").item(at).key("ranking");
    let mut ways: BTreeMap<StateId, Vec<(usize, usize)>> = BTreeMap::new();
    // One that stands for itself is no list, and the way ends where it stands.
    let way = |(place, tied): (usize, usize)| ranking().item(place).item(tied);
    let mut unknown = 0;
    for (level, (place, tied)) in (1..).zip(maker.ranking.iter().enumerate().rev()) {
        for (within, name) in tied.0.iter().enumerate() {
            let step = (place, within);
            let Some(state) = built.find(name) else {
                unknown += 1;
                faults.no_state(name, &built.names, &built.known, &of, way(step));
                continue;
            };
            ways.entry(state).or_default().push(step);
            if let Some(cell) = levels.get_mut(state.at()) {
                *cell = level;
            }
        }
    }
    let name = |state: StateId| {
        built
            .names
            .get(state.at())
            .map_or("", |name| name.0.as_str())
    };
    for (state, steps) in ways.into_iter().filter(|(_, steps)| steps.len() > 1) {
        let wrong = Wrong::Twice {
            maker: maker.name.clone(),
            state: name(state).to_owned(),
        };
        faults.add(steps.into_iter().take(PLACES_MOST).map(way), wrong);
    }
    let left_out = levels.iter().zip(&built.names);
    let left_out = left_out.filter(|(level, _)| **level == 0);
    let left_out: Vec<Name> = left_out.map(|(_, name)| name.clone()).collect();
    let doubts = &faults.doubts;
    let is_known = doubts.states == Known::Whole
        && doubts.options == Known::Whole
        && !doubts.preferences.contains(&at);
    // As many may be meant by names that there are not.
    if left_out.len() > unknown && is_known {
        let wrong = Wrong::Nowhere {
            maker: maker.name.clone(),
            states: some(&left_out),
            number: left_out.len(),
        };
        faults.add([ranking()], wrong);
    }
    levels
}

/// Of two states that is the better which fulfils the first thing in which they differ: so states
/// are ordered as the lists of what they fulfil are (Hipel, Kilgour, Fang and Peng 1997, "option
/// prioritizing").
fn prioritised(
    maker: &DecisionMaker,
    at: usize,
    options: &[String],
    built: Option<&Built>,
    faults: &mut Faults,
) -> Option<Vec<u32>> {
    let priorities = || Way::to("decision-makers").item(at).key("priorities");
    faults.count(
        "priorities of one decision maker",
        maker.priorities.len(),
        (1, CONDITIONS_MOST),
        priorities(),
    )?;
    let of = At::Priorities(maker.name.clone());
    let mut wants = Some(Vec::new());
    for (place, want) in maker.priorities.iter().enumerate() {
        let mut any = Some(Vec::new());
        for (number, written) in want.iter().enumerate() {
            let way = || priorities().item(place).item(number);
            let condition = Condition::read(written, options, (&of, &way), faults);
            any = any.zip(condition).map(|(mut any, condition)| {
                any.push(condition);
                any
            });
        }
        wants = wants.zip(any).map(|(mut wants, any)| {
            wants.push(any);
            wants
        });
    }
    let (wants, built) = (wants?, built?);
    let fulfils = |taken: u32| -> Vec<bool> {
        let one = |any: &Vec<Condition>| any.iter().any(|condition| condition.holds(taken));
        wants.iter().map(one).collect()
    };
    let mut fulfilled = Vec::new();
    let mut told_apart = Vec::new();
    for (parts, name) in built.parts.iter().zip(&built.names) {
        let mut lists = parts.iter().map(|taken| fulfils(*taken));
        let first = lists.next().unwrap_or_default();
        if lists.any(|other| other != first) {
            told_apart.push(name);
        }
        fulfilled.push(first);
    }
    let doubts = &faults.doubts;
    let is_known = doubts.states == Known::Whole
        && doubts.options == Known::Whole
        && !doubts.preferences.contains(&at);
    for state in told_apart.into_iter().filter(|_| is_known) {
        let wrong = Wrong::ToldApart {
            maker: maker.name.clone(),
            state: state.0.clone(),
        };
        faults.add([priorities()], wrong);
    }
    let mut order: Vec<&Vec<bool>> = fulfilled.iter().collect();
    order.sort_unstable();
    order.dedup();
    let level = |list: &Vec<bool>| order.binary_search(&list).unwrap_or_else(|at| at);
    let level = |list| u32::try_from(level(list) + 1).unwrap_or(u32::MAX);
    Some(fulfilled.iter().map(level).collect())
}
