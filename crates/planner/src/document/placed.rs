//! Why something could not be computed, with where in the file that stands which it is about: looked up
//! by whoever has the file, and only when it has to be told.

use std::{collections::BTreeSet, fmt};

use super::tree::Place;

/// Places of one fault that are told.
pub const PLACES_MOST: usize = 6;

/// A refusal and the places in the file that it is about; none where nothing in the file is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed<E> {
    /// The places, in the order of the file.
    pub places: Vec<Place>,
    /// Why it was refused, and what to do.
    pub error: E,
}

impl<E> Placed<E> {
    /// Without a place.
    pub const fn nowhere(error: E) -> Self {
        Self {
            places: Vec::new(),
            error,
        }
    }

    /// At as many of these places as are worth looking at: those that come first here.
    pub fn at(places: Vec<Place>, error: E) -> Self {
        let mut worth = BTreeSet::new();
        for place in places {
            if worth.len() < PLACES_MOST {
                worth.insert(place);
            }
        }
        let places = worth.into_iter().collect();
        Self { places, error }
    }
}

impl<E: fmt::Display> fmt::Display for Placed<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, place) in self.places.iter().enumerate() {
            let and = if at == 0 { "" } else { " and " };
            write!(f, "{and}{place}")?;
        }
        let colon = if self.places.is_empty() { "" } else { ": " };
        write!(f, "{colon}{}", self.error)
    }
}

impl<E: std::error::Error> std::error::Error for Placed<E> {}
