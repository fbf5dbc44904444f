//! Where a search through openings stands: which units are handed over, and what they come to.

#![expect(
    clippy::indexing_slicing,
    reason = "units are counted when the lists are made"
)]

use crate::order::stages::BANDS_MOST;

/// The most units that a set can hold.
pub(super) const UNITS_MOST: usize = 512;

/// A set of units.
pub(super) type Set = [u64; UNITS_MOST / 64];

/// Whether a unit is in a set.
pub(super) const fn has(set: &Set, unit: usize) -> bool {
    set[unit / 64] >> (unit % 64) & 1 == 1
}

/// Puts a unit into a set.
pub(super) const fn put(set: &mut Set, unit: usize) {
    set[unit / 64] |= 1 << (unit % 64);
}

/// Where the search stands: at the end of a stage, or between its halves.
#[derive(Debug, Clone)]
pub(super) struct Node {
    pub set: Set,
    pub given: [usize; 2],
    pub cost: [i64; 2],
    pub value: [i64; 2],
    /// What each band has counted.
    pub bands: [i64; BANDS_MOST],
    pub stage: u32,
    /// By party: what it could have handed over besides in the last stage, by its bound, where its batch
    /// had room.
    pub spare: [Option<i64>; 2],
    /// What could have been handed over in the last stage already: it is not handed over in this one.
    pub barred: Set,
}

impl Node {
    /// At the very beginning.
    pub fn root() -> Self {
        Self {
            set: Set::default(),
            given: [0; 2],
            cost: [0; 2],
            value: [0; 2],
            bands: [0; BANDS_MOST],
            stage: 0,
            spare: [None; 2],
            barred: Set::default(),
        }
    }

    pub const fn standing(&self, party: usize) -> i64 {
        self.value[1 - party] - self.cost[party]
    }

    pub const fn has(&self, unit: usize) -> bool {
        has(&self.set, unit)
    }

    pub const fn add(&mut self, party: usize, unit: usize, (cost, value): (i64, i64)) {
        put(&mut self.set, unit);
        self.given[party] += 1;
        self.cost[party] += cost;
        self.value[party] += value;
    }
}

/// Whether looking ahead inside a batch is worth its while: where hardly a look cuts anything off, few are
/// taken.
#[derive(Debug, Default)]
pub(super) struct Looks {
    asked: u32,
    taken: u32,
    cut: u32,
}

impl Looks {
    pub const fn worthwhile(&mut self) -> bool {
        self.asked = self.asked.wrapping_add(1);
        self.cut * 8 >= self.taken || self.asked.is_multiple_of(32)
    }

    pub fn note(&mut self, may: bool) {
        self.taken += 1;
        self.cut += u32::from(!may);
        // What was long ago counts less.
        if self.taken == 256 {
            (self.taken, self.cut) = (128, self.cut / 2);
        }
    }
}
