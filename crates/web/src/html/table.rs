//! Tables that stack on a phone: each row a short record, each cell with its heading. The roles
//! are written out, because a stacked table loses them.

use maud::{Markup, html};

/// A table.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// What it shows, for whoever cannot see the heading above it.
    pub caption: Option<String>,
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows.
    pub rows: Vec<Row>,
    /// The last line: its head, and one cell over the other columns.
    pub foot: Option<(String, Markup)>,
    /// Rows closer together.
    pub tight: bool,
}

/// A column.
#[derive(Clone, Debug)]
pub struct Column {
    /// The heading.
    pub head: Markup,
    /// The heading in one or two words, said before each cell on a phone.
    pub short: String,
    /// To which side its cells are set.
    pub align: Align,
}

impl Column {
    /// A column of words.
    pub fn new(head: impl Into<String>) -> Self {
        let short: String = head.into();
        Self {
            head: html! { (short) },
            short,
            align: Align::Start,
        }
    }

    /// A column of numbers.
    pub fn number(head: impl Into<String>) -> Self {
        Self {
            align: Align::End,
            ..Self::new(head)
        }
    }

    /// With another heading for a phone.
    #[must_use]
    pub fn short(mut self, short: impl Into<String>) -> Self {
        self.short = short.into();
        self
    }
}

/// To which side cells are set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// Words.
    Start,
    /// Numbers.
    End,
}

/// A row. Its first cell may be its head.
#[derive(Clone, Debug, Default)]
pub struct Row {
    /// The anchor.
    pub id: Option<String>,
    /// The cells.
    pub cells: Vec<Cell>,
}

impl Row {
    /// A row of these cells.
    pub fn new(cells: Vec<Cell>) -> Self {
        Self { id: None, cells }
    }
}

/// A cell.
#[derive(Clone, Debug)]
pub enum Cell {
    /// Names the row.
    Head(Markup),
    /// Says something of it, under the column's heading.
    Plain(Markup),
    /// Needs no heading on a phone: a drawing, a row of squares.
    Wide(Markup),
}

impl Cell {
    /// A cell with a second line in grey.
    pub fn two(first: &Markup, second: &str) -> Self {
        Self::Plain(two_lines(first, second))
    }

    /// A head with a second line in grey.
    pub fn head_two(first: &Markup, second: &str) -> Self {
        Self::Head(two_lines(first, second))
    }

    /// Plain words.
    pub fn text(text: impl Into<String>) -> Self {
        let text: String = text.into();
        Self::Plain(html! { (text) })
    }
}

fn two_lines(first: &Markup, second: &str) -> Markup {
    html! { (first) @if !second.is_empty() { small { (second) } } }
}

/// The table as markup.
pub fn table(table: &Table) -> Markup {
    let class = if table.tight { "stack tight" } else { "stack" };
    let others = table.columns.len().saturating_sub(1).max(1);
    html! {
        table class=(class) role="table" {
            @if let Some(caption) = &table.caption { caption.vh { (caption) } }
            thead role="rowgroup" { tr role="row" {
                @for column in &table.columns {
                    th scope="col" role="columnheader" class=[end(column.align)] { (column.head) }
                }
            } }
            tbody role="rowgroup" {
                @for row in &table.rows { tr role="row" id=[row.id.as_ref()] {
                    @for (place, shown) in row.cells.iter().enumerate() { (cell(table.columns.get(place), shown)) }
                } }
            }
            @if let Some((head, body)) = &table.foot {
                tfoot role="rowgroup" { tr role="row" {
                    th scope="row" role="rowheader" { (head) }
                    td role="cell" colspan=(others) { (body) }
                } }
            }
        }
    }
}

fn cell(column: Option<&Column>, shown: &Cell) -> Markup {
    let align = column.and_then(|column| end(column.align));
    match shown {
        Cell::Head(body) => html! { th scope="row" role="rowheader" { (body) } },
        Cell::Wide(body) => html! { td.wide role="cell" { (body) } },
        Cell::Plain(body) => {
            let short = column
                .map(|column| column.short.as_str())
                .filter(|short| !short.is_empty());
            html! { td role="cell" class=[align] data-h=[short] { div { (body) } } }
        }
    }
}

const fn end(align: Align) -> Option<&'static str> {
    match align {
        Align::Start => None,
        Align::End => Some("r"),
    }
}
