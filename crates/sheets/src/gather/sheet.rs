//! One sheet while its rows come in.

use linkage::problem::{Fault, Place};

use super::Rows;
use super::problems::Problems;
use crate::layout::{self, Layout};
use crate::row::{Row, is_blank};
use crate::span::Span;
use crate::words::{fold, is_total_word};

/// How many rows are seen before the sheet's shape is judged.
const JUDGED_BY: usize = 40;

#[derive(Debug)]
pub(super) struct Sheet {
    pub name: String,
    pub rows: Rows,
    /// The first rows, until the sheet's shape is judged from them.
    pub head: Option<Vec<(u32, Row)>>,
    pub layout: Layout,
    /// For each column of the list, which column of this sheet; none where they are the same.
    pub order: Vec<usize>,
    /// Which list, and which of its sheets.
    pub list: usize,
    pub number: u16,
    pub spans: Vec<Span>,
    /// Texts of merged cells that reach down into rows to come.
    reaching: Vec<(Span, String)>,
    /// Rows that are totals if nothing else comes after them.
    pub pending: Vec<(u32, Row)>,
    /// Rows passed over between others.
    pub blank: u64,
    last: Option<u32>,
}

impl Sheet {
    pub fn new(name: &str, rows: Rows) -> Self {
        Self {
            name: name.to_owned(),
            rows,
            head: Some(Vec::new()),
            layout: Layout::default(),
            order: Vec::new(),
            list: 0,
            number: 0,
            spans: Vec::new(),
            reaching: Vec::new(),
            pending: Vec::new(),
            blank: 0,
            last: None,
        }
    }

    /// A place in this sheet: the row from 1, the column from 0.
    pub fn place(&self, row: Option<u32>, column: Option<usize>) -> Place {
        Place {
            sheet: Some(self.name.clone()).filter(|name| !name.is_empty()),
            row,
            column: column.map(|c| u32::try_from(c + 1).unwrap_or(u32::MAX)),
        }
    }

    pub fn head_has_room(&self) -> bool {
        self.head
            .as_ref()
            .is_some_and(|head| head.len() < JUDGED_BY)
    }

    pub fn keep_for_judging(&mut self, number: u32, row: &Row) {
        if let Some(head) = &mut self.head {
            head.push((number, row.clone()));
        }
    }

    pub fn judge(&mut self, head: &[(u32, Row)]) {
        self.layout = layout::find(head, &self.spans);
    }

    /// Counts the rows that were passed over before this one.
    pub fn count_blank(&mut self, number: u32) {
        if let Some(last) = self.last {
            self.blank += u64::from(number.saturating_sub(last).saturating_sub(1));
        }
        self.last = Some(number);
    }

    /// Fills the cells that a merged cell above reaches into.
    pub fn repeat_merged(&mut self, number: u32, row: &mut Row) {
        if self.spans.is_empty() {
            return;
        }
        for (span, text) in &self.reaching {
            if span.has_row(number) && is_blank(row.get(span.left)) {
                row.set(span.left, text);
            }
        }
        self.reaching.retain(|(span, _)| span.bottom > number);
        let begins = |s: &&Span| s.top == number && s.is_high() && !s.is_wide();
        for span in self.spans.iter().filter(begins) {
            self.reaching.push((*span, row.get(span.left).to_owned()));
        }
    }

    /// Says what is to be said of the header.
    pub fn say_shape(&self, head: &[(u32, Row)], problems: &mut Problems) {
        let Layout {
            titles,
            header_rows,
            header,
        } = &self.layout;
        let Some((row, _)) = head.get(*titles) else {
            return;
        };
        if *header_rows == 0 {
            problems.add(self.place(Some(*row), None), Fault::HeaderMissing, "");
            return;
        }
        if *header_rows > 1 {
            let found = header.join(" | ");
            problems.add(self.place(Some(*row), None), Fault::HeaderJoined, &found);
        }
        let below = head.get(titles + header_rows..).unwrap_or_default();
        for (column, name) in header.iter().enumerate() {
            let place = || self.place(Some(*row), Some(column));
            if is_blank(name) {
                if below.iter().any(|(_, row)| !is_blank(row.get(column))) {
                    problems.add(place(), Fault::HeaderEmpty, "");
                }
            } else if header.iter().take(column).any(|h| fold(h) == fold(name)) {
                problems.add(place(), Fault::HeaderTwice, name);
            }
        }
    }

    /// Whether this row is the header again.
    pub fn is_header(&self, row: &Row) -> bool {
        let Layout {
            header,
            header_rows,
            ..
        } = &self.layout;
        *header_rows == 1
            && row.first()
                == header
                    .iter()
                    .find(|h| !is_blank(h))
                    .map_or("", String::as_str)
            && row.width() == header.len()
            && row.cells().zip(header).all(|(cell, head)| cell == head)
    }

    /// Whether this row is one of totals, if it is the last.
    pub fn is_total(&self, row: &Row) -> bool {
        let width = self.layout.header.len();
        width > 1 && row.filled() <= 2.max(width / 2) && is_total_word(row.first())
    }

    /// Says where a line has more or fewer cells than the header.
    pub fn say_ragged(&self, number: u32, row: &Row, problems: &mut Problems) {
        let width = self.layout.header.len();
        if self.rows == Rows::Grid || row.len() == width {
            return;
        }
        let place = self.place(Some(number), None);
        let found = format!("{} cells under {width} headers", row.len());
        if row.width() > width {
            problems.add(place, Fault::RowLong, &found);
        } else if row.len() < width {
            problems.add(place, Fault::RowShort, &found);
        }
    }
}
