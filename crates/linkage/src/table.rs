//! A table as it came: rows of text, column by column, each distinct text kept once. Nothing is
//! interpreted here.

/// Rows and columns of text, with where each row stood.
#[derive(Debug, Clone, Default)]
pub struct Table {
    /// Name of the file or what the caller calls it; for people only.
    pub name: String,
    /// The columns, all of the same length.
    pub columns: Vec<TableColumn>,
    /// For each record the sheet (index into `sheets`) and the row, from 1, where it stood.
    pub rows: Vec<(u16, u32)>,
    /// Names of the sheets; one empty name where the file has none.
    pub sheets: Vec<String>,
}

/// One column.
#[derive(Debug, Clone, Default)]
pub struct TableColumn {
    /// The header as it came; empty where there is none.
    pub header: String,
    /// All distinct texts, one after another; the first is the empty one.
    text: String,
    /// Where each distinct text ends.
    ends: Vec<u32>,
    /// For each record, which text.
    of_record: Vec<u32>,
}
