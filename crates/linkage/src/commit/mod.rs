//! Committing to a list without showing it, and opening single entries or fields of it later.
//!
//! A salted Merkle tree in the shape of RFC 6962 over the entries, in an order that reveals nothing,
//! each entry over its own salted fields. The root is bound, in a small text, to the number of
//! entries, the names of the fields, the versions of normal forms and keys, and the epoch. The bytes
//! are specified in `docs/commitment-format.md`. Random bytes come in as arguments; nothing here
//! knows what the fields mean.

mod commitment;
mod difference;
mod digest;
mod lines;
mod list;
mod opening;
mod schema;
mod secret;
mod table;
mod tree;

pub use commitment::{Commitment, CommitmentError, Epoch, Follows, Meaning};
pub use difference::{Difference, difference};
pub use digest::{Digest, HexError};
pub(crate) use digest::{hex, unhex};
pub(crate) use lines::Lines;
pub use list::{CommittedList, Entries, ListError};
pub use opening::{Field, Opening, OpeningError};
pub use schema::{Schema, SchemaError};
pub use secret::ListSecret;
pub use table::TableEntries;
