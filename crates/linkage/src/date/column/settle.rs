//! One cell's form and the column's convention make its dates.

use std::collections::BTreeMap;

use super::{Decided, Reading, convention::Convention};
use crate::date::{
    CivilDay, DateFault, Dates, PartialDate,
    age::Age,
    calendar::{Calendar, MonthNo},
    edtf,
    numbers::Order,
    read::{self, Bound, Cell, Form, calendar_of},
    scan::Number,
    twofold,
};

/// Reads cell after cell, and counts what is to be stated.
pub(super) struct Settled<'a> {
    convention: &'a Convention,
    /// Cells that kept several readings.
    open: u32,
    /// Cells that could be read in several orders, and were in that of the column.
    ordered: u32,
    short: u32,
    serials: u32,
    ages: u32,
    converted: BTreeMap<Calendar, u32>,
    /// As which Hijri years are read at the moment.
    hijri: Calendar,
    /// Cells that kept the readings of both Hijri calendars.
    either: u32,
    /// What is wrong with a part of the last cell.
    pub doubt: Option<DateFault>,
}

/// Dates, and by which calendar.
type Read = Result<Vec<PartialDate>, DateFault>;

impl<'a> Settled<'a> {
    pub fn new(convention: &'a Convention) -> Self {
        Self {
            convention,
            open: 0,
            ordered: 0,
            short: 0,
            serials: 0,
            ages: 0,
            converted: BTreeMap::new(),
            hijri: Calendar::Hijri,
            either: 0,
            doubt: None,
        }
    }

    /// The dates of a cell; where it can be none, its digits if it has eight.
    pub fn cell(&mut self, cell: &Cell) -> Result<Dates, DateFault> {
        if let Form::Two(halves) = &cell.form {
            return self.two(halves);
        }
        match self.dates(cell) {
            Err(fault @ (DateFault::Impossible | DateFault::InFuture)) => {
                self.as_written(cell).ok_or(fault)
            }
            Err(
                fault @ (DateFault::Unreadable
                | DateFault::NoYear
                | DateFault::NoMonth
                | DateFault::NotOneDay
                | DateFault::AgeWithoutDay),
            ) => Err(fault),
            Ok(dates) => Ok(dates),
        }
    }

    /// A date given twice: once where both are one day, else the readings of both.
    fn two(&mut self, [one, other]: &[Cell; 2]) -> Result<Dates, DateFault> {
        // Digits that are no date are nothing to hold against the other half.
        let mut half = |cell| {
            let dates = self.cell(cell)?;
            match dates.0.first().and_then(|date| date.written_fault()) {
                Some(fault) => Err(fault),
                None => Ok(dates),
            }
        };
        match (half(one), half(other)) {
            (Ok(one), Ok(other)) => Ok(twofold::together(&one, &other).unwrap_or_else(|| {
                self.doubt = Some(DateFault::NotOneDay);
                let new = other.0.into_iter().filter(|date| !one.0.contains(date));
                Dates(one.0.iter().copied().chain(new).collect())
            })),
            (Ok(one), Err(fault)) | (Err(fault), Ok(one)) => {
                self.doubt = Some(fault);
                Ok(one)
            }
            (Err(fault), Err(_)) => Err(fault),
        }
    }

    /// By the lunar and the solar Hijri calendar, where it may be either.
    fn dates(&mut self, cell: &Cell) -> Result<Dates, DateFault> {
        let calendars = if is_hijri(cell) {
            self.convention.hijri
        } else {
            self.convention.hijri.get(..1).unwrap_or_default()
        };
        let mut kept: Vec<PartialDate> = Vec::new();
        let mut fault = None;
        let mut read = 0;
        for &calendar in calendars {
            self.hijri = calendar;
            let before = self.converted.clone();
            match self.dates_by(cell) {
                Ok(dates) => {
                    read += 1;
                    kept.extend(dates);
                }
                Err(why) => {
                    self.converted = before;
                    fault = fault.or(Some(why));
                }
            }
        }
        self.either += u32::from(read > 1);
        if kept.is_empty() {
            return Err(fault.unwrap_or(DateFault::Impossible));
        }
        Ok(Dates(kept))
    }

    fn dates_by(&mut self, cell: &Cell) -> Read {
        let mut dates = self.form(cell)?;
        for date in &mut dates {
            *date = self.bounded(*date, cell.bound);
        }
        let mut kept: Vec<PartialDate> = Vec::new();
        let mut fault = DateFault::Impossible;
        for date in dates {
            match self.in_range(date) {
                Ok(()) if !kept.contains(&date) => kept.push(date),
                Ok(()) => {}
                Err(why) => fault = why,
            }
        }
        some(kept).map_err(|_| fault)
    }

    /// The digits of a cell that cannot be a date, in the orders in which it may have been meant.
    fn as_written(&self, cell: &Cell) -> Option<Dates> {
        let Form::Three(numbers) = cell.form else {
            return None;
        };
        let orders = self.convention.orders_of_digits(numbers);
        let mut written = Vec::new();
        for order in orders {
            let (day, month, year) = order.apply(numbers);
            let foreign = calendar_of(year.value).is_some_and(|c| c != Calendar::Gregorian);
            if cell.era.is_some() || foreign || day.digits > 2 || month.digits > 2 {
                continue;
            }
            written.push(PartialDate::Written {
                year: i16::try_from(year.value).ok()?,
                month: u8::try_from(month.value).ok()?,
                day: u8::try_from(day.value).ok()?,
            });
        }
        (!written.is_empty()).then_some(Dates(written))
    }

    /// What is to be stated about the column.
    pub fn decided(self) -> Vec<Decided> {
        let mut stated = self.convention.stated(self.open, self.ordered);
        if self.short > 0 {
            let (last, cells) = (self.convention.last_short_year, self.short);
            stated.push(Decided::ShortYears { last, cells });
        }
        let converted = self.converted.into_iter();
        stated.extend(converted.map(|(calendar, cells)| Decided::Converted { calendar, cells }));
        if self.either > 0 {
            stated.push(Decided::HijriOpen(self.either));
        }
        if self.serials > 0 {
            stated.push(Decided::Serials(self.serials));
        }
        if let (Some(as_of), cells @ 1..) = (self.convention.style.as_of, self.ages) {
            stated.push(Decided::Ages { as_of, cells });
        }
        stated
    }

    fn form(&mut self, cell: &Cell) -> Read {
        match &cell.form {
            Form::Three(numbers) => self.three(*numbers, cell.era),
            Form::Six(numbers, year, month) => self.six(*numbers, *year, *month, cell.era),
            Form::Named { day, months, year } => self.named(*day, months, *year, cell.era),
            Form::Month { month, year } => {
                let (calendar, year) = self.year(*year, cell.era)?;
                some(calendar.month(year, (*month).into()))
            }
            Form::Year(year) if self.convention.style.reading == Reading::Serials => {
                self.serial(year.value)
            }
            Form::Year(year) => {
                let (calendar, year) = self.year(*year, cell.era)?;
                calendar
                    .year(year)
                    .map_or(Err(DateFault::Impossible), |y| Ok(vec![y]))
            }
            Form::Years(first, last) => self.years(*first, *last, cell.era),
            Form::Settled(date) => Ok(vec![*date]),
            // Each half has been read by itself.
            Form::Two(_) => Err(DateFault::Unreadable),
            Form::Age(age) => self.age(*age),
            Form::BareAge(a, b) => match self.convention.style.reading {
                Reading::Ages => self.age(Age::Years(*a, *b)),
                Reading::Serials => self.serial(*a),
                Reading::Dates => Err(DateFault::NoYear),
            },
            Form::Serial(days) => match self.convention.style.reading {
                Reading::Dates | Reading::Serials => self.serial(*days),
                Reading::Ages => Err(DateFault::Unreadable),
            },
        }
    }

    fn three(&mut self, numbers: [Number; 3], era: Option<Calendar>) -> Read {
        let orders = self.convention.orders(numbers);
        self.ordered += u32::from(orders.len() == 1 && Order::possible(numbers).len() > 1);
        let mut dates = Vec::new();
        let mut fault = DateFault::Impossible;
        let mut read = 0;
        for order in orders {
            match self.ordered(order, numbers, era) {
                Ok(days) => {
                    read += u32::from(days.iter().any(|day| !dates.contains(day)));
                    dates.extend(days);
                }
                Err(why) => fault = why,
            }
        }
        self.open += u32::from(read > 1);
        some(dates).map_err(|_| fault)
    }

    fn ordered(&mut self, order: Order, numbers: [Number; 3], era: Option<Calendar>) -> Read {
        let (day, month, year) = order.apply(numbers);
        let small = |n: Number| u8::try_from(n.value).map_err(|_| DateFault::Impossible);
        let (day, month) = (small(day)?, small(month)?);
        let (calendar, long) = self.year(year, era)?;
        self.day(calendar, long, year, (month.into(), day))
    }

    /// A day; one of a short year that would lie after the list is of the century before.
    fn day(&self, calendar: Calendar, long: i32, year: Number, at: (MonthNo, u8)) -> Read {
        let days = |year| -> Vec<PartialDate> {
            let days = calendar.day(year, at.0, at.1).into_iter();
            days.map(PartialDate::from).collect()
        };
        let near = days(long);
        let future = |date: &PartialDate| self.in_range(*date) == Err(DateFault::InFuture);
        if year.digits <= 2 && near.iter().all(future) {
            return some(days(long - 100));
        }
        some(near)
    }

    fn six(
        &mut self,
        numbers: [Number; 3],
        year: Number,
        month: u8,
        era: Option<Calendar>,
    ) -> Read {
        let mut dates = Vec::new();
        if let Some(Calendar::Gregorian) = calendar_of(year.value) {
            dates = Calendar::Gregorian.month(year_of(year), month.into());
        }
        let short = self.three(numbers, era).unwrap_or_default();
        self.open += u32::from(!dates.is_empty() && !short.is_empty());
        dates.extend(short);
        some(dates)
    }

    fn named(
        &mut self,
        day: Option<u8>,
        months: &[(Calendar, MonthNo)],
        year: Number,
        era: Option<Calendar>,
    ) -> Read {
        let (calendar, long) = match (era, months) {
            // A month that is of one calendar only says which; so a short year is of that one too.
            (None, [(only, _)]) if *only != Calendar::Gregorian => self.year(year, Some(*only))?,
            _ => self.year(year, era)?,
        };
        let of = |calendar: Calendar| match calendar {
            Calendar::Buddhist => Calendar::Gregorian,
            Calendar::Gregorian | Calendar::Hijri | Calendar::Persian | Calendar::Hebrew => {
                calendar
            }
        };
        let month = months.iter().find(|(named, _)| *named == of(calendar));
        let (_, month) = month.ok_or(DateFault::Impossible)?;
        match day {
            Some(day) => self.day(calendar, long, year, (*month, day)),
            None => some(calendar.month(long, *month)),
        }
    }

    fn years(&mut self, first: Number, last: Number, era: Option<Calendar>) -> Read {
        let (from, first) = self.year(first, era)?;
        let (to, last) = self.year(last, era)?;
        let ends = from
            .year(first)
            .zip(to.year(last))
            .ok_or(DateFault::Impossible)?;
        let (first, last) = (ends.0.years().0, ends.1.years().1);
        match first {
            _ if from != to || first > last => Err(DateFault::Impossible),
            _ if first == last => Ok(vec![PartialDate::Year(first)]),
            _ => Ok(vec![PartialDate::Span(first, last)]),
        }
    }

    fn age(&mut self, age: Age) -> Read {
        let as_of = self
            .convention
            .style
            .as_of
            .ok_or(DateFault::AgeWithoutDay)?;
        let born = age.born(as_of).ok_or(DateFault::Impossible)?;
        self.ages += 1;
        Ok(vec![born])
    }

    fn serial(&mut self, days: u32) -> Read {
        let day = read::serial(days).ok_or(DateFault::Impossible)?;
        self.serials += 1;
        Ok(vec![day.into()])
    }

    /// A year with its calendar: by its era, else by the span of years that the calendar has in lists.
    fn year(&mut self, year: Number, era: Option<Calendar>) -> Result<(Calendar, i32), DateFault> {
        let said = self.convention.style.calendar;
        let calendar = match (era, calendar_of(year.value)) {
            (None, Some(Calendar::Hijri)) => self.hijri,
            (Some(calendar), _) | (None, Some(calendar)) => calendar,
            (None, None) if year.digits <= 2 => said.unwrap_or(Calendar::Gregorian),
            (None, None) => return Err(DateFault::Impossible),
        };
        let year = if year.digits <= 2 {
            self.short += 1;
            self.long_year(calendar, year_of(year))?
        } else {
            year_of(year)
        };
        if calendar != Calendar::Gregorian {
            *self.converted.entry(calendar).or_default() += 1;
        }
        Ok((calendar, year))
    }

    /// The latest year with these last two digits that is not after the last short year.
    fn long_year(&self, calendar: Calendar, short: i32) -> Result<i32, DateFault> {
        let last = i32::from(self.convention.last_short_year);
        let last = match calendar {
            Calendar::Gregorian => last,
            Calendar::Hijri => (last - 622) * 33 / 32 + 1,
            Calendar::Persian => last - 621,
            Calendar::Buddhist => last + 543,
            Calendar::Hebrew => return Err(DateFault::Impossible),
        };
        Ok(last - (last - short).rem_euclid(100))
    }

    fn bounded(&self, date: PartialDate, bound: Bound) -> PartialDate {
        let (first, last) = date.years();
        match bound {
            Bound::Exactly => date,
            Bound::About => edtf::approximate(date),
            Bound::Before => PartialDate::Span(first.saturating_sub(100), last),
            Bound::After => PartialDate::Span(first, self.latest().max(first)),
        }
    }

    fn latest(&self) -> i16 {
        self.convention.style.as_of.map_or(2100, CivilDay::year)
    }

    /// Refuses what no list of living memory can mean, and what lies after the list.
    fn in_range(&self, date: PartialDate) -> Result<(), DateFault> {
        let (first, last) = date.years();
        let after = match (date, self.convention.style.as_of) {
            (
                PartialDate::Day { year, month, day } | PartialDate::Written { year, month, day },
                Some(as_of),
            ) => (year, month, day) > (as_of.year(), as_of.month(), as_of.day()),
            (PartialDate::Month { year, month }, Some(as_of)) => {
                (year, month) > (as_of.year(), as_of.month())
            }
            (PartialDate::Year(year) | PartialDate::Span(year, _), Some(as_of)) => {
                year > as_of.year()
            }
            (_, None) => first > self.latest(),
        };
        match (after, last) {
            (true, _) => Err(DateFault::InFuture),
            (false, last) if last < EARLIEST => Err(DateFault::Impossible),
            (false, _) => Ok(()),
        }
    }
}

/// Nobody on a list was born before, and nothing on one happened before.
const EARLIEST: i16 = 1800;

/// Whether a cell has a year that may be of the lunar and of the solar Hijri calendar.
fn is_hijri(cell: &Cell) -> bool {
    let is = |n: &Number| n.digits == 4 && calendar_of(n.value) == Some(Calendar::Hijri);
    let has = match &cell.form {
        Form::Three(numbers) => numbers.iter().any(is),
        Form::Month { year, .. } | Form::Year(year) => is(year),
        Form::Years(first, last) => is(first) && is(last),
        Form::Six(..)
        | Form::Named { .. }
        | Form::Settled(_)
        | Form::Age(_)
        | Form::BareAge(..)
        | Form::Serial(_)
        | Form::Two(_) => false,
    };
    has && cell.era.is_none()
}

fn some(dates: Vec<PartialDate>) -> Read {
    if dates.is_empty() {
        return Err(DateFault::Impossible);
    }
    Ok(dates)
}

fn year_of(year: Number) -> i32 {
    i32::try_from(year.value).unwrap_or(i32::MAX)
}
