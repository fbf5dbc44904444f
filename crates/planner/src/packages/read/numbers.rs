//! Numbers as attributes of XML files say them.

use super::{
    place::{Wrong, named},
    xml::Element,
};
use crate::decimal::{Decimal, PLACES_MOST};

/// A decimal number. No form that is read so has a base of eight: noughts in front say nothing.
fn decimal(text: &str) -> Option<Decimal> {
    let text = text.trim();
    let signless = text
        .strip_prefix('+')
        .filter(|rest| !rest.starts_with(['-', '\u{2212}']));
    let text = signless.unwrap_or(text);
    let bare = text.strip_prefix(['-', '\u{2212}']).unwrap_or(text);
    let rest = bare.trim_start_matches('0');
    if rest.len() == bare.len() {
        return Decimal::parse(text);
    }
    let sign = text.strip_suffix(bare)?;
    let nought = if rest.starts_with(|first: char| first.is_ascii_digit()) {
        ""
    } else {
        "0"
    };
    Decimal::parse(&format!("{sign}{nought}{rest}"))
}

/// A whole number, also where it is written with a point and noughts.
pub(super) fn whole(element: &Element, key: &str) -> Result<i64, Wrong> {
    let text = element.attribute(key).unwrap_or_default();
    let number = decimal(text).and_then(|number| number.in_units_of(0));
    number.ok_or_else(|| {
        element.wrong(format!(
            "`{key}` of `{}` is `{}`, and a whole number is needed. Correct it.",
            named(&element.name),
            named(text)
        ))
    })
}

pub(super) fn fraction(element: &Element, key: &str) -> Result<f64, Wrong> {
    let text = element.attribute(key).unwrap_or_default();
    let number = text
        .trim()
        .parse::<f64>()
        .ok()
        .filter(|number| number.is_finite());
    number.ok_or_else(|| {
        element.wrong(format!(
            "`{key}` of `{}` is `{}`, and a number is needed. Correct it.",
            named(&element.name),
            named(text)
        ))
    })
}

/// To the nearest point.
#[expect(
    clippy::cast_possible_truncation,
    reason = "held within what points may be"
)]
pub(super) fn nearest(points: f64) -> i64 {
    points.clamp(-1e13, 1e13).round() as i64
}

/// A part of so many points, up to the next whole one: exact where both are decimal numbers of at most
/// six digits after the point.
pub(super) fn part_of(element: &Element, key: &str, points: &str) -> Result<i64, Wrong> {
    let text = element.attribute(key).unwrap_or_default();
    let exact = |text: &str| {
        let units = decimal(text)?.in_units_of(PLACES_MOST);
        units.map(i128::from)
    };
    if let (Some(part), Some(points)) = (exact(text), exact(points)) {
        let one = 10_i128.pow(2 * u32::from(PLACES_MOST));
        let whole = -(-part * points).div_euclid(one);
        // More than points may be is refused elsewhere.
        return Ok(i64::try_from(whole).unwrap_or(i64::MAX));
    }
    let part = fraction(element, key)?;
    let points: f64 = points.trim().parse().unwrap_or(1.0);
    // What the last digits of such a number say is no more than how it was reckoned.
    Ok(nearest((part * points - 1e-6).ceil()))
}

#[expect(
    clippy::cast_precision_loss,
    reason = "numbers of options are at most 10^12"
)]
pub(super) fn as_f64(number: i64) -> f64 {
    number as f64
}
