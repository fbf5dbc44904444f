//! The values of one field over both lists: each distinct value once, and which records have it.

use std::{
    hash::{BuildHasher, Hash},
    sync::Arc,
};

use hashbrown::HashTable;

use crate::{
    hash::Fixed,
    list::{Interned, MISSING},
};

/// Which of the two lists. When one list is compared with itself it stands on both sides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Side {
    /// The first list.
    Left,
    /// The second list.
    Right,
}

/// Which value each record of one side has, by number, or [`MISSING`]; and how many have each.
#[derive(Debug, Clone)]
pub struct Column {
    pub of_record: Arc<[u32]>,
    pub counts: Arc<[u32]>,
    /// Records that have a value.
    pub present: u32,
}

impl Column {
    /// The value of a record.
    pub fn value(&self, record: usize) -> Option<u32> {
        self.of_record
            .get(record)
            .copied()
            .filter(|&v| v != MISSING)
    }

    /// How many pairs of a record here and one there have the very same value.
    pub fn pairs_alike(&self, other: &Self) -> u64 {
        let counts = self.counts.iter().zip(other.counts.iter());
        counts.map(|(&a, &b)| u64::from(a) * u64::from(b)).sum()
    }

    /// How many records of both sides have each value.
    pub fn counts_with(&self, other: &Self) -> Vec<u32> {
        let counts = self.counts.iter().zip(other.counts.iter());
        counts.map(|(l, r)| l.saturating_add(*r)).collect()
    }

    /// How many records have this value.
    pub fn count(&self, value: u32) -> u32 {
        self.counts.get(value as usize).copied().unwrap_or(0)
    }

    fn of(of_record: Vec<u32>, values: usize) -> Self {
        let mut counts = vec![0u32; values];
        let mut present = 0;
        for &value in &of_record {
            if let Some(count) = counts.get_mut(value as usize) {
                *count += 1;
                present += 1;
            }
        }
        Self {
            of_record: of_record.into(),
            counts: counts.into(),
            present,
        }
    }
}

/// Distinct values, numbered as they come.
#[derive(Debug)]
pub struct Joint<T> {
    values: Vec<T>,
    numbers: HashTable<u32>,
}

impl<T> Default for Joint<T> {
    fn default() -> Self {
        Self {
            values: Vec::new(),
            numbers: HashTable::new(),
        }
    }
}

impl<T: Clone + Eq + Hash> Joint<T> {
    /// Takes in the values of one field of one list; says which joint value each record has.
    pub fn take(&mut self, field: &Interned<T>) -> Vec<u32> {
        let numbers: Vec<u32> = field.distinct.iter().map(|v| self.number(v)).collect();
        field
            .of_record
            .iter()
            .map(|&v| numbers.get(v as usize).copied().unwrap_or(MISSING))
            .collect()
    }

    fn number(&mut self, value: &T) -> u32 {
        let values = &mut self.values;
        let is_it = |&n: &u32| values.get(n as usize) == Some(value);
        let hash = Fixed.hash_one(value);
        if let Some(&known) = self.numbers.find(hash, is_it) {
            return known;
        }
        let new = u32::try_from(values.len()).unwrap_or(MISSING);
        values.push(value.clone());
        self.numbers.insert_unique(hash, new, |&n| {
            values.get(n as usize).map_or(0, |v| Fixed.hash_one(v))
        });
        new
    }

    /// The values, and the records' values with their counts, when all fields have been taken in.
    pub fn finish<const N: usize>(self, columns: [Vec<u32>; N]) -> (Vec<T>, [Column; N]) {
        let count = self.values.len();
        (self.values, columns.map(|c| Column::of(c, count)))
    }
}
