//! Which parts of a document have faults of form: what is not known there is not held against the rest.

use std::collections::BTreeSet;

use super::{
    fault::{About, Fault},
    tree::{Key, Node, Place},
    way::{End, Way},
};

/// The places of the faults of a form.
#[derive(Debug, Default)]
pub struct Faulty(BTreeSet<(Place, About)>);

impl Faulty {
    /// Of these faults.
    pub fn of(form: &[Fault]) -> Self {
        let places = form.iter().map(|fault| (fault.place, fault.is_about()));
        Self(places.collect())
    }

    /// Whether what is written at this place is told as one.
    pub fn is_at(&self, place: Place) -> bool {
        self.has(place, About::Written) || self.has(place, About::Key)
    }

    fn has(&self, place: Place, about: About) -> bool {
        self.0.contains(&(place, about))
    }

    /// Whether what a way leads to is told as one: where it does not arrive, also that something is missing
    /// there. What begins with a key that is none is no fault itself.
    pub fn is_at_end(&self, way: &Way, root: &Node) -> bool {
        let (place, end) = way.stop(root);
        place.is_some_and(|place| match end {
            End::Key => self.is_at(place),
            End::Part => self.has(place, About::Written),
            End::Before => self.is_at(place) || self.has(place, About::LeftOut),
        })
    }

    /// Whether something in a part is told as a fault.
    pub fn is_in(&self, node: &Node) -> bool {
        let in_entries = |(key, node): &(Key, Node)| self.is_at(key.place) || self.is_in(node);
        self.is_at(node.place)
            || self.has(node.place, About::LeftOut)
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
