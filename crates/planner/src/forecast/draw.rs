//! Drawing sets of guesses from their ranges, and going through them.

use super::{
    exact::{Course, courses, steps},
    guesses::{Guesses, Kind, Unknown},
    input::Setting,
    lanes::Spread,
    law::laws,
    paths,
    random::Draws,
    section, sets,
};
use crate::watch::Watch;

/// What was reckoned.
#[derive(Debug)]
pub struct Drawn {
    /// The course of each set that was gone through.
    pub courses: Vec<Course>,
    /// The courses of the worst and the best set that the ranges allow, where it is known which
    /// those are.
    pub ends: Option<(Course, Course)>,
    /// How many courses of events were simulated for each of the sets; nothing where they were reckoned
    /// exactly.
    pub paths: Option<Vec<u32>>,
    /// Whether whoever watches stopped it before all was gone through.
    pub stopped: bool,
}

/// Goes through all sets, or through those that there is time for until whoever watches stops it: at
/// least one.
pub fn outlooks(setting: &Setting, guesses: &Guesses, watch: &dyn Watch) -> Drawn {
    let mut drawn = match &guesses.history {
        Some(looking) => paths::outlooks(setting, guesses, looking, watch),
        None => sets::outlooks(setting, guesses, watch),
    };
    drawn.ends = match (drawn.courses.as_slice(), &guesses.history) {
        // Where nothing is in doubt, the one set is the worst and the best.
        ([only], None) if guesses.ranges() == 0 => Some((only.clone(), only.clone())),
        _ => ends(setting, guesses),
    };
    drawn
}

/// One value for each unknown.
pub fn draw(guesses: &Guesses, draws: &mut Draws, set: &mut Vec<f64>) {
    set.clear();
    for unknown in &guesses.unknowns {
        set.push(value(*unknown, guesses.spread, draws));
    }
}

fn value(unknown: Unknown, spread: section::Spread, draws: &mut Draws) -> f64 {
    if unknown.low >= unknown.high {
        return unknown.low;
    }
    let place = match spread {
        section::Spread::Even => draws.uniform(),
        section::Spread::Middle => middle_of_three(draws),
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
        let mut stages = Vec::new();
        laws(setting, guesses, &set, &mut stages);
        steps(&stages)
    };
    let (worst, best) = (end(false), end(true));
    let both = courses(setting, [&worst, &best], &mut Spread::default());
    Some(both.into())
}
