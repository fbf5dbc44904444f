//! Case files: a history of commands in a plain file that a person can read and write. They are
//! read strictly, replayed through the same door as everything else, and written from a case.

mod events;
mod read;
mod replay;
mod write;

pub use read::{CaseFile, CaseFileError, Item, read};
pub use replay::{Mode, Problem, ReplayReport, replay};
pub use write::{WriteError, write};

/// The version of the format that this program reads and writes.
pub const VERSION: u32 = 1;
