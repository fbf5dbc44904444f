//! What is published about plan files is what the program reads: the schema, the examples of the
//! documentation, the plans in the repository.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::path::PathBuf;

use planner::{check::check, plan};

fn repository(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .join(path)
}

#[expect(clippy::disallowed_methods, reason = "a test reads the repository")]
fn text(path: &str) -> String {
    std::fs::read_to_string(repository(path)).unwrap()
}

#[test]
fn the_published_schema_is_that_of_the_types() {
    let published: serde_json::Value =
        serde_json::from_str(&text("docs/schema/plan-file.schema.json")).unwrap();
    assert!(
        published == *plan::schema().as_value(),
        "docs/schema/plan-file.schema.json is not current: goodoffices plan schema > docs/schema/plan-file.schema.json"
    );
}

#[test]
fn every_example_of_the_documentation_is_read_and_comes_out() {
    let docs = text("docs/plan-files.md");
    let blocks = docs
        .split("```yaml\n")
        .skip(1)
        .filter_map(|rest| rest.split("```").next());
    let mut read = 0;
    for block in blocks {
        let plan = plan::read(block.as_bytes()).unwrap_or_else(|error| panic!("{error}\n{block}"));
        assert!(!check(&plan).panels.is_empty());
        read += 1;
    }
    assert_eq!(read, 3, "examples");
}
