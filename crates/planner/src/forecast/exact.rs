//! The exact reckoning for one set of guesses: the spread of the delay, stage by stage.
//!
//! After each stage `f[d]` is the chance that all so far is done with `d` days of delay. A stage
//! moves it on by the law of its own delay, and takes from it what stops there. Chances are 64-bit
//! floating-point numbers, and a day of delay at the far end whose chance is below 10^-30 is left out,
//! which is less than their rounding; nothing else is approximate.

use std::iter::{repeat, repeat_n};

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
        self.done.iter().sum()
    }
}

/// Room for reckoning, kept between sets of guesses.
#[derive(Default)]
pub struct Room {
    moved: Vec<f64>,
}

/// Reckons one set of guesses.
pub fn course(setting: &Setting, laws: &[Law], room: &mut Room, course: &mut Course) {
    course.stops.clear();
    course.done.clear();
    course.done.push(1.0);
    for (stage, law) in setting.stages().iter().zip(laws) {
        make_up(&mut course.done, stage.slack as usize);
        let reached = course.complete();
        course.stops.push(stops(law, reached));
        step(law, &mut course.done, &mut room.moved);
    }
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

/// Moves the spread of the delay on by one stage.
fn step(law: &Law, done: &mut Vec<f64>, moved: &mut Vec<f64>) {
    let late = 1.0 - law.on_time;
    let mut longest = 0;
    for (weight, lateness) in [(1.0 - law.silence, &law.open), (law.silence, &law.silent)] {
        if late * weight * lateness.resumes() > 0.0 {
            longest = longest.max(lateness.days);
        }
    }
    moved.clear();
    moved.extend(done.iter().map(|chance| chance * law.on_time));
    moved.resize(done.len() + longest, 0.0);
    resume(law.open, late * (1.0 - law.silence), done, moved);
    resume(law.silent, late * law.silence, done, moved);
    replace(law, done, moved);
}

/// Adds what resumes after days of lateness: a run of geometric weights, each from the one before.
fn resume(lateness: Lateness, weight: f64, done: &[f64], moved: &mut [f64]) {
    let each = weight * lateness.resumes();
    if each <= 0.0 || lateness.days == 0 {
        return;
    }
    let stays = lateness.stays();
    let fallen = (0..lateness.days).fold(1.0, |still, _| still * stays);
    // `run` is the sum over j from 1 to the last day of stays^(j - 1) done[d - j].
    let mut run = 0.0;
    let comes = done.iter().copied().chain(repeat(0.0));
    let goes = repeat_n(0.0, lateness.days).chain(done.iter().copied());
    let goes = goes.chain(repeat(0.0));
    for ((cell, comes), goes) in moved.iter_mut().skip(1).zip(comes).zip(goes) {
        run = run * stays + (comes - fallen * goes);
        // What rounding leaves where the run has ended is no chance.
        *cell += each * f64::max(run, 0.0);
    }
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
