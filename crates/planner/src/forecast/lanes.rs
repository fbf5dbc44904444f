//! The spread of the delay for several sets of guesses side by side: one number of each set in a lane.
//!
//! A stage moves the spread on by two runs of geometric weights, each cell from the one before; so one
//! set alone waits for itself at every cell. Sets side by side wait together, and a processor does two of
//! them in one step. What a lane holds depends on no other lane but for how far it is kept:
//! the end of the spread is cut off where that takes from no lane more than [`NOTHING`] of what goes
//! on after the stage.
#![expect(
    clippy::indexing_slicing,
    reason = "the innermost loop of a forecast: all rows are cut to one length before it begins"
)]

use std::array::from_fn;

use super::exact::{Run, Step};

/// What share of the courses that go on after a stage may be left out at the end of its spread: 2^-60, less
/// than rounding takes from a sum of chances.
const NOTHING: f64 = 8.673_617_379_884_035e-19;

/// One number for each set.
type Lanes<const L: usize> = [f64; L];

/// The chances that all so far is done with so many days of delay, with noughts before them so that
/// nothing is asked of a cell but its place.
pub struct Spread<const L: usize> {
    cells: Vec<Lanes<L>>,
    next: Vec<Lanes<L>>,
    /// What goes on, before anything was replaced.
    moved: Vec<Lanes<L>>,
    /// How many noughts stand before the first day.
    before: usize,
    /// How many days there are.
    days: usize,
}

impl<const L: usize> Default for Spread<L> {
    fn default() -> Self {
        Self {
            cells: Vec::new(),
            next: Vec::new(),
            moved: Vec::new(),
            before: 0,
            days: 0,
        }
    }
}

/// What resumes after days of lateness, in each lane.
struct Runs<const L: usize> {
    each: Lanes<L>,
    stays: Lanes<L>,
    fallen: Lanes<L>,
    days: [usize; L],
}

impl<const L: usize> Runs<L> {
    fn of(runs: [Run; L]) -> Self {
        Self {
            each: runs.map(|run| run.each),
            stays: runs.map(|run| run.stays),
            fallen: runs.map(|run| run.fallen),
            days: runs.map(|run| run.days),
        }
    }

    fn longest(&self) -> usize {
        self.days.iter().copied().max().unwrap_or(0)
    }
}

impl<const L: usize> Spread<L> {
    /// Before the first stage, where no stage is late for more than so many days: no delay.
    pub fn begin(&mut self, longest: usize) {
        self.before = longest + 1;
        for cells in [&mut self.cells, &mut self.next] {
            cells.clear();
            cells.resize(self.before + 1, [0.0; L]);
        }
        self.cells[self.before] = [1.0; L];
        self.days = 1;
    }

    /// Days of delay that are made up before a stage.
    pub fn make_up(&mut self, slack: usize) {
        let slack = slack.min(self.days - 1);
        if slack == 0 {
            return;
        }
        let (first, last) = (self.before, self.before + self.days);
        let mut made_up = [0.0; L];
        for cell in &self.cells[first..=first + slack] {
            made_up = plus(made_up, *cell);
        }
        self.cells.copy_within(first + slack..last, first);
        self.cells[first] = made_up;
        self.days -= slack;
    }

    /// Moves the spread on by one stage, after which so much goes on.
    pub fn step(&mut self, steps: [&Step; L], goes_on: &Lanes<L>) {
        let open = Runs::of(steps.map(|step| step.open));
        let silent = Runs::of(steps.map(|step| step.silent));
        if silent.longest() > 0 {
            self.run(&[open, silent], steps);
        } else {
            self.run(&[open], steps);
        }
        self.cut(goes_on);
    }

    fn run<const K: usize>(&mut self, runs: &[Runs<L>; K], steps: [&Step; L]) {
        let longest = runs.iter().map(Runs::longest).max().unwrap_or(0);
        let (before, days) = (self.before, self.days + longest);
        let on_time = steps.map(|step| step.on_time);
        let clean = steps.map(|step| step.clean);
        let replaced = steps.map(|step| step.replaced);
        // What is replaced comes as many days later in all sets.
        let later = if replaced.iter().any(|replaced| *replaced > 0.0) {
            steps.first().map_or(0, |step| step.replacing_days)
        } else {
            0
        };
        at_least(&mut self.cells, before + days);
        at_least(&mut self.next, before + days + later);
        at_least(&mut self.moved, later + days);
        self.cells[before + self.days..before + days].fill([0.0; L]);
        self.moved[..later].fill([0.0; L]);
        let here = &self.cells[before..before + days];
        // Where a run ends that began so many days before, in each lane.
        let ends: [[&[Lanes<L>]; L]; K] =
            from_fn(|k| from_fn(|l| &self.cells[before - 1 - runs[k].days[l]..][..days]));
        let next = &mut self.next[before..before + days + later];
        let moved = &mut self.moved[..later + days];
        let mut sums = [[0.0; L]; K];
        let mut yesterday = [0.0; L];
        for day in 0..days {
            let today = here[day];
            let mut resumed = [0.0; L];
            // Each run is the sum over j from 1 to its last day of stays^(j - 1) cells[day - j].
            for k in 0..K {
                let end: Lanes<L> = from_fn(|l| ends[k][l][day][l]);
                let ended = times(end, runs[k].fallen);
                sums[k] = plus(times(sums[k], runs[k].stays), less(yesterday, ended));
                resumed = plus(resumed, times(sums[k], runs[k].each));
            }
            // What rounding leaves where a run has ended is no chance.
            let resumed = resumed.map(|chance| if chance > 0.0 { chance } else { 0.0 });
            let goes_on = plus(times(today, on_time), resumed);
            moved[later + day] = goes_on;
            next[day] = plus(times(goes_on, clean), times(moved[day], replaced));
            yesterday = today;
        }
        for day in days..days + later {
            next[day] = times(moved[day], replaced);
        }
        std::mem::swap(&mut self.cells, &mut self.next);
        self.days = days + later;
    }

    /// Leaves out the far end where nothing is.
    fn cut(&mut self, goes_on: &Lanes<L>) {
        let mut left_out = [0.0; L];
        while self.days > 1 {
            left_out = plus(left_out, self.cells[self.before + self.days - 1]);
            if (0..L).any(|l| left_out[l] > NOTHING * goes_on[l]) {
                break;
            }
            self.days -= 1;
        }
    }

    /// What one lane holds.
    pub fn lane(&self, lane: usize) -> Vec<f64> {
        let cells = &self.cells[self.before..self.before + self.days];
        cells.iter().map(|cell| cell[lane]).collect()
    }
}

fn at_least<const L: usize>(cells: &mut Vec<Lanes<L>>, length: usize) {
    if cells.len() < length {
        cells.resize(length, [0.0; L]);
    }
}

fn times<const L: usize>(a: Lanes<L>, b: Lanes<L>) -> Lanes<L> {
    from_fn(|l| a[l] * b[l])
}

fn plus<const L: usize>(a: Lanes<L>, b: Lanes<L>) -> Lanes<L> {
    from_fn(|l| a[l] + b[l])
}

fn less<const L: usize>(a: Lanes<L>, b: Lanes<L>) -> Lanes<L> {
    from_fn(|l| a[l] - b[l])
}
