//! How long claims are looked at where nobody asked for all: told by how often the work asks its watch,
//! and by what is gone through besides, which is the same on any machine and any number of threads.

use std::sync::atomic::{AtomicU64, Ordering};

use super::{Claims, Truth};
use crate::watch::{Stage, Stopped, Watch};

/// For how many questions of a climb a question of a search counts, by how long it goes on between two:
/// with three parties at most, and with more, where it has far more zones to look through.
const OF_FEW: u64 = 15;
const OF_MANY: u64 = 120;
/// Points that are merged in the time of one question of a climb.
const POINTS: u64 = 100;

/// Passes the watch on, counts how often it is asked, and tells it how many claims were looked at.
pub(super) struct Budget<'a> {
    watch: &'a dyn Watch,
    asked: AtomicU64,
    most: u64,
    of_search: u64,
    done: AtomicU64,
    of: u64,
}

impl<'a> Budget<'a> {
    /// For so many claims; of which only as many are looked at as ask the watch so often, if they are
    /// to be looked at quickly.
    pub fn of(watch: &'a dyn Watch, truth: Truth<'_>, of: usize) -> Self {
        Self {
            watch,
            asked: AtomicU64::new(0),
            most: match truth.claims {
                Claims::Quick => truth.asked_most,
                Claims::All => u64::MAX,
                Claims::Listed => 0,
            },
            of_search: if truth.problem.profiles().len() <= 3 {
                OF_FEW
            } else {
                OF_MANY
            },
            done: AtomicU64::new(0),
            of: of as u64,
        }
    }

    /// One more claim was looked at.
    pub fn looked(&self) {
        self.done.fetch_add(1, Ordering::Relaxed);
    }

    /// So many points were merged.
    pub fn merged(&self, points: usize) {
        let asked = points as u64 / POINTS;
        self.asked.fetch_add(asked, Ordering::Relaxed);
    }

    /// Whether no more claims are to be looked at.
    pub fn is_spent(&self) -> bool {
        self.asked.load(Ordering::Relaxed) >= self.most
    }
}

impl Watch for Budget<'_> {
    fn at(&self, stage: Stage, _: u64, _: u64) -> Result<(), Stopped> {
        let asked = if stage == Stage::Proving {
            self.of_search
        } else {
            1
        };
        self.asked.fetch_add(asked, Ordering::Relaxed);
        let done = self.done.load(Ordering::Relaxed);
        self.watch.at(Stage::Overstating, done, self.of)
    }
}
