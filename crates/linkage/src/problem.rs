//! What is wrong with a part of a list: said with its place, and never a reason to refuse the rest.

mod fault;

pub use fault::Fault;

use serde::Serialize;

/// Where something stands in a file as its owner sees it: sheet by name, row and column from 1.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Place {
    /// The sheet's name; none in a file that has no sheets.
    pub sheet: Option<String>,
    /// The row as the file's own program numbers it, from 1; none for what concerns a whole column.
    pub row: Option<u32>,
    /// The column, from 1; none for what concerns a whole row.
    pub column: Option<u32>,
}

/// Something that was not understood or is to be looked at. The row is kept whatever it is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Problem {
    /// Where.
    pub place: Place,
    /// What kind.
    pub what: Fault,
    /// The words or bytes at fault, shortened, harmless to show; empty where there are none.
    pub found: String,
}

/// How many characters of what was found are shown.
const SHOWN: usize = 60;

/// Text from outside made harmless to show and short: what cannot be seen, or turns the direction
/// of what follows, stands as its code point.
pub fn shown(text: &str) -> String {
    let mut made = String::new();
    for (at, sign) in text.chars().enumerate() {
        if at == SHOWN {
            made.push('…');
            break;
        }
        if sign.is_control() || is_invisible(sign) {
            made.push_str("<U+");
            made.push_str(&hex(sign));
            made.push('>');
        } else {
            made.push(sign);
        }
    }
    made
}

/// A character's number as the Unicode Standard writes it: at least four digits.
fn hex(sign: char) -> String {
    format!("{:04X}", u32::from(sign))
}

/// Whether a character has no shape of its own and may change how its neighbours are shown:
/// direction marks, embeddings, overrides and isolates (Unicode Standard Annex 9), zero-width
/// signs, fillers, soft hyphens, byte-order marks and tag characters.
pub fn is_invisible(sign: char) -> bool {
    matches!(sign,
        '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
        | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FEFF}' | '\u{FFA0}'
        | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E0FFF}')
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut before = "";
        if let Some(sheet) = &self.sheet {
            write!(f, "sheet {}", shown(sheet))?;
            before = ", ";
        }
        if let Some(row) = self.row {
            write!(f, "{before}row {row}")?;
            before = ", ";
        }
        if let Some(column) = self.column {
            write!(f, "{before}column {}", letters(column))?;
            before = ", ";
        }
        if before.is_empty() {
            f.write_str("the file")?;
        }
        Ok(())
    }
}

impl std::fmt::Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.place, self.what)?;
        if self.found.is_empty() {
            Ok(())
        } else {
            write!(f, ": {}", self.found)
        }
    }
}

/// A column's number, from 1, in the letters of spreadsheet programs: A to Z, AA and so on.
pub fn letters(column: u32) -> String {
    let mut rest = column;
    let mut made = Vec::new();
    while rest > 0 {
        let digit = u8::try_from((rest - 1) % 26).unwrap_or(0);
        made.push(char::from(b'A' + digit));
        rest = (rest - 1) / 26;
    }
    made.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_lettered_as_spreadsheets_do() {
        let lettered = [1, 26, 27, 52, 702, 703, 16_384].map(letters);
        assert_eq!(lettered, ["A", "Z", "AA", "AZ", "ZZ", "AAA", "XFD"]);
    }

    #[test]
    fn what_is_shown_turns_no_direction_and_is_short() {
        assert_eq!(shown("a\u{202E}b\n"), "a<U+202E>b<U+000A>");
        assert_eq!(shown(&"x".repeat(1000)).chars().count(), SHOWN + 1);
    }

    #[test]
    fn a_problem_is_a_sentence_with_its_place() {
        let problem = Problem {
            place: Place {
                sheet: Some("North".to_owned()),
                row: Some(7),
                column: Some(28),
            },
            what: Fault::NotText,
            found: "Sal\u{FFFD}m".to_owned(),
        };
        assert!(
            problem
                .to_string()
                .starts_with("sheet North, row 7, column AB: ")
        );
    }
}
