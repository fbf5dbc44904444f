//! The exact reckoning for sets of guesses: what stops where, and the spread of the delay.
//!
//! What has happened enters a stage only through the delay, and the delay changes no chance of a stop.
//! So the chances of stops are products of what each stage lets on; and the spread of the delay is moved
//! on stage by stage by the law of each stage's own delay. Chances are 64-bit floating-point numbers, and
//! the far end of the spread is cut off where that leaves out less than rounding does; nothing else is
//! approximate.

use std::array::from_fn;

use super::{
    Reason,
    input::Setting,
    lanes::Spread,
    law::{Lateness, Law},
};

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

/// What a stage does with what reaches it.
#[derive(Clone, Copy, Debug)]
pub struct Step {
    /// The chance that it is on its day.
    pub on_time: f64,
    /// What takes place late while both sides talk.
    pub open: Run,
    /// What takes place after days of silence.
    pub silent: Run,
    /// The chance that nothing is missing.
    pub clean: f64,
    /// The chance that something is replaced.
    pub replaced: f64,
    /// By how many days that delays it.
    pub replacing_days: usize,
    stops: [f64; Reason::ALL.len()],
    goes_on: f64,
}

/// What takes place on late days: a run of geometric weights, each from the one before.
#[derive(Clone, Copy, Debug)]
pub struct Run {
    /// What takes place on a day of what is late then.
    pub each: f64,
    /// What stays late from one day to the next.
    pub stays: f64,
    /// What is still late after the last day, and is given up.
    pub fallen: f64,
    /// How many days may be late.
    pub days: usize,
}

impl Step {
    fn of(law: &Law) -> Self {
        let there = law.delivery.clean + law.delivery.replaced;
        let late = 1.0 - law.on_time;
        let open = Way::of(law.open, late * (1.0 - law.silence));
        let silent = Way::of(law.silent, late * law.silence);
        Self {
            on_time: law.on_time,
            open: open.run,
            silent: silent.run,
            clean: law.delivery.clean,
            replaced: law.delivery.replaced,
            replacing_days: law.replacing_days,
            stops: [
                there * open.given_up,
                there * (open.breach + silent.breach),
                there * silent.given_up,
                law.delivery.missing,
            ],
            goes_on: there * (law.on_time + open.goes_on + silent.goes_on),
        }
    }

    /// About how many days of delay it adds to what goes on: to put sets side by side whose spreads are
    /// about as long.
    fn adds(&self) -> f64 {
        let days = |run: Run| {
            let late = 1.0 - run.stays;
            run.each / (late * late).max(1e-6)
        };
        days(self.open) + days(self.silent)
    }
}

/// What becomes of what is late in one way.
struct Way {
    run: Run,
    goes_on: f64,
    breach: f64,
    given_up: f64,
}

impl Way {
    /// The chance is that of being late in this way.
    fn of(lateness: Lateness, chance: f64) -> Self {
        let (sum, power) = lateness.geometric();
        let each = chance * lateness.resumes();
        // Where nothing takes place late, there are no days on which it may.
        let (fallen, days) = if each > 0.0 {
            (power, lateness.days)
        } else {
            (1.0, 0)
        };
        Self {
            run: Run {
                each,
                stays: lateness.stays(),
                fallen,
                days,
            },
            goes_on: each * sum,
            breach: chance * lateness.breach * sum,
            given_up: chance * power,
        }
    }
}

/// What all stages do under one set of guesses.
pub fn steps(laws: &[Law]) -> Vec<Step> {
    laws.iter().map(Step::of).collect()
}

/// A number by which sets stand in the order of how long their spreads are, about.
pub fn length(steps: &[Step]) -> f64 {
    steps.iter().map(Step::adds).sum()
}

/// Reckons several sets of guesses side by side: for each what its stages do.
#[expect(
    clippy::indexing_slicing,
    reason = "each set has as many steps as there are stages"
)]
pub fn courses<const L: usize>(
    setting: &Setting,
    steps: [&[Step]; L],
    spread: &mut Spread<L>,
) -> [Course; L] {
    let late = steps.iter().copied().flatten();
    let longest = late.map(|step| step.open.days.max(step.silent.days)).max();
    spread.begin(longest.unwrap_or(0));
    let mut made: [Course; L] = from_fn(|_| Course::default());
    let mut reached = [1.0; L];
    for (at, stage) in setting.stages().iter().enumerate() {
        let here: [&Step; L] = from_fn(|l| &steps[l][at]);
        for (l, course) in made.iter_mut().enumerate() {
            let ended = here[l].stops.map(|share| reached[l] * share);
            course.stops.push(ended);
            reached[l] *= here[l].goes_on;
        }
        spread.make_up(stage.slack as usize);
        spread.step(here, &reached);
    }
    for (l, course) in made.iter_mut().enumerate() {
        course.done = spread.lane(l);
    }
    made
}
