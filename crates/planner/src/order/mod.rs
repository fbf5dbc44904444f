//! In what order a staged exchange exposes nobody more than it must.

mod anytime;
pub mod bounds;
pub mod contradiction;
mod engine;
pub mod extension;
mod grid;
pub mod infeasible;
pub mod instance;
mod lattice;
pub mod of_plan;
pub mod plan;
pub mod precedence;
pub mod problem;
pub mod report;
pub mod section;
pub mod share;
mod solve;
mod staged;
pub mod stages;
mod two;
mod units;

pub use engine::{Effort, Method};
pub use section::Section;
pub use solve::{Ended, Known, OrderError, Ordered, Outcome, Wish, order};
