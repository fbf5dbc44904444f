//! The worked examples, power loss, a stolen disk and bad input, through the real program.
#![expect(clippy::unwrap_used, reason = "a test stops at the first fault")]

mod disk;
mod erased;
mod example;
mod handed;
mod killed;
mod lists;
mod lists_decided;
#[cfg(unix)]
mod lists_stopped;
mod overlap;
mod plans;
mod program;
mod refusals;
mod said;
mod shown;
