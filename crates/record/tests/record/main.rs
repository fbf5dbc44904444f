//! Tests of the record from outside: only what the crate makes public, and what others read of it.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that meets the unexpected should stop there"
)]

mod audits;
mod exports;
mod foreign;
mod notes;
mod room;
mod support;
mod trees;
mod vectors;
