//! The barrier through the real office and the web router: the same bytes, headers included.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops at the first fault"
)]

mod browser;
mod pages;
