//! A list as its owner commits to it: the file, the secret beside it, and what is made of both. The
//! same file and secret always make the same tree.

mod secret_file;
mod sessions;

use std::path::Path;

use anyhow::{Context as _, ensure};
use clap::ValueEnum;
use linkage::{
    commit::{Commitment, CommittedList, Entries, Epoch, Meaning, Schema, TableEntries},
    date::CivilDay,
    list::{BuildOptions, List, Mapping},
    overlap::{
        KeyMaker, KeyRecord, KeySet, KeyTable, KeyedEntries, NORMAL_FORMS, NearestLexicon, persons,
    },
};
use sheets::Sheets;

pub use secret_file::{Keys, RepeatsArg, SecretFile};
pub use sessions::{Known, Refused, Sessions};

use crate::{
    linking::{Told, open},
    outcome::{path_shown, tell},
};

/// How many problems of a list are told.
const PROBLEMS_TOLD: usize = 20;

/// What being on the list means, as its owner says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum We {
    /// The persons are in our hands.
    Hold,
    /// The persons are missing to us.
    Seek,
}

impl From<We> for Meaning {
    fn from(we: We) -> Self {
        match we {
            We::Hold => Self::Held,
            We::Seek => Self::Sought,
        }
    }
}

/// A list with its secret and keys.
pub struct Owned {
    list: List,
    secret: SecretFile,
    schema: Schema,
    own_fields: usize,
    persons: Vec<KeyRecord>,
    keys: Option<KeyTable>,
}

/// Reads a list and says what its columns mean; where a mapping file is given, that decides.
pub fn read_list(
    path: &Path,
    mapping: Option<&[u8]>,
    as_of: Option<CivilDay>,
) -> anyhow::Result<(List, Mapping)> {
    let watch = Told::default();
    let opened = open(path, &Sheets::All, &watch)?;
    let mapping = match mapping {
        Some(file) => opened.mapping.corrected_by(file)?,
        None => opened.mapping,
    };
    let list = List::build(opened.read.table, &mapping, &BuildOptions { as_of }, &watch)?;
    drop(watch);
    let problems = || opened.read.problems.iter().chain(&list.problems);
    for problem in problems().take(PROBLEMS_TOLD) {
        tell(format_args!("{problem}"));
    }
    let more = problems().skip(PROBLEMS_TOLD).count();
    if more > 0 {
        tell(format_args!("And {more} more like these."));
    }
    Ok((list, mapping))
}

impl Owned {
    /// Makes keys for a list as its secret file says.
    pub fn new(list: List, secret: SecretFile) -> anyhow::Result<Self> {
        let own = TableEntries(&list.table).schema()?;
        let own_fields = own.names().len();
        let (schema, persons, keys) = match secret.keys {
            Keys::None => (own, Vec::new(), None),
            Keys::Tolerant | Keys::Crossing => {
                let persons = persons(&list);
                let maker = secret
                    .keys
                    .maker()
                    .context("keys that are none have no maker")?;
                let padded = usize::try_from(secret.padded_to)?;
                let list_secret = &secret.secret;
                let keys =
                    KeyTable::new(&maker, list_secret, &persons, padded, secret.repeats.into());
                (KeyedEntries::schema(&own)?, persons, Some(keys))
            }
        };
        Ok(Self {
            list,
            secret,
            schema,
            own_fields,
            persons,
            keys,
        })
    }

    /// Reads a list and its secret file, and checks that they are those of the commitment.
    pub fn open(list: &Path, secret: &Path, commitment: &Commitment) -> anyhow::Result<Self> {
        let secret = SecretFile::read(secret)?;
        let (read, _) = read_list(list, Some(secret.mapping.as_bytes()), secret.as_of)?;
        let owned = Self::new(read, secret)?;
        let root = owned.committed(|list| Ok(list.root()))?;
        ensure!(
            root == commitment.root && owned.schema == commitment.schema,
            "{} with this secret is not the list of the commitment: the file was changed since, or it is another. Look for the file as it was.",
            path_shown(list)
        );
        Ok(owned)
    }

    /// Calls with the committed list.
    pub fn committed<T>(
        &self,
        then: impl FnOnce(&CommittedList<'_>) -> anyhow::Result<T>,
    ) -> anyhow::Result<T> {
        let table = TableEntries(&self.list.table);
        let secret = &self.secret.secret;
        match &self.keys {
            None => then(&CommittedList::new(secret, &self.schema, &table)?),
            Some(keys) => {
                let keyed = KeyedEntries::new(&table, self.own_fields, &self.persons, keys);
                then(&CommittedList::new(secret, &self.schema, &keyed)?)
            }
        }
    }

    /// The commitment to this edition of the list.
    pub fn commitment(&self, meaning: Meaning, epoch: Epoch) -> anyhow::Result<Commitment> {
        self.committed(|list| {
            Ok(Commitment {
                meaning,
                epoch,
                entries: list.len() as u64,
                normal_forms: NORMAL_FORMS,
                key_set: self
                    .secret
                    .keys
                    .maker()
                    .map_or_else(|| "none".to_owned(), |m| m.name()),
                schema: self.schema.clone(),
                root: list.root(),
            })
        })
    }

    /// How many entries the list has, those that only pad it included.
    pub fn entries(&self) -> u64 {
        let rows = self.list.table.len();
        self.keys.as_ref().map_or(rows, KeyTable::records) as u64
    }

    /// What the list itself says, without salts, keys or padding: to count what went and came.
    pub fn plain(&self) -> anyhow::Result<(Schema, TableEntries<'_>)> {
        let entries = TableEntries(&self.list.table);
        Ok((entries.schema()?, entries))
    }

    /// The keys, where there are some.
    pub const fn keys(&self) -> Option<&KeyTable> {
        self.keys.as_ref()
    }

    /// Whether keys that several entries have are hidden.
    pub const fn hides_repeats(&self) -> bool {
        matches!(self.secret.repeats, RepeatsArg::Hidden)
    }

    /// The list.
    pub const fn list(&self) -> &List {
        &self.list
    }

    /// The entry that stands in this row of this sheet.
    pub fn entry_at(&self, sheet: Option<&str>, row: u32) -> Option<usize> {
        (0..TableEntries(&self.list.table).len()).find(|entry| {
            let place = self.list.table.place(*entry, None);
            place.row == Some(row) && (sheet.is_none() || place.sheet.as_deref() == sheet)
        })
    }
}

impl Keys {
    /// What makes these keys; none where there are to be none.
    pub fn maker(self) -> Option<KeyMaker<'static>> {
        let set = match self {
            Self::None => return None,
            Self::Tolerant => KeySet::Tolerant,
            Self::Crossing => KeySet::Crossing,
        };
        Some(KeyMaker::new(set, NearestLexicon::builtin()))
    }
}
