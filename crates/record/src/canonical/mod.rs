//! RFC 8785 canonical JSON, restricted to what every reader understands alike: null, booleans, strings, integers
//! within ±(2^53 - 1), arrays and objects. One value has one spelling; another spelling is refused, not repaired.

mod read;
mod write;

use serde::Serialize;
use serde_json::Value;

pub use read::MAX_DEPTH;

/// Why a value or a text is no canonical JSON.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CanonicalError {
    /// The text is no JSON.
    #[error("reading canonical JSON: it is no JSON ({0}); the text was cut short or altered")]
    Json(String),
    /// A key stands twice in one object.
    #[error(
        "reading canonical JSON: the key {0:?} stands twice in one object; readers would disagree on which counts"
    )]
    DuplicateKey(String),
    /// A number is no integer, or too large for some readers.
    #[error(
        "canonical JSON: the number {0} is not an integer between -9007199254740991 and 9007199254740991; write other numbers as strings"
    )]
    Number(String),
    /// Objects and arrays are nested too deeply.
    #[error("canonical JSON: values are nested more than {MAX_DEPTH} deep; flatten them")]
    TooDeep,
    /// The text is valid, but not the canonical spelling.
    #[error(
        "reading canonical JSON: the text differs from its canonical spelling at byte {0} (order of keys, spaces or escapes); it was re-serialised by another program, use the original"
    )]
    Spelling(usize),
    /// The value cannot be written as JSON.
    #[error("writing canonical JSON: the value cannot be represented ({0}); keys must be strings")]
    Unrepresentable(String),
}

/// The canonical bytes of a value.
pub fn to_canonical<T: Serialize + ?Sized>(value: &T) -> Result<Vec<u8>, CanonicalError> {
    let value = serde_json::to_value(value)
        .map_err(|error| CanonicalError::Unrepresentable(error.to_string()))?;
    write_value(&value)
}

/// The canonical bytes of a JSON value.
pub fn write_value(value: &Value) -> Result<Vec<u8>, CanonicalError> {
    let mut bytes = Vec::new();
    write::value(&mut bytes, value, 0)?;
    Ok(bytes)
}

/// Reads canonical JSON; any other spelling of the same value is refused.
pub fn parse_strict(bytes: &[u8]) -> Result<Value, CanonicalError> {
    let value = read::parse(bytes)?;
    let canonical = write_value(&value)?;
    if canonical == bytes {
        return Ok(value);
    }
    let same = canonical
        .iter()
        .zip(bytes)
        .take_while(|(a, b)| a == b)
        .count();
    Err(CanonicalError::Spelling(same))
}
