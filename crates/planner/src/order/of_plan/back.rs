//! From an order back to a plan: the same handovers, stage by stage, as steps that keep to what the plan
//! says of steps.

use std::collections::{BTreeMap, BTreeSet};

use super::{Asked, LeftOut, parts::Part};
use crate::{
    order::{
        plan::{Batch as Moved, Plan as Order},
        problem::Effect,
    },
    plan::{Act, Batch, ClassId, Lot, PartyId, Plan, Stage, Step, Verified},
};

/// A plan in the order that was found.
pub struct Ordered {
    /// The plan.
    pub plan: Plan,
    /// Groups for which no batch has room.
    pub left: Vec<LeftOut>,
}

/// The plan with its handovers in another order. Days and times are for people to set; everything counts
/// as received at once, as it did in the search.
pub(in crate::order) fn ordered(asked: &Asked, plan: &Plan, order: &Order) -> Ordered {
    let mut writing = Writing {
        asked,
        plan,
        whole: vec![0; asked.parts.len()],
        loose: asked.parts.iter().map(|part| part.loose.clone()).collect(),
        ways: ways(asked),
    };
    let stages = order.stages.iter().enumerate().map(|(at, stage)| Stage {
        name: (at + 1).to_string(),
        on: None,
        steps: stage
            .batches
            .iter()
            .flat_map(|batch| writing.steps(batch))
            .collect(),
    });
    let mut stages: Vec<Stage> = stages.collect();
    keys(&mut stages);
    let left = asked
        .parts
        .iter()
        .zip(&writing.loose)
        .flat_map(|(part, loose)| {
            loose.iter().map(|(rule, _)| LeftOut::Group {
                rule: *rule,
                class: part.class,
            })
        });
    let left = left.collect();
    let mut plan = Plan {
        stages,
        ..plan.clone()
    };
    for class in &mut plan.classes {
        class.verified = Verified::AtHandover;
    }
    Ordered { plan, left }
}

/// Every step that hands over what others wait for bears the key so far: it belongs to the last of them.
fn keys(stages: &mut [Stage]) {
    let mut last: BTreeMap<String, usize> = BTreeMap::new();
    let steps = || (0..).zip(stages.iter().flat_map(|stage| &stage.steps));
    for (at, step) in steps() {
        if let Some(key) = &step.key {
            last.insert(key.clone(), at);
        }
    }
    let steps = stages.iter_mut().flat_map(|stage| &mut stage.steps);
    for (at, step) in (0..).zip(steps) {
        step.key = step.key.take().filter(|key| last.get(key) == Some(&at));
    }
}

struct Writing<'a> {
    asked: &'a Asked,
    plan: &'a Plan,
    /// By part: how many of its groups went.
    whole: Vec<usize>,
    /// By part: the groups for which no batch had room yet.
    loose: Vec<Vec<(usize, Vec<String>)>>,
    /// By class of the plan, by party.
    ways: BTreeMap<usize, Vec<Way>>,
}

/// What one class may be to one party.
#[derive(Clone, Copy, Default)]
struct Way {
    gains: bool,
    losses: bool,
}

impl Way {
    const fn and(self, other: Self) -> Self {
        Self {
            gains: self.gains || other.gains,
            losses: self.losses || other.losses,
        }
    }

    const fn is_one(self) -> bool {
        !(self.gains && self.losses)
    }
}

/// What each class is to each party, looked up once: a batch may be as many lots as there are handovers. Between two
/// parties nobody asks.
fn ways(asked: &Asked) -> BTreeMap<usize, Vec<Way>> {
    let mut ways: BTreeMap<usize, Vec<Way>> = BTreeMap::new();
    if asked.draft.parties.len() <= 2 {
        return ways;
    }
    for (part, class) in asked.parts.iter().zip(&asked.draft.classes) {
        let none = || vec![Way::default(); class.effects.len()];
        let known = ways.entry(part.class).or_insert_with(none);
        for (way, effect) in known.iter_mut().zip(&class.effects) {
            let points = match effect {
                Effect::Each(points) => std::slice::from_ref(points),
                Effect::InTurn(points) => points.as_slice(),
            };
            *way = way.and(Way {
                gains: points.iter().any(|points| *points > 0),
                losses: points.iter().any(|points| *points < 0),
            });
        }
    }
    ways
}

impl Writing<'_> {
    fn steps(&mut self, batch: &Moved) -> Vec<Step> {
        let from = self.asked.parties.get(batch.giver).copied();
        let from = PartyId(from.unwrap_or_default());
        let mut steps: Vec<(usize, Step)> = Vec::new();
        for (part, count) in self.sorted(batch) {
            let Some(told) = self.asked.parts.get(part) else {
                continue;
            };
            for lot in self.lots(part, told, count) {
                let joins = steps
                    .last()
                    .filter(|(last, step)| self.may_join(*last, part, step, &lot));
                if joins.is_some()
                    && let Some((last, step)) = steps.last_mut()
                    && let Act::Give(batch) = &mut step.act
                {
                    *last = part;
                    match batch.lots.iter_mut().find(|other| other.class == lot.class) {
                        Some(other) => other.count += lot.count,
                        None => batch.lots.push(lot),
                    }
                    continue;
                }
                let step = Step {
                    key: told.key.clone(),
                    act: Act::Give(Batch {
                        from,
                        lots: std::iter::once(lot).collect(),
                    }),
                    at: None,
                    by: None,
                    after: told.waits.clone(),
                };
                steps.push((part, step));
            }
        }
        steps.into_iter().map(|(_, step)| step).collect()
    }

    /// What is in a batch, part by part; whatever has to come before something else before it.
    fn sorted(&self, batch: &Moved) -> Vec<(usize, u32)> {
        if self.asked.draft.parties.len() != 2 {
            return batch.items.clone();
        }
        let mut open: Vec<(usize, u32)> = Vec::new();
        for (part, count) in &batch.items {
            match open.iter_mut().find(|(other, _)| other == part) {
                Some((_, sum)) => *sum += count,
                None => open.push((*part, *count)),
            }
        }
        let mut sorted: Vec<(usize, u32)> = Vec::new();
        while !open.is_empty() {
            let is_free = |(part, _): &(usize, u32)| {
                !open
                    .iter()
                    .any(|(first, _)| self.comes_before(*first, *part))
            };
            // What one step can hand over stays together.
            let last = sorted.last().map(|(last, _)| self.bound(*last));
            let joins = |item: &(usize, u32)| last == Some(self.bound(item.0)) && is_free(item);
            let next = open.iter().position(joins);
            let next = next.or_else(|| open.iter().position(is_free));
            sorted.push(open.remove(next.unwrap_or_default()));
        }
        sorted
    }

    fn comes_before(&self, first: usize, then: usize) -> bool {
        let class = |part: usize| self.asked.parts.get(part).map(|part| ClassId(part.class));
        let in_batch = class(first).zip(class(then));
        self.asked.precedes(first, then)
            || in_batch.is_some_and(|pair| self.asked.in_batch.contains(&pair))
    }

    /// Whether a lot may go in the step before it. A rule of what goes first asks for steps of their own,
    /// and so do conditions of steps.
    fn may_join(&self, last: usize, part: usize, step: &Step, lot: &Lot) -> bool {
        let Act::Give(batch) = &step.act else {
            return false;
        };
        let rules = &self.plan.rules.first;
        let apart = batch.lots.iter().any(|other| {
            rules
                .iter()
                .any(|rule| rule.class == other.class && rule.before == lot.class)
        });
        let named = batch.lots.iter().any(|other| {
            other.class == lot.class && !(other.named.is_empty() && lot.named.is_empty())
        });
        self.bound(last) == self.bound(part) && !apart && !named && self.is_one_way(batch, lot)
    }

    /// The key of a part's steps, and what they wait for.
    fn bound(&self, part: usize) -> Option<(Option<&str>, &[String])> {
        let told: Option<&Part> = self.asked.parts.get(part);
        told.map(|part| (part.key.as_deref(), part.waits.as_slice()))
    }

    /// Whether for every party all of a step would be gains, or all of it losses: then no moment within it is worse
    /// than both of its ends, and nothing that was reckoned with is lost by making one step of it. Between two, what
    /// one hands over is never anything else.
    fn is_one_way(&self, batch: &Batch, lot: &Lot) -> bool {
        if self.asked.draft.parties.len() <= 2 {
            return true;
        }
        let classes: BTreeSet<usize> = batch.lots.iter().chain([lot]).map(|l| l.class.0).collect();
        (0..self.asked.draft.parties.len()).all(|party| {
            let of = classes
                .iter()
                .filter_map(|class| self.ways.get(class)?.get(party));
            of.copied().fold(Way::default(), Way::and).is_one()
        })
    }

    /// So many of a part: those who go together by name, each group a lot of its own.
    fn lots(&mut self, part: usize, told: &Part, count: u32) -> Vec<Lot> {
        let class = ClassId(told.class);
        let group = |named: &Vec<String>| Lot {
            class,
            count: u32::try_from(named.len()).unwrap_or(u32::MAX),
            named: named.clone(),
        };
        let alone = |count: u32| Lot {
            class,
            count,
            named: Vec::new(),
        };
        if told.of > 1 || !told.groups.is_empty() {
            let gone = self.whole.get(part).copied().unwrap_or_default();
            let now = (count / told.of.max(1)) as usize;
            if let Some(whole) = self.whole.get_mut(part) {
                *whole += now;
            }
            let groups = told.groups.iter().skip(gone).take(now);
            return groups.map(group).collect();
        }
        let mut left = count;
        let mut lots = Vec::new();
        if let Some(loose) = self.loose.get_mut(part) {
            loose.sort_by_key(|(_, named)| std::cmp::Reverse(named.len()));
            loose.retain(|(_, named)| {
                let lot = group(named);
                let fits = lot.count <= left;
                if fits {
                    left -= lot.count;
                    lots.push(lot);
                }
                !fits
            });
        }
        if left > 0 && self.each_by_itself(told) {
            lots.extend((0..left).map(|_| alone(1)));
        } else if left > 0 {
            lots.push(alone(left));
        }
        lots
    }

    /// Between more than two, what comes later of a class may be a gain to a third where what came before
    /// was a loss: then only single handovers show what was reckoned with.
    fn each_by_itself(&self, part: &Part) -> bool {
        let class = self.plan.class(ClassId(part.class));
        self.asked.draft.parties.len() > 2
            && class.is_some_and(|class| class.worth.iter().any(|worth| worth.of_each().is_none()))
    }
}
