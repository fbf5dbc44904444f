//! Conditions on which options are taken, read into masks.

use super::{
    faults::Faults,
    wrong::{At, Wrong},
};
use crate::document::way::Way;

/// Which options must be taken, and which must not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Condition {
    asked: u32,
    taken: u32,
}

impl Condition {
    /// Reads a condition; nothing where it names an option that there is not, or contradicts itself.
    pub fn read(
        written: &[String],
        options: &[String],
        (at, way): (&At, &dyn Fn() -> Way),
        faults: &mut Faults,
    ) -> Option<Self> {
        let mut read = Some(Self::default());
        for (place, word) in written.iter().enumerate() {
            let word = word.trim();
            let (name, taken) = match word.strip_prefix("not ") {
                Some(name) => (name.trim(), false),
                None => (word, true),
            };
            let Some(bit) = bit(name, options) else {
                faults.no_option(name, options, at, way().item(place));
                read = None;
                continue;
            };
            let Some(condition) = &mut read else {
                continue;
            };
            if condition.asked & bit != 0 && (condition.taken & bit != 0) != taken {
                let option = name.to_owned();
                let at = at.clone();
                faults.add([way().item(place)], Wrong::Contradiction { at, option });
                read = None;
                continue;
            }
            condition.asked |= bit;
            if taken {
                condition.taken |= bit;
            }
        }
        read
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

/// The bit of an option; nothing where there is none of that name.
pub fn bit(name: &str, options: &[String]) -> Option<u32> {
    let index = options.iter().position(|option| option == name)?;
    Some(1 << index)
}
