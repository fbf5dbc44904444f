//! Standing as a level: shares of the parties' scales in their common order, exactly, in 16 bits; or, where
//! there are more shares than that, whether standing is within bounds.

#![expect(
    clippy::indexing_slicing,
    reason = "a table has a place for every number of 16 bits"
)]

use crate::order::{
    bounds::{Aim, Bounds, FAR},
    problem::Problem,
    share::Share,
};

/// The place of a share among all of them. From far below nought on: processors find the lesser of several
/// numbers with a sign at once.
pub(in super::super) type Level = i16;

/// The level of no share at all.
pub(in super::super) const LEAST: Level = Level::MIN;

/// A level that no plan may have.
pub(in super::super) const NEVER: Level = Level::MAX;

/// How many levels there are below the one that no plan may have.
const LEVELS: usize = NEVER.abs_diff(LEAST) as usize;

const TABLE: usize = 1 << 16;

/// From standing to level.
pub(in super::super) enum Levels {
    /// By party a table from standing, counted from an origin, to the level.
    Ranked {
        tables: Vec<Table>,
        shares: Vec<Share>,
    },
    /// [`LEAST`] within, [`NEVER`] without.
    Within(Bounds),
}

/// One party's levels.
pub(in super::super) struct Table {
    pub(super) origin: i64,
    /// From here on the level is that of here.
    pub(super) end: i64,
    levels: Box<[Level; TABLE]>,
}

impl Levels {
    /// All shares up to one, each its own level, within caps; none where 16 bits do not hold them.
    pub fn ranked(problem: &Problem, aim: Aim, caps: &Bounds, at_most: Share) -> Option<Self> {
        let bounds = caps.and_at_most(problem, aim, at_most);
        let mut shares = vec![Share::ZERO];
        for scale in problem.scales() {
            let most = at_most.at_most_of(*scale);
            if usize::try_from(most).map_or(most > 0, |most| most >= LEVELS) {
                return None;
            }
            shares.extend((1..=most).map(|points| Share::new(points, *scale)));
        }
        shares.sort_unstable();
        shares.dedup();
        if shares.len() > LEVELS {
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
    pub fn share(&self, level: Level) -> Option<Share> {
        match self {
            Self::Ranked { shares, .. } => shares.get(usize::from(level.abs_diff(LEAST))).copied(),
            Self::Within(_) => None,
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
        if usize::try_from(most - origin + 2).map_or(true, |most| most > LEVELS) {
            return None;
        }
        let mut levels = vec![NEVER; TABLE];
        let mut rank = 0;
        let mut rising: Vec<Level> = Vec::new();
        for (place, share) in shares.iter().enumerate() {
            // The share of each whole number of this party's points.
            while Share::new(rank, scale) <= *share {
                rising.push(level(place)?);
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
            *level = rising.get(points).copied().unwrap_or(NEVER);
        }
        Some(Self {
            origin,
            end: most + 1,
            levels: levels.into_boxed_slice().try_into().ok()?,
        })
    }

    pub(super) fn level(&self, standing: i64) -> Level {
        self.levels[usize::from(place(standing - self.origin))]
    }
}

/// The level of the share at a place.
fn level(place: usize) -> Option<Level> {
    let above = i32::try_from(place).ok()?;
    let level = above.checked_add(i32::from(LEAST))?;
    Level::try_from(level).ok().filter(|level| *level < NEVER)
}

/// A number of 16 bits, or the nearest.
#[expect(clippy::cast_sign_loss, reason = "it lies between nought and 65535")]
fn place(from: i64) -> u16 {
    from.clamp(0, 65_535) as u16
}
