//! How two values of one field are compared: into a few levels, from the same to different.

mod codes;
mod dates;
mod parts;
mod words;

pub use codes::Codes;
pub use dates::DayDates;
pub use parts::NameParts;
pub use words::WordTexts;

/// How well two values of a field agree: 1 is best. [`Level::NONE`] where one is missing, which
/// speaks neither for nor against.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Level(pub u8);

impl Level {
    /// Nothing to compare.
    pub const NONE: Self = Self(0);
    /// The same value.
    pub const SAME: Self = Self(1);
}

/// What a level of some field means; a report puts it into words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Agreement {
    /// One side says nothing.
    Missing,
    /// The same, letter by letter in normal form.
    Same,
    /// Another form of the same name: a pet form, another language or script.
    OtherForm,
    /// One letter or digit differs, or two stand the other way round.
    OneSign,
    /// Few letters differ.
    Close,
    /// More letters differ, but it may be the same.
    Alike,
    /// One is a part of the other.
    Part,
    /// Given name and family name stand in each other's place.
    Exchanged,
    /// The same day with day and month the other way round.
    DayMonthExchanged,
    /// The same month and year, another day.
    SameMonth,
    /// The same day and month, another year.
    SameDayOfYear,
    /// The same year.
    SameYear,
    /// A year more or less.
    NextYear,
    /// What is given agrees, but one date is known only in part.
    Compatible,
    /// Different.
    Different,
}

/// Compares the values of one field.
pub trait Comparator: Sync + Send {
    /// What its levels mean, from level 1 on; the last is [`Agreement::Different`].
    fn scale(&self) -> &'static [Agreement];

    /// The level of two values. Symmetric.
    fn level(&self, a: u32, b: u32) -> Level;

    /// Every value among `others` that does not differ from `a`, with its level, in the order of
    /// `others`.
    fn alike(&self, a: u32, others: &[u32], found: &mut Vec<(u32, Level)>) {
        let different = self.different();
        let levels = others.iter().map(|&b| (b, self.level(a, b)));
        found.extend(levels.filter(|&(_, level)| level < different));
    }

    /// The level of values that differ.
    fn different(&self) -> Level {
        Level(u8::try_from(self.scale().len()).unwrap_or(u8::MAX))
    }
}
