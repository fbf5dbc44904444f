//! What the columns of a table mean: by their headers, by their cells, and by each other. Everything
//! found here is shown to a person, who may correct it (`mapping`).

mod contents;
mod header;
mod phrases;
mod repeats;
mod split;
#[cfg(test)]
mod tests;

use self::{
    contents::{Contents, spell_differently},
    header::{Alias, Found, Whole},
};
use super::{
    FieldKind,
    mapping::{ColumnMeaning, ColumnOptions, Confidence, Mapping, Meaning, Reason, Sign},
};
use crate::{date::Calendar, problem::letters, table::Table};

/// The meaning of each column of a table.
pub(super) fn recognise(table: &Table) -> Mapping {
    let width = table.width();
    let contents: Vec<Contents> = (0..width).map(|at| Contents::of(table, at)).collect();
    let found: Vec<Option<Found>> = (0..width)
        .map(|at| header::find(header_of(table, at)))
        .collect();
    let mut columns: Vec<ColumnMeaning> = (0..width)
        .zip(found.iter().zip(&contents))
        .map(|(at, (found, contents))| one(table.header(at), found.as_ref(), contents))
        .collect();
    beside(&mut columns, &contents);
    combine(&mut columns, &contents, &found);
    split::join(table, &mut columns);
    repeats::leave_out(table, &mut columns);
    Mapping { columns }
}

/// A header that is but the letter of its column says nothing.
fn header_of(table: &Table, column: usize) -> &str {
    let number = u32::try_from(column + 1).unwrap_or(u32::MAX);
    let header = table.header(column);
    if letters(number) == header {
        ""
    } else {
        header
    }
}

/// A column by itself.
fn one(header: &str, found: Option<&Found>, contents: &Contents) -> ColumnMeaning {
    let (meaning, confidence, reason) = match found {
        Some(found) => by_header(header, found, contents),
        None => by_contents(contents),
    };
    let mut options = ColumnOptions::default();
    if meaning.field() == Some(FieldKind::BirthDate)
        || meaning.field() == Some(FieldKind::EventDate)
    {
        options.calendar = calendar_of(header);
        options.order = header::order(header);
    }
    ColumnMeaning {
        header: header.to_owned(),
        meaning,
        options,
        confidence,
        reason,
    }
}

type Judged = (Meaning, Confidence, Reason);

fn by_header(header: &str, found: &Found, contents: &Contents) -> Judged {
    let phrase = found.phrase.clone();
    let sign = contents.sign();
    let birth = Meaning::Field(FieldKind::BirthDate);
    let event = Meaning::Field(FieldKind::EventDate);
    let against = |meaning, sign| {
        let reason = Reason::HeaderAgainst(phrase.clone(), sign);
        (meaning, Confidence::Guess, reason)
    };
    match found.meaning {
        Meaning::Age if contents.are_dates() => against(birth, Sign::Dates),
        meaning if meaning == birth && contents.are_ages() => {
            against(Meaning::Age, Sign::SmallNumbers)
        }
        meaning if (meaning == birth || meaning == event) && contents.are_no_dates() => {
            against(meaning, Sign::NoDates)
        }
        // "Number", "record" and the like may be the number of a person.
        Meaning::RowId
            if sign == Sign::DistinctNumbers && !contents.count_up() && !says_row(header) =>
        {
            against(Meaning::Field(FieldKind::IdentityNumber), sign)
        }
        meaning => match found.whole {
            Whole::Whole => (meaning, Confidence::Sure, Reason::Header(phrase)),
            Whole::Part => (meaning, Confidence::Likely, Reason::HeaderPart(phrase)),
        },
    }
}

/// Whether a header is of the record and not of the person: then its numbers tell nothing, however
/// they look.
fn says_row(header: &str) -> bool {
    let header = header.to_lowercase();
    ["rec", "row", "line", "seq", "serial", "uuid", "guid"]
        .iter()
        .any(|word| header.contains(word))
}

fn by_contents(contents: &Contents) -> Judged {
    let sign = contents.sign();
    let guess = |meaning| (meaning, Confidence::Guess, Reason::Contents(sign));
    let field = |kind| guess(Meaning::Field(kind));
    match sign {
        Sign::Empty | Sign::LongText => guess(Meaning::LeftOut),
        Sign::Sexes => (
            Meaning::Field(FieldKind::Sex),
            Confidence::Likely,
            Reason::Contents(sign),
        ),
        Sign::Dates if contents.span_lives() => field(FieldKind::BirthDate),
        Sign::Dates | Sign::NoDates => field(FieldKind::EventDate),
        Sign::Counting | Sign::DistinctCodes => guess(Meaning::RowId),
        Sign::DistinctNumbers => field(FieldKind::IdentityNumber),
        Sign::ManyNames => field(FieldKind::FullName),
        Sign::SmallNumbers | Sign::FewValues | Sign::Words | Sign::Numbers => (
            Meaning::Field(FieldKind::Other),
            Confidence::Guess,
            Reason::Nothing,
        ),
    }
}

/// Years of the header's own calendar, where a header says or is in a language that uses one.
fn calendar_of(header: &str) -> Option<Calendar> {
    let says = |words: &[&str]| words.iter().any(|word| header.contains(word));
    if says(&["هجری شمسی", "شمسی", "تولد", "دستگیری", "بازداشت", "اسارت"])
    {
        Some(Calendar::Persian)
    } else if says(&["هجري", "هجرية", "Hijri", "hijri", "(AH)"]) {
        Some(Calendar::Hijri)
    } else {
        None
    }
}

/// "Name" beside "surname" is the given name; beside "first name" it is the family name; "имя" alone
/// is the whole name.
fn beside(columns: &mut [ColumnMeaning], contents: &[Contents]) {
    use FieldKind::{FamilyName, FatherName, FullName, GivenName};
    let has =
        |columns: &[ColumnMeaning], kind| columns.iter().any(|c| c.meaning == Meaning::Field(kind));
    let (given, family) = (has(columns, GivenName), has(columns, FamilyName));
    let (full, father) = (has(columns, FullName), has(columns, FatherName));
    for (column, contents) in columns.iter_mut().zip(contents) {
        let Reason::Header(word) = &column.reason else {
            continue;
        };
        let ten = contents.words_of_ten();
        let is = |kind| column.meaning == Meaning::Field(kind) && is_short(word);
        let other = if is(FullName) && !given && (family && ten < 25 || father && ten < 16) {
            GivenName
        } else if is(FullName) && given && !family && ten < 16 {
            FamilyName
        } else if is(GivenName) && !family && !full && ten >= 18 {
            FullName
        } else {
            continue;
        };
        column.reason = Reason::Beside(word.clone());
        column.meaning = Meaning::Field(other);
        column.confidence = Confidence::Likely;
    }
}

/// "Name" may be part of a name; "full name" may not.
fn is_short(phrase: &str) -> bool {
    phrase.split_whitespace().count() == 1
}

/// Columns that say the same in another language, or other names of the person, are spellings of
/// the first of their kind.
fn combine(columns: &mut [ColumnMeaning], contents: &[Contents], found: &[Option<Found>]) {
    let is_alias = |at: usize| {
        let found = found.get(at).and_then(Option::as_ref);
        found.is_some_and(|found| found.alias == Alias::Yes)
    };
    for at in 0..columns.len() {
        let Some((meaning, kind)) = columns.get(at).and_then(combinable) else {
            continue;
        };
        let first = (0..columns.len()).find(|&first| {
            let Some(column) = columns.get(first) else {
                return false;
            };
            let Some((own, other)) = contents.get(at).zip(contents.get(first)) else {
                return false;
            };
            let alone = column.meaning == meaning && column.options.with.is_none();
            let header = columns.get(at).map_or("", |column| column.header.as_str());
            let same = if is_alias(at) && kind == FieldKind::FullName {
                first != at && !is_alias(first)
            } else {
                first < at
                    && same_word(found, at, first)
                    && spell_differently((header, own), (&column.header, other))
            };
            alone && same
        });
        if let Some(column) = columns.get_mut(at) {
            column.options.with = first;
        }
    }
}

/// Names, and what is written in words.
fn combinable(column: &ColumnMeaning) -> Option<(Meaning, FieldKind)> {
    let Meaning::Field(kind) = column.meaning else {
        return None;
    };
    let words = match kind {
        FieldKind::FullName
        | FieldKind::GivenName
        | FieldKind::FatherName
        | FieldKind::GrandfatherName
        | FieldKind::FamilyName
        | FieldKind::MotherName
        | FieldKind::BirthPlace
        | FieldKind::Residence
        | FieldKind::Address
        | FieldKind::EventPlace
        | FieldKind::Nationality => true,
        FieldKind::BirthDate
        | FieldKind::EventDate
        | FieldKind::Sex
        | FieldKind::Postcode
        | FieldKind::IdentityNumber
        | FieldKind::Telephone
        | FieldKind::Other => false,
    };
    words.then_some((column.meaning, kind))
}

/// Two towns of one person, or her town and her province, are not two spellings: only names are
/// combined across different words ("Name", "الاسم"), places only if their headers differ by a
/// language.
fn same_word(found: &[Option<Found>], at: usize, first: usize) -> bool {
    let phrase = |at: usize| {
        let found = found.get(at)?.as_ref()?;
        Some((found.meaning.field()?.is_name(), found.phrase.as_str()))
    };
    match (phrase(at), phrase(first)) {
        (Some((true, _)), Some((true, _))) => true,
        (Some((_, a)), Some((_, b))) => a == b,
        (None, _) | (_, None) => false,
    }
}
