//! Why a conflict cannot be analysed.

use thiserror::Error;

use super::places::At;
use crate::watch::Stopped;

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
    /// Too few or too many of something.
    #[error("reading the conflict: it has {found} {what}; from {least} to {most} are analysed.")]
    Count {
        /// Of what.
        what: &'static str,
        /// How many there are.
        found: usize,
        /// The least.
        least: usize,
        /// The most.
        most: usize,
    },
    /// More states than are counted to their end.
    #[error(
        "reading the conflict: its options make more than {most} states, and no more are analysed. Forbid combinations that cannot be, or put options together that go together."
    )]
    States {
        /// The most.
        most: usize,
    },
    /// A name that stands for two things, or cannot be told from a condition.
    #[error("reading the conflict: the {what} `{name}` {why}. Give it another name.")]
    Name {
        /// What is so called.
        what: &'static str,
        /// The name.
        name: String,
        /// What is wrong with it.
        why: &'static str,
    },
    /// A name that stands for nothing.
    #[error(
        "reading the conflict: {at} names the {what} `{name}`, and there is none. There are: {known}."
    )]
    Unknown {
        /// Where.
        at: At,
        /// What it should be.
        what: &'static str,
        /// The name.
        name: String,
        /// What there is.
        known: String,
    },
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
    /// A condition in which an option is both taken and not.
    #[error(
        "reading the conflict: in {at} `{option}` is both taken and not taken. Take one of them out."
    )]
    Contradiction {
        /// Where.
        at: At,
        /// The option.
        option: String,
    },
    /// Nothing is feasible.
    #[error(
        "reading the conflict: no combination of options is feasible. Look at `infeasible`, `at-most-one` and `at-least-one`: together they forbid everything."
    )]
    NothingFeasible,
    /// A state of two coalesced states, or none.
    #[error("reading the conflict: {0}")]
    Coalesce(CoalesceFault),
    /// Both, or neither, of a ranking and priorities.
    #[error(
        "reading the conflict: `{maker}` has {found}. Give a `ranking` of all states, or `priorities`."
    )]
    Preferences {
        /// Whose.
        maker: String,
        /// What it has.
        found: &'static str,
    },
    /// A ranking that leaves out a state or has it twice.
    #[error(
        "reading the conflict: the ranking of `{maker}` has the state `{state}` {times}. Each state must stand in it once."
    )]
    Ranking {
        /// Whose.
        maker: String,
        /// The state.
        state: String,
        /// How often.
        times: &'static str,
    },
    /// States that count as one and are not equally good.
    #[error(
        "reading the conflict: the priorities of `{maker}` tell states apart that are coalesced in `{state}`. Do not coalesce them, or give `{maker}` a `ranking`."
    )]
    ToldApart {
        /// Whose priorities.
        maker: String,
        /// The coalesced state.
        state: String,
    },
    /// States by name, and options.
    #[error(
        "reading the conflict: it lists `states`, and {what} as well. States are either listed or made of options."
    )]
    BothForms {
        /// What else.
        what: &'static str,
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

/// What is wrong with a coalesced state.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum CoalesceFault {
    /// No state fulfils the condition.
    #[error("no feasible state fulfils the condition of `{0}`. Take it out, or correct it.")]
    Empty(String),
    /// Two conditions hold in one state.
    #[error("a state fulfils the conditions of both `{0}` and `{1}`. It can be part of one only.")]
    Overlap(String, String),
}
