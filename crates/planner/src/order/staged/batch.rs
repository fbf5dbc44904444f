//! How far one batch of a party goes. Where rules inside a stage bind how many of a class it has, a batch goes
//! along one axis after the other, from where it may begin: between two parties only its two ends matter.

#![expect(
    clippy::indexing_slicing,
    reason = "cells are counted when the lattice is made"
)]

use super::{NEVER, Staged};
use crate::order::{
    problem::PartyAt,
    stages::Way,
    two::windows::{Begins, begins},
};

impl Staged<'_> {
    /// From where a way is known, all that one batch of a party reaches, with how few in it.
    pub(super) fn batch(&self, counts: &mut Vec<u32>, party: PartyAt, way: &Way, within: &[bool]) {
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
        let rows = Rows::of(self, party, way);
        let mut least = vec![NEVER; rows.length];
        let mut cell = vec![0; self.grid.axes.len()];
        for start in (0..self.cells.count).step_by(rows.length) {
            let (before, from) = counts.split_at_mut(start);
            rows.least(self, before, start, &cell, &mut least);
            let own = from[..rows.length].iter_mut().zip(&within[start..]);
            let mut carried = NEVER;
            for ((count, within), (least, steps)) in own.zip(least.iter().zip(&rows.steps)) {
                let fewest = if *steps { carried.min(*least) } else { *least };
                if *count == NEVER && *within && fewest < most {
                    *count = fewest + 1;
                }
                carried = *count;
            }
            next_row(self, &mut cell);
        }
    }

    /// The same where rules bind how many of a class a stage has: along one axis after the other, the last
    /// of them within the bounds. One table for each axis, each with how few it takes up to there.
    pub(super) fn along(
        &self,
        source: &[u32],
        party: PartyAt,
        way: &Way,
        within: &[bool],
    ) -> Vec<Vec<u32>> {
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
        let next = (0..self.cells.count).map(|at| {
            let end = self.count(at, axis);
            let from = begins[end]
                .iter()
                .flat_map(|(low, high)| (*low).max(end.saturating_sub(most))..=*high);
            let counts = from.map(|from| {
                let size = end - from;
                more(before[at - size * self.cells.strides[axis]], size)
            });
            let fewest = counts.min().filter(|count| *count as usize <= most);
            fewest.unwrap_or(NEVER)
        });
        next.collect()
    }

    /// Where a batch of any size goes on along an axis: nothing has to be counted.
    fn anywhere(&self, before: &[u32], axis: usize, begins: &Begins) -> Vec<u32> {
        let stride = self.cells.strides[axis];
        // Along the axis, from how many places up to here there is a way.
        let mut ways: Vec<u32> = Vec::with_capacity(self.cells.count);
        let mut next = Vec::with_capacity(self.cells.count);
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
}

/// Cells row by row along the last axis, as one party goes through them.
struct Rows {
    /// The party's axes but the last of all.
    axes: Vec<usize>,
    /// By axis and count: whether a step to it is left out in this stage.
    out: Vec<Vec<bool>>,
    /// By count on the last axis: whether the party steps to it along that axis.
    steps: Vec<bool>,
    length: usize,
}

impl Rows {
    fn of(staged: &Staged<'_>, party: PartyAt, way: &Way) -> Self {
        let all = &staged.grid.axes;
        let last = all.len() - 1;
        let out: Vec<Vec<bool>> = all
            .iter()
            .enumerate()
            .map(|(at, axis)| {
                let left = |count| count == 0 || staged.leaves_out(at, count, way);
                (0..=axis.len()).map(left).collect()
            })
            .collect();
        let mut axes = staged.axes(party);
        let own = axes.last() == Some(&last);
        axes.retain(|axis| *axis != last);
        Self {
            axes,
            steps: out[last].iter().map(|out| own && !out).collect(),
            length: all[last].len() + 1,
            out,
        }
    }

    /// For the row that starts there, the least in the cells before along all axes but the last.
    fn least(
        &self,
        staged: &Staged<'_>,
        before: &[u32],
        start: usize,
        cell: &[usize],
        least: &mut [u32],
    ) {
        least.fill(NEVER);
        for axis in &self.axes {
            if !self.out[*axis][cell[*axis]] {
                let from = start - staged.cells.strides[*axis];
                for (least, before) in least.iter_mut().zip(&before[from..from + self.length]) {
                    *least = (*least).min(*before);
                }
            }
        }
    }
}

/// On to the next row.
fn next_row(staged: &Staged<'_>, cell: &mut [usize]) {
    let outer = staged.grid.axes.len() - 1;
    for (count, axis) in cell[..outer].iter_mut().zip(&staged.grid.axes).rev() {
        *count += 1;
        if *count <= axis.len() {
            return;
        }
        *count = 0;
    }
}

/// So many more.
pub(super) fn more(before: u32, size: usize) -> u32 {
    let size = u32::try_from(size).unwrap_or(NEVER);
    before.saturating_add(size)
}
