//! The graph model for conflict resolution: which states of a conflict are stable, and why.
//!
//! Decision makers control options; what they take and leave makes a state; each can move from some
//! states to others and ranks them all, with ties. A state is stable for a decision maker if it
//! gains by no move away from it (Nash), or if whatever it would gain, others could take from it
//! again: by any moves of theirs (general metarationality, GMR), by moves that it cannot answer
//! (symmetric metarationality, SMR), or by moves that they would gain by themselves (sequential
//! stability, SEQ). Fang, Hipel and Kilgour, *Interactive Decision Making: The Graph Model for
//! Conflict Resolution* (Wiley, 1993).
//!
//! How several opponents may respond is defined differently by different authors and programs, and
//! it changes what is stable: see [`Rule`]. The definitions, and how they are reckoned, are in
//! `docs/planner-stability.md`.

mod coalition;
mod condition;
mod error;
mod evolve;
mod faults;
mod findings;
mod inverse;
mod model;
mod moves;
mod ranking;
mod read;
mod report;
mod respond;
mod section;
mod solve;
mod states;
#[cfg(test)]
mod tests;
mod words;
mod wrong;

pub use coalition::{CoalitionGain, gains, gains_of};
pub use error::{ConflictError, ConflictFileError};
pub use evolve::{Evolution, Step, Way, evolution, path};
pub use findings::{Analysis, Deterrent, Finding, Improvement, analyse};
pub use inverse::{Needed, Requirement, inverse, requirements};
pub use model::{Maker, Model, State, StateId};
pub use read::read;
pub use report::{FORMAT, Report, StateTold, Would, report};
pub use respond::Moving;
pub use section::{
    Back, Coalesce, Commonly, Conflict, DecisionMaker, Direction, MoveSection, OptionSection, Rule,
};
pub use solve::{Stability, stability};
pub use words::{Name, Ranked};
pub use wrong::{At, Wrong};

use serde::Serialize;

/// A notion of stability.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Concept {
    /// No move away gains anything.
    Nash,
    /// General metarationality: against every gain there is a response, of whatever kind.
    Gmr,
    /// Symmetric metarationality: the same, and what is answered to the response does not help.
    Smr,
    /// Sequential stability: against every gain there is a response by which those who respond gain.
    Seq,
}

impl Concept {
    /// All.
    pub const ALL: [Self; 4] = [Self::Nash, Self::Gmr, Self::Smr, Self::Seq];
}

/// The JSON Schema of conflict files.
pub fn schema() -> schemars::Schema {
    schemars::schema_for!(Conflict)
}
