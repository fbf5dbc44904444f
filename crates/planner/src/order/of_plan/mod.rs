//! From a plan to the question of its order, and from an order back to a plan. Where a worth is a range
//! its middle is used; whoever checks the plan that comes out sees what the ranges do to it.

mod back;
mod left;
mod parts;
mod rules;
mod sense;

use std::collections::BTreeMap;

use super::{
    contradiction::Contradiction,
    limited::Limited,
    precedence::{Precedence, closed},
    problem::{CLASSES_MOST, Class, Draft, Effect, OBLIGATIONS_MOST, Party},
    section::Section,
    stages::{STAGES_MOST, Stages, Turn},
};
use crate::plan::{ClassId, Plan};

pub(super) use self::back::ordered;
pub use self::{
    back::Ordered,
    left::{LeftOut, StepAt},
};
use self::{parts::Part, rules::Rules};

/// The question, and which party and which part of a class of the plan each of it is.
#[derive(Clone, Debug)]
pub(super) struct Asked {
    pub draft: Draft,
    pub parties: Vec<usize>,
    pub parts: Vec<Part>,
    pub left_out: Vec<LeftOut>,
    /// What of the plan each rule inside a stage is.
    pub rules: Vec<Limited>,
    /// By the parties' places: what of the plan says how much one hands over in a stage at most, the least first.
    pub batches: BTreeMap<usize, Vec<(u32, Limited)>>,
    /// For each band the class in which is paid.
    pub paid_in: Vec<usize>,
    /// Within a batch, what goes in a step before what.
    in_batch: Vec<(ClassId, ClassId)>,
    precedence: Option<Precedence>,
}

impl Asked {
    /// Whether all of one part comes before any of another.
    fn precedes(&self, first: usize, then: usize) -> bool {
        self.precedence
            .as_ref()
            .is_some_and(|known| known.precedes(first, then))
    }
}

/// The question of a plan's order.
///
/// # Errors
/// More is given than can be put in order.
pub(super) fn asked(plan: &Plan, section: &Section) -> Result<Asked, Vec<Contradiction>> {
    let faults = sense::faults(plan, section);
    if !faults.is_empty() {
        return Err(faults);
    }
    let given = plan.given();
    let out = |class: &usize| {
        let class = plan.classes.get(*class);
        class.is_some_and(|class| section.without.contains(&class.key))
    };
    let all = (0..plan.classes.len()).filter(|at| given.get(*at).is_some_and(|n| *n > 0));
    let (without, classes): (Vec<usize>, Vec<usize>) = all.partition(out);
    if classes.is_empty() && !without.is_empty() {
        let keys = without.iter().filter_map(|class| plan.classes.get(*class));
        return Err(vec![Contradiction::AllLeftOut {
            keys: keys.map(|class| class.key.clone()).collect(),
        }]);
    }
    // Before anything is made that is as large as what is given.
    let count = classes.iter().filter_map(|class| given.get(*class)).sum();
    if count > OBLIGATIONS_MOST {
        return Err(vec![Contradiction::Obligations { count }]);
    }
    let parties = concerned(plan, &classes);
    let (parts, mut left_out) = parts::parts(plan, &classes, parties.len());
    if parts.len() > CLASSES_MOST {
        return Err(vec![Contradiction::Classes { count: parts.len() }]);
    }
    left_out.extend(left::always(plan, &classes, &without));
    let drafted = parts
        .iter()
        .filter_map(|part| class(plan, section, &parties, part))
        .collect();
    let mut draft = Draft {
        parties: parties
            .iter()
            .filter_map(|party| plan.parties.get(*party))
            .map(party)
            .collect(),
        classes: drafted,
        ..Draft::default()
    };
    let rules = Rules::of(plan, &parts, &draft.classes, parties.len());
    let Rules {
        before,
        inside,
        of,
        batch,
        in_batch,
        bands,
        paid_in,
        left,
        faults,
        ..
    } = rules;
    if !faults.is_empty() {
        return Err(faults);
    }
    left_out.extend(left);
    draft.before = before;
    let mut stages = stages(plan, section, &parties, &draft.classes);
    let mut batches = batch;
    for (at, own) in stages.batch.iter_mut().enumerate() {
        if let Some((most, party)) = own.zip(parties.get(at).copied()) {
            let all = batches.entry(at).or_default();
            all.push((most, Limited::Batch { party }));
        }
        if let Some(all) = batches.get_mut(&at) {
            all.sort_by_key(|(most, _)| *most);
            *own = all.first().map(|(most, _)| *most);
        }
    }
    stages.inside = inside;
    stages.bands = bands;
    draft.stages = Some(stages);
    left_out.sort();
    left_out.dedup();
    Ok(Asked {
        precedence: closed(&draft.classes, &draft.before).ok(),
        draft,
        parties,
        parts,
        left_out,
        rules: of,
        batches,
        paid_in,
        in_batch,
    })
}

/// The parties that give or to whom something of it is worth something.
fn concerned(plan: &Plan, classes: &[usize]) -> Vec<usize> {
    let all = |party: &usize| {
        let mut classes = classes.iter().filter_map(|class| plan.classes.get(*class));
        classes.any(|class| {
            let worth = class.worth.get(*party);
            class.from.0 == *party || worth.is_some_and(|worth| !worth.is_nothing())
        })
    };
    (0..plan.parties.len()).filter(all).collect()
}

fn class(plan: &Plan, section: &Section, parties: &[usize], part: &Part) -> Option<Class> {
    let told = plan.classes.get(part.class)?;
    let effect = |party: &usize| {
        let Some(worth) = told.worth.get(*party) else {
            return Effect::Each(0);
        };
        match worth.of_each() {
            Some(each) => Effect::Each(each.mid),
            None => Effect::InTurn(
                (0..part.count)
                    .map(|turn| worth.between(turn, turn + 1).mid)
                    .collect(),
            ),
        }
    };
    let giver = parties.iter().position(|party| *party == told.from.0);
    Some(Class {
        name: told.many.clone(),
        giver: giver.unwrap_or(usize::MAX),
        count: part.count,
        tier: section.tiers.get(&told.key).copied().unwrap_or_default(),
        effects: parties.iter().map(effect).collect(),
    })
}

fn party(told: &crate::plan::Party) -> Party {
    let points = told.points.as_ref();
    Party {
        name: told.name.clone(),
        scale: None,
        // The cautious end of each range.
        exposure_cap: points
            .and_then(|points| points.exposed_at_most)
            .map(|most| most.low.max(0)),
        // Where nothing is said of it, nothing is asked of it.
        at_stake: points
            .filter(|points| !points.future.is_zero())
            .map(|points| points.future.low.max(0)),
    }
}

fn stages(plan: &Plan, section: &Section, parties: &[usize], classes: &[Class]) -> Stages {
    let all = u32::try_from(plan.stages.len())
        .unwrap_or(STAGES_MOST)
        .clamp(1, STAGES_MOST);
    let key = |party: &usize| plan.parties.get(*party).map(|party| party.key.as_str());
    let place = |turn: &String| {
        parties
            .iter()
            .position(|party| key(party) == Some(turn.as_str()))
    };
    let batch = parties
        .iter()
        .map(|party| key(party).and_then(|key| section.batches.get(key)).copied())
        .collect();
    // Only who gives something has to be named; whoever takes no part has no turn.
    let mut turns: Vec<usize> = section.turns.iter().filter_map(place).collect();
    let gives = |party: usize| classes.iter().any(|class| class.giver == party);
    let quiet = (0..parties.len()).filter(|party| !gives(*party));
    let unnamed: Vec<usize> = quiet.filter(|party| !turns.contains(party)).collect();
    turns.extend(unnamed);
    Stages {
        most: section.stages.unwrap_or(all),
        batch,
        bands: Vec::new(),
        turn: if section.turns.is_empty() {
            Turn::Free
        } else {
            Turn::Always(turns)
        },
        inside: Vec::new(),
    }
}
