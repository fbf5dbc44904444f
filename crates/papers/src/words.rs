//! Numbers and levels in words, in every language of the papers: how strong evidence is, how rare a
//! value, how well two values agree. The thresholds are stated here and nowhere else.

mod column;
mod decision;
mod fault;
mod kind;
mod place;
mod told;

pub use column::{is_used, meaning, reason};
pub(crate) use decision::verdict_key;
pub use decision::{decided, misfit, verdict};
pub use fault::fault;
pub(crate) use kind::caution_short;
pub use kind::{Family, caution, field, field_within};
pub use place::{column, place};
pub use told::{agreement, told, weighed};
pub(crate) use told::{rarity_of, weightiest};

use crate::i18n::{Key, Strings};

/// How strong evidence is, for or against alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// Less than a twentieth of a bit.
    None,
    /// Less than 2 bits: the odds change less than fourfold.
    Weak,
    /// Less than 5 bits: less than thirtyfold.
    Moderate,
    /// Less than 10 bits: less than a thousandfold.
    Strong,
    /// 10 bits and more.
    VeryStrong,
}

impl Strength {
    /// The strength of so many bits, whatever their sign.
    pub fn of(bits: f64) -> Self {
        match bits.abs() {
            b if b.is_nan() || b < 0.05 => Self::None,
            b if b < 2.0 => Self::Weak,
            b if b < 5.0 => Self::Moderate,
            b if b < 10.0 => Self::Strong,
            _ => Self::VeryStrong,
        }
    }

    pub(crate) const fn key(self) -> Key {
        match self {
            Self::None => Key("strength-none"),
            Self::Weak => Key("strength-weak"),
            Self::Moderate => Key("strength-moderate"),
            Self::Strong => Key("strength-strong"),
            Self::VeryStrong => Key("strength-very-strong"),
        }
    }
}

/// How rare it is that an entry agrees so well with a value by chance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rarity {
    /// At most one entry in 2,000.
    VeryRare,
    /// At most one in 200.
    Rare,
    /// At most one in 20.
    Usual,
    /// More than one in 20.
    Common,
}

impl Rarity {
    /// The rarity of what a share of the entries has.
    pub fn of(share: f64) -> Self {
        match share {
            s if s <= 1.0 / 2000.0 => Self::VeryRare,
            s if s <= 1.0 / 200.0 => Self::Rare,
            s if s <= 1.0 / 20.0 => Self::Usual,
            _ => Self::Common,
        }
    }

    pub(crate) const fn key(self) -> Key {
        match self {
            Self::VeryRare => Key("rarity-very-rare"),
            Self::Rare => Key("rarity-rare"),
            Self::Usual => Key("rarity-usual"),
            Self::Common => Key("rarity-common"),
        }
    }

    /// What a string chooses its form by.
    const fn form(self) -> &'static str {
        match self {
            Self::VeryRare => "very-rare",
            Self::Rare => "rare",
            Self::Usual => "usual",
            Self::Common => "common",
        }
    }
}

/// The word for a strength.
pub fn strength(strength: Strength, strings: Strings) -> String {
    strings.t(strength.key())
}

/// The word for a rarity.
pub fn rarity(rarity: Rarity, strings: Strings) -> String {
    strings.t(rarity.key())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strengths_begin_where_they_are_said_to() {
        use Strength::{Moderate, None, Strong, VeryStrong, Weak};
        let of = [0.0, 1.99, -2.0, 4.99, 5.0, 9.99, -10.0].map(Strength::of);
        assert_eq!(
            of,
            [None, Weak, Moderate, Moderate, Strong, Strong, VeryStrong]
        );
    }

    #[test]
    fn what_nobody_counted_is_not_rare() {
        assert_eq!(Rarity::of(f64::NAN), Rarity::Common);
        assert_eq!(Rarity::of(0.0), Rarity::VeryRare);
        assert_eq!(Rarity::of(0.01), Rarity::Usual);
    }
}
