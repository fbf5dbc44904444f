//! The pure core: the domain of a mediated negotiation as commands, events, rules and views.
//!
//! One case is a set of rooms, a room is a log, and everything else is a fold over those logs.
//! [`View::of`](view::View::of) folds what one viewer can know; [`decide`](decide::decide) takes or
//! refuses a submission on the actor's view alone. There is no clock, randomness, I/O, async or
//! SQL in here: times come in as arguments, and ids are names chosen by the desk.

pub mod agenda;
mod checked;
pub mod command;
pub mod concerns;
pub mod decide;
pub mod entry;
pub mod event;
pub mod ids;
pub mod refusal;
pub mod submission;
pub mod text;
pub mod time;
pub mod view;
pub mod words;

pub use checked::NotTaken;
pub use record::Digest;
