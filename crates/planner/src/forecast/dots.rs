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

/// The cases at the middle of each twentieth of all courses of events that end well, by their day. The
/// others are shared among the stages by what remains (Hamilton): stages are not more or less of something,
/// and by their middles a stage at which a stop is likelier could have fewer.
pub fn dots(done: &[(u32, f64)], stops: &[f64]) -> Vec<Dot> {
    let (mut dots, mut sum, mut last) = (Vec::with_capacity(DOTS), 0.0, None);
    for (day, chance) in done {
        sum += chance;
        if *chance > 0.0 {
            last = Some(Dot::Done(*day));
        }
        while dots.len() < DOTS && sum > (count(dots.len()) + 0.5) / count(DOTS) {
            dots.push(Dot::Done(*day));
        }
    }
    let stopped = DOTS - dots.len();
    let all: f64 = stops.iter().sum();
    if all > 0.0 {
        let shares = stops.iter().map(|chance| chance / all * count(stopped));
        let mut seats: Vec<(usize, f64, f64)> = shares
            .enumerate()
            .map(|(stage, share)| (stage, share.floor(), share.fract()))
            .collect();
        let whole: f64 = seats.iter().map(|(_, whole, _)| whole).sum();
        seats.sort_by(|a, b| b.2.total_cmp(&a.2));
        let mut rest = count(stopped) - whole;
        for (_, whole, _) in &mut seats {
            if rest >= 0.5 {
                *whole += 1.0;
                rest -= 1.0;
            }
        }
        seats.sort_by_key(|(stage, ..)| *stage);
        for (stage, mut whole, _) in seats {
            while whole >= 0.5 {
                dots.push(Dot::Stopped(stage));
                whole -= 1.0;
            }
        }
    }
    // Rounding may leave the last one out.
    if let Some(last) = dots.last().copied().or(last) {
        dots.resize(DOTS, last);
    }
    dots
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stage_at_which_a_stop_is_likelier_has_no_fewer_dots() {
        let made = dots(&[(4, 0.789)], &[0.076, 0.070, 0.065]);
        let count = |dot| made.iter().filter(|d| **d == dot).count();
        assert_eq!(count(Dot::Done(4)), 16);
        let stopped = [0, 1, 2].map(|stage| count(Dot::Stopped(stage)));
        assert_eq!(stopped, [2, 1, 1]);
        // What never ends well has all its dots at the stages.
        assert_eq!(dots(&[], &[0.5, 0.5]).len(), DOTS);
    }

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
