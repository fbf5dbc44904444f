//! A date in three cells: day, month and year, each in a column of its own. What is missing of it is
//! not known; what cannot be read is said of the very cell.

use super::{
    DateFault, Dates,
    calendar::{Calendar, MonthNo},
    column::{Column, Decided, Style, settled},
    numbers::Order,
    parts::{Joint, Parts},
    read::{self, Bound, Cell, Form},
    scan::{Number, scan},
};

/// A piece of a date that has a column of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DatePart {
    /// The day of the month.
    Day,
    /// The month, by number or by name.
    Month,
    /// The year.
    Year,
}

impl DatePart {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Day, Self::Month, Self::Year];

    /// As the mapping file writes it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Month => "month",
            Self::Year => "year",
        }
    }
}

/// One date in three cells; none where a cell says nothing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Split<'a> {
    /// The day's cell.
    pub day: Option<&'a str>,
    /// The month's.
    pub month: Option<&'a str>,
    /// The year's.
    pub year: Option<&'a str>,
}

/// What was read of three cells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SplitCell {
    /// The date; none where there is none.
    pub dates: Option<Dates>,
    /// What is wrong, and in which of the cells.
    pub faults: Vec<(DatePart, DateFault)>,
}

/// Reads dates of which each stands in three cells. The order of columns says nothing here: which cell
/// is the day is known.
///
/// ```
/// use linkage::date::{PartialDate, Split, Style, read_split};
/// let cells = Split { day: Some("9"), month: Some("نيسان"), year: Some("١٩٥٦") };
/// let (read, _) = read_split(&[cells], &Style::default());
/// let (year, month, day) = (1956, 4, 9);
/// assert_eq!(read[0].dates.as_ref().unwrap().0, [PartialDate::Day { year, month, day }]);
/// ```
pub fn read_split(cells: &[Split], style: &Style) -> (Vec<SplitCell>, Vec<Decided>) {
    let style = Style {
        order: Some(Order::DayMonthYear),
        ..*style
    };
    let latest = style.as_of.map_or(2100, super::CivilDay::year);
    let (forms, faults): (Vec<_>, Vec<_>) = cells.iter().map(|cell| form(cell, latest)).unzip();
    let told: Vec<Result<Cell, DateFault>> = forms
        .iter()
        .map(|form| form.clone().ok_or(DateFault::NoYear))
        .collect();
    let Column {
        cells: read,
        decided,
        doubts,
    } = settled(told, &style);
    let mut split: Vec<SplitCell> = read
        .into_iter()
        .zip(forms)
        .zip(faults)
        .zip(cells)
        .map(|(((read, form), mut faults), cell)| {
            let finest = finest(cell);
            let dates = match (read, form) {
                (Ok(dates), Some(_)) => {
                    let written = dates.0.first().and_then(|date| date.written_fault());
                    faults.extend(written.map(|fault| (finest, fault)));
                    Some(dates)
                }
                (Err(fault), Some(_)) => {
                    faults.push((finest, fault));
                    None
                }
                (_, None) => None,
            };
            SplitCell { dates, faults }
        })
        .collect();
    for (at, fault) in doubts {
        if let Some(cell) = split.get_mut(at) {
            cell.faults.push((DatePart::Year, fault));
        }
    }
    (split, decided)
}

/// The finest piece that says anything.
fn finest(cell: &Split) -> DatePart {
    match (cell.day, cell.month) {
        (Some(_), _) => DatePart::Day,
        (None, Some(_)) => DatePart::Month,
        (None, None) => DatePart::Year,
    }
}

type Faults = Vec<(DatePart, DateFault)>;

/// The form of three cells; none where no year can be told.
fn form(cell: &Split, latest: i16) -> (Option<Cell>, Faults) {
    let mut faults = Vec::new();
    let day = cell
        .day
        .and_then(|text| said(day_of(text), DatePart::Day, &mut faults).flatten());
    let month = cell
        .month
        .and_then(|text| said(month_of(text), DatePart::Month, &mut faults))
        .flatten();
    let Some(text) = cell.year else {
        if cell.day.is_some() || cell.month.is_some() {
            faults.push((DatePart::Year, DateFault::NoYear));
        }
        return (None, faults);
    };
    let Some((year, era, bound)) = year_of(text) else {
        // A whole date, an age or "1980 or 1981" where a year should stand.
        let whole = said(read::cell(text, latest), DatePart::Year, &mut faults);
        return (whole, faults);
    };
    let (form, other_era) = match (day, month) {
        (Some(day), Some(Month::Number(month))) => (Form::Three([day, month, year]), None),
        (day, Some(Month::Named(months, era))) => {
            let day = day.and_then(|day| u8::try_from(day.value).ok());
            (Form::Named { day, months, year }, era)
        }
        (None, Some(Month::Number(number))) => {
            let month = u8::try_from(number.value).ok();
            if let Some(month) = month.filter(|month| (1..=12).contains(month)) {
                (Form::Month { month, year }, None)
            } else {
                faults.push((DatePart::Month, DateFault::Impossible));
                (Form::Year(year), None)
            }
        }
        (Some(_), None) => {
            faults.push((DatePart::Day, DateFault::NoMonth));
            (Form::Year(year), None)
        }
        (None, None) => (Form::Year(year), None),
    };
    let era = era.or(other_era);
    (Some(Cell { form, era, bound }), faults)
}

fn said<T>(read: Result<T, DateFault>, part: DatePart, faults: &mut Faults) -> Option<T> {
    read.map_err(|fault| faults.push((part, fault))).ok()
}

/// A number, as spreadsheets may write it: 13, 13.0.
fn number(parts: &Parts) -> Option<Number> {
    match *parts.numbers.as_slice() {
        [only] => Some(only),
        [number, nought] if nought.value == 0 && parts.joint == Some(Joint::Dot) => Some(number),
        _ => None,
    }
}

/// The day; none where it is nought, which stands for what is not known.
fn day_of(text: &str) -> Result<Option<Number>, DateFault> {
    let parts = Parts::of(&scan(text).ok_or(DateFault::Unreadable)?)?;
    let day = number(&parts).filter(|day| day.digits <= 2 && parts.months.is_none());
    let day = day.ok_or(DateFault::Unreadable)?;
    Ok(Some(day).filter(|day| day.value > 0))
}

enum Month {
    Number(Number),
    /// By name, with the calendar that a mark beside it names.
    Named(Vec<(Calendar, MonthNo)>, Option<Calendar>),
}

fn month_of(text: &str) -> Result<Option<Month>, DateFault> {
    let parts = Parts::of(&scan(text).ok_or(DateFault::Unreadable)?)?;
    if let Some(months) = parts.months.clone().filter(|months| !months.is_empty()) {
        return Ok(Some(Month::Named(months, parts.era)));
    }
    let month = number(&parts).filter(|month| month.digits <= 2);
    let month = month.ok_or(DateFault::Unreadable)?;
    Ok(Some(Month::Number(month)).filter(|_| month.value > 0))
}

/// The year with its calendar, where a mark says it; none where the cell is no bare year.
fn year_of(text: &str) -> Option<(Number, Option<Calendar>, Bound)> {
    let parts = Parts::of(&scan(text)?).ok()?;
    let year = number(&parts).filter(|_| parts.months.is_none())?;
    let era = parts.era.or(parts.letters);
    let is_year = matches!(year.digits, 2 | 4);
    is_year.then_some((year, era, parts.bound.unwrap_or(Bound::Exactly)))
}

#[cfg(test)]
mod tests;
