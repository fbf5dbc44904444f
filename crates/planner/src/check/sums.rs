//! Other orders by sums. What a party has received in all, less what it has given, follows from how many
//! of each class were given, whatever they are worth: so a stage brings it the same in any order, and
//! within the stage that sum lies between what it was at the beginning less all losses there and what it
//! was then and all gains. The stage that can be worst is gone through first; those that can then be no
//! worse are passed over.
//!
//! The guarantee follows from that sum alone where nothing is worth less for coming later, and the greatest
//! exposure where what is received counts at once. Where it waits, the order is gone through in parts
//! between which nothing waits, if the plan has such.

use std::ops::Range;

use super::{
    account::Account,
    blocks::blocks,
    course::{Course, Part, course_from},
    orders::{by_turns, in_another_order, in_order, is_by_turns},
    report::Change,
    slots::{Slot, of_stage},
    turns::turns,
};
use crate::plan::{Act, ClassId, Plan, Span, Worth};

/// The stages of a plan, and what they can bring to each party.
pub struct Sums<'a> {
    plan: &'a Plan,
    course: &'a Course<'a>,
    stages: Vec<Moves>,
    /// Parts of the plan between which nothing waits, where that is asked for and can be told.
    blocks: Option<Vec<Range<usize>>>,
    parties: Vec<Party<'a>>,
}

/// A stage in which anything is done, and its moves.
struct Moves {
    stage: u32,
    moves: Range<usize>,
}

struct Party<'a> {
    account: &'a Account<'a>,
    /// What each class is worth to it, where all of it are worth the same.
    each: Vec<Option<Span>>,
    /// What each stage can bring it.
    reach: Vec<Reach>,
    /// The stages that can bring it lowest and highest.
    first: [usize; 2],
}

/// Where a party is before a stage, and between what it can come to be in it.
#[derive(Clone, Copy, Default)]
struct Reach {
    before: Span,
    least: Span,
    most: Span,
}

/// The least and the greatest that a party comes to in an order.
#[derive(Clone, Copy)]
pub struct Extremes {
    /// The least.
    pub least: Span,
    /// The greatest.
    pub most: Span,
}

impl Extremes {
    const NONE: Self = Self {
        least: Span::ZERO,
        most: Span::ZERO,
    };

    fn take(&mut self, now: Span) {
        self.least = self.least.min(now);
        self.most = self.most.max(now);
    }

    fn hold(&self, reach: &Reach) -> bool {
        self.least.min(reach.least) == self.least && self.most.max(reach.most) == self.most
    }
}

impl<'a> Sums<'a> {
    /// Of the stages of a plan.
    pub fn of(plan: &'a Plan, course: &'a Course<'a>, accounts: &'a [Account<'a>]) -> Self {
        let stages = stages_of(course);
        let parties = accounts.iter();
        let parties = parties.map(|account| Party::of(course, &stages, account));
        Self {
            parties: parties.collect(),
            plan,
            course,
            stages,
            blocks: if accounts.iter().all(Account::counts_at_once) {
                None
            } else {
                blocks(plan)
            },
        }
    }

    /// The lowest that a party stands in a change of order where what it receives may wait, gone through
    /// part by part; nothing where the plan has no such parts.
    pub fn lowest(&self, party: usize, change: &Change, last: u32) -> Option<Span> {
        let (blocks, party) = (self.blocks.as_ref()?, self.parties.get(party)?);
        let blocks = blocks.iter().map(|block| {
            let place = |stage: usize| {
                let number = |moves: &Moves| (moves.stage as usize) < stage;
                self.stages.partition_point(number)
            };
            let stages = place(block.start)..place(block.end);
            let reach = party.reach.get(stages.clone()).unwrap_or_default();
            let before = reach.first().map_or(Span::ZERO, |reach| reach.before);
            // What waits is a gain, so that it can stand no lower than with all losses and no gain.
            let losses = reach.iter().map(|reach| reach.least - reach.before);
            let at_worst = losses.fold(before, |sum, losses| sum + losses);
            (block, stages, before, at_worst)
        });
        let mut blocks: Vec<_> = blocks.collect();
        blocks.sort_by_key(|(_, _, _, at_worst)| at_worst.mid);
        let mut lowest = Span::ZERO;
        for (block, stages, before, at_worst) in blocks {
            if lowest.min(at_worst) == lowest {
                continue;
            }
            let moves = self.stages.get(stages).unwrap_or_default();
            let moves = moves.first().map_or(0, |first| first.moves.start)
                ..moves.last().map_or(0, |last| last.moves.end);
            let mut given = Vec::new();
            given_before(self.course, &moves, party.each.len(), &mut given);
            let here = in_another_order(self.plan, block.clone(), change, last, |order| {
                let steps = order.len();
                let course = course_from(self.plan, order.into_iter(), steps, &given);
                party.account.lowest(&course, before)
            });
            lowest = lowest.min(here);
        }
        Some(lowest)
    }

    /// What a party, in the order of the accounts, comes to in a change of order.
    pub fn extremes(&self, party: usize, change: &Change, last: u32) -> Extremes {
        let (mut worst, mut given) = (Extremes::NONE, Vec::new());
        let Some(party) = self.parties.get(party) else {
            return worst;
        };
        for at in party.first.into_iter().chain(0..self.stages.len()) {
            self.stage(party, at, change, last, (&mut worst, &mut given));
        }
        worst
    }

    /// Goes through a stage, if it can bring the party lower or higher than it came to so far.
    fn stage(
        &self,
        party: &Party,
        at: usize,
        change: &Change,
        last: u32,
        (worst, given): (&mut Extremes, &mut Vec<u32>),
    ) {
        let (Some(moves), Some(reach)) = (self.stages.get(at), party.reach.get(at)) else {
            return;
        };
        if worst.hold(reach) {
            return;
        }
        let Some(told) = self.plan.stages.get(moves.stage as usize) else {
            return;
        };
        let stage: Vec<Slot> = of_stage(moves.stage, told).collect();
        if party.each.iter().any(Option::is_none) {
            given_before(self.course, &moves.moves, party.each.len(), given);
        }
        let mut walk = Walk {
            party,
            given,
            now: reach.before,
            worst,
        };
        let made = is_by_turns(change, moves.stage, last).then(|| by_turns(&stage));
        if let Some(batches) = made.flatten() {
            walk.act(&Act::InTurn(batches));
        } else {
            in_order(&stage, change, |_, act| walk.act(act));
        }
    }
}

/// The moves of each stage, from its first step to its last. What only follows from the passing of time
/// may stand among those of a later stage, and hands over nothing.
fn stages_of(course: &Course) -> Vec<Moves> {
    let mut stages: Vec<Moves> = Vec::new();
    let steps = course.moves.iter().enumerate();
    for (at, step) in steps.filter(|(_, step)| step.step.is_some()) {
        match stages.last_mut().filter(|last| last.stage == step.stage) {
            Some(last) => last.moves.end = at + 1,
            None => stages.push(Moves {
                stage: step.stage,
                moves: at..at + 1,
            }),
        }
    }
    stages
}

fn parts<'c>(
    course: &'c Course,
    moves: &Range<usize>,
) -> impl DoubleEndedIterator<Item = &'c Part> + use<'c> {
    let moves = course.moves.get(moves.clone()).unwrap_or_default();
    moves.iter().flat_map(|step| course.handed_over(step))
}

/// Of each class that some moves give, how many were given before them. Of others nothing is said.
fn given_before(course: &Course, moves: &Range<usize>, classes: usize, given: &mut Vec<u32>) {
    given.resize(classes, 0);
    for part in parts(course, moves).rev() {
        if let Some(given) = given.get_mut(part.class().0) {
            *given = part.after.given.saturating_sub(part.count);
        }
    }
}

impl<'a> Party<'a> {
    fn of(course: &Course, stages: &[Moves], account: &'a Account<'a>) -> Self {
        let each: Vec<Option<Span>> = account
            .facts
            .iter()
            .map(|fact| fact.worth.of_each())
            .collect();
        // What is above nought of the worths that are not all the same.
        let gains = account.facts.iter().zip(&each);
        let gains = gains.map(|(fact, each)| each.is_none().then(|| fact.worth.gains()));
        let gains: Vec<Option<Worth>> = gains.collect();
        let mut now = Span::ZERO;
        let reach = stages.iter().map(|stage| {
            let mut reach = Reach {
                before: now,
                least: now,
                most: now,
            };
            for part in parts(course, &stage.moves) {
                let class = part.class().0;
                let (effect, gained) = match (each.get(class), gains.get(class)) {
                    (Some(Some(each)), _) => {
                        let effect = each.times(i64::from(part.count));
                        (effect, effect.above_nought())
                    }
                    (_, Some(Some(gains))) => {
                        let (from, to) = places(part);
                        let fact = account.fact(part.class());
                        let effect = fact.map(|fact| fact.worth.between(from, to));
                        (effect.unwrap_or_default(), gains.between(from, to))
                    }
                    _ => (Span::ZERO, Span::ZERO),
                };
                now = now + effect;
                reach.least = reach.least + (effect - gained);
                reach.most = reach.most + gained;
            }
            reach
        });
        let reach: Vec<Reach> = reach.collect();
        let at = || reach.iter().enumerate();
        let lowest = at().min_by_key(|(_, reach)| reach.least.mid);
        let highest = at().max_by_key(|(_, reach)| reach.most.mid);
        let first = [lowest, highest].map(|found| found.map_or(0, |(at, _)| at));
        Self {
            account,
            each,
            reach,
            first,
        }
    }
}

/// Which of its class a part hands over.
fn places(part: &Part) -> (u32, u32) {
    let to = part.after.given;
    (to.saturating_sub(part.count), to)
}

/// Going through the acts of a stage.
struct Walk<'w> {
    party: &'w Party<'w>,
    /// How many of each class were given so far, where that matters.
    given: &'w mut [u32],
    now: Span,
    worst: &'w mut Extremes,
}

impl Walk<'_> {
    fn act(&mut self, act: &Act) {
        match act {
            Act::InTurn(batches) => turns(batches, |pieces| {
                for (lot, places) in pieces {
                    self.part(lot.class, places.end - places.start);
                }
                self.worst.take(self.now);
            }),
            Act::Give(_)
            | Act::Together(_)
            | Act::Escrow(_)
            | Act::Deposit(_)
            | Act::GiveBack(_)
            | Act::Verify(_) => {
                for lot in act.batches().iter().flat_map(|batch| &batch.lots) {
                    self.part(lot.class, lot.count);
                }
                self.worst.take(self.now);
            }
        }
    }

    fn part(&mut self, class: ClassId, count: u32) {
        let effect = if let Some(Some(each)) = self.party.each.get(class.0) {
            each.times(i64::from(count))
        } else {
            let (fact, given) = (self.party.account.fact(class), self.given.get_mut(class.0));
            let (Some(fact), Some(given)) = (fact, given) else {
                return;
            };
            let from = *given;
            *given = given.saturating_add(count);
            fact.worth.between(from, *given)
        };
        self.now = self.now + effect;
    }
}
