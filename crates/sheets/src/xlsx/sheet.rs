//! The rows of one sheet.

use std::io::BufRead;

use linkage::problem::Fault;
use quick_xml::events::{BytesStart, Event};

use crate::Unreadable;
use crate::gather::{Gather, too_wide};
use crate::package::Package;
use crate::row::Row;
use crate::xml::{Fail, Pieces, Xml, count, says_yes};

use super::Shared;
use super::cell::Cell;

/// Reads a sheet. Where its part is damaged, what came before holds and the place is told.
pub(super) fn read(
    package: &mut Package<'_>,
    part: &str,
    shared: &Shared,
    gather: &mut Gather<'_>,
) -> Result<(), Unreadable> {
    let of = package.size();
    let Some(inner) = package.part(part)? else {
        gather.problem(None, None, Fault::CutOff, part);
        return Ok(());
    };
    let mut rows = SheetRows {
        xml: Xml::new(inner),
        shared,
        row: Row::default(),
        cell: Cell::default(),
        number: 0,
        column: 0,
    };
    loop {
        match rows.next(gather)? {
            Ok(Found::Row) => {}
            Ok(Found::End) => return Ok(()),
            Err(Fail::Cut(why)) => {
                gather.row(rows.number, &mut rows.row)?;
                gather.problem(Some(rows.number), None, Fault::CutOff, &why);
                return Ok(());
            }
            Err(fail @ Fail::TooLarge) => return Err(fail.refuse(part)),
        }
        gather.told(rows.xml.read_so_far(), of)?;
    }
}

enum Found {
    Row,
    End,
}

struct SheetRows<'s, R> {
    xml: Xml<R>,
    shared: &'s Shared,
    row: Row,
    cell: Cell,
    /// The row that is being read, or was last, from 1.
    number: u32,
    /// The column of the next cell that does not say its own, from 0.
    column: usize,
}

impl<R: BufRead + Pieces> SheetRows<'_, R> {
    /// Reads on to the end of the next row. The outer failure refuses the file.
    fn next(&mut self, gather: &mut Gather<'_>) -> Result<Result<Found, Fail>, Unreadable> {
        loop {
            let event = match self.xml.next() {
                Ok(event) => event,
                Err(fail) => return Ok(Err(fail)),
            };
            match event {
                Event::Start(e) => match e.local_name().into_inner() {
                    "row" => {
                        let number = count(&e, "r").filter(|n| *n > 0);
                        let hidden = says_yes(&e, "hidden");
                        self.begin_row(number, hidden, gather);
                    }
                    "c" => {
                        if let Some(at) = self.cell.begin(&e) {
                            self.column = at.column;
                        }
                        if let Err(fail) = self.cell.read(&mut self.xml) {
                            return Ok(Err(fail));
                        }
                        self.take_cell(gather)?;
                    }
                    "col" => hidden_columns(&e, gather),
                    _ => {}
                },
                Event::End(e) if e.local_name().into_inner() == "row" => {
                    gather.row(self.number, &mut self.row)?;
                    self.row.clear();
                    return Ok(Ok(Found::Row));
                }
                Event::Eof => return Ok(Ok(Found::End)),
                _ => {}
            }
        }
    }

    fn begin_row(&mut self, number: Option<u32>, hidden: bool, gather: &mut Gather<'_>) {
        self.number = number.unwrap_or(self.number.saturating_add(1));
        self.column = 0;
        self.row.clear();
        if hidden {
            gather.problem(Some(self.number), None, Fault::HiddenRow, "");
        }
    }

    fn take_cell(&mut self, gather: &mut Gather<'_>) -> Result<(), Unreadable> {
        let column = self.column;
        self.column = column.saturating_add(1);
        let value = self.cell.value(self.shared);
        let (number, at) = (Some(self.number), Some(column));
        if let Some((what, found)) = value.problem {
            gather.problem(number, at, what, &found);
        }
        if self.cell.has_formula {
            let what = if value.text.is_empty() {
                Fault::FormulaWithoutValue
            } else {
                Fault::Formula
            };
            gather.problem(number, at, what, &self.cell.formula);
        }
        if value.text.is_empty() {
            return Ok(());
        }
        if column >= gather.limits.columns as usize {
            return Err(too_wide(gather.limits));
        }
        if self.row.get(column).is_empty() {
            self.row.set(column, &value.text);
        } else {
            gather.problem(number, at, Fault::CellUnreadable, &value.text);
        }
        Ok(())
    }
}

fn hidden_columns(element: &BytesStart<'_>, gather: &mut Gather<'_>) {
    if !says_yes(element, "hidden") {
        return;
    }
    let from = count(element, "min").unwrap_or(1).max(1);
    let to = count(element, "max").unwrap_or(from).max(from);
    let found = match to - from {
        0 => String::new(),
        more => format!("and {more} more to its right"),
    };
    gather.problem(None, Some(from as usize - 1), Fault::HiddenColumn, &found);
}
