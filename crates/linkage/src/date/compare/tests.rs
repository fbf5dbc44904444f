//! Levels one by one, and what holds for all pairs, against a slow comparison by digits of text.

use proptest::prelude::*;

use super::*;

fn day(year: i16, month: u8, day: u8) -> Dates {
    Dates(vec![PartialDate::Day { year, month, day }])
}

fn one(date: PartialDate) -> Dates {
    Dates(vec![date])
}

#[test]
fn each_level_has_its_pair() {
    use DateAgreement as A;
    let base = day(1956, 4, 9);
    let month = |year, month| one(PartialDate::Month { year, month });
    let cases = [
        (day(1956, 4, 9), A::Exact),
        (day(1956, 9, 4), A::DayMonthSwapped),
        (day(1946, 4, 9), A::OneDigit),
        (day(1956, 4, 8), A::OneDigit),
        (day(1965, 4, 9), A::OneDigit),
        (day(1956, 4, 27), A::SameMonthYear),
        (day(1956, 12, 27), A::SameYear),
        (day(1955, 12, 27), A::YearWithinOne),
        (day(1961, 12, 27), A::YearWithinFive),
        (day(1962, 12, 27), A::Different),
        (day(1982, 4, 9), A::SameDayMonthYearOther),
        (month(1956, 4), A::AgreesToMonth),
        (month(1956, 5), A::SameYear),
        (one(PartialDate::Year(1956)), A::AgreesToYear),
        (one(PartialDate::Year(1954)), A::YearWithinFive),
        (one(PartialDate::Span(1950, 1956)), A::SpanOverlaps),
        (one(PartialDate::Span(1957, 1960)), A::YearWithinOne),
        (one(PartialDate::Span(1970, 1980)), A::Different),
    ];
    for (other, level) in cases {
        assert_eq!(compare(&base, &other), level, "{other:?}");
    }
    assert_eq!(compare(&day(1959, 4, 9), &day(1960, 4, 9)), A::SameDayMonth);
}

#[test]
fn the_best_of_all_readings_counts() {
    let either = Dates(vec![
        PartialDate::Day {
            year: 1956,
            month: 4,
            day: 9,
        },
        PartialDate::Day {
            year: 1956,
            month: 9,
            day: 4,
        },
    ]);
    assert_eq!(compare(&either, &day(1956, 9, 4)), DateAgreement::Exact);
    assert_eq!(
        compare(&Dates(Vec::new()), &either),
        DateAgreement::Different
    );
}

#[test]
fn digits_that_are_no_day_are_compared_digit_by_digit() {
    let written = |year, month, day| one(PartialDate::Written { year, month, day });
    let misread = written(1955, 11, 92);
    assert_eq!(
        compare(&misread, &day(1955, 11, 2)),
        DateAgreement::OneDigit
    );
    assert_eq!(
        compare(&written(1955, 11, 20), &misread),
        DateAgreement::SameMonthYear
    );
    assert_eq!(
        PackedDate::of(&misread).map(|p| p.compare(p)),
        Some(DateAgreement::Exact)
    );
}

#[test]
fn levels_are_numbered_as_they_are_listed() {
    for (at, level) in DateAgreement::ALL.into_iter().enumerate() {
        assert_eq!(level.index(), at);
    }
    assert!(DateAgreement::ALL.is_sorted());
}

/// As the documentation of the levels says it, on the digits as text.
fn slowly(one: (i16, u8, u8), other: (i16, u8, u8)) -> DateAgreement {
    let digits = |(y, m, d)| format!("{y:04}{m:02}{d:02}").into_bytes();
    let (a, b) = (digits(one), digits(other));
    let apart = one.0.abs_diff(other.0);
    let substituted = a.iter().zip(&b).filter(|(a, b)| a != b).count() == 1;
    let transposed = (0..7).any(|at| {
        let mut swapped = a.clone();
        swapped.swap(at, at + 1);
        a != b && swapped == b
    });
    if a == b {
        DateAgreement::Exact
    } else if apart == 0 && (one.1, one.2) == (other.2, other.1) {
        DateAgreement::DayMonthSwapped
    } else if substituted || transposed {
        DateAgreement::OneDigit
    } else if apart == 0 && one.1 == other.1 {
        DateAgreement::SameMonthYear
    } else if (one.1, one.2) == (other.1, other.2) {
        match apart {
            1 => DateAgreement::SameDayMonth,
            _ => DateAgreement::SameDayMonthYearOther,
        }
    } else {
        match apart {
            0 => DateAgreement::SameYear,
            1 => DateAgreement::YearWithinOne,
            2..=5 => DateAgreement::YearWithinFive,
            _ => DateAgreement::Different,
        }
    }
}

fn any_day() -> impl Strategy<Value = (i16, u8, u8)> {
    // Few years and days, so that near pairs are common.
    prop_oneof![
        (1950_i16..1970, 1_u8..=12, 1_u8..=28),
        (0_i16..9999, 1_u8..=12, 1_u8..=31),
    ]
}

fn any_reading() -> impl Strategy<Value = PartialDate> {
    let year = 1950_i16..1970;
    prop_oneof![
        any_day().prop_map(|(year, month, day)| PartialDate::Day { year, month, day }),
        (1950_i16..1970, 0_u8..=99, 0_u8..=99)
            .prop_map(|(year, month, day)| PartialDate::Written { year, month, day }),
        (year.clone(), 1_u8..=12).prop_map(|(year, month)| PartialDate::Month { year, month }),
        year.clone().prop_map(PartialDate::Year),
        (year, 0_i16..9).prop_map(|(from, long)| PartialDate::Span(from, from + long)),
    ]
}

proptest! {
    #[test]
    fn the_fast_comparison_is_the_slow_one(a in any_day(), b in any_day()) {
        let fast = compare(&day(a.0, a.1, a.2), &day(b.0, b.1, b.2));
        prop_assert_eq!(fast, slowly(a, b));
    }

    #[test]
    fn packing_changes_nothing(a in any_day(), b in any_day()) {
        let (a, b) = (day(a.0, a.1, a.2), day(b.0, b.1, b.2));
        let packed = PackedDate::of(&a).unwrap().compare(PackedDate::of(&b).unwrap());
        prop_assert_eq!(packed, compare(&a, &b));
    }

    #[test]
    fn either_may_come_first(
        a in proptest::collection::vec(any_reading(), 0..4),
        b in proptest::collection::vec(any_reading(), 0..4),
    ) {
        let (a, b) = (Dates(a), Dates(b));
        prop_assert_eq!(compare(&a, &b), compare(&b, &a));
    }

    #[test]
    fn a_date_agrees_with_itself(a in any_reading()) {
        let level = match a {
            PartialDate::Day { .. } | PartialDate::Written { .. } => DateAgreement::Exact,
            PartialDate::Month { .. } => DateAgreement::AgreesToMonth,
            PartialDate::Year(_) => DateAgreement::AgreesToYear,
            PartialDate::Span(..) => DateAgreement::SpanOverlaps,
        };
        prop_assert_eq!(compare(&one(a), &one(a)), level);
    }
}
