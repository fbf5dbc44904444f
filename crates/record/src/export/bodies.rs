//! `bodies.jsonl`: for each entry whose body its reader may have, one line of canonical JSON with number, body and salt.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::ExportError;
use crate::canonical;
use crate::ids::Number;
use crate::receipt::Disclosed;
use crate::{b64, hex};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    body: String,
    number: Number,
    salt: String,
}

pub(super) fn write(bodies: &BTreeMap<Number, Disclosed>) -> Result<Vec<u8>, ExportError> {
    let mut bytes = Vec::new();
    for (number, Disclosed { body, salt }) in bodies {
        let line = Line {
            body: b64::encode(body),
            number: *number,
            salt: hex::encode(salt),
        };
        bytes.append(&mut canonical::to_canonical(&line)?);
        bytes.push(b'\n');
    }
    Ok(bytes)
}

pub(super) fn read(bytes: &[u8]) -> Result<BTreeMap<Number, Disclosed>, ExportError> {
    let mut bodies = BTreeMap::new();
    for (line, at) in bytes.split_inclusive(|byte| *byte == b'\n').zip(1..) {
        let (number, disclosed) = read_line(line).ok_or(ExportError::Body(at))?;
        if bodies.insert(number, disclosed).is_some() {
            return Err(ExportError::Body(at));
        }
    }
    Ok(bodies)
}

fn read_line(line: &[u8]) -> Option<(Number, Disclosed)> {
    let value = canonical::parse_strict(line.strip_suffix(b"\n")?).ok()?;
    let Line { body, number, salt } = serde_json::from_value(value).ok()?;
    Some((
        number,
        Disclosed {
            body: b64::decode(&body)?,
            salt: hex::decode(&salt).ok()?,
        },
    ))
}
