//! What must agree: codes of fields, the combinations of them, and the codes of each record in one place.

use std::{hint::black_box, sync::Arc};

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
    #[inline]
    fn cell(&self, at: Place) -> u32 {
        // Within bounds for the compiler as well.
        self.0.get(at.cell % GROUP).copied().unwrap_or(MISSING)
    }

    /// The codes in which two rows agree, as bits.
    #[inline]
    pub fn agreeing(&self, other: &Self) -> u32 {
        let codes = (0..).zip(self.0.iter().zip(&other.0));
        codes.fold(0, |bits, (at, (a, b))| {
            bits | u32::from(a == b && *a != MISSING) << at
        })
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

    /// Has the rows of these records at hand. They lie far apart: asked for all at once, one comes while
    /// others do; looked at one after the other, each is waited for.
    pub fn fetch(&self, records: impl Iterator<Item = u32>) {
        let first = Place::new(0);
        let all = records.fold(0, |all, record| all ^ self.cell(record, first));
        // Nobody needs to know; that it must be known has them read.
        black_box(all);
    }

    /// What stands at a place of a record's row; missing beyond its end.
    #[inline]
    pub fn cell(&self, record: u32, at: Place) -> u32 {
        let group = self.groups.get(record as usize * self.width + at.group);
        group.map_or(MISSING, |group| group.cell(at))
    }
}

/// Where something stands in every row.
#[derive(Debug, Clone, Copy)]
pub struct Place {
    group: usize,
    cell: usize,
}

impl Place {
    /// By its number.
    pub const fn new(at: usize) -> Self {
        Self {
            group: at / GROUP,
            cell: at % GROUP,
        }
    }
}
