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

/// The most cells of all rows together: 32 MB.
const CELLS_MOST: usize = 8 << 20;
/// A cell that no package reaches: far below nought, and with no low bits.
const NOWHERE: i32 = i32::MIN / 2;

/// The frontier; nothing where the table would be too large or its cells too small.
pub(super) fn frontier(table: &Table, watch: &dyn Watch) -> Result<Option<Frontier>, Stopped> {
    let Some(plan) = Plan::of(table) else {
        return Ok(None);
    };
    let mut rows: Vec<Vec<i32>> = Vec::with_capacity(plan.issues.len());
    let mut before = vec![0];
    for (done, issue) in (0_u64..).zip(&plan.issues) {
        watch.at(Stage::Searching, done, plan.issues.len() as u64)?;
        let row = plan.row(&before, issue);
        before.clear();
        before.extend(row.iter().map(|cell| cell & !plan.mask));
        rows.push(row);
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
    issues: Vec<Vec<Step>>,
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
            (cells.checked_mul(table.issues.len())? <= CELLS_MOST).then_some((cells, columns, unit))
        };
        if shift >= 30 {
            return None;
        }
        let (cells, columns, unit) = (0..2).filter_map(fits).min()?;
        let mask = (1_i32 << shift) - 1;
        let issues = (table.issues.iter())
            .map(|issue| steps(issue, columns, unit, shift, mask))
            .collect::<Option<_>>()?;
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
    fn row(&self, before: &[i32], issue: &[Step]) -> Vec<i32> {
        let furthest = issue.iter().map(|step| step.along).max().unwrap_or(0);
        let mut row = vec![NOWHERE; (before.len() + furthest).min(self.cells + 1)];
        for step in issue {
            let reached = &mut row[step.along..step.along + before.len()];
            for (cell, before) in reached.iter_mut().zip(before) {
                *cell = (*cell).max(before + step.adds);
            }
        }
        row
    }

    /// Goes down from the most points of the columns' party, keeping what is more for the other.
    fn read(&self, table: &Table, rows: &[Vec<i32>], last: &[i32]) -> Frontier {
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
        let mut deals: Vec<Deal> = (ends.par_iter())
            .map(|end| table.deal(&worth(end), self.options(rows, end.0)))
            .collect();
        deals.sort_by(|a, b| b.worth.cmp(&a.worth));
        Frontier {
            deals,
            proof: Proof::Exact,
        }
    }

    /// The options on the way to a cell of the last row.
    fn options(&self, rows: &[Vec<i32>], end: usize) -> Vec<u32> {
        let mut at = end;
        let mut options = vec![0; rows.len()];
        for ((row, issue), option) in rows.iter().zip(&self.issues).zip(&mut options).rev() {
            let code = self.mask - (row[at] & self.mask);
            let step = &issue[usize::try_from(code).unwrap_or(0)];
            *option = step.option;
            at -= step.along;
        }
        options
    }
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
fn unit(table: &Table, party: usize) -> i64 {
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
