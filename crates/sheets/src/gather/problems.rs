//! The problems of a file: a long row of the same kind is cut, and its number told.

use std::collections::BTreeMap;

use linkage::problem::{Fault, Place, Problem};

use super::problem;

#[derive(Debug, Default)]
pub(super) struct Problems {
    all: Vec<Problem>,
    /// How many of each kind came, those beyond the most included.
    came: BTreeMap<Fault, u32>,
    most: u32,
}

impl Problems {
    pub fn new(most: u32) -> Self {
        Self {
            most,
            ..Self::default()
        }
    }

    pub fn add(&mut self, place: Place, what: Fault, found: &str) {
        let came = self.came.entry(what).or_default();
        *came = came.saturating_add(1);
        if *came <= self.most {
            self.all.push(problem(place, what, found));
        }
    }

    /// Drops what was said of the rows of a sheet that is not part of the table after all.
    pub fn forget(&mut self, sheet: &str) {
        self.all
            .retain(|p| p.place.sheet.as_deref() != Some(sheet) || p.what == Fault::HiddenSheet);
    }

    /// All of them in order of place.
    pub fn finish(self) -> Vec<Problem> {
        let Self {
            mut all,
            came,
            most,
        } = self;
        for (what, came) in came {
            if came > most {
                let found = format!("{} more of this kind", came - most);
                all.push(problem(Place::default(), what, &found));
            }
        }
        all.sort();
        all
    }
}
