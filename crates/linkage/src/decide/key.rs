//! What names an entry in a table of decisions: sixteen digits of its list's digest, its row, and its
//! sheet where there are several, such as `3f2a9c1b7e4d5a60-12` or `3f2a9c1b7e4d5a60-12-North`.

use crate::problem::Place;

/// How many digits of a digest.
const DIGITS: usize = 16;

/// An entry of a list, wherever the list is looked at again.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct EntryKey {
    /// The first digits of the digest of the list's file.
    pub list: String,
    /// The row, as the file's own program numbers it.
    pub row: u32,
    /// The sheet; none in a file without.
    pub sheet: Option<String>,
}

impl EntryKey {
    /// Of an entry that stands at a place in the file of this digest (in hexadecimal).
    pub fn new(digest: &str, place: &Place) -> Self {
        Self {
            list: digest.chars().take(DIGITS).collect(),
            row: place.row.unwrap_or(0),
            sheet: place.sheet.clone(),
        }
    }

    /// Reads it as it is written; none where it is none.
    pub fn read(text: &str) -> Option<Self> {
        let mut parts = text.trim().splitn(3, '-');
        let (list, row) = (parts.next()?, parts.next()?);
        let whole = list.len() == DIGITS && list.bytes().all(|b| b.is_ascii_hexdigit());
        Some(Self {
            list: whole.then(|| list.to_ascii_lowercase())?,
            row: row.parse().ok()?,
            sheet: parts.next().map(ToOwned::to_owned),
        })
    }

    /// Whether it is of the file of this digest.
    pub fn is_of(&self, digest: &str) -> bool {
        digest.starts_with(&self.list)
    }
}

impl std::fmt::Display for EntryKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}-{}", self.list, self.row)?;
        match &self.sheet {
            Some(sheet) => write!(f, "-{sheet}"),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_read_as_it_is_written() {
        let digest = "3f2a9c1b7e4d5a60ffee";
        for (sheet, written) in [
            (None, "3f2a9c1b7e4d5a60-12"),
            (Some("North-1 ا"), "3f2a9c1b7e4d5a60-12-North-1 ا"),
        ] {
            let place = Place {
                sheet: sheet.map(ToOwned::to_owned),
                row: Some(12),
                column: None,
            };
            let key = EntryKey::new(digest, &place);
            assert_eq!(key.to_string(), written);
            assert_eq!(EntryKey::read(written).as_ref(), Some(&key));
            assert!(key.is_of(digest) && !key.is_of("3f2a9c1b7e4d5a61"));
        }
        for wrong in [
            "",
            "12",
            "3f2a-12",
            "3f2a9c1b7e4d5a60",
            "3f2a9c1b7e4d5a6x-12",
            "3f2a9c1b7e4d5a60-x",
        ] {
            assert_eq!(EntryKey::read(wrong), None, "{wrong}");
        }
    }
}
