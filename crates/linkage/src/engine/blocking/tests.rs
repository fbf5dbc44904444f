//! What is looked at is what the combinations bring, gone through one by one with nothing spared.

use std::{
    cell::Cell,
    collections::{BTreeMap, BTreeSet},
};

use proptest::prelude::*;

use super::{
    super::tests::{Row, list, person},
    *,
};
use crate::{list::MISSING, watch::Unwatched};

/// What of the sparing the cases reached.
#[derive(Default)]
struct Reached {
    spared_whole: Cell<bool>,
    spared_records: Cell<bool>,
    left_out: Cell<bool>,
}

/// All pairs of the blocks that fit the budget of their combination.
fn brought(comparisons: &Comparisons, task: Task, reached: &Reached) -> BTreeSet<(u32, u32)> {
    let columns = keys::coded(comparisons);
    let keys = keys::combinations(&columns);
    let budget = PAIRS_FOR_EACH * u64::from(comparisons.left.max(comparisons.right));
    let mut all = BTreeSet::new();
    let mut left_out: Vec<(u32, BTreeSet<u32>)> = Vec::new();
    for Key(wanted) in keys {
        let codes = |record: u32, of: fn(&Coded) -> &[u32]| -> Option<Vec<u32>> {
            let wanted = (0..columns.len()).filter(|at| wanted >> at & 1 == 1);
            let codes = wanted.map(|at| of(&columns[at])[record as usize]);
            let codes: Vec<u32> = codes.collect();
            (!codes.contains(&MISSING)).then_some(codes)
        };
        let mut blocks: BTreeMap<Vec<u32>, [Vec<u32>; 2]> = BTreeMap::new();
        for record in 0..comparisons.left {
            if let Some(codes) = codes(record, |c| &c.left) {
                blocks.entry(codes).or_default()[0].push(record);
            }
        }
        for record in 0..comparisons.right {
            if let Some(codes) = codes(record, |c| &c.right) {
                blocks.entry(codes).or_default()[1].push(record);
            }
        }
        let pairs = |[left, right]: &[Vec<u32>; 2]| -> Vec<(u32, u32)> {
            let pairs = left.iter().flat_map(|&a| match task {
                Task::Link => right.iter().map(|&b| (a, b)).collect::<Vec<_>>(),
                Task::Dedupe => {
                    let after = left.iter().filter(|&&b| b > a);
                    after.map(|&b| (a, b)).collect()
                }
            });
            pairs.collect()
        };
        let mut by_size: BTreeMap<usize, Vec<&[Vec<u32>; 2]>> = BTreeMap::new();
        for block in blocks.values() {
            by_size.entry(pairs(block).len()).or_default().push(block);
        }
        let (mut sum, mut out) = (0, BTreeSet::new());
        for (size, same) in by_size {
            sum += (size * same.len()) as u64;
            for block in same {
                if sum <= budget {
                    all.extend(pairs(block));
                } else {
                    out.extend(&block[0]);
                }
            }
        }
        reached
            .left_out
            .set(reached.left_out.get() | !out.is_empty());
        for (_, missed) in left_out.iter().filter(|(s, _)| s & wanted == *s) {
            let whole = missed.is_empty();
            let some = !whole && missed.len() < comparisons.left as usize;
            reached.spared_whole.set(reached.spared_whole.get() | whole);
            reached
                .spared_records
                .set(reached.spared_records.get() | some);
        }
        left_out.push((wanted, out));
    }
    all
}

/// The pairs that are shown, in the order of their records.
fn shown(comparisons: &Comparisons, task: Task) -> Vec<(u32, u32)> {
    let mut shown = Vec::new();
    let mut combinations = 0;
    let mut blocking = Blocking::new(comparisons, task);
    let step = |part: &mut Vec<(u32, u32)>, a, b, _: Pattern| part.push((a, b));
    let done = |parts: Vec<Vec<(u32, u32)>>| {
        combinations += 1;
        shown.extend(parts.into_iter().flatten());
    };
    blocking
        .each_pair(0, &Unwatched, Vec::new, step, done)
        .unwrap();
    assert_eq!(combinations, blocking.keys.len());
    shown.sort_unstable();
    shown
}

fn agree(left: &[Row], right: &[Row], task: Task, reached: &Reached) -> Result<(), TestCaseError> {
    let (left, right) = (list(left), list(right));
    let comparisons = Comparisons::new(&left, &right, task, &[], &Unwatched).unwrap();
    let expected: Vec<(u32, u32)> = brought(&comparisons, task, reached).into_iter().collect();
    prop_assert_eq!(shown(&comparisons, task), expected);
    Ok(())
}

fn rows() -> impl Strategy<Value = Vec<Row>> {
    prop::collection::vec((0_usize..60, 0_usize..8).prop_map(person), 1..90)
}

#[test]
fn what_is_looked_at_is_what_the_combinations_bring_each_pair_once() {
    let reached = Reached::default();
    proptest!(ProptestConfig::with_cases(48), |(left in rows(), right in rows())| {
        agree(&left, &right, Task::Link, &reached)?;
        agree(&left, &left, Task::Dedupe, &reached)?;
    });
    assert!(reached.left_out.get() && reached.spared_whole.get() && reached.spared_records.get());
}
