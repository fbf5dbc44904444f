//! A table as it came: rows of text, column by column, each distinct text kept once. Nothing is
//! interpreted here.
//!
//! A cell costs four bytes and each distinct text of a column its bytes and four more, so a million
//! rows of twelve columns stand in some 50 MiB beside their distinct texts.

mod builder;
mod index;

pub use builder::{Full, TableBuilder};

use crate::problem::Place;

/// Rows and columns of text, with where each row stood. Made by a [`TableBuilder`].
#[derive(Debug, Clone, Default)]
pub struct Table {
    /// Name of the file or what the caller calls it; for people only.
    pub name: String,
    /// The columns.
    pub columns: Vec<TableColumn>,
    /// For each record the sheet (index into `sheets`) and the row, from 1, where it stood.
    pub rows: Vec<(u16, u32)>,
    /// Names of the sheets; one empty name where the file has none.
    pub sheets: Vec<String>,
    /// For each sheet the number, from 1, that each column has there.
    stands: Vec<Vec<u32>>,
}

/// One column.
#[derive(Debug, Clone, Default)]
pub struct TableColumn {
    /// The header as it came; empty where there is none.
    pub header: String,
    /// All distinct texts, one after another, in order of first appearance; the first is empty.
    text: String,
    /// Where each distinct text ends.
    ends: Vec<u32>,
    /// For each record, which text. What is missing at the end is empty.
    of_record: Vec<u32>,
}

/// The number of the empty text in every column.
pub const EMPTY: u32 = 0;

impl Table {
    /// How many records there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is no record.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// How many columns there are.
    pub fn width(&self) -> usize {
        self.columns.len()
    }

    /// The header of a column as it came; empty where there is none or no such column.
    pub fn header(&self, column: usize) -> &str {
        self.columns.get(column).map_or("", |c| c.header.as_str())
    }

    /// The text of a cell as it came; empty where there is none or no such cell.
    pub fn cell(&self, record: usize, column: usize) -> &str {
        self.columns.get(column).map_or("", |c| c.cell(record))
    }

    /// Which of a column's distinct texts a record has; [`EMPTY`] where it has none.
    pub fn text_id(&self, record: usize, column: usize) -> u32 {
        self.columns.get(column).map_or(EMPTY, |c| c.id(record))
    }

    /// A distinct text of a column by its number; empty where there is no such text.
    pub fn text(&self, column: usize, text_id: u32) -> &str {
        self.columns.get(column).map_or("", |c| c.text(text_id))
    }

    /// The distinct texts of a column in the order of their numbers: first the empty one (which no
    /// record need have), then by first appearance. None where there is no such column.
    pub fn distinct(&self, column: usize) -> impl Iterator<Item = &str> {
        self.columns
            .get(column)
            .into_iter()
            .flat_map(TableColumn::distinct)
    }

    /// How many distinct texts a column has, the empty one included.
    pub fn distinct_len(&self, column: usize) -> usize {
        self.columns
            .get(column)
            .map_or(0, |c| c.distinct_len() as usize)
    }

    /// Where a record stands in its file, and where a field of it does if a column is given.
    pub fn place(&self, record: usize, column: Option<usize>) -> Place {
        let (sheet, row) = match self.rows.get(record) {
            Some(&(sheet, row)) => (usize::from(sheet), Some(row)),
            None => (0, None),
        };
        Place {
            sheet: self.sheets.get(sheet).filter(|n| !n.is_empty()).cloned(),
            row,
            column: column.map(|column| self.stands_at(sheet, column)),
        }
    }

    /// This table without the columns that have neither header nor text; the others keep the places
    /// where they stood.
    #[must_use]
    pub fn without_blank_columns(mut self) -> Self {
        let says = |column: &TableColumn| !column.header.trim().is_empty() || !column.is_blank();
        let kept: Vec<usize> = (0..self.width())
            .filter(|&at| self.columns.get(at).is_some_and(says))
            .collect();
        if kept.len() < self.width() {
            self.stands = (0..self.stands.len())
                .map(|sheet| kept.iter().map(|&at| self.stands_at(sheet, at)).collect())
                .collect();
            self.columns.retain(says);
        }
        self
    }

    /// The number, from 1, that a column of this table has in a sheet.
    fn stands_at(&self, sheet: usize, column: usize) -> u32 {
        let known = self.stands.get(sheet).and_then(|at| at.get(column));
        known
            .copied()
            .unwrap_or_else(|| u32::try_from(column + 1).unwrap_or(u32::MAX))
    }
}

impl TableColumn {
    /// The text of a record's cell; empty where there is none.
    pub fn cell(&self, record: usize) -> &str {
        self.text(self.id(record))
    }

    /// Which distinct text a record has.
    pub fn id(&self, record: usize) -> u32 {
        self.of_record.get(record).copied().unwrap_or(EMPTY)
    }

    /// A distinct text by its number; empty where there is no such text.
    pub fn text(&self, text_id: u32) -> &str {
        let at = text_id as usize;
        let Some(before) = at.checked_sub(1) else {
            return "";
        };
        let (Some(&from), Some(&to)) = (self.ends.get(before), self.ends.get(at)) else {
            return "";
        };
        self.text
            .get(from as usize..to as usize)
            .unwrap_or_default()
    }

    /// How many distinct texts there are, the empty one included.
    pub fn distinct_len(&self) -> u32 {
        u32::try_from(self.ends.len()).unwrap_or(u32::MAX).max(1)
    }

    /// The distinct texts in the order of their numbers, the empty one first.
    pub fn distinct(&self) -> impl Iterator<Item = &str> {
        (0..self.distinct_len()).map(|id| self.text(id))
    }

    /// Whether no record has anything here.
    pub fn is_blank(&self) -> bool {
        self.distinct_len() == 1
    }
}

#[cfg(test)]
mod tests;
