//! One list in the making: the sheets that share a header.

use linkage::table::{Full, Table, TableBuilder};

use crate::Unreadable;
use crate::layout::Layout;
use crate::row::Row;
use crate::words::fold;

#[derive(Debug)]
pub(super) struct List {
    header: Vec<String>,
    builder: TableBuilder,
    /// The sheets by name, each with how many of its rows are in the list.
    sheets: Vec<(String, u64)>,
}

impl List {
    pub fn new(name: &str, layout: &Layout) -> Self {
        Self {
            header: layout.header.clone(),
            builder: TableBuilder::new(name, layout.header.iter().map(String::as_str)),
            sheets: Vec::new(),
        }
    }

    pub fn len(&self) -> usize {
        self.builder.len()
    }

    pub fn header(&self) -> &[String] {
        &self.header
    }

    pub fn sheets(&self) -> impl Iterator<Item = (&str, u64)> {
        self.sheets
            .iter()
            .map(|(name, rows)| (name.as_str(), *rows))
    }

    /// If a sheet of this shape goes on with this list: for each column of the list the column of
    /// the sheet, or nothing where all stand alike. A sheet without header goes on with a list that
    /// has as many columns.
    pub fn order_of(&self, layout: &Layout) -> Option<Vec<usize>> {
        let alike = self.header.len() == layout.header.len();
        if alike && layout.header_rows == 0 {
            return Some(Vec::new());
        }
        let key = |header: &[String]| -> Vec<String> { header.iter().map(|h| fold(h)).collect() };
        let (ours, theirs) = (key(&self.header), key(&layout.header));
        if ours == theirs {
            return Some(Vec::new());
        }
        let mut order = Vec::new();
        for name in &ours {
            let at = theirs.iter().position(|their| their == name)?;
            if order.contains(&at) {
                return None;
            }
            order.push(at);
        }
        alike.then_some(order)
    }

    pub fn add_sheet(&mut self, name: &str, order: &[usize]) -> Result<u16, Full> {
        let stands = order
            .iter()
            .map(|at| u32::try_from(at + 1).unwrap_or(u32::MAX));
        self.sheets.push((name.to_owned(), 0));
        self.builder.sheet(name, stands.collect())
    }

    pub fn push(
        &mut self,
        sheet: u16,
        number: u32,
        row: &Row,
        order: &[usize],
    ) -> Result<(), Unreadable> {
        if order.is_empty() {
            self.builder.push_row(sheet, number, row.cells())?;
        } else {
            let named = order.iter().map(|at| row.get(*at));
            let beyond = (order.len()..row.len()).map(|at| row.get(at));
            self.builder.push_row(sheet, number, named.chain(beyond))?;
        }
        if let Some((_, rows)) = self.sheets.get_mut(usize::from(sheet)) {
            *rows += 1;
        }
        Ok(())
    }

    pub fn finish(self) -> Table {
        self.builder.finish().without_blank_columns()
    }
}
