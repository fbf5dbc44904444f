//! Going through sets of guesses exactly, several side by side.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use rayon::prelude::*;

use super::{
    draw::{Drawn, draw},
    exact::{Course, Step, courses, length, steps},
    guesses::Guesses,
    input::Setting,
    lanes::Spread,
    law::laws,
    random::Draws,
};
use crate::watch::{Stage as Work, Watch};

/// How many sets are reckoned side by side: more than two, and what they need stands no longer in the
/// registers of a processor that does two at once.
const LANES: usize = 2;
/// How many cells are gone through between two looks at whoever watches, about.
const CELLS_BETWEEN: u64 = 1_000_000;
/// The most sets between two looks, in lanes.
const LANES_BETWEEN: u64 = 32;

/// Goes through all sets that there is time for.
pub fn outlooks(setting: &Setting, guesses: &Guesses, watch: &dyn Watch) -> Drawn {
    let numbers: Vec<u64> = (0..u64::from(guesses.draws)).collect();
    let of = u64::from(guesses.draws);
    let (done, stopped) = (AtomicU64::new(0), AtomicBool::new(false));
    let parts: Vec<Vec<Course>> = numbers
        .par_chunks(between(guesses))
        .enumerate()
        .map(|(at, part)| {
            let asked = stopped.load(Ordering::Relaxed)
                || watch
                    .at(Work::Forecasting, done.load(Ordering::Relaxed), of)
                    .is_err();
            // The first is gone through whatever is asked: something can be said then.
            if asked && at > 0 {
                stopped.store(true, Ordering::Relaxed);
                return Vec::new();
            }
            let made = several(setting, guesses, part);
            done.fetch_add(part.len() as u64, Ordering::Relaxed);
            made
        })
        .collect();
    let courses: Vec<Course> = parts.into_iter().flatten().collect();
    Drawn {
        stopped: courses.len() < numbers.len(),
        courses,
        ends: None,
        paths: None,
    }
}

/// How many sets are gone through between two looks at whoever watches: the same on any number of
/// threads.
fn between(guesses: &Guesses) -> usize {
    let lanes = (CELLS_BETWEEN / guesses.cells().max(1)).clamp(1, LANES_BETWEEN);
    LANES * usize::try_from(lanes).unwrap_or(1)
}

fn several(setting: &Setting, guesses: &Guesses, part: &[u64]) -> Vec<Course> {
    let (mut stages, mut set) = (Vec::new(), Vec::new());
    let mut sets: Vec<(usize, f64, Vec<Step>)> = Vec::with_capacity(part.len());
    for (at, number) in part.iter().enumerate() {
        let mut draws = Draws::new(guesses.seed, *number);
        draw(guesses, &mut draws, &mut set);
        laws(setting, guesses, &set, &mut stages);
        let steps = steps(&stages);
        sets.push((at, length(&steps), steps));
    }
    // Lanes are as long as the longest of them, so that like stands beside like.
    sets.sort_by(|a, b| a.1.total_cmp(&b.1));
    let mut spread = Spread::default();
    let mut made: Vec<(usize, Course)> = Vec::with_capacity(part.len());
    let (full, rest) = sets.as_chunks::<LANES>();
    for beside in full {
        let lanes = beside.each_ref().map(|(_, _, steps)| steps.as_slice());
        let places = beside.iter().map(|(at, _, _)| *at);
        made.extend(places.zip(courses(setting, lanes, &mut spread)));
    }
    let mut spread = Spread::default();
    for (at, _, steps) in rest {
        let [course] = courses(setting, [steps.as_slice()], &mut spread);
        made.push((*at, course));
    }
    made.sort_by_key(|(at, _)| *at);
    made.into_iter().map(|(_, course)| course).collect()
}
