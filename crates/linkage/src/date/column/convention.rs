//! What the cells of a column decide together: the order of numbers, the kind of Hijri years, the
//! century of short years.

use super::{Decided, Style};
use crate::date::{
    DateFault,
    calendar::Calendar,
    numbers::{Decision, Order, Votes},
    read::{Cell, Form, calendar_of},
    scan::Number,
};

/// The last year of two digits where neither the mapping nor the day of the list says: as spreadsheet
/// programs have it.
const LAST_SHORT_YEAR: i16 = 2029;

/// By what the cells are read.
#[derive(Debug, Clone)]
pub(super) struct Convention {
    pub style: Style,
    /// What the column decides between day-month-year and month-day-year.
    year_last: Decision,
    /// And between year-month-day and year-day-month.
    year_first: Decision,
    /// The orders that remain for years of two digits.
    short: Vec<Order>,
    /// The lunar or the solar one; both where nothing tells, the lunar first.
    pub hijri: &'static [Calendar],
    pub last_short_year: i16,
}

impl Convention {
    pub fn of(forms: &[Result<Cell, DateFault>], style: &Style) -> Self {
        let mut votes = Votes::default();
        for cell in each(forms) {
            match &cell.form {
                Form::Three(numbers) | Form::Six(numbers, ..) => votes.count(*numbers),
                Form::Named { .. }
                | Form::Month { .. }
                | Form::Year(_)
                | Form::Years(..)
                | Form::Settled(_)
                | Form::Age(_)
                | Form::BareAge(..)
                | Form::Serial(_)
                | Form::Two(_) => {}
            }
        }
        let as_of = style.as_of.map(super::CivilDay::year);
        Self {
            style: *style,
            year_last: votes.between(Order::DayMonthYear, Order::MonthDayYear),
            year_first: votes.between(Order::YearMonthDay, Order::YearDayMonth),
            short: votes.for_short_years(),
            hijri: hijri(forms, style),
            last_short_year: style.last_short_year.or(as_of).unwrap_or(LAST_SHORT_YEAR),
        }
    }

    /// The orders in which three numbers are to be read: one, or all that remain; none if they can be
    /// no date.
    pub fn orders(&self, numbers: [Number; 3]) -> Vec<Order> {
        let possible = Order::possible(numbers);
        if let Some(said) = self.style.order {
            // What is said is of numbers with the year where it says; an ISO date among them is one.
            let place = |order: Order| is_year_first(order) == is_year_first(said);
            let written_out = numbers.iter().any(|n| n.digits == 4);
            let elsewhere = written_out && !possible.iter().any(|&order| place(order));
            let kept = |&order: &Order| {
                if elsewhere {
                    order != Order::YearDayMonth
                } else {
                    order == said
                }
            };
            return possible.into_iter().filter(kept).collect();
        }
        if possible.len() < 2 {
            return possible;
        }
        let decision = if numbers.iter().all(|n| n.digits <= 2) {
            return self.short_orders(&possible);
        } else if possible.iter().all(|&order| is_year_first(order)) {
            // With the year first, ISO 8601 has the month next; so has everybody, unless shown.
            match self.year_first {
                Decision::Open | Decision::Contradicted => return vec![Order::YearMonthDay],
                Decision::For { .. } => self.year_first,
            }
        } else {
            self.year_last
        };
        match decision {
            Decision::For { order, .. } => vec![order],
            Decision::Open | Decision::Contradicted => possible,
        }
    }

    /// The orders in which eight digits that are no date may have been meant: by where the year stands,
    /// and by what is said or decided for the column.
    pub fn orders_of_digits(&self, [first, _, last]: [Number; 3]) -> Vec<Order> {
        let said = |orders: &[Order]| self.style.order.filter(|said| orders.contains(said));
        match (first.digits, last.digits) {
            (4, _) => vec![said(&[Order::YearDayMonth]).unwrap_or(Order::YearMonthDay)],
            (_, 4) => {
                let both = [Order::DayMonthYear, Order::MonthDayYear];
                match (said(&both), self.year_last) {
                    (Some(order), _) | (None, Decision::For { order, .. }) => vec![order],
                    (None, Decision::Open | Decision::Contradicted) => both.to_vec(),
                }
            }
            (_, _) => Vec::new(),
        }
    }

    fn short_orders(&self, possible: &[Order]) -> Vec<Order> {
        let agreed = match self.year_last {
            Decision::For { order, .. } => Some(order),
            Decision::Open | Decision::Contradicted => None,
        };
        let allowed = |order: &Order| possible.contains(order);
        let kept: Vec<Order> = self.short.iter().copied().filter(allowed).collect();
        match agreed {
            Some(order) if kept.contains(&order) => vec![order],
            _ if kept.is_empty() => possible.to_vec(),
            _ => kept,
        }
    }

    /// What is to be stated about the order, when `open` cells kept several readings and `ordered` were
    /// read in the order of the column.
    pub fn stated(&self, open: u32, ordered: u32) -> Vec<Decided> {
        if self.style.order.is_some() {
            return Vec::new();
        }
        let mut stated = Vec::new();
        for decision in [self.year_last, self.year_first] {
            if let Decision::For { order, by, against } = decision
                && order != Order::YearMonthDay
                && ordered + against > 0
            {
                stated.push(Decided::Order { order, by, against });
            }
        }
        if open > 0 {
            stated.push(match self.year_last {
                Decision::Contradicted => Decided::OrderContradicted(open),
                Decision::For { .. } | Decision::Open => Decided::OrderOpen(open),
            });
        }
        stated
    }
}

/// All cells, and of those that have a date twice each half.
fn each(forms: &[Result<Cell, DateFault>]) -> impl Iterator<Item = &Cell> {
    forms.iter().flatten().flat_map(|cell| match &cell.form {
        Form::Two(halves) => halves.as_slice(),
        _ => std::slice::from_ref(cell),
    })
}

fn is_year_first(order: Order) -> bool {
    match order {
        Order::YearMonthDay | Order::YearDayMonth => true,
        Order::DayMonthYear | Order::MonthDayYear => false,
    }
}

/// Whether years from 1250 to 1500 are of the lunar or the solar calendar: as the mapping says; else
/// as the eras and month names of other cells do; else the solar one if some month has 31 days, which
/// no lunar month has; else it is open. Whichever it is, it is stated.
fn hijri(forms: &[Result<Cell, DateFault>], style: &Style) -> &'static [Calendar] {
    match style.calendar {
        Some(Calendar::Hijri) => return LUNAR,
        Some(Calendar::Persian) => return SOLAR,
        Some(Calendar::Gregorian | Calendar::Hebrew | Calendar::Buddhist) | None => {}
    }
    let (mut lunar, mut solar, mut long) = (0_u32, 0_u32, 0_u32);
    for cell in each(forms) {
        let named = |calendar| match &cell.form {
            Form::Named { months, .. } => months.iter().all(|(of, _)| *of == calendar),
            Form::Three(_)
            | Form::Six(..)
            | Form::Month { .. }
            | Form::Year(_)
            | Form::Years(..)
            | Form::Settled(_)
            | Form::Age(_)
            | Form::BareAge(..)
            | Form::Serial(_)
            | Form::Two(_) => false,
        };
        lunar += u32::from(cell.era == Some(Calendar::Hijri) || named(Calendar::Hijri));
        solar += u32::from(cell.era == Some(Calendar::Persian) || named(Calendar::Persian));
        if let Form::Three(numbers) = cell.form {
            let hijri = numbers
                .iter()
                .any(|n| calendar_of(n.value) == Some(Calendar::Hijri));
            long += u32::from(hijri && numbers.iter().any(|n| n.value == 31));
        }
    }
    if solar > lunar || (lunar == 0 && long > 0) {
        SOLAR
    } else if lunar > 0 {
        LUNAR
    } else {
        EITHER
    }
}

const LUNAR: &[Calendar] = &[Calendar::Hijri];
const SOLAR: &[Calendar] = &[Calendar::Persian];
const EITHER: &[Calendar] = &[Calendar::Hijri, Calendar::Persian];
