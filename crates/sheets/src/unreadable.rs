//! Why a file was refused as a whole: only where there is no list in it that could be read, or where
//! reading it could harm the machine. What is wrong with a part is a problem, and refuses nothing.

use linkage::table::Full;
use linkage::watch::Stopped;
use thiserror::Error;

/// A file that was refused.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Unreadable {
    /// More than the limits allow, or than the file's size makes believable.
    #[error(
        "reading a list: the file holds more than {most} {what}; a list of persons does not. Save the list alone, as values, in a file of its own, or split it"
    )]
    TooLarge {
        /// What there is too much of.
        what: &'static str,
        /// How much would have been read.
        most: u64,
    },
    /// A file that unpacks to many times its size, or whose parts overlap: a trap.
    #[error(
        "reading a list: the file unpacks to a size that no list has ({what}); it was not unpacked. Ask for it again from whoever sent it, as CSV"
    )]
    Bomb {
        /// What gave it away.
        what: String,
    },
    /// Locked with a password.
    #[error(
        "reading a list: the file is locked with a password. Open it in a spreadsheet program, save it without one, and read that"
    )]
    Encrypted,
    /// A spreadsheet in a format that is not read.
    #[error(
        "reading a list: this is {what}, which is not read here. Open it in a spreadsheet program and save it as XLSX, ODS or CSV"
    )]
    OtherFormat {
        /// What it is.
        what: &'static str,
    },
    /// No spreadsheet at all.
    #[error(
        "reading a list: this is {what} and not a list. Copy its table into a spreadsheet and save that as XLSX, ODS or CSV"
    )]
    NotATable {
        /// What it is.
        what: &'static str,
    },
    /// Damaged beyond reading.
    #[error(
        "reading a list: the file is damaged ({what}). Open it in a spreadsheet program, which may repair it, and save it again; or ask for it again"
    )]
    Damaged {
        /// What could not be read.
        what: String,
    },
    /// The sheet that was asked for is not there.
    #[error("reading a list: there is no sheet “{wanted}” in the file; its sheets are: {}", there.join(", "))]
    NoSuchSheet {
        /// The name asked for.
        wanted: String,
        /// The names that are there.
        there: Vec<String>,
    },
    /// The work was stopped.
    #[error(transparent)]
    Stopped(#[from] Stopped),
}

impl From<Full> for Unreadable {
    fn from(_: Full) -> Self {
        Self::TooLarge {
            what: "rows or bytes of text in one column",
            most: u64::from(u32::MAX),
        }
    }
}
