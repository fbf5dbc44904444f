//! Long work: how far it is, and whether to go on. The clock that an estimate of the rest needs is
//! the caller's.

use thiserror::Error;

/// What is being done. Each stage counts its steps from nought.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// Reading rows.
    Reading,
    /// Bringing cells to normal forms.
    Preparing,
    /// Comparing records.
    Comparing,
    /// Weighing what was found: parameters, thresholds.
    Weighing,
    /// One-to-one assignment, or groups.
    Arranging,
    /// Multiplying points.
    Blinding,
    /// Learning a model from name pairs.
    Training,
    /// Writing what was found.
    Writing,
}

/// Who watches long work.
pub trait Watch: Sync {
    /// Told now and then how many of how many steps are done; may be called from any thread.
    ///
    /// # Errors
    /// [`Stopped`] when the work is to end here. What was being made is dropped.
    fn at(&self, stage: Stage, done: u64, of: u64) -> Result<(), Stopped>;
}

/// Nobody watches, and the work goes on to its end.
#[derive(Debug, Clone, Copy, Default)]
pub struct Unwatched;

impl Watch for Unwatched {
    fn at(&self, _: Stage, _: u64, _: u64) -> Result<(), Stopped> {
        Ok(())
    }
}

/// The work was stopped by whoever watched it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("the work was stopped before its end")]
pub struct Stopped;
