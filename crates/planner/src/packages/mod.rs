//! Packages: what all parties could agree on, and which packages nobody could better for one without
//! making them worse for another.
//!
//! A [`problem::Problem`] holds what is talked about and what each party thinks of it, in points of
//! its own; [`read`] makes one from files. [`analysis::analyse`] says all of it; its parts can be
//! asked one by one. Formulas, proofs and sources are in `docs/planner-packages.md`.

mod additive;
pub mod analysis;
pub mod ask;
mod boxes;
mod direct;
pub mod domain;
pub mod draft;
pub mod frontier;
pub mod method;
#[cfg(test)]
mod model;
pub mod overstate;
pub mod problem;
pub mod profile;
pub mod ratio;
pub mod read;
pub mod report;
pub mod solution;
pub mod spread;
#[cfg(test)]
mod tests;
