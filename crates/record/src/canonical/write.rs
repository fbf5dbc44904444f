//! Writing the one spelling of a value.

use std::cmp::Ordering;

use serde_json::{Map, Number, Value};

use super::{CanonicalError, MAX_DEPTH};
use crate::hex;
use crate::ids::MAX_INTEGER;

pub(super) fn value(out: &mut Vec<u8>, value: &Value, depth: usize) -> Result<(), CanonicalError> {
    match value {
        Value::Null => out.extend_from_slice(b"null"),
        Value::Bool(true) => out.extend_from_slice(b"true"),
        Value::Bool(false) => out.extend_from_slice(b"false"),
        Value::Number(number) => out.extend_from_slice(integer(number)?.to_string().as_bytes()),
        Value::String(text) => string(out, text),
        Value::Array(items) => array(out, items, deeper(depth)?)?,
        Value::Object(members) => object(out, members, deeper(depth)?)?,
    }
    Ok(())
}

pub(super) fn integer(number: &Number) -> Result<i64, CanonicalError> {
    let fits = |integer: &i64| integer.unsigned_abs() <= MAX_INTEGER;
    number
        .as_i64()
        .filter(fits)
        .ok_or_else(|| CanonicalError::Number(number.to_string()))
}

const fn deeper(depth: usize) -> Result<usize, CanonicalError> {
    if depth >= MAX_DEPTH {
        Err(CanonicalError::TooDeep)
    } else {
        Ok(depth + 1)
    }
}

fn array(out: &mut Vec<u8>, items: &[Value], depth: usize) -> Result<(), CanonicalError> {
    out.push(b'[');
    for (at, item) in items.iter().enumerate() {
        if at > 0 {
            out.push(b',');
        }
        value(out, item, depth)?;
    }
    out.push(b']');
    Ok(())
}

fn object(
    out: &mut Vec<u8>,
    members: &Map<String, Value>,
    depth: usize,
) -> Result<(), CanonicalError> {
    let mut sorted: Vec<_> = members.iter().collect();
    sorted.sort_by(|(a, _), (b, _)| compare(a, b));
    out.push(b'{');
    for (at, (key, member)) in sorted.into_iter().enumerate() {
        if at > 0 {
            out.push(b',');
        }
        string(out, key);
        out.push(b':');
        value(out, member, depth)?;
    }
    out.push(b'}');
    Ok(())
}

/// RFC 8785 orders keys by UTF-16 code units, which differs from Rust's order beyond U+FFFF; among ASCII it does not.
fn compare(a: &str, b: &str) -> Ordering {
    if a.is_ascii() && b.is_ascii() {
        a.cmp(b)
    } else {
        a.encode_utf16().cmp(b.encode_utf16())
    }
}

fn string(out: &mut Vec<u8>, text: &str) {
    out.push(b'"');
    let mut rest = text.as_bytes();
    // What needs no escape, which is nearly everything, is copied in one go.
    while let Some(at) = rest.iter().position(|byte| escaped(*byte)) {
        let (plain, from) = rest.split_at(at);
        out.extend_from_slice(plain);
        if let Some((byte, after)) = from.split_first() {
            escape(out, *byte);
            rest = after;
        }
    }
    out.extend_from_slice(rest);
    out.push(b'"');
}

const fn escaped(byte: u8) -> bool {
    matches!(byte, b'"' | b'\\' | 0x00..=0x1f)
}

fn escape(out: &mut Vec<u8>, byte: u8) {
    match byte {
        b'"' => out.extend_from_slice(b"\\\""),
        b'\\' => out.extend_from_slice(b"\\\\"),
        0x08 => out.extend_from_slice(b"\\b"),
        b'\t' => out.extend_from_slice(b"\\t"),
        b'\n' => out.extend_from_slice(b"\\n"),
        0x0c => out.extend_from_slice(b"\\f"),
        b'\r' => out.extend_from_slice(b"\\r"),
        0x00..=0x1f => {
            out.extend_from_slice(b"\\u00");
            out.extend_from_slice(hex::encode(&[byte]).as_bytes());
        }
        _ => out.push(byte),
    }
}
