//! Twenty dots that stand for what may happen: a quantile dot plot (Kay and others 2016; Fernandes
//! and others 2018 found that people decide better by it than by an interval).

use serde::Serialize;

use super::band::count;

/// How many dots.
pub const DOTS: usize = 20;

/// One of twenty cases that stand for all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Dot {
    /// All is done on this day, counted from the first day of the plan.
    Done(u32),
    /// It stops at this stage, counted from nought.
    Stopped(usize),
}

/// The cases at the middle of each twentieth of all courses of events: first those that end well,
/// by their day, then those that stop, by their stage.
pub fn dots(done: &[(u32, f64)], stops: &[f64]) -> Vec<Dot> {
    let courses = done.iter().map(|(day, chance)| (Dot::Done(*day), *chance));
    let stopped = stops.iter().enumerate();
    let courses = courses.chain(stopped.map(|(stage, chance)| (Dot::Stopped(stage), *chance)));
    let (mut dots, mut sum, mut last) = (Vec::with_capacity(DOTS), 0.0, None);
    for (dot, chance) in courses {
        sum += chance;
        if chance > 0.0 {
            last = Some(dot);
        }
        while dots.len() < DOTS && sum > (count(dots.len()) + 0.5) / count(DOTS) {
            dots.push(dot);
        }
    }
    // Rounding may leave the last one out.
    if let Some(last) = last {
        dots.resize(DOTS, last);
    }
    dots
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dots_stand_for_shares() {
        let made = dots(&[(4, 0.5), (6, 0.1)], &[0.0, 0.3, 0.1]);
        let count = |dot| made.iter().filter(|d| **d == dot).count();
        assert_eq!(made.len(), DOTS);
        assert_eq!(count(Dot::Done(4)), 10);
        assert_eq!(count(Dot::Done(6)), 2);
        assert_eq!(count(Dot::Stopped(1)), 6);
        assert_eq!(count(Dot::Stopped(2)), 2);
    }
}
