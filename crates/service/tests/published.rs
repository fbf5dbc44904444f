//! What is published about case files is what the program reads: the schema, the documentation of
//! every command, and the case files in the repository.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::{fs, path::PathBuf};

use mediation::{command::CommandKind, submission::HEADER};
use serde_json::Value;
use service::case_file;

fn repository(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .join(path)
}

#[test]
fn the_published_schema_is_the_one_of_the_command_types() {
    let published = fs::read_to_string(repository("docs/schema/case-file.schema.json")).unwrap();
    let published: Value = serde_json::from_str(&published).unwrap();
    assert!(
        published == case_file::schema(),
        "docs/schema/case-file.schema.json is not current: goodoffices schema > docs/schema/case-file.schema.json"
    );
}

/// The blocks of YAML in the documentation that hold commands.
fn examples() -> Vec<String> {
    let docs = fs::read_to_string(repository("docs/case-files.md")).unwrap();
    let blocks = docs
        .split("```yaml\n")
        .skip(1)
        .filter_map(|rest| rest.split("```").next());
    blocks
        .filter(|b| b.trim_start().starts_with("- do: "))
        .map(str::to_owned)
        .collect()
}

#[test]
fn every_command_is_documented_with_an_example_that_parses() {
    let mut shown = Vec::new();
    for example in examples() {
        let indented = format!("  {}\n", example.trim_end().replace('\n', "\n  "));
        let file = format!("good-offices-case: 1\ntitle: An example\ncommands:\n{indented}");
        let file = case_file::read(file.as_bytes()).unwrap_or_else(|e| panic!("{e}\n{example}"));
        for item in file.items {
            let name = item
                .map
                .get("do")
                .and_then(Value::as_str)
                .unwrap_or_default()
                .to_owned();
            let parsed = mediation::command::Submission::from_map(without_labels(item.map), None);
            assert!(parsed.is_ok(), "{name}: {:?}\n{example}", parsed.err());
            shown.push(name);
        }
    }
    for kind in CommandKind::ALL {
        assert!(
            shown.iter().any(|s| s == kind.name),
            "docs/case-files.md has no example of {}",
            kind.name
        );
    }
}

/// Labels stand for entries of a history that an example does not have.
fn without_labels(map: serde_json::Map<String, Value>) -> serde_json::Map<String, Value> {
    fn replace(value: Value) -> Value {
        match value {
            Value::String(s) if s.starts_with('@') => Value::String("room/1".to_owned()),
            Value::Array(list) => Value::Array(list.into_iter().map(replace).collect()),
            Value::Object(map) => {
                Value::Object(map.into_iter().map(|(k, v)| (k, replace(v))).collect())
            }
            other => other,
        }
    }
    map.into_iter().map(|(k, v)| (k, replace(v))).collect()
}

#[test]
fn every_field_of_the_header_is_documented() {
    let docs = fs::read_to_string(repository("docs/case-files.md")).unwrap();
    for field in HEADER {
        assert!(
            docs.contains(&format!("| `{field}`")),
            "docs/case-files.md does not explain {field}"
        );
    }
}

#[test]
fn the_worked_example_says_when_to_look() {
    let file = fs::read(repository("cases/2023-hostage-agreement.yaml")).unwrap();
    let moments = case_file::read(&file).unwrap().moments;
    let days: Vec<String> = moments
        .iter()
        .map(|m| m.at.to_string().chars().take(10).collect())
        .collect();
    assert_eq!(days, ["2023-11-20", "2023-11-15", "2023-11-22"]);
}
