//! Ranges in the place of numbers, wherever whoever wrote them is unsure: `3`, or `2 to 5`.

use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::decimal::Decimal;

/// From the least to the greatest that a number may be; both are the same where it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Range {
    low: Decimal,
    high: Decimal,
}

impl Range {
    /// A number that is known.
    pub const fn exactly(value: Decimal) -> Self {
        Self {
            low: value,
            high: value,
        }
    }

    /// From the smaller to the greater of two numbers.
    pub fn between(a: Decimal, b: Decimal) -> Self {
        Self {
            low: a.min(b),
            high: a.max(b),
        }
    }

    /// Reads `3` or `2 to 5`; nothing where it is neither, or the first is the greater.
    pub fn parse(text: &str) -> Option<Self> {
        let Some((low, high)) = text.split_once(" to ") else {
            return Decimal::parse(text).map(Self::exactly);
        };
        let (low, high) = (Decimal::parse(low)?, Decimal::parse(high)?);
        (low <= high).then_some(Self { low, high })
    }

    /// The least.
    pub const fn low(self) -> Decimal {
        self.low
    }

    /// The greatest.
    pub const fn high(self) -> Decimal {
        self.high
    }

    /// Whether the number is known.
    pub fn is_exact(self) -> bool {
        self.low == self.high
    }

    /// Whether it lies between two numbers, both included.
    pub fn within(self, low: Decimal, high: Decimal) -> bool {
        low <= self.low && self.high <= high
    }

    /// How many digits after the point are needed to write it.
    pub fn places(self) -> u8 {
        self.low.places().max(self.high.places())
    }
}

impl From<Decimal> for Range {
    fn from(value: Decimal) -> Self {
        Self::exactly(value)
    }
}

impl fmt::Display for Range {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_exact() {
            self.low.fmt(f)
        } else {
            write!(f, "{} to {}", self.low, self.high)
        }
    }
}

impl Serialize for Range {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.is_exact() {
            self.low.serialize(serializer)
        } else {
            serializer.collect_str(self)
        }
    }
}

impl<'de> Deserialize<'de> for Range {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Written)
    }
}

struct Written;

impl Written {
    fn read<E: de::Error>(text: &str) -> Result<Range, E> {
        Range::parse(text).ok_or_else(|| {
            E::custom(format_args!(
                "`{text}` is neither a number nor a range: write 3, or \"2 to 5\" with the smaller first"
            ))
        })
    }
}

impl de::Visitor<'_> for Written {
    type Value = Range;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number such as 3, or a range such as \"2 to 5\"")
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<Range, E> {
        Self::read(&value.to_string())
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<Range, E> {
        Self::read(&value.to_string())
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<Range, E> {
        Self::read(&value.to_string())
    }

    fn visit_str<E: de::Error>(self, value: &str) -> Result<Range, E> {
        Self::read(value)
    }
}

impl JsonSchema for Range {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Range".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": ["number", "string"],
            "format": "range",
            "description": "A number, or a range of numbers where it is not known: 3, or \"2 to 5\".",
            "examples": [3, "2 to 5"]
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_or_a_range_is_read_as_it_is_shown() {
        for text in ["3", "2 to 5", "-1.5 to 0", "0.2 to 0.25"] {
            let range = Range::parse(text).unwrap();
            assert_eq!(range.to_string(), text);
            let json = serde_json::to_string(&range).unwrap();
            assert_eq!(serde_json::from_str::<Range>(&json).unwrap(), range);
        }
        for wrong in ["5 to 2", "2 to", "to 5", "2 - 5", "2 to 3 to 4", "a lot"] {
            assert_eq!(Range::parse(wrong), None, "{wrong}");
        }
    }
}
