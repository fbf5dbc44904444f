//! Which parts of a document have faults of form: what is not known there is not held against the rest.

use std::collections::BTreeSet;

use super::{
    fault::Fault,
    tree::{Key, Node, Place},
};

/// The places of the faults of a form.
#[derive(Debug, Default)]
pub struct Faulty(BTreeSet<Place>);

impl Faulty {
    /// Of these faults.
    pub fn of(form: &[Fault]) -> Self {
        Self(form.iter().map(|fault| fault.place).collect())
    }

    /// Whether one is told at this place.
    pub fn is_at(&self, place: Place) -> bool {
        self.0.contains(&place)
    }

    /// Whether something in a part is told as a fault.
    pub fn is_in(&self, node: &Node) -> bool {
        let in_entries = |(key, node): &(Key, Node)| self.is_at(key.place) || self.is_in(node);
        self.is_at(node.place)
            || node.items().iter().any(|item| self.is_in(item))
            || node.entries().iter().any(in_entries)
    }

    /// Whether something under a key is told as a fault: nothing is where it is not there, or where only the
    /// key was written otherwise.
    pub fn is_under(&self, node: &Node, key: &str) -> bool {
        node.get(key).is_some_and(|node| self.is_in(node))
    }

    /// Whether a key that is none stands here, under which could stand what is missing. Digits are a piece of
    /// a number.
    pub fn has_strange_key(&self, node: &Node, known: impl Fn(&str) -> bool) -> bool {
        let digits = |key: &str| key.bytes().all(|b| b.is_ascii_digit());
        let mut keys = node.entries().iter().map(|(key, _)| key);
        keys.any(|key| self.is_at(key.place) && !known(&key.says) && !digits(&key.says))
    }
}
