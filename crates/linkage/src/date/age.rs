//! Ages, counted back from the day on which they were true.

use super::{CivilDay, PartialDate};

/// An age.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Age {
    /// From so many full years to so many.
    Years(u32, u32),
    /// So many full months.
    Months(u32),
}

/// Older than this nobody is.
pub(super) const OLDEST: u32 = 120;

impl Age {
    /// The years in which somebody of this age on that day was born; none if nobody is so old.
    pub fn born(self, on: CivilDay) -> Option<PartialDate> {
        let year = i32::from(on.year());
        let (first, last) = match self {
            Self::Years(a, b) => {
                // Who has had no birthday yet in that year was born a year earlier; on 31 December
                // everybody has had it.
                let early = i32::from((on.month(), on.day()) != (12, 31));
                let (youngest, oldest) = (years(a.min(b))?, years(a.max(b))?);
                (year - oldest - early, year - youngest)
            }
            Self::Months(months) => {
                years(months / 12)?;
                let now = year * 12 + i32::from(on.month()) - 1;
                let born = now - i32::try_from(months).ok()?;
                ((born - 1).div_euclid(12), born.div_euclid(12))
            }
        };
        let (first, last) = (i16::try_from(first).ok()?, i16::try_from(last).ok()?);
        Some(if first == last {
            PartialDate::Year(first)
        } else {
            PartialDate::Span(first, last)
        })
    }
}

fn years(age: u32) -> Option<i32> {
    i32::try_from(age).ok().filter(|_| age <= OLDEST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_age_is_a_span_of_two_years() {
        let on = CivilDay::new(2024, 3, 1).unwrap();
        assert_eq!(
            Age::Years(34, 34).born(on),
            Some(PartialDate::Span(1989, 1990))
        );
        assert_eq!(
            Age::Years(35, 30).born(on),
            Some(PartialDate::Span(1988, 1994))
        );
        assert_eq!(Age::Years(OLDEST + 1, OLDEST + 1).born(on), None);
    }

    #[test]
    fn an_age_in_months_is_a_year_or_two() {
        let on = CivilDay::new(2024, 3, 1).unwrap();
        assert_eq!(Age::Months(6).born(on), Some(PartialDate::Year(2023)));
        assert_eq!(Age::Months(2).born(on), Some(PartialDate::Span(2023, 2024)));
        assert_eq!(Age::Months(5000).born(on), None);
    }

    #[test]
    fn on_the_last_day_of_a_year_an_age_is_one_year() {
        let on = CivilDay::new(2024, 12, 31).unwrap();
        assert_eq!(Age::Years(34, 34).born(on), Some(PartialDate::Year(1990)));
    }
}
