//! Crashes, failing disks and lost servers: what was acknowledged is there
//! afterwards, once, and what was said to be gone is not.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking, in its helpers too"
)]

#[path = "../common/rekey.rs"]
mod rekey;
#[path = "../common/sample.rs"]
mod sample;

mod postgres_lost;
mod sqlite_files;
mod sqlite_flushes;
mod sqlite_killed;
mod sqlite_older;
mod sqlite_traces;
mod victim;
