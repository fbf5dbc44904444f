//! The whole lattice, in tiles along its two outer axes: the tiles of one diagonal do not touch and are
//! done side by side, each after those before it on both axes. Of each tile only its far sides are kept,
//! which is all that those after it ask; whoever walks back has the few tiles on the way made again, and of
//! them no more than lies before the place where the way enters.

#![expect(
    clippy::indexing_slicing,
    reason = "cells, rows and tiles are counted when the lattice is made"
)]

use std::sync::{Mutex, PoisonError};

use rayon::prelude::*;

use super::{
    kernel,
    level::{Levels, NEVER, Rows},
};
use crate::{
    order::grid::Grid,
    watch::{Stage, Stopped, Watch},
};

/// No more tiles than about so many along each outer axis,
const ALONG: usize = 12;
/// and none of fewer counts than this, where the axis has as many: of smaller ones more is kept.
const BROAD: usize = 8;

/// A lattice and, once it is swept, the least greatest level of a way to each cell.
pub(in super::super) struct Lattice<'a> {
    grid: &'a Grid,
    rows: Rows<'a>,
    shape: Shape,
    /// By parts, the second axis fastest.
    tiles: Vec<Sides>,
    /// The tile that was last made.
    whole: Option<Whole>,
    /// Room of tiles of which the sides have been taken.
    room: Mutex<Vec<Vec<u16>>>,
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

/// The far sides of a tile.
#[derive(Default)]
struct Sides {
    /// The blocks of the last count on the first axis, by the second.
    first: Vec<u16>,
    /// The blocks of the last count on the second axis, by the first.
    second: Vec<u16>,
}

/// A tile with all cells up to a place.
struct Whole {
    part: [usize; 2],
    /// By axis but the last, the greatest count.
    up_to: Vec<usize>,
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
            let size = counts[axis].div_ceil(ALONG).max(BROAD);
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
            whole: None,
            room: Mutex::default(),
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
        self.tiles.resize_with(first * second, Sides::default);
        for diagonal in 0..first + second - 1 {
            watch.at(Stage::Searching, done, of)?;
            let parts: Vec<[usize; 2]> = (0..first)
                .filter_map(|i| Some([i, diagonal.checked_sub(i).filter(|j| *j < second)?]))
                .collect();
            let last = parts.contains(&[first - 1, second - 1]);
            let made: Vec<_> = parts
                .into_par_iter()
                .map(|part| {
                    let whole = self.tile(part, self.ends());
                    let sides = self.sides(&whole);
                    // The way back begins in the last one.
                    let whole = if last {
                        Some(whole)
                    } else {
                        self.give_back(whole.cells);
                        None
                    };
                    (part, sides, whole)
                })
                .collect();
            done += made.len() as u64;
            for (part, sides, whole) in made {
                let at = self.index(part);
                self.tiles[at] = sides;
                self.whole = whole;
            }
        }
        Ok(())
    }

    /// The level at a cell. Tiles are made again where they have to be: ask [`Self::enter`] first where
    /// cells before this one are asked for next.
    pub fn at(&mut self, cell: &[usize]) -> u16 {
        let place = self.place(cell);
        let part = self.part(&place);
        let inner: usize = place[2..]
            .iter()
            .chain(cell.last())
            .zip(&self.shape.strides[2..])
            .map(|(count, stride)| count * stride)
            .sum();
        let [from, to] =
            [0, 1].map(|further| [0, 1].map(|axis| self.shape.parts[axis][part[axis] + further]));
        let sides = &self.tiles[self.index(part)];
        if place[0] + 1 == to[0] {
            return sides.first[(place[1] - from[1]) * self.shape.block + inner];
        }
        if place[1] + 1 == to[1] {
            return sides.second[(place[0] - from[0]) * self.shape.block + inner];
        }
        self.enter(cell);
        let offset = self.offset(part, [place[0], place[1]]);
        self.whole
            .as_ref()
            .map_or(NEVER, |whole| whole.cells[offset + inner])
    }

    /// Sees to it that the cells from which this one can be reached are at hand, as far as they are in its
    /// tile.
    pub fn enter(&mut self, cell: &[usize]) {
        let place = self.place(cell);
        let part = self.part(&place);
        let there = self.whole.as_ref().is_some_and(|whole| {
            whole.part == part && place.iter().zip(&whole.up_to).all(|(at, to)| at <= to)
        });
        if there {
            return;
        }
        if let Some(whole) = self.whole.take() {
            self.give_back(whole.cells);
        }
        self.whole = Some(self.tile(part, place));
    }

    /// The counts on all axes but the last.
    fn place(&self, cell: &[usize]) -> Vec<usize> {
        let mut place = vec![0; self.shape.padding.min(self.shape.counts.len() - 1)];
        place.extend(cell.iter().take(cell.len().saturating_sub(1)));
        place
    }

    /// The greatest counts on all axes but the last.
    fn ends(&self) -> Vec<usize> {
        let outer = &self.shape.counts[..self.shape.counts.len() - 1];
        outer.iter().map(|count| count - 1).collect()
    }

    fn part(&self, place: &[usize]) -> [usize; 2] {
        [0, 1].map(|axis| self.shape.parts[axis].partition_point(|start| *start <= place[axis]) - 1)
    }

    fn index(&self, part: [usize; 2]) -> usize {
        part[0] * (self.shape.parts[1].len() - 1) + part[1]
    }

    /// Where the cells of one place of the outer axes begin in its tile.
    fn offset(&self, part: [usize; 2], place: [usize; 2]) -> usize {
        let [from, from_second] = [0, 1].map(|axis| self.shape.parts[axis][part[axis]]);
        let width = self.shape.parts[1][part[1] + 1] - from_second;
        ((place[0] - from) * width + place[1] - from_second) * self.shape.block
    }

    fn range(&self, part: [usize; 2], axis: usize) -> std::ops::Range<usize> {
        self.shape.parts[axis][part[axis]]..self.shape.parts[axis][part[axis] + 1]
    }

    fn give_back(&self, cells: Vec<u16>) {
        let room = self.room.lock();
        room.unwrap_or_else(PoisonError::into_inner).push(cells);
    }

    fn sides(&self, whole: &Whole) -> Sides {
        let [first, second] = [0, 1].map(|axis| self.range(whole.part, axis));
        let blocks = |places: Vec<[usize; 2]>| {
            let blocks = places.into_iter().map(|place| {
                let from = self.offset(whole.part, place);
                &whole.cells[from..from + self.shape.block]
            });
            blocks.collect::<Vec<_>>().concat()
        };
        Sides {
            first: blocks(second.clone().map(|j| [first.end - 1, j]).collect()),
            second: blocks(first.map(|i| [i, second.end - 1]).collect()),
        }
    }

    /// A tile up to a place, from the sides of those before it.
    fn tile(&self, part: [usize; 2], up_to: Vec<usize>) -> Whole {
        let [first, second] = [0, 1].map(|axis| self.range(part, axis));
        let size = first.len() * second.len() * self.shape.block;
        let room = self
            .room
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .pop();
        let mut cells = room.unwrap_or_default();
        // What stood there before is written over before it is read.
        cells.resize(size, NEVER);
        let before = [0, 1].map(|axis| {
            let mut before = part;
            before[axis] = part[axis].checked_sub(1)?;
            let sides = &self.tiles[self.index(before)];
            Some(if axis == 0 {
                &sides.first
            } else {
                &sides.second
            })
        });
        let mut work = Work::new(self, &up_to);
        for i in first.clone().take_while(|i| *i <= up_to[0]) {
            for j in second.clone().take_while(|j| *j <= up_to[1]) {
                work.outer([i, j]);
                let begin = [
                    (i, first.start, [i.wrapping_sub(1), j], j - second.start),
                    (j, second.start, [i, j.wrapping_sub(1)], i - first.start),
                ];
                let mut edges = before.into_iter();
                let begin =
                    begin.map(
                        |(count, start, place, along)| match edges.next().flatten() {
                            _ if count > start => Source::Here(self.offset(part, place)),
                            Some(edge) => Source::There(&edge[along * self.shape.block..]),
                            None => Source::None,
                        },
                    );
                let start = self.offset(part, [i, j]);
                work.block(&mut cells, start, &begin);
            }
        }
        Whole { part, up_to, cells }
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
    /// By axis but the last, the greatest count that is asked for.
    up_to: &'a [usize],
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
    fn new(lattice: &'a Lattice<'a>, up_to: &'a [usize]) -> Self {
        let length = lattice.shape.counts.last().copied().unwrap_or(1);
        Self {
            lattice,
            up_to,
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
            let mut inner = self.place.iter().zip(self.up_to).skip(2);
            if inner.all(|(count, to)| count <= to) {
                let (done, open) = cells.split_at_mut(start + offset);
                self.before(done, offset, begin);
                self.plane(&mut open[..shape.plane]);
            }
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
        let rows_asked = across.and(self.up_to.last()).map_or(1, |to| to + 1);
        let best = self.best.chunks_exact(length);
        for (row, best) in best.enumerate().take(rows_asked) {
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
