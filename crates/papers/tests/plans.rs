//! Reports on plans: what they say in both languages, that nothing of another party's points stands in
//! the report for one, and that what a plan says can do no harm in them.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test stops at the first fault"
)]

#[path = "plans/check.rs"]
mod check;
#[path = "plans/packages.rs"]
mod packages;
#[path = "support/markup.rs"]
mod markup;
