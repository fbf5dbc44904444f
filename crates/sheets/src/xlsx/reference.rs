//! Cell references: `B7`, `$B$7`, `B7:D9`.

use crate::span::Span;

/// A place in a sheet: the column from 0, the row from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Reference {
    pub column: usize,
    pub row: u32,
}

impl Reference {
    /// Reads a reference; none where it is none, or beyond any sheet.
    pub fn read(text: &str) -> Option<Self> {
        let mut column: usize = 0;
        let mut row: u32 = 0;
        let mut signs = text.bytes().filter(|b| *b != b'$').peekable();
        while let Some(letter) = signs.next_if(u8::is_ascii_alphabetic) {
            let digit = usize::from(letter.to_ascii_uppercase() - b'A') + 1;
            column = column.checked_mul(26)?.checked_add(digit)?;
        }
        for digit in signs {
            let digit = digit.is_ascii_digit().then(|| u32::from(digit - b'0'))?;
            row = row.checked_mul(10)?.checked_add(digit)?;
        }
        let column = column.checked_sub(1)?;
        (row > 0 && column < 1 << 31).then_some(Self { column, row })
    }

    /// Reads a range of two cells or one.
    pub fn range(text: &str) -> Option<Span> {
        let (from, to) = text.split_once(':').unwrap_or((text, text));
        let (from, to) = (Self::read(from)?, Self::read(to)?);
        (from.row <= to.row && from.column <= to.column).then_some(Span {
            top: from.row,
            bottom: to.row,
            left: from.column,
            right: to.column,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn references_are_read() {
        let read = |text| Reference::read(text).map(|r| (r.column, r.row));
        assert_eq!(read("A1"), Some((0, 1)));
        assert_eq!(read("$XFD$1048576"), Some((16_383, 1_048_576)));
        for wrong in [
            "",
            "A",
            "1",
            "A0",
            "A1B",
            "AAAAAAAAAAAAAAAAA1",
            "A99999999999",
        ] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
        assert_eq!(Reference::range("B2:A1"), None);
        assert!(Reference::range("A1:B2").is_some_and(Span::is_wide_and_high));
    }

    impl Span {
        fn is_wide_and_high(self) -> bool {
            self.is_wide() && self.is_high()
        }
    }

    proptest! {
        #[test]
        fn anything_is_a_reference_or_none(text in ".{0,30}") {
            let _ = Reference::range(&text);
        }
    }
}
