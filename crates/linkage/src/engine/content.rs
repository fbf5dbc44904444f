//! A digest of what each record says in the compared fields: the same wherever the record stands, so
//! that the order of a list decides nothing.

use std::{
    hash::{BuildHasher, Hasher},
    sync::Arc,
};

use super::plan::Comparison;
use crate::hash::Fixed;

/// The digests of the records of one side.
#[derive(Debug, Clone, Default)]
pub struct Contents(Arc<[u64]>);

impl Contents {
    /// Of the left side and of the right one.
    pub fn of(each: &[Comparison], left: u32, right: u32) -> [Self; 2] {
        let mut states = [left, right].map(|records| vec![Fixed.build_hasher(); records as usize]);
        for comparison in each {
            let values = comparison.left.counts.len();
            let of_value: Vec<u64> = (0..)
                .take(values)
                .map(|value| comparison.comparator.content(value))
                .collect();
            let columns = [&comparison.left, &comparison.right];
            for (states, column) in states.iter_mut().zip(columns) {
                for (state, &value) in states.iter_mut().zip(column.of_record.iter()) {
                    state.write_u64(of_value.get(value as usize).copied().unwrap_or(0));
                }
            }
        }
        states.map(|side| Self(side.iter().map(Hasher::finish).collect()))
    }

    /// The digest of one record.
    pub fn of_record(&self, record: u32) -> u64 {
        self.0.get(record as usize).copied().unwrap_or(0)
    }

    /// All, by record.
    pub fn all(&self) -> &[u64] {
        &self.0
    }
}
