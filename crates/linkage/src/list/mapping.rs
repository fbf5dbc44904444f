//! What each column of a table means: recognised, shown, and corrected by a small file
//! (`docs/lists.md`).

mod file;
mod options;

pub use self::{
    file::{MappingFault, MappingFaults},
    options::{ColumnOptions, Numbers},
};

use super::{FieldKind, recognise};
use crate::table::Table;

/// The meaning of each column, in the order of the table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Mapping {
    /// One for each column.
    pub columns: Vec<ColumnMeaning>,
}

/// What one column means, and how we know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnMeaning {
    /// The header as it came.
    pub header: String,
    /// What its cells say.
    pub meaning: Meaning,
    /// How they are to be read.
    pub options: ColumnOptions,
    /// How sure that is.
    pub confidence: Confidence,
    /// Why it is thought so.
    pub reason: Reason,
}

/// What a column's cells say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Meaning {
    /// Something about the person.
    Field(FieldKind),
    /// An age, which becomes a date of birth.
    Age,
    /// The number of a house, apart from its street: an address of its own, read sign by sign.
    HouseNumber,
    /// A number of the row in this list, which says nothing about the person. Left out.
    RowId,
    /// Left out of all comparing; it stays in the table.
    LeftOut,
}

/// How sure a meaning is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Confidence {
    /// A guess: look at it.
    Guess,
    /// Part of the header, or the contents, say so.
    Likely,
    /// The whole header says so, and the contents do not say otherwise; or a person said so.
    Sure,
}

/// Why a meaning is thought right.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// The header is this word.
    Header(String),
    /// The header has this word in it.
    HeaderPart(String),
    /// The header has this word, but the cells look otherwise.
    HeaderAgainst(String, Sign),
    /// The header has this word, and other columns make clear what it means here.
    Beside(String),
    /// The cells look so.
    Contents(Sign),
    /// The cells are those of other columns put together: to compare both would count the same
    /// evidence twice.
    Repeats,
    /// Neither header nor cells say anything.
    Nothing,
    /// The mapping file says so.
    Said,
}

/// What the cells of a column look like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sign {
    /// All are empty or say that nothing is known.
    Empty,
    /// Nearly all are dates.
    Dates,
    /// Hardly any is a date.
    NoDates,
    /// Nearly all are numbers of one or two digits.
    SmallNumbers,
    /// Nearly all are words for a sex.
    Sexes,
    /// They count up row by row.
    Counting,
    /// Each is a different number of the same length.
    DistinctNumbers,
    /// Each is a different code in this list's own form.
    DistinctCodes,
    /// Two or more words of letters, nearly all different.
    ManyNames,
    /// Few different values, often repeated.
    FewValues,
    /// Long sentences.
    LongText,
    /// Words of letters.
    Words,
    /// Numbers.
    Numbers,
}

impl Mapping {
    /// What the headers and the cells say.
    pub fn recognise(table: &Table) -> Self {
        recognise::recognise(table)
    }

    /// The mapping as a file to look at and correct: CSV in UTF-8 with a byte-order mark.
    pub fn to_file(&self) -> String {
        file::write(self)
    }

    /// This mapping with what a corrected file says in its place. Columns that the file does not name
    /// keep their meaning.
    ///
    /// # Errors
    /// All that is wrong with the file, each with its row and column and what is allowed there.
    pub fn corrected_by(&self, file: &[u8]) -> Result<Self, MappingFaults> {
        file::read(self, file)
    }
}

impl Meaning {
    /// All meanings, in the order in which they are listed to people.
    pub const ALL: [Self; 22] = [
        Self::Field(FieldKind::FullName),
        Self::Field(FieldKind::GivenName),
        Self::Field(FieldKind::FatherName),
        Self::Field(FieldKind::GrandfatherName),
        Self::Field(FieldKind::FamilyName),
        Self::Field(FieldKind::MotherName),
        Self::Field(FieldKind::BirthDate),
        Self::Age,
        Self::Field(FieldKind::EventDate),
        Self::Field(FieldKind::Sex),
        Self::Field(FieldKind::BirthPlace),
        Self::Field(FieldKind::Residence),
        Self::Field(FieldKind::Address),
        Self::HouseNumber,
        Self::Field(FieldKind::EventPlace),
        Self::Field(FieldKind::Postcode),
        Self::Field(FieldKind::Nationality),
        Self::Field(FieldKind::IdentityNumber),
        Self::Field(FieldKind::Telephone),
        Self::Field(FieldKind::Other),
        Self::RowId,
        Self::LeftOut,
    ];

    /// As the mapping file writes it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Field(kind) => kind.word(),
            Self::Age => "age",
            Self::HouseNumber => "house-number",
            Self::RowId => "row-id",
            Self::LeftOut => "left-out",
        }
    }

    /// The field that its cells become; none for what is left out.
    pub const fn field(self) -> Option<FieldKind> {
        match self {
            Self::Field(kind) => Some(kind),
            Self::Age => Some(FieldKind::BirthDate),
            Self::HouseNumber => Some(FieldKind::Address),
            Self::RowId | Self::LeftOut => None,
        }
    }
}

impl FieldKind {
    /// As the mapping file writes it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::FullName => "full-name",
            Self::GivenName => "given-name",
            Self::FatherName => "father-name",
            Self::GrandfatherName => "grandfather-name",
            Self::FamilyName => "family-name",
            Self::MotherName => "mother-name",
            Self::BirthDate => "birth-date",
            Self::EventDate => "event-date",
            Self::Sex => "sex",
            Self::BirthPlace => "birth-place",
            Self::Residence => "residence",
            Self::Address => "address",
            Self::EventPlace => "event-place",
            Self::Postcode => "postcode",
            Self::Nationality => "nationality",
            Self::IdentityNumber => "identity-number",
            Self::Telephone => "telephone",
            Self::Other => "other",
        }
    }

    /// Whether its cells are names of persons.
    pub const fn is_name(self) -> bool {
        match self {
            Self::FullName
            | Self::GivenName
            | Self::FatherName
            | Self::GrandfatherName
            | Self::FamilyName
            | Self::MotherName => true,
            Self::BirthDate
            | Self::EventDate
            | Self::Sex
            | Self::BirthPlace
            | Self::Residence
            | Self::Address
            | Self::EventPlace
            | Self::Postcode
            | Self::Nationality
            | Self::IdentityNumber
            | Self::Telephone
            | Self::Other => false,
        }
    }
}

impl std::fmt::Display for Confidence {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Guess => "a guess",
            Self::Likely => "likely",
            Self::Sure => "sure",
        })
    }
}

impl std::fmt::Display for Reason {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Header(word) => write!(f, "the header is \"{word}\""),
            Self::HeaderPart(word) => write!(f, "the header says \"{word}\""),
            Self::HeaderAgainst(word, sign) => {
                write!(f, "the header says \"{word}\", but the cells are {sign}")
            }
            Self::Beside(word) => {
                write!(
                    f,
                    "the header says \"{word}\"; what that means here, the other columns say"
                )
            }
            Self::Contents(sign) => write!(f, "the cells are {sign}"),
            Self::Repeats => f.write_str("its cells are those of other columns put together"),
            Self::Nothing => f.write_str("neither header nor cells say"),
            Self::Said => f.write_str("the mapping file says so"),
        }
    }
}

impl std::fmt::Display for Sign {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Empty => "empty",
            Self::Dates => "dates",
            Self::NoDates => "no dates",
            Self::SmallNumbers => "numbers of one or two digits",
            Self::Sexes => "words for a sex",
            Self::Counting => "numbers that count the rows",
            Self::DistinctNumbers => "numbers of one length, all different",
            Self::DistinctCodes => "codes, all different",
            Self::ManyNames => "several words each, nearly all different",
            Self::FewValues => "few different values",
            Self::LongText => "long texts",
            Self::Words => "words",
            Self::Numbers => "numbers",
        })
    }
}
