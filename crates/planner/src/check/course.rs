//! The course of a plan: its steps taken apart into moves, in the order in which they happen. What is
//! handed over by turns becomes a move each turn; what counts as received only some hours later
//! becomes received in a move of its own, where the times say so, and at the end of the plan otherwise.

use std::collections::BTreeMap;

use jiff::{
    Span as Lapse,
    civil::{DateTime, Time},
};

use crate::plan::{Act, Batch, ClassId, Deposit, Lot, PartyId, Plan, Verified};

/// A place in a plan, and what is done there. Other orders of a plan are other acts in the same places.
#[derive(Clone, Copy, Debug)]
pub struct Slot<'p> {
    /// Its stage, from nought.
    pub stage: usize,
    /// Its step in the stage, from nought.
    pub step: usize,
    /// When it is, where the plan says so.
    pub at: Option<DateTime>,
    /// When it is at the latest.
    pub by: Option<DateTime>,
    /// What is done.
    pub act: &'p Act,
}

/// The places of a plan in their order.
pub fn slots(plan: &Plan) -> Vec<Slot<'_>> {
    let stages = plan.stages.iter().enumerate();
    let slots = stages.flat_map(|(stage, told)| {
        let steps = told.steps.iter().enumerate();
        steps.map(move |(step, does)| {
            let moment =
                |time: Option<Time>| told.on.zip(time).map(|(day, time)| day.to_datetime(time));
            let (at, by) = (moment(does.at), moment(does.by));
            Slot {
                stage,
                step,
                at,
                by,
                act: &does.act,
            }
        })
    });
    slots.collect()
}

/// A move: what happens at one moment.
#[derive(Clone, Debug)]
pub struct Move<'p> {
    /// Its stage, from nought. What is verified after the last stage belongs to the last.
    pub stage: usize,
    /// Its step in the stage, from nought; nothing for what follows from the passing of time.
    pub step: Option<usize>,
    /// When it happens, where the plan says so.
    pub at: Option<DateTime>,
    /// When it happens at the latest.
    pub by: Option<DateTime>,
    /// What happens.
    pub what: What<'p>,
}

/// What happens in a move.
#[derive(Clone, Debug)]
pub enum What<'p> {
    /// One party hands over.
    Handover(Part<'p>),
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

/// A batch, or its part in one of several turns: after `r` turns of `n`, `count * r / n` of each lot
/// have been handed over.
#[derive(Clone, Copy, Debug)]
pub struct Part<'p> {
    batch: &'p Batch,
    turn: u32,
    turns: u32,
}

impl<'p> Part<'p> {
    const fn whole(batch: &'p Batch) -> Self {
        Self {
            batch,
            turn: 0,
            turns: 1,
        }
    }

    /// Who hands over.
    pub const fn from(&self) -> PartyId {
        self.batch.from
    }

    /// How many of each class, those of which there are any.
    pub fn lots(self) -> impl Iterator<Item = (ClassId, u32)> + use<'p> {
        let counts = self
            .batch
            .lots
            .iter()
            .map(move |lot| (lot.class, self.stretch(lot).len()));
        counts.filter_map(|(class, count)| {
            Some((class, u32::try_from(count).ok().filter(|n| *n > 0)?))
        })
    }

    /// The same with the names of those who have one.
    pub fn named(self) -> impl Iterator<Item = (ClassId, u32, &'p [String])> {
        self.batch.lots.iter().filter_map(move |lot| {
            let stretch = self.stretch(lot);
            let count = u32::try_from(stretch.len()).ok().filter(|n| *n > 0)?;
            Some((lot.class, count, lot.named.get(stretch).unwrap_or_default()))
        })
    }

    /// Which of a lot, counted from nought.
    fn stretch(&self, lot: &Lot) -> std::ops::Range<usize> {
        if self.turns == 1 {
            return 0..lot.count as usize;
        }
        let upto =
            |turn: u32| u64::from(lot.count) * u64::from(turn) / u64::from(self.turns.max(1));
        // At most the count of the lot.
        let at = |turn: u32| usize::try_from(upto(turn)).unwrap_or(usize::MAX);
        at(self.turn)..at(self.turn + 1)
    }
}

/// Batches divided into so many turns, evenly.
pub fn parts(batches: &[Batch], turns: u32) -> impl Iterator<Item = Part<'_>> {
    let parts = (0..turns)
        .flat_map(move |turn| batches.iter().map(move |batch| Part { batch, turn, turns }));
    parts.filter(|part| part.lots().next().is_some())
}

impl What<'_> {
    /// Calls for each lot that is handed over to whom it is for.
    pub fn each_lot(&self, mut call: impl FnMut(ClassId, u32)) {
        match self {
            Self::Handover(part) => part.lots().for_each(|(class, count)| call(class, count)),
            Self::Together(batches) => {
                for lot in batches.iter().flat_map(|batch| &batch.lots) {
                    call(lot.class, lot.count);
                }
            }
            Self::Escrow(_) | Self::Deposit(_) | Self::GiveBack(_) | Self::Verified(_) => {}
        }
    }

    /// Whose move it is; nobody's where time passes or somebody verifies.
    pub fn movers(&self) -> impl Iterator<Item = PartyId> {
        let (one, several): (Option<PartyId>, &[Batch]) = match self {
            Self::Handover(part) => (Some(part.from()), &[]),
            Self::Escrow(batch) => (Some(batch.from), &[]),
            Self::Together(batches) => (None, batches),
            Self::Deposit(deposit) | Self::GiveBack(deposit) => (Some(deposit.by), &[]),
            Self::Verified(_) => (None, &[]),
        };
        one.into_iter()
            .chain(several.iter().map(|batch| batch.from))
    }
}

/// How many of each class a course gives.
pub fn in_all(plan: &Plan, course: &[Move]) -> Vec<u32> {
    let mut given = vec![0_u32; plan.classes.len()];
    for step in course {
        step.what.each_lot(|class, count| {
            if let Some(given) = given.get_mut(class.0) {
                *given += count;
            }
        });
    }
    given
}

/// The moves of a plan whose acts stand in these places.
pub fn course<'p>(plan: &'p Plan, slots: &[Slot<'p>]) -> Vec<Move<'p>> {
    let mut course = Course {
        plan,
        moves: Vec::with_capacity(slots.len()),
        waiting: BTreeMap::new(),
        at_the_end: Vec::new(),
        lags: plan
            .classes
            .iter()
            .any(|class| matches!(class.verified, Verified::AfterHours(_))),
    };
    for slot in slots {
        course.step(*slot);
    }
    course.end();
    course.moves
}

struct Course<'p> {
    plan: &'p Plan,
    moves: Vec<Move<'p>>,
    /// What waits, by when it is due; what is due at no known time waits for the end.
    waiting: BTreeMap<DateTime, Vec<Waiting>>,
    at_the_end: Vec<(ClassId, u32)>,
    /// Whether anything waits at all.
    lags: bool,
}

/// What was handed over in a stage and does not count as received yet.
struct Waiting {
    class: ClassId,
    count: u32,
    stage: usize,
}

impl<'p> Course<'p> {
    fn step(
        &mut self,
        Slot {
            stage,
            step,
            at,
            by,
            act,
        }: Slot<'p>,
    ) {
        if let Some(now) = at {
            self.receive_until(now);
        }
        let mut push = |what| {
            self.moves.push(Move {
                stage,
                step: Some(step),
                at,
                by,
                what,
            });
        };
        match act {
            Act::Give(batch) => push(What::Handover(Part::whole(batch))),
            Act::Together(batches) => push(What::Together(batches)),
            Act::InTurn(batches) => {
                parts(batches, act.turns()).for_each(|part| push(What::Handover(part)));
            }
            Act::Escrow(batch) => push(What::Escrow(batch)),
            Act::Deposit(deposit) => push(What::Deposit(deposit)),
            Act::GiveBack(deposit) => push(What::GiveBack(deposit)),
            Act::Verify(batch) => {
                let lots = batch.lots.iter().map(|lot| (lot.class, lot.count));
                push(What::Verified(lots.collect()));
            }
        }
        if self.lags {
            for lot in act.batches().iter().flat_map(|batch| &batch.lots) {
                self.wait(stage, at, lot);
            }
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
            match due {
                Some(due) => self.waiting.entry(due).or_default().push(Waiting {
                    class: lot.class,
                    count: lot.count,
                    stage,
                }),
                None => self.at_the_end.push((lot.class, lot.count)),
            }
        }
    }

    fn receive_until(&mut self, now: DateTime) {
        while let Some(first) = self
            .waiting
            .first_entry()
            .filter(|first| *first.key() <= now)
        {
            let (due, mut waiting) = first.remove_entry();
            waiting.sort_by_key(|w| (w.stage, w.class));
            for of_stage in waiting.chunk_by(|a, b| a.stage == b.stage) {
                let stage = of_stage.first().map_or(0, |w| w.stage);
                let lots = of_stage.iter().map(|w| (w.class, w.count)).collect();
                let what = What::Verified(lots);
                self.moves.push(Move {
                    stage,
                    step: None,
                    at: Some(due),
                    by: None,
                    what,
                });
            }
        }
    }

    /// What still waits when the plan is at its end is received then.
    fn end(&mut self) {
        self.receive_until(DateTime::MAX);
        if !self.at_the_end.is_empty() {
            let stage = self.plan.stages.len().saturating_sub(1);
            let what = What::Verified(std::mem::take(&mut self.at_the_end));
            self.moves.push(Move {
                stage,
                step: None,
                at: None,
                by: None,
                what,
            });
        }
    }
}
