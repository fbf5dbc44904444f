//! A table as all reports show it: its roles said, since on a narrow page its rows are no rows to a
//! browser any more; numbers at the end of their column; heads repeated in each cell for the same
//! narrow page.

use maud::{Markup, html};

/// A column.
pub struct Column {
    /// Its head.
    pub head: String,
    /// What stands in it.
    pub holds: Holds,
}

/// What stands in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// Words.
    Words,
    /// Numbers.
    Numbers,
}

/// A column of words.
pub fn words(head: String) -> Column {
    Column {
        head,
        holds: Holds::Words,
    }
}

/// A column of numbers.
pub fn numbers(head: String) -> Column {
    Column {
        head,
        holds: Holds::Numbers,
    }
}

/// A table of more columns is set smaller on paper, where it cannot be scrolled.
const MANY: usize = 5;

/// A table in a frame of its own, which is scrolled where it is too wide for the page; what it belongs to
/// is named by the heading with this id.
pub fn scrolled(id: &str, columns: &[Column], rows: &[Vec<Markup>]) -> Markup {
    in_frame(id, &table(columns, rows))
}

/// Any table in such a frame.
pub fn in_frame(id: &str, table: &Markup) -> Markup {
    html! { div.scroll tabindex="0" role="group" aria-labelledby=(id) { (table) } }
}

/// The table. The first cell of each row is its head.
pub fn table(columns: &[Column], rows: &[Vec<Markup>]) -> Markup {
    html! {
        table.tight.stack.by-words.many[columns.len() > MANY] role="table" {
            thead role="rowgroup" { tr role="row" {
                @for column in columns { th.b[column.holds == Holds::Numbers] scope="col" role="columnheader" { (column.head) } }
            } }
            tbody role="rowgroup" {
                @for row in rows {
                    tr role="row" {
                        @for (at, (column, cell)) in columns.iter().zip(row).enumerate() {
                            @if at == 0 { th scope="row" role="rowheader" { (cell) } }
                            @else { td.b[column.holds == Holds::Numbers] role="cell" data-h=(column.head) { span { (cell) } } }
                        }
                    }
                }
            }
        }
    }
}
