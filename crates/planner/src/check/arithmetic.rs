//! The plan's own arithmetic: whether there is what is given, whether prices come out at the end of
//! each stage and of the plan, whether batches have their sizes, who goes first, who goes together,
//! and how far a rule of extension reaches.

use std::collections::BTreeSet;

use super::{
    course::{Course, Part},
    finding::{Extends, Finding},
    found::Found,
};
use crate::plan::{
    Act, BatchRule, ClassId, Extension, First, Group, Plan, Stage, file::WithinFile,
};

/// What was found.
pub fn findings(plan: &Plan, course: &Course, found: &mut Found) {
    found.extend(numbers(plan, course));
    prices(plan, found);
    for rule in &plan.rules.batches {
        batches(plan, rule, found);
    }
    for rule in &plan.rules.first {
        first(plan, rule, found);
    }
    for rule in &plan.rules.groups {
        found.extend(group(course, rule));
    }
    found.extend(
        plan.rules
            .extension
            .as_ref()
            .map(|rule| extension(plan, rule)),
    );
}

fn numbers(plan: &Plan, course: &Course) -> impl Iterator<Item = Finding> {
    let classes = plan.classes.iter().zip(&course.end).enumerate();
    classes.filter_map(|(at, (class, end))| {
        let (number, given) = (class.number?, u64::from(end.given));
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
    })
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
fn prices(plan: &Plan, found: &mut Found) {
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
}

fn batches(plan: &Plan, rule: &BatchRule, found: &mut Found) {
    if let (Some(at_least), Some(at_most)) = (rule.at_least, rule.at_most)
        && at_least > at_most
    {
        found.push(Finding::BatchesCannotBe {
            class: rule.of.0,
            at_least,
            at_most,
        });
        return;
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
    found.extend(wrong);
}

/// Whether all of one class go before any of another, in each stage or in the plan.
fn first(plan: &Plan, rule: &First, found: &mut Found) {
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
            found.extend(broken.map(|(stage, _)| wrong(stage)));
        }
        WithinFile::ThePlan => {
            let stages = || plan.stages.iter().enumerate();
            let last = stages()
                .rev()
                .find_map(|(at, stage)| Some((at, last_of_first(stage)?)));
            let soon = stages().find_map(|(at, stage)| Some((at, first_of_second(stage)?)));
            let both = last.zip(soon);
            let broken = both.filter(|(last, soon)| soon <= last);
            found.extend(broken.map(|(_, soon)| wrong(soon.0)));
        }
    }
}

/// Who of a group is not in the move in which its first goes.
fn group(course: &Course, rule: &Group) -> Option<Finding> {
    let of_group: BTreeSet<&str> = rule.named.iter().map(String::as_str).collect();
    let told = |parts: &[Part]| -> BTreeSet<&str> {
        let own = parts.iter().filter(|part| part.class() == rule.class);
        own.flat_map(|part| course.names_of(part))
            .map(String::as_str)
            .collect()
    };
    let moves = course.moves.iter().map(|step| course.handed_over(step));
    let mut by_name = moves.filter(|parts| parts.iter().any(|part| part.names > 0));
    let with_first = by_name.find_map(|parts| {
        let with = told(parts);
        (!with.is_disjoint(&of_group)).then_some(with)
    })?;
    let apart = of_group.difference(&with_first);
    let apart: Vec<String> = apart.map(|name| (*name).to_owned()).collect();
    (!apart.is_empty()).then_some(Finding::GroupParted {
        class: rule.class.0,
        named: apart,
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
