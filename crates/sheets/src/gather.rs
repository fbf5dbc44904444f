//! From the rows of sheets to one table: each sheet's shape is judged from its first rows, sheets
//! with the same header become one list, and what is no entry is set aside.

mod list;
mod problems;
mod sheet;

use linkage::problem::{Fault, Place, Problem, shown};
use linkage::table::{Table, TableBuilder};
use linkage::watch::{Stage, Watch};

use crate::limits::{Limits, Sheets, Tally};
use crate::row::Row;
use crate::span::Span;
use crate::{Aside, Read, Unreadable};
use list::List;
use problems::Problems;
use sheet::Sheet;

/// How the rows of a sheet come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Rows {
    /// From a grid: an empty cell need not be there.
    Grid,
    /// As lines, each with as many cells as it should have.
    Lines,
}

/// After how many rows whoever watches is told.
const TOLD_EVERY: u64 = 4096;

/// Takes the rows of all sheets in turn.
pub(crate) struct Gather<'a> {
    pub limits: &'a Limits,
    pub wanted: &'a Sheets,
    watch: &'a dyn Watch,
    name: &'a str,
    tally: Tally,
    since_told: u64,
    /// What was done of parts that are read, and of the part that is being read.
    done: (u64, u64),
    problems: Problems,
    aside: Vec<Aside>,
    lists: Vec<List>,
    sheet: Option<Sheet>,
}

impl<'a> Gather<'a> {
    pub fn new(
        name: &'a str,
        wanted: &'a Sheets,
        limits: &'a Limits,
        watch: &'a dyn Watch,
    ) -> Self {
        Self {
            limits,
            wanted,
            watch,
            name,
            tally: Tally::default(),
            since_told: 0,
            done: (0, 0),
            problems: Problems::new(limits.problems),
            aside: Vec::new(),
            lists: Vec::new(),
            sheet: None,
        }
    }

    /// Begins a sheet; the name is empty where the file has no sheets.
    pub fn begin(&mut self, sheet: &str, rows: Rows) -> Result<(), Unreadable> {
        self.end()?;
        self.sheet = Some(Sheet::new(sheet, rows));
        Ok(())
    }

    /// Some cells of this sheet are merged.
    pub fn merged(&mut self, span: Span) {
        let Some(sheet) = &mut self.sheet else { return };
        if span.is_high() && !span.is_wide() {
            self.problems.add(
                sheet.place(Some(span.top), Some(span.left)),
                Fault::MergedDown,
                &format!("rows {} to {}", span.top, span.bottom),
            );
        } else {
            let found = format!("{} columns", span.right - span.left + 1);
            let place = sheet.place(Some(span.top), Some(span.left));
            self.problems.add(place, Fault::MergedAcross, &found);
        }
        sheet.spans.push(span);
    }

    /// Something to be looked at in this sheet: the row from 1, the column from 0.
    pub fn problem(&mut self, row: Option<u32>, column: Option<usize>, what: Fault, found: &str) {
        let place = match &self.sheet {
            Some(sheet) => sheet.place(row, column),
            None => Place::default(),
        };
        self.problems.add(place, what, found);
    }

    /// A part has been read to its end; the next counts from nought.
    pub fn part_read(&mut self) {
        self.done = (self.done.0.saturating_add(self.done.1), 0);
    }

    /// Tells whoever watches how far the reading is, now and then: how much of this part is done,
    /// and how much all parts are.
    pub fn told(&mut self, done: u64, of: u64) -> Result<(), Unreadable> {
        self.done.1 = done;
        let done = self.done.0.saturating_add(done);
        self.since_told += 1;
        if self.since_told >= TOLD_EVERY {
            self.since_told = 0;
            self.watch.at(Stage::Reading, done.min(of), of)?;
        }
        Ok(())
    }

    /// Takes a row of the sheet, with its number from 1.
    pub fn row(&mut self, number: u32, row: &mut Row) -> Result<(), Unreadable> {
        let size = row.measure();
        if size.filled == 0 {
            return Ok(());
        }
        self.tally
            .row(size.filled as u64, size.bytes as u64, self.limits)?;
        if size.width > self.limits.columns as usize {
            return Err(too_wide(self.limits));
        }
        let Some(sheet) = &mut self.sheet else {
            return Ok(());
        };
        sheet.repeat_merged(number, row);
        sheet.count_blank(number);
        if sheet.head_has_room() {
            sheet.keep_for_judging(number, row);
            return Ok(());
        }
        self.settle()?;
        self.accept(number, row)
    }

    /// Ends the file.
    pub fn finish(mut self) -> Result<Read, Unreadable> {
        self.end()?;
        let lists = std::mem::take(&mut self.lists);
        let longest = lists.iter().map(List::len).max().unwrap_or(0);
        let main = lists.iter().position(|list| list.len() == longest);
        let mut table = TableBuilder::new(self.name, []).finish();
        for (at, list) in lists.into_iter().enumerate() {
            if Some(at) == main {
                table = list.finish();
            } else {
                self.leave_out(&list);
            }
        }
        self.look_at(&table);
        if table.is_empty() {
            self.problems.add(Place::default(), Fault::NoRows, "");
        }
        Ok(Read {
            table,
            problems: self.problems.finish(),
            aside: self.aside,
        })
    }

    /// Ends the sheet that is being read.
    fn end(&mut self) -> Result<(), Unreadable> {
        self.settle()?;
        if let Some(sheet) = self.sheet.take() {
            for (number, row) in &sheet.pending {
                self.set_aside(&sheet, *number, row, Fault::TotalsRow);
            }
            if sheet.blank > 0 {
                let found = sheet.blank.to_string();
                self.problems
                    .add(sheet.place(None, None), Fault::BlankRows, &found);
            }
        }
        Ok(())
    }

    /// Judges the sheet's first rows if that has not been done, and takes them.
    fn settle(&mut self) -> Result<(), Unreadable> {
        let Some(sheet) = &mut self.sheet else {
            return Ok(());
        };
        let Some(head) = sheet.head.take() else {
            return Ok(());
        };
        sheet.judge(&head);
        let Some(mut sheet) = self.sheet.take() else {
            return Ok(());
        };
        sheet.say_shape(&head, &mut self.problems);
        let titles = sheet.layout.titles;
        for (number, row) in head.iter().take(titles) {
            self.set_aside(&sheet, *number, row, Fault::TitleRow);
        }
        if !head.is_empty() {
            self.join_a_list(&mut sheet)?;
        }
        let skipped = titles + sheet.layout.header_rows;
        self.sheet = Some(sheet);
        for (number, mut row) in head.into_iter().skip(skipped) {
            self.accept(number, &mut row)?;
        }
        Ok(())
    }

    /// Finds the list that this sheet goes on with, or begins one.
    fn join_a_list(&mut self, sheet: &mut Sheet) -> Result<(), Unreadable> {
        let found = self
            .lists
            .iter()
            .enumerate()
            .find_map(|(at, list)| Some((at, list.order_of(&sheet.layout)?)));
        if let Some((at, order)) = found {
            (sheet.list, sheet.order) = (at, order);
        } else {
            sheet.list = self.lists.len();
            self.lists.push(List::new(self.name, &sheet.layout));
        }
        if let Some(list) = self.lists.get_mut(sheet.list) {
            sheet.number = list.add_sheet(&sheet.name, &sheet.order)?;
        }
        Ok(())
    }

    /// Takes a row below the header.
    fn accept(&mut self, number: u32, row: &mut Row) -> Result<(), Unreadable> {
        let Some(mut sheet) = self.sheet.take() else {
            return Ok(());
        };
        if sheet.is_header(row) {
            self.set_aside(&sheet, number, row, Fault::HeaderAgain);
        } else if sheet.is_total(row) {
            sheet.pending.push((number, row.clone()));
        } else {
            for (number, row) in std::mem::take(&mut sheet.pending) {
                self.push(&sheet, number, &row)?;
            }
            self.push(&sheet, number, row)?;
        }
        self.sheet = Some(sheet);
        Ok(())
    }

    fn push(&mut self, sheet: &Sheet, number: u32, row: &Row) -> Result<(), Unreadable> {
        sheet.say_ragged(number, row, &mut self.problems);
        match self.lists.get_mut(sheet.list) {
            Some(list) => list.push(sheet.number, number, row, &sheet.order),
            None => Ok(()),
        }
    }

    fn set_aside(&mut self, sheet: &Sheet, number: u32, row: &Row, why: Fault) {
        let place = sheet.place(Some(number), None);
        let cells: Vec<String> = row.cells().map(str::to_owned).collect();
        let said: Vec<&str> = row.cells().filter(|cell| !cell.is_empty()).collect();
        self.problems.add(place.clone(), why, &said.join(" | "));
        self.aside.push(Aside { place, why, cells });
    }

    /// Says of each sheet of a list that it is not part of the table.
    fn leave_out(&mut self, list: &List) {
        for (sheet, rows) in list.sheets() {
            self.problems.forget(sheet);
            let place = Place {
                sheet: Some(sheet.to_owned()),
                ..Place::default()
            };
            let header = list.header().join(" | ");
            let found = format!("{rows} rows under: {header}");
            self.problems.add(place, Fault::OtherHeader, &found);
        }
    }

    /// Looks at each distinct text for signs that deceive, and tells where each stands.
    fn look_at(&mut self, table: &Table) {
        for column in 0..table.width() {
            let mut faults = std::collections::BTreeMap::new();
            for (id, text) in (0..).zip(table.distinct(column)) {
                let found: Vec<Fault> = crate::signs::faults(text).collect();
                if !found.is_empty() {
                    faults.insert(id, found);
                }
            }
            if faults.is_empty() {
                continue;
            }
            for record in 0..table.len() {
                let id = table.text_id(record, column);
                for what in faults.get(&id).into_iter().flatten() {
                    let place = table.place(record, Some(column));
                    self.problems.add(place, *what, table.text(column, id));
                }
            }
        }
    }
}

/// The refusal of a sheet with too many columns.
pub(crate) fn too_wide(limits: &Limits) -> Unreadable {
    Unreadable::TooLarge {
        what: "columns",
        most: u64::from(limits.columns),
    }
}

/// A problem with what was found, made harmless to show.
fn problem(place: Place, what: Fault, found: &str) -> Problem {
    Problem {
        place,
        what,
        found: shown(found),
    }
}
