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
    if panels.is_empty() {
        return Vec::new();
    }
    let as_it_is: Vec<WhatIfPanel> = panels.iter().map(as_panel).collect();
    let effects = Effects::of(slots, accounts);
    let made = changes.into_iter().filter_map(|change| {
        let panels = match effects
            .as_ref()
            .and_then(|effects| effects.reordered(&change))
        {
            Some(panels) => panels,
            None => changed(plan, slots, accounts, &change)?,
        };
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
    let by_turns = |stage: &[Slot]| match change {
        Change::ByTurns => by_turns(stage),
        Change::LastStageByTurns if is_stage(stage, last) => by_turns(stage),
        Change::LastStageByTurns | Change::StagesTurnedRound | Change::LastInEachStage { .. } => {
            None
        }
    };
    let of_each: Option<Vec<Sums>> = accounts.iter().map(Sums::of).collect();
    if let Some(mut sums) = of_each {
        // Everything counts at once and for the same whenever it comes: only who follows whom matters.
        let mut moves = 0;
        for stage in stages() {
            let made = by_turns(stage);
            let mut acts = Vec::with_capacity(stage.len());
            in_order(stage, change, made.as_ref(), &mut acts);
            for act in acts {
                moves += act.turns() as usize;
                for sums in &mut sums {
                    sums.take(act);
                }
            }
            if moves > MOVES_MOST {
                return None;
            }
        }
        return Some(sums.iter().map(Sums::panel).collect());
    }
    let made: Vec<Option<Act>> = stages().map(by_turns).collect();
    let (mut order, mut acts) = (Vec::with_capacity(slots.len()), Vec::new());
    for (stage, made) in stages().zip(&made) {
        in_order(stage, change, made.as_ref(), &mut acts);
        refilled(stage, &acts, &mut order);
    }
    let moves: usize = order
        .iter()
        .map(|slot: &Slot| slot.act.turns() as usize)
        .sum();
    if moves > MOVES_MOST {
        return None;
    }
    let course = course::course(plan, &order);
    let panels = accounts.iter().map(|account| {
        let (exposure, guarantee) = account.worst(&course);
        WhatIfPanel {
            party: account.party.0,
            exposure,
            guarantee,
        }
    });
    Some(panels.collect())
}

/// What each handover of a plan does to each party, side by side, where that is the same wherever it
/// stands: then an order of whole handovers is a few additions for each.
struct Effects<'a> {
    accounts: &'a [Account<'a>],
    /// Stage and, where it is of one class alone, class of each handover.
    handovers: Vec<(usize, Option<ClassId>)>,
    /// For each handover what it does to each party.
    of_each: Vec<Span>,
}

impl<'a> Effects<'a> {
    fn of(slots: &[Slot], accounts: &'a [Account<'a>]) -> Option<Self> {
        let each: Vec<Vec<Span>> = accounts
            .iter()
            .map(Account::of_each)
            .collect::<Option<_>>()?;
        let mut effects = Self {
            accounts,
            handovers: Vec::new(),
            of_each: Vec::new(),
        };
        for slot in slots {
            let lots = match slot.act {
                Act::Give(batch) => std::slice::from_ref(batch),
                Act::Together(batches) => batches,
                Act::Escrow(_) | Act::Deposit(_) | Act::GiveBack(_) | Act::Verify(_) => continue,
                Act::InTurn(_) => return None,
            };
            let lots = || lots.iter().flat_map(|batch| &batch.lots);
            let first = lots().next()?.class;
            let is_one = matches!(slot.act, Act::Give(_)) && lots().all(|lot| lot.class == first);
            effects
                .handovers
                .push((slot.stage, is_one.then_some(first)));
            effects.of_each.extend(each.iter().map(|each| {
                let effect = lots().map(|lot| {
                    let each = each.get(lot.class.0).copied().unwrap_or_default();
                    each.times(i64::from(lot.count))
                });
                effect.fold(Span::ZERO, |sum, effect| sum + effect)
            }));
        }
        Some(effects)
    }

    /// What a change of the order of whole handovers does; nothing where it divides them.
    fn reordered(&self, change: &Change) -> Option<Vec<WhatIfPanel>> {
        let parties = self.accounts.len();
        let mut sums = vec![(Span::ZERO, Span::ZERO, Span::ZERO); parties];
        let mut take = |effects: &[Span]| {
            for ((now, least, most), effect) in sums.iter_mut().zip(effects) {
                *now = *now + *effect;
                *least = least.min(*now);
                *most = most.max(*now);
            }
        };
        let mut effects = self.of_each.as_slice();
        for stage in self.handovers.chunk_by(|a, b| a.0 == b.0) {
            let (of_stage, rest) = effects.split_at_checked(stage.len() * parties)?;
            effects = rest;
            let each = || stage.iter().zip(of_stage.chunks_exact(parties));
            match change {
                Change::StagesTurnedRound => each().rev().for_each(|(_, effect)| take(effect)),
                Change::LastInEachStage { class } => {
                    let is_of = |of: &Option<ClassId>| *of == Some(ClassId(*class));
                    each()
                        .filter(|((_, of), _)| !is_of(of))
                        .for_each(|(_, effect)| take(effect));
                    each()
                        .filter(|((_, of), _)| is_of(of))
                        .for_each(|(_, effect)| take(effect));
                }
                Change::ByTurns | Change::LastStageByTurns => return None,
            }
        }
        let panels = self
            .accounts
            .iter()
            .zip(&sums)
            .map(|(account, (_, least, most))| {
                let (exposure, guarantee) = account.worst_of_sums(*least, *most);
                WhatIfPanel {
                    party: account.party.0,
                    exposure,
                    guarantee,
                }
            });
        Some(panels.collect())
    }
}

/// One party's sums through an order of acts.
struct Sums<'a> {
    account: &'a Account<'a>,
    each: Vec<Span>,
    now: Span,
    least: Span,
    most: Span,
}

impl<'a> Sums<'a> {
    fn of(account: &'a Account<'a>) -> Option<Self> {
        let each = account.of_each()?;
        Some(Self {
            account,
            each,
            now: Span::ZERO,
            least: Span::ZERO,
            most: Span::ZERO,
        })
    }

    fn take(&mut self, act: &Act) {
        match act {
            Act::Give(batch) => {
                self.add(batch.lots.iter().map(|lot| (lot.class, lot.count)));
            }
            Act::Together(batches) => {
                self.add(
                    batches
                        .iter()
                        .flat_map(|batch| &batch.lots)
                        .map(|lot| (lot.class, lot.count)),
                );
            }
            Act::InTurn(batches) => {
                course::parts(batches, act.turns()).for_each(|part| self.add(part.lots()));
            }
            Act::Escrow(_) | Act::Deposit(_) | Act::GiveBack(_) | Act::Verify(_) => {}
        }
    }

    fn add(&mut self, lots: impl Iterator<Item = (ClassId, u32)>) {
        for (class, count) in lots {
            let each = self.each.get(class.0).copied().unwrap_or_default();
            self.now = self.now + each.times(i64::from(count));
        }
        self.least = self.least.min(self.now);
        self.most = self.most.max(self.now);
    }

    fn panel(&self) -> WhatIfPanel {
        let (exposure, guarantee) = self.account.worst_of_sums(self.least, self.most);
        WhatIfPanel {
            party: self.account.party.0,
            exposure,
            guarantee,
        }
    }
}

fn is_stage(slots: &[Slot], stage: usize) -> bool {
    slots.first().is_some_and(|slot| slot.stage == stage)
}

fn is_handover(slot: &Slot) -> bool {
    !slot.act.batches().is_empty()
}

/// The handovers of a stage in the order of a change.
fn in_order<'p>(
    stage: &[Slot<'p>],
    change: &Change,
    made: Option<&'p Act>,
    acts: &mut Vec<&'p Act>,
) {
    acts.clear();
    if let Some(made) = made {
        acts.push(made);
        return;
    }
    let handovers = || {
        stage
            .iter()
            .filter(|slot| is_handover(slot))
            .map(|slot| slot.act)
    };
    match change {
        Change::StagesTurnedRound => acts.extend(handovers().rev()),
        Change::ByTurns | Change::LastStageByTurns => acts.extend(handovers()),
        Change::LastInEachStage { class } => {
            let is_of = |act: &&Act| matches!(act, Act::Give(batch) if batch.lots.iter().all(|lot| lot.class.0 == *class));
            acts.extend(handovers().filter(|act| !is_of(act)));
            acts.extend(handovers().filter(is_of));
        }
    }
}

/// The places of the handovers of a stage, filled with acts in another order; everything else, and all
/// times, stay where they are. Where there are fewer acts than places the last places stay empty.
fn refilled<'p>(stage: &[Slot<'p>], acts: &[&'p Act], order: &mut Vec<Slot<'p>>) {
    let mut acts = acts.iter();
    for slot in stage {
        if !is_handover(slot) {
            order.push(*slot);
        } else if let Some(act) = acts.next() {
            order.push(Slot { act, ..*slot });
        }
    }
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
