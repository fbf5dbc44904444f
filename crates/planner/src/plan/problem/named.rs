//! A party that was asked for, and is none of a plan.

use std::fmt;

use thiserror::Error;

use super::quoted;

/// No party of a plan, or more than one, has the key or the name that was asked for.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("reading for one party: {} is the key or the name of {}. The parties are {}.", quoted(.asked), .found, .there)]
pub struct NoParty {
    /// The key or the name.
    pub asked: String,
    /// How many it fits.
    pub found: Fits,
    /// Those that there are, as they can be asked for.
    pub there: String,
}

/// How many parties a key or a name fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fits {
    /// None.
    None,
    /// More than one.
    Several,
}

impl fmt::Display for Fits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::None => "none",
            Self::Several => "more than one",
        })
    }
}
