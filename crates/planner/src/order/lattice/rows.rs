//! The levels of groups of rows, ready for the inner loop: of groups whose rows lie alike, levels depend only
//! on where a party stands at their beginning, so that each one that there can be is made once, where they are
//! few.

#![expect(
    clippy::indexing_slicing,
    reason = "a group has a place for every cell of its rows"
)]

use super::{
    kernel::{self, Step},
    level::{LEAST, Level, Levels, NEVER, Table},
    skew::Skew,
};
use crate::order::{
    bounds::Bounds,
    grid::{Axis, Grid},
};

/// The levels of all groups.
pub(in super::super) struct Rows<'a> {
    skew: Skew,
    /// By party: from the beginning of a plane to that of each of its rows, and of a row to each cell.
    runs: Vec<[Vec<i64>; 2]>,
    /// A group in which nothing is exposed.
    open: Vec<Level>,
    kind: Kind<'a>,
}

enum Kind<'a> {
    /// Of the parties whose level is not the least wherever they stand.
    Ranked(Vec<Along<'a>>),
    Within(&'a Bounds),
}

/// One party's levels.
struct Along<'a> {
    party: usize,
    table: &'a Table,
    made: Option<Made>,
}

/// Each group that there can be.
struct Made {
    /// Where the groups of the same steps from row to row begin, by group.
    first: Vec<usize>,
    /// The least standing at the beginning of a group that is not as any lower one.
    least: i64,
    most: i64,
    levels: Vec<Level>,
}

/// Above this many numbers a party, 32 MB, groups are not made once for all,
const MADE_MOST: u64 = 1 << 24;
/// nor above as many as an eighth of the lattice, which would take longer than it saves.
const PART_OF_LATTICE: u64 = 8;
/// This many always are.
const MADE_ANYWAY: u64 = 1 << 18;

impl<'a> Rows<'a> {
    pub fn new(levels: &'a Levels, grid: &Grid, skew: Skew) -> Self {
        let axes = grid.axes.len();
        let across = (skew.rows > 1)
            .then(|| axes.checked_sub(2).and_then(|at| grid.axes.get(at)))
            .flatten();
        let run = |axis: Option<&Axis>, party: usize| {
            axis.map_or_else(|| vec![0], |axis| axis.runs[party].clone())
        };
        let runs: Vec<[Vec<i64>; 2]> = (0..grid.parties)
            .map(|party| [run(across, party), run(grid.axes.last(), party)])
            .collect();
        let most =
            (grid.cells().unwrap_or(u64::MAX) / PART_OF_LATTICE).clamp(MADE_ANYWAY, MADE_MOST);
        let kind = match levels {
            Levels::Within(bounds) => Kind::Within(bounds),
            Levels::Ranked { tables, .. } => {
                let parties = tables.iter().enumerate().filter_map(|(party, table)| {
                    let reach = Reach::of(grid, party, &runs[party]);
                    let made = || Made::new(table, &reach, &runs[party], skew, most);
                    reach.matters(table).then(|| Along {
                        party,
                        table,
                        made: made(),
                    })
                });
                Kind::Ranked(parties.collect())
            }
        };
        Self {
            skew,
            runs,
            open: skew.of(|_, _| LEAST),
            kind,
        }
    }

    /// Each of so many parties' levels of one group, where they are made once for all. Standings are those
    /// at the beginning of its plane.
    #[inline]
    pub fn made<const LANES: usize, const PARTIES: usize>(
        &self,
        group: usize,
        base: &[i64],
    ) -> Option<[&[Step<LANES>]; PARTIES]> {
        let Kind::Ranked(parties) = &self.kind else {
            return None;
        };
        let parties: &[_; PARTIES] = parties[..].try_into().ok()?;
        let mut levels = [&[][..]; PARTIES];
        for (levels, along) in levels.iter_mut().zip(parties) {
            let made = self.group(along, group, base)?;
            *levels = made.as_chunks().0;
        }
        Some(levels)
    }

    #[inline]
    fn group(&self, along: &'a Along<'_>, group: usize, base: &[i64]) -> Option<&'a [Level]> {
        let made = along.made.as_ref()?;
        let row = self.runs[along.party][0][group * self.skew.lanes];
        made.at(group, base[along.party] + row, self.skew)
    }

    /// All parties' levels of one group.
    pub fn fill(&self, group: usize, base: &[i64], levels: &mut [Level]) {
        levels.copy_from_slice(&self.open);
        match &self.kind {
            Kind::Ranked(parties) => {
                for along in parties {
                    if let Some(made) = self.group(along, group, base) {
                        kernel::greater(levels, made);
                    } else {
                        self.raise(along.party, group, base, levels, |standing| {
                            along.table.level(standing)
                        });
                    }
                }
            }
            Kind::Within(bounds) => {
                let limits = bounds.low.iter().zip(&bounds.high);
                for (party, (low, high)) in limits.enumerate() {
                    self.raise(party, group, base, levels, |standing| {
                        if standing < *low || standing > *high {
                            NEVER
                        } else {
                            LEAST
                        }
                    });
                }
            }
        }
    }

    fn raise(
        &self,
        party: usize,
        group: usize,
        base: &[i64],
        levels: &mut [Level],
        level: impl Fn(i64) -> Level,
    ) {
        let [across, run] = &self.runs[party];
        let rows = across.iter().skip(group * self.skew.lanes);
        for (lane, row) in rows.take(self.skew.lanes).enumerate() {
            let base = base[party] + row;
            for (at, step) in self.skew.lane(lane).zip(run) {
                levels[at] = levels[at].max(level(base + step));
            }
        }
    }
}

/// How low and how high a party may stand.
struct Reach {
    /// At the beginning of a row.
    rows: [i64; 2],
    /// Further on, along a row.
    along: [i64; 2],
}

impl Reach {
    fn of(grid: &Grid, party: usize, [_, along]: &[Vec<i64>; 2]) -> Self {
        let others = grid.axes.split_last().map_or(&[][..], |(_, others)| others);
        let rows = others.iter().map(|axis| ends(&axis.runs[party]));
        Self {
            rows: rows.fold([0, 0], |sum, of| {
                [sum[0].saturating_add(of[0]), sum[1].saturating_add(of[1])]
            }),
            along: ends(along),
        }
    }

    /// Whether there is a place at which the level is not the least.
    fn matters(&self, table: &Table) -> bool {
        let [lowest, highest] = [0, 1].map(|end| {
            let standing = self.rows[end].saturating_add(self.along[end]);
            standing.clamp(table.origin, table.end)
        });
        (lowest..=highest).any(|standing| table.level(standing) != LEAST)
    }
}

/// The least and the greatest of a run that begins at nought.
fn ends(run: &[i64]) -> [i64; 2] {
    run.iter().fold([0, 0], |[low, high], step| {
        [low.min(*step), high.max(*step)]
    })
}

impl Made {
    fn new(
        table: &Table,
        reach: &Reach,
        [across, run]: &[Vec<i64>; 2],
        skew: Skew,
        at_most: u64,
    ) -> Option<Self> {
        // Groups whose rows lie alike share what is made; the last, which may have fewer rows, too: rows
        // below the last are asked by none.
        let mut kinds: Vec<Vec<i64>> = Vec::new();
        let mut kind_of = Vec::new();
        for rows in across.chunks(skew.lanes) {
            let steps: Vec<i64> = rows.iter().map(|row| row - rows[0]).collect();
            let known = kinds.iter().position(|known| known.starts_with(&steps));
            kind_of.push(known.unwrap_or(kinds.len()));
            if known.is_none() {
                kinds.push(steps);
                if (kinds.len() * skew.group()) as u64 > at_most {
                    return None;
                }
            }
        }
        let steps = kinds.iter().map(|steps| ends(steps));
        let [lower, higher] =
            steps.fold([0, 0], |[low, high], of| [low.min(of[0]), high.max(of[1])]);
        let [down, up] = ends(run);
        let (down, up) = (down + lower, up + higher);
        // Beyond these a group is as the first or the last of them.
        let [least, most] = reach
            .rows
            .map(|base| base.clamp(table.origin - up, table.end - down));
        let bases = usize::try_from(most - least + 1).ok()?;
        let numbers = bases.checked_mul(kinds.len())?.checked_mul(skew.group())?;
        if numbers as u64 > at_most {
            return None;
        }
        let mut levels = Vec::with_capacity(numbers);
        for steps in &kinds {
            for base in least..=most {
                levels.extend(skew.of(|lane, column| {
                    let row = steps.get(lane).copied().unwrap_or_default();
                    table.level(base + row + run[column])
                }));
            }
        }
        Some(Self {
            first: kind_of.into_iter().map(|kind| kind * bases).collect(),
            least,
            most,
            levels,
        })
    }

    /// The group that begins at such a standing.
    #[inline]
    fn at(&self, group: usize, base: i64, skew: Skew) -> Option<&[Level]> {
        let base = base.clamp(self.least, self.most);
        let at = self.first[group] + usize::try_from(base - self.least).ok()?;
        let length = skew.group();
        self.levels.get(at * length..(at + 1) * length)
    }
}
