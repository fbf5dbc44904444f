//! Generated cases and the shells that carry them, for tests that need everything. Nothing of
//! the product lives here, and nothing of the product depends on it.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::missing_panics_doc,
    reason = "a test that meets a fault in itself stops there"
)]

pub mod alter;
pub mod generate;
pub mod interpret;
pub mod leaks;
pub mod office;
pub mod probes;
pub mod pure;
pub mod shell;
pub mod step;
pub mod tally;
pub mod texts;
pub mod world;
