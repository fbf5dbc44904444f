//! Of all ways that take the fewest stages, one whose batches are of the most even sizes: the sum of the
//! squares of their sizes is least.

#![expect(
    clippy::indexing_slicing,
    reason = "every index is a count of handovers within the grid"
)]

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

const NEVER: u64 = u64::MAX / 4;

/// The way, and whether it is the smoothest.
pub(in super::super) fn way(
    sums: &Sums,
    rules: &Rules<'_>,
    reached: &Reached,
    start: Start,
) -> (Vec<Step>, bool) {
    let [rows, last] = sums.sizes();
    let grid = Grid {
        rows,
        last,
        rules,
        reached,
        start,
        windows: sums.windows.as_deref(),
    };
    let window = rules
        .batch(0)
        .min(rows)
        .saturating_add(rules.batch(1).min(last))
        + 2;
    let work = reached.stages() * (rows + 1) * (last + 1) * window;
    if work > WORK_MOST || rules.stages.is_none() {
        return (grid.short(), false);
    }
    (grid.smooth(), true)
}

struct Grid<'a> {
    rows: usize,
    last: usize,
    rules: &'a Rules<'a>,
    reached: &'a Reached,
    start: Start,
    windows: Option<&'a Windows>,
}

impl Grid<'_> {
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
    fn short(&self) -> Vec<Step> {
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

    fn smooth(&self) -> Vec<Step> {
        let mut layers = vec![vec![NEVER; (self.rows + 1) * (self.last + 1)]];
        layers[0][self.at(self.start.given)] = 0;
        for stage in 0..self.reached.stages() {
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
                return Vec::new();
            };
            steps.push(step);
            end = from;
        }
        steps.reverse();
        steps
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
