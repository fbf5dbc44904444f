//! The orders that are tried: what each puts where in a stage. An act that hands over moves with what
//! verifies it in the same stage; escrow, deposits and all times stay where they are.

use std::ops::Range;

use super::{
    report::Change,
    slots::{Slot, of_stage},
};
use crate::plan::{Act, Batch, Lot, PartyId, Plan};

/// The most classes that are tried in the last place.
pub const CLASSES_MOST: usize = 12;

/// The orders that are tried of a plan.
pub fn changes(plan: &Plan) -> Vec<Change> {
    let mut changes = vec![
        Change::StagesTurnedRound,
        Change::ByTurns,
        Change::LastStageByTurns,
    ];
    if plan.classes.len() <= CLASSES_MOST {
        let last = plan.class_ids();
        changes.extend(last.map(|class| Change::LastInEachStage { class: class.0 }));
    }
    changes
}

/// The acts of a stage that hand over, in the order of a change: places in the stage. Nothing where
/// they are made into one act by turns.
pub fn in_order<'s>(stage: &'s [Slot], change: &'s Change, mut call: impl FnMut(usize, &'s Act)) {
    let acts = || (0..).zip(stage).filter(|(_, slot)| is_handover(slot));
    match change {
        Change::StagesTurnedRound => {
            let turned = stage.iter().enumerate().rev();
            let turned = turned.filter(|(_, slot)| is_handover(slot));
            turned.for_each(|(at, slot)| call(at, slot.act));
        }
        Change::ByTurns | Change::LastStageByTurns => {
            acts().for_each(|(at, slot)| call(at, slot.act));
        }
        Change::LastInEachStage { class } => {
            let others = acts().filter(|(_, slot)| !is_all_of(slot.act, *class));
            others.for_each(|(at, slot)| call(at, slot.act));
            let last = acts().filter(|(_, slot)| is_all_of(slot.act, *class));
            last.for_each(|(at, slot)| call(at, slot.act));
        }
    }
}

fn is_handover(slot: &Slot) -> bool {
    !slot.act.batches().is_empty()
}

fn is_all_of(act: &Act, class: usize) -> bool {
    matches!(act, Act::Give(batch) if batch.lots.iter().all(|lot| lot.class.0 == class))
}

/// Whether a change has the handovers of a stage made by turns.
pub fn is_by_turns(change: &Change, stage: u32, last: u32) -> bool {
    match change {
        Change::ByTurns => true,
        Change::LastStageByTurns => stage == last,
        Change::StagesTurnedRound | Change::LastInEachStage { .. } => false,
    }
}

/// All handovers of a stage as batches that go by turns, where several parties hand over: what each
/// hands over stays in its order, and who hands over first goes first.
pub fn by_turns(stage: &[Slot]) -> Option<Vec<Batch>> {
    let mut batches: Vec<(PartyId, Vec<Lot>)> = Vec::new();
    for batch in stage.iter().flat_map(|slot| slot.act.batches()) {
        // At most sixteen parties: looking through them is quicker than a map.
        match batches.iter_mut().find(|own| own.0 == batch.from) {
            Some(own) => own.1.extend_from_slice(&batch.lots),
            None => batches.push((batch.from, batch.lots.to_vec())),
        }
    }
    let made = batches.into_iter().map(|(from, lots)| Batch {
        from,
        lots: lots.into_iter().collect(),
    });
    let made: Vec<Batch> = made.collect();
    (made.len() > 1).then_some(made)
}

/// Calls with the places of some stages, filled as a change has it.
pub fn in_another_order<R>(
    plan: &Plan,
    stages: Range<usize>,
    change: &Change,
    last: u32,
    call: impl FnOnce(Vec<Slot>) -> R,
) -> R {
    let numbered = (0_u32..).zip(&plan.stages);
    let those = numbered.skip(stages.start).take(stages.len());
    let those: Vec<Vec<Slot>> = those
        .map(|(stage, told)| of_stage(stage, told).collect())
        .collect();
    let made = those.iter().map(|stage| {
        let number = stage.first().map_or(last, |slot| slot.stage);
        let made = is_by_turns(change, number, last).then(|| by_turns(stage));
        made.flatten().map(Act::InTurn)
    });
    let made: Vec<Option<Act>> = made.collect();
    let mut order = Vec::with_capacity(those.iter().map(Vec::len).sum());
    for (stage, made) in those.iter().zip(&made) {
        refilled(stage, change, made.as_ref(), &mut order);
    }
    call(order)
}

/// The stage with other acts in the places of those that hand over and of what verifies them. Where
/// there are fewer acts than places the last places stay empty.
fn refilled<'p>(
    stage: &[Slot<'p>],
    change: &Change,
    made: Option<&'p Act>,
    order: &mut Vec<Slot<'p>>,
) {
    let follows = follows(stage);
    let mut acts: Vec<&'p Act> = Vec::with_capacity(stage.len());
    if let Some(made) = made {
        acts.push(made);
        let verified = follows.iter().zip(stage).filter(|(of, _)| of.is_some());
        acts.extend(verified.map(|(_, slot)| slot.act));
    } else {
        in_order(stage, change, |at, _| {
            let own = stage.get(at).into_iter();
            let after = follows.iter().zip(stage).filter(|(of, _)| **of == Some(at));
            acts.extend(own.chain(after.map(|(_, slot)| slot)).map(|slot| slot.act));
        });
    }
    let mut acts = acts.into_iter();
    for (slot, of) in stage.iter().zip(&follows) {
        if !is_handover(slot) && of.is_none() {
            order.push(*slot);
        } else if let Some(act) = acts.next() {
            order.push(Slot { act, ..*slot });
        }
    }
}

/// For each step that verifies what was handed over before it in the same stage, the place of the last
/// act that did.
fn follows(stage: &[Slot]) -> Vec<Option<usize>> {
    let follows = stage.iter().enumerate().map(|(at, slot)| {
        let Act::Verify(verified) = slot.act else {
            return None;
        };
        let before = stage.iter().take(at);
        before.into_iter().enumerate().rev().find_map(|(at, slot)| {
            let mut lots = slot.act.batches().iter().flat_map(|batch| &batch.lots);
            lots.any(|lot| verified.lots.iter().any(|v| v.class == lot.class))
                .then_some(at)
        })
    });
    follows.collect()
}
