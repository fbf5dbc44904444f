//! The most even batches where rules bind how many of a class a stage has: a batch goes along one axis after the
//! other, from where it may begin, and of every cell the least cost is kept for each size that the batch has by then.

#![expect(
    clippy::indexing_slicing,
    reason = "cells are counted when the lattice is made"
)]

use super::{NEVER, Staged, back::walked_back, even::cost};
use crate::order::{plan::StagePlan, problem::PartyAt, stages::Way, two::windows::begins};

/// What one party's batch comes to.
pub(super) struct Sized {
    giver: PartyAt,
    /// Along one axis after the other, by size: what it costs up to each cell without the batch itself.
    along: Vec<Vec<Vec<u32>>>,
    /// The least cost up to each cell, the batch included.
    pub best: Vec<u32>,
}

impl Staged<'_> {
    /// The least cost up to each cell after one batch of a party.
    pub(super) fn sized(
        &self,
        source: &[u32],
        party: PartyAt,
        way: &Way,
        within: &[bool],
    ) -> Sized {
        let most = self.most(party);
        let mut along: Vec<Vec<Vec<u32>>> = Vec::new();
        for axis in self.axes(party) {
            let own = &self.grid.axes[axis].classes;
            let begins = begins(&self.stages.inside, own, &way.without);
            let stride = self.cells.strides[axis];
            let of_size = |size: usize| {
                let least = |at: usize| {
                    let end = self.count(at, axis);
                    let from = begins[end]
                        .iter()
                        .flat_map(|(low, high)| (*low).max(end.saturating_sub(size))..=*high);
                    let costs = from.map(|from| end - from).map(|step| {
                        let before = at - step * stride;
                        up_to(&along, along.len(), source, size - step, before)
                    });
                    costs.min().unwrap_or(NEVER)
                };
                (0..self.cells.count).map(least).collect::<Vec<u32>>()
            };
            let next = (0..=most).map(of_size).collect();
            along.push(next);
        }
        let best = (0..self.cells.count).map(|at| {
            let sizes = (0..=most).map(|size| {
                let before = up_to(&along, along.len(), source, size, at);
                cost(before, size)
            });
            let least = sizes.min().filter(|_| within[at]);
            least.unwrap_or(NEVER)
        });
        Sized {
            giver: party,
            best: best.collect(),
            along,
        }
    }

    /// What happens in one stage that ends at a cell at such a cost, and the cell at which it begins.
    pub(super) fn sized_stage(
        &self,
        begun: Vec<u32>,
        way: &Way,
        end: usize,
        goal: u32,
        within: &[bool],
    ) -> Option<(StagePlan, usize)> {
        let mut now = begun;
        let mut halves = Vec::new();
        for party in &way.order {
            let half = self.sized(&now, *party, way, within);
            let after = half.best.clone();
            halves.push((std::mem::replace(&mut now, after), half));
        }
        (now[end] == goal).then(|| {
            walked_back(&halves, end, |(source, half), at| {
                (half.giver, self.sized_back(source, half, way, at))
            })
        })
    }

    /// Goes back along what one such batch did.
    fn sized_back(
        &self,
        source: &[u32],
        half: &Sized,
        way: &Way,
        at: &mut usize,
    ) -> Vec<(usize, u32)> {
        let goal = half.best[*at];
        let last = half.along.len();
        let of = |size: &usize| cost(up_to(&half.along, last, source, *size, *at), *size) == goal;
        let mut size = (0..=self.most(half.giver)).find(of).unwrap_or_default();
        let mut counts = vec![0_u32; self.problem.classes().len()];
        for (place, axis) in self.axes(half.giver).into_iter().enumerate().rev() {
            let own = &self.grid.axes[axis].classes;
            let begins = begins(&self.stages.inside, own, &way.without);
            let (end, stride) = (self.count(*at, axis), self.cells.strides[axis]);
            let here = half.along[place][size][*at];
            let mut from = begins[end].iter().flat_map(|(low, high)| *low..=*high);
            let from = from.find(|from| {
                let step = end - from;
                step <= size
                    && up_to(&half.along, place, source, size - step, *at - step * stride) == here
            });
            let from = from.unwrap_or(end);
            for class in &own[from..end] {
                counts[*class] += 1;
            }
            size -= (end - from).min(size);
            *at -= (end - from) * stride;
        }
        self.listed(counts)
    }
}

/// Along so many axes, with so many in the batch by then, what it costs up to a cell.
fn up_to(along: &[Vec<Vec<u32>>], axes: usize, source: &[u32], size: usize, at: usize) -> u32 {
    match axes.checked_sub(1) {
        Some(last) => along[last][size][at],
        None if size == 0 => source[at],
        None => NEVER,
    }
}
