//! Of all ways that take the fewest stages, one whose batches are of the most even sizes: the sum of the
//! squares of their sizes is least.

#![expect(
    clippy::indexing_slicing,
    reason = "every index is a count of handovers within the grid"
)]

use crate::watch::{Stage, Stopped, Watch};

use super::{
    Reached, Rules, Start, Sums,
    windows::{Begins, Windows, may_begin},
};

/// What happens in a stage: who goes first, and how many each hands over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) struct Step {
    pub first: usize,
    pub counts: [usize; 2],
}

/// Above this many steps of the reckoning the way is only short, not smooth.
const WORK_MOST: usize = 400_000_000;
/// Below so many nobody is asked whether to go on.
const WORK_UNASKED: usize = 1_000_000;

const NEVER: u64 = u64::MAX / 4;

/// Of what was reached, the ways to it.
pub(in super::super) struct Way<'a> {
    rows: usize,
    last: usize,
    rules: &'a Rules<'a>,
    reached: &'a Reached,
    start: Start,
    windows: Option<&'a Windows>,
}

impl<'a> Way<'a> {
    pub fn of(sums: &'a Sums, rules: &'a Rules<'a>, reached: &'a Reached, start: Start) -> Self {
        let [rows, last] = sums.sizes();
        Self {
            rows,
            last,
            rules,
            reached,
            start,
            windows: sums.windows.as_deref(),
        }
    }

    /// The most even way, and that it is; any where that is too much work, or the watch ends it.
    pub fn even(&self, watch: &dyn Watch) -> (Vec<Step>, bool) {
        let batch = [0, 1].map(|party| self.rules.batch(party));
        let window = batch[0]
            .min(self.rows)
            .saturating_add(batch[1].min(self.last))
            + 2;
        let work = self.reached.stages() * (self.rows + 1) * (self.last + 1) * window;
        if work > WORK_MOST || self.rules.stages.is_none() {
            return (self.short(), false);
        }
        let asked = |stage: usize| {
            if work < WORK_UNASKED {
                return Ok(());
            }
            watch.at(Stage::Searching, stage as u64, self.reached.stages() as u64)
        };
        match self.smooth(asked) {
            Ok(steps) => (steps, true),
            Err(Stopped) => (self.short(), false),
        }
    }

    const fn at(&self, given: [usize; 2]) -> usize {
        given[0] * (self.last + 1) + given[1]
    }

    fn inside(&self, given: [usize; 2]) -> bool {
        let (low, high) = self.reached.corridor[given[0]];
        (low..=high).contains(&given[1])
    }

    /// The counts at the start of a stage, if at its end they are these and the steps were such.
    fn before(&self, end: [usize; 2], step: Step) -> Option<[usize; 2]> {
        let from = [
            end[0].checked_sub(step.counts[0])?,
            end[1].checked_sub(step.counts[1])?,
        ];
        let mut middle = from;
        middle[step.first] = end[step.first];
        let begun = from[0] >= self.start.given[0] && from[1] >= self.start.given[1];
        let fits = self
            .windows
            .is_none_or(|windows| windows.fits(step.first, from, end));
        (begun && fits && self.inside(middle)).then_some(from)
    }

    fn steps(&self, end: [usize; 2], stage: usize) -> impl Iterator<Item = Step> {
        let firsts = self
            .rules
            .firsts(self.start.stage + u32::try_from(stage).unwrap_or(u32::MAX));
        let most = [0, 1].map(|party| self.rules.batch(party).min(end[party]));
        [0, 1]
            .into_iter()
            .filter(move |first| firsts[*first])
            .flat_map(move |first| {
                (0..=most[0]).flat_map(move |a| {
                    (0..=most[1]).map(move |b| Step {
                        first,
                        counts: [a, b],
                    })
                })
            })
    }

    /// Any way, looked for from the end: each stage as large as it can be.
    pub fn short(&self) -> Vec<Step> {
        let mut end = [self.rows, self.last];
        let mut steps = Vec::new();
        for stage in (0..self.reached.stages()).rev() {
            let layer = &self.reached.layers[stage];
            let found = self.walk(end, stage, |from| layer.get(from[0], from[1]));
            let Some((step, from)) = found else {
                return Vec::new();
            };
            steps.push(step);
            end = from;
        }
        steps.reverse();
        steps
    }

    fn walk(
        &self,
        end: [usize; 2],
        stage: usize,
        good: impl Fn([usize; 2]) -> bool,
    ) -> Option<(Step, [usize; 2])> {
        let fitting = |step: Step| {
            self.before(end, step)
                .filter(|from| good(*from))
                .map(|from| (step, from))
        };
        self.steps(end, stage).find_map(fitting)
    }

    fn smooth(&self, asked: impl Fn(usize) -> Result<(), Stopped>) -> Result<Vec<Step>, Stopped> {
        let mut layers = vec![vec![NEVER; (self.rows + 1) * (self.last + 1)]];
        layers[0][self.at(self.start.given)] = 0;
        for stage in 0..self.reached.stages() {
            asked(stage)?;
            let next = self.next(&layers[stage], stage);
            layers.push(next);
        }
        let mut end = [self.rows, self.last];
        let mut steps = Vec::new();
        for stage in (0..self.reached.stages()).rev() {
            let sum = layers[stage + 1][self.at(end)];
            let before = &layers[stage];
            let exact = |step: Step| {
                let from = self.before(end, step)?;
                (before[self.at(from)] + squares(step.counts) == sum).then_some((step, from))
            };
            let Some((step, from)) = self.steps(end, stage).find_map(exact) else {
                return Ok(Vec::new());
            };
            steps.push(step);
            end = from;
        }
        steps.reverse();
        Ok(steps)
    }

    /// The least sums after one more stage, half by half.
    fn next(&self, now: &[u64], stage: usize) -> Vec<u64> {
        let firsts = self
            .rules
            .firsts(self.start.stage + u32::try_from(stage).unwrap_or(u32::MAX));
        let mut next = vec![NEVER; now.len()];
        for first in [0, 1] {
            if !firsts[first] {
                continue;
            }
            for way in self.ways(first) {
                let half = self.half(now, first, way);
                let whole = self.half(&half, 1 - first, way);
                for a in 0..=self.rows {
                    for b in 0..=self.last {
                        let at = self.at([a, b]);
                        if whole[at] < next[at] && self.reached.layers[stage + 1].get(a, b) {
                            next[at] = whole[at];
                        }
                    }
                }
            }
        }
        next
    }

    fn ways(&self, first: usize) -> Vec<Option<&[Begins; 2]>> {
        match self.windows {
            None => vec![None],
            Some(windows) => windows.ways[first].iter().map(Some).collect(),
        }
    }

    /// After one batch of one party.
    fn half(&self, now: &[u64], party: usize, way: Option<&[Begins; 2]>) -> Vec<u64> {
        let mut next = vec![NEVER; now.len()];
        let stride = if party == 0 { self.last + 1 } else { 1 };
        for a in 0..=self.rows {
            for b in 0..=self.last {
                if !self.inside([a, b]) {
                    continue;
                }
                let at = self.at([a, b]);
                let most = self.rules.batch(party).min([a, b][party]);
                let end = [a, b][party];
                let begins = way.map(|way| &way[party][end]);
                let sums = (0..=most)
                    .filter(|count| begins.is_none_or(|begins| may_begin(begins, end - count)))
                    .map(|count| now[at - count * stride] + square(count));
                next[at] = sums.min().unwrap_or(NEVER).min(NEVER);
            }
        }
        next
    }
}

const fn square(count: usize) -> u64 {
    (count as u64).pow(2)
}

const fn squares(counts: [usize; 2]) -> u64 {
    square(counts[0]) + square(counts[1])
}
