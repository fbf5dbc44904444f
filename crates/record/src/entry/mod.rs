//! Entries: the envelope that the tree commits to, and the encrypted body beside it.

mod envelope;
mod head;
mod seal;

pub use envelope::{ENTRY_FORMAT, Envelope, EnvelopeError, commitment};
pub use head::{Head, HeadError};
pub use seal::{
    Body, Draft, ENTRY_RANDOM, EntryRandom, MAX_BODY, OpenError, Opened, SealError, Sealed,
    SealedEntry, open_entry, open_envelope, seal_entry,
};
pub(crate) use seal::{open_body, take};
