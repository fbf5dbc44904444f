//! Two parties on ordinary scales: for each number of points of one party, the most points of the
//! other, in one table row an issue. The option that led there stands in the low bits of each cell,
//! so that the whole inner loop is an addition and a maximum, and packages are read off backwards.

#![expect(
    clippy::indexing_slicing,
    reason = "cells, codes and options come from the table, which this file builds and bounds"
)]

use rayon::prelude::*;

use super::{Choice, Table};
use crate::{
    packages::frontier::{Deal, Frontier, Proof},
    watch::{Stage, Stopped, Watch},
};

/// The most cells of all rows together: 32 MB of codes. A thousand issues on a scale of ten thousand are
/// ten million at most.
const CELLS_MOST: usize = 16 << 20;
/// On longer rows than this lists are shorter as a rule: then the table is used only where it is half as
/// large.
const ROW_MOST: usize = 1 << 16;
/// So many packages are read off together.
const TOGETHER: usize = 64;
/// Cells from one question to the watch to the next.
const STRIDE: usize = 1 << 22;
/// The most low bits that a code has.
const SHIFT_MOST: u32 = u16::BITS;
/// A cell that no package reaches: far below nought, and with no low bits.
const NOWHERE: i32 = i32::MIN / 2;

/// The frontier; nothing where the table would be too large or its cells too small.
pub(super) fn frontier(table: &Table, watch: &dyn Watch) -> Result<Option<Frontier>, Stopped> {
    let Some(plan) = Plan::of(table) else {
        return Ok(None);
    };
    let mut rows: Vec<Vec<u16>> = Vec::with_capacity(plan.issues.len());
    let (mut before, mut row) = (vec![0], Vec::new());
    for (done, (_, issue)) in (0_u64..).zip(&plan.issues) {
        watch.at(Stage::Searching, done, plan.issues.len() as u64)?;
        plan.row(&before, issue, &mut row, watch)?;
        before.clear();
        before.extend(row.iter().map(|cell| cell & !plan.mask));
        rows.push(
            row.iter()
                .map(|cell| code(plan.mask - (cell & plan.mask)))
                .collect(),
        );
    }
    Ok(Some(plan.read(table, &rows, &before)))
}

/// An option: how far along the row, and what it adds to a cell, its code included.
struct Step {
    along: usize,
    adds: i32,
    option: u32,
}

/// Which party's points are the columns, and how points are written into cells.
struct Plan {
    /// Nought or one.
    columns: usize,
    /// How many points a column is.
    unit: i64,
    /// How many low bits hold the code of an option.
    shift: u32,
    mask: i32,
    /// The options of each issue, with its number: those that bring few points first, so that rows are short
    /// for as long as may be.
    issues: Vec<(usize, Vec<Step>)>,
    cells: usize,
}

impl Plan {
    fn of(table: &Table) -> Option<Self> {
        let most = table.most();
        let [first, second] = most[..] else {
            return None;
        };
        let options = table.issues.iter().map(Vec::len).max()?;
        let shift = usize::BITS - options.next_power_of_two().leading_zeros() - 1;
        let fits = |columns: usize| {
            let values = if columns == 0 { second } else { first };
            (values.checked_shl(shift)?.checked_shr(shift)? == values
                && (values + 1) << shift < 1 << 30)
                .then_some(())?;
            let unit = unit(table, columns);
            let cells = usize::try_from(most[columns] / unit).ok()?;
            let most = cells.checked_mul(table.issues.len())?;
            (cells <= ROW_MOST || most <= CELLS_MOST / 2).then_some((cells, columns, unit))
        };
        if shift > SHIFT_MOST {
            return None;
        }
        let (cells, columns, unit) = (0..2).filter_map(fits).min()?;
        let mask = (1_i32 << shift) - 1;
        let mut issues = (table.issues.iter().enumerate())
            .map(|(at, issue)| Some((at, steps(issue, columns, unit, shift, mask)?)))
            .collect::<Option<Vec<_>>>()?;
        issues.sort_by_key(|(_, issue)| furthest(issue));
        let mut length = 1;
        let rows = issues.iter().map(|(_, issue)| {
            length += furthest(issue);
            length
        });
        if rows.sum::<usize>() > CELLS_MOST {
            return None;
        }
        Some(Self {
            columns,
            unit,
            shift,
            mask,
            issues,
            cells,
        })
    }

    /// The row of one more issue: the best of all its options in every cell.
    fn row(
        &self,
        before: &[i32],
        issue: &[Step],
        row: &mut Vec<i32>,
        watch: &dyn Watch,
    ) -> Result<(), Stopped> {
        row.clear();
        row.resize(
            (before.len() + furthest(issue)).min(self.cells + 1),
            NOWHERE,
        );
        let every = STRIDE / before.len() + 1;
        for (at, step) in issue.iter().enumerate() {
            if at > 0 && at.is_multiple_of(every) {
                watch.at(Stage::Searching, at as u64, issue.len() as u64)?;
            }
            let reached = &mut row[step.along..step.along + before.len()];
            for (cell, before) in reached.iter_mut().zip(before) {
                *cell = (*cell).max(before + step.adds);
            }
        }
        Ok(())
    }

    /// Goes down from the most points of the columns' party, keeping what is more for the other.
    fn read(&self, table: &Table, rows: &[Vec<u16>], last: &[i32]) -> Frontier {
        let mut best = -1;
        let mut ends = Vec::new();
        for (at, cell) in last.iter().enumerate().rev() {
            if *cell > best {
                best = *cell;
                ends.push((at, i64::from(cell >> self.shift)));
            }
        }
        let worth = |(at, other): &(usize, i64)| {
            let columns = i64::try_from(*at).unwrap_or(0) * self.unit;
            match self.columns {
                0 => [columns, *other],
                _ => [*other, columns],
            }
        };
        ends.retain(|end| {
            (worth(end).iter().zip(&table.floor)).all(|(worth, floor)| worth >= floor)
        });
        let mut deals: Vec<Deal> = (ends.par_chunks(TOGETHER))
            .flat_map_iter(|ends| {
                let options = self.options(rows, ends.iter().map(|end| end.0).collect());
                let deals = ends.iter().zip(options);
                deals.map(|(end, options)| table.deal(&worth(end), options))
            })
            .collect();
        deals.sort_by(|a, b| b.worth.cmp(&a.worth));
        Frontier {
            deals,
            proof: Proof::Exact,
        }
    }

    /// The options on the way to some cells of the last row: of all of them row by row, so that what is
    /// read lies close together, and then issue by issue, so that what is written does.
    fn options(&self, rows: &[Vec<u16>], mut at: Vec<usize>) -> Vec<Vec<u32>> {
        let mut way = vec![0; rows.len() * at.len()];
        let mut of_issue = vec![&[][..]; rows.len()];
        let parts = way.chunks_exact_mut(at.len().max(1));
        for ((row, (place, issue)), part) in rows.iter().zip(&self.issues).rev().zip(parts) {
            for (at, option) in at.iter_mut().zip(&mut *part) {
                let step = &issue[usize::from(row[*at])];
                *option = step.option;
                *at -= step.along;
            }
            of_issue[*place] = part;
        }
        let mut options: Vec<Vec<u32>> = (at.iter())
            .map(|_| Vec::with_capacity(rows.len()))
            .collect();
        for part in of_issue {
            for (options, option) in options.iter_mut().zip(part) {
                options.push(*option);
            }
        }
        options
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the low bits of a cell, of which there are no more than these"
)]
const fn code(low: i32) -> u16 {
    low as u16
}

fn furthest(issue: &[Step]) -> usize {
    issue.iter().map(|step| step.along).max().unwrap_or(0)
}

/// A code is the higher the earlier the option: of equal cells the first option is kept.
fn steps(issue: &[Choice], columns: usize, unit: i64, shift: u32, mask: i32) -> Option<Vec<Step>> {
    (0..)
        .zip(issue)
        .map(|(code, choice)| {
            let other = i32::try_from(choice.worth[1 - columns]).ok()?;
            Some(Step {
                along: usize::try_from(choice.worth[columns] / unit).ok()?,
                adds: (other << shift) | (mask - code),
                option: choice.option,
            })
        })
        .collect()
}

/// The greatest number of points that all of a party's are whole multiples of.
pub(super) fn unit(table: &Table, party: usize) -> i64 {
    let all = table
        .issues
        .iter()
        .flatten()
        .map(|choice| choice.worth[party]);
    all.fold(0, greatest_common_divisor).max(1)
}

fn greatest_common_divisor(a: i64, b: i64) -> i64 {
    if b == 0 {
        a
    } else {
        greatest_common_divisor(b, a % b)
    }
}
