//! The states of a conflict: the feasible combinations of options, or those that are listed.

use std::collections::{BTreeMap, BTreeSet};

use crate::watch::{Stage, Watch};

use super::{
    condition::{Condition, bit},
    error::{CONDITIONS_MOST, CoalesceFault, ConflictError, OPTIONS_MOST, STATES_MOST},
    model::{State, StateId},
    places::At,
    section::Conflict,
    words::Name,
};

/// States, and how they came about.
#[derive(Debug)]
pub struct Built {
    /// The options, in the order in which decision makers list them.
    pub options: Vec<String>,
    /// The name of each state.
    pub names: Vec<Name>,
    /// The state of each name.
    pub index: BTreeMap<Name, StateId>,
    /// The combinations of options of each state; none where states are listed.
    pub parts: Vec<Vec<u32>>,
    /// The state of each feasible combination.
    pub of: BTreeMap<u32, StateId>,
}

impl Built {
    /// The states, as a model has them.
    pub fn states(&self) -> Vec<State> {
        let both = self.names.iter().zip(&self.parts);
        both.map(|(name, taken)| State {
            name: name.clone(),
            taken: taken.clone(),
        })
        .collect()
    }
}

/// Finds the states of a conflict.
pub fn build(conflict: &Conflict, watch: &dyn Watch) -> Result<Built, ConflictError> {
    let options = options(conflict)?;
    let (names, parts) = if conflict.states.is_empty() {
        combined(conflict, &options, watch)?
    } else {
        listed(conflict, &options)?
    };
    count("states", names.len(), 1, STATES_MOST)?;
    let plain: Vec<&str> = names.iter().map(|n| n.0.as_str()).collect();
    self::names("state", &plain)?;
    let ids = (0..).map(StateId);
    let index = names.iter().cloned().zip(ids.clone()).collect();
    let of = parts.iter().zip(ids);
    let of = of.flat_map(|(parts, id)| parts.iter().map(move |part| (*part, id)));
    Ok(Built {
        options,
        index,
        of: of.collect(),
        names,
        parts,
    })
}

/// That names are there and stand for one thing each.
pub fn names(what: &'static str, names: &[&str]) -> Result<(), ConflictError> {
    let mut seen = BTreeSet::new();
    for name in names {
        let why = if name.trim().is_empty() {
            "has no letters"
        } else if name.starts_with("not ") {
            "begins with `not`, which means that an option is not taken"
        } else if !seen.insert(*name) {
            "stands for two"
        } else {
            continue;
        };
        let name = (*name).to_owned();
        return Err(ConflictError::Name { what, name, why });
    }
    Ok(())
}

fn options(conflict: &Conflict) -> Result<Vec<String>, ConflictError> {
    let mut options: Vec<String> = Vec::new();
    for maker in &conflict.decision_makers {
        let own: Vec<&str> = maker.options.iter().map(|o| o.trim()).collect();
        names("option", &own)?;
        for option in own {
            if !options.iter().any(|known| known == option) {
                options.push(option.to_owned());
            }
        }
    }
    count("options", options.len(), 0, OPTIONS_MOST)?;
    for option in conflict.options.keys() {
        bit(option, &options, &At::Options)?;
    }
    Ok(options)
}

type Found = (Vec<Name>, Vec<Vec<u32>>);

fn listed(conflict: &Conflict, options: &[String]) -> Result<Found, ConflictError> {
    for (what, there) in [
        ("options", !options.is_empty()),
        ("`infeasible`", !conflict.infeasible.is_empty()),
        ("`coalesce`", !conflict.coalesce.is_empty()),
    ] {
        if there {
            return Err(ConflictError::BothForms { what });
        }
    }
    let parts = vec![Vec::new(); conflict.states.len()];
    Ok((conflict.states.clone(), parts))
}

fn combined(
    conflict: &Conflict,
    options: &[String],
    watch: &dyn Watch,
) -> Result<Found, ConflictError> {
    count("options", options.len(), 1, OPTIONS_MOST)?;
    let forbidden = forbidden(conflict, options)?;
    let coalesced = coalesced(conflict, options)?;
    let (mut names, mut parts) = (Vec::new(), Vec::new());
    let mut together: Vec<Vec<u32>> = vec![Vec::new(); coalesced.len()];
    let all = 1_u32 << options.len();
    for taken in 0..all {
        if taken % 4_096 == 0 {
            watch.at(Stage::Reading, taken.into(), all.into())?;
        }
        if forbidden.iter().any(|condition| condition.holds(taken)) {
            continue;
        }
        let part = group(&coalesced, taken)?.and_then(|at| together.get_mut(at));
        if let Some(part) = part {
            part.push(taken);
        } else {
            names.push(Name((names.len() + 1).to_string()));
            parts.push(vec![taken]);
        }
        if names.len() > STATES_MOST {
            return Err(ConflictError::States { most: STATES_MOST });
        }
    }
    for ((name, _), members) in coalesced.into_iter().zip(together) {
        if members.is_empty() {
            let fault = CoalesceFault::Empty(name.0);
            return Err(ConflictError::Coalesce(fault));
        }
        names.push(name);
        parts.push(members);
    }
    if names.is_empty() {
        return Err(ConflictError::NothingFeasible);
    }
    Ok((names, parts))
}

/// The coalesced state of which a combination is a part.
fn group(coalesced: &[(Name, Condition)], taken: u32) -> Result<Option<usize>, ConflictError> {
    let mut holding = coalesced
        .iter()
        .enumerate()
        .filter(|(_, (_, c))| c.holds(taken));
    let Some((at, (name, _))) = holding.next() else {
        return Ok(None);
    };
    if let Some((_, (other, _))) = holding.next() {
        let fault = CoalesceFault::Overlap(name.0.clone(), other.0.clone());
        return Err(ConflictError::Coalesce(fault));
    }
    Ok(Some(at))
}

fn forbidden(conflict: &Conflict, options: &[String]) -> Result<Vec<Condition>, ConflictError> {
    let mut forbidden = Vec::new();
    for written in &conflict.infeasible {
        forbidden.push(Condition::read(written, options, &At::Infeasible)?);
    }
    for set in &conflict.at_most_one {
        let bits = bits(set, options, &At::AtMostOne)?;
        for (index, a) in bits.iter().enumerate() {
            let others = bits.iter().skip(index + 1);
            forbidden.extend(others.map(|b| Condition::both(*a, *b)));
        }
    }
    for set in &conflict.at_least_one {
        let bits = bits(set, options, &At::AtLeastOne)?;
        forbidden.push(Condition::none(bits.iter().fold(0, |all, bit| all | bit)));
    }
    count("infeasible conditions", forbidden.len(), 0, CONDITIONS_MOST)?;
    Ok(forbidden)
}

fn bits(set: &[String], options: &[String], at: &At) -> Result<Vec<u32>, ConflictError> {
    let bits: Result<BTreeSet<u32>, _> = set
        .iter()
        .map(|name| bit(name.trim(), options, at))
        .collect();
    Ok(bits?.into_iter().collect())
}

fn coalesced(
    conflict: &Conflict,
    options: &[String],
) -> Result<Vec<(Name, Condition)>, ConflictError> {
    count(
        "coalesced states",
        conflict.coalesce.len(),
        0,
        CONDITIONS_MOST,
    )?;
    let read = |one: &super::section::Coalesce| {
        let at = At::Coalesced(one.name.0.clone());
        Ok((one.name.clone(), Condition::read(&one.all, options, &at)?))
    };
    conflict.coalesce.iter().map(read).collect()
}

fn count(what: &'static str, found: usize, least: usize, most: usize) -> Result<(), ConflictError> {
    if (least..=most).contains(&found) {
        return Ok(());
    }
    Err(ConflictError::Count {
        what,
        found,
        least,
        most,
    })
}
