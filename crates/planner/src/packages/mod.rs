//! Packages: what all parties could agree on, and which packages nobody could better for one without
//! making them worse for another.

mod additive;
mod boxes;
pub mod domain;
pub mod frontier;
pub mod method;
#[cfg(test)]
mod model;
pub mod problem;
pub mod profile;
pub mod ratio;
pub mod solution;
