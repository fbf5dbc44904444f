//! What must be true of the real office: sealed, signed, stored, read again.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test stops at the first fault"
)]

mod cut;
mod kept;
mod places;
mod replayed;
mod sealed;
mod signed;
mod together;
