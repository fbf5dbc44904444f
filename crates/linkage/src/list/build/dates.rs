//! Columns of dates: read as a whole, with what was decided for them stated.

use super::{
    Building, Group,
    intern::{interned, merged},
};
use crate::{
    date::{
        Calendar, CivilDay, Column, DateFault, Dates, Decided, Order, PartialDate, Reading, Style,
        column::read,
    },
    list::{ColumnMeaning, Interned, Meaning, mapping::Numbers, missing::is_missing},
    problem::Fault,
};

impl Building<'_> {
    pub(super) fn dates(&mut self, group: &Group) -> Interned<Dates> {
        let mut columns = Vec::new();
        for &(at, column) in &group.columns {
            let texts: Vec<&str> = self.table.distinct(at).collect();
            let is_said = |text: &&str| !is_missing(text, group.kind);
            let said: Vec<&str> = texts.iter().filter(|text| is_said(text)).copied().collect();
            let Column { cells, decided } = read(&said, &self.style(column));
            let mut cells = cells.into_iter();
            let mut values = Vec::with_capacity(texts.len());
            let mut faults = Vec::with_capacity(texts.len());
            for text in &texts {
                let (value, fault) = match is_said(text).then(|| cells.next()).flatten() {
                    Some(Ok(dates)) => {
                        let fault = fault_of_digits(&dates);
                        (Some(dates), fault)
                    }
                    Some(Err(fault)) => (None, Some(fault_of(fault))),
                    None => (None, None),
                };
                values.push(value);
                faults.push(fault);
            }
            self.list(at, &faults);
            for decided in decided {
                let (fault, found) = stated(decided);
                self.say(self.column(at), fault, &found);
            }
            columns.push(interned(self.table, at, values.into_iter()));
        }
        merged(columns, |a, b| {
            Dates(super::each_once(a.0.iter().chain(&b.0).copied()))
        })
    }

    fn style(&self, column: &ColumnMeaning) -> Style {
        let options = &column.options;
        let reading = match (column.meaning, options.numbers) {
            (Meaning::Age, _) => Reading::Ages,
            (_, Numbers::Days) => Reading::Serials,
            (_, Numbers::Decide) => Reading::Dates,
        };
        Style {
            reading,
            order: options.order,
            calendar: options.calendar,
            as_of: options.as_of.or(self.options.as_of),
            last_short_year: options.last_short_year,
            first_of_january: options.first_of_january,
        }
    }
}

/// Digits that are no date are compared, and are a problem.
fn fault_of_digits(dates: &Dates) -> Option<Fault> {
    match *dates.0.first()? {
        PartialDate::Written { year, month, day } => {
            let exists = CivilDay::new(year, month, day).is_some();
            Some(if exists && (1800..=2100).contains(&year) {
                Fault::DateInFuture
            } else {
                Fault::DateImpossible
            })
        }
        PartialDate::Day { .. }
        | PartialDate::Month { .. }
        | PartialDate::Year(_)
        | PartialDate::Span(..) => None,
    }
}

fn fault_of(fault: DateFault) -> Fault {
    match fault {
        DateFault::Unreadable => Fault::DateUnreadable,
        DateFault::Impossible => Fault::DateImpossible,
        DateFault::InFuture => Fault::DateInFuture,
        DateFault::NoYear => Fault::DateWithoutYear,
        DateFault::AgeWithoutDay => Fault::AgeWithoutDay,
    }
}

/// What was decided for a column, for the owner of the list.
fn stated(decided: Decided) -> (Fault, String) {
    match decided {
        Decided::Order { order, by, against } => {
            let order = match order {
                Order::DayMonthYear => "day, month, year",
                Order::MonthDayYear => "month, day, year",
                Order::YearMonthDay => "year, month, day",
                Order::YearDayMonth => "year, day, month",
            };
            (Fault::DateOrder, format!("{order}: {by} against {against}"))
        }
        Decided::OrderOpen(cells) => (Fault::DateOrderOpen, cells.to_string()),
        Decided::OrderContradicted(cells) => (Fault::DateOrderContradicted, cells.to_string()),
        Decided::ShortYears { last, cells } => (
            Fault::ShortYears,
            format!("{} to {last}: {cells}", last - 99),
        ),
        Decided::Converted { calendar, cells } => {
            let fault = match calendar {
                Calendar::Hijri => Fault::HijriDates,
                Calendar::Gregorian | Calendar::Persian | Calendar::Hebrew | Calendar::Buddhist => {
                    Fault::OtherCalendar
                }
            };
            (fault, format!("{}: {cells}", calendar.word()))
        }
        Decided::Serials(cells) => (Fault::SerialDates, cells.to_string()),
        Decided::Ages { as_of, cells } => (Fault::AgesCounted, format!("{as_of}: {cells}")),
        Decided::FirstOfJanuary { firsts, days } => {
            (Fault::FirstOfJanuary, format!("{firsts} of {days}"))
        }
    }
}
