//! Reading JSON without losing anything: a key that stands twice is an error, not an overwriting.

use std::cell::RefCell;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

use super::{CanonicalError, write};

/// How deep values may be nested.
pub const MAX_DEPTH: usize = 100;

pub(super) fn parse(bytes: &[u8]) -> Result<Value, CanonicalError> {
    let named = RefCell::new(None);
    let mut reader = serde_json::Deserializer::from_slice(bytes);
    let read = Strict {
        depth: 0,
        named: &named,
    }
    .deserialize(&mut reader);
    let read = read.and_then(|value| reader.end().map(|()| value));
    read.map_err(|error| {
        named
            .take()
            .unwrap_or_else(|| CanonicalError::Json(error.to_string()))
    })
}

/// serde's errors are texts, so what we refuse by name is put beside them.
#[derive(Clone, Copy)]
struct Strict<'a> {
    depth: usize,
    named: &'a RefCell<Option<CanonicalError>>,
}

impl<'a> Strict<'a> {
    fn refuse<E: serde::de::Error>(self, error: CanonicalError) -> E {
        let text = error.to_string();
        self.named.replace(Some(error));
        E::custom(text)
    }

    fn deeper<E: serde::de::Error>(self) -> Result<Strict<'a>, E> {
        if self.depth >= MAX_DEPTH {
            return Err(self.refuse(CanonicalError::TooDeep));
        }
        Ok(Strict {
            depth: self.depth + 1,
            ..self
        })
    }

    fn integer<E: serde::de::Error>(self, number: Number) -> Result<Value, E> {
        match write::integer(&number) {
            Ok(_) => Ok(Value::Number(number)),
            Err(error) => Err(self.refuse(error)),
        }
    }
}

impl<'de> DeserializeSeed<'de> for Strict<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<Value, D::Error> {
        reader.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Strict<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(Value::String(text.to_owned()))
    }

    fn visit_i64<E: serde::de::Error>(self, number: i64) -> Result<Value, E> {
        self.integer(number.into())
    }

    fn visit_u64<E: serde::de::Error>(self, number: u64) -> Result<Value, E> {
        self.integer(number.into())
    }

    fn visit_f64<E: serde::de::Error>(self, number: f64) -> Result<Value, E> {
        Err(self.refuse(CanonicalError::Number(number.to_string())))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let inner = self.deeper()?;
        let mut array = Vec::new();
        while let Some(item) = items.next_element_seed(inner)? {
            array.push(item);
        }
        Ok(Value::Array(array))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Value, A::Error> {
        let inner = self.deeper()?;
        let mut object = Map::new();
        while let Some(key) = members.next_key::<String>()? {
            if object.contains_key(&key) {
                return Err(A::Error::custom(
                    self.refuse::<A::Error>(CanonicalError::DuplicateKey(key)),
                ));
            }
            let value = members.next_value_seed(inner)?;
            object.insert(key, value);
        }
        Ok(Value::Object(object))
    }
}
