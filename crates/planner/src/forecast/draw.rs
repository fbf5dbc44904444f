//! Going through sets of guesses, each exactly (or, where a rule looks back, by simulation).

use std::sync::atomic::{AtomicU64, Ordering};

use rayon::prelude::*;

use crate::watch::{Stage as Work, Watch};

use super::{
    error::ForecastError,
    exact::{Course, Room, course},
    guesses::{Guesses, Kind, Unknown},
    input::Setting,
    law::{Law, laws},
    random::Draws,
    section::Spread,
    simulate::{Memory, simulated},
};

/// How many sets are gone through between two looks at whoever watches.
const BETWEEN: usize = 64;

/// What was reckoned.
#[derive(Debug)]
pub struct Drawn {
    /// The course of each set.
    pub courses: Vec<Course>,
    /// The courses of the worst and the best set that the ranges allow, where it is known which
    /// those are.
    pub ends: Option<(Course, Course)>,
}

/// Goes through all sets.
pub fn outlooks(
    setting: &Setting,
    guesses: &Guesses,
    watch: &dyn Watch,
) -> Result<Drawn, ForecastError> {
    let numbers: Vec<u64> = (0..u64::from(guesses.draws)).collect();
    let done = AtomicU64::new(0);
    let of = u64::from(guesses.draws);
    watch.at(Work::Forecasting, 0, of)?;
    let parts: Vec<Vec<Course>> = numbers
        .par_chunks(BETWEEN)
        .map(|part| {
            let made = several(setting, guesses, part);
            let count = part.len() as u64;
            let done = done.fetch_add(count, Ordering::Relaxed) + count;
            watch.at(Work::Forecasting, done, of)?;
            Ok(made)
        })
        .collect::<Result<_, ForecastError>>()?;
    let courses: Vec<Course> = parts.into_iter().flatten().collect();
    Ok(Drawn {
        ends: match (courses.as_slice(), &guesses.history) {
            // Where nothing is in doubt, the one set is the worst and the best.
            ([only], None) if guesses.ranges() == 0 => Some((only.clone(), only.clone())),
            _ => ends(setting, guesses),
        },
        courses,
    })
}

fn several(setting: &Setting, guesses: &Guesses, part: &[u64]) -> Vec<Course> {
    let (mut room, mut stages, mut set) = (Room::default(), Vec::new(), Vec::new());
    let mut made = Vec::with_capacity(part.len());
    for number in part {
        let mut draws = Draws::new(guesses.seed, *number);
        draw(guesses, &mut draws, &mut set);
        laws(setting, guesses, &set, &mut stages);
        made.push(one(setting, guesses, &set, &stages, &mut room, &mut draws));
    }
    made
}

fn one(
    setting: &Setting,
    guesses: &Guesses,
    set: &[f64],
    stages: &[Law],
    room: &mut Room,
    draws: &mut Draws,
) -> Course {
    if let Some(looking) = &guesses.history {
        let memory = Memory::new(looking, set);
        return simulated(setting, stages, memory, looking.paths, draws);
    }
    let mut made = Course::default();
    course(setting, stages, room, &mut made);
    made
}

/// One value for each unknown.
fn draw(guesses: &Guesses, draws: &mut Draws, set: &mut Vec<f64>) {
    set.clear();
    for unknown in &guesses.unknowns {
        set.push(value(*unknown, guesses.spread, draws));
    }
}

fn value(unknown: Unknown, spread: Spread, draws: &mut Draws) -> f64 {
    if unknown.low >= unknown.high {
        return unknown.low;
    }
    let place = match spread {
        Spread::Even => draws.uniform(),
        Spread::Middle => middle_of_three(draws),
    };
    match unknown.kind {
        Kind::Good | Kind::Bad | Kind::Mixed => unknown.low + place * (unknown.high - unknown.low),
        Kind::Days => {
            (unknown.low + (place * (unknown.high - unknown.low + 1.0)).floor()).min(unknown.high)
        }
    }
}

/// The middle one of three even draws has the law Beta(2, 2).
fn middle_of_three(draws: &mut Draws) -> f64 {
    let (a, b, c) = (draws.uniform(), draws.uniform(), draws.uniform());
    a.min(b).max(a.max(b).min(c))
}

/// The courses at the worst and the best ends of all ranges. Being done by any day is the likelier
/// the better each guess is, so nothing that the ranges allow lies outside these two; that holds
/// where every range has a better end, and nothing is simulated.
fn ends(setting: &Setting, guesses: &Guesses) -> Option<(Course, Course)> {
    let mixed = |u: &Unknown| u.kind == Kind::Mixed && u.low < u.high;
    if guesses.history.is_some() || guesses.unknowns.iter().any(mixed) {
        return None;
    }
    let end = |best: bool| {
        let value = |u: &Unknown| match (u.kind, best) {
            (Kind::Bad, true) | (Kind::Good | Kind::Days | Kind::Mixed, false) => u.low,
            (Kind::Bad, false) | (Kind::Good | Kind::Days | Kind::Mixed, true) => u.high,
        };
        let set: Vec<f64> = guesses.unknowns.iter().map(value).collect();
        let (mut stages, mut made) = (Vec::new(), Course::default());
        laws(setting, guesses, &set, &mut stages);
        course(setting, &stages, &mut Room::default(), &mut made);
        made
    };
    Some((end(false), end(true)))
}
