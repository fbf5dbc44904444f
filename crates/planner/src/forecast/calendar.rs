//! The days of a plan's stages, as far as they have some.

use jiff::civil::Date;
use serde::Serialize;

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
    /// How days are told.
    pub counting: Counting,
}

impl Calendar {
    /// The days of a plan.
    pub fn of(plan: &Plan) -> Self {
        let dates: Vec<Option<Date>> = plan.stages.iter().map(|stage| stage.on).collect();
        let first = dates.iter().flatten().next().copied();
        // A day before the first is told of by the check; here it counts as the first.
        let since = |date: &Date| {
            let since = first.and_then(|first| first.until(*date).ok());
            since.map_or(0, |since| {
                u32::try_from(since.get_days().max(0)).unwrap_or(0)
            })
        };
        let own: Vec<Option<u32>> = dates.iter().map(|date| date.as_ref().map(since)).collect();
        let mut days = Vec::with_capacity(own.len());
        for (at, day) in own.iter().enumerate() {
            let before = days.last().copied();
            let next = || own.iter().skip(at).flatten().next().copied();
            let assumed = || {
                before.map_or(0, |before: u32| {
                    let after = before.saturating_add(1);
                    next().map_or(after, |next| after.min(next.max(before)))
                })
            };
            // Before the first stage that has a day, all are on that day.
            let leads = own.iter().take(at + 1).all(Option::is_none) && first.is_some();
            days.push(day.unwrap_or_else(|| if leads { 0 } else { assumed() }));
        }
        let undated = own.iter().enumerate();
        let undated = undated.filter(|(_, day)| day.is_none());
        Self {
            first,
            days,
            undated: undated.map(|(at, _)| at).collect(),
            counting: match own.last() {
                Some(Some(_)) => Counting::Dates,
                _ => Counting::FromTheStart,
            },
        }
    }

    /// How many days lie between a stage and the one before it, where both have days of their own.
    pub fn between(&self, at: usize) -> Option<u32> {
        let before = at.checked_sub(1)?;
        if self.undated.contains(&at) || self.undated.contains(&before) {
            return None;
        }
        Some(self.days.get(at)?.saturating_sub(*self.days.get(before)?))
    }
}
