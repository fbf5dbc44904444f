//! What a field says about a person, and what to look at first, in words.

use linkage::{findings::Caution, list::FieldKind};

use crate::i18n::{Key, Strings};

/// Kinds of field whose agreement is told in the same words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Family {
    /// Names of persons.
    Names,
    /// Days.
    Dates,
    /// Numbers and codes.
    Numbers,
    /// Any other words.
    Words,
}

impl Family {
    /// The family of a kind.
    pub const fn of(kind: FieldKind) -> Self {
        match kind {
            FieldKind::FullName
            | FieldKind::GivenName
            | FieldKind::FatherName
            | FieldKind::GrandfatherName
            | FieldKind::FamilyName
            | FieldKind::MotherName => Self::Names,
            FieldKind::BirthDate | FieldKind::EventDate => Self::Dates,
            FieldKind::Postcode | FieldKind::IdentityNumber | FieldKind::Telephone => Self::Numbers,
            FieldKind::Sex
            | FieldKind::BirthPlace
            | FieldKind::Residence
            | FieldKind::Address
            | FieldKind::EventPlace
            | FieldKind::Nationality
            | FieldKind::Other => Self::Words,
        }
    }
}

/// The name of a field, as it stands by itself.
pub fn field(kind: FieldKind, strings: Strings) -> String {
    strings.t(match kind {
        FieldKind::FullName => Key("field-full-name"),
        FieldKind::GivenName => Key("field-given-name"),
        FieldKind::FatherName => Key("field-father-name"),
        FieldKind::GrandfatherName => Key("field-grandfather-name"),
        FieldKind::FamilyName => Key("field-family-name"),
        FieldKind::MotherName => Key("field-mother-name"),
        FieldKind::BirthDate => Key("field-birth-date"),
        FieldKind::EventDate => Key("field-event-date"),
        FieldKind::Sex => Key("field-sex"),
        FieldKind::BirthPlace => Key("field-birth-place"),
        FieldKind::Residence => Key("field-residence"),
        FieldKind::Address => Key("field-address"),
        FieldKind::EventPlace => Key("field-event-place"),
        FieldKind::Postcode => Key("field-postcode"),
        FieldKind::Nationality => Key("field-nationality"),
        FieldKind::IdentityNumber => Key("field-identity-number"),
        FieldKind::Telephone => Key("field-telephone"),
        FieldKind::Other => Key("field-other"),
    })
}

/// The name of a field within a sentence. English alone knows capitals.
pub fn field_within(kind: FieldKind, strings: Strings) -> String {
    let name = field(kind, strings);
    let mut letters = name.chars();
    match letters.next() {
        Some(first) => first.to_lowercase().chain(letters).collect(),
        None => name,
    }
}

/// What to look at first: a sentence.
pub fn caution(caution: Caution, strings: Strings) -> String {
    strings.t(match caution {
        Caution::IdenticalParticulars => Key("caution-identical-particulars"),
        Caution::NamesOnly => Key("caution-names-only"),
        Caution::CloseRunnerUp => Key("caution-close-runner-up"),
        Caution::Relatives => Key("caution-relatives"),
        Caution::NumberDiffers => Key("caution-number-differs"),
        Caution::OddSigns => Key("caution-odd-signs"),
    })
}

/// The same in few words, for a table.
pub(crate) fn caution_short(caution: Caution, strings: Strings) -> String {
    strings.t(match caution {
        Caution::IdenticalParticulars => Key("caution-identical-particulars.short"),
        Caution::NamesOnly => Key("caution-names-only.short"),
        Caution::CloseRunnerUp => Key("caution-close-runner-up.short"),
        Caution::Relatives => Key("caution-relatives.short"),
        Caution::NumberDiffers => Key("caution-number-differs.short"),
        Caution::OddSigns => Key("caution-odd-signs.short"),
    })
}
