//! From the courses of many sets of guesses to what is said of them.

use super::{
    Reason,
    band::{Band, count, rank},
    dots::dots,
    draw::Drawn,
    exact::Course,
    guesses::Guesses,
    input::{Setting, Stake},
    law::points,
    outlook::{
        DayOutlook, Forecast, Likeliest, Method, Quantile, StageOutlook, Unfinished, Within,
    },
};

/// The shares for which a day is named, in hundredths.
const SHARES: [u8; 4] = [25, 50, 75, 90];
/// A chance that later days may still add without being told of.
const UNSEEN: f64 = 0.001;
/// The chances of stopping at a stage for each reason, of each set.
type Stops = Vec<[f64; Reason::ALL.len()]>;

/// The most days that are told of.
const TOLD_MOST: usize = 400;

/// What is said of the courses of many sets of guesses.
pub fn of(setting: &Setting, guesses: &Guesses, drawn: &Drawn) -> Forecast {
    let courses = &drawn.courses;
    let stages = stages(setting, courses);
    Forecast {
        method: method(guesses, drawn),
        draws: u32::try_from(courses.len()).unwrap_or(u32::MAX),
        unfinished: drawn.stopped.then(|| Unfinished {
            draws: guesses.draws(),
            simulated: guesses
                .history
                .map(|looking| u64::from(guesses.draws()) * u64::from(looking.paths)),
        }),
        ranges: guesses.ranges(),
        complete: Within {
            band: band(courses, Course::complete),
            bounds: bounds(drawn, Course::complete),
        },
        planned_end: setting.planned_end(),
        days: days(setting, drawn),
        quantiles: SHARES.map(|share| quantile(setting, courses, share)).into(),
        likeliest: likeliest(courses, &stages),
        stages,
        losses: losses(setting, courses, |stake| stake.exposure),
        losses_by_worths: losses_by_worths(setting, guesses, courses),
        dots: all_dots(setting, courses),
    }
}

fn method(guesses: &Guesses, drawn: &Drawn) -> Method {
    let (Some(looking), Some(paths)) = (&guesses.history, &drawn.paths) else {
        return Method::Exact;
    };
    // The mean over sets of as many independent shares, each with an error of its own.
    let own = drawn.courses.iter().zip(paths).map(|(course, paths)| {
        // Whole courses: what rounding leaves of a sum of shares is no doubt.
        let share = (course.complete() * f64::from(*paths)).round() / f64::from(*paths);
        (share * (1.0 - share) / f64::from(*paths)).max(0.0)
    });
    let errors: f64 = own.sum();
    Method::Simulated {
        paths: looking.paths,
        simulated: paths.iter().copied().map(u64::from).sum(),
        standard_error: (errors > 0.0).then(|| errors.sqrt() / count(drawn.courses.len().max(1))),
    }
}

fn band(courses: &[Course], number: impl Fn(&Course) -> f64) -> Band {
    let mut numbers: Vec<f64> = courses.iter().map(number).collect();
    Band::of(&mut numbers)
}

fn bounds(drawn: &Drawn, number: impl Fn(&Course) -> f64) -> Option<(f64, f64)> {
    let (worst, best) = drawn.ends.as_ref()?;
    Some((number(worst), number(best)))
}

fn days(setting: &Setting, drawn: &Drawn) -> Vec<DayOutlook> {
    let longest = drawn
        .courses
        .iter()
        .map(|c| c.done.len())
        .max()
        .unwrap_or(0);
    let complete = band(&drawn.courses, Course::complete);
    let mut days = Vec::new();
    // Running sums, one for each set, rather than one sum for each day.
    let mut sums = vec![0.0; drawn.courses.len()];
    let mut scratch = sums.clone();
    let (mut worst, mut best) = (0.0, 0.0);
    let chance = |course: &Course, delay: usize| course.done.get(delay).copied().unwrap_or(0.0);
    for (delay, day) in (setting.planned_end()..)
        .enumerate()
        .take(longest.min(TOLD_MOST))
    {
        for (sum, course) in sums.iter_mut().zip(&drawn.courses) {
            *sum += chance(course, delay);
        }
        if let Some(ends) = &drawn.ends {
            worst += chance(&ends.0, delay);
            best += chance(&ends.1, delay);
        }
        let done = Within {
            band: {
                scratch.clone_from(&sums);
                Band::of(&mut scratch)
            },
            bounds: drawn.ends.as_ref().map(|_| (worst, best)),
        };
        days.push(DayOutlook { day, done });
        if complete.mean - done.band.mean < UNSEEN && complete.high - done.band.high < UNSEEN {
            break;
        }
    }
    days
}

fn quantile(setting: &Setting, courses: &[Course], percent: u8) -> Quantile {
    let share = f64::from(percent) / 100.0;
    let reaches = |course: &Course| {
        let mut sum = 0.0;
        let delay = course.done.iter().position(|chance| {
            sum += chance;
            sum >= share
        });
        delay.and_then(|delay| u32::try_from(delay).ok())
    };
    // Never comes after every day.
    let mut delays: Vec<u32> = courses
        .iter()
        .map(|course| reaches(course).unwrap_or(u32::MAX))
        .collect();
    delays.sort_unstable();
    let at = |share| {
        let delay = delays.get(rank(delays.len(), share)).copied()?;
        (delay < u32::MAX).then(|| setting.planned_end().saturating_add(delay))
    };
    Quantile {
        percent,
        early: at(0.05),
        middle: at(0.5),
        late: at(0.95),
    }
}

fn stop(course: &Course, stage: usize) -> f64 {
    course
        .stops
        .get(stage)
        .map_or(0.0, |stops| stops.iter().sum())
}

/// How many stages are gone through at once: each course is looked at once for all of them.
const STAGES_AT_ONCE: usize = 16;

fn stages(setting: &Setting, courses: &[Course]) -> Vec<StageOutlook> {
    let mut reached = vec![1.0_f64; courses.len()];
    let mut scratch = reached.clone();
    let mut told = Vec::new();
    let mut columns: Vec<Stops> = vec![Stops::new(); STAGES_AT_ONCE];
    for (part, stages) in setting.stages().chunks(STAGES_AT_ONCE).enumerate() {
        columns.iter_mut().for_each(Vec::clear);
        for course in courses {
            let stops = course.stops.iter().skip(part * STAGES_AT_ONCE);
            for (column, stops) in columns.iter_mut().zip(stops) {
                column.push(*stops);
            }
        }
        for (stage, column) in stages.iter().zip(&columns) {
            let reasons = Reason::ALL.map(|reason| {
                let of = |stops: &[f64; Reason::ALL.len()]| {
                    stops.get(reason as usize).copied().unwrap_or(0.0)
                };
                scratch.clear();
                scratch.extend(column.iter().map(of));
                (reason, Band::of(&mut scratch))
            });
            scratch.clone_from(&reached);
            let reached_band = Band::of(&mut scratch);
            scratch.clear();
            scratch.extend(column.iter().map(|stops| stops.iter().sum::<f64>()));
            for (reached, stops) in reached.iter_mut().zip(&scratch) {
                *reached = (*reached - stops).max(0.0);
            }
            told.push(StageOutlook {
                name: stage.name.clone(),
                reached: reached_band,
                stops: Band::of(&mut scratch),
                main: main(&reasons),
                reasons: reasons.into(),
            });
        }
    }
    told
}

/// The reason with the greatest mean; of equals the first.
fn main(reasons: &[(Reason, Band)]) -> Option<Reason> {
    let mut main = None;
    let mut most = 0.0;
    for (reason, band) in reasons {
        if band.mean > most {
            (main, most) = (Some(*reason), band.mean);
        }
    }
    main
}

fn likeliest(courses: &[Course], stages: &[StageOutlook]) -> Option<Likeliest> {
    let mut votes = vec![0_usize; stages.len()];
    for course in courses {
        let (mut first, mut most) = (None, 0.0);
        for index in 0..stages.len() {
            let chance = stop(course, index);
            if chance > most {
                (first, most) = (Some(index), chance);
            }
        }
        if let Some(vote) = first.and_then(|index| votes.get_mut(index)) {
            *vote += 1;
        }
    }
    let most = votes.iter().copied().max().filter(|most| *most > 0)?;
    let stage = votes.iter().position(|votes| *votes == most)?;
    Some(Likeliest {
        stage,
        reason: stages.get(stage)?.main?,
        agree: count(most) / count(courses.len()),
    })
}

fn losses_by_worths(setting: &Setting, guesses: &Guesses, courses: &[Course]) -> Vec<(Band, Band)> {
    if guesses.temptation.is_some() || !setting.has_ranges() {
        return Vec::new();
    }
    let end = |of: fn((i64, i64)) -> i64| {
        losses(setting, courses, move |stake| {
            of(stake.range.unwrap_or((stake.exposure, stake.exposure)))
        })
    };
    end(|(least, _)| least)
        .into_iter()
        .zip(end(|(_, most)| most))
        .collect()
}

fn losses(setting: &Setting, courses: &[Course], exposure: impl Fn(&Stake) -> i64) -> Vec<Band> {
    let party = |index: usize| {
        band(courses, |course| {
            let stages = setting.stages().iter().enumerate();
            stages
                .map(|(at, stage)| {
                    let exposure = stage.stakes.get(index).map_or(0, &exposure);
                    stop(course, at) * points(exposure)
                })
                .sum()
        })
    };
    (0..setting.parties().len()).map(party).collect()
}

fn all_dots(setting: &Setting, courses: &[Course]) -> Vec<super::dots::Dot> {
    let longest = courses.iter().map(|c| c.done.len()).max().unwrap_or(0);
    let mut done = vec![0.0; longest];
    let mut stops = vec![0.0; setting.stages().len()];
    let each = 1.0 / count(courses.len().max(1));
    for course in courses {
        for (cell, chance) in done.iter_mut().zip(&course.done) {
            *cell += chance * each;
        }
        for (index, cell) in stops.iter_mut().enumerate() {
            *cell += stop(course, index) * each;
        }
    }
    let done: Vec<(u32, f64)> = (setting.planned_end()..).zip(done).collect();
    dots(&done, &stops)
}
