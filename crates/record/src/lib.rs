//! The record: entries, per-room Merkle logs, checkpoints, receipts, signatures and the encryption of bodies.
//!
//! Pure: no clock, no randomness, no files and no network; times and random bytes come in as arguments. It knows
//! nothing of mediation: a body is bytes. The formats are specified byte by byte in `docs/record-format.md`.

pub mod audit;
mod b64;
pub mod canonical;
pub mod checkpoint;
pub mod digest;
pub mod entry;
pub mod export;
mod hex;
pub mod ids;
pub mod keys;
pub mod merkle;
pub mod note;
pub mod receipt;
pub mod sshsig;
pub mod time;

pub use audit::{Audit, Finding, Report};
pub use checkpoint::{Checkpoint, CheckpointError, SignedCheckpoint};
pub use digest::Digest;
pub use entry::{Envelope, Head, SealedEntry};
pub use export::RoomExport;
pub use hex::HexError;
pub use ids::{CaseId, EntryId, Number, RoomId};
pub use receipt::Receipt;
pub use time::Recorded;

/// The README's example is compiled and run.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
