//! A table as a list to commit to: every column a field, every cell as it came.

use std::borrow::Cow;

use super::{Entries, Schema, SchemaError, schema::MOST_NAME};
use crate::table::Table;

/// The rows of a table as entries.
pub struct TableEntries<'a>(pub &'a Table);

impl Entries for TableEntries<'_> {
    fn len(&self) -> usize {
        self.0.len()
    }

    fn words(&self, entry: usize, field: usize) -> Cow<'_, str> {
        Cow::Borrowed(self.0.cell(entry, field))
    }
}

impl TableEntries<'_> {
    /// The names of its fields: the headers as they came, on one line, shortened, and told apart by
    /// a number where two are alike or there is none.
    pub fn schema(&self) -> Result<Schema, SchemaError> {
        let mut names: Vec<String> = Vec::new();
        for column in 0..self.0.width() {
            let header = one_line(self.0.header(column));
            let plain = if header.is_empty() {
                "column".to_owned()
            } else {
                header
            };
            let taken = |name: &String| names.contains(name) || name.starts_with('.');
            let numbered = (2..).map(|n: usize| format!("{} {n}", plain.trim_start_matches('.')));
            let first = std::iter::once(plain.clone());
            names.extend(first.chain(numbered).find(|name| !taken(name)));
        }
        Schema::new(names)
    }
}

/// Without control characters, and so short that a number can follow.
fn one_line(header: &str) -> String {
    let mut line = String::new();
    for letter in header.chars().map(|c| if c.is_control() { ' ' } else { c }) {
        if line.len() + letter.len_utf8() + 8 > MOST_NAME {
            break;
        }
        line.push(letter);
    }
    line.trim().to_owned()
}
