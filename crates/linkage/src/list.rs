//! A list whose columns have been given a meaning: records, and for each field what its cells say.
//!
//! What columns mean is recognised and corrected in [`mapping`], and a list is built by it. How two
//! lists are compared is not dealt with here.

mod build;
mod countries;
pub mod mapping;
mod missing;
mod normal;
mod recognise;
mod sex;
mod spellings;

pub use self::{
    build::BuildOptions,
    mapping::{
        ColumnMeaning, ColumnOptions, Confidence, Mapping, MappingFaults, Meaning, Reason, Sign,
    },
};

use crate::{
    date::Dates,
    name::Name,
    problem::Problem,
    table::Table,
    watch::{Stopped, Watch},
};

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

impl List {
    /// Reads the cells of a table by what its columns mean. Each distinct text is read once, however
    /// often it stands. Cells that are not understood are among the problems and count as missing.
    ///
    /// ```
    /// use linkage::{
    ///     date::CivilDay,
    ///     list::{BuildOptions, FieldKind, List, Mapping},
    ///     table::TableBuilder,
    ///     watch::Unwatched,
    /// };
    /// let mut table = TableBuilder::new("persons", ["Name", "Date of birth"]);
    /// let sheet = table.sheet("", Vec::new())?;
    /// table.push_row(sheet, 2, ["Noor Haddad", "13/4/1971"])?;
    /// let table = table.finish();
    /// let mapping = Mapping::recognise(&table);
    /// let options = BuildOptions { as_of: CivilDay::new(2024, 3, 1) };
    /// let list = List::build(table, &mapping, &options, &Unwatched)?;
    /// let kinds: Vec<FieldKind> = list.fields.iter().map(|field| field.kind).collect();
    /// assert_eq!(kinds, [FieldKind::FullName, FieldKind::BirthDate]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// [`Stopped`] when `watch` says so; nothing else stops it.
    pub fn build(
        table: Table,
        mapping: &Mapping,
        options: &BuildOptions,
        watch: &dyn Watch,
    ) -> Result<Self, Stopped> {
        build::build(table, mapping, *options, watch)
    }
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

/// What a cell says in words: one string for each spelling in it, at least one. Its words are in the
/// normal form of [`normal`](crate::name::normal), in the order in which they stand, one space between.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Words(pub Vec<String>);

/// A code in normal form (digits of any script as 0 to 9, capital letters, no spaces or dashes);
/// several where a cell has several, at least one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code(pub Vec<String>);

impl<T> Interned<T> {
    /// The value of a record; none where it has none.
    pub fn of(&self, record: usize) -> Option<&T> {
        let value = *self.of_record.get(record)?;
        self.distinct.get(value as usize)
    }
}
