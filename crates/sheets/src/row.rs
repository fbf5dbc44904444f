//! One row of cells, used again for each row so that reading allocates nothing in the long run.

/// The cells of a row, from the sheet's first column on.
#[derive(Debug, Clone, Default)]
pub(crate) struct Row {
    cells: Vec<String>,
    len: usize,
}

impl Row {
    /// Makes it empty.
    pub fn clear(&mut self) {
        self.len = 0;
    }

    /// How many cells it has, empty ones at the end included.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Adds a cell.
    pub fn push(&mut self, text: &str) {
        match self.cells.get_mut(self.len) {
            Some(cell) => {
                cell.clear();
                cell.push_str(text);
            }
            None => self.cells.push(text.to_owned()),
        }
        self.len += 1;
    }

    /// Makes the cell at this column, counted from 0, say this.
    pub fn set(&mut self, column: usize, text: &str) {
        while self.len <= column {
            match self.cells.get_mut(self.len) {
                Some(cell) => cell.clear(),
                None => self.cells.push(String::new()),
            }
            self.len += 1;
        }
        if let Some(cell) = self.cells.get_mut(column) {
            cell.clear();
            cell.push_str(text);
        }
    }

    /// What stands at a column; empty beyond the end.
    pub fn get(&self, column: usize) -> &str {
        let cell = self.cells.get(column).filter(|_| column < self.len);
        cell.map_or("", String::as_str)
    }

    /// The cells.
    pub fn cells(&self) -> impl DoubleEndedIterator<Item = &str> + ExactSizeIterator {
        self.cells.iter().take(self.len).map(String::as_str)
    }

    /// How many cells say something.
    pub fn filled(&self) -> usize {
        self.measure().filled
    }

    /// Whether no cell says anything.
    pub fn is_blank(&self) -> bool {
        self.cells().all(is_blank)
    }

    /// The first cell that says something.
    pub fn first(&self) -> &str {
        self.cells().find(|cell| !is_blank(cell)).unwrap_or("")
    }

    /// How large it is, looked at once.
    pub fn measure(&self) -> Measure {
        let mut measure = Measure::default();
        for (at, cell) in self.cells().enumerate() {
            measure.bytes += cell.len();
            if !is_blank(cell) {
                measure.filled += 1;
                measure.width = at + 1;
            }
        }
        measure
    }

    /// One more than the last column that says something.
    pub fn width(&self) -> usize {
        self.measure().width
    }
}

/// The size of a row.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Measure {
    /// How many cells say something.
    pub filled: usize,
    /// Bytes of text.
    pub bytes: usize,
    /// One more than the last column that says something.
    pub width: usize,
}

/// Whether a cell says nothing: it is empty or white space.
pub(crate) fn is_blank(cell: &str) -> bool {
    match cell.as_bytes().first() {
        None => true,
        Some(first) if first.is_ascii_graphic() => false,
        Some(_) => cell.trim().is_empty(),
    }
}

impl<S: AsRef<str>> FromIterator<S> for Row {
    fn from_iter<T: IntoIterator<Item = S>>(cells: T) -> Self {
        let mut row = Self::default();
        for cell in cells {
            row.push(cell.as_ref());
        }
        row
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_used_again_remembers_nothing() {
        let mut row: Row = ["a", "b", "c"].into_iter().collect();
        row.clear();
        row.set(2, "z");
        assert_eq!(row.cells().collect::<Vec<_>>(), ["", "", "z"]);
        let measure = Measure {
            filled: 1,
            bytes: 1,
            width: 3,
        };
        assert_eq!(row.measure(), measure);
        assert_eq!((row.get(1), row.get(9), row.first()), ("", "", "z"));
    }
}
