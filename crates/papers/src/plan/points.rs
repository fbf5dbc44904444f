//! Points as they are written: whole numbers of a party's own smallest unit, with their point in its
//! place, and a range where the number is not known.

use planner::{decimal::Decimal, plan::Span};

use crate::{
    Language,
    i18n::{Strings, whole},
};

/// A number of points.
pub fn number(units: i64, places: u8) -> String {
    let sign = if units < 0 { "\u{2212}" } else { "" };
    let tens = 10_u64.saturating_pow(u32::from(places));
    let (before, after) = (units.unsigned_abs() / tens, units.unsigned_abs() % tens);
    let bare = whole(before);
    if after == 0 {
        return format!("{sign}{bare}");
    }
    let after = format!("{after:0width$}", width = usize::from(places));
    format!("{sign}{bare}.{}", after.trim_end_matches('0'))
}

/// A number as somebody gave it, with its thousands apart.
pub fn decimal(given: Decimal) -> String {
    let units = given.in_units_of(given.places()).unwrap_or_default();
    number(units, given.places())
}

/// A number of points, or a range of them.
pub fn span(span: Span, places: u8, strings: Strings) -> String {
    if span.is_exact() {
        return number(span.low, places);
    }
    range(number(span.low, places), number(span.high, places), strings)
}

/// From one number to another.
pub fn range(low: String, high: String, strings: Strings) -> String {
    let ends = [("low", low.into()), ("high", high.into())];
    match strings.language() {
        Language::English => strings.plain("plan-range", &ends),
        // A sign of minus stands before its number, and one of per cent behind it, only where the number
        // is a run of its own.
        Language::Arabic => strings.with("plan-range", &ends),
    }
}

/// Points with the word for them: 1 point, 19 points, 5 to 9 points.
pub fn in_words(span: Span, places: u8, strings: Strings) -> String {
    // The form is that of the number next to the word.
    let n = ("n", as_counted(span.high, places).into());
    if span.is_exact() {
        let points = ("points", number(span.high, places).into());
        return strings.with("plan-points", &[n, points]);
    }
    let low = ("low", number(span.low, places).into());
    let high = ("high", number(span.high, places).into());
    strings.with("plan-points-range", &[n, low, high])
}

/// A number of points as one that chooses the form of a word.
#[expect(
    clippy::cast_precision_loss,
    reason = "the form hangs on the last two digits and on whether there is a fraction; both are there below 2^53"
)]
fn as_counted(units: i64, places: u8) -> f64 {
    let tens = 10_i64.saturating_pow(u32::from(places));
    if units % tens == 0 {
        (units / tens) as f64
    } else {
        units as f64 / tens as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language;

    #[test]
    fn the_point_stands_where_the_party_has_it() {
        let of = [(195, 1), (-190, 1), (1_234_567, 2), (5, 2), (-3, 0)].map(|(n, p)| number(n, p));
        assert_eq!(of, ["19.5", "\u{2212}19", "12,345.67", "0.05", "\u{2212}3"]);
    }

    #[test]
    fn what_somebody_gave_has_its_thousands_apart() {
        let of = [(10_000, 0), (123_456_789, 3), (75, 2), (-25, 1)]
            .map(|(units, places)| decimal(Decimal::new(units, places)));
        assert_eq!(of, ["10,000", "123,456.789", "0.75", "\u{2212}2.5"]);
    }

    #[test]
    fn points_are_counted_as_each_language_counts() {
        let said = |language: Language, low: i64, high: i64, places: u8| {
            let span = Span {
                low,
                mid: low,
                high,
            };
            let said = in_words(span, places, Strings::of(language));
            said.replace(['\u{2068}', '\u{2069}'], "")
        };
        let english = |low, high, places| said(Language::English, low, high, places);
        assert_eq!(english(1, 1, 0), "1 point");
        assert_eq!(english(100, 100, 2), "1 point");
        assert_eq!(english(15, 15, 1), "1.5 points");
        assert_eq!(english(0, 0, 0), "0 points");
        assert_eq!(english(1, 5, 0), "1 to 5 points");
        let arabic = |low, high, places| said(Language::Arabic, low, high, places);
        for (number, said) in [
            (0, "0 نقطة"),
            (1, "نقطة واحدة"),
            (2, "نقطتين"),
            (3, "3 نقاط"),
            (11, "11 نقطة"),
            (100, "100 نقطة"),
            (103, "103 نقاط"),
        ] {
            assert_eq!(arabic(number, number, 0), said);
        }
        assert_eq!(arabic(0, 2, 0), "0 إلى 2 نقطة");
        assert_eq!(arabic(2, 5, 0), "2 إلى 5 نقاط");
        assert_eq!(arabic(5, 1_250, 0), "5 إلى 1,250 نقطة");
        assert_eq!(arabic(15, 15, 1), "1.5 نقطة");
    }
}
