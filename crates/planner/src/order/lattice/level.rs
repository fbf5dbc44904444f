//! Standing as a level: shares of the parties' scales in their common order, exactly, in 16 bits; or, where
//! there are more shares than that, whether standing is within bounds.

#![expect(
    clippy::indexing_slicing,
    reason = "a table has a place for every number of 16 bits"
)]

use crate::order::{
    bounds::{Aim, Bounds, FAR},
    grid::{Axis, Grid},
    problem::Problem,
    share::Share,
};

/// A level that no plan may have.
pub(in super::super) const NEVER: u16 = u16::MAX;

const TABLE: usize = 1 << 16;

/// From standing to level.
pub(in super::super) enum Levels {
    /// By party a table from standing, counted from an origin, to the level.
    Ranked {
        tables: Vec<Table>,
        shares: Vec<Share>,
    },
    /// Nought within, [`NEVER`] without.
    Within(Bounds),
}

/// One party's levels.
pub(in super::super) struct Table {
    origin: i64,
    /// From here on the level is that of here.
    end: i64,
    levels: Box<[u16; TABLE]>,
}

impl Levels {
    /// All shares up to one, each its own level, within caps; none where 16 bits do not hold them.
    pub fn ranked(problem: &Problem, aim: Aim, caps: &Bounds, at_most: Share) -> Option<Self> {
        let bounds = caps.and_at_most(problem, aim, at_most);
        let mut shares = vec![Share::ZERO];
        for scale in problem.scales() {
            let most = at_most.at_most_of(*scale);
            if most >= i64::from(NEVER) {
                return None;
            }
            shares.extend((1..=most).map(|points| Share::new(points, *scale)));
        }
        shares.sort_unstable();
        shares.dedup();
        if shares.len() >= usize::from(NEVER) {
            return None;
        }
        let tables = (0..problem.scales().len())
            .map(|party| Table::of(problem, aim, &bounds, party, &shares));
        Some(Self::Ranked {
            tables: tables.collect::<Option<_>>()?,
            shares,
        })
    }

    /// The share that a level stands for.
    pub fn share(&self, level: u16) -> Option<Share> {
        match self {
            Self::Ranked { shares, .. } => shares.get(usize::from(level)).copied(),
            Self::Within(_) => None,
        }
    }

    /// Ready for rows along the last axis.
    pub fn along(&self, grid: &Grid) -> Rows<'_> {
        let Some((last, others)) = grid.axes.split_last() else {
            return Rows::Ranked(Vec::new());
        };
        match self {
            Self::Ranked { tables, .. } => Rows::Ranked(
                tables
                    .iter()
                    .enumerate()
                    .filter_map(|(party, table)| table.along(party, last, others))
                    .collect(),
            ),
            Self::Within(bounds) => Rows::Within {
                bounds,
                runs: last.runs.clone(),
            },
        }
    }
}

/// The levels of rows along one axis.
pub(in super::super) enum Rows<'a> {
    /// Of the parties whose level is not nought wherever they stand.
    Ranked(Vec<Along<'a>>),
    Within {
        bounds: &'a Bounds,
        runs: Vec<Vec<i64>>,
    },
}

/// One party's levels along one axis: each row that there can be, made once, where they are few.
pub(in super::super) struct Along<'a> {
    party: usize,
    table: &'a Table,
    run: Vec<i64>,
    /// The least standing at the beginning of a row that is not as any lower one.
    least: i64,
    most: i64,
    rows: Vec<u16>,
}

/// Above this many numbers rows are not made once for all.
const ROWS_MOST: i64 = 1 << 22;

impl Rows<'_> {
    /// Each of so many parties' levels of one row, where they are made once for all.
    #[inline]
    pub fn made<const PARTIES: usize>(
        &self,
        base: impl Fn(usize) -> i64,
    ) -> Option<[&[u16]; PARTIES]> {
        let Self::Ranked(parties) = self else {
            return None;
        };
        let parties: &[_; PARTIES] = parties[..].try_into().ok()?;
        let mut rows = [&[][..]; PARTIES];
        for (row, along) in rows.iter_mut().zip(parties) {
            *row = along.made(base(along.party))?;
        }
        Some(rows)
    }

    /// The levels of one row that begins at such a standing.
    pub fn fill(&self, base: impl Fn(usize) -> i64, row: &mut [u16]) {
        match self {
            Self::Ranked(parties) => {
                row.fill(0);
                for along in parties {
                    along.fill(base(along.party), row);
                }
            }
            Self::Within { bounds, runs } => {
                row.fill(0);
                let limits = bounds.low.iter().zip(&bounds.high);
                for (party, (run, (low, high))) in runs.iter().zip(limits).enumerate() {
                    let base = base(party);
                    for (cell, step) in row.iter_mut().zip(run) {
                        let standing = base + step;
                        *cell |= u16::from(standing < *low || standing > *high).wrapping_neg();
                    }
                }
            }
        }
    }
}

impl Along<'_> {
    /// The row that begins at such a standing, where rows are made once for all.
    #[inline]
    fn made(&self, base: i64) -> Option<&[u16]> {
        let base = base.clamp(self.least, self.most);
        let at = usize::try_from(base - self.least).ok()? * self.run.len();
        self.rows.get(at..at + self.run.len())
    }

    /// Raises levels to those of the row that begins at such a standing.
    fn fill(&self, base: i64, row: &mut [u16]) {
        if let Some(made) = self.made(base) {
            for (cell, made) in row.iter_mut().zip(made) {
                *cell = (*made).max(*cell);
            }
        } else {
            for (cell, step) in row.iter_mut().zip(&self.run) {
                *cell = self.table.level(base + step).max(*cell);
            }
        }
    }
}

impl Table {
    fn of(
        problem: &Problem,
        aim: Aim,
        bounds: &Bounds,
        party: usize,
        shares: &[Share],
    ) -> Option<Self> {
        let (low, high, scale, total) = (
            bounds.low[party],
            bounds.high[party],
            problem.scales()[party],
            problem.totals()[party],
        );
        // What lies below or above all standings that matter is either as good as nought, or never.
        let bends = [low, high, 0, total]
            .into_iter()
            .filter(|bend| bend.abs() < FAR);
        let (least, most) = bends.fold((i64::MAX, i64::MIN), |(a, b), bend| {
            (a.min(bend), b.max(bend))
        });
        let (least, most) = match aim {
            Aim::Exposure => (low.max(least), if high < FAR { most } else { 0 }),
            Aim::Guarantee => (
                if low > -FAR { least } else { total },
                high.min(most.max(high)),
            ),
        };
        let origin = least - 1;
        if most - origin + 2 > i64::from(NEVER) {
            return None;
        }
        let mut levels = vec![NEVER; TABLE];
        let mut rank = 0;
        let mut rising: Vec<(i64, u16)> = Vec::new();
        for (place, share) in shares.iter().enumerate() {
            // The share of each whole number of this party's points.
            while Share::new(rank, scale) <= *share {
                rising.push((rank, u16::try_from(place).ok()?));
                rank += 1;
            }
        }
        for (place, level) in (0..).zip(levels.iter_mut()) {
            let standing: i64 = origin + place;
            let points = match aim {
                Aim::Exposure => -standing,
                Aim::Guarantee => standing - total,
            };
            if standing < low || standing > high {
                continue;
            }
            let points = usize::try_from(points.max(0)).unwrap_or(0);
            *level = rising.get(points).map_or(NEVER, |(_, level)| *level);
        }
        Some(Self {
            origin,
            end: most + 1,
            levels: levels.into_boxed_slice().try_into().ok()?,
        })
    }

    fn level(&self, standing: i64) -> u16 {
        self.levels[usize::from(place(standing - self.origin))]
    }

    /// None where the party's level is nought wherever it may stand.
    fn along(&self, party: usize, inner: &Axis, others: &[Axis]) -> Option<Along<'_>> {
        let reach = |axis: &Axis| {
            let run = axis.runs[party].iter();
            run.fold((0, 0), |(low, high), step| {
                (low.min(*step), high.max(*step))
            })
        };
        let (down, up) = reach(inner);
        let (lowest, highest) = others.iter().map(reach).fold((0_i64, 0_i64), |sum, of| {
            (sum.0.saturating_add(of.0), sum.1.saturating_add(of.1))
        });
        // Beyond these a row is as the first or the last of them.
        let matters = |base: i64| base.clamp(self.origin - up, self.end - down);
        let (least, most) = (matters(lowest), matters(highest));
        let within = |standing: i64| standing.clamp(self.origin, self.end);
        if (within(least + down)..=within(most + up)).all(|standing| self.level(standing) == 0) {
            return None;
        }
        let run = &inner.runs[party];
        let length = i64::try_from(run.len()).unwrap_or(i64::MAX);
        let levels = |base: i64| run.iter().map(move |step| self.level(base + step));
        let rows = if (most - least + 1).saturating_mul(length) <= ROWS_MOST {
            (least..=most).flat_map(levels).collect()
        } else {
            Vec::new()
        };
        Some(Along {
            party,
            table: self,
            run: run.clone(),
            least,
            most,
            rows,
        })
    }
}

/// A number of 16 bits, or the nearest.
#[expect(clippy::cast_sign_loss, reason = "it lies between nought and 65535")]
fn place(from: i64) -> u16 {
    from.clamp(0, 65_535) as u16
}
