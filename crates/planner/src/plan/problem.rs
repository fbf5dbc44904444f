//! Why a plan file cannot be computed with: each fault with its place, all of them at once.

mod whereabouts;
mod wrong;

use std::fmt;

use thiserror::Error;

pub(crate) use crate::document::fault::{plain, shown as quoted};
use crate::document::{DocumentError, Fault, fault::list, tree::Place};

pub use whereabouts::Where;
pub use wrong::Wrong;

/// Why a plan cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum PlanError {
    /// It is no document of this form.
    #[error(transparent)]
    Document(#[from] DocumentError),
    /// Another version of the form.
    #[error(
        "reading the plan: it is written in version {found} of its form, and only version 1 is read. Use a newer program, or, if 1 was meant, write `good-offices-plan: 1`."
    )]
    Version {
        /// The version in the file.
        found: u32,
    },
    /// Parts of it make no sense, in the order of the file.
    #[error("reading the plan: {}\nNothing was computed. Correct the file there.", list(.0))]
    Problems(Vec<Problem>),
    /// It is not of its form, and parts of what can be read all the same make no sense.
    #[error("reading the plan: {}\nNothing was computed. Correct the file there.", list(&both(.form, .meaning)))]
    Faults {
        /// Where it is not of its form.
        form: Vec<Fault>,
        /// What makes no sense.
        meaning: Vec<Problem>,
    },
}

/// What is wrong with a form and with a meaning, in the order of the file.
fn both(form: &[Fault], meaning: &[Problem]) -> Vec<String> {
    let form = form
        .iter()
        .map(|fault| (Some(fault.place), fault.to_string()));
    let meaning = meaning
        .iter()
        .map(|problem| (problem.places.first().copied(), problem.to_string()));
    let mut all: Vec<(Option<Place>, String)> = form.chain(meaning).collect();
    all.sort_by_key(|(place, _)| *place);
    all.into_iter().map(|(_, said)| said).collect()
}

/// One thing that makes no sense.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub struct Problem {
    /// Where it is.
    pub at: Where,
    /// Its places in the file: several where something stands twice.
    pub places: Vec<Place>,
    /// What is wrong, and what would be right.
    pub what: Wrong,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, place) in self.places.iter().enumerate() {
            let and = if at == 0 { "" } else { " and " };
            write!(f, "{and}{place}")?;
        }
        match self.places.as_slice() {
            [] => write!(f, "{}: {}.", self.at, self.what),
            _ => write!(f, " ({}): {}.", self.at, self.what),
        }
    }
}
