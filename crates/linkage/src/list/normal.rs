//! Cells as words and as codes, in the normal forms in which they are compared.

use unicode_normalization::UnicodeNormalization;

use super::{Code, Words, spellings::spellings};
use crate::{name::normal, signs::digit};

/// The words of a cell: one reading for each spelling in it; none where nothing is left.
pub(super) fn words(cell: &str, separator: Option<char>) -> Option<Words> {
    let read = |text: String| {
        let text: String = text.chars().map(ascii_digit).collect();
        normal(&text).text
    };
    let readings = distinct(spellings(cell, separator).into_iter().map(read));
    (!readings.is_empty()).then_some(Words(readings))
}

/// The codes in a cell. What stands on both sides of a slash belongs to one code (12/345), unless the
/// mapping names the slash as the separator.
pub(super) fn codes(cell: &str, separator: Option<char>) -> Option<Code> {
    let parts = cell.split(|c| match separator {
        Some(separator) => c == separator,
        None => matches!(c, ';' | ',' | '|' | '\n' | '\r' | '؛' | '،'),
    });
    let readings = distinct(parts.map(code));
    (!readings.is_empty()).then_some(Code(readings))
}

/// Letters and digits alone, letters large, digits of any script as 0 to 9.
fn code(text: &str) -> String {
    if text.is_ascii() {
        let signs = text.chars().filter(char::is_ascii_alphanumeric);
        return signs.map(|c| c.to_ascii_uppercase()).collect();
    }
    let signs = text.nfkc().filter(|c| c.is_alphanumeric()).map(ascii_digit);
    signs.flat_map(char::to_uppercase).collect()
}

fn ascii_digit(c: char) -> char {
    let worth = digit(c).and_then(|worth| char::from_digit(worth, 10));
    worth.unwrap_or(c)
}

/// Each reading once, in order; empty ones left out.
fn distinct(readings: impl Iterator<Item = String>) -> Vec<String> {
    let mut kept: Vec<String> = Vec::with_capacity(1);
    for reading in readings {
        if !reading.is_empty() && !kept.contains(&reading) {
            kept.push(reading);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_folded_and_spellings_parted() {
        let read = |cell| words(cell, None).map_or(Vec::new(), |words| words.0);
        assert_eq!(read("  Saint-Étienne "), ["saint etienne"]);
        assert_eq!(read("Gaza / غزة").len(), 2);
        assert_eq!(read("Gaza / GAZA"), ["gaza"]);
        assert_eq!(read("٧ Main St."), ["7 main st"]);
        assert_eq!(words(" - ", None), None);
    }

    #[test]
    fn codes_keep_each_sign_and_lose_what_only_parts_them() {
        let read = |cell| codes(cell, None).map_or(Vec::new(), |codes| codes.0);
        assert_eq!(read("ab-12 34"), ["AB1234"]);
        assert_eq!(read("٠١٢٣"), ["0123"]);
        assert_eq!(read("12/345"), ["12345"]);
        assert_eq!(read("111; 222, 111"), ["111", "222"]);
        assert_eq!(codes("--", None), None);
    }
}
