//! Progress of comparing lists, on standard error, and only where somebody is looking; and whether
//! the work is to stop.

use std::sync::{Mutex, OnceLock};

use indicatif::ProgressBar;
use linkage::watch::{Stage, Stopped, Watch};

use crate::{
    progress::{left_of_this, style_of_part},
    stop::Stop,
};

/// A bar for each stage, with an estimate of what is left of it.
#[derive(Default)]
pub struct Told {
    now: Mutex<Option<(Stage, ProgressBar)>>,
    stop: Option<Stop>,
    stopped: OnceLock<At>,
    /// Lists are read beside each other: how far each is in each stage.
    lists: Mutex<[[(u64, u64); 2]; 2]>,
}

/// How far a stage is.
#[derive(Debug, Clone, Copy)]
pub struct At {
    pub stage: Stage,
    pub done: u64,
    pub of: u64,
}

impl Told {
    /// Stops when it is asked to.
    pub fn until(stop: Stop) -> Self {
        let mut told = Self::default();
        told.stop = Some(stop);
        told
    }

    /// Where the work was when it stopped.
    pub fn stopped(&self) -> Option<At> {
        self.stopped.get().copied()
    }

    /// Watches the reading of one of two lists.
    pub fn list(&self, number: usize) -> OfList<'_> {
        OfList { told: self, number }
    }

    fn show(&self, at: At) {
        // A thread that finds another one telling has nothing to add.
        let Ok(mut now) = self.now.try_lock() else {
            return;
        };
        match &mut *now {
            Some((told, bar)) if *told == at.stage => {
                bar.set_length(at.of);
                bar.set_position(at.done.max(bar.position()));
            }
            other => {
                if let Some((_, bar)) = other {
                    bar.finish_and_clear();
                }
                *other = Some((at.stage, bar(at)));
            }
        }
    }
}

impl Watch for Told {
    fn at(&self, stage: Stage, done: u64, of: u64) -> Result<(), Stopped> {
        let at = At { stage, done, of };
        if self.stop.as_ref().is_some_and(Stop::is_asked) {
            let _ = self.stopped.set(at);
            return Err(Stopped);
        }
        self.show(at);
        Ok(())
    }
}

/// One of two lists that are read beside each other.
pub struct OfList<'t> {
    told: &'t Told,
    number: usize,
}

impl Watch for OfList<'_> {
    fn at(&self, stage: Stage, done: u64, of: u64) -> Result<(), Stopped> {
        let step = match stage {
            Stage::Reading => 0,
            Stage::Preparing => 1,
            Stage::Comparing
            | Stage::Weighing
            | Stage::Arranging
            | Stage::Blinding
            | Stage::Training
            | Stage::Writing => return self.told.at(stage, done, of),
        };
        let (stage, done, of) = {
            let Ok(mut lists) = self.told.lists.lock() else {
                return self.told.at(stage, done, of);
            };
            let slot = lists.get_mut(self.number).and_then(|l| l.get_mut(step));
            if let Some(slot) = slot {
                *slot = (done, of);
            }
            together(&lists)
        };
        self.told.at(stage, done, of)
    }
}

/// As long as some list is read that is the stage, and then that it is prepared; both are counted
/// together.
fn together(lists: &[[(u64, u64); 2]; 2]) -> (Stage, u64, u64) {
    let begun = |step: usize, list: &[(u64, u64); 2]| list.get(step).is_some_and(|at| at.1 > 0);
    let prepared = lists.iter().all(|list| begun(1, list) || !begun(0, list));
    let (stage, step) = if prepared {
        (Stage::Preparing, 1)
    } else {
        (Stage::Reading, 0)
    };
    let each = lists.iter().filter_map(|list| list.get(step));
    let (done, of) = each.fold((0, 0), |sum, at| (sum.0 + at.0, sum.1 + at.1));
    (stage, done, of)
}

impl Drop for Told {
    fn drop(&mut self) {
        if let Ok(now) = self.now.get_mut()
            && let Some((_, bar)) = now
        {
            bar.finish_and_clear();
        }
    }
}

fn bar(at: At) -> ProgressBar {
    let bar = ProgressBar::new(at.of);
    if let Some(style) = style_of_part(left_of_this) {
        bar.set_style(style);
    }
    bar.set_message(word(at.stage));
    bar.set_position(at.done);
    bar.reset_eta();
    bar
}

/// What is being done.
pub fn word(stage: Stage) -> &'static str {
    match stage {
        Stage::Reading => "Reading",
        Stage::Preparing => "Preparing",
        Stage::Comparing => "Comparing",
        Stage::Weighing => "Weighing",
        Stage::Arranging => "Arranging",
        Stage::Blinding => "Blinding",
        Stage::Training => "Training",
        Stage::Writing => "Writing",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_lists_are_counted_together() {
        assert_eq!(
            together(&[[(3, 9), (0, 0)], [(1, 5), (0, 0)]]),
            (Stage::Reading, 4, 14)
        );
        assert_eq!(
            together(&[[(9, 9), (1, 4)], [(1, 5), (0, 0)]]),
            (Stage::Reading, 10, 14)
        );
        assert_eq!(
            together(&[[(9, 9), (1, 4)], [(5, 5), (2, 2)]]),
            (Stage::Preparing, 3, 6)
        );
        // One list alone.
        assert_eq!(
            together(&[[(9, 9), (1, 4)], [(0, 0), (0, 0)]]),
            (Stage::Preparing, 1, 4)
        );
    }
}
