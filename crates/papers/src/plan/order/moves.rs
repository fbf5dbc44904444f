//! The moves of an order, line by line: all that one side hands over in one stage is one line.

use std::collections::BTreeSet;

use planner::{
    check::{Done, LotTold, MoveTold},
    order::report::Order,
    plan::{ClassId, Step},
};

use crate::plan::check::words::Told;

/// What one side hands over in one stage, or another move of it.
pub struct Line {
    /// The number of its stage.
    pub stage: usize,
    /// Who hands over.
    pub by: Vec<usize>,
    /// Step by step what is handed over; none where it is something else.
    steps: Vec<Vec<LotTold>>,
    /// What it is else.
    other: Option<MoveTold>,
}

/// The lines of an order.
pub fn lines(order: &Order) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut before = Before::default();
    for step in order.check.moves.iter() {
        let Done::Handover(lots) = &step.what else {
            before = Before::default();
            lines.push(Line {
                stage: step.stage,
                by: step.by.to_vec(),
                steps: Vec::new(),
                other: Some(step),
            });
            continue;
        };
        let last = lines.last_mut().filter(|line| {
            line.other.is_none() && line.stage == step.stage && *line.by == *step.by
        });
        if let Some(line) = last {
            match line.steps.last_mut() {
                Some(so_far) if !before.is_followed_by(order, &step, lots) => add(so_far, lots),
                Some(_) | None => line.steps.push(lots.to_vec()),
            }
        } else {
            before = Before::default();
            lines.push(Line {
                stage: step.stage,
                by: step.by.to_vec(),
                steps: vec![lots.to_vec()],
                other: None,
            });
        }
        before.add(order, &step, lots);
    }
    lines
}

/// What a batch had so far.
#[derive(Default)]
struct Before<'a> {
    keys: BTreeSet<&'a str>,
    classes: BTreeSet<ClassId>,
    /// The classes of its last step.
    last: Vec<ClassId>,
}

impl<'a> Before<'a> {
    fn add(&mut self, order: &'a Order, step: &MoveTold, lots: &[LotTold]) {
        self.keys
            .extend(in_file(order, step).and_then(|step| step.key.as_deref()));
        self.last = classes(lots);
        self.classes.extend(&self.last);
    }

    /// Whether it matters that a step comes after those before it of the same batch: a rule or a condition says so, or
    /// there are others than the two sides, to whom it may be a loss after a gain.
    fn is_followed_by(&self, order: &Order, step: &MoveTold, lots: &[LotTold]) -> bool {
        let thens = classes(lots);
        let mut rules = order.plan.rules.first.iter();
        let mut waits = in_file(order, step)
            .into_iter()
            .flat_map(|step| &step.after);
        let bound = waits.any(|key| self.keys.contains(key.as_str()))
            || rules.any(|rule| self.classes.contains(&rule.class) && thens.contains(&rule.before));
        let alike = matches!((&self.last[..], &thens[..]), ([one], [other]) if one == other);
        bound || order.check.panels.len() > 2 && !alike
    }
}

fn in_file<'a>(order: &'a Order, step: &MoveTold) -> Option<&'a Step> {
    let stage = order.plan.stages.get(step.stage)?;
    stage.steps.get(step.step?)
}

fn classes(lots: &[LotTold]) -> Vec<ClassId> {
    lots.iter().map(|lot| ClassId(lot.class)).collect()
}

/// More in the same step: what is named stays by itself.
fn add(lots: &mut Vec<LotTold>, more: &[LotTold]) {
    for lot in more {
        let same = lots.iter_mut().find(|other| {
            other.class == lot.class && other.named.is_empty() && lot.named.is_empty()
        });
        match same {
            Some(other) => other.count += lot.count,
            None => lots.push(lot.clone()),
        }
    }
}

impl Line {
    /// What is handed over, one step after the other.
    pub fn what(&self, told: &Told) -> String {
        if let Some(step) = &self.other {
            return told.done(step);
        }
        let steps = self.steps.iter().map(|lots| told.lots(lots));
        let joined = steps.reduce(|first, then| {
            told.strings.with(
                "order-then",
                &[("first", first.into()), ("then", then.into())],
            )
        });
        joined.unwrap_or_default()
    }

    /// Who does what.
    pub fn done(&self, told: &Told) -> String {
        if self.other.is_some() {
            return self.what(told);
        }
        let said = [
            ("party", told.parties(&self.by).into()),
            ("what", self.what(told).into()),
        ];
        told.strings.with("plan-done-handover", &said)
    }
}
