//! The moves of an order, line by line: all that one side hands over in one stage is one line.

use planner::{
    check::{Done, LotTold, MoveTold},
    order::report::Order,
    plan::ClassId,
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
    let mut before: Vec<MoveTold> = Vec::new();
    for step in order.check.moves.iter() {
        let Done::Handover(lots) = &step.what else {
            before.clear();
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
                Some(so_far) if !follows(order, &before, &step) => add(so_far, lots),
                Some(_) | None => line.steps.push(lots.to_vec()),
            }
        } else {
            before.clear();
            lines.push(Line {
                stage: step.stage,
                by: step.by.to_vec(),
                steps: vec![lots.to_vec()],
                other: None,
            });
        }
        before.push(step);
    }
    lines
}

/// Whether it matters that a step comes after those before it of the same batch: a rule or a condition says so, or
/// there are others than the two sides, to whom it may be a loss after a gain.
fn follows(order: &Order, before: &[MoveTold], step: &MoveTold) -> bool {
    let in_file = |step: &MoveTold| {
        let stage = order.plan.stages.get(step.stage)?;
        stage.steps.get(step.step?)
    };
    let classes = |step: &MoveTold| match &step.what {
        Done::Handover(lots) => lots.iter().map(|lot| ClassId(lot.class)).collect(),
        Done::Together(_)
        | Done::Escrow(_)
        | Done::Deposit(_)
        | Done::GiveBack(_)
        | Done::Verified(_) => Vec::new(),
    };
    let waits = in_file(step).map_or(&[][..], |step| step.after.as_slice());
    let bound = before.iter().any(|first| {
        let key = in_file(first).and_then(|first| first.key.as_ref());
        let (firsts, thens) = (classes(first), classes(step));
        let rules = &order.plan.rules.first;
        key.is_some_and(|key| waits.contains(key))
            || rules
                .iter()
                .any(|rule| firsts.contains(&rule.class) && thens.contains(&rule.before))
    });
    let alike = matches!(
        before.last().map(classes).as_deref(),
        Some([one]) if *classes(step) == [*one]
    );
    bound || order.check.panels.len() > 2 && !alike
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
