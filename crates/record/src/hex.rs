//! Lower-case hexadecimal, read strictly: one spelling for one value, so that two encodings never differ.

use std::fmt::Write as _;

/// Why a hexadecimal text was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum HexError {
    /// The text is too short or too long.
    #[error(
        "reading hexadecimal: expected {expected} digits and found {found}; copy the whole value"
    )]
    Length {
        /// Digits wanted.
        expected: usize,
        /// Digits given.
        found: usize,
    },
    /// The text holds something other than `0`-`9` and `a`-`f`.
    #[error(
        "reading hexadecimal: only the digits 0-9 and a-f may stand here, in lower case; copy the value as it was written"
    )]
    Digit,
}

pub(crate) fn encode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        push(&mut text, *byte);
    }
    text
}

pub(crate) fn push(text: &mut String, byte: u8) {
    for nibble in [byte >> 4, byte & 15] {
        let digit = if nibble < 10 {
            b'0' + nibble
        } else {
            b'a' + nibble - 10
        };
        text.push(char::from(digit));
    }
}

pub(crate) fn decode<const N: usize>(text: &str) -> Result<[u8; N], HexError> {
    decode_bytes(text.as_bytes())
}

pub(crate) fn decode_bytes<const N: usize>(text: &[u8]) -> Result<[u8; N], HexError> {
    if text.len() != N * 2 {
        return Err(HexError::Length {
            expected: N * 2,
            found: text.len(),
        });
    }
    let mut bytes = [0_u8; N];
    let (pairs, _) = text.as_chunks::<2>();
    for (byte, [high, low]) in bytes.iter_mut().zip(pairs) {
        *byte = (nibble(*high)? << 4) | nibble(*low)?;
    }
    Ok(bytes)
}

fn nibble(digit: u8) -> Result<u8, HexError> {
    match digit {
        b'0'..=b'9' => Ok(digit - b'0'),
        b'a'..=b'f' => Ok(digit - b'a' + 10),
        _ => Err(HexError::Digit),
    }
}

/// Groups of four digits, easier to read out over a telephone.
pub(crate) fn grouped(hex: &str) -> String {
    let mut text = String::with_capacity(hex.len() + hex.len() / 4);
    for (at, digit) in hex.chars().enumerate() {
        if at > 0 && at % 4 == 0 {
            let _ = text.write_char(' ');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_spelling_for_one_value() {
        assert_eq!(encode(&[0x0f, 0xa0]), "0fa0");
        assert_eq!(decode::<2>("0fa0"), Ok([0x0f, 0xa0]));
        assert_eq!(decode::<2>("0FA0"), Err(HexError::Digit));
        assert_eq!(
            decode::<2>("0fa"),
            Err(HexError::Length {
                expected: 4,
                found: 3
            })
        );
        assert_eq!(grouped("0123456789"), "0123 4567 89");
    }
}
