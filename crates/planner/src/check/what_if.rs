//! What other orders of the same handovers would change: the same accounts of a plan whose steps
//! stand in another order. Conditions and rules are not consulted; whether an order is open to the
//! parties is for people to say.

use super::{
    course,
    report::{Change, Panel, WhatIf, WhatIfPanel, accounts},
};
use crate::plan::{Act, Batch, ClassId, Plan, Span, Stage, Step};

/// The most moves of which other orders are tried.
const MOVES_MOST: usize = 2_000;
/// The most classes that are tried in the last place.
const CLASSES_MOST: usize = 12;

/// Every change that changes something.
pub fn what_ifs(plan: &Plan, panels: &[Panel]) -> Vec<WhatIf> {
    let moves: usize = plan.stages.iter().map(|stage| stage.steps.len()).sum();
    if panels.is_empty() || moves > MOVES_MOST || plan.classes.len() > CLASSES_MOST {
        return Vec::new();
    }
    let mut changes = vec![
        Change::StagesTurnedRound,
        Change::ByTurns,
        Change::LastStageByTurns,
    ];
    changes.extend(
        plan.class_ids()
            .map(|class| Change::LastInEachStage { class: class.0 }),
    );
    let as_it_is: Vec<WhatIfPanel> = panels.iter().map(as_panel).collect();
    let made = changes.into_iter().filter_map(|change| {
        let panels = changed(plan, &change)?;
        (panels != as_it_is).then_some(WhatIf { change, panels })
    });
    made.collect()
}

fn as_panel(panel: &Panel) -> WhatIfPanel {
    WhatIfPanel {
        party: panel.party,
        exposure: panel.exposure.points,
        guarantee: panel.guarantee.points,
    }
}

fn changed(plan: &Plan, change: &Change) -> Option<Vec<WhatIfPanel>> {
    let mut other = plan.clone();
    match change {
        Change::StagesTurnedRound => other.stages.iter_mut().for_each(turn_round),
        Change::ByTurns => other.stages.iter_mut().for_each(by_turns),
        Change::LastStageByTurns => other.stages.last_mut().into_iter().for_each(by_turns),
        Change::LastInEachStage { class } => {
            other
                .stages
                .iter_mut()
                .for_each(|stage| last(stage, ClassId(*class)));
        }
    }
    let turns: usize = other
        .stages
        .iter()
        .flat_map(|s| &s.steps)
        .map(|s| s.act.turns() as usize)
        .sum();
    if turns > MOVES_MOST * 10 {
        return None;
    }
    let course = course::course(&other);
    let panels = accounts(&other, &course).into_iter().map(|account| {
        let rows = account.rows.iter();
        let worst = |of: &mut dyn Iterator<Item = Span>| of.fold(Span::ZERO, Span::max);
        WhatIfPanel {
            party: account.party.0,
            exposure: worst(&mut rows.clone().map(|row| (-row.now).above_nought())),
            guarantee: worst(&mut rows.map(|row| account.guarantee(row))),
        }
    });
    Some(panels.collect())
}

/// Handovers in the opposite order; everything else, and all times, stay where they are.
fn turn_round(stage: &mut Stage) {
    let acts: Vec<Act> = stage
        .steps
        .iter()
        .map(|s| &s.act)
        .filter(|a| is_handover(a))
        .cloned()
        .collect();
    let mut acts = acts.into_iter().rev();
    for step in stage.steps.iter_mut().filter(|step| is_handover(&step.act)) {
        if let Some(act) = acts.next() {
            step.act = match act {
                Act::InTurn(batches) => Act::InTurn(batches.into_iter().rev().collect()),
                other => other,
            };
        }
    }
}

/// All handovers of a stage become one step by turns, in the place of the first.
fn by_turns(stage: &mut Stage) {
    let mut batches: Vec<Batch> = Vec::new();
    for batch in stage
        .steps
        .iter()
        .filter(|s| is_handover(&s.act))
        .flat_map(|s| s.act.batches())
    {
        match batches.iter_mut().find(|known| known.from == batch.from) {
            Some(known) => known.lots.extend(batch.lots.iter().cloned()),
            None => batches.push(batch.clone()),
        }
    }
    let Some(first) = stage.steps.iter().position(|step| is_handover(&step.act)) else {
        return;
    };
    if batches.len() < 2 {
        return;
    }
    let mut at = 0;
    stage.steps.retain(|step| {
        at += 1;
        at - 1 == first || !is_handover(&step.act)
    });
    if let Some(step) = stage.steps.get_mut(first) {
        step.act = Act::InTurn(batches);
    }
}

/// The handovers of one class go after all others of the stage.
fn last(stage: &mut Stage, class: ClassId) {
    let is_of = |step: &Step| matches!(&step.act, Act::Give(batch) if batch.lots.iter().all(|lot| lot.class == class));
    let acts: Vec<Act> = stage
        .steps
        .iter()
        .filter(|s| is_handover(&s.act))
        .map(|s| s.act.clone())
        .collect();
    let of: Vec<bool> = stage
        .steps
        .iter()
        .filter(|s| is_handover(&s.act))
        .map(is_of)
        .collect();
    let pick = |wanted: bool| {
        acts.iter()
            .zip(&of)
            .filter(move |(_, of)| **of == wanted)
            .map(|(act, _)| act.clone())
    };
    let mut order = pick(false).chain(pick(true));
    for step in stage.steps.iter_mut().filter(|step| is_handover(&step.act)) {
        if let Some(act) = order.next() {
            step.act = act;
        }
    }
}

fn is_handover(act: &Act) -> bool {
    !act.batches().is_empty()
}
