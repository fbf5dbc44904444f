//! What other orders of the same handovers would change: the same accounts of a plan whose acts stand
//! in other places. Conditions and rules are not consulted; whether an order is open to the parties is
//! for people to say.

use super::{
    account::Account,
    course::{self, Slot},
    report::{Change, Panel, WhatIf, WhatIfPanel},
};
use crate::plan::{Act, Batch, ClassId, Plan, Span};

/// The most moves into which an order may fall apart.
const MOVES_MOST: usize = 100_000;
/// The most classes that are tried in the last place.
const CLASSES_MOST: usize = 12;

/// Every change that changes something.
pub fn what_ifs(
    plan: &Plan,
    slots: &[Slot],
    accounts: &[Account],
    panels: &[Panel],
) -> Vec<WhatIf> {
    let mut changes = vec![
        Change::StagesTurnedRound,
        Change::ByTurns,
        Change::LastStageByTurns,
    ];
    if plan.classes.len() <= CLASSES_MOST {
        changes.extend(
            plan.class_ids()
                .map(|class| Change::LastInEachStage { class: class.0 }),
        );
    }
    let as_it_is: Vec<WhatIfPanel> = panels.iter().map(as_panel).collect();
    let made = changes.into_iter().filter_map(|change| {
        let panels = changed(plan, slots, accounts, &change)?;
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

fn changed(
    plan: &Plan,
    slots: &[Slot],
    accounts: &[Account],
    change: &Change,
) -> Option<Vec<WhatIfPanel>> {
    let last = slots.last().map(|slot| slot.stage)?;
    let stages = || slots.chunk_by(|a, b| a.stage == b.stage);
    // Acts that the plan does not have: what goes by turns is put together anew, stage by stage.
    let made: Vec<Option<Act>> = stages()
        .map(|stage| match change {
            Change::ByTurns => by_turns(stage),
            Change::LastStageByTurns => by_turns(stage).filter(|_| is_stage(stage, last)),
            Change::StagesTurnedRound | Change::LastInEachStage { .. } => None,
        })
        .collect();
    let mut order: Vec<Slot> = Vec::with_capacity(slots.len());
    for (stage, made) in stages().zip(&made) {
        match (change, made) {
            (Change::StagesTurnedRound, _) => turned_round(stage, &mut order),
            (Change::LastInEachStage { class }, _) => with_last(stage, ClassId(*class), &mut order),
            (Change::ByTurns | Change::LastStageByTurns, Some(act)) => {
                in_one(stage, act, &mut order);
            }
            (Change::ByTurns | Change::LastStageByTurns, None) => order.extend_from_slice(stage),
        }
    }
    let moves: usize = order.iter().map(|slot| slot.act.turns() as usize).sum();
    if moves > MOVES_MOST {
        return None;
    }
    let course = course::course(plan, &order);
    let panels = accounts.iter().map(|account| {
        let (mut exposure, mut guarantee) = (Span::ZERO, Span::ZERO);
        account.go_through(&course, |row| {
            exposure = exposure.max((-row.now).above_nought());
            guarantee = guarantee.max(account.guarantee(&row));
        });
        WhatIfPanel {
            party: account.party.0,
            exposure,
            guarantee,
        }
    });
    Some(panels.collect())
}

fn is_stage(slots: &[Slot], stage: usize) -> bool {
    slots.first().is_some_and(|slot| slot.stage == stage)
}

fn is_handover(slot: &Slot) -> bool {
    !slot.act.batches().is_empty()
}

/// Handovers in the opposite order; everything else, and all times, stay where they are.
fn turned_round<'p>(stage: &[Slot<'p>], order: &mut Vec<Slot<'p>>) {
    let acts = stage
        .iter()
        .rev()
        .filter(|slot| is_handover(slot))
        .map(|slot| slot.act);
    refilled(stage, acts, order);
}

/// The handovers of one class go after all others of the stage.
fn with_last<'p>(stage: &[Slot<'p>], class: ClassId, order: &mut Vec<Slot<'p>>) {
    let is_of = |act: &Act| matches!(act, Act::Give(batch) if batch.lots.iter().all(|lot| lot.class == class));
    let acts = || {
        stage
            .iter()
            .filter(|slot| is_handover(slot))
            .map(|slot| slot.act)
    };
    let sorted = acts()
        .filter(|act| !is_of(act))
        .chain(acts().filter(|act| is_of(act)));
    refilled(stage, sorted, order);
}

/// The places of the handovers of a stage, filled with other acts.
fn refilled<'p>(
    stage: &[Slot<'p>],
    mut acts: impl Iterator<Item = &'p Act>,
    order: &mut Vec<Slot<'p>>,
) {
    order.extend(stage.iter().map(|slot| {
        let act = if is_handover(slot) { acts.next() } else { None };
        Slot {
            act: act.unwrap_or(slot.act),
            ..*slot
        }
    }));
}

/// All handovers of a stage as one act by turns, where there are two parties who hand over.
fn by_turns(stage: &[Slot]) -> Option<Act> {
    let mut batches: Vec<Batch> = Vec::new();
    for batch in stage.iter().flat_map(|slot| slot.act.batches()) {
        match batches.iter_mut().find(|known| known.from == batch.from) {
            Some(known) => known.lots.extend(batch.lots.iter().cloned()),
            None => batches.push(batch.clone()),
        }
    }
    (batches.len() > 1).then_some(Act::InTurn(batches))
}

/// One act in the place of the first handover of a stage, and none in those of the others.
fn in_one<'p>(stage: &[Slot<'p>], act: &'p Act, order: &mut Vec<Slot<'p>>) {
    let mut done = false;
    for slot in stage {
        if !is_handover(slot) {
            order.push(*slot);
        } else if !done {
            order.push(Slot { act, ..*slot });
            done = true;
        }
    }
}
