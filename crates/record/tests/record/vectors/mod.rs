//! The published vectors in `testkit/`: what is accepted, what is refused, and under which name.
//!
//! They are data, so that others can run them. They are also made here, from fixed keys, so that a change of format
//! cannot pass unnoticed: `RECORD_BLESS=1 cargo test -p record vectors` writes them anew, for a person to inspect.
#![expect(clippy::disallowed_methods, reason = "vectors are files")]

mod check;
mod documents;
mod rooms;
mod texts;

use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// One file of vectors.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kit {
    /// What its inputs are and what to do with them.
    pub about: String,
    /// The verifier key under which they are read, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    pub vectors: Vec<Vector>,
}

/// One case.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Vector {
    /// What is done wrong, or right.
    pub name: String,
    /// The name of the fault with which it must be refused; none if it must be accepted.
    pub fault: Option<String>,
    pub input: Value,
}

pub fn good(name: &str, input: impl Into<Value>) -> Vector {
    Vector {
        name: name.to_owned(),
        fault: None,
        input: input.into(),
    }
}

pub fn bad(name: &str, fault: &str, input: impl Into<Value>) -> Vector {
    Vector {
        name: name.to_owned(),
        fault: Some(fault.to_owned()),
        input: input.into(),
    }
}

fn make() -> Vec<(&'static str, Kit)> {
    vec![
        ("canonical.json", texts::canonical()),
        ("envelopes.json", texts::envelopes()),
        ("checkpoints.json", texts::checkpoints()),
        ("vkeys.json", texts::vkeys()),
        ("receipts.json", documents::receipts()),
        ("keyrings.json", documents::keyrings()),
        ("sshsig.json", documents::sshsig()),
        ("proofs.json", rooms::proofs()),
        ("entries.json", rooms::entries()),
        ("rooms.json", rooms::rooms()),
    ]
}

fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("testkit")
        .join(name)
}

fn load(name: &str) -> Kit {
    serde_json::from_slice(&fs::read(path(name)).unwrap()).unwrap()
}

#[test]
fn every_vector_is_accepted_or_refused_by_name() {
    let mut wrong = Vec::new();
    for (file, _) in make() {
        let kit = load(file);
        assert!(
            kit.vectors.iter().any(|vector| vector.fault.is_none()),
            "{file} has no good vector"
        );
        for vector in &kit.vectors {
            let found = check::check(file, kit.key.as_deref(), &vector.input).err();
            let same = match (&vector.fault, &found) {
                (None, None) => true,
                (Some(expected), Some(found)) => found.starts_with(expected.as_str()),
                (Some(_), None) | (None, Some(_)) => false,
            };
            if !same {
                wrong.push(format!(
                    "{file}: {}: expected {:?}, found {found:?}",
                    vector.name, vector.fault
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_vectors_are_those_published() {
    for (file, kit) in make() {
        let mut text = serde_json::to_string_pretty(&kit).unwrap();
        text.push('\n');
        if std::env::var_os("RECORD_BLESS").is_some() {
            fs::write(path(file), &text).unwrap();
        }
        assert_eq!(
            fs::read_to_string(path(file)).unwrap_or_default(),
            text,
            "{file}: the format has changed"
        );
    }
}

#[test]
fn the_specification_shows_the_published_vectors() {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/record-format.md");
    let page = fs::read_to_string(page).unwrap();
    let first = |file: &str| load(file).vectors[0].input.clone();
    for file in ["envelopes.json", "checkpoints.json", "vkeys.json"] {
        assert!(
            page.contains(first(file).as_str().unwrap()),
            "the example of {file} is another"
        );
        assert!(page.contains(&format!("`{file}`")));
    }
    assert!(page.contains(first("entries.json")["leaf"].as_str().unwrap()));
}
