//! Digits of any script, and words folded to look them up: for headers, dates and words like
//! "unknown". The normal forms in which persons' names are compared stand in `name`.

use unicode_normalization::UnicodeNormalization;

use crate::problem::is_invisible;

/// The worth of a decimal digit of any script in which lists are written; none for other signs.
pub(crate) fn digit(c: char) -> Option<u32> {
    if c.is_ascii() {
        return c.to_digit(10);
    }
    let code = u32::from(c);
    let zero = ZEROS.iter().rev().find(|&&zero| zero <= code)?;
    (code - zero < 10).then_some(code - zero)
}

/// Where the ten digits of a script begin (Unicode general category Nd), in order.
const ZEROS: [u32; 24] = [
    0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6, 0x0C66, 0x0CE6, 0x0D66,
    0x0DE6, 0x0E50, 0x0ED0, 0x0F20, 0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0xA8D0, 0xAA50, 0xFF10,
];

/// A word as the tables have it: lower case, without accents, vowel marks, dots and quotation marks,
/// Arabic letters without their variants; hyphens as spaces.
pub(crate) fn fold(word: &str) -> String {
    let lower = word.to_lowercase();
    if is_folded(&lower) {
        return lower;
    }
    let folded: String = lower
        .nfkd()
        .filter(|&c| !(is_accent(c) || is_quote(c) || c == '.' || is_invisible(c)))
        .map(|c| match c {
            'ى' | 'ی' | 'ې' => 'ي',
            'ة' | 'ۀ' | 'ە' | 'ہ' => 'ه',
            'ک' => 'ك',
            'ı' => 'i',
            '-' => ' ',
            c => c,
        })
        .collect();
    let mut words = folded.split_whitespace();
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |all, word| all + " " + word)
}

/// What most cells are: letters and digits without anything to fold, in one word.
fn is_folded(lower: &str) -> bool {
    !lower.is_empty()
        && lower
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
}

/// Accents, Hebrew points, Arabic vowel marks and hamza, tatweel. Thai vowels are letters.
pub(crate) fn is_accent(c: char) -> bool {
    matches!(c, '\u{0300}'..='\u{036F}' | '\u{0591}'..='\u{05C7}' | '\u{0640}'
        | '\u{064B}'..='\u{065F}' | '\u{0670}')
}

/// Quotation marks of any kind, geresh and gershayim: in headers and dates they tell nothing apart.
fn is_quote(c: char) -> bool {
    matches!(
        c,
        '\'' | '"' | '`' | '\u{00B4}' | '\u{02BC}' | '\u{05F3}' | '\u{05F4}'
    ) || matches!(c, '\u{2018}'..='\u{201F}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_of_any_script_have_their_worth() {
        for digits in [
            "0123456789",
            "٠١٢٣٤٥٦٧٨٩",
            "۰۱۲۳۴۵۶۷۸۹",
            "๐๑๒๓๔๕๖๗๘๙",
            "０１２３４５６７８９",
        ] {
            let worth: Vec<u32> = digits.chars().filter_map(digit).collect();
            assert_eq!(worth, (0..10).collect::<Vec<u32>>());
        }
        assert_eq!(digit('a'), None);
        assert_eq!(digit('ก'), None);
        assert!(ZEROS.is_sorted());
    }
}
