//! A column of dates, read together: what one cell leaves open, the others decide, and what was
//! decided is stated. Cells are read in three passes: each by its form, all together for what the
//! column decides, each by that.

mod convention;
mod settle;
#[cfg(test)]
mod tests;

use self::{convention::Convention, settle::Settled};
use super::{
    CivilDay, DateFault, Dates, PartialDate,
    calendar::Calendar,
    numbers::Order,
    read::{self, Cell},
};

/// What numbers in a column mean that could be more than one thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Reading {
    /// Dates. A number of five digits is a day as spreadsheets count; a bare 34 is refused.
    #[default]
    Dates,
    /// Ages: a bare 34 is years.
    Ages,
    /// Days as spreadsheets count them, of any length.
    Serials,
}

/// What is done with 1 January, which many lists put where only the year is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum FirstOfJanuary {
    /// It stands for the year alone if it is far too common in the column to be a birthday.
    #[default]
    Decide,
    /// It is a day like any other.
    Day,
    /// It stands for the year alone.
    Year,
}

/// How a column is to be read: what a person has said about it. Everything else the cells decide.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Style {
    /// What bare numbers are.
    pub reading: Reading,
    /// The order of day, month and year; none lets the column decide.
    pub order: Option<Order>,
    /// The calendar of years that could be of two (the lunar and the solar Hijri); none lets the
    /// column decide.
    pub calendar: Option<Calendar>,
    /// The day on which the list was true. Ages count from it, and nothing lies after it.
    pub as_of: Option<CivilDay>,
    /// The last year, 2000 to 2099, as which two digits are read; none takes the year of `as_of`, or
    /// 2029 as spreadsheets do.
    pub last_short_year: Option<i16>,
    /// What 1 January is.
    pub first_of_january: FirstOfJanuary,
}

/// What was read: for each text its dates or its fault, in the order of the texts; and what was
/// decided for all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// One for each text.
    pub cells: Vec<Result<Dates, DateFault>>,
    /// What is to be stated, in the order of this type.
    pub decided: Vec<Decided>,
    /// Cells, by number, that were read though something is wrong with a part of them.
    pub doubts: Vec<(usize, DateFault)>,
}

/// Something that was decided for a column, or could not be. Numbers are of distinct cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Decided {
    /// The order of day and month, by so many cells against so many.
    Order {
        /// Which.
        order: Order,
        /// Cells that can be read in this order only.
        by: u32,
        /// Cells that can be read in the other only; they are.
        against: u32,
    },
    /// No cell says which is the day: so many keep both readings.
    OrderOpen(u32),
    /// Cells say both: so many that say neither keep both readings.
    OrderContradicted(u32),
    /// Nothing says whether years are of the lunar or the solar Hijri calendar: so many cells keep
    /// the readings of both.
    HijriOpen(u32),
    /// Years of two digits were read as the hundred years that end with this one.
    ShortYears {
        /// The last year.
        last: i16,
        /// How many cells.
        cells: u32,
    },
    /// Dates of another calendar were converted.
    Converted {
        /// Which.
        calendar: Calendar,
        /// How many cells.
        cells: u32,
    },
    /// Numbers were read as days since 30 December 1899.
    Serials(u32),
    /// Ages were counted back from this day.
    Ages {
        /// From which day.
        as_of: CivilDay,
        /// How many cells.
        cells: u32,
    },
    /// 1 January stands for the year alone: so many of so many whole days are one.
    FirstOfJanuary {
        /// How many are 1 January.
        firsts: u32,
        /// How many whole days there are.
        days: u32,
    },
}

/// Reads the texts of a column. Empty cells and words for "unknown" are not to be among them.
///
/// ```
/// use linkage::date::{PartialDate, Style, column::read};
/// let column = read(&["9/4/1956", "13/4/1956"], &Style::default());
/// let (year, month, day) = (1956, 4, 9);
/// // The second cell can only have the day first, so the first has it too.
/// assert_eq!(column.cells[0].as_ref().unwrap().0, [PartialDate::Day { year, month, day }]);
/// ```
pub fn read(texts: &[&str], style: &Style) -> Column {
    let latest = style.as_of.map_or(2100, CivilDay::year);
    settled(
        texts.iter().map(|text| read::cell(text, latest)).collect(),
        style,
    )
}

/// The second and the third pass: what the forms decide together, and each by that.
pub(super) fn settled(forms: Vec<Result<Cell, DateFault>>, style: &Style) -> Column {
    let convention = Convention::of(&forms, style);
    let mut settled = Settled::new(&convention);
    let mut doubts = Vec::new();
    let mut cells = Vec::with_capacity(forms.len());
    for (at, form) in forms.into_iter().enumerate() {
        cells.push(form.and_then(|cell| settled.cell(&cell)));
        doubts.extend(settled.doubt.take().map(|fault| (at, fault)));
    }
    let mut decided = settled.decided();
    decided.extend(first_of_january(&mut cells, style.first_of_january));
    decided.sort_unstable();
    Column {
        cells,
        decided,
        doubts,
    }
}

/// One in 365 is born on 1 January. It is a default where it is this many times as common, and there
/// are at least so many.
const TOO_COMMON: u32 = 10;
const AT_LEAST: u32 = 10;

fn first_of_january(
    cells: &mut [Result<Dates, DateFault>],
    what: FirstOfJanuary,
) -> Option<Decided> {
    let (mut firsts, mut days) = (0_u32, 0_u32);
    for dates in cells.iter().flatten() {
        days += u32::from(matches!(dates.0.first(), Some(PartialDate::Day { .. })));
        firsts += u32::from(matches!(dates.0.as_slice(), [one] if is_first(*one)));
    }
    let common = firsts >= AT_LEAST && firsts.saturating_mul(365) > days.saturating_mul(TOO_COMMON);
    let replace = match what {
        FirstOfJanuary::Decide => common,
        FirstOfJanuary::Day => false,
        FirstOfJanuary::Year => firsts > 0,
    };
    if !replace {
        return None;
    }
    for dates in cells.iter_mut().flatten() {
        if let [one] = dates.0.as_mut_slice()
            && is_first(*one)
        {
            *one = PartialDate::Year(one.years().0);
        }
    }
    Some(Decided::FirstOfJanuary { firsts, days })
}

fn is_first(date: PartialDate) -> bool {
    matches!(
        date,
        PartialDate::Day {
            month: 1,
            day: 1,
            ..
        }
    )
}
