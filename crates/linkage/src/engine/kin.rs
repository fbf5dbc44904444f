//! Brothers and sisters: the typical false match. They share family, parents and place, and differ in
//! their own name and day of birth; so they are a third class beside one person and two strangers.

use super::{
    comparator::{Agreement, Level},
    model::FieldModel,
};
use crate::list::FieldKind;

/// How close relatives stand to each other in a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kin {
    /// They agree as well as two entries of one person do: family name, parents, home.
    Shared,
    /// They have their own, which differ: given name, number.
    Own,
    /// They have their own, which may be the same: twins have one birthday.
    OwnButForTwins,
    /// It says nothing about relatives.
    Silent,
}

/// Share of brothers and sisters that were born on one day.
const TWINS: f64 = 0.02;
/// Share of them whose own names agree: a child named after one that died, or an error.
const NAMESAKES: f64 = 0.01;

impl Kin {
    /// How close relatives stand in a field of this kind.
    pub fn of(kind: FieldKind) -> Self {
        match kind {
            FieldKind::GivenName | FieldKind::IdentityNumber => Self::Own,
            FieldKind::BirthDate => Self::OwnButForTwins,
            FieldKind::FatherName
            | FieldKind::GrandfatherName
            | FieldKind::FamilyName
            | FieldKind::MotherName
            | FieldKind::BirthPlace
            | FieldKind::Residence
            | FieldKind::Address
            | FieldKind::Postcode
            | FieldKind::Nationality
            | FieldKind::Telephone => Self::Shared,
            FieldKind::FullName
            | FieldKind::EventDate
            | FieldKind::Sex
            | FieldKind::EventPlace
            | FieldKind::Other => Self::Silent,
        }
    }

    /// Whether fields of these kinds can tell relatives from one person: what they share, and two
    /// things in which they differ.
    pub fn can_tell(fields: &[Self]) -> bool {
        let many = |kin: Self| fields.iter().filter(|&&field| field == kin).count();
        many(Self::Shared) >= 2 && many(Self::Own) >= 1 && many(Self::OwnButForTwins) >= 1
    }
}

impl FieldModel {
    /// What a level says of two being close relatives rather than strangers, in bits; `same` is what
    /// it says of their being one person, `chance` how often strangers agree so, where that is known
    /// of the value.
    pub fn kin_bits(&self, level: Level, same: f64, chance: Option<f64>) -> f64 {
        let agree = match self.kin {
            Kin::Shared => return same,
            Kin::Silent => return 0.0,
            Kin::Own => NAMESAKES,
            Kin::OwnButForTwins => TWINS,
        };
        let at = usize::from(level.0).wrapping_sub(1);
        match self.scale.get(at) {
            None => 0.0,
            Some(Agreement::Same) => {
                let usual = self.u.get(at).copied().unwrap_or(1.0);
                (agree / chance.unwrap_or(usual)).log2()
            }
            // Otherwise as two strangers.
            Some(_) => (1.0 - agree).log2(),
        }
    }
}
