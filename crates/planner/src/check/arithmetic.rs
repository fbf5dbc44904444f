//! The plan's own arithmetic: whether there is what is given, whether prices come out at the end of
//! each stage and of the plan, whether batches have their sizes, who goes first, who goes together,
//! and how far a rule of extension reaches.

use std::collections::BTreeSet;

use super::finding::{Extends, Finding};
use crate::plan::{
    Act, BatchRule, ClassId, Extension, First, Group, Plan, Stage, file::WithinFile,
};

/// What was found.
pub fn findings(plan: &Plan) -> Vec<Finding> {
    let mut found = numbers(plan);
    found.extend(prices(plan));
    found.extend(
        plan.rules
            .batches
            .iter()
            .flat_map(|rule| batches(plan, rule)),
    );
    found.extend(plan.rules.first.iter().flat_map(|rule| first(plan, rule)));
    found.extend(
        plan.rules
            .groups
            .iter()
            .filter_map(|rule| group(plan, rule)),
    );
    found.extend(
        plan.rules
            .extension
            .as_ref()
            .map(|rule| extension(plan, rule)),
    );
    found
}

fn numbers(plan: &Plan) -> Vec<Finding> {
    let classes = plan.classes.iter().zip(plan.given()).enumerate();
    let found = classes.filter_map(|(at, (class, given))| {
        let number = class.number?;
        match given.checked_sub(u64::from(number)) {
            Some(0) => None,
            Some(_) => Some(Finding::MoreThanThereAre {
                class: at,
                given,
                number,
            }),
            None => Some(Finding::Remain {
                class: at,
                count: u64::from(number) - given,
            }),
        }
    });
    found.collect()
}

/// How many of each class have been given by the end of each stage.
fn by_stage(plan: &Plan, class: ClassId) -> Vec<u64> {
    let mut sum = 0;
    let stages = plan.stages.iter().map(|stage| {
        sum += in_stage(stage, class);
        sum
    });
    stages.collect()
}

fn in_stage(stage: &Stage, class: ClassId) -> u64 {
    let lots = stage
        .steps
        .iter()
        .flat_map(|step| step.act.batches())
        .flat_map(|batch| &batch.lots);
    lots.filter(|lot| lot.class == class)
        .map(|lot| u64::from(lot.count))
        .sum()
}

/// Prices that are paid in one class are added up: what is due is due for all of them together.
fn prices(plan: &Plan) -> Vec<Finding> {
    let mut found = Vec::new();
    for account in plan.dues() {
        let paid = account.paid_in;
        let paid_by = by_stage(plan, paid);
        let rules = || account.prices.iter().map(|(_, price)| *price);
        let of: Vec<(ClassId, Vec<u64>)> = rules()
            .map(|rule| (rule.of, by_stage(plan, rule.of)))
            .collect();
        let due = |stage: usize| {
            account.due(|class| {
                let given = of.iter().find(|(of, _)| *of == class);
                given
                    .and_then(|(_, given)| given.get(stage))
                    .copied()
                    .unwrap_or(0)
            })
        };
        let slack = account.slack();
        let last = plan.stages.len().saturating_sub(1);
        for (stage, given) in paid_by.iter().enumerate() {
            let (due, given) = (due(stage), *given);
            let (at, slack) = if stage == last {
                (None, 0)
            } else {
                (Some(stage), slack)
            };
            if due.abs_diff(given) > slack {
                found.push(Finding::PriceOff {
                    paid_in: paid.0,
                    stage: at,
                    due,
                    given,
                    slack,
                });
            } else if stage == last {
                let of = rules().map(|rule| rule.of.0).collect();
                found.push(Finding::PriceComesOut {
                    paid_in: paid.0,
                    of,
                    due,
                });
            }
        }
        for (rule, (_, given)) in rules().zip(&of) {
            let given = given.last().copied().unwrap_or(0);
            if rule.each > 1 && given % u64::from(rule.each) != 0 {
                found.push(Finding::GroupPriceInPart {
                    class: rule.of.0,
                    each: rule.each,
                    given,
                });
            }
        }
    }
    found
}

fn batches(plan: &Plan, rule: &BatchRule) -> Vec<Finding> {
    if let (Some(at_least), Some(at_most)) = (rule.at_least, rule.at_most)
        && at_least > at_most
    {
        return vec![Finding::BatchesCannotBe {
            class: rule.of.0,
            at_least,
            at_most,
        }];
    }
    let stages = plan.stages.iter().enumerate();
    let wrong = stages.filter_map(|(stage, told)| {
        let count = in_stage(told, rule.of);
        let few = rule.at_least.is_some_and(|least| count < u64::from(least));
        let many = rule.at_most.is_some_and(|most| count > u64::from(most));
        (count > 0 && (few || many)).then_some(Finding::BatchSize {
            stage,
            class: rule.of.0,
            count,
            at_least: rule.at_least,
            at_most: rule.at_most,
        })
    });
    wrong.collect()
}

/// Whether all of one class go before any of another, in each stage or in the plan.
fn first(plan: &Plan, rule: &First) -> Vec<Finding> {
    let last_of_first = |stage: &Stage| {
        stage
            .steps
            .iter()
            .rposition(|step| step.act.gives(rule.class))
    };
    let first_of_second = |stage: &Stage| {
        stage
            .steps
            .iter()
            .position(|step| step.act.gives(rule.before))
    };
    let wrong = |stage: usize| Finding::OutOfOrder {
        stage,
        class: rule.class.0,
        before: rule.before.0,
    };
    match rule.within {
        WithinFile::EachStage => {
            let stages = plan.stages.iter().enumerate();
            let broken = stages.filter(|(_, stage)| {
                let both = last_of_first(stage).zip(first_of_second(stage));
                both.is_some_and(|(last, first)| first <= last)
            });
            broken.map(|(stage, _)| wrong(stage)).collect()
        }
        WithinFile::ThePlan => {
            let stages = || plan.stages.iter().enumerate();
            let last = stages()
                .rev()
                .find_map(|(at, stage)| Some((at, last_of_first(stage)?)));
            let soon = stages().find_map(|(at, stage)| Some((at, first_of_second(stage)?)));
            match (last, soon) {
                (Some(last), Some(soon)) if soon <= last => vec![wrong(soon.0)],
                _ => Vec::new(),
            }
        }
    }
}

/// Who of a group is not in the move in which its first goes.
fn group(plan: &Plan, rule: &Group) -> Option<Finding> {
    let of_group: BTreeSet<&str> = rule.named.iter().map(String::as_str).collect();
    let steps = plan.stages.iter().flat_map(|stage| &stage.steps);
    let lots = steps
        .flat_map(|step| step.act.batches())
        .flat_map(|batch| &batch.lots);
    let mut lots = lots.filter(|lot| lot.class == rule.class);
    let first = lots.find(|lot| {
        lot.named
            .iter()
            .any(|name| of_group.contains(name.as_str()))
    })?;
    let with_first: BTreeSet<&str> = first.named.iter().map(String::as_str).collect();
    let apart = of_group
        .difference(&with_first)
        .map(|name| (*name).to_owned());
    let named: Vec<String> = apart.collect();
    (!named.is_empty()).then_some(Finding::GroupParted {
        class: rule.class.0,
        named,
    })
}

fn extension(plan: &Plan, rule: &Extension) -> Finding {
    let in_plan: u64 = plan
        .stages
        .iter()
        .map(|stage| in_stage(stage, rule.grants))
        .sum();
    let room = u64::from(rule.granted_at_most).checked_sub(in_plan);
    let under_cap = room.map(|room| room / u64::from(rule.granting.max(1)));
    Finding::Extension(Extends {
        of: rule.of.0,
        block: rule.block,
        blocks: rule.further / rule.block,
        left_over: rule.further % rule.block,
        grants: rule.grants.0,
        in_plan,
        granting: rule.granting,
        at_most: rule.granted_at_most,
        blocks_under_cap: under_cap.map(|blocks| u32::try_from(blocks).unwrap_or(u32::MAX)),
    })
}

impl Act {
    /// Whether some of a class are handed over in it.
    fn gives(&self, class: ClassId) -> bool {
        self.batches()
            .iter()
            .flat_map(|batch| &batch.lots)
            .any(|lot| lot.class == class)
    }
}
