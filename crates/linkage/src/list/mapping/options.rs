//! How a column is to be read, as the mapping file writes it: words such as `order=day-month-year`
//! with spaces between.

use crate::date::{Calendar, CivilDay, DatePart, FirstOfJanuary, Order};

/// What is said about how a column's cells are to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ColumnOptions {
    /// `order=`: the order of day, month and year in numbers.
    pub order: Option<Order>,
    /// `calendar=`: the calendar of years that may be of two.
    pub calendar: Option<Calendar>,
    /// `as-of=`: the day on which the column was true, where it is not that of the list.
    pub as_of: Option<CivilDay>,
    /// `short-years-to=`: the last year as which two digits are read.
    pub last_short_year: Option<i16>,
    /// `first-of-january=`: a day, or the year alone.
    pub first_of_january: FirstOfJanuary,
    /// `numbers=days`: bare numbers are days as spreadsheets count them.
    pub numbers: Numbers,
    /// `part=`: the column is the day, the month or the year of a date.
    pub part: Option<DatePart>,
    /// `separator=`: the one sign that parts several spellings in a cell.
    pub separator: Option<char>,
    /// `with=`: another spelling of what this column (counted from 0 here, from 1 in the file) says.
    pub with: Option<usize>,
}

/// What bare numbers in a column of dates are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Numbers {
    /// Dates written together, or days of five digits.
    #[default]
    Decide,
    /// Days since 30 December 1899, of any length.
    Days,
}

/// What is allowed, for whoever wrote something else.
pub(super) const ALLOWED: &str = "order=day-month-year, month-day-year, year-month-day or \
    year-day-month; calendar=gregorian, hijri, persian, hebrew or buddhist; as-of=2024-03-01; \
    short-years-to=2000 to 2099; first-of-january=day or year; numbers=days; part=day, month or year; separator= and one sign; \
    with= and the number of a column";

impl ColumnOptions {
    /// As the file writes it; empty where nothing is said.
    pub(super) fn write(&self) -> String {
        let calendar = self.calendar.map(|c| format!("calendar={}", c.word()));
        let first = match self.first_of_january {
            FirstOfJanuary::Decide => None,
            FirstOfJanuary::Day => Some("first-of-january=day".to_owned()),
            FirstOfJanuary::Year => Some("first-of-january=year".to_owned()),
        };
        let numbers = match self.numbers {
            Numbers::Decide => None,
            Numbers::Days => Some("numbers=days".to_owned()),
        };
        let said = [
            self.order.map(|order| format!("order={}", order.word())),
            calendar,
            self.as_of.map(|day| format!("as-of={day}")),
            self.last_short_year
                .map(|year| format!("short-years-to={year}")),
            first,
            numbers,
            self.part.map(|part| format!("part={}", part.word())),
            self.separator.map(|sign| format!("separator={sign}")),
            self.with.map(|column| format!("with={}", column + 1)),
        ];
        said.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    /// Reads what the file says; the word at fault if there is one.
    pub(super) fn read(text: &str) -> Result<Self, String> {
        let mut options = Self::default();
        for word in text.split_whitespace() {
            options.take(word).ok_or_else(|| word.to_owned())?;
        }
        Ok(options)
    }

    fn take(&mut self, word: &str) -> Option<()> {
        let (name, value) = word.split_once('=')?;
        match name {
            "order" => self.order = Some(Order::ALL.into_iter().find(|o| o.word() == value)?),
            "calendar" => {
                self.calendar = Some(Calendar::ALL.into_iter().find(|c| c.word() == value)?);
            }
            "as-of" => self.as_of = Some(CivilDay::parse(value)?),
            "short-years-to" => {
                let year = value.parse().ok().filter(|y| (2000..=2099).contains(y));
                self.last_short_year = Some(year?);
            }
            "first-of-january" => {
                self.first_of_january = match value {
                    "day" => FirstOfJanuary::Day,
                    "year" => FirstOfJanuary::Year,
                    _ => return None,
                }
            }
            "numbers" => self.numbers = (value == "days").then_some(Numbers::Days)?,
            "part" => self.part = Some(DatePart::ALL.into_iter().find(|p| p.word() == value)?),
            "separator" => {
                let mut signs = value.chars();
                self.separator = Some(signs.next().filter(|c| !c.is_alphanumeric())?);
                if signs.next().is_some() {
                    return None;
                }
            }
            "with" => self.with = Some(value.parse::<usize>().ok()?.checked_sub(1)?),
            _ => return None,
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again() {
        let options = ColumnOptions {
            order: Some(Order::MonthDayYear),
            calendar: Some(Calendar::Persian),
            as_of: CivilDay::parse("2024-03-01"),
            last_short_year: Some(2024),
            first_of_january: FirstOfJanuary::Year,
            numbers: Numbers::Days,
            part: Some(DatePart::Month),
            separator: Some('+'),
            with: Some(2),
        };
        assert_eq!(ColumnOptions::read(&options.write()), Ok(options));
        assert_eq!(ColumnOptions::read(""), Ok(ColumnOptions::default()));
    }

    #[test]
    fn the_word_at_fault_is_said() {
        for wrong in [
            "order=dmy",
            "as-of=1.3.2024",
            "with=0",
            "separator=ab",
            "part=week",
            "colour=red",
            "order",
        ] {
            let text = format!("calendar=hijri {wrong}");
            assert_eq!(ColumnOptions::read(&text), Err(wrong.to_owned()));
        }
    }
}
