//! Blind overlap from end to end, with honest sides and with hostile ones. All persons are invented.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that meets the unexpected should stop there"
)]

mod audits;
mod honest;
mod hostile;
mod mutation;
mod side;
mod vectors;
