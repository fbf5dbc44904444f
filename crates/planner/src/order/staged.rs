//! Stages over a lattice with several axes to a party: whether everything can be handed over within bounds,
//! and in how few stages. For each stage, each order of the parties in it and each batch of it, the least
//! number already handed over in that batch is kept for every cell; so a limit on batches costs no
//! dimension. Where rules inside a stage bind how many of a class it has, a batch goes along one axis after
//! the other, from where it may begin: between two parties only its two ends matter.

#![expect(
    clippy::indexing_slicing,
    reason = "cells are counted when the lattice is made"
)]

use super::{
    bounds::Bounds,
    grid::Grid,
    plan::{Batch, Plan, StagePlan},
    problem::{PartyAt, Problem},
    stages::{Stages, Way},
    two::windows::{Begins, begins},
};
use crate::watch::{Stage, Stopped, Watch};

/// No way is known.
const NEVER: u32 = u32::MAX;

/// The most cells times stages.
pub(super) const CELLS_MOST: u64 = 50_000_000;
/// The most steps of the reckoning that finds the most even batches.
const WORK_MOST: u64 = 200_000_000;

/// The lattice, and where a stage may end.
pub(super) struct Staged<'a> {
    problem: &'a Problem,
    grid: &'a Grid,
    stages: &'a Stages,
    strides: Vec<usize>,
    cells: usize,
    /// By cell: whether every gate is open.
    open: Vec<bool>,
    /// By cell: whether a stage may end.
    ends: Vec<bool>,
}

/// What is asked of batches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Batches {
    /// Nothing.
    Any,
    /// As even as may be.
    Even,
}

/// What is reached, stage by stage, until everything is.
pub(super) struct Reached {
    within: Vec<bool>,
    layers: Vec<Vec<bool>>,
}

impl Reached {
    /// How many stages it takes.
    pub fn stages(&self) -> usize {
        self.layers.len() - 1
    }
}

impl<'a> Staged<'a> {
    pub fn new(problem: &'a Problem, grid: &'a Grid, stages: &'a Stages) -> Self {
        let mut strides = vec![1; grid.axes.len()];
        for axis in (0..grid.axes.len().saturating_sub(1)).rev() {
            strides[axis] = strides[axis + 1] * (grid.axes[axis + 1].len() + 1);
        }
        let cells = strides[0] * (grid.axes[0].len() + 1);
        let mut made = Self {
            problem,
            grid,
            stages,
            strides,
            cells,
            open: Vec::new(),
            ends: Vec::new(),
        };
        made.open = made.each(|cell| {
            grid.gates
                .iter()
                .all(|gate| cell[gate.axis] <= gate.beyond || cell[gate.other] >= gate.least)
        });
        made.ends = made.each(|cell| {
            let mut done = vec![0; problem.classes().len()];
            for (axis, count) in grid.axes.iter().zip(cell) {
                for class in &axis.classes[..*count] {
                    done[*class] += 1;
                }
            }
            stages.may_end(&done)
        });
        made
    }

    fn each(&self, of: impl Fn(&[usize]) -> bool) -> Vec<bool> {
        let mut cell = vec![0; self.grid.axes.len()];
        let mut all = Vec::with_capacity(self.cells);
        for _ in 0..self.cells {
            all.push(of(&cell));
            for (axis, count) in cell.iter_mut().enumerate().rev() {
                *count += 1;
                if *count <= self.grid.axes[axis].len() {
                    break;
                }
                *count = 0;
            }
        }
        all
    }

    fn within(&self, bounds: &Bounds) -> Vec<bool> {
        let mut standing = vec![vec![0_i64]; self.grid.parties];
        for axis in &self.grid.axes {
            for (all, run) in standing.iter_mut().zip(&axis.runs) {
                *all = all
                    .iter()
                    .flat_map(|before| run.iter().map(move |step| before + step))
                    .collect();
            }
        }
        let mut within = self.open.clone();
        for (party, all) in standing.iter().enumerate() {
            let range = bounds.low[party]..=bounds.high[party];
            within
                .iter_mut()
                .zip(all)
                .for_each(|(within, w)| *within &= range.contains(w));
        }
        within
    }

    /// Whether it can be done within bounds and so many stages.
    ///
    /// # Errors
    /// The watch ended it.
    pub fn reach(
        &self,
        bounds: &Bounds,
        most: u32,
        watch: &dyn Watch,
    ) -> Result<Option<Reached>, Stopped> {
        let within = self.within(bounds);
        if !within[0] || !within[self.cells - 1] {
            return Ok(None);
        }
        let mut first = vec![false; self.cells];
        first[0] = true;
        let mut layers = vec![first];
        for stage in 0..most.min(self.stages.most) {
            let now = &layers[layers.len() - 1];
            if now[self.cells - 1] {
                break;
            }
            watch.at(
                Stage::Searching,
                u64::from(stage),
                u64::from(self.stages.most),
            )?;
            let mut next = now.clone();
            for way in self.ways(stage) {
                let mut counts: Vec<u32> =
                    now.iter().map(|at| if *at { 0 } else { NEVER }).collect();
                for party in &way.order {
                    self.batch(&mut counts, *party, &way, &within);
                }
                for (next, (count, end)) in next.iter_mut().zip(counts.iter().zip(&self.ends)) {
                    *next |= *count != NEVER && *end;
                }
            }
            if next == *now && !self.stages.numbered() {
                return Ok(None);
            }
            layers.push(next);
        }
        let done = layers.last().is_some_and(|layer| layer[self.cells - 1]);
        Ok(done.then_some(Reached { within, layers }))
    }

    fn ways(&self, stage: u32) -> Vec<Way> {
        let classes = self.problem.classes();
        self.stages.ways(stage, classes, self.grid.parties)
    }

    fn axes(&self, party: PartyAt) -> Vec<usize> {
        (0..self.grid.axes.len())
            .filter(|axis| self.grid.axes[*axis].giver == party)
            .collect()
    }

    /// Whether a step along an axis to a count on it hands over what the stage has to be without.
    fn leaves_out(&self, axis: usize, count: usize, way: &Way) -> bool {
        if way.is_whole() {
            return false;
        }
        let class = self.grid.axes[axis].classes[count - 1];
        way.without.get(class).copied().unwrap_or(false)
    }

    /// From where a way is known, all that one batch of a party reaches, with how few in it.
    fn batch(&self, counts: &mut Vec<u32>, party: PartyAt, way: &Way, within: &[bool]) {
        counts
            .iter_mut()
            .filter(|count| **count != NEVER)
            .for_each(|count| *count = 0);
        if self.stages.counts() {
            if let Some(last) = self.along(counts, party, way, within).pop() {
                *counts = last;
            }
            return;
        }
        let most = u32::try_from(self.stages.batch(party)).unwrap_or(NEVER - 1);
        let axes = self.axes(party);
        let mut cell = vec![0; self.grid.axes.len()];
        for at in 0..self.cells {
            if counts[at] == NEVER && within[at] {
                let before = axes
                    .iter()
                    .filter(|axis| cell[**axis] > 0 && !self.leaves_out(**axis, cell[**axis], way))
                    .map(|axis| counts[at - self.strides[*axis]]);
                let least = before.min().unwrap_or(NEVER);
                if least < most {
                    counts[at] = least + 1;
                }
            }
            self.on(&mut cell);
        }
    }

    /// The same where rules bind how many of a class a stage has: along one axis after the other, the last
    /// of them within the bounds. One table for each axis, each with how few it takes up to there.
    fn along(&self, source: &[u32], party: PartyAt, way: &Way, within: &[bool]) -> Vec<Vec<u32>> {
        let most = self.stages.batch(party);
        let mut tables: Vec<Vec<u32>> = Vec::new();
        for axis in self.axes(party) {
            let begins = begins(
                &self.stages.inside,
                &self.grid.axes[axis].classes,
                &way.without,
            );
            let before = tables.last().map_or(source, Vec::as_slice);
            let next = if most >= self.problem.owed(party) {
                self.anywhere(before, axis, &begins)
            } else {
                self.fewest(before, axis, &begins, most)
            };
            tables.push(next);
        }
        if let Some(last) = tables.last_mut() {
            last.iter_mut()
                .zip(within)
                .filter(|(_, within)| !**within)
                .for_each(|(count, _)| *count = NEVER);
        }
        tables
    }

    /// With how few in all a batch of at most so many goes on along an axis.
    fn fewest(&self, before: &[u32], axis: usize, begins: &Begins, most: usize) -> Vec<u32> {
        let next = (0..self.cells).map(|at| {
            let end = self.count(at, axis);
            let from = begins[end]
                .iter()
                .flat_map(|(low, high)| (*low).max(end.saturating_sub(most))..=*high);
            let counts = from.map(|from| {
                let size = end - from;
                more(before[at - size * self.strides[axis]], size)
            });
            let fewest = counts.min().filter(|count| *count as usize <= most);
            fewest.unwrap_or(NEVER)
        });
        next.collect()
    }

    /// Where a batch of any size goes on along an axis: nothing has to be counted.
    fn anywhere(&self, before: &[u32], axis: usize, begins: &Begins) -> Vec<u32> {
        let stride = self.strides[axis];
        // Along the axis, from how many places up to here there is a way.
        let mut ways: Vec<u32> = Vec::with_capacity(self.cells);
        let mut next = Vec::with_capacity(self.cells);
        for (at, count) in before.iter().enumerate() {
            let end = self.count(at, axis);
            let so_far = if end == 0 { 0 } else { ways[at - stride] };
            ways.push(so_far + u32::from(*count != NEVER));
            let upto = |place: usize| ways[at - (end - place) * stride];
            let any = begins[end]
                .iter()
                .any(|(low, high)| upto(*high) > low.checked_sub(1).map_or(0, upto));
            next.push(if any { 0 } else { NEVER });
        }
        next
    }

    /// Goes back along what one such batch did.
    fn back(
        &self,
        source: &[u32],
        tables: &[Vec<u32>],
        party: PartyAt,
        way: &Way,
        at: &mut usize,
    ) -> Vec<(usize, u32)> {
        let mut counts = vec![0_u32; self.problem.classes().len()];
        for (place, axis) in self.axes(party).into_iter().enumerate().rev() {
            let own = &self.grid.axes[axis].classes;
            let begins = begins(&self.stages.inside, own, &way.without);
            let before = place
                .checked_sub(1)
                .map_or(source, |before| &tables[before]);
            let (end, count) = (self.count(*at, axis), tables[place][*at]);
            let uncounted = self.stages.batch(party) >= self.problem.owed(party);
            let mut from = begins[end].iter().flat_map(|(low, high)| *low..=*high);
            let from = from.find(|from| {
                let begun = before[*at - (end - from) * self.strides[axis]];
                begun != NEVER && (uncounted || more(begun, end - from) == count)
            });
            let from = from.unwrap_or(end);
            for class in &own[from..end] {
                counts[*class] += 1;
            }
            *at -= (end - from) * self.strides[axis];
        }
        let mut items: Vec<(usize, u32)> = counts
            .into_iter()
            .enumerate()
            .filter(|(_, count)| *count > 0)
            .collect();
        // Whatever comes before has less before it.
        items.sort_by_key(|(class, _)| self.problem.precedence().earlier(*class).count());
        items
    }

    fn on(&self, cell: &mut [usize]) {
        for (axis, count) in cell.iter_mut().enumerate().rev() {
            *count += 1;
            if *count <= self.grid.axes[axis].len() {
                return;
            }
            *count = 0;
        }
    }

    /// A plan of what was reached, its batches as even as may be where that is asked and affordable.
    ///
    /// # Errors
    /// The watch ended it.
    pub fn plan(
        &self,
        reached: &Reached,
        batches: Batches,
        watch: &dyn Watch,
    ) -> Result<Plan, Stopped> {
        let even = batches == Batches::Even && self.affords(self.stages.most as usize);
        let costs = if even {
            self.costs(reached, watch)?
        } else {
            Vec::new()
        };
        let mut at = self.cells - 1;
        let mut stages = Vec::new();
        for stage in (0..reached.stages()).rev() {
            let (made, from) = if even {
                self.stage(
                    &costs[stage],
                    stage,
                    at,
                    costs[stage + 1][at],
                    &reached.within,
                )
            } else {
                self.any(&reached.layers[stage], stage, at, &reached.within)
            };
            stages.push(made);
            at = from;
        }
        stages.reverse();
        Ok(Plan { stages }.trimmed(self.problem))
    }

    /// Any way through one stage that ends at a cell, and the cell at which it begins.
    fn any(
        &self,
        source: &[bool],
        stage: usize,
        end: usize,
        within: &[bool],
    ) -> (StagePlan, usize) {
        for way in self.ways(u32::try_from(stage).unwrap_or(u32::MAX)) {
            let mut counts: Vec<u32> = source
                .iter()
                .map(|at| if *at { 0 } else { NEVER })
                .collect();
            if self.stages.counts() {
                if let Some(found) = self.counted(counts, &way, end, within) {
                    return found;
                }
                continue;
            }
            let mut halves = Vec::new();
            for party in &way.order {
                self.batch(&mut counts, *party, &way, within);
                halves.push((*party, counts.clone()));
            }
            if counts[end] == NEVER {
                continue;
            }
            return walked_back(&halves, end, |(party, counts), at| {
                let mut items = Vec::new();
                while let Some(fewer) = counts[*at].checked_sub(1) {
                    let good = |before: usize| counts[before] == fewer;
                    let Some(axis) = self.step(*at, *party, &way, good) else {
                        break;
                    };
                    self.take(&mut items, axis, at);
                }
                items.reverse();
                (*party, items)
            });
        }
        (StagePlan::default(), end)
    }

    /// The same where rules bind how many of a class a stage has.
    fn counted(
        &self,
        begun: Vec<u32>,
        way: &Way,
        end: usize,
        within: &[bool],
    ) -> Option<(StagePlan, usize)> {
        let mut counts = begun;
        let mut halves = Vec::new();
        for party in &way.order {
            counts
                .iter_mut()
                .filter(|count| **count != NEVER)
                .for_each(|count| *count = 0);
            let tables = self.along(&counts, *party, way, within);
            // Who gives nothing stays where it is.
            let after = tables.last().cloned().unwrap_or_else(|| counts.clone());
            halves.push((*party, std::mem::replace(&mut counts, after), tables));
        }
        if counts[end] == NEVER {
            return None;
        }
        Some(walked_back(&halves, end, |(giver, source, tables), at| {
            (*giver, self.back(source, tables, *giver, way, at))
        }))
    }

    /// The count of one axis in a cell.
    fn count(&self, at: usize, axis: usize) -> usize {
        at / self.strides[axis] % (self.grid.axes[axis].len() + 1)
    }

    /// An axis of a party along which the cell before is good.
    fn step(
        &self,
        at: usize,
        party: PartyAt,
        way: &Way,
        good: impl Fn(usize) -> bool,
    ) -> Option<usize> {
        self.axes(party).into_iter().find(|axis| {
            let count = self.count(at, *axis);
            count > 0 && !self.leaves_out(*axis, count, way) && good(at - self.strides[*axis])
        })
    }

    /// Goes back one step, and notes what was handed over in it.
    fn take(&self, items: &mut Vec<(usize, u32)>, axis: usize, at: &mut usize) {
        let class = self.grid.axes[axis].classes[self.count(*at, axis) - 1];
        *at -= self.strides[axis];
        match items.last_mut() {
            Some((last, count)) if *last == class => *count += 1,
            Some(_) | None => items.push((class, 1)),
        }
    }

    /// Whether the most even batches are looked for, with so many stages.
    pub fn affords(&self, stages: usize) -> bool {
        let orders = self.ways(0).len();
        let sizes: usize = (0..self.grid.parties).map(|p| self.most(p)).sum();
        let steps = (orders * sizes * self.grid.axes.len() * stages) as u64;
        !self.stages.counts() && (self.cells as u64).saturating_mul(steps) <= WORK_MOST
    }

    fn most(&self, party: PartyAt) -> usize {
        self.stages.batch(party).min(self.problem.owed(party))
    }

    /// Stage by stage the least sum of the squares of batches up to each cell.
    fn costs(&self, reached: &Reached, watch: &dyn Watch) -> Result<Vec<Vec<u32>>, Stopped> {
        let mut first = vec![NEVER; self.cells];
        first[0] = 0;
        let mut costs = vec![first];
        for stage in 0..reached.stages() {
            watch.at(Stage::Searching, stage as u64, reached.stages() as u64)?;
            let mut next = vec![NEVER; self.cells];
            for way in self.ways(u32::try_from(stage).unwrap_or(u32::MAX)) {
                let mut now = costs[stage].clone();
                for party in &way.order {
                    now = self.layers(&now, *party, &way, &reached.within).1;
                }
                for (at, next) in next.iter_mut().enumerate() {
                    if self.ends[at] {
                        *next = (*next).min(now[at]);
                    }
                }
            }
            costs.push(next);
        }
        Ok(costs)
    }

    /// With exactly nought, one, two … in a batch the least cost up to each cell; and over all sizes.
    fn layers(
        &self,
        source: &[u32],
        party: PartyAt,
        way: &Way,
        within: &[bool],
    ) -> (Vec<Vec<u32>>, Vec<u32>) {
        let axes = self.axes(party);
        let mut layers = vec![source.to_vec()];
        let mut best = source.to_vec();
        for size in 1..=self.most(party) {
            let before = &layers[size - 1];
            let mut next = vec![NEVER; self.cells];
            let mut cell = vec![0; self.grid.axes.len()];
            let mut any = false;
            for at in 0..self.cells {
                if within[at] {
                    let least = axes
                        .iter()
                        .filter(|axis| {
                            cell[**axis] > 0 && !self.leaves_out(**axis, cell[**axis], way)
                        })
                        .map(|axis| before[at - self.strides[*axis]])
                        .min();
                    next[at] = least.unwrap_or(NEVER);
                    any |= next[at] != NEVER;
                }
                self.on(&mut cell);
            }
            if !any {
                break;
            }
            for (best, next) in best.iter_mut().zip(&next) {
                *best = (*best).min(cost(*next, size));
            }
            layers.push(next);
        }
        (layers, best)
    }

    /// What happens in one stage that ends at a cell at such a cost, and the cell at which it begins.
    fn stage(
        &self,
        source: &[u32],
        stage: usize,
        end: usize,
        goal: u32,
        within: &[bool],
    ) -> (StagePlan, usize) {
        for way in self.ways(u32::try_from(stage).unwrap_or(u32::MAX)) {
            let mut now = source.to_vec();
            let mut halves = Vec::new();
            for party in &way.order {
                let (layers, best) = self.layers(&now, *party, &way, within);
                halves.push((*party, layers, best.clone()));
                now = best;
            }
            if now[end] != goal {
                continue;
            }
            return walked_back(&halves, end, |(party, layers, best), at| {
                let goal = best[*at];
                let sizes = layers.iter().enumerate();
                let size = sizes
                    .map(|(size, layer)| cost(layer[*at], size))
                    .position(|cost| cost == goal);
                let mut items = Vec::new();
                for size in (0..size.unwrap_or(0)).rev() {
                    let wanted = layers[size + 1][*at];
                    let good = |before: usize| layers[size][before] == wanted;
                    let Some(axis) = self.step(*at, *party, &way, good) else {
                        break;
                    };
                    self.take(&mut items, axis, at);
                }
                items.reverse();
                (*party, items)
            });
        }
        (StagePlan::default(), end)
    }
}

/// The batches of a stage, from the last party's back to the first's, and the cell before them: `items`
/// says whose a half is and what was handed over in it, and goes back over it.
fn walked_back<H>(
    halves: &[H],
    end: usize,
    mut items: impl FnMut(&H, &mut usize) -> (PartyAt, Vec<(usize, u32)>),
) -> (StagePlan, usize) {
    let mut at = end;
    let mut batches = Vec::new();
    for half in halves.iter().rev() {
        let (giver, items) = items(half, &mut at);
        batches.extend((!items.is_empty()).then_some(Batch { giver, items }));
    }
    batches.reverse();
    (StagePlan { batches }, at)
}

/// So many more.
fn more(before: u32, size: usize) -> u32 {
    let size = u32::try_from(size).unwrap_or(NEVER);
    before.saturating_add(size)
}

/// With so many in a batch.
fn cost(before: u32, size: usize) -> u32 {
    let size = u32::try_from(size).unwrap_or(NEVER);
    if before == NEVER {
        NEVER
    } else {
        before.saturating_add(size.saturating_mul(size))
    }
}
