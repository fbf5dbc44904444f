//! Dates, whole or in part.

use std::hash::BuildHasher;

use super::{Agreement, Among, Coarse, Comparator, Level, each_that};
use crate::{
    date::{DateAgreement, Dates, PackedDate, PartialDate, compare},
    hash::Fixed,
    list::MISSING,
};

/// Dates compared with what is known of each.
pub struct DayDates {
    dates: Vec<Dates>,
    /// Where a value is one whole day.
    packed: Vec<Option<PackedDate>>,
}

const SCALE: [Agreement; 12] = [
    Agreement::Same,
    Agreement::DayMonthExchanged,
    Agreement::OneSign,
    Agreement::CompatibleMonth,
    Agreement::SameMonth,
    Agreement::SameDayNextYear,
    Agreement::SameDayOfYear,
    Agreement::CompatibleYear,
    Agreement::SameYear,
    Agreement::WithinSpan,
    Agreement::NextYear,
    Agreement::Different,
];

impl DayDates {
    /// Prepares the dates.
    pub fn new(dates: Vec<Dates>) -> Self {
        Self {
            packed: dates.iter().map(PackedDate::of).collect(),
            dates,
        }
    }

    fn packed(&self, value: u32) -> Option<PackedDate> {
        self.packed.get(value as usize).copied().flatten()
    }

    fn against(&self, first: Option<PackedDate>, a: u32, b: u32) -> Level {
        if a == b {
            return Level::SAME;
        }
        if let Some((x, y)) = first.zip(self.packed(b)) {
            return of_days(x.compare(y));
        }
        let date = |v: u32| self.dates.get(v as usize);
        date(a)
            .zip(date(b))
            .map_or(Level::NONE, |(x, y)| of_parts(compare(x, y)))
    }
}

/// Two whole days: that the years are near says too little to be a level.
fn of_days(agreement: DateAgreement) -> Level {
    match agreement {
        DateAgreement::YearWithinOne => Level(12),
        other => of_parts(other),
    }
}

/// Dates of which one is known only in part.
fn of_parts(agreement: DateAgreement) -> Level {
    Level(match agreement {
        DateAgreement::Exact => 1,
        DateAgreement::DayMonthSwapped => 2,
        DateAgreement::OneDigit => 3,
        DateAgreement::AgreesToMonth => 4,
        DateAgreement::SameMonthYear => 5,
        DateAgreement::SameDayMonth => 6,
        DateAgreement::SameDayMonthYearOther => 7,
        DateAgreement::AgreesToYear => 8,
        DateAgreement::SameYear => 9,
        DateAgreement::SpanOverlaps => 10,
        DateAgreement::YearWithinOne => 11,
        DateAgreement::YearWithinFive | DateAgreement::Different => 12,
    })
}

/// Whether they can be anything but different; quick.
#[inline]
fn may_agree(one: Option<PackedDate>, other: Option<PackedDate>) -> bool {
    one.zip(other).is_none_or(|(x, y)| x.may_agree(y))
}

/// Dates put side by side, each with its value.
struct DatesAmong<'a> {
    dates: &'a DayDates,
    others: Vec<(Option<PackedDate>, u32)>,
}

impl Among for DatesAmong<'_> {
    fn alike(&self, a: u32, found: &mut Vec<(u32, Level)>) {
        let first = self.dates.packed(a);
        let different = self.dates.different();
        let is_near = |&(second, _): &(Option<PackedDate>, u32)| may_agree(first, second);
        each_that(&self.others, is_near, |_, &(_, b)| {
            let level = self.dates.against(first, a, b);
            if level < different {
                found.push((b, level));
            }
        });
    }
}

impl Comparator for DayDates {
    fn scale(&self) -> &'static [Agreement] {
        &SCALE
    }

    fn level(&self, a: u32, b: u32) -> Level {
        self.against(self.packed(a), a, b)
    }

    fn levels(&self, pairs: &[(u32, u32)], levels: &mut Vec<Level>) {
        let from = levels.len();
        levels.resize(from + pairs.len(), self.different());
        let is_near = |&(a, b): &(u32, u32)| may_agree(self.packed(a), self.packed(b));
        each_that(pairs, is_near, |at, &(a, b)| {
            if let Some(level) = levels.get_mut(from + at) {
                *level = self.level(a, b);
            }
        });
    }

    fn among<'a>(&'a self, others: &'a [u32]) -> Box<dyn Among + 'a> {
        let packed = others.iter().map(|&value| (self.packed(value), value));
        Box::new(DatesAmong {
            dates: self,
            others: packed.collect(),
        })
    }

    /// The year, where there is one.
    fn coarse(&self) -> Option<Coarse> {
        let year = |dates: &Dates| match dates.0.first() {
            Some(
                &PartialDate::Day { year, .. }
                | &PartialDate::Written { year, .. }
                | &PartialDate::Month { year, .. }
                | &PartialDate::Year(year),
            ) => u32::try_from(i32::from(year) + 32_768).unwrap_or(MISSING),
            Some(PartialDate::Span(..)) | None => MISSING,
        };
        Some(Coarse {
            of_value: self.dates.iter().map(year).collect(),
        })
    }

    fn content(&self, value: u32) -> u64 {
        self.dates
            .get(value as usize)
            .map_or(0, |dates| Fixed.hash_one(&dates.0))
    }
}
