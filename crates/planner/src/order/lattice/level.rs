//! Standing as a level: shares of the parties' scales in their common order, exactly, in 16 bits; or, where
//! there are more shares than that, whether standing is within bounds.

#![expect(
    clippy::indexing_slicing,
    reason = "a table has a place for every number of 16 bits"
)]

use crate::order::{
    bounds::{Aim, Bounds, FAR},
    grid::Axis,
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

    /// Ready for rows along an axis.
    pub fn along(&self, axis: &Axis) -> Rows<'_> {
        match self {
            Self::Ranked { tables, .. } => Rows::Ranked(
                tables
                    .iter()
                    .zip(&axis.runs)
                    .map(|(table, run)| table.along(run))
                    .collect(),
            ),
            Self::Within(bounds) => Rows::Within {
                bounds,
                runs: axis.runs.clone(),
            },
        }
    }
}

/// The levels of rows along one axis.
pub(in super::super) enum Rows<'a> {
    Ranked(Vec<Along<'a>>),
    Within {
        bounds: &'a Bounds,
        runs: Vec<Vec<i64>>,
    },
}

/// One party's levels along one axis: each row that there can be, made once, where they are few.
pub(in super::super) struct Along<'a> {
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
    /// The levels of one row that begins at such a standing.
    pub fn fill(&self, base: &[i64], row: &mut [u16]) {
        match self {
            Self::Ranked(parties) => {
                for (at, (along, base)) in parties.iter().zip(base).enumerate() {
                    along.fill(*base, row, at == 0);
                }
            }
            Self::Within { bounds, runs } => {
                row.fill(0);
                let limits = bounds.low.iter().zip(&bounds.high);
                for ((base, run), (low, high)) in base.iter().zip(runs).zip(limits) {
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
    fn fill(&self, base: i64, row: &mut [u16], first: bool) {
        let base = base.clamp(self.least, self.most);
        if self.rows.is_empty() {
            let level = |step: &i64| self.table.level(base + step);
            if first {
                row.iter_mut()
                    .zip(&self.run)
                    .for_each(|(cell, step)| *cell = level(step));
            } else {
                row.iter_mut()
                    .zip(&self.run)
                    .for_each(|(cell, step)| *cell = level(step).max(*cell));
            }
            return;
        }
        let at = usize::try_from(base - self.least).unwrap_or(0) * self.run.len();
        let made = &self.rows[at..at + self.run.len()];
        if first {
            row.copy_from_slice(made);
        } else {
            row.iter_mut()
                .zip(made)
                .for_each(|(cell, made)| *cell = (*made).max(*cell));
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

    fn along(&self, run: &[i64]) -> Along<'_> {
        let (low, high) = run.iter().fold((0, 0), |(low, high), step| {
            (low.min(*step), high.max(*step))
        });
        let (least, most) = (self.origin - high, self.end - low);
        let length = i64::try_from(run.len()).unwrap_or(i64::MAX);
        let count = (most - least + 1).saturating_mul(length);
        let row = |base: i64| run.iter().map(move |step| self.level(base + step));
        let rows = if count <= ROWS_MOST {
            (least..=most).flat_map(row).collect()
        } else {
            Vec::new()
        };
        Along {
            table: self,
            run: run.to_vec(),
            least,
            most,
            rows,
        }
    }
}

/// A number of 16 bits, or the nearest.
#[expect(clippy::cast_sign_loss, reason = "it lies between nought and 65535")]
fn place(from: i64) -> u16 {
    from.clamp(0, 65_535) as u16
}
