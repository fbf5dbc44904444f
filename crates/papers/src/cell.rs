//! A cell of somebody's list, made harmless to show: what cannot be seen, or turns the direction of
//! what follows, stands as its code point; what is too long is cut, and says how long it is. The
//! letters themselves are never changed.

use std::fmt::Write;

use linkage::problem::is_invisible;

/// How many characters of a cell are shown.
pub const SHOWN: usize = 120;

/// A stretch of a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// As it came.
    Plain(String),
    /// A sign that cannot be seen, by its code point: `U+202E`.
    Sign(String),
}

/// A cell in pieces, cut where it is too long.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// In the order in which they stand.
    pub pieces: Vec<Piece>,
    /// How many characters there are in all, where some were cut off.
    pub cut_from: Option<usize>,
}

/// Takes a cell apart.
pub fn shown(text: &str) -> Shown {
    let mut pieces = Vec::new();
    let mut plain = String::new();
    let mut before = None;
    let mut signs = text.chars().peekable();
    for _ in 0..SHOWN {
        let Some(sign) = signs.next() else { break };
        if needs_showing(sign, before, signs.peek().copied()) {
            if !plain.is_empty() {
                pieces.push(Piece::Plain(std::mem::take(&mut plain)));
            }
            pieces.push(Piece::Sign(format!("U+{:04X}", u32::from(sign))));
        } else {
            plain.push(sign);
        }
        before = Some(sign);
    }
    if !plain.is_empty() {
        pieces.push(Piece::Plain(plain));
    }
    let rest = signs.count();
    Shown {
        pieces,
        cut_from: (rest > 0).then_some(SHOWN + rest),
    }
}

/// The same as plain text, for where there is no markup: the signs in angle brackets.
pub fn plainly(text: &str) -> String {
    let Shown { pieces, cut_from } = shown(text);
    let mut made: String = pieces
        .iter()
        .map(|piece| match piece {
            Piece::Plain(text) => text.clone(),
            Piece::Sign(sign) => format!("<{sign}>"),
        })
        .collect();
    if let Some(all) = cut_from {
        // Writing into a string cannot fail, here and below.
        let _ = write!(made, "… ({all})");
    }
    made
}

/// A cell for a workbook: whole, with what cannot be seen by its code, up to what a cell holds.
pub fn whole(text: &str) -> String {
    let mut made = String::new();
    let mut before = None;
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        let line_break = sign == '\n';
        if needs_showing(sign, before, signs.peek().copied()) && !line_break {
            let _ = write!(made, "<U+{:04X}>", u32::from(sign));
        } else {
            made.push(sign);
        }
        before = Some(sign);
    }
    cut(&made)
}

/// Our own words for a workbook, up to what a cell holds.
pub fn cut(text: &str) -> String {
    let mut left = WORKBOOK_CELL;
    let mut made: String = text
        .chars()
        .take_while(|sign| {
            let room = left >= sign.len_utf16();
            left = left.saturating_sub(sign.len_utf16());
            room
        })
        .collect();
    if made.len() < text.len() {
        made.push('…');
    }
    made
}

/// A cell of a workbook holds 32,767 units of UTF-16; a little is kept for the sign of a cut.
const WORKBOOK_CELL: usize = 32_700;

fn needs_showing(sign: char, before: Option<char>, after: Option<char>) -> bool {
    let joins = matches!(sign, '\u{200C}' | '\u{200D}');
    if joins && before.is_some_and(takes_joiners) && after.is_some_and(takes_joiners) {
        return false;
    }
    sign.is_control() || is_invisible(sign) || is_noncharacter(sign)
}

/// Persian and Urdu set compounds apart with a zero-width sign between two letters: orthography.
fn takes_joiners(sign: char) -> bool {
    matches!(sign, '\u{620}'..='\u{64A}' | '\u{66E}'..='\u{6D3}' | '\u{750}'..='\u{77F}')
}

/// What no text interchange may hold (Unicode Standard, 23.7).
fn is_noncharacter(sign: char) -> bool {
    let code = u32::from(sign);
    (0xFDD0..=0xFDEF).contains(&code) || code & 0xFFFE == 0xFFFE
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_seen_is_shown() {
        assert_eq!(plainly("a\u{202E}b\tc"), "a<U+202E>b<U+0009>c");
        assert_eq!(plainly("سمير\u{200F}"), "سمير<U+200F>");
    }

    #[test]
    fn persian_spelling_is_left_alone() {
        assert_eq!(plainly("علی\u{200C}رضا"), "علی\u{200C}رضا");
        assert_eq!(plainly("a\u{200C}b"), "a<U+200C>b");
    }

    #[test]
    fn what_is_too_long_says_how_long_it_is() {
        let cut = shown(&"x".repeat(10_000));
        assert_eq!(cut.cut_from, Some(10_000));
        assert!(plainly(&"x".repeat(10_000)).ends_with("… (10000)"));
        assert_eq!(shown(&"x".repeat(SHOWN)).cut_from, None);
    }

    #[test]
    fn a_workbook_cell_is_whole_up_to_what_it_can_hold() {
        assert_eq!(whole(&"x".repeat(10_000)).len(), 10_000);
        assert!(whole(&"\u{1F600}".repeat(40_000)).encode_utf16().count() <= 32_767);
        assert_eq!(whole("a\u{1}b\nc"), "a<U+0001>b\nc");
    }
}
