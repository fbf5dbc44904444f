//! Exact decimal numbers as people write them: 3, -1.5, 0.125. No floating point: 0.1 is a tenth.

use std::{cmp::Ordering, fmt};

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// The most digits after the point.
pub const PLACES_MOST: u8 = 6;
/// The most that a number may be, either way, counted in its last digit.
const UNITS_MOST: u64 = 1_000_000_000_000;

/// Below this a number is written into JSON as words: a writer of JSON would give it an exponent, with
/// which it is not read.
const EXPONENT_BELOW: f64 = 0.001;

/// A decimal number: `units` times ten to the power of minus `places`, with no nought at its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Decimal {
    units: i64,
    places: u8,
}

impl Decimal {
    /// Nought.
    pub const ZERO: Self = Self {
        units: 0,
        places: 0,
    };
    /// One.
    pub const ONE: Self = Self {
        units: 1,
        places: 0,
    };

    /// A whole number.
    pub const fn whole(units: i64) -> Self {
        Self { units, places: 0 }
    }

    /// So many units of the last of so many places, at most [`PLACES_MOST`]: `(15, 1)` is 1.5.
    pub fn new(units: i64, places: u8) -> Self {
        let mut made = Self {
            units,
            places: places.min(PLACES_MOST),
        };
        while made.places > 0 && made.units % 10 == 0 {
            made.units /= 10;
            made.places -= 1;
        }
        made
    }

    /// Reads what a person wrote; nothing where that is no decimal number or has too many digits.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let (negative, bare) = match text.strip_prefix(['-', '\u{2212}']) {
            Some(bare) => (true, bare),
            None => (false, text),
        };
        let (whole, part) = bare.split_once('.').unwrap_or((bare, ""));
        let digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
        // 017 is 15 for whoever reads it to the base of eight.
        let in_two_ways = whole.len() > 1 && whole.starts_with('0');
        if whole.is_empty() || in_two_ways || !digits(whole) || !digits(part) || bare.ends_with('.')
        {
            return None;
        }
        let part = part.trim_end_matches('0');
        let places = u8::try_from(part.len())
            .ok()
            .filter(|p| *p <= PLACES_MOST)?;
        let units: u64 = format!("{whole}{part}").parse().ok()?;
        let units = i64::try_from(units)
            .ok()
            .filter(|u| u.unsigned_abs() <= UNITS_MOST)?;
        Some(Self::new(if negative { -units } else { units }, places))
    }

    /// How many digits stand after the point.
    pub const fn places(self) -> u8 {
        self.places
    }

    /// Counted in units of the last of so many places; nothing where it has more places or does not
    /// fit.
    pub fn in_units_of(self, places: u8) -> Option<i64> {
        let more = places.checked_sub(self.places)?;
        self.units.checked_mul(10_i64.checked_pow(u32::from(more))?)
    }

    /// As a floating-point number, for probabilities and drawings.
    #[expect(clippy::cast_precision_loss, reason = "units are at most 10^12")]
    pub fn to_f64(self) -> f64 {
        self.units as f64 / 10_f64.powi(i32::from(self.places))
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        let scaled =
            |d: &Self| i128::from(d.units) * 10_i128.pow(u32::from(PLACES_MOST - d.places));
        scaled(self).cmp(&scaled(other))
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.units < 0 { "-" } else { "" };
        let units = self.units.unsigned_abs();
        if self.places == 0 {
            return write!(f, "{sign}{units}");
        }
        let tens = 10_u64.pow(u32::from(self.places));
        let (whole, part) = (units / tens, units % tens);
        write!(
            f,
            "{sign}{whole}.{part:0width$}",
            width = usize::from(self.places)
        )
    }
}

impl Serialize for Decimal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.places == 0 {
            serializer.serialize_i64(self.units)
        } else if self.to_f64().abs() < EXPONENT_BELOW {
            serializer.collect_str(self)
        } else {
            serializer.serialize_f64(self.to_f64())
        }
    }
}

impl<'de> Deserialize<'de> for Decimal {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Written)
    }
}

/// A number in a document: whole, with a point, or between quotation marks.
struct Written;

impl Written {
    fn read<E: de::Error>(text: &str) -> Result<Decimal, E> {
        Decimal::parse(text).ok_or_else(|| {
            E::custom(format_args!(
                "`{text}` is no number that is read here: write it as digits, at most {PLACES_MOST} after the point and at most 12 in all, such as 12, -3 or 1.5"
            ))
        })
    }
}

impl de::Visitor<'_> for Written {
    type Value = Decimal;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number such as 12, -3 or 1.5")
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<Decimal, E> {
        Self::read(&value.to_string())
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<Decimal, E> {
        Self::read(&value.to_string())
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<Decimal, E> {
        // The shortest digits that mean this number are those that were written, for so few digits.
        Self::read(&value.to_string())
    }

    fn visit_str<E: de::Error>(self, value: &str) -> Result<Decimal, E> {
        Self::read(value)
    }
}

impl JsonSchema for Decimal {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Decimal".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": ["number", "string"],
            "format": "decimal",
            "description": "A number with at most six digits after the point.",
            "examples": [12, -3, 1.5]
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_is_written_is_what_is_meant() {
        for (text, shown) in [
            ("3", "3"),
            ("-1.50", "-1.5"),
            ("0.125", "0.125"),
            ("-0.0", "0"),
            ("\u{2212}2", "-2"),
        ] {
            assert_eq!(Decimal::parse(text).unwrap().to_string(), shown);
        }
        for wrong in [
            "",
            ".5",
            "5.",
            "1e3",
            "0x10",
            "1 000",
            "1.2345678",
            "017",
            "-00.5",
            "9999999999999",
            "٣",
            "nan",
            "+5",
            "--1",
        ] {
            assert_eq!(Decimal::parse(wrong), None, "{wrong}");
        }
        assert_eq!(Decimal::parse("1.5").unwrap().in_units_of(2), Some(150));
        assert_eq!(Decimal::parse("1.5").unwrap().in_units_of(0), None);
    }

    proptest! {
        #[test]
        fn a_number_is_read_as_it_is_shown_and_keeps_its_order(a in -9_999_999_i64..9_999_999, p in 0_u8..=6, b in -9_999_999_i64..9_999_999, q in 0_u8..=6) {
            let (a, b) = (Decimal::new(a, p), Decimal::new(b, q));
            prop_assert_eq!(Decimal::parse(&a.to_string()), Some(a));
            let json = serde_json::to_string(&a).unwrap();
            prop_assert!(!json.contains('e'), "{}", json);
            prop_assert_eq!(serde_json::from_str::<Decimal>(&json).unwrap(), a);
            prop_assert_eq!(a.cmp(&b), a.to_f64().total_cmp(&(b.to_f64() + 0.0)));
        }
    }
}
