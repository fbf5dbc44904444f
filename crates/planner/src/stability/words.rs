//! Names of states, which are words or numbers, and rankings of them.

use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// A name: a word, or a number that is as good as one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Name(pub String);

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<&str> for Name {
    fn from(name: &str) -> Self {
        Self(name.trim().to_owned())
    }
}

impl Serialize for Name {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0.parse::<u32>() {
            Ok(number) if number.to_string() == self.0 => serializer.serialize_u32(number),
            _ => serializer.serialize_str(&self.0),
        }
    }
}

impl<'de> Deserialize<'de> for Name {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(OneName)
    }
}

struct OneName;

impl de::Visitor<'_> for OneName {
    type Value = Name;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the number or the name of a state")
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<Name, E> {
        Ok(Name(value.to_string()))
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<Name, E> {
        Ok(Name(value.to_string()))
    }

    fn visit_str<E: de::Error>(self, value: &str) -> Result<Name, E> {
        Ok(Name::from(value))
    }
}

impl JsonSchema for Name {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Name".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": ["integer", "string"], "description": "The number or the name of a state.", "examples": [3] })
    }
}

/// A place in a ranking: one state, or several that are equally good.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ranked(pub Vec<Name>);

impl Serialize for Ranked {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0.as_slice() {
            [one] => one.serialize(serializer),
            several => several.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Ranked {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(OneOrSeveral)
    }
}

struct OneOrSeveral;

impl<'de> de::Visitor<'de> for OneOrSeveral {
    type Value = Ranked;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a state, or a list of states that are equally good")
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<Ranked, E> {
        OneName.visit_u64(value).map(|name| Ranked(vec![name]))
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<Ranked, E> {
        OneName.visit_i64(value).map(|name| Ranked(vec![name]))
    }

    fn visit_str<E: de::Error>(self, value: &str) -> Result<Ranked, E> {
        OneName.visit_str(value).map(|name| Ranked(vec![name]))
    }

    fn visit_seq<A: de::SeqAccess<'de>>(self, mut seq: A) -> Result<Ranked, A::Error> {
        let mut names = Vec::new();
        while let Some(name) = seq.next_element()? {
            names.push(name);
        }
        Ok(Ranked(names))
    }
}

impl JsonSchema for Ranked {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Ranked".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let name = generator.subschema_for::<Name>();
        json_schema!({
            "anyOf": [name, { "type": "array", "items": name }],
            "description": "A state, or a list of states that are equally good.",
            "examples": [3, [4, 5]]
        })
    }
}
