//! What is published about plan files is what the program reads: the schema, the examples of the
//! documentation, the plans in the repository.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::path::PathBuf;

use planner::{check::check, forecast::forecast_of, plan, watch::Unwatched};

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
    assert_eq!(read, 4, "examples");
}

#[test]
fn the_example_with_guesses_is_forecast() {
    let docs = text("docs/plan-files.md");
    let guessed = docs
        .split("```yaml\n")
        .filter_map(|rest| rest.split("```").next())
        .find(|block| block.contains("\nforecast:"));
    let plan = plan::read(guessed.unwrap().as_bytes()).unwrap();
    let report = forecast_of(&plan, &Unwatched).unwrap();
    assert_eq!(report.forecast.stages.len(), 2);
}

#[test]
fn every_limit_stands_in_the_documentation_as_it_is() {
    let docs = text("docs/plan-files.md");
    let rows: Vec<(u64, &str)> = docs
        .lines()
        .skip_while(|line| !line.starts_with("| at most |"))
        .skip(2)
        .take_while(|line| line.starts_with('|'))
        .map(|line| {
            let cells: Vec<&str> = line.split('|').map(str::trim).collect();
            (cells[1].replace(',', "").parse().unwrap(), cells[2])
        })
        .collect();
    let limits = plan::limits().map(|(of, most)| (most, of));
    assert_eq!(rows, limits);
}
