//! What is published about conflict files is what the program reads: the schema, the example of the
//! documentation, the conflicts among the examples.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::path::PathBuf;

use planner::{
    document,
    stability::{Conflict, Model, analyse, schema},
    watch::Unwatched,
};

fn repository(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .join(path)
}

#[expect(clippy::disallowed_methods, reason = "a test reads the repository")]
fn text(path: &str) -> String {
    std::fs::read_to_string(repository(path)).unwrap()
}

fn states(text: &str) -> usize {
    let conflict: Conflict = document::read(text.as_bytes()).unwrap();
    let model = Model::read(&conflict, &Unwatched).unwrap();
    assert!(!analyse(&model, &Unwatched).unwrap().findings.is_empty());
    model.states().len()
}

#[test]
fn the_published_schema_is_that_of_the_types() {
    let published: serde_json::Value =
        serde_json::from_str(&text("docs/schema/conflict-file.schema.json")).unwrap();
    assert!(
        published == *schema().as_value(),
        "docs/schema/conflict-file.schema.json is not current: goodoffices plan schema conflict > docs/schema/conflict-file.schema.json"
    );
}

#[test]
fn the_example_of_the_documentation_is_read() {
    let docs = text("docs/planner-stability.md");
    let (_, after) = docs.split_once("```yaml\n").unwrap();
    let (example, _) = after.split_once("```").unwrap();
    assert_eq!(states(example), 6);
}

/// A conflict that somebody mangled is read or refused, and what is read can be analysed.
#[test]
fn mangled_conflicts_are_read_or_refused() {
    let names = ["elmira", "garrison", "cuban", "milk-river"];
    let (mut read, mut refused) = (0, 0);
    for name in names {
        let whole = text(&format!("crates/planner/examples/conflicts/{name}.yaml"));
        let lines: Vec<&str> = whole.lines().collect();
        for at in 0..lines.len() {
            let mut without = lines.clone();
            let line = without.remove(at);
            let twice = [&lines[..at], &[line], &lines[at..]].concat();
            let negated = whole.replacen(line, &line.replace('[', "[not "), 1);
            let renamed = whole.replacen(line, &line.replace('1', "18446744073709551616"), 1);
            let cut = whole
                .get(..whole.len() * at / lines.len())
                .unwrap_or("")
                .to_owned();
            for mangled in [without.join("\n"), twice.join("\n"), negated, renamed, cut] {
                let conflict = document::read::<Conflict>(mangled.as_bytes());
                let model = conflict.map(|conflict| Model::read(&conflict, &Unwatched));
                if let Ok(Ok(model)) = model {
                    analyse(&model, &Unwatched).unwrap();
                    read += 1;
                } else {
                    refused += 1;
                }
            }
        }
    }
    assert!(read > 20 && refused > 200, "{read} {refused}");
}
