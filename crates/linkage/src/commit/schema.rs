//! The names of the fields that each entry of a committed list has.

use thiserror::Error;

/// The most fields that an entry may have.
pub const MOST_FIELDS: usize = 256;

/// The most bytes of a field's name.
pub const MOST_NAME: usize = 200;

/// The names of an entry's fields, in order, each once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Schema(Vec<String>);

/// Why these names cannot be a schema.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum SchemaError {
    /// No field at all, or more than [`MOST_FIELDS`].
    #[error("naming the fields of a list: there are {0}; there must be 1 to {MOST_FIELDS}")]
    Number(usize),
    /// A name that is empty, too long, or holds a control character.
    #[error(
        "naming the fields of a list: the name of field {0} is empty, longer than {MOST_NAME} bytes, or holds a line break or another control character; give it a name of one line"
    )]
    Name(usize),
    /// The same name twice.
    #[error("naming the fields of a list: “{0}” stands twice; give each field a name of its own")]
    Twice(String),
}

impl Schema {
    /// A schema of these names.
    pub fn new(names: Vec<String>) -> Result<Self, SchemaError> {
        if names.is_empty() || names.len() > MOST_FIELDS {
            return Err(SchemaError::Number(names.len()));
        }
        for (at, name) in names.iter().enumerate() {
            if name.is_empty() || name.len() > MOST_NAME || name.chars().any(char::is_control) {
                return Err(SchemaError::Name(at + 1));
            }
            if names.iter().take(at).any(|other| other == name) {
                return Err(SchemaError::Twice(name.clone()));
            }
        }
        Ok(Self(names))
    }

    /// The names, in order.
    pub fn names(&self) -> &[String] {
        &self.0
    }

    /// Where a field of this name stands.
    pub fn place(&self, name: &str) -> Option<usize> {
        self.0.iter().position(|one| one == name)
    }
}
