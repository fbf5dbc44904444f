//! The states of a conflict: the feasible combinations of options, or those that are listed.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    document::way::Way,
    watch::{Stage, Stopped, Watch},
};

use super::{
    condition::{Condition, bit},
    error::{CONDITIONS_MOST, OPTIONS_MOST, STATES_MOST},
    faults::{Faults, Known},
    model::{State, StateId, some},
    section::Conflict,
    words::Name,
    wrong::{At, Wrong},
};

/// States, and how they came about.
#[derive(Debug)]
pub struct Built {
    /// The name of each state.
    pub names: Vec<Name>,
    /// The names as they are told to who named one that there is not.
    pub known: String,
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

/// The options, in the order in which decision makers list them; nothing where there are too many.
pub fn options(conflict: &Conflict, faults: &mut Faults) -> Option<Vec<String>> {
    let mut options: Vec<String> = Vec::new();
    let mut are_few = true;
    for (maker, one) in conflict.decision_makers.iter().enumerate() {
        let own: Vec<&str> = one.options.iter().map(|o| o.trim()).collect();
        let list = || Way::to("decision-makers").item(maker).key("options");
        if own.len() > CONDITIONS_MOST {
            let what = "options of one decision maker";
            are_few &= (faults.count(what, own.len(), (0, OPTIONS_MOST), list())).is_some();
            continue;
        }
        faults.names("option", &own, |at| Some(list().item(at)));
        for option in own {
            if options.len() <= CONDITIONS_MOST && !options.iter().any(|known| known == option) {
                options.push(option.to_owned());
            }
        }
    }
    if !are_few {
        return None;
    }
    let least = usize::from(conflict.states.is_empty() && is_known(faults));
    let way = Way::to("decision-makers");
    faults.count("options", options.len(), (least, OPTIONS_MOST), way)?;
    for option in conflict.options.keys() {
        if bit(option, &options).is_none() {
            let way = Way::to("options").key(option);
            faults.no_option(option, &options, &At::Options, way);
        }
    }
    Some(options)
}

/// Whether no fault hides an option or a state.
fn is_known(faults: &Faults) -> bool {
    faults.doubts.options == Known::Whole && faults.doubts.states == Known::Whole
}

/// Finds the states of a conflict; nothing where faults leave none.
///
/// # Errors
/// Whoever watches stopped it.
pub fn build(
    conflict: &Conflict,
    options: &[String],
    faults: &mut Faults,
    watch: &dyn Watch,
) -> Result<Option<Built>, Stopped> {
    let found = if conflict.states.is_empty() {
        combined(conflict, options, faults, watch)?
    } else {
        listed(conflict, options, faults)
    };
    let Some((names, parts)) = found else {
        return Ok(None);
    };
    let way = if conflict.states.is_empty() {
        Way::to("decision-makers")
    } else {
        Way::to("states")
    };
    if (faults.count("states", names.len(), (1, STATES_MOST), way)).is_none() {
        return Ok(None);
    }
    let plain: Vec<&str> = names.iter().map(|n| n.0.as_str()).collect();
    let numbered = names.len().saturating_sub(conflict.coalesce.len());
    faults.names("state", &plain, |at| {
        if conflict.states.is_empty() {
            let one = at.checked_sub(numbered)?;
            return Some(Way::to("coalesce").item(one).key("name").value());
        }
        Some(Way::to("states").item(at))
    });
    let ids = (0..).map(StateId);
    let index: BTreeMap<Name, StateId> = names.iter().cloned().zip(ids.clone()).collect();
    if index.len() < names.len() {
        faults.doubts.states = Known::InPart;
    }
    let of = parts.iter().zip(ids);
    let of = of.flat_map(|(parts, id)| parts.iter().map(move |part| (*part, id)));
    Ok(Some(Built {
        known: some(&names),
        index,
        of: of.collect(),
        names,
        parts,
    }))
}

type Found = (Vec<Name>, Vec<Vec<u32>>);

fn listed(conflict: &Conflict, options: &[String], faults: &mut Faults) -> Option<Found> {
    let mut both = Vec::new();
    if !options.is_empty() {
        both.push(("options", None));
    }
    for (what, key, there) in [
        (
            "`infeasible`",
            "infeasible",
            !conflict.infeasible.is_empty(),
        ),
        ("`coalesce`", "coalesce", !conflict.coalesce.is_empty()),
    ] {
        if there {
            both.push((what, Some(key)));
        }
    }
    let is_both = !both.is_empty();
    for (what, key) in both {
        let ways = [Some(Way::to("states")), key.map(Way::to)];
        faults.add(ways.into_iter().flatten(), Wrong::BothForms { what });
    }
    if is_both {
        return None;
    }
    let way = Way::to("states");
    faults.count("states", conflict.states.len(), (1, STATES_MOST), way)?;
    let parts = vec![Vec::new(); conflict.states.len()];
    Some((conflict.states.clone(), parts))
}

fn combined(
    conflict: &Conflict,
    options: &[String],
    faults: &mut Faults,
    watch: &dyn Watch,
) -> Result<Option<Found>, Stopped> {
    if options.is_empty() {
        return Ok(None);
    }
    let (Some(forbidden), Some(coalesced)) = (
        forbidden(conflict, options, faults),
        coalesced(conflict, options, faults),
    ) else {
        return Ok(None);
    };
    let (mut names, mut parts) = (Vec::new(), Vec::new());
    let mut together: Vec<Vec<u32>> = vec![Vec::new(); coalesced.len()];
    let mut overlapping = BTreeSet::new();
    let all = 1_u32 << options.len();
    for taken in 0..all {
        if taken % 4_096 == 0 {
            watch.at(Stage::Reading, taken.into(), all.into())?;
        }
        if forbidden.iter().any(|forbidden| forbidden.holds(taken)) {
            continue;
        }
        let part = group(&coalesced, taken, &mut overlapping).and_then(|at| together.get_mut(at));
        if let Some(part) = part {
            part.push(taken);
        } else {
            names.push(Name((names.len() + 1).to_string()));
            parts.push(vec![taken]);
        }
        if names.len() > STATES_MOST {
            // What is not known of what cannot be may leave few enough.
            if is_known(faults) {
                let most = STATES_MOST;
                faults.add([Way::to("decision-makers")], Wrong::States { most });
            }
            return Ok(None);
        }
    }
    let nothing = names.is_empty() && together.iter().all(Vec::is_empty);
    if nothing {
        let keys = ["infeasible", "at-most-one", "at-least-one"];
        let there = [
            !conflict.infeasible.is_empty(),
            !conflict.at_most_one.is_empty(),
            !conflict.at_least_one.is_empty(),
        ];
        let there = keys.into_iter().zip(there).filter(|(_, there)| *there);
        faults.add(there.map(|(key, _)| Way::to(key)), Wrong::NothingFeasible);
        return Ok(None);
    }
    if !overlapping.is_empty() {
        // Which number a state has depends on which of them it is a part of.
        if is_known(faults) {
            overlap(&overlapping, &coalesced, faults);
        }
        return Ok(None);
    }
    for (at, ((name, condition), members)) in coalesced.into_iter().zip(together).enumerate() {
        if members.is_empty() && condition.is_some() {
            let wrong = Wrong::Empty(name.0.clone());
            faults.add([Way::to("coalesce").item(at)], wrong);
        }
        names.push(name);
        parts.push(members);
    }
    Ok(Some((names, parts)))
}

fn overlap(overlapping: &BTreeSet<(usize, usize)>, coalesced: &[Coalesced], faults: &mut Faults) {
    let name = |at: usize| coalesced.get(at).map_or("", |(name, _)| name.0.as_str());
    for (one, other) in overlapping {
        let wrong = Wrong::Overlap(name(*one).to_owned(), name(*other).to_owned());
        let ways = [*one, *other].map(|at| Way::to("coalesce").item(at));
        faults.add(ways, wrong);
    }
}

type Coalesced = (Name, Option<Condition>);

/// The coalesced state of which a combination is a part.
fn group(
    coalesced: &[Coalesced],
    taken: u32,
    overlapping: &mut BTreeSet<(usize, usize)>,
) -> Option<usize> {
    let mut holding = coalesced
        .iter()
        .enumerate()
        .filter(|(_, (_, c))| c.is_some_and(|c| c.holds(taken)));
    let (at, _) = holding.next()?;
    overlapping.extend(holding.map(|(other, _)| (at, other)));
    Some(at)
}

/// What cannot be.
#[derive(Clone, Copy, Debug)]
enum Forbidden {
    /// Where a condition holds.
    Where(Condition),
    /// Where two or more of these options are taken.
    TwoOf(u32),
}

impl Forbidden {
    const fn holds(self, taken: u32) -> bool {
        match self {
            Self::Where(condition) => condition.holds(taken),
            Self::TwoOf(set) => (taken & set).count_ones() > 1,
        }
    }
}

/// What cannot be; nothing where that is more than is read.
fn forbidden(
    conflict: &Conflict,
    options: &[String],
    faults: &mut Faults,
) -> Option<Vec<Forbidden>> {
    let mut forbidden = Vec::new();
    let mut known = Known::Whole;
    for (key, what, of) in [
        ("infeasible", "infeasible conditions", &conflict.infeasible),
        (
            "at-most-one",
            "sets of which at most one can be taken",
            &conflict.at_most_one,
        ),
        (
            "at-least-one",
            "sets of which at least one must be taken",
            &conflict.at_least_one,
        ),
    ] {
        faults.count(what, of.len(), (0, CONDITIONS_MOST), Way::to(key))?;
    }
    // What stands in for a list that cannot be read is empty.
    let in_doubt = faults.doubts.states == Known::InPart;
    let is_read = |written: &[String]| !(in_doubt && written.is_empty());
    let infeasible = conflict.infeasible.iter().enumerate();
    for (at, written) in infeasible.filter(|(_, written)| is_read(written)) {
        let way = || Way::to("infeasible").item(at);
        match Condition::read(written, options, (&At::Infeasible, &way), faults) {
            Some(condition) => forbidden.push(Forbidden::Where(condition)),
            None => known = Known::InPart,
        }
    }
    let mut bits = |key: &'static str, at: &At, number: usize, set: &[String]| {
        let (mut bits, mut all_known) = (0, Known::Whole);
        for (place, name) in set.iter().enumerate() {
            if let Some(bit) = bit(name.trim(), options) {
                bits |= bit;
            } else {
                let way = Way::to(key).item(number).item(place);
                faults.no_option(name.trim(), options, at, way);
                known = Known::InPart;
                all_known = Known::InPart;
            }
        }
        (bits, all_known)
    };
    for (at, set) in conflict.at_most_one.iter().enumerate() {
        let (set, _) = bits("at-most-one", &At::AtMostOne, at, set);
        forbidden.push(Forbidden::TwoOf(set));
    }
    for (at, set) in conflict.at_least_one.iter().enumerate() {
        let (all, all_known) = bits("at-least-one", &At::AtLeastOne, at, set);
        // With one of the set unknown it forbids less than it seems to.
        if all_known == Known::Whole && is_read(set) {
            forbidden.push(Forbidden::Where(Condition::none(all)));
        }
    }
    if known == Known::InPart {
        faults.doubts.states = Known::InPart;
    }
    Some(forbidden)
}

fn coalesced(
    conflict: &Conflict,
    options: &[String],
    faults: &mut Faults,
) -> Option<Vec<Coalesced>> {
    let number = conflict.coalesce.len();
    let way = Way::to("coalesce");
    faults.count("coalesced states", number, (0, CONDITIONS_MOST), way)?;
    let mut known = Known::Whole;
    let mut read = Vec::new();
    for (at, one) in conflict.coalesce.iter().enumerate() {
        let of = At::Coalesced(one.name.0.clone());
        let way = || Way::to("coalesce").item(at).key("all");
        let condition = Condition::read(&one.all, options, (&of, &way), faults);
        let is_read = faults.doubts.states == Known::Whole || !one.all.is_empty();
        let condition = condition.filter(|_| is_read);
        if condition.is_none() {
            known = Known::InPart;
        }
        read.push((one.name.clone(), condition));
    }
    if known == Known::InPart {
        faults.doubts.states = Known::InPart;
    }
    Some(read)
}
