//! A list whose columns have been given a meaning: records, and for each field what its cells say.

use crate::{date::Dates, name::Name, problem::Problem, table::Table};

/// What a field says about a person.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum FieldKind {
    /// A whole name in one cell, in whatever order.
    FullName,
    /// The person's own first name or names.
    GivenName,
    /// The father's name, where it stands by itself.
    FatherName,
    /// The father's father's name.
    GrandfatherName,
    /// Family name, surname, clan or nisba.
    FamilyName,
    /// The mother's name, whole.
    MotherName,
    /// Born: a day, a part of one, or an age counted back.
    BirthDate,
    /// A day on which something happened to the person: taken, last seen.
    EventDate,
    /// Sex, as the list says it.
    Sex,
    /// Where born.
    BirthPlace,
    /// Where from, where living: town, village, suburb.
    Residence,
    /// Street and house.
    Address,
    /// Where something happened to the person.
    EventPlace,
    /// Postal code.
    Postcode,
    /// Citizenship, nationality.
    Nationality,
    /// A number given to this person and nobody else: identity card, passport, registration.
    IdentityNumber,
    /// Telephone.
    Telephone,
    /// Anything else that says something about a person: occupation, unit, category.
    Other,
}

/// A list, ready to be compared.
#[derive(Debug, Clone)]
pub struct List {
    /// As it came. The records are its rows.
    pub table: Table,
    /// One for each meaning that some column has.
    pub fields: Vec<Field>,
    /// What was not understood, in order of place.
    pub problems: Vec<Problem>,
}

/// One field of all records.
#[derive(Debug, Clone)]
pub struct Field {
    /// What it says about a person.
    pub kind: FieldKind,
    /// The columns from which it was read, counted from 0 in the table.
    pub columns: Vec<usize>,
    /// The header of the first of them, as it came.
    pub label: String,
    /// What its cells say.
    pub values: Values,
}

/// The cells of one field, as what they were read to be.
#[derive(Debug, Clone)]
pub enum Values {
    /// Names of persons.
    Names(Interned<Name>),
    /// Dates, each with its precision.
    Dates(Interned<Dates>),
    /// Words: places, nationalities, anything.
    Words(Interned<Words>),
    /// Numbers and codes, where each sign counts.
    Codes(Interned<Code>),
}

/// Each distinct value once, and which of them each record has.
#[derive(Debug, Clone)]
pub struct Interned<T> {
    /// The distinct values, in order of first appearance.
    pub distinct: Vec<T>,
    /// For each record the index of its value in `distinct`, or [`MISSING`].
    pub of_record: Vec<u32>,
}

/// What stands in [`Interned::of_record`] where a record has no value.
pub const MISSING: u32 = u32::MAX;

/// Words in normal form (NFC, lower case, marks folded), in the order in which they stand; several
/// readings where a cell has several spellings.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Words(pub Vec<String>);

/// A code in normal form (digits of any script as 0 to 9, capital letters, no spaces or dashes);
/// several where a cell has several.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code(pub Vec<String>);
