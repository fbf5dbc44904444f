//! The whole lattice, in tiles along its two outer axes: the tiles of one diagonal do not touch and are
//! done side by side, each after those before it on both axes.

#![expect(
    clippy::indexing_slicing,
    reason = "cells, rows and tiles are counted when the lattice is made"
)]

use rayon::prelude::*;

use super::{
    kernel,
    level::{Levels, NEVER, Rows},
};
use crate::{
    order::grid::Grid,
    watch::{Stage, Stopped, Watch},
};

/// About so many tiles along each outer axis, where it is long enough.
const ALONG: usize = 12;

/// A lattice and, once it is swept, the least greatest level of a way to each cell.
pub(in super::super) struct Lattice<'a> {
    grid: &'a Grid,
    rows: Rows<'a>,
    shape: Shape,
    tiles: Vec<Tile>,
}

/// How cells lie.
struct Shape {
    /// How many counts each axis has; the two outer ones may be of one count only.
    counts: Vec<usize>,
    /// How many axes of one count stand before those of the grid.
    padding: usize,
    /// Cells to the next count, on the axes that are whole in each tile.
    strides: Vec<usize>,
    /// Cells of one place of the two outer axes.
    block: usize,
    /// Cells of one place of all axes but the last two: those are gone through together, so that what all
    /// of them ask is asked once. One row, where the last but one is an outer axis.
    plane: usize,
    /// Where the parts of the two outer axes begin, and where the last ends.
    parts: [Vec<usize>; 2],
}

struct Tile {
    part: [usize; 2],
    cells: Vec<u16>,
}

impl<'a> Lattice<'a> {
    pub fn new(grid: &'a Grid, levels: &'a Levels) -> Self {
        let padding = 3_usize.saturating_sub(grid.axes.len());
        let mut counts = vec![1; padding];
        counts.extend(grid.axes.iter().map(|axis| axis.len() + 1));
        let mut strides = vec![1; counts.len()];
        for axis in (2..counts.len() - 1).rev() {
            strides[axis] = strides[axis + 1] * counts[axis + 1];
        }
        let block = counts[2..].iter().product();
        let plane = counts[2.max(counts.len() - 2)..].iter().product();
        let parts = [0, 1].map(|axis| {
            let size = counts[axis].div_ceil(ALONG);
            let mut starts: Vec<usize> = (0..counts[axis]).step_by(size).collect();
            starts.push(counts[axis]);
            starts
        });
        let shape = Shape {
            counts,
            padding,
            strides,
            block,
            plane,
            parts,
        };
        Self {
            grid,
            rows: levels.along(grid),
            shape,
            tiles: Vec::new(),
        }
    }

    /// Goes through all cells.
    ///
    /// # Errors
    /// The watch ended it.
    pub fn sweep(&mut self, watch: &dyn Watch) -> Result<(), Stopped> {
        let [first, second] = [0, 1].map(|axis| self.shape.parts[axis].len() - 1);
        let of = (first * second) as u64;
        let mut done = 0;
        let mut earlier = 0..0;
        for diagonal in 0..first + second - 1 {
            watch.at(Stage::Searching, done, of)?;
            let parts: Vec<[usize; 2]> = (0..first)
                .filter_map(|i| Some([i, diagonal.checked_sub(i).filter(|j| *j < second)?]))
                .collect();
            let before = &self.tiles[earlier.clone()];
            let made: Vec<Tile> = parts
                .into_par_iter()
                .map(|part| self.tile(part, before))
                .collect();
            done += made.len() as u64;
            earlier = self.tiles.len()..self.tiles.len() + made.len();
            self.tiles.extend(made);
        }
        Ok(())
    }

    /// The level at a cell.
    pub fn at(&self, cell: &[usize]) -> u16 {
        let [i, j] = self.outer(cell);
        let part = [(0, i), (1, j)]
            .map(|(axis, place)| self.shape.parts[axis].partition_point(|s| *s <= place) - 1);
        // Tiles lie diagonal by diagonal, in each by the first axis.
        let [first, second] = [0, 1].map(|axis| self.shape.parts[axis].len() - 1);
        let on = |diagonal: usize| {
            diagonal.min(first - 1) + 1
                - (diagonal + 1)
                    .saturating_sub(second)
                    .min(diagonal.min(first - 1) + 1)
        };
        let before: usize = (0..part[0] + part[1]).map(on).sum();
        let index = before + part[0] - (part[0] + part[1] + 1).saturating_sub(second);
        let tile = &self.tiles[index];
        let inner: usize = self
            .inner(cell)
            .zip(&self.shape.strides[2..])
            .map(|(count, stride)| count * stride)
            .sum();
        tile.cells[self.offset(tile.part, [i, j]) + inner]
    }

    fn outer(&self, cell: &[usize]) -> [usize; 2] {
        [0_usize, 1].map(|axis| {
            axis.checked_sub(self.shape.padding)
                .map_or(0, |at| cell[at])
        })
    }

    fn inner<'c>(&self, cell: &'c [usize]) -> impl Iterator<Item = usize> + use<'c> {
        let padding = self.shape.padding;
        cell.iter().copied().skip(2_usize.saturating_sub(padding))
    }

    /// Where the cells of one place of the outer axes begin in its tile.
    fn offset(&self, part: [usize; 2], place: [usize; 2]) -> usize {
        let [from, from_second] = [0, 1].map(|axis| self.shape.parts[axis][part[axis]]);
        let width = self.shape.parts[1][part[1] + 1] - from_second;
        ((place[0] - from) * width + place[1] - from_second) * self.shape.block
    }

    fn tile(&self, part: [usize; 2], before: &[Tile]) -> Tile {
        let range = |axis: usize| {
            self.shape.parts[axis][part[axis]]..self.shape.parts[axis][part[axis] + 1]
        };
        let neighbour = |axis: usize| {
            let mut wanted = part;
            wanted[axis] = part[axis].checked_sub(1)?;
            before.iter().find(|tile| tile.part == wanted)
        };
        let neighbours = [neighbour(0), neighbour(1)];
        let mut cells = vec![0; range(0).len() * range(1).len() * self.shape.block];
        let mut work = Work::new(self);
        for i in range(0) {
            for j in range(1) {
                work.outer([i, j]);
                let outer = [[i.wrapping_sub(1), j], [i, j.wrapping_sub(1)]];
                let begin = [0, 1].map(|axis| {
                    if [i, j][axis] == 0 {
                        return Source::None;
                    }
                    if [i, j][axis] > range(axis).start {
                        return Source::Here(self.offset(part, outer[axis]));
                    }
                    neighbours[axis].map_or(Source::None, |tile| {
                        Source::There(&tile.cells[self.offset(tile.part, outer[axis])..])
                    })
                });
                let start = self.offset(part, [i, j]);
                work.block(&mut cells, start, &begin);
            }
        }
        Tile { part, cells }
    }
}

/// Where the cells with one less on an outer axis are.
enum Source<'t> {
    None,
    Here(usize),
    There(&'t [u16]),
}

/// What one thread needs to fill a tile plane by plane.
struct Work<'a> {
    lattice: &'a Lattice<'a>,
    /// The counts of all axes but the last.
    place: Vec<usize>,
    /// The best way to each cell of a plane from other planes.
    best: Vec<u16>,
    /// The levels of a row that is not made once for all.
    levels: Vec<u16>,
    /// By party: the standing at the beginning of a plane.
    base: Vec<i64>,
}

impl<'a> Work<'a> {
    fn new(lattice: &'a Lattice<'a>) -> Self {
        let length = lattice.shape.counts.last().copied().unwrap_or(1);
        Self {
            lattice,
            place: vec![0; lattice.shape.counts.len() - 1],
            best: vec![NEVER; lattice.shape.plane],
            levels: vec![NEVER; length],
            base: vec![0; lattice.grid.parties],
        }
    }

    fn outer(&mut self, place: [usize; 2]) {
        self.place.fill(0);
        self.place[..2].copy_from_slice(&place);
    }

    /// All planes of one place of the outer axes.
    fn block(&mut self, cells: &mut [u16], start: usize, begin: &[Source<'_>; 2]) {
        let shape = &self.lattice.shape;
        for offset in (0..shape.block).step_by(shape.plane) {
            let (done, open) = cells.split_at_mut(start + offset);
            self.before(done, offset, begin);
            self.plane(&mut open[..shape.plane]);
            for axis in (2..shape.counts.len().saturating_sub(2)).rev() {
                self.place[axis] += 1;
                if self.place[axis] < shape.counts[axis] {
                    break;
                }
                self.place[axis] = 0;
            }
        }
    }

    /// The best way to each cell of a plane from the planes before it.
    fn before(&mut self, done: &[u16], offset: usize, begin: &[Source<'_>; 2]) {
        let shape = &self.lattice.shape;
        let outer = begin.iter().filter_map(|source| match source {
            Source::None => None,
            Source::Here(from) => Some(&done[from + offset..][..shape.plane]),
            Source::There(rows) => Some(&rows[offset..][..shape.plane]),
        });
        let inner = (2..shape.counts.len().saturating_sub(2))
            .filter(|axis| self.place[*axis] > 0)
            .map(|axis| &done[done.len() - shape.strides[axis]..][..shape.plane]);
        let mut planes = outer.chain(inner);
        match (planes.next(), planes.next()) {
            (Some(one), Some(other)) => kernel::lesser(&mut self.best, one, other),
            (Some(one), None) => self.best.copy_from_slice(one),
            (None, _) => {
                self.best.fill(NEVER);
                self.best[0] = 0;
            }
        }
        while let Some(one) = planes.next() {
            kernel::least(&mut self.best, one, planes.next().unwrap_or(one));
        }
    }

    /// The cells of a plane, row by row.
    fn plane(&mut self, plane: &mut [u16]) {
        let (grid, shape) = (self.lattice.grid, &self.lattice.shape);
        let rows = &self.lattice.rows;
        let length = self.levels.len();
        let outer = &mut self.place[shape.padding.min(shape.counts.len() - 1)..];
        for (party, base) in self.base.iter_mut().enumerate() {
            let runs = grid.axes.iter().zip(outer.iter());
            *base = runs.map(|(axis, count)| axis.runs[party][*count]).sum();
        }
        let across = (plane.len() > length).then(|| outer.len() - 1);
        for (row, best) in self.best.chunks_exact(length).enumerate() {
            let standing = |party: usize| {
                let further = across.map_or(0, |axis| grid.axes[axis].runs[party][row]);
                self.base[party] + further
            };
            let (above, here) = plane.split_at_mut(row * length);
            let above = above
                .len()
                .checked_sub(length)
                .map_or(best, |at| &above[at..]);
            let here = &mut here[..length];
            let before = [best, above];
            if !grid.gates.is_empty() {
                if let Some(across) = across {
                    outer[across] = row;
                }
                self.lattice.levels(outer, standing, &mut self.levels);
                kernel::sweep(here, [&self.levels], before);
            } else if let Some(levels) = rows.made::<2>(standing) {
                kernel::sweep(here, levels, before);
            } else if let Some(levels) = rows.made::<3>(standing) {
                kernel::sweep(here, levels, before);
            } else {
                rows.fill(standing, &mut self.levels);
                kernel::sweep(here, [&self.levels], before);
            }
        }
        if let Some(across) = across {
            outer[across] = 0;
        }
    }
}

impl Lattice<'_> {
    /// The levels of the row at such a place, and never where a gate is shut.
    fn levels(&self, outer: &[usize], base: impl Fn(usize) -> i64, row: &mut [u16]) {
        let last = self.grid.axes.len() - 1;
        let (mut from, mut to) = (0, row.len());
        for gate in &self.grid.gates {
            match (gate.axis == last, gate.other == last) {
                (false, false) => {
                    if outer[gate.axis] > gate.beyond && outer[gate.other] < gate.least {
                        to = 0;
                    }
                }
                (true, _) => {
                    if outer[gate.other] < gate.least {
                        to = to.min(gate.beyond + 1);
                    }
                }
                (false, true) => {
                    if outer[gate.axis] > gate.beyond {
                        from = from.max(gate.least);
                    }
                }
            }
        }
        if from >= to {
            row.fill(NEVER);
            return;
        }
        self.rows.fill(base, row);
        row[..from].fill(NEVER);
        row[to..].fill(NEVER);
    }
}
