//! Stages over a lattice with several axes to a party: whether everything can be handed over within bounds,
//! and in how few stages. For each stage, each order of the parties in it and each batch of it, the least
//! number already handed over in that batch is kept for every cell; so a limit on batches costs no
//! dimension.

#![expect(
    clippy::indexing_slicing,
    reason = "cells are counted when the lattice is made"
)]

mod back;
mod batch;
mod counted;
mod even;

pub(super) use even::affords;

use super::{
    bounds::Bounds,
    grid::Grid,
    problem::{PartyAt, Problem},
    stages::{Stages, Way},
};
use crate::watch::{Stage, Stopped, Watch};

/// No way is known.
const NEVER: u32 = u32::MAX;

/// The most cells times stages.
pub(super) const CELLS_MOST: u64 = 50_000_000;

/// How cells lie, and what holds in them whatever the bounds.
pub(super) struct Cells {
    strides: Vec<usize>,
    count: usize,
    /// By cell: whether every gate is open.
    open: Vec<bool>,
    /// By cell: whether a stage may end.
    ends: Vec<bool>,
}

/// The lattice, and where a stage may end.
pub(super) struct Staged<'a> {
    problem: &'a Problem,
    grid: &'a Grid,
    stages: &'a Stages,
    cells: &'a Cells,
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

impl Cells {
    pub fn of(problem: &Problem, grid: &Grid, stages: &Stages) -> Self {
        let mut strides = vec![1; grid.axes.len()];
        for axis in (0..grid.axes.len().saturating_sub(1)).rev() {
            strides[axis] = strides[axis + 1] * (grid.axes[axis + 1].len() + 1);
        }
        let count = strides[0] * (grid.axes[0].len() + 1);
        let mut open = Vec::with_capacity(count);
        let mut ends = Vec::with_capacity(count);
        let mut cell = vec![0; grid.axes.len()];
        // By class, how many of it a cell has.
        let mut done = vec![0_u32; problem.classes().len()];
        for _ in 0..count {
            open.push(
                grid.gates
                    .iter()
                    .all(|gate| cell[gate.axis] <= gate.beyond || cell[gate.other] >= gate.least),
            );
            ends.push(stages.may_end(&done));
            for (axis, place) in grid.axes.iter().zip(&mut cell).rev() {
                if *place < axis.len() {
                    done[axis.classes[*place]] += 1;
                    *place += 1;
                    break;
                }
                *place = 0;
                for class in &axis.classes {
                    done[*class] = 0;
                }
            }
        }
        Self {
            strides,
            count,
            open,
            ends,
        }
    }
}

impl<'a> Staged<'a> {
    pub const fn new(
        problem: &'a Problem,
        grid: &'a Grid,
        stages: &'a Stages,
        cells: &'a Cells,
    ) -> Self {
        Self {
            problem,
            grid,
            stages,
            cells,
        }
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
        let mut within = self.cells.open.clone();
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
        if !within[0] || !within[self.cells.count - 1] {
            return Ok(None);
        }
        let mut first = vec![false; self.cells.count];
        first[0] = true;
        let mut layers = vec![first];
        for stage in 0..most.min(self.stages.most) {
            let now = &layers[layers.len() - 1];
            if now[self.cells.count - 1] {
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
                for (next, (count, end)) in next.iter_mut().zip(counts.iter().zip(&self.cells.ends))
                {
                    *next |= *count != NEVER && *end;
                }
            }
            if next == *now && !self.stages.numbered() {
                return Ok(None);
            }
            layers.push(next);
        }
        let done = layers
            .last()
            .is_some_and(|layer| layer[self.cells.count - 1]);
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

    /// The count of one axis in a cell.
    fn count(&self, at: usize, axis: usize) -> usize {
        at / self.cells.strides[axis] % (self.grid.axes[axis].len() + 1)
    }

    fn most(&self, party: PartyAt) -> usize {
        self.stages.batch(party).min(self.problem.owed(party))
    }
}
