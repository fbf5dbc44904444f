//! A column of whole names beside columns of given and family names, which says nothing more than they
//! do. It is left out, because its agreement would count the same evidence twice.

use std::{collections::BTreeSet, hash::BuildHasher};

use foldhash::fast::FixedState;

use super::super::{
    FieldKind,
    mapping::{ColumnMeaning, Confidence, Meaning, Reason},
};
use crate::{name::normal, table::Table};

/// About so many records are looked at.
const LOOKED_AT: usize = 1000;

/// Leaves out whole names that are made of the other columns' names.
pub(super) fn leave_out(table: &Table, columns: &mut [ColumnMeaning]) {
    let of = |kind| -> Vec<usize> {
        let is = |&at: &usize| {
            columns
                .get(at)
                .is_some_and(|c| c.meaning == Meaning::Field(kind))
        };
        (0..columns.len()).filter(is).collect()
    };
    let (given, family) = (of(FieldKind::GivenName), of(FieldKind::FamilyName));
    if given.is_empty() || family.is_empty() {
        return;
    }
    let others = [
        given,
        of(FieldKind::FatherName),
        of(FieldKind::GrandfatherName),
        family,
    ];
    let parts: Vec<usize> = others.concat();
    for whole in of(FieldKind::FullName) {
        let has_company = columns
            .iter()
            .any(|column| column.options.with == Some(whole));
        if !has_company
            && says_no_more(table, whole, &parts)
            && let Some(column) = columns.get_mut(whole)
        {
            column.meaning = Meaning::LeftOut;
            column.options.with = None;
            column.confidence = Confidence::Likely;
            column.reason = Reason::Repeats;
        }
    }
}

/// Whether in nineteen of twenty records every word of the whole name stands in the parts. Records are
/// picked by a hash of the name, so that their order changes nothing.
fn says_no_more(table: &Table, whole: usize, parts: &[usize]) -> bool {
    let every = (table.len() / LOOKED_AT) as u64 + 1;
    let hasher = FixedState::default();
    let (mut seen, mut repeated) = (0_usize, 0_usize);
    for record in 0..table.len() {
        let name = table.cell(record, whole);
        if name.trim().is_empty() || hasher.hash_one(name) % every != 0 {
            continue;
        }
        let known: BTreeSet<String> = parts
            .iter()
            .flat_map(|&part| words(table.cell(record, part)))
            .collect();
        seen += 1;
        repeated += usize::from(words(name).iter().all(|word| known.contains(word)));
    }
    seen > 0 && repeated * 20 >= seen * 19
}

fn words(cell: &str) -> Vec<String> {
    let text = normal(cell).text;
    text.split_whitespace().map(str::to_owned).collect()
}
