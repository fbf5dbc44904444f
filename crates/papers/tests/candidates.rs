//! Reports of candidates, over persons invented by hand: what they say in both languages, and that
//! what a list says can do no harm in them.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test stops at the first fault"
)]

#[path = "support/engine.rs"]
mod engine;
#[path = "support/markup.rs"]
mod markup;
#[path = "support/sample.rs"]
mod sample;

#[path = "candidates/engine.rs"]
mod found;
#[path = "candidates/harm.rs"]
mod harm;
#[path = "candidates/page.rs"]
mod page;
#[path = "candidates/plain.rs"]
mod plain;
#[path = "candidates/workbook.rs"]
mod workbook;
