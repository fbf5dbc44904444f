//! The commitment itself: a small text that can be read out, printed, and handed to anybody.

use std::fmt::Write as _;

use thiserror::Error;

use super::{Digest, Lines, Schema, SchemaError};

/// The first line of the text.
const FIRST: &str = "good offices list commitment 1";

/// The most bytes that are read of a commitment.
const MOST: usize = 1 << 20;

/// What being on the list means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Meaning {
    /// The side that commits holds these persons.
    Held,
    /// The side that commits seeks these persons.
    Sought,
}

/// Which edition of a list this is, and what became of the one before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Epoch {
    /// 1 for the first.
    pub number: u64,
    /// The digest of the commitment before; none for the first.
    pub previous: Option<Digest>,
    /// How many entries of the one before are gone.
    pub removed: u64,
    /// How many entries are new.
    pub added: u64,
}

/// A commitment to a list. Its text has one form; its digest is SHA-256 of that text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Commitment {
    /// What being on the list means.
    pub meaning: Meaning,
    /// Which edition it is.
    pub epoch: Epoch,
    /// How many entries, those that only pad the list included.
    pub entries: u64,
    /// The version of the normal forms in which names were written when keys were made.
    pub normal_forms: u32,
    /// The set of keys that each entry carries, by its name and version; `none` for none.
    pub key_set: String,
    /// The names of the fields.
    pub schema: Schema,
    /// The root over all entries.
    pub root: Digest,
}

/// Why a text is no commitment.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum CommitmentError {
    /// It is not in its one form.
    #[error(
        "reading a commitment: its {0} is missing, out of place or not in its one form; ask for the file again, it was altered on the way"
    )]
    Form(&'static str),
    /// Its fields cannot be those of a list.
    #[error("reading a commitment: {0}")]
    Schema(#[from] SchemaError),
}

/// Why a commitment does not follow another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum Follows {
    /// It names another as the one before.
    #[error(
        "comparing two commitments: the later names another as the one before it; ask for those between"
    )]
    Other,
    /// Its number is not the next.
    #[error(
        "comparing two commitments: the later’s epoch is not the next after the earlier’s; ask how many there were"
    )]
    Number,
    /// Its counts do not add up.
    #[error(
        "comparing two commitments: the entries of the earlier, less those removed, with those added, are not the entries of the later; ask for an explanation"
    )]
    Count,
    /// The list means something else.
    #[error(
        "comparing two commitments: one is of persons held, the other of persons sought; they are two lists"
    )]
    Meaning,
}

impl Meaning {
    /// The word in the text.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Held => "held",
            Self::Sought => "sought",
        }
    }

    /// The meaning of a word.
    pub fn read(word: &str) -> Option<Self> {
        [Self::Held, Self::Sought]
            .into_iter()
            .find(|one| one.word() == word)
    }
}

impl Epoch {
    /// The first edition of a list of so many entries.
    pub const fn first(entries: u64) -> Self {
        Self {
            number: 1,
            previous: None,
            removed: 0,
            added: entries,
        }
    }
}

impl Commitment {
    /// The text.
    pub fn write(&self) -> String {
        let mut text = format!("{FIRST}\nmeaning: {}\n", self.meaning.word());
        let Epoch {
            number,
            previous,
            removed,
            added,
        } = self.epoch;
        let previous = previous.map_or_else(|| "none".to_owned(), |digest| digest.to_string());
        let _ = writeln!(
            text,
            "epoch: {number}\nprevious: {previous}\nremoved: {removed}\nadded: {added}\nentries: {}\nnormal-forms: {}\nkey-set: {}",
            self.entries, self.normal_forms, self.key_set
        );
        for name in self.schema.names() {
            let _ = writeln!(text, "field: {name}");
        }
        let _ = writeln!(text, "root: {}", self.root);
        text
    }

    /// The digest of the text: the name by which pledges and openings refer to it.
    pub fn digest(&self) -> Digest {
        Digest::of(self.write().as_bytes())
    }

    /// Reads a text. Any other form of the same data is refused.
    pub fn read(bytes: &[u8]) -> Result<Self, CommitmentError> {
        use CommitmentError::Form;
        let (text, mut lines) = Lines::after(FIRST, bytes, MOST).map_err(Form)?;
        let meaning = lines
            .value("meaning")
            .and_then(Meaning::read)
            .ok_or(Form("meaning"))?;
        let number = number(&mut lines, "epoch").ok_or(Form("epoch"))?;
        let previous = match lines.value("previous") {
            Some("none") => None,
            Some(digest) => Some(Digest::read(digest).map_err(|_| Form("previous"))?),
            None => return Err(Form("previous")),
        };
        let removed = self::number(&mut lines, "removed").ok_or(Form("removed"))?;
        let added = self::number(&mut lines, "added").ok_or(Form("added"))?;
        let entries = self::number(&mut lines, "entries").ok_or(Form("entries"))?;
        let normal_forms = lines.value("normal-forms").and_then(|v| v.parse().ok());
        let normal_forms = normal_forms.ok_or(Form("normal-forms"))?;
        let key_set = lines.value("key-set").ok_or(Form("key-set"))?.to_owned();
        let mut names = Vec::new();
        while let Some(name) = lines.value("field") {
            names.push(name.to_owned());
        }
        let root = lines
            .value("root")
            .and_then(|v| Digest::read(v).ok())
            .ok_or(Form("root"))?;
        let epoch = Epoch {
            number,
            previous,
            removed,
            added,
        };
        let schema = Schema::new(names)?;
        let read = Self {
            meaning,
            epoch,
            entries,
            normal_forms,
            key_set,
            schema,
            root,
        };
        if read.write() == text {
            Ok(read)
        } else {
            Err(Form("form"))
        }
    }

    /// Whether this is the next epoch after another, and its counts add up.
    pub fn follows(&self, earlier: &Self) -> Result<(), Follows> {
        let Epoch {
            number,
            previous,
            removed,
            added,
        } = self.epoch;
        if previous != Some(earlier.digest()) {
            return Err(Follows::Other);
        }
        if earlier.epoch.number.checked_add(1) != Some(number) {
            return Err(Follows::Number);
        }
        if self.meaning != earlier.meaning {
            return Err(Follows::Meaning);
        }
        let left = earlier
            .entries
            .checked_sub(removed)
            .and_then(|n| n.checked_add(added));
        if left == Some(self.entries) {
            Ok(())
        } else {
            Err(Follows::Count)
        }
    }
}

fn number(lines: &mut Lines<'_>, word: &str) -> Option<u64> {
    lines.value(word)?.parse().ok()
}
