//! The places of a plan, and what is done there. Other orders of a plan are other acts in the same
//! places.

use jiff::{
    ToSpan,
    civil::{Date, DateTime, Time},
};

use super::course::Times;
use crate::plan::{Act, Plan, Stage, Step};

/// A place, and what is done there.
#[derive(Clone, Copy, Debug)]
pub struct Slot<'p> {
    /// Its stage, from nought.
    pub stage: u32,
    /// Its step in the stage, from nought.
    pub step: u32,
    /// The day of its stage.
    pub on: Option<Date>,
    /// The step that has the place: its times are those of the place.
    pub place: &'p Step,
    /// What is done.
    pub act: &'p Act,
}

impl Slot<'_> {
    /// When it is, where the plan says so, and when at the latest.
    pub fn times(&self) -> Times {
        let moment =
            |time: Option<Time>| self.on.zip(time).map(|(day, time)| day.to_datetime(time));
        Times {
            at: moment(self.place.at),
            by: moment(self.place.by),
        }
    }

    /// The earliest that it can be: its time, or the beginning of its day.
    pub fn begins(&self) -> Option<DateTime> {
        let day = self.on?;
        Some(day.to_datetime(self.place.at.unwrap_or(Time::midnight())))
    }

    /// The latest that it can be: its time, the latest that it has, or the end of its day.
    pub fn ends(&self) -> Option<DateTime> {
        let Times { at, by } = self.times();
        if at.or(by).is_some() {
            return at.or(by);
        }
        let next = self.on?.checked_add(1.day()).ok()?;
        Some(next.to_datetime(Time::midnight()))
    }
}

/// The places of a plan in their order.
pub fn slots(plan: &Plan) -> impl Iterator<Item = Slot<'_>> {
    let stages = (0_u32..).zip(&plan.stages);
    stages.flat_map(|(stage, told)| of_stage(stage, told))
}

/// The places of one stage.
pub fn of_stage(stage: u32, told: &Stage) -> impl Iterator<Item = Slot<'_>> {
    let steps = (0_u32..).zip(&told.steps);
    steps.map(move |(step, place)| Slot {
        stage,
        step,
        on: told.on,
        place,
        act: &place.act,
    })
}
