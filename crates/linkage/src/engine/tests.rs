//! What one more record changes of the others: with the weights held as they are, nothing. What the
//! weights themselves change by is held to its bound in `tests/proposals/unrelated.rs`. Persons are invented.

use proptest::prelude::*;

use super::{
    Comparisons, Run, Task, comparator::Level, joint::Column, lot, pattern::Pattern,
    progress::Going, run,
};
use crate::{
    list::{BuildOptions, List, MISSING, Mapping},
    table::TableBuilder,
    watch::Unwatched,
};

pub(super) type Row = [String; 4];

pub(super) fn list(rows: &[Row]) -> List {
    let headers = ["Given name", "Family name", "Date of birth", "Village"];
    let mut table = TableBuilder::new("invented", headers);
    let sheet = table.sheet("", Vec::new()).unwrap();
    for (row, cells) in (2..).zip(rows) {
        table
            .push_row(sheet, row, cells.iter().map(String::as_str))
            .unwrap();
    }
    let table = table.finish();
    let mapping = Mapping::recognise(&table);
    List::build(table, &mapping, &BuildOptions::default(), &Unwatched).unwrap()
}

/// A person who is the same whenever the number is, now and then misspelled.
pub(super) fn person((n, how): (usize, usize)) -> Row {
    let given = [
        "Ahmad", "Layla", "Yusuf", "Maryam", "Omar", "Salma", "Karim", "Nadia",
    ];
    let family = [
        "Haddad", "Mansour", "Khoury", "Nasser", "Barakat", "Saleh", "Zaydan",
    ];
    let village = ["Ein Rawda", "Tel Amal", "Beit Nour", "Wadi Sabr"];
    let born = format!(
        "{}-{:02}-{:02}",
        1950 + n * 7 % 50,
        1 + n * 5 % 12,
        13 + n * 11 % 16
    );
    let mut row = [
        given[n % given.len()].to_owned(),
        family[n / 3 % family.len()].to_owned(),
        born,
        village[n * 13 % village.len()].to_owned(),
    ];
    match how {
        0 => row[1].push('i'),
        1 => row[3].clear(),
        2 => row[2].truncate(4),
        _ => {}
    }
    row
}

/// Somebody who shares nothing with anybody above, not even a year or a letter pattern.
fn stranger() -> Row {
    ["Xzq", "Vwpfkjx", "1871-11-12", "Ququq"].map(str::to_owned)
}

fn rows() -> impl Strategy<Value = Vec<Row>> {
    prop::collection::vec((0_usize..40, 0_usize..8).prop_map(person), 4..30)
}

fn pattern(comparisons: &Comparisons, left: u32, right: u32) -> Pattern {
    let value = |column: &Column, record| column.value(record as usize).unwrap_or(MISSING);
    let values = |pairs: &[(u32, u32)], [a, b]: [usize; 2], values: &mut Vec<(u32, u32)>| {
        let (a, b) = (&comparisons.each[a], &comparisons.each[b]);
        let both = |&(left, right)| (value(&a.left, left), value(&b.right, right));
        values.extend(pairs.iter().map(both));
    };
    lot::patterns(comparisons, &[(left, right)], values)[0]
}

/// What these weights say of each pair of the first `right` records: its pattern and bits.
fn weighed(comparisons: &Comparisons, weights: &Run, right: u32) -> Vec<(u32, u32, u64, u64)> {
    let table = weights.model.table();
    let pairs = (0..comparisons.left).flat_map(|a| (0..right).map(move |b| (a, b)));
    pairs
        .map(|(a, b)| {
            let pattern = pattern(comparisons, a, b);
            (a, b, pattern.0, table.odds(pattern).0.to_bits())
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn with_weights_held_one_more_record_changes_no_other_pair(left in rows(), right in rows()) {
        let mut more = right.clone();
        more.push(stranger());
        let (left, right, more) = (list(&left), list(&right), list(&more));
        let before = Comparisons::new(&left, &right, Task::Link, &[], &Unwatched).unwrap();
        let after = Comparisons::new(&left, &more, Task::Link, &[], &Unwatched).unwrap();
        let weights = run::run(&before, Task::Link, Going::unkept(), &Unwatched).unwrap();
        prop_assert_eq!(
            weighed(&before, &weights, before.right),
            weighed(&after, &weights, before.right)
        );
        // The stranger agrees with nobody in anything, so no pair of hers is looked at.
        for a in 0..after.left {
            let pattern = pattern(&after, a, before.right);
            for (i, comparison) in after.each.iter().enumerate() {
                let level = pattern.level(i);
                prop_assert!(level == Level::NONE || level == comparison.comparator.different());
            }
        }
        let again = run::run(&after, Task::Link, Going::unkept(), &Unwatched).unwrap();
        prop_assert!(again.scored.iter().all(|scored| scored.right != before.right));
    }
}
