//! The signs of a cell as numbers and words. What they mean together stands in `read`.

use std::borrow::Cow;

use super::gematria::is_mark;
pub(super) use crate::signs::fold;
use crate::{
    problem::is_invisible,
    signs::{digit, is_accent},
};

/// A number as it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Number {
    pub value: u32,
    /// How many digits, leading noughts included.
    pub digits: u8,
}

/// One piece of a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token {
    Number(Number),
    /// A word, folded; and as it came, with Hebrew number marks.
    Word {
        folded: String,
        raw: String,
    },
    /// One sign between them; white space is left out.
    Sign(char),
}

/// A cell longer than this is no date.
const LONGEST: usize = 200;

/// The pieces of a cell, without a time of day; none if it is too long to be a date.
pub(super) fn scan(text: &str) -> Option<Vec<Token>> {
    if text.len() > LONGEST {
        return None;
    }
    let signs: Vec<char> = plain(text).chars().collect();
    let signs = without_time(&signs);
    let mut tokens = Vec::new();
    let mut rest = signs;
    while let Some((&c, after)) = rest.split_first() {
        let length = match c {
            c if c.is_ascii_digit() => run(rest, |c| c.is_ascii_digit()),
            c if is_letter(c) => word_length(rest),
            _ => 1,
        };
        let (piece, left) = rest.split_at_checked(length).unwrap_or((rest, after));
        if c.is_ascii_digit() {
            tokens.push(Token::Number(number(piece)?));
        } else if is_letter(c) {
            let piece: String = piece.iter().collect();
            tokens.push(Token::Word {
                folded: fold(&piece),
                raw: piece,
            });
        } else if !c.is_whitespace() {
            tokens.push(Token::Sign(c));
        }
        rest = left;
    }
    Some(tokens)
}

/// Digits of any script as 0 to 9, invisible signs left out, dashes of any length as one.
pub(super) fn plain(text: &str) -> Cow<'_, str> {
    // None of what is changed here is ASCII.
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    text.chars()
        .filter(|&c| !is_invisible(c))
        .map(|c| match digit(c) {
            Some(worth) => char::from_digit(worth, 10).unwrap_or(c),
            None if matches!(c, '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{05BE}') => '-',
            None if matches!(c, '\u{2044}' | '\u{2215}' | '\u{FF0F}') => '/',
            None => c,
        })
        .collect()
}

fn is_letter(c: char) -> bool {
    c.is_alphabetic() || is_accent(c) || matches!(c, '\u{0E31}'..='\u{0E4E}')
}

/// A word goes on over quotation marks, and over a dot that a letter follows (A.D., ม.ค.).
fn word_length(signs: &[char]) -> usize {
    let mut length = 0;
    for (at, &c) in signs.iter().enumerate() {
        let next = signs.get(at + 1).copied().unwrap_or(' ');
        if !(is_letter(c) || is_mark(c) || (c == '.' && is_letter(next))) {
            break;
        }
        length = at + 1;
    }
    length
}

fn run(signs: &[char], of: impl Fn(char) -> bool) -> usize {
    signs.iter().take_while(|&&c| of(c)).count()
}

fn number(digits: &[char]) -> Option<Number> {
    let more = |value: u32, digit: &char| value.checked_mul(10)?.checked_add(digit.to_digit(10)?);
    Some(Number {
        value: digits.iter().try_fold(0, more)?,
        digits: u8::try_from(digits.len()).ok()?,
    })
}

/// Cuts a time of day from the end: `1956-04-09T00:00:00`, `9.4.1956 12:30`.
fn without_time(signs: &[char]) -> &[char] {
    let Some(colon) = signs.iter().position(|&c| c == ':') else {
        return signs;
    };
    let before = signs.get(..colon).unwrap_or_default();
    let hours = before
        .iter()
        .rev()
        .take_while(|c| c.is_ascii_digit())
        .count();
    let day = before.get(..colon - hours).unwrap_or_default();
    match day.split_last() {
        Some((&between, day)) if (1..=2).contains(&hours) => match between {
            'T' | 't' => day,
            c if c.is_whitespace() => day,
            _ => signs,
        },
        _ => signs,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(text: &str) -> String {
        let show = |token| match token {
            Token::Number(n) => format!("{}/{}", n.value, n.digits),
            Token::Word { folded, .. } => folded,
            Token::Sign(c) => c.to_string(),
        };
        let tokens = scan(text).unwrap_or_default();
        tokens.into_iter().map(show).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn cells_are_cut_into_pieces() {
        assert_eq!(shape("09/4/1956"), "9/2 / 4/1 / 1956/4");
        assert_eq!(shape("٩ نيسان ١٩٥٦"), "9/1 نيسان 1956/4");
        assert_eq!(shape("1er août 1956"), "1/1 er aout 1956/4");
        assert_eq!(shape("5 ม.ค. 2500"), "5/1 มค . 2500/4");
        assert_eq!(shape("1956-04-09T00:00:00Z"), "1956/4 - 4/2 - 9/2");
        assert_eq!(shape("9.4.1956 12:30"), "9/1 . 4/1 . 1956/4");
        assert_eq!(shape("DOB: 1956"), "dob : 1956/4");
        assert_eq!(shape("\u{200F}9\u{2013}4\u{2013}56"), "9/1 - 4/1 - 56/2");
    }

    #[test]
    fn what_is_too_long_is_no_date() {
        assert_eq!(scan(&"9".repeat(LONGEST + 1)), None);
        assert_eq!(scan("99999999999"), None);
    }
}
