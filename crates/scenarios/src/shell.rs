//! What carries a case: the same for the pure core, for the real office, and for shells with a
//! leak planted in them.

use std::sync::Arc;

use mediation::{command::Submission, ids::EntryRef, time::Instant, view::View};

/// A refusal as its reader gets it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turned {
    /// The words.
    pub said: String,
    /// The key of the reason; empty when it is not a refusal of the domain's.
    pub key: &'static str,
}

/// A shell.
pub trait Shell {
    /// The desk's view.
    fn desk(&self) -> Arc<View>;

    /// A participant's view.
    fn seat(&self, participant: usize) -> Arc<View>;

    /// Submits at a time by its clock. `salt` tells the submissions of one minute apart, for
    /// shells that need randomness: the same minute and salt give the same bytes.
    ///
    /// # Errors
    /// The refusal.
    fn submit(
        &mut self,
        submission: &Submission,
        at: Instant,
        salt: &str,
    ) -> Result<Vec<EntryRef>, Turned>;
}
