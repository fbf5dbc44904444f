//! Why a conflict cannot be analysed.

use thiserror::Error;

use super::wrong::Wrong;
use crate::{
    document::{
        DocumentError, Fault, Placed,
        fault::{FAULTS_MOST, list},
        tree::Place,
    },
    watch::Stopped,
};

/// The most decision makers.
pub const MAKERS_MOST: usize = 12;
/// The most options.
pub const OPTIONS_MOST: usize = 20;
/// The most states.
pub const STATES_MOST: usize = 16_384;
/// The most moves of one decision maker between states.
pub const MOVES_MOST: usize = 8_000_000;
/// The most conditions of one kind.
pub const CONDITIONS_MOST: usize = 1_000;

/// Why a conflict cannot be analysed.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ConflictError {
    /// Something in it makes no sense.
    #[error("reading the conflict: {0}")]
    Wrong(#[from] Wrong),
    /// What would make a state stable was asked of one that is not there.
    #[error(
        "asking what would make a state stable: there is no state `{name}`. The states are {known}. Name one of them."
    )]
    NoState {
        /// The name.
        name: String,
        /// What there is.
        known: String,
    },
    /// More work than is done.
    #[error(
        "analysing the conflict: {what} would take too long with {states} states and {makers} decision makers. {advice}"
    )]
    TooLong {
        /// What.
        what: &'static str,
        /// How many states.
        states: usize,
        /// How many decision makers.
        makers: usize,
        /// What to do.
        advice: &'static str,
    },
    /// Whoever watches stopped it.
    #[error(transparent)]
    Stopped(#[from] Stopped),
}

/// Why a file of a conflict cannot be read: all that is wrong with it.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ConflictFileError {
    /// It is no document of this form.
    #[error(transparent)]
    Document(#[from] DocumentError),
    /// It is not of its form, or parts of it make no sense.
    #[error("reading the conflict: {}\nNothing was computed. Correct the file there.", list(&both(.form, .meaning)))]
    Faults {
        /// Where it is not of its form.
        form: Vec<Fault>,
        /// What makes no sense in what can be read.
        meaning: Vec<Placed<Wrong>>,
    },
    /// Whoever watches stopped it.
    #[error(transparent)]
    Stopped(#[from] Stopped),
}

/// What is wrong with a form and with a meaning, in the order of the file.
fn both(form: &[Fault], meaning: &[Placed<Wrong>]) -> Vec<String> {
    let form = form
        .iter()
        .map(|fault| (Some(fault.place), fault.to_string()));
    let meaning = meaning
        .iter()
        .map(|wrong| (wrong.places.first().copied(), wrong.to_string()));
    let mut all: Vec<(Option<Place>, String)> = form.chain(meaning).collect();
    all.sort_by_key(|(place, _)| *place);
    all.truncate(FAULTS_MOST);
    all.into_iter().map(|(_, said)| said).collect()
}
