//! Conditions on which options are taken, read into masks.

use super::{error::ConflictError, places::At};

/// Which options must be taken, and which must not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Condition {
    asked: u32,
    taken: u32,
}

impl Condition {
    /// Reads a condition.
    ///
    /// # Errors
    /// It names an option that there is not, or contradicts itself.
    pub fn read(written: &[String], options: &[String], at: &At) -> Result<Self, ConflictError> {
        let mut condition = Self::default();
        for word in written {
            let word = word.trim();
            let (name, taken) = match word.strip_prefix("not ") {
                Some(name) => (name.trim(), false),
                None => (word, true),
            };
            let bit = bit(name, options, at)?;
            if condition.asked & bit != 0 && (condition.taken & bit != 0) != taken {
                return Err(ConflictError::Contradiction {
                    at: at.clone(),
                    option: name.to_owned(),
                });
            }
            condition.asked |= bit;
            if taken {
                condition.taken |= bit;
            }
        }
        Ok(condition)
    }

    /// That two options are both taken.
    pub const fn both(a: u32, b: u32) -> Self {
        Self {
            asked: a | b,
            taken: a | b,
        }
    }

    /// That none of these is taken.
    pub const fn none(of: u32) -> Self {
        Self {
            asked: of,
            taken: 0,
        }
    }

    /// Whether it holds where these options are taken.
    pub const fn holds(self, taken: u32) -> bool {
        taken & self.asked == self.taken
    }
}

/// The bit of an option.
///
/// # Errors
/// There is none of that name.
pub fn bit(name: &str, options: &[String], at: &At) -> Result<u32, ConflictError> {
    let index = options.iter().position(|option| option == name);
    index
        .map(|index| 1 << index)
        .ok_or_else(|| ConflictError::Unknown {
            at: at.clone(),
            what: "option",
            name: name.to_owned(),
            known: options.join(", "),
        })
}
