//! The keys of a whole list in slots: the same number for each record, filled up with dummies that
//! nobody can tell from keys once they are blinded, and in an order within each record that says
//! nothing of their kinds. Also what is committed to for each record.

use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet},
};

use rayon::prelude::*;

use super::{
    keys::{Key, KeyMaker},
    person::KeyRecord,
};
use crate::commit::{Entries, ListSecret, Schema, SchemaError, hex};

/// The field under which the record that keys were made from is committed to.
pub const PERSON: &str = ".person";

/// The field under which a record's keys are committed to, slot by slot.
pub const KEYS: &str = ".keys";

/// The first byte of a dummy, which begins no key.
const DUMMY: u8 = 0;

/// What becomes of a key that several records of one list have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Repeats {
    /// Each record keeps it. The other side sees which of our places share a key.
    Kept,
    /// The first record keeps it, the others have a dummy. The other side sees nothing of it;
    /// records that are missing a key for it are found less often.
    Hidden,
}

/// The keys of all records of a list, by record and slot.
#[derive(Debug, Clone)]
pub struct KeyTable {
    per_record: usize,
    bytes: Vec<u8>,
    /// Where each key ends in `bytes`.
    ends: Vec<usize>,
    repeated: usize,
}

impl KeyTable {
    /// The keys of these persons, and of as many records of dummies as fill the list up to
    /// `padded_to`.
    pub fn new(
        maker: &KeyMaker<'_>,
        secret: &ListSecret,
        persons: &[KeyRecord],
        padded_to: usize,
        repeats: Repeats,
    ) -> Self {
        let per_record = maker.set().per_record();
        let mut made = maker.keys_of_all(persons);
        made.resize_with(padded_to.max(persons.len()), BTreeSet::new);
        let repeated = count_repeats(&mut made, repeats);
        let slots: Vec<Vec<Key>> = made
            .into_par_iter()
            .enumerate()
            .map(|(entry, keys)| filled(secret, entry, keys, per_record))
            .collect();
        let mut table = Self {
            per_record,
            bytes: Vec::new(),
            ends: Vec::new(),
            repeated,
        };
        for key in slots.iter().flatten() {
            table.bytes.extend_from_slice(key);
            table.ends.push(table.bytes.len());
        }
        table
    }

    /// How many slots each record has.
    pub const fn per_record(&self) -> usize {
        self.per_record
    }

    /// How many records there are, those that only pad the list included.
    pub const fn records(&self) -> usize {
        match self.ends.len().checked_div(self.per_record) {
            Some(records) => records,
            None => 0,
        }
    }

    /// How many records' keys stood in an earlier record already, before any was hidden.
    pub const fn repeated(&self) -> usize {
        self.repeated
    }

    /// What is in a slot; empty where there is none.
    pub fn key(&self, record: usize, slot: usize) -> &[u8] {
        let at = record * self.per_record + slot;
        let start = at.checked_sub(1).map_or(0, |before| self.end(before));
        self.bytes.get(start..self.end(at)).unwrap_or_default()
    }

    fn end(&self, at: usize) -> usize {
        self.ends.get(at).copied().unwrap_or(self.bytes.len())
    }

    /// A record's slots as they are committed to: hexadecimal, a space between two.
    pub fn written(&self, record: usize) -> String {
        let slots = (0..self.per_record).map(|slot| hex(self.key(record, slot)));
        slots.collect::<Vec<_>>().join(" ")
    }
}

/// Whether a slot holds a dummy.
pub fn is_dummy(key: &[u8]) -> bool {
    key.len() == 33 && key.first() == Some(&DUMMY)
}

/// The slots of a record as they were committed to; none where the text is not such a list.
pub fn read_slots(text: &str) -> Option<Vec<Key>> {
    text.split(' ').map(read_hex).collect()
}

fn read_hex(text: &str) -> Option<Key> {
    let pair = |pair: &[u8]| {
        let [byte] = crate::commit::unhex::<1>(std::str::from_utf8(pair).ok()?)?;
        Some(byte)
    };
    let all: Option<Key> = text.as_bytes().chunks(2).map(pair).collect();
    all.filter(|key| !key.is_empty())
}

/// A record's keys and as many dummies as are missing, in an order that the secret gives.
fn filled(secret: &ListSecret, entry: usize, keys: BTreeSet<Key>, per_record: usize) -> Vec<Key> {
    let mut slots: Vec<Key> = keys.into_iter().take(per_record).collect();
    for number in slots.len()..per_record {
        let bytes = secret.derive("good offices dummy 1", &[entry as u64, number as u64]);
        slots.push([&[DUMMY][..], &bytes].concat());
    }
    let rank = |slot: usize| secret.derive("good offices slot 1", &[entry as u64, slot as u64]);
    let mut ranked: Vec<([u8; 32], Key)> = slots
        .into_iter()
        .enumerate()
        .map(|(slot, key)| (rank(slot), key))
        .collect();
    ranked.sort_unstable();
    ranked.into_iter().map(|(_, key)| key).collect()
}

/// Counts keys that stood in an earlier record, and takes them out where they are to be hidden.
fn count_repeats(made: &mut [BTreeSet<Key>], repeats: Repeats) -> usize {
    let mut first: BTreeMap<Key, usize> = BTreeMap::new();
    for (entry, keys) in made.iter().enumerate() {
        for key in keys {
            first.entry(key.clone()).or_insert(entry);
        }
    }
    let mut repeated = 0;
    for (entry, keys) in made.iter_mut().enumerate() {
        let before = keys.len();
        let fresh = |key: &Key| first.get(key) == Some(&entry);
        match repeats {
            Repeats::Kept => repeated += keys.iter().filter(|key| !fresh(key)).count(),
            Repeats::Hidden => {
                keys.retain(fresh);
                repeated += before - keys.len();
            }
        }
    }
    repeated
}

/// The entries that a list for an overlap commits to: its own fields, the record that keys were
/// made from, and the keys.
pub struct KeyedEntries<'a> {
    list: &'a dyn Entries,
    fields: usize,
    persons: &'a [KeyRecord],
    keys: &'a KeyTable,
}

impl<'a> KeyedEntries<'a> {
    /// Of a list whose entries have this schema, with a person for each entry.
    pub const fn new(
        list: &'a dyn Entries,
        fields: usize,
        persons: &'a [KeyRecord],
        keys: &'a KeyTable,
    ) -> Self {
        Self {
            list,
            fields,
            persons,
            keys,
        }
    }

    /// The schema of such entries: the list's own with two fields more.
    pub fn schema(own: &Schema) -> Result<Schema, SchemaError> {
        let more = [PERSON, KEYS].map(str::to_owned);
        Schema::new(own.names().iter().cloned().chain(more).collect())
    }
}

impl Entries for KeyedEntries<'_> {
    fn len(&self) -> usize {
        self.keys.records()
    }

    fn words(&self, entry: usize, field: usize) -> Cow<'_, str> {
        match field.checked_sub(self.fields) {
            None if entry < self.list.len() => self.list.words(entry, field),
            None => Cow::Borrowed(""),
            Some(0) => Cow::Owned(
                self.persons
                    .get(entry)
                    .map(KeyRecord::write)
                    .unwrap_or_default(),
            ),
            Some(_) => Cow::Owned(self.keys.written(entry)),
        }
    }
}
