//! Points as they are written: whole numbers of a party's own smallest unit, with their point in its
//! place, and a range where the number is not known.

use planner::plan::Span;

use crate::i18n::{Strings, whole};

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

/// A number of points, or a range of them.
pub fn span(span: Span, places: u8, strings: Strings) -> String {
    if span.is_exact() {
        return number(span.low, places);
    }
    let ends = [
        ("low", number(span.low, places).into()),
        ("high", number(span.high, places).into()),
    ];
    strings.plain("plan-range", &ends)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_point_stands_where_the_party_has_it() {
        let of = [(195, 1), (-190, 1), (1_234_567, 2), (5, 2), (-3, 0)].map(|(n, p)| number(n, p));
        assert_eq!(of, ["19.5", "\u{2212}19", "12,345.67", "0.05", "\u{2212}3"]);
    }
}
