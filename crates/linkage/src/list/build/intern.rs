//! Each distinct value once. The hash has no random seed and its order shows nowhere: values are
//! numbered by first appearance.

use std::hash::{BuildHasher, Hash};

use foldhash::fast::FixedState;
use hashbrown::HashTable;

use super::super::{Interned, MISSING};
use crate::table::Table;

/// A value of which each distinct one is kept once.
pub(super) trait Distinct: Clone + Eq + Hash + Send + Sync {}

impl<T: Clone + Eq + Hash + Send + Sync> Distinct for T {}

/// Values by number, found again by what they are.
struct Pool<T> {
    distinct: Vec<T>,
    seen: HashTable<u32>,
    hasher: FixedState,
}

impl<T: Distinct> Pool<T> {
    fn new() -> Self {
        Self {
            distinct: Vec::new(),
            seen: HashTable::new(),
            hasher: FixedState::default(),
        }
    }

    /// The number of a value.
    fn number(&mut self, value: T) -> u32 {
        let Self {
            distinct,
            seen,
            hasher,
        } = self;
        let hash = hasher.hash_one(&value);
        let same = |&at: &u32| distinct.get(at as usize) == Some(&value);
        if let Some(&at) = seen.find(hash, same) {
            return at;
        }
        let at = u32::try_from(distinct.len()).unwrap_or(MISSING);
        let rehash = |&at: &u32| distinct.get(at as usize).map_or(0, |v| hasher.hash_one(v));
        seen.insert_unique(hash, at, rehash);
        distinct.push(value);
        at
    }

    fn finish(mut self, of_record: Vec<u32>) -> Interned<T> {
        self.distinct.shrink_to_fit();
        Interned {
            distinct: self.distinct,
            of_record,
        }
    }
}

/// The values of a column, given for each of its distinct texts in the order of their numbers.
pub(super) fn interned<T: Distinct>(
    table: &Table,
    column: usize,
    values: impl Iterator<Item = Option<T>>,
) -> Interned<T> {
    let mut pool = Pool::new();
    let number = |value: Option<T>| value.map_or(MISSING, |value| pool.number(value));
    let of_text: Vec<u32> = values.map(number).collect();
    let of_record = (0..table.len())
        .map(|record| {
            let text_id = table.text_id(record, column);
            of_text.get(text_id as usize).copied().unwrap_or(MISSING)
        })
        .collect();
    pool.finish(of_record)
}

/// Values given record by record.
pub(super) fn numbered<T: Distinct>(values: impl Iterator<Item = T>) -> Interned<T> {
    let mut pool = Pool::new();
    let of_record = values.map(|value| pool.number(value)).collect();
    pool.finish(of_record)
}

/// What each distinct value was made to, in the order of their numbers.
pub(super) fn mapped<K, T: Distinct>(
    keys: &Interned<K>,
    values: impl Iterator<Item = Option<T>>,
) -> Interned<T> {
    let mut pool = Pool::new();
    let number = |value: Option<T>| value.map_or(MISSING, |value| pool.number(value));
    let of_key: Vec<u32> = values.map(number).collect();
    let number = |&key: &u32| of_key.get(key as usize).copied().unwrap_or(MISSING);
    let of_record = keys.of_record.iter().map(number).collect();
    pool.finish(of_record)
}

/// Columns that say the same in several spellings, as one.
pub(super) fn merged<T: Distinct>(columns: Vec<Interned<T>>, join: fn(&T, &T) -> T) -> Interned<T> {
    let mut columns = columns.into_iter();
    let first = columns.next().unwrap_or_else(|| Interned {
        distinct: Vec::new(),
        of_record: Vec::new(),
    });
    columns.fold(first, |all, next| pairwise(&all, &next, join))
}

fn pairwise<T: Distinct>(a: &Interned<T>, b: &Interned<T>, join: fn(&T, &T) -> T) -> Interned<T> {
    let mut pairs: Pool<(u32, u32)> = Pool::new();
    let both = a.of_record.iter().zip(&b.of_record);
    let of_pair: Vec<u32> = both.map(|(&a, &b)| pairs.number((a, b))).collect();
    let mut pool = Pool::new();
    let values: Vec<u32> = pairs
        .distinct
        .iter()
        .map(|&(x, y)| {
            let (x, y) = (a.distinct.get(x as usize), b.distinct.get(y as usize));
            match (x, y) {
                (Some(x), Some(y)) => pool.number(join(x, y)),
                (Some(one), None) | (None, Some(one)) => pool.number(one.clone()),
                (None, None) => MISSING,
            }
        })
        .collect();
    let number = |&pair: &u32| values.get(pair as usize).copied().unwrap_or(MISSING);
    pool.finish(of_pair.iter().map(number).collect())
}
