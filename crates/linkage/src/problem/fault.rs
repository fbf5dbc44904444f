//! The kinds of problem, each with what was done about it.

use serde::Serialize;

/// The kinds of problem. Each says what was done about it; its `Display` is a sentence for the
/// owner of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fault {
    /// Bytes that are no text in the file's encoding: each stands as U+FFFD.
    NotText,
    /// The file does not say in which encoding it is and is not UTF-8: the encoding was guessed.
    EncodingGuessed,
    /// The list has no row.
    NoRows,
    /// A row above the header, a title or a remark: set aside.
    TitleRow,
    /// The header runs over several rows: their cells were joined with " / ".
    HeaderJoined,
    /// The first row looks like an entry: the columns are named A, B, C.
    HeaderMissing,
    /// A column has entries and no header.
    HeaderEmpty,
    /// Two columns have the same header: both are kept.
    HeaderTwice,
    /// The header stands again among the entries: set aside.
    HeaderAgain,
    /// A row of totals at the end: set aside.
    TotalsRow,
    /// Empty rows between the entries: passed over.
    BlankRows,
    /// A cell merged over several rows: its text was repeated in each.
    MergedDown,
    /// A cell merged over several columns: its text stands in the first.
    MergedAcross,
    /// A formula: the value that its program last computed was taken.
    Formula,
    /// A formula without a computed value: left empty.
    FormulaWithoutValue,
    /// A text that begins like a formula, as some programs write numbers whose zeros they keep: kept.
    FormulaText,
    /// A cell in which its program found an error: the error's name stands as its text.
    CellError,
    /// A cell that its file describes in a way that cannot be understood: left empty.
    CellUnreadable,
    /// A number of more than fifteen digits: spreadsheet programs round those.
    NumberRounded,
    /// A hidden row: read like any other.
    HiddenRow,
    /// A hidden column: read like any other.
    HiddenColumn,
    /// A hidden sheet: read like any other.
    HiddenSheet,
    /// A sheet whose header is another: not part of this list.
    OtherHeader,
    /// More cells than the header has: columns were added.
    RowLong,
    /// Fewer cells than the header has: the rest was left empty.
    RowShort,
    /// A quotation mark that is never closed: from there on marks were taken as ordinary signs.
    QuoteOpen,
    /// A cell that runs over many lines: perhaps a quotation mark is missing or too many.
    ManyLines,
    /// The file ends in the middle: what came before was read.
    CutOff,
    /// Invisible characters, such as those that turn the direction of writing: kept.
    Invisible,
    /// One word in letters of two scripts that look alike: kept.
    MixedScripts,
    /// A cell of a date that is no date: kept as it came, counts as missing.
    DateUnreadable,
    /// A date that does not exist: its digits are compared, or it counts as missing.
    DateImpossible,
    /// A date after the day of the list: its digits are compared, or it counts as missing.
    DateInFuture,
    /// A day and month, or a small number, without a year: counts as missing.
    DateWithoutYear,
    /// A day without its month: the day counts as missing.
    DayWithoutMonth,
    /// Two dates in one cell that are not one day: both readings are kept.
    DatesDiffer,
    /// An age, and nobody said on which day it was true: counts as missing.
    AgeWithoutDay,
    /// Whether day or month comes first, decided by cells that can be read in one way only.
    DateOrder,
    /// No cell says whether day or month comes first: both readings are kept.
    DateOrderOpen,
    /// Some cells say that the day comes first, some the month: both readings are kept.
    DateOrderContradicted,
    /// Years of two digits: read as of the hundred years named.
    ShortYears,
    /// Dates of the Hijri calendar: converted, with a day before and after.
    HijriDates,
    /// Nothing says whether years are of the lunar or the solar Hijri calendar: both readings are kept.
    HijriOpen,
    /// Dates of another calendar: converted.
    OtherCalendar,
    /// Numbers read as the days that spreadsheet programs count.
    SerialDates,
    /// Ages: counted back to years of birth.
    AgesCounted,
    /// 1 January, far too common for birthdays: taken for the year alone.
    FirstOfJanuary,
    /// A cell in which nothing can be compared: kept as it came, counts as missing.
    NothingToCompare,
    /// A column in which no cell says anything: left out.
    ColumnSaysNothing,
    /// More problems of this column than are listed one by one.
    MoreOfThese,
}

impl Fault {
    /// What was found and what was done, without a full stop.
    pub const fn sentence(self) -> &'static str {
        match self {
            Self::NotText => {
                "bytes that are no text in the file's encoding; each stands as the sign U+FFFD"
            }
            Self::EncodingGuessed => {
                "the file does not say how its letters are encoded; it was read as the encoding named here: look whether the names are right, or save it as UTF-8"
            }
            Self::NoRows => "there is no entry",
            Self::TitleRow => "a title or remark above the header; set aside",
            Self::HeaderJoined => "the header runs over several rows; they were joined into one",
            Self::HeaderMissing => {
                "the first row looks like an entry and not like a header; it was read as an entry and the columns are named by letters"
            }
            Self::HeaderEmpty => "a column with entries but no header; kept",
            Self::HeaderTwice => "a header that another column has too; both columns are kept",
            Self::HeaderAgain => "the header again among the entries; set aside",
            Self::TotalsRow => "a row of totals and not an entry; set aside",
            Self::BlankRows => "empty rows among the entries; passed over",
            Self::MergedDown => "a cell merged over several rows; its text was repeated in each",
            Self::MergedAcross => {
                "a cell merged over several columns; its text stands in the first of them"
            }
            Self::Formula => {
                "a formula; the value that its program last computed was taken, which may be out of date"
            }
            Self::FormulaWithoutValue => {
                "a formula whose value is not in the file; left empty: open and save it in a spreadsheet program"
            }
            Self::FormulaText => "a text that begins like a formula; kept as it came, not computed",
            Self::CellError => "an error that the spreadsheet program found; kept as its name",
            Self::CellUnreadable => "a cell that could not be understood; left empty",
            Self::NumberRounded => {
                "a number of more than fifteen digits; spreadsheet programs round those, so its last digits may be wrong"
            }
            Self::HiddenRow => "a hidden row; read like any other",
            Self::HiddenColumn => "a hidden column; read like any other",
            Self::HiddenSheet => "a hidden sheet; read like any other",
            Self::OtherHeader => {
                "a sheet with another header; not part of this list: name it to read it by itself"
            }
            Self::RowLong => {
                "more cells than the header has; the others are in columns of their own"
            }
            Self::RowShort => "fewer cells than the header has; the rest was left empty",
            Self::QuoteOpen => {
                "a quotation mark that is never closed; from here on each line was read as one row"
            }
            Self::ManyLines => {
                "a cell that runs over many lines; look whether a quotation mark is missing"
            }
            Self::CutOff => "the file is damaged or cut off here; what came before was read",
            Self::Invisible => {
                "invisible characters, which may turn or hide what is written; kept as they came"
            }
            Self::MixedScripts => {
                "one word in letters of two scripts that look alike; kept as it came"
            }
            Self::DateUnreadable => "no date in a notation that is known; it counts as missing",
            Self::DateImpossible => {
                "there is no such date; of a whole day the digits are compared as they stand, anything else counts as missing"
            }
            Self::DateInFuture => {
                "a date after the day of the list; of a whole day the digits are compared as they stand, anything else counts as missing"
            }
            Self::DateWithoutYear => {
                "a date without its year; it counts as missing (if these are ages, say so in the mapping)"
            }
            Self::DayWithoutMonth => "a day without its month; the day counts as missing",
            Self::DatesDiffer => {
                "two dates in one cell that are not the same day; both are kept, and either may agree"
            }
            Self::AgeWithoutDay => {
                "an age, and the day on which it was true is not known; it counts as missing: name the day of the list"
            }
            Self::DateOrder => {
                "the order of day and month in this column, with how many cells show it and how many show the other; a cell that could be either was read in this order"
            }
            Self::DateOrderOpen => {
                "no cell says whether day or month comes first; for so many both readings are kept: name the order in the mapping"
            }
            Self::DateOrderContradicted => {
                "some cells have the day first and some the month; for so many that could be either both readings are kept: name the order in the mapping"
            }
            Self::ShortYears => "years of two digits were read as years of these hundred",
            Self::HijriDates => {
                "dates of the Hijri calendar were converted by the Umm al-Qura calendar; the day before and after is kept with each, for its months begin by sight"
            }
            Self::HijriOpen => {
                "nothing says whether these years are of the lunar or of the solar Hijri calendar; for so many both readings are kept: name the calendar in the mapping"
            }
            Self::OtherCalendar => "dates of another calendar were converted",
            Self::SerialDates => {
                "numbers were read as days since 30 December 1899, as spreadsheet programs count them"
            }
            Self::AgesCounted => "ages were counted back from this day to years of birth",
            Self::FirstOfJanuary => {
                "1 January is far too common for a day of its own; it was taken for the year alone"
            }
            Self::NothingToCompare => "nothing in this cell can be compared; it counts as missing",
            Self::ColumnSaysNothing => "no cell of this column says anything; it is left out",
            Self::MoreOfThese => {
                "there are more problems of this column than are listed one by one; so many more"
            }
        }
    }
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.sentence())
    }
}
