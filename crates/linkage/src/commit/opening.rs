//! Opening an entry, or some of its fields, and checking an opening against a commitment, offline.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::{
    Commitment, Digest,
    list::{entry_hash, field_hash},
    tree::climb,
};

/// The most bytes that are read of one opening.
const MOST: usize = 16 << 20;

/// What shows that an entry stands in a committed list: JSON on one line, in one form only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Opening {
    /// [`Opening::FORMAT`].
    pub format: String,
    /// The digest of the commitment's text.
    pub commitment: Digest,
    /// Where in the tree the entry stands, from 0. It says nothing of where it stands in the list.
    pub place: u64,
    /// The entry's salt.
    pub salt: Digest,
    /// A field for each name of the commitment, in its order.
    pub fields: Vec<Field>,
    /// The hashes from the leaf to the root, lowest first.
    pub path: Vec<Digest>,
}

/// A field of an opened entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged, deny_unknown_fields)]
pub enum Field {
    /// Its words are shown.
    Shown {
        /// As in the commitment.
        name: String,
        /// The field's salt.
        salt: Digest,
        /// Its words.
        value: String,
    },
    /// Only its hash is shown.
    Hidden {
        /// The hash.
        hidden: Digest,
    },
}

/// Why an opening shows nothing.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum OpeningError {
    /// Not an opening in its one form.
    #[error(
        "checking an opening: it is not an opening as this program writes it ({0}); ask for the file again"
    )]
    Form(String),
    /// It names another commitment.
    #[error(
        "checking an opening: it is of commitment {found}, not of this one; look for the commitment that it was made for"
    )]
    OtherCommitment {
        /// The one that it names.
        found: Digest,
    },
    /// Its fields are not those of the commitment.
    #[error(
        "checking an opening: its field {0} is not the one that the commitment has there; the opening was altered, or made for another list"
    )]
    OtherFields(usize),
    /// Its hashes do not lead to the root.
    #[error(
        "checking an opening: it does not lead to the root of the commitment; what it shows is not what was committed to, or it was altered"
    )]
    NotCommitted,
}

impl Opening {
    /// How an opening names its format.
    pub const FORMAT: &'static str = "good offices opening 1";

    /// Reads an opening. Any other form of the same data is refused.
    pub fn read(bytes: &[u8]) -> Result<Self, OpeningError> {
        let form = |why: &str| OpeningError::Form(why.to_owned());
        if bytes.len() > MOST {
            return Err(form("it is too long"));
        }
        let read: Self = serde_json::from_slice(bytes).map_err(|e| form(&e.to_string()))?;
        if read.format != Self::FORMAT {
            return Err(form("another format"));
        }
        if read.write() != bytes {
            return Err(form("spaces, order or digits differ"));
        }
        Ok(read)
    }

    /// The opening as JSON on one line.
    pub fn write(&self) -> Vec<u8> {
        // Strings, digests and a number: nothing here can fail to be written.
        let mut bytes = serde_json::to_vec(self).unwrap_or_default();
        bytes.push(b'\n');
        bytes
    }

    /// Checks that what is shown is what was committed to.
    pub fn check(&self, commitment: &Commitment) -> Result<(), OpeningError> {
        if self.commitment != commitment.digest() {
            return Err(OpeningError::OtherCommitment {
                found: self.commitment,
            });
        }
        let names = commitment.schema.names();
        if self.fields.len() != names.len() {
            return Err(OpeningError::OtherFields(
                self.fields.len().min(names.len()) + 1,
            ));
        }
        let mut hashes = Vec::with_capacity(names.len());
        for (at, (field, expected)) in self.fields.iter().zip(names).enumerate() {
            hashes.push(match field {
                Field::Shown { name, .. } if name != expected => {
                    return Err(OpeningError::OtherFields(at + 1));
                }
                Field::Shown { name, salt, value } => field_hash(salt.as_bytes(), name, value),
                Field::Hidden { hidden } => *hidden,
            });
        }
        let leaf = entry_hash(self.salt.as_bytes(), &hashes);
        match climb(leaf, self.place, commitment.entries, &self.path) {
            Some(root) if root == commitment.root => Ok(()),
            _ => Err(OpeningError::NotCommitted),
        }
    }

    /// The words of a field, where they are shown.
    pub fn shown(&self, wanted: &str) -> Option<&str> {
        self.fields.iter().find_map(|field| match field {
            Field::Shown { name, value, .. } if name == wanted => Some(value.as_str()),
            Field::Shown { .. } | Field::Hidden { .. } => None,
        })
    }
}
