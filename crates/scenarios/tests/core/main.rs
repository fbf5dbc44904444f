//! What must be true of every case, asked of generated ones in the pure core. Tests are named
//! after the points of the design's "What always holds" and the house's invariants; the list of
//! all of them is in `tests/invariants.md`.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops at the first fault"
)]

mod barrier;
mod consent;
mod crossings;
mod held;
mod numbers;
mod source;
mod times;
