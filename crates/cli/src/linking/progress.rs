//! Progress of comparing lists, on standard error, and only where somebody is looking.

use std::sync::Mutex;

use indicatif::ProgressBar;
use linkage::watch::{Stage, Stopped, Watch};

use crate::progress;

/// A bar for each stage, with an estimate of what is left of it.
#[derive(Default)]
pub struct Told {
    now: Mutex<Option<(Stage, ProgressBar)>>,
}

impl Watch for Told {
    fn at(&self, stage: Stage, done: u64, of: u64) -> Result<(), Stopped> {
        // A thread that finds another one telling has nothing to add.
        let Ok(mut now) = self.now.try_lock() else {
            return Ok(());
        };
        match &mut *now {
            Some((told, bar)) if *told == stage => {
                bar.set_length(of);
                bar.set_position(done.max(bar.position()));
            }
            other => {
                if let Some((_, bar)) = other {
                    bar.finish_and_clear();
                }
                let steps = usize::try_from(of).unwrap_or(usize::MAX);
                *other = Some((stage, progress::bar(steps, word(stage))));
            }
        }
        Ok(())
    }
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

fn word(stage: Stage) -> &'static str {
    match stage {
        Stage::Reading => "Reading",
        Stage::Preparing => "Preparing",
        Stage::Comparing => "Comparing",
        Stage::Weighing => "Weighing",
        Stage::Arranging => "Arranging",
        Stage::Blinding => "Blinding",
        Stage::Training => "Training",
    }
}
