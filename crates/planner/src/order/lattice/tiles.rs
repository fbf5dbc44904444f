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
    level::{Level, Levels, NEVER},
    rows::Rows,
    skew::Skew,
    work::{Source, Work},
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
    room: Mutex<Vec<Vec<Level>>>,
}

/// How cells lie.
pub(super) struct Shape {
    /// How many counts each axis has; the two outer ones may be of one count only.
    pub counts: Vec<usize>,
    /// How many axes of one count stand before those of the grid.
    padding: usize,
    /// By axis: cells to the next count, on the axes between the two outer ones and those of a plane.
    pub strides: Vec<usize>,
    /// Cells of one place of the two outer axes.
    pub block: usize,
    /// Those of one place of all axes but the last two, or but the last, where the last but one is an outer
    /// axis.
    pub skew: Skew,
    /// Where the parts of the two outer axes begin, and where the last ends.
    parts: [Vec<usize>; 2],
}

/// The far sides of a tile.
#[derive(Default)]
struct Sides {
    /// The blocks of the last count on the first axis, by the second.
    first: Vec<Level>,
    /// The blocks of the last count on the second axis, by the first.
    second: Vec<Level>,
}

/// A tile with all cells up to a place.
struct Whole {
    part: [usize; 2],
    /// By axis but the last, the greatest count.
    up_to: Vec<usize>,
    cells: Vec<Level>,
}

impl Shape {
    /// The axes between the two outer ones and those of a plane.
    pub fn between(&self) -> std::ops::Range<usize> {
        2..self.counts.len().saturating_sub(2)
    }

    /// Where in its block a cell lies.
    fn inner(&self, place: &[usize], column: usize) -> usize {
        let planes = self.between().map(|axis| place[axis] * self.strides[axis]);
        let row = if self.skew.rows > 1 {
            place[place.len() - 1]
        } else {
            0
        };
        planes.sum::<usize>() + self.skew.at(row, column)
    }
}

impl<'a> Lattice<'a> {
    pub fn new(grid: &'a Grid, levels: &'a Levels) -> Self {
        let padding = 3_usize.saturating_sub(grid.axes.len());
        let mut counts = vec![1; padding];
        counts.extend(grid.axes.iter().map(|axis| axis.len() + 1));
        let last = counts.len() - 1;
        let rows = if last > 2 { counts[last - 1] } else { 1 };
        let skew = Skew::new(rows, counts[last]);
        let mut strides = vec![0; counts.len()];
        let mut block = skew.plane();
        for axis in (2..last.saturating_sub(1)).rev() {
            strides[axis] = block;
            block *= counts[axis];
        }
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
            skew,
            parts,
        };
        Self {
            grid,
            rows: Rows::new(levels, grid, skew),
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
    pub fn at(&mut self, cell: &[usize]) -> Level {
        let place = self.place(cell);
        let part = self.part(&place);
        let inner = self.shape.inner(&place, cell.last().copied().unwrap_or(0));
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

    fn give_back(&self, cells: Vec<Level>) {
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
        let mut work = Work::new(self.grid, &self.rows, &self.shape, &up_to);
        for i in first.clone().take_while(|i| *i <= up_to[0]) {
            for j in second.clone().take_while(|j| *j <= up_to[1]) {
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
                work.block([i, j], &mut cells, start, &begin);
            }
        }
        Whole { part, up_to, cells }
    }
}
