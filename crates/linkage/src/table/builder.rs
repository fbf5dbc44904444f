//! Making a table row by row. Each text is looked up among those of its column by a hash without
//! random seed: the numbers of texts follow first appearance alone, so the same rows give the same
//! table.

use std::hash::{BuildHasher, Hasher};

use foldhash::fast::FixedState;
use thiserror::Error;

use super::index::Index;
use super::{EMPTY, Table, TableColumn};

/// Makes a [`Table`].
#[derive(Debug, Default)]
pub struct TableBuilder {
    table: Table,
    seen: Vec<Seen>,
}

/// The numbers of the texts of one column by hash.
#[derive(Debug, Default)]
struct Seen {
    index: Index,
    hasher: FixedState,
    /// How often the hash was changed.
    seed: u64,
}

/// A look that takes more steps than this happens by design: somebody chose texts that fall on one
/// place. By chance the longest among ten million texts takes some 250.
const STEPS: usize = 1000;
/// How often a column's hash is changed. Each change makes the choice of such texts harder.
const SEEDS: u64 = 16;

/// A table can hold no more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error(
    "adding a row to a table: a column holds at most four thousand million bytes of distinct text and as many rows; split the list"
)]
pub struct Full;

impl TableBuilder {
    /// A table of no rows. The columns that have a header are those given; others appear with the
    /// first text that stands in them.
    pub fn new<'a>(name: &str, headers: impl IntoIterator<Item = &'a str>) -> Self {
        let mut builder = Self {
            table: Table {
                name: name.to_owned(),
                ..Table::default()
            },
            ..Self::default()
        };
        for (column, header) in headers.into_iter().enumerate() {
            builder.make_column(column);
            if let Some(made) = builder.table.columns.get_mut(column) {
                header.clone_into(&mut made.header);
            }
        }
        builder
    }

    /// Begins a sheet, and gives its number. `stands` says for each column of the table which
    /// number, from 1, it has in this sheet; columns it leaves out stand as in the table.
    ///
    /// # Errors
    /// [`Full`] after 65,535 sheets.
    pub fn sheet(&mut self, name: &str, stands: Vec<u32>) -> Result<u16, Full> {
        let number = u16::try_from(self.table.sheets.len()).map_err(|_| Full)?;
        self.table.sheets.push(name.to_owned());
        self.table.stands.push(stands);
        Ok(number)
    }

    /// Adds a record that stood in this sheet at this row, counted from 1.
    ///
    /// # Errors
    /// [`Full`] where the table can hold no more; the row is then not in it.
    pub fn push_row<'a>(
        &mut self,
        sheet: u16,
        row: u32,
        cells: impl IntoIterator<Item = &'a str>,
    ) -> Result<(), Full> {
        let record = self.table.rows.len();
        if record >= EMPTY.wrapping_sub(1) as usize {
            return Err(Full);
        }
        for (column, cell) in cells.into_iter().enumerate() {
            if !cell.is_empty() {
                if column >= self.seen.len() {
                    self.make_column(column);
                }
                self.put(record, column, cell)?;
            }
        }
        self.table.rows.push((sheet, row));
        Ok(())
    }

    /// How many records there are so far.
    pub fn len(&self) -> usize {
        self.table.len()
    }

    /// Whether there is no record yet.
    pub fn is_empty(&self) -> bool {
        self.table.is_empty()
    }

    /// The headers given so far, and the columns that came without.
    pub fn headers(&self) -> impl ExactSizeIterator<Item = &str> {
        self.table.columns.iter().map(|c| c.header.as_str())
    }

    /// The table.
    pub fn finish(self) -> Table {
        let Self {
            mut table, seen, ..
        } = self;
        drop(seen);
        table.rows.shrink_to_fit();
        for column in &mut table.columns {
            column.of_record.truncate(table.rows.len());
            column.of_record.shrink_to_fit();
            column.ends.shrink_to_fit();
            column.text.shrink_to_fit();
        }
        if table.sheets.is_empty() {
            table.sheets.push(String::new());
        }
        table
    }

    fn make_column(&mut self, column: usize) {
        while self.table.columns.len() <= column {
            let made = TableColumn {
                ends: vec![0],
                ..TableColumn::default()
            };
            self.table.columns.push(made);
            self.seen.push(Seen::default());
        }
    }

    fn put(&mut self, record: usize, column: usize, cell: &str) -> Result<(), Full> {
        let (Some(column), Some(seen)) = (
            self.table.columns.get_mut(column),
            self.seen.get_mut(column),
        ) else {
            return Err(Full);
        };
        // Texts often come in runs (a sorted list, one town after another).
        let last = column.of_record.last().copied().unwrap_or(EMPTY);
        let id = if column.text(last) == cell {
            last
        } else {
            seen.number_of(column, cell)?
        };
        if column.of_record.len() != record {
            // Rows before had nothing here; or one that was given up half way left its cell.
            column.of_record.resize(record, EMPTY);
        }
        column.of_record.push(id);
        Ok(())
    }
}

impl Seen {
    /// The number of a text among those of its column, given to it now if it is new there.
    fn number_of(&mut self, column: &mut TableColumn, cell: &str) -> Result<u32, Full> {
        let hash = hash(&self.hasher, cell);
        let free = match self.index.find(hash, |id| column.text(id) == cell) {
            Ok(id) => return Ok(id),
            Err(free) => free,
        };
        let id = u32::try_from(column.ends.len()).map_err(|_| Full)?;
        let end = u32::try_from(column.text.len() + cell.len()).map_err(|_| Full)?;
        column.text.push_str(cell);
        column.ends.push(end);
        if free.steps > STEPS && self.seed < SEEDS {
            self.begin_anew(column);
        } else {
            self.index.put(free, hash, id);
        }
        Ok(id)
    }

    /// Indexes all texts of the column by another hash. Their numbers stay.
    fn begin_anew(&mut self, column: &TableColumn) {
        self.seed += 1;
        self.hasher = FixedState::with_seed(self.seed);
        self.index = Index::default();
        for id in 1..column.distinct_len() {
            let hash = hash(&self.hasher, column.text(id));
            if let Err(free) = self.index.find(hash, |_| false) {
                self.index.put(free, hash, id);
            }
        }
    }
}

fn hash(hasher: &FixedState, text: &str) -> u32 {
    let mut state = hasher.build_hasher();
    state.write(text.as_bytes());
    let [a, b, c, d, ..] = state.finish().to_le_bytes();
    u32::from_le_bytes([a, b, c, d])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_chosen_to_collide_are_indexed_anew_and_keep_their_numbers() {
        let plain = FixedState::default();
        let chosen: Vec<String> = (0_u32..)
            .map(|n| format!("n{n}"))
            .filter(|text| hash(&plain, text).trailing_zeros() >= 11)
            .take(2 * STEPS)
            .collect();
        let mut builder = TableBuilder::new("invented", ["x"]);
        let sheet = builder.sheet("", Vec::new()).unwrap();
        for (row, text) in (1..).zip(&chosen) {
            builder.push_row(sheet, row, [text.as_str()]).unwrap();
        }
        assert!(builder.seen[0].seed > 0);
        for (row, text) in (1..).zip(&chosen) {
            builder.push_row(sheet, row, [text.as_str()]).unwrap();
        }
        let table = builder.finish();
        assert_eq!(table.distinct_len(0), chosen.len() + 1);
        for (record, text) in chosen.iter().chain(&chosen).enumerate() {
            assert_eq!(table.cell(record, 0), text);
        }
    }
}
