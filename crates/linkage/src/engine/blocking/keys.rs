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
    groups: Vec<Group>,
    width: usize,
}

/// Cells of a row that are looked at in one go; rows are filled up to as many. None lies in two lines of
/// a cache.
#[derive(Clone, Copy)]
#[repr(align(32))]
pub struct Group([u32; GROUP]);

/// Cells in a group.
pub const GROUP: usize = 8;

impl Group {
    /// The codes in which two rows agree, as bits.
    #[inline]
    pub fn agreeing(&self, other: &Self) -> u32 {
        let codes = (0..).zip(self.0.iter().zip(&other.0));
        codes.fold(0, |bits, (at, (a, b))| {
            bits | u32::from(a == b && *a != MISSING) << at
        })
    }
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
        let width = columns.len().div_ceil(GROUP);
        let mut groups = vec![Group([MISSING; GROUP]); width * records as usize];
        for (at, column) in columns.iter().enumerate() {
            let of_column = groups.iter_mut().skip(at / GROUP).step_by(width.max(1));
            for (group, &code) in of_column.zip(*column) {
                if let Some(cell) = group.0.get_mut(at % GROUP) {
                    *cell = code;
                }
            }
        }
        Self { groups, width }
    }

    /// What stands of a record.
    #[inline]
    pub fn of(&self, record: u32) -> &[Group] {
        let from = record as usize * self.width;
        self.groups.get(from..from + self.width).unwrap_or_default()
    }
}

/// What stands at a place of a row; missing beyond its end.
#[inline]
pub fn cell(row: &[Group], at: usize) -> u32 {
    let group = row.get(at / GROUP);
    group
        .and_then(|group| group.0.get(at % GROUP))
        .copied()
        .unwrap_or(MISSING)
}

/// A digest of some of a record's codes, and whether it has all of them.
fn hash(row: &[Group], wanted: &[usize]) -> (u32, bool) {
    let mut state = 0x9E37_79B9_7F4A_7C15u64;
    let mut all = true;
    for &at in wanted {
        let code = cell(row, at);
        all &= code != MISSING;
        state = (state ^ u64::from(code)).wrapping_mul(0xA076_1D64_78BD_642F);
        state ^= state >> 29;
    }
    (u32::try_from(state >> 32).unwrap_or(0), all)
}

/// The records of the left side and of the right one that have all codes, by hash; of one hash the
/// left ones first, in their order.
pub fn stands(
    left: &Rows,
    right: Option<&Rows>,
    records: (u32, u32),
    Key(wanted): Key,
) -> Vec<Stand> {
    let wanted: Vec<usize> = (0..32).filter(|at| wanted >> at & 1 == 1).collect();
    let none = Stand { hash: 0, record: 0 };
    let mut stands = vec![none; records.0 as usize + records.1 as usize];
    let mut count = 0;
    let sides = [(Some(left), records.0, 0), (right, records.1, RIGHT)];
    for (codes, records, mark) in sides {
        for record in 0..codes.map_or(0, |_| records) {
            let row = codes.map_or(&[][..], |codes| codes.of(record));
            let (hash, all) = hash(row, &wanted);
            if let Some(slot) = stands.get_mut(count) {
                let record = record | mark;
                *slot = Stand { hash, record };
            }
            count += usize::from(all);
        }
    }
    stands.truncate(count);
    keep_met(&mut stands, right.is_some());
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

/// Keeps those records that may meet another of the other side, or of the only one: as far as the first
/// bits of their hashes tell.
fn keep_met(stands: &mut Vec<Stand>, two_sides: bool) {
    let shift = 32 - (bits_for(stands.len()) + 3);
    let first = |stand: Stand| stand.hash >> shift;
    let (mut one, mut other) = (Marks::new(shift), Marks::new(shift));
    for &stand in stands.iter() {
        let at = first(stand);
        if two_sides {
            if stand.is_right() {
                &mut other
            } else {
                &mut one
            }
            .set(at);
        } else if one.has(at) {
            other.set(at);
        } else {
            one.set(at);
        }
    }
    keep(stands, |&stand| {
        let there = if stand.is_right() { &one } else { &other };
        there.has(first(stand))
    });
}

/// Keeps those for which `is_it` says yes, in their order. Whether it does is hard to foretell, so that
/// each is put in place, and the next one over it where it does not: nothing waits for the answer.
pub fn keep<T: Copy>(all: &mut Vec<T>, is_it: impl Fn(&T) -> bool) {
    let mut kept = 0;
    for at in 0..all.len() {
        let Some(&one) = all.get(at) else { break };
        if let Some(slot) = all.get_mut(kept) {
            *slot = one;
        }
        kept += usize::from(is_it(&one));
    }
    all.truncate(kept);
}

/// A bit for each beginning of a hash.
struct Marks(Vec<u64>);

impl Marks {
    fn new(shift: u32) -> Self {
        Self(vec![0; 1 << (32 - shift).saturating_sub(6)])
    }

    fn set(&mut self, at: u32) {
        if let Some(word) = self.0.get_mut(at as usize / 64) {
            *word |= 1 << (at % 64);
        }
    }

    fn has(&self, at: u32) -> bool {
        let word = self.0.get(at as usize / 64);
        word.is_some_and(|word| word >> (at % 64) & 1 == 1)
    }
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
