//! The most even batches: stage by stage the least sum of the squares of their sizes up to each cell.

#![expect(
    clippy::indexing_slicing,
    reason = "cells are counted when the lattice is made"
)]

use super::{NEVER, Reached, Staged, back::walked_back};
use crate::{
    order::{
        grid::Grid,
        plan::StagePlan,
        problem::{PartyAt, Problem},
        stages::{Stages, Way},
    },
    watch::{Stage, Stopped, Watch},
};

/// The most steps of the reckoning that finds the most even batches.
const WORK_MOST: u64 = 200_000_000;
/// Where rules bind how many of a class a stage has, the most cells times sizes of a batch: so many numbers are
/// kept for each axis.
const COUNTED_MOST: u64 = 4_000_000;

/// Whether the most even batches are looked for, over so many cells.
pub(in super::super) fn affords(
    problem: &Problem,
    grid: &Grid,
    stages: &Stages,
    cells: u64,
) -> bool {
    let orders = stages.ways(0, problem.classes(), grid.parties).len();
    let sizes = (0..grid.parties).map(|party| stages.batch(party).min(problem.owed(party)));
    let sizes = sizes.sum::<usize>() as u64;
    let of_each = (orders * grid.axes.len()) as u64 * u64::from(stages.most);
    let steps = cells.saturating_mul(sizes).saturating_mul(of_each);
    if stages.counts() {
        // A batch goes any way along an axis at once.
        let longest = grid.axes.iter().map(|axis| axis.len() as u64 + 1).max();
        let steps = steps.saturating_mul(longest.unwrap_or(1));
        return steps <= WORK_MOST && cells.saturating_mul(sizes) <= COUNTED_MOST;
    }
    steps <= WORK_MOST
}

impl Staged<'_> {
    /// Stage by stage the least sum of the squares of batches up to each cell.
    pub(super) fn costs(
        &self,
        reached: &Reached,
        watch: &dyn Watch,
    ) -> Result<Vec<Vec<u32>>, Stopped> {
        let mut first = vec![NEVER; self.cells.count];
        first[0] = 0;
        let mut costs = vec![first];
        for stage in 0..reached.stages() {
            watch.at(Stage::Searching, stage as u64, reached.stages() as u64)?;
            let mut next = vec![NEVER; self.cells.count];
            for way in self.ways(u32::try_from(stage).unwrap_or(u32::MAX)) {
                let mut now = costs[stage].clone();
                for party in &way.order {
                    now = if self.stages.counts() {
                        self.sized(&now, *party, &way, &reached.within).best
                    } else {
                        self.layers(&now, *party, &way, &reached.within).1
                    };
                }
                for (at, next) in next.iter_mut().enumerate() {
                    if self.cells.ends[at] {
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
        let mut layers = vec![source.to_vec()];
        let mut best = source.to_vec();
        let axes = self.axes(party);
        // Few cells are within the bounds: one goes on from those that are reached.
        let mut live: Vec<usize> = (0..self.cells.count)
            .filter(|at| source[*at] != NEVER)
            .collect();
        for size in 1..=self.most(party) {
            let before = &layers[size - 1];
            let mut next = vec![NEVER; self.cells.count];
            let mut reached = Vec::new();
            for at in live {
                for axis in &axes {
                    let count = self.count(at, *axis) + 1;
                    if count > self.grid.axes[*axis].len() || self.leaves_out(*axis, count, way) {
                        continue;
                    }
                    let to = at + self.cells.strides[*axis];
                    if within[to] {
                        if next[to] == NEVER {
                            reached.push(to);
                        }
                        next[to] = next[to].min(before[at]);
                    }
                }
            }
            if reached.is_empty() {
                break;
            }
            for at in &reached {
                best[*at] = best[*at].min(cost(next[*at], size));
            }
            live = reached;
            layers.push(next);
        }
        (layers, best)
    }

    /// Of what is known, the cells from which one stage may lead to this one.
    fn leading(&self, source: &[u32], end: usize) -> Vec<u32> {
        let axes = 0..self.grid.axes.len();
        let ends: Vec<usize> = axes.map(|axis| self.count(end, axis)).collect();
        let most: Vec<usize> = (0..self.grid.parties).map(|p| self.most(p)).collect();
        let leads = |at: usize| {
            let mut left = most.clone();
            self.grid.axes.iter().enumerate().all(|(place, axis)| {
                let given = ends[place].checked_sub(self.count(at, place));
                let rest = given.and_then(|given| left[axis.giver].checked_sub(given));
                rest.is_some_and(|rest| {
                    left[axis.giver] = rest;
                    true
                })
            })
        };
        let known = source.iter().enumerate();
        known
            .map(|(at, cost)| {
                if *cost != NEVER && leads(at) {
                    *cost
                } else {
                    NEVER
                }
            })
            .collect()
    }

    /// What happens in one stage that ends at a cell at such a cost, and the cell at which it begins.
    pub(super) fn stage(
        &self,
        source: &[u32],
        stage: usize,
        end: usize,
        goal: u32,
        within: &[bool],
    ) -> (StagePlan, usize) {
        for way in self.ways(u32::try_from(stage).unwrap_or(u32::MAX)) {
            let mut now = self.leading(source, end);
            if self.stages.counts() {
                if let Some(found) = self.sized_stage(now, &way, end, goal, within) {
                    return found;
                }
                continue;
            }
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
                let good = |left: usize, here: usize, before: usize| {
                    layers[left][before] == layers[left + 1][here]
                };
                let items = self.one_by_one(*party, &way, size.unwrap_or(0), at, good);
                (*party, items)
            });
        }
        (StagePlan::default(), end)
    }
}

/// With so many in a batch.
pub(super) fn cost(before: u32, size: usize) -> u32 {
    let size = u32::try_from(size).unwrap_or(NEVER);
    if before == NEVER {
        NEVER
    } else {
        before.saturating_add(size.saturating_mul(size))
    }
}
