//! How much a file may hold, and which of its sheets are wanted.

use crate::Unreadable;

/// The most that is read of one file. Beyond any of these it is refused, whatever it claims and
/// however small it is on disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the file.
    pub bytes: u64,
    /// Bytes of all its parts when unpacked, for formats that are packed.
    pub unpacked: u64,
    /// Rows of all sheets together.
    pub rows: u64,
    /// Columns of a sheet. Spreadsheet programs have 16,384.
    pub columns: u32,
    /// Cells with something in them.
    pub cells: u64,
    /// Bytes of text in all cells, each cell counted.
    pub text: u64,
    /// How many problems of one kind are listed one by one; of the rest the number is told.
    pub problems: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            bytes: 1 << 30,
            unpacked: 2 << 30,
            rows: 5_000_000,
            columns: 16_384,
            cells: 150_000_000,
            text: 3 << 30,
            problems: 1_000,
        }
    }
}

/// Which sheets of a workbook are wanted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Sheets {
    /// All that have the header of the longest list among them.
    #[default]
    All,
    /// One, by its name.
    One(String),
}

impl Sheets {
    /// Whether a sheet of this name is wanted.
    pub(crate) fn want(&self, name: &str) -> bool {
        match self {
            Self::All => true,
            Self::One(wanted) => wanted == name,
        }
    }
}

/// What has been read of a file so far, held against its limits.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    rows: u64,
    cells: u64,
    text: u64,
}

impl Tally {
    /// Counts a row in.
    pub fn row(&mut self, cells: u64, text: u64, limits: &Limits) -> Result<(), Unreadable> {
        self.rows += 1;
        self.cells += cells;
        self.text += text;
        most("rows", self.rows, limits.rows)?;
        most("cells", self.cells, limits.cells)?;
        most("bytes of text", self.text, limits.text)
    }
}

/// Refuses a file of more than this.
pub(crate) fn most(what: &'static str, found: u64, most: u64) -> Result<(), Unreadable> {
    if found > most {
        Err(Unreadable::TooLarge { what, most })
    } else {
        Ok(())
    }
}
