//! The mapping file: CSV with the columns column, header, meaning, options, notes.

use thiserror::Error;

use super::{ColumnMeaning, ColumnOptions, Confidence, Mapping, Meaning, Reason, options};
use crate::{date::DatePart, list::FieldKind, problem::shown};

const HEADER: [&str; 5] = ["column", "header", "meaning", "options", "notes"];

/// Something wrong with a mapping file, at a row (the header is 1) and a column of it.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("mapping file, row {row}, {field}: {what}")]
pub struct MappingFault {
    /// The row as the file's own program numbers it, from 1.
    pub row: usize,
    /// The column of the mapping file.
    pub field: &'static str,
    /// What is wrong, and what is allowed.
    pub what: String,
}

/// All that is wrong with a mapping file. Nothing of it was taken over.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
pub struct MappingFaults(pub Vec<MappingFault>);

pub(super) fn write(mapping: &Mapping) -> String {
    let mut text = format!("\u{FEFF}{}\r\n", HEADER.join(","));
    for (number, column) in (1..).zip(&mapping.columns) {
        let cells = [
            format!("{number}"),
            column.header.clone(),
            column.meaning.word().to_owned(),
            column.options.write(),
            format!("{}: {}", column.confidence, column.reason),
        ];
        text.push_str(&cells.map(|cell| quoted(&cell)).join(","));
        text.push_str("\r\n");
    }
    text
}

/// A cell of CSV. A spreadsheet program must not take what stands in a list for a formula.
fn quoted(cell: &str) -> String {
    let inert = if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    };
    if inert.contains([',', '"', '\n', '\r', ';']) {
        format!("\"{}\"", inert.replace('"', "\"\""))
    } else {
        inert
    }
}

pub(super) fn read(recognised: &Mapping, bytes: &[u8]) -> Result<Mapping, MappingFaults> {
    let mut reading = Reading {
        mapping: recognised.clone(),
        named: vec![None; recognised.columns.len()],
        faults: Vec::new(),
    };
    reading.file(bytes);
    reading.companions();
    reading.parts();
    if reading.faults.is_empty() {
        Ok(reading.mapping)
    } else {
        Err(MappingFaults(reading.faults))
    }
}

struct Reading {
    mapping: Mapping,
    /// In which row of the file each column was named.
    named: Vec<Option<usize>>,
    faults: Vec<MappingFault>,
}

impl Reading {
    fn file(&mut self, bytes: &[u8]) {
        let Ok(text) = std::str::from_utf8(bytes) else {
            let how = "the file is not UTF-8: save it as \"CSV UTF-8\"";
            return self.fault(1, "column", how.to_owned());
        };
        let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
        let first = text.lines().next().unwrap_or_default();
        let delimiter = [b';', b'\t', b',']
            .into_iter()
            .find(|&sign| first.contains(char::from(sign)))
            .unwrap_or(b',');
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(delimiter)
            .from_reader(text.as_bytes());
        for (row, record) in (1..).zip(reader.records()) {
            match record {
                Ok(record) if row == 1 => self.header(&record),
                Ok(record) => self.row(row, &record),
                Err(error) => self.fault(row, "column", error.to_string()),
            }
        }
        if text.trim().is_empty() {
            self.fault(1, "column", format!("the file is empty: {}", columns()));
        }
    }

    fn header(&mut self, record: &csv::StringRecord) {
        let cells = record.iter().map(|cell| cell.trim().to_lowercase());
        let matching = cells
            .zip(HEADER)
            .filter(|(cell, name)| cell == name)
            .count();
        // The last two may be left away.
        if matching < 3 {
            self.fault(1, "column", columns());
        }
    }

    fn row(&mut self, row: usize, record: &csv::StringRecord) {
        let cell = |at: usize| record.get(at).unwrap_or_default().trim();
        if record.iter().all(|cell| cell.trim().is_empty()) {
            return;
        }
        let Some(column) = self.column(row, cell(0), cell(1)) else {
            return;
        };
        let meaning = self.meaning(row, cell(2));
        let options = self.options(row, cell(3));
        let (Some(meaning), Some(options)) = (meaning, options) else {
            return;
        };
        self.put(column, meaning, options);
    }

    /// Which column a row is about: by number, or by header where there is none.
    fn column(&mut self, row: usize, number: &str, header: &str) -> Option<usize> {
        let known = &self.mapping.columns;
        let same = |column: &ColumnMeaning| tidy(&column.header) == tidy(header);
        let found = if number.is_empty() {
            known.iter().position(same)
        } else {
            let number = number.parse::<usize>().ok().and_then(|n| n.checked_sub(1));
            number.filter(|&n| n < known.len())
        };
        let width = known.len();
        let Some(column) = found else {
            let what = format!("there is no such column: the list has columns 1 to {width}");
            self.fault(row, "column", what);
            return None;
        };
        let is = known
            .get(column)
            .map_or("", |column| column.header.as_str());
        if !header.is_empty() && tidy(is) != tidy(header) {
            let what = format!(
                "column {} of the list has the header \"{}\", not \"{}\": is this file for another list?",
                column + 1,
                shown(is),
                shown(header)
            );
            self.fault(row, "header", what);
            return None;
        }
        if let Some(before) = self.named.get(column).copied().flatten() {
            let what = format!("row {before} is about this column too");
            self.fault(row, "column", what);
            return None;
        }
        if let Some(named) = self.named.get_mut(column) {
            *named = Some(row);
        }
        Some(column)
    }

    fn meaning(&mut self, row: usize, word: &str) -> Option<Meaning> {
        let wanted = word.to_lowercase().replace([' ', '_'], "-");
        let found = Meaning::ALL.into_iter().find(|m| m.word() == wanted);
        if found.is_none() {
            let allowed = Meaning::ALL.map(Meaning::word).join(", ");
            let what = format!("\"{}\" is no meaning; allowed are {allowed}", shown(word));
            self.fault(row, "meaning", what);
        }
        found
    }

    fn options(&mut self, row: usize, text: &str) -> Option<ColumnOptions> {
        match ColumnOptions::read(text) {
            Ok(options) => Some(options),
            Err(word) => {
                let allowed = options::ALLOWED;
                let what = format!("\"{}\" is no option; allowed are {allowed}", shown(&word));
                self.fault(row, "options", what);
                None
            }
        }
    }

    /// What the file leaves as it was keeps its reason.
    fn put(&mut self, column: usize, meaning: Meaning, options: ColumnOptions) {
        if let Some(known) = self.mapping.columns.get_mut(column)
            && (known.meaning, known.options) != (meaning, options)
        {
            known.meaning = meaning;
            known.options = options;
            known.confidence = Confidence::Sure;
            known.reason = Reason::Said;
        }
    }

    /// A column can be another spelling only of one that says the same and stands by itself.
    fn companions(&mut self) {
        let kind = |mapping: &Mapping, at: usize| {
            let column = mapping.columns.get(at)?;
            column
                .meaning
                .field()
                .map(|kind| (kind, column.options.with))
        };
        for at in 0..self.mapping.columns.len() {
            let Some((own, Some(with))) = kind(&self.mapping, at) else {
                continue;
            };
            let fits = with != at && kind(&self.mapping, with) == Some((own, None));
            let named = self.named.get(at).copied().flatten();
            match (fits, named) {
                (true, _) => {}
                (false, Some(row)) => {
                    let what = format!(
                        "with={}: that column has another meaning or is itself with another; name one with the meaning {} that stands by itself",
                        with + 1,
                        own.word()
                    );
                    self.fault(row, "options", what);
                }
                // What was recognised gives way to what was said of the other column.
                (false, None) => {
                    if let Some(column) = self.mapping.columns.get_mut(at) {
                        column.options.with = None;
                    }
                }
            }
        }
    }

    /// A part is one of a date, and each stands once in it.
    fn parts(&mut self) {
        let mut known: Vec<(usize, DatePart)> = Vec::new();
        for at in 0..self.mapping.columns.len() {
            let Some(column) = self.mapping.columns.get(at) else {
                continue;
            };
            let Some(part) = column.options.part else {
                continue;
            };
            let is_date = match column.meaning {
                Meaning::Field(FieldKind::BirthDate | FieldKind::EventDate) => true,
                Meaning::Field(_)
                | Meaning::Age
                | Meaning::HouseNumber
                | Meaning::RowId
                | Meaning::LeftOut => false,
            };
            let date = column.options.with.unwrap_or(at);
            let named = self.named.get(at).copied().flatten();
            let twice = known.contains(&(date, part));
            known.push((date, part));
            match (is_date, twice, named) {
                (true, false, _) => {}
                (false, _, Some(row)) => {
                    let what = format!("part={} is for dates only", part.word());
                    self.fault(row, "options", what);
                }
                (true, true, Some(row)) => {
                    let what = format!(
                        "another column is the {} of this date already; dates of their own need a with= of their own",
                        part.word()
                    );
                    self.fault(row, "options", what);
                }
                // What was recognised gives way to what was said of the other columns.
                (_, _, None) => {
                    if let Some(column) = self.mapping.columns.get_mut(at) {
                        column.options.part = None;
                    }
                }
            }
        }
    }

    fn fault(&mut self, row: usize, field: &'static str, what: String) {
        self.faults.push(MappingFault { row, field, what });
    }
}

fn columns() -> String {
    format!("the first row must be {}", HEADER.join(","))
}

/// Headers are compared without what a spreadsheet program may change, and the mark that makes them
/// inert.
fn tidy(header: &str) -> String {
    let header = header.trim_start_matches(|c: char| c == '\'' || c.is_whitespace());
    header.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests;
