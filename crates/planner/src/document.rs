//! Reading a document that a person wrote (YAML 1.2, of which JSON is a part), strictly and into
//! types: no duplicate keys, anchors, merges or tags, `yes` is a word, and what no type knows is an
//! error. Where a document cannot be read, all that is wrong in it is looked for and told at once,
//! each with its line, with what can stand there and with what was most likely meant. Files are the
//! caller's: what comes in is bytes.

pub(crate) mod fault;
pub(crate) mod faulty;
mod form;
mod forms;
mod kind;
pub(crate) mod mend;
pub(crate) mod near;
mod open;
pub(crate) mod placed;
pub(crate) mod scalar;
mod split;
mod syntax;
pub(crate) mod tree;
pub(crate) mod typographic;
mod value;
pub(crate) mod way;
pub(crate) mod when;

#[cfg(test)]
mod tests;

use schemars::JsonSchema;
use serde::de::DeserializeOwned;
use serde_saphyr::options::{DuplicateKeyPolicy, MergeKeyPolicy};
use thiserror::Error;

pub use fault::Fault;
use form::Found;
pub use kind::Kind;
pub use placed::Placed;

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
    #[error("reading the file: line {line} is not UTF-8 text. {advice}")]
    NotUtf8 {
        /// The line, from 1.
        line: usize,
        /// What to do.
        advice: &'static str,
    },
    /// Another kind of file than was asked for.
    #[error("reading the file: it is {found}, and {asked} is needed here. Such a file is read by {}.", .found.reader())]
    OtherKind {
        /// What was asked for.
        asked: Kind,
        /// What it is.
        found: Kind,
    },
    /// Another version of the form.
    #[error(
        "reading the file: `{key}` says that it is written in version {found} of its form, and only version 1 is read. Use a newer program, or, if 1 was meant, write `{key}: 1`."
    )]
    Version {
        /// The key that says it.
        key: &'static str,
        /// The version that it says.
        found: String,
    },
    /// Not YAML, or not of the form that was asked for: all places where it is not.
    #[error("reading the file: {}\nNothing was computed. Correct the file there.", fault::list(.0))]
    Faults(Vec<Fault>),
    /// Not read, for a reason of the reader of YAML that has no place.
    #[error("reading the file: {0}\nNothing was computed. Correct the file there.")]
    Form(String),
}

/// Reads a document.
///
/// # Errors
/// Says where and what the matter is: everything that is wrong, as far as it can be seen at once.
pub fn read<T: DeserializeOwned + JsonSchema>(bytes: &[u8]) -> Result<T, DocumentError> {
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
    let document: T = serde_saphyr::from_str_with_options(text, options)
        .map_err(|error| refused::<T>(text, &error))?;
    // The reader takes 017 for 17, 0x10 for 16, 1_000 and 1e3 for 1000; another takes them for something else.
    match form::misread::<T>(text) {
        faults if faults.is_empty() => Ok(document),
        faults => Err(DocumentError::Faults(faults)),
    }
}

/// What is told of a document that was refused: what is found in it, or else what the reader said.
fn refused<T: JsonSchema>(text: &str, error: &serde_saphyr::Error) -> DocumentError {
    if text.trim().is_empty() {
        return DocumentError::Form("there is nothing in it.".to_owned());
    }
    match form::faults::<T>(text) {
        Found::Other(asked, found) => DocumentError::OtherKind { asked, found },
        Found::Version(key, found) => DocumentError::Version {
            key,
            found: fault::shown(&found),
        },
        Found::Nothing => DocumentError::Form(
            "there is nothing in it but remarks: what follows a # is passed over.".to_owned(),
        ),
        Found::Faults(faults) if faults.is_empty() => {
            DocumentError::Form(printable(&error.to_string()))
        }
        Found::Faults(faults) => DocumentError::Faults(faults),
    }
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
            advice: if bytes.starts_with(b"PK") || bytes.starts_with(b"%PDF") {
                "It is a document of a word processor or a spreadsheet, or a PDF: save what is in it as plain text."
            } else {
                "Save the file as plain text in UTF-8."
            },
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
