//! The course of a plan: its steps taken apart into moves, in the order in which they happen, and what
//! they hand over, put in escrow and verify, side by side in one column. What is handed over by turns
//! becomes a move each turn; what counts as received only some hours later becomes received in a move of
//! its own: where the times say so, counted from the end of the day where a step has a day and no time, and
//! at the end of the plan where it has no day. A step with a day and no time comes after what counts as
//! received by the beginning of that day.

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

use jiff::{SignedDuration, civil::DateTime};

use super::{
    deposits::Deposited,
    fold::{Counts, Fold},
    slots::Slot,
    turns::turns,
};
use crate::plan::{Act, Batch, ClassId, Lot, PartyId, Plan, Verified};

/// A move: what happens at one moment.
#[derive(Clone, Copy, Debug)]
pub struct Move {
    /// Its stage, from nought. What is verified after the last stage belongs to the last.
    pub stage: u32,
    /// Its step in the stage, from nought; nothing for what follows from the passing of time.
    pub step: Option<u32>,
    /// What happens.
    pub what: What,
}

/// When a move happens, where the plan says so, and when at the latest.
#[derive(Clone, Copy, Debug, Default)]
pub struct Times {
    /// When it happens.
    pub at: Option<DateTime>,
    /// When at the latest.
    pub by: Option<DateTime>,
}

/// What happens in a move: its place in the column of parts, or of deposits.
#[derive(Clone, Copy, Debug)]
pub enum What {
    /// One party hands over.
    Handover(Stretch),
    /// Several hand over at one moment.
    Together(Stretch),
    /// One party hands over to a third.
    Escrow(Stretch),
    /// A party makes a deposit.
    Deposit(u32),
    /// A party has some of its deposit back.
    GiveBack(u32),
    /// So many of these count as received.
    Verified(Stretch),
}

/// From one place to before another.
#[derive(Clone, Copy, Debug)]
pub struct Stretch {
    from: u32,
    to: u32,
}

impl Stretch {
    /// The places in a column.
    pub fn places(self) -> Range<usize> {
        self.from as usize..self.to as usize
    }

    /// What stands there.
    pub fn of<T>(self, column: &[T]) -> &[T] {
        column.get(self.places()).unwrap_or_default()
    }
}

/// Some of a class in a move.
#[derive(Clone, Copy, Debug)]
pub struct Part {
    /// The number of the class.
    class: u32,
    /// How many.
    pub count: u32,
    /// The place of their names; the first holds none.
    pub names: u32,
    /// How many there are of the class then.
    pub after: Counts,
}

/// The moves, in columns.
#[derive(Debug)]
pub struct Course<'p> {
    /// The moves, in their order.
    pub moves: Vec<Move>,
    /// When each happens; nothing at all where the plan has no times.
    pub times: Vec<Times>,
    /// What they hand over, put in escrow and verify.
    pub parts: Vec<Part>,
    /// Names of those that have some.
    pub names: Vec<&'p [String]>,
    /// What they deposit and give back.
    pub deposits: Vec<Deposited<'p>>,
    /// Steps that verify what is not there, and of which class: stage, step and class.
    pub too_soon: Vec<(u32, u32, ClassId)>,
    /// The classes that some step verifies.
    pub verified: BTreeSet<ClassId>,
    /// How many there are of each class at the end.
    pub end: Vec<Counts>,
    /// Whether any step waits for another.
    pub waits: bool,
    /// Whether nothing is done but handing over to whom it is for.
    pub hands_over_only: bool,
}

impl What {
    /// Where its parts stand, of whatever it does with them.
    pub const fn stretch(self) -> Option<Stretch> {
        match self {
            Self::Handover(parts)
            | Self::Together(parts)
            | Self::Escrow(parts)
            | Self::Verified(parts) => Some(parts),
            Self::Deposit(_) | Self::GiveBack(_) => None,
        }
    }
}

impl Part {
    /// The class.
    pub const fn class(&self) -> ClassId {
        ClassId(self.class as usize)
    }
}

impl Course<'_> {
    /// When a move happens.
    pub fn times(&self, at: usize) -> Times {
        self.times.get(at).copied().unwrap_or_default()
    }

    /// What is handed over in a move to whom it is for.
    pub fn handed_over(&self, step: &Move) -> &[Part] {
        match step.what {
            What::Handover(parts) | What::Together(parts) => parts.of(&self.parts),
            What::Escrow(_) | What::Deposit(_) | What::GiveBack(_) | What::Verified(_) => &[],
        }
    }

    /// The names of those of a part that have some.
    pub fn names_of(&self, part: &Part) -> &[String] {
        self.names
            .get(part.names as usize)
            .copied()
            .unwrap_or_default()
    }

    /// The party whose move it is, with the giver of each class; nobody's where time passes or somebody
    /// verifies.
    pub fn movers(&self, step: &Move, givers: &[PartyId]) -> impl Iterator<Item = PartyId> {
        let (parts, one) = match step.what {
            What::Handover(parts) | What::Escrow(parts) => {
                (parts.of(&self.parts).get(..1).unwrap_or_default(), None)
            }
            What::Together(parts) => (parts.of(&self.parts), None),
            What::Deposit(at) | What::GiveBack(at) => {
                let deposited = self.deposits.get(at as usize);
                (&[][..], deposited.map(|deposited| deposited.deposit.by))
            }
            What::Verified(_) => (&[][..], None),
        };
        one.into_iter().chain(givers_of(parts, givers))
    }
}

/// Who gives some parts, each once for as many of its own as stand together.
pub fn givers_of(parts: &[Part], givers: &[PartyId]) -> impl Iterator<Item = PartyId> {
    let of = |part: &Part| givers.get(part.class().0).copied();
    parts
        .chunk_by(move |a, b| of(a) == of(b))
        .filter_map(move |parts| of(parts.first()?))
}

/// The moves of a plan whose acts stand in these places.
pub fn course<'p>(plan: &'p Plan, slots: impl Iterator<Item = Slot<'p>>) -> Course<'p> {
    let steps = plan.stages.iter().map(|stage| stage.steps.len()).sum();
    course_from(plan, slots, steps, &[])
}

/// The moves of so many acts of a plan, before which so many of each class were given, all verified.
pub fn course_from<'p>(
    plan: &'p Plan,
    slots: impl Iterator<Item = Slot<'p>>,
    // Most steps are one move that hands over some of one class.
    steps: usize,
    given: &[u32],
) -> Course<'p> {
    let mut building = Building {
        plan,
        course: Course {
            moves: Vec::with_capacity(steps),
            times: Vec::new(),
            parts: Vec::with_capacity(steps),
            names: vec![&[]],
            deposits: Vec::new(),
            too_soon: Vec::new(),
            verified: BTreeSet::new(),
            end: Vec::new(),
            waits: false,
            hands_over_only: true,
        },
        fold: Fold::from(plan, given),
        waiting: BTreeMap::new(),
        at_the_end: Vec::new(),
        lags: plan
            .classes
            .iter()
            .any(|class| matches!(class.verified, Verified::AfterHours(_))),
    };
    for slot in slots {
        building.step(&slot);
    }
    building.end();
    Course {
        end: building.fold.end(),
        ..building.course
    }
}

struct Building<'p> {
    plan: &'p Plan,
    course: Course<'p>,
    fold: Fold<'p>,
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
    stage: u32,
}

impl<'p> Building<'p> {
    fn step(&mut self, slot: &Slot<'p>) {
        let times = slot.times();
        if let Some(now) = slot.begins().filter(|_| self.lags) {
            self.receive_until(now);
        }
        self.course.waits |= !slot.place.after.is_empty();
        let from = self.course.moves.len();
        match slot.act {
            Act::Give(batch) => {
                let parts = self.hand_over(std::slice::from_ref(batch));
                self.push(slot, What::Handover(parts));
            }
            Act::Together(batches) => {
                let parts = self.hand_over(batches);
                self.push(slot, What::Together(parts));
            }
            Act::InTurn(batches) => self.in_turn(slot, batches),
            Act::Escrow(batch) => {
                let from = self.place();
                for lot in &batch.lots {
                    let after = self.fold.escrow(lot.class, lot.count);
                    self.part(lot.class, lot.count, &lot.named, after);
                }
                let parts = self.since(from);
                self.course.hands_over_only = false;
                self.push(slot, What::Escrow(parts));
            }
            Act::Deposit(deposit) => {
                let at = self.deposits();
                self.course.hands_over_only = false;
                self.course.deposits.push(self.fold.deposit(deposit));
                self.push(slot, What::Deposit(at));
            }
            Act::GiveBack(deposit) => {
                let at = self.deposits();
                self.course.hands_over_only = false;
                self.course.deposits.push(self.fold.give_back(deposit));
                self.push(slot, What::GiveBack(at));
            }
            Act::Verify(batch) => self.verify(slot, batch),
        }
        if times.at.is_some() || times.by.is_some() {
            self.time(from, times);
        }
        if self.lags {
            for lot in slot.act.batches().iter().flat_map(|batch| &batch.lots) {
                self.wait(slot, lot);
            }
        }
    }

    fn push(&mut self, slot: &Slot, what: What) {
        self.course.moves.push(Move {
            stage: slot.stage,
            step: Some(slot.step),
            what,
        });
    }

    /// The moves from one on are at these times.
    fn time(&mut self, from: usize, times: Times) {
        let column = &mut self.course.times;
        column.resize(from, Times::default());
        column.resize(self.course.moves.len(), times);
    }

    fn place(&self) -> u32 {
        u32::try_from(self.course.parts.len()).unwrap_or(u32::MAX)
    }

    fn since(&self, from: u32) -> Stretch {
        Stretch {
            from,
            to: self.place(),
        }
    }

    fn deposits(&self) -> u32 {
        u32::try_from(self.course.deposits.len()).unwrap_or(u32::MAX)
    }

    fn part(&mut self, class: ClassId, count: u32, named: &'p [String], after: Counts) {
        let place = if named.is_empty() {
            0
        } else {
            self.course.names.push(named);
            u32::try_from(self.course.names.len() - 1).unwrap_or(0)
        };
        self.course.parts.push(Part {
            // A plan has far fewer classes.
            class: u32::try_from(class.0).unwrap_or(u32::MAX),
            count,
            names: place,
            after,
        });
    }

    fn hand_over(&mut self, batches: &'p [Batch]) -> Stretch {
        let from = self.place();
        for lot in batches.iter().flat_map(|batch| &batch.lots) {
            let after = self.fold.hand_over(lot.class, lot.count);
            self.part(lot.class, lot.count, &lot.named, after);
        }
        self.since(from)
    }

    fn in_turn(&mut self, slot: &Slot<'p>, batches: &'p [Batch]) {
        turns(batches, |pieces| {
            let from = self.place();
            for (lot, places) in pieces {
                let count = places.end - places.start;
                let after = self.fold.hand_over(lot.class, count);
                let named = lot.named.get(places.start as usize..places.end as usize);
                self.part(lot.class, count, named.unwrap_or_default(), after);
            }
            let parts = self.since(from);
            self.push(slot, What::Handover(parts));
        });
    }

    fn verify(&mut self, slot: &Slot<'p>, batch: &'p Batch) {
        let from = self.place();
        for lot in &batch.lots {
            self.course.verified.insert(lot.class);
            let (after, excess) = self.fold.verify(lot.class, lot.count);
            if excess > 0 {
                let too_soon = (slot.stage, slot.step, lot.class);
                self.course.too_soon.push(too_soon);
            }
            self.part(lot.class, lot.count, &[], after);
        }
        let parts = self.since(from);
        self.course.hands_over_only = false;
        self.push(slot, What::Verified(parts));
    }

    /// What is not received at once waits for its hours to pass.
    fn wait(&mut self, slot: &Slot, lot: &Lot) {
        let verified = self.plan.class(lot.class).map(|class| class.verified);
        if let Some(Verified::AfterHours(hours)) = verified {
            let lapse = SignedDuration::from_hours(i64::from(hours));
            let due = slot.ends().and_then(|at| at.checked_add(lapse).ok());
            match due {
                Some(due) => self.waiting.entry(due).or_default().push(Waiting {
                    class: lot.class,
                    count: lot.count,
                    stage: slot.stage,
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
                self.received(
                    stage,
                    Some(due),
                    of_stage.iter().map(|w| (w.class, w.count)),
                );
            }
        }
    }

    /// The hours of these have passed. What a step verified before is not received again.
    fn received(
        &mut self,
        stage: u32,
        at: Option<DateTime>,
        lots: impl Iterator<Item = (ClassId, u32)>,
    ) {
        let from = self.place();
        for (class, count) in lots {
            let (after, now) = self.fold.hours_passed(class, count);
            if now > 0 {
                self.part(class, now, &[], after);
            }
        }
        let parts = self.since(from);
        if !parts.of(&self.course.parts).is_empty() {
            let moves = self.course.moves.len();
            self.course.hands_over_only = false;
            self.course.moves.push(Move {
                stage,
                step: None,
                what: What::Verified(parts),
            });
            if at.is_some() {
                self.time(moves, Times { at, by: None });
            }
        }
    }

    /// What still waits when the plan is at its end is received then.
    fn end(&mut self) {
        self.receive_until(DateTime::MAX);
        let last = self.plan.stages.len().saturating_sub(1);
        let waiting = std::mem::take(&mut self.at_the_end);
        self.received(
            u32::try_from(last).unwrap_or(u32::MAX),
            None,
            waiting.into_iter(),
        );
    }
}
