//! A way back through the swept lattice: from the end through cells whose level is no greater than the
//! answer, as long as may be on the axes of one giver, so that few turns are taken.

#![expect(
    clippy::indexing_slicing,
    reason = "counts are those of the axes of the grid"
)]

use super::{
    level::{Level, NEVER},
    tiles::Lattice,
};
use crate::order::{
    grid::Grid,
    plan::{Batch, Plan, StagePlan},
};

/// The axes stepped along, from the beginning to the end; none where the end is not reached.
pub(in super::super) fn back(
    lattice: &mut Lattice<'_>,
    grid: &Grid,
) -> Option<(Level, Vec<usize>)> {
    let mut cell: Vec<usize> = grid
        .axes
        .iter()
        .map(super::super::grid::Axis::len)
        .collect();
    let answer = lattice.at(&cell);
    if answer == NEVER {
        return None;
    }
    let mut steps: Vec<usize> = Vec::new();
    while cell.iter().any(|count| *count > 0) {
        lattice.enter(&cell);
        let giver = steps.last().map(|axis| grid.axes[*axis].giver);
        let mut open = (0..cell.len()).filter(|axis| {
            cell[*axis] > 0 && {
                let mut before = cell.clone();
                before[*axis] -= 1;
                lattice.at(&before) <= answer
            }
        });
        let first = open.next()?;
        let same = |axis: &usize| Some(grid.axes[*axis].giver) == giver;
        let axis = if same(&first) {
            first
        } else {
            open.find(same).unwrap_or(first)
        };
        cell[axis] -= 1;
        steps.push(axis);
    }
    steps.reverse();
    Some((answer, steps))
}

/// The plan of such steps: handovers of one giver in a row are one run of the two or more that make a
/// stage; with more than two parties every handover stands by itself, since any may move any standing.
pub(in super::super) fn plan(grid: &Grid, steps: &[usize]) -> Plan {
    let mut done = vec![0; grid.axes.len()];
    let mut batches: Vec<Batch> = Vec::new();
    for axis in steps {
        let (giver, class) = (
            grid.axes[*axis].giver,
            grid.axes[*axis].classes[done[*axis]],
        );
        done[*axis] += 1;
        match batches.last_mut() {
            Some(batch) if batch.giver == giver && grid.parties == 2 => {
                match batch.items.last_mut() {
                    Some((last, count)) if *last == class => *count += 1,
                    Some(_) | None => batch.items.push((class, 1)),
                }
            }
            Some(_) | None => batches.push(Batch {
                giver,
                items: vec![(class, 1)],
            }),
        }
    }
    let mut plan = Plan::default();
    for batch in batches {
        match plan.stages.last_mut() {
            Some(stage) if stage.batches.len() < 2 && grid.parties == 2 => {
                stage.batches.push(batch);
            }
            Some(_) | None => plan.stages.push(StagePlan {
                batches: vec![batch],
            }),
        }
    }
    plan
}
