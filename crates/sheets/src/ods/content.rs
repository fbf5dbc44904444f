//! The tables of a spreadsheet and their rows. A repetition is a claim: it is carried out only for
//! what says something, and counted against the limits as it is.

use std::collections::BTreeSet;
use std::io::BufRead;

use linkage::problem::Fault;
use quick_xml::events::{BytesStart, Event};

use crate::Unreadable;
use crate::gather::{Gather, Rows, too_wide};
use crate::row::Row;
use crate::span::Span;
use crate::xml::{Fail, Pieces, Xml, attribute, count};

use super::cell::Cell;

pub(super) struct Content<R> {
    xml: Xml<R>,
    size: u64,
    /// The styles by which tables are hidden.
    hiding: BTreeSet<String>,
    row: Row,
    cell: Cell,
    /// The row that is being read, from 1.
    number: u32,
}

/// A failure of the part, or the refusal of the file.
enum Stop {
    Fail(Fail),
    Refuse(Unreadable),
}

impl From<Fail> for Stop {
    fn from(fail: Fail) -> Self {
        Self::Fail(fail)
    }
}

impl From<Unreadable> for Stop {
    fn from(refusal: Unreadable) -> Self {
        Self::Refuse(refusal)
    }
}

impl<R: BufRead + Pieces> Content<R> {
    pub fn new(xml: Xml<R>, size: u64) -> Self {
        Self {
            xml,
            size,
            hiding: BTreeSet::new(),
            row: Row::default(),
            cell: Cell::default(),
            number: 0,
        }
    }

    /// Reads all tables that are wanted, and gives the names of all that are there. Where the part
    /// is damaged, what came before holds and the place is told.
    pub fn read(mut self, gather: &mut Gather<'_>) -> Result<Vec<String>, Unreadable> {
        let mut names = Vec::new();
        match self.tables(&mut names, gather) {
            Ok(()) => Ok(names),
            Err(Stop::Fail(Fail::Cut(why))) if !names.is_empty() => {
                gather.row(self.number, &mut self.row)?;
                gather.problem(Some(self.number), None, Fault::CutOff, &why);
                Ok(names)
            }
            Err(Stop::Fail(fail)) => Err(fail.refuse("content.xml")),
            Err(Stop::Refuse(refusal)) => Err(refusal),
        }
    }

    fn tables(&mut self, names: &mut Vec<String>, gather: &mut Gather<'_>) -> Result<(), Stop> {
        let mut style = String::new();
        loop {
            match self.xml.next()? {
                Event::Start(e) => match e.local_name().into_inner() {
                    "style" => style = attribute(&e, "name").unwrap_or_default(),
                    "table-properties" if attribute(&e, "display").as_deref() == Some("false") => {
                        self.hiding.insert(style.clone());
                    }
                    "table" => {
                        let name = attribute(&e, "name").unwrap_or_default();
                        let style = attribute(&e, "style-name").unwrap_or_default();
                        names.push(name.clone());
                        if gather.wanted.want(&name) {
                            gather.begin(&name, Rows::Grid)?;
                            if self.hiding.contains(&style) {
                                gather.problem(None, None, Fault::HiddenSheet, "");
                            }
                            self.rows(gather)?;
                        } else {
                            self.xml.skip()?;
                        }
                    }
                    _ => {}
                },
                Event::Eof => return Ok(()),
                _ => {}
            }
        }
    }

    /// Reads the rows of a table that has begun.
    fn rows(&mut self, gather: &mut Gather<'_>) -> Result<(), Stop> {
        self.number = 0;
        let mut column: u32 = 0;
        loop {
            match self.xml.next()? {
                Event::Start(e) => match e.local_name().into_inner() {
                    "table-row" => {
                        let times = count(&e, "number-rows-repeated").unwrap_or(1).max(1);
                        let hidden = is_hidden(&e);
                        self.row(times, hidden, gather)?;
                    }
                    "table-column" => {
                        let times = count(&e, "number-columns-repeated").unwrap_or(1);
                        if is_hidden(&e) {
                            let found = format!("{times} columns");
                            let at = Some(column as usize);
                            gather.problem(None, at, Fault::HiddenColumn, &found);
                        }
                        column = column.saturating_add(times);
                    }
                    // Rows and columns stand in groups; drawings and forms hold no rows.
                    "table-rows"
                    | "table-header-rows"
                    | "table-row-group"
                    | "table-columns"
                    | "table-header-columns"
                    | "table-column-group" => {}
                    _ => self.xml.skip()?,
                },
                Event::End(e) if e.local_name().into_inner() == "table" => return Ok(()),
                Event::Eof => return Err(crate::xml::ended().into()),
                _ => {}
            }
        }
    }

    fn row(&mut self, times: u32, hidden: bool, gather: &mut Gather<'_>) -> Result<(), Stop> {
        self.number = self.number.saturating_add(1);
        self.row.clear();
        self.cells(gather)?;
        let last = self.number.saturating_add(times - 1);
        if !self.row.is_blank() {
            if hidden {
                gather.problem(Some(self.number), None, Fault::HiddenRow, "");
            }
            for number in self.number..=last {
                // Repeating merged cells may add to a row: each starts from what was read.
                let mut row = self.row.clone();
                gather.row(number, &mut row)?;
                gather.told(self.xml.read_so_far(), self.size)?;
            }
        }
        self.row.clear();
        self.number = last;
        Ok(())
    }

    /// Reads the cells of a row that has begun.
    fn cells(&mut self, gather: &mut Gather<'_>) -> Result<(), Stop> {
        let mut column: usize = 0;
        loop {
            match self.xml.next()? {
                Event::Start(e) => match e.local_name().into_inner() {
                    "table-cell" | "covered-table-cell" => {
                        let times = count(&e, "number-columns-repeated").unwrap_or(1).max(1);
                        let span = span(&e, self.number, column);
                        self.cell.begin(&e);
                        self.cell.read(&mut self.xml)?;
                        if let Some(span) = span {
                            gather.merged(span);
                        }
                        let next = column.saturating_add(times as usize);
                        self.take_cell(column..next, gather)?;
                        column = next;
                    }
                    _ => self.xml.skip()?,
                },
                Event::End(e) if e.local_name().into_inner() == "table-row" => return Ok(()),
                Event::Eof => return Err(crate::xml::ended().into()),
                _ => {}
            }
        }
    }

    fn take_cell(
        &mut self,
        columns: std::ops::Range<usize>,
        gather: &mut Gather<'_>,
    ) -> Result<(), Unreadable> {
        let value = self.cell.value();
        let (number, at) = (Some(self.number), Some(columns.start));
        if let Some(what) = value.problem {
            gather.problem(number, at, what, value.text);
        }
        if let Some(formula) = self.cell.formula() {
            let what = if value.text.is_empty() {
                Fault::FormulaWithoutValue
            } else {
                Fault::Formula
            };
            gather.problem(number, at, what, formula);
        }
        if value.text.is_empty() {
            return Ok(());
        }
        if columns.end > gather.limits.columns as usize {
            return Err(too_wide(gather.limits));
        }
        for column in columns {
            self.row.set(column, value.text);
        }
        Ok(())
    }
}

/// Over which rows and columns a cell that stands here is merged.
fn span(element: &BytesStart<'_>, row: u32, column: usize) -> Option<Span> {
    let wide = count(element, "number-columns-spanned").unwrap_or(1).max(1);
    let high = count(element, "number-rows-spanned").unwrap_or(1).max(1);
    (wide > 1 || high > 1).then(|| Span {
        top: row,
        bottom: row.saturating_add(high - 1),
        left: column,
        right: column.saturating_add(wide as usize - 1),
    })
}

/// Hidden by hand, or by a filter.
fn is_hidden(element: &BytesStart<'_>) -> bool {
    let visibility = attribute(element, "visibility");
    matches!(visibility.as_deref(), Some("collapse" | "filter"))
}
