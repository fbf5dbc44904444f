//! Which sign stands between the cells of a line: the one that cuts most lines into the same number
//! of cells.

use csv::{ReaderBuilder, StringRecord};

const CANDIDATES: [u8; 4] = [b',', b';', b'\t', b'|'];

/// How many rows, and of how many bytes, are looked at.
const ROWS: usize = 50;
const BYTES: usize = 1 << 16;

/// The delimiter of a text, and the byte at which its rows begin: after the line `sep=;` by which
/// spreadsheet programs are told.
pub(super) fn find(name: &str, text: &str) -> (u8, usize) {
    if let Some(told) = told(text) {
        return told;
    }
    let tabs = [".tsv", ".tab"]
        .iter()
        .any(|end| name.to_lowercase().ends_with(end));
    let head = head(text);
    let mut best = (if tabs { b'\t' } else { b',' }, 0);
    for candidate in CANDIDATES {
        let score = score(head, candidate);
        if score > best.1 || score == best.1 && tabs && candidate == b'\t' {
            best = (candidate, score);
        }
    }
    (best.0, 0)
}

fn told(text: &str) -> Option<(u8, usize)> {
    let line = text.lines().next()?;
    let sign = line
        .strip_prefix("sep=")
        .or_else(|| line.strip_prefix("SEP="))?;
    let [delimiter] = sign.as_bytes() else {
        return None;
    };
    let after = text.get(line.len()..)?;
    let end = after.len()
        - after
            .trim_start_matches('\r')
            .trim_start_matches('\n')
            .len();
    let end = if after.starts_with("\r\n") {
        2
    } else {
        end.min(1)
    };
    (!matches!(delimiter, b'"' | b'\r' | b'\n')).then_some((*delimiter, line.len() + end))
}

/// The first lines, whole.
fn head(text: &str) -> &str {
    if text.len() <= BYTES {
        return text;
    }
    let cut = (0..=BYTES).rev().find(|at| text.is_char_boundary(*at));
    let head = text.get(..cut.unwrap_or(0)).unwrap_or_default();
    match head.rfind(['\n', '\r']) {
        Some(end) => head.get(..end).unwrap_or_default(),
        None => head,
    }
}

/// How well a delimiter cuts: the number of rows that agree on a number of cells above one, each
/// counted by its cuts, less what does not agree.
fn score(head: &str, delimiter: u8) -> usize {
    let mut reader = ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .from_reader(head.as_bytes());
    let mut record = StringRecord::new();
    let mut widths = Vec::new();
    while widths.len() < ROWS && matches!(reader.read_record(&mut record), Ok(true)) {
        widths.push(record.len());
    }
    let agreeing = |width: usize| widths.iter().filter(|w| **w == width).count();
    let best = widths
        .iter()
        .filter(|w| **w > 1)
        .map(|&width| {
            (
                agreeing(width) * agreeing(width) * 16 / widths.len(),
                width.min(8),
            )
        })
        .max();
    best.map_or(0, |(agree, width)| agree * (width + 6))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, delimiter: u8) {
        assert_eq!(char::from(find("list.csv", text).0), char::from(delimiter));
    }

    #[test]
    fn delimiters_are_told_apart() {
        check("name,born\nNoor,1980\n", b',');
        check("name;born\nNoor, Ali;1980\nSami;1975\n", b';');
        check("name;remark\nNoor;a, b, c\nSami;d, e\nHuda;f\n", b';');
        check("name\tborn\nNoor, Ali\t1980\n", b'\t');
        check("name|born\nNoor|1980\n", b'|');
        check("name\nNoor\n", b',');
        check("", b',');
        check("\"Noor; Ali\",x\n\"Sami; Omar\",y\n", b',');
    }

    #[test]
    fn a_spreadsheet_programs_line_is_obeyed_and_passed_over() {
        assert_eq!(find("x", "sep=;\r\na;b\r\n"), (b';', 7));
        assert_eq!(find("x", "sep=|\na|b\n"), (b'|', 6));
        assert_eq!(find("x", "sep="), (b',', 0));
    }
}
