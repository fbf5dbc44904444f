//! Lists as they come: XLSX, ODS and CSV read into `linkage` tables. Nothing is interpreted here,
//! nothing is lost, and what could not be read is said by sheet, row and column.
//!
//! A file is hostile until it is read: sizes are held against [`Limits`] while reading and never
//! taken from what the file claims. The readers of XLSX and ODS are our own, on a pull parser: the
//! usual library makes room for every cell between two corners of a sheet, so that two cells can
//! ask for hundreds of gigabytes, and it never ends on some files that are cut off.

//!
//! ```
//! use linkage::watch::Unwatched;
//! use sheets::{Limits, read};
//!
//! // Invented persons, as a spreadsheet saved them.
//! let list = "List of the north;;\nName;Town;Born\nNoor;Aden;1980\nSami;Ib\u{200B}b;1975\nTotal;2;\n";
//! let read = read("north.csv", list.as_bytes(), &Limits::default(), &Unwatched)?;
//! assert_eq!(read.table.header(1), "Town");
//! assert_eq!(read.table.cell(0, 0), "Noor");
//! assert_eq!(read.table.place(1, Some(1)).to_string(), "row 4, column B");
//! let said: Vec<String> = read.problems.iter().map(ToString::to_string).collect();
//! assert_eq!(
//!     said,
//!     [
//!         "row 1: a title or remark above the header; set aside: List of the north",
//!         "row 4, column B: invisible characters, which may turn or hide what is written; kept as they came: Ib<U+200B>b",
//!         "row 5: a row of totals and not an entry; set aside: Total | 2",
//!     ]
//! );
//! # Ok::<(), sheets::Unreadable>(())
//! ```

mod gather;
mod kind;
mod layout;
mod limits;
mod number;
mod ods;
mod package;
mod row;
mod signs;
mod span;
mod text;
mod unreadable;
mod words;
mod xlsx;
mod xml;

use linkage::problem::{Fault, Place, Problem};
use linkage::table::Table;
use linkage::watch::Watch;

pub use limits::{Limits, Sheets};
pub use unreadable::Unreadable;

use gather::Gather;
use kind::Kind;

/// What was read of a file.
#[derive(Debug, Clone)]
pub struct Read {
    /// Every entry as it came. With several sheets, those of the longest list that share a header.
    pub table: Table,
    /// What was not understood or is to be looked at, in order of place.
    pub problems: Vec<Problem>,
    /// Rows that are no entries, as they came.
    pub aside: Vec<Aside>,
}

/// A row that is no entry: a title, a repeated header, a total.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aside {
    /// Where it stands.
    pub place: Place,
    /// Why it was set aside.
    pub why: Fault,
    /// Its cells as they came.
    pub cells: Vec<String>,
}

/// Reads all sheets of a file of any kind that is read here. The name is for people only, except
/// that it may tell a tab-separated file by its ending.
///
/// # Errors
/// [`Unreadable`] where there is no list in the file that can be read, where it is larger than the
/// limits, or where `watch` stopped the work. What is wrong with a part is among the problems.
pub fn read(
    name: &str,
    bytes: &[u8],
    limits: &Limits,
    watch: &dyn Watch,
) -> Result<Read, Unreadable> {
    read_sheets(name, bytes, &Sheets::All, limits, watch)
}

/// Reads the sheets of a file that are wanted; see [`read`].
///
/// # Errors
/// As [`read`], and [`Unreadable::NoSuchSheet`] where the one that is wanted is not there.
pub fn read_sheets(
    name: &str,
    bytes: &[u8],
    sheets: &Sheets,
    limits: &Limits,
    watch: &dyn Watch,
) -> Result<Read, Unreadable> {
    limits::most("bytes", bytes.len() as u64, limits.bytes)?;
    let mut gather = Gather::new(name, sheets, limits, watch);
    match kind::of(bytes, limits)? {
        Kind::Xlsx(package) => xlsx::read(package, &mut gather)?,
        Kind::Ods(package) => ods::read(package, &mut gather)?,
        Kind::FlatOds => ods::read_flat(bytes, &mut gather)?,
        Kind::Text => text::read(name, bytes, &mut gather)?,
    }
    gather.finish()
}
