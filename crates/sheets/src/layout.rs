//! Where the list begins in a sheet: titles above it, its header over one row or several, or none.
//! Judged from the first rows alone, so that a list of any length is read once.

use linkage::problem::letters;

use crate::row::{Row, is_blank};
use crate::span::Span;
use crate::words::{fold, is_header_like};

/// At most so many rows make one header.
const HEADER_ROWS: usize = 3;

/// The shape of a sheet.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Layout {
    /// How many of the first rows that say something are titles and remarks.
    pub titles: usize,
    /// How many rows after them are the header; none where it is missing.
    pub header_rows: usize,
    /// The header of each column, as it came; letters where it is missing.
    pub header: Vec<String>,
}

/// Judges the first rows of a sheet that say something, each with its number.
pub(crate) fn find(head: &[(u32, Row)], spans: &[Span]) -> Layout {
    let titles = titles(head);
    let body = head.get(titles..).unwrap_or_default();
    let Some((_, first)) = body.first() else {
        return Layout::default();
    };
    if is_entry(first, body) {
        let width = body.iter().map(|(_, row)| row.width()).max().unwrap_or(0);
        let header = (1..=width).map(|n| letters(u32::try_from(n).unwrap_or(0)));
        return Layout {
            titles,
            header_rows: 0,
            header: header.collect(),
        };
    }
    let rows = header_rows(body, spans);
    Layout {
        titles,
        header_rows: rows,
        header: join(body.get(..rows).unwrap_or_default(), spans),
    }
}

/// Rows at the top that fill at most half as many cells as rows usually do.
fn titles(head: &[(u32, Row)]) -> usize {
    let mut filled: Vec<usize> = head.iter().map(|(_, row)| row.filled()).collect();
    filled.sort_unstable();
    let usual = filled.get(filled.len() / 2).copied().unwrap_or(0);
    if usual < 2 {
        return 0;
    }
    let is_title = |row: &Row| row.filled() * 2 <= usual && !has_header_words(row);
    let titles = head.iter().take_while(|(_, row)| is_title(row)).count();
    if titles == head.len() { 0 } else { titles }
}

/// Two cells or more that read like headers.
fn has_header_words(row: &Row) -> bool {
    row.cells().filter(|cell| is_header_like(cell)).count() >= 2
}

/// What the cells of a first row are, held against what stands under them.
#[derive(Debug, Default)]
struct Votes {
    /// Numbers over numbers: an entry's.
    numbers: usize,
    /// Words over numbers: a header's.
    words: usize,
    /// Texts that come again in their column: an entry's.
    again: usize,
}

/// Whether the first row after the titles is an entry and not a header. Words that headers have
/// decide where they are many, since people and streets are called by some of them too.
fn is_entry(first: &Row, body: &[(u32, Row)]) -> bool {
    let known = first.cells().filter(|cell| is_header_like(cell)).count();
    if known * 2 >= first.filled() {
        return false;
    }
    let below: Vec<&Row> = body
        .iter()
        .skip(1)
        .map(|(_, row)| row)
        .filter(|row| !same(row, first))
        .collect();
    if below.is_empty() {
        return known == 0 && first.cells().any(is_numeric);
    }
    let votes = votes(first, &below);
    match votes.numbers.cmp(&votes.words) {
        std::cmp::Ordering::Greater => true,
        std::cmp::Ordering::Less => false,
        std::cmp::Ordering::Equal => votes.numbers > 0 || known < 2 && votes.again > 0,
    }
}

fn votes(first: &Row, below: &[&Row]) -> Votes {
    let mut votes = Votes::default();
    for (at, cell) in first.cells().enumerate().filter(|(_, c)| !is_blank(c)) {
        let column: Vec<&str> = below
            .iter()
            .map(|row| row.get(at))
            .filter(|cell| !is_blank(cell))
            .collect();
        let numbers = column.iter().filter(|cell| is_numeric(cell)).count();
        let mostly_numbers = numbers * 5 > column.len() * 4;
        match (is_numeric(cell), mostly_numbers) {
            (true, true) => votes.numbers += 1,
            (false, true) => votes.words += 1,
            (_, false) => votes.again += usize::from(column.contains(&cell)),
        }
    }
    votes
}

/// Whether two rows say the same.
fn same(one: &Row, other: &Row) -> bool {
    one.cells().eq(other.cells())
}

/// Whether most signs of a cell are digits, as in numbers and dates.
fn is_numeric(cell: &str) -> bool {
    let digits = cell.chars().filter(|c| c.is_numeric()).count();
    let all = cell.chars().filter(|c| !c.is_whitespace()).count();
    digits > 0 && digits * 2 >= all
}

/// How many rows the header has: those that a cell merged downwards binds together, and those that
/// fill with words of headers what the row above left open. Merging across alone says nothing: an
/// entry may stand under it.
fn header_rows(body: &[(u32, Row)], spans: &[Span]) -> usize {
    let mut rows = 1;
    while rows < HEADER_ROWS.min(body.len().saturating_sub(1)) {
        let (Some((number, last)), Some((below, next))) = (body.get(rows - 1), body.get(rows))
        else {
            break;
        };
        let bound = spans
            .iter()
            .any(|s| s.has_row(*number) && s.has_row(*below));
        let words = next
            .cells()
            .filter(|c| !is_blank(c))
            .all(|c| !is_numeric(c));
        let known = next.cells().filter(|c| is_header_like(c)).count();
        let fills = known * 2 >= next.filled() && fills_gaps(last, next);
        if !(words && (bound || fills)) {
            break;
        }
        rows += 1;
    }
    rows
}

/// Whether the next row has a word of headers where this one is open.
fn fills_gaps(last: &Row, next: &Row) -> bool {
    let width = last.len().max(next.width());
    (0..width).any(|at| is_blank(last.get(at)) && is_header_like(next.get(at)))
}

/// Joins the cells of several header rows, each reaching as far to the right as its merging or, where
/// no merging is known, as the next cell that says something.
fn join(rows: &[(u32, Row)], spans: &[Span]) -> Vec<String> {
    let width = rows.iter().map(|(_, row)| row.width()).max().unwrap_or(0);
    let mut header = vec![String::new(); width];
    for (at, (number, row)) in rows.iter().enumerate() {
        let is_last = at + 1 == rows.len();
        let mut reaching = "";
        for (column, joined) in header.iter_mut().enumerate() {
            let own = row.get(column);
            let goes_on = !is_last && reaches(column, *number, spans);
            if !is_blank(own) || !goes_on {
                reaching = own;
            }
            add(joined, reaching);
        }
    }
    header
}

/// Whether a header cell to the left reaches into this column.
fn reaches(column: usize, row: u32, spans: &[Span]) -> bool {
    let mut of_row = spans.iter().filter(|s| s.has_row(row)).peekable();
    of_row.peek().is_none() || of_row.any(|s| s.is_wide() && s.has_column(column))
}

fn add(joined: &mut String, part: &str) {
    if is_blank(part) || fold(joined) == fold(part) {
        return;
    }
    if !joined.is_empty() {
        joined.push_str(" / ");
    }
    joined.push_str(part);
}

#[cfg(test)]
mod tests;
