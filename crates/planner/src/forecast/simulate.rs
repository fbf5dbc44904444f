//! Courses of events, one by one: for rules that look back, and to check the exact reckoning.

use super::{
    Reason,
    exact::Course,
    guesses::Looking,
    input::Setting,
    law::{Lateness, Law},
    random::Draws,
};

/// Rules that look back, under one set of guesses.
#[derive(Clone, Copy, Debug, Default)]
pub struct Memory {
    /// What share of the trust that is left a late day costs.
    pub lost: f64,
    /// What share of the trust that is lost a stage on its day brings back.
    pub regained: f64,
    /// The chance that a late stage is answered by holding back the next.
    pub retaliation: f64,
}

impl Memory {
    /// From a drawn set of guesses.
    pub fn new(looking: &Looking, drawn: &[f64]) -> Self {
        let of = |id: Option<super::guesses::Id>| id.map_or(0.0, |id| id.of(drawn));
        Self {
            lost: of(looking.lost),
            regained: of(looking.regained),
            retaliation: of(looking.retaliation),
        }
    }
}

/// How one course of events ends.
enum End {
    Done { delay: usize },
    Stopped { stage: usize, reason: Reason },
}

/// How many of so many simulated courses of events ended how.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    /// How many there were.
    pub paths: u32,
    /// Whole numbers, so that it is the same in whatever order they are added.
    counts: Course,
}

impl Tally {
    /// Simulates so many more.
    pub fn run(
        &mut self,
        setting: &Setting,
        laws: &[Law],
        memory: Memory,
        paths: u32,
        draws: &mut Draws,
    ) {
        let Course { done, stops } = &mut self.counts;
        stops.resize(laws.len(), [0.0; Reason::ALL.len()]);
        done.resize(done.len().max(1), 0.0);
        for _ in 0..paths {
            match path(setting, laws, memory, draws) {
                End::Done { delay } => {
                    done.resize(done.len().max(delay + 1), 0.0);
                    if let Some(cell) = done.get_mut(delay) {
                        *cell += 1.0;
                    }
                }
                End::Stopped { stage, reason } => {
                    let cells = stops.get_mut(stage);
                    if let Some(cell) = cells.and_then(|cells| cells.get_mut(reason as usize)) {
                        *cell += 1.0;
                    }
                }
            }
        }
        self.paths += paths;
    }

    /// Counts others together with these.
    pub fn add(&mut self, other: &Self) {
        self.paths += other.paths;
        let (own, others) = (&mut self.counts, &other.counts);
        own.done.resize(own.done.len().max(others.done.len()), 0.0);
        for (cell, more) in own.done.iter_mut().zip(&others.done) {
            *cell += more;
        }
        let stages = own.stops.len().max(others.stops.len());
        own.stops.resize(stages, [0.0; Reason::ALL.len()]);
        let cells = own.stops.iter_mut().flatten();
        for (cell, more) in cells.zip(others.stops.iter().flatten()) {
            *cell += more;
        }
    }

    /// Their shares.
    pub fn shares(&self) -> Course {
        let all = f64::from(self.paths.max(1));
        Course {
            done: self.counts.done.iter().map(|count| count / all).collect(),
            stops: self
                .counts
                .stops
                .iter()
                .map(|stops| stops.map(|count| count / all))
                .collect(),
        }
    }
}

fn path(setting: &Setting, laws: &[Law], memory: Memory, draws: &mut Draws) -> End {
    let (mut delay, mut trust, mut owed) = (0_usize, 1.0_f64, false);
    for (index, (stage, law)) in setting.stages().iter().zip(laws).enumerate() {
        delay = delay.saturating_sub(stage.slack as usize);
        let stopped = |reason| End::Stopped {
            stage: index,
            reason,
        };
        let delivery = draws.uniform();
        if delivery < law.delivery.missing {
            return stopped(Reason::Undeliverable);
        }
        let replacing = delivery < law.delivery.missing + law.delivery.replaced;
        let held_back = owed && draws.happens(memory.retaliation);
        let mut late = 0;
        if held_back || !draws.happens(law.on_time * trust) {
            let silent = draws.happens(law.silence);
            let (lateness, give_up) = if silent {
                (law.silent, Reason::Silence)
            } else {
                (law.open, Reason::Delay)
            };
            match after(lateness, draws) {
                Late::Days(days) => late = days,
                Late::Breach => return stopped(Reason::Breach),
                Late::GivenUp => return stopped(give_up),
            }
        }
        owed = late > 0;
        if late == 0 {
            trust += memory.regained * (1.0 - trust);
        }
        for _ in 0..late {
            trust *= 1.0 - memory.lost;
        }
        delay += late + if replacing { law.replacing_days } else { 0 };
    }
    End::Done { delay }
}

enum Late {
    Days(usize),
    Breach,
    GivenUp,
}

fn after(lateness: Lateness, draws: &mut Draws) -> Late {
    for day in 1..=lateness.days {
        if draws.happens(lateness.breach) {
            return Late::Breach;
        }
        if draws.happens(lateness.resume) {
            return Late::Days(day);
        }
    }
    Late::GivenUp
}
