//! Lists that say nothing but whole names. The persons are invented.

use std::collections::BTreeSet;

use linkage::{
    list::{BuildOptions, List, Mapping},
    propose::Pairing,
    table::TableBuilder,
    watch::Unwatched,
};

use crate::lists::{FAMILY, GIVEN, Shown, linked, renamed, shuffled, straight};

const ENDINGS: [&str; 5] = ["", "i", "an", "oun", "ieh"];

/// Families are as uneven as they are anywhere: some names are everybody's.
fn drawn(n: usize) -> (usize, usize) {
    let given = (n * 7 + n / 16) % GIVEN.len();
    (given, n * n % 97 % (FAMILY.len() * ENDINGS.len()))
}

fn name(n: usize) -> String {
    let (given, family) = drawn(n);
    format!(
        "{} {}{}",
        GIVEN[given],
        FAMILY[family % FAMILY.len()],
        ENDINGS[family / FAMILY.len()]
    )
}

/// The same with one letter wrong.
fn misspelled(name: &str, n: usize) -> String {
    let at = 1 + n % (name.len() - 2);
    let (before, after) = name.split_at(at);
    format!("{before}{}", after.get(1..).unwrap_or_default())
}

/// Two lists of 300 names, the last 100 of the first being the first 100 of the second.
fn two() -> (Vec<String>, Vec<String>) {
    let left = (0..300).map(name).collect();
    let right = (200..500)
        .map(|n| {
            if n % 2 == 0 {
                name(n)
            } else {
                misspelled(&name(n), n)
            }
        })
        .collect();
    (left, right)
}

fn list(names: &[String]) -> List {
    let mut table = TableBuilder::new("invented", ["Name"]);
    let sheet = table.sheet("", Vec::new()).unwrap();
    for (row, name) in (2..).zip(names) {
        table.push_row(sheet, row, [name.as_str()]).unwrap();
    }
    let table = table.finish();
    let mapping = Mapping::recognise(&table);
    List::build(table, &mapping, &BuildOptions::default(), &Unwatched).unwrap()
}

#[test]
fn the_order_of_rows_and_lists_changes_nothing() {
    let (left, right) = two();
    let first: BTreeSet<Shown> = linked(&list(&left), &list(&right), Pairing::Any)
        .into_iter()
        .collect();
    assert!(first.iter().any(|pair| pair.3));
    let order = shuffled(left.len(), 5);
    let moved: Vec<String> = order.iter().map(|&at| left[at].clone()).collect();
    let second = linked(&list(&right), &list(&moved), Pairing::Any)
        .into_iter()
        .map(|(a, b, bits, proposed)| (b, a, bits, proposed))
        .collect();
    assert_eq!(first, renamed(second, &order, &straight(right.len())));
}
