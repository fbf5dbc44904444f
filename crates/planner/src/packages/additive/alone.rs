//! Two parties on ordinary scales: what could be agreed if one of them claimed that one issue counts for
//! more, for every issue.
//!
//! All such frontiers differ in one issue. The row of all issues but one is found for each by halves:
//! to the rows of one half the other half is added once, and so on down. That takes issues times
//! their logarithm steps, where a frontier for each issue takes their square.

#![expect(
    clippy::indexing_slicing,
    reason = "cells and options come from the table, which this file builds and bounds"
)]

use super::{Choice, Table, dense::unit};
use crate::{
    packages::problem::Problem,
    watch::{Stage, Stopped, Watch},
};

/// A cell that no package reaches: far below nought.
const NOWHERE: i32 = i32::MIN / 2;
/// The most cells of a row.
const ROW_MOST: i64 = 1 << 16;

/// What can be agreed, as it is claimed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::packages) struct Claimed {
    /// As it is claimed, to both.
    pub worth: [i64; 2],
    /// What of that is claimed beyond the truth.
    pub beyond: i64,
}

/// Two parties of which one claims more.
pub(in crate::packages) struct Alone {
    table: Table,
    /// Who claims.
    party: usize,
    /// How many points of the other a column is.
    unit: i64,
    /// Bits below a cell's points, which hold an option.
    shift: u32,
}

/// What looks at the frontier of a claim, given the issue and by how many hundredths.
type See<'a, T> = &'a (dyn Fn(usize, i64, &[Claimed]) -> T + Sync);

/// Along the row, and what is added to a cell.
type Step = (usize, i32);

impl Alone {
    /// Nothing where rows would be too long or cells too small.
    pub fn of(problem: &Problem, party: usize, watch: &dyn Watch) -> Result<Option<Self>, Stopped> {
        let table = Table::of(problem, watch)?;
        let most = table.most();
        let [first, second] = most[..] else {
            return Ok(None);
        };
        let (claims, other) = if party == 0 {
            (first, second)
        } else {
            (second, first)
        };
        let unit = unit(&table, 1 - party);
        let options = table.issues.iter().map(Vec::len).max().unwrap_or(1);
        let shift = usize::BITS - options.next_power_of_two().leading_zeros() - 1;
        let high = claims.saturating_mul(2).saturating_add(1);
        let fits = high < 1 << (30_u32.saturating_sub(shift)) && other / unit < ROW_MOST;
        Ok(fits.then_some(Self {
            table,
            party,
            unit,
            shift,
        }))
    }

    /// How many cells are gone through for so many issues, with so many claims of each.
    pub fn cells(&self, wanted: usize, claims: usize) -> u64 {
        let most = self.table.most();
        let row = most.get(1 - self.party).copied().unwrap_or(0) / self.unit + 1;
        let options = self.table.issues.iter().map(Vec::len);
        let (all, most) = options.fold((0, 0), |(all, most), of| (all + of, most.max(of)));
        let halves = usize::BITS - wanted.leading_zeros();
        let of_halves = (wanted * most).saturating_mul(halves as usize);
        // Reading a cell takes about as long as adding eight options to it.
        let of_claims = wanted.saturating_mul(claims).saturating_mul(most + 8);
        let steps = all.saturating_add(of_halves).saturating_add(of_claims);
        u64::try_from(row)
            .unwrap_or(u64::MAX)
            .saturating_mul(steps as u64)
    }

    /// Looks at the frontier of every claim of these issues: the best for the first party first.
    /// What is seen comes in the order of the issues, and of the claims of each.
    pub fn each<T: Send>(
        &self,
        wanted: &[usize],
        hundredths: &[i64],
        see: See<'_, T>,
        watch: &dyn Watch,
    ) -> Result<Vec<Vec<T>>, Stopped> {
        let mut row = vec![0];
        for (at, issue) in self.table.issues.iter().enumerate() {
            if !wanted.contains(&at) {
                watch.at(Stage::Proving, 0, 0)?;
                row = added(&row, &self.steps(issue));
            }
        }
        self.halves(&row, wanted, hundredths, see, watch)
    }

    fn halves<T: Send>(
        &self,
        row: &[i32],
        wanted: &[usize],
        hundredths: &[i64],
        see: See<'_, T>,
        watch: &dyn Watch,
    ) -> Result<Vec<Vec<T>>, Stopped> {
        watch.at(Stage::Proving, 0, 0)?;
        match wanted {
            [] => Ok(Vec::new()),
            [issue] => {
                let claims = hundredths.iter();
                let choices = &self.table.issues[*issue];
                let seen = claims.map(|by| see(*issue, *by, &self.claimed(row, choices, *by)));
                Ok(vec![seen.collect()])
            }
            _ => {
                let (left, right) = wanted.split_at(wanted.len() / 2);
                let half = |of: &[usize], without: &[usize]| {
                    let mut row = row.to_vec();
                    for issue in without {
                        watch.at(Stage::Proving, 0, 0)?;
                        row = added(&row, &self.steps(&self.table.issues[*issue]));
                    }
                    self.halves(&row, of, hundredths, see, watch)
                };
                let (mut seen, more) = rayon::join(|| half(left, right), || half(right, left));
                if let Ok(seen) = &mut seen {
                    seen.extend(more?);
                }
                seen
            }
        }
    }

    fn steps(&self, issue: &[Choice]) -> Vec<Step> {
        let steps = issue.iter().map(|choice| self.step(choice, 0, 0));
        steps.collect()
    }

    /// An option whose claimer claims so much more for it, with what stands in the low bits.
    fn step(&self, choice: &Choice, beyond: i64, low: i32) -> Step {
        let along = choice.worth[1 - self.party] / self.unit;
        let adds = (choice.worth[self.party] + beyond) << self.shift;
        (
            usize::try_from(along).unwrap_or(0),
            i32::try_from(adds).unwrap_or(0) | low,
        )
    }

    /// The frontier where an issue is claimed to count for so many hundredths more.
    fn claimed(&self, row: &[i32], issue: &[Choice], hundredths: i64) -> Vec<Claimed> {
        let mask = (1_i32 << self.shift) - 1;
        let beyond: Vec<i64> = (issue.iter())
            .map(|choice| choice.worth[self.party] * hundredths / 100)
            .collect();
        // Of options that come to the same the first is kept.
        let steps = (0_i32..).zip(issue).zip(&beyond);
        let steps = steps.map(|((at, choice), beyond)| self.step(choice, *beyond, mask - at));
        let row = added(row, &steps.collect::<Vec<_>>());
        let mut found = Vec::new();
        let mut best = -1;
        for (at, cell) in row.iter().enumerate().rev() {
            let points = cell >> self.shift;
            if points > best {
                best = points;
                let option = usize::try_from(mask - (cell & mask)).unwrap_or(0);
                found.extend(self.point(at, points, beyond.get(option).copied().unwrap_or(0)));
            }
        }
        if self.party == 0 {
            found.reverse();
        }
        found
    }

    /// A cell as points, where both accept it.
    fn point(&self, at: usize, points: i32, beyond: i64) -> Option<Claimed> {
        let other = i64::try_from(at).unwrap_or(0) * self.unit;
        let mut above = [other, i64::from(points)];
        if self.party == 0 {
            above.reverse();
        }
        let floors = above.iter().zip(&self.table.floor);
        floors
            .clone()
            .all(|(worth, floor)| worth >= floor)
            .then(|| Claimed {
                worth: std::array::from_fn(|party| above[party] + self.table.base[party]),
                beyond,
            })
    }
}

/// A row with the best of an issue's options in every cell.
fn added(before: &[i32], issue: &[Step]) -> Vec<i32> {
    let furthest = issue.iter().map(|(along, _)| *along).max().unwrap_or(0);
    let mut row = vec![NOWHERE; before.len() + furthest];
    for (along, adds) in issue {
        let reached = &mut row[*along..*along + before.len()];
        for (cell, before) in reached.iter_mut().zip(before) {
            *cell = (*cell).max(before + adds);
        }
    }
    row
}
