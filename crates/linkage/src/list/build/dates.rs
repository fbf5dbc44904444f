//! Columns of dates: read as a whole, with what was decided for them stated.

use super::{
    Building, Group,
    intern::{interned, merged},
};
use crate::{
    date::{Calendar, Column, DateFault, Dates, Decided, Order, Reading, Style, column::read},
    list::{ColumnMeaning, FieldKind, Interned, Meaning, mapping::Numbers, missing::is_missing},
    problem::Fault,
};

impl Building<'_> {
    pub(super) fn dates(&mut self, group: &Group) -> Interned<Dates> {
        let (split, whole): (Vec<_>, Vec<_>) = group
            .columns
            .iter()
            .copied()
            .partition(|(_, column)| column.options.part.is_some());
        let mut columns = Vec::new();
        if !split.is_empty() {
            columns.push(self.split_dates(&split));
        }
        for (at, column) in whole {
            columns.push(self.whole_dates(at, column, group.kind));
        }
        merged(columns, |a, b| {
            Dates(super::each_once(a.0.iter().chain(&b.0).copied()))
        })
    }

    /// A column of which each cell is a date.
    fn whole_dates(
        &mut self,
        at: usize,
        column: &ColumnMeaning,
        kind: FieldKind,
    ) -> Interned<Dates> {
        let texts: Vec<&str> = self.table.distinct(at).collect();
        let is_said: Vec<bool> = texts.iter().map(|text| !is_missing(text, kind)).collect();
        let each = || texts.iter().zip(&is_said);
        let said: Vec<&str> = each()
            .filter(|(_, said)| **said)
            .map(|(text, _)| *text)
            .collect();
        let Column {
            cells,
            decided,
            doubts,
        } = read(&said, &self.style(column));
        let mut doubts = doubts.into_iter().peekable();
        let mut cells = cells.into_iter().enumerate();
        let mut values = Vec::with_capacity(texts.len());
        let mut faults = Vec::with_capacity(texts.len());
        for is_said in is_said {
            let (value, fault) = match is_said.then(|| cells.next()).flatten() {
                Some((at, Ok(dates))) => {
                    let doubt = doubts.next_if(|(doubtful, _)| *doubtful == at);
                    let written = dates.0.first().and_then(|date| date.written_fault());
                    (Some(dates), doubt.map(|(_, fault)| fault).or(written))
                }
                Some((_, Err(fault))) => (None, Some(fault)),
                None => (None, None),
            };
            values.push(value);
            faults.push(fault.map(fault_of));
        }
        self.list(at, &faults);
        self.state(at, decided);
        interned(self.table, at, values.into_iter())
    }

    /// States what was decided for a column.
    pub(super) fn state(&mut self, at: usize, decided: Vec<Decided>) {
        for decided in decided {
            let (fault, found) = stated(decided);
            self.say(self.column(at), fault, &found);
        }
    }

    pub(super) fn style(&self, column: &ColumnMeaning) -> Style {
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

pub(super) fn fault_of(fault: DateFault) -> Fault {
    match fault {
        DateFault::Unreadable => Fault::DateUnreadable,
        DateFault::Impossible => Fault::DateImpossible,
        DateFault::InFuture => Fault::DateInFuture,
        DateFault::NoYear => Fault::DateWithoutYear,
        DateFault::NoMonth => Fault::DayWithoutMonth,
        DateFault::NotOneDay => Fault::DatesDiffer,
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
        Decided::HijriOpen(cells) => (Fault::HijriOpen, cells.to_string()),
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
