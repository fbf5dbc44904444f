//! Digits of any script, and the invisible signs that stand in cells.

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

/// Signs without a shape: direction, joining, soft hyphens, byte-order marks. They say nothing.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{00AD}' | '\u{061C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
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
