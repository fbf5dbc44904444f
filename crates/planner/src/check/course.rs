//! The course of a plan: its steps taken apart into moves, in the order in which they happen. What is
//! handed over by turns becomes a move each turn; what counts as received only some hours later
//! becomes received in a move of its own, where the times say so, and at the end of the plan otherwise.

use std::borrow::Cow;

use jiff::{Span as Lapse, civil::DateTime};

use crate::plan::{Act, Batch, ClassId, Deposit, Lot, PartyId, Plan, Verified};

/// A move: what happens at one moment.
#[derive(Clone, Debug)]
pub struct Move<'p> {
    /// Its stage, from nought. What is verified after the last stage belongs to the last.
    pub stage: usize,
    /// Its step in the stage, from nought; nothing for what follows from the passing of time.
    pub step: Option<usize>,
    /// When it happens, where the plan says so.
    pub at: Option<DateTime>,
    /// What happens.
    pub what: What<'p>,
}

/// What happens in a move.
#[derive(Clone, Debug)]
pub enum What<'p> {
    /// One party hands over.
    Handover(Cow<'p, Batch>),
    /// Several hand over at one moment.
    Together(&'p [Batch]),
    /// One party hands over to a third.
    Escrow(&'p Batch),
    /// A party makes a deposit.
    Deposit(&'p Deposit),
    /// A party has some of its deposit back.
    GiveBack(&'p Deposit),
    /// So many of these count as received.
    Verified(Vec<(ClassId, u32)>),
}

impl What<'_> {
    /// What is handed over to whom it is for.
    pub fn batches(&self) -> &[Batch] {
        match self {
            Self::Handover(batch) => std::slice::from_ref(batch),
            Self::Together(batches) => batches,
            Self::Escrow(_) | Self::Deposit(_) | Self::GiveBack(_) | Self::Verified(_) => &[],
        }
    }

    /// Whose move it is; nobody's where time passes or somebody verifies.
    pub fn movers(&self) -> Vec<PartyId> {
        match self {
            Self::Handover(batch) => vec![batch.from],
            Self::Escrow(batch) => vec![batch.from],
            Self::Together(batches) => batches.iter().map(|batch| batch.from).collect(),
            Self::Deposit(deposit) | Self::GiveBack(deposit) => vec![deposit.by],
            Self::Verified(_) => Vec::new(),
        }
    }
}

/// The moves of a plan.
pub fn course(plan: &Plan) -> Vec<Move<'_>> {
    let mut course = Course {
        plan,
        moves: Vec::new(),
        waiting: Vec::new(),
    };
    for (at, stage) in plan.stages.iter().enumerate() {
        for (number, step) in stage.steps.iter().enumerate() {
            let when = stage
                .on
                .zip(step.at)
                .map(|(day, time)| day.to_datetime(time));
            course.step(at, number, when, &step.act);
        }
    }
    course.end();
    course.moves
}

struct Course<'p> {
    plan: &'p Plan,
    moves: Vec<Move<'p>>,
    waiting: Vec<Waiting>,
}

/// What was handed over in a stage and does not count as received yet, and from when it does.
struct Waiting {
    due: Option<DateTime>,
    class: ClassId,
    count: u32,
    stage: usize,
}

impl<'p> Course<'p> {
    fn step(&mut self, stage: usize, step: usize, at: Option<DateTime>, act: &'p Act) {
        if let Some(now) = at {
            self.receive_until(now);
        }
        let mut push = |what| {
            self.moves.push(Move {
                stage,
                step: Some(step),
                at,
                what,
            });
        };
        match act {
            Act::Give(batch) => push(What::Handover(Cow::Borrowed(batch))),
            Act::Together(batches) => push(What::Together(batches)),
            Act::InTurn(batches) => {
                for batch in turns(batches, act.turns()) {
                    push(What::Handover(Cow::Owned(batch)));
                }
            }
            Act::Escrow(batch) => push(What::Escrow(batch)),
            Act::Deposit(deposit) => push(What::Deposit(deposit)),
            Act::GiveBack(deposit) => push(What::GiveBack(deposit)),
            Act::Verify(batch) => {
                let lots = batch
                    .lots
                    .iter()
                    .map(|lot| (lot.class, lot.count))
                    .collect();
                push(What::Verified(lots));
            }
        }
        for lot in act.batches().iter().flat_map(|batch| &batch.lots) {
            self.wait(stage, at, lot);
        }
    }

    /// What is not received at once waits for its hours to pass.
    fn wait(&mut self, stage: usize, at: Option<DateTime>, lot: &Lot) {
        let verified = self.plan.class(lot.class).map(|class| class.verified);
        if let Some(Verified::AfterHours(hours)) = verified {
            let lapse = Lapse::new().try_hours(i64::from(hours)).ok();
            let due = at
                .zip(lapse)
                .and_then(|(at, lapse)| at.checked_add(lapse).ok());
            self.waiting.push(Waiting {
                due,
                class: lot.class,
                count: lot.count,
                stage,
            });
        }
    }

    fn receive_until(&mut self, now: DateTime) {
        if self.waiting.is_empty() {
            return;
        }
        let waiting = std::mem::take(&mut self.waiting);
        let is_due = |w: &Waiting| w.due.is_some_and(|due| due <= now);
        let (mut due, rest): (Vec<_>, Vec<_>) = waiting.into_iter().partition(is_due);
        self.waiting = rest;
        due.sort_by_key(|w| (w.due, w.stage, w.class));
        for Waiting {
            due,
            class,
            count,
            stage,
        } in due
        {
            let same = self
                .moves
                .last_mut()
                .filter(|last| last.step.is_none() && last.at == due && last.stage == stage);
            if let Some(What::Verified(lots)) = same.map(|last| &mut last.what) {
                lots.push((class, count));
            } else {
                let what = What::Verified(vec![(class, count)]);
                self.moves.push(Move {
                    stage,
                    step: None,
                    at: due,
                    what,
                });
            }
        }
    }

    /// What still waits when the plan is at its end is received then.
    fn end(&mut self) {
        self.receive_until(DateTime::MAX);
        let Some(stage) = self.waiting.iter().map(|w| w.stage).max() else {
            return;
        };
        let lots = self.waiting.drain(..).map(|w| (w.class, w.count)).collect();
        self.moves.push(Move {
            stage,
            step: None,
            at: None,
            what: What::Verified(lots),
        });
    }
}

/// Batches divided into so many turns, evenly: after `r` turns of `n`, `count * r / n` of each lot
/// have been handed over.
fn turns(batches: &[Batch], turns: u32) -> impl Iterator<Item = Batch> {
    let of = move |lot: &Lot, turn: u32| {
        let upto = |turn: u32| u64::from(lot.count) * u64::from(turn) / u64::from(turns.max(1));
        let (from, to) = (upto(turn), upto(turn + 1));
        let named = lot
            .named
            .iter()
            .skip(usize::try_from(from).unwrap_or(usize::MAX));
        let count = u32::try_from(to - from).unwrap_or(0);
        Lot {
            class: lot.class,
            count,
            named: named.take(count as usize).cloned().collect(),
        }
    };
    (0..turns).flat_map(move |turn| {
        let each = batches.iter().map(move |batch| Batch {
            from: batch.from,
            lots: batch
                .lots
                .iter()
                .map(|lot| of(lot, turn))
                .filter(|lot| lot.count > 0)
                .collect(),
        });
        each.filter(|batch| !batch.lots.is_empty())
    })
}
