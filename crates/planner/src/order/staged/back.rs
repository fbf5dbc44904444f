//! A plan of what was reached: from the end back through one stage after the other.

#![expect(
    clippy::indexing_slicing,
    reason = "cells are counted when the lattice is made"
)]

use super::{Batches, NEVER, Reached, Staged, batch::more, even::affords};
use crate::{
    order::{
        plan::{Batch, Plan, StagePlan},
        problem::PartyAt,
        stages::Way,
        two::windows::begins,
    },
    watch::{Stopped, Watch},
};

impl Staged<'_> {
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
        let even = batches == Batches::Even
            && affords(
                self.problem,
                self.grid,
                self.stages,
                self.cells.count as u64,
            );
        let costs = if even {
            self.costs(reached, watch)?
        } else {
            Vec::new()
        };
        let mut at = self.cells.count - 1;
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
                let size = counts[*at] as usize;
                let good = |left: usize, _, before: usize| counts[before] as usize == left;
                (*party, self.one_by_one(*party, &way, size, at, good))
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
                let begun = before[*at - (end - from) * self.cells.strides[axis]];
                begun != NEVER && (uncounted || more(begun, end - from) == count)
            });
            let from = from.unwrap_or(end);
            for class in &own[from..end] {
                counts[*class] += 1;
            }
            *at -= (end - from) * self.cells.strides[axis];
        }
        self.listed(counts)
    }

    /// So many of each class as a batch, each after whatever has to come before it.
    pub(super) fn listed(&self, counts: Vec<u32>) -> Vec<(usize, u32)> {
        let mut items: Vec<(usize, u32)> = counts
            .into_iter()
            .enumerate()
            .filter(|(_, count)| *count > 0)
            .collect();
        // Whatever comes before has less before it.
        items.sort_by_key(|(class, _)| self.problem.precedence().earlier(*class).count());
        items
    }

    /// Goes back over a batch of such a size, one after the other, and notes what was handed over in it: a step
    /// is good for how many are left then, from a cell to the cell before it.
    pub(super) fn one_by_one(
        &self,
        party: PartyAt,
        way: &Way,
        size: usize,
        at: &mut usize,
        good: impl Fn(usize, usize, usize) -> bool,
    ) -> Vec<(usize, u32)> {
        let mut items = Vec::new();
        for left in (0..size).rev() {
            let here = *at;
            let Some(axis) = self.step(here, party, way, |before| good(left, here, before)) else {
                break;
            };
            self.take(&mut items, axis, at);
        }
        items.reverse();
        items
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
            count > 0 && !self.leaves_out(*axis, count, way) && good(at - self.cells.strides[*axis])
        })
    }

    /// Goes back one step, and notes what was handed over in it.
    fn take(&self, items: &mut Vec<(usize, u32)>, axis: usize, at: &mut usize) {
        let class = self.grid.axes[axis].classes[self.count(*at, axis) - 1];
        *at -= self.cells.strides[axis];
        match items.last_mut() {
            Some((last, count)) if *last == class => *count += 1,
            Some(_) | None => items.push((class, 1)),
        }
    }
}

/// The batches of a stage, from the last party's back to the first's, and the cell before them: `items`
/// says whose a half is and what was handed over in it, and goes back over it.
pub(super) fn walked_back<H>(
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
