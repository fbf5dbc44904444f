//! Cells merged over several rows or columns.

/// A merged range: rows counted from 1, columns from 0, both ends in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Span {
    pub top: u32,
    pub bottom: u32,
    pub left: usize,
    pub right: usize,
}

impl Span {
    pub fn has_row(&self, row: u32) -> bool {
        (self.top..=self.bottom).contains(&row)
    }

    pub fn has_column(&self, column: usize) -> bool {
        (self.left..=self.right).contains(&column)
    }

    /// Over several columns.
    pub fn is_wide(&self) -> bool {
        self.right > self.left
    }

    /// Over several rows.
    pub fn is_high(&self) -> bool {
        self.bottom > self.top
    }
}
