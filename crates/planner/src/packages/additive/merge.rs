//! Any number of parties and any scale: lists of points, merged issue by issue. What cannot reach
//! every party's floor any more is dropped, and so is what is bettered. Where a list grows past its
//! limit it is thinned on a grid, and what that may cost is added up and told.

#![expect(
    clippy::indexing_slicing,
    reason = "places come from the lists that this file builds, with as many points as parties"
)]

use std::collections::{BTreeMap, BTreeSet};

use super::{Choice, Table, add_most};
use crate::{
    packages::frontier::{Frontier, Proof, matches},
    watch::{Stage, Stopped, Watch},
};

/// How far lists may grow before they are thinned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Points of a frontier of two or three parties.
    pub few: usize,
    /// Points of a frontier of four parties and more, where comparing takes longer.
    pub many: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            few: 1 << 18,
            many: 1 << 13,
        }
    }
}

/// How many candidates are held at once before what is bettered among them is dropped.
const CANDIDATES_MOST: usize = 1 << 20;
/// Steps from one question to the watch to the next.
const STRIDE: usize = 1 << 16;
/// The same where a step may go through all that was kept.
const STRIDE_OF_FRONT: usize = 1 << 9;

/// Points reached by the first issues, each with where it comes from.
#[derive(Default)]
struct List {
    worth: Vec<Vec<i64>>,
    from: Vec<(u32, u32)>,
}

pub(super) fn frontier(
    table: &Table,
    limits: Limits,
    watch: &dyn Watch,
) -> Result<Frontier, Stopped> {
    let parties = table.base.len();
    let limit = if parties <= 3 {
        limits.few
    } else {
        limits.many
    };
    let mut given_up = vec![0; parties];
    let mut worth = vec![vec![0; parties]];
    let mut steps: Vec<Vec<(u32, u32)>> = Vec::with_capacity(table.issues.len());
    for (done, issue) in (0_u64..).zip(&table.issues) {
        watch.at(Stage::Searching, done, table.issues.len() as u64)?;
        let needed = needed(table, &table.issues[steps.len() + 1..]);
        let list = extended(&worth, issue, &needed, watch)?;
        let list = thinned(list, limit, &mut given_up);
        worth = list.worth;
        steps.push(list.from);
    }
    let ends = 0..worth.len();
    let deals = ends.map(|end| table.deal(&worth[end], options(table, &steps, end)));
    let proof = if given_up.iter().all(|points| *points == 0) {
        Proof::Exact
    } else {
        Proof::Within(given_up)
    };
    Ok(Frontier {
        deals: deals.collect(),
        proof,
    })
}

/// What the first issues must be worth to each party for its floor to be reached at best.
fn needed(table: &Table, rest: &[Vec<Choice>]) -> Vec<i64> {
    let mut most = vec![0; table.base.len()];
    for issue in rest {
        add_most(&mut most, issue);
    }
    (table.floor.iter().zip(&most))
        .map(|(floor, most)| floor - most)
        .collect()
}

fn extended(
    worth: &[Vec<i64>],
    issue: &[Choice],
    needed: &[i64],
    watch: &dyn Watch,
) -> Result<List, Stopped> {
    let mut list = List::default();
    let mut held = CANDIDATES_MOST;
    for (at, before) in (0_u32..).zip(worth) {
        if (at as usize).is_multiple_of(STRIDE) {
            watch.at(Stage::Searching, u64::from(at), worth.len() as u64)?;
        }
        for (code, choice) in (0_u32..).zip(issue) {
            let sum = before.iter().zip(&choice.worth).map(|(a, b)| a + b);
            let sum: Vec<i64> = sum.collect();
            if matches(&sum, needed) {
                list.worth.push(sum);
                list.from.push((at, code));
            }
        }
        if list.worth.len() > held {
            list = unbettered_of(list, watch)?;
            held = CANDIDATES_MOST + 2 * list.worth.len();
        }
    }
    unbettered_of(list, watch)
}

/// Only what is not bettered, greatest first; of equals the one that was first in the list.
fn unbettered_of(list: List, watch: &dyn Watch) -> Result<List, Stopped> {
    watch.at(Stage::Searching, 0, 0)?;
    let mut order: Vec<usize> = (0..list.worth.len()).collect();
    order.sort_by(|a, b| list.worth[*b].cmp(&list.worth[*a]).then(a.cmp(b)));
    let kept = unbettered(order.iter().map(|at| list.worth[*at].as_slice()), watch)?;
    let mut result = List {
        worth: Vec::with_capacity(kept.len()),
        from: Vec::with_capacity(kept.len()),
    };
    let mut worth = list.worth;
    for at in kept {
        let at = order[at];
        result.worth.push(std::mem::take(&mut worth[at]));
        result.from.push(list.from[at]);
    }
    Ok(result)
}

/// Of points that come greatest first, which are neither bettered nor equalled by an earlier one.
/// What comes later can better nothing that came before.
pub(in crate::packages) fn unbettered<'a>(
    sorted: impl Iterator<Item = &'a [i64]>,
    watch: &dyn Watch,
) -> Result<Vec<usize>, Stopped> {
    let mut front = Front::default();
    let mut kept = Vec::new();
    for (at, point) in sorted.enumerate() {
        if at.is_multiple_of(STRIDE_OF_FRONT) {
            watch.at(Stage::Searching, at as u64, 0)?;
        }
        if front.takes(point) {
            kept.push(at);
        }
    }
    Ok(kept)
}

/// What has been kept so far, for as many parties as points have.
#[derive(Default)]
struct Front<'a> {
    /// Two parties: the most of the second.
    most: Option<i64>,
    /// Three parties: of the second and third, what is not bettered (Kung, Luccio and Preparata 1975).
    stairs: BTreeMap<i64, i64>,
    /// More: all of them.
    all: Vec<&'a [i64]>,
}

impl<'a> Front<'a> {
    fn takes(&mut self, point: &'a [i64]) -> bool {
        match *point {
            [_, second] => {
                let more = self.most.is_none_or(|most| second > most);
                self.most = self.most.max(Some(second));
                more
            }
            [_, second, third] => self.climbs(second, third),
            _ => {
                let more = !self.all.iter().any(|kept| matches(kept, point));
                if more {
                    self.all.push(point);
                }
                more
            }
        }
    }

    fn climbs(&mut self, second: i64, third: i64) -> bool {
        let above = self.stairs.range(second..).next();
        if above.is_some_and(|(_, height)| *height >= third) {
            return false;
        }
        let below: Vec<i64> = (self.stairs.range(..=second).rev())
            .take_while(|(_, height)| **height <= third)
            .map(|(at, _)| *at)
            .collect();
        for at in below {
            self.stairs.remove(&at);
        }
        self.stairs.insert(second, third);
        true
    }
}

/// Keeps one point a cell of a grid that is made coarser until few enough are left, along each
/// party's points in proportion to their range. For any point there is then a kept one that is worth
/// at most a cell less one point less to each party: cells are powers of two, so the coarser hold
/// the finer.
fn thinned(list: List, limit: usize, given_up: &mut [i64]) -> List {
    if list.worth.len() <= limit {
        return list;
    }
    let range = |party: usize| {
        list.worth
            .iter()
            .map(|worth| worth[party])
            .max()
            .unwrap_or(0)
    };
    let ranges: Vec<i64> = (0..given_up.len()).map(range).collect();
    let mut cells = vec![1; given_up.len()];
    let mut kept: Vec<usize> = (0..list.worth.len()).collect();
    while kept.len() > limit {
        let across = |party: &usize| ranges[*party] / cells[*party];
        let Some(most) = (0..cells.len()).map(|party| across(&party)).max() else {
            break;
        };
        let coarser: Vec<usize> = (0..cells.len()).filter(|p| across(p) * 2 > most).collect();
        for party in coarser {
            cells[party] *= 2;
        }
        let mut seen = BTreeSet::new();
        kept.retain(|at| {
            let cell = list.worth[*at].iter().zip(&cells);
            seen.insert(cell.map(|(worth, cell)| worth / cell).collect::<Vec<_>>())
        });
    }
    for (given_up, cell) in given_up.iter_mut().zip(&cells) {
        *given_up += cell - 1;
    }
    List {
        worth: kept.iter().map(|at| list.worth[*at].clone()).collect(),
        from: kept.iter().map(|at| list.from[*at]).collect(),
    }
}

fn options(table: &Table, steps: &[Vec<(u32, u32)>], end: usize) -> Vec<u32> {
    let mut at = end;
    let mut options = vec![0; steps.len()];
    for ((step, issue), option) in steps.iter().zip(&table.issues).zip(&mut options).rev() {
        let (before, code) = step[at];
        *option = issue[code as usize].option;
        at = before as usize;
    }
    options
}
