//! Three numbers that are a date: which of them is the day, the month and the year. One cell may say
//! so; where it does not, the other cells of its column are asked.

use super::{calendar::longest, read::likely_calendar, scan::Number};

/// In which order three numbers stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Order {
    /// 9/4/1956.
    DayMonthYear,
    /// 4/9/1956.
    MonthDayYear,
    /// 1956-04-09.
    YearMonthDay,
    /// 1956/9/4.
    YearDayMonth,
}

impl Order {
    /// All of them, the commonest first.
    pub const ALL: [Self; 4] = [
        Self::DayMonthYear,
        Self::MonthDayYear,
        Self::YearMonthDay,
        Self::YearDayMonth,
    ];

    /// As the mapping file writes it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::DayMonthYear => "day-month-year",
            Self::MonthDayYear => "month-day-year",
            Self::YearMonthDay => "year-month-day",
            Self::YearDayMonth => "year-day-month",
        }
    }

    /// The numbers as day, month and year.
    pub(super) fn apply(self, [a, b, c]: [Number; 3]) -> (Number, Number, Number) {
        match self {
            Self::DayMonthYear => (a, b, c),
            Self::MonthDayYear => (b, a, c),
            Self::YearMonthDay => (c, b, a),
            Self::YearDayMonth => (b, c, a),
        }
    }

    /// Whether three numbers can be a date in this order.
    pub(super) fn allows(self, numbers: [Number; 3]) -> bool {
        let (day, month, year) = self.apply(numbers);
        let year_fits = year.digits == 4 || year.digits == 2;
        let day_fits = day.digits <= 2 && day.value >= 1;
        let calendar = likely_calendar(year);
        let longest = u8::try_from(month.value).map_or(0, |month| longest(calendar, month));
        year_fits && day_fits && month.digits <= 2 && day.value <= u32::from(longest)
    }

    /// The orders in which three numbers can be a date.
    pub(super) fn possible(numbers: [Number; 3]) -> Vec<Self> {
        let all = Self::ALL.into_iter();
        all.filter(|order| order.allows(numbers)).collect()
    }
}

/// What the cells of a column say about the order of numbers, counted in distinct cells.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Votes {
    /// For each order of [`Order::ALL`], how many cells can be read in no other order.
    only: [u32; 4],
    /// For each, how many cells cannot be read in it though they can in another.
    against: [u32; 4],
    /// How many cells have a year of four digits first, and last.
    year_first: u32,
    year_last: u32,
}

/// A column goes by the order that is the only one for this many times as many cells as the other.
const OUTVOTES: u32 = 20;

impl Votes {
    pub fn count(&mut self, numbers: [Number; 3]) {
        let possible = Order::possible(numbers);
        let [first, _, last] = numbers;
        self.year_first += u32::from(first.digits == 4);
        self.year_last += u32::from(last.digits == 4);
        if possible.is_empty() {
            return;
        }
        for ((order, only), against) in Order::ALL
            .into_iter()
            .zip(&mut self.only)
            .zip(&mut self.against)
        {
            *only += u32::from(possible == [order]);
            *against += u32::from(!possible.contains(&order));
        }
    }

    fn only(&self, order: Order) -> u32 {
        let at = Order::ALL.into_iter().position(|o| o == order);
        at.and_then(|at| self.only.get(at)).copied().unwrap_or(0)
    }

    fn against(&self, order: Order) -> u32 {
        let at = Order::ALL.into_iter().position(|o| o == order);
        at.and_then(|at| self.against.get(at)).copied().unwrap_or(0)
    }

    /// What is decided between two orders.
    pub fn between(&self, one: Order, other: Order) -> Decision {
        let (a, b) = (self.only(one), self.only(other));
        let of = |order, by, against| Decision::For { order, by, against };
        match (a, b) {
            (0, 0) => Decision::Open,
            (a, b) if a > b.saturating_mul(OUTVOTES) => of(one, a, b),
            (a, b) if b > a.saturating_mul(OUTVOTES) => of(other, b, a),
            _ => Decision::Contradicted,
        }
    }

    /// The orders that remain for cells whose year has two digits: where the column also has years of
    /// four digits their place counts, then what no cell rules out.
    pub fn for_short_years(&self) -> Vec<Order> {
        let place = |order: Order| match order {
            Order::DayMonthYear | Order::MonthDayYear => self.year_last >= self.year_first,
            Order::YearMonthDay | Order::YearDayMonth => self.year_first >= self.year_last,
        };
        // With the year first, the day is not second: nobody writes so unless the column shows it.
        let usual = |&order: &Order| order != Order::YearDayMonth || self.only(order) > 0;
        let orders = Order::ALL.into_iter().filter(usual);
        let placed: Vec<Order> = orders.filter(|&order| place(order)).collect();
        let fewest = placed.iter().map(|&o| self.against(o)).min().unwrap_or(0);
        let most = self.only.iter().sum::<u32>();
        let kept = placed.iter().copied();
        if fewest.saturating_mul(OUTVOTES) > most {
            return placed;
        }
        kept.filter(|&order| self.against(order) == fewest)
            .collect()
    }
}

/// Whether a column decides between two orders.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Decision {
    /// By so many distinct cells, against so many.
    For { order: Order, by: u32, against: u32 },
    /// No cell says.
    Open,
    /// Cells say both.
    Contradicted,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn three(text: &str) -> [Number; 3] {
        let of = |part: &str| Number {
            value: part.parse().unwrap(),
            digits: u8::try_from(part.len()).unwrap(),
        };
        let parts: Vec<Number> = text.split('/').map(of).collect();
        [parts[0], parts[1], parts[2]]
    }

    #[test]
    fn a_cell_allows_the_orders_that_give_a_date() {
        use Order::{DayMonthYear, MonthDayYear, YearMonthDay};
        assert_eq!(
            Order::possible(three("9/4/1956")),
            [DayMonthYear, MonthDayYear]
        );
        assert_eq!(Order::possible(three("13/4/1956")), [DayMonthYear]);
        assert_eq!(Order::possible(three("4/13/1956")), [MonthDayYear]);
        assert_eq!(Order::possible(three("1956/4/13")), [YearMonthDay]);
        assert_eq!(Order::possible(three("31/2/1956")), []);
        assert_eq!(Order::possible(three("56/4/13")), [YearMonthDay]);
        assert_eq!(Order::possible(three("01/02/03")).len(), 4);
    }

    #[test]
    fn a_column_decides_by_cells_that_can_be_read_in_one_way() {
        let mut votes = Votes::default();
        votes.count(three("9/4/1956"));
        let between = |votes: &Votes| votes.between(Order::DayMonthYear, Order::MonthDayYear);
        assert_eq!(between(&votes), Decision::Open);
        votes.count(three("13/4/1956"));
        let (order, by) = (Order::DayMonthYear, 1);
        assert_eq!(
            between(&votes),
            Decision::For {
                order,
                by,
                against: 0
            }
        );
        votes.count(three("4/13/1956"));
        assert_eq!(between(&votes), Decision::Contradicted);
        for day in 13..=31 {
            votes.count(three(&format!("{day}/1/1956")));
            votes.count(three(&format!("{day}/3/1956")));
        }
        let (by, against) = (39, 1);
        assert_eq!(between(&votes), Decision::For { order, by, against });
    }

    #[test]
    fn short_years_take_the_order_that_no_cell_rules_out() {
        let mut votes = Votes::default();
        votes.count(three("01/02/03"));
        assert_eq!(votes.for_short_years().len(), 3);
        votes.count(three("13/04/56"));
        assert_eq!(votes.for_short_years(), [Order::DayMonthYear]);
    }
}
