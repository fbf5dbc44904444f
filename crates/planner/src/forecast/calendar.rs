//! The days of a plan's stages, as far as they have some.

use jiff::civil::Date;
use serde::Serialize;

use super::{ForecastError, Section};
use crate::plan::Plan;

/// How days are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Counting {
    /// As dates: the last stage has its day, from which the days on which all is done are counted.
    Dates,
    /// From the first day of the plan, since the last stage has none.
    FromTheStart,
}

/// The days of the stages.
pub struct Calendar {
    /// The first day of the plan; nothing where no stage has a day.
    pub first: Option<Date>,
    /// For each stage how many days after the first it is. One without a day of its own is counted as a
    /// day after the stage before it, though not after the next that has one.
    pub days: Vec<u32>,
    /// Which stages have no day of their own.
    pub undated: Vec<usize>,
    /// Which stages have a day before that of an earlier one. Each counts as on the latest day before it.
    pub backwards: Vec<usize>,
    /// How days are told.
    pub counting: Counting,
}

impl Calendar {
    /// The days of a plan.
    pub fn of(plan: &Plan) -> Self {
        let dates: Vec<Option<Date>> = plan.stages.iter().map(|stage| stage.on).collect();
        let first = dates.iter().flatten().next().copied();
        let since = |date: &Date| {
            let since = first.and_then(|first| first.until(*date).ok());
            since.map_or(0, |since| {
                u32::try_from(since.get_days().max(0)).unwrap_or(0)
            })
        };
        let (mut latest, mut latest_day) = (first, 0);
        let (mut own, mut backwards) = (Vec::with_capacity(dates.len()), Vec::new());
        for (at, date) in dates.iter().enumerate() {
            if date.is_some() && *date < latest {
                backwards.push(at);
            }
            latest = latest.max(*date);
            own.push(date.as_ref().map(|date| {
                latest_day = since(date).max(latest_day);
                latest_day
            }));
        }
        let mut days = Vec::with_capacity(own.len());
        // Before the first stage that has a day, all are on that day.
        let mut leads = first.is_some();
        for (day, next) in own.iter().zip(nexts(&own)) {
            leads &= day.is_none();
            let before = days.last().copied();
            let assumed = || {
                before.map_or(0, |before: u32| {
                    let after = before.saturating_add(1);
                    next.map_or(after, |next| after.min(next.max(before)))
                })
            };
            days.push(day.unwrap_or_else(|| if leads { 0 } else { assumed() }));
        }
        let undated = own.iter().enumerate();
        let undated = undated.filter(|(_, day)| day.is_none());
        Self {
            first,
            days,
            undated: undated.map(|(at, _)| at).collect(),
            backwards,
            counting: match own.last() {
                Some(Some(_)) => Counting::Dates,
                _ => Counting::FromTheStart,
            },
        }
    }

    /// The days of delay that are made up before each stage: from one stage that has a day to the next that
    /// has one, in all no more than lie between the two. Before the first there is nothing to make up.
    pub fn slacks(&self, plan: &Plan, section: &Section) -> Result<Vec<u32>, ForecastError> {
        let mut slacks = Vec::with_capacity(plan.stages.len());
        // The last stage that has a day, and what is made up since.
        let (mut last, mut since) = (None, 0_u32);
        for (at, (stage, day)) in plan.stages.iter().zip(&self.days).enumerate() {
            let slack = if at == 0 {
                0
            } else {
                section.slack(&stage.name)
            };
            slacks.push(slack);
            since = since.saturating_add(slack);
            if stage.on.is_none() {
                continue;
            }
            if let Some((before, first)) = last {
                let days = day.saturating_sub(first);
                if since > days {
                    return Err(too_much(plan, before, at, since, days));
                }
            }
            (last, since) = (Some((at, *day)), 0);
        }
        Ok(slacks)
    }
}

/// For each stage its own day, or that of the next that has one.
fn nexts(own: &[Option<u32>]) -> Vec<Option<u32>> {
    let mut next = None;
    let backwards = own.iter().rev().map(|day| {
        next = day.or(next);
        next
    });
    let mut nexts: Vec<Option<u32>> = backwards.collect();
    nexts.reverse();
    nexts
}

/// Before which stages days are made up of which it cannot be seen whether there are as many: before the
/// first stage that has a day, or after the last.
pub fn unchecked(plan: &Plan, section: &Section) -> Vec<usize> {
    let dated = |stage: &crate::plan::Stage| stage.on.is_some();
    let first = plan.stages.iter().position(dated);
    let last = plan.stages.iter().rposition(dated);
    let stages = plan.stages.iter().enumerate().skip(1);
    let unchecked = stages.filter(|(at, stage)| {
        let between = first.is_some_and(|first| first < *at) && last >= Some(*at);
        !between && section.slack(&stage.name) > 0
    });
    unchecked.map(|(at, _)| at).collect()
}

fn too_much(plan: &Plan, before: usize, at: usize, slack: u32, days: u32) -> ForecastError {
    let name = |at| {
        let stage: Option<&crate::plan::Stage> = plan.stages.get(at);
        stage.map(|stage| stage.name.clone()).unwrap_or_default()
    };
    if before + 1 == at {
        let stage = name(at);
        return ForecastError::Slack { stage, slack, days };
    }
    ForecastError::SlackBetween {
        before: name(before),
        stage: name(at),
        slack,
        days,
    }
}
