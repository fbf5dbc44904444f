//! Long work: how far it is, and whether to go on. The clock that a limit of time or an estimate of
//! the rest needs is the caller's.

use thiserror::Error;

/// What is being done. Each stage counts its steps from nought.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// Reading a file.
    Reading,
    /// Going through the moments of a plan.
    Checking,
    /// Looking for a better order or a better package.
    Searching,
    /// Proving that nothing better exists.
    Proving,
    /// Looking at what overstating would do.
    Overstating,
    /// Going through what may happen.
    Forecasting,
    /// Writing what was found.
    Writing,
}

/// Who watches long work.
pub trait Watch: Sync {
    /// Told now and then how many of how many steps are done (`of` is nought where nobody can say);
    /// may be called from any thread.
    ///
    /// # Errors
    /// [`Stopped`] when the work is to end here. What an optimiser has by then is kept.
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
