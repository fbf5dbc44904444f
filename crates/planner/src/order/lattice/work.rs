//! How one thread fills a tile: plane by plane, each from the planes before it.

#![expect(
    clippy::indexing_slicing,
    reason = "cells, rows and planes are counted when the lattice is made"
)]

use super::{
    kernel::{self, Step},
    level::{LEAST, Level, NEVER},
    rows::Rows,
    skew::LANES,
    tiles::Shape,
};
use crate::order::grid::Grid;

/// Where the cells with one less on an outer axis are.
pub(super) enum Source<'t> {
    None,
    Here(usize),
    There(&'t [Level]),
}

/// What one thread needs.
pub(super) struct Work<'a> {
    grid: &'a Grid,
    rows: &'a Rows<'a>,
    shape: &'a Shape,
    /// By axis but the last, the greatest count that is asked for.
    up_to: &'a [usize],
    /// The counts of all axes but the last.
    place: Vec<usize>,
    /// The best way to each cell of a plane from other planes.
    best: Vec<Level>,
    /// The levels of a group that is not made once for all.
    levels: Vec<Level>,
    /// By party: the standing at the beginning of a plane.
    base: Vec<i64>,
}

impl<'a> Work<'a> {
    pub fn new(grid: &'a Grid, rows: &'a Rows<'a>, shape: &'a Shape, up_to: &'a [usize]) -> Self {
        Self {
            grid,
            rows,
            shape,
            up_to,
            place: vec![0; shape.counts.len() - 1],
            best: vec![NEVER; shape.skew.plane()],
            levels: vec![NEVER; shape.skew.group()],
            base: vec![0; grid.parties],
        }
    }

    /// All planes of one place of the outer axes.
    pub fn block(
        &mut self,
        outer: [usize; 2],
        cells: &mut [Level],
        start: usize,
        begin: &[Source<'_>; 2],
    ) {
        let shape = self.shape;
        self.place.fill(0);
        self.place[..2].copy_from_slice(&outer);
        for offset in (0..shape.block).step_by(shape.skew.plane()) {
            let mut between = shape.between();
            if between.all(|axis| self.place[axis] <= self.up_to[axis]) {
                let (done, open) = cells.split_at_mut(start + offset);
                self.before(done, offset, begin);
                let plane = &mut open[..shape.skew.plane()];
                if shape.skew.lanes == 1 {
                    self.plane::<1>(plane);
                } else {
                    self.plane::<LANES>(plane);
                }
            }
            for axis in shape.between().rev() {
                self.place[axis] += 1;
                if self.place[axis] < shape.counts[axis] {
                    break;
                }
                self.place[axis] = 0;
            }
        }
    }

    /// The best way to each cell of a plane from the planes before it.
    fn before(&mut self, done: &[Level], offset: usize, begin: &[Source<'_>; 2]) {
        let shape = self.shape;
        let plane = shape.skew.plane();
        let outer = begin.iter().filter_map(|source| match source {
            Source::None => None,
            Source::Here(from) => Some(&done[from + offset..][..plane]),
            Source::There(planes) => Some(&planes[offset..][..plane]),
        });
        let inner = shape
            .between()
            .filter(|axis| self.place[*axis] > 0)
            .map(|axis| &done[done.len() - shape.strides[axis]..][..plane]);
        let mut planes = outer.chain(inner);
        match (planes.next(), planes.next()) {
            (Some(one), Some(other)) => kernel::lesser(&mut self.best, one, other),
            (Some(one), None) => self.best.copy_from_slice(one),
            (None, _) => {
                self.best.fill(NEVER);
                self.best[0] = LEAST;
            }
        }
        while let Some(one) = planes.next() {
            kernel::least(&mut self.best, one, planes.next().unwrap_or(one));
        }
    }

    /// The cells of a plane, group by group.
    fn plane<const OF: usize>(&mut self, plane: &mut [Level]) {
        let (grid, skew) = (self.grid, self.shape.skew);
        let padding = self.shape.counts.len() - grid.axes.len();
        let counts = &mut self.place[padding.min(self.shape.counts.len() - 1)..];
        let fixed = counts.len() - usize::from(skew.rows > 1);
        for (party, base) in self.base.iter_mut().enumerate() {
            let runs = grid.axes.iter().zip(counts.iter().take(fixed));
            *base = runs.map(|(axis, count)| axis.runs[party][*count]).sum();
        }
        let groups = if skew.rows > 1 {
            self.up_to.last().map_or(1, |to| to / OF + 1)
        } else {
            1
        };
        let plane: &mut [Step<OF>] = plane.as_chunks_mut().0;
        let best: &[Step<OF>] = self.best.as_chunks().0;
        let steps = skew.group() / OF;
        for group in 0..groups {
            let (above, here) = plane.split_at_mut(group * steps);
            // What lies in the last lane begins so many steps after what lies in the first.
            let above = match above.len().checked_sub(steps) {
                Some(from) => &above[from + OF - 1..],
                None => &[],
            };
            let here = &mut here[..steps];
            let best = &best[group * steps..][..steps];
            if !grid.gates.is_empty() {
                self.rows.fill(group, &self.base, &mut self.levels);
                for lane in 0..OF.min(skew.rows - group * OF) {
                    if skew.rows > 1 {
                        counts[fixed] = group * OF + lane;
                    }
                    shut(grid, counts, skew.length, |column| {
                        self.levels[skew.at(lane, column)] = NEVER;
                    });
                }
                kernel::sweep(here, [self.levels.as_chunks().0], best, above);
            } else if let Some(levels) = self.rows.made::<OF, 2>(group, &self.base) {
                kernel::sweep(here, levels, best, above);
            } else if let Some(levels) = self.rows.made::<OF, 1>(group, &self.base) {
                kernel::sweep(here, levels, best, above);
            } else if let Some(levels) = self.rows.made::<OF, 3>(group, &self.base) {
                kernel::sweep(here, levels, best, above);
            } else {
                self.rows.fill(group, &self.base, &mut self.levels);
                kernel::sweep(here, [self.levels.as_chunks().0], best, above);
            }
        }
        if skew.rows > 1 {
            counts[fixed] = 0;
        }
    }
}

/// Each column of a row to which a gate is shut.
fn shut(grid: &Grid, place: &[usize], length: usize, mut column: impl FnMut(usize)) {
    let last = grid.axes.len() - 1;
    let (mut from, mut to) = (0, length);
    for gate in &grid.gates {
        match (gate.axis == last, gate.other == last) {
            (false, false) => {
                if place[gate.axis] > gate.beyond && place[gate.other] < gate.least {
                    to = 0;
                }
            }
            (true, _) => {
                if place[gate.other] < gate.least {
                    to = to.min(gate.beyond + 1);
                }
            }
            (false, true) => {
                if place[gate.axis] > gate.beyond {
                    from = from.max(gate.least);
                }
            }
        }
    }
    (0..from.min(length))
        .chain(to..length)
        .for_each(&mut column);
}
