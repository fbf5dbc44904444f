//! What is wrong with a part of a list: said with its place, and never a reason to refuse the rest.

use serde::Serialize;

/// Where something stands in a file as its owner sees it: sheet by name, row and column from 1.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Place {
    /// The sheet's name; none in a file that has no sheets.
    pub sheet: Option<String>,
    /// The row as the file's own program numbers it, from 1; none for what concerns a whole column.
    pub row: Option<u32>,
    /// The column, from 1; none for what concerns a whole row.
    pub column: Option<u32>,
}

/// Something that was not understood or is to be looked at. The row is kept whatever it is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Problem {
    /// Where.
    pub place: Place,
    /// What kind.
    pub what: Fault,
    /// The words or bytes at fault, shortened, harmless to show; empty where there are none.
    pub found: String,
}

/// The kinds of problem. Each says what was done about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fault {
    /// Bytes that are no text in the file's encoding: each stands as U+FFFD.
    NotText,
}
