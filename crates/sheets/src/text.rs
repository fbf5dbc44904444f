//! Lines of text with cells between delimiters (RFC 4180 and its many dialects).

mod delimiter;
mod encoding;

use csv::{ReaderBuilder, StringRecord};
use linkage::problem::Fault;

use crate::gather::{Gather, Rows, too_wide};
use crate::row::Row;
use crate::{Unreadable, text::encoding::Decoded};

/// A cell with more line breaks than this is to be looked at.
const LINES: usize = 6;

/// Reads a text.
pub(crate) fn read(name: &str, bytes: &[u8], gather: &mut Gather<'_>) -> Result<(), Unreadable> {
    let Decoded { text, guessed } = encoding::decode(bytes)?;
    gather.begin("", Rows::Lines)?;
    if let Some(encoding) = guessed {
        gather.problem(None, None, Fault::EncodingGuessed, encoding);
    }
    let (delimiter, begins) = delimiter::find(name, &text);
    let mut lines = Lines {
        text: &text,
        delimiter,
        row: Row::default(),
        number: u32::from(begins > 0),
    };
    if let Some(open) = lines.read(begins, Quotes::Special, gather)? {
        gather.problem(
            Some(lines.number.saturating_add(1)),
            None,
            Fault::QuoteOpen,
            "",
        );
        lines.read(open, Quotes::Ordinary, gather)?;
    }
    Ok(())
}

/// What quotation marks are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Quotes {
    /// They enclose cells.
    Special,
    /// Signs like any other.
    Ordinary,
}

struct Lines<'t> {
    text: &'t str,
    delimiter: u8,
    row: Row,
    /// The number of the last row that was read.
    number: u32,
}

impl Lines<'_> {
    /// Reads rows from this byte to the end. If the last begins a quotation that is never closed it
    /// is not read, and its first byte is given back.
    fn read(
        &mut self,
        from: usize,
        quotes: Quotes,
        gather: &mut Gather<'_>,
    ) -> Result<Option<usize>, Unreadable> {
        let rest = self.text.get(from..).unwrap_or_default();
        let mut reader = ReaderBuilder::new()
            .delimiter(self.delimiter)
            .has_headers(false)
            .flexible(true)
            .quoting(quotes == Quotes::Special)
            .from_reader(rest.as_bytes());
        let mut record = StringRecord::new();
        loop {
            let start = self.pass_over_blank(rest, position(&reader));
            match reader.read_record(&mut record) {
                Ok(true) => {}
                Ok(false) => return Ok(None),
                Err(error) => return Err(damaged(&error)),
            }
            let end = position(&reader);
            let raw = rest.get(start..end).unwrap_or_default();
            if quotes == Quotes::Special && end >= rest.len() && is_open(raw) {
                return Ok(Some(from + start));
            }
            self.number = self.number.saturating_add(1);
            let several = memchr::memchr(b'\n', raw.trim_end().as_bytes()).is_some();
            if several {
                self.say_many_lines(&record, gather);
            }
            self.take(&record, gather)?;
            gather.told((from + end) as u64, self.text.len() as u64)?;
        }
    }

    /// Counts the empty lines before a row, which the parser does not tell, and says where it begins.
    fn pass_over_blank(&mut self, rest: &str, from: usize) -> usize {
        let bytes = rest.as_bytes();
        let mut at = from;
        // The parser may stop between the two signs of a line's end.
        if at > 0 && bytes.get(at - 1..=at) == Some(b"\r\n") {
            at += 1;
        }
        loop {
            match (bytes.get(at), bytes.get(at + 1)) {
                (Some(b'\r'), Some(b'\n')) => at += 2,
                (Some(b'\r' | b'\n'), _) => at += 1,
                _ => return at,
            }
            self.number = self.number.saturating_add(1);
        }
    }

    fn take(&mut self, record: &StringRecord, gather: &mut Gather<'_>) -> Result<(), Unreadable> {
        if record.len() > gather.limits.columns as usize {
            return Err(too_wide(gather.limits));
        }
        self.row.clear();
        for cell in record {
            self.row.push(cell);
        }
        gather.row(self.number, &mut self.row)
    }

    fn say_many_lines(&self, record: &StringRecord, gather: &mut Gather<'_>) {
        for (column, cell) in record.iter().enumerate() {
            if memchr::memchr_iter(b'\n', cell.as_bytes()).count() > LINES {
                gather.problem(Some(self.number), Some(column), Fault::ManyLines, cell);
            }
        }
    }
}

fn position(reader: &csv::Reader<&[u8]>) -> usize {
    usize::try_from(reader.position().byte()).unwrap_or(usize::MAX)
}

/// Whether the last row of a text runs over lines and has a quotation mark without its pair.
fn is_open(raw: &str) -> bool {
    raw.trim_end().contains(['\n', '\r']) && raw.bytes().filter(|b| *b == b'"').count() % 2 == 1
}

fn damaged(error: &csv::Error) -> Unreadable {
    Unreadable::Damaged {
        what: error.to_string(),
    }
}

#[cfg(test)]
mod tests;
