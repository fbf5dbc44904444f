//! How much one epoch of a list differs from the next: how many entries went and came. Which, is
//! not said.

use rayon::prelude::*;
use sha2::{Digest as _, Sha256};

use super::{Entries, Schema};

/// How many entries went and came between two epochs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Difference {
    /// Entries that the older has and the newer has not.
    pub removed: u64,
    /// Entries that the newer has and the older has not.
    pub added: u64,
}

/// Counts what went and came; an entry of which one field changed both went and came. Entries that
/// are alike in all their fields are counted as often as they stand.
pub fn difference(older: (&Schema, &dyn Entries), newer: (&Schema, &dyn Entries)) -> Difference {
    let (old, new) = (contents(older.0, older.1), contents(newer.0, newer.1));
    let (mut a, mut b) = (old.iter().peekable(), new.iter().peekable());
    let mut found = Difference::default();
    loop {
        match (a.peek(), b.peek()) {
            (None, None) => return found,
            (Some(x), Some(y)) if x == y => {
                a.next();
                b.next();
            }
            (Some(x), Some(y)) if x > y => {
                found.added += 1;
                b.next();
            }
            (None, Some(_)) => {
                found.added += 1;
                b.next();
            }
            (Some(_), _) => {
                found.removed += 1;
                a.next();
            }
        }
    }
}

/// The digests of all entries' words, in order. Never leaves this place: it is not salted.
fn contents(schema: &Schema, entries: &dyn Entries) -> Vec<[u8; 32]> {
    let content = |entry: usize| {
        let mut hash = Sha256::new();
        for (number, name) in schema.names().iter().enumerate() {
            for part in [name.as_str(), entries.words(entry, number).as_ref()] {
                hash.update((part.len() as u64).to_be_bytes());
                hash.update(part.as_bytes());
            }
        }
        <[u8; 32]>::from(hash.finalize())
    };
    let mut all: Vec<[u8; 32]> = (0..entries.len()).into_par_iter().map(content).collect();
    all.par_sort_unstable();
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_went_and_came_is_counted_as_often_as_it_stands() {
        let schema = Schema::new(vec!["name".to_owned()]).unwrap();
        let list = |names: &[&str]| -> Vec<Vec<String>> {
            names.iter().map(|n| vec![(*n).to_owned()]).collect()
        };
        let (old, new) = (
            list(&["a", "b", "b", "c"]),
            list(&["b", "c", "c", "d", "d"]),
        );
        let found = difference((&schema, &old), (&schema, &new));
        assert_eq!(
            found,
            Difference {
                removed: 2,
                added: 3
            }
        );
        let none = difference((&schema, &old), (&schema, &old));
        assert_eq!(none, Difference::default());
    }
}
