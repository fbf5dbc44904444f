//! Where a search through openings stands: which units are handed over, and what they come to.

#![expect(
    clippy::indexing_slicing,
    reason = "units are counted when the lists are made"
)]

use crate::order::stages::BANDS_MOST;

/// The most units that a set can hold.
pub(in super::super) const UNITS_MOST: usize = 512;

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

/// Whether looking ahead is worth its while: where hardly a look brings anything, few are taken.
#[derive(Debug)]
pub(super) struct Looks {
    asked: u32,
    taken: u32,
    brought: u32,
    /// At each so-manieth question a look is taken.
    every: u32,
}

impl Default for Looks {
    fn default() -> Self {
        Self {
            asked: 0,
            taken: 0,
            brought: 0,
            every: 1,
        }
    }
}

impl Looks {
    /// The fewest and the most questions between looks that bring little.
    const SELDOM: u32 = 32;
    const HARDLY_EVER: u32 = 2048;
    /// So many looks are remembered; what was before them counts half, and so on.
    const REMEMBERED: u32 = 64;

    pub const fn worthwhile(&mut self) -> bool {
        self.asked += 1;
        if self.asked < self.every {
            return false;
        }
        self.asked = 0;
        true
    }

    pub fn note(&mut self, brought: bool) {
        self.taken += 1;
        self.brought += u32::from(brought);
        self.every = if self.brought * 8 >= self.taken || self.taken < 8 {
            1
        } else if self.brought * 64 >= self.taken {
            Self::SELDOM
        } else {
            self.every.max(Self::SELDOM)
        };
        if self.taken == Self::REMEMBERED {
            if self.brought * 64 < self.taken {
                self.every = (self.every * 4).min(Self::HARDLY_EVER);
            }
            (self.taken, self.brought) = (Self::REMEMBERED / 2, self.brought / 2);
        }
    }
}
