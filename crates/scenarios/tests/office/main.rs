//! What must be true of the real office: sealed, signed, stored, read again.
#![expect(clippy::unwrap_used, reason = "a test stops at the first fault")]

mod kept;
mod replayed;
mod signed;
