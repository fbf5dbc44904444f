//! The exact reckoning for one set of guesses: the spread of the delay, stage by stage.
//!
//! After each stage `f[d]` is the chance that all so far is done with `d` days of delay. A stage
//! moves it on by the law of its own delay, and takes from it what stops there. Chances are 64-bit
//! floating-point numbers, and a day of delay at the far end whose chance is below 10^-30 is left out,
//! which is less than their rounding; nothing else is approximate.
//!
//! Both ways of being late are runs of geometric weights, each cell from the one before. They are gone
//! through side by side, so that neither waits for the other, over a copy with noughts on both sides, so
//! that nothing is asked of a cell but its place.

use super::{
    Reason,
    input::Setting,
    law::{Lateness, Law},
};

/// Less than this is no chance: far below what rounding leaves of a sum of chances.
const NOTHING: f64 = 1e-30;

/// What one set of guesses leads to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Course {
    /// The chance that all is done with so many days of delay, from nought.
    pub done: Vec<f64>,
    /// For each stage, the chance of stopping there for each reason, in the order of
    /// [`Reason::ALL`].
    pub stops: Vec<[f64; Reason::ALL.len()]>,
}

impl Course {
    /// The chance that all is done.
    pub fn complete(&self) -> f64 {
        sum(&self.done)
    }
}

/// Room for reckoning, kept between sets of guesses.
#[derive(Default)]
pub struct Room {
    /// The spread so far, with noughts on both sides.
    padded: Vec<f64>,
    moved: Vec<f64>,
}

/// Reckons one set of guesses.
pub fn course(setting: &Setting, laws: &[Law], room: &mut Room, course: &mut Course) {
    course.stops.clear();
    course.stops.reserve(laws.len());
    course.done.clear();
    course.done.push(1.0);
    for (stage, law) in setting.stages().iter().zip(laws) {
        make_up(&mut course.done, stage.slack as usize);
        course.stops.push(stops(law, sum(&course.done)));
        step(law, &mut course.done, room);
    }
}

/// Eight sums side by side: each waits only for its own.
fn sum(numbers: &[f64]) -> f64 {
    let (eights, rest) = numbers.as_chunks::<8>();
    let mut sums = [0.0; 8];
    for eight in eights {
        for (sum, number) in sums.iter_mut().zip(eight) {
            *sum += number;
        }
    }
    sums.iter().chain(rest).sum()
}

/// Days of delay that are made up before a stage.
fn make_up(done: &mut Vec<f64>, slack: usize) {
    let slack = slack.min(done.len() - 1);
    if slack == 0 {
        return;
    }
    let made_up: f64 = done.iter().take(slack).sum();
    done.drain(..slack);
    if let Some(first) = done.first_mut() {
        *first += made_up;
    }
}

fn stops(law: &Law, reached: f64) -> [f64; Reason::ALL.len()] {
    let late = reached * (law.delivery.clean + law.delivery.replaced) * (1.0 - law.on_time);
    let (open, silent) = (late * (1.0 - law.silence), late * law.silence);
    let (open_breach, delay) = law.open.stops();
    let (silent_breach, silence) = law.silent.stops();
    [
        open * delay,
        open * open_breach + silent * silent_breach,
        silent * silence,
        reached * law.delivery.missing,
    ]
}

/// What resumes after days of lateness: a run of geometric weights, each from the one before.
struct Run {
    /// What resumes on a day of what is late then.
    each: f64,
    /// What stays late from one day to the next.
    stays: f64,
    /// What would still be late after the last day, and is given up.
    fallen: f64,
    days: usize,
}

impl Run {
    /// The weight is the chance of being late in this way.
    fn of(lateness: Lateness, weight: f64) -> Self {
        let each = weight * lateness.resumes();
        let stays = lateness.stays();
        if each <= 0.0 {
            return Self {
                each: 0.0,
                stays,
                fallen: 1.0,
                days: 0,
            };
        }
        Self {
            each,
            stays,
            fallen: (0..lateness.days).fold(1.0, |still, _| still * stays),
            days: lateness.days,
        }
    }
}

/// Moves the spread of the delay on by one stage.
fn step(law: &Law, done: &mut Vec<f64>, room: &mut Room) {
    let late = 1.0 - law.on_time;
    let open = Run::of(law.open, late * (1.0 - law.silence));
    let silent = Run::of(law.silent, late * law.silence);
    let longest = open.days.max(silent.days);
    let padded = &mut room.padded;
    padded.clear();
    padded.resize(longest + 1, 0.0);
    padded.extend_from_slice(done);
    padded.resize(padded.len() + longest, 0.0);
    let from = |back: usize| padded.get(longest + 1 - back..).unwrap_or_default();
    let (here, before) = (from(0), from(1));
    let (open_ends, silent_ends) = (from(1 + open.days), from(1 + silent.days));
    let moved = &mut room.moved;
    moved.clear();
    moved.resize(here.len(), 0.0);
    // Each run is the sum over j from 1 to its last day of stays^(j - 1) done[d - j].
    let (mut open_run, mut silent_run) = (0.0, 0.0);
    let ends = open_ends.iter().zip(silent_ends);
    let places = moved.iter_mut().zip(here).zip(before).zip(ends);
    for (((cell, here), before), (open_ends, silent_ends)) in places {
        open_run = open_run * open.stays + (before - open.fallen * open_ends);
        silent_run = silent_run * silent.stays + (before - silent.fallen * silent_ends);
        // What rounding leaves where a run has ended is no chance.
        let resumed = open.each * f64::max(open_run, 0.0) + silent.each * f64::max(silent_run, 0.0);
        *cell = here * law.on_time + resumed;
    }
    replace(law, done, moved);
}

/// Splits what moved by whether something had to be replaced, which takes days of its own.
fn replace(law: &Law, done: &mut Vec<f64>, moved: &[f64]) {
    let shift = if law.delivery.replaced > 0.0 {
        law.replacing_days
    } else {
        0
    };
    done.clear();
    done.extend(moved.iter().map(|chance| chance * law.delivery.clean));
    done.resize(moved.len() + shift, 0.0);
    for (cell, chance) in done.iter_mut().skip(shift).zip(moved) {
        *cell += chance * law.delivery.replaced;
    }
    while done.len() > 1 && done.last().is_some_and(|last| *last < NOTHING) {
        done.pop();
    }
}
