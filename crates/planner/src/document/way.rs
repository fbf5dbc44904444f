//! The way to a part of a document, by keys and entries of lists: kept where a fault is found, and gone
//! only when its place has to be told.

use super::tree::{Node, Place};

/// A step into a document of keys and lists.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Step {
    /// What belongs to a key.
    Key(String),
    /// An entry of a list, from nought.
    Item(usize),
    /// What is written there, and not the key before it.
    Value,
}

/// At what a way ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// At a key.
    Key,
    /// At an entry of a list, or at what is written under a key.
    Part,
    /// Before its end, since what it leads to is not there.
    Before,
}

/// A way into a document, from its outermost on.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Way(Vec<Step>);

impl Way {
    /// To what belongs to a key of the document itself.
    pub fn to(key: &str) -> Self {
        Self::default().key(key)
    }

    /// On to what belongs to a key.
    #[must_use]
    pub fn key(mut self, key: &str) -> Self {
        self.0.push(Step::Key(key.to_owned()));
        self
    }

    /// On to an entry of a list, from nought.
    #[must_use]
    pub fn item(mut self, at: usize) -> Self {
        self.0.push(Step::Item(at));
        self
    }

    /// To what is written there, and not to the key before it.
    #[must_use]
    pub fn value(mut self) -> Self {
        self.0.push(Step::Value);
        self
    }

    /// Whether it leads nowhere but to the whole.
    pub const fn is_whole(&self) -> bool {
        self.0.is_empty()
    }

    /// The place to which it leads, as far as it does; nothing where it does not even begin.
    pub fn place(&self, root: &Node) -> Option<Place> {
        self.go(root).1
    }

    /// The place to which it leads, as far as it does, and at what it ends there.
    pub fn stop(&self, root: &Node) -> (Option<Place>, End) {
        let (_, place, gone) = self.go(root);
        let end = match self.0.last() {
            _ if gone < self.0.len() => End::Before,
            Some(Step::Key(_)) => End::Key,
            Some(Step::Item(_) | Step::Value) | None => End::Part,
        };
        (place, end)
    }

    /// The part to which it leads, as far as it does.
    pub fn end<'n>(&self, root: &'n Node) -> &'n Node {
        self.go(root).0
    }

    fn go<'n>(&self, root: &'n Node) -> (&'n Node, Option<Place>, usize) {
        let (mut node, mut found, mut gone) = (root, None, 0);
        for step in &self.0 {
            let (place, inner) = match step {
                Step::Key(key) => match node.entry(key) {
                    Some((key, inner)) => (key.place, inner),
                    None => break,
                },
                Step::Value => (node.place, node),
                Step::Item(at) => match node.items().get(*at) {
                    Some(inner) => (inner.place, inner),
                    None => break,
                },
            };
            (node, found) = (inner, Some(place));
            gone += 1;
        }
        (node, found, gone)
    }
}
