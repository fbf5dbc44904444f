//! Planner: designing and checking an exchange that is carried out in stages by parties who do not
//! trust each other.
//!
//! Pure: no clock, no randomness, no files and no network; text comes in as slices, seeds as
//! arguments. It may use several threads, and the same input gives the same result on any number of
//! them. Whoever watches long work may stop it, and an optimiser then gives back the best that it
//! has, with what is proved of it. It knows nothing of mediation.
//!
//! All points are whole numbers on a scale of the party's own; nothing here compares the points of
//! two parties.

pub mod check;
pub mod decimal;
pub mod document;
mod few;
pub mod forecast;
pub mod order;
pub mod packages;
pub mod plan;
pub mod range;
pub mod stability;
pub mod watch;

/// The README's example is compiled and run.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
