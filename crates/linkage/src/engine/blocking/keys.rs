//! What must agree: codes of fields, the combinations of them, and records sorted by these.

use std::sync::Arc;

use crate::{
    engine::{joint::Column, plan::Comparisons},
    list::MISSING,
};

/// The fields that combinations are made of: those that tell most. With a coarser code each that
/// makes [`MOST_KEYS`] combinations of one, two and three at most.
const MOST_KEYED: usize = 6;
/// As many as there are bits to mark them by.
const MOST_KEYS: usize = 64;

/// What must agree of a field: its value, or something coarser that misspelling leaves alone.
pub struct Coded {
    /// Which field.
    pub comparison: usize,
    /// By left record.
    pub left: Arc<[u32]>,
    /// By right record.
    pub right: Arc<[u32]>,
}

/// Codes that must all agree, as bits by their number.
#[derive(Clone, Copy)]
pub struct Key(pub u32);

/// For each set of agreeing codes, the combinations within it, as bits by their number.
pub struct Brought(Vec<u64>);

/// What is looked at of each record of one side, all of one record in one place: its codes first.
pub struct Rows {
    cells: Vec<u32>,
    width: usize,
}

/// Where one record stands in one combination. Two combinations may share a hash: pairs are told
/// apart by their codes.
#[derive(Clone, Copy)]
pub struct Stand {
    pub hash: u32,
    record: u32,
}

/// Marks a record of the right side. Lists are shorter than 2^31.
const RIGHT: u32 = 1 << 31;

impl Stand {
    /// Which record of its side.
    pub fn record(self) -> u32 {
        self.record & !RIGHT
    }

    /// Whether it is of the right side.
    pub fn is_right(self) -> bool {
        self.record & RIGHT != 0
    }
}

/// The fields that tell most, each by its value and, where it has one, by its coarser code.
pub fn coded(comparisons: &Comparisons) -> Vec<Coded> {
    let mut order: Vec<(u64, usize)> = comparisons
        .each
        .iter()
        .enumerate()
        .map(|(i, c)| (c.left.pairs_alike(&c.right), i))
        .collect();
    order.sort_unstable();
    let mut coded = Vec::new();
    for &(_, at) in order.iter().take(MOST_KEYED) {
        let Some(c) = comparisons.each.get(at) else {
            continue;
        };
        coded.push(Coded {
            comparison: at,
            left: c.left.of_record.clone(),
            right: c.right.of_record.clone(),
        });
        if let Some(coarse) = c.comparator.coarse() {
            let of_records = |column: &Column| {
                let of = |&v: &u32| coarse.of_value.get(v as usize).copied().unwrap_or(MISSING);
                column.of_record.iter().map(of).collect()
            };
            coded.push(Coded {
                comparison: at,
                left: of_records(&c.left),
                right: of_records(&c.right),
            });
        }
    }
    coded
}

/// Single fields by their values; two and three fields by their coarser codes.
pub fn combinations(coded: &[Coded]) -> Vec<Key> {
    let mut fields: Vec<usize> = coded.iter().map(|c| c.comparison).collect();
    fields.dedup();
    let bit = |at: Option<usize>| at.map_or(0, |at| 1u32 << at);
    let exact = |&field: &usize| bit(coded.iter().position(|c| c.comparison == field));
    let coarse: Vec<u32> = fields
        .iter()
        .map(|&field| bit(coded.iter().rposition(|c| c.comparison == field)))
        .collect();
    let mut keys: Vec<u32> = fields.iter().map(exact).collect();
    for (n, a) in coarse.iter().enumerate() {
        keys.extend(coarse.iter().skip(n + 1).map(|b| a | b));
    }
    for (n, a) in coarse.iter().enumerate() {
        for (m, b) in coarse.iter().enumerate().skip(n + 1) {
            keys.extend(coarse.iter().skip(m + 1).map(|c| a | b | c));
        }
    }
    keys.truncate(MOST_KEYS);
    keys.into_iter().map(Key).collect()
}

impl Brought {
    /// For combinations of so many codes.
    pub fn new(keys: &[Key], codes: usize) -> Self {
        let within = |agree: u32| {
            let bits = (0..).zip(keys).map(|(at, key)| {
                let all = key.0 & agree == key.0;
                u64::from(all) << at
            });
            bits.fold(0, |all, bit| all | bit)
        };
        Self((0..1u32 << codes).map(within).collect())
    }

    /// The combinations that bring two records with these codes in common.
    #[inline]
    pub fn by(&self, agree: u32) -> u64 {
        self.0.get(agree as usize).copied().unwrap_or(0)
    }
}

impl Rows {
    /// Puts the codes of each record beside each other, and after them the values of those
    /// comparisons that no code is of.
    pub fn new(columns: &[&[u32]], records: u32) -> Self {
        let of_record = |record: usize| {
            let cell = move |column: &&[u32]| column.get(record).copied().unwrap_or(MISSING);
            columns.iter().map(cell)
        };
        Self {
            cells: (0..records as usize).flat_map(of_record).collect(),
            width: columns.len(),
        }
    }

    /// What stands of a record.
    #[inline]
    pub fn of(&self, record: u32) -> &[u32] {
        let from = record as usize * self.width;
        self.cells.get(from..from + self.width).unwrap_or_default()
    }
}

/// A digest of some of a record's codes; none where one is missing.
pub fn hash(codes: &[u32], wanted: u32) -> Option<u32> {
    let mut state = 0x9E37_79B9_7F4A_7C15u64;
    let mut left = wanted;
    while left != 0 {
        let &code = codes.get(left.trailing_zeros() as usize)?;
        if code == MISSING {
            return None;
        }
        state = (state ^ u64::from(code)).wrapping_mul(0xA076_1D64_78BD_642F);
        state ^= state >> 29;
        left &= left - 1;
    }
    u32::try_from(state >> 32).ok()
}

/// The records of the left side and of the right one that have all codes, by hash; of one hash the
/// left ones first, in their order.
pub fn stands(
    left: &Rows,
    right: Option<&Rows>,
    records: (u32, u32),
    Key(wanted): Key,
) -> Vec<Stand> {
    let mut stands = Vec::with_capacity(records.0 as usize + records.1 as usize);
    let sides = [(Some(left), records.0, 0), (right, records.1, RIGHT)];
    for (codes, records, mark) in sides {
        let Some(codes) = codes else {
            continue;
        };
        stands.extend((0..records).filter_map(|record| {
            let hash = hash(codes.of(record), wanted)?;
            Some(Stand {
                hash,
                record: record | mark,
            })
        }));
    }
    let mut placed = placed(&stands);
    // What shares its first bits is little, or is of one hash, which is in order already.
    let first = |stand: &Stand| stand.hash >> (32 - bits_for(stands.len()));
    for few in placed.chunk_by_mut(|a, b| first(a) == first(b)) {
        if few.len() > 1 {
            few.sort_by_key(|stand| stand.hash);
        }
    }
    placed
}

/// By so many first bits of a hash so many records are told apart, mostly.
fn bits_for(records: usize) -> u32 {
    (usize::BITS - records.leading_zeros()).clamp(1, 22)
}

/// Sorted by their first bits, equal ones in their order (counting sort).
fn placed(stands: &[Stand]) -> Vec<Stand> {
    let shift = 32 - bits_for(stands.len());
    let first = |stand: &Stand| (stand.hash >> shift) as usize;
    let mut next = vec![0u32; 1 << bits_for(stands.len())];
    for stand in stands {
        if let Some(count) = next.get_mut(first(stand)) {
            *count += 1;
        }
    }
    next.iter_mut()
        .fold(0, |sum, count| sum + std::mem::replace(count, sum));
    let mut placed = vec![Stand { hash: 0, record: 0 }; stands.len()];
    for stand in stands {
        if let Some(place) = next.get_mut(first(stand)) {
            if let Some(slot) = placed.get_mut(*place as usize) {
                *slot = *stand;
            }
            *place += 1;
        }
    }
    placed
}
