//! The classes of a plan taken apart into what an order moves: those that a step with a condition hands
//! over, those that go together, and the rest, which count alike.

use std::collections::{BTreeMap, BTreeSet};

use super::left::{LeftOut, StepAt};
use crate::plan::{Act, Class, Lot, Plan, Step};

/// Some of a class that count alike and go alike.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Part {
    /// The number of their class.
    pub class: usize,
    /// How many.
    pub count: u32,
    /// How many go together; one where each goes alone.
    pub of: u32,
    /// Those who go together, group by group, where it is the part of such.
    pub groups: Vec<Vec<String>>,
    /// Groups that have to find room in one batch of it, each with its rule.
    pub loose: Vec<(usize, Vec<String>)>,
    /// The key of the step that hands them over, where others wait for it.
    pub key: Option<String>,
    /// The keys of the steps for which it waits.
    pub waits: Vec<String>,
}

/// Those of a class that one step hands over, or all the others.
#[derive(Default)]
struct Bucket {
    count: u32,
    named: BTreeSet<String>,
    key: Option<String>,
    waits: Vec<String>,
    groups: Vec<(usize, Vec<String>)>,
}

/// The parts of all these classes, and what of groups and conditions they cannot keep to.
pub(super) fn parts(plan: &Plan, classes: &[usize], parties: usize) -> (Vec<Part>, Vec<LeftOut>) {
    let conditions = Conditions::of(plan, classes);
    let mut left = Vec::new();
    if !conditions.left.is_empty() {
        let steps = conditions.left.iter().copied().collect();
        left.push(LeftOut::Conditions { steps });
    }
    let mut parts = Vec::new();
    for at in classes {
        let Some(class) = plan.classes.get(*at) else {
            continue;
        };
        let mut buckets = conditions.buckets(plan, *at);
        let unplaced = groups(plan, *at, class, &mut buckets);
        left.extend(
            unplaced
                .into_iter()
                .map(|rule| LeftOut::Group { rule, class: *at }),
        );
        let held: BTreeSet<&String> = buckets
            .iter()
            .flat_map(|bucket| bucket.groups.iter().flat_map(|(_, named)| named))
            .collect();
        if class.named.iter().any(|name| !held.contains(name)) {
            left.push(LeftOut::Named { class: *at });
        }
        let alike = is_alike(class) && parties == 2;
        for bucket in buckets {
            parts.extend(bucket.parts(*at, alike));
        }
    }
    (parts, left)
}

/// Whether every one of a class is worth the same to all.
fn is_alike(class: &Class) -> bool {
    class.worth.iter().all(|worth| worth.of_each().is_some())
}

impl Bucket {
    /// Where all are worth the same those who go together are parts of their own, by their number;
    /// otherwise what they are worth depends on when they go, and they have to find room afterwards.
    fn parts(self, class: usize, alike: bool) -> Vec<Part> {
        let part = |count: u32, of: u32| Part {
            class,
            count,
            of,
            key: self.key.clone(),
            waits: self.waits.clone(),
            ..Part::default()
        };
        let mut parts = Vec::new();
        let mut alone = part(self.count, 1);
        if alike {
            let mut by_size: BTreeMap<u32, Vec<Vec<String>>> = BTreeMap::new();
            for (_, named) in &self.groups {
                let size = u32::try_from(named.len()).unwrap_or(u32::MAX);
                by_size.entry(size).or_default().push(named.clone());
            }
            for (of, groups) in by_size {
                let count = of * u32::try_from(groups.len()).unwrap_or_default();
                alone.count = alone.count.saturating_sub(count);
                parts.push(Part {
                    groups,
                    ..part(count, of)
                });
            }
        } else {
            alone.loose.clone_from(&self.groups);
        }
        if alone.count > 0 {
            parts.push(alone);
        }
        parts
    }
}

/// Puts each group where those of it are handed over; gives back the rules for which there is no place.
fn groups(plan: &Plan, at: usize, class: &Class, buckets: &mut [Bucket]) -> Vec<usize> {
    let mut unplaced = Vec::new();
    for (rules, named) in joined(plan, at) {
        let of_group = |bucket: &Bucket| named.iter().any(|name| bucket.named.contains(name));
        let mut places: Vec<usize> = (0..buckets.len())
            .filter(|place| buckets.get(*place).is_some_and(of_group))
            .collect();
        let given: u32 = buckets.iter().map(|bucket| bucket.count).sum();
        // Nobody of it is named in a step: where all of a class go, they go among those of no condition.
        if places.is_empty() && class.number.is_some_and(|number| number <= given) {
            places = buckets.len().checked_sub(1).into_iter().collect();
        }
        let room = |bucket: &Bucket| {
            let taken: usize = bucket.groups.iter().map(|(_, named)| named.len()).sum();
            let known: BTreeSet<&String> = bucket
                .groups
                .iter()
                .flat_map(|(_, named)| named)
                .chain(&bucket.named)
                .chain(&named)
                .collect();
            taken + named.len() <= bucket.count as usize && known.len() <= bucket.count as usize
        };
        match (places.as_slice(), rules.first()) {
            ([place], Some(rule)) => match buckets.get_mut(*place).filter(|bucket| room(bucket)) {
                Some(bucket) => bucket.groups.push((*rule, named)),
                None => unplaced.extend(rules),
            },
            _ => unplaced.extend(rules),
        }
    }
    unplaced
}

/// The groups of a class: two that share somebody are one. Each with its rules, counted from 1.
fn joined(plan: &Plan, class: usize) -> Vec<(Vec<usize>, Vec<String>)> {
    let mut all: Vec<(Vec<usize>, BTreeSet<String>)> = Vec::new();
    let rules = (1..).zip(&plan.rules.groups);
    for (rule, group) in rules.filter(|(_, group)| group.class.0 == class) {
        let named: BTreeSet<String> = group.named.iter().cloned().collect();
        let (with, mut rest): (Vec<_>, Vec<_>) = all
            .into_iter()
            .partition(|(_, other)| !other.is_disjoint(&named));
        let mut one = (vec![rule], named);
        for (rules, named) in with {
            one.0.extend(rules);
            one.1.extend(named);
        }
        rest.push(one);
        all = rest;
    }
    all.into_iter()
        .map(|(mut rules, named)| {
            rules.sort_unstable();
            (rules, named.into_iter().collect())
        })
        .collect()
}

/// The conditions of steps that an order can keep to.
struct Conditions {
    /// The steps that hand over what waits, or what others wait for.
    kept: BTreeSet<StepAt>,
    left: BTreeSet<StepAt>,
}

impl Conditions {
    fn of(plan: &Plan, classes: &[usize]) -> Self {
        let given = plan.given();
        // Where the worth of each depends on when it goes, only the whole of a class can be told apart.
        let splits = |lot: &Lot| {
            let whole = given.get(lot.class.0) == Some(&u64::from(lot.count));
            classes.contains(&lot.class.0) && (whole || plan.class(lot.class).is_some_and(is_alike))
        };
        let good = |act: &Act| {
            let mut lots = lots(act).peekable();
            lots.peek().is_some() && lots.all(splits)
        };
        let mut keys: BTreeMap<&str, Option<StepAt>> = BTreeMap::new();
        for (at, step) in all(plan) {
            if let Some(key) = &step.key {
                // A key that stands twice names nothing.
                let twice = keys.contains_key(key.as_str());
                keys.insert(key, (good(&step.act) && !twice).then_some(at));
            }
        }
        let mut made = Self {
            kept: BTreeSet::new(),
            left: BTreeSet::new(),
        };
        for (at, step) in all(plan).filter(|(_, step)| !step.after.is_empty()) {
            let firsts: Option<Vec<StepAt>> = step
                .after
                .iter()
                .map(|key| keys.get(key.as_str()).copied().flatten())
                .collect();
            match firsts.filter(|_| good(&step.act)) {
                Some(firsts) => {
                    made.kept.extend(firsts);
                    made.kept.insert(at);
                }
                None => {
                    made.left.insert(at);
                }
            }
        }
        made
    }

    /// Those of a class that steps with conditions hand over, step by step; at the end the others.
    fn buckets(&self, plan: &Plan, class: usize) -> Vec<Bucket> {
        let mut rest = Bucket::default();
        let mut buckets = Vec::new();
        for (at, step) in all(plan) {
            for lot in lots(&step.act).filter(|lot| lot.class.0 == class) {
                let kept = self.kept.contains(&at);
                let mut own = Bucket {
                    key: step.key.clone(),
                    waits: if self.left.contains(&at) {
                        Vec::new()
                    } else {
                        step.after.clone()
                    },
                    ..Bucket::default()
                };
                let bucket = if kept { &mut own } else { &mut rest };
                bucket.count = bucket.count.saturating_add(lot.count);
                bucket.named.extend(lot.named.iter().cloned());
                if kept {
                    buckets.push(own);
                }
            }
        }
        if rest.count > 0 {
            buckets.push(rest);
        }
        buckets
    }
}

fn all(plan: &Plan) -> impl Iterator<Item = (StepAt, &Step)> {
    let stages = (1..).zip(&plan.stages);
    stages.flat_map(|(stage, told)| {
        let steps = (1..).zip(&told.steps);
        steps.map(move |(step, does)| (StepAt { stage, step }, does))
    })
}

fn lots(act: &Act) -> impl Iterator<Item = &Lot> {
    act.batches().iter().flat_map(|batch| &batch.lots)
}
