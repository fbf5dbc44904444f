//! What one cell may mean, before the column is asked: its shape, which needs no decision.

use thiserror::Error;

use super::{
    CivilDay, PartialDate,
    age::Age,
    calendar::{Calendar, MonthNo},
    edtf,
    numbers::Order,
    parts::{Joint, Parts, Unit},
    scan::{Number, plain, scan},
    twofold,
};

/// Why a cell is no date. It stays as it came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Error)]
pub enum DateFault {
    /// Nothing in it is a date in a notation that is known.
    #[error("this is no date in a notation that is known")]
    Unreadable,
    /// It has the form of a date, and there is no such day, month or year.
    #[error("there is no such date")]
    Impossible,
    /// It lies after the day of the list.
    #[error("this lies after the day of the list")]
    InFuture,
    /// A day and month without a year.
    #[error("there is no year")]
    NoYear,
    /// A day without its month.
    #[error("there is no month")]
    NoMonth,
    /// Two dates that are not one day.
    #[error("these are two dates and not one day")]
    NotOneDay,
    /// An age, and the day on which it was true is not known.
    #[error("an age needs the day on which it was true: give the column `as-of=` in the mapping")]
    AgeWithoutDay,
}

/// Whether a cell means its date exactly.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bound {
    Exactly,
    About,
    Before,
    After,
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Form {
    /// Three numbers.
    Three([Number; 3]),
    /// Six digits in a row, which may also be a year and a month.
    Six([Number; 3], Number, u8),
    /// A month by name, in one calendar or in either of several.
    Named {
        day: Option<u8>,
        months: Vec<(Calendar, MonthNo)>,
        year: Number,
    },
    /// A month by number.
    Month { month: u8, year: Number },
    /// A year.
    Year(Number),
    /// From a year to a year.
    Years(Number, Number),
    /// A date that needs no more.
    Settled(PartialDate),
    /// Years of age.
    Age(Age),
    /// One or two digits, which only an age can be.
    BareAge(u32, u32),
    /// Days since 30 December 1899, as spreadsheets count.
    Serial(u32),
    /// The same date in two calendars.
    Two(Box<[Cell; 2]>),
}

/// A cell's form, with what its small words add.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cell {
    pub form: Form,
    pub era: Option<Calendar>,
    pub bound: Bound,
}

/// Reads the form of a cell. `latest` is the last year that a date may have.
pub(super) fn cell(text: &str, latest: i16) -> Result<Cell, DateFault> {
    let flat = plain(text);
    if let Some(date) = edtf::read(&flat, latest) {
        return Ok(Cell {
            form: Form::Settled(date),
            era: None,
            bound: Bound::Exactly,
        });
    }
    let tokens = scan(text).ok_or(DateFault::Unreadable)?;
    match twofold::cells(&tokens) {
        Some(two) => Ok(Cell {
            form: Form::Two(Box::new(two)),
            era: None,
            bound: Bound::Exactly,
        }),
        None => Parts::of(&tokens)?.cell(),
    }
}

impl Parts {
    /// What the pieces are together.
    pub(super) fn cell(self) -> Result<Cell, DateFault> {
        let form = match &self.months {
            Some(months) => self.named(months)?,
            None => self.numeric()?,
        };
        Ok(Cell {
            form,
            era: self.era.or(self.letters),
            bound: self.bound.unwrap_or(Bound::Exactly),
        })
    }

    fn named(&self, months: &[(Calendar, MonthNo)]) -> Result<Form, DateFault> {
        if months.is_empty() {
            return Err(DateFault::Unreadable);
        }
        let is_year = |n: &Number| n.digits >= 3 || n.value > 31;
        let (day, year) = match self.numbers.as_slice() {
            [only] if is_year(only) || self.unit == Some(Unit::Year) => (None, *only),
            // "May 84" is a month of a year and "84 May" is too, but "May 12" lacks its year.
            [] | [_] => return Err(DateFault::NoYear),
            [a, b] if is_year(a) && !is_year(b) => (Some(b), *a),
            [a, b] if is_year(b) && !is_year(a) => (Some(a), *b),
            // "9 May 12" and "May 9 12": the year stands last; "12 9 May" is none of ours.
            [a, b] if !is_year(a) && !is_year(b) && self.before_month < 2 => (Some(a), *b),
            _ => return Err(DateFault::Unreadable),
        };
        let day = day.map(|day| u8::try_from(day.value)).transpose();
        Ok(Form::Named {
            day: day.map_err(|_| DateFault::Impossible)?,
            months: months.to_vec(),
            year,
        })
    }

    fn numeric(&self) -> Result<Form, DateFault> {
        match (self.unit, self.numbers.as_slice()) {
            (Some(Unit::MonthsOld), &[n]) if n.digits <= 4 => Ok(Form::Age(Age::Months(n.value))),
            (Some(Unit::YearsOld | Unit::Years), &[n]) if n.digits <= 3 => {
                Ok(Form::Age(Age::Years(n.value, n.value)))
            }
            (Some(Unit::MonthsOld), &[years, months]) if years.digits <= 2 && months.value < 12 => {
                Ok(Form::Age(Age::Months(years.value * 12 + months.value)))
            }
            (Some(Unit::YearsOld | Unit::Years), &[a, b]) if a.digits <= 3 && b.digits <= 3 => {
                let to = if self.joint == Some(Joint::Span) {
                    b
                } else {
                    a
                };
                Ok(Form::Age(Age::Years(a.value, to.value)))
            }
            (_, &[a, b, c]) => Ok(three([a, b, c])),
            (_, &[a, b]) => self.two(a, b),
            (_, &[only]) => self.one(only),
            (_, _) => Err(DateFault::Unreadable),
        }
    }

    fn two(&self, a: Number, b: Number) -> Result<Form, DateFault> {
        let month = |n: Number| u8::try_from(n.value).ok().filter(|m| (1..=12).contains(m));
        match (a.digits, b.digits) {
            (4, 4) if self.joint == Some(Joint::Span) => Ok(Form::Years(a, b)),
            (4, 1 | 2) => match month(b) {
                Some(month) => Ok(Form::Month { month, year: a }),
                // "1984-86": the second year without its century.
                None if self.joint == Some(Joint::Span)
                    && b.digits == 2
                    && b.value > a.value % 100 =>
                {
                    let value = a.value - a.value % 100 + b.value;
                    Ok(Form::Years(a, Number { value, digits: 4 }))
                }
                None => Err(DateFault::Impossible),
            },
            (1 | 2, 4) => {
                let month = month(a).ok_or(DateFault::Impossible)?;
                Ok(Form::Month { month, year: b })
            }
            (1 | 2, 1 | 2) => match month(a) {
                Some(month) if b.value > 31 => Ok(Form::Month { month, year: b }),
                // 34.5 is 34 full years.
                _ if self.joint == Some(Joint::Dot) => Ok(Form::BareAge(a.value, a.value)),
                _ => Ok(Form::BareAge(a.value, b.value)),
            },
            (5, 1) if b.value == 0 => Ok(Form::Serial(a.value)),
            _ => Err(DateFault::Unreadable),
        }
    }

    fn one(&self, n: Number) -> Result<Form, DateFault> {
        let part = |value, digits| Number { value, digits };
        let (high, middle, low) = (n.value / 10_000, n.value / 100 % 100, n.value % 100);
        match n.digits {
            8 => {
                let first = [part(high, 4), part(middle, 2), part(low, 2)];
                let (day, month, year) = (n.value / 1_000_000, high % 100, n.value % 10_000);
                let last = [part(day, 2), part(month, 2), part(year, 4)];
                let year_first = is_year(high) && !Order::possible(first).is_empty();
                let year_last = is_year(year) && !Order::possible(last).is_empty();
                Ok(three(if year_last && !year_first {
                    last
                } else {
                    first
                }))
            }
            6 => {
                let three = [part(high, 2), part(middle, 2), part(low, 2)];
                let month = u8::try_from(low).map_err(|_| DateFault::Unreadable)?;
                Ok(Form::Six(three, part(n.value / 100, 4), month))
            }
            5 => Ok(Form::Serial(n.value)),
            4 => Ok(Form::Year(n)),
            2 if self.unit.is_some() || self.era.is_some() => Ok(Form::Year(n)),
            1..=3 => Ok(Form::BareAge(n.value, n.value)),
            _ => Err(DateFault::Unreadable),
        }
    }
}

/// Three numbers; noughts in place of what is not known (00/00/1956) make a month or a year of them. A
/// day without its month is no such thing: there a digit is wrong.
fn three(numbers: [Number; 3]) -> Form {
    let [first, middle, last] = numbers;
    let month = u8::try_from(middle.value)
        .ok()
        .filter(|m| (1..=12).contains(m));
    let (year, day) = match (first.digits, last.digits) {
        (4, _) => (first, last),
        (_, 4) => (last, first),
        (_, _) => return Form::Three(numbers),
    };
    match (middle.value, day.value, month) {
        (0, 0, _) => Form::Year(year),
        (_, 0, Some(month)) => Form::Month { month, year },
        (_, _, _) => Form::Three(numbers),
    }
}

/// Whether four digits may be a year in some calendar.
fn is_year(value: u32) -> bool {
    calendar_of(value).is_some()
}

/// The years that each calendar has in lists. They do not overlap, but for the lunar and the solar
/// Hijri, between which the column decides.
pub(super) fn calendar_of(year: u32) -> Option<Calendar> {
    match year {
        1250..=1500 => Some(Calendar::Hijri),
        1800..=2100 => Some(Calendar::Gregorian),
        2343..=2643 => Some(Calendar::Buddhist),
        5560..=5860 => Some(Calendar::Hebrew),
        _ => None,
    }
}

/// The calendar that allows most days: to tell which orders of numbers are possible.
pub(super) fn likely_calendar(year: Number) -> Calendar {
    match calendar_of(year.value) {
        Some(Calendar::Hijri) if year.digits == 4 => Calendar::Persian,
        Some(calendar) if year.digits == 4 => calendar,
        _ => Calendar::Gregorian,
    }
}

/// Days as spreadsheets count them, from 1 March 1900 on; none before, where they count wrongly.
pub(super) fn serial(days: u32) -> Option<CivilDay> {
    let start = CivilDay::new(1899, 12, 30)?;
    (61..=100_000)
        .contains(&days)
        .then(|| start.plus(i64::from(days)))?
}
