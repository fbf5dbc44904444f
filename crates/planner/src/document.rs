//! Reading a document that a person wrote (YAML 1.2, of which JSON is a part), strictly and into
//! types: no duplicate keys, anchors, merges or tags, `yes` is a word, and what no type knows is an
//! error with its line. Files are the caller's: what comes in is bytes.

use serde::de::DeserializeOwned;
use serde_saphyr::options::{DuplicateKeyPolicy, MergeKeyPolicy};
use thiserror::Error;

/// The most bytes of a document.
pub const BYTES_MOST: usize = 16 << 20;

/// Why a document cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum DocumentError {
    /// Too large.
    #[error(
        "reading the file: it has {bytes} bytes, and at most {BYTES_MOST} are read. Check that it is the file you meant."
    )]
    TooLarge {
        /// How many bytes it has.
        bytes: usize,
    },
    /// Not UTF-8.
    #[error("reading the file: line {line} is not UTF-8 text. Save the file as UTF-8.")]
    NotUtf8 {
        /// The line, from 1.
        line: usize,
    },
    /// Not YAML, or not of the form that was asked for.
    #[error("reading the file: {0}\nNothing was computed. Correct the file there.")]
    Form(String),
}

/// Reads a document.
///
/// # Errors
/// Says where and what the matter is.
pub fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, DocumentError> {
    let text = text(bytes)?;
    let mut options = serde_saphyr::Options::default();
    options.duplicate_keys = DuplicateKeyPolicy::Error;
    options.merge_keys = MergeKeyPolicy::Error;
    options.strict_booleans = true;
    options.reject_unsupported_tags = true;
    if let Some(budget) = &mut options.budget {
        budget.max_anchors = 0;
        budget.max_aliases = 0;
        budget.max_events = 8_000_000;
        budget.max_nodes = 4_000_000;
        budget.max_total_scalar_bytes = BYTES_MOST;
        budget.max_documents = 1;
    }
    serde_saphyr::from_str_with_options(text, options)
        .map_err(|e| DocumentError::Form(printable(&e.to_string())))
}

/// The text of a file of a size that is read, without its byte-order mark.
///
/// # Errors
/// It is too large, or no UTF-8.
pub fn text(bytes: &[u8]) -> Result<&str, DocumentError> {
    if bytes.len() > BYTES_MOST {
        return Err(DocumentError::TooLarge { bytes: bytes.len() });
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let before = bytes.iter().take(error.valid_up_to());
        DocumentError::NotUtf8 {
            line: 1 + before.filter(|byte| **byte == b'\n').count(),
        }
    })?;
    Ok(text.strip_prefix('\u{FEFF}').unwrap_or(text))
}

/// A message quotes the file, and goes to a terminal: no control character of the file reaches it.
fn printable(message: &str) -> String {
    let shown = |c: char| {
        if c.is_control() && c != '\n' {
            '\u{FFFD}'
        } else {
            c
        }
    };
    message.trim_end().chars().map(shown).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    type Map = BTreeMap<String, i64>;

    #[test]
    fn what_could_be_read_in_two_ways_is_refused() {
        assert_eq!(read::<Map>(b"a: 1\nb: 2\n").unwrap().len(), 2);
        for wrong in [
            "a: 1\na: 2\n",
            "a: &x 1\nb: *x\n",
            "a: !t 1\n",
            "a: 1\n---\nb: 2\n",
        ] {
            let refused = read::<Map>(wrong.as_bytes());
            assert!(matches!(refused, Err(DocumentError::Form(_))), "{wrong}");
        }
    }

    #[test]
    fn a_message_has_its_line_and_steers_no_terminal() {
        let refused = read::<Map>("a: 1\nb: \u{1b}[2Jx\n".as_bytes()).unwrap_err();
        let said = refused.to_string();
        assert!(
            said.contains("line 2") && !said.contains('\u{1b}'),
            "{said}"
        );
        let refused = read::<Map>(b"a: 1\nb: \xff\n");
        assert_eq!(refused, Err(DocumentError::NotUtf8 { line: 2 }));
    }
}
