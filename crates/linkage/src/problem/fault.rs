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
        }
    }
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.sentence())
    }
}
