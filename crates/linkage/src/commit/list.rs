//! A list with its leaves, tree and order: what its owner needs to make a commitment and openings.

use std::borrow::Cow;

use rayon::prelude::*;
use sha2::{Digest as _, Sha256};
use thiserror::Error;

use super::{Digest, Field, ListSecret, Opening, Schema, tree::Tree};

/// Where the words of a list's entries are taken from.
pub trait Entries: Sync {
    /// How many entries there are.
    fn len(&self) -> usize;
    /// The words of a field of an entry, both counted from 0; empty where it has none.
    fn words(&self, entry: usize, field: usize) -> Cow<'_, str>;
    /// Whether there are none.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl Entries for Vec<Vec<String>> {
    fn len(&self) -> usize {
        self.as_slice().len()
    }

    fn words(&self, entry: usize, field: usize) -> Cow<'_, str> {
        let words = self.get(entry).and_then(|fields| fields.get(field));
        Cow::Borrowed(words.map_or("", String::as_str))
    }
}

/// A committed list as its owner has it.
pub struct CommittedList<'a> {
    secret: &'a ListSecret,
    schema: &'a Schema,
    entries: &'a dyn Entries,
    /// Which entry stands at each place of the tree.
    at: Vec<u32>,
    tree: Tree,
}

/// Why no list can be made, or no opening.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ListError {
    /// More entries than can be numbered.
    #[error("committing to a list: it has {0} entries; the most is 4,294,967,295. Divide it.")]
    TooLong(usize),
    /// The list has no such entry.
    #[error("opening an entry: the list has no entry {entry}; it has {of}, counted from 1")]
    NoSuchEntry {
        /// Counted from 1.
        entry: usize,
        /// How many there are.
        of: usize,
    },
    /// The list has no such field.
    #[error(
        "opening an entry: the list has no field “{0}”; the commitment names those that it has"
    )]
    NoSuchField(String),
}

impl<'a> CommittedList<'a> {
    /// Hashes all entries. The same secret, schema and entries give the same tree.
    pub fn new(
        secret: &'a ListSecret,
        schema: &'a Schema,
        entries: &'a dyn Entries,
    ) -> Result<Self, ListError> {
        let count = u32::try_from(entries.len()).map_err(|_| ListError::TooLong(entries.len()))?;
        let mut ranked: Vec<([u8; 32], u32)> = (0..count)
            .into_par_iter()
            .map(|i| (secret.rank(i as usize), i))
            .collect();
        ranked.par_sort_unstable();
        let at: Vec<u32> = ranked.into_iter().map(|(_, entry)| entry).collect();
        let leaf = |entry: &u32| {
            let entry = *entry as usize;
            let fields = field_hashes(secret, schema, entries, entry);
            entry_hash(&secret.entry_salt(entry), &fields)
        };
        let tree = Tree::over(at.par_iter().map(leaf).collect());
        Ok(Self {
            secret,
            schema,
            entries,
            at,
            tree,
        })
    }

    /// The root of the tree.
    pub fn root(&self) -> Digest {
        self.tree.root()
    }

    /// How many entries it has.
    pub fn len(&self) -> usize {
        self.at.len()
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.at.is_empty()
    }

    /// Which entry, counted from 0, stands at each place of the tree.
    pub fn order(&self) -> &[u32] {
        &self.at
    }

    /// The place at which an entry stands, both counted from 0.
    pub fn place_of(&self, entry: usize) -> Option<usize> {
        self.at.iter().position(|one| *one as usize == entry)
    }

    /// Opens fields of the entry that stands at this place, all of them where none is named.
    pub fn open(
        &self,
        commitment: Digest,
        place: usize,
        names: &[&str],
    ) -> Result<Opening, ListError> {
        let none = ListError::NoSuchEntry {
            entry: place + 1,
            of: self.len(),
        };
        let entry = *self.at.get(place).ok_or(none)? as usize;
        if let Some(unknown) = names.iter().find(|name| self.schema.place(name).is_none()) {
            return Err(ListError::NoSuchField((*unknown).to_owned()));
        }
        let fields = (0..).zip(self.schema.names()).map(|(number, name)| {
            let salt = self.secret.field_salt(entry, number);
            let value = self.entries.words(entry, number).into_owned();
            if names.is_empty() || names.contains(&name.as_str()) {
                let salt = Digest::from_bytes(salt);
                Field::Shown {
                    name: name.clone(),
                    salt,
                    value,
                }
            } else {
                Field::Hidden {
                    hidden: field_hash(&salt, name, &value),
                }
            }
        });
        Ok(Opening {
            format: Opening::FORMAT.to_owned(),
            commitment,
            place: place as u64,
            salt: Digest::from_bytes(self.secret.entry_salt(entry)),
            fields: fields.collect(),
            path: self.tree.path(place),
        })
    }
}

/// The hash of a field: SHA-256 of a zero byte, the salt, `F`, the length of the name in two bytes,
/// the name, and the words.
pub fn field_hash(salt: &[u8; 32], name: &str, words: &str) -> Digest {
    let length = u16::try_from(name.len()).unwrap_or(u16::MAX);
    let hash = Sha256::new()
        .chain_update([0])
        .chain_update(salt)
        .chain_update(b"F")
        .chain_update(length.to_be_bytes())
        .chain_update(name.as_bytes())
        .chain_update(words.as_bytes());
    Digest::from_bytes(hash.finalize().into())
}

/// The leaf of an entry: SHA-256 of a zero byte, the salt, `E`, the number of fields in two bytes,
/// and the hashes of the fields.
pub fn entry_hash(salt: &[u8; 32], fields: &[Digest]) -> Digest {
    let count = u16::try_from(fields.len()).unwrap_or(u16::MAX);
    let mut hash = Sha256::new()
        .chain_update([0])
        .chain_update(salt)
        .chain_update(b"E")
        .chain_update(count.to_be_bytes());
    for field in fields {
        hash.update(field.as_bytes());
    }
    Digest::from_bytes(hash.finalize().into())
}

fn field_hashes(
    secret: &ListSecret,
    schema: &Schema,
    entries: &dyn Entries,
    entry: usize,
) -> Vec<Digest> {
    let hash = |(number, name): (usize, &String)| {
        field_hash(
            &secret.field_salt(entry, number),
            name,
            &entries.words(entry, number),
        )
    };
    schema.names().iter().enumerate().map(hash).collect()
}
